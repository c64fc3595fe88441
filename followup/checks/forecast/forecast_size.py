"""A forecast that is far from the budget, from last year and from the outcome's pace."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import numpy as np

from followup.checks.common.rule import Rule
from followup.checks.common.table_problems import at, kronor_text
from followup.checks.forecast.forecast_lines import HEADERS, ForecastLines, forecast_lines
from followup.checks.forecast.forecast_part_of_year import told
from followup.ground.wording import quoted

if TYPE_CHECKING:
    from followup.checks.common.case import Case
    from followup.ground.errors import Problem

CODE = "prognosens-storlek"


def check(case: Case) -> Iterator[Problem]:
    """One error for each column with rows that are far from all witnesses, or whose sum is far from the budget."""
    lines = forecast_lines(case)
    if lines is None:
        return
    for column in lines.columns:
        causes = told(case, lines, column)
        chosen = far_rows(case, lines, column) & ~causes
        if chosen.any():
            yield lines.problem(
                column,
                chosen,
                f"Kolumnen {quoted(HEADERS[column])} är långt från budget, föregående år och årets utfall",
                "En prognos väntas vara nära något av dem.",
                "Kontrollera prognosen.",
            )
        elif not causes.any():
            yield from _sum_problem(case, lines, column)


def far_rows(case: Case, lines: ForecastLines, column: str) -> np.ndarray:
    """The rows that are many times more, or less, than every witness; boolean, of all rows."""
    values = lines.columns[column]
    least, greatest = lines.multiples(column)
    effect = np.abs(np.abs(values) - lines.usual)
    matters: np.ndarray = effect >= max(
        lines.least(case.limit(CODE, "kronor")), case.limit(CODE, "share_of_year") * lines.year
    )
    with np.errstate(invalid="ignore"):
        matters &= (least >= case.limit(CODE, "times")) | (greatest <= 1 / case.limit(CODE, "times"))
    return matters


def _sum_problem(case: Case, lines: ForecastLines, column: str) -> Iterator[Problem]:
    forecast, budget = float(lines.columns[column].sum()), float(np.nansum(lines.budget))
    deviation = forecast - budget
    # Not only from the budget: what is booked, or was last year, may bear it out.
    sums = [float(np.nansum(witness)) for witness in lines.witnesses if np.isfinite(witness).any()]
    least = max(case.limit(CODE, "deviation_share") * lines.year, lines.least(case.limit(CODE, "kronor")))
    if sums and np.isfinite(lines.budget).any() and min(abs(forecast - one) for one in sums) >= least:
        yield at(
            lines.table,
            column,
            f"Kolumnen {quoted(HEADERS[column])} är tillsammans {kronor_text(forecast)}, och årets budget är "
            f"{kronor_text(budget)}: en avvikelse på {kronor_text(deviation)}.",
            f"En avvikelse väntas vara högst {round(100 * case.limit(CODE, 'deviation_share'))} procent av årets "
            "intäkter och kostnader.",
            "Kontrollera prognosen, dess enhet och dess tecken.",
            value=kronor_text(deviation),
        )


RULE = Rule(
    code=CODE,
    title="Prognosens storlek",
    catches="En prognos som är långt från budgeten, föregående år och årets utfall, till exempel 0, och en summa som "
    "avviker mer från budgeten än vad som är rimligt.",
    check=check,
    needs=("ledger", "forecast"),
    limits=("times", "kronor", "share_of_year", "deviation_share"),
    may_be_confirmed=True,
    example=(
        "Kolumnen ”Helårsprognos” är långt från budget, föregående år och årets utfall: −12 mnkr för ”Bibliotek”, "
        "”Personalkostnader” (årets budget −3,6 mnkr, bokfört till och med april −1,2 mnkr). En prognos väntas vara "
        "nära något av dem. Kontrollera prognosen."
    ),
)
