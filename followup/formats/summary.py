"""What a report says of itself to the pages over many reports: kept in its manifest, so that each fact has one source.

Nothing is computed here. The words and the figures are the report's own, as they are shown there; a figure's number is
the one that its shown digits make, so that nobody can read more of it from a drawing than from the report.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from followup.document.blocks import Block, Composite, Row, Table, Text
from followup.document.cells import Cell, plain_sentence
from followup.document.content import Content, Json
from followup.document.decisions import Asked, Decisions, consequence_of
from followup.document.markdown import plain_of
from followup.document.pointers import Place
from followup.formats.compared import compared_column
from followup.ground.period import Period
from followup.ground.rounding import rounded

if TYPE_CHECKING:
    from followup.document.document import Document

# A yearly measure's key ends with its place in the table, which another report has otherwise.
_POSITION = re.compile(r"(?<=-all)-\d+$|(?<=men)-\d+$")


@dataclass(frozen=True)
class Question(Content):
    """A decision that is asked for. `facts` has the amount, who decides and when; `place` is where its figures are.

    `due` is the day, `2024-10-15`: what decisions of several reports are sorted by.
    """

    decision: str
    facts: str
    consequence: str
    place: Place
    due: str = ""


@dataclass(frozen=True)
class ComparedFigure(Content):
    """A figure as its report shows it. `number` is None where it shows none: then `text` says so ("–", "skyddas").

    `measured` says of which time it is, where the table does; `definition` what it is, where the report does.
    """

    table: str
    column: str
    row: str
    label: str
    heading: str
    text: str
    unit: str = ""
    number: float | None = None
    measured: str = ""
    definition: str = ""

    def as_json(self) -> Json:
        """Only what is set: a report has some hundred of them."""
        return {name: value for name, value in super().as_json().items() if value not in ("", None)}


@dataclass(frozen=True)
class Summary(Content):
    """The verdict's sentences, what is asked to be decided, and the figures that are compared."""

    verdict: tuple[str, ...] = ()
    questions: tuple[Question, ...] = ()
    more: str = ""
    rest: Place = field(default_factory=Place)
    figures: tuple[ComparedFigure, ...] = ()


def summary_of(document: Document) -> Summary:
    """What the document says."""
    blocks = list(_all(document.everything))
    verdicts = [one for one in blocks if isinstance(one, Text) and one.role == "verdict"]
    asked = next((one for one in blocks if isinstance(one, Decisions)), None)
    tables = [one for one in blocks if isinstance(one, Table)]
    # Kolada has its own words for what the report has defined already: the first hold.
    definitions = {row.key: text for table in reversed(tables) for row, text in _definitions(table)}
    period = Period.parse(document.cover.period)
    return Summary(
        tuple(plain_sentence(sentence) for block in verdicts for sentence in block.paragraphs),
        tuple(_question(entry) for entry in asked.entries) if asked else (),
        plain_sentence(asked.more) if asked else "",
        asked.rest.place if asked else Place(),
        tuple(figure for table in tables for figure in _figures(table, period, definitions)),
    )


def _all(blocks: tuple[Block, ...]) -> Iterator[Block]:
    for block in blocks:
        yield block
        # What asks for a decision is one thing here, and not the texts that it can be drawn as.
        if isinstance(block, Composite) and not isinstance(block, Decisions):
            yield from _all(block.parts())


def _question(entry: Asked) -> Question:
    words = " ".join(plain_of(entry.decision).split())
    return Question(words, plain_sentence(entry.facts), consequence_of(entry), entry.figures.place, entry.due)


def _definitions(table: Table) -> Iterator[tuple[Row, str]]:
    place = next((place for place, column in enumerate(table.columns) if column.key == "definition"), None)
    if place is not None:
        yield from ((row, row.cells[place].text) for row in table.rows if row.role != "group")


def _figures(table: Table, period: Period, definitions: dict[str, str]) -> Iterator[ComparedFigure]:
    places = {column.key: place for place, column in enumerate(table.columns)}
    group = ""
    for row in table.rows:
        if row.role == "group":
            group = row.cells[0].text
            continue
        key = _POSITION.sub("", row.key)
        for column, cell in zip(table.columns, row.cells, strict=True):
            known = compared_column(table.id, column.key, row.key) if cell.is_figure else None
            if known is None or (known.forecast and period.is_year_end):
                continue
            label = known.named(row.key) or row.cells[0].text
            # Rows of the same name stand below each of an account's groups.
            if "|" in row.key:
                label = f"{group}, {label}"
            measured = row.cells[places["measured"]].text if "measured" in places else ""
            if not known.yearly and column.label == str(period.year):
                measured = column.label
            definition = definitions.get(row.key, definitions.get(key.partition("-")[0], ""))
            yield ComparedFigure(
                table.id,
                column.key,
                known.named(row.key) or key,
                label,
                column.label,
                cell.text,
                cell.unit,
                _number(cell),
                measured,
                definition,
            )


def _number(cell: Cell) -> float | None:
    return None if cell.value is None else float(rounded(cell.value, cell.decimals))
