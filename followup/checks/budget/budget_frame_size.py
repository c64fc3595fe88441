"""A year of a budget frame that is in another unit, or has another sign, than the line's other years."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from followup.checks.common.rule import Rule
from followup.checks.common.table_problems import at, kronor_text
from followup.ground.wording import quoted

if TYPE_CHECKING:
    from followup.checks.common.case import Case
    from followup.ground.errors import Problem
    from followup.workbooks.source_table import SourceTable

CODE = "ramarnas-storlek"


def check(case: Case) -> Iterator[Problem]:
    """One error for each cell, in the reports that rest on the line."""
    frames = case["frames"]
    holder = case.committee
    own = None if holder.is_region else set(holder.frames)
    years = [name for name in frames.frame.columns if name.startswith("year_")]
    for row in frames.rows():
        if own is None or row.text("line") in own:
            yield from _of_line(case, row, years)


def _of_line(case: Case, row: SourceTable, years: list[str]) -> Iterator[Problem]:
    values = {name: row.figure(name).value for name in years}
    for name, value in values.items():
        others = [other for year, other in values.items() if year != name and other]
        if not value or len(others) < 2:
            continue
        usual = sorted(others, key=abs)[(len(others) - 1) // 2]
        size = abs(value / usual) if usual else 1.0
        times = case.limit(CODE, "times")
        turned = usual * value < 0 and all(other * usual > 0 for other in others)
        if abs(value - usual) >= case.limit(CODE, "kronor") and (turned or not 1 / times < size < times):
            year = str(case.period.year + int(name.removeprefix("year_")))
            yield at(
                row,
                name,
                f"Ramen {quoted(row.text('line'))} är {kronor_text(value)} för {year}, men "
                f"{kronor_text(usual)} ett vanligt år på raden, med kostnader som minus.",
                "Beloppen anges i mnkr, och en kostnad med plustecken.",
                "Kontrollera beloppet.",
                value=kronor_text(value),
            )


RULE = Rule(
    code=CODE,
    title="Ramarnas storlek",
    catches="En budgetram i fel enhet eller med omvänt tecken ett av radens år.",
    check=check,
    needs=("frames",),
    readers=("committee", "region", "plan", "region_plan"),
    limits=("times", "kronor"),
    may_be_confirmed=True,
    example=(
        "Ramen ”Revision” är −6\u00a0000 mnkr för 2026, men −6 mnkr ett vanligt år på raden, med kostnader som minus."
        " Beloppen anges i mnkr, och en kostnad med plustecken. Kontrollera beloppet."
    ),
)
