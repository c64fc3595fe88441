"""The region beside the country and the other regions. Source: Kolada's cached values (followup.tables.kolada).

What is known is what was published before the report's year: a report of 2024 compares values up to 2023. Ranks and
differences are our own computations on Kolada's values.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Literal, get_args

from followup.ground.figure import COUNT, Cells, Figure, joined
from followup.ground.figure_table import FigureRow, FigureTable
from followup.ground.reading import Conditions, Reading
from followup.workbooks.source_table import SourceTable

if TYPE_CHECKING:
    from followup.ground.period import Period
    from followup.params.kolada_params import ComparedIndicator, KoladaFile
    from followup.tables.kolada import Kolada

Column = Literal["indicator", "year", "value", "country", "difference", "standing", "rank", "tied", "regions"]
COLUMNS: tuple[Column, ...] = get_args(Column)
ComparisonTable = FigureTable[Column]
ComparisonRow = FigureRow[Column]
# Years by ids of regions.
RegionTable = FigureTable[str]


def latest_year(period: Period) -> int:
    """The latest year whose values a report of the period can know."""
    return period.year - 1


def by_region(values: SourceTable, indicator: ComparedIndicator, latest: int) -> RegionTable:
    """One indicator's values: rows the years up to `latest` as text, columns the ids of regions and country.

    Figures in the indicator's unit; missing where the file has no value, also for a whole year between others.
    """
    found = values.where(kpi=indicator.kpi).frame
    letter = values.letters.get("value", "")
    figures: dict[str, dict[str, Figure]] = {}
    for number, region, year, value in found[["region", "year", "value"]].itertuples():
        if int(year) <= latest and value == value:
            origin = (Cells(values.workbook, values.sheet, letter, ((number, number),)),)
            asked: Conditions = (
                ("kpi", (indicator.kpi,)),
                ("region_id", (str(region),)),
                ("ar", (str(year),)),
            )
            figures.setdefault(year, {})[region] = Figure(
                value, indicator.unit, origin, made=Reading(unit=indicator.unit, rows=asked)
            )
    years = [str(year) for year in range(int(min(figures)), int(max(figures)) + 1)] if figures else []
    regions = sorted({region for row in figures.values() for region in row})
    missing = Figure.missing(unit=indicator.unit)
    rows = {year: {region: figures.get(year, {}).get(region, missing) for region in regions} for year in years}
    return FigureTable.of(rows, regions)


def of_committee(kolada: Kolada, params: KoladaFile, committee: str, period: Period) -> ComparisonTable:
    """`compared` for the indicators that concern a committee, or for all where it is REGION."""
    return compared(kolada.values, params.of(committee), params.region, params.country, latest_year(period))


def compared(
    values: SourceTable, indicators: Iterable[ComparedIndicator], region: str, country: str, latest: int
) -> ComparisonTable:
    """One row per indicator, named by its id, columns COLUMNS: the region in the latest year that it has a value for.

    `value`, `country` and `difference` (region − country; of percentages in percentage points) are figures. `standing`
    is "better", "worse" or "equal" by the indicator's direction, "" where it is neutral or something is missing.
    `rank` is the region's place among the regions with a value, 1 the best, or the highest where the indicator is
    neutral; equal values share a place and `tied` is how many others have the same. `regions` is how many have a
    value. `year` is "" where the region has none.
    """
    rows = {}
    for indicator in indicators:
        table = by_region(values, indicator, latest)
        own = table.column(region) if region in table.columns else {}
        known = [str(year) for year, figure in own.items() if not figure.is_missing]
        rows[indicator.kpi] = standing_in(table, indicator, known[-1] if known else "", region, country)
    return FigureTable.of(rows, COLUMNS)


def standing_in(
    table: RegionTable, indicator: ComparedIndicator, year: str, region: str, country: str
) -> dict[str, object]:
    """One row of `compared`: the region in one year of a table of `by_region`, or nothing where `year` is ""."""
    missing = Figure.missing(unit=indicator.unit)
    if not year:
        nothing = Figure.missing(unit=COUNT)
        row = {"value": missing, "country": missing, "difference": missing, "standing": ""}
        return {"indicator": indicator, "year": "", **row, "rank": nothing, "tied": 0, "regions": nothing}
    of_year = table.row(year).figures
    value, nation = of_year[region], of_year.get(country, missing)
    present = {code: figure for code, figure in of_year.items() if code != country and not figure.is_missing}
    origin = joined(figure.origin for figure in present.values())
    ahead = [figure for figure in present.values() if _is_ahead(figure, value, indicator.direction)]
    difference = value.change_from(nation)
    return {
        "indicator": indicator,
        "year": year,
        "value": value,
        "country": nation,
        "difference": difference,
        "standing": _standing(difference, indicator),
        "rank": Figure(float(len(ahead) + 1), COUNT, origin),
        "tied": sum(figure.value == value.value for figure in present.values()) - 1,
        "regions": Figure.count(len(present), origin),
    }


def _is_ahead(other: Figure, own: Figure, direction: str) -> bool:
    if other.value is None or own.value is None:
        return False
    return other.value < own.value if direction == "lower" else other.value > own.value


def _standing(difference: Figure, indicator: ComparedIndicator) -> str:
    """By the difference to the country as it is shown: what is 0,0 is equal."""
    if difference.is_missing or indicator.direction == "neutral":
        return ""
    shown = difference.as_shown(indicator.decimals, millions=False)
    if shown == 0:
        return "equal"
    return "better" if (shown > 0) == (indicator.direction == "higher") else "worse"
