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
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from followup.analysis.disclosure import WHOLE, Cell, Relation, Table, hidden_cells
from followup.figure import PEOPLE_DECIMALS
from followup.inputs.regions import REGION
from followup.inputs.source_table import SourceTable

# Whether a group ("women", WHOLE) of one unit may not be shown for these slots, months ("2024-03") or years ("2024").
Withheld = Callable[[str, Iterable[str]], bool]

PARTITIONS = {"sex": ("women", "men"), "age_group": ("under_30", "from_30_to_49", "from_50")}

# In a whole of so many times as many people one step of the last decimal of a percentage is more than a cell can hold.
_COVERING = 100 * 10**PEOPLE_DECIMALS

Counts = dict[Cell, float]


@dataclass(frozen=True)
class Protection:
    """The hidden cells of each slot, a month or a year, by each of the extracts that tell of it."""

    decisions: tuple[Mapping[str, frozenset[Cell]], ...]

    def of(self, unit: str) -> Withheld:
        """What of one unit, a committee or REGION, is withheld."""

        def withheld(group: str, slots: Iterable[str]) -> bool:
            asked = list(slots)
            return any((unit, group) in one.get(slot, ()) for one in self.decisions for slot in asked)

        return withheld


def of_sickness(extracts: Sequence[SourceTable], limit: int) -> Protection:
    """From `sickness` of all committees, one table per extract: groups are WHOLE and those of PARTITIONS."""
    return _by_month(extracts, "employees", PARTITIONS, limit)


def of_turnover(extracts: Sequence[SourceTable], limit: int) -> Protection:
    """From `turnover` of all committees, one table per extract: the only group is WHOLE."""
    return _by_month(extracts, "permanent_employees", {}, limit)


def of_yearly(extracts: Sequence[SourceTable], indicator: str, decimals: int, limit: int) -> Protection:
    """From `yearly` of all committees, one table per extract: groups are WHOLE, "women" and "men", slots are years.

    The people are those who answered, or whom the measure is about. `decimals` is how exactly the measure is shown.
    """
    decisions = []
    for extract in extracts:
        rows = extract.where(indicator=indicator)
        slots = {str(int(year)): _answers(rows.where(year=year), decimals) for year in rows.values("year")}
        decisions.append({year: hidden_cells(table, limit, apart) for year, (table, apart) in slots.items()})
    return Protection(tuple(decisions))


def _by_month(
    extracts: Sequence[SourceTable], column: str, partitions: Mapping[str, Sequence[str]], limit: int
) -> Protection:
    decisions: list[dict[str, frozenset[Cell]]] = []
    decided: list[tuple[list[Counts], list[frozenset[Cell]]]] = []
    for extract in extracts:
        months = _counts(extract, column, partitions)
        found: dict[str, frozenset[Cell]] = {}
        for _, group in itertools.groupby(sorted(months), key=lambda month: month[:4]):
            of_year = list(group)
            counts = [months[month] for month in of_year]
            # The extracts of a year mostly tell the same of its first months, and are decided once.
            hidden = next((known for seen, known in decided if seen[: len(counts)] == counts), None)
            if hidden is None:
                hidden = _hidden_in_order(counts, partitions, limit)
                decided.append((counts, hidden))
            found |= dict(zip(of_year, hidden, strict=False))
        decisions.append(found)
    return Protection(tuple(decisions))


def _hidden_in_order(
    months: Sequence[Counts], partitions: Mapping[str, Sequence[str]], limit: int
) -> list[frozenset[Cell]]:
    """The hidden cells of the consecutive months of one year."""
    fewest: Counts = {}
    before: frozenset[Cell] = frozenset()
    found = []
    for counts in months:
        for cell, count in counts.items():
            fewest[cell] = min(count, fewest.get(cell, count))
        # A group is only shown for the months so far together, so it stays hidden; a whole is shown month by month too.
        kept = {cell for cell in before if cell[1] != WHOLE and cell in counts}
        sensitive = {cell for cell in kept if fewest[cell] <= limit}
        table = Table(counts, _relations(counts, partitions.values()), _COVERING)
        hidden = hidden_cells(table, limit, kept, sensitive, before)
        before |= hidden
        found.append(hidden)
    return found


def _counts(extract: SourceTable, column: str, partitions: Mapping[str, Sequence[str]]) -> dict[str, Counts]:
    """People per month, unit and group. Whom a number is missing for is nobody, and so is hidden and protects nobody."""
    frame = extract.frame.assign(people=extract.frame[column].fillna(0.0), unit=extract.frame["committee"])
    frame = frame[frame["unit"].notna() & frame["period"].notna()]
    found: dict[str, Counts] = {}
    for rows in (frame, frame.assign(unit=REGION)):
        for (month, unit), people in rows.groupby(["period", "unit"], sort=False)["people"].sum().items():
            cells = found.setdefault(month, {})
            cells[unit, WHOLE] = float(people)
            cells.update({(unit, group): 0.0 for groups in partitions.values() for group in groups})
        for name in partitions:
            for (month, unit, group), people in rows.groupby(["period", "unit", name], sort=False)["people"].sum().items():
                found[month][unit, group] = float(people)
    return found


def _relations(counts: Counts, partitions: Iterable[Sequence[str]]) -> tuple[Relation, ...]:
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


def _answers(rows: SourceTable, decimals: int) -> tuple[Table, frozenset[Cell]]:
    """One measure of one year: who answered, per committee and sex; and which of the cells are never shown."""
    counts: Counts = {}
    for row in rows.rows():
        counts[row.text("committee"), row.text("sex")] = row.figure("respondents").value or 0.0
    committees = list(dict.fromkeys(unit for unit, _ in counts))
    sexes, relations = PARTITIONS["sex"], []
    implied: Counts = {}
    for unit in committees:
        known = [sex for sex in sexes if (unit, sex) in counts]
        if (unit, WHOLE) in counts and known:
            # A sex that has no row of its own is what is left of the whole.
            rest = counts[unit, WHOLE] - math.fsum(counts[unit, sex] for sex in known)
            implied |= {(unit, sex): max(rest, 0.0) for sex in sexes if sex not in known}
            relations.append(Relation((unit, WHOLE), tuple((unit, sex) for sex in sexes)))
    counts |= implied
    shown = (WHOLE,) if any(group == WHOLE for _, group in counts) else sexes
    apart = set(implied)
    for group in (WHOLE, *sexes):
        if parts := tuple((unit, group) for unit in committees if (unit, group) in counts):
            counts[REGION, group] = math.fsum(counts[part] for part in parts)
            relations.append(Relation((REGION, group), parts))
            apart |= {(REGION, group)} - {(REGION, one) for one in shown}
    # A step of the mean's last decimal is then more than a cell can hold: its people times the highest value.
    highest = max((abs(row.figure("value").value or 0.0) for row in rows.rows()), default=0.0)
    return Table(counts, tuple(relations), max(highest, 100.0) * 10**decimals), frozenset(apart)
