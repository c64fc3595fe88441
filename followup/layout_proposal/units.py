"""The unit of a table's amounts: in a heading, above the table, in the cells or their formats, below it, in the sheet's
name. Where the sheet says nothing, or two things, it is a question.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from followup.ground.number_text import UNITS, NotANumber, number_in
from followup.ground.wording import listed, normalised, quoted
from followup.layout_proposal.candidates import Candidate
from followup.layout_proposal.proposed import ColumnProposal
from followup.params.column_layout import KRONOR_PER_UNIT, KRONOR_PER_WORD
from followup.workbooks.cells.cell_values import is_blank
from followup.workbooks.files.marked_cells import ShownCell
from followup.workbooks.shapes.header_matches import without_unit
from followup.workbooks.shapes.stated_units import StatedUnit, unit_of_text, units_above

# Notes with a unit stand so near below a table.
ROWS_BELOW = 3
# "Balansräkning, mnkr – Region Halland": the unit stands between a comma and a dash.
_INSIDE = re.compile(r"[,(] ?(?:i )?(kr|tkr|kkr|mnkr|mkr|msek|kronor)(?: -|,|\))")
_LONGEST = 200


@dataclass(frozen=True)
class TableUnits:
    """What a sheet says of a table's amounts: cells with a unit `above`, those of them that the layout's reader sees
    (`seen`), and the units told elsewhere with where.
    """

    above: list[StatedUnit]
    seen: list[StatedUnit]
    elsewhere: dict[str, str] = field(default_factory=dict)

    @property
    def has_any(self) -> bool:
        return bool(self.above or self.elsewhere)


def table_units(one: Candidate) -> TableUnits:
    """All that the sheet says of the unit, outside the table itself."""
    rows = one.sheet.rows
    above = units_above(rows, one.first, one.top)
    start = _mark_row(one) if one.after else 0
    seen = units_above(rows, start, one.header)
    elsewhere: dict[str, str] = {}
    for number in range(one.end, min(one.end + ROWS_BELOW, len(rows))) if not one.before else ():
        for content in rows[number]:
            if isinstance(content, str) and (unit := unit_of_text(content)):
                elsewhere.setdefault(unit, f"under tabellen står {quoted(content)}")
    for text in (one.headings[0].text, one.headings[0].group) if one.headings else ():
        if unit := unit_of_text(text):
            elsewhere.setdefault(unit, f"den första rubriken säger {quoted(text)}")
    for row in rows[one.first : one.top]:
        for content in row:
            if isinstance(content, str) and (match := _INSIDE.search(normalised(content[:_LONGEST]))):
                elsewhere.setdefault(UNITS[match[1]], f"ovanför tabellen står {quoted(content)}")
    if unit := unit_of_text(one.sheet.name):
        elsewhere.setdefault(unit, f"bladet heter {quoted(one.sheet.name)}")
    return TableUnits(above, seen, elsewhere)


def _mark_row(one: Candidate) -> int:
    """The row of the title that the layout finds the table by."""
    rows = range(one.first, one.header + 1)
    return next((row for row in rows if any(str(cell).strip() == one.after for cell in one.sheet.rows[row])), one.first)


def told_unit(
    column: ColumnProposal, one: Candidate, said: TableUnits, headings: Sequence[str], cells: Sequence[Any]
) -> None:
    """Adds the unit of an amount to its keys, or a question. `headings` are those of all its columns."""
    in_headings = dict.fromkeys(unit for text in headings if (unit := without_unit(text)[1]))
    by_cells: dict[str, str] = {}
    for unit, reason in _units_of_cells(cells):
        by_cells.setdefault(unit, reason)
    units: dict[str, str] = {unit: f"rubriken säger {unit}" for unit in in_headings}
    if not units:
        for stated in said.above:
            text = quoted(one.sheet.rows[stated.row][stated.column])
            units.setdefault(stated.unit, f"cell {stated.cell} säger {text}")
    if not units:
        units = dict(said.elsewhere)
    told = {**units, **{unit: reason for unit, reason in by_cells.items() if unit not in units}}
    if len(told) == 1 and (unit := next(iter(told))) in KRONOR_PER_UNIT:
        is_read = not in_headings and [stated.unit for stated in said.seen] == [unit] * len(said.seen) and said.seen
        column.keys["unit"] = "stated" if is_read else unit
        column.reasons.append(f"{unit}: {told[unit]}" + ("; läses ur bladet varje gång" if is_read else ""))
    elif told:
        column.ask(
            f"Vilken enhet har beloppen? Här sägs flera, eller en som inte läses: {listed(told.values())}. "
            "Skriv unit: kr, tkr eller mnkr."
        )
    else:
        column.ask(
            "Vilken enhet har beloppen? Bladet säger ingen. Skriv unit: kr, tkr eller mnkr. Är talen inte "
            "pengar: skriv en annan type."
        )


def _units_of_cells(cells: Sequence[Any]) -> Iterator[tuple[str, str]]:
    """The units that the cells state themselves, in their text or format, with the reason."""
    for cell in cells:
        if isinstance(cell, ShownCell) and cell.shown.unit in KRONOR_PER_WORD:
            kronor = KRONOR_PER_WORD[cell.shown.unit] / cell.shown.divisor
            unit = next((name for name, size in KRONOR_PER_WORD.items() if size == kronor), "")
            yield unit or "okänd", f"cellernas format visar {cell.shown.unit}, {quoted(str(cell))}"
        elif isinstance(cell, ShownCell) and cell.shown.divisor != 1:
            yield "okänd", f"cellernas format visar tal i en annan storlek, {quoted(str(cell))}"
        elif isinstance(cell, str) and not is_blank(cell):
            try:
                unit = number_in(cell).unit
            except NotANumber:
                continue
            if unit in KRONOR_PER_WORD:
                yield unit, f"cellerna säger {unit}, som {quoted(cell)}"
