"""What the command asks for is found possible first, and a file that exists is never written over."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import pytest

from followup.command import cli
from followup.ground.errors import ReportError
from followup.ground.new_file import write_new
from followup.params.loading import load_params
from tests.plan_import_cases import PARAMS, csv_file

TABLE = "Nivå;Kod;Text\nMål;1;A\n"


@pytest.fixture
def params(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "params"
    shutil.copytree(PARAMS, folder)
    for plan in folder.glob("plans/2025*.yml"):  # the year that the tests start, whether it has a plan by now or not
        plan.unlink()
    monkeypatch.setenv("FOLLOWUP_PARAMS", str(folder))
    return folder


def run(monkeypatch: pytest.MonkeyPatch, *words: object) -> int:
    monkeypatch.setattr(sys, "argv", ["followup", "plan", *map(str, words)])
    with pytest.raises(SystemExit) as left:
        cli.main()
    return int(left.value.code or 0)


def test_a_plan_is_written_where_params_have_it(params, tmp_path, monkeypatch, capsys) -> None:
    table = csv_file(tmp_path, TABLE)
    assert run(monkeypatch, table, "--year", "2025", "--owner", "RS") == 0
    written = params / "plans" / "2025.yml"
    assert capsys.readouterr().out.replace("\u00a0", " ").splitlines() == [
        f"Planen är skriven i {written}",
        "Tabellen har lästs som en lista med en rad för varje post.",
        "2 rader lästa: 1 post, 1 rubrik eller sidrad, 0 utan plats.",
        "Nivåer, ytterst först: Mål (1).",
        "Allt i tabellen har fått sin plats.",
    ]
    plan = load_params(params).plans[2025]
    assert (plan.title, plan.owner, [node.name for node in plan.nodes]) == (
        "Verksamhetsplan 2025 för Regionstyrelsen",
        "RS",
        ["A"],
    )
    # Once more: what the message proposes works, and the first file is as it was.
    before = written.read_bytes()
    assert run(monkeypatch, table, "--year", "2025", "--owner", "RS") == 2
    proposed = written.with_name("2025-ny.yml")
    assert capsys.readouterr().err == (
        f"Filen {written} finns redan och skrivs aldrig över. Ange en annan fil med --output, till exempel {proposed}, "
        "eller flytta undan den som finns.\n"
    )
    assert run(monkeypatch, table, "--year", "2025", "--owner", "RS", "--output", proposed) == 0
    assert written.read_bytes() == before
    assert {"2025", "2025-ny"} <= {plan.stem for plan in load_params(params).all_plans}


def test_what_does_not_fit_ends_with_1_and_the_rest_is_written(params, tmp_path, monkeypatch, capsys) -> None:
    table = csv_file(tmp_path, TABLE + "Mål;2;\n")
    assert run(monkeypatch, table, "--year", "2025", "--owner", "RS") == 1
    said = capsys.readouterr().out.replace("\u00a0", " ")
    assert "fel  plan.csv, cell C3" in said
    assert "3 rader lästa: 1 post, 1 rubrik eller sidrad, 1 utan plats." in said
    assert said.splitlines()[-1] == "Att ta ställning till: 1 fel."
    assert [node.name for node in load_params(params).plans[2025].nodes] == ["A"]


def test_a_table_that_is_none_ends_with_1_and_writes_nothing(params, tmp_path, monkeypatch, capsys) -> None:
    assert run(monkeypatch, csv_file(tmp_path, "Konto;Belopp\n1;2\n"), "--year", "2025", "--owner", "RS") == 1
    assert capsys.readouterr().err.startswith("plan.csv: Tabellens form känns inte igen. ")
    assert not (params / "plans" / "2025.yml").exists()


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (
            [],
            "TABELL saknas. Tabellen som planen görs av: en arbetsbok (.xlsx, .xlsb, .xls, .ods) eller en .csv.\n"
            "Se followup --help.",
        ),
        (["{table}", "--owner", "RS"], "--year saknas. Planens år, till exempel 2025.\nSe followup --help."),
        (
            ["{table}", "--year", "25", "--owner", "RS"],
            "Året ”25” går inte att använda. Ett år skrivs med fyra siffror, till exempel 2025.",
        ),
        (["{table}", "--year", "2025", "--owner", "DNK"], "Nämnden ”DNK” finns inte. Menades ”DNKS” eller ”DNKT”?"),
        (
            ["{folder}/plann.csv", "--year", "2025", "--owner", "RS"],
            "Tabellen ”{folder}/plann.csv” finns inte. I mappen ligger ”plan.csv”. Menades ”plan.csv”?",
        ),
        (
            ["{table}", "--year", "2025", "--owner", "RS", "--output", "{folder}/2026.yml"],
            "Filen ”2026.yml” kan inte vara en plan för 2025. En plans fil heter som året, eller som året och ett "
            "tillägg med små bokstäver, siffror och bindestreck: 2025.yml eller 2025-rs.yml.",
        ),
        (
            ["{table}", "--year", "2025", "--owner", "RS", "--output", "{folder}/plans/2025.yml"],
            "Mappen {folder}/plans finns inte. Skapa den, eller ange en annan fil med --output.",
        ),
    ],
)
def test_a_command_that_cannot_be_meant_ends_with_2(words, told, tmp_path, monkeypatch, capsys) -> None:
    names = {"table": csv_file(tmp_path, TABLE), "folder": tmp_path}
    assert run(monkeypatch, *(word.format(**names) for word in words)) == 2
    captured = capsys.readouterr()
    assert captured.err == told.format(**names) + "\n"
    assert captured.out == ""


def test_a_file_that_comes_meanwhile_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "2025.yml"
    path.write_text("somebody's", encoding="utf-8")
    with pytest.raises(ReportError, match="finns redan och skrivs aldrig över"):
        write_new(path, "ours")
    assert path.read_text(encoding="utf-8") == "somebody's"


def test_a_second_plan_of_a_year_without_a_first_is_told(params, tmp_path, monkeypatch, capsys) -> None:
    second = params / "plans" / "2025-rs.yml"
    assert run(monkeypatch, csv_file(tmp_path, TABLE), "--year", "2025", "--owner", "RS", "--output", second) == 0
    assert " ".join(capsys.readouterr().out.split()).startswith(
        "Vad Var Varför och vad som kan göras påpekande 2025-rs.yml Årets huvudplan, 2025.yml, finns inte. Ett "
        "dokument för 2025 behöver den. Andra planer för året står bredvid. Är det här årets enda plan: döp filen till "
        "2025.yml."
    )
