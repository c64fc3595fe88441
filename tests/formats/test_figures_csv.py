"""figures.csv: one row per figure and place, with its origin, and nothing that a spreadsheet would run."""

from __future__ import annotations

import csv
import io
import re
from typing import Any
from urllib.parse import unquote

import pytest
import samples
from hypothesis import given, settings
from hypothesis import strategies as st

from followup.document.blocks import Block, Column, Row, Table, Text
from followup.document.cells import Cell, in_list
from followup.document.document import Document, read_document
from followup.formats.csv.figures import COLUMNS, figures, figures_csv
from followup.ground.characters import printable


def document_of(*blocks: Block) -> Document:
    return Document(samples.cover(), (samples.cover(), *blocks))


def rows_of(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline="")))


def one_cell(cell: Cell, label: str = "Personal") -> dict[str, str]:
    columns = (Column("post", "Post", "text"), Column("utfall", "Utfall"))
    table = Table(id="t", caption="T", columns=columns, rows=(Row("rad", (Cell(label), cell)),))
    (row,) = rows_of(figures_csv(document_of(table)))
    return row


def test_a_figure_in_a_table_is_a_row_with_its_value_and_cells() -> None:
    origin = (("2024/2024-04/utfall.xlsx", "Huvudbok", "H5:H9,H12"), ("2024/budget.xlsx", "Ram", "C4"))
    made = {
        "operation": "difference",
        "formula": "S1 * -1 / 1000000 - S2",
        "flipped": "yes;no",
        "source_unit": "kr;mnkr",
        "filter": in_list(["Verksamhet=A;B & Period=2024-01..2024-04", ""]),
    }
    assert one_cell(Cell("−10,4", value=-10.4321, unit="mnkr", decimals=1, origin=origin, made=made)) == {
        "table": "t",
        "row": "rad",
        "column": "utfall",
        "label": "Personal",
        "value": "-10.4321",
        "shown": "−10,4",
        "unit": "mnkr",
        "why_missing": "",
        "workbook": "2024/2024-04/utfall.xlsx;2024/budget.xlsx",
        "sheet": "Huvudbok;Ram",
        "cells": "H5:H9,H12;C4",
        "operation": "difference",
        "formula": "S1 * -1 / 1000000 - S2",
        "flipped": "yes;no",
        "source_unit": "kr;mnkr",
        "filter": "Verksamhet=A%3BB & Period=2024-01..2024-04;",
        "section": "Första sidan",
        "address": "rapport.html#t",
        "explained": "",
    }


def test_a_missing_figure_is_listed_with_its_reason_and_no_value() -> None:
    row = one_cell(Cell("skyddas", unit="%", why_missing="skyddad uppgift"))
    assert (row["value"], row["shown"], row["why_missing"]) == ("", "skyddas", "skyddad uppgift")


def test_values_have_all_their_digits_and_no_exponent() -> None:
    assert one_cell(Cell("0,0", value=1e-07))["value"] == "0.0000001"
    assert one_cell(Cell("1", value=123456789012345680.0))["value"] == "123456789012345680"
    assert one_cell(Cell("0,3", value=0.1 + 0.2))["value"] == "0.30000000000000004"
    assert one_cell(Cell("9", value=9.0))["value"] == "9"


def test_a_text_that_a_spreadsheet_would_run_gets_an_apostrophe() -> None:
    for label in ("=1+1", "+46 35", "-x", "@SUM(A1)", "\tx", "\uff1d1+1", "\uff0b1", "\uff0d1", "\uff20SUM(A1)"):
        assert one_cell(Cell("1", value=1.0), label)["label"] == f"'{label}"
    # A number with its sign is no formula.
    for shown in ("+1,2", "+1\u00a0234,5", "+1,2\u00a0mnkr"):
        assert one_cell(Cell(shown, value=1.2))["shown"] == shown
    assert one_cell(Cell("+1|cmd", value=1.2))["shown"] == "'+1|cmd"


def split(line: str) -> list[str]:
    """The cells that a program with ";" between its columns makes of the file: quotes count where they begin a cell."""
    return [cell for row in csv.reader(io.StringIO(line, newline=""), delimiter=";") for cell in row]


RISKY = tuple("=+-@\t\r\uff1d\uff0b\uff0d\uff20")
LABELS = [
    "Ett; =1+1",
    "Ett;=1+1",
    'Ett;"=1+1";',
    "Ett; \"'=1+1",
    "a;\t@SUM(A1)",
    "a\n=1+1",
    "a\r\n=1+1",
    "a;;;=1;+2;-3",
    "a;\uff1d1+1",
    '=HYPERLINK("https://a.se";"klicka")',
    "a\t-1",
    "';=1",
    '"=1',
    " =1",
    "x;'=1;y",
]


