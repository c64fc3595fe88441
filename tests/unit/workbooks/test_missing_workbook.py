"""A workbook that is not where it should be: which file in the folder may be it, and what nobody may be told to do."""

import shutil
from pathlib import Path

import pytest
import workbooks
from workbooks import DNKS, DNKT, LEDGER, edit

from followup.ground.errors import ReportError
from followup.ground.period import Period
from followup.params.subject import subject_of
from followup.sources.sources import load_sources
from followup.workbooks.missing_workbook import missing
from followup.workbooks.read_workbook import ReadingOrder

APRIL = Period(2024, 4)
FOLDER = Path("2024/2024-04")
PUT_THERE = "Lägg dit arbetsboken med namnet ”DNKS.xlsx”."


@pytest.fixture
def order(params) -> ReadingOrder:
    return ReadingOrder.of(params.layouts["namnd"].filled(APRIL, "DNKS"), params, 2024)


def renamed(data, *names: str) -> None:
    """DNKS's workbook under these names and no longer under its own."""
    for name in names:
        shutil.copyfile(data / DNKS, data / FOLDER / name)
    (data / DNKS).unlink()


@pytest.mark.parametrize(
    "name",
    [
        *("DNKS (1).xlsx", "DNKS uppföljning april ver2.xlsx", "DNKS_2024-04.xlsx", "DNKS.xlsx.xlsx"),
        *("Kopia av DNKS.xlsx", "dnks.XLSX", "DNKS202404.xlsx", "Kultur och skola.xlsx", "DNSK.xlsx"),
        "Driftnämnd Kultur och skola april 2024.xlsx",
    ],
)
def test_its_own_workbook_under_another_name_is_the_one_that_is_offered(data, params, order, name):
    renamed(data, name)
    assert missing(data, order).remedy == f"Byt namn på ”{name}” till ”DNKS.xlsx” om det är den."
    # Followed, the remedy gives the report.
    (data / FOLDER / name).rename(data / DNKS)
    assert load_sources(subject_of(data, APRIL, "DNKS", params)).problems == ()


def test_another_committees_workbook_is_never_offered(data, order):
    (data / DNKS).unlink()
    problem = missing(data, order)
    assert "DNKT.xlsx" in problem.found
    assert problem.remedy == PUT_THERE


@pytest.mark.parametrize("name", ["DNKS februari.xlsx", "DNKS_2024-02.xlsx", "DNKS 2023.xlsx", "DNKS för DNKT.xlsx"])
def test_a_name_that_says_another_time_or_committee_is_not_offered(data, order, name):
    renamed(data, name)
    assert missing(data, order).remedy == PUT_THERE


@pytest.mark.parametrize("name", ["utfall DNKS.xlsx", "personal dnks.xlsx", ".DNKS.xlsx", "DNKS.txt", "DNKS.xlsx.part"])
def test_other_kinds_of_files_are_not_offered(data, order, name):
    renamed(data, name)
    assert missing(data, order).remedy == PUT_THERE


@pytest.mark.parametrize(("cell", "value", "told"), [("B3", "DNKT", "DNKT"), ("B4", "2024-02", "2024-02")])
def test_a_cover_that_says_something_else_speaks_against_the_file(data, order, cell, value, told):
    edit(data / DNKS, "Rapport", {cell: value})
    renamed(data, "DNKS ny.xlsx")
    assert missing(data, order).remedy == f"{PUT_THERE} ”DNKS ny.xlsx” är det inte: försättsbladet anger {told}."


def test_a_file_that_cannot_be_read_or_lacks_the_cover_is_not_offered(data, order):
    (data / DNKS).unlink()
    (data / FOLDER / "DNKS a.xlsx").write_bytes(b"PK")
    workbooks.write_book(data / FOLDER / "DNKS b.xlsx", {"Blad1": [["x"]]})
    assert missing(data, order).remedy == (
        f"{PUT_THERE} ”DNKS a.xlsx” är det inte: den kan inte läsas. ”DNKS b.xlsx” är det inte: den saknar bladet "
        "”Rapport”."
    )


def test_several_candidates_are_listed_and_the_choice_is_the_analysts(data, order):
    renamed(data, "DNKS (1).xlsx", "DNKS ver2.xlsx")
    assert missing(data, order).remedy == (
        "Flera filer kan vara den: ”DNKS (1).xlsx” och ”DNKS ver2.xlsx”. Spara den som gäller som ”DNKS.xlsx”."
    )


def test_another_form_keeps_its_ending_when_it_is_renamed(data, params, order):
    (data / DNKS).rename(data / FOLDER / "DNKS (1).XLSM")
    assert missing(data, order).remedy == "Byt namn på ”DNKS (1).XLSM” till ”DNKS.xlsm” om det är den."
    # Followed, the remedy gives the report.
    (data / FOLDER / "DNKS (1).XLSM").rename(data / FOLDER / "DNKS.xlsm")
    assert load_sources(subject_of(data, APRIL, "DNKS", params)).problems == ()


def test_a_form_that_is_not_read_is_saved_again(data, order):
    (data / DNKS).rename(data / FOLDER / "DNKS.fods")
    assert missing(data, order).remedy == (
        "Är det ”DNKS.fods”? Öppna den i LibreOffice och spara den som Excel-arbetsbok (.xlsx) med namnet ”DNKS.xlsx”."
    )


@pytest.mark.parametrize("name", ["DNKS.csv", "DNKS.numbers", "DNKS.pdf"])
def test_what_cannot_hold_the_sheets_is_not_offered(data, order, name):
    (data / DNKS).rename(data / FOLDER / name)
    assert missing(data, order).remedy == PUT_THERE


def test_a_lock_file_says_that_somebody_has_the_workbook_open(data, order):
    (data / DNKS).unlink()
    (data / FOLDER / "~$DNKS.xlsx").write_bytes(b"somebody")
    problem = missing(data, order)
    assert "~$" not in problem.expected
    assert problem.remedy == "Någon verkar ha arbetsboken öppen i Excel. Spara den här och stäng den."


def test_a_shared_workbook_is_found_by_its_sheets(data, params):
    order = ReadingOrder.of(params.layouts["utfall"].filled(APRIL, "DNKS"), params, 2024)
    (data / LEDGER).rename(data / FOLDER / "utfall april.xlsx")
    assert missing(data, order).remedy == "Byt namn på ”utfall april.xlsx” till ”utfall.xlsx” om det är den."
    shutil.copyfile(data / DNKT, data / FOLDER / "utfall april.xlsx")
    assert missing(data, order).remedy == (
        "Lägg dit arbetsboken med namnet ”utfall.xlsx”. ”utfall april.xlsx” är det inte: den saknar bladet ”Huvudbok”."
    )


def test_a_file_in_the_place_of_the_folder(data, params):
    shutil.rmtree(data / FOLDER)
    (data / FOLDER).write_text("")
    with pytest.raises(ReportError) as caught:
        load_sources(subject_of(data, APRIL, "DNKS", params))
    problem = caught.value.problems[0]
    assert problem.message == (
        "Arbetsbokens mapp är ingen mapp utan en fil. Mappen ”2024/2024-04” väntas i datamappen, med ”DNKS.xlsx” i. "
        "Byt namn på filen."
    )
