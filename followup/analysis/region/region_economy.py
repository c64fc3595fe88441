"""The region's economy: every holder of a budget frame in one table, and the sums of their unrounded figures.

All figures are kronor with revenue + and cost −, so a deviation above 0 is better than budget. A holder that leaves a
report is taken as its own report has it; the others come from the ledger and from sheet `Prognos övriga` of
the region's workbook. Source of the frames: `budget.xlsx`.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Literal, get_args

from followup.analysis.economy import (
    COLUMNS,
    LEDGER_COLUMNS,
    EconomyTable,
    LedgerTable,
    account_classes,
    economy_row,
    growth_of,
    ledger_row,
)
from followup.analysis.extremes import rank
from followup.analysis.measures import MeasureTable, effect_of, remaining
from followup.ground.figure import Figure
from followup.ground.figure_table import FigureTable
from followup.ground.period import Period
from followup.ground.regions import REGION
from followup.workbooks.source_table import SourceTable

TOTAL = REGION
ROWS_SUM, PRINTED, DIFFERENCE = "Summa av raderna", "Tryckt summa", "Skillnad"

EffectColumn = Literal["decided", "proposed", "gap"]
PathColumn = Literal["deviation"]
HeldColumn = Literal["frame", "year_budget", "difference"]
DeviationColumn = Literal["deviation", "forecast_deviation"]
ForecastColumn = Literal["forecast_deviation", "forecast_change"]
EffectTable = FigureTable[EffectColumn]
HeldTable = FigureTable[HeldColumn]
PathTable = FigureTable[PathColumn]
# Its columns are `year_0` … `year_4`.
PrintedTable = FigureTable[str]

_DEVIATIONS: tuple[DeviationColumn, ...] = get_args(DeviationColumn)
_FORECASTS = ("forecast", "forecast_deviation", "previous_forecast", "forecast_change")


def holder_row(
    ledger: SourceTable, forecasts: SourceTable, code: str, name: str, period: Period, first: bool
) -> dict[str, Figure]:
    """The ten figures of economy.COLUMNS for a holder without a report, from the ledger and `holder_forecast`.

    Without a row there the forecast is missing, and with it the region's: the reason names the holder.
    """
    own = forecasts.where(committee=code)
    row = economy_row(ledger.where(committee=code), own, period, first)
    if len(own):
        return row
    return row | {column: Figure.missing(f"prognos saknas för {name}") for column in _FORECASTS}


def by_holder(rows: Mapping[str, Mapping[str, Figure]]) -> EconomyTable:
    """One row per holder in the given order, named by its code, then TOTAL, their sum. Columns: economy.COLUMNS."""
    return FigureTable.of({**rows, TOTAL: _summed(list(rows.values()))}, COLUMNS)


def _summed(rows: Sequence[Mapping[str, Figure]]) -> dict[str, Figure]:
    # A sum of percentages would be none.
    total: dict[str, Figure] = {one: Figure.sum(row[one] for row in rows) for one in COLUMNS if one != "change"}
    total["change"] = growth_of(total["outcome"], total["previous_year"])
    return total


def by_account_class(ledger: SourceTable, period: Period) -> LedgerTable:
    """One row per account class of the whole ledger, as `account_classes`, then TOTAL. Columns: economy.LEDGER_COLUMNS.

    There is no forecast: a holder without a workbook forecasts its net cost only.
    """
    rows = {name: ledger_row(ledger.where(account_class=name), period) for name in account_classes(ledger)}
    rows[TOTAL] = ledger_row(ledger, period)
    return FigureTable.of(rows, LEDGER_COLUMNS)


def in_deficit(holders: EconomyTable, column: DeviationColumn) -> EconomyTable:
    """The holders, without TOTAL, that have a deficit in the column as a reader sees it, the largest first."""
    parts = holders.without(TOTAL)
    place = {code: rank(row[column]) for code, row in parts.rows()}
    return parts.only(sorted((code for code, (seen, _) in place.items() if seen < 0), key=place.__getitem__))


def with_measures(forecasts: Mapping[str, Figure], measures: Mapping[str, MeasureTable]) -> EffectTable:
    """Per committee the year's effect of its `decided` and `proposed` measures, and `gap` = forecast + proposed.

    `forecasts` are the forecasts' deviations, in which decided measures are included; `measures` each committee's
    `measures.all_measures`. An effect is missing where there are no such measures, and the gap is then the forecast.
    """
    rows = {}
    for code, forecast in forecasts.items():
        effects = {decision: effect_of(measures[code], decision) for decision in ("decided", "proposed")}
        none_proposed = "proposed" not in measures[code].texts("decision")
        rows[code] = effects | {"gap": forecast if none_proposed else remaining(forecast, effects["proposed"])}
    return FigureTable.of(rows, get_args(EffectColumn))


def together(deficits: EconomyTable, effects: EffectTable, measures: Mapping[str, MeasureTable]) -> dict[str, Figure]:
    """The `deficits` of reporting committees summed, with the effects of their measures and what these leave.

    `effects` are their rows of `with_measures`, `measures` as there. A committee without such measures adds nothing to
    an effect, which is missing where none has any. A surplus that one committee's measures leave covers no other's
    deficit. Of no committee all is missing.
    """
    sums: dict[str, Figure] = {column: Figure.sum(deficits.figures(column)) for column in _DEVIATIONS}
    for decision in ("decided", "proposed"):
        having = [str(code) for code in deficits.names if decision in measures[str(code)].texts("decision")]
        sums[decision] = Figure.sum(effects[code, decision] for code in having)
    gaps = [effects[str(code), "gap"] for code in deficits.names]
    # A deficit is summed as it is shown; where all are covered, 0 is left.
    below = [gap for gap in gaps if gap.is_missing or gap.as_shown(1) < 0]
    sums["gap"] = Figure.sum(below or [gap.at_most_zero for gap in gaps])
    return sums


def forecast_path(histories: Mapping[str, PathTable], year: int) -> PathTable:
    """The committees' forecasts summed per occasion of the year, rows `2024-02` …, column `deviation`.

    `histories` are the committees' `forecast.history`. An occasion that a committee lacks has no sum, and the reason
    names the committee.
    """
    told = {str(when) for history in histories.values() for when in history.names}
    rows = {}
    for occasion in sorted(when for when in told if when[:4] == str(year)):
        if lacking := [code for code, history in histories.items() if occasion not in history]:
            whole = Figure.missing(f"prognos saknas för {', '.join(lacking)}")
        else:
            whole = Figure.sum(history[occasion, "deviation"] for history in histories.values())
        rows[occasion] = {"deviation": whole}
    return FigureTable.of(rows, get_args(PathColumn))


def region_path(
    committees: PathTable, budgets: Mapping[str, Figure], others: Mapping[str, SourceTable], known: Mapping[str, Figure]
) -> PathTable:
    """The whole region's forecasts of the year per occasion of `committees`, a `forecast_path`: column `deviation`.

    `known` are the occasions that the report itself has the whole of. Of the rest, `others` are the tables
    `holder_forecast` that were handed in then, by occasion, where the forecasts of the holders without a report are:
    less `budgets`, theirs for the year, they are added to the committees'. An occasion that they do not tell all of is
    left out.
    """
    rows = {}
    for occasion in map(str, committees.names):
        if occasion in known:
            rows[occasion] = {"deviation": known[occasion]}
        elif occasion in others:
            parts = [others[occasion].where(committee=code).total("forecast") - budgets[code] for code in budgets]
            whole = Figure.sum([committees[occasion, "deviation"], *parts])
            rows |= {} if whole.is_missing else {occasion: {"deviation": whole}}
    return FigureTable.of(rows, get_args(PathColumn))


def forecast_parts(
    holders: EconomyTable, reporting: Collection[str], column: ForecastColumn = "forecast_deviation"
) -> tuple[Figure, Figure]:
    """A column of the holders that are `reporting` summed, and that of the others."""
    others = Figure.sum(row[column] for code, row in holders.without(TOTAL).rows() if code not in reporting)
    return Figure.sum(holders[code, column] for code in reporting), others


def against_printed(table: SourceTable, printed: Mapping[str, Figure], cost: bool = False) -> PrintedTable:
    """Every printed row of `frames` or `investment_plan`, then ROWS_SUM, PRINTED and DIFFERENCE = printed − sum.

    Columns `year_0` … `year_4`. `printed` are the workbook's own totals by column; without one it is missing. With
    `cost` a net cost is shown as it is printed, without a minus.
    """
    columns = [column for column in table.frame.columns if column.startswith("year_")]
    rows = {row.text("line"): {column: row.figure(column) for column in columns} for row in table.rows()}
    sums = {column: table.total(column) for column in columns}
    stated = {column: printed.get(column, Figure.missing("ingen tryckt summa")) for column in columns}
    rows |= {
        ROWS_SUM: sums,
        PRINTED: stated,
        DIFFERENCE: {column: stated[column] - sums[column] for column in columns},
    }
    if cost:
        rows = {name: {column: -figure for column, figure in row.items()} for name, row in rows.items()}
    return FigureTable.of(rows, columns)


def budget_against_frames(
    holders: EconomyTable,
    frames: SourceTable,
    lines: Mapping[str, Sequence[str]],
    movements: Mapping[str, Figure | None] | None = None,
) -> HeldTable:
    """Per holder, then TOTAL: `frame` (decided), `year_budget` (in the ledger) and `difference` = budget − frame.

    `lines` gives the holder's rows in `frames`, `movements` what decisions have changed its frame by. TOTAL's frame is
    the sum of the holders'.
    """
    rows = {
        str(code): {"frame": _frame_of(str(code), frames, lines, movements or {}), "year_budget": row["year_budget"]}
        for code, row in holders.without(TOTAL).rows()
    }
    rows[TOTAL] = {
        "frame": Figure.sum(row["frame"] for row in rows.values()),
        "year_budget": holders[TOTAL, "year_budget"],
    }
    for row in rows.values():
        row["difference"] = row["year_budget"] - row["frame"]
    return FigureTable.of(rows, get_args(HeldColumn))


def _frame_of(
    code: str, frames: SourceTable, lines: Mapping[str, Sequence[str]], movements: Mapping[str, Figure | None]
) -> Figure:
    frame, movement = frames.where(line=list(lines[code])).total("year_0"), movements.get(code)
    return frame if movement is None else frame + movement
