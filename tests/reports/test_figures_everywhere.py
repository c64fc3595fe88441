"""Each figure of figures.csv, followed through HTML, PDF and Excel: the same number stands in all of them."""

import csv
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

import html5lib
import nbformat
import openpyxl
import pypdf

from followup.document.blocks import Block, Chart, Composite
from followup.document.document import read_document

# The figures of running sentences are words in the workbook too, as are the lines of small print in a tile.
IN_WORDS = ("figure", "line")


def _squeezed(text: str) -> str:
    """Without any space: a line break in a PDF must not part what a reader sees as one number."""
    return re.sub(r"\s", "", text)


def figures(folder: Path) -> list[dict[str, str]]:
    with (folder / "figures.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_every_figure_stands_under_its_table_in_the_page(report_folder):
    page = html5lib.parse((report_folder / "rapport.html").read_bytes(), namespaceHTMLElements=False)
    whole = {name: _squeezed("".join(e.itertext())) for e in page.iter() if (name := e.get("id"))}
    rows = figures(report_folder)
    assert len(rows) >= 30
    for row in rows:
        assert _squeezed(row["shown"]) in whole[row["table"]], row


def _all(blocks: Iterable[Block]) -> Iterator[Block]:
    """The blocks and what they are made of."""
    for block in blocks:
        yield block
        if isinstance(block, Composite):
            yield from _all(block.parts())


# The foot of a page and the head of the next one, as the text has them.
RUNNING = re.compile(
    r"RegionHalland·uppgifterhämtade[\d-]+sida\d+av\d+(?:[^·]{5,80}·[^·]{5,60}·\w+–\w+?\d{4}(?:Exempeldata)?)?"
)


def test_every_figure_stands_in_the_text_of_the_pdf_as_often_as_it_is_listed(report_folder):
    pages = pypdf.PdfReader(report_folder / "rapport.pdf").pages
    text = _squeezed("".join(page.extract_text() for page in pages))
    # A sentence may go on to the next page, below its head.
    text = re.sub(RUNNING, "", text)
    document = read_document(nbformat.read(report_folder / "rapport.ipynb", as_version=4))
    # What is looked up or stands on the page alone is not printed, nor the numbers behind the charts: figures.csv,
    # which is attached, has them.
    unprinted = {one.id for one in _all((*document.appendix, *document.unprinted))}
    unprinted |= {one.data.id for one in _all(document.everything) if isinstance(one, Chart)}
    listed = Counter(_squeezed(row["shown"]) for row in figures(report_folder) if row["table"] not in unprinted)
    for shown, times in listed.items():
        assert text.count(shown) >= times, shown


def test_every_figure_stands_in_the_workbook_as_a_number(report_folder):
    book = openpyxl.load_workbook(report_folder / "rapport.xlsx")
    # The sheet Figurer is the list of figures itself; the tables are what is looked at here.
    cells = [cell for sheet in book.worksheets if sheet.title != "Figurer" for row in sheet.iter_rows() for cell in row]
    numbers = {round(cell.value, 9) for cell in cells if isinstance(cell.value, int | float)}
    words = _squeezed("".join(cell.value for cell in cells if isinstance(cell.value, str)))
    for row in figures(report_folder):
        if row["column"].startswith(IN_WORDS):
            assert _squeezed(row["shown"]) in words, row
        elif row["value"]:
            # A difference that rounds to another number than its shown terms make stands there as they make it.
            shown = re.match(r"[-+]?[\d.]+", _squeezed(row["shown"]).replace("\u2212", "-").replace(",", "."))
            assert {round(float(row["value"]), 9), float(shown[0]) if shown else None} & numbers, row


def test_every_figure_with_a_value_names_its_cells_and_the_cells_exist(report_folder, example_data):
    books: dict[str, openpyxl.Workbook] = {}
    checked = 0
    for row in figures(report_folder):
        if not row["value"]:
            continue
        assert row["workbook"], row
        parts = zip(row["workbook"].split(";"), row["sheet"].split(";"), row["cells"].split(";"), strict=True)
        for workbook, sheet, cells in parts:
            # 33,000 rows, which test_independent_sums adds up; and a line of a params file is no cell.
            if workbook.endswith(("utfall.xlsx", ".yml", ".csv")):
                checked += 1
                continue
            if workbook not in books:
                books[workbook] = openpyxl.load_workbook(example_data / workbook)
            first = cells.split(",")[0].split(":")[0]
            assert books[workbook][sheet][first] is not None
            checked += 1
    assert checked >= 30
