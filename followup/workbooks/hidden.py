"""Hidden rows, columns and sheets: they are read like any other, and a person who looks at the sheet cannot know it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from followup.ground.errors import Problem, Severity
from followup.ground.wording import column_letter, listed
from followup.workbooks.files.workbook import Sheet


@dataclass(frozen=True)
class Hidden:
    """What of a table is hidden: the numbers of its rows in the sheet, its columns' letters, the sheet itself."""

    rows: tuple[int, ...] = ()
    letters: tuple[str, ...] = ()
    sheet: bool = False


NOTHING = Hidden()


def hidden_in(sheet: Sheet, positions: Mapping[str, int], rows: Iterable[int]) -> Hidden:
    """What is hidden of the cells that are read: `rows`, counted from 0, in the columns at `positions`."""
    marks = sheet.marks
    found = tuple(row + 1 for row in sorted(rows) if row in marks.hidden_rows) if marks.hidden_rows else ()
    columns = sorted(column for column in set(positions.values()) if marks.is_hidden_column(column))
    return Hidden(found, tuple(map(column_letter, columns)), sheet.is_hidden)


def hidden_problems(hidden: Hidden, workbook: str, sheet: str, rows: Collection[int] | None) -> list[Problem]:
    """One warning that names what is hidden; of the rows, those of `rows`, or all if it is None."""
    chosen = [row for row in hidden.rows if rows is None or row in rows]
    said = ["Bladet är dolt."] if hidden.sheet else []
    said += _said("Kolumnen", "är dold", "Kolumnerna", "är dolda", hidden.letters, hidden.letters)
    said += _said("Raden", "är dold", "Raderna", "är dolda", _ranges(chosen), chosen)
    if not said:
        return []
    expected = "Det som är dolt läses som allt annat, men den som tittar i arbetsboken ser det inte."
    remedy = "Ta fram det dolda om det ska vara med i rapporten, annars ta bort det."
    return [Problem(workbook, sheet, "", " ".join(said), expected, remedy, Severity.WARNING)]


def _said(
    one: str, is_one: str, many: str, are_many: str, names: Iterable[str], things: Collection[object]
) -> list[str]:
    if not things:
        return []
    noun, verb = (one, is_one) if len(things) == 1 else (many, are_many)
    return [f"{noun} {listed(names)} {verb}."]


def _ranges(rows: Iterable[int]) -> list[str]:
    """`8`, `10–12`"""
    spans: list[list[int]] = []
    for row in rows:
        if spans and row == spans[-1][1] + 1:
            spans[-1][1] = row
        else:
            spans.append([row, row])
    return [str(first) if first == last else f"{first}\N{EN DASH}{last}" for first, last in spans]
