"""Each figure of figures.csv, followed through HTML, PDF and Excel: the same number stands in all of them."""

import csv
import re
from collections import Counter
from pathlib import Path

import html5lib
import openpyxl
import pypdf
import pytest

from tests.conftest import COMMITTEES

# The figures of running sentences are words in the workbook too, as are the lines of small print in a tile.
SENTENCES = ("i-korthet", "att-forklara", "budgetram", "investeringsplan")


def _squeezed(text: str) -> str:
    """Without any space: a line break in a PDF must not part what a reader sees as one number."""
    return re.sub(r"\s", "", text)


def figures(folder: Path) -> list[dict[str, str]]:
    with (folder / "figures.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize("committee", COMMITTEES)
def test_every_figure_stands_under_its_table_in_the_page(committee, built_period):
    page = html5lib.parse((built_period / committee / "rapport.html").read_bytes(), namespaceHTMLElements=False)
    whole = {name: _squeezed("".join(e.itertext())) for e in page.iter() if (name := e.get("id"))}
    rows = figures(built_period / committee)
    assert len(rows) > 250
    for row in rows:
        assert _squeezed(row["shown"]) in whole[row["table"]], row


@pytest.mark.parametrize("committee", COMMITTEES)
def test_every_figure_stands_in_the_text_of_the_pdf_as_often_as_it_is_listed(committee, built_period):
    pages = pypdf.PdfReader(built_period / committee / "rapport.pdf").pages
    text = _squeezed("".join(page.extract_text() for page in pages))
    listed = Counter(_squeezed(row["shown"]) for row in figures(built_period / committee))
    for shown, times in listed.items():
        assert text.count(shown) >= times, shown


@pytest.mark.parametrize("committee", COMMITTEES)
def test_every_figure_stands_in_the_workbook_as_a_number(committee, built_period):
    book = openpyxl.load_workbook(built_period / committee / "rapport.xlsx")
    # The sheet Figurer is the list of figures itself; the tables are what is looked at here.
    cells = [cell for sheet in book.worksheets if sheet.title != "Figurer" for row in sheet.iter_rows() for cell in row]
    numbers = {round(cell.value, 9) for cell in cells if isinstance(cell.value, int | float)}
    words = _squeezed("".join(cell.value for cell in cells if isinstance(cell.value, str)))
    for row in figures(built_period / committee):
        if row["table"] in SENTENCES or row["column"].startswith("line"):
            assert _squeezed(row["shown"]) in words, row
        elif row["value"]:
            assert round(float(row["value"]), 9) in numbers, row


@pytest.mark.parametrize("committee", COMMITTEES)
def test_every_figure_with_a_value_names_its_cells_and_the_cells_exist(committee, built_period, example_data):
    books: dict[str, openpyxl.Workbook] = {}
    checked = 0
    for row in figures(built_period / committee):
        if not row["value"]:
            continue
        assert row["workbook"], row
        parts = zip(row["workbook"].split(";"), row["sheet"].split(";"), row["cells"].split(";"), strict=True)
        for workbook, sheet, cells in parts:
            if workbook.endswith("utfall.xlsx"):
                continue  # 32,000 rows; test_independent_sums adds them all up
            if workbook not in books:
                books[workbook] = openpyxl.load_workbook(example_data / workbook)
            first = cells.split(",")[0].split(":")[0]
            assert books[workbook][sheet][first] is not None
            checked += 1
    assert checked > 100
