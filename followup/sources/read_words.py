"""Which words of the workbooks were read as others: by the synonyms of params, in all sheets of a report.

A word of a column of words is known from its reading (`Synonym`). A promise and an entry of a plan stand in columns of
texts, and are found by other names than their own too.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from followup.ground.wording import loosely_normalised
from followup.tables.plan_statuses import entry_in
from followup.tables.promise_rows import promise_in

if TYPE_CHECKING:
    from followup.params.subject import Subject
    from followup.workbooks.source_table import SourceTable


@dataclass(frozen=True)
class ReadWord:
    """A `word` of a sheet's column that was read as another, and the `cells` where it stands.

    `meant` is what it was read as; of a `scale` it is the `code`, which the report has a word for.
    """

    workbook: str
    sheet: str
    word: str
    meant: str
    scale: str
    code: str
    cells: frozenset[str]


def read_words(tables: Mapping[str, SourceTable], subject: Subject) -> tuple[ReadWord, ...]:
    """Each word of the reader's own rows that was read as another, in the order of the tables."""
    return together([_by_vocabulary(tables.values()), _by_name(tables, subject)])


def together(found: Iterable[Iterable[ReadWord]]) -> tuple[ReadWord, ...]:
    """The same word of the same sheet once, with all its cells."""
    joined: dict[ReadWord, frozenset[str]] = {}
    for words in found:
        for one in words:
            key = replace(one, cells=frozenset())
            joined[key] = joined.get(key, frozenset()) | one.cells
    return tuple(replace(key, cells=cells) for key, cells in joined.items() if cells)


def _by_vocabulary(tables: Iterable[SourceTable]) -> Iterator[ReadWord]:
    for table in tables:
        own = set(table.frame.index.tolist()) if table.synonyms else set()
        for one in table.synonyms:
            cells = frozenset(table.address(one.column, row) for row in one.rows if row in own)
            yield ReadWord(table.workbook, table.sheet, one.word, one.meant, one.scale, one.code, cells)


def _by_name(tables: Mapping[str, SourceTable], subject: Subject) -> Iterator[ReadWord]:
    """Texts that are a promise's or an entry's by a synonym, or as the plan prints it elsewhere."""
    for name, column, found_in in (("assignments", "assignment", _promise), ("plan_statuses", "node", _entry)):
        table = tables.get(name)
        for row in table.rows() if table is not None else ():
            text = row.text(column)
            found = found_in(subject, text) if text else None
            if found is not None and loosely_normalised(text) in map(loosely_normalised, found.synonyms):
                cells = frozenset([row.address(column, row.frame.index[0])])
                yield ReadWord(row.workbook, row.sheet, text, found.meant, "", "", cells)


@dataclass(frozen=True)
class _Found:
    """What a text is about, as the report calls it, and by which other names than its own it is found."""

    meant: str
    synonyms: tuple[str, ...]


def _promise(subject: Subject, text: str) -> _Found | None:
    found = promise_in(subject.promises, text)
    return None if found is None else _Found(f"{found.code} {found.name}", found.synonyms)


def _entry(subject: Subject, text: str) -> _Found | None:
    found = entry_in(subject.plans, text)
    return None if found is None else _Found(f"{found[1].code} {found[1].name}", found[1].names[1:])
