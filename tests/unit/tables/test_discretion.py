"""Warnings, corrections and confirmations are listed in reports, and must not tell what is hidden there."""

from dataclasses import replace

import pytest

from followup.ground.errors import Problem, Severity
from followup.params.loading import load_params
from followup.tables.discretion import discreet_correction, discreet_problem
from followup.workbooks.corrected_cells import AppliedCorrection
from followup.workbooks.read_table import frame_of
from followup.workbooks.source_table import SourceTable

LAYOUTS = {"turnover": load_params().layouts["personal"].tables["turnover"]}
LETTERS = {"period": "A", "committee": "B", "permanent_employees": "C", "leavers": "D"}
TABLES = {"turnover": SourceTable("turnover", "p.xlsx", "Personalomsättning", LETTERS, frame_of({}, []))}
WARNING = Problem(
    "p.xlsx",
    "Personalomsättning",
    "D7",
    "Här står talet som text, ”18”.",
    "En cell med ett tal väntas.",
    "Skriv talet.",
    Severity.WARNING,
)


def correction(cell: str) -> AppliedCorrection:
    why = "En nolla för mycket: systemet visar 18 avgångar och inte 180 i mars 2018."
    return AppliedCorrection("p.xlsx", "Personalomsättning", cell, "180", "18", why, "HR-controller", "2024-05-13")


@pytest.mark.parametrize("cell", ["D7", "C7:C19", "A7,D7"])
def test_a_warning_about_people_does_not_say_what_stands_there(cell):
    found = discreet_problem(replace(WARNING, cell=cell), TABLES, LAYOUTS)
    assert found.found == "Vad som står i cellen gäller anställda och visas inte."
    assert (found.expected, found.remedy, found.cell) == (WARNING.expected, WARNING.remedy, cell)


def test_what_a_rule_finds_in_a_row_of_people_is_not_told_either():
    found = discreet_problem(replace(WARNING, cell="A7", rule="avgangar", value="18"), TABLES, LAYOUTS)
    assert (found.found, found.value) == ("Vad som står i cellen gäller anställda och visas inte.", "")


@pytest.mark.parametrize(
    "changes",
    [{"cell": "A7"}, {"cell": "", "rule": "rader-saknas"}, {"sheet": "Årliga mått"}, {"workbook": "utfall.xlsx"}],
)
def test_a_warning_about_something_else_is_told_whole(changes):
    one = replace(WARNING, **changes)
    assert discreet_problem(one, TABLES, LAYOUTS) is one


def test_a_correction_about_people_is_listed_without_its_values():
    found = discreet_correction(correction("D123"), TABLES, LAYOUTS)
    assert (found.was, found.value) == ("visas inte", "visas inte")
    assert found.why == "En nolla för mycket: systemet visar … avgångar och inte … i mars 2018."
    assert discreet_correction(correction("A123"), TABLES, LAYOUTS) == correction("A123")
