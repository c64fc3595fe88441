"""Values and targets of indicators outside what the indicator can be at all: params/indicators.yml says."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

import numpy as np

from followup.checks.common.indicator_words import SAME, named, shown, span
from followup.checks.common.rule import Rule
from followup.checks.common.series import whole_factor
from followup.checks.common.suspicions import Suspicion, number_of_rows, only, told
from followup.ground.errors import Problem
from followup.ground.wording import spelled
from followup.workbooks.source_table import SourceTable

if TYPE_CHECKING:
    from followup.checks.common.case import Case
    from followup.params.params import Indicator

# Each table's column of values, and what one and several are called.
_COLUMNS = {
    "indicator_values": ("value", ("Värdet", "Värdena")),
    "indicator_targets": ("target", ("Målvärdet", "Målvärdena")),
    "yearly": ("value", ("Värdet", "Värdena")),
}


def check(case: Case) -> Iterator[Problem]:
    """An error for each indicator with values outside its range, in each sheet that has them."""
    for name, (column, words) in _COLUMNS.items():
        if name in case.tables:
            yield from told(case, name, partial(_outside, case, column, words))


def _outside(case: Case, column: str, words: tuple[str, str], table: SourceTable) -> Iterator[Suspicion]:
    for code in table.values("indicator"):
        indicator = case.params.indicators.get(code)
        if indicator is None:
            continue
        rows = table.where(indicator=code)
        values = rows.frame[column].to_numpy(dtype=np.float64)
        least, largest = indicator.range
        outside = (values < least - SAME) | (values > largest + SAME)
        if outside.any():
            inside = values[~outside & ~np.isnan(values)]
            usual = float(np.median(inside)) if len(inside) else None
            yield _suspicion(indicator, only(rows, outside), values[outside].tolist(), usual, column, words)


def _suspicion(
    indicator: Indicator,
    rows: SourceTable,
    values: list[float],
    usual: float | None,
    column: str,
    words: tuple[str, str],
) -> Suspicion:
    least, largest = indicator.range
    one, several = words
    if len(values) == 1:
        found = f"{one} för {named(indicator)} är {shown(values[0], indicator)}, och så hade det stått i rapporten."
    else:
        found = (
            f"{several} för {named(indicator)} är {span(values, indicator)} i "
            f"{number_of_rows(len(values))}, och så hade "
            "det stått i rapporten."
        )
    return Suspicion(
        "outside",
        rows,
        column,
        found,
        f"Indikatorn kan vara {_range(least, largest)} {indicator.unit}.",
        _remedy(indicator, values, usual),
    )


def _range(least: float, largest: float) -> str:
    if largest == float("inf"):
        return f"minst {spelled(least)}"
    return f"högst {spelled(largest)}" if least == -float("inf") else f"{spelled(least)}–{spelled(largest)}"


def _remedy(indicator: Indicator, values: list[float], usual: float | None) -> str:
    change = "Kan indikatorn vara så: ändra minimum eller maximum i params/indicators.yml."
    least, largest = indicator.range
    # Without a value to compare with, a per cent that was read as a hundred is what happens.
    factor = whole_factor(values[0], usual) if usual else 100 if indicator.unit == "%" else None
    if factor and all(least <= value / factor <= largest for value in values):
        return (
            f"Är {shown(values[0] / factor, indicator)} rätt i stället för {shown(values[0], indicator)}: "
            f"skriv det. {change}"
        )
    return f"Rätta det som är fel. {change}"


RULE = Rule(
    code="indikatorns-omrade",
    title="Indikatorernas möjliga värden",
    catches="Ett värde eller målvärde som indikatorn inte kan ha: en andel över 100 procent, ett negativt antal.",
    check=check,
    needs=(),
    readers=("committee", "region"),
    example=(
        "Värdet för ”Närvaro vid naturbruksgymnasierna” är 8 960 %, och så hade det stått i rapporten. "
        "Indikatorn kan vara 0–100 %. Är 89,6 % rätt i stället för 8 960 %: skriv det. Kan indikatorn vara "
        "så: ändra minimum eller maximum i params/indicators.yml."
    ),
)
