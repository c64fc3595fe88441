"""The sheet of earlier forecasts against the forecast itself: the same number must not stand there as two.

The report shows the deviation of this forecast and of the one before from the rows of sheet Prognos, and the course of
the year from sheet Prognoshistorik. A reader sees them beside each other. When the year is over, sheet Prognos holds
the last two forecasts that were given, and the history's row of December is the year's outcome, which the report takes
from the ledger. An earlier forecast may be stated against the budget of that time.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from followup.checks.common.rule import Rule
from followup.checks.common.table_problems import at, lines_of, mnkr
from followup.ground.errors import Problem, Severity
from followup.ground.figure import Figure
from followup.ground.period import Period
from followup.ground.wording import quoted
from followup.tables.budget_decisions import frame_movement
from followup.workbooks.source_table import SourceTable

if TYPE_CHECKING:
    from followup.checks.common.case import Case
    from followup.params.params import Params


def check(case: Case) -> Iterator[Problem]:
    """Rows of the history that differ from the forecast's rows, or the year's outcome, less the year's budget."""
    period, params = case.period, case.params
    history, forecast = case["forecast_history"], case["forecast"]
    ledger = case["ledger"].where(period=period.whole_year)
    # Months or rows that are missing are problems already; every sum would differ for that reason alone.
    if len(ledger.values("period")) < 12 or set(lines_of(ledger)) != set(lines_of(forecast)):
        return
    budget = ledger.total("budget")
    occasion, previous = forecasts_in_sheet(period, params)
    # Where the earlier workbook is there, the columns and the history are held against it instead.
    known = case.previous("forecast") is not None
    for when, table, column in (
        ("" if known and period.is_year_end else occasion, forecast, "forecast"),
        ("" if known else previous, forecast, "previous_forecast"),
        (str(period) if period.is_year_end else "", ledger, "outcome"),
    ):
        if not when:
            continue
        then = budget - moved_since(case, Period.parse(when))
        # Either budget: a history may be counted anew when a decision moves the budget.
        found = [list(_difference(history, when, table, column, one, params)) for one in (budget, then)]
        if all(found):
            yield from found[0]


def moved_since(case: Case, occasion: Period) -> Figure:
    """What decisions have moved the year's budget by after an occasion, in kronor."""
    plans, code = case.params.all_plans, case.committee.code
    now, then = (frame_movement(plans, code, period) for period in (case.period, occasion))
    return (Figure(0.0) if now is None else now) - (Figure(0.0) if then is None else then)


def forecasts_in_sheet(period: Period, params: Params) -> tuple[str, str]:
    """The occasions of the columns Helårsprognos and Föregående prognos; empty where there is none."""
    occasions = params.calendar.forecast_occasions
    latest = period.previous_among(occasions) if period.is_year_end else str(period)
    return latest, Period.parse(latest).previous_among(occasions) if latest else ""


# A forecast that is so many times the budget is in another unit, and told for that.
TIMES_THE_BUDGET = 20
_COLUMNS = {"forecast": "Helårsprognos", "previous_forecast": "Föregående prognos", "outcome": "Utfall"}


def _difference(
    history: SourceTable, occasion: str, table: SourceTable, column: str, budget: Figure, params: Params
) -> Iterator[Problem]:
    row = history.where(period=occasion)
    # No row is a warning of its own, and two rows of one period are a repeated key.
    if not occasion or len(row) != 1:
        return
    stated, computed = row.figure("deviation"), table.total(column) - budget
    whole = table.total(column).value
    if stated.value is None or computed.value is None or whole is None:
        return
    # A forecast in kronor is the forecast's own error: followup.checks.forecast.forecast_unit.
    if budget.value and abs(whole) > TIMES_THE_BUDGET * abs(budget.value):
        return
    if abs(stated.value - computed.value) > params.rules.total_tolerance:
        is_outcome = column == "outcome"
        remedy = (
            "Rätta historiken. Rapporten räknar med huvudbokens utfall."
            if is_outcome
            else "Rätta historiken eller prognosen. Rapporten skulle visa två tal för samma sak."
        )
        yield at(
            row,
            "deviation",
            f"Avvikelsen {occasion} är {mnkr(stated.value)} här, men {mnkr(computed.value)} enligt bladet "
            f"{quoted(table.sheet)}.",
            f"Summan av kolumnen {quoted(_COLUMNS[column])} minus årets budget i huvudboken väntas ge samma avvikelse.",
            remedy,
            Severity.WARNING if is_outcome else Severity.ERROR,
            value=mnkr(stated.value),
        )


RULE = Rule(
    code="prognoshistorikens-belopp",
    title="Prognoshistorikens belopp mot prognosen",
    catches="En avvikelse i historiken som inte är den som bladet Prognos ger.",
    check=check,
    needs=("forecast_history", "forecast", "ledger"),
    severities=(Severity.ERROR, Severity.WARNING),
    may_be_confirmed=True,
    example=(
        "Avvikelsen 2024-04 är −0,1 mnkr här, men 0 mnkr enligt bladet ”Prognos”. Summan av kolumnen "
        "”Helårsprognos” minus årets budget i huvudboken väntas ge samma avvikelse. Rätta historiken eller "
        "prognosen. Rapporten skulle visa två tal för samma sak. Är det rätt ändå: bekräfta det i "
        "params/confirmations.yml med regeln prognoshistorikens-belopp och värdet ”−0,1 mnkr”."
    ),
)
