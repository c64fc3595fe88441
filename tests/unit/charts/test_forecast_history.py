import pytest
from chart_examples import EXAMPLES, history
from reading import plain, texts

from followup.charts import forecast_history


@pytest.mark.parametrize(
    ("rows", "title"),
    [
        (
            {"2024-02": -23.5, "2024-04": -22},
            "Prognosen har förbättrats sedan februari, från minus 23,5 till minus 22,0 mnkr",
        ),
        (
            {"2024-02": 1.2, "2024-04": -3.1},
            "Prognosen har försämrats sedan februari, från plus 1,2 till minus 3,1 mnkr",
        ),
        ({"2024-02": -3.11, "2024-04": -3.14}, "Prognosen är oförändrad sedan februari, minus 3,1 mnkr"),
        ({"2024-02": -22}, "Årets första prognos är minus 22,0 mnkr"),
        ({"2023-12": -5, "2024-02": 0.01}, "Årets första prognos är 0,0 mnkr"),
        ({"2024-02": -5, "2024-04": None}, "Prognos saknas för april 2024"),
        (
            {"2024-02": -5, "2024-04": None, "2024-08": 0},
            "Prognosen har förbättrats sedan februari, från minus 5,0 till 0,0 mnkr",
        ),
        ({}, "Prognoser saknas"),
    ],
)
def test_title(rows, title):
    assert plain(forecast_history.title(history(rows))) == title


def test_alt_goes_year_by_year():
    assert plain(EXAMPLES["history-signs"]().alt) == (
        "Punktdiagram över prognosen för helårets avvikelse mot budget vid varje rapport, i mnkr. 2023: plus 1,0 mnkr "
        "i oktober och saknas i december. 2024: 0,0 mnkr i februari, plus 1,2 mnkr i april och minus 3,1 mnkr i "
        "augusti."
    )


def test_numbers():
    chart = EXAMPLES["history-signs"]()
    assert texts(chart)[:3] == [["oktober 2023", "+1,0"], ["december 2023", "–"], ["februari 2024", "0,0"]]
    assert [row.key for row in chart.data.rows][-1] == "2024-08"


def test_nothing_yet_can_be_drawn():
    assert forecast_history.chart(history({}), source="Källa").title == "Prognoser saknas"
