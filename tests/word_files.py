"""A Word file looked at without the code that wrote it: its texts, and what would be wrong with it as a package.

`faults(data)` says what Word would stumble over or a reader aloud lose; python-docx opens the file for the rest.
"""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from xml.etree import ElementTree as ET

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
ASKED_FOR = ("/header", "/footer", "/image", "/hyperlink")
# The order in which the format asks for what we write; an element that is not here is asked to be put here.
ORDERS = {
    name: tuple(order.split())
    for name, order in {
        "pPr": "pStyle keepNext keepLines pageBreakBefore numPr pBdr tabs suppressAutoHyphens spacing ind jc "
        "outlineLvl sectPr",
        "rPr": "rStyle rFonts b i color sz szCs u lang",
        "tcPr": "tcW gridSpan tcBorders shd vAlign",
        "tblPr": "tblStyle tblW tblInd tblLayout tblCellMar tblLook tblCaption tblDescription",
        "sectPr": "headerReference footerReference type pgSz pgMar cols titlePg",
        "sdtPr": "alias showingPlcHdr text",
        "style": "name basedOn next qFormat pPr rPr tblPr",
        "abstractNum": "multiLevelType lvl",
        "lvl": "start numFmt lvlText lvlJc pPr rPr",
        "numbering": "abstractNum num",
        "settings": "zoom defaultTabStop autoHyphenation consecutiveHyphenLimit characterSpacingControl compat "
        "themeFontLang decimalSymbol listSeparator",
    }.items()
}


