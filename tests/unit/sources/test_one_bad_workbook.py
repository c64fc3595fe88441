"""Whatever is wrong with one committee's workbook, the others are checked as if nothing had happened."""

from __future__ import annotations

import os
import shutil
import socket
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest

from followup.ground import guard, plain_file
from followup.ground.errors import Problem, Severity
from followup.ground.paths import PROJECT
from followup.ground.period import Period
from followup.params.loading import load_params
from followup.params.subject import subject_of
from followup.run import warm
from followup.run.fingerprint import ABSENT, content_hash, fingerprint
from followup.sources import sources
from followup.sources.sources import check_period, preload
from followup.tables import kolada
from followup.tables.kolada import load_kolada
from followup.workbooks import cache, read_workbook
from tests import hostile_books
from tests.workbooks import DNKS, DNKT, INDICATORS, LEDGER, edit

pytestmark = pytest.mark.slow

APRIL = Period(2024, 4)
FORECAST = "xl/worksheets/sheet2.xml"


def errors(found: tuple[Problem, ...]) -> list[str]:
    return [problem.message for problem in found if problem.severity is Severity.ERROR]


def with_text(path: Path, part: str, old: str, new: str) -> None:
    """Another text in one part of a workbook: what no library would write."""
    target = BytesIO()
    with zipfile.ZipFile(path) as source, zipfile.ZipFile(target, "w") as copy:
        for name in source.namelist():
            text = source.read(name)
            if name == part:
                assert old.encode() in text
                text = text.replace(old.encode(), new.encode(), 1)
            copy.writestr(name, text)
    path.write_bytes(target.getvalue())


def instead(make: Callable[[Path], object]) -> Callable[[Path], None]:
    def put(path: Path) -> None:
        path.unlink()
        make(path)

    return put


def listen(path: Path) -> None:
    folder = Path.cwd()
    os.chdir(path.parent)
    try:
        with socket.socket(socket.AF_UNIX) as listener:
            listener.bind(path.name)
    finally:
        os.chdir(folder)


def in_forecast(value: str) -> Callable[[Path], None]:
    """The first forecast, C2, replaced in the sheet's XML."""
    return lambda path: with_text(path, FORECAST, "<v>-12</v>", f"<v>{value}</v>")


TOO_LARGE = (
    "Ett tal under 100\u00a0000\u00a0000\u00a0000 mnkr väntas i kolumnen ”Helårsprognos”. Rätta talet i arbetsboken."
)
ENDLESS = (
    "Här står ett tal utan ändligt värde. Ett belopp i mnkr väntas i kolumnen ”Helårsprognos”. Rätta formeln eller "
    "skriv talet."
)
REMOVE = "En vanlig fil väntas. Ta bort det som ligger här och lägg dit filen."

