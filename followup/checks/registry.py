"""Every rule, in the order in which they are asked: what makes a workbook the wrong one comes first."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

import numpy as np

from followup.checks.budget import (
    absent_committees,
    budget_frame,
    budget_frame_size,
    operating_budget,
    plan_amounts,
    plan_budget_rows,
    plan_deviations,
    plan_spending,
    unclaimed_frames,
)
from followup.checks.common.limit_problems import limit_problems
from followup.checks.decisions import decision_amounts, decision_dates, repeated_decisions
from followup.checks.forecast import (
    earlier_forecasts,
    forecast_booked,
    forecast_history_amounts,
    forecast_history_rows,
    forecast_part_of_year,
    forecast_rows,
    forecast_sign,
    forecast_size,
    forecast_unexplained,
    forecast_unit,
    holder_forecast,
    measure_effects,
)
from followup.checks.indicators import (
    indicator_agreement,
    indicator_copies,
    indicator_outliers,
    indicator_periods,
    indicator_range,
    indicator_revisions,
    indicator_targets,
)
from followup.checks.investments import investment_amounts, investment_budgets, investment_history, investment_years
from followup.checks.ledger import (
    closed_months,
    closed_year,
    empty_month,
    ledger_account_class,
    ledger_accumulated,
    ledger_columns,
    ledger_copies,
    ledger_month_level,
    ledger_month_size,
    ledger_months,
    ledger_repeated,
    ledger_scale,
    ledger_shifted_rows,
    ledger_sign,
    ledger_single_amounts,
)
from followup.checks.region import (
    balance_requirement_lines,
    balance_requirement_parts,
    balance_sheet,
    balance_sheet_lines,
    earlier_budget,
    earlier_history,
    financial_history_values,
    financial_ratios,
    focus_area_rows,
    income_statement_columns,
    income_statement_lines,
    income_statement_months,
    opening_balance,
    statement_totals,
)
from followup.checks.rows import (
    assignment_dates,
    column_scale,
    cover_sheet,
    goal_rows,
    missing_rows,
    plan_measured_rows,
    plan_measured_sizes,
    plan_status_changes,
    plan_status_rows,
    plan_statuses_of_others,
    promise_rows,
    repeated_rows,
    report_dates,
    similar_measures,
    stale_workbooks,
    stated_totals,
    stray_workbooks,
    unmarked_totals,
    unused_rows,
    workbook_owner,
)
from followup.checks.staff import (
    sickness_hours,
    sickness_rate,
    staff_copies,
    staff_revisions,
    staff_turnover,
    working_hours,
    yearly_measures,
)
from followup.checks.swaps import swapped_columns
from followup.checks.texts import comment_items, copied_texts, text_names, text_times, unexplained_deficits
from followup.ground.errors import Problem, ReportError, Severity
from followup.ground.wording import quoted

if TYPE_CHECKING:
    from followup.checks.common.case import Case
    from followup.checks.common.rule import Cell, Rule
    from followup.params.params import Params

T = TypeVar("T")

RULES: tuple[Rule, ...] = (
    cover_sheet.RULE,
    absent_committees.RULE,
    report_dates.RULE,
    stale_workbooks.RULE,
    workbook_owner.RULE,
    ledger_months.RULE,
    unmarked_totals.RULE,
    swapped_columns.RULE,
    column_scale.RULE,
    ledger_account_class.RULE,
    ledger_copies.RULE,
    ledger_repeated.RULE,
    ledger_accumulated.RULE,
    ledger_scale.RULE,
    ledger_sign.RULE,
    ledger_columns.RULE,
    ledger_shifted_rows.RULE,
    ledger_month_level.RULE,
    ledger_month_size.RULE,
    ledger_single_amounts.RULE,
    forecast_unit.RULE,
    stated_totals.RULE,
    empty_month.RULE,
    budget_frame_size.RULE,
    plan_amounts.RULE,
    budget_frame.RULE,
    unclaimed_frames.RULE,
    operating_budget.RULE,
    forecast_rows.RULE,
    forecast_sign.RULE,
    forecast_part_of_year.RULE,
    forecast_size.RULE,
    forecast_unexplained.RULE,
    forecast_booked.RULE,
    holder_forecast.RULE,
    goal_rows.RULE,
    promise_rows.RULE,
    working_hours.RULE,
    sickness_hours.RULE,
    sickness_rate.RULE,
    staff_turnover.RULE,
    staff_copies.RULE,
    staff_revisions.RULE,
    yearly_measures.RULE,
    indicator_range.RULE,
    indicator_outliers.RULE,
    indicator_periods.RULE,
    indicator_copies.RULE,
    indicator_agreement.RULE,
    indicator_targets.RULE,
    indicator_revisions.RULE,
    investment_amounts.RULE,
    investment_history.RULE,
    investment_years.RULE,
    measure_effects.RULE,
    repeated_rows.RULE,
    similar_measures.RULE,
    assignment_dates.RULE,
    decision_amounts.RULE,
    decision_dates.RULE,
    repeated_decisions.RULE,
    forecast_history_rows.RULE,
    forecast_history_amounts.RULE,
    comment_items.RULE,
    unexplained_deficits.RULE,
    missing_rows.RULE,
    financial_ratios.RULE,
    financial_history_values.RULE,
    income_statement_columns.RULE,
    income_statement_lines.RULE,
    income_statement_months.RULE,
    balance_sheet.RULE,
    balance_sheet_lines.RULE,
    opening_balance.RULE,
    balance_requirement_lines.RULE,
    balance_requirement_parts.RULE,
    statement_totals.RULE,
    earlier_forecasts.RULE,
    earlier_history.RULE,
    earlier_budget.RULE,
    closed_months.RULE,
    closed_year.RULE,
    investment_budgets.RULE,
    focus_area_rows.RULE,
    plan_status_rows.RULE,
    plan_status_changes.RULE,
    plan_statuses_of_others.RULE,
    plan_measured_rows.RULE,
    plan_measured_sizes.RULE,
    plan_budget_rows.RULE,
    plan_spending.RULE,
    plan_deviations.RULE,
    unused_rows.RULE,
    stray_workbooks.RULE,
    text_times.RULE,
    text_names.RULE,
    copied_texts.RULE,
)


def problems_of(case: Case) -> list[Problem]:
    """All that the rules find, each problem with its rule's code. Raises ReportError for thresholds of no rule."""
    refuse_unknown_limits(case.params)
    told: list[Problem] = []

    def known(problem: Problem) -> bool:
        """Whether somebody has confirmed it: then it is no cause, and the other rules look on."""
        return bool(problem.value) and any(one.is_for(problem) for one in case.params.confirmations)

    for rule in RULES:
        if case.reader not in rule.readers or not set(rule.needs) <= case.tables.keys():
            continue
        # Numbers without bounds are told where they stand; a sum of them is no news.
        with np.errstate(all="ignore"):
            found = [stamped(problem, rule) for problem in rule.check(case)]
        told += found
        causes = [one for one in found if one.severity is Severity.ERROR and not known(one)]
        if rule.is_cause:
            case = _without(case, {one.workbook for one in causes})
        if rule.mend and causes:
            case = rule.mend(case, causes)
    return told


