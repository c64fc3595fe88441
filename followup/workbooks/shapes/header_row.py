"""Where a table's header row is, and which column holds what."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from followup.ground.wording import listed, quoted
from followup.params.layouts import TableLayout
from followup.workbooks.cells.cell_values import Doubt
from followup.workbooks.cells.findings import Finding
from followup.workbooks.shapes.above_headings import above_months, above_numbers, accumulated_above
from followup.workbooks.shapes.header_faults import duplicates, unclear_groups, wrong_units
from followup.workbooks.shapes.header_matches import matches_of, months_of, without_unit
from followup.workbooks.shapes.header_search import has_all, rows_with_all_headings, two_places
from followup.workbooks.shapes.headings import Merged, headings_of
from followup.workbooks.shapes.missing_columns import missing_columns
from followup.workbooks.shapes.month_faults import other_months, spread_months, wide_headings

# A title, a date, a source and some air stand above the header. Further down only a row with every heading is one.
ROWS_SEARCHED = 30


@dataclass(frozen=True)
class Header:
    """The header's row, counted from 0, and the position of each of the layout's columns that was found in it.

    `months` are the positions of a column that has one for each month, by month; its own is the first of them. `units`
    are the units that headings state.
    """

    row: int
    positions: dict[str, int]
    findings: list[Finding]
    months: dict[str, dict[int, int]] = field(default_factory=dict)
    units: dict[str, str] = field(default_factory=dict)

    def all_positions(self, name: str) -> list[int]:
        """Every position of a column: one, or one for each month."""
        return list(self.months[name].values()) if name in self.months else [self.positions[name]]


def find_header(rows: Sequence[Sequence[Any]], layout: TableLayout, merged: Merged = (), start: int = 0) -> Header:
    """The row among thirty from `start` on that holds the most of the layout's headers, and every fault in it.

    Where none of them has all, it is the one row further down that does; two such rows are a question.
    """
    best = -1
    best_matches: dict[str, list[int]] = {}
    for number in range(start, min(start + ROWS_SEARCHED, len(rows))):
        matches = matches_of(headings_of(rows, number, layout.heading_rows, merged), layout)
        if len(matches) > len(best_matches):
            best, best_matches = number, matches
    if not has_all(layout, best_matches):
        further = rows_with_all_headings(rows, layout, merged, start + ROWS_SEARCHED)
        if len(further) > 1:
            return Header(-1, {}, [two_places(further)])
        for number in further:
            best, best_matches = number, matches_of(headings_of(rows, number, layout.heading_rows, merged), layout)
    wanted = [column.shown_header for column in layout.columns.values() if not column.group_row]
    # One word in common may stand in any title; a header row shares at least a third of the layout's columns.
    if best < 0 or 3 * len(best_matches) < len(wanted):
        return Header(-1, {}, [_no_header(wanted, start)])
    headings = headings_of(rows, best, layout.heading_rows, merged)
    months = months_of(headings, layout)
    findings = [
        *duplicates(best, best_matches, layout),
        *missing_columns(headings, best, best_matches, layout, months),
        *unclear_groups(headings, best, layout),
    ]
    positions = {name: found[0] for name, found in best_matches.items()}
    texts = {heading.position: heading.text for heading in headings}
    plain = {name: {month: found[0] for month, found in places.items()} for name, places in months.items()}
    findings += other_months(texts, best, best_matches, layout)
    findings += spread_months(texts, best, best_matches, layout)
    of_months = {one for found in plain.values() for one in found.values()}
    findings += accumulated_above(rows, start, best, of_months, layout)
    if layout.year and layout.heading_rows == 1:
        findings += above_months(rows, best, plain, texts, layout)
        one_each = {found: layout.columns[name] for name, found in positions.items() if found not in of_months}
        numbers = {position: column for position, column in one_each.items() if column.is_numeric}
        findings += above_numbers(rows, best, numbers, texts, layout.year)
    numeric = {position for name, position in positions.items() if layout.columns[name].is_numeric}
    numeric |= of_months
    findings += wide_headings(rows, best, numeric, texts, merged)
    header = Header(best, positions, findings, plain)
    units: dict[str, str] = {}
    for name, column in layout.columns.items() if positions else ():
        if column.type != "amount" or name not in positions:
            continue
        said = {unit: one for one in header.all_positions(name) if (unit := without_unit(texts[one])[1])}
        units |= dict.fromkeys([name], next(iter(said))) if said else {}
        findings += wrong_units(texts, best, said, column)
    return replace(header, units=units)


def _no_header(wanted: Sequence[str], start: int) -> Finding:
    first = f"raderna {start + 1}\N{EN DASH}{start + ROWS_SEARCHED}" if start else f"de {ROWS_SEARCHED} första raderna"
    doubt = Doubt(
        f"Ingen rubrikrad finns bland {first}.",
        f"En rad med rubrikerna {listed(map(quoted, wanted))} väntas.",
        "Lägg till rubrikraden. Heter rubrikerna något annat som betyder precis detsamma: byt dem, eller skriv dem som "
        "synonymer i params/layouts.",
    )
    return Finding(0, "", doubt, shared=True)
