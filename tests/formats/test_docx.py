"""The Word files: what a reader of Word meets, opened by python-docx and as the parts of a package."""

from __future__ import annotations

import io
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import docx
import pypdf
import pytest
import samples
from docx.document import Document as WordFile
from docx.shared import Emu
from docx.table import Table as WordTable
from openxml_audit import OpenXmlValidator
from word_files import W, alternatives, body_of, faults, headings, parts_of, style_of, text_of, whole_text

from followup.document.blocks import Block, Chart, Column, Comment, Composite, Gallery, Heading, Row, Table, Text, Tiles
from followup.document.cells import Cell
from followup.document.decisions import Asked, Decisions
from followup.document.document import Document, read_document
from followup.document.markdown import prose_of
from followup.document.pointers import Pointer
from followup.document.written import Passage, WrittenHeading
from followup.formats.docx.memo import memo_bytes
from followup.formats.docx.report import report_bytes
from followup.ground.errors import ReportError

REL = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
BLIP = "{http://schemas.openxmlformats.org/drawingml/2006/main}blip"
SVG = "{http://schemas.microsoft.com/office/drawing/2016/SVG/main}svgBlip"


def document_of(*blocks: Block, **cover: Any) -> Document:
    head = replace(samples.cover(), **cover)
    return Document(head, (head, *blocks))


@cache
def sample() -> tuple[Document, bytes]:
    document = read_document(samples.sample_notebook())
    return document, report_bytes(document)


def opened(data: bytes) -> WordFile:
    return docx.Document(io.BytesIO(data))


def shown_of(table: WordTable) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in table.rows]


def charts_of(blocks: tuple[Block, ...]) -> Iterator[Chart]:
    for block in blocks:
        if isinstance(block, Chart):
            yield block
        elif isinstance(block, Composite):
            yield from charts_of(block.parts())


@pytest.mark.parametrize("made", [report_bytes, memo_bytes])
def test_nothing_is_wrong_with_the_file(made: Any) -> None:
    assert faults(made(sample()[0])) == []
    assert faults(made(document_of())) == []


@pytest.mark.parametrize(
    ("part", "old", "new", "told"),
    [
        (
            "word/document.xml",
            '<w:p><w:pPr><w:pStyle w:val="Subtitle"/></w:pPr>',
            "<w:p><w:pPr/></w:p>",
            "ett tomt stycke, ",
        ),
        (
            "word/document.xml",
            'w:name="a_avsnitt_ekonomi"',
            'w:name="a_avsnitt_mal"',
            "bokmärket a_avsnitt_ekonomi saknas",
        ),
        (
            "word/document.xml",
            '<w:pStyle w:val="Note"/><w:keepNext/>',
            '<w:keepNext/><w:pStyle w:val="Note"/>',
            "pPr: [",
        ),
        ("word/document.xml", "<w:tblHeader/>", "", ": rubrikraden är inte märkt"),
        (
            "word/document.xml",
            'w:val="Heading3"',
            'w:val="Heading4"',
            "rubriken Indikatorer över tid hoppar över en nivå",
        ),
        ("word/document.xml", 'w:val="Heading1"', 'w:val="Heading2"', "dokumentet har inte en rubrik på nivå 1, först"),
        ("word/document.xml", ' descr="', ' title="', "en bild saknar alternativ text"),
        (
            "word/_rels/document.xml.rels",
            'Target="media/drawing1.svg"',
            'Target="media/bort.svg"',
            "word/media/bort.svg saknas",
        ),
        ("word/_rels/document.xml.rels", 'Id="rId', 'Id="annan', "leder ingenstans"),
        ("word/styles.xml", 'w:styleId="Note"', 'w:styleId="Annan"', "formatmallen Note saknas"),
        ("word/settings.xml", "<w:autoHyphenation/>", "<w:mirrorMargins/>", "settings: ['mirrorMargins']"),
    ],
)
def test_a_fault_is_found(part: str, old: str, new: str, told: str) -> None:
    parts = parts_of(sample()[1])
    text = parts[part].decode()
    assert old in text
    parts[part] = text.replace(old, new if "stycke" not in told else new + old).encode()
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    assert any(told in fault for fault in faults(target.getvalue()))


def test_headings_are_headings_and_a_block_s_title_is_one_below() -> None:
    assert headings(sample()[1]) == [
        (1, "Uppföljningsrapport 1 2024"),
        (2, "Nämndens egen kommentar"),
        (2, "Behöver beslut"),
        (2, "Att besluta"),
        (2, "Sammanfattning"),
        (2, "Målstyrning"),
        (2, "Kvalitetsstyrning"),
        (3, "Indikatorer över tid"),
        (2, "Ekonomi"),
        (3, "Per kontoklass"),
        (3, "Per verksamhet"),
        (2, "Om underlaget"),
        (3, "Så läser du siffrorna"),
        (2, "Bilaga: siffrorna bakom diagrammen"),
    ]


