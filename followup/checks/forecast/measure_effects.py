"""The effects of measures against what the committee costs, its deficit, and each other."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from followup.checks.common.rule import Rule
from followup.checks.common.suspicions import only
from followup.checks.common.table_problems import at, mnkr
from followup.ground.errors import Problem
from followup.ground.wording import quoted, spelled
from followup.workbooks.source_table import SourceTable

if TYPE_CHECKING:
    from followup.checks.common.case import Case

_COLUMNS = {"effect": "Effekten i år", "full_year_effect": "Helårseffekten"}


def check(case: Case) -> Iterator[Problem]:
    """An error for an effect larger than all costs; one that may be confirmed for one that is unlikely."""
    measures, ledger = case["measures"], case["ledger"].where(period=case.period.whole_year)
    budget = ledger.frame["budget"]
    costs = float(-budget[budget < 0].sum())
    deficit = _deficit(case, float(budget.sum()))
    rest = measures
    for column in _COLUMNS:
        limit = max(
            case.limit(RULE.code, "procent_av_kostnaderna") / 100 * costs,
            case.limit(RULE.code, "ganger_underskottet") * deficit,
            1e6 * case.limit(RULE.code, "minst_mnkr"),
        )
        wrong = rest.frame[column].abs() > limit
        if not costs or not wrong.any():
            continue
        large, rest = only(rest, wrong), only(rest, ~wrong)
        # Where one is impossible, the others have the same unit.
        is_impossible = (large.frame[column].abs() > costs).any()
        yield _impossible(large, column, costs) if is_impossible else _unlikely(large, column, costs, deficit)
    yield from _signs(case, rest)


def _deficit(case: Case, budget: float) -> float:
    """The forecast deficit in kronor, 0 without one."""
    forecast = case.tables["forecast"].total("forecast").value if "forecast" in case.tables else None
    return 0.0 if forecast is None else max(0.0, budget - forecast)


def _first(rows: SourceTable, column: str) -> tuple[str, str]:
    """What the row of the largest amount says, and how many rows there are where there are more."""
    first = _largest(rows, column)
    more = f" Det är så för {len(rows)} åtgärder." if len(rows) > 1 else ""
    return f"{_COLUMNS[column]} av {quoted(first['measure'])} är {mnkr(float(first[column]))}", more


def _largest(rows: SourceTable, column: str) -> pd.Series:
    return rows.frame.iloc[int(rows.frame[column].abs().argmax())]


def _impossible(rows: SourceTable, column: str, costs: float) -> Problem:
    first, more = _first(rows, column)
    return at(
        rows,
        column,
        f"{first}, men nämndens alla kostnader är {mnkr(costs)}.{more}",
        "En åtgärd kan inte ha större effekt än alla kostnader.",
        "Står beloppet i kronor eller tkr? Skriv det i mnkr.",
    )


def _unlikely(rows: SourceTable, column: str, costs: float, deficit: float) -> Problem:
    first, more = _first(rows, column)
    short = f" Prognosens underskott är {mnkr(deficit)}." if deficit else ""
    amount = float(_largest(rows, column)[column])
    return at(
        rows,
        column,
        f"{first}, {spelled(round(100 * abs(amount) / costs, 1))} procent av nämndens alla kostnader.{short}{more}",
        "En enskild åtgärd väntas vara en mindre del.",
        "Står beloppet i tkr? Skriv det i mnkr.",
        value=mnkr(amount),
    )


def _signs(case: Case, rows: SourceTable) -> Iterator[Problem]:
    """Effects that make the result worse, and a full year that is another than its part."""
    effect, year = (rows.frame[column] for column in _COLUMNS)
    # A measure that costs this year and saves every year after is an investment, and may be right.
    negative = (effect < 0) & ~(year > 0)
    if negative.any():
        chosen = only(rows, negative)
        first, more = _first(chosen, "effect")
        yield at(
            chosen,
            "effect",
            f"{first}.{more}",
            "En åtgärd förbättrar resultatet, och effekten är då större än noll.",
            "Ta bort minustecknet om det är en besparing.",
            value=mnkr(float(_largest(chosen, "effect")["effect"])),
        )
    ratio = np.where((effect > 0) & (year > 0), year / effect.where(effect > 0), 1.0)
    floor = 1e6 * case.limit(RULE.code, "minst_mnkr")
    times = case.limit(RULE.code, "ganger_i_ar")
    far = pd.Series((ratio > times) | (ratio < 1 / times), rows.frame.index) & ((year - effect).abs() >= floor)
    wrong = ((effect > 0) & (year < 0)) | far
    if wrong.any():
        chosen = only(rows, wrong)
        first, more = _first(chosen, "full_year_effect")
        largest = _largest(chosen, "full_year_effect")
        yield at(
            chosen,
            "full_year_effect",
            f"{first}, men effekten i år är {mnkr(float(largest['effect']))}.{more}",
            f"Helårseffekten har samma tecken som årets, och är högst {spelled(times)} gånger större eller mindre.",
            "Rätta det belopp som är fel: båda skrivs i mnkr, plus för en besparing.",
            value=mnkr(float(largest["full_year_effect"])),
        )


RULE = Rule(
    code="atgardernas-effekt",
    title="Åtgärdernas effekt",
    catches="En effekt i kronor eller tkr, större än nämndens kostnader eller många gånger underskottet; effekter med "
    "minus; en helårseffekt som inte hör ihop med årets.",
    check=check,
    needs=("measures", "ledger"),
    limits=("procent_av_kostnaderna", "ganger_underskottet", "ganger_i_ar", "minst_mnkr"),
    may_be_confirmed=True,
    example=(
        "Effekten i år av ”Färre inhyrda” är 16 mnkr, 10,7 procent av nämndens alla kostnader. En enskild "
        "åtgärd väntas vara en mindre del. Står beloppet i tkr? Skriv det i mnkr."
    ),
)
