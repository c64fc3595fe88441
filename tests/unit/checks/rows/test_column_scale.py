"""Whole columns in another unit or with the sign turned."""

import openpyxl
from workbooks import BUDGET, DNKS, LEDGER

from followup.checks.rows import column_scale


def multiply(path, sheet: str, letters: str, factor: float) -> None:
    """Every number of some columns below the headings, the totals' too."""
    book = openpyxl.load_workbook(path)
    for row in book[sheet].iter_rows():
        for cell in row:
            is_number = isinstance(cell.value, int | float) and not str(cell.value).startswith("20")
            if cell.column_letter in letters and is_number:
                cell.value = cell.value * factor
    book.save(path)


def test_the_example_of_the_catalogue(data, told):
    multiply(data / DNKS, "Prognos", "CD", 1000)
    assert told() == [("kolumnens-enhet", column_scale.RULE.example)]
    assert told("DNKT") == []


def test_signs_that_are_turned_throughout(data, told):
    multiply(data / DNKS, "Prognos", "CD", -1)
    ((rule, message),) = told()
    assert rule == "kolumnens-enhet"
    assert "har omvänt tecken på alla rader" in message
    assert message.endswith("Byt tecken på dem, eller gör om uttaget.")


def test_a_second_fault_in_the_same_sheet_is_told_as_it_will_be_when_the_first_is_mended(data, told):
    """One row is without its last digit, whatever unit the sheet has."""
    book = openpyxl.load_workbook(data / DNKS)
    cell = book["Prognos"]["D3"]
    cell.value = cell.value / 2
    book.save(data / DNKS)
    before = told()
    multiply(data / DNKS, "Prognos", "CD", 1000)
    assert len(before) >= 1
    assert [one for one in told() if one[0] != "kolumnens-enhet"] == before


def test_of_the_ledger_and_the_frames_alone_none_can_be_told_to_be_wrong(data, told):
    """There is no report before: the rule that holds them against each other tells both numbers."""
    multiply(data / LEDGER, "Huvudbok", "GHI", 0.001)
    assert "kolumnens-enhet" not in [rule for rule, _ in told()]
    assert "ram" in [rule for rule, _ in told()]


def test_the_frames_of_two_committees_in_tkr(data, told):
    multiply(data / BUDGET, "Budgetramar", "B", 1000)
    assert "ram" in [rule for rule, _ in told()]
