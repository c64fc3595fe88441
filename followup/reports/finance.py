"""The region's finance: income statement, balance sheet, balance requirement, financial goals and stewardship.

    finance = open_report("REGION", "2024-08").finance
    finance.income_statement.loc["Årets resultat", "forecast"]

As the reports it computes each frame when it is first asked for and decides nothing about looks.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Protocol

import pandas as pd

from followup.analysis.region import (
    balance_requirement,
    balance_sheet,
    financial_goals,
    income_statement,
    stewardship,
)
from followup.analysis.region.financial_goals import (
    BUDGET,
    FORECAST,
    OUTCOME,
    PERIOD,
    RESULT_SHARE,
    SELF_FINANCING,
    SOLIDITY,
)
from followup.analysis.region.region_investments import TOTAL
from followup.ground.figure import Figure

if TYPE_CHECKING:
    from followup.analysis.region.financial_goals import GoalAssessment
    from followup.analysis.region.stewardship import Stewardship
    from followup.ground.period import Period
    from followup.params.financial_rules import FinancialGoalRules
    from followup.params.params import Params
    from followup.reports.committee import Report
    from followup.sources.sources import Sources
    from followup.tables.financial_history import CheckedRatio


class Region(Protocol):
    """What the finance needs of the region's report: see `region_report.RegionReport`."""

    @property
    def sources(self) -> Sources: ...
    @property
    def params(self) -> Params: ...
    @property
    def reports(self) -> dict[str, Report]: ...
    @property
    def period(self) -> Period: ...
    @property
    def checked_ratios(self) -> list[CheckedRatio]: ...
    @property
    def previous_occasion(self) -> str: ...
    @property
    def net(self) -> pd.Series: ...
    @property
    def economy_by_class(self) -> pd.DataFrame: ...
    @property
    def investments_by_committee(self) -> pd.DataFrame: ...
    @property
    def focus_areas(self) -> pd.DataFrame: ...


@dataclass(frozen=True)
class RegionFinance:
    """The finance of the region's report for one period. Every property is a frame or a figure."""

    report: Region

    @property
    def rules(self) -> FinancialGoalRules:
        return self.report.params.rules.financial_goals

    @property
    def year(self) -> int:
        return self.report.period.year

    @property
    def year_end(self) -> bool:
        return self.report.period.is_year_end

    @cached_property
    def income_statement(self) -> pd.DataFrame:
        """Rows: the statement's lines. Columns: income_statement.COLUMNS."""
        return income_statement.statement(
            self.report.economy_by_class,
            dict(self.report.net),
            self.report.sources.income_statement,
            (self.rules.revenue, self.rules.depreciation),
            year_end=self.year_end,
            first=not self.report.previous_occasion,
        )

    @cached_property
    def result(self) -> pd.Series:
        """The result's figures; income_statement.COLUMNS."""
        return self.income_statement.loc[income_statement.RESULT]

    @cached_property
    def balance_sheet(self) -> pd.DataFrame:
        """Rows: the sheet's lines. Columns: `opening`, `closing`, `change`."""
        return balance_sheet.sheet(self.report.sources.balance_sheet)

    @cached_property
    def key_ratios(self) -> pd.DataFrame:
        """Solidity and liquid funds. Columns: `opening`, `closing`, `change`."""
        return balance_sheet.key_ratios(self.balance_sheet)

    @cached_property
    def balance_requirement(self) -> pd.DataFrame:
        """Rows: the statement's lines. Columns: `budget`, `forecast`, `amount` (a year that is over), `reason`."""
        outcome = self.result["outcome"] if self.year_end else Figure.missing("året är inte slut")
        forecast = Figure.missing("året är slut") if self.year_end else self.result["forecast"]
        amounts = {"budget": self.result["year_budget"], "forecast": forecast, "amount": outcome}
        return balance_requirement.statement(amounts, self.report.sources.balance_requirement)

    @cached_property
    def investments(self) -> dict[str, Figure]:
        """The year's investments in all: `year_budget`, `forecast`, `outcome`."""
        frame = self.report.investments_by_committee
        columns = ("year_budget", "forecast", "outcome")
        if not len(frame):
            return {column: Figure.missing("investeringar är inte redovisade") for column in columns}
        return {column: frame.loc[TOTAL, column] for column in columns}

    @cached_property
    def depreciation_forecast(self) -> Figure:
        """The year's depreciation as the committees forecast it, a cost; the year's budget of those who give none."""
        name, ledger = self.rules.depreciation, self.report.sources.ledger
        parts = []
        for code in ledger.where(account_class=name).values("committee"):
            report = self.report.reports.get(code)
            if report is not None and name in report.economy_by_class.index:
                parts.append(report.economy_by_class.loc[name, "forecast"])
            else:
                parts.append(ledger.where(account_class=name, committee=code).total("budget"))
        return Figure.sum(parts)

    @cached_property
    def goal_histories(self) -> dict[str, pd.DataFrame]:
        """Each goal's ratios over the years by measure; financial_goals.COLUMNS."""
        history, ratios = self.report.sources.financial_history, self.report.checked_ratios
        return {
            measure: financial_goals.over_years(measure, ratios, history, self._current(measure), self.year)
            for measure in financial_goals.MEASURES
        }

    def goal_history(self, measure: str) -> pd.DataFrame:
        """One goal's ratios over the years; financial_goals.COLUMNS."""
        return self.goal_histories[measure]

    @cached_property
    def goals(self) -> dict[str, GoalAssessment]:
        """The three goals' assessments by measure."""
        return {
            measure: financial_goals.assessed(measure, self.goal_history(measure), self.year, self.rules)
            for measure in financial_goals.MEASURES
        }

    @property
    def goals_by_measure(self) -> pd.DataFrame:
        """The assessments as a frame. Rows: measures. Columns: `target`, `now`, `over_time`, `met_*`, `grade`."""
        columns = ["target", "now", "over_time", "met_now", "met_over_time", "grade"]
        rows = {measure: [getattr(goal, name) for name in columns] for measure, goal in self.goals.items()}
        return pd.DataFrame.from_dict(rows, orient="index", columns=columns, dtype=object)

    @cached_property
    def stewardship(self) -> Stewardship:
        """The proposed assessment of god ekonomisk hushållning."""
        areas = self.report.focus_areas
        return stewardship.proposed(
            {measure: goal.grade for measure, goal in self.goals.items()},
            dict(zip(areas.index, areas["decision"], strict=True)),
            self.report.params.rules.roll_up,
        )

    def _current(self, measure: str) -> dict[str, Figure]:
        """The year's own ratios by kind."""
        expected = OUTCOME if self.year_end else FORECAST
        if measure == SOLIDITY:
            ratio = self.key_ratios.loc[balance_sheet.FULL_SOLIDITY]
            return {"previous": ratio["opening"], OUTCOME if self.year_end else PERIOD: ratio["closing"]}
        return {BUDGET: self._ratio(measure, "year_budget"), expected: self._ratio(measure, "forecast")}

    def _ratio(self, measure: str, column: str) -> Figure:
        lines = self.income_statement[column]
        if measure == RESULT_SHARE:
            taxes, grants = lines[income_statement.TAXES], lines[income_statement.GRANTS]
            return financial_goals.result_share(lines[income_statement.RESULT], taxes, grants)
        assert measure == SELF_FINANCING, measure
        depreciation, spent = lines[income_statement.DEPRECIATION], self.investments[column]
        if column == "forecast" and self.year_end:
            spent = self.investments["outcome"]
        elif column == "forecast":
            depreciation = self.depreciation_forecast
        return financial_goals.self_financing(lines[income_statement.RESULT], depreciation, spent)
