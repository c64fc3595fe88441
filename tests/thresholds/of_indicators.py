"""Thresholds of the rules about indicators, investments, measures, assignments and texts."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from cases import about

from followup.checks.common.case import Case
from followup.ground.errors import Severity
from followup.params.params import Params
from followup.workbooks.source_table import SourceTable
from tests.cases import case_of
from tests.series_tables import indicator_values, investments, months, rows_of
from tests.tables import source_table
from tests.text_cases import comments, text_case
from tests.thresholds.pair import pair

SHARE, COUNT = "NARVARO_NATURBRUK", "RESOR"


def series(code: str) -> Any:
    """Monthly values that end in April 2024, of a share in per cent or of a number."""

    def make(params: Params, values: tuple[float, ...]) -> Case:
        first = months("2023-01", 16)[-len(values)]
        table = indicator_values({code: dict(zip(months(first, len(values)), values, strict=True))})
        return case_of(params=params, indicator_values=table)

    return make


pair("indikatorns-serie", "faktor", series(SHARE), (60, 60, 60, 60, 12.1), (60, 60, 60, 60, 12), moved=6)
pair("indikatorns-serie", "minst_varden", series(SHARE), (60, 60, 1), (60, 60, 60, 1), moved=5)
# As for the yearly measures: 59 is eight spreads of 1,4826 · 4,974.
pair(
    "indikatorns-serie",
    "spridningar",
    series(SHARE),
    (60 - 4.98, 60 - 4.98, 60, 60 + 4.98, 60 + 4.98, 1),
    (60 - 4.97, 60 - 4.97, 60, 60 + 4.97, 60 + 4.97, 1),
    moved=9,
)
pair(
    "indikatorns-serie",
    "minsta_spridning",
    series(SHARE),
    (60, 60, 60, 60, 12),
    (60, 60, 60, 60, 11.9),
    moved=0.06,
    beside={"spridningar": 16},
)
# Four months like January would be 4 000; 0,6 of that is 2 400.
pair("indikatorns-serie", "andel_av_summan", series(COUNT), (1000, 1400, 1900, 2399), (1000, 1400, 1900, 2400), 0.61)


def long_gap(params: Params, second: str) -> Case:
    """A first value in January 2018."""
    return case_of(
        params=params, indicator_values=indicator_values({SHARE: {"2018-01": 80, second: 81, "2024-03": 82}})
    )


def copied_indicators(params: Params, count: int) -> Case:
    """March's values are February's, in so many indicators."""
    values = {f"KOD{number}": {"2024-02": 10 + number, "2024-03": 10 + number} for number in range(count)}
    return case_of(params=params, indicator_values=indicator_values(values))


def target(params: Params, value: float) -> Case:
    """Of a share that has been 20 %."""
    table = rows_of(("committee", "indicator", "target"), [("DNKS", SHARE, value)])
    values = indicator_values({SHARE: dict.fromkeys(months("2024-01", 4), 20.0)})
    return case_of(params=params, indicator_targets=table, indicator_values=values)


def restated(params: Params, before: float) -> Case:
    """A value of 100 among values of 90."""
    values = dict(zip(months("2024-01", 4), (90, 90, 90, 100), strict=True))
    earlier = indicator_values({SHARE: values | {"2024-04": before}})
    return case_of(
        params=params, previous={"indicator_values": earlier}, indicator_values=indicator_values({SHARE: values})
    )


pair("indikatorernas-perioder", "manader_till_nasta", long_gap, "2023-01", "2023-02", moved=61)
pair("indikatorer-kopierade", "minst_indikatorer", copied_indicators, 2, 3, moved=4)
pair("malvardens-skala", "faktor", target, 99, 100, moved=6)
pair("indikatorer-omraknade", "faktor", restated, 20.1, 20, moved=6)

# Investments: a row of mnkr is total budget, this year's budget, outcome and forecast.


def invested(period: str = "2024-04", plan: float | None = None) -> Any:
    """One project, beside a plan of so many mnkr if there is one."""

    def make(params: Params, amounts: tuple[float | None, float, float, float]) -> Case:
        total, *rest = amounts
        table = investments((period, "Maskiner", total, *rest))
        more = {} if plan is None else {"investment_plan": plan_of(plan)}
        return case_of(period=period, params=params, investments=table, **more)

    return make


def plan_of(mnkr: float) -> SourceTable:
    return source_table(f"line  year_0\nSumma  {mnkr * 1e6:.0f}")


def two_holders(params: Params, mnkr: float) -> Case:
    """Two committees, DNKS with 10 mnkr, beside a plan of 100."""
    parts = [
        investments(("2024-04", "Maskiner", None, 10, 1, 10)),
        investments(("2024-04", "Maskiner", None, mnkr, 1, mnkr), committee="DNHS"),
    ]
    frame = parts[0].frame.copy()
    frame.loc[6] = parts[1].frame.iloc[0]
    return case_of(params=params, investments=replace(parts[0], frame=frame), investment_plan=plan_of(100))


pair("investeringarnas-belopp", "ganger_planen", two_holders, 10, 9.9, moved=6)
pair("investeringarnas-belopp", "del_av_planen", invested(plan=100), (None, 150, 1, 150), (None, 150.1, 1, 150), 1.6)
# When the year is over, an outcome above the forecast is no contradiction.
pair("investeringarnas-belopp", "ganger_utfall", invested("2024-12"), (None, 10, 30, 10), (None, 10, 30.1, 10), moved=4)
pair("investeringarnas-belopp", "ganger_prognos", invested(), (None, 10, 1, 200), (None, 10, 1, 200.1), moved=21)
pair("investeringarnas-belopp", "ganger_budget", invested(), (None, 300, 1, 1), (None, 300.1, 1, 1), moved=301)
pair("investeringarnas-belopp", "minst_mnkr", invested("2024-12"), (None, 0.5, 2.4, 0.5), (None, 0.5, 2.5, 0.5), 3)
# Nothing is known beside it.
pair("investeringarnas-belopp", "minst_mnkr", invested("2024-12"), (None, 0, 1.9, 0), (None, 0, 2, 0), moved=3)
pair("investeringarnas-belopp", "del_over_hel_procent", invested(), (100, 102, 1, 102), (100, 102.1, 1, 102), moved=3)


def since_february(then: tuple[float | None, float, float, float]) -> Any:
    """One project, as February's report had it."""

    def make(params: Params, now: tuple[float | None, float, float, float]) -> Case:
        earlier = investments(("2024-02", "Maskiner", *then))
        table = investments(("2024-04", "Maskiner", *now))
        return case_of(params=params, previous={"investments": earlier}, investments=table)

    return make


