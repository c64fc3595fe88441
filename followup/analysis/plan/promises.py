"""The promises of the plan with what has become of each: in one committee's follow-up, and in all of them.

Source: the plan's file and sheet `Uppdrag` of the committees' workbooks. A promise without a row has no status, unless
an earlier period of the year had it as done and none after it has not: then it is done, and what became of it stands
in that period's report, or in the next one that tells of each promise.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from typing import TYPE_CHECKING, Literal, get_args

from followup.analysis.counted_cells import Told, counted_cells
from followup.analysis.plan.plan_statuses import NO_STATUS
from followup.ground.figure import COUNT, Figure, joined
from followup.ground.figure_table import FigureRow, FigureTable
from followup.ground.reading import EMPTY
from followup.tables.promise_rows import DONE, done_since, is_done, promise_rows
from followup.workbooks.source_table import SourceTable

if TYPE_CHECKING:
    from followup.ground.period import Period
    from followup.params.params import Grade
    from followup.params.plan.promises import Promise

# What is shown first where several say different things of a promise.
WORST_FIRST = ("cancelled", "delayed", NO_STATUS, "not_started", "on_schedule", DONE)

Column = Literal["promise", "status", "responsible", "due", "comment", "done_in", "origin", "said"]
PromiseTable = FigureTable[Column]
PromiseRow = FigureRow[Column]
RegionColumn = Literal["promise", "status", "committees", "origin"]
RegionPromiseTable = FigureTable[RegionColumn]


def promises_of_committee(
    promises: Sequence[Promise],
    table: SourceTable,
    earlier: Mapping[Period, SourceTable],
    only_counted: Collection[Period] = (),
) -> PromiseTable:
    """One row per promise in plan order, named by its code. `earlier` are the year's earlier sheets, in order;
    `only_counted` are those whose reports counted the promises without telling of each.

    Columns: `promise`, `status` (a code of the scale `assignment`, or NO_STATUS), `responsible`, `due` (ISO), `comment`
    (Markdown), `done_in` (the earlier period in which it was done, `2024-04`; "" where this one has it, or is the first
    since then that tells of each), `origin`
    (the status' cells; the line in the plan where there are none) and `said` (what they say, below which heading).
    """
    rows = promise_rows(promises, table)
    done = done_since(promises, earlier)
    found = {}
    for promise in promises:
        now = rows.get(promise.code)
        if promise.code in done and (now is None or is_done(now)):
            done_in, row = done[promise.code]
            is_told = any(period >= done_in and period not in only_counted for period in earlier)
            found[promise.code] = _answer(promise, row, str(done_in) if is_told else "")
        else:
            found[promise.code] = _answer(promise, now, "")
    return FigureTable.of(found, get_args(Column))


def _answer(promise: Promise, row: SourceTable | None, done_in: str) -> dict[str, object]:
    texts = {name: "" if row is None else row.text(name) for name in ("status", "responsible", "due", "comment")}
    return {
        "promise": promise,
        **texts,
        "status": texts["status"] or NO_STATUS,
        "done_in": done_in,
        "origin": promise.origin if row is None else row.cells("status"),
        "said": () if row is None else row.condition("status"),
    }


def still_told(found: PromiseTable) -> PromiseTable:
    """Those that were not done in an earlier period of the year."""
    return found.where(lambda row: not row.text("done_in"))


def counts(found: PromiseTable, scale: Sequence[Grade]) -> dict[str, Figure]:
    """How many of a committee's have each status, the worst first; 0 is a count. `scale` has the statuses' words."""
    told = [Told(row.text("status"), row.fact("origin", tuple), row.fact("said", tuple)) for _, row in found.rows()]
    words = {grade.code: grade.word for grade in scale}
    return {code: counted_cells(told, code, words.get(code, EMPTY)) for code in WORST_FIRST}


def counts_of_region(found: RegionPromiseTable) -> dict[str, Figure]:
    """How many have each status, which is the worst of their committees', the worst first; 0 is a count."""
    counted, origin = Counter(found.texts("status")), joined(found.facts("origin", tuple))
    return {code: Figure(float(counted[code]), COUNT, origin) for code in WORST_FIRST}


def promises_of_region(promises: Sequence[Promise], answers: Mapping[str, PromiseTable]) -> RegionPromiseTable:
    """One row per promise, the worst first and else in plan order. `answers` are the committees' own, by code.

    Columns: `promise`, `status` (the worst of its committees'), `committees` (the statuses by the code of each that
    carries it; NO_STATUS of one that leaves no report) and `origin`.
    """
    found = {}
    for promise in promises:
        own = {code: answers[code].row(promise.code) for code in promise.committees if code in answers}
        statuses = {code: own[code].text("status") if code in own else NO_STATUS for code in promise.committees}
        found[promise.code] = {
            "promise": promise,
            "status": min(statuses.values(), key=WORST_FIRST.index),
            "committees": statuses,
            "origin": joined(row.fact("origin", tuple) for row in own.values()) or promise.origin,
        }
    ordered = dict(sorted(found.items(), key=lambda one: WORST_FIRST.index(one[1]["status"])))
    return FigureTable.of(ordered, get_args(RegionColumn))
