"""The sheet of earlier forecasts against the forecast itself: the same number must not stand there as two.

The report shows the deviation of this forecast and of the one before from the rows of sheet Prognos, and the course of
the year from sheet Prognoshistorik. A reader sees them beside each other.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from followup.errors import Problem, Severity
from followup.inputs.source_table import SourceTable
from followup.inputs.table_problems import about, at, lines_of, mnkr
from followup.inputs.wording import quoted
from followup.period import Period

if TYPE_CHECKING:
    from followup.inputs.params import Committee, Params


def history_rows(
    tables: dict[str, SourceTable], committee: Committee, period: Period, params: Params
) -> Iterator[Problem]:
    """The rows that the history must have: this period's and the previous occasion's."""
    history = tables["forecast_history"]
    present = history.values("period")
    previous = period.previous_among(params.calendar.forecast_occasions)
    if previous and previous not in present:
        yield about(
            history,
            f"Prognosen {previous} saknas i historiken.",
            f"Det är årets prognostillfälle före {period}.",
            "Lägg till den tidigare prognosen. Utan den kan rapporten inte visa hur prognosen har ändrats.",
            Severity.WARNING,
        )
    if str(period) not in present:
        yield about(
            history,
            f"Prognosen {period} saknas i historiken.",
            "Historiken väntas ha en rad för varje prognostillfälle till och med rapportens period.",
            "Lägg till raden. Utan den slutar rapportens prognoshistorik vid den tidigare prognosen.",
            Severity.WARNING,
        )


def history_amounts(
    tables: dict[str, SourceTable], committee: Committee, period: Period, params: Params
) -> Iterator[Problem]:
    """Rows of the history that differ from the forecast's rows less the year's budget."""
    history, forecast = tables["forecast_history"], tables["forecast"]
    months = [str(Period(period.year, month)) for month in range(1, 13)]
    ledger = tables["ledger"].where(period=months)
    # Months or rows that are missing are problems already; every sum would differ for that reason alone.
    if len(ledger.values("period")) < len(months) or set(lines_of(ledger)) != set(lines_of(forecast)):
        return
    budget = ledger.total("budget")
    for occasion, column in (
        (period.previous_among(params.calendar.forecast_occasions), "previous_forecast"),
        (str(period), "forecast"),
    ):
        row = history.where(period=occasion)
        # No row is a warning of its own, and two rows of one period are a repeated key.
        if not occasion or len(row) != 1:
            continue
        stated, computed = row.figure("deviation"), forecast.total(column) - budget
        if stated.value is None or computed.value is None:
            continue
        if abs(stated.value - computed.value) > params.rules.total_tolerance:
            source = "Helårsprognos" if column == "forecast" else "Föregående prognos"
            yield at(
                row,
                "deviation",
                f"Avvikelsen {occasion} är {mnkr(stated.value)} här, men {mnkr(computed.value)} enligt bladet "
                f"{quoted(forecast.sheet)}.",
                f"Summan av kolumnen {quoted(source)} minus årets budget i huvudboken väntas ge samma avvikelse.",
                "Rätta historiken eller prognosen. Rapporten visar båda talen.",
                Severity.WARNING,
            )
