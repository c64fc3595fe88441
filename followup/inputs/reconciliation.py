"""Checks across sheets and workbooks: what must agree for one committee's report to be true.

Each check is left out when a table that it needs could not be read: that is a problem of its own already.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pandas as pd

from followup.errors import Problem, Severity
from followup.inputs.budget_decisions import frame_movement
from followup.inputs.cell_values import Doubt
from followup.inputs.comment_items import unknown_items
from followup.inputs.coverage import ledger_months, missing_rows
from followup.inputs.financial_history import financial_goal_problems
from followup.inputs.findings import Finding, problems_of
from followup.inputs.focus_area_rows import focus_area_problems
from followup.inputs.forecast_history import history_amounts, history_rows
from followup.inputs.layouts import KRONOR_PER_UNIT, Reader, TableLayout
from followup.inputs.magnitude import forecast_unit
from followup.inputs.plan_statuses import status_problems
from followup.inputs.read_table import ReadTable, StatedTotal
from followup.inputs.region_accounts import balance_sheet_problems
from followup.inputs.source_table import SourceTable
from followup.inputs.table_problems import about, at, lines_of, mnkr
from followup.inputs.totals import differs
from followup.inputs.wording import listed, loosely_normalised, nearest, quoted, spelled
from followup.period import Period

if TYPE_CHECKING:
    from followup.inputs.params import Committee, Params

Tables = dict[str, SourceTable]


def reconciled(
    tables: Tables, committee: Committee, period: Period, params: Params, reader: Reader = "committee"
) -> list[Problem]:
    """Every problem between the tables of one report, as its reader needs them to agree."""
    problems: list[Problem] = []
    if "cover" in tables:
        problems += _cover(tables, committee, period, params)
    if reader in ("region", "region_plan"):
        problems += financial_goal_problems(tables, params)
    if reader == "region":
        problems += balance_sheet_problems(tables, period, params)
        if "focus_area_assessments" in tables and period.year in params.plans:
            problems += focus_area_problems(tables["focus_area_assessments"], params.plans[period.year])
    if reader == "plan_follow_up" and "plan_statuses" in tables:
        problems += status_problems(tables["plan_statuses"], params.plans_of(committee.code, period.year))
    if reader != "committee":
        return problems
    checks = (
        (("ledger",), ledger_months),
        (("ledger", "frames"), _frame),
        (("ledger", "forecast"), _forecast_rows),
        (("ledger", "forecast"), forecast_unit),
        (("goals",), _goals),
        (("sickness",), _sickness),
        (("forecast_history",), history_rows),
        (("forecast_history", "forecast", "ledger"), history_amounts),
        (("comments",), unknown_items),
    )
    for needed, check in checks:
        if all(name in tables for name in needed):
            problems += check(tables, committee, period, params)
    return [*problems, *missing_rows(tables, committee, period, params)]


def frame_lines(frames: SourceTable, committee: Committee) -> tuple[str, ...]:
    """The committee's lines in the budget table, as the workbook spells them; those that are not there are left out."""
    lines = {loosely_normalised(line): line for line in frames.values("line")}
    names = dict.fromkeys(map(loosely_normalised, committee.frames))
    return tuple(lines[name] for name in names if name in lines)


def empty_after_period(table: ReadTable, layout: TableLayout, rows: pd.DataFrame, period: Period) -> list[Finding]:
    """Blank cells of `after_period` columns in rows that the report's period has reached."""
    month = layout.column_of_type("period")
    findings = []
    for name, column in layout.columns.items():
        if column.empty != "after_period" or not table.is_whole:
            continue
        reached = (rows[month] <= str(period)) & rows[month].notna()
        known = {finding.row for finding in table.findings if finding.letter == table.letters[name]}
        for row in rows.index[(reached & rows[name].isna()).to_numpy(dtype=bool)]:
            if row not in known:
                expected = f"Till och med {period} måste kolumnen {quoted(column.header)} vara ifylld."
                remedy = "Fyll i värdet, 0 om det är noll. Gör om uttaget om perioden inte var stängd."
                findings.append(Finding(int(row), table.letters[name], Doubt("Cellen är tom.", expected, remedy)))
    return findings


