"""`followup layout` from the command to the file: what it says, what params take, and what it never does."""

from __future__ import annotations

import sys
from pathlib import Path

import openpyxl
import pytest

from followup.command import cli
from followup.ground.errors import ReportError
from followup.ground.paths import PROJECT
from followup.params.layouts import WorkbookLayout
from followup.params.loading import load_params
from followup.params.params_problems import validated
from followup.params.yaml_file import read_yaml
from tests import other_forms
from tests.proposal_cases import PARAMS, proposed, written
from tests.workbooks import LEDGER, write_books, write_params

WHOLE = """
Driftbudget 2024, tkr
Verksamhet | Kontoklass | Budget 2024
Bibliotek | Intäkter | -10
Bibliotek | Personalkostnader | 30
Skola | Intäkter | -5
Skola | Personalkostnader | 25
Summa | | 40
"""
ASKED = "Verksamhet | Budget\nBibliotek | 30\nSkola | 25"


def run(monkeypatch, *words: object) -> int:
    monkeypatch.setattr(sys, "argv", ["followup", "layout", *map(str, words)])
    with pytest.raises(SystemExit) as ended:
        cli.main()
    return int(ended.value.code or 0)


def test_a_proposal_without_questions_is_a_layout_that_params_take(tmp_path: Path, monkeypatch, capsys) -> None:
    path = written(tmp_path / "2024" / "2024-04", WHOLE)
    target = tmp_path / "ny.yml"
    assert run(monkeypatch, path, "--output", target) == 0
    assert capsys.readouterr().out.splitlines() == [
        f"Förslaget är skrivet i {target}",
        "”Blad1”: ny tabell driftbudget (A2:C7, rubrikraden är rad 2). Inga frågor. 4 rader lästa, 1 summa stämmer, "
        "inga fel.",
        "Kontrollera rubriker, enheter och tecken mot arbetsboken, ändra namn som inte passar och lägg filen i "
        "params/layouts. Sökvägen i workbook är ett förslag.",
        "Är det en tabell som rapporterna redan läser, i en annan form: sätt den i stället för den gamla, med samma "
        "namn. Är den ny (driftbudget): skriv in den i followup/params/report_tables.py, och avsändaren i "
        "params/senders.yml. Hur det görs står i DEVELOPERS.md (An unknown workbook).",
    ]
    file = read_yaml(target, "ny.yml")
    layout = validated(file, WorkbookLayout, file.content)
    assert file.problems == []
    assert layout.workbook == "{year}/{period}/okand.xlsx"
    table = layout.tables["driftbudget"]
    assert (table.sheet, table.key) == ("Blad1", ("activity", "account_class"))
    amount = table.columns["year_budget"]
    assert (amount.header, amount.type, amount.unit, amount.sign) == ("Budget {year}", "amount", "stated", "ledger")


def test_with_questions_it_ends_with_1_and_params_refuse_it_until_they_are_answered(
    tmp_path: Path, monkeypatch, capsys
) -> None:
    path = written(tmp_path, ASKED)
    assert run(monkeypatch, path) == 1
    text = capsys.readouterr().out
    assert "      # FRÅGA: Vilken enhet har beloppen? Bladet säger ingen. Skriv unit: kr, tkr eller mnkr." in text
    assert "      budget: {header: Budget, type: amount}" in text
    open_ones = "    FRÅGOR: 2  # Ta bort raden när frågorna är besvarade.\n"
    assert open_ones in text
    params = write_params(tmp_path / "params")
    refused = [
        (text, "Nyckeln ”FRÅGOR” är okänd."),
        (text.replace(open_ones, ""), "Beloppskolumnen ”Budget” saknar enhet eller tecken."),
    ]
    for layout, found in refused:
        (params / "layouts" / "okand.yml").write_text(layout, encoding="utf-8")
        with pytest.raises(ReportError) as fault:
            load_params(params)
        assert found in [problem.found for problem in fault.value.problems]


def test_what_is_known_is_said_to_be_read_already() -> None:
    found = proposed(PROJECT / "data/example/2024/2024-04/DNKS.xlsx")
    assert found.questions == 0
    assert found.summary[-1] == "Inget behöver ändras: arbetsboken läses som den är."
    assert [one.name for one in found.known] == [
        *("cover", "asked_decisions", "forecast", "forecast_history", "goals", "assignments", "measures", "comments"),
    ]
    assert found.text.splitlines()[5:7] == [
        "# Bladet ”Prognos” läses redan: forecast i params/layouts/namnd.yml.",
        "# Provläst: 30 rader lästa, 2 summor stämmer, inga fel.",
    ]


