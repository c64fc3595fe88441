import re

import pytest
from chart_examples import EXAMPLES, GRADES, goals
from reading import texts

from followup.charts import goal_assessments


@pytest.mark.parametrize(
    ("counts", "title"),
    [
        ((7, 4, 1, 0), "Sju av tolv mål bedöms uppnås"),
        ((7, 3, 1, 1), "Sju av tolv mål bedöms uppnås, ett saknar bedömning"),
        ((12, 6, 2, 1), "12 av 21 mål bedöms uppnås, 1 saknar bedömning"),
        ((1, 1, 0, 0), "Ett av två mål bedöms uppnås"),
        ((3, 0, 0, 0), "Alla tre mål bedöms uppnås"),
        ((0, 2, 1, 0), "Inget av tre mål bedöms uppnås"),
        ((0, 0, 0, 12), "Inget av tolv mål är bedömt"),
        ((0, 0, 2, 10), "Inget av tolv mål bedöms uppnås, tio saknar bedömning"),
        ((0, 0, 0, 1), "Nämndens enda mål: bedömning saknas"),
        ((0, 0, 0, 0), "Nämnden har inga mål att bedöma"),
    ],
)
def test_title(counts, title):
    assert goal_assessments.title(goals({"Vård": counts}), GRADES) == title


def test_alt_counts_the_grades_and_names_the_areas():
    frame = goals({"Vård": (2, 1, 0, 0), "Kultur": (1, 0, 0, 0), "Miljö": (0, 0, 1, 1)})
    assert goal_assessments.alt(frame, GRADES) == (
        "Symboldiagram med en rad för varje fokusområde (3) och en symbol för varje mål. Antal mål per bedömning: "
        "bedöms uppnås 3, osäkert 1, bedöms inte uppnås 1 och bedömning saknas 1. Annan bedömning än ”bedöms uppnås” "
        "finns i Vård (1 osäkert) och Miljö (1 bedöms inte uppnås och 1 bedömning saknas)."
    )


def test_numbers():
    chart = EXAMPLES["goals"]()
    assert [column.label for column in chart.data.columns][1:] == [grade.word for grade in GRADES]
    assert texts(chart)[1] == ["Attraktiva och hållbara livsmiljöer", "2", "1", "0", "1"]


def test_one_symbol_for_every_goal():
    svg = goal_assessments.draw(goals({"Vård": (2, 0, 0, 0)}), GRADES)
    more = goal_assessments.draw(goals({"Vård": (5, 0, 0, 0)}), GRADES)
    green = 'fill="#2e7d52"'
    # The legend has one circle of its own.
    assert more.count(green) - svg.count(green) == 3


def test_a_row_is_as_tall_as_its_own_name():
    def height(*names):
        frame = goals(dict.fromkeys(names, (1, 0, 0, 0)))
        return float(re.search(r'height="([\d.]+)"', goal_assessments.draw(frame, GRADES))[1])

    long = "Styrning utifrån kunskap och kvalitet inom hälso- och sjukvård"
    assert height("Vård", "Kultur", long) - height("Vård", "Kultur", "Miljö") == 13
