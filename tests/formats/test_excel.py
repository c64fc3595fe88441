"""The workbook, opened by another library than the one that wrote it."""

from __future__ import annotations

import io
import re
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
from followup.formats.excel.heights import WrappedText, height_of, lines
from followup.formats.excel.styles import number_format
from followup.formats.excel.workbook import workbook_bytes
from followup.ground.errors import ReportError

FRONT = ("Försättsblad", "Innehåll", "Noter")
WHOLE = '#,##0;"−"#,##0;#,##0'


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
    assert book.sheetnames == [*FRONT, "Första sidan", *sections, "Figurer"]
    assert book.active.title == "Försättsblad"
    # A reader who begins at the first cell hears what the sheet is.
    titles = ["Uppföljningsrapport 1 2024, Driftnämnd Kultur och skola", "Innehåll", "Noter", "Första sidan"]
    assert [sheet["A1"].value for sheet in book.worksheets] == [*titles, *sections, "Alla siffror med källor"]


def test_a_table_is_real_numbers_under_its_header(book: Workbook) -> None:
    sheet = book["Ekonomi"]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    start = next(at for at, row in enumerate(rows) if row[0] == "Kontoklass")
    assert rows[start - 3][0].startswith("Utfall, budget och prognos per kontoklass")
    assert rows[start - 2][0] == "Belopp i mnkr. Plus är bättre än budget."
    assert rows[start - 1][0] == "Källa: 2024/2024-04/utfall.xlsx, blad Huvudbok, uttaget 2024-05-08."
    # The heading over rows is a column, so that the table can be sorted; a heading has the unit of its column.
    assert rows[start][:4] == ["Kontoklass", "Grupp", "Utfall jan–apr (mnkr)", "Budget jan–apr (mnkr)"]
    assert rows[start + 2] == ["Personal", "Kostnader", -98.7, -101.2, 2.5, -95.1, -303.9, -306.4]
    # A missing figure is what the report shows, never 0 and never empty.
    assert rows[start + 4] == ["Avskrivningar", "Kostnader", -1.8, -1.8, 0, -1.7, -5, "–"]


def test_every_figure_stands_in_the_workbook(document: Document, book: Workbook) -> None:
    """In its section as a number, in a sentence as the shown text, and in the sheet Figurer."""
    expected = figures(document)
    listed = list(book["Figurer"].iter_rows(min_row=6, values_only=True))
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
    cells = [
        cell for name in ("Försättsblad", "Noter", "Första sidan") for row in book[name].iter_rows() for cell in row
    ]
    cells = [cell for cell in cells if cell.value is not None]
    assert {cell.data_type for cell in cells} == {"s"}
    said = {"=1", "=2", "=3", "=4", "=5", "=7", "=8", "=9 [not 1]", "=10", "=11", "=12", "=cmd|x"}
    assert {cell.value for cell in cells} >= {*hostile, *said}
    links = {cell.value for cell in cells if cell.hyperlink}
    assert links == {"Bladet har 2\u00a0tabeller. Till innehållet"}


def test_sheet_names_are_legal_and_different() -> None:
    headings = ("A/B: [vad?]*\\", "history", "x" * 40, "X" * 40, "figurer", "Första sidan", "'", "😀" * 40)
    names = opened(document_of(headings=headings)).sheetnames
    assert names[3:-1] == [
        "Första sidan",
        "A B vad",
        "Avsnitt",
        "x" * 31,
        f"{'X' * 26} (2)",
        "figurer",
        "Första sidan (2)",
        "Avsnitt (2)",
        "😀" * 15,
    ]
    assert (names[:3], names[-1]) == (list(FRONT), "Figurer (2)")


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
    assert sheet.freeze_panes == "A8"
    assert sheet.print_title_rows == "$7:$7"
    assert sheet.print_area == "'Målstyrning'!$A$1:$E$11"
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert sheet.page_setup.fitToHeight == 0
    assert sheet.oddHeader.left.text == "Driftnämnd Kultur och skola · Uppföljningsrapport 1 2024 · januari–april 2024"
    assert sheet.oddHeader.right.text == "Exempeldata"
    assert sheet.oddFooter.right.text == "sida &P av &N"
    # Several tables: the title stays, not a header that belongs to one of them.
    assert book["Ekonomi"].freeze_panes == "A2"
    (listed,) = book["Figurer"].tables.values()
    assert (listed.name, listed.ref, listed.autoFilter.ref) == (
        "Tabell_figurer",
        *[f"A5:S{book['Figurer'].max_row}"] * 2,
    )


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
    assert [one.value for one in book.custom_doc_props.props if one.name == "Language"] == ["sv-SE"]
    facts = {row[0]: row[1] for row in book["Försättsblad"].iter_rows(values_only=True)}
    assert (facts["Lämnad"], facts["Kontakt"]) == ("20\u00a0maj 2024", "controller, Kultur och skola")
    assert (facts["Period"], facts["Data"], facts["Antal blad"]) == ("januari–april 2024", "Exempeldata", "10")


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


