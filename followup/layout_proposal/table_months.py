"""Months as columns, and amounts since January, in a new table."""

from __future__ import annotations

from itertools import pairwise

from followup.ground.swedish import counted
from followup.ground.wording import column_letter, listed, quoted
from followup.layout_proposal.candidates import Candidate
from followup.layout_proposal.month_groups import MonthGroup
from followup.layout_proposal.proposed import ASK, ColumnProposal, TableProposal
from followup.layout_proposal.sheet_cells import number_of
from followup.layout_proposal.words import INVESTMENT, plain
from followup.params.column_layout import MONTH
from followup.params.heading_words import says_accumulated

# In so many of the rows must amounts grow month by month before it is asked whether they are accumulated.
_GROWING, _FEWEST_MONTHS = 0.9, 3


def add_months(table: TableProposal, one: Candidate, groups: list[MonthGroup], year: int) -> None:
    """Makes the months of the headings a column of their own, and asks what is accumulated or of the whole year."""
    if not groups:
        _add_accumulated(table)
        return
    table.columns.insert(0, ColumnProposal("period", MONTH, (min(groups[0].months.values()),)))
    period = table.columns[0]
    period.keys |= {"header": MONTH, "type": "period"}
    period.reasons.append("månaderna är kolumner")
    for group in groups:
        column = next(one for one in table.columns[1:] if (one.header, one.group) == (group.pattern, group.group))
        shown = counted(len(group.months), "månad", "månader")
        column.reasons.append(f"{shown}" + (f", år {group.year}" if group.year else ""))
        if group.twice:
            column.ask(f"En månad står också i kolumn {listed(map(column_letter, group.twice))}. Vilken gäller?")
        if group.is_accumulated:
            column.keys["from_accumulated"] = True
            column.reasons.append("rubriken säger ackumulerat: en månad blir skillnaden mot månaden före")
        elif len(group.months) >= _FEWEST_MONTHS and _grows(one, column):
            column.keys["from_accumulated"] = ASK
            column.ask(
                "Talen växer från månad till månad på nästan varje rad. Är de ackumulerade? Skriv from_accumulated: "
                "true om de är det, annars false."
            )
        if group.year and group.year != year:
            table.questions.append(f"Månaderna är år {group.year}. Är det rapportens år?")
    months = {group.pattern for group in groups}
    for column in table.columns[1:]:
        if column.type == "amount" and column.header not in months:
            column.ask(
                f"Kolumnen {quoted(column.header)} har ett tal för hela tiden bredvid månaderna. Är det årets belopp, "
                "som ska fördelas med en tolftedel per månad: skriv spread: twelfths. Annars: ta bort kolumnen."
            )


def _grows(one: Candidate, column: ColumnProposal) -> bool:
    rows = [[number_of(cell) for cell in row] for row in zip(*map(one.cells, column.positions), strict=True)]
    whole = [[abs(number) for number in row if number is not None] for row in rows]
    told = [row for row in whole if len(row) >= _FEWEST_MONTHS and any(row)]
    grows = [row for row in told if all(first < later for first, later in pairwise(row))]
    return bool(told) and len(grows) >= _GROWING * len(told)


def _add_accumulated(table: TableProposal) -> None:
    """Amounts since January in rows."""
    period = next((column for column in table.columns if column.type == "period"), None)
    for column in table.columns:
        if not column.is_numeric or not says_accumulated(f"{column.group} {column.header}"):
            continue
        if (
            INVESTMENT.search(plain(f"{table.name} {table.sheet} {[one.header for one in table.columns]}"))
            and not period
        ):
            column.keys["accumulated"] = ASK
            column.ask(
                "Räknas talen från januari: skriv accumulated: true. Räknas de från projektets start: ta bort "
                "kolumnen, de är inget utfall för året."
            )
        elif period is None or period.keys.get("accumulated"):
            column.keys["accumulated"] = True
            column.reasons.append("rubriken säger ackumulerat")
        else:
            column.keys["from_accumulated"] = ASK
            column.ask(
                "Rubriken säger ackumulerat. Ska en månad bli skillnaden mot månaden före (from_accumulated: true), "
                "eller läsas som den står (accumulated: true)?"
            )
