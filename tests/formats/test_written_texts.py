"""What a committee wrote stands in every format as it was typed, with signs that every reader can see."""

from __future__ import annotations

import base64
import io
import re
import subprocess
import sys
from pathlib import Path

import html5lib
import openpyxl
import page
import pypdf
import pytest
import samples
from fontTools.ttLib import TTFont

from followup.document.blocks import Column, Comment, Row, Table
from followup.document.document import Document
from followup.document.markdown import prose_of
from followup.document.plain import block_text
from followup.document.written import WrittenHeading
from followup.formats.excel.workbook import workbook_bytes
from followup.formats.html.page import html_page
from followup.formats.pdf.file import pdf_bytes

# What was written, and the lines that each format shows.
WRITTEN = {
    ">95 % av ansökningarna fick beslut i tid.": [">95 % av ansökningarna fick beslut i tid."],
    ">= 90 % är kravet.": [">= 90 % är kravet."],
    "Läget: 🔴 tillgänglighet, 🟢 ekonomi, 🟡 personal.": [
        "Läget: 🔴 (röd) tillgänglighet, 🟢 (grön) ekonomi, 🟡 (gul) personal."
    ],
    "☑ klart ☐ kvar ✔ ▲ ▼ ● \uf0b7 punkt": ["☑ klart ☐ kvar ✔ ▲ ▼ ● • punkt"],
    "Bidraget är 3*450*12 kr, alltså 16 200 kr.": ["Bidraget är 3*450*12 kr, alltså 16 200 kr."],
    "1. Mål ett\n2. Mål två\n4. Mål fyra": ["1. Mål ett", "2. Mål två", "4. Mål fyra"],
    "Se ![diagram](https://exempel.se/d.png).": ["Se ![diagram](https://exempel.se/d.png)."],
    "\\\\srv01\\ekonomi\\bokslut.xlsx": ["\\\\srv01\\ekonomi\\bokslut.xlsx"],
    "(*) preliminärt och (*) osäkert": ["(*) preliminärt och (*) osäkert"],
    "1. Fokus på närvaro.\n\n2024. Ett bra år.": ["1. Fokus på närvaro.", "2024. Ett bra år."],
    "- 5,2 mnkr\n- 3,1 mnkr": ["- 5,2 mnkr", "- 3,1 mnkr"],
    "#1 av 3 | _fil_namn_ `x` ~~y~~ [1] <5 & ©": ["#1 av 3 | _fil_namn_ `x` ~~y~~ [1] <5 & ©"],
}


@pytest.fixture(scope="module")
def document() -> Document:
    head, heading = samples.cover(), WrittenHeading("avsnitt", "Avsnitt", 2)
    rows = tuple(
        Row(f"r{at}", (samples.prose_cell("Mål"), samples.prose_cell(text))) for at, text in enumerate(WRITTEN)
    )
    table = Table("t", "Mål", (Column("a", "Mål", "text"), Column("b", "Motivering", "prose", 3.0)), rows)
    prose = [node for text in WRITTEN for node in prose_of(text)]
    return Document(head, (head, heading, table, Comment("c", "K", prose)))


def squeezed(text: str) -> str:
    return re.sub(r"[\s\u200b]+", " ", text)


def lines() -> list[str]:
    return [line for shown in WRITTEN.values() for line in shown]


def test_in_html(document: Document) -> None:
    html = html_page(document)
    tree = html5lib.parse(html, namespaceHTMLElements=False)
    text = squeezed("".join(tree.find("body").itertext()))
    for line in lines():
        assert text.count(line) == 2, line


def test_in_the_pdf(document: Document) -> None:
    content = pdf_bytes(document)
    text = squeezed("\n".join(one.extract_text() for one in pypdf.PdfReader(io.BytesIO(content)).pages))
    # Places to break inside an address are spaces to the reader of the text.
    tight = text.replace(" ", "")
    for line in lines():
        assert tight.count(line.replace(" ", "")) == 2, line
    assert "\ufffd" not in text
    for profile in (page.ValidationProfile.PDF_UA_1, page.ValidationProfile.PDF_A_3A):
        assert page.validate_pdf_bytes(content, profile=profile).failures == []


def test_in_excel(document: Document) -> None:
    sheet = openpyxl.load_workbook(io.BytesIO(workbook_bytes(document)))["Avsnitt"]
    cells = [cell.value for row in sheet.iter_rows() for cell in row if isinstance(cell.value, str)]
    in_table, in_text = cells[: cells.index("K")], cells[cells.index("K") + 1 :]
    assert [cell for cell in in_table if cell in {"\n".join(shown) for shown in WRITTEN.values()}] == [
        "\n".join(shown) for shown in WRITTEN.values()
    ]
    # Each paragraph or list of running text has a row of its own.
    assert "\n".join(in_text) == "\n".join(lines())
    assert len(in_text) >= len(WRITTEN)


def test_in_plain_text(document: Document) -> None:
    assert block_text(document.items[-1]) == "\n".join(["K", *lines()])


def test_a_page_carries_the_signs_that_it_shows_and_no_more(document: Document) -> None:
    faces = re.findall(r"url\(data:font/ttf;base64,([^)]*)\)", html_page(document))
    (font,) = [TTFont(io.BytesIO(base64.b64decode(face))) for face in faces]
    assert set(map(chr, font.getBestCmap())) == set("🔴🟢🟡☑☐✔▲▼●")
    assert len(base64.b64decode(faces[0])) < 10_000
    plain = Document(document.cover, document.items[:2])
    assert "font/ttf" not in html_page(plain)


def test_same_bytes_in_another_process() -> None:
    code = (
        "import sys; from followup.formats.html.symbol_face import symbol_face; sys.stdout.write(symbol_face('☐☑🔴'))"
    )
    run = [sys.executable, "-c", code]
    root = Path(__file__).parents[2]
    found = [subprocess.run(run, cwd=root, capture_output=True, check=True).stdout for _ in range(2)]
    assert found[0] == found[1] != b""
