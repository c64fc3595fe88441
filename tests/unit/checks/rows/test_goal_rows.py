"""A goal of somebody else's."""

from openpyxl import load_workbook
from workbooks import DNKT, edit

from followup.checks.rows import goal_rows
from tests.small_set import problems_for


def test_the_example_of_the_catalogue(data, params):
    edit(data / DNKT, "Mål", {"A3": "En robust kultursektor", "B3": "Osäkert"})
    found = problems_for(data, params, "DNKT")
    assert goal_rows.RULE.example in [problem.message.replace("\xa0", " ") for problem in found]


def test_a_goal_that_stands_twice_is_told_where_it_is_read(data, params):
    name = load_workbook(data / DNKT)["Mål"]["A2"].value
    edit(data / DNKT, "Mål", {"A3": name, "B3": "Osäkert"})
    found = problems_for(data, params, "DNKT")
    assert [(problem.sheet, problem.cell, problem.found) for problem in found] == [
        ("Mål", "A3", f"Rad 3 har samma nyckel som rad 2: Mål ”{name}”.")
    ]
