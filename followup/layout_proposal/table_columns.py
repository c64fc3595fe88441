"""The columns of a new table: what they are called, and of what type they are."""

from __future__ import annotations

from collections import Counter
from typing import Any

from followup.ground.period import Period
from followup.ground.wording import normalised
from followup.layout_proposal.candidates import Candidate
from followup.layout_proposal.column_types import named, told_type
from followup.layout_proposal.month_groups import MonthGroup
from followup.layout_proposal.proposed import ColumnProposal, TableProposal
from followup.layout_proposal.sheet_cells import is_missing
from followup.layout_proposal.total_lines import bare_totals
from followup.layout_proposal.units import table_units
from followup.layout_proposal.words import COUNT, MEASURES, plain
from followup.params.column_layout import MONTH
from followup.params.params import Params
from followup.workbooks.cells.cell_words import as_text
from followup.workbooks.shapes.header_matches import without_unit
from followup.workbooks.shapes.stated_units import unit_of_text
from followup.workbooks.total_labels import label_of

# Types whose columns hold words: a known heading may be any of them.
_WORDS = {"text", "choice", "markdown"}


def add_columns(table: TableProposal, one: Candidate, groups: list[MonthGroup], params: Params, year: int) -> None:
    """Adds a column for each heading, and one for all months of a kind; as the layouts call them, if they do."""
    known = _known_names(params, year)
    in_months = {position for group in groups for position in (*group.months.values(), *group.twice)}
    other_years = {position for group in groups for position in group.others}
    for heading in one.headings:
        text = " ".join(heading.text.split())
        if heading.position in in_months:
            continue
        bare = "post" if unit_of_text(text) and not table.columns else without_unit(text)[0]
        name = known.get(normalised(text)) or known.get(bare) or named(f"{text} {heading.group}".strip(), _names(table))
        if name in _names(table):
            name = named(f"{text} {heading.group}", _names(table))
        column = ColumnProposal(name, text, (heading.position,), heading.group)
        column.keys["header"] = text
        if heading.group:
            column.keys["group"] = heading.group
        if heading.position in other_years:
            column.left_out = "är en månad av ett annat år"
        table.columns.append(column)
    for group in groups:
        word = group.pattern.replace(MONTH, "").strip() or group.group or "amount"
        name = named(known.get(normalised(word)) or word, _names(table))
        positions = tuple(group.months[month] for month in sorted(group.months))
        column = ColumnProposal(name, group.pattern, positions, group.group)
        column.keys["header"] = group.pattern
        if group.group:
            column.keys["group"] = group.group
        table.columns.append(column)


def _names(table: TableProposal) -> list[str]:
    return [column.name for column in table.columns]


def _known_names(params: Params, year: int) -> dict[str, str]:
    """What most layouts call a column of a heading."""
    found: dict[str, Counter[str]] = {}
    for layout in params.layouts.values():
        for table in layout.filled(Period(year, 12), "").tables.values():
            for name, column in table.columns.items():
                for header in column.headers:
                    found.setdefault(normalised(header), Counter())[name] += 1
    return {header: names.most_common(1)[0][0] for header, names in found.items()}


def add_types(table: TableProposal, one: Candidate, params: Params, year: int) -> None:
    """Adds each column's type, and the column that says the rows' units."""
    said = table_units(one)
    headings = [plain(heading.text) for heading in one.headings]
    names = [plain(cell) for heading in one.headings[:1] for cell in one.cells(heading.position)]
    has_measures = any(map(MEASURES.search, headings)) or any(map(COUNT.search, names))
    sums = _rows_with_total_words(one, params)
    # A table whose every row begins so has other words for its totals.
    skipped = (sums if len(sums) < len(one.body) else set()) | bare_totals(one)
    skipped |= {number for number, row in enumerate(one.body) if all(map(is_missing, row))}
    for column in table.read:
        has_unit = said.has_any or bool(without_unit(column.header)[1]) or bool(without_unit(column.group)[1])
        cells = [cell for at in column.positions for row, cell in enumerate(one.cells(at)) if row not in skipped]
        told_type(column, cells, params, year, has_unit=has_unit, has_measures=has_measures)
    _rename_others(table, params, year)
    by_row = next((column for column in table.read if _is_unit_column(column)), None)
    if by_row:
        table.keys["unit_column"] = by_row.name
    if any(column.keys.get("people") == "count" for column in table.read):
        for column in table.read:
            if column.type in ("integer", "number") and "people" not in column.keys and "maximum" not in column.keys:
                column.keys["people"] = "count" if column.keys.get("unit") != "%" else "ratio"
                column.reasons.append("tabellen handlar om personer, så talet visas aldrig för sig")
    _add_later_months(table, one, skipped)


def _rename_others(table: TableProposal, params: Params, year: int) -> None:
    """Gives a column that has a known heading but is of another type a name of its own."""
    known: dict[str, set[str]] = {}
    for layout in params.layouts.values():
        for one in layout.filled(Period(year, 12), "").tables.values():
            for name, entry in one.columns.items():
                known.setdefault(name, set()).add(entry.type)
    for column in table.read:
        types = known.get(column.name, set())
        is_same = column.type in types or (column.type in _WORDS and types & _WORDS)
        if column.type and types and not is_same:
            column.name = named(f"{column.header} {column.group}".strip(), [*known, *_names(table)])


def _rows_with_total_words(one: Candidate, params: Params) -> set[int]:
    """The positions of rows that a word tells to be a total."""
    texts = {cell for row in one.body for cell in row if isinstance(cell, str)}
    totals = {text for text in texts if (label := label_of(text[:200], params.total_words)) and not label.rest}
    return {
        number for number, row in enumerate(one.body) if any(isinstance(cell, str) and cell in totals for cell in row)
    }


def _add_later_months(table: TableProposal, one: Candidate, sums: set[int]) -> None:
    """Numbers that lack only for the last months are still to come."""
    period = next((column for column in table.read if column.type == "period" and len(column.positions) == 1), None)
    for column in table.read:
        if column.keys.get("empty") != "allowed" or not column.is_numeric or not column.type:
            continue
        if len(column.positions) > 1:
            # A column for each month: named as they come.
            cells = [(f"{month:02}", cell) for month, at in enumerate(column.positions) for cell in _own(one, at, sums)]
        elif period is not None and period.header != MONTH:
            months = map(as_text, _own(one, period.positions[0], sums))
            cells = list(zip(months, _own(one, column.positions[0], sums), strict=True))
        else:
            continue
        told = [month for month, cell in cells if not is_missing(cell)]
        empty = [month for month, cell in cells if is_missing(cell)]
        if told and empty and max(told) < min(empty):
            column.keys["empty"] = "after_period"
            column.reasons = [one for one in column.reasons if not one.startswith("tom på")]
            column.reasons.append("tom bara för månader efter de ifyllda")


def _own(one: Candidate, position: int, sums: set[int]) -> list[Any]:
    """The cells of a column without those of totals."""
    return [cell for row, cell in enumerate(one.cells(position)) if row not in sums]


def _is_unit_column(column: ColumnProposal) -> bool:
    choices = column.keys.get("choices")
    return isinstance(choices, dict) and set(choices) <= {"kr", "tkr", "mnkr"}
