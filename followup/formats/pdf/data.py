"""A report's document as the data that templates/report.typ sets: texts that can be drawn, sizes, and the appendix."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Any

from followup.formats.pdf.cells import Fitted, Json, printable_cell, printable_prose
from followup.formats.pdf.fonts import drawable, in_lines, in_narrow, text_width
from followup.formats.pdf.tables import SHELF_GAP, TEXT_WIDTH, laid_out
from followup.ground.characters import printable

if TYPE_CHECKING:
    from followup.document.document import Document

_TILE_SIZES = (19.0, 11.0)
# Charts are drawn 520 units wide with a type of 13, which is 8.4 pt at this width: legible in print, and small enough
# for two charts and their tables to share a page.
_WIDEST_PICTURE = 335.0
_TALLEST_PICTURE = 210.0
# A tall chart is allowed to be taller rather than to have its type smaller than 7.5 pt.
_NARROWEST_PICTURE = 300.0
# Small charts are drawn half as wide: the same type at about the same size.
_WIDEST_IN_GALLERY = 180.0
_LONG_TEXT = 1_800
_LONGEST_INTRODUCTION = 400
# Rows of a table in the appendix: the regions' fit, with the country's; the months of three years do not.
_LONGEST_COLUMN = 24
_MOST_PARTS = 3
_RUNNING_SIZE = 8.0
_RUNNING_ROOM = 2 * (TEXT_WIDTH - 90)


def pdf_data(document: Document, day: date) -> Json:
    """The JSON values that the template reads; `day` is the document's date."""
    shelf_items: list[Json] = []
    items = [_item(item, shelf_items) for item in document.items if item["kind"] != "cover"]
    first_heading = next((number for number, item in enumerate(items) if item["kind"] == "heading"), len(items))
    second = _second_column(items[first_heading:], bool(shelf_items))
    for number, item in enumerate(items[first_heading:]):
        if item["kind"] == "heading":
            item["second_column"] = number == second
    cover = document.cover
    texts = ("title", "committee", "span", "handed_in", "data_date")
    return {
        "cover": {name: in_narrow(drawable(cover[name])) for name in texts}
        | {
            "status": printable_cell(cover["status"]),
            "example": bool(cover["example"]),
            "extracted": bool(cover.get("extracted", True)),
            "running": _running_head(cover),
        },
        "date": [day.year, day.month, day.day],
        "geometry": {"text_width": TEXT_WIDTH, "shelf_gap": SHELF_GAP},
        "first_page": items[:first_heading],
        "items": _with_their_headings(_with_introductions(items[first_heading:])),
        "has_contents": second is not None,
        "appendix_second_column": second == len(items) - first_heading,
        "shelves": _shelves(shelf_items),
    }


def _running_head(cover: Json) -> str:
    """Committee, report and period for the top of every page, in two lines at most."""
    text = drawable(" · ".join((cover["committee"], cover["title"], cover["span"])))
    if text_width(text) * _RUNNING_SIZE > _RUNNING_ROOM:
        while text_width(f"{text}…") * _RUNNING_SIZE > _RUNNING_ROOM:
            text = text[:-1]
        text = f"{text.rstrip()}…"
    return in_narrow(text)


def _item(item: Json, appendix: list[Json]) -> Json:
    """One item; a chart adds the table behind it to `appendix`."""
    kind = item["kind"]
    if kind == "heading":
        return {"kind": kind, "level": item["level"], "text": in_narrow(drawable(item["text"]))}
    if kind == "prose":
        return {"kind": kind, "prose": printable_prose(item["prose"], in_lines)}
    if kind == "comment":
        prose = printable_prose(item["prose"], in_lines)
        return {
            "kind": kind,
            "role": item["role"],
            "title": in_narrow(drawable(item["title"])),
            "prose": prose,
            "breakable": _is_long(prose),
        }
    if kind == "tiles":
        return {"kind": kind, "tiles": [_tile(tile, len(item["tiles"])) for tile in item["tiles"]]}
    if kind == "text":
        return _text(item)
    if kind == "table":
        return laid_out(item)
    if kind == "chart":
        return _chart(item, appendix) | {"kind": kind}
    if kind == "gallery":
        return _gallery(item, appendix)
    raise ValueError(f"unknown kind of block: {kind}")


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


