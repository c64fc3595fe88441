"""Every chart once or more on made-up data: what the tests of bytes and of label room draw."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from followup.figure import COUNT, Cells, Figure
from followup.period import Period
from followup.presentation.blocks import Chart
from followup.presentation.charts import (
    accumulated_deviation,
    class_bridge,
    deviation_by_activity,
    forecast_history,
    goal_assessments,
    indicator_trend,
    investments,
    measures_bridge,
    monthly_net_cost,
    sickness_by_group,
    sickness_by_month,
)

PERIOD = Period(2024, 4)
SOURCE = "Källa: exempeldata"
NAN = Figure.missing()


def kr(mnkr: float | None, row: int = 5) -> Figure:
    """A figure in kr from mnkr, with one cell; None is missing."""
    origin = (Cells.of("2024/utfall.xlsx", "Huvudbok", "H", [row]),)
    return Figure.missing(origin=origin) if mnkr is None else Figure(mnkr * 1e6, origin=origin)


def percent(value: float | None, why: str = "saknas") -> Figure:
    """A figure in per cent; None is missing."""
    return Figure.missing(why, unit="%") if value is None else Figure(value, unit="%")


def months(**columns: list[float | None]) -> pd.DataFrame:
    """Twelve months of figures in kr from mnkr; a short list is filled up with missing ones."""
    filled = {name: [*values, *[None] * (12 - len(values))] for name, values in columns.items()}
    frame = {name: [kr(value, row) for row, value in enumerate(values, 5)] for name, values in filled.items()}
    return pd.DataFrame(frame, index=range(1, 13), dtype=object)


def net_cost() -> pd.DataFrame:
    """A hospital's months: always a cost, so all are negative."""
    return months(
        outcome=[-471.2, -466.8, -482.9, -478.4],
        budget=[-466, -460, -474, -470, -468, -462, -431, -449, -468, -475, -470, -482],
        previous_year=[-452, -449, -463, -455, -458, -450, -418, -437, -454, -460, -457, -470],
    )


def net_cost_around_zero() -> pd.DataFrame:
    """A service committee with net budget 0 for the year."""
    return months(
        outcome=[3.1, -4.2, -1.0, 0.4],
        budget=[2, -3, -1, 1, 0.5, 1, 4, 1, -2, -1, -1, -1.5],
        previous_year=[1, -2, -2, 1, 1, 0, 3, 2, -1, -1.5, 0, -1.5],
    )


HOSTILE = ["<script>alert(1)</script>", "$x^2$ & \\frac{1}{2}", "--> ]]> &amp; 😀\nrad två", "M" * 80]


def activities(rows: dict[str, tuple[float | None, float | None]]) -> pd.DataFrame:
    """Activities with (deviation, forecast deviation) in mnkr."""
    return table(
        {name: [kr(value) for value in values] for name, values in rows.items()}, ["deviation", "forecast_deviation"]
    )


def table(rows: dict[str, list], columns: list[str]) -> pd.DataFrame:
    """A frame of figures, one row per name."""
    return pd.DataFrame(list(rows.values()), index=list(rows), columns=columns, dtype=object)


ACTIVITIES = {
    "Medicin- och akutkliniken": (-12.3, -28.0),
    "Operations- och intensivvårdskliniken": (-3.2, 1.5),
    "Kvinnokliniken": (0.0, 0.0),
    "Övriga verksamheter": (1.1, None),
    "Gemensamma verksamheter och sjukhusledning": (4.8, 4.5),
}


def history(rows: dict[str, float | None]) -> pd.DataFrame:
    """Forecast deviations in mnkr by occasion."""
    return table({occasion: [kr(value)] for occasion, value in rows.items()}, ["deviation"])


@dataclass(frozen=True)
class Grade:
    """As a grade of params: code, word, symbol, tone."""

    code: str
    word: str
    symbol: str
    tone: str


GRADES = (
    Grade("on_track", "Bedöms uppnås", "circle", "good"),
    Grade("uncertain", "Osäkert", "triangle", "watch"),
    Grade("off_track", "Bedöms inte uppnås", "diamond", "bad"),
    Grade("not_assessed", "Bedömning saknas", "ring", "neutral"),
)


def goals(rows: dict[str, tuple[int, int, int, int]]) -> pd.DataFrame:
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


def sickness(this_year: list[float | None], last_year: list[float | None], why: str = "saknas") -> pd.DataFrame:
    """Twelve months in per cent; a month that is not there is missing because of `why`."""
    rows = {
        month: [percent(values[month - 1] if month <= len(values) else None, why) for values in (this_year, last_year)]
        for month in range(1, 13)
    }
    return table(rows, ["this_year", "last_year"])


SICK_LAST_YEAR = [6.9, 6.8, 6.3, 5.6, 5.1, 4.6, 4.2, 4.9, 5.7, 6.0, 6.4, 6.8]


def groups(rows: dict[str, tuple[float | None, float | None]]) -> pd.DataFrame:
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


def values(rows: dict[str, float | None]) -> pd.DataFrame:
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


YEARLY = Indicator(frequency="year")


def indicator(
    rows: dict[str, float | None], target: float | None, one: Indicator = Indicator(), grade: str = ""
) -> Chart:
    """The small chart of an indicator in per cent with one decimal."""
    return indicator_trend.chart(values(rows), percent(target), one, grade=grade, source=SOURCE)


MONTHLY = {
    "2023-11": 85.0, "2023-12": 84.2, "2024-01": 86.1, "2024-02": None, "2024-03": 82.9, "2024-04": 83.4,
}  # fmt: skip


def projects(rows: dict[str, tuple[float | None, float | None, float | None]]) -> pd.DataFrame:
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


def measures(rows: dict[str, float | None]) -> pd.DataFrame:
    """Effects in mnkr."""
    return table({name: [kr(value)] for name, value in rows.items()}, ["effect"])


MEASURES = {"Färre hyrsköterskor": 6.5, "Anställningsprövning": 4.0, "Ny upphandling av laboratorietjänster": 3.0}


def classes(rows: dict[str, float | None]) -> pd.DataFrame:
    """Forecast deviations in mnkr by account class."""
    return table({name: [kr(value)] for name, value in rows.items()}, ["forecast_deviation"])


CLASSES = {"Intäkter": 12.0, "Personalkostnader": -30.5, "Övriga driftskostnader": -3.5}


EXAMPLES = {
    "net-cost": lambda: monthly_net_cost.chart(net_cost(), PERIOD, source=SOURCE),
    "net-cost-zero": lambda: monthly_net_cost.chart(net_cost_around_zero(), PERIOD, source=SOURCE),
    "net-cost-december": lambda: monthly_net_cost.chart(
        net_cost().assign(outcome=net_cost()["budget"]), Period(2024, 12), source=SOURCE
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
    "classes": lambda: class_bridge.chart(classes(CLASSES), source=SOURCE),
    "classes-up": lambda: class_bridge.chart(classes({"Intäkter": 12.0, HOSTILE[0]: -4.0}), source=SOURCE),
    "classes-huge": lambda: class_bridge.chart(classes({"Intäkter": 1e6, "Kostnader": -1e-10}), source=SOURCE),
}
