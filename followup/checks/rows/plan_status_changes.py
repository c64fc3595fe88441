"""A follow-up's statuses against the year's earlier ones, and those of a whole against those of its parts."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from followup.checks.common.rule import Rule
from followup.checks.common.table_problems import about, at
from followup.ground.errors import Severity
from followup.ground.wording import listed, quoted
from followup.tables.plan_statuses import rows_of_plan

if TYPE_CHECKING:
    from followup.checks.common.case import Case
    from followup.ground.errors import Problem
    from followup.ground.period import Period
    from followup.params.plans import Plan
    from followup.workbooks.source_table import SourceTable

CODE = "planens-statusar"
DONE, NOT_STARTED, CANCELLED = "done", "not_started", "cancelled"
DONE_WORD, NOT_STARTED_WORD = "klart", "ej påbörjat"
_MOST_NAMED = 5


def check(case: Case) -> Iterator[Problem]:
    """Warnings of what was done and is no longer, wholes that their parts contradict, and a copied column."""
    plans = case.subject.plans
    earlier = [(period, case.others(period, "plan_statuses")) for period in case.subject.earlier_in_year]
    before = [(period, table) for period, table in earlier if table is not None]
    for plan in plans:
        own = rows_of_plan(plan, case["plan_statuses"], plans)
        if before:
            period, table = before[-1]
            yield from _undone(own, period, rows_of_plan(plan, table, plans))
        yield from _wholes(plan, own)
    if before:
        yield from _copied(case, *before[-1])


def _undone(own: dict[str, SourceTable], period: Period, then: dict[str, SourceTable]) -> Iterator[Problem]:
    """The entries that the follow-up before had as done: one that was taken up again earlier was told then."""
    for code, row in own.items():
        if code in then and then[code].text("status") == DONE and row.text("status") not in (DONE, ""):
            yield at(
                row,
                "status",
                f"{quoted(code)} är inte {DONE_WORD}, men var det i {period}.",
                f"Det som är {DONE_WORD} förblir {DONE_WORD}.",
                "Rätta statusen, eller skriv i kommentaren varför arbetet har tagits upp igen.",
                Severity.WARNING,
            )


def _wholes(plan: Plan, own: dict[str, SourceTable]) -> Iterator[Problem]:
    """An entry that is assessed as a whole as done or not begun, while some of its parts say otherwise."""
    for node in plan.nodes:
        status = own[node.code].text("status") if node.code in own and not plan.is_followed(node) else ""
        allowed = {DONE: (DONE, CANCELLED, ""), NOT_STARTED: (NOT_STARTED, CANCELLED, "")}.get(status)
        if allowed is None:
            continue
        parts = [part.code for part in node.descendants() if part.code in own and plan.is_followed(part)]
        against = [code for code in parts if own[code].text("status") not in allowed]
        if against:
            word = DONE_WORD if status == DONE else NOT_STARTED_WORD
            yield at(
                own[node.code],
                "status",
                f"{quoted(node.code)} är {word} som helhet, men inte {listed(map(quoted, against), most=_MOST_NAMED)}.",
                "Det som är klart har inga delar som återstår."
                if status == DONE
                else "Det som inte är påbörjat har inga delar som är påbörjade.",
                "Rätta helhetens status, eller delarnas.",
                Severity.WARNING,
            )


def _copied(case: Case, period: Period, then: SourceTable) -> Iterator[Problem]:
    """A sheet whose every status is the one that the follow-up before had."""
    statuses = case["plan_statuses"]
    now, was = _by_text(statuses), _by_text(then)
    if len(now) >= case.limit(CODE, "least_entries") and now == was:
        yield about(
            statuses,
            f"Alla {len(now)} statusar är desamma som i {then.workbook}.",
            f"Något har ändrats mellan {period} och {case.period}.",
            "Kontrollera att bladet är den här uppföljningens. Är det rätt visar rapporten att inget har ändrats.",
            Severity.WARNING,
        )


def _by_text(table: SourceTable) -> dict[str, str]:
    return {row.text("node"): row.text("status") for row in table.rows() if row.text("status")}


RULE = Rule(
    code=CODE,
    title="Statusar mot tidigare uppföljningar och mot delarna",
    catches="En post som har varit klar och inte längre är det, en bedömning som helhet som delarna motsäger, och "
    "statusar som alla är den förra uppföljningens.",
    check=check,
    needs=("plan_statuses",),
    readers=("plan_follow_up",),
    severities=(Severity.WARNING,),
    limits=("least_entries",),
    example=(
        "”K.3” är klart som helhet, men inte ”K.3.2”. Det som är klart har inga delar som återstår. Rätta helhetens "
        "status, eller delarnas."
    ),
)
