"""Every chart once or more on made-up data: what the tests of bytes and of label room draw."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from followup.analysis import comparison, process_behaviour
from followup.analysis.region.financial_goals import COLUMNS as GOAL_COLUMNS
from followup.analysis.region.financial_goals import GoalAssessment
from followup.charts import (
    accumulated_deviation,
    class_bridge,
    deviation_by_activity,
    deviation_by_committee,
    financial_goal,
    forecast_accuracy,
    forecast_history,
    forecast_support,
    goal_assessments,
    indicator_trend,
    indicator_variation,
    investments,
    measures_bridge,
    monthly_net_cost,
    plan_frames,
    plan_size,
    plan_statuses,
    region_comparison,
    sickness_by_group,
    sickness_by_month,
    status_development,
)
from followup.document.blocks import Chart
from followup.document.tense import PAST
from followup.ground.figure import COUNT, Cells, Figure
from followup.ground.figure_table import FigureRow, FigureTable
from followup.ground.period import Period
from followup.params.indicator import NewLimits
from followup.params.kolada_params import ComparedIndicator
from tests.figure_tables import lined_up, table_of

PERIOD = Period(2024, 4)
SOURCE = "Källa: exempeldata"
NAN = Figure.missing()


def kr(mnkr: float | None, row: int = 5) -> Figure:
    """A figure in kr from mnkr, with one cell; None is missing."""
    origin = (Cells.of("2024/2024-04/utfall.xlsx", "Huvudbok", "H", [row]),)
    return Figure.missing(origin=origin) if mnkr is None else Figure(mnkr * 1e6, origin=origin)


def percent(value: float | None, why: str = "saknas") -> Figure:
    """A figure in per cent; None is missing."""
    return Figure.missing(why, unit="%") if value is None else Figure(value, unit="%")


def months(**columns: list[float | None]) -> FigureTable[str]:
    """Twelve months of figures in kr from mnkr; a short list is filled up with missing ones."""
    filled = {name: [*values, *[None] * (12 - len(values))] for name, values in columns.items()}
    return lined_up(
        {month: [kr(values[month - 1], month + 4) for values in filled.values()] for month in range(1, 13)}, [*filled]
    )


def net_cost() -> FigureTable[str]:
    """A hospital's months: always a cost, so all are negative."""
    return months(
        outcome=[-471.2, -466.8, -482.9, -478.4],
        budget=[-466, -460, -474, -470, -468, -462, -431, -449, -468, -475, -470, -482],
        previous_year=[-452, -449, -463, -455, -458, -450, -418, -437, -454, -460, -457, -470],
    )


def net_cost_around_zero() -> FigureTable[str]:
    """A service committee with net budget 0 for the year."""
    return months(
        outcome=[3.1, -4.2, -1.0, 0.4],
        budget=[2, -3, -1, 1, 0.5, 1, 4, 1, -2, -1, -1, -1.5],
        previous_year=[1, -2, -2, 1, 1, 0, 3, 2, -1, -1.5, 0, -1.5],
    )


HOSTILE = ["<script>alert(1)</script>", "$x^2$ & \\frac{1}{2}", "--> ]]> &amp; 😀\nrad två", "M" * 80]


def activities(rows: dict[str, tuple[float | None, float | None]]) -> FigureTable[str]:
    """Activities with (deviation, forecast deviation) in mnkr."""
    return table(
        {name: [kr(value) for value in values] for name, values in rows.items()}, ["deviation", "forecast_deviation"]
    )


def table(rows: dict[str, list], columns: list[str]) -> FigureTable[str]:
    """A table of figures, one row per name."""
    return lined_up(rows, columns)


ACTIVITIES = {
    "Medicin- och akutkliniken": (-12.3, -28.0),
    "Operations- och intensivvårdskliniken": (-3.2, 1.5),
    "Kvinnokliniken": (0.0, 0.0),
    "Övriga verksamheter": (1.1, None),
    "Gemensamma verksamheter och sjukhusledning": (4.8, 4.5),
}


COMMITTEES = {
    "Hallands sjukhus": (-12.3, -28.0),
    "Psykiatri": (-3.2, 1.5),
    "Kultur och skola": (0.0, 0.0),
    "Kollektivtrafik": (1.1, None),
    "Regionstyrelsen": (4.8, 4.5),
}