def test_the_contents_lead_to_the_headings() -> None:
    body = body_of(sample()[1])
    entries = [one for one in body.iter(f"{W}p") if style_of(one).startswith("TOC") and style_of(one) != "TOCHeading"]
    assert [text_of(one) for one in entries] == [
        "Sammanfattning",
        "Målstyrning",
        "Kvalitetsstyrning",
        "Ekonomi",
        "Per kontoklass",
        "Per verksamhet",
        "Om underlaget",
        "Bilaga: siffrorna bakom diagrammen",
    ]
    (field,) = [one.text for one in body.iter(f"{W}instrText")]
    assert field.strip() == 'TOC \\o "2-3" \\h \\z \\u'
    marked = {
        mark.get(f"{W}name"): text_of(one) for one in body.iter(f"{W}p") for mark in one.iter(f"{W}bookmarkStart")
    }
    for entry in entries:
        (link,) = entry.iter(f"{W}hyperlink")
        assert marked[link.get(f"{W}anchor")] == text_of(entry)


def test_every_table_is_a_table_with_the_same_cells_in_the_same_order() -> None:
    document, data = sample()
    tables = [block for block in document.items if isinstance(block, Table)]
    tables += [chart.data for chart in charts_of(document.items)]
    first, *found = opened(data).tables
    assert shown_of(first)[:2] == [
        ["Nyckeltal", "Värde", "Detaljer"],
        [
            "Avvikelse mot budget, januari–april",
            "+3,1\u00a0mnkr",
            "Utfall −132,4\u00a0mnkr\nBudget −135,5\u00a0mnkr",
        ],
    ]
    assert len(found) == len(tables)
    for table, shown in zip(tables, found, strict=True):
        rows = [[column.label for column in table.columns]]
        for row in table.rows:
            rows.append([cell.text for cell in row.cells] + [""] * (len(table.columns) - len(row.cells)))
        signs = str.maketrans("", "", "●▲◆○↗→↘")
        assert [[cell.translate(signs).strip() for cell in row] for row in shown_of(shown)] == [
            # Each paragraph and item of a prose is a line, as in its plain text; the mark of an item is the list's.
            ["\n".join(line.removeprefix("– ") for line in cell.split("\n")).strip() for cell in row]
            for row in rows
        ]


def test_a_graded_word_has_its_sign_before_it_in_its_colour() -> None:
    goals = opened(sample()[1]).tables[1]
    sign, word = goals.cell(2, 1).paragraphs[0].runs
    assert (sign.text, word.text) == ("●\u00a0", "Bedöms uppnås")
    assert str(sign.font.color.rgb) == "2E7D52"


def test_the_heading_of_a_group_is_merged_only_where_the_first_column_has_no_room() -> None:
    def spans(group: str) -> int:
        columns = (Column("a", "År", "text", 1), *(Column(f"k{at}", "Värde") for at in range(8)))
        row = Row("r", (Cell("2024"), *(Cell("−1\u00a0234,5", value=1.0),) * 8))
        table = Table("t", "Tabell", columns, (Row("g", (Cell(group),), "group"), row), source="Källa: påhittad.")
        return len(list(body_of(report_bytes(document_of(table))).iter(f"{W}gridSpan")))

    assert spans("Nettokostnad") == 0
    assert spans("Självfinansieringsgrad av investeringarna och annat som är långt") == 1


def test_a_table_that_is_too_wide_has_a_turned_page_with_its_heading_and_notes() -> None:
    wide = (Column("a", "Post", "text", 3), *(Column(f"k{at}", f"Kolumn nummer {at}") for at in range(14)))
    row = Row("r", (Cell("Nettokostnad"), *(Cell("−1\u00a0234,5", value=1.0),) * 14))
    blocks = (
        WrittenHeading("forst", "Först", 2),
        Passage("", [{"p": ["Text."]}]),
        WrittenHeading("bred", "Bred", 2),
        Table("t", "Tabell", wide, (row,), source="Källa: påhittad."),
        WrittenHeading("mellan", "Mellan", 2),
        Table("u", "Tabell till", wide, (row,)),
        WrittenHeading("sist", "Sist", 2),
    )
    data = report_bytes(document_of(*blocks))
    assert faults(data) == []
    word = opened(data)
    first, turned, last = word.sections
    assert [one.orientation for one in word.sections] == [0, 1, 0]
    assert (turned.page_width.pt, turned.page_height.pt) == pytest.approx((841.9, 595.3), abs=0.1)
    inside: list[list[str]] = [[]]
    for one in body_of(data):
        inside[-1].append(text_of(one) if one.tag == f"{W}p" else "tabell" if one.tag == f"{W}tbl" else "")
        if one.find(f"{W}pPr/{W}sectPr") is not None:
            inside.append([])
    assert inside[0][-1] == "Text."
    assert inside[1] == ["Bred", "Tabell", "tabell", "Källa: påhittad.", "Mellan", "Tabell till", "tabell", ""]
    assert inside[2] == ["Sist", ""]
    # Every width and the margins fill the page, and the number of the page stands at its margin.
    for section in (first, turned, last):
        room = Emu(section.page_width - section.left_margin - section.right_margin)
        (tab,) = section.footer.paragraphs[0].paragraph_format.tab_stops
        assert tab.position.pt == pytest.approx(room.pt, abs=0.1)


