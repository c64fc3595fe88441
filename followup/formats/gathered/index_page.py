"""The period at a glance: its reports with the worst first, what is asked, what is late and what is out of date."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from followup.document.blocks import Tile
from followup.document.cells import Cell
from followup.document.content import content_of
from followup.formats.files import FIGURES, FILES, PAGE
from followup.formats.gathered.compare_page import NAME as COMPARING
from followup.formats.gathered.entry import Entry
from followup.formats.gathered.look import own_sheet
from followup.formats.html.page import render
from followup.formats.summary import Question
from followup.ground.regions import REGION
from followup.ground.swedish import counted, joined, list_of

# What most readers want: the rest is folded.
_FIRST = tuple(file for key in ("html", "side", "pdf") for file in FILES if file.key == key)
# So much of what has changed is named; a report of the region rests on fifty workbooks.
MOST_NAMED = 4


@dataclass(frozen=True)
class _Row:
    """An entry with its JSON read."""

    entry: Entry
    tiles: tuple[Tile, ...]
    status: Cell | None


@dataclass(frozen=True)
class _Table:
    """Rows of one table, what its caption and its first heading say; `note` tells the order of the rows."""

    id: str
    caption: str
    head: str
    note: str
    rows: list[_Row]


def index_html(
    entries: list[Entry],
    title: str,
    example: bool,
    review: str = "",
    compares: bool = False,
    periods: Sequence[tuple[str, str]] = (),
) -> str:
    """The page for `output/<period>/index.html`, the same bytes for the same entries.

    `review` is the address of the page that says who can mend what, empty where there is none; `compares` tells that
    there is a page which compares with other periods. `periods` are the year's, each with its title and the address of
    its page: empty where nothing is built, and "#" for this one.
    """
    rows = [_read(entry) for entry in sorted(entries, key=lambda one: one.worst_first)]
    asked = [row.entry for row in rows if row.entry.summary.questions or row.entry.summary.more]
    return render(
        "index.html.j2",
        sheet=own_sheet(),
        tables=_tables(rows),
        labels_of=_labels,
        title=title,
        example=example,
        lead=_lead(entries),
        has_line=any(entry.line for entry in entries),
        failed=[row.entry for row in rows if row.entry.status == "failed"],
        asked=_by_day(asked),
        more=[entry for entry in asked if entry.summary.more],
        questions=sum(len(entry.summary.questions) for entry in asked),
        late=[row.entry for row in rows if row.entry.late],
        changed=_changed([row.entry for row in rows]),
        outdated=sum(bool(entry.changed) for entry in entries),
        review=review,
        comparing=f"../{COMPARING}" if compares else "",
        periods=periods,
        files=_FIRST,
        other_files=[file for file in FILES if file not in _FIRST],
        page=PAGE,
        figures=FIGURES,
    )


def _tables(rows: list[_Row]) -> list[_Table]:
    """The region's row by itself: its figures are others than the committees'."""
    region = [row for row in rows if row.entry.code == REGION]
    others = [row for row in rows if row.entry.code != REGION]
    ordered = any(row.entry.deviation for row in others)
    note = "Störst underskott i nettokostnaden för helåret först." if ordered else "I nämndförteckningens ordning."
    found = [_Table("regionen", "Regionens rapport", "Region", "", region)] if region else []
    if others:
        found.append(_Table("namnderna", "Nämndernas rapporter", "Nämnd", note if len(others) > 1 else "", others))
    return found


def _by_day(asked: list[Entry]) -> list[tuple[Entry, Question]]:
    """Whoever asks: the one that has to be decided first is first, and those without a day are last."""
    found = [(entry, question) for entry in asked for question in entry.summary.questions]
    return sorted(found, key=lambda one: one[1].due or "9999")


def _labels(rows: list[_Row]) -> list[str]:
    """A figure stands under its own heading: those that only some reports have get columns of their own.

    What the column of the year's deviation says of every row is not said again by another name.
    """
    labels = dict.fromkeys(tile.label for row in rows for tile in row.tiles)
    return [label for label in labels if not all(_is_the_deviation(row, label) for row in rows)]


def _is_the_deviation(row: _Row, label: str) -> bool:
    """Whether the tile shows the year's deviation; one so far in the year may be as large and is another figure."""
    figure, is_of_year = row.entry.deviation, row.entry.occasions and row.entry.occasions[-1].period.is_year_end
    if figure is None or not ("prognos" in label.lower() or is_of_year):
        return False
    return any(tile.label == label and tile.main.text == joined(figure.text, figure.unit) for tile in row.tiles)


def _read(entry: Entry) -> _Row:
    status = entry.report_status
    tiles = tuple(content_of(Tile, tile) for tile in entry.tiles or ())
    return _Row(entry, tiles, content_of(Cell, status) if status else None)


def _changed(entries: list[Entry]) -> list[tuple[str, str]]:
    """What has changed in words, with the reports that it makes out of date; those of one reason together.

    The names have commas in them.
    """
    found: dict[str, list[Entry]] = {}
    for entry in entries:
        if entry.changed:
            named = list(entry.changed[:MOST_NAMED])
            if len(entry.changed) > MOST_NAMED:
                named.append(f"{len(entry.changed) - MOST_NAMED} till")
            found.setdefault(list_of(named), []).append(entry)
    built = sum(entry.has_report for entry in entries)
    every = "Alla rapporter" if built > 1 else ""
    return [
        (what, (every if len(those) == built else "") or "; ".join(entry.name for entry in those))
        for what, those in found.items()
    ]


def _lead(entries: list[Entry]) -> str:
    """`8 nämnder och regionen: 7 rapporter är gjorda, 1 kunde inte göras och 1 är inte gjord.`"""
    made, failed, missing = (
        sum(entry.status in statuses for entry in entries)
        for statuses in (("built", "unchanged"), ("failed",), ("missing",))
    )
    parts = [f"{counted(made, 'rapport är gjord', 'rapporter är gjorda')}"]
    if failed:
        parts.append(f"{failed} kunde inte göras")
    if missing:
        parts.append(f"{missing} är inte {'gjord' if missing == 1 else 'gjorda'}")
    committees = sum(entry.code != REGION for entry in entries)
    who = [counted(committees, "nämnd", "nämnder")] if committees else []
    who += ["regionen"] if committees < len(entries) else []
    return f"{list_of(who)}: {list_of(parts)}."
