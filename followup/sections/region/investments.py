"""Investeringar for the region: by committee, by group, and the plan of five years."""

from __future__ import annotations

from typing import TYPE_CHECKING

from followup.analysis.region.region_economy import DIFFERENCE, PRINTED, ROWS_SUM
from followup.analysis.region.region_investments import TOTAL
from followup.document.blocks import Block, Table, Text
from followup.document.tables import FigureColumn, figure_table, source_of
from followup.sections.region.tables import committee_table
from followup.sections.shared.investments import GROUPS, UNIT_LINE

if TYPE_CHECKING:
    from followup.reports.region import RegionReport

_SUM = "Summa investeringar"


def by_committee(report: RegionReport) -> Block:
    """Budget, outcome and forecast of each committee's investments."""
    if not len(report.investments_by_committee):
        return _nothing("investeringar-namnder")
    return committee_table(
        report,
        "investeringar-namnder",
        f"Investeringar per nämnd, {report.period.span}",
        report.investments_by_committee,
        _columns(report),
        unit_line=UNIT_LINE,
        source=source_of(report, "investments"),
    )


def by_group(report: RegionReport) -> Block:
    """Budget, outcome and forecast of each group of investments."""
    frame = report.investments_by_group
    if not len(frame):
        return _nothing("investeringar-grupper")
    order = [group for group in GROUPS if group in frame]
    frame = frame.only([*order, TOTAL]).renamed({**GROUPS, TOTAL: _SUM})
    return figure_table(
        "investeringar-grupper",
        f"Investeringar per grupp, {report.period.span}",
        frame,
        "Grupp",
        _columns(report),
        totals=(_SUM,),
        unit_line=UNIT_LINE,
        source=source_of(report, "investments"),
    )


def plan(report: RegionReport) -> Table:
    """The investment plan of five years as it is printed, its sum beside the printed total."""
    years = [name for name in report.investment_plan.columns if name.startswith("year_")]
    first = report.period.year
    return figure_table(
        "investeringsplan",
        f"Beslutad investeringsplan {first}–{first + len(years) - 1}",
        report.investment_plan,
        "Investeringar",
        tuple(FigureColumn(name, str(first + place)) for place, name in enumerate(years)),
        totals=(ROWS_SUM, PRINTED, DIFFERENCE),
        unit_line="Belopp i mnkr. Skillnad är den tryckta summan minus summan av raderna.",
        source=source_of(report, "investment_plan"),
    )


def _columns(report: RegionReport) -> tuple[FigureColumn, ...]:
    budget, outcome = FigureColumn("year_budget", "Årsbudget"), FigureColumn("outcome", "Utfall")
    if report.period.is_year_end:
        deviation = FigureColumn("deviation", "Avvikelse", signed=True)
        return (budget, outcome, deviation, FigureColumn("forecast", "Sista prognosen, belopp"))
    deviation = FigureColumn("forecast_deviation", "Avvikelse", signed=True)
    return (budget, outcome, FigureColumn("forecast", "Prognos"), deviation)


def _nothing(block_id: str) -> Text:
    return Text(id=block_id, title="Investeringar", paragraphs=(["Inga investeringar är redovisade för perioden."],))
