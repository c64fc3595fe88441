"""Goals against committees: every goal of the plan, what each committee that carries it says, and what that makes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from followup.analysis.region.region_goals import NOT_CARRIED
from followup.document.blocks import Block, Column, Row, Table, Text
from followup.document.cells import Cell, cell_of
from followup.document.tense import tense_of
from followup.ground import swedish
from followup.ground.figure import COUNT, Figure
from followup.params.texts import RollUpWords

if TYPE_CHECKING:
    from followup.ground.figure_table import FigureTable
    from followup.params.params import Grade
    from followup.reports.region import RegionReport

_FIXED = ("focus_area", "goal", "region", "origin")


def matrix(report: RegionReport) -> Block:
    """One row per goal by focus area, one column per committee; each cell a symbol with a short word."""
    frame = report.goal_matrix
    committees = [name for name in frame.columns if name not in _FIXED]
    if not len(frame) or not committees:
        nothing = "Ingen nämnd har mål i årets plan."
        return Text(id="malmatris", title="Mål och nämnder", paragraphs=([nothing],))
    grades = report.scale(report.kind.scale)
    rows: list[Row] = []
    area = ""
    for code, goal in frame.rows():
        if goal.text("focus_area") != area:
            area = goal.text("focus_area")
            rows.append(Row(f"fokusomrade-{code}", (Cell(area),), role="group"))
        answers = [_short(grades, goal.text(name)) for name in (*committees, "region")]
        rows.append(Row(str(code), (Cell(f"{code} {goal.text('goal')}"), *answers)))
    counts = [_carried(report, frame, name) for name in committees]
    whole = Figure(float(len(frame)), COUNT, report.goals_by_grade["on_track"].origin)
    rows.append(Row("antal", (Cell("Antal mål"), *(cell_of(one, 0) for one in (*counts, whole))), role="total"))
    question = tense_of(report.period).told("Bedöms målet uppnås", "Uppnåddes målet")
    return Table(
        id="malmatris",
        caption=f"{question}? Varje nämnds svar",
        columns=(
            Column("label", "Mål", "text", 3.0),
            # Texts and not statuses: those have room for whole words, and nine of them would not fit side by side.
            *(Column(name, name, "text", 0.8, card_label=report.name_of(name, short=True)) for name in committees),
            Column("region", "Regionen", "text", 0.9),
        ),
        rows=tuple(rows),
        unit_line=f"{_legend(grades)} {_names(report, committees)}.".strip(),
        notes=(
            "Tom ruta: nämnden har inte målet.",
            f"Regionens svar är sammanvägt av nämndernas. {rule(report, 'svar')}",
        ),
        source=f"Källa: nämndernas arbetsböcker. Målen: {report.params.plans[report.period.year].title}."
        + (" Exempeldata." if report.sources.is_example else ""),
    )


def rule(report: RegionReport, parts: str = "mål") -> str:
    """How assessments are rolled up, in words, by the limits in params/rules.yml. `parts` are what is rolled up."""
    limits = report.params.rules.roll_up
    words = {grade.code: grade.word for grade in report.scale(report.kind.scale)}
    return report.params.texts.roll_up.filled(
        RollUpWords(
            parts=parts,
            on_track=words["on_track"],
            uncertain=words["uncertain"],
            off_track=words["off_track"],
            not_assessed=words["not_assessed"],
            on_track_percent=swedish.number(limits.on_track_percent, 0),
            off_track_percent=swedish.number(limits.off_track_percent, 0),
            least_assessed_percent=swedish.number(limits.least_assessed_percent, 0),
        )
    )


def _short(grades: tuple[Grade, ...], code: str) -> Cell:
    if code == NOT_CARRIED:
        return Cell("")
    grade = next(grade for grade in grades if grade.code == code)
    return Cell(grade.short or grade.word, symbol=grade.symbol, tone=grade.tone)


def _carried(report: RegionReport, matrix: FigureTable[str], committee: str) -> Figure:
    carried = [grade for grade in matrix.texts(committee) if grade != NOT_CARRIED]
    return Figure(float(len(carried)), COUNT, report.reports[committee].goal_count.origin)


def _legend(grades: tuple[Grade, ...]) -> str:
    """What the short words stand for, where they are not the words themselves."""
    told_apart = [(grade.short, grade.word.lower()) for grade in grades if grade.short not in ("", grade.word)]
    return " ".join(f"{short}: {word}." for short, word in told_apart)


def _names(report: RegionReport, committees: list[str]) -> str:
    return ", ".join(f"{code}: {report.name_of(code, short=True)}" for code in committees)
