import pytest
from chart_examples import HOSTILE, SOURCE, activities
from reading import plain, texts

from followup.charts import deviation_by_committee
from followup.document.tense import PAST, PRESENT

ROWS = {
    "Regionstyrelsen": (38.5, 45.0),
    "Hallands sjukhus": (-48.3, -120.0),
    "Kollektivtrafik": (6.2, -20.0),
    "Psykiatri": (2.4, None),
}


@pytest.mark.parametrize(
    ("rows", "tense", "title"),
    [
        (ROWS, PRESENT, "Hallands sjukhus har störst underskott i prognosen, 120,0 mnkr"),
        (ROWS, PAST, "Hallands sjukhus hade störst underskott, 48,3 mnkr"),
        (
            {"Psykiatri": (0, -2.04), "Kultur": (0, -1.96), "Närsjukvård": (-9, -1.9)},
            PRESENT,
            "Psykiatri och Kultur har störst underskott i prognosen, 2,0 mnkr var",
        ),
        ({"Psykiatri": (-1, 0.04)}, PRESENT, "Ingen nämnd räknar med underskott"),
        ({"Psykiatri": (-0.04, -5)}, PAST, "Ingen nämnd hade underskott"),
        ({"Psykiatri": (-1, None)}, PRESENT, "Nämndernas prognoser saknas"),
        ({"Psykiatri": (0, 1), "Kultur": (0, None)}, PRESENT, "Ingen nämnd med känd prognos räknar med underskott"),
        ({"Psykiatri": (1, 0), "Kultur": (None, 0)}, PAST, "Ingen nämnd med känt utfall hade underskott"),
        ({}, PAST, "Nämndernas avvikelser saknas"),
    ],
)
def test_title(rows, tense, title):
    frame = deviation_by_committee.worst_first(activities(rows), tense)
    assert plain(deviation_by_committee.title(frame, tense)) == title


def test_rows_stand_worst_forecast_first_and_the_unknown_last():
    order = list(deviation_by_committee.worst_first(activities(ROWS), PRESENT).names)
    assert order == ["Hallands sjukhus", "Kollektivtrafik", "Regionstyrelsen", "Psykiatri"]


def test_of_a_year_that_is_over_the_outcome_decides():
    order = list(deviation_by_committee.worst_first(activities(ROWS), PAST).names)
    assert order == ["Hallands sjukhus", "Psykiatri", "Kollektivtrafik", "Regionstyrelsen"]


def test_alt_tells_every_row_of_a_few():
    chart = deviation_by_committee.chart(activities(ROWS), source=SOURCE)
    assert plain(chart.alt) == (
        "Liggande stapeldiagram över nämndernas avvikelse mot budget hittills i år i mnkr, störst underskott först; "
        "staplar till vänster om nollinjen är underskott och en romb visar prognosen för helåret. 2 av 4 har "
        "underskott i prognosen, och för 1 saknas uppgift. Hallands sjukhus minus 48,3 mnkr (prognos minus 120,0 "
        "mnkr), Kollektivtrafik plus 6,2 mnkr (prognos minus 20,0 mnkr), Regionstyrelsen plus 38,5 mnkr (prognos plus "
        "45,0 mnkr) och Psykiatri plus 2,4 mnkr (prognos saknas)."
    )


def test_alt_of_many_tells_the_ends():
    rows = {f"N{place}": (float(place), float(place)) for place in range(-6, 7)}
    alt = plain(deviation_by_committee.chart(activities(rows), source=SOURCE, tense=PAST).alt)
    assert "6 av 13 hade underskott. De tre lägsta och de tre högsta: N-6 minus 6,0 mnkr" in alt
    assert alt.count("(sista prognosen ") == 6


def test_numbers_keep_hostile_names_and_their_cells():
    frame = activities(dict.fromkeys(HOSTILE, (-1.0, 1.0)))
    chart = deviation_by_committee.chart(frame, source=SOURCE)
    assert [row.cells[0].text for row in chart.data.rows] == HOSTILE
    assert chart.data.rows[0].cells[1].origin == (("2024/2024-04/utfall.xlsx", "Huvudbok", "H5"),)
    assert texts(deviation_by_committee.chart(activities(ROWS), source=SOURCE))[3] == ["Psykiatri", "+2,4", "–"]


def test_nothing_is_drawn_of_nothing():
    assert deviation_by_committee.chart(activities({}), source=SOURCE).data.rows == ()


def test_the_numbers_say_that_they_are_deviations_and_which_forecast_it_was():
    heads = {
        tense.is_past: [column.label for column in deviation_by_committee.numbers(activities(ROWS), tense).columns]
        for tense in (PRESENT, PAST)
    }
    assert heads == {
        False: ["Nämnd", "Avvikelse hittills", "Prognosavvikelse"],
        True: ["Nämnd", "Årets avvikelse", "Sista prognosens avvikelse"],
    }