def parts_of(data: bytes) -> dict[str, bytes]:
    """The parts by name."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        names = archive.namelist()
        assert len(set(names)) == len(names)
        return {name: archive.read(name) for name in names}


def body_of(data: bytes) -> ET.Element:
    """The body of the document."""
    found = ET.fromstring(parts_of(data)["word/document.xml"]).find(f"{W}body")
    assert found is not None
    return found


def text_of(element: ET.Element) -> str:
    """What is read of an element: line breaks as line ends."""
    return "".join(one.text or "" if one.tag == f"{W}t" else "\n" for one in element.iter() if one.tag in READ)


READ = (f"{W}t", f"{W}br")


def whole_text(data: bytes) -> str:
    """What is read of the document, a line for each paragraph, without headers and footers."""
    return "\n".join(text_of(one) for one in body_of(data).iter(f"{W}p"))


def alternatives(data: bytes) -> list[str]:
    """The alternative texts of the pictures, in order."""
    return [one.get("descr", "") for one in body_of(data).iter(f"{WP}docPr")]


def style_of(paragraph: ET.Element) -> str:
    found = paragraph.find(f"{W}pPr/{W}pStyle")
    return "" if found is None else found.get(f"{W}val", "")


def headings(data: bytes) -> list[tuple[int, str]]:
    """(level, text) of all headings in order."""
    found = ((style_of(one), text_of(one)) for one in body_of(data).iter(f"{W}p"))
    return [(int(style[-1]), text) for style, text in found if re.fullmatch(r"Heading\d", style)]


def faults(data: bytes) -> list[str]:
    """All that is wrong: relations to nothing, names that stand twice, elements out of order, empty paragraphs …"""
    parts = parts_of(data)
    trees = {name: ET.fromstring(content) for name, content in parts.items() if name.endswith((".xml", ".rels"))}
    body = body_of(data)
    return [
        *_relations(parts, trees),
        *_types(parts, trees["[Content_Types].xml"]),
        *_names(body),
        *_styles(trees["word/styles.xml"], trees["word/numbering.xml"], body),
        *(one for tree in trees.values() for one in _order(tree)),
        *_empty(body),
        *_tables(body),
        *_levels(headings(data)),
    ]


def _relations(parts: dict[str, bytes], trees: dict[str, ET.Element]) -> Iterator[str]:
    reached = {"[Content_Types].xml"}
    for name, tree in trees.items():
        if not name.endswith(".rels"):
            continue
        reached.add(name)
        folder = posixpath.dirname(posixpath.dirname(name))
        source = posixpath.join(folder, posixpath.basename(name).removesuffix(".rels"))
        known = set()
        for relation in tree:
            known.add(relation.get("Id"))
            target = posixpath.normpath(posixpath.join(folder, relation.get("Target", ""))).removeprefix("/")
            if relation.get("TargetMode") == "External":
                continue
            reached.add(target)
            if target not in parts:
                yield f"{name}: {target} saknas"
        if source in trees:
            named = {value for one in trees[source].iter() for key, value in one.attrib.items() if key.startswith(R)}
            yield from (f"{source}: {one} leder ingenstans" for one in sorted(named - known))
            # A part that is asked for by name, and no section or picture does.
            asked = {one.get("Id") for one in tree if one.get("Type", "").endswith(ASKED_FOR)}
            yield from (f"{source}: ingen frågar efter {one}" for one in sorted(map(str, asked - named)))
    yield from (f"{name}: ingen leder hit" for name in sorted(set(parts) - reached))


def _types(parts: dict[str, bytes], types: ET.Element) -> Iterator[str]:
    endings = {one.get("Extension") for one in types.iter(f"{TYPES}Default")}
    names = {one.get("PartName", "").removeprefix("/") for one in types.iter(f"{TYPES}Override")}
    for name in parts:
        if name not in names and name.rsplit(".", 1)[-1] not in endings:
            yield f"{name}: sorten saknas"


def _names(body: ET.Element) -> Iterator[str]:
    marks = [one.get(f"{W}name", "") for one in body.iter(f"{W}bookmarkStart")]
    anchors = {name for one in body.iter(f"{W}hyperlink") if (name := one.get(f"{W}anchor"))}
    yield from (f"bokmärket {name} saknas" for name in sorted(anchors - set(marks)))
    yield from (f"bokmärket {name} har inget tillåtet namn" for name in marks if not re.fullmatch(r"\w{1,40}", name))
    numbers = {
        "bokmärket": marks,
        "bokmärkets nummer": [one.get(f"{W}id", "") for one in body.iter(f"{W}bookmarkStart")],
        "bilden": [one.get("id", "") for one in body.iter(f"{WP}docPr")],
    }
    for what, found in numbers.items():
        yield from (f"{what} {name} står {times} gånger" for name, times in Counter(found).items() if times > 1)
    if any(not one.get("descr") for one in body.iter(f"{WP}docPr")):
        yield "en bild saknar alternativ text"


def _styles(styles: ET.Element, numbering: ET.Element, body: ET.Element) -> Iterator[str]:
    known = {one.get(f"{W}styleId") for one in styles.iter(f"{W}style")}
    for tag in ("pStyle", "rStyle", "tblStyle"):
        used = {one.get(f"{W}val") for one in body.iter(f"{W}{tag}")}
        yield from (f"formatmallen {name} saknas" for name in sorted(str(one) for one in used - known))
    lists = {one.get(f"{W}numId") for one in numbering.iter(f"{W}num")}
    used = {one.get(f"{W}val") for one in body.iter(f"{W}numId")}
    yield from (f"listan {name} saknas" for name in sorted(str(one) for one in used - lists))


def _order(tree: ET.Element) -> Iterator[str]:
    for name, order in ORDERS.items():
        for element in tree.iter(f"{W}{name}"):
            tags = [child.tag.removeprefix(W) for child in element]
            unknown = sorted(set(tags) - set(order))
            if unknown or tags != sorted(tags, key=order.index):
                yield f"{name}: {unknown or tags}"


def _empty(body: ET.Element) -> Iterator[str]:
    cells = {id(one) for cell in body.iter(f"{W}tc") for one in cell}
    for one in body.iter(f"{W}p"):
        ends_section = one.find(f"{W}pPr/{W}sectPr") is not None
        shows = text_of(one).strip() or one.find(f".//{W}drawing") is not None
        # A cell that has nothing to say must have a paragraph, and so must a section that a table ends.
        if not shows and id(one) not in cells and not ends_section:
            yield f"ett tomt stycke, {style_of(one)}"


def _tables(body: ET.Element) -> Iterator[str]:
    for table in body.iter(f"{W}tbl"):
        rows = table.findall(f"{W}tr")
        name = table.find(f"{W}tblPr/{W}tblCaption")
        shown = "" if name is None else name.get(f"{W}val", "")
        if not shown or table.find(f"{W}tblPr/{W}tblDescription") is None:
            yield "en tabell utan alternativ text"
        repeated = [row.find(f"{W}trPr/{W}tblHeader") is not None for row in rows]
        if not repeated[0] or any(repeated[1:]):
            yield f"{shown}: rubrikraden är inte märkt"
        widths = [int(one.get(f"{W}w", "0")) for one in table.iter(f"{W}gridCol")]
        for row in rows:
            spans = [one.find(f"{W}tcPr/{W}gridSpan") for one in row.findall(f"{W}tc")]
            if sum(1 if one is None else int(one.get(f"{W}val", "")) for one in spans) != len(widths):
                yield f"{shown}: en rad har ett annat antal kolumner"
    for before, after in pairwise(body):
        if before.tag == after.tag == f"{W}tbl":
            yield "två tabeller utan något emellan blir en"


def _levels(found: list[tuple[int, str]]) -> Iterator[str]:
    if [text for level, text in found if level == 1] != [text for _, text in found[:1]]:
        yield "dokumentet har inte en rubrik på nivå 1, först"
    for (before, _), (level, text) in pairwise(found):
        if level > before + 1:
            yield f"rubriken {text} hoppar över en nivå"
