"""What a row says of its entry beside name and place: carriers, due, carry-over, notes, a text of its own, a code."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from followup.ground.errors import Problem, Severity
from followup.ground.wording import listed, quoted, suggestion
from followup.plan_import.carriers import Carriers
from followup.plan_import.carry_overs import parted
from followup.plan_import.drafts import Draft
from followup.plan_import.grid import Grid
from followup.workbooks.cells.cell_words import as_text, shown
from followup.workbooks.cells.period_text import date_in, period_in

_CODE = re.compile(r"[A-Za-zÅÄÖåäö0-9][\wÅÄÖåäö.-]*")
_LONGEST_CODE = 40
# Stands for the code in a cell that cannot be read: no entry has it.
UNREADABLE = "(oläsbar cell)"


class Attributes:
    """Reads the columns of one table; `columns` are those of `headings.COLUMNS` that it has."""

    def __init__(self, grid: Grid, columns: Mapping[str, int], carriers: Carriers, year: int) -> None:
        self._grid, self._columns, self._carriers, self._year = grid, columns, carriers, year

    def take_name(self, draft: Draft, units: frozenset[str]) -> Iterator[Problem]:
        """Takes the name apart: what stood around it becomes a carry-over or a note."""
        found = parted(draft.name, self._year, units)
        draft.name, draft.carried_over = found.name, found.carried_over
        draft.notes += found.notes
        if found.left:
            yield self._grid.problem(
                draft.row,
                draft.column,
                f"Namnet slutar med parentesen {quoted(f'({found.left})')}, som har fått stå kvar i namnet.",
                "En parentes sist är en del av namnet, en anmärkning eller varifrån posten förs över.",
                "Är den något annat än en del av namnet: flytta den till note eller carried_over i planens fil.",
                Severity.NOTE,
            )

    def take_details(self, draft: Draft, row: int) -> Iterator[Problem]:
        """Adds what stands in the row's other columns."""
        draft.carried_over = "; ".join(filter(None, (draft.carried_over, self._text("carried_over", row))))
        if note := self._text("note", row):
            draft.notes.insert(0, note)
        if (column := self._columns.get("text")) is not None:
            draft.text = self._grid.lines(row, column)
        yield from self._carrier(draft, row)
        yield from self._due(draft, row)

    def code(self, row: int) -> tuple[str, list[Problem]]:
        """The row's code; empty where it has none that a plan can use."""
        column = self._columns.get("code")
        text = self._text("code", row)
        if not text or column is None:
            return "", []
        code = _code_in(text)
        if code and isinstance(self._grid.content(row, column), float | int | str):
            return code, []
        problem = self._grid.problem(
            row,
            column,
            f"Koden {shown(self._grid.content(row, column))} kan inte användas.",
            "En kod har bara bokstäver, siffror, punkt, _ och -.",
            "Posten har fått en kod efter sin plats. Rätta koden i planens fil om den ska vara en annan.",
        )
        return "", [problem]

    def parent(self, row: int) -> str:
        """The code of the entry that the row says it belongs to; empty if it says none."""
        column = self._columns.get("parent")
        if column is not None and (row, column) in self._grid.unreadable:
            return UNREADABLE
        text = self._text("parent", row)
        return _code_in(text) or text

    def _text(self, role: str, row: int) -> str:
        return self._grid.text(row, self._columns.get(role))

    def _carrier(self, draft: Draft, row: int) -> Iterator[Problem]:
        column = self._columns.get("carrier")
        if column is None or not self._text("carrier", row):
            return
        codes, unknown = self._carriers.read(self._grid.lines(row, column))
        draft.committees = codes
        committees = self._carriers.committees
        words = [*committees.words, *(group.name for group in self._carriers.groups.values())]
        for word in unknown:
            rest = f"Posten har fått {listed(codes)}." if codes else "Posten har ingen som bär den."
            yield self._grid.problem(
                row,
                column,
                f"Bäraren {quoted(word)} är okänd. {rest}",
                f"Nämnderna är {listed(committees.shown)}.",
                f"{suggestion(word, words, 'Nämnden finns inte i params/committees.yml.')} "
                "Skriv nämndens kod under committees i planens fil.",
            )

    def _due(self, draft: Draft, row: int) -> Iterator[Problem]:
        column = self._columns.get("due")
        text = self._text("due", row)
        if column is None or not text:
            return
        content = self._grid.content(row, column)
        draft.due = _due_in(content)
        if draft.due and int(draft.due[:4]) < self._year:
            yield self._grid.problem(
                row,
                column,
                f"Posten ska vara klar {draft.due}, före planens år {self._year}.",
                "En post som inte förs över är klar planens år eller senare.",
                "Är tiden fel: rätta due i planens fil.",
                Severity.WARNING,
            )
        if not draft.due:
            draft.notes.append(f"klart senast: {as_text(content).strip()}")
            yield self._grid.problem(
                row,
                column,
                f"Tiden {shown(content)} kan inte läsas som år, månad eller dag. Den står kvar som anmärkning.",
                "En tid skrivs 2025, 2025-06 eller 2025-06-30.",
                "Skriv den så under due i planens fil, och ta bort den ur note.",
            )


def _code_in(text: str) -> str:
    """A code as a plan has it: `1.1.` is 1.1, and so is the 1,1 that a Swedish csv makes of the number."""
    text = text.strip().rstrip(".")
    if re.fullmatch(r"[0-9]+,[0-9]+", text):
        text = text.replace(",", ".")
    return text if len(text) <= _LONGEST_CODE and _CODE.fullmatch(text) else ""


def _due_in(content: object) -> str:
    """`2025`, `2025-06` or `2025-06-30`; empty for what is none of them."""
    year = as_text(content).strip() if isinstance(content, str | int | float) else ""
    if re.fullmatch(r"20[0-9]{2}", year):
        return year
    for read in (date_in, period_in):
        try:
            return read(content)
        except ValueError:
            continue
    return ""
