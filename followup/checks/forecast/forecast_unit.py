"""A forecast in the wrong unit: kronor or tkr in a column of mnkr.

A total row would catch it, but a committee can delete that row, and the total has the same unit as its rows.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import numpy as np

from followup.checks.common.rule import Rule
from followup.checks.forecast.forecast_lines import HEADERS, ForecastLines, forecast_lines, most
from followup.ground.wording import quoted

if TYPE_CHECKING:
    from followup.checks.common.case import Case
    from followup.ground.errors import Problem

CODE = "prognosens-enhet"
IN_MNKR = "Kolumnen anges i mnkr."


def check(case: Case) -> Iterator[Problem]:
    """One error for each column whose rows are many times larger or smaller than budget, last year and outcome."""
    lines = forecast_lines(case)
    if lines is None:
        return
    for column in lines.columns:
        large, small = wrong_unit(case, lines, column)
        for chosen, remedy in (
            (large, "Står beloppet i kronor eller tkr? Skriv det i mnkr."),
            (small, "Är beloppet för litet, till exempel i miljarder? Skriv det i mnkr."),
        ):
            if chosen.any():
                is_all = most(lines, chosen, lines.usual > 0, case.limit(CODE, "share"))
                what = (
                    f"Kolumnen {quoted(HEADERS[column])} har fel storlek på nästan alla rader"
                    if is_all
                    else (f"Kolumnen {quoted(HEADERS[column])} har belopp av en annan storlek än budget och utfall")
                )
                yield lines.problem(column, chosen, what, IN_MNKR, remedy, is_impossible=is_all)


def wrong_unit(case: Case, lines: ForecastLines, column: str) -> tuple[np.ndarray, np.ndarray]:
    """The rows that are so many times too large, and too small, that another unit is likely; boolean, of all rows."""
    values = lines.columns[column]
    least, greatest = lines.multiples(column)
    times = case.limit(CODE, "times")
    effect = np.abs(np.abs(values) - lines.usual)
    matters = effect >= lines.least(case.limit(CODE, "kronor"))
    with np.errstate(invalid="ignore"):
        large = matters & (least >= times)
        small = (values != 0) & (greatest <= 1 / times)
    # One small row may be what is left of an activity: several have the unit in common.
    thousand = small & (greatest <= 1 / case.limit(CODE, "unit_times"))
    small = np.where(small.sum() >= case.limit(CODE, "least_rows"), small, thousand & matters)
    # Nothing to compare with: a row of its own must be large for the committee.
    alone = ~np.isfinite(least) & (np.abs(values) >= lines.least(case.limit(CODE, "kronor_alone")))
    if lines.year == 0:
        alone = ~np.isfinite(least) & (np.abs(values) >= case.limit(CODE, "kronor_alone"))
    return large | alone, small


RULE = Rule(
    code=CODE,
    title="Prognosens enhet",
    catches="En prognos i kronor eller tkr i en kolumn som ska ha mnkr, på enstaka rader eller på alla, och ett stort "
    "belopp på en rad utan budget.",
    check=check,
    needs=("ledger", "forecast"),
    is_cause=True,
    limits=("share", "times", "unit_times", "least_rows", "kronor", "kronor_alone"),
    may_be_confirmed=True,
    example=(
        "Kolumnen ”Helårsprognos” har fel storlek på nästan alla rader: 3\u00a0600 mnkr för ”Bibliotek”, ”Intäkter” "
        "(årets budget 3,6 mnkr, bokfört till och med april 1,2 mnkr), −3\u00a0600 mnkr för ”Bibliotek”, "
        "”Personalkostnader” (årets budget −3,6 mnkr, bokfört till och med april −1,2 mnkr), −3\u00a0600 mnkr för "
        "”Bibliotek”, ”Övriga kostnader” (årets budget −3,6 mnkr, bokfört till och med april −1,2 mnkr) och "
        "3\u00a0600 mnkr för ”Skola”, ”Intäkter” (årets budget 3,6 mnkr, bokfört till och med april 1,2 mnkr) och 2 "
        "rader till. Tillsammans är de −7\u00a0200 mnkr. Kolumnen anges i mnkr. Står beloppet i kronor eller tkr? "
        "Skriv det i mnkr."
    ),
)
