"""A report's document as the data that templates/report.typ sets: texts that can be drawn, sizes, and the appendix."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from followup.document.blocks import Cover
from followup.document.icons import icon_files
from followup.formats.pdf.appendix import shelves_of
from followup.formats.pdf.blocks import typeset
from followup.formats.pdf.cells import Json, printable_cell
from followup.formats.pdf.fonts import drawable, in_narrow, text_width
from followup.formats.pdf.tables import SHELF_GAP, TEXT_WIDTH

if TYPE_CHECKING:
    from followup.document.document import Document

_LONGEST_INTRODUCTION = 400
_RUNNING_SIZE = 8.0
_RUNNING_ROOM = 2 * (TEXT_WIDTH - 90)


def pdf_data(document: Document, day: date) -> Json:
    """The JSON values that the template reads; `day` is the document's date."""
    shelf_items: list[Json] = []
    items = [item for block in document.items if not isinstance(block, Cover) for item in typeset(block, shelf_items)]
    first_heading = next((number for number, item in enumerate(items) if item["kind"] == "heading"), len(items))
    second = _second_column(items[first_heading:], bool(shelf_items))
    for number, item in enumerate(items[first_heading:]):
        if item["kind"] == "heading":
            item["second_column"] = number == second
    cover = document.cover
    texts = ("title", "committee", "span", "handed_in", "data_date")
    return {
        "cover": {name: in_narrow(drawable(getattr(cover, name))) for name in texts}
        | {
            "status": printable_cell(cover.status),
            "example": cover.example,
            "extracted": cover.extracted,
            "running": _running_head(cover),
        },
        "date": [day.year, day.month, day.day],
        "icons": icon_files(),
        "geometry": {"text_width": TEXT_WIDTH, "shelf_gap": SHELF_GAP},
        "first_page": items[:first_heading],
        "items": _with_their_headings(_with_introductions(items[first_heading:])),
        "has_contents": second is not None,
        "appendix_second_column": second == len(items) - first_heading,
        "shelves": shelves_of(shelf_items),
    }


def _running_head(cover: Cover) -> str:
    """Committee, report and period for the top of every page, in two lines at most."""
    text = drawable(" · ".join((cover.committee, cover.title, cover.span)))
    if text_width(text) * _RUNNING_SIZE > _RUNNING_ROOM:
        while text_width(f"{text}…") * _RUNNING_SIZE > _RUNNING_ROOM:
            text = text[:-1]
        text = f"{text.rstrip()}…"
    return in_narrow(text)


def _second_column(items: list[Json], appendix: bool) -> int | None:
    """The number of the section heading that divides the contents most evenly; None if there are too few to list.

    The appendix comes last, as number `len(items)`.
    """
    # The contents leave out level 4.
    headings = [
        (number, item["level"]) for number, item in enumerate(items) if item["kind"] == "heading" and item["level"] < 4
    ]
    if appendix:
        headings.append((len(items), 2))
    lines = len(headings)
    sections = [(abs(lines - 2 * before), number) for before, (number, level) in enumerate(headings) if level == 2]
    return min(sections[1:])[1] if len(sections) > 1 else None


def _with_introductions(items: list[Json]) -> list[Json]:
    """The items, with `sticky` set on a short prose below a heading: the two stay with what they introduce."""
    for before, item, after in zip(items, items[1:], items[2:], strict=False):
        if item["kind"] == "prose":
            introduces = before["kind"] == "heading" and after["kind"] not in ("heading", "prose")
            item["sticky"] = introduces and len(str(item["prose"])) <= _LONGEST_INTRODUCTION
    return items


def _with_their_headings(items: list[Json]) -> list[Json]:
    """The items, with headings moved into a landscape table that follows: they go with it to its own page."""
    found: list[Json] = []
    for item in items:
        if item.get("landscape"):
            item["headings"] = []
            while found and found[-1]["kind"] == "heading":
                item["headings"].insert(0, found.pop())
        found.append(item)
    return found
