import pytest
from chart_examples import EXAMPLES, PERIOD, kr, months
from reading import plain, texts

from followup.charts import accumulated_deviation
from followup.charts.parts.canvas import Canvas
from followup.ground.figure import Figure
from followup.ground.period import Period


@pytest.mark.parametrize(
    ("now", "forecast", "title"),
    [
        (-10.4, -22.0, "Avvikelsen hittills är minus 10,4 mnkr och prognosen minus 22,0 mnkr"),
        (10.4, -22.0, "Avvikelsen hittills är plus 10,4 mnkr men prognosen minus 22,0 mnkr"),
        (-10.4, 0.02, "Avvikelsen hittills är minus 10,4 mnkr och prognosen 0,0 mnkr"),
        (0.0, 0.04, "Både utfall och prognos följer budget"),
        (-10.4, None, "Avvikelsen är minus 10,4 mnkr till och med april, prognos saknas"),
        (None, -22.0, "Prognosen är minus 22,0 mnkr men avvikelsen i april saknas"),
        (None, None, "Avvikelse och prognos saknas för april 2024"),
    ],
)
def test_title(now, forecast, title):
    frame = months(deviation=[1.0, 2.0, 3.0, now])
    assert plain(accumulated_deviation.title(frame, kr(forecast), PERIOD)) == title


def test_alt_with_a_gap_and_without_an_earlier_forecast():
    assert plain(EXAMPLES["accumulated-signs"]().alt) == (
        "Stapeldiagram över den ackumulerade avvikelsen mot budget 2024 i mnkr; staplar under nollinjen är underskott. "
        "Avvikelsen är plus 2,1 mnkr i januari, plus 5,4 mnkr i februari och plus 10,4 mnkr i april. Uppgift saknas "
        "för mars. Helårsprognosen, en fylld romb vid december, är minus 22,0 mnkr; föregående prognos, en ofylld "
        "romb, saknas."
    )


def test_alt_of_a_whole_year_is_summed_up():
    assert plain(EXAMPLES["accumulated-year"]().alt) == (
        "Stapeldiagram över den ackumulerade avvikelsen mot budget 2024 i mnkr; staplar under nollinjen är underskott. "
        "Avvikelsen är minus 102,1 mnkr i januari och plus 80,0 mnkr i december. Helårsprognosen, en fylld romb vid "
        "december, är plus 79,5 mnkr; föregående prognos, en ofylld romb, var plus 81,0 mnkr."
    )


def test_a_bar_is_labelled_with_the_difference_of_what_is_shown(monkeypatch):
    written = []
    monkeypatch.setattr(Canvas, "write", lambda canvas, x, y, text, **look: written.append(text))
    # 483,6 less 483,9 is −0,3 to a reader, and −0.36 exactly.
    frame = months(deviation=[0.0]).with_columns(
        {"deviation": [Figure(483.57e6) - Figure(483.93e6), *[Figure.missing()] * 11]}, ["deviation"]
    )
    accumulated_deviation.draw(frame, kr(-1.0), kr(None), Period(2024, 1))
    assert "−0,3" in written
    assert "−0,4" not in written


def test_numbers_end_with_the_forecasts():
    assert texts(EXAMPLES["accumulated-signs"]()) == [
        ["Till och med januari", "+2,1"],
        ["Till och med februari", "+5,4"],
        ["Till och med mars", "–"],
        ["Till och med april", "+10,4"],
        ["Helårsprognos", "−22,0"],
        ["Föregående helårsprognos", "–"],
    ]
