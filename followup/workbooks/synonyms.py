"""Words that a sheet has and that were read as others: a report tells which, so that nothing is read in silence."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from followup.workbooks.cells.cell_values import CellReader


@dataclass(frozen=True)
class Synonym:
    """A word of a column, and the `code` that it was read as. `rows` are those of the table's frame.

    `meant` is what the code is called. Kinds of report call the codes of a `scale` by different words: of these it is
    empty.
    """

    column: str
    word: str
    code: str
    meant: str
    scale: str
    rows: tuple[int, ...]


def synonyms_in(column: str, reader: CellReader, words: Mapping[str, Sequence[int]]) -> Iterator[Synonym]:
    """Each word of a column that was read as another; `words` with their rows."""
    vocabulary, choices = reader.vocabulary, reader.column.choices
    scale = choices if isinstance(choices, str) else ""
    if vocabulary is None:
        return
    for word, rows in words.items():
        code = vocabulary.code_of(word) or ""
        yield Synonym(column, word, code, "" if scale else vocabulary.names[code], scale, tuple(rows))
