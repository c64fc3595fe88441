"""What must agree in one committee's report."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from followup.analysis import economy, investments
from followup.analysis.measures import effect_of
from followup.ground.figure import COUNT, Figure
from followup.reports.agreement.equality import ECONOMY, NAMES, Equality, Place, rows_sum_to, same

if TYPE_CHECKING:
    from followup.reports.committee import Report
    from followup.reports.head import FollowUp

BY_CLASS, BY_ACTIVITY = "tabellen per kontoklass", "tabellen per verksamhet"
BY_MONTH = "nettokostnaden per månad"
TILES = "första sidans nyckeltal"


def equalities(report: Report) -> Iterator[Equality]:
    """Everything that is told in two places of a committee's report, or added up in one."""
    yield from rows_sum_to(report.economy_by_class, economy.NET, ECONOMY, BY_CLASS)
    yield from rows_sum_to(report.economy_by_activity, economy.NET, ECONOMY, BY_ACTIVITY)
    yield from rows_sum_to(report.largest_activities, economy.NET, ECONOMY, "tabellen över de största avvikelserna")
    activity_net = report.economy_by_activity.row(economy.NET)
    yield from same(report.net, BY_CLASS, activity_net, BY_ACTIVITY, ECONOMY)
    yield from months(report)
    yield from _forecasts(report)
    yield from rows_sum_to(report.investments, investments.TOTAL, investments.YEAR_COLUMNS, "investeringarna")
    if len(report.investments):
        yield Equality(
            "prognosens avvikelse",
            Place("investeringarna", report.investments[investments.TOTAL, "forecast_deviation"]),
            Place("de ekonomiska indikatorerna", report.economic_measures["investment_forecast_deviation"]),
        )
    yield from _measures(report)
    yield from _goals(report)


def months(report: FollowUp) -> Iterator[Equality]:
    """The months against the accumulated amounts; also for the region."""
    monthly, net = report.net_cost_by_month, report.net
    so_far = monthly.only(report.period.months)
    for column in economy.MONTH_COLUMNS:
        name, summed = NAMES[column], Figure.sum(so_far.figures(column))
        yield Equality(name, Place(BY_MONTH, summed), Place("hittills i år", net[column]))
    yield Equality(
        "årets budget", Place(BY_MONTH, Figure.sum(monthly.figures("budget"))), Place("helåret", net["year_budget"])
    )
    last = report.accumulated_deviation[report.period.month, "deviation"]
    yield Equality("avvikelse", Place("den ackumulerade avvikelsen", last), Place("hittills i år", net["deviation"]))


def _forecasts(report: Report) -> Iterator[Equality]:
    """The last of the year's forecasts, which the history has in mnkr, against the one that is shown."""
    history, occasion = report.forecast_history, str(report.period)
    if occasion in history and not report.period.is_year_end:
        yield Equality(
            "prognosens avvikelse",
            Place("prognoserna under året", history[occasion, "deviation"]),
            Place(BY_CLASS, report.net["forecast_deviation"]),
            tolerance=report.params.rules.total_tolerance,
        )
    supported = report.forecast_support.row(economy.NET)
    yield from same(supported, "prognosstödet", report.net, BY_CLASS, ("year_budget", "forecast"))


def _measures(report: Report) -> Iterator[Equality]:
    effects = [effect_of(report.measures, one) for one in ("decided", "proposed")]
    known = [one for one in effects if not one.is_missing]
    if known and len(report.measures):
        yield Equality(
            "åtgärdernas effekt",
            Place("beslutade och föreslagna", Figure.sum(known)),
            Place("alla åtgärder", Figure.sum(report.measures.figures("effect"))),
        )


def _goals(report: Report) -> Iterator[Equality]:
    if not len(report.goals):
        return
    number = Place("alla mål", report.goal_count)
    grades = Figure.sum(report.goals_by_grade.values(), COUNT)
    yield Equality("antal mål", Place("målen per bedömning", grades), number)
    areas = Figure.sum((one for _, row in report.goals_by_focus_area.rows() for one in row.figures.values()), COUNT)
    yield Equality("antal mål", Place("målen per fokusområde", areas), number)
