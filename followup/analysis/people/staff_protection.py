"""What is hidden of people in everything that is published for a period, decided at once for all who report.

The decision is made from the unfiltered tables of `personal.xlsx`, so that it is the same in every committee's report
and in the region's, whether they are built together or alone. Each month is decided from that month and those before it
in its year, and what is hidden of a group stays hidden for the rest of the year: so a period says nothing that an
earlier one withheld. Months that earlier extracts tell otherwise are decided by them too, and what any of them hides is
hidden, since what has been published cannot be taken back.

A figure of several months is hidden when any of them is.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, cast

from followup.analysis.people.disclosure import WHOLE, Cell, Table, hidden_cells
from followup.analysis.people.people_tables import (
    PARTITIONS,
    Answers,
    Numbers,
    numbers_by_month,
    relations_of,
    table_of_answers,
    three_apart,
)
from followup.ground.figure import PEOPLE_DECIMALS
from followup.workbooks.source_table import SourceTable

if TYPE_CHECKING:
    from followup.ground.period import Period
    from followup.params.params import Params

# Whether a group ("women", WHOLE) of one unit may not be shown for these slots, months ("2024-03") or years ("2024").
Withheld = Callable[[str, Iterable[str]], bool]


# In a whole of so many times as many people one step of the last decimal of a percentage is more than a cell can hold.
_COVERING = 100 * 10**PEOPLE_DECIMALS


@dataclass(frozen=True)
class Protection:
    """The hidden cells of each slot, a month or a year, by each of the extracts that tell of it."""

    decisions: tuple[Mapping[str, frozenset[Cell]], ...]

    def of(self, unit: str) -> Withheld:
        """What of one unit, a committee or REGION, is withheld."""

        def withheld(group: str, slots: Iterable[str]) -> bool:
            asked = list(slots)
            # What nothing has been decided of is withheld.
            undecided = not all(any(slot in one for one in self.decisions) for slot in asked)
            return undecided or any((unit, group) in one.get(slot, ()) for one in self.decisions for slot in asked)

        return withheld


@dataclass(frozen=True)
class StaffProtection:
    """What is hidden of everybody's sick leave, turnover and yearly measures, the last by the indicator's code."""

    sickness: Protection
    turnover: Protection
    yearly: Mapping[str, Protection]


def decided(everyone: Mapping[str, Sequence[SourceTable]], period: Period, params: Params) -> StaffProtection:
    """From `Sources.everyone`, for all the reports of a period."""
    limit, before = params.rules.smallest_group_hidden, period.year - 1
    measures = [one for one in params.indicators.values() if one.area == "staff" and one.frequency == "year"]
    return StaffProtection(
        of_sickness(everyone["sickness"], before, limit),
        of_turnover(everyone["turnover"], before, limit),
        {one.code: of_yearly(everyone["yearly"], one.code, one.decimals, limit) for one in measures},
    )


def of_sickness(extracts: Sequence[SourceTable], first_year: int, limit: int) -> Protection:
    """From `sickness` of all committees, one table per extract: groups are WHOLE and those of PARTITIONS.

    Decided from `first_year` on: a report shows its year and the one before.
    """
    columns = ("employees", "sick_hours", "scheduled_hours")
    return _by_month(tuple(map(_Rows, extracts)), columns, True, first_year, limit)


def of_turnover(extracts: Sequence[SourceTable], first_year: int, limit: int) -> Protection:
    """As `of_sickness` from `turnover`: the only group is WHOLE."""
    columns = ("permanent_employees", "leavers", "permanent_employees")
    return _by_month(tuple(map(_Rows, extracts)), columns, False, first_year, limit)


def of_yearly(extracts: Sequence[SourceTable], indicator: str, decimals: int, limit: int) -> Protection:
    """From `yearly` of all committees, one table per extract: groups are WHOLE, "women" and "men", slots are years.

    The people are those who answered, or whom the measure is about. `decimals` is how exactly the measure is shown.
    """
    return _by_year(tuple(map(_Rows, extracts)), indicator, decimals, limit)


class _Rows:
    """The rows of an extract, the same as long as nobody has read it again: what is decided of them is remembered.

    A report's process then has it from its parent.
    """

    def __init__(self, table: SourceTable) -> None:
        self.frame = table.frame

    def __hash__(self) -> int:
        return id(self.frame)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Rows) and self.frame is other.frame


@lru_cache(maxsize=64)
def _by_year(extracts: tuple[_Rows, ...], indicator: str, decimals: int, limit: int) -> Protection:
    decided: dict[tuple[Answers, ...], frozenset[Cell]] = {}
    decisions = []
    for extract in extracts:
        frame = extract.frame[extract.frame["indicator"] == indicator]
        found = {}
        for year, rows in frame.groupby("year", sort=False):
            columns = (rows[name].tolist() for name in ("committee", "sex", "respondents", "value"))
            answers = tuple(zip(*columns, strict=True))
            if answers not in decided:
                table, apart = table_of_answers(answers, decimals)
                decided[answers] = hidden_cells(table, limit, apart)
            found[str(int(cast(float, year)))] = decided[answers]
        decisions.append(found)
    return Protection(tuple(decisions))


@lru_cache(maxsize=64)
def _by_month(
    extracts: tuple[_Rows, ...], columns: tuple[str, ...], in_groups: bool, first_year: int, limit: int
) -> Protection:
    """`columns`: people, what would be told of them, and the most that it can be."""
    partitions = PARTITIONS if in_groups else {}
    decisions: list[dict[str, frozenset[Cell]]] = []
    decided: list[tuple[list[Numbers], list[frozenset[Cell]]]] = []
    for months in numbers_by_month([extract.frame for extract in extracts], columns, partitions, first_year):
        found: dict[str, frozenset[Cell]] = {}
        for _, group in itertools.groupby(sorted(months), key=lambda month: month[:4]):
            of_year = list(group)
            numbers = [months[month] for month in of_year]
            # The extracts of a year mostly tell the same of its first months, and are decided once.
            hidden = next((known for seen, known in decided if seen[: len(numbers)] == numbers), None)
            if hidden is None:
                hidden = _hidden_in_order(numbers, partitions, limit)
                decided.append((numbers, hidden))
            found |= dict(zip(of_year, hidden, strict=False))
        decisions.append(found)
    return Protection(tuple(decisions))


def _hidden_in_order(
    months: Sequence[Numbers], partitions: Mapping[str, Sequence[str]], limit: int
) -> list[frozenset[Cell]]:
    """The hidden cells of the consecutive months of one year."""
    fewest: dict[Cell, float] = {}
    before: frozenset[Cell] = frozenset()
    found = []
    for numbers in months:
        counts, values, highest = three_apart(numbers)
        for cell, count in counts.items():
            fewest[cell] = min(count, fewest.get(cell, count))
        # A group is only shown for the months so far together, so it stays hidden; a whole is shown month by month too.
        kept = {cell for cell in before if cell[1] != WHOLE and cell in counts}
        sensitive = {cell for cell in kept if fewest[cell] <= limit}
        table = Table(counts, relations_of(counts, partitions.values()), _COVERING, values, highest)
        hidden = hidden_cells(table, limit, kept, sensitive, before)
        before |= hidden
        found.append(hidden)
    return found
