"""The sheets about people as tables of cells: what is known of each committee and group, and the sums that they obey.

Groups are WHOLE ("all"), the sexes and the ages; the region is a unit beside the committees. Source: `personal.xlsx`.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import numpy as np
import pandas as pd

from followup.analysis.people.disclosure import WHOLE, Cell, Relation, Table
from followup.ground.regions import REGION

PARTITIONS = {"sex": ("women", "men"), "age_group": ("under_30", "from_30_to_49", "from_50")}

# People, what would be told of them, and the most that it can be.
Three = tuple[float, float, float]
Numbers = dict[Cell, Three]
# Committee, sex, respondents and value of a row of the yearly measures.
Answers = tuple[str, str, float, float]


def numbers_by_month(
    frames: Sequence[pd.DataFrame], columns: Sequence[str], partitions: Mapping[str, Sequence[str]], first_year: int
) -> list[dict[str, Numbers]]:
    """Of each extract, the three columns per month, unit and group, from the first year on.

    What a number is missing for is nothing: it is hidden, and it hides nobody.
    """
    names = list(dict.fromkeys(columns))
    rows = pd.concat([frame.assign(extract=number) for number, frame in enumerate(frames)])
    rows = rows[rows["committee"].notna() & rows["period"].notna()]
    rows = rows[rows["period"] >= str(first_year)]
    rows = rows[["extract", "period", "committee", *partitions, *names]].copy()
    # Another committee's numbers may be impossible, which stops its report and not this one.
    rows[names] = rows[names].where(np.isfinite(rows[names]) & (rows[names] > 0), 0.0)
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


def three_apart(numbers: Numbers) -> tuple[dict[Cell, float], dict[Cell, float], dict[Cell, float]]:
    """People, values and highest values; where a value is more than it can be, it is the highest."""
    counts, values, most = ({cell: three[place] for cell, three in numbers.items()} for place in range(3))
    return counts, values, {cell: max(high, values[cell]) for cell, high in most.items()}


def _sums(rows: pd.DataFrame, by: list[str], columns: Sequence[str]) -> Iterator[tuple[tuple[Any, ...], Three]]:
    sums = rows.groupby(by, sort=False)[list(dict.fromkeys(columns))].sum()
    yield from zip(sums.index, zip(*(sums[column].tolist() for column in columns), strict=True), strict=True)


def relations_of(counts: Mapping[Cell, float], partitions: Iterable[Sequence[str]]) -> tuple[Relation, ...]:
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


def table_of_answers(rows: Sequence[Answers], decimals: int) -> tuple[Table, frozenset[Cell]]:
    """One measure of one year: who answered, per committee and sex; and which of the cells are never shown.

    What is told of a cell is its people times their value, which only the mean of several cells would give away.
    """
    known_values = [abs(value) for *_, value in rows if math.isfinite(value)]
    most, found = max([100.0, *known_values]), {}
    for unit, sex, people, value in rows:
        people, value = (number if math.isfinite(number) and number > 0 else 0.0 for number in (people, value))
        found[unit, sex] = people, people * value, people * most
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
            together = zip(*(found[one] for one in parts), strict=True)
            people, told, most_told = (math.fsum(numbers) for numbers in together)
            found[REGION, group] = people, told, most_told
            relations.append(Relation((REGION, group), parts))
            apart |= {(REGION, group)} - {(REGION, one) for one in shown}
    counts, values, highest = three_apart(found)
    # A step of the mean's last decimal is then more than a cell can hold: its people times the highest value.
    return Table(counts, tuple(relations), most * 10**decimals, values, highest), frozenset(apart)
