"""The rows that the sheet of earlier forecasts must have."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from followup.checks.common.rule import Rule
from followup.checks.common.table_problems import about
from followup.ground.errors import Problem, Severity
from followup.ground.period import Period
from followup.workbooks.source_table import SourceTable

if TYPE_CHECKING:
    from followup.checks.common.case import Case
    from followup.params.params import Params


def check(case: Case) -> Iterator[Problem]:
    """The rows that the history must have: this period's and the previous occasion's, at year's end all of the year.

    A committee that has given no forecast at all this year, as one that only leaves the annual report, lacks none.
    """
    history, period, params = case["forecast_history"], case.period, case.params
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


RULE = Rule(
    code="prognoshistorikens-rader",
    title="Prognoshistorikens rader",
    catches="En tidigare prognos, eller periodens egen, som saknas i historiken.",
    check=check,
    needs=("forecast_history",),
    severities=(Severity.WARNING,),
    example=(
        "Prognosen 2024-02 saknas i historiken. Det är årets prognostillfälle före 2024-04. Lägg till den tidigare "
        "prognosen. Utan den kan rapporten inte visa hur prognosen har ändrats."
    ),
)
