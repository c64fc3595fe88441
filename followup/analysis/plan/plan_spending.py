"""A plan's own budget followed up: operations by activity and account class, and investments by group.

Amounts are kronor, revenue + and cost −; investments have no sign. Outcomes are accumulated from January. Sources:
sheets `Driftbudget` and `Investeringar` of the follow-up's workbook, and the plan's printed table of investments, whose
groups and order are shown.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, get_args

from followup.ground.figure import Figure
from followup.ground.figure_table import FigureTable
from followup.ground.wording import loosely_normalised
from followup.workbooks.source_table import SourceTable

if TYPE_CHECKING:
    from followup.params.plan.tables import PlanTable

WHOLE = "summa"
OPERATING = "driftbudget"
INVESTMENTS = "investeringsbudget"
_AMOUNTS = ("budget", "outcome", "forecast")

OperatingColumn = Literal["activity", "label", "budget", "outcome", "forecast", "deviation", "comment"]
SpendingColumn = Literal["group", "label", "total_budget", "budget", "outcome", "forecast", "deviation", "comment"]
OperatingTable = FigureTable[OperatingColumn]
SpendingTable = FigureTable[SpendingColumn]


def operating(table: SourceTable | None) -> OperatingTable:
    """Rows by `activity|account class` in the sheet's order, after each activity's own the sum of it, and WHOLE last.

    `deviation` is the forecast less the year's budget: + is better than budget. A sum's `label` is empty.
    """
    rows: dict[str, dict[str, object]] = {}
    if table is None:
        return FigureTable.of(rows, get_args(OperatingColumn))
    for activity in table.values("activity"):
        part = table.where(activity=activity)
        for row in part.rows():
            label = row.text("account_class")
            rows[f"{activity}|{label}"] = _with_deviation(row) | {
                "activity": activity,
                "label": label,
                "comment": row.text("comment"),
            }
        rows[str(activity)] = _with_deviation(part) | {"activity": str(activity), "label": "", "comment": ""}
    if rows:
        rows[WHOLE] = _with_deviation(table) | {"activity": "", "label": "", "comment": ""}
    return FigureTable.of(rows, get_args(OperatingColumn))


def _with_deviation(rows: SourceTable) -> dict[str, object]:
    figures = {name: rows.total(name) for name in _AMOUNTS}
    return {**figures, "deviation": figures["forecast"] - figures["budget"]}


def investments(table: SourceTable | None, printed: PlanTable | None) -> SpendingTable:
    """Rows by project in the plan's order, then those that the plan does not have, and WHOLE last; none without a
    sheet.

    `group` and `total_budget` are the plan's. `deviation` is the year's budget less the forecast: + is under budget.
    """
    rows: dict[str, dict[str, object]] = {}
    if table is None:
        return FigureTable.of(rows, get_args(SpendingColumn))
    planned = {loosely_normalised(row.label): row for row in printed.rows if not row.is_total} if printed else {}
    order = list(planned)
    given = sorted(table.rows(), key=lambda row: _place(order, row.text("project")))
    for row in given:
        plan = planned.get(loosely_normalised(row.text("project")))
        rows[row.text("project")] = _spent(row) | {
            "group": plan.group if plan else "",
            "label": row.text("project"),
            "total_budget": plan.figures[0] if plan else Figure.missing("finns inte i planen"),
            "comment": row.text("comment"),
        }
    if rows:
        absent = Figure.missing("summeras inte")
        rows[WHOLE] = _spent(table) | {"group": "", "label": "", "total_budget": absent, "comment": ""}
    return FigureTable.of(rows, get_args(SpendingColumn))


def _place(order: list[str], project: str) -> int:
    name = loosely_normalised(project)
    return order.index(name) if name in order else len(order)


def _spent(rows: SourceTable) -> dict[str, object]:
    budget, outcome, forecast = (rows.total(name) for name in ("year_budget", "outcome", "forecast"))
    return {"budget": budget, "outcome": outcome, "forecast": forecast, "deviation": budget - forecast}
