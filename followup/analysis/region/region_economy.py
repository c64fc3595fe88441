"""The region's economy: every holder of a budget frame in one table, and the sums of their unrounded figures.

All figures are kronor with revenue + and cost −, so a deviation above 0 is better than budget. A holder that leaves a
report is taken as its own report has it; the others come from the ledger and from sheet `Prognos övriga` of
the region's workbook. Source of the frames: `budget.xlsx`.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

import pandas as pd

from followup.analysis.economy import COLUMNS, LEDGER_COLUMNS, economy_row, growth_of, ledger_row
from followup.analysis.measures import effect_of
from followup.ground.figure import Figure
from followup.ground.period import Period
from followup.ground.regions import REGION
from followup.workbooks.source_table import SourceTable

TOTAL = REGION
ROWS_SUM, PRINTED, DIFFERENCE = "Summa av raderna", "Tryckt summa", "Skillnad"

_FORECASTS = ("forecast", "forecast_deviation", "previous_forecast", "forecast_change")
# Kronor: what is smaller is 0,0 mnkr to a reader, and no deficit.
SMALLEST_SHOWN = 50_000


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


def by_holder(rows: Mapping[str, Mapping[str, Figure]]) -> pd.DataFrame:
    """One row per holder in the given order, index its code, then TOTAL, their sum. Columns: economy.COLUMNS."""
    parts = {code: {column: row[column] for column in COLUMNS} for code, row in rows.items()}
    return pd.DataFrame.from_dict(
        parts | {TOTAL: _summed(list(parts.values()))}, orient="index", columns=list(COLUMNS), dtype=object
    )


def _summed(rows: Sequence[Mapping[str, Figure]]) -> dict[str, Figure]:
    total = {column: Figure.sum(row[column] for row in rows) for column in COLUMNS}
    # A sum of percentages would be none.
    total["change"] = growth_of(total["outcome"], total["previous_year"])
    return total


def by_account_class(ledger: SourceTable, period: Period) -> pd.DataFrame:
    """One row per account class of the whole ledger, in its order, then TOTAL. Columns: economy.LEDGER_COLUMNS.

    There is no forecast: a holder without a workbook forecasts its net cost only.
    """
    rows = {name: ledger_row(ledger.where(account_class=name), period) for name in ledger.values("account_class")}
    rows[TOTAL] = ledger_row(ledger, period)
    return pd.DataFrame.from_dict(rows, orient="index", columns=list(LEDGER_COLUMNS), dtype=object)


def in_deficit(holders: pd.DataFrame, columns: Sequence[str] = ("deviation", "forecast_deviation")) -> pd.DataFrame:
    """The holders with a figure below 0, as a reader sees it, in any of the columns, the largest deficit first.

    The larger of a holder's deficits decides the order. TOTAL is left out.
    """
    parts = holders.drop(index=TOTAL)
    worst = {code: min((row[name].value or 0.0 for name in columns), default=0.0) for code, row in parts.iterrows()}
    found = sorted((code for code, value in worst.items() if value <= -SMALLEST_SHOWN), key=lambda code: worst[code])
    return parts.loc[found]


def with_measures(forecasts: Mapping[str, Figure], measures: Mapping[str, pd.DataFrame]) -> pd.DataFrame:
    """Per committee the year's effect of its `decided` and `proposed` measures, and `gap` = forecast + proposed.

    `forecasts` are the forecasts' deviations, in which decided measures are included; `measures` each committee's
    `measures.all_measures`. An effect is missing where there are no such measures, and the gap is then the forecast.
    """
    rows = {}
    for code, forecast in forecasts.items():
        effects = {decision: effect_of(measures[code], decision) for decision in ("decided", "proposed")}
        none_proposed = not (measures[code]["decision"] == "proposed").any()
        rows[code] = effects | {"gap": forecast if none_proposed else forecast + effects["proposed"]}
    return pd.DataFrame.from_dict(rows, orient="index", columns=["decided", "proposed", "gap"], dtype=object)


def forecast_path(histories: Mapping[str, pd.DataFrame], year: int) -> pd.DataFrame:
    """The committees' forecasts summed per occasion of the year, index `2024-02` …, column `deviation`.

    `histories` are the committees' `forecast.history`. An occasion that a committee lacks has no sum, and the reason
    names the committee.
    """
    occasions = sorted({str(when) for frame in histories.values() for when in frame.index if when[:4] == str(year)})
    rows = {}
    for occasion in occasions:
        lacking = [code for code, frame in histories.items() if occasion not in frame.index]
        if lacking:
            rows[occasion] = {"deviation": Figure.missing(f"prognos saknas för {', '.join(lacking)}")}
        else:
            rows[occasion] = {"deviation": Figure.sum(frame.loc[occasion, "deviation"] for frame in histories.values())}
    return pd.DataFrame.from_dict(rows, orient="index", columns=["deviation"], dtype=object)


def forecast_parts(holders: pd.DataFrame, reporting: Collection[str]) -> tuple[Figure, Figure]:
    """The forecast deviation of the holders that are `reporting` summed, and that of the others."""
    others = Figure.sum(
        row["forecast_deviation"] for code, row in holders.drop(index=TOTAL).iterrows() if code not in reporting
    )
    return Figure.sum(holders.loc[list(reporting), "forecast_deviation"]), others


def against_printed(table: SourceTable, printed: Mapping[str, Figure], cost: bool = False) -> pd.DataFrame:
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
    frame = pd.DataFrame.from_dict(rows, orient="index", columns=columns, dtype=object)
    return frame.map(lambda figure: -figure) if cost else frame


def budget_against_frames(
    holders: pd.DataFrame,
    frames: SourceTable,
    lines: Mapping[str, Sequence[str]],
    movements: Mapping[str, Figure | None] | None = None,
) -> pd.DataFrame:
    """Per holder, then TOTAL: `frame` (decided), `year_budget` (in the ledger) and `difference` = budget − frame.

    `lines` gives the holder's rows in `frames`, `movements` what decisions have changed its frame by. TOTAL's frame is
    the sum of the holders'.
    """
    rows = {
        code: {"frame": _frame_of(code, frames, lines, movements or {}), "year_budget": row["year_budget"]}
        for code, row in holders.drop(index=TOTAL).iterrows()
    }
    rows[TOTAL] = {
        "frame": Figure.sum(row["frame"] for row in rows.values()),
        "year_budget": holders.loc[TOTAL, "year_budget"],
    }
    for row in rows.values():
        row["difference"] = row["year_budget"] - row["frame"]
    return pd.DataFrame.from_dict(rows, orient="index", columns=["frame", "year_budget", "difference"], dtype=object)


def _frame_of(
    code: str, frames: SourceTable, lines: Mapping[str, Sequence[str]], movements: Mapping[str, Figure | None]
) -> Figure:
    frame, movement = frames.where(line=list(lines[code])).total("year_0"), movements.get(code)
    return frame if movement is None else frame + movement
