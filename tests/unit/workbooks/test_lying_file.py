"""A workbook is found in whatever form it lies in, and read, and told by the name that it has."""

from pathlib import Path

import openpyxl
import pytest
from other_forms import FORMS, csv
from small_set import problems_for
from workbooks import DNKS, INDICATORS, LEDGER, STAFF

from followup.ground.period import Period
from followup.params.subject import subject_of
from followup.run.fingerprint import lying_inputs
from followup.sources.sources import load_sources
from followup.workbooks.lying_file import is_same_workbook, lying_name, lying_names

APRIL = Period(2024, 4)


def cells(path: Path) -> dict[str, list[list[object]]]:
    """Every sheet's values, days as days."""
    return {
        sheet.title: [[getattr(cell, "date", lambda cell=cell: cell)() for cell in row] for row in sheet.values]
        for sheet in openpyxl.load_workbook(path)
    }


def saved_as(data: Path, name: str, form: str) -> None:
    path = data / name
    path.with_suffix(form).write_bytes(FORMS[form](cells(path)))
    path.unlink()


@pytest.mark.parametrize("form", FORMS)
def test_the_same_sources_from_every_form(data, params, form):
    subject = subject_of(data, APRIL, "DNKS", params)
    before = load_sources(subject)
    for name in (LEDGER, STAFF, DNKS, INDICATORS):
        saved_as(data, name, form)
    after = load_sources(subject_of(data, APRIL, "DNKS", params))
    assert after.problems == before.problems
    for name, table in before.tables.items():
        assert after.tables[name].frame.equals(table.frame), name
    assert {one.workbook for one in after.files if one.workbook.endswith(form)} == {
        f"2024/2024-04/{name}{form}" for name in ("indikatorer", "DNKS", "personal", "utfall")
    }
    assert after.ledger.total("outcome").origin[0].workbook == f"2024/2024-04/utfall{form}"


def test_a_csv_file_is_a_sheet(data, params):
    before = load_sources(subject_of(data, APRIL, "DNKS", params))
    (sheet,) = cells(data / INDICATORS).values()
    texts = [["" if cell is None else str(cell).replace(".", ",") for cell in row] for row in sheet]
    (data / INDICATORS).with_suffix(".csv").write_bytes(csv(texts))
    (data / INDICATORS).unlink()
    after = load_sources(subject_of(data, APRIL, "DNKS", params))
    assert after.problems == before.problems
    assert after.indicator_values.frame.equals(before.indicator_values.frame)


def test_a_fault_is_told_by_the_files_own_name(data, params):
    sheets = cells(data / LEDGER)
    sheets["Huvudbok"][5][7] = "abc"
    (data / LEDGER).with_suffix(".ods").write_bytes(FORMS[".ods"](sheets))
    (data / LEDGER).unlink()
    told = [problem.place for problem in problems_for(data, params)]
    assert "2024/2024-04/utfall.ods, blad Huvudbok, cell H6" in told


def test_two_forms_are_a_question(data, params):
    path = data / LEDGER
    path.with_suffix(".xls").write_bytes(FORMS[".xls"](cells(path)))
    told = next(one for one in problems_for(data, params) if "flera former" in one.found)
    assert told.message == (
        "Arbetsboken ligger här i flera former: ”utfall.xls” och ”utfall.xlsx”. Vilken av dem gäller? En arbetsbok "
        "väntas i en enda form. Säg vilken som gäller. Den andra flyttas bort ur mappen."
    )
    # Followed, the remedy gives the report.
    path.unlink()
    assert problems_for(data, params) == []


def test_a_fingerprint_is_of_the_file_that_lies_there(data, params):
    saved_as(data, LEDGER, ".xlsb")
    names = lying_inputs(subject_of(data, APRIL, "DNKS", params))
    assert "2024/2024-04/utfall.xlsb" in names
    assert LEDGER not in names


def test_an_ending_may_be_in_capitals(tmp_path):
    (tmp_path / "bok.XLS").write_bytes(b"")
    assert lying_name(tmp_path, "bok.xlsx") == "bok.XLS"
    assert lying_names(tmp_path, "annan.xlsx") == []
    assert lying_name(tmp_path, "annan.xlsx") == "annan.xlsx"


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [("a/b.xlsx", "a/b.ODS", True), ("a/b.xlsx", "c/b.ods", False), ("a/b.xlsx", "a/b.txt", False)],
)
def test_two_paths_of_one_workbook(one, other, same):
    assert is_same_workbook(one, other) is same
