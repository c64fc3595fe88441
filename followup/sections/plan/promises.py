"""The promises of the region's plan in a document: all of them, or those that a committee carries."""

from __future__ import annotations

from typing import TYPE_CHECKING

from followup.document.block_series import BlockSeries
from followup.document.blocks import Column, Heading, Row, Table
from followup.document.tables import text_cell
from followup.ground import swedish
from followup.sections.shared.promise_cells import TIME_NOTE, label_cell, words_cell

if TYPE_CHECKING:
    from followup.reports.plan import PlanReport


def of_committee(report: PlanReport) -> BlockSeries:
    """The promises that the region's plan gives the committee, under a heading; nothing where it gives none."""
    found = table(report)
    return BlockSeries((Heading("avsnitt-loften", "Löften ur Mål och budget"), *found)) if found else found


def table(report: PlanReport) -> BlockSeries:
    """A row for each promise with the plan's words, and who carries it (of a committee's own: who else)."""
    plan, promises = report.region_plan, report.subject.promises
    if plan is None or not promises:
        return BlockSeries(why="Mål och budget har inga löften för den som planen gäller")
    committees, own = report.params.committees, report.committee.code
    rows = []
    for promise in promises:
        carriers = [committees[code].short_name for code in promise.committees if code != own]
        cells = (label_cell(promise), words_cell(promise), text_cell("; ".join(carriers)))
        rows.append(Row(promise.code, cells))
    found = Table(
        id="loften",
        caption=f"{'Löften' if report.committee.is_region else 'Nämndens löften'} ur {plan.title}",
        columns=(
            Column("promise", "Löfte", "text", 1.5),
            Column("words", "Planens ord", "prose", 3.4),
            Column("committees", "Bärs av" if report.committee.is_region else "Bärs också av", "text", 1.5),
        ),
        rows=tuple(rows),
        unit_line=_money(report),
        notes=(TIME_NOTE, report.params.texts.promises_carried),
        source=f"Källa: {plan.source}.",
    )
    return BlockSeries((found,))


def _money(report: PlanReport) -> str:
    """Which of them the plan speaks of money for: it prints no amount for any."""
    given = [one.code for one in report.subject.promises if one.money]
    if not given:
        return "Planen nämner inga pengar för löftena."
    return f"Planen nämner pengar, utan belopp, för {swedish.list_of(given)}."
