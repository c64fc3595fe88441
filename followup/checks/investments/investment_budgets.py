"""Budgets of investments that have changed since the previous report. Decisions do that, so it is only a note."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from followup.checks.common.rule import Rule
from followup.checks.common.table_problems import at, mnkr
from followup.ground.errors import Problem, Severity
from followup.ground.wording import listed, quoted

if TYPE_CHECKING:
    from followup.checks.common.case import Case
    from followup.workbooks.source_table import SourceTable


_COLUMNS = {"total_budget": "Total budget", "year_budget": "Årets budget"}


def check(case: Case) -> Iterator[Problem]:
    """One note for each of the two budgets with the projects that have another one now."""
    before = case.subject.before
    if before is None or before.year != case.period.year:
        return
    earlier = case.previous("investments")
    if earlier is None:
        return
    now, then = case["investments"].where(period=str(case.period)), earlier.where(period=str(before))
    if case.committee.is_region:
        # Whoever leaves a report is told there.
        reporting = {one.code for one in case.subject.reporting}
        now = now.where(committee=[code for code in now.values("committee") if code not in reporting])
    for column, name in _COLUMNS.items():
        known = dict(zip(_projects(then), then.frame[column], strict=True))
        told, rows = [], []
        for row, project, amount in zip(now.frame.index, _projects(now), now.frame[column], strict=True):
            was = known.get(project)
            if was is not None and abs(amount - was) > case.params.rules.total_tolerance:
                told.append(f"{quoted(project[1])} från {mnkr(was)} till {mnkr(amount)}")
                rows.append(row)
        if told:
            yield at(
                replace(now, frame=now.frame.loc[rows]),
                column,
                f"{name} har ändrats sedan {before}: {listed(told, most=5)}.",
                "En investerings budget ändras genom ett beslut.",
                "Kontrollera att beslutet finns. Rapporten visar den nya budgeten.",
                Severity.NOTE,
            )


def _projects(table: SourceTable) -> Iterator[tuple[str, str]]:
    return zip(table.frame["committee"], table.frame["project"], strict=True)


RULE = Rule(
    code="investeringarnas-budget",
    title="Investeringarnas budget mot förra rapporten",
    catches="En total budget eller årsbudget för en investering som har ändrats sedan förra rapporten.",
    check=check,
    severities=(Severity.NOTE,),
    needs=("investments",),
    readers=("committee", "region"),
    example=(
        "Total budget har ändrats sedan 2024-02: ”Vårdbyggnad” från 890 mnkr till 950 mnkr. En investerings "
        "budget ändras genom ett beslut. Kontrollera att beslutet finns. Rapporten visar den nya budgeten."
    ),
)
