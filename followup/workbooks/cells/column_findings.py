"""What is found in one column, as far as anybody can act on it cell by cell."""

from __future__ import annotations

from dataclasses import replace

from followup.ground.errors import Severity
from followup.ground.wording import quoted, spelled
from followup.workbooks.cells.findings import Finding

# Beyond this, the column as a whole is another one than it should be, or written in another way throughout.
MOST_FINDINGS = 1_000


class ColumnFindings:
    """Collects doubts up to a number; what comes after them becomes one that concerns everybody who reads the sheet.

    So a ledger of 300 000 unreadable cells costs no more than one of a thousand, and no committee's rows are passed
    over in silence.
    """

    def __init__(self, header: str) -> None:
        self._header = header
        self._kept: list[Finding] = []
        self._first_left: Finding | None = None

    @property
    def is_hopeless(self) -> bool:
        """Whether so many cells cannot be read that the rest need not be."""
        return self._first_left is not None and self._first_left.doubt.severity is Severity.ERROR

    def add(self, finding: Finding) -> None:
        if len(self._kept) < MOST_FINDINGS:
            self._kept.append(finding)
        elif self._first_left is None or (
            finding.doubt.severity is Severity.ERROR and self._first_left.doubt.severity is not Severity.ERROR
        ):
            self._first_left = finding

    def all(self) -> list[Finding]:
        """The findings in their order, and the one about the rest."""
        if self._first_left is None:
            return self._kept
        doubt = self._first_left.doubt
        is_error = doubt.severity is Severity.ERROR
        about_the_rest = replace(
            doubt,
            found=f"Kolumnen {quoted(self._header)} har fler än {spelled(MOST_FINDINGS)} sådana celler. Den första av "
            f"de övriga: {doubt.found[0].lower()}{doubt.found[1:]}",
            remedy="Kontrollera att det är rätt kolumn, och rätta hela den." if is_error else doubt.remedy,
        )
        return [*self._kept, replace(self._first_left, doubt=about_the_rest, shared=True)]
