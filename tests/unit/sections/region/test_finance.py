"""The region's finance in words and tables: tense, signs and what is said where something is missing."""

from types import SimpleNamespace

import pytest

from followup.analysis.region import balance_requirement as requirement
from followup.analysis.region.financial_goals import GoalAssessment
from followup.analysis.region.stewardship import Stewardship
from followup.document.cells import Cell
from followup.ground.figure import Figure
from followup.ground.figure_table import FigureRow
from followup.ground.period import Period
from followup.params.loading import load_params
from followup.sections.region import finance, financial_goals, stewardship
from tests.figure_tables import table_of
from tests.tables import source_table

APRIL, DECEMBER = Period(2024, 4), Period(2024, 12)


def kr(mnkr):
    return Figure.missing("saknas") if mnkr is None else Figure(mnkr * 1e6)


@pytest.mark.parametrize(
    ("period", "years", "told"),
    [
        (APRIL, (2020, 2021, 2022, 2023, 2024), "är lägre än vid årets början, men inte lägre än vid slutet av 2020."),
        (DECEMBER, (2020, 2022, 2024), "var lägre än vid slutet av 2022, men inte lägre än vid slutet av 2020."),
    ],
)
def test_solidity_is_compared_with_days_that_are_named(period, years, told):
    at, then = Figure(21.3, "%"), Figure(5.7, "%")
    goal = GoalAssessment("solidity", 0.0, at, "period", then, years, False, True, "uncertain")
    assert stewardship._why(report(period), goal).replace("\xa0", " ").endswith(f" Soliditeten {told}")


def words(block):
    """The paragraphs and items of a Text, with plain spaces."""
    found = [*block.paragraphs, *block.items]
    texts = ["".join(part.text if isinstance(part, Cell) else part for part in sentence) for sentence in found]
    return [text.replace("\xa0", " ") for text in texts]


def report(period, **finances):
    params = load_params()
    kind = SimpleNamespace(scale="attainment" if period.is_year_end else "assessment")
    sources = SimpleNamespace(balance_requirement=source_table("line\nreserve"), is_example=True)
    return SimpleNamespace(
        period=period,
        params=params,
        kind=kind,
        sources=sources,
        scale=lambda name: params.scales[name],
        finance=SimpleNamespace(rules=params.rules.financial_goals, **finances),
    )


def result(**amounts):
    return FigureRow({name: kr(value) for name, value in amounts.items()})


class TestSummary:
    def test_in_the_course_of_the_year(self):
        row = result(
            outcome=-96.5, deviation=197.4, budget=-293.9, forecast=-446, forecast_deviation=195, year_budget=-641
        )
        assert words(finance.summary(report(APRIL, result=row))) == [
            "Resultatet för januari–april 2024 är minus 96,5 miljoner kronor. Det är 197,4 miljoner kronor bättre än "
            "budget för samma "
            "månader, minus 293,9 miljoner kronor. Årets resultat bedöms bli minus 446 miljoner kronor. Det är 195 "
            "miljoner kronor bättre än "
            "årsbudgeten, minus 641 miljoner kronor."
        ]

    def test_when_the_year_is_over(self):
        row = result(outcome=0.8, deviation=641.8, year_budget=-641, forecast_change=-12.4, previous_forecast=13.2)
        assert words(finance.summary(report(DECEMBER, result=row))) == [
            "Årets resultat för 2024 blev 0,8 miljoner kronor. Det är 641,8 miljoner kronor bättre än budget, som "
            "var minus 641 miljoner kronor. "
            "Det är 12,4 miljoner kronor sämre än den sista prognosen, som var 13,2 miljoner kronor."
        ]

    def test_without_a_difference_and_without_a_forecast(self):
        row = result(outcome=5, deviation=0.04, budget=4.96, forecast=None, forecast_deviation=None, year_budget=-641)
        assert words(finance.summary(report(APRIL, result=row))) == [
            "Resultatet för januari–april 2024 är 5 miljoner kronor. Det är lika med budget för samma månader, 5 "
            "miljoner kronor. "
            "Prognosen för årets resultat är okänd: saknas."
        ]


def requirement_frame(column, **amounts):
    names = {
        "balance": requirement.BALANCE,
        "exceptional": requirement.EXCEPTIONAL,
        "remaining": requirement.REMAINING,
    }
    return table_of({names[name]: {column: kr(value)} for name, value in amounts.items()})


