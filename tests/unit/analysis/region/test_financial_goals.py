"""The three financial goals over the years, and god ekonomisk hushållning. Ratios are worked out by hand."""

from types import SimpleNamespace

import pytest

from followup.analysis.region import financial_goals, stewardship
from followup.analysis.region.financial_goals import RESULT_SHARE, SELF_FINANCING, SOLIDITY
from followup.ground.figure import Figure
from followup.tables.financial_history import checked_ratios
from tests.figure_tables import lined_up
from tests.goal_rules import goal_rules
from tests.tables import source_table

RULES = goal_rules(years=3)
HISTORY = source_table("""
    measure           year  kind     value  unit     decimals  definition  source
    result_share      2022  outcome  4.0    percent  1         andel       Plan
    result_share      2024  budget   -1.0   percent  1         andel       Plan
    result            2022  outcome  400    mnkr     0         resultat    Plan
    self_financing    2021  outcome  110    percent  0         grad        Plan
    self_financing    2022  outcome  20     percent  0         grad        Plan
    result            2021  outcome  50     mnkr     0         resultat    Plan
    investments       2021  outcome  100    mnkr     0         belopp      Plan
    investments       2022  outcome  500    mnkr     0         belopp      Plan
    self_financing    2022  outcome  95     percent  1         egen        Annan
    self_financing    2024  outcome  77     percent  1         egen        Annan
    result            2023  outcome  300    mnkr     0         resultat    Bokslut
    taxes_and_grants  2023  outcome  10000  mnkr     0         skatter     Bokslut
    depreciation      2023  outcome  240    mnkr     0         belopp      Bokslut
    investments       2023  outcome  600    mnkr     0         belopp      Bokslut
    solidity          2022  outcome  12.0   percent  1         andel       Plan
""")
RATIOS = checked_ratios(HISTORY, RULES)


def percent(value):
    return Figure(value, "%") if value is not None else Figure.missing(unit="%")


def over_years(measure, current, year=2024):
    return financial_goals.over_years(measure, RATIOS, HISTORY, current, year)


def column(frame, name):
    return {label: figure.value for label, figure in frame.column(name).items()}


def test_the_ratios():
    taxes, grants = Figure(10.9e9), Figure(2.4e9)
    # −266 / 13 300 = −2 %; (−266 + 467) / 1 005 = 20 %
    assert financial_goals.result_share(Figure(-266e6), taxes, grants).value == -2.0
    assert financial_goals.self_financing(Figure(-266e6), Figure(-467e6), Figure(1005e6)).value == 20.0


def test_computed_where_the_amounts_are_known_else_printed():
    frame = over_years(RESULT_SHARE, {"budget": percent(-1.2), "forecast": percent(-0.5)})
    assert list(frame.names) == ["2022", "2023", "2024 budget", "2024 forecast"]
    # 300 / 10 000 = 3 %. The result of 2022 has no taxes beside it, so its printed share is used.
    assert column(frame, "computed") == {"2022": None, "2023": 3.0, "2024 budget": -1.2, "2024 forecast": -0.5}
    assert column(frame, "printed") == {"2022": 4.0, "2023": None, "2024 budget": -1.0, "2024 forecast": None}
    assert column(frame, "used") == {"2022": 4.0, "2023": 3.0, "2024 budget": -1.2, "2024 forecast": -0.5}


def test_what_cannot_be_true_is_not_used():
    frame = over_years(SELF_FINANCING, {"forecast": percent(60)})
    # 400 / 500 = 80 % without depreciation: 20 is impossible, and another source's 95 is used instead.
    assert frame.text("2022", "verdict") == "contradicts"
    assert frame["2022", "least"].value == 80.0
    # (300 + 240) / 600 = 90 %
    assert column(frame, "used") == {"2021": 110, "2022": 95, "2023": 90, "2024 forecast": 60}
    assert frame.texts("used_source") == ["Plan", "Annan", "", ""]


def test_the_outcome_of_the_report_s_own_year_is_not_taken_from_the_future():
    frame = over_years(SELF_FINANCING, {"forecast": percent(60)})
    assert "2024" not in frame
    assert over_years(SELF_FINANCING, {}, year=2025)["2024", "used"].value == 77