def test_rows_stay_whole_and_what_belongs_together_stays_on_one_page() -> None:
    table = body_of(report_bytes(document_of(samples.long_table(5)))).find(f"{W}tbl")
    assert table is not None
    rows = table.findall(f"{W}tr")
    assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in rows)
    # A short table is not divided: each row stays with the next, and the last with the note below it.
    assert all(one.find(f"{W}pPr/{W}keepNext") is not None for row in rows for one in row.iter(f"{W}p"))
    long = body_of(report_bytes(document_of(samples.long_table(40)))).find(f"{W}tbl")
    assert long is not None
    kept = [row.find(f".//{W}keepNext") is not None for row in long.findall(f"{W}tr")]
    assert kept[:4] == [True, True, True, False]
    assert kept[-3:] == [True, True, True]
    assert sum(kept) == 6
    # But not in the columns of the appendix: LibreOffice 7.4 falls over rows that are held together there.
    behind_the_chart = list(body_of(sample()[1]).iter(f"{W}tbl"))[-1]
    assert not list(behind_the_chart.iter(f"{W}keepNext"))


MARKS = """Först detta:

3. tredje
4. fjärde
6. sjätte

sedan

a) inget
1) ett
2) två

* rund
* rund till
    - inre ett
    - inre två

Se [protokollet](https://www.regionhalland.se/protokoll?a=1&b=2), **fet** och *kursiv*."""


def test_lists_are_lists_with_the_numbers_that_were_typed() -> None:
    data = report_bytes(document_of(Comment("c", "Kommentar", prose_of(MARKS))))
    assert faults(data) == []
    word = opened(data)
    numbering = word.part.numbering_part.element
    found = []
    for one in word.paragraphs:
        properties = one._p.pPr.numPr
        if properties is not None:
            number = properties.numId.val
            (listed,) = [num for num in numbering.num_lst if num.numId == number]
            (kind,) = numbering.xpath(f"w:abstractNum[@w:abstractNumId='{listed.abstractNumId.val}']")
            level = kind[properties.ilvl.val + 1].find(f"{W}lvlText")
            starts = [start.get(f"{W}val") for start in listed.xpath("w:lvlOverride/w:startOverride")]
            found.append((one.text, properties.ilvl.val, level.get(f"{W}val"), number, *starts))
    assert [row[:3] + row[4:] for row in found] == [
        ("tredje", 0, "%1.", "3"),
        ("fjärde", 0, "%1.", "3"),
        ("sjätte", 0, "%1.", "6"),
        ("ett", 0, "%1)", "1"),
        ("två", 0, "%1)", "1"),
        ("rund", 0, "•"),
        ("rund till", 0, "•"),
        ("inre ett", 1, "–"),
        ("inre två", 1, "–"),
    ]
    # The fourth goes on from the third, the sixth begins a list of its own.
    assert found[0][3] == found[1][3] != found[2][3]
    last = word.paragraphs[-1]
    assert [(run.text, run.bold, run.italic) for run in last.runs if run.bold or run.italic] == [
        ("fet", True, None),
        ("kursiv", None, True),
    ]
    (link,) = last.hyperlinks
    assert (link.text, link.address) == ("protokollet", "https://www.regionhalland.se/protokoll?a=1&b=2")
    assert link.runs[0].style.name == "Hyperlink"