pair(
    "investeringarnas-historik",
    "minst_mnkr",
    since_february((None, 10, 4, 10)),
    (None, 10, 3.6, 10),
    (None, 10, 3.5, 10),
    moved=0.6,
)
pair(
    "investeringarnas-historik",
    "minst_procent",
    since_february((None, 10, 9, 10)),
    (None, 10, 8.2, 10),
    (None, 10, 8.1, 10),
    moved=12,
)
pair(
    "investeringarnas-historik",
    "ganger",
    since_february((5, 4, 1, 4)),
    (99.9, 4, 2, 4),
    (100, 4, 2, 4),
    moved=21,
)


def measure(costs: float, deficit: float = 0.0) -> Any:
    """One measure with an effect this year and in a full year, in mnkr, for a committee with such costs a year."""

    def make(params: Params, effects: tuple[float, float]) -> Case:
        budget = [f"2024-{month:02d}  {-costs / 12 * 1e6}" for month in range(1, 13)]
        effect, full = (round(one * 1e6) for one in effects)
        return case_of(
            params=params,
            measures=source_table(f"measure  effect  full_year_effect\nÅtgärd  {effect}  {full}"),
            ledger=source_table("period  budget\n" + "\n".join(budget)),
            forecast=source_table(f"activity  forecast\nAllt  {-(costs + deficit) * 1e6:.0f}"),
        )

    return make


