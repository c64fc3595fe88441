"""Frames and investments in the budget's workbook that are other amounts than the plan prints."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from followup.checks.common.rule import Rule
from followup.checks.common.table_problems import about, at, kronor_text, plan_remedy
from followup.ground.errors import Severity
from followup.ground.figure import Figure
from followup.ground.wording import loosely_normalised, quoted
from followup.params.plan.tables import KRONOR_PER

if TYPE_CHECKING:
    from followup.checks.common.case import Case
    from followup.ground.errors import Problem
    from followup.params.column_layout import ColumnLayout
    from followup.params.plan.tables import PlanTable
    from followup.workbooks.source_table import SourceTable

CODE = "planens-belopp"
# The plan's printed table, and the table of the workbook that says the same.
SAME = {"frames": "frames", "investeringsplan": "investment_plan"}
# More than this is one fault: another unit, another plan, a column that is moved.
MOST_LISTED = 3
_REMEDY = "Rätta det som är fel."
_IF_CHANGED = "En ändring som är beslutad senare skrivs under budget_changes i params/plans."

Difference = tuple["SourceTable", str, float, Figure]


def check(case: Case) -> Iterator[Problem]:
    """One warning for each cell whose amount the plan prints otherwise, or one for a sheet where many are."""
    plan = case.subject.main_plan
    for printed, name in SAME.items():
        table = plan.table(printed) if plan else None
        if table is None or name not in case.tables:
            continue
        found = list(_differences(case, case[name], table))
        if len(found) <= MOST_LISTED:
            columns = case.layouts[name].columns
            yield from (_of_cell(row, column, columns[column], value, said) for row, column, value, said in found)
        else:
            yield _of_sheet(case[name], table, found)


def _differences(case: Case, table: SourceTable, plan: PlanTable) -> Iterator[Difference]:
    """Those of the reader's own lines; of investments all lines are everybody's."""
    holder = case.committee
    own = None if holder.is_region else {loosely_normalised(line) for line in holder.frames}
    lines = {loosely_normalised(row.label): row for row in plan.rows if not row.is_total}
    years = {name: str(case.period.year + int(name[5:])) for name in table.frame.columns if name.startswith("year_")}
    for row in table.rows():
        line = loosely_normalised(row.text("line"))
        if line not in lines or (own is not None and plan.id == "frames" and line not in own):
            continue
        step = KRONOR_PER[lines[line].unit] / 10 ** lines[line].decimals
        for name, year in years.items():
            said = lines[line].figures[plan.columns.index(year)] if year in plan.columns else Figure.missing()
            value = row.figure(name).value
            if value is None or said.value is None:
                continue
            if abs(value - said.value) > case.limit(CODE, "steps") * step:
                yield row, name, value, said


def _of_cell(row: SourceTable, column: str, layout: ColumnLayout, value: float, said: Figure) -> Problem:
    (origin,), planned = said.origin, said.value or 0.0
    return at(
        row,
        column,
        f"{quoted(row.text('line'))} är {kronor_text(value)}. Planen säger {kronor_text(planned)}.",
        f"Beloppen är de som är beslutade och står i {origin.workbook}, {origin.address}.",
        f"{plan_remedy(layout, planned)} {_IF_CHANGED}",
        Severity.WARNING,
    )


def _of_sheet(table: SourceTable, plan: PlanTable, found: list[Difference]) -> Problem:
    row, column, value, said = found[0]
    (origin,) = said.origin
    return about(
        table,
        f"{len(found)} belopp är andra än planens. I cell {row.cells(column)[0].address} står {kronor_text(value)}, "
        f"och planen säger {kronor_text(said.value or 0.0)}.",
        f"Beloppen är de som är beslutade, i mnkr, och står i {origin.workbook}.",
        f"{_REMEDY} {_IF_CHANGED}",
        Severity.WARNING,
    )


RULE = Rule(
    code=CODE,
    title="Planens belopp",
    catches="En budgetram eller en rad i investeringsplanen som inte är det belopp som planen i params/plans har.",
    check=check,
    needs=("frames",),
    readers=("committee", "region", "plan", "region_plan"),
    limits=("steps",),
    severities=(Severity.WARNING,),
    example=(
        "”Driftnämnd Kultur och skola” är −184 mnkr. Planen säger −183 mnkr. Beloppen är de som är beslutade "
        "och står i params/plans/2024.tables.yml, rad 24. Rätta det som är fel: i den här kolumnen skrivs planens "
        f"belopp 183. {_IF_CHANGED}"
    ),
)
