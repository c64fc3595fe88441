"""How earlier forecasts turned out: each one beside the outcome of its year, as deviations from budget in kronor.

An error is outcome − forecast. Above 0 the year ended better than was forecast: the forecast was too low. Only years
that are over, with a row for their December, can be judged.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, get_args

from followup.analysis import economy
from followup.analysis.forecast import OccasionTable
from followup.analysis.forecast_support import PROPOSALS, HindsightTable, Proposal, side_of
from followup.ground.figure import Figure
from followup.ground.figure_table import FigureTable
from followup.ground.period import MONTHS, Period

Column = Literal["year", "month", "report", "forecast", "outcome", "error"]
COLUMNS: tuple[Column, ...] = get_args(Column)
AccuracyTable = FigureTable[Column]
MissColumn = Literal[economy.Column, "miss"]
MISS_COLUMNS: tuple[MissColumn, ...] = get_args(MissColumn)
MissTable = FigureTable[MissColumn]
# Smaller than this, in kronor, an error is 0,0 mnkr to a reader and has no direction.
_NO_ERROR = 50_000


def turned_out(occasions: OccasionTable) -> AccuracyTable:
    """One row per forecast of a year that is over, oldest first, named `2023-02` …. Columns: COLUMNS.

    `occasions`: rows named by the period of each occasion, columns `report` and `deviation`, as `forecast.occasions`
    gives them; the deviation of a December is the year's outcome.
    """
    rows = {}
    for name, told in occasions.rows():
        occasion, end = Period.parse(str(name)), str(Period(Period.parse(str(name)).year, 12))
        if occasion.is_year_end or end not in occasions:
            continue
        outcome = occasions[end, "deviation"]
        rows[str(name)] = {
            "year": occasion.year,
            "month": occasion.month,
            "report": told.text("report"),
            "forecast": told["deviation"],
            "outcome": outcome,
            "error": outcome - told["deviation"],
        }
    return FigureTable.of(rows, COLUMNS)


def by_occasion(turned: AccuracyTable) -> FigureTable[str]:
    """One row per month in which forecasts are given, named `Februari` …, then `Alla tillfällen`.

    Columns: each year's error (the year as text; missing where no forecast was given, and for all occasions the
    year's mean absolute error), `mean_absolute` (of the years that are known) and `direction`: "low" where each error
    is above 0, "high" where each is below, "mixed", "exact" where none is as much as can be seen, or "" for none.
    """
    every = [(row.fact("year", int), row.fact("month", int), row["error"]) for _, row in turned.rows()]
    years = sorted({year for year, _, _ in every})
    rows: dict[str, dict[str, object]] = {}
    for month in sorted({month for _, month, _ in every}):
        of_month = [(year, error) for year, when, error in every if when == month]
        errors = {str(year): _only([error for of, error in of_month if of == year]) for year in years}
        rows[MONTHS[month - 1].capitalize()] = errors | _summary([error for _, error in of_month])
    if rows:
        sizes = {str(year): mean_absolute([error for of, _, error in every if of == year]) for year in years}
        rows["Alla tillfällen"] = sizes | _summary(turned.figures("error"))
    return FigureTable.of(rows, [*map(str, years), "mean_absolute", "direction"])


def mean_absolute(errors: Sequence[Figure]) -> Figure:
    """The mean size of the errors that are known, without sign; missing if none is."""
    known = [error for error in errors if error.value is not None]
    return Figure.mean(error if (error.value or 0.0) >= 0 else -error for error in known)


def direction(errors: Sequence[Figure]) -> str:
    """Whether the forecasts were too "low" or too "high", each one; see `by_occasion`."""
    signs = {
        0 if abs(error.value) < _NO_ERROR else 1 if error.value > 0 else -1
        for error in errors
        if error.value is not None
    }
    if not signs:
        return ""
    # One that hit makes them neither: what is said of all of them must be true of each.
    return {1: "low", -1: "high", 0: "exact"}[signs.pop()] if len(signs) == 1 else "mixed"


def _summary(errors: list[Figure]) -> dict[str, object]:
    return {"mean_absolute": mean_absolute(errors), "direction": direction(errors)}


def _only(errors: Sequence[Figure]) -> Figure:
    return errors[0] if len(errors) == 1 else Figure.missing("ingen prognos lämnades")


def of_year(turned: AccuracyTable, year: int) -> AccuracyTable:
    """The rows of `turned_out` of one year."""
    return turned.where(lambda row: row.fact("year", int) == year)


def computed_misses(turned: AccuracyTable, computed: HindsightTable) -> FigureTable[Proposal]:
    """Outcome less what would have been computed at each forecast, kronor, + where the year ended better.

    Rows as `turned`, columns `run_rate` and `seasonal`; missing for an occasion that `computed`, which is
    `forecast_support.in_hindsight`, does not have.
    """
    rows = {
        str(name): {
            column: outcome - (computed[name, column] if name in computed else Figure.missing()) for column in PROPOSALS
        }
        for name, outcome in turned.column("outcome").items()
    }
    return FigureTable.of(rows, PROPOSALS)


def within_interval(turned: AccuracyTable, computed: HindsightTable) -> list[bool]:
    """Whether the year's outcome lies in the interval of each occasion that had one, as a reader sees them."""
    sides = [
        side_of(outcome, computed[name, "low"], computed[name, "high"])
        for name, outcome in turned.column("outcome").items()
        if name in computed
    ]
    return [side in ("inside", "end") for side in sides if side]


def missed(whole: economy.EconomyTable) -> MissTable:
    """The economy's rows of a year that is over with `miss`: outcome less the last forecast, kronor, + is better."""
    miss = [row["outcome"] - row["forecast"] for _, row in whole.rows()]
    return whole.with_columns({"miss": miss}, MISS_COLUMNS)
