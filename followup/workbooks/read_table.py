"""A table as it was read, before it is any committee's: what the cache keeps."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

import numpy as np
import pandas as pd

from followup.ground.places import address
from followup.params.layouts import TableLayout
from followup.workbooks.cells.findings import Finding
from followup.workbooks.corrected_cells import AppliedCorrection
from followup.workbooks.hidden import NOTHING, Hidden
from followup.workbooks.synonyms import Synonym


@dataclass(frozen=True)
class StatedTotal:
    """A total that a sheet states itself, beside the sum of the rows that it covers; both in the sheet's own unit.

    `decimals` is how exactly the column's numbers are written; `rows` how many it covers. `kind` is `sum`, `mean` (the
    rows' weighted mean), `part`, where `computed` is the row that it is part of, or `line`, a sum of lines that the
    sheet alone cannot tell, where `computed` is what is stated. `label` is empty for numbers without any text.
    `committee` is the one that it is a total for, if it is for one; `covers` what its rows have in common ("2024-03,
    DNHS"), empty for all of the table.
    """

    row: int
    letter: str
    column: str
    label: str
    stated: float
    computed: float
    decimals: int
    rows: int = 0
    kind: str = "sum"
    committee: str = ""
    covers: str = ""

    @property
    def difference(self) -> float:
        return self.stated - self.computed

    @property
    def cell(self) -> str:
        return address(self.letter, self.row)


@dataclass(frozen=True)
class UnreadTotal:
    """A total whose cell holds something that is no number: `found` says what. Nothing is compared with it.

    `label` and `committee` as in a `StatedTotal`.
    """

    row: int
    letter: str
    column: str
    label: str
    found: str
    committee: str = ""

    @property
    def cell(self) -> str:
        return address(self.letter, self.row)


@dataclass(frozen=True)
class SheetNotes:
    """What stands above a table: when the data was extracted, from where, and whether it is example data."""

    extracted: date | None = None
    source: str = ""
    example: bool = False


@dataclass(frozen=True)
class ReadTable:
    """Index of `frame`: row numbers in the sheet. Amounts are kronor with the report's signs.

    `form_rows` gives the row of each column's cell when the sheet is a form. `is_whole` is False when the sheet lacks
    what a table needs; the frame is then empty and the findings say why. `hidden` is what of it nobody sees.

    Where blocks of a table stand side by side, such as months, the numbers of rows are those of `ground/places.py`, and
    `blocks` are each column's letters, one for each block. `units` are the columns' as they were read; `before` gives
    the row of the month before, for a row whose amounts are a difference. `filled` are the rows of the sheet whose word
    stands in another row's cell, by column: a row of the sheet to that row. `converted` are the columns of numbers that
    do not stand in the sheet as they were read, but for their unit and sign: spread over months, less the month before,
    or in a unit that each row states.

    `headings` are the columns' own in the sheet, and `said` the words that stand in a column of words for each value
    that was read of them; nothing of a column whose words are its values. `synonyms` are the words that were read as
    others.
    """

    name: str
    sheet: str
    letters: dict[str, str]
    frame: pd.DataFrame
    findings: tuple[Finding, ...] = ()
    totals: tuple[StatedTotal, ...] = ()
    corrections: tuple[AppliedCorrection, ...] = ()
    form_rows: dict[str, int] = field(default_factory=dict)
    notes: SheetNotes = SheetNotes()
    is_whole: bool = True
    hidden: Hidden = NOTHING
    unread_totals: tuple[UnreadTotal, ...] = ()
    blocks: dict[str, list[str]] = field(default_factory=dict)
    units: dict[str, str] = field(default_factory=dict)
    before: dict[int, int] = field(default_factory=dict)
    filled: dict[str, dict[int, int]] = field(default_factory=dict)
    converted: frozenset[str] = frozenset()
    headings: dict[str, str] = field(default_factory=dict)
    said: dict[str, dict[str, tuple[str, ...]]] = field(default_factory=dict)
    synonyms: tuple[Synonym, ...] = ()

    def letters_of(self, column: str) -> tuple[str, ...]:
        """Every letter of a column: one, or one for each block."""
        return tuple(self.blocks.get(column, [self.letters[column]]))

    def as_read(self, layout: TableLayout) -> TableLayout:
        """The layout with the units that the sheet itself stated, and headings as messages name them."""
        changed = {
            name: column.model_copy(
                update={
                    "unit": self.units.get(name, "kr") if column.is_stated else column.unit,
                    "header": column.shown_header,
                }
            )
            for name, column in layout.columns.items()
            if column.is_stated or column.is_monthly
        }
        return layout.model_copy(update={"columns": {**layout.columns, **changed}}) if changed else layout


def frame_of(columns: Mapping[str, np.ndarray], rows: Sequence[int]) -> pd.DataFrame:
    """Columns and row numbers as a frame. Texts stay objects: pandas' own text type would turn None into NaN."""
    index = pd.Index(rows, dtype=np.int64, name="row")
    series = {name: pd.Series(values, index=index, dtype=values.dtype) for name, values in columns.items()}
    return pd.DataFrame(series, index=index, columns=list(columns))
