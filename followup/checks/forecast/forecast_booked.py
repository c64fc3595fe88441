"""A cost that is forecast to be less than what is booked already."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import numpy as np

from followup.checks.common.rule import Rule
from followup.checks.forecast.forecast_lines import HEADERS, forecast_lines
from followup.checks.forecast.forecast_part_of_year import told
from followup.checks.forecast.forecast_size import far_rows
from followup.ground.wording import quoted

if TYPE_CHECKING:
    from followup.checks.common.case import Case
    from followup.ground.errors import Problem

CODE = "prognos-under-bokfort"


def check(case: Case) -> Iterator[Problem]:
    """One error for all rows whose forecast is a lower cost than what is booked. The forecast before knew of less."""
    lines = forecast_lines(case)
    if lines is None or lines.month == 12:
        return
    values = lines.columns["forecast"]
    less = np.abs(lines.booked) - np.abs(values)
    least = max(lines.least(case.limit(CODE, "kronor")), case.limit(CODE, "share_of_year") * lines.year)
    chosen = (lines.booked < 0) & (values <= 0) & (less >= least)
    chosen &= less >= case.limit(CODE, "below") * np.abs(lines.booked)
    chosen &= ~(told(case, lines, "forecast") | far_rows(case, lines, "forecast"))
    if chosen.any():
        yield lines.problem(
            "forecast",
            chosen,
            f"Kolumnen {quoted(HEADERS['forecast'])} har en kostnad för hela året som är lägre än den som redan är "
            "bokförd",
            "En helårsprognos är utfallet hittills och det som väntas resten av året.",
            "Kontrollera prognosen, och att den gäller hela året.",
        )


RULE = Rule(
    code=CODE,
    title="Prognos under det bokförda",
    catches="En prognos som är en lägre kostnad för hela året än den som redan är bokförd.",
    check=check,
    needs=("ledger", "forecast"),
    limits=("below", "kronor", "share_of_year"),
    may_be_confirmed=True,
    example=(
        "Kolumnen ”Helårsprognos” har en kostnad för hela året som är lägre än den som redan är bokförd: −2 mnkr för "
        "”Bibliotek”, ”Personalkostnader” (årets budget −3,6 mnkr, bokfört till och med april −3,6 mnkr). En "
        "helårsprognos är utfallet hittills och det som väntas resten av året. Kontrollera prognosen, och att den "
        "gäller hela året."
    ),
)
