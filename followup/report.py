"""Start here: one report's figures, from the spreadsheets to the frames that the notebook shows.

    report = open_report("DNKS", "2024-04")
    report.economy_by_class          # a frame of figures
    report.economy_by_class.loc["Nettokostnad", "deviation"].origin    # the cells behind one of them

A `Report` reads its sources once and computes each frame when it is first asked for. It decides nothing about looks:
`followup.presentation` turns its frames into blocks.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import pandas as pd

from followup.analysis import (
    attention,
    economy,
    forecast,
    goals,
    indicators,
    investments,
    measures,
    staff,
)
from followup.figure import COUNT, Figure, joined
from followup.inputs.params import Params, load_params
from followup.inputs.sources import Sources, load_sources
from followup.paths import project_path
from followup.period import Period

if TYPE_CHECKING:
    from followup.inputs.params import Committee, Grade, ReportKind


def open_report(committee: str, period: str, data: str | os.PathLike[str] = "data/example") -> Report:
    """Read and check everything that the report of this committee and period rests on.

    Raises ReportError with every error that was found, not only the first.
    """
    _show_whole_frames()
    params = load_params()
    month = Period.parse(period)
    kind = params.kind_of(month)
    return Report(load_sources(project_path(data), month, committee, params), params, kind)


def _show_whole_frames() -> None:
    # pandas would cut a frame to the width of a terminal where there is one: a reviewer wants every column, and the
    # executed notebook must not depend on where it was run.
    pd.set_option("display.max_columns", 20, "display.max_colwidth", 200, "display.width", 160)


@dataclass(frozen=True)
class Report:
    """One committee's report for one period. Every property is a frame or a figure; see the module that makes it."""

    sources: Sources
    params: Params
    kind: ReportKind

    @property
    def committee(self) -> Committee:
        return self.sources.committee

    @property
    def period(self) -> Period:
        return self.sources.period

    def scale(self, name: str) -> tuple[Grade, ...]:
        """The grades of a scale in params/scales.yml."""
        return self.params.scales[name]

    # Ekonomi -------------------------------------------------------------------------------------------------------

    @cached_property
    def economy_by_class(self) -> pd.DataFrame:
        """Rows: account classes and the net cost. Columns: economy.COLUMNS."""
        return economy.by_account_class(
            self.sources.ledger, self.sources.forecast, self.period, first=not self.previous_occasion
        )

    @cached_property
    def economy_by_activity(self) -> pd.DataFrame:
        """Rows: all activities, the largest deviation first, and the net cost. Columns: economy.COLUMNS."""
        return economy.by_activity(
            self.sources.ledger, self.sources.forecast, self.period, first=not self.previous_occasion
        )

    @cached_property
    def largest_activities(self) -> pd.DataFrame:
        """As `economy_by_activity`, but with the smaller deviations summed into one row."""
        return economy.largest_first(self.economy_by_activity, self.params.rules.activities_shown)

    @property
    def net(self) -> pd.Series:
        """The ten figures of the committee as a whole."""
        return self.economy_by_class.loc[economy.NET]

    @cached_property
    def net_cost_by_month(self) -> pd.DataFrame:
        return economy.by_month(self.sources.ledger, self.period)

    @cached_property
    def accumulated_deviation(self) -> pd.DataFrame:
        return economy.accumulated_deviation(self.net_cost_by_month)

    @cached_property
    def previous_forecast_deviation(self) -> Figure:
        """The previous forecast's deviation from the year's budget."""
        return self.net["previous_forecast"] - self.net["year_budget"]

    @cached_property
    def forecast_history(self) -> pd.DataFrame:
        return forecast.history(self.sources.forecast_history, self.period)

    @cached_property
    def previous_occasion(self) -> str:
        """`2024-02`: the occasion of the forecast that this one is compared with; empty for the year's first."""
        return self.period.previous_among(self.params.calendar.forecast_occasions)

    @cached_property
    def budget_frame(self) -> Figure:
        """The decided frame of the year, a cost."""
        return economy.frame_of_budget(self.sources.frames, self.sources.frame_lines)

    @cached_property
    def investments(self) -> pd.DataFrame:
        return investments.by_project(self.sources.investments, self.period)

    @cached_property
    def measures(self) -> pd.DataFrame:
        return measures.all_measures(self.sources.measures)

    @cached_property
    def economic_indicators(self) -> dict[str, Figure]:
        """The indicators of area `economy` in params/indicators.yml, by code."""
        invested = self.investments
        deviation = invested.loc[investments.TOTAL, "forecast_deviation"] if len(invested) else Figure.missing()
        return {
            "PERIODRESULTAT": self.net["outcome"],
            "BUDGETAVVIKELSE": self.net["deviation"],
            "PROGNOSAVVIKELSE": self.net["forecast_deviation"],
            "INVESTERINGSAVVIKELSE": deviation,
        }

    @cached_property
    def findings(self) -> list[attention.Finding]:
        """What wants an explanation: the committee as a whole, then its activities."""
        limit = self.params.rules.large_deviation
        commented = attention.commented_items(self.sources.comments, self.sources.forecast)
        return attention.economy_findings(self.economy_by_activity, commented, limit)

    # Målstyrning ---------------------------------------------------------------------------------------------------

    @cached_property
    def goals(self) -> pd.DataFrame:
        plan = self.params.plans[self.period.year]
        return goals.assessed_goals(plan.goals_of(self.committee.code), self.sources.goals)

    @cached_property
    def goal_count(self) -> Figure:
        """How many goals the committee carries."""
        return Figure(float(len(self.goals)), COUNT, joined(self.goals["origin"]))

    @cached_property
    def goals_by_grade(self) -> dict[str, Figure]:
        return goals.count_by_grade(self.goals, self.scale(self.kind.scale))

    @cached_property
    def goals_by_focus_area(self) -> pd.DataFrame:
        return goals.count_by_focus_area(self.goals, self.scale(self.kind.scale))

    # Kvalitetsstyrning ---------------------------------------------------------------------------------------------

    @cached_property
    def quality(self) -> pd.DataFrame:
        rules = self.params.rules
        return indicators.assessed_indicators(
            self.params.indicators_of(self.committee.code, "quality"),
            self.sources.indicator_values,
            self.sources.indicator_targets,
            self.period,
            near_percent=rules.near_target_percent,
            current_within_months=rules.current_within_months,
        )

    def indicator_series(self, code: str) -> pd.DataFrame:
        """Every value of one indicator up to the period, oldest first."""
        return indicators.series(self.sources.indicator_values, self.params.indicators[code], self.period)

    # Medarbetare ---------------------------------------------------------------------------------------------------

    @cached_property
    def sickness(self) -> pd.DataFrame:
        return staff.sickness_rates(self.sources.sickness, self.period, self.params.rules.smallest_group_hidden)

    @cached_property
    def sickness_by_month(self) -> pd.DataFrame:
        return staff.sickness_by_month(self.sources.sickness, self.period, self.params.rules.smallest_group_hidden)

    @cached_property
    def turnover(self) -> pd.DataFrame:
        """One row: leavers per permanent employee, `this_year` and `last_year`, January to the period, per cent."""
        limit = self.params.rules.smallest_group_hidden
        row = {
            "this_year": staff.turnover(self.sources.turnover, self.period, limit),
            "last_year": staff.turnover(self.sources.turnover, self.period.previous_year, limit),
        }
        return pd.DataFrame.from_dict({"Personalomsättning": row}, orient="index", dtype=object)

    @cached_property
    def yearly_staff_measures(self) -> pd.DataFrame:
        """The yearly staff indicators: `indicator` (params), `sex`, `value`, `previous`, `year` of the latest value."""
        limit = self.params.rules.smallest_group_hidden
        found = []
        for indicator in self.params.indicators_of(self.committee.code, "staff"):
            if indicator.frequency != "year":
                continue
            by_sex = staff.yearly_measure(self.sources.yearly, indicator.code, self.period, limit)
            for sex, pairs in (by_sex or {"all": []}).items():
                values = [(year, figure.in_unit(indicator.unit)) for year, figure in pairs]
                missing = (0, Figure.missing(unit=indicator.unit))
                year, value = values[-1] if values else missing
                _, previous = values[-2] if len(values) > 1 else missing
                found.append({"indicator": indicator, "sex": sex, "value": value, "previous": previous, "year": year})
        return pd.DataFrame(found, columns=["indicator", "sex", "value", "previous", "year"], dtype=object)
