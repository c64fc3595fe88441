"""Months as columns: a table with a column for each month becomes one with a row for each month.

    Konto | Utfall jan | Utfall feb            Konto | Månad   | Utfall
    4010  | 10         | 20              →     4010  | 2024-01 | 10
                                               4010  | 2024-02 | 20

The long rows stand month by month, so that what ends a table and what is a total of it is seen as in any other.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from followup.ground.errors import Severity
from followup.ground.period import MONTHS
from followup.ground.wording import column_letter, listed, quoted
from followup.params.column_layout import ColumnLayout
from followup.params.layouts import TableLayout
from followup.workbooks.cells.cell_values import Doubt, is_blank
from followup.workbooks.cells.findings import Finding
from followup.workbooks.files.marked_cells import ShownCell
from followup.workbooks.shapes.header_row import Header
from followup.workbooks.shapes.table_end import table_end

_PARTS = {3: "kvartal", 4: "tertial"}


@dataclass(frozen=True)
class Stack:
    """`places` are the row in the sheet, from 1, and the block of each row; `blocks` the positions of every column in
    the sheet, one for each month; `columns` the name of each column at its position in `rows`.
    """

    rows: list[list[Any]]
    header: Header
    places: list[tuple[int, int]]
    blocks: tuple[Mapping[str, int], ...]
    columns: Mapping[int, str]


def stacked(rows: Sequence[list[Any]], layout: TableLayout, header: Header) -> tuple[Stack | None, list[Finding]]:
    """The long rows; None where the months of the headings cannot be told, with the findings that say why."""
    findings = _faults(layout, header)
    if findings or layout.year is None:
        return None, findings
    month_column = layout.column_of_type("period")
    yearly = [
        name for name, column in layout.columns.items() if column.spread == "twelfths" and name in header.positions
    ]
    months = sorted({month for found in header.months.values() for month in found}) if not yearly else [*range(1, 13)]
    monthly = list(header.months)
    own = [name for name in header.positions if name not in (month_column, *monthly, *yearly)]
    names = [*own, month_column, *monthly, *yearly]
    top, body = rows[: header.row + 1], rows[header.row + 1 :]
    cells = {name: [row[position] for row in body] for name, position in header.positions.items()}
    cells |= {
        f"{name} {month}": [row[position] for row in body]
        for name, found in header.months.items()
        for month, position in found.items()
    }
    end = table_end(cells, layout, body)
    # The rows above count only for their numbers: what stands in them has been read.
    long: list[list[Any]] = [[""] * len(names) for _ in top]
    places = [(number, 0) for number in range(1, len(top) + 1)]

    def _own(row: list[Any], name: str, month: int) -> Any:
        if month not in header.months[name]:
            return ""
        content, part = row[header.months[name][month]], layout.columns[name].part
        return _share(content, part) if part else content

    def add(number: int, block: int, month: int, said: str) -> None:
        row = body[number]
        keys = (row[header.positions[name]] for name in own)
        amounts = (_own(row, name, month) for name in monthly)
        shares = (_share(row[header.positions[name]], 12) for name in yearly)
        long.append([*keys, said, *amounts, *shares])
        places.append((len(top) + number + 1, block))

    for block, month in enumerate(months):
        said = f"{layout.year}-{month:02}"
        for number in range(end):
            is_filled = any(not is_blank(column[number]) for column in cells.values())
            add(number, block, month, said if is_filled else "")
    if end < len(body):
        long.append([""] * len(names))
        blank = next(
            (one for one in range(end, len(body)) if all(is_blank(column[one]) for column in cells.values())), end
        )
        places.append((len(top) + blank + 1, 0))
        # What stands below is looked at once, but numbers alone are a total of each month.
        for number in range(end, len(body)):
            if any(not is_blank(cells[name][number]) for name in own):
                add(number, 0, months[0], "")
            elif any(not is_blank(column[number]) for column in cells.values()):
                for block, month in enumerate(months):
                    add(number, block, month, f"{layout.year}-{month:02}")
    first = {name: min(found.items())[1] for name, found in header.months.items()}
    blocks = []
    for month in months:
        there = {name: header.months[name].get(month, first[name]) for name in monthly}
        headings = [found[month] for found in header.months.values() if month in found]
        says = headings[0] if headings else header.positions[month_column]
        blocks.append({**header.positions, **there, month_column: says})
    positions = {name: number for number, name in enumerate(names)}
    stack = Stack(long, Header(header.row, positions, []), places, tuple(blocks), dict(enumerate(names)))
    parts = [name for name in monthly if layout.columns[name].part]
    spread = [(name, header.positions[name]) for name in yearly]
    spread += [(name, position) for name in parts for position in dict.fromkeys(header.months[name].values())]
    return stack, [_spread(layout.columns[name], header, name) for name in (*yearly, *parts)] + [
        Finding(number + len(top) + 1, column_letter(position), _AS_TEXT, shared=True)
        for _, position in spread
        for number in range(end)
        if isinstance(body[number][position], str | ShownCell) and not is_blank(body[number][position])
    ]


_AS_TEXT = Doubt(
    "Här står ett belopp för flera månader som text eller med ett talformat som visar något annat.",
    "Ett belopp som fördelas på sina månader väntas i en vanlig talcell.",
    "Skriv beloppet med enbart siffror i en talcell.",
)


def _share(content: Any, months: int) -> Any:
    """A month's share of a number for several; what is no number is told where it stands."""
    is_number = isinstance(content, float | int) and not isinstance(content, bool)
    return content / months if is_number else "" if isinstance(content, str | ShownCell) else content


def _spread(column: ColumnLayout, header: Header, name: str) -> Finding:
    doubt = Doubt(
        f"Beloppen i kolumnen {quoted(column.shown_header)} är fördelade lika på sina {column.part} månader."
        if column.part
        else f"Årets belopp i kolumnen {quoted(column.header)} är fördelade med en tolftedel på varje månad.",
        f"Bladet har ingen fördelning på månader, och layouten säger spread: {column.spread}."
        if column.part
        else "Bladet har ingen fördelning över året, och layouten säger spread: twelfths.",
        "Är året fördelat på annat sätt: skriv en kolumn för varje månad.",
        Severity.WARNING,
    )
    return Finding(header.row + 1, column_letter(header.positions[name]), doubt, shared=True)


def _faults(layout: TableLayout, header: Header) -> list[Finding]:
    """Months that stand twice, or that lack where the others are."""
    findings = []
    last = max((month for found in header.months.values() for month in found), default=0)
    for name, found in header.months.items():
        column = layout.columns[name]
        # A year's budget is known for all of it.
        until = 12 if column.part else max(found) if column.empty != "error" else last
        if lacking := [MONTHS[month - 1] for month in range(1, until + 1) if month not in found]:
            said = listed(column_letter(position) for position in sorted(found.values()))
            doubt = Doubt(
                f"Kolumnen {quoted(column.shown_header)} för {listed(lacking)} saknas i rubrikraden, "
                f"rad {header.row + 1}.",
                f"Hela årets {_PARTS[column.part]} väntas, vart och ett med sin egen budget. De som finns står i "
                f"kolumnerna {said}."
                if column.part
                else f"Månaderna väntas i följd från januari. De som finns står i kolumnerna {said}.",
                "Lägg till kolumnen som saknas, eller rätta dess rubrik.",
            )
            findings.append(Finding(0, "", doubt, shared=True))
    return findings
