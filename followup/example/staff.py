"""Personnel figures of the example: hours by sex and age group, leavers, and the yearly measures.

Sickness rates are those of a Swedish region in general: higher for women and in winter, and longer spells with age.
In the first months of 2022 the pandemic makes them higher.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from followup.example.months import month_of, months_of
from followup.example.randomness import Chance
from followup.example.story import REPORTING, YEARLY

# (period, committee, sex, age group, employees, scheduled hours, sick hours, hours in spells of 60 days)
SicknessRow = tuple[str, str, str, str, int, int, int, int]
# (year, committee, indicator, sex, respondents or employees, value)
YearlyRow = tuple[int, str, str, str, int, float | None]

SEXES = ("Kvinnor", "Män")
AGES = ("Högst 29 år", "30–49 år", "Minst 50 år")
# The years of the yearly measures, in the order of `Workforce`.
SURVEYS = (2021, 2022, 2023, 2024)

# The clerk of the personnel system typed a 0 too many in one extract; params/corrections.yml mends it.
MISTYPED_LEAVERS = ("2024-03", "DNNSVH")
MISTYPED_IN = "2024-04"
MISTYPED_VALUE = 180


@dataclass(frozen=True)
class Workforce:
    """Employees per cell (women then men, the age groups in order), rates in per cent, and the surveys' answers."""

    employees: tuple[tuple[int, int, int], tuple[int, int, int]]
    sickness: float
    leavers_per_month: float
    # One value per survey; None where there is no answer.
    hme: tuple[int | None, ...]
    osa: tuple[int | None, ...]
    full_time_women: tuple[float | None, ...]
    full_time_men: tuple[float | None, ...]
    enough_time: tuple[int | None, ...]
    # The sickness rate of 2024 as a factor of that of 2023.
    change: float = 1.0


