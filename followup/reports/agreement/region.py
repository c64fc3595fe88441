"""What must agree in the region's report: its own tables, and what it takes from its committees' reports."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from followup.analysis import investments
from followup.analysis.people import staff
from followup.analysis.region import income_statement
from followup.analysis.region.balance_requirement import RESULT
from followup.analysis.region.region_economy import ROWS_SUM, TOTAL
from followup.ground.figure import COUNT, Figure
from followup.reports.agreement.committee import months
from followup.reports.agreement.equality import ECONOMY, LEDGER, Equality, Place, rows_sum_to, same

if TYPE_CHECKING:
    from followup.analysis.people.staff import YearsRow
    from followup.reports.region import RegionReport

BY_HOLDER, BY_CLASS = "tabellen per nämnd", "tabellen per kontoklass"
STATEMENT = "resultaträkningen"


def equalities(report: RegionReport) -> Iterator[Equality]:
    """Everything that is told in two places of the region's report, or added up in one."""
    yield from rows_sum_to(report.economy_by_holder, TOTAL, ECONOMY, BY_HOLDER)
    yield from rows_sum_to(report.economy_by_class, TOTAL, LEDGER, BY_CLASS)
    yield from same(report.net, BY_HOLDER, report.economy_by_class.row(TOTAL), BY_CLASS, LEDGER)
    for code, one in report.reports.items():
        if code in report.economy_by_holder:
            row = report.economy_by_holder.row(code)
            yield from same(row, f"{code} i {BY_HOLDER}", one.net, f"{code}:s egen rapport", ECONOMY)
    for name, row in report.deficits.rows():
        whole = report.economy_by_holder.row(name)
        yield from same(row, f"{name} bland underskotten", whole, BY_HOLDER, ("deviation", "forecast_deviation"))
    yield from months(report)
    yield from _frames(report)
    yield from _forecasts(report)
    yield from _investments(report)
    yield from _finance(report)
    yield from _goals(report)
    yield from _staff(report)


def _frames(report: RegionReport) -> Iterator[Equality]:
    """Every line of the frames is some holder's, and the ledger's budget is the one that is reported on."""
    check = report.budget_against_frames
    # A cost has no minus where the frames stand as they are printed.
    decided = Figure.sum([-report.frames[ROWS_SUM, "year_0"], *report.frame_movements.values()])
    yield Equality("ramarna", Place("budgetramarna", decided), Place("budget mot ram", check[TOTAL, "frame"]))
    yield from rows_sum_to(check, TOTAL, ("frame", "year_budget", "difference"), "budget mot ram")
    budget = check[TOTAL, "year_budget"]
    whole = report.economy_by_class[TOTAL, "year_budget"]
    yield Equality("årets budget", Place("budget mot ram", budget), Place(BY_CLASS, whole))


def _forecasts(report: RegionReport) -> Iterator[Equality]:
    """The committees' forecasts, which each history has in mnkr, and what their measures leave of them."""
    own = [one.net["forecast_deviation"] for one in report.reports.values()]
    occasion = str(report.period)
    if own and occasion in report.forecast_path and not report.period.is_year_end:
        yield Equality(
            "prognosens avvikelse",
            Place("prognoserna under året", report.forecast_path[occasion, "deviation"]),
            Place(f"nämnderna i {BY_HOLDER}", Figure.sum(own)),
            tolerance=len(own) * report.params.rules.total_tolerance,
        )


def _investments(report: RegionReport) -> Iterator[Equality]:
    by_committee, by_group = report.investments_by_committee, report.investments_by_group
    if not len(by_committee):
        return
    columns = investments.YEAR_COLUMNS
    yield from rows_sum_to(by_committee, TOTAL, columns, "investeringarna per nämnd")
    yield from rows_sum_to(by_group, TOTAL, columns, "investeringarna per grupp")
    names = ("investeringarna per nämnd", "investeringarna per grupp")
    yield from same(by_committee.row(TOTAL), names[0], by_group.row(TOTAL), names[1], columns)
    for code, one in report.reports.items():
        if code in by_committee and len(one.investments):
            total = one.investments.row(investments.TOTAL)
            yield from same(by_committee.row(code), f"{code} i {names[0]}", total, f"{code}:s egen rapport", columns)


def _finance(report: RegionReport) -> Iterator[Equality]:
    statement = report.finance.income_statement
    net = statement.row(income_statement.NET)
    # Of a year that is over the statement's forecast is the outcome.
    columns = LEDGER if report.period.is_year_end else (*LEDGER, "forecast", "forecast_deviation")
    yield from same(net, STATEMENT, report.net, BY_HOLDER, columns)
    parts = [income_statement.REVENUE, income_statement.COSTS, income_statement.DEPRECIATION, income_statement.NET]
    yield from rows_sum_to(statement.only(parts), income_statement.NET, LEDGER, STATEMENT)
    requirement = report.finance.balance_requirement.row(RESULT)
    result = statement.row(income_statement.RESULT)
    yield Equality(
        "årets resultat enligt budget",
        Place("balanskravsutredningen", requirement["budget"]),
        Place(STATEMENT, result["year_budget"]),
    )
    reached = requirement["amount"] if report.period.is_year_end else requirement["forecast"]
    yield Equality("årets resultat", Place("balanskravsutredningen", reached), Place(STATEMENT, result["forecast"]))


def _goals(report: RegionReport) -> Iterator[Equality]:
    number = Place("alla mål", Figure(float(len(report.goal_matrix)), COUNT))
    yield Equality("antal mål", Place("målen per bedömning", Figure.sum(report.goals_by_grade.values(), COUNT)), number)
    areas = report.focus_areas
    if len(areas):
        yield Equality("antal mål", Place("fokusområdena", Figure.sum(areas.figures("goals"), COUNT)), number)
        grades = [one for grade in report.goals_by_grade for one in areas.figures(grade)]
        yield Equality("antal mål", Place("fokusområdenas bedömningar", Figure.sum(grades, COUNT)), number)
    indicators = report.indicators_by_grade
    for column in indicators.columns:
        if len(indicators) > 1:
            yield from rows_sum_to(indicators, TOTAL, (column,), "indikatorerna per nämnd")


def _staff(report: RegionReport) -> Iterator[Equality]:
    """What is shown in both places: a figure that is withheld in one of them is missing there, and not compared."""
    whole, by_committee = report.sickness.row(staff.TOTAL), report.sickness_by_committee
    yield from _shares(whole, "regionens sjukfrånvaro", by_committee.row(TOTAL), "sjukfrånvaron per nämnd")
    tables = {"sjukfrånvaron per nämnd": by_committee, "personalomsättningen per nämnd": report.turnover_by_committee}
    for code, one in report.reports.items():
        rows: list[YearsRow] = [one.sickness.row(staff.TOTAL), one.turnover.row(staff.TURNOVER)]
        for (name, table), own in zip(tables.items(), rows, strict=True):
            if code in table:
                yield from _shares(table.row(code), f"{code} i {name}", own, f"{code}:s egen rapport")


def _shares(left: YearsRow, left_name: str, right: YearsRow, right_name: str) -> Iterator[Equality]:
    for column, what in zip(staff.YEARS_COLUMNS, ("i år", "i fjol"), strict=True):
        yield Equality(what, Place(left_name, left[column]), Place(right_name, right[column]))
