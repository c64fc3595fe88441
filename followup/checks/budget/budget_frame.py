"""The ledger's budget for the year against the decided frame."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from followup.checks.common.holders import holders
from followup.checks.common.per_case import once
from followup.checks.common.rule import Rule
from followup.checks.common.suspicions import LEAST_HOLDERS, by_holder
from followup.checks.common.table_problems import about, at, missing_months, mnkr, month_names
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

# Holders that one message names; the rest are counted.
_MOST_NAMED = 3


def check(case: Case) -> Iterator[Problem]:
    """An error where a line of the frame is not there, or where the two differ by more than the tolerance.

    The region's is about the holders that leave no report of their own: nobody else looks at theirs.
    """
    if not case.committee.is_region:
        yield from _of_holder(case, case.committee, case["ledger"])
        return
    reporting = {one.code for one in case.subject.reporting}
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
            f"Raden {quoted(frame)} saknas bland budgetramarna. Raderna är "
            f"{listed(map(quoted, frames.values('line')))}.",
            "",
            "Skriv ramens rad så i arbetsboken, eller rätta nämndens frames i params/committees.yml "
            f"({committee.code}).",
        )
    differing = None if missing else _difference(case, committee, ledger)
    if differing is None:
        return
    budget, decided = differing
    if shared := _of_most(case):
        yield _of_the_sheet(case, shared)
        return
    yield at(
        ledger.where(period=case.period.whole_year),
        "budget",
        f"Årets budget för {committee.code} är {mnkr(budget)} i huvudboken, men {mnkr(decided)} i de beslutade "
        f"ramarna ({listed(chosen)}).",
        f"De får skilja högst {mnkr(params.rules.frame_tolerance)}.",
        "Kontrollera att uttaget har hela årets budget, och att ramen är den senast beslutade.",
    )


def _difference(case: Case, holder: Committee, ledger: SourceTable) -> tuple[float, float] | None:
    """A holder's budget of the year and its frame, in kronor, where they differ by more than the tolerance."""
    decided = case["frames"].where(line=frame_lines(case["frames"], holder)).total("year_0")
    change = frame_movement(case.params.all_plans, holder.code, case.period)
    decided = decided if change is None else decided + change
    budget = ledger.where(period=case.period.whole_year).total("budget")
    if decided.value is None or budget.value is None:
        return None
    is_wrong = abs(budget.value - decided.value) > case.params.rules.frame_tolerance
    return (budget.value, decided.value) if is_wrong else None


@once
def _of_most(case: Case) -> dict[str, tuple[float, float] | None]:
    """Every holder and its difference, where most have one: that is one cause, such as another year's frames."""
    ledger = by_holder(case.whole["ledger"])
    found = {one.code: _difference(case, one, ledger[one.code]) for one in holders(case) if one.code in ledger}
    count = sum(one is not None for one in found.values())
    return found if count >= LEAST_HOLDERS and 2 * count >= len(found) else {}


def _of_the_sheet(case: Case, found: dict[str, tuple[float, float] | None]) -> Problem:
    """The same for every report that rests on the two workbooks: at the ledger where it lacks months for everybody."""
    ledger, year = case.whole["ledger"], case.period.year
    missing = missing_months(ledger, year, range(1, 13))
    told = [f"{code} {mnkr(one[0])} mot {mnkr(one[1])} i ramarna" for code, one in found.items() if one]
    differs = (
        f"Årets budget i huvudboken är inte den beslutade ramen för {len(told)} av {len(found)} nämnder: "
        f"{listed(told, most=_MOST_NAMED)}."
    )
    expected = f"De får skilja högst {mnkr(case.params.rules.frame_tolerance)}."
    if missing:
        return about(
            ledger,
            f"Rader för {month_names(missing)} {year} saknas för alla. {differs}",
            expected,
            "Gör om uttaget med årets alla månader.",
        )
    remedy = "Kontrollera att ramarna är årets och de senast beslutade, och att uttaget har hela årets budget."
    return at(case["frames"], "year_0", differs, expected, remedy)


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