def _text(item: Json) -> Json:
    paragraphs = [_sentence(sentence) for sentence in item["paragraphs"]]
    points = [_sentence(sentence) for sentence in item["items"]]
    return {
        "kind": "text",
        "role": item["role"],
        "title": in_narrow(drawable(item["title"])),
        "paragraphs": paragraphs,
        "items": points,
        "breakable": _is_long([paragraphs, points]),
    }


def _is_long(content: Any) -> bool:
    """Too much for a block that may not be divided over two pages. Counts its JSON, which is near enough."""
    return len(str(content)) > _LONG_TEXT


def _sentence(parts: list[Any], fitted: Fitted = in_lines) -> list[Any]:
    return [fitted(drawable(part)) if isinstance(part, str) else printable_cell(part, fitted) for part in parts]


def _tile(tile: Json, count: int) -> Json:
    main = printable_cell(tile["main"])
    room = (TEXT_WIDTH - 45) / max(1, min(4, count))
    largest, smallest = _TILE_SIZES
    return {
        "label": in_narrow(drawable(tile["label"])),
        "main": main,
        "main_size": round(max(smallest, min(largest, room / max(text_width(main["text"], True), 0.1))), 2),
        "lines": [_sentence(line, in_narrow) for line in tile["lines"]],
    }


def _chart(item: Json, appendix: list[Json]) -> Json:
    anchor = f"data-{len(appendix) + 1}"  # of the first part, where a long table is set in columns
    appendix += _in_columns(laid_out(item["data"], data=True) | {"anchor": anchor})
    return {
        "title": in_narrow(drawable(item["title"])),
        "unit_line": in_narrow(drawable(item["unit_line"])),
        "alt": printable(item["alt"]),
        "source": in_narrow(drawable(item["source"])),
        "notes": [in_narrow(drawable(note)) for note in item["notes"]],
        # The drawing is ours, but its labels may come from a workbook.
        "svg": re.sub("[^\x00-\x7f]+", lambda run: drawable(run[0]), item["svg"]),
        "max_width": round(min(_WIDEST_PICTURE, max(_NARROWEST_PICTURE, _TALLEST_PICTURE * item["aspect"])), 2),
        "data_anchor": anchor,
    }


def _gallery(item: Json, appendix: list[Json]) -> Json:
    charts = [_chart(chart, appendix) | {"max_width": _WIDEST_IN_GALLERY} for chart in item["charts"]]
    below = {(chart["source"], *chart["notes"]) for chart in charts}
    return {
        "kind": "gallery",
        "title": in_narrow(drawable(item["title"])),
        "charts": charts,
        "per_row": 3 if len(charts) == 3 or len(charts) > 4 else 2,
        # Notes and source that all the pictures share are written once, below them.
        "shared": len(below) == 1,
        "data_anchor": charts[0]["data_anchor"] if charts else "",
    }


def _in_columns(table: Json) -> list[Json]:
    """A long and narrow table, as of three years' months, in parts that stand side by side; else the table alone."""
    count = min(_MOST_PARTS, int((TEXT_WIDTH + SHELF_GAP) // (table["total_width"] + SHELF_GAP)))
    rows = table["rows"] + table["footer"]
    if len(rows) <= _LONGEST_COLUMN or count < 2 or any(row["role"] == "group" for row in rows):
        return [table]
    length = -(-len(rows) // count)
    pieces = [rows[start : start + length] for start in range(0, len(rows), length)]
    return [
        table
        | {
            "caption": f"{table['caption']} ({number}\u00a0av\u00a0{len(pieces)})",
            "anchor": table["anchor"] if number == 1 else f"{table['anchor']}-{number}",
            "rows": piece,
            "footer": [],
            "notes": table["notes"] if number == len(pieces) else [],
            "breakable": False,
            "begins_shelf": number == 1,
        }
        for number, piece in enumerate(pieces, 1)
    ]


def _shelves(tables: list[Json]) -> list[list[Json]]:
    """The appendix's tables in reading order, side by side as long as there is room."""
    shelves: list[list[Json]] = []
    used = 0.0
    for table in tables:
        needed = table["total_width"] + SHELF_GAP
        alone = table["breakable"] or table["landscape"]
        fits = used + needed <= TEXT_WIDTH + SHELF_GAP and not table.get("begins_shelf")
        if shelves and not alone and fits:
            shelves[-1].append(table)
            used += needed
        else:
            shelves.append([table])
            used = TEXT_WIDTH + 1 if alone else needed
    return shelves
