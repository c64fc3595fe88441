"""The budget that a plan decides: per activity and account class, the investments, and the committees' frames.

Amounts are kronor, revenue + and cost −; investments have no sign. Sources: `budget.xlsx` (sheets `Driftbudget` and
`Investeringsbudget`) and the plan's own table of frames.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, get_args

from followup.analysis.economy import NET
from followup.analysis.investments import TOTAL, largest_first
from followup.ground.figure import Figure
from followup.ground.figure_table import FigureTable
from followup.params.plan.tables import FRAMES
from followup.workbooks.source_table import SourceTable

if TYPE_CHECKING:
    from followup.params.plan.tables import PlanRow, PlanTable
    from followup.params.plans import Plan

OPERATING = "driftbudget"
ROWS_SUMMED = "Summa av raderna"
PRINTED = "Tryckt summa"
DIFFERENCE = "Skillnad"

ClassColumn = Literal["amount"]
ActivityColumn = Literal["revenue", "cost", "net"]
YearColumn = Literal["year_0", "year_1", "year_2"]
InvestmentColumn = Literal["group", "total_budget", YearColumn]
ClassTable = FigureTable[ClassColumn]
ActivityTable = FigureTable[ActivityColumn]
InvestmentTable = FigureTable[InvestmentColumn]
# Its columns are the years as the plan prints them.
FrameTable = FigureTable[str]


def by_account_class(budget: SourceTable) -> ClassTable:
    """One row per account class in the sheet's order, then NET, their sum; column `amount`."""
    rows = {name: budget.where(account_class=name).total("amount") for name in budget.values("account_class")}
    if rows:
        rows[NET] = budget.total("amount")
    return FigureTable.of({name: {"amount": figure} for name, figure in rows.items()}, get_args(ClassColumn))


def by_activity(budget: SourceTable) -> ActivityTable:
    """One row per activity, the largest net cost first, then NET. Columns `revenue`, `cost` and `net`.

    What has revenue is told by the sign of each row; an activity without any has the missing revenue "inga intäkter".
    """
    rows = {name: _activity(budget.where(activity=name)) for name in budget.values("activity")}
    ordered = dict(sorted(rows.items(), key=lambda item: item[1]["net"].value or 0.0))
    if ordered:
        ordered[NET] = _activity(budget)
    return FigureTable.of(ordered, get_args(ActivityColumn))


def _activity(budget: SourceTable) -> dict[str, Figure]:
    amounts = [row.figure("amount") for row in budget.rows()]
    revenue = [one for one in amounts if one.value is not None and one.value > 0]
    cost = [one for one in amounts if one.value is None or one.value <= 0]
    return {
        "revenue": Figure.sum(revenue) if revenue else Figure.missing("inga intäkter"),
        "cost": Figure.sum(cost) if cost else Figure.missing("inga kostnader"),
        "net": budget.total("amount"),
    }


def investments(budget: SourceTable) -> InvestmentTable:
    """One row per project, the largest first within its group, then TOTAL. Columns `group`, `total_budget`, `year_0` to
    `year_2`: the plan's year and the two after it. `total_budget` is not summed."""
    years: tuple[YearColumn, ...] = get_args(YearColumn)
    rows: dict[str, dict[str, object]] = {
        row.text("project"): {"group": row.text("group"), "total_budget": row.figure("total_budget")}
        | {name: row.figure(name) for name in years}
        for row in budget.rows()
    }
    found = largest_first(rows, "year_0")
    if found:
        sums = {name: budget.total(name) for name in years}
        found[TOTAL] = {"group": "", "total_budget": Figure.missing("summeras inte")} | sums
    return FigureTable.of(found, get_args(InvestmentColumn))


def printed_net(table: PlanTable | None) -> Figure:
    """The total row of a printed operating budget summed over its activities; missing without such a row."""
    totals = [row for row in table.rows if row.is_total] if table else []
    return Figure.sum(totals[-1].figures) if totals else Figure.missing("planen har ingen driftbudget")


def frames(plan: Plan, committee: str | None = None) -> FrameTable:
    """The net cost that the plan grants each line, one column per printed year; empty without such a table.

    A net cost is above 0 here, as in print. After the lines come ROWS_SUMMED, and where the plan prints a sum PRINTED
    and DIFFERENCE: printed − summed, which is rounding in the printed lines. With a `committee` its own lines alone,
    and their sum where there are several.
    """
    table = plan.table(FRAMES)
    if table is None:
        return FigureTable.of({}, ())
    rows = {row.label: [-figure for figure in row.figures] for row in table.rows if _is_of(row, committee)}
    if len(rows) > 1:
        lines = list(rows.values())
        rows[ROWS_SUMMED] = [Figure.sum(column) for column in zip(*lines, strict=True)]
        rows |= _printed_sum(table, rows[ROWS_SUMMED]) if committee is None else {}
    columns = list(table.columns)
    return FigureTable.of({label: dict(zip(columns, row, strict=True)) for label, row in rows.items()}, columns)


def _is_of(row: PlanRow, committee: str | None) -> bool:
    return not row.is_total and committee in (None, row.committee)


def _printed_sum(table: PlanTable, summed: list[Figure]) -> dict[str, list[Figure]]:
    printed = next((row for row in table.rows if row.is_total), None)
    if printed is None:
        return {}
    sums = [-figure for figure in printed.figures]
    return {PRINTED: sums, DIFFERENCE: [one - other for one, other in zip(sums, summed, strict=True)]}
