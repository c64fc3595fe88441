import pytest
from chart_examples import EXAMPLES, support
from reading import plain, texts

from followup.charts import forecast_support


@pytest.mark.parametrize(
    ("net", "title"),
    [
        (support(-9.0, -4.0, -12.0, -6.0), "Nämndens prognos är bättre än det beräknade intervallet"),
        (support(-9.0, -13.0, -12.0, -6.0), "Nämndens prognos är sämre än det beräknade intervallet"),
        (support(-9.0, -11.9, -12.0, -6.0), "Nämndens prognos ligger inom det beräknade intervallet"),
        (support(-9.0, -12.0, -12.0, -6.0), "Nämndens prognos ligger vid gränsen för det beräknade intervallet"),
        (support(2.4, 1.0), "Nämndens prognos är 1,4 mnkr sämre än den beräknade"),
        (support(2.4, 2.44), "Nämndens prognos är lika stor som den beräknade"),
        (support(2.4), "Prognos saknas, beräknat förslag är plus 2,4 mnkr"),
        (support(None, 1.0), "Inget förslag till prognos kan beräknas"),
    ],
)
def test_title(net, title):
    assert plain(forecast_support.title(net)) == title


def test_alt_tells_every_mark_and_the_interval():
    assert plain(EXAMPLES["support"]().alt) == (
        "Punktdiagram med en rad för vardera av utfallet hittills, nämndens prognos och beräknade förslag, i mnkr "
        "avvikelse mot budget. Utfall till och med april minus 3,0 mnkr, nämndens prognos minus 4,0 mnkr, förslag, "
        "samma takt minus 9,0 mnkr och förslag, som i fjol minus 8,0 mnkr. Intervallet, ett ljust fält, "
        "går från minus 12,0 till minus 6,0 mnkr."
    )


def test_numbers_have_the_interval_where_there_is_one():
    assert texts(EXAMPLES["support"]()) == [
        ["Utfall till och med april", "−3,0"],
        ["Nämndens prognos", "−4,0"],
        ["Förslag, samma takt", "−9,0"],
        ["Förslag, som i fjol", "−8,0"],
        ["Intervallet, från", "−12,0"],
        ["Intervallet, till", "−6,0"],
    ]
    assert [row[0] for row in texts(EXAMPLES["support-early"]())] == [
        "Utfall till och med februari",
        "Nämndens prognos",
        "Förslag, samma takt",
    ]
