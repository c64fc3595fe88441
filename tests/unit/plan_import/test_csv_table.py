"""A csv file as it comes: its separator and encoding are seen, and a file that is none is refused with its remedy."""

from __future__ import annotations

from pathlib import Path

import pytest

from followup.ground.errors import ReportError
from followup.plan_import.csv_table import csv_grid
from followup.plan_import.table_file import tables_in
from tests.other_forms import FORMS
from tests.plan_import_cases import csv_file, read_back, refused, started, told

ROWS = [["Min plan", "", ""], ["Kod", "Text", "Bärare"], ["1", "Nära, trygg vård", "DNHS"], ["2", "Öppna; fråga", ""]]


def joined(separator: str) -> str:
    """The rows as a spreadsheet writes them: a text with the separator in it stands between quotation marks."""
    cells = [[f'"{cell}"' if separator in cell else cell for cell in row] for row in ROWS]
    return "\r\n".join(separator.join(row) for row in cells) + "\r\n"


@pytest.mark.parametrize("separator", [";", ",", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_separator_and_encoding_are_seen(separator: str, encoding: str) -> None:
    grid, notes = csv_grid(joined(separator).encode(encoding), "plan.csv")
    assert grid.rows == ROWS
    assert notes == []


def test_windows_1252_is_read_and_told(tmp_path: Path) -> None:
    found = started(csv_file(tmp_path, joined(";"), "cp1252"))
    assert [node.name for node in read_back(found, tmp_path).nodes] == ["Nära, trygg vård", "Öppna; fråga"]
    assert told(found)[0] == (
        "påpekande plan.csv: Filen är inte sparad som UTF-8. Den har lästs som Windows-1252, som Excel på svenska "
        "skriver. En csv-fil i UTF-8 väntas. Kontrollera att å, ä och ö är rätt i planen. Är de inte det: spara filen "
        "som ”CSV UTF-8”."
    )


def test_a_line_may_say_which_separator_it_is() -> None:
    grid, _ = csv_grid(b"sep=|\r\nKod|Text, med mera\r\n1|a, b\r\n", "plan.csv")
    # The line is a row of the file: the cells below have the numbers that a person sees.
    assert grid.rows == [["", ""], ["Kod", "Text, med mera"], ["1", "a, b"]]


def test_a_title_above_and_commas_in_every_text_do_not_make_a_comma_the_separator() -> None:
    grid, _ = csv_grid(b"Plan\nKod;Text\n1;a, b\n2;c, d\n3;e, f\n", "plan.csv")
    assert grid.rows[2] == ["1", "a, b"]


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (
            b'Kod;Text\n1;"' + b"x\n" * 70_000,
            "plan.csv: Filen kan inte delas upp i rader och kolumner. Varje citattecken som inleder en text avslutar "
            "den också. Öppna filen i Excel, rätta och spara den på nytt som csv eller som .xlsx.",
        ),
        (
            b"PK\x00\x01",
            "plan.csv: Filen är ingen textfil i UTF-8, UTF-16 eller Windows-1252. En csv-fil eller en Excel-arbetsbok "
            "(.xlsx) väntas. Öppna filen i Excel och spara den som ”CSV UTF-8” eller som .xlsx.",
        ),
        (
            b"Kod;Text\n" + b"1;x\n" * 20_000,
            "plan.csv: Tabellen har fler än 20\u00a0000 rader, 60 kolumner eller 2\u00a0000\u00a0000 tecken. Så stor "
            "är ingen plan. Kontrollera att det är rätt tabell, och ta bort det som ligger långt utanför den.",
        ),
    ],
)
def test_what_is_no_table_of_a_plan(content: bytes, told: str, tmp_path: Path) -> None:
    path = tmp_path / "plan.csv"
    path.write_bytes(content)
    assert refused(path) == [told]


WANTED = (
    "En lista har en rubrikrad med ”Benämning”, ”Nivå”, ”Kod”, ”Föräldrakod”, ”Bärare”, ”Klart senast”, ”Förs över "
    "från”, ”Anmärkning” och ”Beskrivning”, där benämningen och en till måste finnas. En export har en kolumn för "
    "varje nivå: rubrikerna upprepas, står under en numrerad rubrik eller är nivåer i en plan som finns. Rätta "
    "rubrikerna i tabellen."
)


@pytest.mark.parametrize(
    ("text", "found"),
    [("", "Filen har ingen tabell."), ("Konto;Belopp\n4010;12\n", "Tabellens form känns inte igen.")],
)
def test_a_table_of_another_kind_is_not_made_a_plan(text: str, found: str, tmp_path: Path) -> None:
    assert refused(csv_file(tmp_path, text)) == [f"plan.csv: {found} {WANTED}"]


@pytest.mark.parametrize("form", FORMS)
def test_a_plan_may_stand_in_any_form(tmp_path, form):
    path = tmp_path / f"plan{form}"
    path.write_bytes(FORMS[form]({"Plan": [["Nivå", "Kod"], ["Mål", "A.1"]]}))
    (grid,), notes = tables_in(path)
    assert (grid.sheet, grid.rows, notes) == ("Plan", [["Nivå", "Kod"], ["Mål", "A.1"]], [])


@pytest.mark.parametrize(("before", "line"), [("", 2), ("sep=;\n", 3)])
def test_a_quotation_mark_that_is_never_closed_takes_no_rows_with_it(before, line):
    content = f'{before}Nivå;Kod;Benämning\n1;1;"Mål\n2;1.1;Uppdrag\n'.encode()
    with pytest.raises(ReportError) as refused:
        csv_grid(content, "plan.csv")
    assert str(refused.value) == (
        f"plan.csv, rad {line}: Filen kan inte delas upp i rader och kolumner. Varje citattecken som inleder en text "
        "avslutar den också. Öppna filen i Excel, rätta och spara den på nytt som csv eller som .xlsx."
    )


def test_a_text_of_several_lines_is_one_cell():
    grid, _ = csv_grid('Nivå;Benämning\n1;"Mål\nmed två rader"'.encode(), "plan.csv")
    assert len(grid.rows) == 2
