"""Which rows of a table are totals, or parts of the row above, and which rows each of them covers.

A total covers the rows that share its filled cells: "Summa" beside DNHS and 2024-03 is all of DNHS in March. So a cell
that says only "Totalt", or nothing, is any row; a name beside the word ("Summa DNHS") is that committee.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from followup.ground.regions import REGION
from followup.ground.wording import normalised
from followup.params.column_layout import ColumnLayout
from followup.params.layouts import TableLayout
from followup.params.total_words import TotalWords
from followup.workbooks.cells.cell_values import MISSING_WORDS, CellReader, is_blank
from followup.workbooks.shapes.headings import header_text
from followup.workbooks.total_labels import Kind, Label, label_of

Contents = Mapping[str, Sequence[Any]]


@dataclass(frozen=True)
class TotalRow:
    """One row that is no row of its own. `text` is the cell that says so; `labels` are all such cells by column."""

    position: int
    text: str
    kind: Kind
    labels: dict[str, Label] = field(default_factory=dict)


def total_rows(
    layout: TableLayout, readers: Mapping[str, CellReader], contents: Contents, words: TotalWords
) -> dict[int, TotalRow]:
    """A table's totals and parts by position, in order."""
    texts = [name for name, column in layout.columns.items() if may_label(layout, name, column)]
    by_column = {name: _labels(layout, name, readers.get(name), contents[name], words) for name in texts}
    by_column = {name: labels for name, labels in by_column.items() if labels}
    of_units = _rows_of_units(layout, contents)
    if not by_column:
        return of_units
    required = [name for name, column in layout.columns.items() if not column.is_numeric and column.empty == "error"]
    names = _Names(readers, contents, texts, by_column)
    candidates = {
        position for name, labels in by_column.items() for position, one in enumerate(contents[name]) if one in labels
    }
    found: dict[int, TotalRow] = {}
    for position in sorted(candidates):
        cells = {name: contents[name][position] for name in by_column}
        labels = {name: by_column[name][cell] for name, cell in cells.items() if cell in by_column[name]}
        others = [contents[name][position] for name in required if name not in labels]
        for name, label in labels.items():
            if not label.rest or label.kind == "part" or names.has(label.rest) or all(map(_says_nothing, others)):
                text = header_text(contents[name][position]).strip()
                found[position] = TotalRow(position, text, label.kind, labels)
                break
    return dict(sorted((of_units | found).items()))


def _rows_of_units(layout: TableLayout, contents: Contents) -> dict[int, TotalRow]:
    """The rows with numbers where the layout's `blank` column is blank: totals of the rows that share their words."""
    if not layout.total_row or not layout.total_row.blank:
        return {}
    numbers = [contents[name] for name, column in layout.columns.items() if column.is_numeric]
    return {
        position: TotalRow(position, header_text(contents[layout.total_row.column][position]).strip(), "sum")
        for position, cell in enumerate(contents[layout.total_row.blank])
        if _says_nothing(cell) and not all(is_blank(column[position]) for column in numbers)
    }


def without_lonely_units(
    layout: TableLayout, contents: Contents, found: Mapping[int, TotalRow], end: int
) -> dict[int, TotalRow]:
    """The totals but for units' rows without any part down to `end`: what such a row holds is in no other row."""
    if not layout.total_row or not layout.total_row.blank:
        return dict(found)
    units = contents[layout.total_row.column]
    with_parts = {_unit(units[position]) for position in range(end) if position not in found}
    lonely = {
        position
        for position, row in found.items()
        if not row.labels and position < end and _unit(units[position]) not in with_parts | {""}
    }
    return {position: row for position, row in found.items() if position not in lonely}


def _unit(content: Any) -> str:
    return normalised(header_text(content))


def mask_of(found: Mapping[int, TotalRow], height: int) -> np.ndarray:
    """Which positions are totals."""
    mask = np.zeros(height, dtype=bool)
    mask[list(found)] = True
    return mask


