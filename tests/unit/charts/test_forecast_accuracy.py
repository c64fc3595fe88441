import pytest
from chart_examples import EXAMPLES, FORECASTS, accuracy
from reading import plain, texts

from followup.charts import class_bridge, deviation_by_activity, forecast_accuracy, goal_assessments


@pytest.mark.parametrize(
    ("outcome", "forecasts", "title"),
    [
        (-8.0, FORECASTS, "Prognosen i oktober kom närmast, 0,5 mnkr från utfallet"),
        (-8.5, FORECASTS, "Prognoserna i augusti och oktober kom närmast, 1,0 mnkr från utfallet"),
        (-6.0, FORECASTS, "Prognosen i april träffade utfallet"),
        (-8.0, {"2024-10": -6.0}, "Prognosen i oktober låg 2,0 mnkr från utfallet"),
        (-8.0, {"2024-04": -8.0, "2024-10": -8.04}, "Alla prognoser träffade utfallet"),
        (-8.0, {"2024-04": -7.0, "2024-10": -9.0}, "Prognoserna låg lika långt från utfallet"),
        (None, FORECASTS, "Prognoser eller utfall saknas"),
        (None, {}, "Prognoser eller utfall saknas"),
    ],
)
def test_title(outcome, forecasts, title):
    assert plain(forecast_accuracy.title(accuracy(outcome, forecasts))) == title


@pytest.mark.parametrize(
    ("forecasts", "title"),
    [
        ({"2024-02": -4.0, "2024-04": -7.5}, "Regionens prognos i april kom närmast, 0,5 mnkr från utfallet"),
        ({"2024-02": -9.0, "2024-04": -7.0}, "Regionens prognoser låg lika långt från utfallet"),
        ({"2024-02": -8.0, "2024-04": -7.0}, "Regionens prognos i februari träffade utfallet"),
        ({"2024-02": -8.0, "2024-04": -8.0}, "Alla regionens prognoser träffade utfallet"),
    ],
)
def test_whose_forecasts_they_are_is_said_where_others_are_told_of_too(forecasts, title):
    assert plain(forecast_accuracy.title(accuracy(-8.0, forecasts), "regionens")) == title


def test_alt():
    assert plain(EXAMPLES["accuracy-gaps"]().alt) == (
        "Punktdiagram med en rad för varje prognos: prognosen som ofylld romb och årets utfall som fylld punkt, "
        "avvikelse mot budget i mnkr. Utfallet blev minus 8,0 mnkr. Prognoserna var minus 4,0 mnkr i februari, saknas "
        "i april, minus 9,5 mnkr i augusti och minus 7,5 mnkr i oktober."
    )


def test_numbers():
    assert texts(EXAMPLES["accuracy-gaps"]())[:2] == [["februari", "−4,0", "−8,0", "−4,0"], ["april", "–", "−8,0", "–"]]


def test_the_other_charts_of_a_year_that_is_over_are_told_in_the_past_tense():
    activities, goals, classes = (EXAMPLES[f"{name}-year"]() for name in ("activities", "goals", "classes"))
    assert plain(activities.title) == "Medicin- och akutkliniken hade störst underskott, 12,3 mnkr"
    assert goals.title == "12 av 21 mål uppnåddes, 1 saknade bedömning"
    assert plain(classes.title) == "Personalkostnader drog ned resultatet mest, minus 30,5 mnkr"
    assert plain(classes.alt).endswith("Summan blev minus 22,0 mnkr.")
    assert [row.cells[0].text for row in classes.data.rows][-1] == "Årets avvikelse"


@pytest.mark.parametrize("chart", [deviation_by_activity, goal_assessments, class_bridge])
def test_they_are_told_in_the_present_tense_else(chart):
    name = {deviation_by_activity: "activities", goal_assessments: "goals", class_bridge: "classes"}[chart]
    assert EXAMPLES[name]().title != EXAMPLES[f"{name}-year"]().title
