"""What a workbook tells about all of its sheets: styles, struck texts, hidden sheets, how formulas are computed."""

from __future__ import annotations

import re
from xml.etree import ElementTree
from xml.parsers import expat

from followup.workbooks.files.bold_runs import bold_texts
from followup.workbooks.files.cell_styles import cell_styles, is_on
from followup.workbooks.files.sheet_marks import SheetContext

# A reference to the first linked workbook is `[1]Blad!A1`.
_LINK = re.compile(r"\[[0-9]+\]")


def context_of(parts: dict[str, bytes]) -> SheetContext:
    """The context of a workbook's sheets. Raises ExpatError or ParseError for a damaged part."""
    texts = parts.get("xl/sharedStrings.xml", b"")
    struck = _struck_texts(texts) if texts else frozenset()
    has_links = any(name.startswith("xl/externalLinks/") for name in parts)
    names = _linked_names(parts) if has_links else frozenset()
    return SheetContext(
        cell_styles(parts.get("xl/styles.xml")),
        struck,
        *_calculation(parts),
        has_links,
        names,
        bold_texts(texts),
        _counts_from_1904(parts),
    )


def hidden_sheets(parts: dict[str, bytes]) -> frozenset[str]:
    """The names of the sheets that are hidden, in either of Excel's two ways."""
    return frozenset(
        element.get("name", "")
        for element in ElementTree.fromstring(parts["xl/workbook.xml"]).iter()
        if element.tag.rpartition("}")[2] == "sheet" and element.get("state", "visible") != "visible"
    )


def _calculation(parts: dict[str, bytes]) -> tuple[bool, bool]:
    """Whether the workbook asks to be recalculated when it is opened, and whether its values were not up to date."""
    for element in ElementTree.fromstring(parts["xl/workbook.xml"]).iter():
        if element.tag.rpartition("}")[2] == "calcPr":
            asks = is_on(element.get("fullCalcOnLoad")) or is_on(element.get("forceFullCalc"))
            is_outdated = _is_off(element.get("calcCompleted"))
            # Computed by hand, and saved without being computed.
            is_by_hand = element.get("calcMode") == "manual" and _is_off(element.get("calcOnSave"))
            return asks or is_outdated, is_outdated or is_by_hand
    return False, False


def _counts_from_1904(parts: dict[str, bytes]) -> bool:
    """Whether the days of the workbook are counted from 1904."""
    return any(
        is_on(element.get("date1904"))
        for element in ElementTree.fromstring(parts["xl/workbook.xml"]).iter()
        if element.tag.rpartition("}")[2] == "workbookPr"
    )


def _linked_names(parts: dict[str, bytes]) -> frozenset[str]:
    """The defined names that stand for something in another workbook."""
    return frozenset(
        element.get("name", "").casefold()
        for element in ElementTree.fromstring(parts["xl/workbook.xml"]).iter()
        if element.tag.rpartition("}")[2] == "definedName" and _LINK.search(element.text or "")
    )


def _is_off(value: str | None) -> bool:
    return value is not None and value.strip().lower() in ("0", "false")


def _struck_texts(texts: bytes) -> frozenset[int]:
    """The positions of the shared texts of which anything is struck through."""
    parser = expat.ParserCreate()
    if b"strike" not in texts:
        # Markup that is broken is told all the same.
        parser.Parse(texts, True)
        return frozenset()
    found: set[int] = set()
    position = -1

    def start(name: str, attributes: dict[str, str]) -> None:
        nonlocal position
        name = name.rpartition(":")[2]
        if name == "si":
            position += 1
        elif name == "strike" and is_on(attributes.get("val", "1")):
            found.add(position)

    parser.StartElementHandler = start
    parser.Parse(texts, True)
    return frozenset(found)
