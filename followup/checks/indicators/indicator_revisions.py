"""Values of earlier periods against what the previous period's workbook said of the same periods."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from followup.checks.common.indicator_words import SAME, months_of, named, series_of, shown
from followup.checks.common.rule import Rule
from followup.checks.common.series import whole_factor
from followup.checks.common.suspicions import Suspicion, number_of_rows, only, told
from followup.checks.indicators.indicator_outliers import doubtful
from followup.ground.errors import Problem, Severity
from followup.workbooks.source_table import SourceTable

if TYPE_CHECKING:
    from followup.checks.common.case import Case
    from followup.params.params import Indicator

_KEY = ["indicator", "committee", "period"]


def check(case: Case) -> Iterator[Problem]:
    """An error where a value has become another by a factor; a note where an indicator's history has been revised."""
    period = case.subject.before
    before = None if period is None else case.everybodys(period, "indicator_values")
    if before is not None:
        yield from told(case, "indicator_values", lambda rows: _found(case, before, rows))


def _found(case: Case, before: SourceTable, table: SourceTable) -> Iterator[Suspicion]:
    earlier = before.frame.drop_duplicates(_KEY).set_index(_KEY)["value"]
    told_of: set[str] | None = None
    for indicator, rows in series_of(case, table):
        known = earlier.reindex(rows.frame.set_index(_KEY).index).to_numpy(dtype=np.float64)
        values = rows.frame["value"].to_numpy(dtype=np.float64)
        least, largest = indicator.range
        # What is outside the range is told as impossible.
        inside = (values >= least) & (values <= largest)
        changed = inside & ~np.isnan(known) & (np.abs(values - known) > SAME)
        if not changed.any():
            continue
        # What does not agree with its own series is told already.
        told_of = doubtful(case, table) if told_of is None else told_of
        if indicator.code not in told_of:
            yield _revised(case, indicator, only(rows, changed), known[changed], values[changed])


def in_another_unit(case: Case, table: SourceTable) -> set[str]:
    """The indicators that have become others by a factor since the period before."""
    period = case.subject.before
    before = None if period is None else case.everybodys(period, "indicator_values")
    found = [] if before is None else _found(case, before, table)
    return {code for one in found if one.kind == "another" for code in one.rows.values("indicator")}


def _revised(case: Case, indicator: Indicator, rows: SourceTable, before: np.ndarray, now: np.ndarray) -> Suspicion:
    limit = case.limit(RULE.code, "faktor")
    with np.errstate(divide="ignore"):
        ratios = np.abs(np.where(before != 0, now / np.where(before != 0, before, 1), np.inf))
    other = (ratios >= limit) | (ratios <= 1 / limit)
    is_another = bool(other.any()) and indicator.range[0] >= 0
    if is_another:
        rows, before, now = only(rows, other), before[other], now[other]
    month = months_of(replace(rows, frame=rows.frame.iloc[:1]))
    change = f"{shown(before[0], indicator)} har blivit {shown(now[0], indicator)}"
    found = (
        f"{named(indicator)} har ändrats i {number_of_rows(len(rows))} sedan den förra periodens arbetsbok, "
        f"{month}: {change}."
    )
    if not is_another:
        return Suspicion(
            "revised",
            rows,
            "value",
            found,
            "Värden som redan har redovisats väntas vara desamma.",
            "Kontrollera att ändringen är avsedd. Rapporten visar de nya värdena.",
            severity=Severity.NOTE,
        )
    factor = whole_factor(float(now[0]), float(before[0]))
    return Suspicion(
        "another",
        rows,
        "value",
        found,
        "Värden som redan har redovisats väntas vara desamma.",
        "Har kolumnen fått en annan enhet? Skriv värdena som förut." if factor else "Rätta värdena.",
        change,
    )


RULE = Rule(
    code="indikatorer-omraknade",
    title="Redan redovisade indikatorvärden",
    catches=(
        "Ett redan redovisat värde som har blivit ett annat: hela serien i en annan enhet. Påpekar mindre ändringar."
    ),
    check=check,
    needs=("indicator_values",),
    readers=("committee", "region"),
    severities=(Severity.ERROR, Severity.NOTE),
    limits=("faktor",),
    may_be_confirmed=True,
    example=(
        "”Närvaro vid naturbruksgymnasierna” har ändrats i 4 rader sedan den förra periodens arbetsbok, "
        "januari 2024: 88 % har blivit 0,9 %. Värden som redan har redovisats väntas vara desamma. Har "
        "kolumnen fått en annan enhet? Skriv värdena som förut."
    ),
)