def history(rows: dict[str, float | None]) -> FigureTable[str]:
    """Forecast deviations in mnkr by occasion."""
    return table({occasion: [kr(value)] for occasion, value in rows.items()}, ["deviation"])


@dataclass(frozen=True)
class Grade:
    """As a grade of params: code, word, symbol, tone, and the word in a sentence."""

    code: str
    word: str
    symbol: str
    tone: str
    short: str = ""


GRADES = (
    Grade("on_track", "Bedöms uppnås", "circle", "good"),
    Grade("uncertain", "Osäkert", "triangle", "watch"),
    Grade("off_track", "Bedöms inte uppnås", "diamond", "bad"),
    Grade("not_assessed", "Bedömning saknas", "ring", "neutral"),
)


def goals(rows: dict[str, tuple[int, int, int, int]]) -> FigureTable[str]:
    """Counts per focus area in the order of GRADES."""
    return table(
        {area: [Figure(float(count), COUNT) for count in counts] for area, counts in rows.items()},
        [grade.code for grade in GRADES] if rows else [],
    )


GOALS = {
    "Accelerera digital transformation": (2, 1, 0, 0),
    "Attraktiva och hållbara livsmiljöer": (2, 1, 0, 1),
    "Förnyelseförmåga och konkurrenskraft": (1, 2, 0, 0),
    "Utbildning, kompetens och jämlik hälsa": (3, 0, 0, 0),
    "En robust kultursektor": (1, 0, 0, 0),
    "Nära och sammanhållen vård": (1, 2, 1, 0),
    "Styrning utifrån kunskap och kvalitet inom hälso- och sjukvården": (2, 0, 1, 0),
}


PROTECTED = "skyddad uppgift"


def sickness(this_year: list[float | None], last_year: list[float | None], why: str = "saknas") -> FigureTable[str]:
    """Twelve months in per cent; a month that is not there is missing because of `why`."""
    rows = {
        month: [percent(values[month - 1] if month <= len(values) else None, why) for values in (this_year, last_year)]
        for month in range(1, 13)
    }
    return table(rows, ["this_year", "last_year"])


SICK_LAST_YEAR = [6.9, 6.8, 6.3, 5.6, 5.1, 4.6, 4.2, 4.9, 5.7, 6.0, 6.4, 6.8]


def groups(rows: dict[str, tuple[float | None, float | None]]) -> FigureTable[str]:
    """Per cent this year and last; a missing one is protected."""
    return table(
        {name: [percent(value, PROTECTED) for value in values] for name, values in rows.items()},
        ["this_year", "last_year"],
    )


GROUPS = {
    "Kvinnor": (7.2, 6.8),
    "Män": (4.1, 4.4),
    "Högst 29 år": (None, None),
    "30–49 år": (6.0, 6.0),
    "Minst 50 år": (7.1, None),
    "Totalt": (6.4, 6.1),
}


def values(rows: dict[str, float | None]) -> FigureTable[str]:
    """An indicator's values in per cent by period."""
    return table({period: [percent(value)] for period, value in rows.items()}, ["value"])


@dataclass(frozen=True)
class Indicator:
    """As an indicator of params."""

    code: str = "A1"
    name: str = "Tillgänglighet inom 90 dagar"
    unit: str = "%"
    decimals: int = 1
    frequency: str = "month"
    direction: str = "higher"
    new_limits: tuple[NewLimits, ...] = ()


YEARLY = Indicator(frequency="year")


def indicator(
    rows: dict[str, float | None], target: float | None, one: Indicator = Indicator(), grade: str = ""
) -> Chart:
    """The small chart of an indicator in per cent with one decimal."""
    return indicator_trend.chart(values(rows), percent(target), one, grade=grade, source=SOURCE)


MONTHLY = {
    "2023-11": 85.0, "2023-12": 84.2, "2024-01": 86.1, "2024-02": None, "2024-03": 82.9, "2024-04": 83.4,
}  # fmt: skip


VARIATION = tuple(
    Grade(code, word, code, tone, short)
    for code, word, short, tone in (
        ("improvement_high", "Förbättring, högre", "Förbättring", "good"),
        ("improvement_low", "Förbättring, lägre", "Förbättring", "good"),
        ("concern_high", "Försämring, högre", "Försämring", "bad"),
        ("concern_low", "Försämring, lägre", "Försämring", "bad"),
        ("change_high", "Förändring, högre", "Förändring", "neutral"),
        ("change_low", "Förändring, lägre", "Förändring", "neutral"),
        ("common_cause", "Normal variation", "", "neutral"),
        ("no_variation", "Ingen variation", "", "neutral"),
        ("too_few", "För få mätvärden", "", "neutral"),
    )
)