# Each with what is told of DNKS; of DNKT nothing is.
BAD = {
    "a folder": (
        instead(Path.mkdir),
        "Här ligger en mapp med filens namn. En fil väntas. Byt namn på mappen och lägg dit filen.",
    ),
    "a pipe": (instead(os.mkfifo), f"Här ligger en namngiven pipa med filens namn. {REMOVE}"),
    "a socket": (instead(listen), f"Här ligger en socket med filens namn. {REMOVE}"),
    "a device": (
        instead(lambda path: path.symlink_to("/dev/zero")),
        f"Här ligger en enhet med filens namn. {REMOVE}",
    ),
    "a link to nowhere": (
        instead(lambda path: path.symlink_to("borta.xlsx")),
        "Här ligger en länk till en fil som inte finns. En fil väntas. Rätta länken, eller lägg dit själva filen.",
    ),
    "a link to itself": (
        instead(lambda path: path.symlink_to(path)),
        "Här ligger en länk som leder tillbaka till sig själv. En fil väntas. Ta bort länken och lägg dit filen.",
    ),
    "a terabyte": (
        instead(lambda path: path.touch() or os.truncate(path, 10**12)),
        "Filen är 953675 MB stor. En arbetsbok är högst 100 MB. Ta bort bilder och blad som rapporten inte läser.",
    ),
    "half a workbook": (
        lambda path: path.write_bytes(path.read_bytes()[:3000]),
        "Filen är ingen Excel-arbetsbok, eller så är den skadad. En Excel-arbetsbok (.xlsx) väntas. Öppna filen i "
        "Excel "
        "och spara den på nytt som Excel-arbetsbok (.xlsx).",
    ),
    "1E999": (in_forecast("1E999"), ENDLESS),
    "INF": (in_forecast("INF"), ENDLESS),
    "NaN": (in_forecast("NaN"), ENDLESS),
    "1e308": (in_forecast("1e308"), f"Här står 1E+308. {TOO_LARGE}"),
    "-1e308": (in_forecast("-1e308"), f"Här står −1E+308. {TOO_LARGE}"),
    "1e15 mnkr": (in_forecast("1000000000000000"), f"Här står 1E+15. {TOO_LARGE}"),
    "1E999 as text": (
        lambda path: edit(path, "Prognos", {"C2": "1E999"}),
        "Här står ”1E999”, som inte kan läsas som ett tal. Ett belopp i mnkr väntas i kolumnen ”Helårsprognos”. Skriv "
        "talet med enbart siffror i en talcell. Cellen får inte vara tom: skriv 0 om talet är noll.",
    ),
    "five thousand digits": (
        lambda path: edit(path, "Prognos", {"C2": "9" * 5000}),
        f"Här står ”{'9' * 59}…”, som inte kan läsas som ett tal. Ett belopp i mnkr väntas i kolumnen ”Helårsprognos”. "
        "Skriv talet med enbart siffror i en talcell. Cellen får inte vara tom: skriv 0 om talet är noll.",
    ),
    "too many formats": (
        instead(lambda path: path.write_bytes(hostile_books.styles(200_000))),
        "Arbetsboken har 200000 cellformat. En arbetsbok har högst 131000 cellformat. Kopiera de blad som rapporten "
        "läser till en ny arbetsbok, som värden, och spara den med filens namn.",
    ),
}


@pytest.mark.parametrize("kind", BAD)
def test_one_bad_workbook_is_told_and_the_other_committee_has_no_error(data, params, kind):
    spoil, told = BAD[kind]
    spoil(data / DNKS)
    found = check_period(data, APRIL, params)
    assert told in errors(found["DNKS"])
    assert errors(found["DNKT"]) == []
    # What is done in the parent before any report's process is there.
    warm.preload_sources([subject_of(data, APRIL, code, params) for code in ["DNKS", "DNKT"]])
    made = fingerprint(subject_of(data, APRIL, "DNKS", params), PROJECT / "notebooks/uppfoljningsrapport.ipynb", {})
    assert made["inputs"][LEDGER] != ABSENT


def test_an_indicator_of_a_billion_billion_is_an_error_of_its_committee(data, params):
    edit(data / INDICATORS, "Utfall", {"D2": 1e30})
    found = check_period(data, APRIL, params)
    assert errors(found["DNKS"]) == [
        "Här står 1E+30. Ett tal under 1\u00a0000\u00a0000\u00a0000\u00a0000 väntas i kolumnen ”Värde”. Rätta talet i "
        "arbetsboken."
    ]
    assert errors(found["DNKT"]) == []


@pytest.mark.parametrize("value", [9.99e14, -9.99e14])
def test_a_number_just_below_the_limit_is_for_other_rules(data, params, value):
    edit(data / LEDGER, "Huvudbok", {"G6": value})
    assert not any("Ett tal under" in message for message in errors(check_period(data, APRIL, params)["DNKS"]))


def test_a_header_without_an_end_is_read_past(data, params):
    with_text(data / DNKS, FORECAST, "</row>", '<c r="J1"><v>1E999</v></c><c r="K1"><v>NaN</v></c></row>')
    assert errors(check_period(data, APRIL, params)["DNKS"]) == []


