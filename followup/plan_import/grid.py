"""The cells of one table as texts that know where they stand, whether they come from a workbook or a csv file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from followup.ground.errors import Problem, ReportError, Severity
from followup.ground.personal_number import MASK, has_personal_number
from followup.ground.wording import column_letter, spelled
from followup.params.column_layout import ColumnLayout
from followup.workbooks.cells.cell_values import CellReader, is_blank
from followup.workbooks.files.sheet_marks import Marks, Place

_READER = CellReader(ColumnLayout(header="text", type="text"))
_LINES = CellReader(ColumnLayout(header="text", type="markdown"))

# First row, first column, last row, last column, from 0.
Area = tuple[int, int, int, int]

EXPECTED_TEXT = "En text väntas."

# Some thirty times the largest plan that we know, and what still fits in a plan's file.
MOST_ROWS = 20_000
MOST_COLUMNS = 60
MOST_LETTERS = 2_000_000


@dataclass(frozen=True)
class Grid:
    """A table's cells; `rows[0][0]` is A1. `merged` are its merged areas.

    `name` is what problems call the file, `sheet` is empty for csv.
    """

    name: str
    sheet: str
    rows: Sequence[Sequence[Any]]
    merged: tuple[Area, ...] = ()
    marks: Marks = field(default_factory=Marks)
    is_hidden: bool = False

    @cached_property
    def _read(self) -> tuple[list[list[str]], dict[Place, Problem]]:
        texts: list[list[str]] = []
        unreadable: dict[Place, Problem] = {}
        for row, contents in enumerate(self.rows):
            found = []
            for column, content in enumerate(contents):
                reading = _READER.read(content)
                found.append(str(reading.value or ""))
                if reading.doubt:
                    doubt = reading.doubt
                    unreadable[row, column] = self.problem(row, column, doubt.found, EXPECTED_TEXT, doubt.remedy)
            texts.append(found)
        return texts, unreadable

    @property
    def texts(self) -> list[list[str]]:
        """Every cell as a text on one line; empty where nothing stands, or what cannot be read."""
        return self._read[0]

    @property
    def unreadable(self) -> dict[Place, Problem]:
        """The cells that hold something which is no text: a failed formula, 30 000 characters."""
        return self._read[1]

    def text(self, row: int, column: int | None) -> str:
        """A cell's text; empty for a column that the table lacks."""
        return self.texts[row][column] if column is not None and column < len(self.texts[row]) else ""

    def lines(self, row: int, column: int) -> str:
        """A cell's text with its line breaks."""
        return str(_LINES.read(self.rows[row][column]).value or "")

    def content(self, row: int, column: int) -> Any:
        """What stands in the cell itself: a text, a number, a date."""
        return self.rows[row][column]

    def filled(self, row: int) -> list[int]:
        """The columns of a row that have a text."""
        return [column for column, text in enumerate(self.texts[row]) if text]

    @cached_property
    def with_text(self) -> list[int]:
        """The rows in which anything can be read, or should be."""
        return [row for row, texts in enumerate(self.texts) if any(texts) or self.unreadable_in(row)]

    @cached_property
    def _unreadable_by_row(self) -> dict[int, list[int]]:
        found: dict[int, list[int]] = {}
        for row, column in self.unreadable:
            found.setdefault(row, []).append(column)
        return found

    def unreadable_in(self, row: int) -> list[int]:
        """The columns of a row that hold something which is no text."""
        return self._unreadable_by_row.get(row, [])

    @cached_property
    def areas(self) -> dict[Place, Area]:
        """For every cell that is merged with others, the area that it is in.

        Raises ReportError for areas that lie on one another, as no program writes them.
        """
        found: dict[Place, Area] = {}
        width, left_to_use = max(map(len, self.rows), default=0), sum(map(len, self.rows))
        for first, left, last, right in self.merged:
            bottom, end = min(last, len(self.rows) - 1), min(right, width - 1)
            left_to_use -= max(0, bottom - first + 1) * max(0, end - left + 1)
            if left_to_use < 0:
                text = "Sammanslagna celler ligger över varandra."
                remedy = "Öppna filen i Excel och spara den på nytt som Excel-arbetsbok (.xlsx)."
                raise ReportError([Problem(self.name, self.sheet, "", text, "Varje cell hör till en.", remedy)])
            for row in range(first, bottom + 1):
                found |= {(row, column): (first, left, bottom, end) for column in range(left, end + 1)}
        return found

    def top_of_tall(self, row: int, column: int) -> Place | None:
        """The cell with the text of an area that was merged downwards; None for a cell that is in no such area."""
        area = self.areas.get((row, column))
        return area[:2] if area and area[2] > area[0] else None

    def problem(
        self,
        row: int,
        column: int | None,
        found: str,
        expected: str,
        remedy: str,
        severity: Severity = Severity.ERROR,
    ) -> Problem:
        """A problem at a cell, or at a row."""
        cell = f"rad {row + 1}" if column is None else f"{column_letter(column)}{row + 1}"
        return Problem(self.name, self.sheet, cell, found, expected, remedy, severity)

    def personal_numbers(self) -> Iterator[Problem]:
        """An error for each cell with a personal identity number: no plan's file may hold one."""
        for row in self.with_text:
            for column, text in enumerate(self.texts[row]):
                if has_personal_number(text):
                    found = f"Här står ett personnummer, {MASK}."
                    yield self.problem(row, column, found, "En plan har inga personnummer.", "Ta bort det och spara.")

    def out_of_sight(self) -> Iterator[Problem]:
        """A warning for all that is read although who looks at the sheet does not see it, or sees it struck."""
        expected = "Det som är dolt, överstruket eller inte syns läses som allt annat."
        remedy = "Ta fram det om det ska vara med i planen, annars ta bort det ur tabellen och börja om."
        if self.is_hidden:
            yield Problem(self.name, self.sheet, "", "Bladet är dolt.", expected, remedy, Severity.WARNING)
        for row in self.with_text:
            if row in self.marks.hidden_rows:
                yield self.problem(row, None, "Raden är dold.", expected, remedy, Severity.WARNING)
            for column in self.filled(row):
                if found := self._is_unseen(row, column):
                    yield self.problem(row, column, found, expected, remedy, Severity.WARNING)
        for column in sorted({column for row in self.with_text for column in self.filled(row)}):
            if self.marks.is_hidden_column(column):
                found = f"Kolumnen {column_letter(column)} är dold."
                yield Problem(self.name, self.sheet, "", found, expected, remedy, Severity.WARNING)

    def _is_unseen(self, row: int, column: int) -> str:
        place, area = (row, column), self.areas.get((row, column))
        if place in self.marks.struck:
            return "Texten är överstruken."
        if place in self.marks.concealed or place in self.marks.unseen:
            return "Texten syns inte i bladet."
        return "Texten ligger under sammanslagna celler och syns inte." if area and area[:2] != place else ""


def check_size(name: str, sheet: str, rows: Sequence[Sequence[Any]]) -> None:
    """Raises ReportError for more than any plan has."""
    width = max(map(len, rows), default=0)
    letters = sum(len(content) for row in rows for content in row if isinstance(content, str))
    if len(rows) > MOST_ROWS or width > MOST_COLUMNS or letters > MOST_LETTERS:
        most = f"{spelled(MOST_ROWS)} rader, {MOST_COLUMNS} kolumner eller {spelled(MOST_LETTERS)} tecken"
        found = f"Tabellen har fler än {most}."
        remedy = "Kontrollera att det är rätt tabell, och ta bort det som ligger långt utanför den."
        raise ReportError([Problem(name, sheet, "", found, "Så stor är ingen plan.", remedy)])


def has_content(rows: Sequence[Sequence[Any]]) -> bool:
    """Whether anything stands in any cell."""
    return any(not is_blank(content) for row in rows for content in row)
