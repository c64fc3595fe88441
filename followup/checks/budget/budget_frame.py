"""The ledger's budget for the year against the decided frame."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from followup.checks.common.holders import holders
from followup.checks.common.rule import Rule
from followup.checks.common.table_problems import about, at, mnkr
from followup.checks.ledger.ledger_accumulated import accumulated
from followup.checks.ledger.ledger_scale import scaled
from followup.checks.ledger.ledger_sign import turned
from followup.ground.errors import Problem
from followup.ground.wording import listed, loosely_normalised, quoted
from followup.tables.budget_decisions import frame_movement
from followup.tables.budget_frames import frame_lines

if TYPE_CHECKING:
    from followup.checks.common.case import Case
    from followup.params.params import Committee
    from followup.workbooks.source_table import SourceTable


def check(case: Case) -> Iterator[Problem]:
    """An error where a line of the frame is not there, or where the two differ by more than the tolerance.

    The region's is about the holders that leave no report of their own: nobody else looks at theirs.
    """
    if not case.committee.is_region:
        yield from _of_holder(case, case.committee, case["ledger"])
        return
    reporting = {one.code for one in case.params.reporting(case.period)}
    for holder in holders(case):
        if holder.code not in reporting:
            yield from _of_holder(case, holder, case["ledger"].where(committee=holder.code))


def _of_holder(case: Case, committee: Committee, ledger: SourceTable) -> Iterator[Problem]:
    params, frames = case.params, case["frames"]
    if not committee.frames or not len(ledger):
        return
    # What is wrong with the ledger's own budget is told where it stands.
    for finding in (*scaled(case), *accumulated(case), *turned(case)):
        if finding.column == "budget" and finding.amounts.committee == committee.code:
            return
    chosen = frame_lines(frames, committee)
    known = set(map(loosely_normalised, chosen))
    missing = [frame for frame in committee.frames if loosely_normalised(frame) not in known]
    for frame in missing:
        yield about(
            frames,
            f"Raden {quoted(frame)} saknas bland budgetramarna.",
            f"Raderna är {listed(map(quoted, frames.values('line')))}.",
            f"Rätta nämndens frames i params/committees.yml ({committee.code}), eller raden i arbetsboken.",
        )
    year = ledger.where(period=case.period.whole_year)
    decided, budget = frames.where(line=chosen).total("year_0"), year.total("budget")
    change = frame_movement(params.all_plans, committee.code, case.period)
    decided = decided if change is None else decided + change
    if missing or decided.value is None or budget.value is None:
        return
    if abs(budget.value - decided.value) > params.rules.frame_tolerance:
        yield at(
            year,
            "budget",
            f"Årets budget för {committee.code} är {mnkr(budget.value)} i huvudboken, men {mnkr(decided.value)} i de "
            f"beslutade ramarna ({listed(chosen)}).",
            f"De får skilja högst {mnkr(params.rules.frame_tolerance)}.",
            "Kontrollera att uttaget har hela årets budget, och att ramen är den senast beslutade.",
        )


RULE = Rule(
    code="ram",
    title="Huvudbokens budget mot den beslutade ramen",
    catches="Ett uttag som inte har hela årets budget, en ram som inte är den senast beslutade, och en ram som saknas.",
    check=check,
    needs=("ledger", "frames"),
    readers=("committee", "region"),
    example=(
        "Årets budget för DNKS är −183 mnkr i huvudboken, men −184 mnkr i de beslutade ramarna (Driftnämnd Kultur "
        "och skola). De får skilja högst 0,5 mnkr. Kontrollera att uttaget har hela årets budget, och att ramen är "
        "den senast beslutade."
    ),
)
