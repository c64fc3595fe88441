"""granskning.html: what is to be mended, by who can do it, as a page that looks like the reports and can be sent on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from followup.document.block_html import block_html
from followup.document.blocks import Block, Column, Row, Table
from followup.document.cells import Cell
from followup.document.tables import numbered_rows, text_cell
from followup.formats.html.page import render
from followup.ground.errors import Severity
from followup.review.confirmation_lines import confirmation_lines
from followup.review.mail_text import HEADINGS, IF_RIGHT, OF_PARAMS, asked, may_be_right, speaks_of_params
from followup.review.remedies import for_analyst

if TYPE_CHECKING:
    from followup.ground.errors import Problem
    from followup.review.faults import Fault
    from followup.review.review import Part

_COUNTED = {Severity.ERROR: "Fel", Severity.WARNING: "Varningar", Severity.NOTE: "Påpekanden"}
_IDS = {Severity.ERROR: "fel", Severity.WARNING: "varningar", Severity.NOTE: "papekanden"}


def review_page(
    parts: Sequence[Part], title: str, summary: str, copies: Mapping[str, str], refused: Mapping[str, str]
) -> str:
    """The page, the same bytes for the same faults.

    `copies` are the marked copies by workbook, as addresses from the page, and `refused` why there is none of others.
    """
    return render(
        "review.html.j2",
        title=title,
        summary=summary,
        counted=[(severity, _COUNTED[severity]) for severity in Severity if any(one.of(severity) for one in parts)],
        parts=[_section(part, copies, refused) for part in parts],
    )


def _section(part: Part, copies: Mapping[str, str], refused: Mapping[str, str]) -> dict[str, object]:
    code = part.recipient.code
    faults = [*part.faults]
    return {
        "recipient": part.recipient,
        "count": part.count,
        "counts": {severity: len(part.of(severity)) for severity in Severity},
        "asked": asked(part) if faults else "",
        "of_params": OF_PARAMS if speaks_of_params(part) else "",
        "text": f"granskning/{code}.txt" if faults else "",
        "tables": [block_html(one) for one in _tables(part)],
        "copies": [(workbook, copies[workbook]) for workbook in part.workbooks if workbook in copies],
        "refused": [(workbook, refused[workbook]) for workbook in part.workbooks if workbook in refused],
        "if_right": IF_RIGHT if may_be_right(part) else "",
        "in_params": [] if part.recipient.builds else _in_params(faults),
        "lines": [entry for fault in faults for entry in confirmation_lines(fault)],
    }


def _in_params(faults: Sequence[Fault]) -> list[tuple[str, str]]:
    """What the analyst can change instead, which no sender is told, each by its place."""
    told = [(fault.as_problem.place, for_analyst(fault.first.remedy)) for fault in faults]
    return [(place, text) for place, text in told if text]


def _tables(part: Part) -> list[Block]:
    code, builds = part.recipient.code, part.recipient.builds
    tables: list[Block] = [
        _table(f"{code}-{_IDS[severity]}", HEADINGS[severity], [one.told_to(builds) for one in part.of(severity)])
        for severity in Severity
        if part.of(severity)
    ]
    if part.accepted:
        tables.append(_accepted(part))
    return tables


def _table(name: str, caption: str, problems: Sequence[Problem]) -> Table:
    return Table(
        id=name,
        caption=caption,
        columns=(
            Column("label", "Var", "text", 1.6),
            Column("found", "Vad som står där", "prose", 2.6),
            Column("expected", "Vad som väntas", "prose", 2.0),
            Column("remedy", "Så rättas det", "prose", 2.4),
        ),
        rows=tuple(_row(f"{name}-{number}", problem) for number, problem in enumerate(problems, 1)),
    )


def _row(key: str, problem: Problem) -> Row:
    where = problem.place.replace(", blad ", "\nblad ", 1)
    return Row(key, (Cell(where), *map(text_cell, (problem.found, problem.expected, problem.remedy))))


def _accepted(part: Part) -> Table:
    return Table(
        id=f"{part.recipient.code}-bekraftat",
        caption="Redan bekräftat, och inget att göra åt",
        columns=(
            Column("label", "Var", "text", 1.6),
            Column("found", "Vad som står där", "prose", 2.6),
            Column("why", "Varför det är rätt", "prose", 2.4),
            Column("decided", "Bekräftat av", "text", 1.6),
        ),
        rows=numbered_rows(
            f"{part.recipient.code}-bekraftat",
            (
                (Cell(one.place), Cell(one.found), Cell(one.why), Cell(f"{one.decided_by}, {one.decided_on}"))
                for one in part.accepted
            ),
        ),
    )
