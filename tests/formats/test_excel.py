"""The workbook, opened by another library than the one that wrote it."""

from __future__ import annotations

import io
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest
import samples
from openpyxl import Workbook

from followup.document.blocks import Block, Column, Comment, Row, Table, Text, Tile, Tiles
from followup.document.cells import Cell
from followup.document.document import Document, read_document
from followup.document.written import WrittenHeading
from followup.formats.csv.figures import figures
from followup.formats.excel.sheet import number_format
from followup.formats.excel.workbook import workbook_bytes
from followup.ground.errors import ReportError


def document_of(*blocks: Block, headings: tuple[str, ...] = (), **cover: str) -> Document:
    head = replace(samples.cover(), **cover)
    sections = [WrittenHeading(f"h{at}", text, 2) for at, text in enumerate(headings)]
    return Document(head, (head, *blocks, *sections))


def opened(document: Document) -> Workbook:
    return openpyxl.load_workbook(io.BytesIO(workbook_bytes(document)))


@pytest.fixture(scope="module")
def document() -> Document:
    return read_document(samples.sample_notebook())


@pytest.fixture(scope="module")
def book(document: Document) -> Workbook:
    return opened(document)


def test_one_sheet_per_section(book: Workbook) -> None:
    sections = ["Sammanfattning", "Målstyrning", "Kvalitetsstyrning", "Ekonomi", "Om underlaget"]
    assert book.sheetnames == ["Första sidan", *sections, "Figurer"]


def test_a_table_is_real_numbers_under_its_header(book: Workbook) -> None:
    sheet = book["Ekonomi"]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    start = next(at for at, row in enumerate(rows) if row[0] == "Kontoklass")
    assert rows[start - 2][0] == "Utfall, budget och prognos per kontoklass"
    assert rows[start - 1][0] == "Belopp i mnkr. Plus är bättre än budget."
    assert rows[start + 1] == ["Intäkter", *[None] * 6]
    assert rows[start + 4] == ["Personal", -98.7, -101.2, 2.5, -95.1, -303.9, -306.4]
    # A missing figure is what the report shows, never 0 and never empty.
    assert rows[start + 6] == ["Avskrivningar", -1.8, -1.8, 0, -1.7, -5, "–"]
    assert rows[start + 10][0] == "Källa: 2024/2024-04/utfall.xlsx, blad Huvudbok, uttaget 2024-05-08."


def test_every_figure_stands_in_the_workbook(document: Document, book: Workbook) -> None:
    """In its section as a number, in a sentence as the shown text, and in the sheet Figurer."""
    expected = figures(document)
    listed = list(book["Figurer"].iter_rows(min_row=2, values_only=True))
    assert len(listed) == len(expected)
    for row, found in zip(expected, listed, strict=True):
        assert found[4] == (pytest.approx(row["value"], abs=1e-12) if row["value"] is not None else None)
        assert (found[0], found[5], found[8], found[10]) == (
            row["table"],
            row["shown"],
            row["workbook"] or None,
            row["cells"] or None,
        )
    values = [cell.value for sheet in book.worksheets[:-1] for row in sheet.iter_rows() for cell in row]
    numbers = {round(value, 9) for value in values if isinstance(value, int | float)}
    texts = "\n".join(value for value in values if isinstance(value, str))
    for row in expected:
        assert row["shown"] in texts or round(row["value"], 9) in numbers, row


def test_numbers_keep_all_their_digits() -> None:
    text = Table("t", "T", (Column("a", "A"),), (Row("r", (Cell("−10,4", value=-10.4321, decimals=1),)),))
    sheet = opened(document_of(text))["Första sidan"]
    (cell,) = [cell for row in sheet.iter_rows() for cell in row if cell.data_type == "n" and cell.value is not None]
    assert (cell.value, cell.number_format) == (-10.4321, '#,##0.0;"−"#,##0.0;#,##0.0')


@pytest.mark.parametrize(
    ("text", "value", "decimals", "expected"),
    [
        ("4,5\u00a0%", 4.5, 1, '#,##0.0"\u00a0%";"−"#,##0.0"\u00a0%";#,##0.0"\u00a0%"'),
        ("+3,1\u00a0mnkr", 3.1, 1, '"+"#,##0.0"\u00a0mnkr";"−"#,##0.0"\u00a0mnkr";#,##0.0"\u00a0mnkr"'),
        ("1\u00a0234", 1234, 0, '#,##0;"−"#,##0;#,##0'),
        ("9 mål", 9, 0, '#,##0" mål";"−"#,##0" mål";#,##0" mål"'),
        # What rounds to zero shows no minus.
        ("0,0", -0.04, 1, "#,##0.0;#,##0.0;#,##0.0"),
        # Half is rounded away from zero, here as in the report.
        ("−1", -0.5, 0, '#,##0;"−"#,##0;#,##0'),
        ('9 "x"', 9, 0, '#,##0;"−"#,##0;#,##0'),
    ],
)
def test_a_number_format_shows_what_the_report_shows(text: str, value: float, decimals: int, expected: str) -> None:
    assert number_format(Cell(text, value=value, decimals=decimals)) == expected