WORKFORCES: dict[str, Workforce] = {
    "RS": Workforce(
        employees=((48, 246, 171), (29, 142, 98)),
        sickness=3.9,
        leavers_per_month=0.75,
        hme=(78, 79, 80, 80),
        osa=(71, 72, 73, 73),
        full_time_women=(90.6, 91.2, 92.0, 92.4),
        full_time_men=(96.5, 96.8, 97.1, 97.0),
        enough_time=(57, 58, 60, 59),
    ),
    "DNHS": Workforce(
        employees=((612, 1694, 1098), (164, 498, 287)),
        sickness=6.4,
        leavers_per_month=0.95,
        hme=(76, 76, 75, 74),
        osa=(67, 66, 64, 65),
        full_time_women=(70.5, 71.4, 72.6, 73.1),
        full_time_men=(88.1, 88.3, 88.0, 88.4),
        enough_time=(43, 41, 38, 37),
        change=1.05,
    ),
    "DNADH": Workforce(
        employees=((118, 342, 268), (49, 112, 84)),
        sickness=5.9,
        leavers_per_month=0.85,
        hme=(77, 77, 78, 78),
        osa=(67, 68, 68, 69),
        full_time_women=(72.9, 73.8, 74.9, 75.3),
        full_time_men=(90.1, 90.5, 90.2, 90.6),
        enough_time=(48, 47, 47, 48),
    ),
    "DNPSH": Workforce(
        employees=((96, 318, 224), (51, 138, 97)),
        sickness=6.3,
        leavers_per_month=0.9,
        hme=(76, 77, 78, 79),
        osa=(66, 67, 69, 70),
        full_time_women=(77.4, 78.2, 79.4, 80.2),
        full_time_men=(89.2, 89.6, 90.1, 90.0),
        enough_time=(46, 48, 51, 52),
        change=0.93,
    ),
    "DNNSVH": Workforce(
        employees=((142, 548, 402), (31, 126, 103)),
        sickness=6.1,
        leavers_per_month=1.0,
        hme=(76, 76, 77, 77),
        osa=(65, 65, 66, 66),
        full_time_women=(69.8, 70.6, 71.8, 72.5),
        full_time_men=(86.4, 86.9, 87.4, 87.1),
        enough_time=(38, 39, 41, 42),
    ),
    "DNKS": Workforce(
        employees=((24, 96, 88), (16, 58, 51)),
        sickness=4.6,
        leavers_per_month=0.65,
        hme=(79, 80, 80, 81),
        osa=(70, 71, 72, 72),
        full_time_women=(76.9, 77.5, 78.3, 78.8),
        full_time_men=(83.8, 84.1, 84.6, 84.9),
        enough_time=(53, 54, 55, 55),
    ),
    # No committee before 2023: the traffic was run by a company.
    "DNKT": Workforce(
        employees=((4, 19, 14), (3, 16, 14)),
        sickness=3.7,
        leavers_per_month=0.7,
        hme=(None, 81, 82, 81),
        osa=(None, 73, 74, 74),
        full_time_women=(None, 89.2, 89.5, 89.5),
        full_time_men=(None, 96.9, 97.0, 97.0),
        enough_time=(None, 57, 59, 60),
    ),
    "DNRGS": Workforce(
        employees=((62, 214, 251), (58, 121, 132)),
        sickness=7.0,
        leavers_per_month=0.8,
        hme=(74, 75, None, 76),
        osa=(68, 69, 68, 70),
        full_time_women=(67.5, 68.9, 70.3, 71.4),
        full_time_men=(93.0, 93.4, 93.8, 93.6),
        enough_time=(54, 55, 54, 56),
        change=0.96,
    ),
    # So few that every figure of theirs is protected.
    "PN": Workforce(
        employees=((0, 2, 2), (0, 1, 1)),
        sickness=3.2,
        leavers_per_month=0.6,
        hme=(82, 82, 83, 83),
        osa=(75, 75, 76, 76),
        full_time_women=(100.0, 100.0, 100.0, 100.0),
        full_time_men=(100.0, 100.0, 100.0, 100.0),
        enough_time=(60, 60, 60, 60),
    ),
    "GNHH": Workforce(
        employees=((3, 14, 11), (1, 6, 5)),
        sickness=5.4,
        leavers_per_month=0.9,
        hme=(77, 78, 78, 79),
        osa=(69, 70, 70, 71),
        full_time_women=(82.1, 82.1, 85.7, 85.7),
        full_time_men=(91.7, 91.7, 91.7, 91.7),
        enough_time=(50, 51, 52, 52),
    ),
}

_SEASON = (1.22, 1.26, 1.14, 1.02, 0.93, 0.84, 0.7, 0.82, 0.96, 1.05, 1.12, 1.18)
_PANDEMIC = {"2022-01": 1.45, "2022-02": 1.5, "2022-03": 1.15}
_WORKING_HOURS = (163, 155, 171, 147, 159, 151, 163, 171, 163, 171, 171, 151)
_SEX_FACTOR = (1.1, 0.68)
_AGE_FACTOR = (0.92, 0.97, 1.08)
_LONG_SHARE = (0.27, 0.41, 0.5)
_ANSWERING = (0.8, 0.79, 0.77, 0.78)


def sickness_rows(period: str) -> list[SicknessRow]:
    """A row per month, committee, sex and age group, to the period's month."""
    drawn = {code: _sickness_of(code) for code in WORKFORCES}
    return [row for month, code in _in_order(period) for row in drawn[code][month]]


def turnover_rows(period: str) -> list[tuple[str, str, int, int]]:
    """(period, committee, permanent employees, leavers), with the one typing error."""
    drawn = {code: _turnover_of(code) for code in WORKFORCES}
    rows = []
    for month, code in _in_order(period):
        permanent, leavers = drawn[code][month]
        if (month, code) == MISTYPED_LEAVERS and period == MISTYPED_IN:
            leavers = MISTYPED_VALUE
        rows.append((month, code, permanent, leavers))
    return rows


