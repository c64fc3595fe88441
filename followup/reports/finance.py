"""The region's finance: income statement, balance sheet, balance requirement, financial goals and stewardship.

    finance = open_report("REGION", "2024-08").finance
    finance.income_statement["Årets resultat", "forecast"]

As the reports it computes each table when it is first asked for and decides nothing about looks.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Literal, Protocol, get_args

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
from followup.ground.figure import PERCENT, Figure
from followup.ground.figure_table import FigureTable
from followup.ground.reading import Reading

if TYPE_CHECKING:
    from followup.analysis.economy import EconomyRow, LedgerTable
    from followup.analysis.region.balance_requirement import RequirementTable
    from followup.analysis.region.balance_sheet import BalanceTable
    from followup.analysis.region.financial_goals import GoalAssessment, GoalHistory
    from followup.analysis.region.income_statement import StatementRow, StatementTable
    from followup.analysis.region.region_investments import YearTable
    from followup.analysis.region.stewardship import Stewardship
    from followup.ground.period import Period
    from followup.params.financial_rules import FinancialGoalRules
    from followup.params.params import Params
    from followup.reports.committee import Report
    from followup.sources.sources import Sources
    from followup.tables.financial_history import CheckedRatio


AssessmentColumn = Literal["target", "now", "over_time", "met_now", "met_over_time", "grade"]
AssessmentTable = FigureTable[AssessmentColumn]


class Region(Protocol):
    """What the finance needs of the region's report: see `reports.region.RegionReport`."""

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
    def net(self) -> EconomyRow: ...
    @property
    def economy_by_class(self) -> LedgerTable: ...
    @property
    def investments_by_committee(self) -> YearTable: ...
    @property
    def focus_areas(self) -> FigureTable[str]: ...


@dataclass(frozen=True)
class RegionFinance:
    """The finance of the region's report for one period. Every property is a table or a figure."""

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
    def income_statement(self) -> StatementTable:
        """Rows: the statement's lines. Columns: income_statement.COLUMNS."""
        return income_statement.statement(
            self.report.economy_by_class,
            self.report.net.figures,
            self.report.sources.income_statement,
            (self.rules.revenue, self.rules.depreciation),
            year_end=self.year_end,
            first=not self.report.previous_occasion,
        )

    @cached_property
    def result(self) -> StatementRow:
        """The result's figures; income_statement.COLUMNS."""
        return self.income_statement.row(income_statement.RESULT)

    @cached_property
    def balance_sheet(self) -> BalanceTable:
        """Rows: the sheet's lines. Columns: `opening`, `closing`, `change`."""
        return balance_sheet.sheet(self.report.sources.balance_sheet)

    @cached_property
    def key_ratios(self) -> BalanceTable:
        """Solidity and liquid funds. Columns: `opening`, `closing`, `change`."""
        return balance_sheet.key_ratios(self.balance_sheet)

    @cached_property
    def balance_requirement(self) -> RequirementTable:
        """Rows: the statement's lines. Columns: `budget`, `forecast`, `amount` (a year that is over), `reason`."""
        outcome = self.result["outcome"] if self.year_end else Figure.missing("året är inte slut")
        forecast = Figure.missing("året är slut") if self.year_end else self.result["forecast"]
        amounts = {"budget": self.result["year_budget"], "forecast": forecast, "amount": outcome}
        return balance_requirement.statement(amounts, self.report.sources.balance_requirement)

    @cached_property
    def investments(self) -> dict[str, Figure]:
        """The year's investments in all: `year_budget`, `forecast`, `outcome`."""
        table = self.report.investments_by_committee
        if not len(table):
            missing = Figure.missing("investeringar är inte redovisade")
            return dict.fromkeys(("year_budget", "forecast", "outcome"), missing)
        return {column: table[TOTAL, column] for column in ("year_budget", "forecast", "outcome")}

    @cached_property
    def depreciation_forecast(self) -> Figure:
        """The year's depreciation as the committees forecast it, a cost; the year's budget of those who give none."""
        name, ledger = self.rules.depreciation, self.report.sources.ledger
        parts = []
        for code in ledger.where(account_class=name).values("committee"):
            report = self.report.reports.get(code)
            if report is not None and name in report.economy_by_class:
                parts.append(report.economy_by_class[name, "forecast"])
            else:
                parts.append(ledger.where(account_class=name, committee=code).total("budget"))
        return Figure.sum(parts)

    @cached_property
    def goal_histories(self) -> dict[str, GoalHistory]:
        """Each goal's ratios over the years by measure; financial_goals.COLUMNS."""
        history, ratios = self.report.sources.financial_history, self.report.checked_ratios
        return {
            measure: financial_goals.over_years(measure, ratios, history, self._current(measure), self.year)
            for measure in financial_goals.MEASURES
        }

    def goal_history(self, measure: str) -> GoalHistory:
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
    def goals_by_measure(self) -> AssessmentTable:
        """The assessments as a table. Rows: measures. Columns: `target`, `now`, `over_time`, `met_*`, `grade`."""
        rows = {
            measure: {
                "target": Figure(goal.target, PERCENT, made=Reading(unit=PERCENT)),
                "now": goal.now,
                "over_time": goal.over_time,
                "met_now": goal.met_now,
                "met_over_time": goal.met_over_time,
                "grade": goal.grade,
            }
            for measure, goal in self.goals.items()
        }
        return FigureTable.of(rows, get_args(AssessmentColumn))

    @cached_property
    def stewardship(self) -> Stewardship:
        """The proposed assessment of god ekonomisk hushållning."""
        areas = self.report.focus_areas
        return stewardship.proposed(
            {measure: goal.grade for measure, goal in self.goals.items()},
            {str(name): area.text("decision") for name, area in areas.rows()},
            self.report.params.rules.roll_up,
        )

    def _current(self, measure: str) -> dict[str, Figure]:
        """The year's own ratios by kind."""
        expected = OUTCOME if self.year_end else FORECAST
        if measure == SOLIDITY:
            ratio = self.key_ratios.row(balance_sheet.FULL_SOLIDITY)
            return {"previous": ratio["opening"], OUTCOME if self.year_end else PERIOD: ratio["closing"]}
        return {BUDGET: self._ratio(measure, "year_budget"), expected: self._ratio(measure, "forecast")}

    def _ratio(self, measure: str, column: Literal["year_budget", "forecast"]) -> Figure:
        lines = self.income_statement.column(column)
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
