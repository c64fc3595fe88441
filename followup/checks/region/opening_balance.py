"""The opening balance against what has been published: last year's closing balance, or the year's earlier report."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from followup.checks.common.region_amounts import half_step, value_of
from followup.checks.common.rule import Rule
from followup.checks.common.table_problems import at, in_sum, mnkr
from followup.ground.errors import Problem
from followup.ground.wording import listed
from followup.tables.region_accounts import LINES

if TYPE_CHECKING:
    from followup.checks.common.case import Case


def check(case: Case) -> Iterator[Problem]:
    """One error for all lines that open with another amount than the earlier workbook had."""
    sheet, earlier = case["balance_sheet"], case.previous("balance_sheet")
    before = case.subject.before
    if earlier is None or before is None:
        return
    if before.year == case.period.year:
        column, name = "opening", "ingående"
    elif before.is_year_end and before.year == case.period.year - 1:
        column, name = "closing", "utgående"
    else:
        return
    tolerance = half_step((sheet, ("opening",)), (earlier, (column,))) + 1
    told, changed, amounts = [], [], []
    for row in sheet.rows():
        line = row.text("line")
        now, then = row.figure("opening").value, value_of(earlier, line, column)
        if now is not None and then is not None and abs(now - then) > tolerance:
            told.append(f"{LINES[line].removeprefix('varav ')} {mnkr(now)} mot {mnkr(then)}")
            changed.append(line)
            amounts.append(now)
    if told:
        yield at(
            sheet.where(line=changed),
            "opening",
            f"Ingående balans är inte den som lämnades {before}: {listed(told)}.",
            f"Ingående balans väntas vara lika med {name} balans i {earlier.workbook}.",
            "Rätta ingående balans. Är det den tidigare arbetsboken som är fel: rätta den och bygg om den rapporten.",
            value=in_sum(amounts),
        )


RULE = Rule(
    code="ingaende-balans",
    title="Ingående balans mot tidigare rapport",
    catches="En ingående balans som inte är förra årets utgående, eller som har ändrats sedan årets förra rapport.",
    check=check,
    needs=("balance_sheet",),
    readers=("region",),
    may_be_confirmed=True,
    example=(
        "Ingående balans är inte den som lämnades 2024-02: Eget kapital 6 000 mnkr mot 6 100 mnkr. Ingående "
        "balans väntas vara lika med ingående balans i 2024/2024-02/REGION.xlsx. Rätta ingående balans. Är det "
        "den tidigare arbetsboken som är fel: rätta den och bygg om den rapporten. Är det rätt ändå: bekräfta det "
        "i params/confirmations.yml med regeln ingaende-balans och värdet ”6 000 mnkr”."
    ),
)
