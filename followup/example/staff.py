"""Personnel figures of the example year: hours by sex and age group, leavers, and the yearly measures.

Sickness rates are those of a Swedish region in general: higher for women and in winter, and longer spells with age.
"""

from __future__ import annotations

from dataclasses import dataclass

from followup.example.randomness import Chance

SEXES = ("Kvinnor", "Män")
AGES = ("Högst 29 år", "30–49 år", "Minst 50 år")
PERIODS = tuple([f"2023-{month:02d}" for month in range(1, 13)] + [f"2024-{month:02d}" for month in range(1, 5)])

# The ledger's clerk typed a 0 too many; params/corrections.yml mends it.
MISTYPED_LEAVERS = ("2024-03", "DNNSVH")
MISTYPED_VALUE = 180


@dataclass(frozen=True)
class Workforce:
    """Employees per cell (women then men, the age groups in order), the sickness rate in per cent and more."""

    employees: tuple[tuple[int, int, int], tuple[int, int, int]]
    sickness: float
    leavers_per_month: float
    hme: tuple[int, int | None]
    osa: tuple[int, int]
    full_time: tuple[tuple[float, float], tuple[float, float]]
    enough_time: tuple[int, int]
    # The sickness rate of 2024 as a factor of that of 2023.
    change: float = 1.0


WORKFORCES: dict[str, Workforce] = {
    "RS": Workforce(
        ((48, 246, 171), (29, 142, 98)), 3.9, 0.75, (79, 80), (72, 73), ((91.2, 96.8), (92.0, 97.1)), (58, 60)
    ),
    "DNHS": Workforce(
        ((612, 1694, 1098), (164, 498, 287)),
        6.4,
        0.95,
        (76, 75),
        (66, 64),
        ((71.4, 88.3), (72.6, 88.0)),
        (41, 38),
        1.05,
    ),
    "DNADH": Workforce(
        ((118, 342, 268), (49, 112, 84)), 5.9, 0.85, (77, 78), (68, 68), ((73.8, 90.5), (74.9, 90.2)), (47, 47)
    ),
    "DNPSH": Workforce(
        ((96, 318, 224), (51, 138, 97)), 6.3, 0.9, (77, 78), (67, 69), ((78.2, 89.6), (79.4, 90.1)), (48, 51), 0.93
    ),
    "DNNSVH": Workforce(
        ((142, 548, 402), (31, 126, 103)), 6.1, 1.0, (76, 77), (65, 66), ((70.6, 86.9), (71.8, 87.4)), (39, 41)
    ),
    "DNKS": Workforce(
        ((24, 96, 88), (16, 58, 51)), 4.6, 0.65, (80, 80), (71, 72), ((77.5, 84.1), (78.3, 84.6)), (54, 55)
    ),
    "DNKT": Workforce(((4, 19, 14), (3, 16, 14)), 3.7, 0.7, (81, 82), (73, 74), ((89.2, 96.9), (89.5, 97.0)), (57, 59)),
    "DNRGS": Workforce(
        ((62, 214, 251), (58, 121, 132)), 7.0, 0.8, (75, None), (69, 68), ((68.9, 93.4), (70.3, 93.8)), (55, 54), 0.96
    ),
}

_SEASON = (1.22, 1.26, 1.14, 1.02, 0.93, 0.84, 0.7, 0.82, 0.96, 1.05, 1.12, 1.18)
_WORKING_HOURS = (163, 155, 171, 147, 159, 151, 163, 171, 163, 171, 171, 151)
_SEX_FACTOR = (1.1, 0.68)
_AGE_FACTOR = (0.92, 0.97, 1.08)
_LONG_SHARE = (0.27, 0.41, 0.5)


def sickness_rows() -> list[tuple]:
    """(period, committee, sex, age group, employees, scheduled hours, sick hours, hours in spells of 60 days)."""
    rows = []
    chances = {committee: Chance(committee, "staff") for committee in WORKFORCES}
    for index, period in enumerate(PERIODS):
        month = index % 12
        for committee, workforce in WORKFORCES.items():
            chance = chances[committee]
            for sex_index, sex in enumerate(SEXES):
                for age_index, age in enumerate(AGES):
                    base = workforce.employees[sex_index][age_index]
                    # The number changes by a few per cent; in the smallest groups it stands still.
                    employees = base + round(chance.around_zero(0.02) * base) if base > 30 else base
                    scheduled = round(employees * _WORKING_HOURS[month] * chance.uniform(0.9, 0.94))
                    rate = workforce.sickness / 100 * _SEASON[month] * _SEX_FACTOR[sex_index] * _AGE_FACTOR[age_index]
                    sick = round(scheduled * rate * chance.uniform(0.93, 1.07))
                    if period >= "2024":
                        sick = round(sick * workforce.change)
                    # Long spells are a larger share in summer, when short ones are few.
                    share = _LONG_SHARE[age_index] * (1.15 - 0.12 * _SEASON[month]) * chance.uniform(0.94, 1.06)
                    rows.append((period, committee, sex, age, employees, scheduled, sick, round(sick * share)))
    return rows


def turnover_rows() -> list[tuple]:
    """(period, committee, permanent employees, leavers), with the one typing error."""
    rows = []
    chances = {committee: Chance(committee, "turnover") for committee in WORKFORCES}
    for index, period in enumerate(PERIODS):
        for committee, workforce in WORKFORCES.items():
            chance = chances[committee]
            permanent = round(sum(map(sum, workforce.employees)) * 0.92 * (1 + chance.around_zero(0.01)))
            season = 1.3 if index % 12 in (0, 7) else 0.95
            leavers = round(permanent * workforce.leavers_per_month / 100 * season * chance.uniform(0.7, 1.3))
            if (period, committee) == MISTYPED_LEAVERS:
                leavers = MISTYPED_VALUE
            rows.append((period, committee, permanent, leavers))
    return rows


def yearly_rows() -> list[tuple]:
    """(year, committee, indicator, sex, respondents or employees, value); one committee lacks HME 2023."""
    rows = []
    for index, year in enumerate((2022, 2023)):
        for committee, workforce in WORKFORCES.items():
            women, men = (sum(cells) for cells in workforce.employees)
            answers = round((women + men) * (0.79, 0.77)[index])
            hme = workforce.hme[index]
            rows.append((year, committee, "HME", "Alla", 0 if hme is None else answers, hme))
            rows.append((year, committee, "OSA", "Alla", answers, workforce.osa[index]))
            rows.append((year, committee, "HELTID", "Kvinnor", women, workforce.full_time[index][0]))
            rows.append((year, committee, "HELTID", "Män", men, workforce.full_time[index][1]))
            rows.append((year, committee, "ARBETSBELASTNING", "Alla", answers, workforce.enough_time[index]))
    return rows
