"""What a tired analyst hands in: everything is said at once, in Swedish, and only the committee concerned goes without.

Each message is checked in the place where the analyst reads it, the command's output.
"""

import os
import re

import pytest

from tests import workbooks
from tests.reports.small_region import SmallRegion, said


@pytest.fixture
def region(tmp_path) -> SmallRegion:
    return SmallRegion.in_folder(tmp_path)


def test_every_fault_is_told_at_once_and_the_other_committee_gets_its_report(region):
    assert region.build().returncode == 0
    first = {code: region.page(code) for code in ("DNKS", "DNKT")}
    workbooks.edit(region.data / workbooks.DNKS, "Prognos", {"C2": "tolv", "C3": None, "A4": "Okänd verksamhet"})
    workbooks.edit(region.data / workbooks.DNKS, "Mål", {"A2": "Ett mål som inte finns", "B3": "Kanske"})
    workbooks.edit(region.data / workbooks.DNKT, "Rapport", {"B8": "En *ny* sammanfattning."})
    done = region.build()
    text = said(done)
    assert done.returncode == 1
    assert "Traceback" not in text
    for message in (
        "blad Prognos, cell C2",
        "”tolv”, som inte kan läsas som ett tal.",
        "blad Prognos, cell C3",
        "blad Prognos, cell A4",
        "Verksamheten ”Okänd verksamhet” i prognosen saknas i huvudboken.",
        "blad Mål, cell A2",
        "”Ett mål som inte finns”, som är okänt.",
        "blad Mål, cell B3",
        "”Kanske”, som är okänt.",
    ):
        assert message in text
    assert region.page("DNKS") == first["DNKS"]  # the last good report stays
    assert (region.output / "2024-04" / "DNKS" / "failed.ipynb").exists()
    assert region.page("DNKT") != first["DNKT"]
    assert "<em>ny</em>" in region.page("DNKT")


def test_a_missing_workbook_stops_one_committee_and_the_index_says_so(region):
    (region.data / workbooks.DNKT).unlink()
    done = region.build()
    assert done.returncode == 1
    assert "2024/2024-04/DNKT.xlsx" in said(done)
    assert (region.output / "2024-04" / "DNKS" / "rapport.pdf").exists()
    assert not (region.output / "2024-04" / "DNKT" / "rapport.html").exists()
    index = (region.output / "2024-04" / "index.html").read_text(encoding="utf-8")
    assert "Driftnämnd Kollektivtrafik" in index
    assert "DNKT.xlsx" in index


@pytest.mark.parametrize(
    ("sheet", "changes", "rows", "words", "told"),
    [
        ("Sjukfrånvaro", {"F3": 76543, "G3": 76544}, (), (), "cell F3"),
        ("Sjukfrånvaro", {"G3": 76544}, (), (), "cell G3"),
        ("Sjukfrånvaro", {"G3": 76544}, (), ("--kernel",), "cell G3"),
        ("Sjukfrånvaro", {"G3": "76544 eller 76545"}, (), (), "cell G3"),
        ("Sjukfrånvaro", {"E3": -76544}, (), (), "cell E3"),
        ("Personalomsättning", {"C2": 76544, "D2": 76545}, (), (), "cell C2"),
        ("Personalomsättning", {}, (("2024-04", "DNKS", 76544, 0),), (), "Personalomsättning"),
        ("Årliga mått", {"E2": 76544}, (), (), "cell E2"),
        ("Årliga mått", {"C2": "76544 personer"}, (), (), "cell C2"),
        ("Sjukfrånvaro", {"J3": "Anna 19121212-1212 har 76544 timmar"}, (), (), "cell J3"),
    ],
)
def test_what_an_error_says_of_people_stands_in_no_file_of_the_output_folder(region, sheet, changes, rows, words, told):
    """Folders of reports are handed on and kept. Whoever mends the workbook sees the cells in the terminal."""
    workbooks.edit(region.data / workbooks.STAFF, sheet, changes)
    region.append(workbooks.STAFF, sheet, *rows)
    done = region.build(*words)
    assert done.returncode == 1
    assert told in said(done)
    files = {path: path.read_text(encoding="utf-8", errors="replace") for path in region.output.rglob("*.*")}
    # The folder's own first page tells of no errors.
    failed = [text for path, text in files.items() if path.stem in ("failed", "index") and path.parent != region.output]
    # The page, and two files of each committee: a number is an error of the first's, a personal number of both.
    assert len(failed) >= 3
    for text in failed:
        assert "Felet gäller uppgifter om anställda, som inte visas här." in text
        assert "Fråga den som bygger rapporterna, som ser det med followup check." in text
        assert told.removeprefix("cell ") in text
    values = re.compile(
        r"(?<![\d.])(?:76(?:\s|\\u00a0|&nbsp;)?54[345]|1(?:\s|\\u00a0|&nbsp;)?275,7|(?:19)?121212)(?!\d)"
    )
    assert [path for path, text in files.items() if values.search(text)] == []
    assert values.search(said(done)) or told == "cell J3"


