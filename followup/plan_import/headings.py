"""The headings that the columns of a table may have, and where its row of headings is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from followup.ground.errors import Problem, Severity
from followup.ground.swedish import counted
from followup.ground.wording import column_letter, listed, normalised, quoted
from followup.plan_import.grid import Grid
from followup.workbooks.shapes.header_row import ROWS_SEARCHED

# What each column is for, and what it may be called; the first word is the one that messages use.
COLUMNS = {
    "name": ("Benämning", "Text", "Namn", "Rubrik", "Post"),
    "level": ("Nivå", "Nivånamn", "Typ"),
    "code": ("Kod", "Nr", "Nummer", "Id", "Punkt", "Numrering"),
    "parent": ("Föräldrakod", "Förälder", "Överordnad kod", "Överordnad", "Hör till", "Hör till kod"),
    "carrier": ("Bärare", "Nämnd", "Nämnder", "Ansvarig nämnd", "Ansvarig", "Ägare"),
    "due": ("Klart senast", "Förfallodag", "Slutdatum", "Senast", "Klart", "Tidpunkt"),
    "carried_over": ("Förs över från", "Överförd från", "Överfört från", "Från plan", "Kommer från"),
    "note": ("Anmärkning", "Anmärkningar", "Kommentar", "Notering"),
    "text": ("Beskrivning", "Förklaring", "Beskrivningsfält"),
}
_ROLES = {normalised(word): role for role, words in COLUMNS.items() for word in words}
# What makes a list one: a heading for names and one more.
LEAST_HEADINGS = 2


@dataclass(frozen=True)
class Headings:
    """A row of headings: the column of each role, and what the columns without a role are called."""

    row: int
    columns: dict[str, int]
    others: dict[int, str]

    @property
    def is_list(self) -> bool:
        """Whether each row is one entry: the names have a column of their own."""
        return "name" in self.columns and len(self.columns) >= LEAST_HEADINGS


def squeezed(text: str) -> str:
    """A heading for comparing: a narrow column breaks it anywhere."""
    return "".join(normalised(text).split())


def headings_in(grid: Grid, row: int) -> Headings:
    """A row read as headings; of two columns with one role, the first has it."""
    columns: dict[str, int] = {}
    others: dict[int, str] = {}
    for column in grid.filled(row):
        text = grid.text(row, column)
        role = _ROLES.get(normalised(text))
        if role and role not in columns:
            columns[role] = column
        else:
            others[column] = text
    return Headings(row, columns, others)


def list_headings(grid: Grid) -> Headings | None:
    """The headings of a list: the row, among the first thirty, that has the most of them; None if there is none."""
    found = [headings_in(grid, row) for row in range(min(ROWS_SEARCHED, len(grid.rows)))]
    lists = [one for one in found if one.is_list]
    return max(lists, key=lambda one: len(one.columns), default=None)


def above_headings(grid: Grid, row: int) -> Iterator[Problem]:
    """A warning about a row above the headings that is no title: a title stands alone in its row."""
    filled = grid.filled(row)
    if len(filled) > 1 or grid.unreadable_in(row):
        yield grid.problem(
            row,
            None,
            f"Raden står ovanför tabellens rubriker och börjar {quoted(grid.text(row, filled[0]) if filled else '')}.",
            "Ovanför rubrikerna står bara titlar.",
            "Raden har inte blivit någon post. Skriv den i planens fil om den hör till planen.",
            Severity.WARNING,
        )


def unread_columns(grid: Grid, headings: Headings) -> Iterator[Problem]:
    """A warning for each column of a list that has texts and no heading that is read."""
    texts = Counter(column for row in grid.with_text if row > headings.row for column in grid.filled(row))
    for column in sorted(set(texts) - set(headings.columns.values())):
        name = grid.text(headings.row, column)
        found = f"Kolumnen {quoted(name)}" if name else f"Kolumnen {column_letter(column)} har ingen rubrik och"
        yield grid.problem(
            headings.row,
            column,
            f"{found} läses inte. Den har text på {counted(texts[column], 'rad', 'rader')}.",
            f"Rubriker som läses är {wanted_headings()}, och var och en läses en gång.",
            "Ge kolumnen en av rubrikerna, eller skriv det som hör till planen i planens fil.",
            Severity.WARNING,
        )


def wanted_headings() -> str:
    """What a list's headings are, for messages."""
    return listed(quoted(words[0]) for words in COLUMNS.values())
