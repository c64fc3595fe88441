"""A table of figures: what the analysis gives, the sections read and a reviewer sees in a notebook.

    table = FigureTable.of({"Bibliotek": {"outcome": Figure(-100.0)}}, columns=("outcome",))
    table["Bibliotek", "outcome"]          # the figure, with its unit and its cells
    table.figures("outcome")               # a column
    for name, row in table.rows():
        row["outcome"]
    table.frame                            # floats with units in their heads, to sort, sum and plot

Each kind of table has its columns in the module that makes it, as a `Literal` and a tuple: a misspelt one is an error
for mypy, and at the latest when the table is made. A column that holds no figures holds words (`text`), or something
else that belongs to the row, such as its indicator or its cells (`fact`), which nobody needs to see in a notebook.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, Never, TypeVar

from followup.ground.column_words import in_words
from followup.ground.figure import KRONOR, Figure
from followup.ground.frame_html import frame_html
from followup.ground.rounding import NBSP, written

if TYPE_CHECKING:
    import pandas as pd

# A row is named by what it is about: an activity, a committee's code, a period, or the number of a month.
RowName = str | int
Name = TypeVar("Name", bound=RowName)
# The names of the columns, a Literal; a table may stand wherever fewer of its columns are asked for.
C = TypeVar("C", bound=str, contravariant=True)
OfColumns = TypeVar("OfColumns", bound=str)
Key = TypeVar("Key", bound=str)
Fact = TypeVar("Fact")

# What is written out in a notebook: anything else belongs to the row but says nothing to a reader.
_SHOWN = (str, bool, int, float, type(None))


@dataclass(frozen=True, eq=False)
class FigureRow(Generic[C]):
    """One row of a table of figures."""

    entries: Mapping[str, object]

    def __getitem__(self, column: C) -> Figure:
        return self.figure(column)

    def figure(self, column: str) -> Figure:
        """The figure in a column whose name is known when the program runs; as `row[column]` otherwise.

        Raises KeyError for a column that the table does not have, TypeError for one without figures.
        """
        return self._of(column, Figure)

    def text(self, column: C) -> str:
        """The words in a column; errors as for a figure."""
        return self._of(column, str)

    def fact(self, column: C, kind: type[Fact]) -> Fact:
        """What else stands in a column, which is a `kind`: a year, an indicator, cells; errors as for a figure."""
        return self._of(column, kind)

    @property
    def figures(self) -> dict[str, Figure]:
        """The row's figures by column, in the table's order."""
        return {column: entry for column, entry in self.entries.items() if isinstance(entry, Figure)}

    def _of(self, column: str, kind: type[Fact]) -> Fact:
        entry = self.entries[column]
        if not isinstance(entry, kind):
            raise TypeError(f"{column} is a {type(entry).__name__}, and no {kind.__name__}")
        return entry


@dataclass(frozen=True, eq=False, repr=False)
class FigureTable(Generic[C]):
    """Rows by name in an order that means something, with the same `columns` in each. Made by `of`."""

    columns: tuple[str, ...]
    _rows: Mapping[RowName, FigureRow[C]]

    @classmethod
    def of(cls, rows: Mapping[Name, Mapping[Key, object]], columns: Sequence[OfColumns]) -> FigureTable[OfColumns]:
        """A table of these rows, each with an entry for every one of the columns, which come in the given order.

        Raises ValueError for a row with other columns and for a figure that may not be shown (`Figure.showable`),
        TypeError for a column that holds figures in some rows only.
        """
        names = tuple(columns)
        given: dict[RowName, dict[str, object]] = {name: dict(row.items()) for name, row in rows.items()}
        for name, row in given.items():
            if apart := sorted(set(names) ^ set(row)):
                raise ValueError(f"{name}: the columns are {', '.join(names)}; a row differs in {', '.join(apart)}")
        for column in names:
            entries = [row[column] for row in given.values()]
            figures = [entry.showable for entry in entries if isinstance(entry, Figure)]
            if len(figures) not in (0, len(entries)):
                raise TypeError(f"{column} holds figures in {len(figures)} of {len(entries)} rows")
        ordered: dict[RowName, FigureRow[OfColumns]] = {
            name: FigureRow({key: row[key] for key in names}) for name, row in given.items()
        }
        return FigureTable[OfColumns](names, ordered)

    # Reading -------------------------------------------------------------------------------------------------------

    def __len__(self) -> int:
        return len(self._rows)

    def __contains__(self, name: object) -> bool:
        return name in self._rows

    def __getitem__(self, place: tuple[RowName, C]) -> Figure:
        if not isinstance(place, tuple):
            raise TypeError("a table is asked for table[row, column], table.row(row) or table.column(column)")
        name, column = place
        return self._rows[name][column]

    def text(self, name: RowName, column: C) -> str:
        """The words of a row in a column; see `FigureRow.text`."""
        return self._rows[name].text(column)

    @property
    def names(self) -> tuple[RowName, ...]:
        """The rows' names in order."""
        return tuple(self._rows)

    def row(self, name: RowName) -> FigureRow[C]:
        """One row. Raises KeyError for a row that is not there."""
        return self._rows[name]

    def rows(self) -> Iterator[tuple[RowName, FigureRow[C]]]:
        """Each row's name and the row."""
        yield from self._rows.items()

    def each(self, *columns: C) -> Iterator[tuple[RowName, list[Figure]]]:
        """Each row's name and its figures in these columns."""
        for name, row in self._rows.items():
            yield name, [row[column] for column in columns]

    def column(self, column: C) -> dict[RowName, Figure]:
        """The figures of a column by row."""
        self._known(column)
        return {name: row[column] for name, row in self._rows.items()}

    def figures(self, column: C) -> list[Figure]:
        """The figures of a column in the order of the rows."""
        return list(self.column(column).values())

    def texts(self, column: C) -> list[str]:
        """The words of a column in the order of the rows."""
        return self.facts(column, str)

    def facts(self, column: C, kind: type[Fact]) -> list[Fact]:
        """What else stands in a column, in the order of the rows; see `FigureRow.fact`."""
        self._known(column)
        return [row.fact(column, kind) for row in self._rows.values()]

    def _known(self, column: str) -> None:
        # A table without rows has columns too.
        if column not in self.columns:
            raise KeyError(column)

    # Other tables --------------------------------------------------------------------------------------------------

    def only(self, names: Iterable[RowName]) -> FigureTable[C]:
        """These rows in this order. Raises KeyError for one that is not there."""
        return FigureTable(self.columns, {name: self._rows[name] for name in names})

    def without(self, *names: RowName) -> FigureTable[C]:
        """All rows but these. Raises KeyError for one that is not there."""
        if absent := [str(name) for name in names if name not in self._rows]:
            raise KeyError(", ".join(absent))
        return self.only(name for name in self._rows if name not in names)

    def select(self, columns: Sequence[OfColumns]) -> FigureTable[OfColumns]:
        """These columns of all rows, in this order. Raises KeyError for one that is not there."""
        return self.with_columns({}, columns)

    def where(self, meets: Callable[[FigureRow[C]], bool]) -> FigureTable[C]:
        """The rows that meet a condition."""
        return self.only(name for name, row in self._rows.items() if meets(row))

    def then(self, other: FigureTable[C]) -> FigureTable[C]:
        """These rows and those of another table with the same columns. Raises ValueError where a row has both."""
        if both := [str(name) for name in self._rows if name in other._rows]:
            raise ValueError(f"rows stand in both tables: {', '.join(both)}")
        return FigureTable(self.columns, {**self._rows, **other._rows})

    def renamed(self, names: Mapping[str, str]) -> FigureTable[C]:
        """The same rows with some of them called otherwise."""
        return FigureTable(self.columns, {names.get(str(name), name): row for name, row in self._rows.items()})

    def with_row(self, name: RowName, entries: Mapping[Key, object]) -> FigureTable[C]:
        """The same rows and one more, or another in the place of the one with that name. Raises as `of`."""
        rows: dict[RowName, dict[str, object]] = {one: dict(row.entries) for one, row in self._rows.items()}
        rows[name] = dict(entries.items())
        whole: FigureTable[str] = FigureTable.of(rows, self.columns)
        return whole

    def with_columns(
        self, added: Mapping[str, Sequence[object]], columns: Sequence[OfColumns]
    ) -> FigureTable[OfColumns]:
        """The same rows with more entries, or others, in the order of the rows; `columns` are those that are kept."""
        rows: dict[RowName, dict[str, object]] = {name: dict(row.entries) for name, row in self._rows.items()}
        for column, entries in added.items():
            for row, entry in zip(rows.values(), entries, strict=True):
                row[column] = entry
        kept = {name: {column: row[column] for column in columns} for name, row in rows.items()}
        return FigureTable.of(kept, columns)

    # For the reviewer ----------------------------------------------------------------------------------------------

    @property
    def frame(self) -> pd.DataFrame:
        """The table to calculate with in a notebook: unrounded floats with units in the heads (`outcome, kr`).

        NaN is a missing figure. A column whose rows have units of their own is followed by a column with them; words
        stand as they are.
        """
        import pandas as pd

        found: dict[str, list[object]] = {}
        for column in self._shown_columns():
            entries = self._entries(column)
            figures = [entry for entry in entries if isinstance(entry, Figure)]
            if not figures:
                found[column] = entries
                continue
            units = [figure.unit for figure in figures]
            values = [float("nan") if figure.value is None else figure.value for figure in figures]
            found[self._head(column)] = list(values)
            if len(set(units)) > 1:
                found[f"{column}, enhet"] = list(units)
        return pd.DataFrame(found, index=list(self._rows))

    def _repr_html_(self) -> str:
        columns = map(self._entries, self._shown_columns())
        numbers = (Figure, int, float)
        words = {place for place, one in enumerate(columns) if not any(isinstance(entry, numbers) for entry in one)}
        return frame_html(self._for_reading(), words)

    def __repr__(self) -> str:
        return (
            str(self._for_reading().to_string())
            if len(self)
            else f"inga rader ({', '.join(self._headings().values())})"
        )

    def _for_reading(self) -> pd.DataFrame:
        """As in the report's blocks: their headings, and each number rounded, kronor in millions, with its unit."""
        import pandas as pd

        found = {}
        for column, heading in self._headings().items():
            entries = self._entries(column)
            units = {_unit(entry) for entry in entries if isinstance(entry, Figure)}
            in_head = len(units) == 1 and "" not in units
            found[f"{heading}, {units.pop()}" if in_head else heading] = [
                _written(entry, with_unit=not in_head) for entry in entries
            ]
        return pd.DataFrame(found, index=list(self._rows), dtype=object)

    def _headings(self) -> dict[str, str]:
        """What is read above each column that is shown; the program's name where two would have the same."""
        words = {column: in_words(column) for column in self._shown_columns()}
        same = Counter(words.values())
        return {column: word if same[word] == 1 else column for column, word in words.items()}

    def _head(self, column: str) -> str:
        """The column's name, with the unit that all its figures have."""
        units = {entry.unit for entry in self._entries(column) if isinstance(entry, Figure)}
        return f"{column}, {unit}" if len(units) == 1 and (unit := units.pop()) else column

    def _entries(self, column: str) -> list[object]:
        return [row.entries[column] for row in self._rows.values()]

    def _shown_columns(self) -> list[str]:
        return [name for name in self.columns if all(isinstance(one, (Figure, *_SHOWN)) for one in self._entries(name))]


# Of whatever columns: for what reads them by names that it is given.
AnyFigureTable = FigureTable[Never]
AnyFigureRow = FigureRow[Never]


def _written(entry: object, with_unit: bool) -> str:
    if not isinstance(entry, Figure):
        return "" if entry is None else str(entry)
    if entry.value is None or entry.people:
        return entry.digits
    digits = written(float(entry.as_shown(1)), 1) if entry.unit == KRONOR else entry.digits
    return f"{digits}{NBSP}{_unit(entry)}".rstrip() if with_unit else digits


def _unit(figure: Figure) -> str:
    return "mnkr" if figure.unit == KRONOR else figure.unit
