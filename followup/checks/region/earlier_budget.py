"""The year's budget of the lines outside the ledger against the year's earlier report."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from followup.checks.common.region_amounts import half_step, value_of
from followup.checks.common.rule import Rule
from followup.checks.common.table_problems import at, in_sum, mnkr
from followup.ground.errors import Problem
from followup.ground.wording import listed
from followup.tables.region_accounts import REQUIREMENT, STATEMENT

if TYPE_CHECKING:
    from followup.checks.common.case import Case


_SHEETS = (("income_statement", "year_budget", STATEMENT), ("balance_requirement", "budget", REQUIREMENT))


def check(case: Case) -> Iterator[Problem]:
    """One error for each sheet with lines whose budget for the year has changed in the course of it."""
    before = case.subject.before
    for table, column, names in _SHEETS:
        earlier = case.previous(table) if table in case.tables else None
        if earlier is None or before is None or before.year != case.period.year:
            continue
        now = case[table]
        rounding = half_step((now, (column,)), (earlier, (column,))) + 1
        told, amounts = {}, []
        for line in names:
            value, then = value_of(now, line, column), value_of(earlier, line, column)
            if value is not None and then is not None and abs(value - then) > rounding:
                told[line] = f"{names[line]} {mnkr(value)} mot {mnkr(then)}"
                amounts.append(value)
        if told:
            yield at(
                now.where(line=list(told)),
                column,
                f"Årets budget är inte den som lämnades {before}: {listed(told.values())}.",
                f"Årets budget är densamma som i {earlier.workbook}, om inte fullmäktige har beslutat om en ny.",
                "Rätta budgeten, om den inte har ändrats genom ett beslut.",
                value=in_sum(amounts),
            )


RULE = Rule(
    code="arets-budget-mot-tidigare",
    title="Regionens budget mot årets förra rapport",
    catches="En budget för skatter, statsbidrag, finansiella poster eller balanskrav som har ändrats under året.",
    check=check,
    needs=(),
    readers=("region",),
    may_be_confirmed=True,
    example=(
        "Årets budget är inte den som lämnades 2024-02: Skatteintäkter 10 000 mnkr mot 9 990 mnkr. Årets budget "
        "är densamma som i 2024/2024-02/REGION.xlsx, om inte fullmäktige har beslutat om en ny. Rätta budgeten, "
        "om den inte har ändrats genom ett beslut. Är det rätt ändå: bekräfta det i params/confirmations.yml med "
        "regeln arets-budget-mot-tidigare och värdet ”10 000 mnkr”."
    ),
)