def test_a_workbook_that_may_not_be_read(data, params, monkeypatch):
    opened = os.open

    def refuse(path, *rest):
        if Path(path) == data / DNKS:
            raise PermissionError(13, "denied")
        return opened(path, *rest)

    # Whoever runs the tests may be allowed to read everything.
    monkeypatch.setattr(plain_file.os, "open", refuse)
    found = check_period(data, APRIL, params)
    assert errors(found["DNKS"]) == [
        "Filen kan inte läsas: läsrätt saknas. Filen måste gå att läsa. Stäng filen om den är öppen i Excel, och se "
        "till att du har läsrätt till den och dess mapp."
    ]
    assert found["DNKT"] == ()
    assert content_hash(data / DNKS) == ABSENT


def failing(name: str, fault: Exception, monkeypatch) -> None:
    """Makes the reading of one workbook fail as nobody has foreseen."""
    cache.forget()
    read = read_workbook.read_workbook

    def fail(content, order):
        if order.layout.workbook == name:
            raise fault
        return read(content, order)

    monkeypatch.setattr(cache, "read_workbook", fail)


def test_a_fault_of_the_program_is_a_problem_of_the_workbook_that_it_met(data, params, monkeypatch, tmp_path):
    monkeypatch.setattr(guard, "saved_fault", lambda fault: f"Hela felet står i {type(fault).__name__}.log")
    failing(DNKS, RecursionError("too deep"), monkeypatch)
    found = check_period(data, APRIL, params)
    assert errors(found["DNKS"]) == [
        "Arbetsboken kan inte läsas på grund av ett fel i programmet (RecursionError). Rapporter som inte bygger på "
        "den påverkas inte. Skicka filen till den som sköter programmet. Hela felet står i RecursionError.log."
    ]
    assert found["DNKT"] == ()


def test_a_memory_that_is_full_is_told_as_such(data, params, monkeypatch):
    failing(DNKT, MemoryError(), monkeypatch)
    found = check_period(data, APRIL, params)
    assert errors(found["DNKT"]) == [
        "Arbetsboken kan inte läsas: minnet räcker inte. Rapporter som inte bygger på den påverkas inte. Ta bort "
        "blad och "
        "formaterade celler som rapporten inte läser, eller kör på en dator med mer minne."
    ]
    assert found["DNKS"] == ()


def test_the_call_stack_is_saved_once_for_whoever_mends_the_program(tmp_path, monkeypatch):
    monkeypatch.setattr("followup.ground.fault_log.tempfile.gettempdir", lambda: str(tmp_path))
    for _ in range(2):
        with pytest.raises(guard.ReportError) as caught, guard.guarded("2024/x.xlsx"):
            raise KeyError("odd")
    (log,) = tmp_path.iterdir()
    assert "KeyError: 'odd'" in log.read_text(encoding="utf-8")
    assert caught.value.problems[0].remedy.endswith(f"Hela felet står i {log}.")


def test_a_fault_in_a_rule_concerns_its_committee_alone(data, params, monkeypatch):
    monkeypatch.setattr(guard, "saved_fault", lambda fault: "Hela felet står i x.log")
    assembled = sources._assembled

    def fail(subject):
        if subject.code == "DNKS":
            raise ZeroDivisionError
        return assembled(subject)

    monkeypatch.setattr(sources, "_assembled", fail)
    found = check_period(data, APRIL, params)
    assert [problem.workbook for problem in found["DNKS"]] == ["underlaget för DNKS"]
    assert errors(found["DNKS"]) == [
        "Underlaget kan inte läsas på grund av ett fel i programmet (ZeroDivisionError). Rapporter som inte bygger "
        "på den "
        "påverkas inte. Skicka filen till den som sköter programmet. Hela felet står i x.log."
    ]
    assert found["DNKT"] == ()
    # Before the reports' processes are there, it stops nothing.
    warm.preload_sources([subject_of(data, APRIL, "DNKS", params)])


def test_files_from_kolada_that_cannot_be_read_are_problems_and_no_more(data, params, monkeypatch):
    monkeypatch.setattr(guard, "saved_fault", lambda fault: "Hela felet står i x.log")
    (data / "kolada").mkdir()
    monkeypatch.setattr(kolada, "read_csv", lambda *args: 1 / 0)
    (problem,) = load_kolada(data, params.kolada).problems
    assert problem.message == (
        "Filerna från Kolada kan inte läsas på grund av ett fel i programmet (ZeroDivisionError). Rapporter som inte "
        "bygger på den påverkas inte. Skicka filen till den som sköter programmet. Hela felet står i x.log."
    )


