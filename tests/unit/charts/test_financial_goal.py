import pytest
from chart_examples import EXAMPLES, assessed_goal, goal_years
from reading import plain, texts

from followup.charts import financial_goal


@pytest.mark.parametrize(
    ("goal", "title"),
    [
        (assessed_goal(now=-3.3), "Resultatet väntas bli minus 3,3 procent, i genomsnitt 4,9 på fem år"),
        (assessed_goal(now=0.04, kind="outcome"), "Resultatet blev 0,0 procent, i genomsnitt 4,9 på fem år"),
        (assessed_goal(now=2.0, over_time=None), "Resultatet väntas bli 2,0 procent"),
        (
            assessed_goal("self_financing", 69.2, over_time=154.2, kind="outcome"),
            "Självfinansieringsgraden blev 69,2 procent, i genomsnitt 154,2 på fem år",
        ),
        (
            assessed_goal("solidity", 20.5, over_time=5.7, kind="period"),
            "Soliditeten är 20,5 procent, mot 5,7 vid slutet av 2020",
        ),
        (assessed_goal(now=None), "Resultatet för året är inte känt"),
        (assessed_goal("solidity", now=None), "Soliditeten för året är inte känd"),
    ],
)
def test_title(goal, title):
    assert plain(financial_goal.title(goal)) == title


def test_alt_tells_the_course():
    assert plain(EXAMPLES["goal-result"]().alt) == (
        "Linjediagram över resultatet per år i procent. Den streckade linjen är målets gräns, 2 %. Målet bedöms på "
        "1,0 (2018), 7,5 (2020), 11,3 (2021), 7,1 (2022), 2,0 (2023) och minus 3,3 (2024, prognos)."
    )


def test_a_note_names_whose_values_the_goal_is_assessed_on_and_what_is_doubtful():
    assert EXAMPLES["goal-result"]().notes == (
        "Värdena för 2018 och 2020 är ur Plan, de för 2021 och 2022 ur Annan och de för 2023 och 2024 beräknade. De "
        "tryckta värdena för 2021 och 2022 är tveksamma och används inte.",
    )
    assert EXAMPLES["goal-none"]().notes == ()
    in_a_row = {str(year): (year, "outcome", None, 1.0, None, 1.0, "agrees") for year in range(2018, 2022)}
    assert financial_goal.sources_note(goal_years(in_a_row)) == "Värdena för 2018–2021 är ur Plan."
    assert EXAMPLES["goal-one"]().notes == ("Värdena för 2024 är beräknade.",)


def test_numbers_leave_out_budgets_and_keep_gaps():
    assert texts(EXAMPLES["goal-result"]())[:3] == [
        ["2018", "–", "1,0", "−0,2", "1,0"],
        ["2019", "–", "–", "–", "–"],
        ["2020", "–", "7,5", "7,0", "7,5"],
    ]
    assert texts(EXAMPLES["goal-result"]())[-1] == ["2024, prognos", "−3,3", "–", "–", "−3,3"]


def test_nothing_is_known():
    chart = EXAMPLES["goal-none"]()
    assert plain(chart.alt).endswith("Den streckade linjen är målets gräns, 0 %. Värden saknas.")
    assert texts(chart) == []


def test_a_budget_alone_is_no_outcome():
    only = goal_years({"2024 budget": (2024, "budget", -4.8, None, None, None, "")})
    assert "Värden saknas." in financial_goal.chart(only, assessed_goal(now=None), name="Mål", source="Källa").alt
