"""What a table's cells say beside their values: struck through, out of sight, fetched from elsewhere.

Such cells are read, and told. A number that its author has crossed out is an error: a sum with it in would be wrong if
it is meant to be gone, and one without it if it is not.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from followup.ground.errors import Severity
from followup.ground.wording import column_index, column_letter, listed
from followup.params.layouts import TableLayout
from followup.workbooks.cells.cell_values import Doubt, is_blank
from followup.workbooks.cells.findings import Finding
from followup.workbooks.files.sheet_marks import Place
from followup.workbooks.files.workbook import Sheet

# Merged areas with more cells than this together are not looked into: no table that a person keeps has them.
_MOST_COVERED = 1_000_000

_AREA = re.compile(r"\$?([A-Z]{1,3})\$?([0-9]{1,7})(?::\$?([A-Z]{1,3})\$?([0-9]{1,7}))?")


def cell_notes(sheet: Sheet, layout: TableLayout, positions: Mapping[str, int], rows: Iterable[int]) -> list[Finding]:
    """The findings about the cells that are read: `rows`, counted from 0, in the columns at `positions`."""
    marks = sheet.marks
    read = _Read(layout, dict(positions), frozenset(rows))
    findings = _struck(read, marks.struck) if marks.struck else []
    for places, doubt in (
        (marks.concealed, _CONCEALED),
        (marks.unseen, _UNSEEN),
        (marks.linked, _LINKED),
        (marks.outdated, _OUTDATED),
    ):
        findings += read.findings(places, doubt) if places else []
    if sheet.merged:
        findings += _covered(read, sheet)
    findings += _conditional(read, sheet)
    if sheet.namesakes:
        others = listed(f"”{name}”" for name in sheet.namesakes)
        found = f"Arbetsboken har också bladet {others}, med nästan samma namn. Det läses inte."
        findings.append(Finding(0, "", Doubt(found, _ONE_SHEET, _DELETE_SHEET, Severity.WARNING), shared=True))
    return findings


class _Read:
    """The cells that are read."""

    def __init__(self, layout: TableLayout, positions: dict[str, int], rows: frozenset[int]) -> None:
        self.layout, self.rows = layout, rows
        self.columns = {position: name for name, position in positions.items()}

    def is_number(self, column: int) -> bool:
        return self.layout.columns[self.columns[column]].is_numeric

    def of(self, places: set[Place]) -> list[Place]:
        return sorted(place for place in places if place[0] in self.rows and place[1] in self.columns)

    def findings(self, places: set[Place], doubt: Doubt) -> list[Finding]:
        return [Finding(row + 1, column_letter(column), doubt, self.layout.form) for row, column in self.of(places)]


_CONCEALED = Doubt(
    "Texten i cellen syns inte: talformatet visar ingenting.",
    "Det som läses väntas vara synligt.",
    "Ge cellen ett vanligt format om texten ska vara med, annars ta bort den.",
    Severity.WARNING,
)
_UNSEEN = Doubt(
    "Cellens innehåll syns inte: det är vitt på vit botten. Det har lästs.",
    "Det som läses väntas vara synligt.",
    "Ge texten en färg som syns om innehållet ska vara med, annars ta bort det.",
    Severity.WARNING,
)
_LINKED = Doubt(
    "Formeln hämtar sitt värde utanför arbetsboken. Det senast sparade värdet har lästs.",
    "Värden väntas stå i arbetsboken själv.",
    "Öppna arbetsboken i Excel, uppdatera länkarna och spara den, eller klistra in värdena.",
    Severity.WARNING,
)
_OUTDATED = Doubt(
    "Formelns värde kan vara gammalt: arbetsboken sparades innan den hade räknats om.",
    "Beräknade värden väntas.",
    "Öppna arbetsboken i Excel, låt den räkna om och spara den.",
    Severity.WARNING,
)
_ONE_SHEET = "Ett enda blad väntas med det namnet."
_DELETE_SHEET = "Kontrollera att rätt blad läses, och ta bort det andra eller ge det ett annat namn."


def _struck(read: _Read, struck: set[Place]) -> list[Finding]:
    """One finding for the texts of a row, and one for each number."""
    findings = []
    texts: dict[int, list[int]] = {}
    for row, column in read.of(struck):
        if read.is_number(column):
            findings.append(Finding(row + 1, column_letter(column), _STRUCK_NUMBER, read.layout.form))
        else:
            texts.setdefault(row, []).append(column)
    for row, columns in texts.items():
        cells = listed(f"{column_letter(column)}{row + 1}" for column in columns)
        found = f"Texten i cell {cells} är överstruken, helt eller delvis. Den har lästs."
        if len(columns) > 1:
            found = f"Texterna i cellerna {cells} är överstrukna, helt eller delvis. De har lästs."
        doubt = Doubt(found, _NOT_STRUCK, _UNSTRIKE, Severity.WARNING)
        findings.append(Finding(row + 1, column_letter(columns[0]), doubt, read.layout.form))
    return findings


_NOT_STRUCK = "Det som läses väntas inte vara överstruket."
_UNSTRIKE = "Ta bort texten om den inte gäller, annars ta bort överstrykningen."
_STRUCK_NUMBER = Doubt(
    "Talet är överstruket.",
    "Det går inte att veta om ett överstruket tal ska räknas med.",
    "Gäller talet: ta bort överstrykningen. Gäller hela raden inte: ta bort raden. Annars: skriv det tal som gäller.",
)


def _covered(read: _Read, sheet: Sheet) -> list[Finding]:
    """Cells below the first of a merged area that hold something all the same: Excel shows only the first."""
    findings = []
    left_to_see = _MOST_COVERED
    for top, left, bottom, right in sheet.merged:
        left_to_see -= (bottom - top + 1) * (right - left + 1)
        if left_to_see < 0:
            break
        for row in range(top, min(bottom, len(sheet.rows) - 1) + 1):
            for column in range(left, right + 1) if row in read.rows else ():
                if (row, column) == (top, left) or column not in read.columns or column >= len(sheet.rows[row]):
                    continue
                if not is_blank(sheet.rows[row][column]):
                    doubt = _COVERED_NUMBER if read.is_number(column) else _COVERED_TEXT
                    findings.append(Finding(row + 1, column_letter(column), doubt, read.layout.form))
    return findings


_COVERED = "Cellens innehåll syns inte: den ingår i ett område med sammanslagna celler."
_NOT_COVERED = "Det som läses väntas vara synligt."
_SPLIT = "Dela upp de sammanslagna cellerna och kontrollera vad som ska stå i var och en."
_COVERED_NUMBER = Doubt(_COVERED, _NOT_COVERED, _SPLIT)
_COVERED_TEXT = Doubt(_COVERED, _NOT_COVERED, _SPLIT, Severity.WARNING)


def _conditional(read: _Read, sheet: Sheet) -> list[Finding]:
    """Conditional formatting that may show a number as another, where it reaches numbers that are read."""
    findings = []
    for areas, format_ in sheet.marks.conditional:
        reached = [area for area in areas.split() if _reaches(read, area)]
        if reached:
            doubt = Doubt(
                f"Villkorsstyrd formatering med talformatet ”{format_.code[:40]}” kan visa andra tal än dem som "
                f"cellerna {listed(reached)} håller. Cellernas egna tal har lästs.",
                "Det som visas väntas vara det som cellen håller.",
                "Ta bort talformatet ur den villkorsstyrda formateringen.",
                Severity.WARNING,
            )
            findings.append(Finding(0, "", doubt, shared=True))
    return findings


def _reaches(read: _Read, area: str) -> bool:
    match = _AREA.fullmatch(area)
    if not match:
        return False
    left, right = column_index(match[1]), column_index(match[3] or match[1])
    top, bottom = int(match[2]) - 1, int(match[4] or match[2]) - 1
    columns = [column for column in read.columns if left <= column <= right and read.is_number(column)]
    return bool(columns and read.rows) and top <= max(read.rows) and bottom >= min(read.rows)
