"""The sheet of earlier forecasts against the forecast itself: the same number must not stand there as two.

The report shows the deviation of this forecast and of the one before from the rows of sheet Prognos, and the course of
the year from sheet Prognoshistorik. A reader sees them beside each other. When the year is over, sheet Prognos holds
the last two forecasts that were given, and the history's row of December is the year's outcome.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from followup.errors import Problem, Severity
from followup.figure import Figure
from followup.inputs.source_table import SourceTable
from followup.inputs.table_problems import about, at, lines_of, mnkr
from followup.inputs.wording import quoted
from followup.period import Period

if TYPE_CHECKING:
    from followup.inputs.params import Committee, Params


def history_rows(
    tables: dict[str, SourceTable], committee: Committee, period: Period, params: Params
) -> Iterator[Problem]:
    """The rows that the history must have: this period's and the previous occasion's, at year's end all of the year.

    A committee that has given no forecast at all this year, as one that only leaves the annual report, lacks none.
    """
    history = tables["forecast_history"]
    present = history.values("period")
    if period.is_year_end:
        yield from _occasions_of_year(history, period, params)
    else:
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
        what = "Utfallet" if period.is_year_end else "Prognosen"
        yield about(
            history,
            f"{what} {period} saknas i historiken.",
            "Historiken väntas ha en rad för varje prognostillfälle till och med rapportens period.",
            "Lägg till raden. Utan den slutar rapportens prognoshistorik vid den tidigare prognosen.",
            Severity.WARNING,
        )


def _occasions_of_year(history: SourceTable, period: Period, params: Params) -> Iterator[Problem]:
    wanted = [
        occasion
        for occasion in params.calendar.forecast_occasions
        if Period.parse(occasion).year == period.year and occasion < str(period)
    ]
    present = set(history.values("period"))
    absent = [occasion for occasion in wanted if occasion not in present]
    if len(absent) == len(wanted):
        return
    for occasion in absent:
        yield about(
            history,
            f"Prognosen {occasion} saknas i historiken.",
            "Årsredovisningen jämför utfallet med alla prognoser som lämnades under året.",
            "Lägg till prognosen. Utan den saknas den i årets jämförelse.",
            Severity.WARNING,
        )


def history_amounts(
    tables: dict[str, SourceTable], committee: Committee, period: Period, params: Params
) -> Iterator[Problem]:
    """Rows of the history that differ from the forecast's rows, or the year's outcome, less the year's budget."""
    history, forecast = tables["forecast_history"], tables["forecast"]
    ledger = tables["ledger"].where(period=period.whole_year)
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
