"""Months of the personnel sheets that have become others since the period before: a column in another unit."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

from followup.checks.common.indicator_words import months_of
from followup.checks.common.rule import Rule
from followup.checks.common.suspicions import Suspicion, told
from followup.checks.staff import sickness_hours, sickness_rate, staff_turnover, working_hours
from followup.checks.staff.staff_groups import by_month, of_two_years, span
from followup.ground.errors import Problem
from followup.workbooks.source_table import SourceTable

if TYPE_CHECKING:
    from followup.checks.common.case import Case

_COLUMNS = {
    "sickness": {
        "employees": "Antalet anställda",
        "scheduled_hours": "Den ordinarie arbetstiden",
        "sick_hours": "Sjukfrånvaron",
        "long_sick_hours": "Den långa sjukfrånvaron",
    },
    "turnover": {"permanent_employees": "Antalet tillsvidareanställda", "leavers": "Avgångarna"},
}
# What is wrong in itself is told by these.
_OTHERS = {"sickness": (working_hours, sickness_hours, sickness_rate), "turnover": (staff_turnover,)}


def check(case: Case) -> Iterator[Problem]:
    """An error for each column of a holder whose months are many times what they were."""
    period = case.subject.before
    for name in _COLUMNS:
        before = None if period is None or name not in case.tables else case.everybodys(period, name)
        if before is not None:
            yield from told(case, name, partial(_found, case, name, before=before))


def _found(case: Case, name: str, table: SourceTable, before: SourceTable) -> Iterator[Suspicion]:
    table, columns = of_two_years(case, table), list(_COLUMNS[name])
    now = by_month(table, columns)
    then = by_month(before.where(committee=table.values("committee")), columns).reindex(now.index)
    # The first column counts people; of few nothing is shown, and what is wrong with all is told of the others.
    if not then[columns[0]].max() > case.params.rules.people.smallest_group_hidden:
        return
    times, least = case.limit(RULE.code, "ganger"), case.limit(RULE.code, "minst")
    ratio = now / then.where(then > 0)
    wrong = ((ratio >= times) | (ratio <= 1 / times)) & ((now - then).abs() >= least)
    if not wrong.any(axis=None) or any(any(rule.found_in(case, table)) for rule in _OTHERS[name]):
        return
    for column in columns:
        if wrong[column].any():
            rows = table.where(period=list(wrong.index[wrong[column]]))
            shown = f"{span(ratio[column][wrong[column]], 2)} gånger"
            yield Suspicion(
                f"revised {column}",
                rows,
                column,
                f"{_COLUMNS[name][column]} är {shown} vad den förra periodens arbetsbok hade för samma månader "
                f"({months_of(rows)}).",
                "Månader som redan har redovisats väntas vara ungefär desamma.",
                "Har kolumnen fått en annan enhet? Gör om uttaget som förut.",
                shown,
            )


RULE = Rule(
    code="personal-omraknad",
    title="Redan redovisade personalmånader",
    catches="En kolumn som har bytt enhet sedan den förra perioden, till exempel från timmar till dagar i alla rader.",
    check=check,
    needs=(),
    readers=("committee", "region"),
    limits=("ganger", "minst"),
    may_be_confirmed=True,
    about_people=True,
    example=(
        "Den långa sjukfrånvaron är 0,42–0,44 gånger vad den förra periodens arbetsbok hade för samma månader"
        " (januari 2024–april 2024). Månader som redan har redovisats väntas vara ungefär desamma. Har "
        "kolumnen fått en annan enhet? Gör om uttaget som förut."
    ),
)