def total_problems(workbook: str, table: ReadTable, layout: TableLayout, tolerance: float | None) -> list[Problem]:
    """One problem for each total row that differs from its rows; its cells are those that differ.

    It is a warning, or an error if any of them differs by more than `tolerance` kronor, where that is given.
    """
    rows: dict[int, list[StatedTotal]] = {}
    # Where a cell could not be read, its row is not in the sum: every total of the column would differ for that alone.
    unread = {one.letter for one in table.findings if one.doubt.severity is Severity.ERROR}
    for total in filter(differs, table.totals):
        if total.letter in unread:
            continue
        rows.setdefault(total.row, []).append(total)
    return [_total_problem(workbook, table.sheet, layout, totals, tolerance) for totals in rows.values()]


def _total_problem(
    workbook: str, sheet: str, layout: TableLayout, totals: list[StatedTotal], tolerance: float | None
) -> Problem:
    parts, is_error = [], False
    for total in totals:
        column = layout.columns[total.column]
        stated, computed = (spelled(round(value, total.decimals)) for value in (total.stated, total.computed))
        unit = f" {column.unit}" if column.unit else ""
        parts.append(f"{stated}{unit} i kolumnen {quoted(column.header)}, där raderna ger {computed}{unit}")
        kronor = abs(total.difference) * KRONOR_PER_UNIT.get(column.unit, 1)
        is_error = is_error or (tolerance is not None and kronor > tolerance)
    return Problem(
        workbook,
        sheet,
        ",".join(f"{total.letter}{total.row}" for total in totals),
        f"Raden {quoted(totals[0].label)} anger {'; '.join(parts)}.",
        "En summarad ska vara summan av raderna ovanför.",
        "Rätta raderna eller summan." if is_error else "Rapporten räknar med raderna. Rätta summan om den är fel.",
        Severity.ERROR if is_error else Severity.WARNING,
    )


def _cover(tables: Tables, committee: Committee, period: Period, params: Params) -> Iterator[Problem]:
    cover = tables["cover"]
    for column, wanted, what in (("committee", committee.code, "nämnden"), ("period", str(period), "perioden")):
        found = cover.text(column)
        if found and found != wanted:
            yield at(
                cover,
                column,
                f"Försättsbladet anger {what} {found}.",
                f"Filens plats och namn anger {what} {wanted}.",
                "Rätta försättsbladet, eller flytta filen till rätt plats.",
            )


def _frame(tables: Tables, committee: Committee, period: Period, params: Params) -> Iterator[Problem]:
    ledger, frames = tables["ledger"], tables["frames"]
    if not committee.frames:
        return
    chosen = frame_lines(frames, committee)
    known = set(map(loosely_normalised, chosen))
    missing = [frame for frame in committee.frames if loosely_normalised(frame) not in known]
    for frame in missing:
        yield about(
            frames,
            f"Raden {quoted(frame)} saknas bland budgetramarna.",
            f"Raderna är {listed(map(quoted, frames.values('line')))}.",
            f"Rätta nämndens frames i params/committees.yml ({committee.code}), eller raden i arbetsboken.",
        )
    year = ledger.where(period=period.whole_year)
    decided, budget = frames.where(line=chosen).total("year_0"), year.total("budget")
    change = frame_movement(params.all_plans, committee.code, period)
    decided = decided if change is None else decided + change
    if missing or decided.value is None or budget.value is None:
        return
    if abs(budget.value - decided.value) > params.rules.frame_tolerance:
        yield at(
            year,
            "budget",
            f"Årets budget för {committee.code} är {mnkr(budget.value)} i huvudboken, men {mnkr(decided.value)} i de "
            f"beslutade ramarna ({listed(chosen)}).",
            f"De får skilja högst {mnkr(params.rules.frame_tolerance)}.",
            "Kontrollera att uttaget har hela årets budget, och att ramen är den senast beslutade.",
        )