def test_every_table_is_marked_has_a_name_of_its_own_and_says_where_it_begins(book: Workbook) -> None:
    marked = {table.name: (sheet, table) for sheet in book.worksheets for table in sheet.tables.values()}
    assert len(marked) == sum(len(sheet.tables) for sheet in book.worksheets)
    assert all(name.startswith("Tabell_") for name in marked)
    for sheet, table in marked.values():
        (header, *rows) = sheet[table.ref]
        texts = [cell.value for cell in header]
        assert texts == [column.name for column in table.tableColumns]
        assert all(isinstance(text, str) and text for text in texts)
        assert len({text.lower() for text in texts}) == len(texts)
        assert table.headerRowCount in (None, 1)
        assert header[0].column_letter == "A"
        assert rows
    listed = [row for row in book["Innehåll"].iter_rows(values_only=True) if row[3] and row[3].startswith("Tabell_")]
    assert [row[3] for row in listed] == [name for name in marked if name not in ("Tabell_blad", "Tabell_tabeller")]
    for caption, sheet, cell, _ in listed:
        assert book[sheet][cell].value.startswith(caption)


def test_the_contents_lead_everywhere_and_every_sheet_leads_back(book: Workbook) -> None:
    links = [cell.hyperlink.location for row in book["Innehåll"].iter_rows() for cell in row if cell.hyperlink]
    names = [name for name in book.sheetnames if name != "Innehåll"]
    assert links[: len(names)] == [f"'{name}'!A1" for name in names]
    assert len(links) == len(names) + sum(len(sheet.tables) for sheet in book.worksheets) - 2
    for name in names[1:]:
        assert book[name]["A2"].hyperlink.location == "'Innehåll'!A1"


def test_notes_are_numbered_and_told_on_their_own_sheet(book: Workbook) -> None:
    notes = {row[0]: row[1] for row in book["Noter"].iter_rows(values_only=True) if str(row[0]).startswith("not ")}
    assert list(notes) == [f"not {number}" for number in range(1, len(notes) + 1)]
    pointed = {
        number
        for sheet in book.worksheets[3:]
        for row in sheet.iter_rows(values_only=True)
        for value in row
        for number in re.findall(r"\[(not \d+)\]", str(value))
    }
    assert pointed == set(notes)
    assert len(set(notes.values())) == len(notes)


def test_nothing_is_merged_or_hidden(book: Workbook) -> None:
    for sheet in book.worksheets:
        assert not sheet.merged_cells.ranges
        assert sheet.sheet_state == "visible"
        assert not any(one.hidden for one in (*sheet.row_dimensions.values(), *sheet.column_dimensions.values()))


def test_rows_of_different_units_have_a_column_for_it() -> None:
    columns = (Column("a", "Indikator", "text"), Column("b", "Värde"), Column("c", "Värde"))
    rows = (
        Row("r", (Cell("Väntetid"), Cell("62", value=62.0, unit="minuter"), Cell("–", why_missing="saknas"))),
        Row("s", (Cell("Andel"), Cell("4,5", value=4.5, unit="%", decimals=1), Cell("3", value=3.0, unit="antal"))),
    )
    sheet = opened(document_of(Table("t", "T", columns, rows)))["Första sidan"]
    found = list(sheet.iter_rows(min_row=5, values_only=True))
    assert found == [
        ("Indikator", "Enhet", "Värde", "Värde (2)"),
        ("Väntetid", "minuter", 62, "–"),
        ("Andel", "%", 4.5, 3),
    ]


def test_so_many_of_so_many_are_two_numbers() -> None:
    columns = (Column("a", "Nyckeltal", "text"), Column("b", "Värde"))
    rows = (
        Row("r", (Cell("Avvikelse"), Cell("−1,8", value=-1.8, unit="mnkr", decimals=1))),
        Row("s", (Cell("Mål"), Cell("10 av 1\u00a0500", value=10.0, unit="antal"))),
    )
    sheet = opened(document_of(Table("t", "T", columns, rows)))["Första sidan"]
    assert list(sheet.iter_rows(min_row=5, values_only=True)) == [
        ("Nyckeltal", "Enhet", "Värde", "Av"),
        ("Avvikelse", "mnkr", -1.8, "–"),
        ("Mål", "antal", 10, 1500),
    ]
    # Without other units the heading says what is counted.
    sheet = opened(document_of(Table("t", "T", columns, rows[1:])))["Första sidan"]
    found = [[(cell.value, cell.number_format) for cell in row] for row in sheet.iter_rows(min_row=6)]
    assert found == [[("Mål", "General"), (10, WHOLE), (1500, WHOLE)]]


