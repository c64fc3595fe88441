"""The PDF: standards, text, geometry, hostile input, same bytes."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import sys
import unicodedata
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import nbformat
import page
import pypdf
import pytest
import samples

from followup.document.blocks import Block, Chart, Column, Comment, Gallery, Row, Table, Text
from followup.document.cells import Cell
from followup.document.document import Document, read_document
from followup.document.written import WrittenHeading
from followup.formats.csv.figures import figures, figures_csv
from followup.formats.files import FIGURES
from followup.formats.pdf import file as pdf
from followup.formats.pdf.exporter import FollowupPDFExporter, pdf_bytes
from followup.formats.pdf.file import page_bytes
from followup.formats.pdf.fonts import drawable, in_narrow, text_width
from followup.formats.pdf.streams import with_plain_stream_ends
from followup.formats.pdf.tables import LANDSCAPE_WIDTH, TEXT_WIDTH, laid_out
from followup.ground.errors import ReportError

HOSTILE = '#read("/etc/passwd") *x* $x$ <b> @ref \\ `r` // c #{1+1} "q" -- ... [x](y) = 1 + a_b'
OUTSIDE_THE_FONT = "\U0001f984 مرحبا 中文 \ue000 \x07\x00 e\u0301 \u202eabc"


def document_of(*blocks: Block, **cover: Any) -> Document:
    head = replace(samples.cover(), **cover)
    return Document(head, (head, WrittenHeading("avsnitt", "Avsnitt", 2), *blocks))


def table_of(columns: int, rows: int, cell: str = "−1\u00a0234,5", name: str = "t") -> Table:
    numbers = tuple(Cell(cell, value=-1234.5, unit="mnkr", decimals=1) for _ in range(columns - 1))
    return Table(
        id=name,
        caption=f"{columns} kolumner",
        columns=(
            Column("a", "Post", "text", 3),
            *(Column(f"c{at}", f"Kolumn nummer {at}") for at in range(1, columns)),
        ),
        rows=tuple(Row(f"r{at}", (Cell(f"Rad {at}"), *numbers)) for at in range(rows)),
        source="Källa: påhittad.",
    )


@cache
def sample() -> tuple[Document, bytes]:
    document = read_document(samples.sample_notebook())
    return document, pdf_bytes(document)


def reader(content: bytes) -> pypdf.PdfReader:
    return pypdf.PdfReader(io.BytesIO(content))


def text_of(content: bytes) -> str:
    """All text with single spaces, without line ends and invisible places to break."""
    text = "\n".join(found.extract_text() for found in reader(content).pages)
    return re.sub(r"\s+", " ", text.replace("\u200b", ""))


def failed_rules(content: bytes) -> list[tuple[str, str]]:
    profiles = (page.ValidationProfile.PDF_UA_1, page.ValidationProfile.PDF_A_3A)
    reports = [page.validate_pdf_bytes(content, profile=profile) for profile in profiles]
    assert all(report.rules.total > 90 for report in reports)
    return [(failure.rule_id, failure.message) for report in reports for failure in report.failures]


def structure(content: bytes) -> list[Any]:
    """All structure elements in reading order."""
    found = []

    def walk(node: Any) -> None:
        node = node.get_object() if hasattr(node, "get_object") else node
        if isinstance(node, list):
            for child in node:
                walk(child)
        elif isinstance(node, dict):
            if "/S" in node:
                found.append(node)
            if "/K" in node:
                walk(node["/K"])

    walk(reader(content).trailer["/Root"]["/StructTreeRoot"]["/K"])
    return found


def test_a_report_meets_both_standards() -> None:
    assert failed_rules(sample()[1]) == []


def test_every_figure_stands_in_the_text() -> None:
    document, content = sample()
    text = text_of(content)
    expected = figures(document)
    assert len(expected) > 250
    # Those that a chart draws are in the file that is attached.
    drawn = {chart.data.id for chart in charts_of(document)}
    for row in expected:
        assert row["table"] in drawn or re.sub(r"\s+", " ", row["shown"]) in text, row


def test_the_page_for_the_meeting_is_what_stands_before_the_first_section() -> None:
    document = sample()[0]
    content = page_bytes(document)
    assert failed_rules(content) == []
    assert len(reader(content).pages) == 1
    text = text_of(content)
    assert "Att ta ställning till" in text or "behöver" in text
    assert "Innehåll" not in text
    assert "Målstyrning" not in text


def test_metadata_and_language() -> None:
    content = sample()[1]
    found = reader(content)
    assert found.metadata.title == "Uppföljningsrapport 1 2024, Driftnämnd Kultur och skola"
    assert found.metadata.author == "Driftnämnd Kultur och skola"
    assert f"{found.metadata.creation_date:%Y-%m-%d}" == "2024-05-08"
    assert found.trailer["/Root"]["/Lang"] == "sv-SE"
    assert {re.sub(r"^[A-Z]{6}\+", "", name) for name in _fonts(found)} == {
        "IBMPlexSans",
        "IBMPlexSans-SmBld",
        "IBMPlexSans-Italic",
    }


def _fonts(found: pypdf.PdfReader) -> set[str]:
    return {
        font.get_object()["/BaseFont"].lstrip("/")
        for one in found.pages
        for font in one["/Resources"].get("/Font", {}).values()
    }


def test_the_figures_are_attached_as_the_source() -> None:
    document, content = sample()
    root = reader(content).trailer["/Root"]
    (attached,) = root["/AF"]
    attached = attached.get_object()
    assert (attached["/UF"], attached["/AFRelationship"]) == (FIGURES.name, "/Source")
    assert attached["/Desc"] == "Alla siffror i rapporten med enhet och källa (arbetsbok, blad och celler)"
    stream = attached["/EF"]["/F"].get_object()
    assert stream["/Subtype"] == "/text/csv"
    assert stream.get_data().decode() == figures_csv(document)


def test_the_reader_is_told_where_it_is_on_every_page() -> None:
    pages = [found.extract_text() for found in reader(sample()[1]).pages]
    assert len(pages) > 3
    for number, text in enumerate(pages, start=1):
        assert f"sida {number} av {len(pages)}" in text
        assert "Exempeldata" in text
    for text in pages[1:]:
        assert "Driftnämnd Kultur och skola · Uppföljningsrapport 1 2024 · januari–april 2024" in text
    real = pdf_bytes(read_document(samples.sample_notebook(example=False)))
    assert "Exempeldata" not in text_of(real)


def test_contents_bookmarks_and_headings(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("followup.formats.pdf.data.FEWEST_HEADINGS", 7)
    content = pdf_bytes(sample()[0])
    headings = [node["/S"] for node in structure(content) if re.fullmatch(r"/H\d", node["/S"])]
    assert headings[0] == "/H1"
    assert headings.count("/H1") == 1
    # Three blocks' titles, Innehåll and five sections; two subsections and a block's title.
    assert (headings.count("/H2"), headings.count("/H3")) == (9, 3)
    titles = [entry.title for entry in reader(content).outline if not isinstance(entry, list)]
    assert titles[0] == "Sammanfattning"
    assert re.search(r"Ekonomi[ .]+3 Per kontoklass[ .]+3", text_of(content))


def charts_of(document: Document) -> list[Chart]:
    alone = [item for item in document.items if isinstance(item, Chart)]
    return alone + [chart for item in document.items if isinstance(item, Gallery) for chart in item.charts]


def test_a_decision_leads_to_the_page_of_its_figures() -> None:
    content = sample()[1]
    text = text_of(content)
    assert "Beslutas av nämnden senast den 19 juni 2024. Se avsnittet Per kontoklass, sida 3." in text
    # A heading that the report does not have is not pointed at.
    assert "senast den 30 september 2024. Annars: Den förra planen gäller <b>vidare</b>." in text
    assert re.search(r"Ytterligare två beslut, i avsnittet Målstyrning, sida \d\.", text)
    # The heading is for those who find their way by headings, and not in the contents.
    titles = [entry.title for entry in reader(content).outline if not isinstance(entry, list)]
    assert "Att besluta" not in titles


def test_every_picture_has_its_alternative_text() -> None:
    document, content = sample()
    charts = charts_of(document)
    found = [node.get("/Alt") for node in structure(content) if node["/S"] == "/Figure"]
    assert found == [chart.alt for chart in charts]


def test_tables_have_headers_and_captions() -> None:
    kinds = [node["/S"] for node in structure(sample()[1])]
    # Three tables, and six charts.
    assert kinds.count("/Table") == 3
    assert kinds.count("/THead") >= 3
    assert kinds.count("/Caption") == 3 + 6


def test_each_cell_of_a_table_with_groups_has_the_headers_that_are_its_own() -> None:
    columns = (Column("a", "Post", "text", 3), Column("b", "Utfall"), Column("c", "Budget"))

    def row(key: str, *texts: str, role: str = "body") -> Row:
        return Row(key, tuple(map(Cell, texts)), role=role)

    rows = (
        row("g1", "Nya", role="group"), row("r1", "Vagn", "1", "2"), row("r2", "Tak", "3", "4"),
        row("g2", "Gamla", role="group"), row("r3", "Bro", "5", "6"), row("s", "Summa", "9", "12", role="total"),
    )  # fmt: skip
    content = pdf_bytes(document_of(table_of(2, 1), Table("t", "Investeringar", columns, rows, source="Källa: prov.")))
    # The table's cells are read row by row, and it is the last one that has any.
    names = [
        "Post",
        "Utfall",
        "Budget",
        "Nya",
        "Vagn",
        "1",
        "2",
        "Tak",
        "3",
        "4",
        "Gamla",
        "Bro",
        "5",
        "6",
        "Summa",
        "9",
        "12",
    ]
    cells = [node for node in structure(content) if node["/S"] in ("/TH", "/TD")][-len(names) :]
    told = [next(one for one in cell["/A"] if one["/O"] == "/Table") for cell in cells]
    by_id = {cell["/ID"]: name for cell, name in zip(cells, names, strict=True) if "/ID" in cell}
    assert {name: one["/Scope"] for name, one in zip(names, told, strict=True) if "/Scope" in one} == {
        "Post": "/Column", "Utfall": "/Column", "Budget": "/Column", "Nya": "/Row", "Gamla": "/Row",
    }  # fmt: skip
    assert {name: [by_id[one] for one in own["/Headers"]] for name, own in zip(names, told, strict=True)} == {
        "Post": [], "Utfall": [], "Budget": [], "Nya": [], "Gamla": [],
        "Vagn": ["Post", "Nya"], "1": ["Utfall", "Nya"], "2": ["Budget", "Nya"],
        "Tak": ["Post", "Nya"], "3": ["Utfall", "Nya"], "4": ["Budget", "Nya"],
        "Bro": ["Post", "Gamla"], "5": ["Utfall", "Gamla"], "6": ["Budget", "Gamla"],
        "Summa": ["Post"], "9": ["Utfall"], "12": ["Budget"],
    }  # fmt: skip
    assert failed_rules(content) == []


def test_same_bytes_twice_and_in_another_process() -> None:
    document, content = sample()
    assert pdf_bytes(document) == content
    code = (
        "import sys, samples; from followup.document.document import read_document; "
        "from followup.formats.pdf.file import pdf_bytes; "
        "sys.stdout.buffer.write(pdf_bytes(read_document(samples.sample_notebook())))"
    )
    tests = Path(samples.__file__).parent
    found = subprocess.run([sys.executable, "-c", code], cwd=tests, capture_output=True, check=True).stdout
    assert found == content


def test_the_exporter_gives_the_same_file(tmp_path: Path) -> None:
    exporter = FollowupPDFExporter()
    content, resources = exporter.from_notebook_node(samples.sample_notebook())
    assert content == sample()[1]
    assert (resources["output_extension"], exporter.output_mimetype) == (".pdf", "application/pdf")
    notebook = tmp_path / "rapport.ipynb"
    nbformat.write(samples.sample_notebook(), notebook)
    command = [sys.executable, "-m", "nbconvert", "--to", "followup_pdf", str(notebook)]
    subprocess.run(command, capture_output=True, check=True)
    assert notebook.with_suffix(".pdf").read_bytes() == content


def test_hostile_text_stands_as_it_is() -> None:
    cell = Cell(HOSTILE, prose=[{"p": [HOSTILE, {"strong": [HOSTILE]}]}])
    columns = (Column("a", HOSTILE, "text"), Column("b", "B", "prose"), Column("c", "C"))
    chart = samples.chart()
    content = pdf_bytes(
        document_of(
            Text("x", title=HOSTILE, paragraphs=([HOSTILE],), items=([HOSTILE],)),
            Comment("c", HOSTILE, [{"p": [HOSTILE]}, {"ul": [[{"p": [HOSTILE]}], []]}, {"ol": [[]]}]),
            Table("t", HOSTILE, columns, (Row("r", (Cell(HOSTILE), cell, Cell("1", value=1.0))),), HOSTILE, (HOSTILE,)),
            Chart("d", HOSTILE, HOSTILE, HOSTILE, HOSTILE, chart.svg, 2.0, chart.data, (HOSTILE,)),
            committee=f"Nämnd {HOSTILE}",
            title=HOSTILE,
        )
    )
    assert failed_rules(content) == []
    squeezed = re.sub(r"\s", "", text_of(content))
    # Cover, running headers, and every place above.
    assert squeezed.count(re.sub(r"\s", "", HOSTILE)) >= 17
    assert "root:" not in squeezed


def test_a_link_that_is_not_for_a_reader_is_plain_text() -> None:
    links = [
        {"a": ["länk"], "href": address} for address in ("javascript:alert(1)", "file:///etc/passwd", "https://x.se")
    ]
    content = pdf_bytes(document_of(Comment("c", "T", [{"p": links}])))
    found = [
        annotation.get_object()["/A"]["/URI"]
        for one in reader(content).pages
        for annotation in one.get("/Annots", [])
        if "/URI" in annotation.get_object().get("/A", {})
    ]
    assert found == ["https://x.se"]


def test_characters_outside_the_font_become_a_visible_sign() -> None:
    expected = "\ufffd \ufffd\ufffd\ufffd\ufffd\ufffd \ufffd\ufffd \ufffd \ufffd\ufffd é abc"
    assert drawable(OUTSIDE_THE_FONT) == expected
    svg = samples.svg_bars([1.0]).replace("mnkr", OUTSIDE_THE_FONT.replace("\x07\x00", ""))
    chart = samples.chart()
    content = pdf_bytes(
        document_of(
            Text("x", paragraphs=([OUTSIDE_THE_FONT],)),
            Chart("d", "T", "", OUTSIDE_THE_FONT, "", svg, 2.0, chart.data),
        )
    )
    assert failed_rules(content) == []
    assert expected in text_of(content)


def test_swedish_typography_is_in_the_font() -> None:
    text = "åäöÅÄÖ é ü −10,4\u00a0mnkr 1\u202f000 1995–2000 — ”citat” ’ … § % ‰ ½ ≥ ≤ ± × • → ↗ ↘ \u00ad"
    assert drawable(text) == unicodedata.normalize("NFC", text)


def test_words_are_left_alone_and_junk_gets_places_to_break() -> None:
    for text in ("Sjukskrivningsmiljardsprocessen", "Närsjukvårdsnämnden", "−1\u00a0234\u00a0567,8\u00a0mnkr", "kort"):
        assert in_narrow(text) == text
    for text in ("x" * 300, "2024/2024-04/DNKS_prognos.xlsx#Blad1!A1", "=" * 50, "a\u00a0b" * 60, "8" * 60):
        broken = in_narrow(text)
        assert max(map(len, re.split("[\u200b ]", broken))) <= 18
        assert broken.replace("\u200b", "").replace(" ", "") == text.replace("\u00a0", "")


@pytest.mark.parametrize("columns", [1, 2, 3, 7, 9, 12, 16, 30])
def test_no_table_is_wider_than_its_page(columns: int) -> None:
    table = laid_out(table_of(columns, 3))
    room = LANDSCAPE_WIDTH if table["landscape"] else TEXT_WIDTH
    assert sum(table["widths"]) <= room + 0.01
    assert len(table["widths"]) == columns
    # No number is broken or runs into its neighbour, as long as a landscape page has room for it.
    if columns <= 16:
        number = text_width("−1\u00a0234,5") * table["size"]
        assert all(width - 2 * table["inset_x"] >= number for width in table["widths"][1:])
    assert table["landscape"] == (columns > 12)


def test_columns_of_numbers_are_alike_and_prose_gets_the_most() -> None:
    economy = laid_out(samples.economy())
    assert len({round(width, 1) for width in economy["widths"][1:]}) == 1
    goals = laid_out(samples.goals())
    assert max(goals["widths"]) == goals["widths"][3]
    assert sum(goals["widths"]) == pytest.approx(TEXT_WIDTH, abs=0.1)


@pytest.mark.skipif(not shutil.which("pdftotext"), reason="pdftotext (poppler) is not installed")
def test_nothing_stands_outside_the_margins(tmp_path: Path) -> None:
    long_word = Table(
        "lang",
        "W" * 300,
        (Column("a", "A" * 120, "text"), Column("b", "B", "prose"), Column("c", "C", "status"), Column("d", "D")),
        (
            Row("1", (Cell("x" * 300), Cell("y" * 300, prose=[{"p": ["y" * 300]}]), Cell("z" * 300), Cell("1" * 300))),
            Row("2", (Cell("x"), Cell("lång text " * 900), Cell("z", symbol="circle", tone="good"), Cell("1"))),
        ),
        notes=("n" * 300,),
        source="s" * 300,
    )
    blocks = (table_of(12, 20, name="a"), table_of(9, 60, name="b"), table_of(30, 3, name="c"), long_word)
    texts = (
        Text("x", title="W" * 99, paragraphs=(["W" * 3000], ["nb\u00a0sp\u00a0" * 90])),
        Comment("k", "W" * 99, [{"p": ["ö" * 19_000]}]),
        Comment("s", "T", [{"p": ["🔴☑" * 3000]}]),
        Table("d", "D", (Column("a", "A", "text"),), (Row("1", (Cell("jan–apr " * 3000 + "a–" * 3000),)),)),
    )
    cover = {"committee": "W" * 99, "title": "W" * 99, "span": "W" * 40, "handed_in": "W" * 99}
    content = pdf_bytes(document_of(*blocks, *texts, **cover))
    assert failed_rules(content) == []
    source = tmp_path / "r.pdf"
    source.write_bytes(content)
    boxes = subprocess.run(["pdftotext", "-bbox", source, "-"], capture_output=True, check=True, text=True).stdout
    width = height = words = 0
    for line in boxes.splitlines():
        if size := re.search(r'<page width="([\d.]+)" height="([\d.]+)"', line):
            width, height = float(size[1]), float(size[2])
        elif box := re.search(r'xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)"', line):
            left, top, right, bottom = map(float, box.groups())
            words += 1
            assert min(left - 47, width - 47 - right, top - 15, height - 25 - bottom) >= 0, line
    assert words > 2500


def test_a_wide_table_takes_its_headings_to_its_own_page() -> None:
    head = samples.cover()
    headings = [WrittenHeading(f"r{level}", f"Rubrik {level}", level) for level in (2, 3)]
    items = (head, *headings, table_of(20, 3), Text("x", paragraphs=(["Efter."],)))
    found = reader(pdf_bytes(Document(head, items)))
    shapes = [float(one.mediabox.width) > float(one.mediabox.height) for one in found.pages]
    assert shapes == [False, True, False]
    texts = [one.extract_text() for one in found.pages]
    assert all(text in texts[1] for text in ("Rubrik 2", "Rubrik 3", "20 kolumner", "sida 2 av 3", "Exempeldata"))
    assert "Efter." in texts[2]


def test_a_long_table_repeats_its_header() -> None:
    content = pdf_bytes(document_of(table_of(9, 600)))
    pages = [found.extract_text() for found in reader(content).pages]
    with_rows = [text for text in pages if "Rad " in text]
    assert len(with_rows) > 10
    assert all("Kolumn" in text for text in with_rows)


def test_notes_stand_on_the_page_of_their_table_s_last_row() -> None:
    # Of all lengths, so that many end where the page does; with notes of three lines.
    tables = [
        replace(table_of(3, rows, cell=f"{rows}x", name=f"t{rows}"), notes=(f"Not {rows} " + "n " * 200,), source="")
        for rows in range(9, 60)
    ]
    pages = [page.extract_text() for page in reader(pdf_bytes(document_of(*tables))).pages]
    torn = [rows for rows in range(9, 60) for text in pages if f"Not {rows} " in text and f"{rows}x" not in text]
    assert torn == []


def test_a_number_of_the_contents_is_never_alone_on_its_line() -> None:
    words = [" ".join(["Mål", *["i"] * count]) for count in range(20, 60)]
    headings = [WrittenHeading(f"h{n}", text, 2) for n, text in enumerate(words)]
    content = pdf_bytes(document_of(*[item for heading in headings for item in (heading, table_of(2, 2))]))
    lines = [line.strip() for line in reader(content).pages[0].extract_text(extraction_mode="layout").splitlines()]
    assert sum("...." in line or ". . ." in line for line in lines) >= 20
    assert [line for line in lines if re.search(r"(^|\d\s{3,})\d+$", line)] == []


def test_a_row_with_a_text_longer_than_a_page_is_divided() -> None:
    words = [f"ord{at}" for at in range(2500)]
    columns = (Column("a", "A", "text"), Column("b", "B", "prose", 4))
    cell = Cell(" ".join(words), prose=[{"p": [" ".join(words)]}])
    text = text_of(pdf_bytes(document_of(Table("t", "T", columns, (Row("r", (Cell("Rad"), cell)),)))))
    assert all(word in text for word in words)


def test_a_stream_that_ends_with_a_carriage_return_cannot_be_misread() -> None:
    def made(end: bytes) -> bytes:
        first = b"%PDF-1.7\n1 0 obj\n<</Length 3>>\nstream\nab\r" + end + b"endstream\nendobj\n\n"
        second = b"2 0 obj\n<<>>\nendobj\n\n"
        entries = b"".join(b"%010d 00000 n\r\n" % at for at in (9, len(first)))
        table = b"xref\n0 3\n0000000000 65535 f\r\n" + entries
        last = b"trailer\n<</Size 3>>\nstartxref\n%d\n%%%%EOF" % len(first + second)
        return first + second + table + last

    assert with_plain_stream_ends(made(b"\n")) == made(b"\r\n")


def test_odd_documents_can_be_set() -> None:
    empty = Table("tom", "Tom", (Column("a", "A", "text"), Column("b", "B")), ())
    only_total = Table("bara", "Bara", (Column("a", "A"),), (Row("s", (Cell("1", value=1.0),), "total"),))
    odd_status = Table("s", "S", (Column("a", "A", "status"),), (Row("r", (Cell("X", symbol="nope", tone="odd"),)),))
    blocks = (empty, only_total, odd_status, Gallery("g", "Inga"), Text("t"), Comment("c", "", []))
    assert failed_rules(pdf_bytes(document_of(*blocks))) == []
    cover = samples.cover()
    assert failed_rules(pdf_bytes(Document(cover, (cover,)))) == []


@pytest.mark.parametrize(
    ("template", "answer"),
    [
        ("#nothing-of-that-name", "unknown variable: nothing-of-that-name"),
        # Typst leaves all text out and warns; the validators are content with the empty pages.
        ('#set document(title: "T")\n#set text(font: "Odin Sans")\nText', "unknown font family: odin sans"),
    ],
)
def test_a_template_that_cannot_be_set_is_said_in_swedish(
    template: str, answer: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fonts = pdf.templates_folder() / "fonts"
    (tmp_path / "report.typ").write_text(template)
    monkeypatch.setattr(pdf, "templates_folder", lambda: tmp_path)
    monkeypatch.setattr(pdf, "font_files", lambda: sorted(fonts.glob("*.ttf")))
    monkeypatch.setattr(pdf, "_compiler", pdf._compiler.__wrapped__)
    with pytest.raises(ReportError) as caught:
        pdf_bytes(document_of())
    assert str(caught.value) == (
        f"templates/report.typ: PDF-filen kunde inte sättas. Typst svarar: {answer}. "
        "Mallen ska kunna sätta alla rapporter. Återställ mallen eller rätta den senaste ändringen i den, och kör igen."
    )
