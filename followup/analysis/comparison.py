"""The region beside the country and the other regions. Source: Kolada's cached values (followup.tables.kolada).

What is known is what was published before the report's year: a report of 2024 compares values up to 2023. Ranks and
differences are our own computations on Kolada's values.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

import pandas as pd

from followup.ground.figure import COUNT, PERCENT, PERCENTAGE_POINTS, Cells, Figure, joined
from followup.workbooks.source_table import SourceTable

if TYPE_CHECKING:
    from followup.ground.period import Period
    from followup.params.kolada_params import ComparedIndicator, KoladaFile
    from followup.tables.kolada import Kolada

COLUMNS = ["indicator", "year", "value", "country", "difference", "standing", "rank", "tied", "regions"]


def latest_year(period: Period) -> int:
    """The latest year whose values a report of the period can know."""
    return period.year - 1


def by_region(values: SourceTable, indicator: ComparedIndicator, latest: int) -> pd.DataFrame:
    """One indicator's values: index the years up to `latest` as text, columns the ids of regions and country.

    Figures in the indicator's unit; missing where the file has no value, also for a whole year between others.
    """
    rows = values.where(kpi=indicator.kpi).frame
    letter = values.letters.get("value", "")
    figures: dict[str, dict[str, Figure]] = {}
    for number, region, year, value in rows[["region", "year", "value"]].itertuples():
        if int(year) <= latest and value == value:
            origin = (Cells(values.workbook, values.sheet, letter, ((number, number),)),)
            figures.setdefault(year, {})[region] = Figure(value, indicator.unit, origin)
    years = [str(year) for year in range(int(min(figures)), int(max(figures)) + 1)] if figures else []
    regions = sorted({region for row in figures.values() for region in row})
    missing = Figure.missing(unit=indicator.unit)
    data = [[figures.get(year, {}).get(region, missing) for region in regions] for year in years]
    return pd.DataFrame(data, index=years, columns=regions, dtype=object)


def of_committee(kolada: Kolada, params: KoladaFile, committee: str, period: Period) -> pd.DataFrame:
    """`compared` for the indicators that concern a committee, or for all where it is REGION."""
    return compared(kolada.values, params.of(committee), params.region, params.country, latest_year(period))


def compared(
    values: SourceTable, indicators: Iterable[ComparedIndicator], region: str, country: str, latest: int
) -> pd.DataFrame:
    """One row per indicator, index its id, columns COLUMNS: the region in the latest year that it has a value for.

    `value`, `country` and `difference` (region − country; of percentages in percentage points) are figures. `standing`
    is "better", "worse" or "equal" by the indicator's direction, "" where it is neutral or something is missing.
    `rank` is the region's place among the regions with a value, 1 the best, or the highest where the indicator is
    neutral; equal values share a place and `tied` is how many others have the same. `regions` is how many have a
    value. `year` is "" where the region has none.
    """
    rows = {}
    for indicator in indicators:
        frame = by_region(values, indicator, latest)
        own = [year for year in frame.index if region in frame and not frame.loc[year, region].is_missing]
        rows[indicator.kpi] = standing_in(frame, indicator, own[-1] if own else "", region, country)
    return pd.DataFrame.from_dict(rows, orient="index", columns=COLUMNS, dtype=object)


def standing_in(
    frame: pd.DataFrame, indicator: ComparedIndicator, year: str, region: str, country: str
) -> dict[str, object]:
    """One row of `compared`: the region in one year of a frame of `by_region`, or nothing where `year` is ""."""
    missing = Figure.missing(unit=indicator.unit)
    if not year:
        nothing = Figure.missing(unit=COUNT)
        row = {"value": missing, "country": missing, "difference": missing, "standing": ""}
        return {"indicator": indicator, "year": "", **row, "rank": nothing, "tied": 0, "regions": nothing}
    value = frame.loc[year, region]
    nation = frame.loc[year].get(country, missing)
    difference = value - nation
    if indicator.unit == PERCENT:
        difference = difference.in_unit(PERCENTAGE_POINTS)
    present = {code: figure for code, figure in frame.loc[year].items() if code != country and not figure.is_missing}
    origin = joined(figure.origin for figure in present.values())
    ahead = [figure for figure in present.values() if _is_ahead(figure, value, indicator.direction)]
    return {
        "indicator": indicator,
        "year": year,
        "value": value,
        "country": nation,
        "difference": difference,
        "standing": _standing(value, nation, indicator.direction),
        "rank": Figure(float(len(ahead) + 1), COUNT, origin),
        "tied": sum(figure.value == value.value for figure in present.values()) - 1,
        "regions": Figure(float(len(present)), COUNT, origin),
    }


def _is_ahead(other: Figure, own: Figure, direction: str) -> bool:
    return other.value < own.value if direction == "lower" else other.value > own.value


def _standing(value: Figure, nation: Figure, direction: str) -> str:
    if nation.is_missing or direction == "neutral":
        return ""
    if value.value == nation.value:
        return "equal"
    return "better" if (value.value > nation.value) == (direction == "higher") else "worse"
