import pytest
from chart_examples import EXAMPLES, MONTHLY, SOURCE, YEARLY, Indicator, percent, values
from reading import plain, texts

from followup.charts import indicator_trend
from followup.ground.figure import Figure


@pytest.mark.parametrize(
    ("rows", "target", "indicator", "title"),
    [
        (MONTHLY, None, Indicator(), "83,4 %, upp 0,5 procentenheter sedan mars 2024"),
        ({"2023": 80, "2024": 80.04}, None, YEARLY, "80,0 %, oförändrat sedan 2023"),
        ({"2023-12": 80, "2024-12": 70}, None, YEARLY, "70,0 %, ned 10,0 procentenheter sedan 2023"),
        ({"2024-04": 80}, None, Indicator(), "80,0 %, första mätningen"),
        # A target without an assessment is no yardstick.
        (MONTHLY, 90, Indicator(), "83,4 %, upp 0,5 procentenheter sedan mars 2024"),
        ({"2024-04": None}, 90, Indicator(), "värde saknas"),
        ({}, 90, Indicator(), "värde saknas"),
    ],
)
def test_title(rows, target, indicator, title):
    assert plain(indicator_trend.title(values(rows), percent(target), indicator)) == f"{indicator.name}: {title}"


@pytest.mark.parametrize(
    ("rows", "target", "indicator", "grade", "title"),
    [
        (MONTHLY, 82.5, Indicator(), "meets", "83,4 %, når målet 82,5 %"),
        (MONTHLY, 90, Indicator(), "misses", "83,4 %, når inte målet 90 %"),
        # What is shown as 90,0 is no more the target than the table says.
        ({"2024-04": 89.94}, 90, Indicator(), "near", "89,9 %, nära målet 90 %"),
        # Low is good: what lies under the target meets it.
        ({"2024-04": 3}, 4, Indicator(unit="dagar", decimals=0), "meets", "3 dagar, når målet 4"),
        ({"2024-03": 80, "2024-04": None}, 90, Indicator(), "misses", "80,0 % i mars 2024, når inte målet 90 %"),
        ({"2023": 80, "2024": None}, 90, YEARLY, "misses", "80,0 % 2023, når inte målet 90 %"),
        (MONTHLY, 90, Indicator(), "stale", "83,4 %, upp 0,5 procentenheter sedan mars 2024"),
        (MONTHLY, 90, Indicator(), "no_target", "83,4 %, upp 0,5 procentenheter sedan mars 2024"),
        ({"2024-04": None}, 90, Indicator(), "no_value", "värde saknas"),
    ],
)
def test_title_repeats_the_assessment(rows, target, indicator, grade, title):
    told = plain(indicator_trend.title(values(rows), percent(target), indicator, grade))
    assert told == f"{indicator.name}: {title}"


def test_the_chart_takes_the_assessment():
    chart = indicator_trend.chart(values(MONTHLY), percent(90), Indicator(), grade="misses", source=SOURCE)
    assert plain(chart.title) == "Tillgänglighet inom 90 dagar: 83,4 %, når inte målet 90 %"


def test_title_of_a_count():
    frame = values({"2024-03": 41, "2024-04": 56})
    one = Indicator(unit="dagar", decimals=0)
    told = plain(indicator_trend.title(frame, Figure.missing(), one))
    assert told == f"{one.name}: 56 dagar, upp 15 dagar sedan mars 2024"


@pytest.mark.parametrize(
    ("unit", "title"),
    [("index", "74, nära målet 75"), ("minuter", "74 minuter, nära målet 75"), ("", "74, nära målet 75")],
)
def test_title_says_a_unit_once_and_never_index(unit, title):
    one = Indicator(unit=unit, decimals=0)
    assert plain(indicator_trend.title(values({"2024-04": 74}), percent(75), one, "near")) == f"{one.name}: {title}"


def test_alt_with_a_gap_and_a_target():
    assert plain(EXAMPLES["indicator"]().alt) == (
        "Litet linjediagram över tillgänglighet inom 90 dagar. Från 85,0 % (november 2023) till 83,4 % (april 2024); "
        "lägst 82,9 % och högst 86,1 %. Värde saknas för februari 2024. Målvärdet, en streckad linje, är 90 %."
    )


def test_alt_of_one_value_without_a_target():
    frame = values({"2024": 83.4})
    assert plain(indicator_trend.alt(frame, percent(None), YEARLY)) == (
        "Litet linjediagram över tillgänglighet inom 90 dagar. Enda värdet är 83,4 % (2024). Inget målvärde."
    )


def test_numbers_end_with_the_target():
    chart = EXAMPLES["indicator"]()
    assert chart.unit_line == "Procent"
    assert texts(chart)[2:] == [
        ["januari 2024", "86,1"],
        ["februari 2024", "–"],
        ["mars 2024", "82,9"],
        ["april 2024", "83,4"],
        ["Målvärde", "90,0"],
    ]
    assert chart.id == "diagram-indikator-a1"
