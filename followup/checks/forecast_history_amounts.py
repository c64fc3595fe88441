"""The sheet of earlier forecasts against the forecast itself: the same number must not stand there as two.

The report shows the deviation of this forecast and of the one before from the rows of sheet Prognos, and the course of
the year from sheet Prognoshistorik. A reader sees them beside each other. When the year is over, sheet Prognos holds
the last two forecasts that were given, and the history's row of December is the year's outcome.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from followup.checks.rule import Rule
from followup.checks.table_problems import at, lines_of, mnkr
from followup.errors import Problem, Severity
from followup.figure import Figure
from followup.inputs.source_table import SourceTable
from followup.inputs.wording import quoted
from followup.period import Period

if TYPE_CHECKING:
    from followup.checks.case import Case
    from followup.inputs.params import Params


def check(case: Case) -> Iterator[Problem]:
    """Rows of the history that differ from the forecast's rows, or the year's outcome, less the year's budget."""
    period, params = case.period, case.params
    history, forecast = case["forecast_history"], case["forecast"]
    ledger = case["ledger"].where(period=period.whole_year)
    # Months or rows that are missing are problems already; every sum would differ for that reason alone.
    if len(ledger.values("period")) < 12 or set(lines_of(ledger)) != set(lines_of(forecast)):
        return
    budget = ledger.total("budget")
    occasion, previous = _forecasts_in_sheet(period, params)
    yield from _difference(history, occasion, forecast, "forecast", budget, params)
    yield from _difference(history, previous, forecast, "previous_forecast", budget, params)
    if period.is_year_end:
        yield from _difference(history, str(period), ledger, "outcome", budget, params)


def _forecasts_in_sheet(period: Period, params: Params) -> tuple[str, str]:
    """The occasions of the columns Helårsprognos and Föregående prognos; empty where there is none."""
    occasions = params.calendar.forecast_occasions
    latest = period.previous_among(occasions) if period.is_year_end else str(period)
    return latest, Period.parse(latest).previous_among(occasions) if latest else ""


_COLUMNS = {"forecast": "Helårsprognos", "previous_forecast": "Föregående prognos", "outcome": "Utfall"}


def _difference(
    history: SourceTable, occasion: str, table: SourceTable, column: str, budget: Figure, params: Params
) -> Iterator[Problem]:
    row = history.where(period=occasion)
    # No row is a warning of its own, and two rows of one period are a repeated key.
    if not occasion or len(row) != 1:
        return
    stated, computed = row.figure("deviation"), table.total(column) - budget
    if stated.value is None or computed.value is None:
        return
    if abs(stated.value - computed.value) > params.rules.total_tolerance:
        remedy = "Rätta historiken eller prognosen. Rapporten visar båda talen."
        if column == "outcome":
            remedy = "Rätta historiken. Rapporten räknar med huvudbokens utfall."
        yield at(
            row,
            "deviation",
            f"Avvikelsen {occasion} är {mnkr(stated.value)} här, men {mnkr(computed.value)} enligt bladet "
            f"{quoted(table.sheet)}.",
            f"Summan av kolumnen {quoted(_COLUMNS[column])} minus årets budget i huvudboken väntas ge samma avvikelse.",
            remedy,
            Severity.WARNING,
        )


RULE = Rule(
    code="prognoshistorikens-belopp",
    title="Prognoshistorikens belopp mot prognosen",
    catches="En avvikelse i historiken som inte är den som bladet Prognos ger.",
    check=check,
    needs=("forecast_history", "forecast", "ledger"),
    severities=(Severity.WARNING,),
    example=(
        "Avvikelsen 2024-04 är −0,1 mnkr här, men 0 mnkr enligt bladet ”Prognos”. Summan av kolumnen "
        "”Helårsprognos” minus årets budget i huvudboken väntas ge samma avvikelse. Rätta historiken eller "
        "prognosen. Rapporten visar båda talen."
    ),
)
