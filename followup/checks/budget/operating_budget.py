"""The operating budget in detail against the decided frame, in the plan's workbook."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from followup.checks.common.rule import Rule
from followup.checks.common.table_problems import at, kronor_text
from followup.ground.wording import quoted
from followup.tables.budget_frames import frame_lines

if TYPE_CHECKING:
    from followup.checks.common.case import Case
    from followup.ground.errors import Problem

CODE = "driftbudget-ram"


def check(case: Case) -> Iterator[Problem]:
    """One error for each holder whose operating budget is not its frame."""
    frames, budget = case["frames"], case["operating_budget"]
    everyone = [one for one in case.params.committees.values() if one.exists_in(case.period.year)]
    holders = everyone if case.committee.is_region else [case.committee]
    for holder in holders:
        lines, rows = frame_lines(frames, holder), budget.where(committee=holder.code)
        decided, detailed = frames.where(line=list(lines)).total("year_0"), rows.total("amount")
        if not holder.frames or decided.value is None or detailed.value is None:
            continue
        if abs(decided.value - detailed.value) > case.limit(CODE, "kronor"):
            difference = kronor_text(detailed.value - decided.value)
            yield at(
                rows,
                "amount",
                f"Driftbudgeten för {holder.code} är {kronor_text(detailed.value)}, men ramen på bladet "
                f"{quoted(frames.sheet)} är {kronor_text(decided.value)}: de skiljer {difference}.",
                f"De får skilja högst {kronor_text(case.limit(CODE, 'kronor'))}.",
                "Kontrollera beloppen, deras enhet (mnkr) och deras tecken.",
                value=difference,
            )


RULE = Rule(
    code=CODE,
    title="Driftbudgeten mot ramen",
    catches="En driftbudget i fel enhet eller med fel tecken, och en rad som saknas i den eller står två gånger.",
    check=check,
    needs=("frames", "operating_budget"),
    readers=("plan", "region_plan"),
    limits=("kronor",),
    may_be_confirmed=True,
    example=(
        "Driftbudgeten för REV är −6\u00a0000 kr, men ramen på bladet ”Budgetramar” är −6 mnkr: de skiljer 6 mnkr. De"
        " får skilja högst 500\u00a0000 kr. Kontrollera beloppen, deras enhet (mnkr) och deras tecken."
    ),
)
