"""A forecast that is only a part of the year: the outcome so far, or what is left of the budget."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import numpy as np

from followup.checks.common.rule import Rule
from followup.checks.forecast.forecast_lines import HEADERS, ROUNDING, ForecastLines, forecast_lines, most
from followup.checks.forecast.forecast_sign import turned_rows
from followup.checks.forecast.forecast_unit import wrong_unit
from followup.ground.wording import quoted

if TYPE_CHECKING:
    from followup.checks.common.case import Case
    from followup.ground.errors import Problem

CODE = "prognos-for-del-av-aret"
SO_FAR = "utfallet hittills"


def check(case: Case) -> Iterator[Problem]:
    """One error for each column with the outcome so far, or with the rest of the year."""
    lines = forecast_lines(case)
    if lines is None:
        return
    for column in lines.columns:
        for name, chosen in parts_of_year(case, lines, column).items():
            is_all = most(
                lines, chosen, np.isfinite(lines.budget) & np.isfinite(lines.booked), case.limit(CODE, "share")
            )
            where = "nästan alla rader" if is_all else "några rader" if chosen.sum() > 1 else "en rad"
            yield lines.problem(
                column,
                chosen,
                f"Kolumnen {quoted(HEADERS[column])} har {name} på {where}",
                "En helårsprognos är utfallet hittills och det som väntas resten av året.",
                "Skriv prognosen för hela året.",
                is_impossible=is_all,
            )


def told(case: Case, lines: ForecastLines, column: str) -> np.ndarray:
    """The rows of which a rule before gives the cause: the unit, the sign or a part of the year."""
    large, small = wrong_unit(case, lines, column)
    chosen: np.ndarray = large | small | turned_rows(case, lines, column)
    for rows in parts_of_year(case, lines, column).values():
        chosen = chosen | rows
    return chosen


def parts_of_year(case: Case, lines: ForecastLines, column: str) -> dict[str, np.ndarray]:
    """What rows are instead of the full year's forecast, and which rows; empty for a forecast of the year."""
    if lines.month == 12:
        return {}
    values = lines.columns[column]
    left = lines.budget - np.nan_to_num(lines.booked), lines.budget - np.nan_to_num(lines.budget_so_far)
    candidates = {SO_FAR: (lines.booked,), "det som är kvar av året": left}
    judged = np.isfinite(lines.budget) & np.isfinite(lines.booked)
    free = judged.copy()
    found = {}
    far = np.abs(values) <= (1 - case.limit(CODE, "least_left")) * np.abs(lines.budget)
    effect = np.abs(values - lines.budget)
    for name, parts in candidates.items():
        near, exact = (
            np.any([np.abs(values - part) <= np.maximum(ROUNDING, share * np.abs(part)) for part in parts], axis=0)
            for share in (case.limit(CODE, "near"), 0)
        )
        chosen = free & near & far
        if not most(lines, chosen, judged, case.limit(CODE, "share")):
            # A unit that has closed has its outcome as its forecast.
            least = case.limit(CODE, "share_so_far" if name == SO_FAR else "share_of_rest") * lines.year
            chosen &= exact & (effect >= lines.least(case.limit(CODE, "kronor")))
            if effect[chosen].sum() < least:
                continue
        if chosen.any():
            found[name] = chosen
            free &= ~chosen
    return found


RULE = Rule(
    code=CODE,
    title="Prognos för en del av året",
    catches="En prognos som bara är utfallet hittills, eller bara det som är kvar av året.",
    check=check,
    needs=("ledger", "forecast"),
    limits=("share", "near", "least_left", "kronor", "share_so_far", "share_of_rest"),
    may_be_confirmed=True,
    example=(
        "Kolumnen ”Helårsprognos” har utfallet hittills på nästan alla rader: 1,2 mnkr för ”Bibliotek”, ”Intäkter” "
        "(årets budget 3,6 mnkr, bokfört till och med april 1,2 mnkr), −1,2 mnkr för ”Bibliotek”, ”Personalkostnader”"
        " (årets budget −3,6 mnkr, bokfört till och med april −1,2 mnkr), −1,2 mnkr för ”Bibliotek”, ”Övriga "
        "kostnader” (årets budget −3,6 mnkr, bokfört till och med april −1,2 mnkr) och 1,2 mnkr för ”Skola”, "
        "”Intäkter” (årets budget 3,6 mnkr, bokfört till och med april 1,2 mnkr) och 2 rader till. Tillsammans är de "
        "−2,4 mnkr. En helårsprognos är utfallet hittills och det som väntas resten av året. Skriv prognosen för hela"
        " året."
    ),
)