def ledger(folder: Path, **cells: str) -> Path:
    """The small ledger with other headings."""
    path = write_books(folder) / LEDGER
    book = openpyxl.load_workbook(path)
    for cell, text in cells.items():
        book["Huvudbok"][cell] = text
    book.save(path)
    return path


def test_only_what_differs_from_a_known_layout_is_proposed(tmp_path: Path) -> None:
    found = proposed(ledger(tmp_path, H5="Utfalll", A1="Huvudbok 2024, tkr"))
    assert found.questions == 0
    lines = found.text.splitlines()
    assert "# Bladet ”Huvudbok” liknar en tabell som läses: ledger i params/layouts/utfall.yml." in lines
    assert "# Rubriken ”Utfalll” är nästan ”Utfall”." in lines
    assert "#       outcome: {…, synonyms: [Redovisat, Utfall perioden, Utfalll]}" in lines
    assert "#       budget: {…, unit: tkr}" in lines


def test_a_column_that_a_known_layout_lacks_is_asked_for(tmp_path: Path) -> None:
    found = proposed(ledger(tmp_path, H5="Bokfört"))
    (known,) = found.known
    assert known.questions == [
        "Var står ”Utfall”? Andra rubriker är ”Bokfört”. Betyder en av dem precis detsamma: skriv den under synonyms. "
        "Saknas kolumnen får den inte läsas ur något annat."
    ]


def test_a_known_table_on_a_sheet_of_another_name_has_its_unit_and_sign_asked(tmp_path: Path) -> None:
    path = written(tmp_path, "Nämnd | 2024 | 2025 | 2026 | 2027 | 2028\nDNKS | 183 | 191 | 197 | 203 | 209", "Plan")
    (known,) = proposed(path).known
    assert (known.file, known.name, known.keys) == ("budget", "frames", {"sheet": "Plan"})
    headings = "2024 (mnkr), 2025 (mnkr), 2026 (mnkr), 2027 (mnkr) och 2028 (mnkr)"
    assert known.questions == [
        f"Bladet säger ingen enhet. Är layoutens rätt här: {headings}?",
        f"Inget i bladet visar tecknet. Är layoutens rätt här: {headings.replace('mnkr', 'ledger')}?",
    ]


def test_years_alone_do_not_make_a_known_table(tmp_path: Path) -> None:
    path = written(tmp_path, "Paragraf | 2024 | 2025 | 2026 | 2027 | 2028\nHovet | 77 | 79 | 80 | 80 | 80", "Plan")
    assert proposed(path).known == ()


def test_some_of_a_known_tables_headings_among_many_are_another_table(tmp_path: Path) -> None:
    # Four of the five headings of the operating budget, but no Kontoklass.
    headings = "Period | Nämnd | Verksamhet | Konto | Projekt | Text | Budget | Utfall"
    path = written(tmp_path, f"{headings}\n2024-01 | DNKS | Skola | 4010 | P1 | Lön | 10 | 11", "Uttag")
    assert proposed(path).known == ()


def test_a_sign_against_a_known_layout_is_asked_about(tmp_path: Path) -> None:
    path = ledger(tmp_path)
    book = openpyxl.load_workbook(path)
    for row in book["Huvudbok"].iter_rows(min_row=6, min_col=7, max_col=9):
        for cell in row:
            cell.value = -cell.value if isinstance(cell.value, int | float) else cell.value
    book.save(path)
    (known,) = proposed(path).known
    assert "”Budget”: layouten säger sign: ledger, men bladet tyder på result. Vilket gäller?" in known.questions


@pytest.mark.parametrize("form", other_forms.FORMS)
def test_any_form_of_workbook_is_read(form: str, tmp_path: Path) -> None:
    rows = [["Verksamhet", "Budget (tkr)"], ["Skola", 10.0], ["Bad", 5.0]]
    path = tmp_path / f"bok.{form}"
    path.write_bytes(other_forms.FORMS[form]({"Blad1": rows}))
    (table,) = proposed(path).tables
    assert [column.keys.get("unit") for column in table.columns] == [None, "tkr"]


