"""Committees with a deficit: how large, what they do about it, and why; and what each has handed in."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from followup.document.blocks import Block, Column, Row, Table, Text
from followup.document.cells import Cell, Sentence, cell_of
from followup.document.tables import FigureColumn, grade_cell, prose_cell, text_cell
from followup.document.tense import Tense, tense_of
from followup.ground import swedish
from followup.ground.figure import Figure
from followup.ground.figure_table import FigureTable
from followup.sections.region.tables import committee_table
from followup.sections.shared import comments
from followup.tables.explanations import general_comments

if TYPE_CHECKING:
    from followup.reports.region import RegionReport
    from followup.sources.sources import Sources

_COMMITTEES = "Källa: nämndernas arbetsböcker."
NO_REPORT = "lämnar ingen egen rapport"
_OR_SILENT = " eller inte lämnar rapport"
# The row that sums the deficits of those who leave a report, as the first page does.
SUM = "summa"
UNEXPLAINED = "Nämnden har inte förklarat underskottet."


def deficits(report: RegionReport) -> Block:
    """Every holder that expects a deficit, or had one, the largest first, with the effect of its measures."""
    found = report.deficits
    if not len(found):
        nothing = tense_of(report.period).told(
            "Ingen nämnd räknar med underskott.",
            "Ingen nämnd hade underskott.",
        )
        if report.without_deviation:
            names = swedish.list_of(report.name_of(code) for code in report.without_deviation)
            has = tense_of(report.period).told("räknar med", "hade")
            nothing = f"Uppgifter saknas för {names}. Ingen av de andra {has} underskott."
        return Text(id="underskott", title="Nämnder med underskott", paragraphs=([nothing],))
    columns = _columns(tense_of(report.period))
    rows = {
        str(code): row.figures | _measures(report, str(code), row["forecast_deviation"]) for code, row in found.rows()
    }
    if sum(code in report.reports for code in rows) > 1:
        rows[SUM] = report.reported_deficits
    shown = [column.key for column in columns]
    frame = FigureTable.of({code: {key: row[key] for key in shown} for code, row in rows.items()}, shown)
    note = " ".join(_notes(report, frame))
    return committee_table(
        report,
        "underskott",
        tense_of(report.period).told(
            "Nämnder som räknar med underskott, det största först", "Nämnder med underskott, det största först"
        ),
        frame,
        columns,
        unit_line="Belopp i mnkr. En avvikelse med plus är bättre än budget, en åtgärd med plus förbättrar resultatet.",
        notes=(note,) if note else (),
        source=_source(report),
        sums={SUM: "Summa, de som lämnar rapport"},
    )


def _measures(report: RegionReport, code: str, forecast: Figure) -> dict[str, Figure]:
    """The row of `measures_by_committee`. Who leaves no report proposes nothing there, so the forecast remains."""
    effects = report.measures_by_committee
    if code in effects:
        return effects.row(code).figures
    return dict.fromkeys(("decided", "proposed"), Figure.missing(NO_REPORT)) | {"gap": forecast}


def _notes(report: RegionReport, frame: FigureTable[str]) -> Iterator[str]:
    """What the columns have in them and what is summed, and what a dash means where there is one."""
    committees = [row for code, row in frame.rows() if code != SUM]
    if "gap" in frame.columns:
        yield "I prognosen ingår beslutade åtgärder, inte föreslagna."
        yield "Återstår är prognosen med effekten av de föreslagna."
        if SUM in frame and any(not row["gap"].is_missing and row["gap"].as_shown(1) > 0 for row in committees):
            yield "I summan av det som återstår räknas bara underskott."
    effects = [column for column in ("decided", "proposed") if column in frame.columns]
    if any(row[column].is_missing for row in committees for column in effects):
        silent = any(code != SUM and code not in report.reports for code in frame.names)
        yield f"Ett streck betyder att nämnden inte har redovisat sådana åtgärder{_OR_SILENT if silent else ''}."


def _columns(tense: Tense) -> tuple[FigureColumn, ...]:
    columns = (
        FigureColumn("deviation", tense.told("Avvikelse hittills", "Årets avvikelse"), signed=True, judged=True),
        FigureColumn(
            "forecast_deviation",
            tense.told("Prognosens avvikelse", "Sista prognosens avvikelse"),
            signed=True,
            judged=True,
        ),
        FigureColumn("decided", "Beslutade åtgärder", signed=True),
    )
    if tense.is_past:
        return columns
    # What is proposed can still be done.
    return (
        *columns,
        FigureColumn("proposed", "Föreslagna åtgärder", signed=True),
        FigureColumn("gap", "Återstår", signed=True),
    )


def explanations(report: RegionReport) -> Block:
    """How each committee with a deficit explains it, in its own first words, or that it does not."""
    rows = []
    for code in report.deficits.names:
        own = report.reports.get(str(code))
        said = first_words(own.sources) if own else ""
        name = report.name_of(str(code), short=True)
        silent = UNEXPLAINED if own else f"{name} {NO_REPORT}."
        rows.append(Row(str(code), (Cell(name), prose_cell(said) if said else Cell(silent))))
    if not rows:
        return Text(role="absent", id="underskott-forklaringar")
    return Table(
        id="underskott-forklaringar",
        caption="Nämndernas egna förklaringar",
        columns=(Column("label", "Nämnd", "text", 1.4), Column("explanation", "Kommentarens början", "prose", 4.2)),
        rows=tuple(rows),
        notes=("Hela förklaringen står i nämndens egen rapport.",),
        source=_source(report),
    )


def handed_in(report: RegionReport) -> Table:
    """Who has handed in what, when, and whether it is more than a draft."""
    statuses = report.scale("report_status")
    rows = [
        Row(
            code,
            (
                Cell(report.name_of(code, short=True)),
                grade_cell(statuses, sources.cover.text("status")),
                text_cell(swedish.date_iso(sources.cover.text("handed_in_on"))),
                text_cell(sources.cover.text("handed_in_by")),
                cell_of(_warnings(sources), 0),
            ),
        )
        for code, sources in _own_sources(report)
    ]
    return Table(
        id="inlamnat",
        caption="Nämndernas rapporter",
        columns=(
            Column("label", "Nämnd", "text", 2.0),
            Column("status", "Status", "status", 1.2),
            Column("handed_in_on", "Lämnad", "text", 1.1),
            Column("handed_in_by", "Av", "text", 2.2),
            Column("warnings", "Varningar", "number", 0.9),
        ),
        rows=tuple(rows),
        notes=(*_silent_holders(report), "Varningarna står i nämndens egen rapport, under Om underlaget."),
        source=_source(report),
    )


def handed_in_sentence(report: RegionReport) -> Sentence:
    """Whose reports are drafts; nothing where none is. A report that is not handed in stops the region's."""
    drafts = [code for code, sources in _own_sources(report) if sources.cover.text("status") == "draft"]
    if not drafts:
        return []
    names = swedish.list_of(report.name_of(code, short=True) for code in drafts)
    which = swedish.plural(len(drafts), f"Rapporten från {names} är ett", f"Rapporterna från {names} är")
    return [f"{which} utkast och kan ändras."]


def first_words(sources: Sources) -> str:
    """The first sentences of the committee's comment on its economy as a whole, as plain text; see `comments.opening`.

    Empty where it does not explain the deficit there: its own report asks for that explanation too.
    """
    written = (row.text("comment") for row in general_comments(sources.comments).rows())
    return next(filter(None, map(comments.opening, written)), "")


def _own_sources(report: RegionReport) -> list[tuple[str, Sources]]:
    return [(code, own.sources) for code, own in report.reports.items()]


def _warnings(sources: Sources) -> Figure:
    return Figure(float(len(sources.problems)), "antal", sources.cover.cells("status"))


def _silent_holders(report: RegionReport) -> tuple[str, ...]:
    names = [holder.short_name for holder in report.holders if holder.code not in report.reports]
    return (f"Ingen egen rapport för perioden lämnas av {swedish.list_of(names)}.",) if names else ()


def _source(report: RegionReport) -> str:
    return _COMMITTEES + (" Exempeldata." if report.sources.is_example else "")
