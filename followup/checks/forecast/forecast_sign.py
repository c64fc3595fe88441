"""A forecast with the sign turned."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import numpy as np

from followup.checks.common.rule import Rule
from followup.checks.forecast.forecast_lines import HEADERS, ForecastLines, forecast_lines, most
from followup.checks.forecast.forecast_unit import wrong_unit
from followup.ground.wording import quoted

if TYPE_CHECKING:
    from followup.checks.common.case import Case
    from followup.ground.errors import Problem

CODE = "prognosens-tecken"


def check(case: Case) -> Iterator[Problem]:
    """One error for each column with rows of another sign than budget, last year and outcome."""
    lines = forecast_lines(case)
    if lines is None:
        return
    for column in lines.columns:
        chosen = turned_rows(case, lines, column)
        if not chosen.any():
            continue
        is_all = most(lines, chosen, lines.usual > 0, case.limit(CODE, "share"))
        where = "nästan alla rader" if is_all else "några rader" if chosen.sum() > 1 else "en rad"
        yield lines.problem(
            column,
            chosen,
            f"Kolumnen {quoted(HEADERS[column])} har annat tecken än budget och utfall på {where}",
            "I arbetsboken anges intäkter med minustecken och kostnader med plustecken; här visas intäkter som plus.",
            "Kontrollera tecknen i kolumnen.",
            is_impossible=is_all,
        )


def turned_rows(case: Case, lines: ForecastLines, column: str) -> np.ndarray:
    """The rows whose sign no witness has, and where that matters; boolean, of all rows."""
    values = lines.columns[column]
    with np.errstate(invalid="ignore"):
        opposite = np.isfinite(lines.witnesses) & (np.sign(lines.witnesses) * np.sign(values) >= 0)
    other_sign: np.ndarray = (values != 0) & np.isfinite(lines.witnesses).any(axis=0) & ~opposite.any(axis=0)
    large, small = wrong_unit(case, lines, column)
    other_sign &= ~(large | small)
    matters = np.abs(values) + lines.usual >= lines.least(case.limit(CODE, "kronor"))
    # Small rows, too, where many are turned.
    return other_sign if other_sign.sum() >= case.limit(CODE, "least_rows") else other_sign & matters


RULE = Rule(
    code=CODE,
    title="Prognosens tecken",
    catches="En prognos där intäkter står som kostnader eller tvärtom, på enstaka rader eller på alla.",
    check=check,
    needs=("ledger", "forecast"),
    limits=("share", "least_rows", "kronor"),
    may_be_confirmed=True,
    example=(
        "Kolumnen ”Helårsprognos” har annat tecken än budget och utfall på en rad: 3,6 mnkr för ”Bibliotek”, "
        "”Personalkostnader” (årets budget −3,6 mnkr, bokfört till och med april −1,2 mnkr). I arbetsboken anges "
        "intäkter med minustecken och kostnader med plustecken; här visas intäkter som plus. Kontrollera tecknen i "
        "kolumnen."
    ),
)