def test_an_earlier_workbook_that_cannot_be_read_is_told_to_those_that_are_compared_with_it(tmp_path, monkeypatch):
    monkeypatch.setenv("FOLLOWUP_CACHE", str(tmp_path / "cache"))
    data = tmp_path / "data"
    shutil.copytree(
        PROJECT / "data" / "example" / "2024", data / "2024", ignore=shutil.ignore_patterns("2024-[01][80]")
    )
    earlier = "2024/2024-02/DNKS.xlsx"
    (data / earlier).write_bytes(b"PK")
    told = preload(subject_of(data, APRIL, code, load_params()) for code in ["DNKS", "DNKT"])
    assert [one.message for one in told["DNKS"] if one.workbook == earlier and one.severity is Severity.WARNING] == [
        "Arbetsboken kan inte läsas, och rapporten är därför inte jämförd med det som stod där. En rapport jämförs med "
        "tidigare perioders arbetsböcker, så att belopp som har ändrats märks. Lägg tillbaka den arbetsbok som den "
        "perioden byggdes med."
    ]
    assert not [one for one in told["DNKT"] if one.workbook == earlier]


def test_an_earlier_sheet_that_cannot_be_read_is_told_with_what_is_not_compared(tmp_path, monkeypatch):
    monkeypatch.setenv("FOLLOWUP_CACHE", str(tmp_path / "cache"))
    data = tmp_path / "data"
    shutil.copytree(
        PROJECT / "data" / "example" / "2024", data / "2024", ignore=shutil.ignore_patterns("2024-[01][80]")
    )
    _rename(data / "2024/2024-02/DNKS.xlsx", "Prognos")
    _rename(data / "2024/2024-02/personal.xlsx", "Personalomsättning")
    told = preload(subject_of(data, APRIL, code, load_params()) for code in ["DNKS", "DNKT"])
    notes = {code: [one for one in problems if "/2024-02/" in one.workbook] for code, problems in told.items()}
    staff = "2024/2024-02/personal.xlsx", "Personalomsättning"
    mend = "Rätta bladet, eller lägg tillbaka den arbetsbok som den perioden byggdes med."
    why = "En rapport jämförs med tidigare perioders arbetsböcker, så att det som har ändrats märks."

    def not_compared(sheet: str) -> str:
        what = f"det som nu står i bladet {sheet} är därför inte jämfört med det som stod där."
        return f"Bladet kan inte läsas, och {what} {why} {mend}"

    assert sorted(one.message for one in notes["DNKT"]) == [
        "Bladet kan inte läsas, och det som en tidigare rapport har visat räknas därför inte när det avgörs vad som "
        f"skyddas. Det som skyddas nu ska inte gå att räkna fram ur tidigare rapporter. {mend}",
        not_compared("Personalomsättning"),
    ]
    assert [one.message for one in notes["DNKS"] if one.sheet == "Prognos"] == [not_compared("Prognos")]
    assert {(one.workbook, one.sheet) for one in notes["DNKS"]} == {staff, ("2024/2024-02/DNKS.xlsx", "Prognos")}
    # Not in the reports: once for whoever builds them.
    assert {one.severity for found in notes.values() for one in found} == {Severity.NOTE}
    assert set(notes["DNKT"]) <= set(notes["DNKS"])


def test_the_workbook_of_another_kind_of_report_is_not_missed(tmp_path, monkeypatch):
    monkeypatch.setenv("FOLLOWUP_CACHE", str(tmp_path / "cache"))
    # RS has a workbook of 2022-12: the follow-up of its plan, without forecast and goals.
    found = preload([subject_of(PROJECT / "data" / "example", Period(2023, 2), "RS", load_params())])
    assert (PROJECT / "data/example/2022/2022-12/RS.xlsx").exists()
    assert [one for one in found["RS"] if one.workbook.startswith("2022/")] == []


def _rename(path: Path, sheet: str) -> None:
    book = openpyxl.load_workbook(path)
    book[sheet].title = "Anteckningar"
    book.save(path)
