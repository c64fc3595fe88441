import pytest
from chart_examples import EXAMPLES, VARYING, Indicator, variation
from reading import plain, texts

from followup.charts.parts import measured
from followup.params.indicator import NewLimits


@pytest.mark.parametrize(
    ("numbers", "target", "direction", "title"),
    [
        (VARYING, None, "higher", "82,9 %, försämring"),
        (VARYING, None, "lower", "82,9 %, förbättring"),
        (VARYING, None, "neutral", "82,9 %, förändring"),
        ([85, 86, 84] * 5, 85, "higher", "84,0 %, normal variation; målet 85 % nåddes 8 av de 12 senaste gångerna"),
        (
            [85, 86, 84] * 5,
            86.5,
            "higher",
            "84,0 %, normal variation; målet 86,5 % nåddes ingen av de 12 senaste gångerna",
        ),
        ([85, 86, 84] * 5, 84, "higher", "84,0 %, normal variation; målet 84 % nåddes alla de 12 senaste gångerna"),
        ([100] * 14, 95, "higher", "100,0 %, ingen variation; målet 95 % nås stadigt"),
        ([*[85, 86, 84] * 5, 860], None, "higher", "860,0 %, förbättring, ett ensamt värde"),
        ([85, 86, 84] * 5, 70, "higher", "84,0 %, normal variation; målet 70 % nås stadigt"),
        (
            [85, 86, 84] * 5,
            70.5,
            "lower",
            "84,0 %, normal variation; målet 70,5 % nåddes ingen av de 12 senaste gångerna",
        ),
        # A target says nothing where no direction is better.
        ([85, 86, 84] * 5, 70, "neutral", "84,0 %, normal variation"),
        ([*[85, 86, 84] * 5, None], None, "higher", "84,0 % i mars 2023, normal variation"),
    ],
)
def test_title(numbers, target, direction, title):
    assert plain(variation(numbers, target, direction).title) == f"Tillgänglighet inom 90 dagar: {title}"


def test_alt_says_the_finding_and_the_rule():
    # Without the 95: mean 84.65, average moving range 19.1 / 18 = 1.06.
    assert plain(EXAMPLES["variation"]().alt) == (
        "Litet styrdiagram över tillgänglighet inom 90 dagar. Från 85,0 % (januari 2022) till 82,9 % (augusti 2023); "
        "lägst 82,9 % och högst 95,0 %. Medelvärdet är 84,65 %; normal variation ligger mellan 81,83 % och 87,48 %. "
        "Värdet för januari 2023 sticker ut ensamt och räknas inte med i gränserna. Det senaste värdet visar en "
        "försämring: minst sju värden i rad under medelvärdet. Av de tidigare värdena visar ett förbättring och sex "
        "försämring. Målvärdet, en streckad linje, är 90 %. Hela den normala variationen ligger på fel sida om "
        "målvärdet. Det nåddes 1 av de 12 senaste gångerna."
    )


def test_a_step_is_told_below_the_chart_and_in_its_alternative_text():
    chart = EXAMPLES["variation-step"]()
    assert [plain(note) for note in chart.notes] == [
        "Gränserna räknas om från januari 2023: en varaktig ändring.",
        "Värdet för april 2024 sticker ut ensamt och räknas inte med i gränserna.",
    ]
    assert "Sedan januari 2023 är medelvärdet 83,65 %" in plain(chart.alt)
    moved = Indicator(new_limits=(NewLimits(first="2023-02", reason="Ny mottagning."),))
    told = variation([85, 86, 84] * 9, None, one=moved)
    assert [plain(note) for note in told.notes] == ["Gränserna räknas om från februari 2023: Ny mottagning."]


@pytest.mark.parametrize(
    ("numbers", "words"),
    [
        ([*[85, 86, 84] * 5, 99], "en förbättring: över den övre gränsen."),
        ([*[85, 86, 84] * 5, 60], "en försämring: under den undre gränsen."),
        ([*[80, 90] * 10, 82, 83, 84, 85, 86, 87, 88], "en förbättring: sju värden i rad som stiger."),
        ([*[80, 90] * 10, 108, 100, 108], "en förbättring: minst två av tre värden nära den övre gränsen."),
        ([*[80, 90] * 4, 81, 89, 82, 88, *[84] * 7], "en försämring: minst sju värden i rad under medelvärdet."),
    ],
)
def test_alt_names_the_rule_of_the_latest_value(numbers, words):
    assert f"Det senaste värdet visar {words}" in plain(variation(numbers, None).alt)


def test_alt_of_normal_variation_with_a_gap():
    alt = plain(variation([85, 86, 84, None, *[85, 86, 84] * 4], None).alt)
    assert alt.endswith("Det senaste värdet visar normal variation. Värde saknas för april 2022. Inget målvärde.")


def test_numbers_have_the_variation_as_a_word_and_end_with_the_limits():
    chart = EXAMPLES["variation"]()
    rows = texts(chart)
    assert rows[11:14] == [
        ["december 2022", "85,0", "Normal variation"],
        ["januari 2023 (räknas inte med)", "95,0", "Förbättring, högre"],
        ["februari 2023", "84,0", "Försämring, lägre"],
    ]
    assert rows[-4:] == [
        ["Medelvärde från januari 2022", "84,65", "–"],
        ["Undre gräns från januari 2022", "81,83", "–"],
        ["Övre gräns från januari 2022", "87,48", "–"],
        ["Målvärde", "90,0", "–"],
    ]
    stepped = texts(EXAMPLES["variation-step"]())
    assert [row[0] for row in stepped[-7:]] == [
        *(f"{name} från januari 2022" for name in ("Medelvärde", "Undre gräns", "Övre gräns")),
        *(f"{name} från januari 2023" for name in ("Medelvärde", "Undre gräns", "Övre gräns")),
        "Målvärde",
    ]
    assert [column.kind for column in chart.data.columns] == ["text", "number", "status"]
    assert chart.data.rows[12].cells[2].symbol == "circle"
    assert chart.id == measured.chart_id(Indicator()) == "diagram-indikator-a1"


def test_the_legend_grows_with_what_it_has_to_say():
    heights = {
        name: round(250 / EXAMPLES[name]().aspect) for name in ("variation", "variation-equal", "variation-huge")
    }
    assert heights == {"variation": 190, "variation-equal": 174, "variation-huge": 190}
