"""The promises of the region's plan that the committee carries: how many are done, and what has become of the rest."""

from __future__ import annotations

from typing import TYPE_CHECKING

from followup.analysis.plan.plan_statuses import NO_STATUS
from followup.analysis.plan.promises import still_told
from followup.document.block_series import BlockSeries
from followup.document.blocks import Block, Column, Heading, Row, Table, Text
from followup.document.cells import Inline, Sentence, cell_of
from followup.document.tables import prose_cell, source_line
from followup.document.tense import tense_of
from followup.ground import swedish
from followup.ground.figure import Figure
from followup.ground.period import Period
from followup.params.plan.promises import Promise
from followup.sections.shared.promise_cells import (
    TIME_NOTE,
    label_cell,
    name_of,
    share_done,
    status_cell,
    words_cell,
)
from followup.sections.shared.verdicts import MOST_NAMED
from followup.tables.promise_rows import DONE

if TYPE_CHECKING:
    from followup.analysis.plan.promises import PromiseRow
    from followup.reports.committee import Report

_HEADING = "Löften i Mål och budget"


def table(report: Report) -> BlockSeries:
    """How many promises are done, and a row for each that was not done before; nothing where there are none."""
    if not len(report.promises):
        return BlockSeries(why="Mål och budget har inga löften som nämnden bär")
    heading, shown = Heading("avsnitt-loften", _HEADING), still_told(report.promises)
    if not len(shown):
        return BlockSeries((heading, _counted(report)))
    grades = report.scale("assignment")
    found = Table(
        id="loften",
        caption=f"Löften ur {report.main_plan.title}",
        columns=(
            Column("promise", "Löfte", "text", 2.0),
            Column("status", "Status", "status", 1.2),
            Column("comment", "Ansvarig och kommentar", "prose", 3.0),
        ),
        rows=tuple(
            Row(
                str(code),
                (
                    label_cell(row.fact("promise", Promise)),
                    status_cell(grades, row.text("status")),
                    prose_cell("\n\n".join(filter(None, (_responsible(row), row.text("comment"))))),
                ),
            )
            for code, row in shown.rows()
        ),
        notes=(TIME_NOTE,),
        source=_source(report),
    )
    return BlockSeries((heading, _counted(report), found))


def words(report: Report) -> Block:
    """The plan's own words of the promises in `table`, and where they stand in it: for the appendix."""
    shown = still_told(report.promises)
    if not len(shown):
        return Text(role="absent", id="loften-planens-ord")
    rows = [
        Row(str(code), (label_cell(promise), words_cell(promise)))
        for code, promise in ((code, row.fact("promise", Promise)) for code, row in shown.rows())
    ]
    return Table(
        id="loften-planens-ord",
        caption=f"Löftena med planens ord, ur {report.main_plan.title}",
        columns=(Column("promise", "Löfte", "text", 1.4), Column("words", "Planens ord", "prose", 3.6)),
        rows=tuple(rows),
        source=f"Källa: {report.main_plan.title}.",
    )


def in_a_sentence(report: Report) -> Sentence | None:
    """`Två av fem löften i Mål och budget är klara. Försenat: L6 Specialiserad enhet för smärtbehandling.`

    What is late is named, if it is no more than MOST_NAMED. None without promises, and as long as none is done and none
    is late: that is no news.
    """
    grades = report.scale("assignment")
    told: Sentence = []
    for code in ("cancelled", "delayed", NO_STATUS):
        late = [row.fact("promise", Promise) for _, row in report.promises.rows() if row.text("status") == code]
        if late:
            names = [name_of(one) if len(late) <= MOST_NAMED else one.code for one in late]
            told.append(f" {status_cell(grades, code).text}: {swedish.list_of(names)}.")
    is_news = bool(told) or (len(report.promises) > 0 and bool(report.promise_counts[DONE].value))
    return [*_done(report, "i Mål och budget"), *told] if is_news else None


def _done(report: Report, of: str) -> Sentence:
    """`Två av fem löften ur Mål och budget 2024–2028 är klara.`"""
    done, verb = report.promise_counts[DONE], tense_of(report.period).is_
    whole = Figure.count(len(report.promises), done.origin)
    return [*share_done(done, whole, f"{of} {verb}"), "."]


def _counted(report: Report) -> Text:
    """How many are done, the rest by status, and those that were done in earlier reports."""
    counts, done = report.promise_counts, report.promise_counts[DONE]
    items = [_done(report, f"ur {report.main_plan.title}")]
    rest: list[Inline] = []
    grades = report.scale("assignment")
    others = [code for code, figure in counts.items() if code != DONE and figure.value]
    for place, code in enumerate(others):
        joiner = "" if place == 0 else " och " if place == len(others) - 1 else ", "
        status = status_cell(grades, code).text
        rest += [f"{joiner}{swedish.lowered(status)} ", cell_of(counts[code], 0)]
    if rest:
        items.append(["Övriga: " if done.value else "Status: ", *rest, "."])
    earlier = [
        f"{name_of(row.fact('promise', Promise))} ({swedish.month_name(Period.parse(row.text('done_in')).month)})"
        for _, row in report.promises.rows()
        if row.text("done_in")
    ]
    if earlier:
        items.append([f"Klart tidigare under året: {swedish.list_of(earlier)}."])
    return Text(id="loften-i-korthet", items=tuple(items))


def _responsible(row: PromiseRow) -> str:
    """`HR-direktör. Klart senast 2024-12-31.`"""
    due = f"Klart senast {swedish.date_iso(row.text('due'))}" if row.text("due") else ""
    return ". ".join(filter(None, (row.text("responsible"), due)))


def _source(report: Report) -> str:
    workbook = report.sources.assignments.workbook
    return f"{source_line(workbook, example=report.sources.is_example)} Löftena: {report.main_plan.title}."
