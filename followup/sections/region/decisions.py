"""What the region and its committees ask to have decided, by deadline."""

from __future__ import annotations

from typing import TYPE_CHECKING

from followup.document.block_series import BlockSeries
from followup.document.blocks import Column, Heading, Row, Table
from followup.document.cells import Cell, cell_of
from followup.document.decisions import Decisions
from followup.document.tables import dash_note, prose_cell, text_cell
from followup.ground import swedish
from followup.ground.figure import Figure
from followup.sections.shared import decisions
from followup.sections.shared.decision_words import AMOUNTS, NO_AMOUNT, decider_label
from followup.tables.asked_decisions import NO_AMOUNT as WITHOUT

if TYPE_CHECKING:
    from followup.reports.region import RegionReport
    from followup.sources.sources import Sources

HEADING = "Beslut som begärs"
_NOTHING = "Regionen har inte begärt något beslut med anledning av rapporten."
_SOURCE = "Källa: regionens och nämndernas arbetsböcker."


def asked(report: RegionReport) -> Decisions:
    """What the region itself asks for, and how much the committees do."""
    of_committees = [name for name, row in report.decisions.rows() if row.text("committee") in report.reports]
    count = len(of_committees) + len([code for code in _texts(report) if code in report.reports])
    return decisions.asked(report, _NOTHING, count, HEADING)


def everything(report: RegionReport) -> BlockSeries:
    """What the region and the committees ask for, by deadline, below a heading."""
    texts = _texts(report)
    if not len(report.decisions) and not texts:
        return BlockSeries(why="inget beslut begärs")
    return BlockSeries((Heading("avsnitt-beslut", HEADING), _table(report, texts)))


def _all_sources(report: RegionReport) -> dict[str, Sources]:
    return {report.committee.code: report.sources} | {code: own.sources for code, own in report.reports.items()}


def _texts(report: RegionReport) -> dict[str, str]:
    """What is asked for in a text alone, by the code of who asks: workbooks without rows in the sheet Beslut."""
    listed = {row.text("committee") for _, row in report.decisions.rows()}
    texts = {code: sources.cover.text("decision_needed").strip() for code, sources in _all_sources(report).items()}
    return {code: text for code, text in texts.items() if text and code not in listed}


def _table(report: RegionReport, texts: dict[str, str]) -> Table:
    rows = [
        Row(
            str(name),
            (
                Cell(report.name_of(row.text("committee"), short=True)),
                prose_cell(row.text("decision")),
                cell_of(row["amount"]),
                text_cell(swedish.date_iso(row.text("due"))),
                text_cell(decider_label(row.text("decided_by"), report.params)),
            ),
        )
        for name, row in report.decisions.rows()
    ]
    dash = Cell(swedish.MISSING)
    for code, text in texts.items():
        amount = cell_of(Figure.missing(WITHOUT))
        rows.append(Row(code, (Cell(report.name_of(code, short=True)), prose_cell(text), amount, dash, dash)))
    return Table(
        id="begarda-beslut",
        caption="Beslut som regionen och nämnderna begär, det som är mest bråttom först",
        columns=(
            Column("label", "Vem som begär", "text", 1.3),
            Column("decision", "Förslag till beslut", "prose", 3.4),
            Column("amount", "Belopp", "number", 0.8),
            Column("due", "Senast", "text", 1.0),
            Column("decided_by", "Beslutas av", "text", 1.4),
        ),
        rows=tuple(rows),
        unit_line=AMOUNTS,
        notes=(*dash_note(rows, 2, NO_AMOUNT), *_notes(report, texts)),
        source=_source(report),
    )


def _notes(report: RegionReport, texts: dict[str, str]) -> tuple[str, ...]:
    asking = {row.text("committee") for _, row in report.decisions.rows()} | set(texts)
    silent = [code for code in report.reports if code not in asking]
    found = ["Vad som händer om ett beslut inte fattas står i nämndens egen rapport."]
    if texts:
        names = swedish.list_of(report.name_of(code, short=True) for code in texts)
        found.append(f"Det som {names} begär är en text utan datum och belopp.")
    if silent:
        found.append(f"Inget beslut begärs av {swedish.list_of(report.name_of(one, short=True) for one in silent)}.")
    return tuple(found)


def _source(report: RegionReport) -> str:
    return _SOURCE + (" Exempeldata." if report.sources.is_example else "")
