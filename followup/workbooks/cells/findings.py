"""What was found in a sheet's cells, and how it becomes problems: one each, or one for thousands of the same kind."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from followup.ground.errors import Problem, Severity
from followup.ground.figure import Cells
from followup.ground.places import address, row_of
from followup.ground.wording import spelled
from followup.workbooks.cells.cell_values import NO_DATE_FORMAT, Doubt
from followup.workbooks.cells.vocabulary import EMPTY, LACKING, NO_VALUE, UNKNOWN

# Up to this many of the same kind in one column are listed one by one.
MOST_LISTED = 5

# Row, letter, whether it is shared; and its doubt: found, expected, remedy, severity.
FindingJson = tuple[int, str, bool, str, str, str, str]


@dataclass(frozen=True)
class Finding:
    """A doubt about one cell. Row 0 and an empty letter: about the sheet.

    A `shared` finding concerns every committee that reads the sheet; any other only the committee of its row, or
    everyone if the row's committee cannot be read.
    """

    row: int
    letter: str
    doubt: Doubt
    shared: bool = False

    @property
    def says_missing(self) -> bool:
        """Whether the doubt is that the cell has no value."""
        return self.doubt.found.endswith((EMPTY[1:], NO_VALUE))

    def as_json(self) -> FindingJson:
        doubt = self.doubt
        return self.row, self.letter, self.shared, doubt.found, doubt.expected, doubt.remedy, str(doubt.severity)

    @classmethod
    def from_json(cls, values: FindingJson) -> Finding:
        row, letter, shared, found, expected, remedy, severity = values
        return cls(int(row), letter, Doubt(found, expected, remedy, Severity(severity)), bool(shared))


def problems_of(findings: Iterable[Finding], workbook: str, sheet: str) -> list[Problem]:
    """The findings as problems. Those that differ only in cell and content are collapsed when there are many."""
    kinds: dict[tuple[object, ...], list[Finding]] = {}
    # A cell that several rows of a table rest on, as the name of a row with all its months, is told once.
    cells = {(row_of(one.row), one.letter, one.doubt): one for one in findings}
    for finding in cells.values():
        doubt = finding.doubt
        kinds.setdefault((finding.letter, doubt.expected, doubt.remedy, doubt.severity), []).append(finding)
    problems = []
    for same in kinds.values():
        for group in [same] if len(same) > MOST_LISTED else _alike(same):
            problems.append((_collapsed if len(group) > 1 else _single)(group, workbook, sheet))
    return problems


def _alike(same: list[Finding]) -> list[list[Finding]]:
    """Findings one by one, but those of one cause together: the same unknown word in their cells or rows, which is
    written once, and dates without a date's format, which a column gets at once.
    """
    groups: dict[object, list[Finding]] = {}
    for number, finding in enumerate(same):
        doubt = finding.doubt
        cause = doubt.remedy if doubt.remedy == NO_DATE_FORMAT else doubt.found
        is_one = cause == NO_DATE_FORMAT or cause.endswith((UNKNOWN, LACKING))
        groups.setdefault(cause if is_one else number, []).append(finding)
    return list(groups.values())


def _single(same: list[Finding], workbook: str, sheet: str) -> Problem:
    finding, doubt = same[0], same[0].doubt
    cell = address(finding.letter, finding.row) if finding.letter and finding.row else ""
    return Problem(workbook, sheet, cell, doubt.found, doubt.expected, doubt.remedy, doubt.severity)


def _collapsed(same: list[Finding], workbook: str, sheet: str) -> Problem:
    first, doubt = same[0], same[0].doubt
    cells = Cells.of(workbook, sheet, first.letter, (row_of(finding.row) for finding in same))
    where = cells.address
    if len(cells.rows) > 3:
        where = f"{first.letter}{cells.rows[0][0]}:{first.letter}{cells.rows[-1][1]}"
    found = (
        f"{doubt.found} Det står i cell {address(first.letter, first.row)}; samma slags fel finns i "
        f"{spelled(len(same))} celler."
    )
    return Problem(workbook, sheet, where, found, doubt.expected, doubt.remedy, doubt.severity)
