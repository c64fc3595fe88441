"""The report as an Excel workbook: a cover, contents, notes, a sheet per section and one of every figure.

The value in a cell is the figure's own, unrounded (but for ratios of people) and in the unit that is shown: 4.5 for
"4,5 %", with a number format that adds the per cent sign (Excel's own percentage format would need 0.045, and
figures.csv would then differ). A missing figure is the text that the report shows, "–" or "skyddas". All other content
is text and nothing is a formula, whatever it begins with. No cell is merged, no row or column hidden, and every table
is marked as one. Same document, same bytes.
"""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING

from followup.document.blocks import Block, Cover, Heading
from followup.document.document import APPENDIX_TITLE, document_date
from followup.formats.csv.columns import ALL
from followup.formats.csv.figures import FIRST_PAGE, figures
from followup.formats.csv.swedish import in_words
from followup.formats.excel.blocks import write_block
from followup.formats.excel.front import (
    CONTENTS_SHEET,
    COVER_SHEET,
    NOTES_SHEET,
    contents_sheet,
    cover_sheet,
    notes_sheet,
)
from followup.formats.excel.sheet import Shared, Sheet
from followup.formats.excel.styles import Styles
from followup.ground.characters import printable

if TYPE_CHECKING:
    from followup.document.document import Document

FIGURES_SHEET, FIGURES_TITLE = "Figurer", "Alla siffror med källor"
_FRONT = (COVER_SHEET, CONTENTS_SHEET, NOTES_SHEET)
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
    book.set_custom_property("Language", "sv-SE")
    styles, shared, sections = Styles(book), Shared(), _sections(document)
    names = _sheet_names([title for title, _ in sections])
    sheets = [Sheet(book, name, cover, styles, shared) for name in names]
    front, inner, last = sheets[: len(_FRONT)], sheets[len(_FRONT) : -1], sheets[-1]
    cover_sheet(front[0], document, len(names))
    for sheet, (title, items) in zip(inner, sections, strict=True):
        sheet.title(title, CONTENTS_SHEET)
        for item in items:
            write_block(item, sheet)
        sheet.finish()
    _figures_sheet(last, document)
    # What they list is known now.
    notes_sheet(front[2])
    titles = ["Vad arbetsboken är", CONTENTS_SHEET, NOTES_SHEET, *(title for title, _ in sections), FIGURES_TITLE]
    contents_sheet(front[1], [pair for pair in zip(names, titles, strict=True) if pair[0] != CONTENTS_SHEET])
    front[0].activate()
    book.close()
    return target.getvalue()


def _sections(document: Document) -> list[Section]:
    """(title, items) per sheet; the first is the first page."""
    sections: list[Section] = [(FIRST_PAGE, [])]
    for item in document.items:
        if isinstance(item, Heading) and item.level == 2:
            sections.append((item.text, []))
        elif not isinstance(item, Cover):
            sections[-1][1].append(item)
    return [*sections, *([(APPENDIX_TITLE, list(document.appendix))] if document.appendix else [])]


def _sheet_names(titles: list[str]) -> list[str]:
    """Names that Excel accepts, all different whatever their case: those of the front, the sections and the figures."""
    names: list[str] = []
    for title in [*_FRONT, *titles, FIGURES_SHEET]:
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


def _figures_sheet(sheet: Sheet, document: Document) -> None:
    """figures.csv, ready to filter."""
    sheet.title(FIGURES_TITLE, CONTENTS_SHEET)
    sheet.text("Varje siffra i rapporten, en rad för varje ställe. Kolumnerna förklaras på bladet Noter.", "plain")
    sheet.listing(
        "figurer",
        FIGURES_TITLE,
        [column.heading for column in ALL],
        [list({**row, **in_words(row["operation"], row["flipped"])}.values()) for row in figures(document)],
        [column.width for column in ALL],
    )
    sheet.finish()
