"""Which headings of a row are those of a table's columns: by their words, units, groups, months and asterisks."""

from __future__ import annotations

import re
from collections.abc import Sequence

from followup.ground.number_text import UNITS
from followup.ground.wording import normalised
from followup.params.column_layout import ColumnLayout
from followup.params.heading_words import fits, numbers_in
from followup.params.layouts import TableLayout
from followup.workbooks.shapes.headings import Heading
from followup.workbooks.shapes.month_headings import months_in

# A unit at the end of a heading; it is looked for in the last characters alone, since a cell may hold 32 767.
_UNIT = re.compile(r"[\s(]\s*i?\s*(kr|tkr|kkr|mnkr|mkr|msek)\)?$")
_LONGEST_UNIT = 20


def without_unit(text: str) -> tuple[str, str]:
    """`Helårsprognos (tkr)` as its name and its unit; the unit is empty if none stands there."""
    plain = normalised(text)
    match = _UNIT.search(plain, max(0, len(plain) - _LONGEST_UNIT))
    name = plain[: match.start()].rstrip(" ,") if match else ""
    if not match or not name:
        return plain, ""
    return name, UNITS[match[1]]


def _names(column: ColumnLayout) -> tuple[str, ...]:
    return tuple(normalised(header) for header in column.headers)


def matches_of(headings: Sequence[Heading], layout: TableLayout) -> dict[str, list[int]]:
    """The positions at which each column's header stands.

    A text's header goes before its synonyms. Where a number stands under both, nobody can know which is meant.
    """
    months = months_of(headings, layout)
    found: dict[str, list[int]] = {}
    for name, column in layout.columns.items():
        if column.group_row:
            continue
        if column.is_monthly:
            # What is told of a month that stands twice is told of the cells where it does.
            if places := months.get(name, {} if column.type != "period" else next(iter(months.values()), {})):
                twice = [found for found in places.values() if len(found) > 1]
                found[name] = next(iter(places.values()))[:1] if column.type == "period" or not twice else twice[0]
            continue
        own = [one for one in headings if fits(column.group, one.group)] if column.group else headings
        whole = {one.position: set(map(normalised, one.texts)) for one in own}
        spelled_out = _names(column)
        exact = [position for position, texts in whole.items() if spelled_out[0] in texts]
        other = [position for position, texts in whole.items() if not texts.isdisjoint(spelled_out[1:])]
        if not exact and not other and column.type == "amount":
            other = [one.position for one in own if without_unit(one.text)[0] in spelled_out]
        if exact and other and column.is_numeric:
            exact = sorted({*exact, *other})
        if exact or other:
            found[name] = exact or other
    period = layout.column_of_type("period")
    spread = next((name for name, column in layout.columns.items() if column.spread and name in found), "")
    if spread and period not in found:
        # The months are those of the year.
        found[period] = found[spread][:1]
    taken = {position for positions in found.values() for position in positions}
    taken |= {position for places in months.values() for positions in places.values() for position in positions}
    for name, column in layout.columns.items():
        if patterns := [header for header in column.headers if "*" in header]:
            fitting = [
                one.position
                for one in headings
                if one.position not in taken and any(_fits_column(column, pattern, one, layout) for pattern in patterns)
            ]
            # Beside a number with the very heading, another that fits it as well is a question too.
            if fitting and (name not in found or column.is_numeric):
                found[name] = sorted({*found.get(name, []), *fitting})
    return found


def months_of(headings: Sequence[Heading], layout: TableLayout) -> dict[str, dict[int, list[int]]]:
    """Of each column that has one for every month, the positions of each month's heading."""
    found: dict[str, dict[int, list[int]]] = {}
    for name, column in layout.columns.items():
        if not column.is_monthly or column.type == "period":
            continue
        for one in headings:
            if column.group and not fits(column.group, one.group):
                continue
            # The month may be the heading above, as may the year.
            years = {int(year) for year in numbers_in(one.group) if len(year) == 4} if not column.group else set()
            if years and layout.year not in years:
                continue
            texts = (one.text,) if column.group else one.texts
            plain = (without_unit(text)[0] if column.type == "amount" else text for text in texts)
            read = (months_in(column, text, layout.year) for text in plain)
            for month in next(filter(None, read), []):
                found.setdefault(name, {}).setdefault(month, []).append(one.position)
    bare = {one.position for one in headings if one.text.strip().isdecimal()}
    # Numbers are months where they begin with the first, and else a row of amounts.
    return {
        name: places
        for name, places in found.items()
        if 1 in places or not all(position in bare for positions in places.values() for position in positions)
    }


def _fits_column(column: ColumnLayout, pattern: str, heading: Heading, layout: TableLayout) -> bool:
    if column.group and not fits(column.group, heading.group):
        return False
    names = {heading.text, without_unit(heading.text)[0]} if column.type == "amount" else {heading.text}
    return any(fits(pattern, name, layout.year) for name in names)
