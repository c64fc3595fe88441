"""Goals, indicators, investments and measures: what is missing is said, what is old is not graded."""

import pytest

from followup.analysis import goals, indicators, investments, measures
from followup.ground.figure import Figure
from followup.ground.period import Period
from followup.params.params import Goal, Grade, Indicator
from tests.tables import source_table

SCALE = tuple(
    Grade(code=code, word=code, symbol="circle", tone="good")
    for code in ("on_track", "uncertain", "off_track", "not_assessed")
)
PLAN = [
    Goal("m1.1", "Enklare vardag", "Digitalt", ("DNKS",), ()),
    Goal("m1.2", "Innovation", "Digitalt", ("DNKS",), ()),
    Goal("m5.1", "Robust kultur", "Kultur", ("DNKS",), ()),
]
HANDED_IN = source_table("""
    goal  assessment  trend      motivation
    m5.1  on_track    improving  Fler arrangörer.
    m1.1  .           stable     .
""")


def test_goals_stand_in_the_plans_order_and_an_absent_one_is_not_assessed():
    frame = goals.assessed_goals(PLAN, HANDED_IN)
    assert list(frame.names) == ["m1.1", "m1.2", "m5.1"]
    assert frame.texts("assessment") == ["not_assessed", "not_assessed", "on_track"]
    assert frame.texts("trend") == ["stable", "unknown", "improving"]


def test_goals_are_counted_by_grade_and_focus_area_with_the_cells_behind():
    frame = goals.assessed_goals(PLAN, HANDED_IN)
    counts = goals.count_by_grade(frame, SCALE)
    assert {code: figure.value for code, figure in counts.items()} == {
        "on_track": 1, "uncertain": 0, "off_track": 0, "not_assessed": 2,
    }  # fmt: skip
    assert [cells.address for cells in counts["off_track"].origin] == ["B5:B6"]
    by_area = goals.count_by_focus_area(frame, SCALE)
    assert by_area["Digitalt", "not_assessed"].value == 2
    assert by_area["Kultur", "on_track"].value == 1


@pytest.mark.parametrize(
    ("value", "target", "direction", "expected"),
    [
        (90.0, 90.0, "higher", "meets"),
        (89.9, 90.0, "higher", "near"),
        (85.5, 90.0, "higher", "near"),  # exactly 5 per cent of the target below it
        (85.4, 90.0, "higher", "misses"),
        (4.0, 4.0, "lower", "meets"),
        (4.2, 4.0, "lower", "near"),
        (4.3, 4.0, "lower", "misses"),
        (12.0, 10.0, "neutral", "no_target"),
        (12.0, None, "higher", "no_target"),
        (None, 10.0, "higher", "no_value"),
        # What is shown is graded: 87,96 is 88,0 to the reader, and 87,94 is 87,9.
        (87.96, 88.0, "higher", "meets"),
        (87.94, 88.0, "higher", "near"),
        (4.04, 4.0, "lower", "meets"),
    ],
)
def test_an_indicator_is_graded_at_and_around_its_target(value, target, direction, expected):
    assert indicators.grade(Figure(value, "%"), Figure(target, "%"), direction, 5.0, 1) == expected


def _indicator(frequency: str) -> Indicator:
    return Indicator(
        code="TID", name="I tid", definition="", unit="%", decimals=1, direction="higher", frequency=frequency,
        area="quality", source="Exempeldata", committees="all",
    )  # fmt: skip


VALUES = source_table("""
    indicator  period   value
    TID        2024-01  91
    TID        2023-10  88
    TID        2024-03  .
    TID        2024-05  99
""")
TARGETS = source_table("indicator  target\n TID  90")


def _assessed(frequency: str, period: Period):
    frame = indicators.assessed_indicators(
        [_indicator(frequency)], VALUES, TARGETS, period,
        near_percent=5.0, current_within_months={"month": 2, "year": 15},
    )  # fmt: skip
    return frame.row("TID")


def test_the_latest_known_value_is_shown_with_the_one_before_it():
    row = _assessed("year", Period(2024, 4))
    assert (row["value"].value, row.text("measured")) == (91, "2024-01")  # March is empty, May is after the period
    assert (row["previous"].value, row.text("previous_measured")) == (88, "2023-10")
    assert row.text("grade") == "meets"


def test_a_value_older_than_its_frequency_allows_is_not_graded():
    assert _assessed("month", Period(2024, 3)).text("grade") == "meets"  # two months old: the limit
    assert _assessed("month", Period(2024, 4)).text("grade") == "stale"


def test_investments_sum_what_is_summable():
    table = source_table("""
        period   project   group         total_budget  year_budget  outcome  forecast  comment
        2024-04  Larm      reinvestment  .             3000         1000     3000      .
        2024-04  Bredband  new           30000         10000        2000     8000      Försenat.
        2024-02  Larm      reinvestment  .             3000         100      3000      .
    """)
    frame = investments.by_project(table, Period(2024, 4))
    assert list(frame.names) == ["Bredband", "Larm", "Summa investeringar"]
    assert frame["Bredband", "forecast_deviation"].value == 2000
    total = frame.row("Summa investeringar")
    assert (total["year_budget"].value, total["outcome"].value, total["forecast_deviation"].value) == (
        13000,
        3000,
        2000,
    )
    assert total["total_budget"].why == "summeras inte"


def test_decided_measures_come_first_and_effects_are_summed_apart():
    table = source_table("""
        measure         decision  status       effect  full_year_effect  comment
        Minskat utbud   proposed  not_started  3       9                 .
        Prisjustering   decided   ongoing      10      24                .
        Fler kontroller  decided   done         12      12                .
    """)
    frame = measures.all_measures(table)
    assert list(frame.names) == ["Fler kontroller", "Prisjustering", "Minskat utbud"]
    assert measures.effect_of(frame, "decided").value == 22
    assert measures.effect_of(frame, "proposed").value == 3
    assert measures.effect_of(frame.only(frame.names[:2]), "proposed").is_missing
