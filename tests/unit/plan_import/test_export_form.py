"""An export with a column for each level: how an entry goes on, and what has no place."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from tests import workbooks
from tests.plan_import_cases import csv_file, read_back, refused, started, workbook

HEADS = ("Prioriteringar", "Insatser", "Aktiviteter")
Rows = Sequence[Sequence[Any]]


def hierarchy(folder: Path, rows: Rows) -> list[tuple[str, str]]:
    """Every entry's code and name."""
    return [(node.code, node.name) for node in read_back(started(workbook(folder, *rows)), folder).nodes]


def doubts(folder: Path, rows: Rows) -> list[str]:
    """Every error and warning, without the file's name."""
    found = started(workbook(folder, *rows))
    return [
        f"{one.severity} {one.place.removeprefix('plan.xlsx, blad Plan, ')}: {one.message}"
        for one in found.problems
        if one.severity != "påpekande"
    ]


SECTION = ("1.1 Delmål: God vård",)


def test_a_word_for_a_total_is_told(tmp_path: Path) -> None:
    assert doubts(tmp_path, [SECTION, HEADS, ("A", "B", "C"), ("Summa", "", "")]) == [
        "varning cell A4: ”Summa” har blivit en post, 1.1.2. En summarad är ingen post. Ta bort den ur planens fil om "
        "raden är en summa."
    ]


def test_an_entry_goes_on_over_a_new_page_in_an_empty_cell_or_repeated(tmp_path: Path) -> None:
    wanted = [("1.1", "God vård"), ("1.1.1", "A"), ("1.1.1.1", "B"), ("1.1.1.1.1", "C"), ("1.1.1.1.2", "D")]
    page = [("",), ("Plan 2025 4(30)",), HEADS]
    for again in (("", "", "D"), ("A", "", "D"), ("A", "B", "D")):
        assert hierarchy(tmp_path, [SECTION, HEADS, ("A", "B", "C"), *page, again]) == wanted
    # Not on a new page, the same words once more are a second entry.
    assert hierarchy(tmp_path, [SECTION, HEADS, ("A", "B", "C"), ("", "B", "D")])[4:] == [
        ("1.1.1.2", "B"),
        ("1.1.1.2.1", "D"),
    ]


def test_among_merged_cells_an_empty_cell_that_is_not_merged_skips_the_level(tmp_path: Path) -> None:
    path = workbook(tmp_path, SECTION, HEADS, ("A", "B", "C"), ("", "", "D"), ("", "E", ""))
    assert [node.code for node in read_back(started(path), tmp_path).nodes][-1] == "1.1.1.2"
    book = openpyxl.load_workbook(path)
    book["Plan"].merge_cells("A3:A4")
    book["Plan"].merge_cells("B3:B4")
    book.save(path)
    assert [node.code for node in read_back(started(path), tmp_path).nodes][-1] == "1.1.0.1"


def test_numbered_headings_of_two_lines_without_a_word_and_chapters_above_them(tmp_path: Path) -> None:
    rows = [
        ("Verksamhetsplan",),
        ("1 Vård",),
        ("1.1 Delmål: Arbetar hälsofrämjande och",),
        ("levererar vård",),
        HEADS,
        ("A", "", ""),
        ("2 Stöd",),
        ("2.10 IT-policy",),
        HEADS,
        ("12 nya platser", "", ""),
    ]
    assert hierarchy(tmp_path, rows) == [
        ("1.1", "Arbetar hälsofrämjande och levererar vård"),
        ("1.1.1", "A"),
        ("2.10", "IT-policy"),
        ("2.10.1", "12 nya platser"),
    ]


