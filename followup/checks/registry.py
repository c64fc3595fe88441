"""Every rule, in the order in which they are asked: what makes a workbook the wrong one comes first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from followup.checks import (
    balance_sheet,
    budget_frame,
    budget_frame_size,
    comment_items,
    cover_sheet,
    empty_month,
    financial_ratios,
    focus_area_rows,
    forecast_booked,
    forecast_history_amounts,
    forecast_history_rows,
    forecast_part_of_year,
    forecast_rows,
    forecast_sign,
    forecast_size,
    forecast_unit,
    goal_rows,
    holder_forecast,
    ledger_accumulated,
    ledger_columns,
    ledger_copies,
    ledger_month_size,
    ledger_months,
    ledger_scale,
    ledger_sign,
    ledger_single_amounts,
    missing_rows,
    operating_budget,
    plan_status_rows,
    sickness_hours,
    stated_totals,
)
from followup.errors import Problem, ReportError, Severity
from followup.inputs.wording import listed, quoted, suggestion

if TYPE_CHECKING:
    from followup.checks.case import Case
    from followup.checks.rule import Rule
    from followup.inputs.params import Params

RULES: tuple[Rule, ...] = (
    cover_sheet.RULE,
    stated_totals.RULE,
    empty_month.RULE,
    ledger_months.RULE,
    ledger_copies.RULE,
    ledger_accumulated.RULE,
    ledger_scale.RULE,
    ledger_sign.RULE,
    ledger_columns.RULE,
    ledger_month_size.RULE,
    ledger_single_amounts.RULE,
    budget_frame_size.RULE,
    budget_frame.RULE,
    operating_budget.RULE,
    forecast_rows.RULE,
    forecast_unit.RULE,
    forecast_sign.RULE,
    forecast_part_of_year.RULE,
    forecast_size.RULE,
    forecast_booked.RULE,
    holder_forecast.RULE,
    goal_rows.RULE,
    sickness_hours.RULE,
    forecast_history_rows.RULE,
    forecast_history_amounts.RULE,
    comment_items.RULE,
    missing_rows.RULE,
    financial_ratios.RULE,
    balance_sheet.RULE,
    focus_area_rows.RULE,
    plan_status_rows.RULE,
)


def problems_of(case: Case) -> list[Problem]:
    """All that the rules find, each problem with its rule's code. Raises ReportError for thresholds of no rule."""
    refuse_unknown_limits(case.params)
    told: list[Problem] = []
    silent: set[str] = set()
    for rule in RULES:
        if case.reader not in rule.readers or not set(rule.needs) <= case.tables.keys() - silent:
            continue
        # Numbers without bounds are told where they stand; a sum of them is no news.
        with np.errstate(all="ignore"):
            found = [_stamped(problem, rule) for problem in rule.check(case)]
        told += found
        if rule.is_cause:
            wrong = {problem.workbook for problem in found if problem.severity is Severity.ERROR}
            silent |= {name for name, table in case.tables.items() if table.workbook in wrong}
    return told


def refuse_unknown_limits(params: Params) -> None:
    """Raises ReportError where params/rules.yml has thresholds that no rule asks for, or lacks some that one does."""
    if problems := list(_limit_problems(params)):
        raise ReportError(problems)


def _stamped(problem: Problem, rule: Rule) -> Problem:
    if not rule.may_be_confirmed:
        return replace(problem, rule=rule.code, value="")
    if not problem.value or problem.severity is not Severity.ERROR:
        return replace(problem, rule=rule.code)
    remedy = (
        f"{problem.remedy} Är det rätt ändå: bekräfta det i params/confirmations.yml med regeln {rule.code} och värdet "
        f"{quoted(problem.value)}."
    )
    return replace(problem, rule=rule.code, remedy=remedy.strip())


def _limit_problems(params: Params) -> Iterator[Problem]:
    wanted = {rule.code: rule.limits for rule in RULES if rule.limits}
    given = params.rules.checks
    for code in given.keys() - wanted.keys():
        yield Problem(
            "params/rules.yml",
            found=f"Under checks står {quoted(code)}, som inte är någon regel med gränser.",
            expected=f"Reglerna med gränser är {listed(wanted)}.",
            remedy=suggestion(code, wanted, "Ta bort raden."),
        )
    for code, names in wanted.items():
        known = given[code].limits if code in given else {}
        if set(known) != set(names):
            yield Problem(
                "params/rules.yml",
                found=f"Gränserna för regeln {quoted(code)} är {listed(known) or 'inga'}.",
                expected=f"Regeln behöver {listed(names)} under checks.",
                remedy="Rätta gränsernas namn, eller lägg till dem som saknas.",
            )