def monthly(numbers: list[float | None]) -> FigureTable[str]:
    """Values in per cent of consecutive months from January 2022."""
    months = [f"{2022 + place // 12}-{place % 12 + 1:02d}" for place in range(len(numbers))]
    return values(dict(zip(months, numbers, strict=True)))


def variation(
    numbers: list[float | None], target: float | None, direction: str = "higher", one: Indicator = Indicator()
) -> Chart:
    """The small process-behaviour chart of months in per cent."""
    aim = percent(target)
    one = replace(one, direction=direction)
    behaviour = process_behaviour.behaviour(monthly(numbers), aim, one, 12)
    return indicator_variation.chart(behaviour, aim, one, VARIATION, source=SOURCE)


# Twelve months around 85, a month far above, then seven below.
VARYING = [85, 86, 84.5, 85.5, 86, 84, 85, 86.5, 84.5, 85, 86, 85, 95, 84, 83.5, 84.5, 83, 84, 83.5, 82.9]

# A year around 79, two around 84 with a typing error, and a slow fall at the end.
STEPPED = [
    *(79, 78.5, 79.5, 80, 79, 78, 79.2, 79.8, 78.8, 79.1, 79.9, 78.7),
    *(84, 83.5, 84.5, 85, 84, 83, 84.2, 84.8, 83.8, 84.1, 84.9, 83.7),
    *(84.3, 83.9, 84.6, 8.4, 84.4, 83.6, 83.2, 82.9, 82.5, 82.1, 81.8, 81.2),
]


def compared(
    kpi: str = "N1",
    name: str = "Väntande högst 90 dagar",
    unit: str = "%",
    decimals: int = 1,
    direction: Literal["higher", "lower", "neutral"] = "higher",
) -> ComparedIndicator:
    """A compared indicator of params."""
    return ComparedIndicator(
        kpi=kpi, group="6", name=name, unit=unit, decimals=decimals, direction=direction, committees=()
    )


COMPARED = compared()
REGIONS = {"r13": "Region Halland", "r00": "Riket", "r01": "Region Stockholm", "r03": "Region Uppsala"}


def regions(rows: dict[str, list[float | None]], one: ComparedIndicator = COMPARED) -> Chart:
    """The small comparison; per year the values of REGIONS in their order."""
    frame = lined_up({year: [percent(number) for number in numbers] for year, numbers in rows.items()}, [*REGIONS])
    known = [year for year in rows if not frame[year, "r13"].is_missing]
    row = comparison.standing_in(frame, one, known[-1] if known else "", "r13", "r00")
    return region_comparison.chart(frame, FigureRow(row), REGIONS, source=SOURCE)


ACROSS = {
    "2020": [87.6, 70.4, 61.0, None], "2021": [87.4, 67.6, 60.2, 88.0], "2022": [None, None, None, None],
    "2023": [86.8, 67.8, 58.3, 88.5],
}  # fmt: skip


def projects(rows: dict[str, tuple[float | None, float | None, float | None]]) -> FigureTable[str]:
    """Projects with (budget, outcome, forecast) in mnkr."""
    return table(
        {name: [kr(value) for value in amounts] for name, amounts in rows.items()},
        ["year_budget", "outcome", "forecast"],
    )


PROJECTS = {
    "Operationsrobot": (24.0, 3.5, 22.0),
    "Ombyggnad av akutmottagningen i Halmstad": (61.0, 18.2, 64.5),
    "Röntgenutrustning": (12.5, 0.0, 6.0),
    "Övriga": (9.5, 4.1, None),
}


def measures(rows: dict[str, float | None]) -> FigureTable[str]:
    """Effects in mnkr."""
    return table({name: [kr(value)] for name, value in rows.items()}, ["effect"])


MEASURES = {"Färre hyrsköterskor": 6.5, "Anställningsprövning": 4.0, "Ny upphandling av laboratorietjänster": 3.0}


def classes(rows: dict[str, float | None]) -> FigureTable[str]:
    """Forecast deviations in mnkr by account class."""
    return table({name: [kr(value)] for name, value in rows.items()}, ["forecast_deviation"])


CLASSES = {"Intäkter": 12.0, "Personalkostnader": -30.5, "Övriga driftskostnader": -3.5}


