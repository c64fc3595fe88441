"""Two columns under each other's headings."""

import openpyxl
from workbooks import LEDGER, STAFF, edit

from followup.checks.swaps import swapped_columns
from followup.ground.errors import Severity
from followup.ground.period import Period
from followup.params.confirmations import Confirmation
from followup.sources.sources import check_period

APRIL = Period(2024, 4)


def swap(path, sheet: str, one: str, other: str, chosen=lambda row: True) -> None:
    """The cells of two columns below the headings, in the rows that are chosen."""
    book = openpyxl.load_workbook(path)
    for row in book[sheet].iter_rows():
        cells = {cell.column_letter: cell for cell in row}
        if str(row[0].value).startswith("2024") and chosen(row):
            cells[one].value, cells[other].value = cells[other].value, cells[one].value
    book.save(path)


def of_dnks(row) -> bool:
    return row[1].value == "DNKS"


def test_the_example_of_the_catalogue(data, told):
    swap(data / LEDGER, "Huvudbok", "G", "H")
    assert told() == [("kolumnernas-rubriker", swapped_columns.RULE.example)]
    assert told("DNKT") == told()


def test_of_one_committee_it_is_told_for_it_alone(data, told):
    swap(data / LEDGER, "Huvudbok", "G", "H", of_dnks)
    ((rule, message),) = told()
    assert rule == "kolumnernas-rubriker"
    assert "har varandras belopp för DNKS: för 2024-05, som är efter perioden" in message
    assert "Låt radernas belopp i de två kolumnerna byta plats, eller gör om uttaget." in message
    assert told("DNKT") == []


def test_a_cell_that_neither_heading_fills_is_told_beside(data, told):
    """January has no outcome, under the one heading or the other; December has no budget."""
    edit(data / LEDGER, "Huvudbok", {"H6": None, "G63": None})
    swap(data / LEDGER, "Huvudbok", "G", "H")
    rules = [rule for rule, _ in told()]
    assert rules.count("kolumnernas-rubriker") == 1
    assert rules.count("tom-manad") == 1
    assert len([message for rule, message in told() if not rule and message.startswith("Cellen är tom.")]) == 1


def test_when_it_is_confirmed_the_empty_cells_are_told_again(data, params, told):
    swap(data / LEDGER, "Huvudbok", "G", "H")
    ((_, message),) = told()
    assert "värdet ”Budget och Utfall”" in message
    line = Confirmation(
        workbook=LEDGER,
        sheet="Huvudbok",
        cell="G6:H65",
        rule="kolumnernas-rubriker",
        value="Budget och Utfall",
        why="Så ser det ut.",
        decided_by="controller",
        decided_on="2024-05-13",
    )
    known = params.model_copy(update={"confirmations": (line,)})
    for problems in check_period(data, APRIL, known).values():
        rules = [one.rule for one in problems if one.severity is Severity.ERROR]
        assert "kolumnernas-rubriker" not in rules
        assert "" in rules


def test_hours_that_are_a_months_work_tell_it_and_no_number_of_people(data, told):
    swap(data / STAFF, "Sjukfrånvaro", "F", "G")
    ((rule, message),) = told()
    assert rule == "kolumnernas-rubriker"
    assert message.startswith(
        "Kolumnerna ”Ordinarie arbetstid (timmar)” och ”Sjukfrånvaro (timmar)” har varandras tal: det som står under "
        "”Sjukfrånvaro (timmar)” är så mycket som en arbetstid, och det under ”Ordinarie arbetstid (timmar)” är det "
        "inte. Varje kolumn väntas ha det som dess rubrik säger. "
    )
    assert told("DNKT") == told()