def test_a_file_is_never_written_over(tmp_path: Path, monkeypatch, capsys) -> None:
    target = tmp_path / "layout.yml"
    target.write_text("somebody's", encoding="utf-8")
    assert run(monkeypatch, written(tmp_path, WHOLE), "--output", target) == 2
    assert capsys.readouterr().err.startswith(f"Filen {target} finns redan och skrivs aldrig över.")
    assert target.read_text(encoding="utf-8") == "somebody's"


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (
            ["{folder}/okänd.xlsx"],
            "Arbetsboken ”{folder}/okänd.xlsx” finns inte. I mappen ligger ”okand.xlsx”. Menades ”okand.xlsx”?",
        ),
        (["{book}", "--sheet", "Blad2"], "Bladet ”Blad2” finns inte. Arbetsboken har bladen ”Blad1”."),
        (
            ["{book}", "--output", "{folder}/layout.txt"],
            "Filen ”layout.txt” kan inte vara en layout: en layouts fil slutar på .yml.",
        ),
        (
            ["{book}", "--output", "{folder}/ny/layout.yml"],
            "Mappen {folder}/ny finns inte. Skapa den, eller ange en annan fil med --output.",
        ),
    ],
)
def test_a_command_that_cannot_be_meant_ends_with_2(words, told, tmp_path, monkeypatch, capsys) -> None:
    names = {"book": written(tmp_path, WHOLE), "folder": tmp_path}
    assert run(monkeypatch, *(word.format(**names) for word in words)) == 2
    assert capsys.readouterr().err == told.format(**names) + "\n"


def test_a_workbook_that_cannot_be_opened_is_refused_as_elsewhere(tmp_path: Path, monkeypatch, capsys) -> None:
    path = tmp_path / "bok.xlsx"
    path.write_bytes(b"PK\x03\x04 no archive")
    assert run(monkeypatch, path, "--output", tmp_path / "ny.yml") == 1
    assert "Traceback" not in capsys.readouterr().err
    assert not (tmp_path / "ny.yml").exists()


def test_a_personal_identity_number_is_refused_and_not_repeated(tmp_path: Path, monkeypatch, capsys) -> None:
    path = written(tmp_path, "Namn | Budget (tkr)\n'19121212-1212 | 10\nBad | 5")
    assert run(monkeypatch, path, "--output", tmp_path / "ny.yml") == 1
    told = capsys.readouterr()
    assert "Här står ett personnummer" in told.err
    assert "1212-1212" not in told.err + told.out
    assert not (tmp_path / "ny.yml").exists()


def test_a_sheet_without_a_table_is_said_and_a_question_is_left(tmp_path: Path) -> None:
    found = proposed(written(tmp_path, "Läs mig först"))
    assert found.questions == 1
    assert found.text.splitlines()[1:] == [
        "# Bladet ”Blad1” har ingen tabell som kan urskiljas.",
        "# FRÅGA: Ingen tabell kan urskiljas. En tabell har en rad med rubriker och rader under den.",
    ]


def test_what_the_trial_finds_is_a_question(tmp_path: Path) -> None:
    costs = "".join(f"\nverksamhet {number} | {number * number + 10}" for number in range(1, 7))
    found = proposed(written(tmp_path, f"Verksamhet | Kostnader (tkr){costs}\nverksamhet 7 | okänt"))
    (table,) = found.tables
    assert table.questions == [
        "Läst så ger bladet 1 fel, som står ovan. Är det layouten eller arbetsboken som ska rättas?"
    ]


def test_the_example_is_rediscovered_without_its_layouts() -> None:
    params = PARAMS.model_copy(update={"layouts": {}})
    found = proposed(PROJECT / "data/example/2024/budget.xlsx", params)
    told = {table.name: table.columns[-1].keys for table in found.tables}
    assert told["driftbudget"] | {"header": ""} == {"header": "", "type": "amount", "unit": "stated", "sign": "ledger"}
    assert told["investeringsplan"]["sign"] == told["investeringsbudget"]["sign"] == "magnitude"
    # A frame is only a budget in its words: its sign is asked.
    assert "sign" not in told["fordelning_av_budget_till_namnder"]
    assert {trial.summary for trial in found.trials.values()} >= {"344 rader lästa, 1 summa stämmer, inga fel."}
