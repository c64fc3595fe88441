"""How deep each row of a list stands: by its column of levels, or without one by parents or the dots of codes."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from followup.ground.errors import Problem, ReportError
from followup.ground.wording import listed, quoted, suggestion
from followup.params.plan.file import LevelEntry
from followup.plan_import.grid import Grid
from followup.plan_import.headings import Headings
from followup.plan_import.level_names import (
    MOST_LEVELS,
    in_order,
    is_number,
    level_entries,
    level_key,
    number_key,
    shown_name,
    slips,
)

Sentences = tuple[str, str, str]

_WITHOUT_LEVEL = "Skriv en av dem. Fortsätter raden texten ovanför: skriv den där. Är den en summa: ta bort raden."


@dataclass
class ListRow:
    """A row that has a name: its number, and what it says of its place. `key` is its level's, empty if unknown."""

    number: int
    code: str
    parent: str
    key: str = ""


@dataclass(frozen=True)
class ListLevels:
    """`keys` are the levels' outermost first, as `entries`; `faults` the rows without a level: three sentences each."""

    keys: list[str]
    entries: list[LevelEntry]
    faults: dict[int, Sentences]


def list_levels(rows: list[ListRow], grid: Grid, headings: Headings, known: dict[str, LevelEntry]) -> ListLevels:
    """The levels of a list; gives each row its `key`, and its `parent` where only the codes tell it.

    Raises ReportError for a column that cannot be one of levels, since it has as many words as rows.
    """
    if "level" in headings.columns:
        return _by_column(rows, grid, headings.columns["level"], known)
    return _by_codes(rows, headings)


def _by_column(rows: list[ListRow], grid: Grid, column: int, known: dict[str, LevelEntry]) -> ListLevels:
    words = {row.number: grid.text(row.number, column) for row in rows}
    for row in rows:
        row.key = level_key(words[row.number], known) if words[row.number] else ""
    counts = Counter(row.key for row in rows if row.key)
    if len(counts) > 3 * MOST_LEVELS:
        found = f"Kolumnen {quoted(grid.text(_head(grid, column, rows), column))} har {len(counts)} olika nivåer."
        expected = f"En plan har högst {MOST_LEVELS} nivåer."
        remedy = "Kontrollera att det är rätt kolumn som har rubriken."
        raise ReportError([Problem(grid.name, grid.sheet, "", found, expected, remedy)])
    by_code = {row.code: row for row in rows if row.code}
    parents = ((by_code.get(row.parent or row.code.rpartition(".")[0]), row) for row in rows)
    relations = {(above.key, row.key) for above, row in parents if above and above.key and row.key}
    misspelt = slips(counts, known)
    # Numbers and names in one column: which number a name has, nobody knows.
    numbered = any(map(is_number, counts))
    keys = in_order((key for key in counts if key not in misspelt and is_number(key) == numbered), relations)
    keys = keys[:MOST_LEVELS]
    names = [shown_name(key, [words[row.number] for row in rows if row.key == key], known) for key in keys]
    faults: dict[int, Sentences] = {}
    for row in rows:
        if row.key not in keys:
            word = words[row.number]
            remedy = suggestion(word, names, "Skriv en av dem.") if word else _WITHOUT_LEVEL
            faults[row.number] = (
                f"Nivån {quoted(word)} är okänd." if word else "Nivån saknas.",
                f"Tabellens nivåer är {listed(map(quoted, names))}.",
                f"Raden har inte blivit någon post. {remedy}",
            )
    return ListLevels(keys, level_entries(names, known), faults)


def _head(grid: Grid, column: int, rows: list[ListRow]) -> int:
    """The row that the column's heading stands in: the nearest with a text above the first entry."""
    return next(number for number in range(rows[0].number - 1, -1, -1) if grid.text(number, column))


def _by_codes(rows: list[ListRow], headings: Headings) -> ListLevels:
    by_code: dict[str, ListRow] = {}
    for row in rows:
        if row.code:
            by_code.setdefault(row.code, row)
    named = "parent" in headings.columns
    if not named:
        for row in rows:
            row.parent = next((code for code in _shorter(row.code) if code in by_code), "")
    faults: dict[int, Sentences] = {}
    for row in rows:
        depth, above = 0, by_code.get(row.parent)
        while above is not None and depth <= MOST_LEVELS:
            depth, above = depth + 1, by_code.get(above.parent)
        if depth >= MOST_LEVELS:
            found = f"Raden ligger djupare än {MOST_LEVELS} nivåer, eller hör till sig själv."
            faults[row.number] = (found, "En post hör till en post på en högre nivå.", "Rätta koden, och börja om.")
        elif not row.code and not named and "code" in headings.columns:
            found = "Raden har ingen kod som kan läsas, och tabellen ingen annan kolumn som visar var den hör hemma."
            expected = "En kod, en föräldrakod eller en nivå väntas."
            faults[row.number] = (found, expected, "Raden har inte blivit någon post. Skriv dess kod.")
        else:
            row.key = number_key(depth + 1)
    keys = sorted({row.key for row in rows if row.key})
    return ListLevels(keys, level_entries((f"Nivå {int(key[1:])}" for key in keys), {}), faults)


def _shorter(code: str) -> list[str]:
    """The codes that are above a code, nearest first: 1.2 and 1 for 1.2.3."""
    parts = code.split(".")
    return [".".join(parts[:count]) for count in range(len(parts) - 1, 0, -1)]
