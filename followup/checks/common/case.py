"""All that is known when one report's sources have been read: what a rule may look at."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from followup.ground.period import Period
from followup.params.subject import AboutSubject
from followup.workbooks.read_table import ReadTable
from followup.workbooks.source_table import SourceTable

if TYPE_CHECKING:
    from followup.params.layouts import Reader, TableLayout
    from followup.params.subject import Subject


def _none(_code: str, _name: str) -> SourceTable | None:
    return None


@dataclass(frozen=True, eq=False)
class Case(AboutSubject):
    """The tables of what one report is about, and what stands beside them.

    `tables` hold the reader's own rows (the region's: all rows) and lack what could not be read whole. `whole` are the
    same tables with everybody's rows; `reads` are as they were read, with the totals that the sheets state themselves;
    `layouts` say how each looks, with years and codes filled in. `others` gives a table of another period of the
    calendar, the reader's own rows of it, or None where there is no such workbook or it cannot be read; `everybodys`
    gives it with all rows. `workbooks` are all spreadsheets in the period's and the year's folders, by their path below
    the data folder. `of_committee` gives a table of the period out of another committee's sources, by code and name, or
    None where it is not there or cannot be read whole; the region gets none of a sheet that has an error.
    """

    subject: Subject
    tables: Mapping[str, SourceTable]
    whole: Mapping[str, SourceTable]
    reads: Mapping[str, ReadTable]
    layouts: Mapping[str, TableLayout]
    others: Callable[[Period, str], SourceTable | None]
    everybodys: Callable[[Period, str], SourceTable | None]
    workbooks: tuple[str, ...] = ()
    of_committee: Callable[[str, str], SourceTable | None] = _none

    @property
    def reader(self) -> Reader:
        return self.subject.reader

    def __getitem__(self, name: str) -> SourceTable:
        return self.tables[name]

    def limit(self, rule: str, name: str) -> float:
        """A rule's threshold in params/rules.yml."""
        return self.params.rules.checks[rule].limits[name]

    def previous(self, name: str) -> SourceTable | None:
        """The table as the workbook of the period before had it, also of another year; None where there is none."""
        return None if self.subject.before is None else self.others(self.subject.before, name)
