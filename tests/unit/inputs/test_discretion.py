"""Warnings and corrections are listed in reports, and must not tell what is hidden there."""

from followup.errors import Severity
from followup.inputs.cell_values import Doubt
from followup.inputs.corrections import AppliedCorrection
from followup.inputs.discretion import discreet, discreet_correction
from followup.inputs.findings import Finding
from followup.inputs.params import load_params
from followup.inputs.read_table import ReadTable, frame_of

LAYOUT = load_params().layouts["personal"].tables["turnover"]
LETTERS = {"period": "A", "committee": "B", "permanent_employees": "C", "leavers": "D"}
TABLE = ReadTable("turnover", "Personalomsättning", LETTERS, frame_of({}, []))
DOUBT = Doubt("Här står talet som text, ”18”.", "En cell med ett tal väntas.", "Skriv talet.", Severity.WARNING)


def correction(cell: str) -> AppliedCorrection:
    why = "En nolla för mycket: systemet visar 18 avgångar och inte 180 i mars 2018."
    return AppliedCorrection("p.xlsx", "Personalomsättning", cell, "180", "18", why, "HR-controller", "2024-05-13")


def test_a_warning_about_people_does_not_say_what_stands_there():
    found = discreet(Finding(7, "D", DOUBT), TABLE, LAYOUT)
    assert found.doubt.found == "Vad som står i cellen gäller anställda och visas inte."
    assert (found.doubt.expected, found.doubt.remedy, found.row) == (DOUBT.expected, DOUBT.remedy, 7)


def test_a_warning_about_something_else_does():
    assert discreet(Finding(7, "A", DOUBT), TABLE, LAYOUT).doubt == DOUBT


def test_an_error_says_what_stands_there_to_whoever_mends_it():
    error = Doubt("Här står ”arton”.", "Ett tal väntas.", "Rätta talet.", Severity.ERROR)
    assert discreet(Finding(7, "D", error), TABLE, LAYOUT).doubt == error


def test_a_correction_about_people_is_listed_without_its_values():
    found = discreet_correction(correction("D123"), TABLE, LAYOUT)
    assert (found.was, found.value) == ("visas inte", "visas inte")
    assert found.why == "En nolla för mycket: systemet visar … avgångar och inte … i mars 2018."
    assert discreet_correction(correction("A123"), TABLE, LAYOUT) == correction("A123")