def _forecast_rows(tables: Tables, committee: Committee, period: Period, params: Params) -> Iterator[Problem]:
    ledger, forecast = tables["ledger"], tables["forecast"]
    booked, forecasted = lines_of(ledger), lines_of(forecast)
    for pair in booked:
        if pair not in forecasted:
            near = _nearest_pair(pair, [one for one in forecasted if one not in booked])
            yield about(
                forecast,
                f"Prognos saknas för {_pair(pair)}.",
                "Varje verksamhet och kontoklass i huvudboken ska ha en rad i prognosen.",
                f"Är raden {_pair(near)} den som avses? Skriv namnen som i huvudboken."
                if near
                else "Lägg till raden med helårsprognos och föregående prognos.",
            )
    for pair in forecasted:
        if pair not in booked:
            row = forecast.where(activity=pair[0], account_class=pair[1])
            near = _nearest_pair(pair, [one for one in booked if one not in forecasted])
            yield at(
                row,
                "activity",
                f"Prognosraden {_pair(pair)} har ingen motsvarighet i huvudboken.",
                "Verksamhet och kontoklass skrivs som i huvudboken.",
                f"Menades {_pair(near)}?" if near else "Rätta namnen eller ta bort raden.",
            )


def _goals(tables: Tables, committee: Committee, period: Period, params: Params) -> Iterator[Problem]:
    goals, plan = tables["goals"], params.plans.get(period.year)
    if plan is None:
        return
    own = {goal.code: goal for goal in plan.goals_of(committee.code)}
    rows = goals.values("goal")
    names = {goal.code: goal.name for goal in plan.goals}
    for code in rows:
        if code not in own:
            yield at(
                goals.where(goal=code),
                "goal",
                f"Målet {quoted(names.get(code, code), 130)} hör inte till {committee.code}.",
                f"Planen för {plan.year} ger {committee.code} {len(own)} mål.",
                "Ta bort raden, eller rätta målets nämnder i planen.",
            )
    if not params.kind_of(period).assesses_goals:
        return
    for code in (code for code in rows if code in own and not goals.where(goal=code).text("assessment")):
        yield at(
            goals.where(goal=code),
            "assessment",
            f"Bedömningen av målet {quoted(names[code], 130)} är tom.",
            "Varje mål ska ha en bedömning. ”Bedömning saknas” är också en.",
            "Fyll i bedömningen. Tills dess står det ”Bedömning saknas” i rapporten.",
            Severity.WARNING,
        )
    for code, goal in own.items():
        if code not in rows:
            yield about(
                goals,
                f"Målet {quoted(goal.name, 130)} har ingen rad.",
                "Varje mål som nämnden har i planen ska ha en rad.",
                "Lägg till målet. Utan rad står det ”Bedömning saknas” i rapporten.",
                Severity.WARNING,
            )


def _sickness(tables: Tables, committee: Committee, period: Period, params: Params) -> list[Problem]:
    sickness = tables["sickness"]
    findings = []
    rules = (
        ("sick_hours", "scheduled_hours", "Sjukfrånvaron", "den ordinarie arbetstiden"),
        ("long_sick_hours", "sick_hours", "Den långa sjukfrånvaron", "all sjukfrånvaro"),
    )
    for part, whole, part_name, whole_name in rules:
        rows = sickness.frame[sickness.frame[part] > sickness.frame[whole]]
        for row, values in zip(rows.index, zip(rows[part], rows[whole], strict=True), strict=True):
            doubt = Doubt(
                f"{part_name} är {spelled(values[0])} timmar, men {whole_name} är {spelled(values[1])} timmar.",
                f"{part_name} kan inte vara större än {whole_name}.",
                "Kontrollera uttaget ur personalsystemet.",
            )
            findings.append(Finding(int(row), sickness.letters[part], doubt))
    return problems_of(findings, sickness.workbook, sickness.sheet)


def _pair(pair: tuple[str, str]) -> str:
    return f"{quoted(pair[0])}, {quoted(pair[1])}"


def _nearest_pair(pair: tuple[str, str], known: list[tuple[str, str]]) -> tuple[str, str] | None:
    by_text = {" / ".join(one): one for one in known}
    return by_text.get(nearest(" / ".join(pair), by_text))
