"""Om underlaget: where the figures come from, what was doubtful in them, and the rules that the report follows."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from followup.document.blocks import Block, Column, Row, Table, Text
from followup.document.cells import Cell
from followup.document.tables import numbered_rows, text_cell
from followup.ground import swedish
from followup.ground.wording import loosely_normalised, quoted
from followup.params.texts import LargeDeviationWords

if TYPE_CHECKING:
    from followup.document.tables import Sourced
    from followup.params.confirmations import AppliedConfirmation
    from followup.reports.head import ReportHead
    from followup.sources.read_words import ReadWord
    from followup.workbooks.corrected_cells import AppliedCorrection

# The scale of goals, for which the kind of report has its own words.
GOALS = "assessment"


def workbooks(report: ReportHead) -> Table:
    """Every workbook that the report read, with its date and the start of its checksum."""
    return Table(
        id="arbetsbocker",
        caption="Arbetsböcker som rapporten bygger på",
        columns=(
            Column("label", "Arbetsbok", "text", 2.0),
            Column("source", "Källa", "prose", 3.0),
            Column("extracted", "Uttagsdatum", "text", 1.2),
            Column("checksum", "Kontrollsumma", "text", 1.2),
        ),
        rows=tuple(
            Row(
                file.workbook,
                (
                    Cell(file.workbook),
                    text_cell(file.source_note),
                    text_cell(swedish.date_iso(file.extracted) if file.extracted else ""),
                    Cell(f"{file.sha256[:12]}…"),
                ),
            )
            for file in report.sources.files
        ),
        notes=(report.params.texts.checksums,),
    )


def warnings_in_brief(report: Sourced) -> Text:
    """Which words were read as others, how much was doubtful, and in which workbooks: paper has no more than this."""
    problems, words = report.sources.problems, _read_words(report)
    said = f"Inget {'annat ' if words else ''}i underlaget behövde tolkas eller ifrågasättas."
    if problems:
        count = swedish.in_words(len(problems), common=True)
        books = swedish.list_of(dict.fromkeys(problem.workbook.rsplit("/", 1)[-1] for problem in problems))
        word, it = ("varning", "Den") if len(problems) == 1 else ("varningar", "De")
        said = f"Underlaget gav {count} {word}, som inte stoppade rapporten. {it} gäller {books}."
    return Text(id="varningar-i-korthet", role="notes", paragraphs=tuple([one] for one in (words, said) if one))


def warnings(report: Sourced) -> Block:
    """What was doubtful in the sources but did not stop the report."""
    problems = report.sources.problems
    if not problems:
        return Text(role="absent", id="varningar")
    return Table(
        id="varningar",
        caption="Varningar om underlaget",
        columns=(Column("label", "Var", "text", 1.6), Column("message", "Vad", "prose", 4.0)),
        rows=numbered_rows("varning", ((Cell(problem.place), Cell(problem.message)) for problem in problems)),
    )


def _read_words(report: Sourced) -> str:
    """Each word that was read as another, with the number of its cells, by sheet; empty if none was."""
    sheets: dict[str, dict[tuple[str, str], list[ReadWord]]] = {}
    for one in report.sources.words:
        meant = one.meant or _graded(report, one.scale, one.code)
        if (word := loosely_normalised(one.word)) != loosely_normalised(meant):
            sheets.setdefault(one.sheet, {}).setdefault((word, meant), []).append(one)
    told = (
        f"i bladet {sheet} {swedish.list_of(_read_as(same, meant) for (_, meant), same in found.items())}"
        for sheet, found in sheets.items()
    )
    return f"Ord som lästes som andra, med antal celler: {'; '.join(told)}." if sheets else ""


def _read_as(same: Sequence[ReadWord], meant: str) -> str:
    """One word, however it is spelled, and in whosever workbook."""
    count = sum(len(one.cells) for one in same)
    return f"{quoted(same[0].word)} som {quoted(meant)} ({swedish.number(count, 0)})"


def _graded(report: Sourced, scale: str, code: str) -> str:
    """What the report calls a code of a scale: goals have other words when the year is over."""
    sources = report.sources
    grades = sources.params.scales[sources.subject.kind.scale if scale == GOALS else scale]
    return next(grade.word for grade in grades if grade.code == code)


def corrections(report: Sourced) -> Block:
    """Known errors that were corrected in the open."""
    applied = report.sources.corrections
    if not applied:
        return Text(id="rattelser", role="notes", paragraphs=(["Inget värde i underlaget har rättats."],))
    return Table(
        id="rattelser",
        caption="Rättelser av kända fel i underlaget",
        columns=(
            Column("label", "Var", "text", 1.6),
            Column("original", "Stod", "text", 0.8),
            Column("corrected", "Används", "text", 0.8),
            Column("reason", "Varför", "prose", 2.6),
            Column("decided", "Beslutat av", "text", 1.6),
        ),
        rows=numbered_rows(
            "rattelse",
            (
                (
                    Cell(f"{item.workbook}, blad {item.sheet}, cell {item.cell}"),
                    Cell(item.was),
                    Cell(item.value),
                    *_decided(item),
                )
                for item in applied
            ),
        ),
    )


def confirmations(report: Sourced) -> Block:
    """What is unlikely and has been confirmed by somebody who answers for it."""
    applied = report.sources.confirmations
    if not applied:
        nothing = "Ingen osannolik uppgift har behövt bekräftas."
        return Text(id="bekraftelser", role="notes", paragraphs=([nothing],))
    return Table(
        id="bekraftelser",
        caption="Osannolika uppgifter som har bekräftats",
        columns=(
            Column("label", "Var", "text", 1.6),
            Column("found", "Vad", "prose", 2.6),
            Column("reason", "Varför det är rätt", "prose", 2.6),
            Column("decided", "Bekräftat av", "text", 1.6),
        ),
        rows=numbered_rows("bekraftelse", ((Cell(item.place), Cell(item.found), *_decided(item)) for item in applied)),
    )


def _decided(item: AppliedCorrection | AppliedConfirmation) -> tuple[Cell, Cell]:
    """Why, and who answers for it since when."""
    return Cell(item.why), Cell(f"{item.decided_by}, {swedish.date_iso(item.decided_on)}")


def reading_rules(report: ReportHead) -> Text:
    """How signs, rounding, missing figures and the rules' limits are to be read."""
    texts, limit = report.params.texts, report.params.rules.large_deviation
    large = LargeDeviationWords(
        amount=swedish.prose_amount(limit.kronor).removeprefix(f"plus{swedish.NBSP}"),
        percent=swedish.number(limit.percent, 1),
    )
    whose = texts.reading_goals_of_region if report.committee.is_region else texts.reading_goals_of_committee
    # A monthly report does not follow up the goals.
    goals = "" if report.kind.code == "manadsrapport" else f"{whose} "
    items = (
        *([texts.reading_example] if report.sources.is_example else []),
        texts.reading_signs,
        texts.reading_amounts,
        texts.reading_missing,
        texts.reading_large_deviation.filled(large),
        f"{goals}{texts.reading_indicators}",
    )
    return Text(id="lasanvisning", role="notes", title="Så läser du rapporten", items=tuple([item] for item in items))