def _without(case: Case, workbooks: set[str]) -> Case:
    """The case without the tables of workbooks that are wrong as a whole."""
    if not workbooks:
        return case
    wrong = {name for name, table in case.tables.items() if table.workbook in workbooks}
    return replace(case, tables=_but(case.tables, wrong), whole=_but(case.whole, wrong), reads=_but(case.reads, wrong))


def _but(tables: Mapping[str, T], names: set[str]) -> dict[str, T]:
    return {name: table for name, table in tables.items() if name not in names}


def wrong_workbooks(problems: Iterable[Problem]) -> set[str]:
    """The workbooks that are others than they should be, by what the rules have found."""
    codes = {rule.code for rule in RULES if rule.is_identity}
    return {one.workbook for one in problems if one.rule in codes and one.severity is Severity.ERROR}


def explained_cells(case: Case, problems: Iterable[Problem]) -> frozenset[Cell]:
    """The cells whose being empty follows from what has been told, and is no fault of its own."""
    told = {one.rule for one in problems if one.severity is Severity.ERROR}
    return frozenset().union(*(rule.explains(case) for rule in RULES if rule.explains and rule.code in told))


def refuse_unknown_limits(params: Params) -> None:
    """Raises ReportError where params/rules.yml has thresholds that no rule asks for, or lacks some that one does."""
    wanted = {rule.code: rule.limits for rule in RULES if rule.limits}
    if problems := list(limit_problems(params.rules.checks, wanted)):
        raise ReportError(problems)


def stamped(problem: Problem, rule: Rule) -> Problem:
    """The problem with its rule's code, and how to confirm it where it may be confirmed.

    What is no error may always be confirmed, for the words that it is told in if it has no value; but not of people.
    """
    if problem.severity is not Severity.ERROR:
        return replace(problem, rule=rule.code, value="" if rule.about_people else problem.value or problem.found)
    if not rule.may_be_confirmed:
        return replace(problem, rule=rule.code, value="")
    if not problem.value:
        return replace(problem, rule=rule.code)
    remedy = (
        f"{problem.remedy} Är det rätt ändå: bekräfta det i params/confirmations.yml med regeln {rule.code} och värdet "
        f"{quoted(problem.value)}."
    )
    return replace(problem, rule=rule.code, remedy=remedy.strip())
