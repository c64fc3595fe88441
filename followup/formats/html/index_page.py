"""The period at a glance: one page that lists the committees, their main figures and their reports."""

from __future__ import annotations

from typing import Any

from followup.formats.html.page import render
from followup.ground.regions import REGION
from followup.ground.swedish import counted, list_of

# The formats that a row links to, by their fixed names in the committee's folder.
FILES = (
    ("rapport.html", "HTML"),
    ("rapport.pdf", "PDF"),
    ("rapport.xlsx", "Excel"),
    ("rapport.ipynb", "Notebook"),
    ("figures.csv", "Siffror (CSV)"),
)


def index_html(entries: list[dict[str, Any]], title: str, example: bool) -> str:
    """The page for `output/<period>/index.html`, the same bytes for the same entries.

    An entry has: code (its folder), name, status ("built", "unchanged", "failed" or "missing"), tiles (the JSON of the
    first page's tiles, or None), report_status (a cell's JSON, or None), warnings (a count), problems ({place,
    message}, of a failed one) and has_report (a report stands in its folder, made now or earlier).
    """
    # A figure stands under its own heading: those that only some reports have get columns of their own.
    labels = list(dict.fromkeys(tile["label"] for entry in entries for tile in entry["tiles"] or ()))
    return render(
        "index.html.j2",
        entries=entries,
        title=title,
        example=example,
        labels=labels,
        lead=_lead(entries),
        files=FILES,
    )


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
