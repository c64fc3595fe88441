"""The period at a glance: one page that lists the committees, their main figures and their reports."""

from __future__ import annotations

from typing import Any

from followup.document.blocks import Tile
from followup.document.cells import Cell
from followup.document.content import content_of
from followup.formats.files import FIGURES, FILES, PAGE
from followup.formats.html.page import render
from followup.ground.regions import REGION
from followup.ground.swedish import counted, list_of


def index_html(entries: list[dict[str, Any]], title: str, example: bool, review: str = "") -> str:
    """The page for `output/<period>/index.html`, the same bytes for the same entries.

    `review` is the address of the page that says who can mend what, empty where there is none.

    An entry has: code (its folder), name, status ("built", "unchanged", "failed" or "missing"), tiles (the JSON of the
    first page's tiles, or None), report_status (a cell's JSON, or None), warnings (a count), problems ({place,
    message}, of a failed one) and has_report (a report stands in its folder, made now or earlier).
    """
    rows = [_with_cells(entry) for entry in entries]
    # A figure stands under its own heading: those that only some reports have get columns of their own.
    labels = list(dict.fromkeys(tile.label for row in rows for tile in row["tiles"]))
    return render(
        "index.html.j2",
        entries=rows,
        title=title,
        example=example,
        labels=labels,
        lead=_lead(entries),
        review=review,
        files=FILES,
        page=PAGE,
        figures=FIGURES,
    )


def _with_cells(entry: dict[str, Any]) -> dict[str, Any]:
    """The entry with its tiles, none if they are not known, and its status as what a manifest's JSON was made of."""
    status = entry["report_status"]
    return entry | {
        "tiles": [content_of(Tile, tile) for tile in entry["tiles"] or ()],
        "report_status": content_of(Cell, status) if status else None,
    }


def _lead(entries: list[dict[str, Any]]) -> str:
    """`8 nämnder och regionen: 7 rapporter är gjorda, 1 kunde inte göras och 1 är inte gjord.`"""
    made, failed, missing = (
        sum(entry["status"] in statuses for entry in entries)
        for statuses in (("built", "unchanged"), ("failed",), ("missing",))
    )
    parts = [f"{counted(made, 'rapport är gjord', 'rapporter är gjorda')}"]
    if failed:
        parts.append(f"{failed} kunde inte göras")
    if missing:
        parts.append(f"{missing} är inte {'gjord' if missing == 1 else 'gjorda'}")
    committees = sum(entry["code"] != REGION for entry in entries)
    who = [counted(committees, "nämnd", "nämnder")] if committees else []
    who += ["regionen"] if committees < len(entries) else []
    return f"{list_of(who)}: {list_of(parts)}."
