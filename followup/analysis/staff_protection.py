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
import math
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

import pandas as pd

from followup.analysis.disclosure import WHOLE, Cell, Relation, Table, hidden_cells
from followup.figure import PEOPLE_DECIMALS
from followup.inputs.regions import REGION
from followup.inputs.source_table import SourceTable

if TYPE_CHECKING:
    from followup.inputs.params import Params
    from followup.period import Period

# Whether a group ("women", WHOLE) of one unit may not be shown for these slots, months ("2024-03") or years ("2024").
Withheld = Callable[[str, Iterable[str]], bool]

PARTITIONS = {"sex": ("women", "men"), "age_group": ("under_30", "from_30_to_49", "from_50")}

# In a whole of so many times as many people one step of the last decimal of a percentage is more than a cell can hold.
_COVERING = 100 * 10**PEOPLE_DECIMALS

# People, what would be told of them, and the most that it can be.
Three = tuple[float, float, float]
Numbers = dict[Cell, Three]
# Committee, sex, respondents and value of a row of the yearly measures.
Answers = tuple[str, str, float, float]


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
                table, apart = _answers(answers, decimals)
                decided[answers] = hidden_cells(table, limit, apart)
            found[str(int(year))] = decided[answers]
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
    for months in _numbers([extract.frame for extract in extracts], columns, partitions, first_year):
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
        counts, values, highest = ({cell: three[place] for cell, three in numbers.items()} for place in range(3))
        for cell, count in counts.items():
            fewest[cell] = min(count, fewest.get(cell, count))
        # A group is only shown for the months so far together, so it stays hidden; a whole is shown month by month too.
        kept = {cell for cell in before if cell[1] != WHOLE and cell in counts}
        sensitive = {cell for cell in kept if fewest[cell] <= limit}
        table = Table(counts, _relations(counts, partitions.values()), _COVERING, values, highest)
        hidden = hidden_cells(table, limit, kept, sensitive, before)
        before |= hidden
        found.append(hidden)
    return found


def _numbers(
    frames: Sequence[pd.DataFrame], columns: Sequence[str], partitions: Mapping[str, Sequence[str]], first_year: int
) -> list[dict[str, Numbers]]:
    """Of each extract, the three columns per month, unit and group, from the first year on.

    What a number is missing for is nothing: it is hidden, and it hides nobody.
    """
    names = list(dict.fromkeys(columns))
    rows = pd.concat([frame.assign(extract=number) for number, frame in enumerate(frames)])
    rows = rows[rows["committee"].notna() & rows["period"].notna()]
    rows = rows[rows["period"] >= str(first_year)]
    rows = rows[["extract", "period", "committee", *partitions, *names]].fillna(dict.fromkeys(names, 0.0))
    found: list[dict[str, Numbers]] = [{} for _ in frames]
    for part in (rows, rows.assign(committee=REGION)):
        for (number, month, unit), three in _sums(part, ["extract", "period", "committee"], columns):
            cells = found[number].setdefault(month, {})
            cells[unit, WHOLE] = three
            cells.update({(unit, group): (0.0, 0.0, 0.0) for groups in partitions.values() for group in groups})
        for name in partitions:
            for (number, month, unit, group), three in _sums(part, ["extract", "period", "committee", name], columns):
                found[number][month][unit, group] = three
    return found


def _sums(rows: pd.DataFrame, by: list[str], columns: Sequence[str]) -> Iterator[tuple[tuple, Three]]:
    sums = rows.groupby(by, sort=False)[list(dict.fromkeys(columns))].sum()
    yield from zip(sums.index, zip(*(sums[column].tolist() for column in columns), strict=True), strict=True)


def _relations(counts: Mapping[Cell, float], partitions: Iterable[Sequence[str]]) -> tuple[Relation, ...]:
    """The region over its committees, each unit over its groups, and the region's groups over the committees'."""
    units = [unit for unit, group in counts if group == WHOLE]
    committees = [unit for unit in units if unit != REGION]
    parts = list(partitions)

    def over_committees(group: str) -> Relation:
        return Relation((REGION, group), tuple((unit, group) for unit in committees))

    return (
        over_committees(WHOLE),
        *(Relation((unit, WHOLE), tuple((unit, group) for group in groups)) for unit in units for groups in parts),
        *(over_committees(group) for groups in parts for group in groups),
    )


def _answers(rows: Sequence[Answers], decimals: int) -> tuple[Table, frozenset[Cell]]:
    """One measure of one year: who answered, per committee and sex; and which of the cells are never shown.

    What is told of a cell is its people times their value, which only the mean of several cells would give away.
    """
    known_values = [abs(value) for *_, value in rows if value == value]
    most, found = max([100.0, *known_values]), {}
    for unit, sex, people, value in rows:
        people, value = (number if number == number else 0.0 for number in (people, value))
        found[unit, sex] = people, abs(people * value), people * most
    committees = list(dict.fromkeys(unit for unit, _ in found))
    sexes, relations = PARTITIONS["sex"], []
    implied: Numbers = {}
    for unit in committees:
        known = [sex for sex in sexes if (unit, sex) in found]
        if (unit, WHOLE) in found and known:
            # A sex that has no row of its own is what is left of the whole.
            rest = [
                max(whole - math.fsum(parts), 0.0)
                for whole, *parts in zip(found[unit, WHOLE], *(found[unit, sex] for sex in known), strict=True)
            ]
            implied |= {(unit, sex): tuple(rest) for sex in sexes if sex not in known}
            relations.append(Relation((unit, WHOLE), tuple((unit, sex) for sex in sexes)))
    found |= implied
    shown = (WHOLE,) if any(group == WHOLE for _, group in found) else sexes
    apart = set(implied)
    for group in (WHOLE, *sexes):
        if parts := tuple((unit, group) for unit in committees if (unit, group) in found):
            found[REGION, group] = tuple(
                math.fsum(numbers) for numbers in zip(*(found[one] for one in parts), strict=True)
            )
            relations.append(Relation((REGION, group), parts))
            apart |= {(REGION, group)} - {(REGION, one) for one in shown}
    counts, values, highest = ({cell: three[place] for cell, three in found.items()} for place in range(3))
    # A step of the mean's last decimal is then more than a cell can hold: its people times the highest value.
    return Table(counts, tuple(relations), most * 10**decimals, values, highest), frozenset(apart)
