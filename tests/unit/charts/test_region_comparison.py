import pytest
from chart_examples import ACROSS, EXAMPLES, compared, regions
from reading import plain, texts


@pytest.mark.parametrize(
    ("one", "title"),
    [
        (compared(), "Väntande högst 90 dagar: 86,8 %, bättre än riket (67,8 %)"),
        (compared(direction="lower"), "Väntande högst 90 dagar: 86,8 %, sämre än riket (67,8 %)"),
        (compared(direction="neutral"), "Väntande högst 90 dagar: 86,8 %, riket 67,8 %"),
        # A long unit stands below the title and is not said twice.
        (compared(unit="kr/invånare", decimals=0), "Väntande högst 90 dagar: 87, bättre än riket (68)"),
    ],
)
def test_title(one, title):
    assert plain(regions(ACROSS, one).title) == title


def test_title_of_the_country_s_value_and_of_a_country_without_one():
    chart = regions({"2022": [80, 80, 70, 90], "2023": [81, 81, 81, 90]})
    assert plain(chart.title) == "Väntande högst 90 dagar: 81,0 %, som riket (81,0 %)"
    alone = regions({"2022": [80, 80, 70, 90], "2023": [81, None, 81, 90]})
    assert plain(alone.title) == "Väntande högst 90 dagar: 81,0 %, delad plats 2 av 3"


def test_alt_of_lines():
    assert plain(EXAMPLES["regions"]().alt) == (
        "Litet linjediagram över väntande högst 90 dagar, 2020–2023. Region Halland, den kraftiga linjen, går från "
        "87,6 % (2020) till 86,8 % (2023). Riket, den streckade linjen, går från 70,4 % (2020) till 67,8 % (2023). De "
        "andra regionerna, i grått, ligger 2023 mellan 58,3 % och 88,5 %. Region Halland har plats 2 av 3, där 1 är "
        "bäst."
    )


def test_alt_of_a_single_year_in_another_unit():
    chart = regions({"2023": [86.8, None, 58.3, 88.5]}, compared(unit="dagar", direction="neutral"))
    assert plain(chart.alt) == (
        "Liten punktrad över väntande högst 90 dagar, dagar, 2023. Region Halland har 86,8 (2023). Riket har inget "
        "värde. De andra regionerna, i grått, ligger 2023 mellan 58,3 och 88,5. Region Halland har plats 2 av 3, där 1 "
        "är det högsta värdet."
    )


@pytest.mark.parametrize("name", ["regions-none", "regions-nothing"])
def test_nothing_to_show(name):
    chart = EXAMPLES[name]()
    assert chart.title == "Väntande högst 90 dagar: värde saknas"
    assert chart.alt == "Liten punktrad över väntande högst 90 dagar. Region Halland har inget värde."


def test_numbers_are_all_that_is_drawn():
    chart = EXAMPLES["regions"]()
    assert [column.label for column in chart.data.columns] == ["Region", "2020", "2021", "2022", "2023"]
    assert texts(chart) == [
        ["Halland", "87,6", "87,4", "–", "86,8"],
        ["Riket", "70,4", "67,6", "–", "67,8"],
        ["Stockholm", "61,0", "60,2", "–", "58,3"],
        ["Uppsala", "–", "88,0", "–", "88,5"],
    ]
    assert chart.unit_line == "Procent, 2020–2023"


def test_the_last_five_years_up_to_the_region_s_latest():
    years = {str(year): [80.0 + year % 5, 70, 60, 90] for year in range(2015, 2023)}
    chart = regions({**years, "2023": [None, 70, 60, 90]})
    assert [column.label for column in chart.data.columns][1:] == ["2018", "2019", "2020", "2021", "2022"]
    assert plain(chart.title) == "Väntande högst 90 dagar: 82,0 %, bättre än riket (70,0 %)"