def test_a_decision_is_a_point_of_a_list_that_leads_to_where_its_figures_stand() -> None:
    body = body_of(sample()[1])
    paragraphs = list(body.iter(f"{W}p"))
    first = next(at for at, one in enumerate(paragraphs) if text_of(one) == "Att besluta")
    block = paragraphs[first : first + 9]
    assert [text_of(one) for one in block] == [
        "Att besluta",
        "Nämnden har sett över sin plan.",
        "Minska utbudet på tre linjer.",
        "2,5\u00a0miljoner\u00a0kronor. Beslutas av nämnden senast den 19\u00a0juni 2024. Se avsnittet Per kontoklass.",
        "Annars: Trafiken körs som i dag.",
        "Godkänna planen.",
        "Beslutas av regionfullmäktige senast den 30\u00a0september 2024.",
        "Annars: Den förra planen gäller <b>vidare</b>.",
        "Ytterligare två beslut, i avsnittet Målstyrning.",
    ]
    assert [at for at, one in enumerate(block) if one.find(f"{W}pPr/{W}numPr") is not None] == [2, 5]
    # The decisions stay on one page: all but the last paragraph are kept with the next.
    assert [at for at, one in enumerate(block) if one.find(f"{W}pPr/{W}keepNext") is None] == [8]
    links = {text_of(link): link.get(f"{W}anchor") for one in block for link in one.iter(f"{W}hyperlink")}
    marks = {text_of(one): [mark.get(f"{W}name") for mark in one.iter(f"{W}bookmarkStart")] for one in paragraphs}
    assert list(links) == ["Per kontoklass", "Målstyrning"]
    assert all(marks[text] == [anchor] for text, anchor in links.items())
    # One bar along all of it: what is indented begins, with a tabulator, where the rest does.
    assert all(one.find(f"{W}pPr/{W}pBdr/{W}left") is not None for one in block)
    for at in (3, 4, 6, 7):
        indents = block[at].find(f"{W}pPr/{W}ind")
        assert indents is not None
        assert indents.get(f"{W}left") == indents.get(f"{W}hanging") == "300"
        assert [one.tag for one in block[at].find(f"{W}r")] == [f"{W}tab"]


def test_that_nothing_is_asked_for_is_said_without_a_bar() -> None:
    nothing = Decisions("behover-beslut", "Behöver beslut", prose_of("Inget beslut begärs."), role="info")
    body = body_of(report_bytes(document_of(nothing)))
    assert [text_of(one) for one in body.iter(f"{W}p")][-2:] == ["Behöver beslut", "Inget beslut begärs."]
    assert list(body.iter(f"{W}pBdr")) == []


def test_an_address_is_written_as_the_format_allows() -> None:
    prose: Any = [{"p": [{"a": ["länk"], "href": "https://www.regionhalland.se/år|100%/%C3%A5[1]?q=å&b=1#x"}]}]
    (link,) = opened(report_bytes(document_of(Comment("c", "", prose)))).paragraphs[-1].hyperlinks
    assert link.url == "https://www.regionhalland.se/%C3%A5r%7C100%25/%C3%A5%5B1%5D?q=%C3%A5&b=1#x"


def test_an_item_without_words_keeps_its_place() -> None:
    prose: Any = [{"ul": [[], [{"p": ["ord"]}]]}, {"ol": [[{"ul": [[{"p": ["inre"]}]]}]], "marks": ["1."]}]
    items = opened(report_bytes(document_of(Comment("c", "", prose)))).paragraphs[-3:]
    assert [(one.text, one._p.pPr.numPr.ilvl.val) for one in items] == [("", 0), ("ord", 0), ("inre", 1)]


def test_an_address_that_is_not_safe_is_text() -> None:
    prose: Any = [{"p": [{"a": ["klicka"], "href": "javascript:alert(1)"}]}]
    data = report_bytes(document_of(Comment("c", "Kommentar", prose)))
    assert "klicka" in whole_text(data)
    assert not any(b"javascript" in part for part in parts_of(data).values())


def test_a_picture_is_drawn_with_its_points_and_tells_what_it_shows() -> None:
    document, data = sample()
    parts = parts_of(data)
    charts = list(charts_of(document.items))
    assert alternatives(data) == [chart.alt for chart in charts]
    relations = opened(data).part.rels
    for chart, blip in zip(charts, body_of(data).iter(BLIP), strict=True):
        points = relations[blip.get(f"{REL}embed")].target_part
        assert points.blob.startswith(b"\x89PNG")
        (drawing,) = blip.iter(SVG)
        drawn = relations[drawing.get(f"{REL}embed")].target_part
        assert (drawn.content_type, drawn.partname.ext) == ("image/svg+xml", "svg")
        assert chart.svg.split(">", 1)[1].encode() in parts[str(drawn.partname).removeprefix("/")]
    # The small charts stand in two columns, so that no table is needed to hold them.
    columns = [one.get(f"{W}num") for one in body_of(data).iter(f"{W}cols")]
    assert columns == [None, "2", None, "2"]


def test_a_drawing_refers_to_its_letters_as_word_reads_it() -> None:
    svg = (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 388 200">'
        '<defs><path id="a" d="M0 0"/></defs><use x="1" href="#a"/></svg>'
    )
    data = report_bytes(document_of(replace(samples.chart(), svg=svg)))
    (drawn,) = [content for name, content in parts_of(data).items() if name.endswith(".svg")]
    assert b'xmlns:xlink="http://www.w3.org/1999/xlink"' in drawn
    assert b'<use x="1" xlink:href="#a"/>' in drawn