def test_texts_are_never_formulas_links_or_numbers() -> None:
    hostile = [
        "=1+1",
        "+1",
        "-1",
        "@SUM(A1)",
        "{=1}",
        "https://www.regionhalland.se",
        "007",
        "2024-05-08",
        "=HYPERLINK()",
    ]
    rows = tuple(Row(f"r{at}", (Cell(text), Cell(text, prose=[{"p": [text]}]))) for at, text in enumerate(hostile))
    columns = (Column("a", "=A1", "text"), Column("b", "+b", "prose"))
    book = opened(
        document_of(
            Tiles("n", (Tile("=1", Cell("=2"), (["=3"],)),)),
            Text("x", title="=4", paragraphs=(["=5"],), items=(["=6"],)),
            Comment("c", "=7", [{"p": ["=8"]}]),
            Table("t", "=9", columns, rows, unit_line="=10", notes=("=11",), source="=12"),
            committee="=cmd|x",
        )
    )
    cells = [cell for row in book["Första sidan"].iter_rows() for cell in row if cell.value is not None]
    assert {cell.data_type for cell in cells} == {"s"}
    assert {cell.value for cell in cells} >= {*hostile, "=1", "=2", "=3", "=4", "=5", "=7", "=8", "=9", "=10", "=cmd|x"}
    assert [cell.value for cell in cells if cell.hyperlink] == ["Alla siffror med källor"]


def test_sheet_names_are_legal_and_different() -> None:
    headings = ("A/B: [vad?]*\\", "history", "x" * 40, "X" * 40, "figurer", "Första sidan", "'", "😀" * 40)
    names = opened(document_of(headings=headings)).sheetnames
    assert names[1:-1] == [
        "A B vad",
        "Avsnitt",
        "x" * 31,
        f"{'X' * 26} (2)",
        "figurer",
        "Första sidan (2)",
        "Avsnitt (2)",
        "😀" * 15,
    ]
    assert (names[0], names[-1]) == ("Första sidan", "Figurer (2)")


def test_a_text_longer_than_a_cell_is_cut_and_says_so() -> None:
    note = " […] Texten är avkortad: en cell i Excel rymmer 32 767 tecken."
    for sign in ("a", "😀"):
        sheet = opened(document_of(Comment("c", "Rubrik", [{"p": [sign * 40_000]}])))["Första sidan"]
        (text,) = [cell.value for row in sheet.iter_rows() for cell in row if len(str(cell.value)) > 1000]
        assert text.endswith(note)
        assert 32_760 <= len(text.encode("utf-16-le")) // 2 <= 32_767


def test_control_characters_do_not_break_the_file() -> None:
    sheet = opened(document_of(Text("x", paragraphs=(["a\x00b\x1b\ud800c\ufffe"],))))["Första sidan"]
    assert "a\ufffdb\ufffd\ufffdc\ufffd" in [cell.value for row in sheet.iter_rows() for cell in row]


def test_the_printed_page(book: Workbook) -> None:
    sheet = book["Målstyrning"]
    assert sheet.freeze_panes == "A6"
    assert sheet.print_title_rows == "$5:$5"
    assert sheet.print_area == "'Målstyrning'!$A$1:$D$13"
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert sheet.page_setup.fitToHeight == 0
    assert sheet.oddHeader.left.text == "Driftnämnd Kultur och skola · Uppföljningsrapport 1 2024 · januari–april 2024"
    assert sheet.oddHeader.right.text == "Exempeldata"
    assert sheet.oddFooter.right.text == "sida &P av &N"
    # Several tables: the title stays, not a header that belongs to one of them.
    assert book["Ekonomi"].freeze_panes == "A2"
    assert book["Figurer"].auto_filter.ref == f"A1:R{book['Figurer'].max_row}"


def test_a_long_name_with_ampersands_fits_the_page_header() -> None:
    sheet = opened(document_of(committee="R&D " * 100))["Figurer"]
    assert sheet.oddHeader.left.text.startswith("R&&D R&&D")
    assert len(sheet.oddHeader.left.text) < 255


def test_metadata_and_example_mark(book: Workbook) -> None:
    assert book.properties.title == "Uppföljningsrapport 1 2024, Driftnämnd Kultur och skola"
    assert book.properties.creator == "Driftnämnd Kultur och skola"
    assert (
        f"{book.properties.created:%Y-%m-%d %H:%M}"
        == f"{book.properties.modified:%Y-%m-%d %H:%M}"
        == "2024-05-08 00:00"
    )
    assert "Exempeldata" in [row[0].value for row in book["Första sidan"].iter_rows()]


def test_same_bytes_in_another_process(document: Document) -> None:
    code = (
        "import sys, samples; from followup.document.document import read_document; "
        "from followup.formats.excel.workbook import workbook_bytes; "
        "sys.stdout.buffer.write(workbook_bytes(read_document(samples.sample_notebook())))"
    )
    tests = Path(samples.__file__).parent
    found = subprocess.run([sys.executable, "-c", code], cwd=tests, capture_output=True, check=True).stdout
    assert found == workbook_bytes(document)


def test_an_unreadable_date_is_said_in_swedish() -> None:
    with pytest.raises(ReportError) as caught:
        workbook_bytes(document_of(data_date="8 maj"))
    assert str(caught.value) == (
        "rapportens omslag: Datumet ”8 maj” kan inte tolkas. Uttagsdatum skrivs som år, månad och dag, till exempel "
        "2024-05-08. Rätta uttagsdatum i underlaget och kör igen."
    )
