"""The report as an Excel workbook: one sheet per section, the same tables, real numbers, the numbers behind the charts.

The value in a cell is the figure's own, unrounded (but for ratios of people) and in the unit that is shown: 4.5 for
"4,5 %", with a number format that adds the per cent sign (Excel's own percentage format would need 0.045, and
figures.csv would then differ). A missing figure is the text that the report shows, "–" or "skyddas". All other content
is text and nothing is a formula, whatever it begins with. Same document, same bytes.
"""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING

from followup.document.blocks import Block, Cover, Heading
from followup.document.document import APPENDIX_TITLE, document_date
from followup.formats.csv.columns import ALL
from followup.formats.csv.figures import figures
from followup.formats.excel.blocks import write_block
from followup.formats.excel.sheet import Sheet, Styles
from followup.ground.characters import printable

if TYPE_CHECKING:
    from followup.document.document import Document

FIRST_SHEET = "Första sidan"
FIGURES_SHEET = "Figurer"
_LONGEST_NAME = 31

Section = tuple[str, list[Block]]


def workbook_bytes(document: Document) -> bytes:
    """The xlsx file. Raises ReportError if the document's date is unreadable."""
    import xlsxwriter

    target = io.BytesIO()
    book = xlsxwriter.Workbook(target, {"in_memory": True, "strings_to_urls": False})
    cover = document.cover
    book.set_properties(
        {
            "title": f"{cover.title}, {cover.committee}",
            "subject": cover.span,
            "author": cover.committee,
            "comments": "Exempeldata" if cover.example else "",
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
        for item in items:
            write_block(item, sheet)
        sheet.finish()
    _figures_sheet(Sheet(book, names[-1], cover, styles), document)
    book.close()
    return target.getvalue()


def _sections(document: Document) -> list[Section]:
    """(title, items) per sheet; the first is the first page."""
    sections: list[Section] = [(FIRST_SHEET, [])]
    for item in document.items:
        if isinstance(item, Heading) and item.level == 2:
            sections.append((item.text, []))
        elif not isinstance(item, Cover):
            sections[-1][1].append(item)
    return [*sections, *([(APPENDIX_TITLE, list(document.appendix))] if document.appendix else [])]


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


def _first_sheet(sheet: Sheet, document: Document, sections: list[Section], names: list[str]) -> None:
    cover = document.cover
    sheet.title(cover.title)
    for text in (cover.committee, cover.span, f"Status: {cover.status.text}", cover.handed_in):
        sheet.text(text)
    if cover.example:
        sheet.text("Exempeldata", "label")
    for item in sections[0][1]:
        write_block(item, sheet)
    sheet.gap()
    sheet.text("Innehåll", "label")
    for name, title in zip(names[1:], [*(title for title, _ in sections[1:]), "Alla siffror med källor"], strict=True):
        sheet.link(name, title)
    sheet.finish()


def _figures_sheet(sheet: Sheet, document: Document) -> None:
    """figures.csv, ready to filter."""
    sheet.listing(
        [column.heading for column in ALL],
        [list(row.values()) for row in figures(document)],
        widths=[column.width for column in ALL],
    )