def test_known_levels_need_no_repeated_heads_and_may_have_columns_beside_them(tmp_path: Path) -> None:
    rows = "Fokusområden,Mål,Bärare,Klart senast\nNära vård,,,\n,Korta köer,DNHS,2025-06\n,Fler besök,,\n"
    plan = read_back(started(csv_file(tmp_path, rows)), tmp_path)
    assert [(node.code, node.name, node.committees, node.due) for node in plan.nodes] == [
        ("1", "Nära vård", ("RS",), ""),
        ("1.1", "Korta köer", ("DNHS",), "2025-06"),
        ("1.2", "Fler besök", ("RS",), ""),
    ]
    assert started(csv_file(tmp_path, rows)).summary[1] == (
        "9\u00a0celler lästa: 3\u00a0poster, 2\u00a0uppgifter till poster, 4\u00a0rubriker och sidrader, 0 utan plats."
    )


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        pytest.param(
            [SECTION, HEADS, ("A", "B", "C"), ("#REF!", "D", "")],
            [
                "fel cell A4: Här står felvärdet #REF!. En text väntas. Rätta formeln i arbetsboken och spara den "
                "igen.",
                "fel cell B4: ”D” ligger under en cell som inte kan läsas. Varje post har en plats. Den har inte "
                "blivit någon post. Rätta cellen ovanför, och börja om.",
            ],
            id="a cell that cannot be read",
        ),
        pytest.param(
            [SECTION, HEADS, ("A", "B", "C", "klart")],
            [
                "fel cell D3: ”klart” står bredvid tabellens nivåer. Ett ord eller en text står under en rubrik, på "
                "samma rad som sin post. Texten finns inte i planen. Skriv den i planens fil om den hör dit.",
            ],
            id="a text outside the levels",
        ),
        pytest.param(
            [("Nämnd", "RS"), SECTION, HEADS, ("A", "B", "C")],
            [
                "varning rad 1: Raden står ovanför tabellens rubriker och börjar ”Nämnd”. Ovanför rubrikerna står "
                "bara titlar. Raden har inte blivit någon post. Skriv den i planens fil om den hör till planen.",
            ],
            id="two cells above the heads",
        ),
        pytest.param(
            [SECTION, HEADS, ("A", "finansiering av", "C"), HEADS, ("", "utbyggnaden", "D")],
            [
                "varning cell B5: ”utbyggnaden” står först på en ny sida och börjar med liten bokstav. Det kan vara "
                "fortsättningen på ”finansiering av”. En text som delas av en sidbrytning är en enda post. Är det så: "
                "lägg ihop de två i planens fil.",
            ],
            id="a text that a page broke",
        ),
        pytest.param(
            [HEADS, ("", "B", "C"), HEADS, ("A", "", "")],
            [
                "varning cell B2: ”B” ligger ytterst i planen, utan någon post över sig: nivån ”Prioritering” är "
                "överhoppad. En post ligger oftast under en post på nivån ovanför. Är det fel: flytta den i planens "
                "fil.",
            ],
            id="an entry without a parent level",
        ),
    ],
)
def test_what_does_not_fit_is_told(rows: Rows, told: list[str], tmp_path: Path) -> None:
    assert doubts(tmp_path, rows) == told
    found = started(workbook(tmp_path, *rows))
    assert found.fits is not any(line.startswith("fel") for line in told)


def test_hidden_and_covered_texts_are_told(tmp_path: Path) -> None:
    path = workbook(tmp_path, SECTION, HEADS, ("A", "B", "C"), ("", "", "D"))
    book = openpyxl.load_workbook(path)
    book["Plan"].row_dimensions[4].hidden = True
    book["Plan"]["C3"].font = openpyxl.styles.Font(strike=True)
    book.save(path)
    assert [f"{one.place}: {one.found}" for one in started(path).problems if one.severity == "varning"] == [
        "plan.xlsx, blad Plan, cell C3: Texten är överstruken.",
        "plan.xlsx, blad Plan, rad 4: Raden är dold.",
    ]


def test_one_sheet_of_several_is_the_plan_or_named(tmp_path: Path) -> None:
    table = [HEADS, ("A", "B", "C"), HEADS]
    path = workbooks.write_book(tmp_path / "plan.xlsx", {"Om": [("Text",)], "Plan": table, "Tomt": [()]})
    assert started(path).summary[0].startswith("Bladet ”Plan” har lästs som en export")
    workbooks.write_book(path, {"Plan": table, "Gammal": table})
    assert refused(path) == [
        "plan.xlsx: Arbetsboken har flera blad som kan vara planen: ”Plan” och ”Gammal”. En plan läses ur ett blad. "
        "Lägg till --sheet med bladets namn i kommandot."
    ]
    assert started(path, sheet="Gammal").summary[0].startswith("Bladet ”Gammal” har lästs som en export")
    assert refused(path, sheet="Plaan") == [
        "plan.xlsx, blad Plaan: Bladet ”Plaan” saknas. Arbetsboken har bladen ”Plan” och ”Gammal”. Menades det med "
        "”Plan”? Byt i så fall namn på bladet till ”Plaan”."
    ]
