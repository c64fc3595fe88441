"""The files of a check: for whom, which, and what never stands in them."""

from __future__ import annotations

import re
import shutil
from html import unescape
from pathlib import Path

import pytest

from followup.run.check import Checked, checked
from followup.run.request import Request, WorkList, work_list
from followup.run.review_files import write_review
from tests import workbooks
from tests.corpus.file_changes import in_form
from tests.other_forms import FORMS
from tests.small_set import data, own_cache

__all__ = ["data", "own_cache"]


@pytest.fixture(autouse=True)
def small_params(tmp_path, monkeypatch) -> None:
    monkeypatch.setenv("FOLLOWUP_PARAMS", str(workbooks.write_params(tmp_path / "params")))


def check(folder: Path) -> tuple[WorkList, Checked]:
    work = work_list(Request("2024-04", (), str(folder)))
    return work, checked(work)


def written(folder: Path, output: Path, marked: bool = False) -> dict[str, str]:
    """The texts of all files of a check, by path; of a copy nothing."""
    work, found = check(folder)
    write_review(work, found, output, marked)
    return {
        path.relative_to(output).as_posix(): "" if path.suffix == ".xlsx" else path.read_text(encoding="utf-8")
        for path in sorted(output.rglob("*.*"))
    }


def saved_as(path: Path, form: str) -> None:
    """The workbook in another form, in place of the xlsx."""
    path.with_suffix(form).write_bytes(in_form(form)(path.read_bytes()))
    path.unlink()


def test_there_is_a_page_and_a_text_for_each_sender(data, tmp_path) -> None:
    workbooks.edit(data / workbooks.DNKS, "Prognos", {"C5": "ej klar"})
    workbooks.edit(data / workbooks.LEDGER, "Huvudbok", {"H6": "x"})
    files = written(data, tmp_path / "ut")
    assert list(files) == [
        "2024-04/granskning/dnks.txt",
        "2024-04/granskning/ekonomi.txt",
        "2024-04/granskning.html",
    ]
    page = files["2024-04/granskning.html"]
    assert re.findall(r'<h2 id="([a-z]+)">([^<]+)</h2>', page) == [
        ("ekonomi", "Ekonomi"),
        ("dnks", "Driftnämnd Kultur och skola"),
    ]
    assert files["2024-04/granskning/dnks.txt"] == (
        "Ämne: Uppföljningsrapport 1 2024-04: 1 fel i underlaget\n"
        "\n"
        "Till controller, Kultur och skola\n"
        "\n"
        "Rätta felen i arbetsboken och skicka den på nytt. Rapporten kan inte byggas förrän de är rättade. "
        "Det som bygger på dem är inte kontrollerat, så fler fel kan visa sig då.\n"
        "\n"
        "FEL, SOM STOPPAR RAPPORTEN\n"
        "\n"
        "1. 2024/2024-04/DNKS.xlsx, blad Prognos, cell C5\n"
        "   Står: Här står ”ej klar”, som inte kan läsas som ett tal.\n"
        "   Väntas: Ett belopp i mnkr väntas i kolumnen ”Helårsprognos”.\n"
        "   Gör så här: Skriv talet med enbart siffror i en talcell. Cellen får inte vara tom: skriv 0 om talet är "
        "noll.\n"
    )


def test_the_same_workbooks_give_the_same_bytes_and_nothing_old_is_left(data, tmp_path) -> None:
    workbooks.edit(data / workbooks.DNKS, "Prognos", {"C5": "ej klar"})
    first = written(data, tmp_path / "ut", marked=True)
    assert "2024-04/granskning/DNKS-markerad.xlsx" in first
    (tmp_path / "ut/2024-04/granskning/gammal.txt").write_text("gammal", encoding="utf-8")
    assert written(data, tmp_path / "ut", marked=True) == first


