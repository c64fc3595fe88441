"""Thresholds of the rules about staff. Ordinary months have 60 women and 40 men of 150 hours, as in `series_tables`."""

from __future__ import annotations

from typing import Any

from followup.checks.common.case import Case
from followup.params.params import Params
from tests.cases import case_of
from tests.series_tables import SICKNESS, rows_of, sickness, turnover, yearly
from tests.thresholds.pair import pair

MONTHS = ("2024-01", "2024-02", "2024-03", "2024-04")


def of_women(**columns: Any) -> dict[tuple[str, str], dict[str, Any]]:
    """The same in all four months; 5 % sick leave if nothing else is said."""
    return {(month, "women"): {"sick_hours": 450, "long_sick_hours": 180} | columns for month in MONTHS}


def february(**columns: Any) -> dict[tuple[str, str], dict[str, Any]]:
    changes = of_women()
    changes["2024-02", "women"] |= columns
    return changes


def scheduled(params: Params, hours: int) -> Case:
    """60 employees with so many hours."""
    return case_of(params=params, sickness=sickness({("2024-02", "women"): {"scheduled_hours": hours}}))


pair("arbetstid-per-anstalld", "flest_timmar", scheduled, 60 * 200, 60 * 200 + 1, moved=201)
pair("arbetstid-per-anstalld", "minst_timmar", scheduled, 60 * 40, 60 * 40 - 1, moved=39)


