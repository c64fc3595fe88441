"""What a comment is about: an activity, an account class or an indicator, found whatever the case and the spaces.

A comment counts as the explanation of a deviation when its item is the deviation's, so an item that is nobody's is
told.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

import pandas as pd

from followup.errors import Problem, Severity
from followup.inputs.source_table import SourceTable
from followup.inputs.table_problems import at
from followup.inputs.wording import normalised, quoted, suggestion
from followup.period import Period

if TYPE_CHECKING:
    from followup.inputs.params import Committee, Params

INDICATOR_SECTIONS = ("quality", "staff")

# Written word → the item's own name.
Items = dict[str, str]


def with_known_items(tables: dict[str, SourceTable], params: Params) -> dict[str, SourceTable]:
    """The tables, where every item that is known is written as the ledger writes it, or as the indicator's code."""
    comments = tables.get("comments")
    if comments is None:
        return tables
    sections = _items_by_section(tables, params)
    own = {section: {normalised(word): name for word, name in items.items()} for section, items in sections.items()}
    items = [
        item
        if item is None or item in sections.get(section, {}).values()
        else own.get(section, {}).get(normalised(item), item)
        for section, item in zip(comments.frame["section"], comments.frame["item"], strict=True)
    ]
    # As objects: pandas' own text type would turn None into NaN.
    column = pd.Series(items, index=comments.frame.index, dtype=object)
    return tables | {"comments": replace(comments, frame=comments.frame.assign(item=column))}


def unknown_items(
    tables: dict[str, SourceTable], committee: Committee, period: Period, params: Params
) -> Iterator[Problem]:
    """A warning for each comment on something that is not there."""
    comments = tables["comments"]
    for section, items in _items_by_section(tables, params).items():
        is_indicator = section in INDICATOR_SECTIONS
        for row in comments.where(section=section).rows():
            item = row.text("item")
            if not item or item in items.values():
                continue
            yield at(
                row,
                "item",
                f"Kommentaren avser {quoted(item)}, som varken är "
                + ("en indikators kod eller namn." if is_indicator else "en verksamhet eller en kontoklass."),
                "Det som kommentaren avser skrivs som indikatorns kod eller namn."
                if is_indicator
                else "Det som kommentaren avser skrivs som i huvudboken.",
                suggestion(item, items, "Rätta texten, eller lämna cellen tom om kommentaren gäller hela avsnittet."),
                Severity.WARNING,
            )


def _items_by_section(tables: dict[str, SourceTable], params: Params) -> dict[str, Items]:
    """What a comment may be about, for each section where that is known."""
    indicators: Items = {}
    for word in ("code", "name"):
        for one in params.indicators.values():
            indicators.setdefault(getattr(one, word), one.code)
    sections = dict.fromkeys(INDICATOR_SECTIONS, indicators)
    ledger = tables.get("ledger")
    if ledger is None:
        return sections
    names: Iterable[str] = [*ledger.values("activity"), *ledger.values("account_class")]
    return sections | {"economy": {name: name for name in names}}