def test_what_is_told_of_people_stands_in_no_file(data, tmp_path) -> None:
    workbooks.edit(data / workbooks.STAFF, "Sjukfrånvaro", {"F5": "tolv av 4711"})
    _, found = check(data)
    assert "4711" in " ".join(one.message for one in found.problems)
    files = written(data, tmp_path / "ut", marked=True)
    assert [name for name, text in files.items() if "4711" in text] == []
    assert (
        "Ingen märkt kopia av 2024/2024-04/personal.xlsx: Den har uppgifter om anställda"
        in files["2024-04/granskning.html"]
    )
    assert not list(tmp_path.rglob("personal-markerad.xlsx"))


@pytest.mark.parametrize("form", FORMS)
def test_nor_where_they_are_sent_in_another_form(form, data, tmp_path) -> None:
    workbooks.edit(data / workbooks.STAFF, "Sjukfrånvaro", {"F5": "tolv av 4711"})
    saved_as(data / workbooks.STAFF, form)
    _, found = check(data)
    assert "4711" in " ".join(one.message for one in found.problems)
    files = written(data, tmp_path / "ut", marked=True)
    assert [name for name, text in files.items() if "4711" in text] == []
    assert (
        f"Ingen märkt kopia av 2024/2024-04/personal{form}: Den har uppgifter om anställda och kopieras därför aldrig."
        in files["2024-04/granskning.html"]
    )


def test_another_form_has_its_cells_in_the_table_alone(data, tmp_path) -> None:
    workbooks.edit(data / workbooks.DNKS, "Prognos", {"C5": "ej klar"})
    saved_as(data / workbooks.DNKS, ".ods")
    files = written(data, tmp_path / "ut", marked=True)
    assert list(files) == ["2024-04/granskning/dnks.txt", "2024-04/granskning.html"]
    assert "1. 2024/2024-04/DNKS.ods, blad Prognos, cell C5\n" in files["2024-04/granskning/dnks.txt"]
    assert (
        "Ingen märkt kopia av 2024/2024-04/DNKS.ods: Bara en arbetsbok som är sparad som .xlsx eller .xlsm kan märkas."
        in files["2024-04/granskning.html"]
    )


def test_a_workbook_with_a_personal_identity_number_is_not_copied(data, tmp_path) -> None:
    workbooks.edit(data / workbooks.DNKS, "Prognos", {"C5": "ej klar", "H5": "19811218-9876"})
    files = written(data, tmp_path / "ut", marked=True)
    assert list(files) == ["2024-04/granskning/dnks.txt", "2024-04/granskning.html"]
    page = files["2024-04/granskning.html"]
    assert "Ingen märkt kopia av 2024/2024-04/DNKS.xlsx: Den har personnummer och kopieras därför inte." in page
    assert "9876" not in page + files["2024-04/granskning/dnks.txt"]


def test_the_mail_names_the_copies_that_go_with_it_and_says_not_to_mend_them(data, tmp_path) -> None:
    workbooks.edit(data / workbooks.DNKS, "Prognos", {"C5": "ej klar"})
    workbooks.edit(data / workbooks.LEDGER, "Huvudbok", {"H6": "x"})
    workbooks.edit(data / workbooks.BUDGET, "Budgetramar", {"B4": "x"})
    workbooks.edit(data / workbooks.STAFF, "Sjukfrånvaro", {"F5": "tolv"})
    files = written(data, tmp_path / "ut", marked=True)

    def told(code: str) -> list[str]:
        return [one for one in files[f"2024-04/granskning/{code}.txt"].splitlines() if one.startswith("Bifoga")]

    assert told("dnks") == [
        "Bifogad: DNKS-markerad.xlsx, där cellerna är röda (fel) eller gula (varning, påpekande) och har meddelandet "
        "som kommentar. Rätta i den egna arbetsboken, inte i kopian."
    ]
    assert told("ekonomi") == [
        "Bifogade: budget-markerad.xlsx och utfall-markerad.xlsx, där cellerna är röda (fel) eller gula (varning, "
        "påpekande) och har meddelandet som kommentar. Rätta i de egna arbetsböckerna, inte i kopiorna."
    ]
    # Of a workbook about people there is none, and without --marked of no workbook.
    assert told("hr") == []
    assert "Bifoga" not in " ".join(written(data, tmp_path / "utan").values())