def test_the_accounts_know_the_year_before():
    frame = over_years(SOLIDITY, {"previous": percent(11.0), "period": percent(10.5)})
    assert column(frame, "used") == {"2022": 12.0, "2023": 11.0, "2024 period": 10.5}


@pytest.mark.parametrize(
    ("earlier", "now", "mean", "grade"),
    [
        ((4.0, 3.0), 2.0, 3.0, "on_track"),
        ((4.0, 3.0), 1.9, 2.966667, "uncertain"),
        ((1.0, 1.0), 3.9, 1.966667, "off_track"),
        # The limit itself is met.
        ((2.0, 2.0), 2.0, 2.0, "on_track"),
    ],
)
def test_a_mean_over_the_years(earlier, now, mean, grade):
    goal = financial_goals.assessed(RESULT_SHARE, years(earlier, now), 2024, RULES)
    assert goal.over_time.value == pytest.approx(mean, abs=1e-6)
    assert (goal.grade, goal.years, goal.kind) == (grade, (2022, 2023, 2024), "forecast")


@pytest.mark.parametrize(
    ("earlier", "now", "grade"),
    [
        ((12.0, 13.0), 14.0, "on_track"),
        ((12.0, 14.0), 13.0, "uncertain"),  # lower than last year, not lower than the first
        ((12.0, 11.0), 11.5, "off_track"),
        ((-3.0, -2.0), -1.0, "off_track"),  # rising, but not above 0
    ],
)
def test_solidity_is_above_the_limit_and_not_falling(earlier, now, grade):
    goal = financial_goals.assessed(SOLIDITY, years(earlier, now), 2024, RULES)
    assert (goal.grade, goal.over_time.value) == (grade, earlier[0])


def years(earlier, now):
    """Outcomes of 2022 and 2023, one of 2021 that is too old to count, and this year's forecast."""
    rows = {"2021": (2021, "outcome", -50.0)}
    rows |= {str(2022 + place): (2022 + place, "outcome", value) for place, value in enumerate(earlier)}
    rows |= {"2024 budget": (2024, "budget", 99.0), "2024 forecast": (2024, "forecast", now)}
    return lined_up({name: (*row[:2], percent(row[2])) for name, row in rows.items()}, ("year", "kind", "used"))


@pytest.mark.parametrize(("earlier", "now"), [((), 2.0), ((None, None), 2.0), ((4.0, 3.0), None)])
def test_without_this_year_or_any_before_it_there_is_no_assessment(earlier, now):
    goal = financial_goals.assessed(RESULT_SHARE, years(earlier, now), 2024, RULES)
    assert (goal.grade, goal.met_now, goal.met_over_time) == ("not_assessed", None, None)


LIMITS = SimpleNamespace(on_track_percent=66.0, off_track_percent=50.0, least_assessed_percent=50.0)


@pytest.mark.parametrize(
    ("goals", "areas", "halves", "whole"),
    [
        (("on_track",) * 3, ("on_track",) * 7, ("on_track", "on_track"), "on_track"),
        (("on_track", "on_track", "uncertain"), ("on_track",) * 7, ("on_track", "on_track"), "on_track"),
        (("uncertain",) * 3, ("on_track",) * 7, ("uncertain", "on_track"), "uncertain"),
        (("on_track",) * 3, ("on_track",) * 6 + ("off_track",), ("on_track", "uncertain"), "uncertain"),
        (("off_track", "off_track", "on_track"), ("on_track",) * 7, ("off_track", "on_track"), "off_track"),
        # Strong finances are not enough, and neither are goals without an assessment.
        (("on_track",) * 3, ("off_track",) * 4 + ("on_track",) * 3, ("on_track", "off_track"), "off_track"),
        (("on_track",) * 3, ("not_assessed",) * 7, ("on_track", "not_assessed"), "not_assessed"),
        (("off_track",) * 3, ("not_assessed",) * 7, ("off_track", "not_assessed"), "off_track"),
    ],
)
def test_the_proposal_is_no_better_than_the_worse_half(goals, areas, halves, whole):
    names = dict(enumerate(areas))
    found = stewardship.proposed(dict(zip(financial_goals.MEASURES, goals, strict=True)), names, LIMITS)
    assert ((found.financial, found.operations), found.whole) == (halves, whole)
