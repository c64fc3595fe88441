"""What several committees report on, each in its own workbook: an entry has one status, and a target one value."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from followup.checks.common.rule import Rule
from followup.checks.common.table_problems import at
from followup.ground.wording import quoted, spelled
from followup.tables.measured_rows import target_in
from followup.tables.plan_statuses import entry_in

if TYPE_CHECKING:
    from followup.checks.common.case import Case
    from followup.ground.errors import Problem
    from followup.params.plans import Plan
    from followup.workbooks.source_table import SourceTable


def check(case: Case) -> Iterator[Problem]:
    """One error for each status and each value that another committee's workbook of the same period has otherwise."""
    for plan in case.subject.plans:
        own = _by_entry(case["plan_statuses"], plan)
        for code in (plan.owner, *plan.reported_by):
            theirs = None if code == case.committee.code else case.of_committee(code, "plan_statuses")
            for entry, row in _by_entry(theirs, plan).items() if theirs is not None else ():
                if entry in own and own[entry].text("status") != row.text("status"):
                    yield _problem(case, plan, own[entry], row, entry)
        if "plan_target_values" in case.tables:
            yield from _values(case, plan)


def _values(case: Case, plan: Plan) -> Iterator[Problem]:
    own = _by_target(case["plan_target_values"], plan)
    for code in (plan.owner, *plan.reported_by):
        theirs = None if code == case.committee.code or not own else case.of_committee(code, "plan_target_values")
        for target, row in _by_target(theirs, plan).items() if theirs is not None else ():
            if target in own and own[target].figure("value").value != row.figure("value").value:
                yield at(
                    own[target],
                    "value",
                    f"{quoted(target)} har värdet {_value(own[target])}. I {row.workbook}, cell "
                    f"{row.cells('value')[0].address}, är det {_value(row)}.",
                    "Båda nämnderna redovisar samma beslut, och målet har ett värde.",
                    "Kom överens om vilket som stämmer och rätta det andra.",
                )


def _value(row: SourceTable) -> str:
    return spelled(row.figure("value").value or 0.0)


def _by_target(table: SourceTable, plan: Plan) -> dict[str, SourceTable]:
    """The rows with a value that are about the plan's targets, by the target's code."""
    targets = [(plan, one) for one in plan.targets]
    rows = ((target_in(targets, row.text("target")), row) for row in table.rows() if row.text("target"))
    return {found[1].code: row for found, row in rows if found and not row.figure("value").is_missing}


def _by_entry(table: SourceTable, plan: Plan) -> dict[str, SourceTable]:
    """The rows with a status that are about the plan, by the entry's code."""
    found = {}
    for row in table.rows():
        about = entry_in([plan], row.text("node")) if row.text("node") and row.text("status") else None
        if about is not None:
            found[about[1].code] = row
    return found


def _problem(case: Case, plan: Plan, own: SourceTable, theirs: SourceTable, entry: str) -> Problem:
    words = {grade.code: grade.word for grade in case.params.scales[plan.scale]}
    cell = theirs.cells("status")[0].address
    return at(
        own,
        "status",
        f"{quoted(entry)} har status {words[own.text('status')].lower()}. I {theirs.workbook}, cell {cell}, är den "
        f"{words[theirs.text('status')].lower()}.",
        "Båda nämnderna redovisar samma beslut, och det har en status.",
        "Kom överens om vilken som stämmer och rätta den andra.",
    )


RULE = Rule(
    code="status-hos-andra",
    title="Status hos andra som redovisar samma beslut",
    catches="Ett beslut som två nämnder återrapporterar med olika status, eller med olika värde för samma mål.",
    check=check,
    needs=("plan_statuses",),
    readers=("plan_follow_up",),
    example=(
        "”B1.1” har status klart. I 2018/2018-04/RS.xlsx, cell C7, är den enligt plan. Båda nämnderna redovisar samma "
        "beslut, och det har en status. Kom överens om vilken som stämmer och rätta den andra."
    ),
)
