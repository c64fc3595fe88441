"""One committee's figures, from the spreadsheets to the tables that the notebook shows.

    report = open_report("DNKS", "2024-04")          # followup.reports.open
    report.economy_by_class          # a table of figures
    report.economy_by_class["Nettokostnad", "deviation"].origin    # the cells behind one of them

A `Report` reads its sources once and computes each table when it is first asked for. It decides nothing about looks:
`followup.sections` turns its tables into blocks.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from followup.analysis import (
    attention,
    comparison,
    economic_measures,
    economy,
    forecast,
    forecast_accuracy,
    forecast_support,
    goals,
    indicators,
    investments,
    measures,
    process_behaviour,
)
from followup.analysis.people import staff, staff_comparison
from followup.analysis.plan import promises
from followup.ground.figure import Figure, joined
from followup.ground.figure_table import FigureTable
from followup.reports.head import FollowUp
from followup.tables.budget_decisions import frame_movement

# The rows that the chart of the activities has room for.
MOST_ACTIVITIES = 10

if TYPE_CHECKING:
    from followup.analysis.comparison import ComparisonTable
    from followup.analysis.economy import EconomyRow, EconomyTable
    from followup.analysis.forecast import HistoryTable
    from followup.analysis.forecast_accuracy import AccuracyTable, MissTable
    from followup.analysis.forecast_support import HindsightTable, Proposal, SupportTable
    from followup.analysis.goals import GoalTable
    from followup.analysis.indicators import IndicatorTable, SeriesTable
    from followup.analysis.investments import InvestmentTable
    from followup.analysis.measures import MeasureTable
    from followup.analysis.people.staff import StaffTable, YearsTable
    from followup.analysis.people.staff_comparison import LatestTable
    from followup.analysis.people.staff_protection import Withheld
    from followup.analysis.plan.promises import PromiseTable
    from followup.analysis.process_behaviour import Behaviour
    from followup.params.indicator import EconomicMeasure
    from followup.params.params import Indicator


@dataclass(frozen=True)
class Report(FollowUp):
    """One committee's report for one period. Every property is a table or a figure; see the module that makes it."""

    # Ekonomi -------------------------------------------------------------------------------------------------------

    @cached_property
    def economy_by_class(self) -> EconomyTable:
        """Rows: account classes and the net cost. Columns: economy.COLUMNS."""
        return economy.by_account_class(
            self.sources.ledger, self.sources.forecast, self.period, first=not self.previous_occasion
        )

    @cached_property
    def economy_by_activity(self) -> EconomyTable:
        """Rows: all activities, the largest deviation first, and the net cost. Columns: economy.COLUMNS."""
        return economy.by_activity(
            self.sources.ledger, self.sources.forecast, self.period, first=not self.previous_occasion
        )

    @cached_property
    def largest_activities(self) -> EconomyTable:
        """As `economy_by_activity`, but with the smaller deviations, which nothing is said of, summed into one row."""
        named = {finding.item for finding in self.findings}
        shown = self.params.rules.activities_shown
        return economy.largest_first(self.economy_by_activity, shown, named=named, most=max(shown + 1, MOST_ACTIVITIES))

    @property
    def net(self) -> EconomyRow:
        """The ten figures of the committee as a whole."""
        return self.economy_by_class.row(economy.NET)

    @cached_property
    def forecast_history(self) -> HistoryTable:
        own = {self.previous_occasion: self.previous_forecast_deviation}
        own[str(self.period)] = self.net["deviation" if self.period.is_year_end else "forecast_deviation"]
        return forecast.history(self.sources.forecast_history, self.period, own)

    @cached_property
    def forecast_support(self) -> SupportTable:
        """The computed forecast beside the committee's. Rows: account classes and NET; see forecast_support.COLUMNS."""
        own = {str(name): figure for name, figure in self.economy_by_class.column("forecast").items()}
        return forecast_support.support(self.sources.ledger, own, self.period)

    @cached_property
    def forecast_support_in_hindsight(self) -> HindsightTable:
        """What would have been proposed at the year's earlier forecasts; see forecast_support.in_hindsight."""
        return forecast_support.in_hindsight(self.sources.ledger, self.params.calendar.forecast_occasions, self.period)

    @cached_property
    def forecast_accuracy(self) -> AccuracyTable:
        """Every forecast of a year that is over beside its outcome; see forecast_accuracy.COLUMNS."""
        told = forecast.occasions(self.sources.forecast_history, self.period)
        if self.period.is_year_end:
            # The outcome that the rest of the report shows, to the krona; the history is written in mnkr.
            told = told.with_row(str(self.period), {"report": self.kind.name, "deviation": self.net["deviation"]})
        return forecast_accuracy.turned_out(told)

    @cached_property
    def forecast_misses_by_class(self) -> MissTable:
        """`economy_by_class` of a year that is over, with `miss`; see forecast_accuracy.missed."""
        return forecast_accuracy.missed(self.economy_by_class)

    @cached_property
    def computed_misses(self) -> FigureTable[Proposal]:
        """What each forecast of the year would have missed by, had it been computed; see forecast_accuracy."""
        return forecast_accuracy.computed_misses(self.forecasts_of_year, self.forecast_support_in_hindsight)

    @cached_property
    def forecasts_of_year(self) -> AccuracyTable:
        """The rows of `forecast_accuracy` of the report's own year."""
        return forecast_accuracy.of_year(self.forecast_accuracy, self.period.year)

    @cached_property
    def budget_frame(self) -> Figure:
        """The decided frame of the year with the decisions that have changed it since, a cost."""
        frame = economy.frame_of_budget(self.sources.frames, self.sources.frame_lines)
        return frame if self.frame_movement is None else frame + self.frame_movement

    @cached_property
    def frame_movement(self) -> Figure | None:
        """What decisions up to the period have changed the frame by; None if none has."""
        return frame_movement(self.params.all_plans, self.committee.code, self.period)

    @cached_property
    def investments(self) -> InvestmentTable:
        return investments.by_project(self.sources.investments, self.period)

    @cached_property
    def measures(self) -> MeasureTable:
        return measures.all_measures(self.sources.measures)

    @cached_property
    def economic_measures(self) -> dict[EconomicMeasure, Figure]:
        """What the indicators of area economy are computed from, by measure."""
        return economic_measures.economic_measures(self.net, self.investments)

    @cached_property
    def findings(self) -> list[attention.Finding]:
        """What wants an explanation: the committee as a whole, then its activities."""
        limit = self.params.rules.large_deviation
        if self.period.is_year_end:
            return attention.year_findings(self.economy_by_activity, self.commented, limit)
        return attention.economy_findings(self.economy_by_activity, self.commented, limit)

    @cached_property
    def commented(self) -> frozenset[str]:
        """The activities and account classes that the committee has explained; NET stands for the whole."""
        return attention.commented_items(self.sources.comments, self.sources.forecast, self.committee.name)

    # Målstyrning ---------------------------------------------------------------------------------------------------

    @cached_property
    def goals(self) -> GoalTable:
        return goals.assessed_goals(self.main_plan.goals_of(self.committee.code), self.sources.goals)

    @cached_property
    def goal_count(self) -> Figure:
        """How many goals the committee carries."""
        return Figure.count(len(self.goals), joined(self.goals.facts("origin", tuple)))

    @cached_property
    def goals_by_grade(self) -> dict[str, Figure]:
        return goals.count_by_grade(self.goals, self.scale(self.kind.scale))

    @cached_property
    def goals_by_focus_area(self) -> FigureTable[str]:
        return goals.count_by_focus_area(self.goals, self.scale(self.kind.scale))

    @cached_property
    def promises(self) -> PromiseTable:
        """The plan's promises that the committee carries, with what has become of them; see promises."""
        own, earlier = self.subject.promises, self.sources.earlier_tables
        return promises.promises_of_committee(own, self.sources.assignments, earlier, self.subject.brief_in_year)

    @cached_property
    def promise_counts(self) -> dict[str, Figure]:
        """How many of the promises have each status, the worst first."""
        return promises.counts(self.promises, self.scale("assignment"))

    # Kvalitetsstyrning ---------------------------------------------------------------------------------------------

    @cached_property
    def quality(self) -> IndicatorTable:
        rules = self.params.rules
        return indicators.assessed_indicators(
            self.params.indicators_of(self.committee.code, "quality"),
            self.sources.indicator_values,
            self.sources.indicator_targets,
            self.period,
            near_percent=rules.near_target_percent,
            current_within_months=rules.current_within_months,
        )

    @cached_property
    def monthly_quality(self) -> IndicatorTable:
        """Those of `quality` that are measured every month: a monthly report shows no others."""
        return indicators.measured_monthly(self.quality)

    @cached_property
    def behaviours(self) -> dict[str, Behaviour]:
        """How each quality indicator varies up to the period, by code; see process_behaviour."""
        fewest = self.params.rules.points_for_limits
        return process_behaviour.behaviours(self.quality, self.indicator_series, fewest)

    def indicator_series(self, code: str) -> SeriesTable:
        """Every value of one indicator up to the period, oldest first."""
        return indicators.series(self.sources.indicator_values, self.params.indicators[code], self.period)

    @cached_property
    def comparison(self) -> ComparisonTable:
        """The region beside the country and the other regions, for what concerns the committee."""
        return comparison.of_committee(self.sources.kolada, self.params.kolada, self.committee.code, self.period)

    # Medarbetare ---------------------------------------------------------------------------------------------------

    @cached_property
    def sickness(self) -> StaffTable:
        return staff.sickness_rates(self.sources.sickness, self.period, self._withheld_sickness)

    @cached_property
    def sickness_differences(self) -> StaffTable:
        """Women against men and each age group against all, in percentage points, this year and last."""
        return staff_comparison.sickness_differences(self.sickness)

    @cached_property
    def sickness_by_month(self) -> YearsTable:
        return staff.sickness_by_month(self.sources.sickness, self.period, self._withheld_sickness)

    @cached_property
    def turnover(self) -> YearsTable:
        """One row: leavers per permanent employee, `this_year` and `last_year`, January to the period, per cent."""
        withheld = self.protection.turnover.of(self.committee.code)
        row = {
            "this_year": staff.turnover(self.sources.turnover, self.period, withheld),
            "last_year": staff.turnover(self.sources.turnover, self.period.previous_year, withheld),
        }
        return FigureTable.of({staff.TURNOVER: row}, staff.YEARS_COLUMNS)

    @cached_property
    def yearly_staff_measures(self) -> LatestTable:
        """The latest value of each yearly staff indicator; see staff_comparison.latest_measures."""
        return staff_comparison.latest_measures(
            self.sources.yearly, self._staff_indicators, self.period, self._withheld_measures
        )

    @cached_property
    def yearly_staff_comparison(self) -> staff_comparison.MeasureTable:
        """The yearly staff indicators of a year that is over and of the year before; see staff_comparison."""
        return staff_comparison.yearly_measures(
            self.sources.yearly, self._staff_indicators, self.period, self._withheld_measures
        )

    @property
    def _staff_indicators(self) -> list[Indicator]:
        return self.params.indicators_of(self.committee.code, "staff")

    @property
    def _withheld_sickness(self) -> Withheld:
        return self.protection.sickness.of(self.committee.code)

    @property
    def _withheld_measures(self) -> dict[str, Withheld]:
        return {code: one.of(self.committee.code) for code, one in self.protection.yearly.items()}