def test_a_chart_leads_to_its_numbers_and_back() -> None:
    body = body_of(sample()[1])
    lines = [text_of(one) for one in body.iter(f"{W}p")]
    assert lines.count("Siffrorna bakom diagrammet: bilagan") == 1
    assert lines.count("Siffrorna bakom diagrammen: bilagan") == 1
    assert lines.count("Till diagrammet") == 6


def test_the_heading_of_a_gallery_stands_in_its_columns() -> None:
    heading = WrittenHeading("over-tid", "Över tid", 3)
    body = body_of(report_bytes(document_of(WrittenHeading("k", "Kvalitet", 2), heading, samples.gallery())))
    paragraphs = list(body.iter(f"{W}p"))
    ends = [at for at, one in enumerate(paragraphs) if one.find(f"{W}pPr/{W}sectPr") is not None]
    at = {text_of(one): number for number, one in enumerate(paragraphs)}
    assert ends[0] < at["Kvalitet"] < at["Över tid"] < ends[1]
    assert paragraphs[ends[1]].find(f"{W}pPr/{W}sectPr/{W}cols").get(f"{W}num") == "2"


def test_what_the_charts_of_a_gallery_share_is_said_once() -> None:
    own = replace(samples.gallery().charts[0], source="Källa: en annan.")
    shared = Gallery("g", "Bilder", samples.gallery().charts)
    mixed = Gallery("g", "Bilder", (own, *samples.gallery().charts[1:]))
    said = "Källa: 2024/2024-04/utfall.xlsx, blad Huvudbok."
    assert whole_text(report_bytes(document_of(shared))).count(said) == 1
    text = whole_text(report_bytes(document_of(mixed)))
    assert (text.count(said), text.count("Källa: en annan.")) == (4, 1)
    assert faults(report_bytes(document_of(Gallery("g", "Tom")))) == []


def test_hostile_texts_are_texts() -> None:
    text = '</w:t></w:r></w:p><w:p> & "x" \x00\x1b\ud800 {DATE} <!-- \t'
    shown = text.replace("\x00", "\ufffd").replace("\x1b", "\ufffd").replace("\ud800", "\ufffd").replace("\t", " ")
    table = Table("t", text, (Column("a", text, "text"),), (Row("r", (Cell(text),)),), text, (text,), text)
    chart = replace(samples.chart(), title=text, unit_line=text, alt=text, id='"<&')
    blocks = (
        Text("x", "attention", text, ([text],), ([text],)),
        Comment("c", text, [{"p": [text]}]),
        table,
        chart,
        WrittenHeading('h"<', text, 2),
        WrittenHeading("i", "Avsnitt", 2),
    )
    data = report_bytes(document_of(*blocks, committee=text, title=text, handed_in=text, span=text))
    assert faults(data) == []
    assert whole_text(data).count(shown) >= 14
    assert opened(data).core_properties.title == f"{shown}, {shown}".replace("<!--  ", "<!-- \t")
    # No property of a Word file is longer than 255 characters.
    long = opened(report_bytes(document_of(committee="R&D " * 100))).core_properties
    assert (len(long.title), len(long.author)) == (255, 255)


def test_language_properties_and_example_mark() -> None:
    data = sample()[1]
    word = opened(data)
    found = word.core_properties
    assert found.title == "Uppföljningsrapport 1 2024, Driftnämnd Kultur och skola"
    assert (found.language, found.author, found.comments) == ("sv-SE", "Driftnämnd Kultur och skola", "Exempeldata")
    assert f"{found.created:%Y-%m-%d %H:%M}" == f"{found.modified:%Y-%m-%d %H:%M}" == "2024-05-08 00:00"
    (language,) = word.styles.element.xpath("w:docDefaults//w:lang/@w:val")
    assert language == "sv-SE"
    first = word.sections[0]
    assert [one.text for one in first.header.paragraphs] == [
        "Driftnämnd Kultur och skola · Uppföljningsrapport 1 2024 · januari–april 2024\tExempeldata"
    ]
    assert [one.text for one in first.first_page_header.paragraphs] == ["Region Halland\tExempeldata"]
    for footer in (first.footer, first.first_page_footer):
        assert footer.paragraphs[0].text == "Region Halland · uppgifter hämtade 2024-05-08\tsida 1 av 1"
        fields = [one.text.strip() for one in footer._element.iter(f"{W}instrText")]
        assert fields == ["PAGE", "NUMPAGES"]
    real = report_bytes(read_document(samples.sample_notebook(example=False)))
    assert "Exempeldata" not in "".join(part.decode() for name, part in parts_of(real).items() if ".xml" in name)