pair("atgardernas-effekt", "procent_av_kostnaderna", measure(240), (12, 12), (12.1, 12), moved=6)
pair("atgardernas-effekt", "ganger_underskottet", measure(240, 12), (24, 24), (24.1, 24), moved=3)
pair("atgardernas-effekt", "minst_mnkr", measure(24), (5, 5), (5.1, 5), moved=6)
# Many times more in a full year, and 4,99 or 5 mnkr more.
pair("atgardernas-effekt", "minst_mnkr", measure(2400), (0.05, 5.04), (0.05, 5.05), moved=6)
pair("atgardernas-effekt", "ganger_i_ar", measure(2400), (0.2, 10), (0.2, 10.1), moved=51)


def due(params: Params, year: int) -> Case:
    return case_of(params=params, assignments=source_table(f"assignment  due  status\nUppdrag  {year}-12-15  done"))


pair("uppdragens-datum", "ar_fore", due, 2019, 2018, moved=6, severity=Severity.WARNING)
pair("uppdragens-datum", "ar_efter", due, 2034, 2035, moved=11, severity=Severity.WARNING)


def handed_in(params: Params, day: str) -> Case:
    return case_of(params=params, cover=source_table(f"handed_in_on  summary\n{day}  .\n"))


pair("rapportens-datum", "months_after", handed_in, "2024-10-31", "2024-11-01", moved=7)

WORDS = "ett två tre fyra fem sex sju åtta nio tio elva tolv tretton fjorton femton sexton sjutton arton nitton tjugo"


def written(params: Params, texts: tuple[str, str]) -> Case:
    then, now = texts
    return about(text_case(now, previous={"comments": comments(then)}), params=params)


def words(count: int, others: int = 0) -> str:
    """So many words in a row, the first of them others."""
    kept = WORDS.split()[others:count]
    return " ".join(["annat"] * others + kept)


# Of twenty words, two or three others: 18 or 17 of 20 are alike.
pair(
    "kopierade-texter",
    "percent",
    written,
    (words(20), words(20, 3)),
    (words(20), words(20, 2)),
    moved=96,
    severity=Severity.NOTE,
)
pair(
    "kopierade-texter",
    "least_words",
    written,
    (words(15), words(15)),
    (words(16), words(16)),
    moved=17,
    severity=Severity.NOTE,
)


# The same thresholds where they are asked once more ------------------------------------------------------------------


def equal_to_targets(params: Params, count: int) -> Case:
    """The values of so many indicators are their targets."""
    codes = [f"KOD{number}" for number in range(count)]
    targets = rows_of(("committee", "indicator", "target"), [("DNKS", code, 10 + at) for at, code in enumerate(codes)])
    values = indicator_values({code: {"2024-03": 10 + at} for at, code in enumerate(codes)})
    return case_of(params=params, indicator_values=values, indicator_targets=targets)


def low_target(params: Params, value: float) -> Case:
    """Of a share that has been 100 %."""
    table = rows_of(("committee", "indicator", "target"), [("DNKS", SHARE, value)])
    values = indicator_values({SHARE: dict.fromkeys(months("2024-01", 4), 100.0)})
    return case_of(params=params, indicator_targets=table, indicator_values=values)


def restated_below(params: Params, before: float) -> Case:
    """A value of 10 among values of 12."""
    values = dict(zip(months("2024-01", 4), (12, 12, 12, 10), strict=True))
    earlier = indicator_values({SHARE: values | {"2024-04": before}})
    return case_of(
        params=params, previous={"indicator_values": earlier}, indicator_values=indicator_values({SHARE: values})
    )


pair("indikatorer-kopierade", "minst_indikatorer", equal_to_targets, 2, 3, moved=4)
pair("malvardens-skala", "faktor", low_target, 21, 20, moved=6)
pair("indikatorer-omraknade", "faktor", restated_below, 49, 50, moved=6)
pair("investeringarnas-historik", "ganger", since_february((100, 4, 1, 4)), (5.1, 4, 2, 4), (5, 4, 2, 4), moved=21)
# The total budget has become 26 times what it was.
pair(
    "investeringarnas-historik",
    "minst_mnkr",
    since_february((0.02, 0.02, 0, 0.02)),
    (0.51, 0.02, 0, 0.02),
    (0.52, 0.02, 0, 0.02),
    moved=0.6,
)
pair("atgardernas-effekt", "ganger_i_ar", measure(2400), (10, 0.2), (10, 0.19), moved=60)
