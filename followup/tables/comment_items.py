"""What a comment is about: an activity, an account class or an indicator, found whatever the case and the spaces.

A comment counts as the explanation of a deviation when its item is the deviation's, so an item that is nobody's is
told.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

import pandas as pd

from followup.ground.wording import normalised
from followup.workbooks.source_table import SourceTable

if TYPE_CHECKING:
    from followup.params.params import Params

INDICATOR_SECTIONS = ("quality", "staff")

# Written word → the item's own name.
Items = dict[str, str]


def with_known_items(tables: dict[str, SourceTable], params: Params) -> dict[str, SourceTable]:
    """The tables, where every item that is known is written as the ledger writes it, or as the indicator's code."""
    comments = tables.get("comments")
    if comments is None:
        return tables
    sections = items_by_section(tables, params)
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


def items_by_section(tables: dict[str, SourceTable], params: Params) -> dict[str, Items]:
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