@pytest.mark.parametrize(
    ("cells", "unit", "formats"),
    [
        ((Cell("6,7\u00a0%", value=6.7, unit="%", decimals=1),), "%", ['#,##0.0;"−"#,##0.0;#,##0.0']),
        (
            (
                Cell("6,7\u00a0%", value=6.7, unit="%", decimals=1),
                Cell("−3\u00a0mnkr", value=-3.0, unit="mnkr"),
            ),
            "%, mnkr",
            [
                '#,##0.0"\u00a0%";"−"#,##0.0"\u00a0%";#,##0.0"\u00a0%"',
                '#,##0"\u00a0mnkr";"−"#,##0"\u00a0mnkr";#,##0"\u00a0mnkr"',
            ],
        ),
    ],
)
def test_a_unit_is_said_beside_the_figure_or_in_it(cells: tuple[Cell, ...], unit: str, formats: list[str]) -> None:
    columns = (Column("a", "Vad", "text"), *(Column(f"c{at}", f"Värde {at}") for at in range(len(cells))))
    other = tuple(Cell("5\u00a0år", value=5.0, unit="år") for _ in cells)
    rows = (Row("r", (Cell("Ett"), *cells)), Row("s", (Cell("Två"), *other)))
    sheet = opened(document_of(Table("t", "T", columns, rows)))["Första sidan"]
    first = list(sheet.iter_rows())[5]
    assert first[1].value == unit
    assert [cell.number_format for cell in first[2:]] == formats


def test_what_is_one_line_stands_in_the_middle_of_its_row() -> None:
    columns = (Column("a", "Vad", "text"), Column("b", "Text", "prose"), Column("c", "Tal"))
    rows = tuple(
        Row(key, (Cell(key), Cell(text), Cell("1", value=1.0)))
        for key, text in (("ett", "kort"), ("två", "lång " * 50))
    )
    sheet = opened(document_of(Table("t", "T", columns, rows)))["Första sidan"]
    found = [[cell.alignment.vertical for cell in row] for row in sheet.iter_rows(min_row=6, max_row=7)]
    assert found == [["center"] * 3, ["top"] * 3]
    assert [cell.alignment.indent for cell in next(sheet.iter_rows(min_row=6))] == [1, 1, 1]


def test_a_total_below_groups_is_that_of_all() -> None:
    columns = (Column("a", "Post", "text"), Column("b", "Kr"))
    groups = (
        Row("x", (Cell("Före"), Cell("1", value=1.0))),
        Row("g", (Cell("Vård"),), "group"),
        Row("y", (Cell("Läkare"), Cell("2", value=2.0))),
        Row("z", (Cell("Summa"), Cell("3", value=3.0)), "total"),
    )
    sheet = opened(document_of(Table("t", "T", columns, groups)))["Första sidan"]
    assert [row[1] for row in sheet.iter_rows(min_row=5, values_only=True)] == ["Grupp", "Ingen", "Vård", "Alla"]


def test_a_row_is_as_high_as_its_longest_text(book: Workbook) -> None:
    # Of LibreOffice, which leaves a row that says nothing at the height of one line.
    for sheet in book.worksheets[:-1]:
        for row in sheet.iter_rows():
            for cell in row:
                if isinstance(cell.value, str) and cell.alignment.wrap_text and not cell.hyperlink:
                    width = sheet.column_dimensions[cell.column_letter].width
                    # Letters are at most as wide as digits on the whole, and 12 points are larger than 11.
                    needed = len(cell.value) / (width * 11 / 12 * 1.35)
                    assert (sheet.row_dimensions[cell.row].height or 0) >= 12 * needed, (sheet.title, cell.coordinate)


def test_lines_are_counted_by_words() -> None:
    assert [lines(text, 10) for text in ("", "tio tecken", "elva tecken", "a" * 25, "a b c d e f")] == [1, 1, 2, 3, 2]
    texts = [WrappedText(0, "en rad", 12), WrappedText(1, "rad\nrad\nrad", 12)]
    assert height_of(texts, {0: 40, 1: 40}) == pytest.approx(3 * 12 * 1.32 + 2)
    assert height_of([WrappedText(0, "ord " * 5000, 12)], {0: 20}) == 409


def test_numbers_below_one_another_in_stacked_tables_stand_at_about_the_same_distance() -> None:
    words = Table(
        "ord",
        "Ord",
        (Column("a", "Åtgärd", "text"), Column("b", "Kommentar", "prose"), Column("c", "Belopp")),
        (
            Row(
                "r", (Cell("Stänga"), Cell("Ett långt skäl som står i en kolumn med tal. " * 4), Cell("1,0", value=1.0))
            ),
        ),
    )
    numbers = Table(
        "tal",
        "Tal",
        (Column("a", "Månad", "text"), Column("b", "Utfall"), Column("c", "Budget")),
        (Row("r", (Cell("maj"), Cell("1,0", value=1.0), Cell("2,0", value=2.0))),),
    )
    found = opened(document_of(words, numbers))["Första sidan"].column_dimensions
    assert found["B"].width < 2 * found["C"].width