def support(
    run_rate: float | None, forecast: float | None = None, low: float | None = None, high: float | None = None,
    seasonal: float | None = None,
) -> dict[str, Figure]:  # fmt: skip
    """Deviations of the whole year in mnkr: computed, the committee's, the interval."""
    values = {"run_rate": run_rate, "forecast": forecast, "low": low, "high": high, "seasonal": seasonal}
    return {name: kr(value) for name, value in values.items()}


def accuracy(outcome: float | None, forecasts: dict[str, float | None]) -> FigureTable[str]:
    """A year's forecasts in mnkr by occasion, and its outcome."""
    return table({occasion: [kr(value), kr(outcome)] for occasion, value in forecasts.items()}, ["forecast", "outcome"])


FORECASTS = {"2024-02": -4.0, "2024-04": -6.0, "2024-08": -9.5, "2024-10": -7.5}


def goal_years(rows: dict[str, tuple]) -> FigureTable[str]:
    """A financial goal's years: label to (year, kind, computed, printed, other, used, verdict), per cent.

    What is used and not computed is the plan's where that prints the same, and else another's.
    """
    found = {}
    for label, (year, kind, computed, printed, other, used, verdict) in rows.items():
        figures = {"computed": computed, "least": None, "printed": printed, "other": other, "used": used}
        texts = {"printed_source": "Plan", "other_source": "Annan", "verdict": verdict}
        texts["used_source"] = "" if used in (computed, None) else "Plan" if used == printed else "Annan"
        found[label] = {"year": year, "kind": kind} | {name: percent(value) for name, value in figures.items()} | texts
    return table_of(found, GOAL_COLUMNS)


def assessed_goal(
    measure: str = "result_share",
    now: float | None = -3.3,
    over_time: float | None = 4.9,
    kind: str = "forecast",
    target: float | None = None,
) -> GoalAssessment:
    """A goal's assessment over 2020 to 2024; its grade is not drawn."""
    limit = {"result_share": 2.0, "self_financing": 100.0, "solidity": 0.0}[measure] if target is None else target
    years = (2020, 2021, 2022, 2023, 2024)
    return GoalAssessment(measure, limit, percent(now), kind, percent(over_time), years, None, None, "not_assessed")


GOAL_YEARS = {
    "2018": (2018, "outcome", None, 1.0, -0.2, 1.0, "agrees"),
    "2019": (2019, "outcome", None, None, None, None, ""),
    "2020": (2020, "outcome", None, 7.5, 7.0, 7.5, "agrees"),
    "2021": (2021, "outcome", None, 10.3, 11.3, 11.3, "doubtful"),
    "2022": (2022, "outcome", None, 10.1, 7.1, 7.1, "doubtful"),
    "2023": (2023, "outcome", 2.0, None, 2.0, 2.0, ""),
    "2024 budget": (2024, "budget", -4.8, -4.8, None, -4.8, "agrees"),
    "2024 forecast": (2024, "forecast", -3.3, None, None, -3.3, ""),
}


def financial(rows: dict[str, tuple], goal: GoalAssessment) -> Chart:
    """The chart of a financial goal."""
    return financial_goal.chart(goal_years(rows), goal, name="Resultat, andel av skatter", source=SOURCE)


def plan_counts(rows: dict[str, tuple[str, int]]) -> FigureTable[str]:
    """The parts of a plan with how much each holds."""
    found = {code: {"name": name, "count": Figure(float(count), COUNT)} for code, (name, count) in rows.items()}
    return table_of(found, ("name", "count"))


def plan_frame(
    rows: dict[str, tuple[float | None, ...]], years: tuple[str, ...] = ("2024", "2028")
) -> FigureTable[str]:
    """Frames of a plan in mnkr, a net cost above 0."""
    found = {name: [kr(value) for value in values] for name, values in rows.items()}
    return lined_up(found, years)


STATUSES = ("done", "on_schedule", "delayed", "not_started", "cancelled", "no_status")


def plan_status(rows: dict[str, tuple[str, tuple[int, ...]]]) -> FigureTable[str]:
    """The parts of a plan with how many assignments have each of STATUSES."""
    found = {
        code: {"name": name, "all": Figure(float(sum(counts)), COUNT)}
        | {status: Figure(float(count), COUNT) for status, count in zip(STATUSES, counts, strict=True)}
        for code, (name, counts) in rows.items()
    }
    return table_of(found, ("name", "all", *STATUSES))