def sick_in_a_small_group(params: Params, hours: int) -> Case:
    """20 women with 3 000 hours, who are not compared with their own months."""
    columns = {"employees": 20, "scheduled_hours": 3_000, "sick_hours": hours, "long_sick_hours": hours * 2 // 5}
    return case_of(params=params, sickness=sickness(february(**columns)))


def sick(params: Params, hours: int) -> Case:
    """60 women with 9 000 hours, 450 of them sick in other months."""
    return case_of(params=params, sickness=sickness(february(sick_hours=hours, long_sick_hours=hours * 2 // 5)))


def hardly_sick(params: Params, hours: int) -> Case:
    """60 women of 9 000 hours, 45 of them sick in other months."""
    changes = of_women(sick_hours=45, long_sick_hours=18)
    changes["2024-02", "women"]["sick_hours"] = hours
    return case_of(params=params, sickness=sickness(changes))


def group_of(params: Params, employees: int) -> Case:
    """A fifth and a twentieth of the time in one month: 21 %, where the group has 5 in others."""
    hours = employees * 150
    columns = {"employees": employees, "scheduled_hours": hours, "sick_hours": hours * 0.21}
    return case_of(params=params, sickness=sickness(february(**columns, long_sick_hours=hours * 0.08)))


def growing(hours: tuple[int, ...]) -> Any:
    """Three fifths of each month's sick leave are women's, the rest men's."""
    changes = {}
    for month, total in zip(MONTHS, hours, strict=False):
        for sex, part in (("women", total - total * 2 // 5), ("men", total * 2 // 5)):
            changes[month, sex] = {"sick_hours": part, "long_sick_hours": part * 2 // 5}
    return sickness(changes, count=len(hours))


def growing_months(params: Params, hours: tuple[int, ...]) -> Case:
    return case_of(params=params, sickness=growing(hours))


pair("sjukfranvarons-niva", "hogst_procent", sick_in_a_small_group, 750, 751, moved=26)
pair("sjukfranvarons-niva", "minst_procent", hardly_sick, 45, 44, moved=0.4)
pair("sjukfranvarons-niva", "ganger_egen", sick, 4 * 450, 4 * 450 + 1, moved=5)
pair("sjukfranvarons-niva", "stor_grupp", group_of, 29, 30, moved=31)
pair("sjukfranvarons-niva", "minst_manader", growing_months, (500, 1000, 1500), (500, 1000, 1500, 2000), moved=5)
# Four months like the first would be 4 000 hours; 0,6 of that is 2 400.
pair("sjukfranvarons-niva", "andel_av_summan", growing_months, (1000, 1400, 1900, 2399), (1000, 1400, 1900, 2400), 0.61)


def leaving(employees: int) -> Any:
    """So many permanent employees, and leavers by month."""
    return lambda params, leavers: case_of(
        params=params, turnover=turnover([employees] * len(leavers), leavers, first="2024-01")
    )


def permanent(params: Params, employees: tuple[int, ...]) -> Case:
    return case_of(params=params, turnover=turnover(employees, [0] * len(employees)))


def permanent_of_100(params: Params, employees: tuple[int, ...]) -> Case:
    """Beside the sick leave's sheet, which has 60 women and 40 men."""
    return case_of(params=params, turnover=turnover(employees, [0] * 4), sickness=sickness())


pair("anstallda-och-avgangar", "hogst_procent", leaving(100), (2, 1, 2, 10), (2, 1, 2, 11), moved=11)
pair("anstallda-och-avgangar", "minst_avgangar", leaving(30), (1, 0, 1, 4), (1, 0, 1, 5), moved=6)
pair("anstallda-och-avgangar", "ganger_egen", leaving(1000), (5, 5, 5, 25), (5, 5, 5, 26), moved=6)
pair("anstallda-och-avgangar", "manga_avgangar", leaving(1000), (3, 3, 3, 19), (3, 3, 3, 20), moved=21)
pair("anstallda-och-avgangar", "ganger_fler", permanent, (100, 100, 100, 200), (100, 100, 100, 201), moved=3)
pair("anstallda-och-avgangar", "minst_anstallda", permanent, (9, 9, 9, 19), (9, 9, 9, 20), moved=21)
pair("anstallda-och-avgangar", "hogst_andel", permanent_of_100, (100, 100, 100, 110), (100, 100, 100, 111), moved=112)
pair("anstallda-och-avgangar", "minst_andel", permanent_of_100, (40, 40, 40, 40), (40, 40, 40, 39), moved=39)
pair("anstallda-och-avgangar", "minst_manader", leaving(1000), (5, 10, 15), (5, 10, 15, 20), moved=5)
# Four months like the first would be 40; 0,6 of that is 24.
pair("anstallda-och-avgangar", "andel_av_summan", leaving(1000), (10, 14, 19, 23), (10, 14, 19, 24), moved=0.65)


def copied_months(params: Params, hours: tuple[int, ...]) -> Case:
    """April's sick leave is March's, in the groups that had any."""
    groups = (("women", "under_30"), ("women", "from_50"), ("men", "from_50"))
    rows = [
        (month, "DNKS", sex, age, 60, scheduled, sick, 0)
        for month, scheduled in (("2024-03", 9_000), ("2024-04", 8_400))
        for (sex, age), sick in zip(groups, hours, strict=True)
    ]
    return case_of(params=params, sickness=rows_of(SICKNESS, rows))


pair("personal-kopierad", "minst_rader", copied_months, (400, 410, 0), (400, 410, 420), moved=4)
pair("personal-kopierad", "minst_timmar", copied_months, (20, 30, 49), (20, 30, 50), moved=101)


def revised(before: int) -> Any:
    """Of 1 000 employees, so many left in each month, as the report before had it."""

    def make(params: Params, leavers: int) -> Case:
        earlier = turnover([1000] * 4, [before] * 4)
        now = turnover([1000] * 4, [before] * 3 + [leavers])
        return case_of(params=params, previous={"turnover": earlier}, turnover=now)

    return make


pair("personal-omraknad", "ganger", revised(40), 79, 80, moved=3)
pair("personal-omraknad", "minst", revised(10), 29, 30, moved=21)


def answering(params: Params, respondents: int) -> Case:
    """Of 100 employees."""
    return case_of(params=params, yearly=yearly((2023, "HME", "all", respondents, 78)), sickness=sickness())


def measured(params: Params, values: tuple[float, ...]) -> Case:
    """A value for each year up to 2023."""
    rows = [(2024 - len(values) + place, "HME", "all", 90, value) for place, value in enumerate(values)]
    return case_of(params=params, yearly=yearly(*rows))


pair("arliga-matt", "fler_an_anstallda_procent", answering, 110, 111, moved=12)
pair("arliga-matt", "faktor", measured, (60, 60, 60, 60, 12.1), (60, 60, 60, 60, 12), moved=6)
pair("arliga-matt", "minst_varden", measured, (60, 60, 1), (60, 60, 60, 1), moved=5)
# The last value is 59 from the middle. Half of the others are d from it: eight spreads are 8 · 1,4826 · d, less than 59
# for a d below 4,974.
pair(
    "arliga-matt",
    "spridningar",
    measured,
    (60 - 4.98, 60 - 4.98, 60, 60 + 4.98, 60 + 4.98, 1),
    (60 - 4.97, 60 - 4.97, 60, 60 + 4.97, 60 + 4.97, 1),
    moved=9,
)
# What is set apart by a factor of five is at least 0,8 from the middle: a spread of 0,05 decides with sixteen of them.
pair(
    "arliga-matt",
    "minsta_spridning",
    measured,
    (60, 60, 60, 60, 12),
    (60, 60, 60, 60, 11.9),
    moved=0.06,
    beside={"spridningar": 16},
)


# The same thresholds where they are asked once more: too little, months, years, and other sheets ----------------------


def less_sick(params: Params, hours: int) -> Case:
    """8 000 hours, 400 of them sick in other months."""
    changes = of_women(scheduled_hours=8_000, sick_hours=400, long_sick_hours=160)
    changes["2024-02", "women"] |= {"sick_hours": hours, "long_sick_hours": hours * 2 // 5}
    return case_of(params=params, sickness=sickness(changes))


def long_spells(params: Params, hours: int) -> Case:
    """So many of February's 690 hours, where 276 are usual; 24 of them are men's."""
    changes = february(long_sick_hours=hours - 24)
    changes |= {(month, "men"): {"sick_hours": 240, "long_sick_hours": 96} for month in MONTHS}
    changes["2024-02", "men"] = {"sick_hours": 240, "long_sick_hours": 24}
    return case_of(params=params, sickness=sickness(changes))


def few(women: int, sick: int, long_sick: int) -> dict[str, int]:
    return {"employees": women, "scheduled_hours": women * 150, "sick_hours": sick, "long_sick_hours": long_sick}


def long_spells_of_few(params: Params, women: int) -> Case:
    """Beside 15 men. In February 8 of 224 hours are long, in other months 90."""
    changes = {(month, sex): few(15, 112, 45) for month in MONTHS for sex in ("women", "men")}
    changes["2024-02", "women"], changes["2024-02", "men"] = few(women, 112, 4), few(15, 112, 4)
    return case_of(params=params, sickness=sickness(changes))


def growing_of_few(params: Params, women: int) -> Case:
    """Beside 15 men; together 100 hours in January, and 240 in April."""
    changes = {}
    for month, hours in zip(MONTHS, (50, 70, 95, 120), strict=True):
        changes[month, "women"] = few(women if month == "2024-01" else 15, hours, hours * 2 // 5)
        changes[month, "men"] = few(15, hours, hours * 2 // 5)
    return case_of(params=params, sickness=sickness(changes))


pair("sjukfranvarons-niva", "ganger_egen", less_sick, 100, 99, moved=5)
# A quarter of two fifths.
pair("sjukfranvarons-niva", "ganger_egen", long_spells, 69, 68, moved=5)
pair("sjukfranvarons-niva", "stor_grupp", long_spells_of_few, 14, 15, moved=31)
pair("sjukfranvarons-niva", "stor_grupp", growing_of_few, 14, 15, moved=31)


def permanent_of_few(params: Params, men: int) -> Case:
    """30 permanent employees, beside 12 women and so many men in the sick leave's sheet."""
    changes = {(month, "women"): few(12, 90, 36) for month in MONTHS}
    changes |= {(month, "men"): few(men, 45, 18) for month in MONTHS}
    return case_of(params=params, turnover=turnover([30] * 4, [0] * 4), sickness=sickness(changes))


pair("anstallda-och-avgangar", "ganger_fler", permanent, (100, 100, 100, 50), (100, 100, 100, 49), moved=3)
pair("anstallda-och-avgangar", "minst_anstallda", permanent_of_few, 7, 8, moved=21)


def copied_survey(params: Params, count: int) -> Case:
    """Two years have the same answers, to so many questions."""
    codes = ("HME", "OSA", "ARBETSBELASTNING")[:count]
    rows = [(year, code, "all", 90, 70 + place) for year in (2022, 2023) for place, code in enumerate(codes)]
    return case_of(params=params, yearly=yearly(*rows), sickness=sickness())


pair("personal-kopierad", "minst_rader", copied_survey, 2, 3, moved=4)
pair("personal-omraknad", "ganger", revised(80), 41, 40, moved=3)


def survey_revised(before: float) -> Any:
    """A value that was another one in the report before."""

    def make(params: Params, value: float) -> Case:
        earlier, now = (yearly((2023, "HME", "all", 90, one)) for one in (before, value))
        return case_of(params=params, previous={"yearly": earlier}, yearly=now)

    return make


pair("arliga-matt", "faktor", survey_revised(12), 59, 60, moved=6)
pair("arliga-matt", "faktor", survey_revised(60), 13, 12, moved=6)