def test_a_report_that_failed_is_built_again_when_its_workbook_is_mended(region):
    workbooks.edit(region.data / workbooks.DNKS, "Prognos", {"C2": "tolv"})
    assert region.build().returncode == 1
    workbooks.edit(region.data / workbooks.DNKS, "Prognos", {"C2": -12})
    done = region.build()
    assert done.returncode == 0, said(done)
    assert not (region.output / "2024-04" / "DNKS" / "failed.ipynb").exists()


def test_a_row_of_the_ledger_that_is_wrong_concerns_its_own_committee(region):
    # The first row of the ledger is DNKS's; row 10 is the first of DNKT.
    workbooks.edit(region.data / workbooks.LEDGER, "Huvudbok", {"H6": "#SAKNAS!"})
    done = region.build()
    assert done.returncode == 1
    assert "cell H6" in said(done)
    assert (region.output / "2024-04" / "DNKT" / "rapport.pdf").exists()


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("--committee", "DNKX"), "Nämnden ”DNKX” lämnar ingen uppföljningsrapport 1 för 2024-04."),
        (("--period", "2024-05"), "2024-05"),
        (("--period", "april"), "Perioden ”april” kan inte tolkas."),
        (("--data", "finns/inte"), "Datamappen ”finns/inte” finns inte."),
        (("--comittee", "DNKS"), "Flaggan --comittee finns inte. Menades --committee?"),
    ],
)
def test_a_wrong_word_on_the_command_line_is_mended_by_its_message(region, words, message):
    done = region.build(*words)
    assert done.returncode == 2
    assert message in said(done)
    assert "Traceback" not in said(done)


def test_a_hostile_text_is_shown_as_it_stands_in_every_format(region):
    hostile = (
        '<script>alert(1)</script> =HYPERLINK("http://x") #read("/etc/passwd") [x](javascript:alert(1)) $x^2$ {{7*7}}'
    )
    workbooks.edit(region.data / workbooks.DNKS, "Rapport", {"B8": hostile})
    workbooks.edit(region.data / workbooks.DNKS, "Mål", {"D2": hostile})
    done = region.build("--committee", "DNKS")
    assert done.returncode == 0, said(done)
    page = region.page("DNKS")
    assert "<script" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page
    assert 'href="javascript' not in page
    assert "{{7*7}}" in page


def test_nothing_that_lies_under_a_workbooks_name_stops_the_other_committee(region):
    """A pipe would be waited for, a number without end would overflow: both are told, and DNKT has its report."""
    os.mkfifo(region.data / "2024/2024-04/extra")
    (region.data / workbooks.DNKS).unlink()
    os.mkfifo(region.data / workbooks.DNKS)
    done = region.build()
    text = said(done)
    assert done.returncode == 1
    assert "Här ligger en namngiven pipa med filens namn." in text
    assert "Ett fel i programmet" not in text
    assert (region.output / "2024-04" / "DNKT" / "rapport.pdf").exists()
    assert "namngiven pipa" in (region.output / "2024-04" / "index.html").read_text(encoding="utf-8")


def test_a_number_beyond_all_numbers_stops_its_own_committee(region):
    workbooks.edit(region.data / workbooks.DNKS, "Prognos", {"C2": 1e308, "C3": 1e308})
    workbooks.edit(region.data / workbooks.INDICATORS, "Utfall", {"D2": 1e30})
    done = region.build()
    text = said(done)
    assert done.returncode == 1
    assert "Här står 1E+308." in text
    assert "Här står 1E+30." in text
    assert "Ett fel i programmet" not in text
    assert (region.output / "2024-04" / "DNKT" / "rapport.pdf").exists()