def yearly_rows(period: str) -> list[YearlyRow]:
    """A row per year, committee, indicator and sex, of the last years whose survey is known.

    The survey of a year is known when the year is over. One committee lacks HME 2023.
    """
    year = int(period[:4])
    last = year if period.endswith("-12") else year - 1
    known = [each for each in SURVEYS if year - 2 <= each <= last]
    return [row for codes in (REPORTING, YEARLY) for each in known for code in codes for row in _survey(code, each)]


def _in_order(period: str) -> Iterator[tuple[str, str]]:
    """(month, committee): this year and the one before, then the year before that; the joint committees come last.

    They are extracted from a system of their own.
    """
    year = int(period[:4])
    for codes in (REPORTING, YEARLY):
        for years in ((year - 1, year), (year - 2,)):
            for month in months_of(*years):
                for code in codes:
                    if "2022-01" <= month <= period and not (code == "DNKT" and month < "2023-01"):
                        yield month, code


def _chances(committee: str, stream: str) -> Iterator[tuple[str, Chance]]:
    """Each month of the three years with its chance; 2022 has its own, so that it changes nothing in the others."""
    earlier, chance = Chance(committee, f"{stream} 2022"), Chance(committee, stream)
    for month in months_of(2022, 2023, 2024):
        yield month, earlier if month < "2023-01" else chance


@cache
def _sickness_of(committee: str) -> dict[str, list[SicknessRow]]:
    workforce = WORKFORCES[committee]
    found = {}
    for period, chance in _chances(committee, "staff"):
        month = month_of(period) - 1
        rows = []
        for sex_index, sex in enumerate(SEXES):
            for age_index, age in enumerate(AGES):
                base = workforce.employees[sex_index][age_index]
                # The number changes by a few per cent; in the smallest groups it stands still.
                employees = base + round(chance.around_zero(0.02) * base) if base > 30 else base
                scheduled = round(employees * _WORKING_HOURS[month] * chance.uniform(0.9, 0.94))
                rate = workforce.sickness / 100 * _SEASON[month] * _SEX_FACTOR[sex_index] * _AGE_FACTOR[age_index]
                sick = round(scheduled * rate * chance.uniform(0.93, 1.07) * _PANDEMIC.get(period, 1.0))
                if period >= "2024":
                    sick = round(sick * workforce.change)
                # Long spells are a larger share in summer, when short ones are few.
                share = _LONG_SHARE[age_index] * (1.15 - 0.12 * _SEASON[month]) * chance.uniform(0.94, 1.06)
                rows.append((period, committee, sex, age, employees, scheduled, sick, round(sick * share)))
        found[period] = rows
    return found


@cache
def _turnover_of(committee: str) -> dict[str, tuple[int, int]]:
    workforce = WORKFORCES[committee]
    found = {}
    for period, chance in _chances(committee, "turnover"):
        permanent = round(sum(map(sum, workforce.employees)) * 0.92 * (1 + chance.around_zero(0.01)))
        season = 1.3 if month_of(period) in (1, 8) else 0.95
        leavers = round(permanent * workforce.leavers_per_month / 100 * season * chance.uniform(0.7, 1.3))
        found[period] = (permanent, leavers)
    return found


def _survey(committee: str, year: int) -> Iterator[YearlyRow]:
    workforce, index = WORKFORCES[committee], SURVEYS.index(year)
    if workforce.osa[index] is None:
        return
    women, men = (sum(cells) for cells in workforce.employees)
    answers = round((women + men) * _ANSWERING[index])
    hme = workforce.hme[index]
    yield year, committee, "HME", "Alla", 0 if hme is None else answers, hme
    yield year, committee, "OSA", "Alla", answers, workforce.osa[index]
    yield year, committee, "HELTID", "Kvinnor", women, workforce.full_time_women[index]
    yield year, committee, "HELTID", "Män", men, workforce.full_time_men[index]
    yield year, committee, "ARBETSBELASTNING", "Alla", answers, workforce.enough_time[index]
