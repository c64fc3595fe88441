import pytest
from chart_examples import EXAMPLES, HOSTILE, activities
from reading import plain, texts

from followup.charts import deviation_by_activity
from followup.document.tense import PAST


@pytest.mark.parametrize(
    ("rows", "title"),
    [
        ({"Akuten": (-1.2, 0), "Röntgen": (3, 0)}, "Akuten har störst underskott hittills i år, 1,2 mnkr"),
        ({"Akuten": (-1.2, 0)}, "Akuten har underskott hittills i år, 1,2 mnkr"),
        (
            {"Akuten": (-1.2, 0), "Röntgen": (-1.21, 0)},
            "Akuten och Röntgen har störst underskott hittills i år, 1,2 mnkr var",
        ),
        (
            {"Akuten": (-1, 0), "Röntgen": (-1, 0), "Lab": (-1, 0)},
            "Tre verksamheter har störst underskott hittills i år, 1,0 mnkr var",
        ),
        ({"Akuten": (0, -5), "Röntgen": (0.04, 0)}, "Ingen verksamhet avviker från budget hittills i år"),
        ({"Akuten": (0, -5), "Röntgen": (2, 0)}, "Ingen verksamhet har underskott mot budget hittills i år"),
        ({"Akuten": (None, -5)}, "Avvikelser per verksamhet saknas"),
        (
            {"Akuten": (None, -5), "Röntgen": (2, 0)},
            "Ingen verksamhet med känd avvikelse har underskott mot budget hittills i år",
        ),
        ({"Akuten": (0.2, -5), "Röntgen": (2, 0)}, "Ingen verksamhet har underskott mot budget hittills i år"),
        ({}, "Avvikelser per verksamhet saknas"),
    ],
)
def test_title(rows, title):
    assert plain(deviation_by_activity.title(activities(rows))) == title


def test_the_title_is_about_every_activity_also_those_that_are_summed_in_a_row():
    """G's deficit of 0,9 mnkr is hidden in a row of others that is above 0 as a whole."""
    drawn = activities({"Akuten": (3, 0), "Övriga verksamheter (2 st)": (0.2, 0)})
    every = activities({"Akuten": (3, 0), "G": (-0.9, 0), "H": (1.1, 0)})
    assert plain(deviation_by_activity.title(drawn)) == "Ingen verksamhet har underskott mot budget hittills i år"
    title = "G (bland övriga) har störst underskott hittills i år, 0,9 mnkr"
    assert plain(deviation_by_activity.title(drawn, every=every)) == title
    assert plain(deviation_by_activity.chart(drawn, source="Källa: prov.", every=every).title) == title


def test_rows_stand_worst_first_and_the_unknown_last():
    frame = activities({"A": (2, 1), "B": (None, 1), "C": (-3, 1), "D": (0, 1)})
    assert list(deviation_by_activity.worst_first(frame).names) == ["C", "D", "A", "B"]


def test_more_rows_than_there_is_room_for():
    frame = activities({f"V{place}": (1, 1) for place in range(11)})
    with pytest.raises(ValueError, match="11 activities; the chart has room for 10: sum the rest into one row"):
        deviation_by_activity.worst_first(frame)


def test_alt_tells_every_row():
    assert plain(EXAMPLES["activities"]().alt) == (
        "Liggande stapeldiagram över verksamheternas avvikelse mot budget hittills i år i mnkr, störst underskott "
        "först; staplar till vänster om nollinjen är underskott och en romb visar prognosen för helåret. Medicin- och "
        "akutkliniken minus 12,3 mnkr (prognos minus 28,0 mnkr), Operations- och intensivvårdskliniken minus 3,2 mnkr "
        "(prognos plus 1,5 mnkr), Kvinnokliniken 0,0 mnkr (prognos 0,0 mnkr), Övriga verksamheter plus 1,1 mnkr "
        "(prognos saknas) och Gemensamma verksamheter och sjukhusledning plus 4,8 mnkr (prognos plus 4,5 mnkr)."
    )


def test_alt_of_a_year_that_is_over_says_which_forecast_it_was():
    chart = deviation_by_activity.chart(activities({"Akut": (-1.0, -2.0)}), source="Källa.", tense=PAST)
    assert plain(chart.alt).endswith(
        "en romb visar den sista prognosen som lämnades. Akut minus 1,0 mnkr (sista prognosen minus 2,0 mnkr)."
    )


def test_numbers_keep_hostile_names_as_they_are():
    chart = EXAMPLES["activities-hostile"]()
    assert [row.cells[0].text for row in chart.data.rows] == HOSTILE
    assert texts(EXAMPLES["activities"]())[3] == ["Övriga verksamheter", "+1,1", "–"]


def test_a_row_is_as_tall_as_its_own_name_and_its_marks_stand_in_its_middle():
    long = "Upphandling och administration"
    rows = deviation_by_activity.layout(activities({"Akuten": (-1, 0), long: (2, 0), "Röntgen": (3, 0)}))
    assert rows.row_heights == (23, 36, 23)
    # In units of the lowest row: the second is 36/23 as tall, from 0,5 on.
    assert rows.places == pytest.approx((0, 0.5 + 36 / 23 / 2, 1 + 36 / 23))
