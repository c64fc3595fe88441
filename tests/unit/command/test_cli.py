"""The command: quick to answer, Swedish, and never a traceback."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from followup.command import cli

pytestmark = pytest.mark.slow

HEAVY = (
    "IPython",
    "jinja2",
    "matplotlib",
    "nbconvert",
    "nbformat",
    "numpy",
    "pandas",
    "papermill",
    "pydantic",
    "typst",
)


def run(*words: str, monkeypatch: pytest.MonkeyPatch) -> int:
    monkeypatch.setattr(sys, "argv", ["followup", *words])
    with pytest.raises(SystemExit) as left:
        cli.main()
    return int(left.value.code or 0)


@pytest.mark.parametrize("words", [[], ["build"], ["check"], ["list"], ["example"], ["plan"], ["layout"]])
def test_help_needs_nothing_heavy_and_is_in_swedish(words: list[str]) -> None:
    code = (
        "import sys; sys.argv = ['followup', *sys.argv[1:]]\n"
        "from followup.command.cli import main\n"
        "try:\n    main()\nfinally:\n"
        f"    print(sorted(set({HEAVY!r}) & sys.modules.keys()), file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, *words, "--help"], capture_output=True, text=True, encoding="utf-8", check=False
    )
    assert (done.returncode, done.stderr.strip()) == (0, "[]")
    assert "Användning: followup" in done.stdout
    assert "Visa den här hjälpen." in done.stdout
    assert "Slutkoder: 0 allt gick bra" in done.stdout
    assert not re.search(r"Usage|Options|Commands|Show this|default", done.stdout)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["bild"], "Kommandot ”bild” finns inte. Menades ”build”?\n"),
        (["xyz"], "Kommandot ”xyz” finns inte. Kommandona är build, check, list, example, plan och layout.\n"),
        (["build", "--comittee", "RS"], "Flaggan --comittee finns inte. Menades --committee?\n"),
        (["build", "--jobs"], "Flaggan --jobs behöver ett värde.\n"),
        (["build", "--jobs", "många"], "Värdet för --jobs går inte att använda. Där väntas ANTAL.\n"),
        (["build", "--jobs", "0"], "Värdet för --jobs går inte att använda. Där väntas ANTAL.\n"),
        (["build", "RS"], "Kommandot går inte att tolka: RS. En flagga skrivs med två streck: --committee DNHS.\n"),
    ],
)
def test_a_command_that_is_spelled_wrong(words, told, monkeypatch, capsys) -> None:
    assert run(*words, monkeypatch=monkeypatch) == 2
    captured = capsys.readouterr()
    assert captured.err == told + "Se followup --help.\n"
    assert captured.out == ""


@pytest.mark.parametrize(
    ("words", "name"),
    [
        (["build", "--period", ""], "Flaggan --period"),
        (["check", "--data", " "], "Flaggan --data"),
        (["build", "--committee", "DNHS", "--committee", ""], "Flaggan --committee"),
        (["list", "--output", ""], "Flaggan --output"),
        (["plan", "", "--year", "2025", "--owner", "RS"], "TABELL"),
    ],
)
def test_an_empty_value_is_refused(words, name, monkeypatch, capsys) -> None:
    assert run(*words, monkeypatch=monkeypatch) == 2
    assert capsys.readouterr().err == f"{name} är tom. Ge ett värde, eller ta bort den.\nSe followup --help.\n"


def test_what_does_not_exist_is_wrong_use(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("build", "--period", "2024-05", monkeypatch=monkeypatch) == 2
    assert capsys.readouterr().err == (
        "parametern period: Perioden 2024-05 finns inte i kalendern. Kalenderns perioder för 2024 är 2024, 2024-02, "
        "2024-04, 2024-08, 2024-10 och 2024-12. Menades 2024-04? En ny period läggs till i params/calendar.yml.\n"
    )


def test_check_ends_with_1_for_an_error_and_shows_all_of_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "2024" / "2024-04").mkdir(parents=True)
    assert (
        run("check", "--period", "2024-04", "--data", str(tmp_path), "--committee", "RS", monkeypatch=monkeypatch) == 1
    )
    said = capsys.readouterr().out
    for name in (
        "budget",
        "malvarden",
        *(f"2024-04/{name}" for name in ("utfall", "personal", "indikatorer", "investeringar", "RS")),
    ):
        assert f"2024/{name}.xlsx" in said
    assert said.splitlines()[-1] == "Underlag för 1 nämnd: 7 fel, inga varningar."


def test_the_example_data_have_no_errors(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("check", monkeypatch=monkeypatch) == 0
    assert capsys.readouterr().out.splitlines()[-1].startswith("Underlag för 10 nämnder och regionen: inga fel, ")


def test_list_shows_who_reports_when(tmp_path, monkeypatch, capsys) -> None:
    def listed(*words: str) -> list[list[str]]:
        assert run("list", "--output", str(tmp_path), *words, monkeypatch=monkeypatch) == 0
        return [re.split(r" {2,}", line.strip()) for line in capsys.readouterr().out.splitlines()]

    rows = listed()
    assert rows[0] == ["Period", "Rapport", "Underlag", "Lämnas av", "Byggt"]
    (annual,) = (row for row in rows if row[0] == "2024-12")
    assert [*annual[:3], annual[-1]] == ["2024-12", "Årsredovisning", "finns", "0 av 11"]
    assert [row[0] for row in rows if row[1:2] == ["Verksamhetsplan"]] == ["2018", "2019", "2022", "2024"]

    rows = listed("--period", "2024-04")
    assert rows[0] == ["Period", "Rapport", "Underlag", "Nämnd", "Namn", "Byggd"]
    assert ["2024-04", "Uppföljningsrapport 1", "finns", "DNKS", "Kultur och skola", "nej"] in rows
    assert len(rows) == 10


def test_a_fault_in_the_program_is_one_sentence_and_a_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from followup.run import request

    def breaks(_: object) -> None:
        raise RuntimeError("det oväntade")

    monkeypatch.setattr(request, "work_list", breaks)
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    assert run("build", monkeypatch=monkeypatch) == 1
    first, second = capsys.readouterr().err.splitlines()
    assert first == "Ett fel i programmet: RuntimeError: det oväntade"
    (log,) = tmp_path.iterdir()
    assert second == f"Hela felet står i {log}"
    assert "in breaks" in log.read_text(encoding="utf-8")


def test_an_interruption_says_what_is_kept(monkeypatch, capsys) -> None:
    from followup.run import request

    def interrupted(_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(request, "work_list", interrupted)
    assert run("build", monkeypatch=monkeypatch) == 130
    assert capsys.readouterr().err == "Avbrutet. Det som redan var byggt är kvar.\n"


def test_example_data_are_not_written_over_somebodys_work(tmp_path: Path, monkeypatch, capsys) -> None:
    folder = tmp_path / "skarp"
    assert run("example", "--data", str(folder), monkeypatch=monkeypatch) == 0
    assert run("example", "--data", str(folder), monkeypatch=monkeypatch) == 0  # nothing has changed
    budget = folder / "2024" / "budget.xlsx"
    budget.write_bytes(b"real work")
    capsys.readouterr()
    assert run("example", "--data", str(folder), monkeypatch=monkeypatch) == 2
    assert capsys.readouterr().err == (
        f"Mappen {folder} har arbetsböcker som inte är exempeldata, bland annat 2024/budget.xlsx. Ange en annan mapp "
        "med --data, eller --force för att skriva över dem.\n"
    )
    assert budget.read_bytes() == b"real work"
    assert run("example", "--data", str(folder), "--force", monkeypatch=monkeypatch) == 0
    assert budget.read_bytes() != b"real work"
