"""A report whose tables disagree is refused with both places and both numbers.

The frames are those of the example; each test makes one of them say something else than the others.
"""

from __future__ import annotations

import pytest

from followup.analysis import economy
from followup.ground.errors import Problem, ReportError
from followup.ground.figure import COUNT, PERCENT, Figure
from followup.ground.figure_table import FigureTable
from followup.ground.period import Period
from followup.params.loading import load_params
from followup.reports.agreement.assertion import assert_agreement
from followup.reports.agreement.equality import Equality, Place
from followup.reports.open import open_report, read_report
from tests.figure_tables import replaced, without_the_first

pytestmark = pytest.mark.slow


@pytest.fixture
def committee():
    return read_report("DNKS", "2024-04")


@pytest.fixture(scope="module")
def opened():
    return open_report("REGION", "2024-04")


@pytest.fixture
def region(opened):
    """The region's report, all of whose frames are as they were after the test."""
    before = dict(opened.__dict__)
    yield opened
    opened.__dict__.clear()
    opened.__dict__.update(before)


def changed(table: FigureTable[str], row: str | int, column: str, by: float) -> FigureTable[str]:
    """The table with one figure that is `by` more."""
    return replaced(table, row, column, table[row, column] + Figure(by, table[row, column].unit))


def problems(report) -> list[Problem]:
    with pytest.raises(ReportError) as caught:
        assert_agreement(report)
    return list(caught.value.problems)


def test_the_example_agrees_in_every_kind_of_report(opened):
    assert_agreement(opened)
    for code, period in (
        ("DNKS", "2024-02"),
        ("DNHS", "2024-08"),
        ("PN", "2024-12"),
        ("RS", "2024"),
        ("RS", "2022-12"),
    ):
        assert_agreement(read_report(code, period))


def test_two_tables_that_differ_are_named_with_both_numbers(committee):
    net = committee.net["outcome"]
    frame = committee.economy_by_activity
    committee.__dict__["economy_by_activity"] = changed(frame, economy.NET, "outcome", 1_000_000.0)
    committee.__dict__["largest_activities"] = committee.economy_by_class
    first, second = problems(committee)
    whole, more = str(net).replace("\u00a0", " "), str(net + Figure(1e6)).replace("\u00a0", " ")
    remedy = (
        "Leta efter rader i 2024/2024-04/utfall.xlsx som räknas med på det ena stället och inte på det andra. Finns "
        "inga sådana är det ett fel i programmet."
    )
    assert first == Problem(
        "rapporten DNKS, 2024-04",
        found=f"Två tabeller i rapporten går isär (utfall): raderna i tabellen per verksamhet ger {whole}, men summan "
        f"i tabellen per verksamhet ger {more}.",
        expected="Samma uppgift är lika på alla ställen i en rapport.",
        remedy=remedy,
    )
    assert second.found == (
        f"Två tabeller i rapporten går isär (utfall): tabellen per kontoklass ger {whole}, men tabellen per verksamhet "
        f"ger {more}."
    )


@pytest.mark.parametrize(
    ("name", "row", "column", "where"),
    [
        ("economy_by_class", "Intäkter", "forecast", "raderna i tabellen per kontoklass"),
        ("largest_activities", economy.NET, "budget", "summan i tabellen över de största avvikelserna"),
        ("net_cost_by_month", 2, "outcome", "nettokostnaden per månad"),
        ("net_cost_by_month", 9, "budget", "helåret"),
        ("accumulated_deviation", 4, "deviation", "den ackumulerade avvikelsen"),
        ("forecast_history", "2024-04", "deviation", "prognoserna under året"),
        ("forecast_support", economy.NET, "forecast", "prognosstödet"),
        ("investments", "Summa investeringar", "outcome", "summan i investeringarna"),
        ("goals_by_focus_area", None, "on_track", "målen per fokusområde"),
    ],
)
def test_each_frame_of_a_committee_is_held_to_the_others(committee, name, row, column, where):
    frame = getattr(committee, name)
    row = frame.names[0] if row is None else row
    committee.__dict__[name] = changed(frame, row, column, 1_000_000.0)
    assert any(where in problem.found for problem in problems(committee))


@pytest.mark.parametrize(
    ("name", "row", "column", "where"),
    [
        ("economy_by_holder", "DNKT", "outcome", "raderna i tabellen per nämnd"),
        ("economy_by_holder", "REGION", "previous_year", "tabellen per kontoklass"),
        ("economy_by_class", "REGION", "budget", "tabellen per kontoklass"),
        ("deficits", "DNHS", "deviation", "DNHS bland underskotten"),
        ("budget_against_frames", "REGION", "frame", "budgetramarna"),
        ("forecast_path", "2024-04", "deviation", "prognoserna under året"),
        ("investments_by_committee", "REGION", "outcome", "investeringarna per grupp"),
        ("investments_by_group", "property", "forecast", "raderna i investeringarna per grupp"),
        ("focus_areas", None, "goals", "fokusområdena"),
        ("indicators_by_grade", "REGION", "meets", "summan i indikatorerna per nämnd"),
        ("sickness_by_committee", "REGION", "this_year", "regionens sjukfrånvaro"),
        ("turnover_by_committee", "DNHS", "this_year", "DNHS:s egen rapport"),
    ],
)
def test_each_frame_of_the_region_is_held_to_the_others(region, name, row, column, where):
    frame = getattr(region, name)
    row = frame.names[0] if row is None else row
    unit = frame[row, column].unit
    region.__dict__[name] = changed(frame, row, column, 1_000_000.0 if unit not in (PERCENT,) else 0.2)
    assert any(where in problem.found for problem in problems(region))


def test_the_income_statements_operations_are_the_regions_net(region):
    statement = region.finance.income_statement
    region.finance.__dict__["income_statement"] = changed(statement, "Verksamhetens nettokostnad", "forecast", 2e6)
    found = [problem.found for problem in problems(region)]
    region.finance.__dict__["income_statement"] = statement
    assert len(found) == 1
    assert found[0].startswith("Två tabeller i rapporten går isär (prognos): resultaträkningen ger ")


def test_opening_a_report_asserts_it(monkeypatch):
    """A row that one of the tables loses stops the report before anything is shown, in a bare notebook too."""
    whole = economy.by_activity
    monkeypatch.setattr(economy, "by_activity", lambda *args, **more: without_the_first(whole(*args, **more)))
    with pytest.raises(ReportError, match="Två tabeller i rapporten går isär"):
        open_report("DNKS", "2024-04")


@pytest.mark.parametrize(
    ("unit", "other", "holds"),
    [
        ("kr", 100.5, True),
        ("kr", 100.6, False),
        (COUNT, 100.0, True),
        (COUNT, 101.0, False),
        (PERCENT, 100.1, True),
        (PERCENT, 100.2, False),
    ],
)
def test_how_much_two_ways_of_counting_may_differ(unit, other, holds):
    left, right = Place("a", Figure(100.0, unit)), Place("b", Figure(other, unit))
    assert Equality("x", left, right).holds is holds
    assert Equality("x", left, Place("b", Figure.missing("skyddad uppgift", unit))).holds


def test_every_kind_of_report_has_its_agreements():
    """A new reader of reports must say what agrees in it."""
    params = load_params()
    readers = {
        params.kind_of(Period.parse(entry.period), code).reader
        for entry in params.calendar.periods
        for code in ("RS", "REGION")
        if not (entry.committees and code not in entry.committees)
    }
    assert readers == {"committee", "region", "plan", "region_plan", "plan_follow_up"}
