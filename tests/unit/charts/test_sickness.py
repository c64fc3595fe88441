import pytest
from chart_examples import EXAMPLES, GROUPS, PERIOD, PROTECTED, groups, percent, sickness, table
from reading import plain, texts

from followup.charts import sickness_by_group, sickness_by_month
from followup.ground.figure import PERCENT, Figure
from tests.figure_tables import replaced


@pytest.mark.parametrize(
    ("this_year", "last_year", "title"),
    [
        ([7, 7, 6, 6.1], [7, 7, 7, 5.6], "Sjukfrånvaron i april var 6,1 procent, upp 0,5 procentenheter på ett år"),
        ([7, 7, 6, 5.1], [7, 7, 7, 5.6], "Sjukfrånvaron i april var 5,1 procent, ned 0,5 procentenheter på ett år"),
        # The frame's values are rounded, and so the change is that of what is shown.
        ([7, 7, 6, 5.6], [7, 7, 7, 5.6], "Sjukfrånvaron i april var 5,6 procent, lika hög som ett år tidigare"),
        ([7, 7, 6, 5.7], [7, 7, 7, 5.6], "Sjukfrånvaron i april var 5,7 procent, upp 0,1 procentenheter på ett år"),
        ([7, 7, 6, None], [7, 7, None], "Sjukfrånvaron i mars var 6,0 procent"),
        ([], [7, 7], "Sjukfrånvaron för januari–april 2024 saknas"),
    ],
)
def test_title_by_month(this_year, last_year, title):
    assert plain(sickness_by_month.title(sickness(this_year, last_year), PERIOD)) == title


def test_alt_by_month():
    assert plain(EXAMPLES["sickness-gaps"]().alt) == (
        "Linjediagram över sjukfrånvaron per månad i procent av ordinarie arbetstid, 2024 som tjock linje med punkter "
        "och 2023 som tunn grå linje. 2024: 7,4 procent i januari och 6,6 procent i mars. 2023: 6,9 procent i januari "
        "och 6,3 procent i mars. Uppgift saknas för februari och april 2024."
    )


def test_a_protected_month_is_not_called_missing():
    frame = sickness([7.4, None, 6.6, None], [6.0 + month / 10 for month in range(12)], PROTECTED)
    frame = replaced(frame, 4, "this_year", percent(None))
    assert plain(sickness_by_month.alt(frame, PERIOD)).endswith(
        " Uppgift saknas för april 2024. Uppgiften för februari 2024 är skyddad och visas inte."
    )


def test_the_lowest_and_the_highest_month_are_those_of_the_months_that_are_shown():
    frame = sickness([7.4, 6.8, 6.6, 6.1], [6.0 + month / 10 for month in range(12)], PROTECTED)
    for month in (1, 12):
        frame = replaced(frame, month, "last_year", Figure.missing(PROTECTED, PERCENT))
    assert plain(sickness_by_month.alt(frame, PERIOD)).endswith(
        " 2023 bland de månader som visas: 6,1 procent i februari och 7,0 procent i november. Uppgiften för januari "
        "och december 2023 är skyddad och visas inte."
    )


def test_a_protected_year_is_not_called_missing():
    chart = EXAMPLES["sickness-protected"]()
    assert plain(chart.title) == "Sjukfrånvaron för januari–april 2024 visas inte"
    assert plain(chart.alt).endswith(" Uppgifter för 2024 visas inte. Uppgifter för 2023 visas inte.")
    partly = replaced(sickness([], [], PROTECTED), 2, "this_year", percent(None))
    assert plain(sickness_by_month.title(partly, PERIOD)) == (
        "Sjukfrånvaron för januari–april 2024 saknas eller visas inte"
    )


def test_numbers_by_month():
    assert texts(EXAMPLES["sickness"]())[3:5] == [["april", "6,1", "5,6"], ["maj", "–", "5,1"]]


@pytest.mark.parametrize(
    ("rows", "title"),
    [
        # Högst 29 år is not shown.
        (GROUPS, "Bland de grupper som visas har kvinnor högst sjukfrånvaro, 7,2 procent"),
        ({"Kvinnor": (7, 7), "Män": (6, 7)}, "Kvinnor har högst sjukfrånvaro, 7,0 procent"),
        (
            {"Kvinnor": (7, 7), "Män": (7, 7), "Högst 29 år": (None, None)},
            "Alla grupper som visas har lika hög sjukfrånvaro, 7,0 procent",
        ),
        ({"Kvinnor": (7, 7), "Män": (7, 7)}, "Alla grupper har lika hög sjukfrånvaro, 7,0 procent"),
        (
            {"Kvinnor": (7, 7), "Minst 50 år": (7, 7), "Män": (6, 7)},
            "Kvinnor och åldersgruppen minst 50 år har högst sjukfrånvaro, 7,0 procent",
        ),
        ({"Kvinnor": (7, 7), "Män": (None, None), "Totalt": (9, 9)}, "Kvinnor har 7,0 procent sjukfrånvaro"),
        ({"Kvinnor": (None, None), "Totalt": (9, 9)}, "Gruppernas sjukfrånvaro är skyddad och visas inte"),
    ],
)
def test_title_by_group(rows, title):
    assert plain(sickness_by_group.title(groups(rows))) == title


def test_title_when_groups_are_not_reported():
    frame = table({"Kvinnor": [percent(None), percent(None)]}, ["this_year", "last_year"])
    assert sickness_by_group.title(frame) == "Sjukfrånvaro per grupp saknas"


def test_alt_by_group_says_what_is_not_shown():
    assert plain(EXAMPLES["groups"]().alt) == (
        "Punktdiagram över sjukfrånvaron per grupp januari–april i procent av gruppens ordinarie arbetstid, med en "
        "fylld punkt för 2024 och en ofylld för 2023. Kvinnor 7,2 procent (2023: 6,8 procent), Män 4,1 procent (2023: "
        "4,4 procent), 30–49 år 6,0 procent (2023: 6,0 procent), Minst 50 år 7,1 procent (2023: visas inte) och Totalt "
        "6,4 procent (2023: 6,1 procent). Högst 29 år visas inte."
    )


def test_a_protected_group_has_words_and_no_dots():
    chart = EXAMPLES["groups"]()
    assert texts(chart)[2] == ["Högst 29 år", "skyddas", "skyddas"]
    assert chart.data.rows[2].cells[1].why_missing == PROTECTED
    one = groups({"Kvinnor": (7, 6), "Män": (4, 5)})
    two = groups({"Kvinnor": (7, 6), "Män": (4, 5), "Högst 29 år": (None, None)})
    # A dot is a mark in the colour of the text with an edge of paper, and so is the head's.
    dots = [sickness_by_group.draw(frame, PERIOD).count('fill="#1a1a1a" stroke="#ffffff"') for frame in (one, two)]
    assert dots == [3, 3]