@pytest.mark.parametrize(
    ("block", "label", "others", "explained"),
    [
        ("nyckeltal", "Mål som bedöms uppnås", ("indikatorer", "malmatris"), "malmatris"),
        ("nyckeltal", "Indikatorer som når målvärdet", ("indikatorer", "malmatris"), "indikatorer"),
        ("nyckeltal", "Mål ur Mål och budget: 5 fokusområden", ("indikatorer", "mal"), "mal"),
        ("nyckeltal", "Verksamhetsmått som når målvärdet", ("lasanvisning",), "lasanvisning"),
        ("i-korthet", "Fyra av budgetens 13 nämnder och poster räknar med underskott", ("namnder",), "namnder"),
        ("beraknat-forslag", "Intäkter", ("beraknat-bedomning", "beraknat-regler"), "beraknat-regler"),
        ("beraknat-forslag", "Intäkter", ("beraknat-bedomning",), "beraknat-bedomning"),
        ("jamforelse", "Väntande", (), "jamforelse"),
    ],
)
def test_what_a_text_explains_has_its_address(block: str, label: str, others: tuple[str, ...], explained: str) -> None:
    columns = (Column("post", "Post", "text"), Column("antal", "Antal"))
    made = {"operation": "count", "formula": "computed(S1, S2)"}
    rows = (Row("a", (Cell(label), Cell("4", value=4.0, made=made))), Row("b", (Cell(label), Cell("1", value=1.0))))
    texts = (Text(id=one, paragraphs=(["Så räknas det."],)) for one in others)
    found = figures(document_of(Table(block, "T", columns, rows), *texts))
    assert [row["explained"] for row in found] == [f"rapport.html#{explained}", ""]


def test_a_list_keeps_per_cent_as_it_is_and_can_be_taken_apart_again() -> None:
    names = ["%", "Ä;B", "50 %", "a%3Bb", "%;", "100%25"]
    told = in_list(names)
    assert told == "%;Ä%3BB;50 %;a%253Bb;%%3B;100%2525"
    assert [unquote(one) for one in told.split(";")] == names


@pytest.mark.parametrize("label", LABELS)
def test_no_part_of_a_text_is_a_formula_wherever_the_file_is_divided(label: str) -> None:
    columns = (Column("post", "Post", "text"), Column("utfall", "Utfall"))
    cell = Cell("1", value=-1.5, origin=(("a.xlsx", "=Blad;1", "A1"), ("b.xlsx", "-2 %", "B2")))
    text = figures_csv(
        document_of(Table(id="t", caption="T", columns=columns, rows=(Row("rad", (Cell(label), cell)),)))
    )
    (row,) = rows_of(text)
    assert row["sheet"] == "'=Blad%3B1;'-2 %"
    for cells in (row.values(), split(text), text.split(";"), re.split("[;\t\n]", text)):
        begun = [one for one in (one.lstrip(' "') for one in cells) if one.startswith(RISKY)]
        assert [one for one in begun if not re.fullmatch(r"-1\.5", one)] == []
    assert original(row["label"]) == printable(label)


def original(text: str) -> str:
    """The text back, by the rule that the module's docstring gives, written anew."""
    parts = re.split("([;\t\n])", text)
    for place in range(0, len(parts), 2):
        begun = parts[place].lstrip(" \u00a0\"'")
        # The part is nothing but what is passed over, and ends at a tab or, if it is the first, at a line feed.
        follows = parts[place + 1 : place + 2]
        first = begun == "" and (follows == ["\t"] or (place == 0 and follows == ["\n"]))
        if parts[place].startswith("'") and (begun.startswith(RISKY) or first):
            parts[place] = parts[place][1:]
    return "".join(parts)


@settings(max_examples=500, deadline=None)
@given(st.text(alphabet="a1 ;'\"=+-@\t\n\u00a0\uff1d", max_size=20))
def test_a_text_comes_back(label: str) -> None:
    assert original(one_cell(Cell("1", value=1.0), label)["label"]) == label


def test_a_sentence_gives_a_row_per_figure() -> None:
    text = Text(
        id="mening",
        paragraphs=(["Utfallet är ", Cell("3,1 mnkr", value=3.1, unit="mnkr"), "."],),
        items=(["Från ", Cell("4", value=4.0), " till ", Cell("5", value=5.0)], ["Utan siffror."]),
    )
    found = [(row["row"], row["column"], row["label"], row["value"]) for row in figures(document_of(text))]
    assert found == [
        ("paragraph-1", "figure", "Utfallet är 3,1 mnkr.", 3.1),
        ("item-1", "figure-1", "Från 4 till 5", 4.0),
        ("item-1", "figure-2", "Från 4 till 5", 5.0),
    ]


def _figure_cells(content: Any) -> int:
    """Figures in a document's JSON, counted without any knowledge of blocks."""
    if isinstance(content, dict):
        return ("value" in content and "text" in content) + sum(map(_figure_cells, content.values()))
    return sum(map(_figure_cells, content)) if isinstance(content, list | tuple) else 0


def test_every_figure_of_a_report_is_listed() -> None:
    document = read_document(samples.sample_notebook())
    rows = figures(document)
    assert len(rows) == _figure_cells([item.as_json() for item in document.items]) > 250
    assert all(tuple(row) == COLUMNS for row in rows)
    assert all(row["workbook"].endswith(".xlsx") for row in rows if row["shown"] != "9 mål")
    # Table, row and column find a figure.
    assert len({(row["table"], row["row"], row["column"]) for row in rows}) == len(rows)


def test_the_file_is_rfc_4180() -> None:
    text = figures_csv(document_of(Text(id="x", paragraphs=(['Ett "citat", ', Cell("1", value=1.0)],))))
    assert (
        text
        == ",".join(COLUMNS)
        + '\r\nx,paragraph-1,figure,"Ett ""citat"", 1",1,1,,,,,,,,,,,Första sidan,rapport.html#x,\r\n'
    )
