"""What is true of the people in `personal.xlsx`, read by openpyxl alone, and the attack on what is published."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import openpyxl
from attacker import Attacker

from followup.ground.paths import PROJECT

# Every period whose reports tell of people.
PERIODS = tuple(f"{year}-{month}" for year in (2023, 2024) for month in ("02", "04", "08", "10", "12"))
WORKBOOK = PROJECT / "data" / "example" / "2024" / "2024-12" / "personal.xlsx"
# Every span from January on that they tell of: the first year's is the year before in the reports of the next.
OCCASIONS = (*(f"2022-{period[5:]}" for period in PERIODS[:5]), *PERIODS)

SEXES = {"Kvinnor": "women", "Män": "men"}
AGES = {"Högst 29 år": "under_30", "30–49 år": "from_30_to_49", "Minst 50 år": "from_50"}
ALL = "all"
# As the tables name the groups.
GROUPS = {"Totalt": ALL, "Sjukfrånvaro, alla": ALL, **SEXES, **AGES}
REGION = "REGION"

# (committee, group, month)
Key = tuple[str, str, str]
# (committee or REGION, group, months)
Hidden = tuple[str, str, tuple[str, ...]]


@dataclass(frozen=True)
class People:
    """Per committee, group and month: employees, scheduled hours, hours of absence, and those of long spells."""

    employees: dict[Key, float]
    scheduled: dict[Key, float]
    sick: dict[Key, float]
    long: dict[Key, float]

    @property
    def committees(self) -> list[str]:
        return list(dict.fromkeys(code for code, _, _ in self.employees))

    @property
    def months(self) -> list[str]:
        return sorted({month for _, _, month in self.employees})

    def sum(self, column: str, unit: str, group: str, months: Iterable[str]) -> float:
        values = getattr(self, column)
        codes = self.committees if unit == REGION else [unit]
        return sum(values.get((code, group, month), 0.0) for code in codes for month in months)


def people_of(rows: Iterable[tuple]) -> People:
    """From (month, committee, sex, age, employees, scheduled, sick, long), the groups as the sheet names them."""
    found = People({}, {}, {}, {})
    for month, code, sex, age, *numbers in rows:
        for group in (ALL, SEXES[sex], AGES[age]):
            key = (code, group, month)
            for values, number in zip((found.employees, found.scheduled, found.sick, found.long), numbers, strict=True):
                values[key] = values.get(key, 0.0) + number
    return found


@cache
def people_in(workbook: Path) -> People:
    """From the sheet Sjukfrånvaro, whose rows begin below the heading Period."""
    sheet = openpyxl.load_workbook(workbook, read_only=True, data_only=True)["Sjukfrånvaro"]
    rows = list(sheet.iter_rows(values_only=True))
    head = next(number for number, row in enumerate(rows) if row[0] == "Period")
    return people_of(row[:8] for row in rows[head + 1 :] if row[2] in SEXES)


def so_far(period: str) -> list[str]:
    """`2024-01` to the period."""
    year, month = period.split("-")
    return [f"{year}-{number:02d}" for number in range(1, int(month) + 1)]


@dataclass(frozen=True)
class Published:
    """One published ratio: of absence per scheduled hours, or `long` per absence. `step`: a unit of the last digit."""

    unit: str
    group: str
    months: tuple[str, ...]
    percent: float
    step: float
    long: bool = False


class Attack:
    """On the sick leave of some years of one personal.xlsx, from what is published of it."""

    def __init__(self, people: People, periods: Iterable[str]) -> None:
        """`periods` are those that the groups are told of: between them lie the shortest spans that can be had."""
        self.people = people
        self.spans = _spans(periods)
        self.attacker = Attacker()
        for code in people.committees:
            for span in self.spans:
                for month in span:
                    highest = people.sum("scheduled", code, ALL, [month])
                    self.attacker.wonders((code, ALL, (month,)), highest)
                    self.attacker.wonders((code, "long", (month,)), highest)
                    long_is_part = {(code, "long", (month,)): 1.0, (code, ALL, (month,)): -1.0}
                    self.attacker.learns(long_is_part, -highest, 0.0)
                for groups in (SEXES.values(), AGES.values()):
                    parts = {}
                    for group in groups:
                        self.attacker.wonders((code, group, span), people.sum("scheduled", code, group, span))
                        parts[code, group, span] = 1.0
                    whole = {(code, ALL, (month,)): -1.0 for month in span}
                    self.attacker.learns(parts | whole, 0.0, 0.0)

    def unknowns(self, unit: str, group: str, months: Iterable[str]) -> dict[Key, float]:
        """The sum of unknowns that is the absence of a group in some months."""
        wanted = set(months)
        codes = self.people.committees if unit == REGION else [unit]
        if group in (ALL, "long"):
            return {(code, group, (month,)): 1.0 for code in codes for month in sorted(wanted)}
        spans = [span for span in self.spans if wanted.issuperset(span)]
        assert sorted(wanted) == sorted(month for span in spans for month in span), "no sum of spans"
        return {(code, group, span): 1.0 for code in codes for span in spans}

    def learns(self, published: Iterable[Published]) -> None:
        known = list(dict.fromkeys(published))
        absence: dict[tuple[str, tuple[str, ...]], tuple[float, float]] = {}
        for one in known:
            if not one.long:
                limits = _limits(self.people.sum("scheduled", one.unit, one.group, one.months), one)
                self.attacker.learns(self.unknowns(one.unit, one.group, one.months), *limits)
                if one.group == ALL:
                    absence[one.unit, one.months] = limits
        for one in known:
            if one.long:
                # A share of hours of absence that are known within limits themselves.
                most = self.people.sum("scheduled", one.unit, ALL, one.months)
                least, most = absence.get((one.unit, one.months), (0.0, most))
                limits = _limits(least, one)[0], _limits(most, one)[1]
                self.attacker.learns(self.unknowns(one.unit, "long", one.months), *limits)

    def interval(self, unit: str, group: str, months: Iterable[str]) -> tuple[float, float]:
        return self.attacker.interval(self.unknowns(unit, group, months))

    def protected(self, published: Iterable[Published], periods: Iterable[str], limit: int = 10) -> Iterator[Hidden]:
        """What nobody may be able to work out: the absence of `limit` people or fewer.

        Of a group that is so small in any month so far at one of the periods, the months that it has never been
        published for. Of a committee, each such month, and all of them so far.
        """
        known: dict[tuple[str, str], list[tuple[str, ...]]] = {}
        for one in published:
            if not one.long:
                known.setdefault((one.unit, one.group), []).append(one.months)
        units, groups = [*self.people.committees, REGION], (*SEXES.values(), *AGES.values())
        for period, unit in itertools.product(periods, units):
            months = so_far(period)
            few = tuple(month for month in months if 0 < self.people.sum("employees", unit, ALL, [month]) <= limit)
            if few:
                yield from ((unit, ALL, span) for span in (few, *((month,) for month in few)))
            for group in groups:
                counts = [self.people.sum("employees", unit, group, [month]) for month in months]
                if min(counts) <= limit and max(counts) > 0:
                    told = {
                        month for seen in known.get((unit, group), ()) if set(seen) <= set(months) for month in seen
                    }
                    if hidden := tuple(month for month in months if month not in told):
                        yield unit, group, hidden


def _limits(hours: float, one: Published) -> tuple[float, float]:
    """The hours that a published percentage can stand for. Whoever knows all its digits has them as a float."""
    slack = hours * 1e-11
    low, high = (hours * (one.percent + sign * one.step / 2) / 100 for sign in (-1, 1))
    return low - slack, high + slack


def _spans(periods: Iterable[str]) -> list[tuple[str, ...]]:
    """`2024-04`, `2024-08` to the months 1-4 and 5-8; a year that is begun is there to its end."""
    years: dict[str, set[int]] = {}
    for period in periods:
        years.setdefault(period[:4], set()).add(int(period[5:]))
    found = []
    for year, ends in sorted(years.items()):
        begin = 0
        for end in sorted(ends | {12}):
            found.append(tuple(f"{year}-{month:02d}" for month in range(begin + 1, end + 1)))
            begin = end
    return [span for span in found if span]