def test_an_archive_without_moments_of_its_own() -> None:
    with zipfile.ZipFile(io.BytesIO(sample()[1])) as archive:
        assert {one.date_time for one in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert archive.namelist()[0] == "[Content_Types].xml"


def test_same_bytes_in_another_process() -> None:
    code = (
        "import sys, samples; from followup.document.document import read_document; "
        "from followup.formats.docx.memo import memo_bytes; from followup.formats.docx.report import report_bytes; "
        "document = read_document(samples.sample_notebook()); "
        "sys.stdout.buffer.write(report_bytes(document) + memo_bytes(document))"
    )
    tests = Path(samples.__file__).parent
    found = subprocess.run([sys.executable, "-c", code], cwd=tests, capture_output=True, check=True).stdout
    assert found == sample()[1] + memo_bytes(sample()[0])


@pytest.mark.parametrize("made", [report_bytes, memo_bytes])
def test_an_unreadable_date_is_said_in_swedish(made: Any) -> None:
    with pytest.raises(ReportError) as caught:
        made(document_of(data_date="8 maj"))
    assert str(caught.value) == (
        "rapportens omslag: Datumet ”8 maj” kan inte tolkas. Uttagsdatum skrivs som år, månad och dag, till exempel "
        "2024-05-08. Rätta uttagsdatum i underlaget och kör igen."
    )


def test_what_the_pdf_leaves_out_is_named_and_nothing_leads_to_it() -> None:
    document = sample()[0]
    section = [item for item in document.items if isinstance(item, Heading) and item.text == "Per kontoklass"]
    after = document.items[document.items.index(section[0]) + 1]
    left_out = replace(
        document, unprinted=(after,), appendix=(WrittenHeading("alla", "Alla regioner", 3), samples.economy())
    )
    data = report_bytes(left_out)
    assert faults(data) == []
    assert [text for _, text in headings(data)][-2:] == [
        "Det här står bara på webben och i Excel",
        "Bilaga: siffrorna bakom diagrammen",
    ]
    assert "Per kontoklass" not in [text for _, text in headings(data)]
    text = whole_text(data)
    assert "I bilagan: ”Alla regioner”." in text
    assert "senast den 19\u00a0juni 2024.\n" in text


def test_what_stands_in_one_other_place_is_told_without_a_heading() -> None:
    document = sample()[0]
    data = report_bytes(replace(document, appendix=(WrittenHeading("alla", "Alla regioner", 3), samples.economy())))
    told = "På webben (rapport.html) och i Excel (rapport.xlsx) finns dessutom i bilagan: ”Alla regioner”."
    assert told in whole_text(data).split("\n")
    assert "Det här står bara på webben och i Excel" not in whole_text(data)


@pytest.mark.parametrize(("rows", "told"), [(13, "bilagan"), (14, "rapport.xlsx")])
def test_the_numbers_of_a_year_are_here_and_those_of_more_in_the_workbook(rows: int, told: str) -> None:
    chart = samples.gallery().charts[0]
    long = replace(
        chart, data=replace(chart.data, rows=tuple(replace(chart.data.rows[0], key=str(n)) for n in range(rows)))
    )
    data = report_bytes(document_of(long))
    assert f"Siffrorna bakom diagrammet: {told}" in whole_text(data).split("\n")
    assert len(opened(data).tables) == (rows == 13)
    assert faults(data) == []
    two = report_bytes(document_of(Gallery("g", "Bilder", (long, samples.gallery().charts[1]))))
    rest = ", de längsta i rapport.xlsx" if rows == 14 else ""
    assert f"Siffrorna bakom diagrammen: bilagan{rest}" in whole_text(two).split("\n")


@pytest.mark.parametrize(("items", "kept"), [(1, []), (2, [0]), (3, [0, 1]), (5, [0, 3])])
def test_no_item_of_a_list_stands_alone_on_a_page(items: int, kept: list[int]) -> None:
    text = Text("t", "info", "Löften", items=tuple([f"Löfte {number}."] for number in range(items)))
    found = [one for one in body_of(report_bytes(document_of(text))).iter(f"{W}p") if text_of(one).startswith("Löfte ")]
    assert [at for at, one in enumerate(found) if one.find(f"{W}pPr/{W}keepNext") is not None] == kept


def test_a_list_in_a_comment_has_no_item_alone_and_stays_with_what_introduces_it() -> None:
    prose = prose_of("Det beror på\n\n- ett\n- två\n- tre\n- fyra\n\nSlut.")
    data = report_bytes(document_of(Comment("c", "Kommentar", prose)))
    found = [one for one in body_of(data).iter(f"{W}p") if text_of(one)][-6:]
    assert [text_of(one) for one in found if one.find(f"{W}pPr/{W}keepNext") is not None] == [
        "Det beror på",
        "ett",
        "tre",
    ]


def memo_lines(document: Document) -> list[str]:
    return whole_text(memo_bytes(document)).split("\n")


def test_the_letter_has_the_region_s_headings_and_the_report_s_own_words() -> None:
    summary = replace(samples.summary(), id="i-korthet", title="I korthet")
    verdict = Text("omdome", role="verdict", title="Omdöme", paragraphs=(["Nämnden väntar ett underskott."],))
    own = replace(samples.comment(), id="namndens-sammanfattning", title="Nämndens sammanfattning")
    read = sample()[0]
    (decisions,) = (block for block in read.items if isinstance(block, Decisions))
    document = document_of(samples.tiles(), verdict, summary, decisions, own, samples.economy())
    data = memo_bytes(document)
    assert faults(data) == []
    assert headings(data) == [
        (1, "Tjänsteskrivelse: Uppföljningsrapport 1 2024"),
        (2, "Ärendet"),
        (2, "Förslag till beslut"),
        (3, "Rapporten skriver om besluten"),
        (2, "Sammanfattning"),
        (3, "Omdöme"),
        (3, "I korthet"),
        (2, "Bakgrund"),
        (3, "Nämndens sammanfattning"),
        (2, "Ekonomiska konsekvenser av beslutet"),
        (2, "Underskrift"),
        (2, "Bilaga"),
        (2, "Beslutet ska skickas till"),
    ]
    lines = memo_lines(document)
    assert lines[0] == (
        "Utkast. Texten är hämtad ur rapporten. Läs den, fyll i det som står inom hakparentes och ta bort det som inte "
        "ska vara med."
    )
    about = lines.index("Ärendet")
    assert lines[about + 1] == (
        "Ärendet gäller Uppföljningsrapport 1 2024 för Driftnämnd Kultur och skola, januari–april 2024. "
        "Rapporten är lämnad 20\u00a0maj 2024 av controller, Kultur och skola. Status: klar."
    )
    assert lines[about + 3 : about + 5] == [
        "Driftnämnd Kultur och skola beslutar att",
        "[godkänna eller anteckna] Uppföljningsrapport 1 2024",
    ]
    assert lines[about + 5 : about + 12] == [
        "minska utbudet på tre linjer",
        "Driftnämnd Kultur och skola föreslår att regionfullmäktige beslutar att",
        "godkänna planen",
        "Punkt\u00a02 behöver beslutas senast den 19\u00a0juni 2024.",
        "Punkt\u00a03 behöver beslutas senast den 30\u00a0september 2024.",
        "Rapporten skriver om besluten",
        "Nämnden har sett över sin plan.",
    ]
    # The three clauses are counted as one list, whoever decides.
    numbered = [one for one in opened(data).paragraphs if one._p.pPr.numPr is not None][:3]
    assert len({one._p.pPr.numPr.numId.val for one in numbered}) == 1
    told = lines.index("Ekonomiska konsekvenser av beslutet")
    assert lines[told + 1 : told + 6] == [
        "Punkt\u00a02 gäller 2,5\u00a0miljoner\u00a0kronor. Om beslutet inte fattas: Trafiken körs som i dag.",
        "Punkt\u00a03. Om beslutet inte fattas: Den förra planen gäller <b>vidare</b>.",
        "För punkt\u00a03 är inget belopp angivet i rapporten.",
        "[beskriv vad förslaget till beslut kostar och hur det betalas]",
        "Underskrift",
    ]
    # Who is asked to decide is to have the decision, and nothing from the signatures on is left for a page of its own.
    assert lines[-3:] == ["Beslutet ska skickas till", "Regionfullmäktige", "[mottagare]"]
    from_signatures = opened(data).paragraphs[-9:]
    assert [one.text for one in from_signatures][:1] == ["Underskrift"]
    assert all(one._p.pPr.keepNext is not None or one.style.name.startswith("heading") for one in from_signatures[:-1])
    # What the year is expected to end with is said once, in the summary: it is no consequence of the decision.
    assert [lines[at - 1] for at, line in enumerate(lines) if line == "Nämnden väntar ett underskott."] == ["Omdöme"]
    # The key figures are no consequence of a decision.
    assert opened(data).tables == []
    assert opened(data).core_properties.content_status == "Utkast"
    assert opened(data).sections[0].header.paragraphs[0].text.endswith("\tUtkast · Exempeldata")


def of_region(*decisions: str, decider: str = "regionstyrelsen", title: str = "Årsredovisning 2024") -> list[str]:
    """The letter of a report of the region's with decisions of these words."""
    entries = [Asked(prose_of(words), [], "Inget händer.", Pointer(), "", decider) for words in decisions]
    block = Decisions("behover-beslut", title="Behöver beslut", entries=tuple(entries[:1]), unlisted=tuple(entries[1:]))
    return memo_lines(document_of(block, title=title, committee_code="REGION"))


def test_the_executive_decides_what_the_region_asks_for_and_a_report_is_approved_once() -> None:
    lines = of_region("Godkänna årsredovisningen och överlämna den till revisorerna.", "Öppna en mottagning.")
    at = lines.index("Regionstyrelsen beslutar att")
    # The second has no place in the first page's list.
    assert lines[at + 1 : at + 4] == [
        "godkänna årsredovisningen och överlämna den till revisorerna",
        "öppna en mottagning",
        "Sammanfattning",
    ]
    assert not any("[godkänna eller anteckna]" in line for line in lines)
    lines = of_region("Godkänna delårsrapporten.", title="Uppföljningsrapport 2 2024")
    assert not any("[godkänna eller anteckna]" in line for line in lines)
    lines = of_region("Godkänna en ny plan.", decider="regionfullmäktige")
    at = lines.index("Regionstyrelsen beslutar att")
    assert lines[at + 1 : at + 4] == [
        "[godkänna eller anteckna] Årsredovisning 2024",
        "Regionstyrelsen föreslår att regionfullmäktige beslutar att",
        "godkänna en ny plan",
    ]


def test_what_is_not_yet_proposed_is_told_in_the_letter_s_head() -> None:
    told = "Där en punkt börjar med ”ta ställning till” behöver du skriva vad som föreslås."
    assert of_region("Ta ställning till priserna.")[0].endswith(f"ska vara med. {told}")
    assert told not in of_region("Höja priserna.")[0]


def test_what_a_report_does_not_say_is_left_to_fill_in() -> None:
    own = Comment("namndens-sammanfattning", "Nämndens sammanfattning", [])
    lines = memo_lines(document_of(own, Tiles("nyckeltal", samples.tiles().tiles[3:]), committee_code="REGION"))
    for words in (
        "Datum: [datum]",
        "Diarienummer: [diarienummer]",
        "Handläggare: [handläggare]",
        "[beslutande organ] beslutar att",
        "[skriv vilka beslut som behövs]",
        "[sammanfatta ärendet]",
        "[beskriv bakgrunden]",
        "[beskriv vad förslaget till beslut kostar och hur det betalas]",
        "[namn och befattning]",
        "[mottagare]",
    ):
        assert words in lines, words
    assert opened(memo_bytes(document_of(own))).tables == []
    placeholders = list(body_of(memo_bytes(document_of(own))).iter(f"{W}sdt"))
    assert all(one.find(f"{W}sdtPr/{W}showingPlcHdr") is not None for one in placeholders)
    assert len(placeholders) == 12


def found_by_another(data: bytes, folder: Path) -> list[str]:
    """What a validator of the format's schemas finds."""
    path = folder / "rapport.docx"
    path.write_bytes(data)
    return [str(error) for error in OpenXmlValidator().validate(path).errors]


def test_a_validator_of_the_schemas_finds_nothing(tmp_path: Path) -> None:
    wide = (Column("a", "Post", "text", 3), *(Column(f"k{at}", f"Kolumn nummer {at}") for at in range(14)))
    row = Row("r", (Cell("Nettokostnad"), *(Cell("−1\u00a0234,5", value=1.0),) * 14))
    document = sample()[0]
    more = (Table("bred", "Bred", wide, (row,)), Comment("marken", "Kommentar", prose_of(MARKS)))
    for data in (report_bytes(replace(document, items=(*document.items, *more))), memo_bytes(document)):
        assert found_by_another(data, tmp_path) == []
    # What it would say.
    parts = parts_of(sample()[1])
    wrong = parts["word/document.xml"].replace(b"<w:cantSplit/><w:tblHeader/>", b"<w:tblHeader/><w:jc/>", 1)
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name, content in (parts | {"word/document.xml": wrong}).items():
            archive.writestr(name, content)
    assert found_by_another(target.getvalue(), tmp_path) != []


@pytest.mark.skipif(not shutil.which("lowriter"), reason="LibreOffice Writer is not here")
def test_another_program_opens_it_and_shows_all_of_it(tmp_path: Path) -> None:
    _, data = sample()
    (tmp_path / "rapport.docx").write_bytes(data)
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path)]
    subprocess.run([*command, str(tmp_path / "rapport.docx")], check=True, capture_output=True, timeout=180)
    pages = pypdf.PdfReader(tmp_path / "rapport.pdf").pages
    text = "".join("".join(page.extract_text().split()) for page in pages)
    for line in whole_text(data).split("\n"):
        assert "".join(line.split()) in text, line
    # The header row of the table of forty rows stands on each of its pages.
    header = "".join(f"{column.label}" for column in samples.long_table().columns)
    assert text.count("".join(header.split())) >= 2
    assert all(f"sida{number}av{len(pages)}" in text for number in range(1, len(pages) + 1))