def scope_of(
    row: TotalRow,
    layout: TableLayout,
    readers: Mapping[str, CellReader],
    contents: Contents,
    values: Mapping[str, Mapping[str, Any]],
) -> dict[str, Any]:
    """What the rows that a total covers have in common: column → value.

    `values` are each scope column's values among the data rows, by their normalised text. A text that no data row has
    is a description, and no condition.
    """
    scope: dict[str, Any] = {}
    for name, known in values.items():
        content = contents[name][row.position]
        if name in row.labels or _says_nothing(content):
            continue
        value = readers[name].read(content).value
        if value is None:
            continue
        if layout.columns[name].type == "text":
            value = known.get(normalised(str(value)))
        if value is not None:
            scope[name] = value
    month = layout.column_of_type("period")
    for label_column, label in row.labels.items():
        if label.month in values.get(month, {}):
            scope.setdefault(month, label.month)
        if not label.rest:
            continue
        for name in dict.fromkeys([label_column, *values]):
            value = values.get(name, {}).get(label.rest) or _code(readers.get(name), label.rest)
            if value is not None:
                scope.setdefault(name, value)
                break
    return scope


def scope_columns(layout: TableLayout) -> list[str]:
    """The columns that can say which rows a total covers: the key's, and every text that a row must have."""
    return [
        name
        for name, column in layout.columns.items()
        if name in layout.key or (not column.is_numeric and column.type != "markdown" and column.empty == "error")
    ]


def may_label(layout: TableLayout, name: str, column: ColumnLayout) -> bool:
    """Whether a word in the column can make a row a total."""
    if layout.total_row and layout.total_row.only:
        return name == layout.total_row.column
    if column.is_numeric or column.type in ("markdown", "date"):
        return layout.total_row is not None and layout.total_row.column == name
    if not any(one.is_numeric for one in layout.columns.values()):
        return False
    # Where nothing is summed, a word such as "Region Halland" may be a source; a month or a committee cannot be one.
    is_word = column.type in ("period", "committee", "indicator", "choice")
    in_key = name in layout.key or (column.empty == "error" and layout.is_summed)
    return in_key and (is_word or layout.is_summed)


def _labels(
    layout: TableLayout, name: str, reader: CellReader | None, contents: Sequence[Any], words: TotalWords
) -> dict[Any, Label]:
    """Each distinct content of a column that labels a total."""
    own = layout.total_row
    more = own.words if own and own.column == name else ()
    base = TotalWords() if own and own.only else words
    wanted = base.for_column(more, names_region=layout.is_summed)
    in_key = name in layout.key
    found: dict[Any, Label] = {}
    distinct = set(contents)
    for content in distinct:
        label = _label(content, reader, wanted)
        if label is not None and (label.kind != "part" or in_key):
            found[content] = label
    column = layout.columns[name]
    if column.type == "period" and layout.is_summed and reader is not None:
        years = [content for content in distinct if content not in found and _is_year(content)]
        if years and any(not _is_year(one) and reader.read(one).value is not None for one in distinct):
            found |= dict.fromkeys(years, Label("sum"))
    return found


def _label(content: Any, reader: CellReader | None, words: TotalWords) -> Label | None:
    code = _code(reader, header_text(content)) if not isinstance(content, bool) else None
    if code is not None:
        # "Totalt" is one of the words for both sexes in some columns; the region is a total where sums are made.
        return Label("sum") if code == REGION and words.region and _is_committee(reader) else None
    return label_of(content, words)


def _is_committee(reader: CellReader | None) -> bool:
    return reader is not None and reader.column.type == "committee"


def _code(reader: CellReader | None, text: str) -> str | None:
    vocabulary = reader.vocabulary if reader is not None else None
    return vocabulary.code_of(text) if vocabulary is not None and text else None


def _is_year(content: Any) -> bool:
    text = header_text(content).strip() if isinstance(content, str | float | int) else ""
    return len(text) == 4 and text.isdecimal() and text.startswith("20")


def _says_nothing(content: Any) -> bool:
    return is_blank(content) or (isinstance(content, str) and normalised(content) in MISSING_WORDS)


class _Names:
    """The names that stand in a table, or are a committee's, looked up when a label first asks."""

    def __init__(
        self,
        readers: Mapping[str, CellReader],
        contents: Contents,
        columns: Sequence[str],
        labels: Mapping[str, Mapping[Any, Label]],
    ) -> None:
        self._readers = [readers[name] for name in columns if name in readers]
        self._contents, self._columns, self._labels = contents, columns, labels
        self._known: set[str] | None = None

    def has(self, rest: str) -> bool:
        if self._known is None:
            self._known = {
                normalised(content)
                for name in self._columns
                for content in set(self._contents[name])
                if isinstance(content, str) and content not in self._labels.get(name, {})
            }
        return rest in self._known or any(_code(reader, rest) for reader in self._readers)
