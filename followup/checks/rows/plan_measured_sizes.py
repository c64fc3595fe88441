"""Measured values of a plan's targets and indicators that cannot be in their unit, or are of another time."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from followup.checks.common.rule import Rule
from followup.checks.common.table_problems import at
from followup.checks.texts.time_words import MONTH, YEAR, month_number
from followup.ground.errors import Severity
from followup.ground.wording import quoted, spelled
from followup.tables.measured_rows import indicator_in, target_in

if TYPE_CHECKING:
    from followup.checks.common.case import Case
    from followup.ground.errors import Problem
    from followup.params.plan.targets import Target
    from followup.params.plans import PlanIndicator
    from followup.workbooks.source_table import SourceTable

CODE = "matvardenas-storlek"
# Units whose values are from 0 to 100.
SHARES = ("%", "index")
_TIME = re.compile(rf"(?:\b(?P<month>{MONTH})\s+)?\b(?P<year>{YEAR})\b", re.IGNORECASE)


def check(case: Case) -> Iterator[Problem]:
    """One error for each value that cannot be, and one warning for each of a time that is not the report's."""
    for row in case["plan_target_values"].rows() if "plan_target_values" in case.tables else ():
        found = target_in(case.subject.targets, row.text("target"))
        value = row.figure("value").value
        if found is not None and value is not None:
            yield from _beside_target(case, row, found[1], value)
            yield from _measured_later(case, row, "target")
    if case.reader != "plan_follow_up" or "plan_indicator_values" not in case.tables:
        return
    indicators = [one for plan in case.subject.plans for one in plan.indicators]
    for row in case["plan_indicator_values"].rows():
        indicator = indicator_in(indicators, row.text("indicator"))
        value = row.figure("value").value
        if indicator is not None and value is not None:
            yield from _share(row, indicator, value)
            yield from _measured_later(case, row, "indicator")
            yield from _measured_before(case, row, indicator)


def _beside_target(case: Case, row: SourceTable, target: Target, value: float) -> Iterator[Problem]:
    """A value with the other sign than its target, or so far from it that its unit is another."""
    aims = [one for one in (target.value.value, target.most.value) if one]
    if not aims or not value:
        return
    largest, least = max(map(abs, aims)), min(map(abs, aims))
    turned = aims[0] * value < 0
    if not turned and least / case.limit(CODE, "parts") <= abs(value) <= case.limit(CODE, "times") * largest:
        return
    shown = f"{spelled(value)} {target.value.unit}"
    aim = f"{spelled(target.value.value or 0.0)} {target.value.unit}"
    yield at(
        row,
        "value",
        f"{quoted(row.text('target'))} har värdet {shown}. Målet är {aim}.",
        "Värdet står i målets enhet, med samma tecken som målet.",
        f"Byt tecken, om värdet är {spelled(-value)}." if turned else "Rätta värdet, eller skriv det i målets enhet.",
        value=shown,
    )


def _share(row: SourceTable, indicator: PlanIndicator, value: float) -> Iterator[Problem]:
    """A per cent or an index below 0, above 100, or as a share of one."""
    if indicator.unit not in SHARES or value == 0 or 1 <= value <= 100:
        return
    shown = f"{spelled(value)} {indicator.unit}"
    is_part = 0 < value < 1
    yield at(
        row,
        "value",
        f"{quoted(row.text('indicator'))} har värdet {shown}.",
        f"Indikatorn anges i {'procent' if indicator.unit == '%' else 'index'}, 0–100.",
        f"Är det {spelled(round(value * 100, 6))}: skriv det." if is_part else "Rätta värdet.",
        value=shown,
    )


def _times(row: SourceTable) -> list[tuple[int, int]]:
    """The times that a row says that its value is measured: years and months, 0 where it names none."""
    found = _TIME.finditer(row.text("measured"))
    return [(int(one["year"]), month_number(one["month"]) if one["month"] else 0) for one in found]


def _measured_later(case: Case, row: SourceTable, column: str) -> Iterator[Problem]:
    times, now = _times(row), (case.period.year, case.period.month)
    if times and min(times) > now:
        yield at(
            row,
            "measured",
            f"{quoted(row.text(column))} är mätt {quoted(row.text('measured'))}.",
            f"Uppföljningen gäller {case.period.span}.",
            "Rätta tiden, eller ta bort värdet om det hör till en senare uppföljning.",
            Severity.WARNING,
        )


def _measured_before(case: Case, row: SourceTable, indicator: PlanIndicator) -> Iterator[Problem]:
    """What is measured every time, with a value that the follow-up before could have had."""
    times, before = _times(row), case.subject.before
    if not indicator.monthly or before is None or not times or not max(times)[1]:
        return
    if max(times) <= (before.year, before.month):
        yield at(
            row,
            "measured",
            f"{quoted(row.text('indicator'))} är mätt {quoted(row.text('measured'))}.",
            f"Den mäts till varje uppföljning, och uppföljningen gäller {case.period.span}.",
            "Kontrollera att värdet inte är kvar från en tidigare uppföljning.",
            Severity.WARNING,
        )


RULE = Rule(
    code=CODE,
    title="Mätvärdenas storlek och tid",
    catches="Mätvärden för en plans mål och indikatorer i en annan enhet eller med ett annat tecken än målets, andelar "
    "som inte är mellan 0 och 100, och värden som är mätta efter rapportens period eller före den förra uppföljningen.",
    check=check,
    needs=(),
    readers=("committee", "plan_follow_up"),
    severities=(Severity.ERROR, Severity.WARNING),
    limits=("times", "parts"),
    may_be_confirmed=True,
    example=(
        "”2018/T6” har värdet 0,27 %. Målet är 30 %. Värdet står i målets enhet, med samma tecken som målet. Rätta "
        "värdet, eller skriv det i målets enhet."
    ),
)
