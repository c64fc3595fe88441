"""How earlier forecasts turned out: each one beside the outcome of its year, as deviations from budget in kronor.

An error is outcome − forecast. Above 0 the year ended better than was forecast: the forecast was too low. Only years
that are over, with a row for their December, can be judged.
"""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from followup.ground.figure import KRONOR, Figure
from followup.ground.period import MONTHS, Period

COLUMNS = ("year", "month", "report", "forecast", "outcome", "error")
# Smaller than this, in kronor, an error is 0,0 mnkr to a reader and has no direction.
_NO_ERROR = 50_000


def turned_out(occasions: pd.DataFrame) -> pd.DataFrame:
    """One row per forecast of a year that is over, oldest first, index `2023-02` …. Columns: COLUMNS.

    `occasions`: index the period of each occasion, columns `report` and `deviation`, as `forecast.occasions` gives
    them; the deviation of a December is the year's outcome.
    """
    rows = {}
    for name, told in occasions.iterrows():
        occasion, end = Period.parse(str(name)), str(Period(Period.parse(str(name)).year, 12))
        if occasion.is_year_end or end not in occasions.index:
            continue
        outcome = occasions.at[end, "deviation"]
        rows[str(name)] = {
            "year": occasion.year,
            "month": occasion.month,
            "report": told["report"],
            "forecast": told["deviation"],
            "outcome": outcome,
            "error": outcome - told["deviation"],
        }
    return pd.DataFrame.from_dict(rows, orient="index", columns=list(COLUMNS), dtype=object)


def by_occasion(turned: pd.DataFrame) -> pd.DataFrame:
    """One row per month in which forecasts are given, index `Februari` …, then `Alla tillfällen`.

    Columns: each year's error (the year as a number; missing where no forecast was given, and for all occasions the
    year's mean absolute error), `mean_absolute` (of the years that are known) and `direction`: "low" where each error
    is above 0, "high" where each is below, "mixed", "exact" where none is as much as can be seen, or "" for none.
    """
    years = sorted(set(turned["year"]))
    rows = {}
    for month in sorted(set(turned["month"])):
        of_month = turned[turned["month"] == month]
        errors = {year: _only(of_month[of_month["year"] == year]["error"]) for year in years}
        rows[MONTHS[month - 1].capitalize()] = errors | _summary(list(of_month["error"]))
    if rows:
        sizes = {year: mean_absolute(list(turned[turned["year"] == year]["error"])) for year in years}
        rows["Alla tillfällen"] = sizes | _summary(list(turned["error"]))
    return pd.DataFrame.from_dict(rows, orient="index", columns=[*years, "mean_absolute", "direction"], dtype=object)


def mean_absolute(errors: Sequence[Figure]) -> Figure:
    """The mean size of the errors that are known, without sign; missing if none is."""
    known = [error for error in errors if error.value is not None]
    total = Figure.sum(error if (error.value or 0.0) >= 0 else -error for error in known)
    if total.value is None:
        return Figure.missing(unit=KRONOR)
    return Figure(total.value / len(known), total.unit, total.origin)


def direction(errors: Sequence[Figure]) -> str:
    """Whether the forecasts were too "low" or too "high", each one; see `by_occasion`."""
    signs = {
        0 if abs(error.value) < _NO_ERROR else 1 if error.value > 0 else -1
        for error in errors
        if error.value is not None
    }
    if not signs:
        return ""
    if signs == {0}:
        return "exact"
    return {1: "low", -1: "high"}.get(sum(signs), "mixed")


def _summary(errors: list[Figure]) -> dict[str, object]:
    return {"mean_absolute": mean_absolute(errors), "direction": direction(errors)}


def _only(errors: pd.Series[Figure]) -> Figure:
    return errors.iloc[0] if len(errors) == 1 else Figure.missing("ingen prognos lämnades")


def of_year(turned: pd.DataFrame, year: int) -> pd.DataFrame:
    """The rows of `turned_out` of one year."""
    return turned[turned["year"] == year]


def computed_misses(turned: pd.DataFrame, computed: pd.DataFrame) -> pd.DataFrame:
    """Outcome less what would have been computed at each forecast, kronor, + where the year ended better.

    Index as `turned`, columns `run_rate` and `seasonal`; missing for an occasion that `computed`, which is
    `forecast_support.in_hindsight`, does not have.
    """
    columns = ["run_rate", "seasonal"]
    rows = {
        name: {
            column: outcome - (computed.at[name, column] if name in computed.index else Figure.missing())
            for column in columns
        }
        for name, outcome in turned["outcome"].items()
    }
    return pd.DataFrame.from_dict(rows, orient="index", columns=columns, dtype=object)


def missed(economy: pd.DataFrame) -> pd.DataFrame:
    """The economy's rows of a year that is over with `miss`: outcome less the last forecast, kronor, + is better."""
    miss = [outcome - forecast for outcome, forecast in zip(economy["outcome"], economy["forecast"], strict=True)]
    return economy.assign(miss=pd.Series(miss, index=economy.index, dtype=object))