class TestBalanceRequirement:
    @pytest.mark.parametrize(
        ("period", "amounts", "told"),
        [
            (
                APRIL,
                {"balance": -546, "exceptional": 546, "remaining": 0},
                "Balanskravsresultatet bedöms bli minus 546 miljoner kronor. Regionen anger synnerliga skäl för "
                "546 miljoner kronor. Godtar fullmäktige dem är inget kvar att återställa.",
            ),
            (
                APRIL,
                {"balance": -546, "exceptional": 500, "remaining": -46},
                "Balanskravsresultatet bedöms bli minus 546 miljoner kronor. Regionen anger synnerliga skäl för "
                "500 miljoner kronor. Godtar fullmäktige dem är 46 miljoner kronor kvar att återställa.",
            ),
            (
                DECEMBER,
                {"balance": -30, "exceptional": 0, "remaining": -35},
                "Balanskravsresultatet blev minus 30 miljoner kronor. Kvar att återställa är 35 miljoner kronor.",
            ),
            (
                DECEMBER,
                {"balance": 12, "exceptional": 0, "remaining": 0},
                "Balanskravsresultatet blev 12 miljoner kronor. Inget är kvar att återställa.",
            ),
            (
                APRIL,
                {"balance": None, "exceptional": 0, "remaining": None},
                "Balanskravsresultatet är inte känt: saknas.",
            ),
        ],
    )
    def test_in_words(self, period, amounts, told):
        frame = requirement_frame("amount" if period.is_year_end else "forecast", **amounts)
        block = finance.balance_requirement_in_words(report(period, balance_requirement=frame))
        assert words(block) == [told]

    def test_a_period_without_a_statement_says_so(self):
        empty = report(APRIL)
        empty.sources.balance_requirement = source_table("line\nreserve").where(line="none")
        for block in (finance.balance_requirement(empty), finance.balance_requirement_in_words(empty)):
            assert words(block) == ["Ingen balanskravsutredning är lämnad för perioden."]


def goal(measure, met_now, met_over_time, grade="uncertain", target=2.0):
    now = Figure(1.0, "%")
    return GoalAssessment(measure, target, now, "forecast", now, (2020, 2024), met_now, met_over_time, grade)


class TestGoals:
    @pytest.mark.parametrize(
        ("measure", "target", "text"),
        [
            ("result_share", 2.0, "minst 2 %"),
            ("result_share", 2.5, "minst 2,5 %"),
            ("solidity", 0.0, "över 0 % och inte minskande"),
        ],
    )
    def test_a_target_in_words(self, measure, target, text):
        assert financial_goals.target_text(goal(measure, True, True, target=target)).replace("\xa0", " ") == text

    def test_nothing_is_doubtful(self):
        without = report(APRIL)
        without.checked_ratios = []
        block = financial_goals.doubts(without)
        assert words(block) == ["Inget tryckt värde motsägs av sina egna belopp."]

    def test_no_printed_values(self):
        columns = ["printed_source", "other_source"]
        nothing = report(APRIL, goal_history=lambda measure: table_of({}, columns))
        nothing.checked_ratios = []
        assert words(financial_goals.checks(nothing)) == ["Inga tryckta värden finns för de finansiella målen."]


class TestStewardship:
    @pytest.mark.parametrize(
        ("period", "grades", "told"),
        [
            (
                APRIL,
                ("uncertain", "on_track", "uncertain"),
                [
                    "Det är osäkert om de finansiella målen uppnås, och verksamhetens mål bedöms uppnås.",
                    "Enligt det beräknade förslaget är det osäkert om god ekonomisk hushållning uppnås 2024.",
                ],
            ),
            (
                DECEMBER,
                ("on_track", "off_track", "off_track"),
                [
                    "De finansiella målen har uppnåtts, och verksamhetens mål har inte uppnåtts.",
                    "Enligt det beräknade förslaget uppnåddes god ekonomisk hushållning inte 2024.",
                ],
            ),
            (
                APRIL,
                ("uncertain", "uncertain", "uncertain"),
                [
                    "Det är osäkert om de finansiella målen och verksamhetens mål uppnås.",
                    "Enligt det beräknade förslaget är det osäkert om god ekonomisk hushållning uppnås 2024.",
                ],
            ),
            (
                DECEMBER,
                ("uncertain", "uncertain", "uncertain"),
                [
                    "De finansiella målen och verksamhetens mål har delvis uppnåtts.",
                    "Enligt det beräknade förslaget uppnåddes god ekonomisk hushållning delvis 2024.",
                ],
            ),
            (
                DECEMBER,
                ("on_track", "not_assessed", "not_assessed"),
                [
                    "De finansiella målen har uppnåtts, och verksamhetens mål saknar en samlad bedömning.",
                    "God ekonomisk hushållning 2024 kan inte bedömas av underlaget.",
                ],
            ),
        ],
    )
    def test_the_conclusion_has_the_report_s_tense(self, period, grades, told):
        found = Stewardship(*grades, {}, {})
        law = (
            "God ekonomisk hushållning innebär enligt kommunallagen att både de finansiella målen och verksamhetens "
            "mål uppnås."
        )
        assert words(stewardship.conclusion(report(period, stewardship=found))) == [f"{law} {told[0]}", told[1]]