def test_a_marked_copy_in_its_place_gives_the_same_findings(data, tmp_path) -> None:
    workbooks.edit(data / workbooks.DNKS, "Prognos", {"C5": "ej klar"})
    workbooks.edit(data / workbooks.LEDGER, "Huvudbok", {"H6": "x", "G7": None})
    work, found = check(data)
    write_review(work, found, tmp_path / "ut", marked=True)
    for path, name in ((workbooks.DNKS, "DNKS"), (workbooks.LEDGER, "utfall")):
        shutil.copyfile(tmp_path / f"ut/2024-04/granskning/{name}-markerad.xlsx", data / path)
    assert check(data)[1].problems == found.problems


def test_without_faults_the_page_says_so(data, tmp_path) -> None:
    files = written(data, tmp_path / "ut")
    assert list(files) == ["2024-04/granskning.html"]
    assert "<p>Det finns inget att rätta.</p>" in files["2024-04/granskning.html"]


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (96_000_000, "har belopp av en annan storlek"),
        # Text that can be but one number is a warning.
        ("183,0", "Här står talet som text"),
    ],
)
def test_what_is_confirmed_stands_apart_and_is_not_said_again(value, said, data, tmp_path, monkeypatch) -> None:
    workbooks.edit(data / workbooks.DNKS, "Prognos", {"C5": value})
    page = written(data, tmp_path / "ut")["2024-04/granskning.html"]
    entries = [unescape(one) for one in re.findall(r"<pre[^>]*>(.*?)</pre>", page, re.DOTALL)]
    (entry,) = [one for one in entries if said in one or "prognosens-enhet" in one]
    answer = (
        entry.replace('why: ""', 'why: "Beslutat i april."')
        .replace('decided_by: ""', 'decided_by: "controller, Kultur och skola"')
        .replace('decided_on: ""', 'decided_on: "2024-05-13"')
    )
    text = f"confirmations:\n{answer}\n"
    monkeypatch.setenv("FOLLOWUP_PARAMS", str(workbooks.write_params(tmp_path / "params2", confirmations=text)))
    _, found = check(data)
    assert [one.message for one in found.problems if said in one.message] == []
    (part,) = [one for one in found.told if one.recipient.code == "dnks"]
    (accepted,) = part.accepted
    assert (accepted.why, accepted.workbook) == ("Beslutat i april.", workbooks.DNKS)
    page = written(data, tmp_path / "ut")["2024-04/granskning.html"]
    table = page.partition("Redan bekräftat, och inget att göra åt")[2]
    assert "Beslutat i april." in table

    # Another value is another thing, and the confirmation of the first no longer applies.
    workbooks.edit(data / workbooks.DNKS, "Prognos", {"C5": 184})
    messages = [one.message for one in check(data)[1].problems if one.workbook == workbooks.DNKS]
    assert len([one for one in messages if one.startswith("Bekräftelsen av ")]) == 1


def test_the_sum_is_that_of_the_table(data, tmp_path) -> None:
    # Three cells of one fault.
    workbooks.edit(data / workbooks.DNKS, "Prognos", {"C2": "x", "C3": "y", "C4": "z"})
    _, found = check(data)
    assert len([one for one in found.problems if one.found.endswith("som inte kan läsas som ett tal.")]) == 3
    page = written(data, tmp_path / "ut")["2024-04/granskning.html"]
    table = page.partition("Vem som kan rätta vad")[2].partition("</table>")[0]
    counts = [
        int(one.replace("–", "0")) for one in re.findall(r'<td class="number" data-label="[^"]+">([0-9–]+)</td>', table)
    ]
    lead = re.search(r'<p class="lead">Underlag för 2 nämnder: ([0-9]+) fel, inga varningar.</p>', page)
    assert lead is not None
    assert int(lead[1]) == sum(counts) == 1
