"""Targets in another scale than the values, and targets that have moved against the indicator's direction."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import numpy as np

from followup.checks.common.indicator_words import named, series_of, shown, span
from followup.checks.common.rule import Rule
from followup.checks.common.series import whole_factor
from followup.checks.common.suspicions import Suspicion, told
from followup.checks.indicators.indicator_revisions import in_another_unit
from followup.ground.errors import Problem, Severity
from followup.ground.period import Period
from followup.workbooks.source_table import SourceTable

if TYPE_CHECKING:
    from followup.checks.common.case import Case
    from followup.params.params import Indicator


def check(case: Case) -> Iterator[Problem]:
    """An error for each target in another scale than its values; a note for one that has moved the wrong way."""
    yield from told(case, "indicator_targets", lambda rows: _found(case, rows))


def _found(case: Case, targets: SourceTable) -> Iterator[Suspicion]:
    values = case.whole["indicator_values"]
    earlier = case.others(Period(case.period.year - 1, 12), "indicator_targets")
    for committee in targets.values("committee"):
        own = targets.where(committee=committee)
        for indicator, series in series_of(case, values.where(committee=committee)):
            row = own.where(indicator=indicator.code)
            if len(row) == 1 and row.figure("target").value is not None:
                yield from [*_scale(case, indicator, row, series)] or _direction(indicator, row, earlier)


def _scale(case: Case, indicator: Indicator, row: SourceTable, series: SourceTable) -> Iterator[Suspicion]:
    target, values = row.figure("target").value, series.frame["value"].to_numpy(dtype=np.float64)
    least, largest = indicator.range
    # What is outside the range is told as impossible.
    values = values[(values >= least) & (values <= largest)]
    # A target of 0 is one that means none at all, and a result may be on the other side of 0.
    if not target or not least <= target <= largest or (values * target < 0).any() or not values.any():
        return
    sizes = np.abs(values[values != 0])
    times = case.limit(RULE.code, "faktor")
    is_other = sizes.max() * times <= abs(target) or abs(target) * times <= sizes.min()
    # Where it is the values that have another unit, that is told.
    if is_other and indicator.code not in in_another_unit(case, series):
        usual = float(np.median(values))
        factor = whole_factor(target, usual)
        yield Suspicion(
            "scale",
            row,
            "target",
            f"Målvärdet för {named(indicator)} är {shown(target, indicator)}, men alla {len(values)} värden är "
            f"{span(values.tolist(), indicator)}."
            if len(values) > 1
            else f"Målvärdet för {named(indicator)} är {shown(target, indicator)}, men värdet är "
            f"{shown(usual, indicator)}.",
            "Målvärdet står i samma enhet som värdena.",
            "Rätta målvärdet."
            if not factor
            else f"Är {shown(target / factor, indicator)} rätt: skriv det. Är det värdena som är fel: rätta dem.",
            shown(target, indicator),
        )


def _direction(indicator: Indicator, row: SourceTable, earlier: SourceTable | None) -> Iterator[Suspicion]:
    if earlier is None or indicator.direction == "neutral":
        return
    before = earlier.where(indicator=indicator.code, committee=row.text("committee"))
    if len(before) != 1:
        return
    now, then = row.figure("target").value, before.figure("target").value
    if now is None or then is None:
        return
    if now != then and (now > then) != (indicator.direction == "higher"):
        yield Suspicion(
            f"direction {indicator.code}",
            row,
            "target",
            f"Målvärdet för {named(indicator)} har gått från {shown(then, indicator)} till "
            f"{shown(now, indicator)}, men "
            f"{'högre' if indicator.direction == 'higher' else 'lägre'} är bättre.",
            "Ett nytt målvärde väntas vara bättre än det förra.",
            "Kontrollera målvärdet, och indikatorns direction i params/indicators.yml.",
            severity=Severity.NOTE,
        )


RULE = Rule(
    code="malvardens-skala",
    title="Målvärdenas skala",
    catches="Ett målvärde i en annan enhet än värdena. Påpekar också ett målvärde som har sänkts fast högre är bättre, "
    "eller höjts fast lägre är bättre.",
    check=check,
    needs=("indicator_targets", "indicator_values"),
    readers=("committee", "region"),
    severities=(Severity.ERROR, Severity.NOTE),
    limits=("faktor",),
    may_be_confirmed=True,
    example=(
        "Målvärdet för ”Närvaro vid naturbruksgymnasierna” är 0,9 %, men alla 4 värden är 87,6–90,1 %. "
        "Målvärdet står i samma enhet som värdena. Är 90 % rätt: skriv det. Är det värdena som är fel: rätta "
        "dem."
    ),
)
