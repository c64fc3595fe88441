"""A report's document as the data that templates/report.typ sets: texts that can be drawn, and sizes.

The report's appendix, what is shown on a screen alone and the tables behind the charts are not printed: figures.csv,
which is attached, has them."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from followup.document.blocks import Cover
from followup.document.icons import icon_files
from followup.formats.pdf.blocks import typeset
from followup.formats.pdf.cells import Json, printable_cell
from followup.formats.pdf.elsewhere import elsewhere
from followup.formats.pdf.fonts import drawable, in_narrow, text_width
from followup.formats.pdf.pictures import GUTTER, HALF_WIDTH, side_by_side
from followup.formats.pdf.tables import TEXT_WIDTH
from followup.formats.pdf.words import FEWEST_HEADINGS, printed_words

if TYPE_CHECKING:
    from followup.document.document import Document

_LONGEST_INTRODUCTION = 400
_RUNNING_SIZE = 8.5
_RUNNING_ROOM = 2 * (TEXT_WIDTH - 90)


def pdf_data(document: Document, day: date) -> Json:
    """The JSON values that the template reads; `day` is the document's date."""
    printed = [
        block
        for block in (*document.printed, *printed_words(document), *elsewhere(document))
        if not isinstance(block, Cover)
    ]
    items = [item for block in printed for item in typeset(block)]
    first_heading = next((number for number, item in enumerate(items) if item["kind"] == "heading"), len(items))
    second = _second_column(items[first_heading:])
    for number, item in enumerate(items[first_heading:]):
        if item["kind"] == "heading":
            item["second_column"] = number == second
    _set_levels(items)
    _leave_no_way_to_nowhere(items)
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
        "geometry": {"text_width": TEXT_WIDTH, "half_width": HALF_WIDTH, "gutter": GUTTER},
        "first_page": items[:first_heading],
        "items": side_by_side(_with_their_headings(_with_introductions(items[first_heading:]))),
        "has_contents": second is not None,
    }


def _set_levels(items: list[Json]) -> None:
    """Gives every item the level of a heading that would stand there: its title is one."""
    level = 1
    for item in items:
        level = item["level"] if item["kind"] == "heading" else level
        item.setdefault("level", level + 1)


def _leave_no_way_to_nowhere(items: list[Json]) -> None:
    """A way to a heading that is not printed is left out."""
    headings = {item["anchor"] for item in items if item["kind"] == "heading"}
    for item in items:
        ways = [*(entry["figures"] for entry in item["entries"]), item["rest"]] if item["kind"] == "decisions" else []
        for way in ways:
            way["anchor"] = way["anchor"] if way["anchor"] in headings else ""


def _running_head(cover: Cover) -> str:
    """Committee, report and period for the top of every page, in two lines at most."""
    text = drawable(" · ".join((cover.committee, cover.title, cover.span)))
    if text_width(text) * _RUNNING_SIZE > _RUNNING_ROOM:
        while text_width(f"{text}…") * _RUNNING_SIZE > _RUNNING_ROOM:
            text = text[:-1]
        text = f"{text.rstrip()}…"
    return in_narrow(text)


def _second_column(items: list[Json]) -> int | None:
    """The number of the section heading that divides the contents most evenly; None if there are too few to list."""
    # The contents leave out level 4.
    headings = [
        (number, item["level"]) for number, item in enumerate(items) if item["kind"] == "heading" and item["level"] < 4
    ]
    lines = len(headings)
    sections = [(abs(lines - 2 * before), number) for before, (number, level) in enumerate(headings) if level == 2]
    return min(sections[1:])[1] if len(sections) > 1 and lines >= FEWEST_HEADINGS else None


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