ASSIGNMENT = tuple(
    Grade(code=code, word=word, symbol="circle", tone="neutral")
    for code, word in zip(STATUSES, ("Klart", "Enligt plan", "Försenat", "Ej påbörjat", "Avfört"), strict=False)
)
WORDS = plan_size.Words("aktivitet", "aktiviteter", "delmål")
LONG_NAME = "Arbetar hälsofrämjande och levererar en individuell hälso- och sjukvård av hög kvalitet"


EXAMPLES = {
    "plan-size": lambda: plan_size.chart(
        plan_counts({"1.1": ("Hög attraktivitet", 58), "1.4": (LONG_NAME, 36), "1.9": ("Ekonomi", 0)}),
        WORDS,
        source=SOURCE,
    ),
    "plan-size-none": lambda: plan_size.chart(plan_counts({}), WORDS, source=SOURCE),
    "plan-frames": lambda: plan_frames.chart(
        plan_frame({"Driftnämnd Hallands Sjukhus": (5600, 6437), "Regiongemensamma kostnader": (671, 24)}),
        source=SOURCE,
    ),
    "plan-frames-many": lambda: plan_frames.chart(
        plan_frame({f"Nämnd {number}": (100.0 - number, 110.0) for number in range(12)}), source=SOURCE
    ),
    "plan-frames-missing": lambda: plan_frames.chart(
        plan_frame({"Regionstyrelsen": (None, 980), "Revision": (-1e-10, 1e6)}), source=SOURCE
    ),
    "plan-statuses": lambda: plan_statuses.chart(
        plan_status({"1.1": ("Hög attraktivitet", (26, 16, 9, 2, 1, 4)), "1.4": (LONG_NAME, (0, 0, 0, 0, 0, 0))}),
        ASSIGNMENT,
        "aktiviteter",
        source=SOURCE,
    ),
    "plan-statuses-none": lambda: plan_statuses.chart(plan_status({}), ASSIGNMENT, "uppdrag", source=SOURCE),
    "status-development": lambda: status_development.chart(
        plan_status({"2018-02": ("februari 2018", (0, 4, 0, 5, 0, 1)), "2018-04": ("april 2018", (3, 4, 1, 1, 0, 1))}),
        ASSIGNMENT,
        "poster",
        source=SOURCE,
    ),
    "status-development-first": lambda: status_development.chart(
        plan_status({"2018-02": ("februari 2018", (0, 4, 0, 5, 0, 1))}), ASSIGNMENT, "poster", source=SOURCE
    ),
    "goal-result": lambda: financial(GOAL_YEARS, assessed_goal()),
    "goal-none": lambda: financial({}, assessed_goal("solidity", None)),
    "goal-one": lambda: financial(
        {"2024": (2024, "outcome", 0.0, None, None, 0.0, "")}, assessed_goal("solidity", 0.0, kind="outcome")
    ),
    "goal-huge": lambda: financial(
        {
            "2023": (2023, "outcome", 1e9, -1e9, 1e-9, 1e9, "contradicts"),
            "2024 period": (2024, "period", 1e-9, None, None, 1e-9, ""),
        },
        assessed_goal("self_financing", 1e-9, kind="period", target=1.5),
    ),
    "net-cost": lambda: monthly_net_cost.chart(net_cost(), PERIOD, source=SOURCE),
    "net-cost-zero": lambda: monthly_net_cost.chart(net_cost_around_zero(), PERIOD, source=SOURCE),
    "net-cost-december": lambda: monthly_net_cost.chart(
        net_cost().with_columns({"outcome": net_cost().figures("budget")}, net_cost().columns),
        Period(2024, 12),
        source=SOURCE,
    ),
    "net-cost-missing": lambda: monthly_net_cost.chart(
        months(outcome=[], budget=[], previous_year=[]), PERIOD, source=SOURCE
    ),
    "net-cost-huge": lambda: monthly_net_cost.chart(
        months(outcome=[1e6, -1e6, None, 2e6], budget=[0.0] * 12, previous_year=[1e-10] * 12), PERIOD, source=SOURCE
    ),
    "accumulated": lambda: accumulated_deviation.chart(
        months(deviation=[-2.1, -5.4, -8.8, -10.4]), kr(-22.0), kr(-23.5), PERIOD, source=SOURCE
    ),
    "accumulated-signs": lambda: accumulated_deviation.chart(
        months(deviation=[2.1, 5.4, None, 10.4]), kr(-22.0), kr(None), PERIOD, source=SOURCE
    ),
    "accumulated-year": lambda: accumulated_deviation.chart(
        months(deviation=[-102.1, -95.4, -88.8, 10.4, 20, 30, 42, 40, 50, 61, 72, 80]),
        kr(79.5),
        kr(81),
        Period(2024, 12),
        source=SOURCE,
    ),
    "accumulated-zero": lambda: accumulated_deviation.chart(
        months(deviation=[0.0, 0.0, 1e-10, 0.0]), kr(0), kr(0), PERIOD, source=SOURCE
    ),
    "activities": lambda: deviation_by_activity.chart(activities(ACTIVITIES), source=SOURCE),
    "activities-hostile": lambda: deviation_by_activity.chart(
        activities(dict.fromkeys(HOSTILE, (-1000000.0, 1000000.0))), source=SOURCE
    ),
    "activities-one": lambda: deviation_by_activity.chart(activities({"Scenkonst": (-1.2, -3.0)}), source=SOURCE),
    "activities-none": lambda: deviation_by_activity.chart(activities({}), source=SOURCE),
    "committees": lambda: deviation_by_committee.chart(activities(COMMITTEES), source=SOURCE),
    "committees-year": lambda: deviation_by_committee.chart(activities(COMMITTEES), source=SOURCE, tense=PAST),
    "committees-hostile": lambda: deviation_by_committee.chart(
        activities(dict.fromkeys(HOSTILE, (-1000000.0, 1000000.0))), source=SOURCE
    ),
    "committees-none": lambda: deviation_by_committee.chart(activities({}), source=SOURCE),
    "history": lambda: forecast_history.chart(
        history(
            {"2023-04": -8.0, "2023-08": -15.0, "2023-10": -16.5, "2023-12": -13.2, "2024-02": -23.5, "2024-04": -22.0}
        ),
        source=SOURCE,
    ),
    "history-signs": lambda: forecast_history.chart(
        history({"2023-10": 1.0, "2023-12": None, "2024-02": -1e-10, "2024-04": 1.2, "2024-08": -3.1}), source=SOURCE
    ),
    "history-one": lambda: forecast_history.chart(history({"2024-02": -22.0}), source=SOURCE),
    "history-missing": lambda: forecast_history.chart(history({"2024-02": None}), source=SOURCE),
    "goals": lambda: goal_assessments.chart(goals(GOALS), GRADES, source=SOURCE),
    "goals-one": lambda: goal_assessments.chart(goals({"En robust kultursektor": (0, 0, 0, 1)}), GRADES, source=SOURCE),
    "goals-many": lambda: goal_assessments.chart(goals(dict.fromkeys(HOSTILE, (9, 9, 9, 9))), GRADES, source=SOURCE),
    "goals-none": lambda: goal_assessments.chart(goals({}), GRADES, source=SOURCE),
    "sickness": lambda: sickness_by_month.chart(sickness([7.4, 7.1, 6.6, 6.1], SICK_LAST_YEAR), PERIOD, source=SOURCE),
    "sickness-gaps": lambda: sickness_by_month.chart(
        sickness([7.4, None, 6.6, None], [6.9, None, 6.3]), PERIOD, source=SOURCE
    ),
    "sickness-none": lambda: sickness_by_month.chart(sickness([], []), PERIOD, source=SOURCE),
    "sickness-protected": lambda: sickness_by_month.chart(sickness([], [], PROTECTED), PERIOD, source=SOURCE),
    "groups": lambda: sickness_by_group.chart(groups(GROUPS), PERIOD, source=SOURCE),
    "groups-none": lambda: sickness_by_group.chart(groups(dict.fromkeys(GROUPS, (None, None))), PERIOD, source=SOURCE),
    "indicator": lambda: indicator(MONTHLY, 90, grade="misses"),
    "indicator-year": lambda: indicator({"2021": 91.1, "2022": 80.0, "2023": 69.3, "2024": 31.5}, None, YEARLY),
    "indicator-near": lambda: indicator({"2021": 89.1, "2022": 89.7, "2023": 90.4, "2024": 90.2}, 90, YEARLY),
    "indicator-one": lambda: indicator({"2024-04": 83.4}, 90),
    "indicator-none": lambda: indicator({"2024-03": None, "2024-04": None}, 90),
    "indicator-stopped": lambda: indicator({**MONTHLY, "2024-04": None}, None),
    "indicator-huge": lambda: indicator({"2024-03": 1e12, "2024-04": 0.0001}, 90),
    "variation": lambda: variation(VARYING, 90),
    "variation-step": lambda: variation(STEPPED, 82),
    "variation-gap": lambda: variation([*VARYING[:9], None, *VARYING[10:], None], 80),
    "variation-neutral": lambda: variation([1000.0 + 40 * step for step in range(36)], None, "neutral"),
    "variation-equal": lambda: variation([100.0] * 14, 95),
    "variation-huge": lambda: variation([1e9 + step % 3 * 1e8 for step in range(15)], 1.5e9, "lower"),
    "regions": lambda: regions(ACROSS),
    "regions-one-year": lambda: regions({"2023": [86.8, 67.8, 58.3, 88.5]}),
    "regions-edges": lambda: regions({"2023": [99.0, 20.0, 58.3, None]}),
    "regions-none": lambda: regions({"2023": [None, 67.8, 58.3, 88.5]}),
    "regions-nothing": lambda: regions({}),
    "investments": lambda: investments.chart(projects(PROJECTS), PERIOD, source=SOURCE),
    "investments-hostile": lambda: investments.chart(
        projects(dict.fromkeys(HOSTILE, (1e6, 1e-10, 2e6))), PERIOD, source=SOURCE
    ),
    "investments-many": lambda: investments.chart(
        projects({f"Projekt {place}": (place, 1.0, place) for place in range(1, 13)}), PERIOD, source=SOURCE
    ),
    "investments-none": lambda: investments.chart(projects({}), PERIOD, source=SOURCE),
    "measures": lambda: measures_bridge.chart(kr(-22.0), measures(MEASURES), source=SOURCE),
    "measures-many": lambda: measures_bridge.chart(
        kr(-22.0), measures({f"Åtgärd {place}": float(place) for place in range(1, 9)}), source=SOURCE
    ),
    "measures-missing": lambda: measures_bridge.chart(
        kr(-22.0), measures({**MEASURES, HOSTILE[3]: None}), source=SOURCE
    ),
    "measures-none": lambda: measures_bridge.chart(kr(-22.0), measures({}), source=SOURCE),
    "support": lambda: forecast_support.chart(kr(-3.0), support(-9.0, -4.0, -12.0, -6.0, -8.0), PERIOD, source=SOURCE),
    "support-inside": lambda: forecast_support.chart(
        kr(3.0), support(9.0, 1.0, -2.5, 20.5, None), Period(2024, 8), source=SOURCE
    ),
    "support-early": lambda: forecast_support.chart(kr(0.4), support(2.4, 1.0), Period(2024, 2), source=SOURCE),
    "support-none": lambda: forecast_support.chart(kr(None), support(None), PERIOD, source=SOURCE),
    "support-huge": lambda: forecast_support.chart(
        kr(-1e6), support(-3e6, 1e-10, -4e6, -2e6, 2e6), PERIOD, source=SOURCE
    ),
    "accuracy": lambda: forecast_accuracy.chart(accuracy(-8.0, FORECASTS), source=SOURCE),
    "accuracy-gaps": lambda: forecast_accuracy.chart(accuracy(-8.0, FORECASTS | {"2024-04": None}), source=SOURCE),
    "accuracy-one": lambda: forecast_accuracy.chart(accuracy(1e6, {"2024-10": -1e6}), source=SOURCE),
    "accuracy-none": lambda: forecast_accuracy.chart(accuracy(None, {}), source=SOURCE),
    "activities-year": lambda: deviation_by_activity.chart(activities(ACTIVITIES), source=SOURCE, tense=PAST),
    "goals-year": lambda: goal_assessments.chart(goals(GOALS), GRADES, source=SOURCE, tense=PAST),
    "classes-year": lambda: class_bridge.chart(
        table({name: [kr(value)] for name, value in CLASSES.items()}, ["deviation"]),
        source=SOURCE,
        tense=PAST,
    ),
    "classes": lambda: class_bridge.chart(classes(CLASSES), source=SOURCE),
    "classes-up": lambda: class_bridge.chart(classes({"Intäkter": 12.0, HOSTILE[0]: -4.0}), source=SOURCE),
    "classes-huge": lambda: class_bridge.chart(classes({"Intäkter": 1e6, "Kostnader": -1e-10}), source=SOURCE),
}
