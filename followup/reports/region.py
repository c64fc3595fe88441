"""The region's own report: its committees' reports and what the region adds to them, as tables of figures.

    report = open_report("REGION", "2024-04")
    report.economy_by_holder["DNHS", "forecast_deviation"]

A rolled-up figure is the sum of the unrounded parts. As a committee's `Report` it computes a table when first asked.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from followup.analysis import comparison, focus_areas, forecast_accuracy, goals
from followup.analysis.people import region_staff, staff
from followup.analysis.plan import promises
from followup.analysis.plan.target_values import as_measured, target_values
from followup.analysis.region import region_economy, region_goals, region_indicators, region_investments
from followup.analysis.region.region_economy import TOTAL
from followup.ground.figure import Figure, joined
from followup.reports.finance import RegionFinance
from followup.reports.head import FollowUp
from followup.tables.budget_decisions import frame_movement
from followup.tables.budget_frames import frame_lines

if TYPE_CHECKING:
    from followup.analysis.comparison import ComparisonTable
    from followup.analysis.economy import EconomyRow, EconomyTable, LedgerTable
    from followup.analysis.forecast_accuracy import MissTable
    from followup.analysis.indicators import IndicatorTable
    from followup.analysis.people.region_staff import YearlyTable
    from followup.analysis.people.staff import StaffTable, YearsTable
    from followup.analysis.plan.promises import RegionPromiseTable
    from followup.analysis.plan.target_values import TargetValueTable
    from followup.analysis.region.region_economy import DeviationColumn, EffectTable, HeldTable, PathTable, PrintedTable
    from followup.analysis.region.region_indicators import SharedTable
    from followup.analysis.region.region_investments import YearTable
    from followup.ground.figure_table import FigureTable
    from followup.params.params import Committee
    from followup.reports.committee import Report
    from followup.sources.sources import Sources
    from followup.workbooks.source_table import SourceTable


@dataclass(frozen=True)
class RegionReport(FollowUp):
    """The region's report for one period. Every property is a table or a figure; see the module that makes it.

    `sources` are the region's own tables, unfiltered; `reports` the committees' reports by code, in the registry's
    order; `printed` the totals that the budget's workbook prints itself, by table and column. Rows of tables are codes
    of committees, and region_economy.TOTAL is the region.
    """

    reports: dict[str, Report]
    printed: dict[str, dict[str, Figure]]

    def name_of(self, code: str, short: bool = False) -> str:
        """A committee's name, or the region's for TOTAL."""
        if code == TOTAL:
            return self.committee.name
        committee = self.params.committees[code]
        return committee.short_name if short else committee.name

    @cached_property
    def comparison(self) -> ComparisonTable:
        """The region beside the country and the other regions; see comparison.COLUMNS."""
        return comparison.of_committee(self.sources.kolada, self.params.kolada, self.committee.code, self.period)

    @cached_property
    def target_values(self) -> TargetValueTable:
        """The measurable targets of the region's plan, as those who carry them have measured them."""
        own = target_values(self.subject.targets, None, self.period)
        return as_measured(own, {code: report.target_values for code, report in self.reports.items()})

    @property
    def _asking(self) -> tuple[Sources, ...]:
        return (self.sources, *(report.sources for report in self.reports.values()))

    @cached_property
    def holders(self) -> tuple[Committee, ...]:
        """The holders of a budget frame this year, in the registry's order."""
        known = self.params.committees.values()
        return tuple(one for one in known if one.frames and one.exists_in(self.period.year))

    @cached_property
    def finance(self) -> RegionFinance:
        """Income statement, balance sheet, balance requirement and financial goals."""
        return RegionFinance(self)

    # Ekonomi -------------------------------------------------------------------------------------------------------

    @cached_property
    def economy_by_holder(self) -> EconomyTable:
        """Rows: all holders of a frame, then TOTAL. Columns: economy.COLUMNS."""
        ledger, forecasts, first = self.sources.ledger, self.sources.holder_forecast, not self.previous_occasion
        rows = {}
        for holder in self.holders:
            if holder.code in self.reports:
                rows[holder.code] = self.reports[holder.code].net.figures
            else:
                rows[holder.code] = region_economy.holder_row(
                    ledger, forecasts, holder.code, holder.name, self.period, first
                )
        return region_economy.by_holder(rows)

    @cached_property
    def misses_by_holder(self) -> MissTable:
        """`economy_by_holder` of a year that is over, with `miss`; see forecast_accuracy.missed."""
        return forecast_accuracy.missed(self.economy_by_holder)

    @cached_property
    def forecast_parts(self) -> tuple[Figure, Figure]:
        """The forecast deviation of those who leave a report, and of the other holders; they sum to the region's."""
        return region_economy.forecast_parts(self.economy_by_holder, self.reports)

    @property
    def net(self) -> EconomyRow:
        """The ten figures of the region as a whole."""
        return self.economy_by_holder.row(TOTAL)

    @cached_property
    def economy_by_class(self) -> LedgerTable:
        """Rows: account classes of the whole ledger, then TOTAL. Columns: economy.LEDGER_COLUMNS."""
        return region_economy.by_account_class(self.sources.ledger, self.period)

    @cached_property
    def deficits(self) -> EconomyTable:
        """The holders whose forecast is a deficit, the largest first; of a year that is over, whose outcome is."""
        return region_economy.in_deficit(self.economy_by_holder, self._deciding)

    @cached_property
    def without_deviation(self) -> tuple[str, ...]:
        """The holders of which nobody knows whether they have a deficit, since a figure that decides it is missing."""
        rows = self.economy_by_holder.without(TOTAL).rows()
        return tuple(str(code) for code, row in rows if row[self._deciding].is_missing)

    @property
    def _deciding(self) -> DeviationColumn:
        """What decides whether a holder has a deficit, here as on the first page."""
        return "deviation" if self.period.is_year_end else "forecast_deviation"

    @cached_property
    def measures_by_committee(self) -> EffectTable:
        """Per reporting committee its measures' effects and what they leave; region_economy.with_measures."""
        forecasts = {code: report.net["forecast_deviation"] for code, report in self.reports.items()}
        return region_economy.with_measures(forecasts, {code: report.measures for code, report in self.reports.items()})

    @cached_property
    def reported_deficits(self) -> dict[str, Figure]:
        """The deficits of those who leave a report, summed, and what their measures leave; region_economy.together."""
        own = self.deficits.only(code for code in self.deficits.names if code in self.reports)
        measures = {code: report.measures for code, report in self.reports.items()}
        return region_economy.together(own, self.measures_by_committee, measures)

    @cached_property
    def forecast_path(self) -> PathTable:
        """The reporting committees' forecasts of the year, summed per occasion: column `deviation`."""
        histories = {code: report.forecast_history for code, report in self.reports.items()}
        return region_economy.forecast_path(histories, self.period.year)

    @cached_property
    def frames(self) -> PrintedTable:
        """The frames of five years as printed, their sum, the printed total and the difference."""
        return region_economy.against_printed(self.sources.frames, self.printed["frames"], cost=True)

    @cached_property
    def budget_against_frames(self) -> HeldTable:
        """The ledger's budget for the year against the decided frame, per holder, then TOTAL."""
        lines = {holder.code: frame_lines(self.sources.frames, holder) for holder in self.holders}
        return region_economy.budget_against_frames(
            self.economy_by_holder, self.sources.frames, lines, self.frame_movements
        )

    @cached_property
    def frame_movements(self) -> dict[str, Figure]:
        """What decisions up to the period have changed the holders' frames by; those that have none are left out."""
        moved = {one.code: frame_movement(self.params.all_plans, one.code, self.period) for one in self.holders}
        return {code: figure for code, figure in moved.items() if figure is not None}

    @cached_property
    def every_frame_is_held(self) -> bool:
        """Whether the holders' frames are all that is printed, and their budgets all that is in the ledger."""
        check = self.budget_against_frames.row(TOTAL)
        printed = Figure.sum([self.sources.frames.total("year_0"), *self.frame_movements.values()])
        booked = self.economy_by_class[TOTAL, "year_budget"]
        apart = [check["frame"] - printed, check["year_budget"] - booked]
        return all(one.value is not None and abs(one.value) <= 0.5 for one in apart)

    # Investeringar -------------------------------------------------------------------------------------------------

    @cached_property
    def investments_by_committee(self) -> YearTable:
        """Rows: committees with investments in the period, then TOTAL. Columns: investments.YEAR_COLUMNS."""
        return region_investments.by_committee(self.sources.investments, self.period)

    @cached_property
    def investments_by_group(self) -> YearTable:
        """Rows: groups of investments, then TOTAL. Columns: investments.YEAR_COLUMNS."""
        return region_investments.by_group(self.sources.investments, self.period)

    @cached_property
    def investment_plan(self) -> PrintedTable:
        """The plan's lines for five years, their sum, the printed total and the difference."""
        return region_economy.against_printed(self.sources.investment_plan, self.printed["investment_plan"])

    # Målstyrning ---------------------------------------------------------------------------------------------------

    @cached_property
    def goal_matrix(self) -> FigureTable[str]:
        """Rows: every goal of the plan. Columns: the committees' grades and the region's; region_goals.matrix."""
        assessed = {code: report.goals for code, report in self.reports.items() if len(report.goals)}
        return region_goals.matrix(self.main_plan.goals, assessed, self.params.rules.roll_up)

    @cached_property
    def goals_by_grade(self) -> dict[str, Figure]:
        """How many of the plan's goals have each grade for the region, in the scale's order."""
        origin = joined(self.goal_matrix.facts("origin", tuple))
        return goals.counted(self.goal_matrix.texts("region"), self.scale(self.kind.scale), origin)

    @cached_property
    def focus_areas(self) -> FigureTable[str]:
        """Rows: focus areas. Columns: proposal, decision, reason and counts; focus_areas.rolled_up."""
        assessed, roll_up = self.sources.focus_area_assessments, self.params.rules.roll_up
        scale = self.scale(self.kind.scale)
        return focus_areas.rolled_up(self.goal_matrix, assessed, self.focus_area_codes, scale, roll_up)

    @cached_property
    def promises(self) -> RegionPromiseTable:
        """Every promise of the plan with its committees' statuses, the worst first; see promises."""
        answers = {code: report.promises for code, report in self.reports.items()}
        return promises.promises_of_region(self.subject.promises, answers)

    @cached_property
    def focus_area_codes(self) -> dict[str, str]:
        """The plan's focus areas, name to code."""
        return {node.name: node.code for node in self.main_plan.roots}

    # Kvalitetsstyrning ---------------------------------------------------------------------------------------------

    @cached_property
    def indicators_by_grade(self) -> FigureTable[str]:
        """How many quality indicators have each grade, per committee, then TOTAL."""
        return region_indicators.count_by_grade(self._quality, self.scale("indicator"))

    @cached_property
    def shared_indicators(self) -> SharedTable:
        """Indicators that several committees measure, one row per indicator and committee."""
        return region_indicators.shared(self._quality)

    @property
    def _quality(self) -> dict[str, IndicatorTable]:
        return {code: report.quality for code, report in self.reports.items() if len(report.quality)}

    # Medarbetare ---------------------------------------------------------------------------------------------------

    @cached_property
    def sickness(self) -> StaffTable:
        """The whole region's sick leave by sex and age; staff.sickness_rates."""
        withheld = self.protection.sickness.of(self.committee.code)
        return staff.sickness_rates(self.sources.sickness, self.period, withheld)

    @cached_property
    def sickness_by_month(self) -> YearsTable:
        """The whole region's sick leave month by month; staff.sickness_by_month."""
        withheld = self.protection.sickness.of(self.committee.code)
        return staff.sickness_by_month(self.sources.sickness, self.period, withheld)

    @cached_property
    def sickness_by_committee(self) -> StaffTable:
        """Rows: committees, then TOTAL. Columns: region_staff.COLUMNS, per cent and percentage points."""
        table, hidden = self.sources.sickness, self.protection.sickness
        return region_staff.sickness_by_committee(table, self._staffed(table), self.period, hidden, self._new)

    @cached_property
    def turnover_by_committee(self) -> StaffTable:
        """Rows: committees, then TOTAL. Columns: region_staff.COLUMNS, per cent and percentage points."""
        table, hidden = self.sources.turnover, self.protection.turnover
        return region_staff.turnover_by_committee(table, self._staffed(table), self.period, hidden, self._new)

    @cached_property
    def yearly_staff_measures(self) -> dict[tuple[str, str], YearlyTable]:
        """Each yearly staff indicator's (code, sex) to its values per committee; region_staff.yearly_measures."""
        yearly = self.sources.yearly
        wanted = [one for one in self.params.indicators.values() if one.area == "staff" and one.frequency == "year"]
        return region_staff.yearly_measures(yearly, wanted, self._staffed(yearly), self.period, self.protection.yearly)

    def _staffed(self, table: SourceTable) -> list[str]:
        """Reporting committees and those with rows in a table, in the registry's order."""
        present = table.values("committee")
        return [code for code in self.params.committees if code in self.reports or code in present]

    @property
    def _new(self) -> frozenset[str]:
        """The committees that did not exist last year."""
        before = self.period.year - 1
        return frozenset(code for code, one in self.params.committees.items() if not one.exists_in(before))
