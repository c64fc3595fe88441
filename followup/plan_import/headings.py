"""The headings that the columns of a table may have, and where its row of headings is."""

from __future__ import annotations

from dataclasses import dataclass

from followup.ground.wording import listed, normalised, quoted
from followup.plan_import.grid import Grid
from followup.workbooks.header_row import ROWS_SEARCHED

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


def wanted_headings() -> str:
    """What a list's headings are, for messages."""
    return listed(quoted(words[0]) for words in COLUMNS.values())
