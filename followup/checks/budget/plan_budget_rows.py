"""A plan's own budget in its follow-up, against the amounts that the plan prints."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from followup.checks.common.rule import Rule
from followup.checks.common.table_problems import about, at, kronor_text, plan_remedy
from followup.ground.errors import Problem, Severity
from followup.ground.figure import Figure
from followup.ground.wording import listed, loosely_normalised, quoted
from followup.params.plan.tables import KRONOR_PER

if TYPE_CHECKING:
    from followup.checks.common.case import Case
    from followup.params.column_layout import ColumnLayout
    from followup.params.plan.tables import PlanTable
    from followup.workbooks.source_table import SourceTable

CODE = "planens-budgetrader"
# What the plan prints for each row of a sheet, by the sheet's row, and how a message calls it.
Printed = dict[tuple[str, ...], tuple[str, Figure]]


def check(case: Case) -> Iterator[Problem]:
    """One error for each budget that is not the plan's, for each row that it does not have, and for what has no row."""
    plan = next(iter(case.subject.plans), None)
    operating = plan.table("driftbudget") if plan else None
    if operating is not None:
        wanted = _operating(operating)
        yield from _sheet(case, "plan_operating_budget", ("activity", "account_class"), "budget", operating, wanted)
    investments = plan.table("investeringsbudget") if plan else None
    if investments is not None and str(case.period.year) in investments.columns:
        projects = _investments(investments, str(case.period.year))
        yield from _sheet(case, "plan_investments", ("project",), "year_budget", investments, projects)


def _sheet(
    case: Case, name: str, keys: tuple[str, ...], column: str, printed: PlanTable, wanted: Printed
) -> Iterator[Problem]:
    if name in case.tables:
        tolerance = case.limit(CODE, "steps") * KRONOR_PER[printed.unit] / 10**printed.decimals
        yield from _rows(case[name], keys, case.layouts[name].columns[column], column, wanted, tolerance)
    else:
        sheet = "Driftbudget" if name == "plan_operating_budget" else "Investeringar"
        yield about(
            case["plan_statuses"],
            f"Arbetsboken har inget blad {sheet}.",
            "Planen har en budget som ska följas upp.",
            "Lägg till bladet. Utan det står det i rapporten att budgeten inte följs upp.",
            Severity.WARNING,
        )


def _rows(
    table: SourceTable, keys: tuple[str, ...], layout: ColumnLayout, column: str, wanted: Printed, tolerance: float
) -> Iterator[Problem]:
    seen = set()
    for row in table.rows():
        key = tuple(loosely_normalised(row.text(name)) for name in keys)
        name = " ".join(row.text(one) for one in keys)
        value = row.figure(column).value
        if key not in wanted:
            yield at(
                row,
                keys[-1],
                f"{quoted(name)} finns inte i planens budget.",
                f"Planens rader är {listed(quoted(label) for label, _ in wanted.values())}.",
                "Rätta namnet. En ändring som är beslutad senare skrivs i kommentaren.",
            )
            continue
        seen.add(key)
        said = wanted[key][1]
        if value is not None and said.value is not None and abs(value - said.value) > tolerance:
            (origin,) = said.origin
            yield at(
                row,
                column,
                f"{quoted(name)} har budgeten {kronor_text(value)}. Planen säger {kronor_text(said.value)}.",
                f"Budgeten är den som planen anger i {origin.workbook}, {origin.address}.",
                plan_remedy(layout, said.value),
                value=kronor_text(value),
            )
    if absent := [label for key, (label, _) in wanted.items() if key not in seen]:
        yield about(
            table,
            f"Rader saknas för {listed(map(quoted, absent))}.",
            "Bladet har en rad för varje rad i planens budget.",
            "Lägg till raderna.",
        )


def _operating(printed: PlanTable) -> Printed:
    return {
        (loosely_normalised(activity), loosely_normalised(row.label)): (f"{activity} {row.label}", figure)
        for row in printed.rows
        if not row.is_total
        for activity, figure in zip(printed.columns, row.figures, strict=True)
    }


def _investments(printed: PlanTable, year: str) -> Printed:
    place = printed.columns.index(year)
    rows = [row for row in printed.rows if not row.is_total]
    return {(loosely_normalised(row.label),): (row.label, row.figures[place]) for row in rows}


RULE = Rule(
    code=CODE,
    title="Planens budget i uppföljningen",
    catches="En budget i uppföljningen som inte är planens, och rader som planen inte har eller som saknas.",
    check=check,
    needs=("plan_statuses",),
    readers=("plan_follow_up",),
    limits=("steps",),
    severities=(Severity.ERROR, Severity.WARNING),
    may_be_confirmed=True,
    example=(
        "”FVIS / VISUS” har budgeten 2 mnkr. Planen säger 20 mnkr. Budgeten är den som planen anger i "
        "params/plans/2022.tables.yml, rad 27. Rätta det som är fel: i den här kolumnen skrivs planens belopp 20."
    ),
)
