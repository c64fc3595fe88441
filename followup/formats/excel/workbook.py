"""The report as an Excel workbook: one sheet per section, the same tables, real numbers, the numbers behind the charts.

The value in a cell is the figure's own, unrounded (but for ratios of people) and in the unit that is shown: 4.5 for
"4,5 %", with a number format that adds the per cent sign (Excel's own percentage format would need 0.045, and
figures.csv would then differ). A missing figure is the text that the report shows, "–" or "skyddas". All other content
is text and nothing is a formula, whatever it begins with. Same document, same bytes.
"""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING, Any

from followup.document.document import document_date
from followup.document.markdown import plain_of
from followup.formats.csv.figures import COLUMNS, figures, plain_sentence
from followup.formats.excel.sheet import TEXT_COLUMN, Sheet, Styles
from followup.ground.characters import printable

if TYPE_CHECKING:
    from followup.document.document import Document

FIRST_SHEET = "Första sidan"
FIGURES_SHEET = "Figurer"
_LONGEST_NAME = 31
_FIGURE_HEADINGS = {
    "table": "Tabell",
    "row": "Rad",
    "column": "Kolumn",
    "label": "Benämning",
    "value": "Värde",
    "shown": "Visas som",
    "unit": "Enhet",
    "why_missing": "Varför värdet saknas",
    "workbook": "Arbetsbok",
    "sheet": "Blad",
    "cells": "Celler",
}

Json = dict[str, Any]


def workbook_bytes(document: Document) -> bytes:
    """The xlsx file. Raises ReportError if the document's date is unreadable."""
    import xlsxwriter

    target = io.BytesIO()
    book = xlsxwriter.Workbook(target, {"in_memory": True, "strings_to_urls": False})
    cover = document.cover
    book.set_properties(
        {
            "title": f"{cover['title']}, {cover['committee']}",
            "subject": cover["span"],
            "author": cover["committee"],
            "comments": "Exempeldata" if cover["example"] else "",
            # Never the clock: the file must come out the same every time.
            "created": document_date(document).replace(tzinfo=None),
        }
    )
    styles = Styles(book)
    sections = _sections(document)
    names = _sheet_names([title for title, _ in sections])
    _first_sheet(Sheet(book, names[0], cover, styles), document, sections, names)
    for name, (title, items) in list(zip(names, sections, strict=False))[1:]:
        sheet = Sheet(book, name, cover, styles)
        sheet.title(title)
        _write_items(sheet, items)
        sheet.finish()
    _figures_sheet(Sheet(book, names[-1], cover, styles), document)
    book.close()
    return target.getvalue()


def _sections(document: Document) -> list[tuple[str, list[Json]]]:
    """(title, items) per sheet; the first is the first page."""
    sections: list[tuple[str, list[Json]]] = [(FIRST_SHEET, [])]
    for item in document.items:
        if item["kind"] == "heading" and item["level"] == 2:
            sections.append((item["text"], []))
        elif item["kind"] != "cover":
            sections[-1][1].append(item)
    return sections


def _sheet_names(titles: list[str]) -> list[str]:
    """Names that Excel accepts, all different whatever their case, with that of the figures' sheet last."""
    names: list[str] = []
    for title in [*titles, FIGURES_SHEET]:
        name = _shortened(re.sub(r"\s+", " ", re.sub(r"[\[\]:*?/\\]", " ", printable(title))), _LONGEST_NAME)
        # Excel keeps the name "History" for itself.
        name = "Avsnitt" if name.lower() in ("", "history") else name
        found, count = name, 1
        while found.lower() in {taken.lower() for taken in names}:
            count += 1
            found = f"{_shortened(name, _LONGEST_NAME - 5)} ({count})"
        names.append(found)
    return names


def _shortened(text: str, longest: int) -> str:
    """Excel counts UTF-16 units and allows no apostrophe at either end."""
    return text.strip(" '").encode("utf-16-le")[: longest * 2].decode("utf-16-le", errors="ignore").strip(" '")


def _first_sheet(sheet: Sheet, document: Document, sections: list[tuple[str, list[Json]]], names: list[str]) -> None:
    cover = document.cover
    sheet.title(cover["title"])
    for text in (cover["committee"], cover["span"], f"Status: {cover['status']['text']}", cover["handed_in"]):
        sheet.text(text)
    if cover["example"]:
        sheet.text("Exempeldata", "label")
    _write_items(sheet, sections[0][1])
    sheet.gap()
    sheet.text("Innehåll", "label")
    for name, title in zip(names[1:], [*(title for title, _ in sections[1:]), "Alla siffror med källor"], strict=True):
        sheet.link(name, title)
    sheet.finish()


def _write_items(sheet: Sheet, items: list[Json]) -> None:
    for item in items:
        kind = item["kind"]
        if kind == "heading":
            sheet.gap()
            sheet.text(item["text"], "subheading")
        elif kind == "prose":
            sheet.text(plain_of(item["prose"]))
        elif kind == "comment":
            sheet.gap()
            if item["title"]:
                sheet.text(item["title"], "label")
            sheet.text(plain_of(item["prose"]))
        elif kind == "tiles":
            _write_tiles(sheet, item)
        elif kind == "text":
            _write_text(sheet, item)
        elif kind == "table":
            sheet.table(item)
        elif kind == "chart":
            _write_chart(sheet, item)
        elif kind == "gallery":
            if item["title"]:
                sheet.gap()
                sheet.text(item["title"], "label")
            for chart in item["charts"]:
                _write_chart(sheet, chart)
        else:
            raise ValueError(f"unknown kind of block: {kind}")


def _write_tiles(sheet: Sheet, item: Json) -> None:
    sheet.gap()
    for tile in item["tiles"]:
        sheet.tile(tile["label"], tile["main"], [plain_sentence(line) for line in tile["lines"]])


def _write_text(sheet: Sheet, item: Json) -> None:
    sheet.gap()
    if item["title"]:
        sheet.text(item["title"], "label")
    for sentence in item["paragraphs"]:
        sheet.text(plain_sentence(sentence))
    for sentence in item["items"]:
        sheet.text(f"• {plain_sentence(sentence)}")


def _write_chart(sheet: Sheet, chart: Json) -> None:
    """A chart is its title and the table of what is drawn."""
    data = chart["data"]
    sheet.table(
        data
        | {
            "caption": f"Diagram: {chart['title']}",
            "unit_line": chart["unit_line"],
            "notes": [*chart["notes"], *(note for note in data["notes"] if note not in chart["notes"])],
            "source": chart["source"],
        }
    )


def _figures_sheet(sheet: Sheet, document: Document) -> None:
    """figures.csv, ready to filter."""
    sheet.listing(
        [_FIGURE_HEADINGS[name] for name in COLUMNS],
        [[row[name] for name in COLUMNS] for row in figures(document)],
        widths=[26, 18, 18, min(TEXT_COLUMN, 44), 14, 14, 14, 20, 26, 18, 26],
    )
