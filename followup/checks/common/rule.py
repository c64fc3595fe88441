"""A rule: what it catches, what it needs, and the function that looks."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from followup.ground.errors import Severity
from followup.params.layouts import Reader

if TYPE_CHECKING:
    from followup.checks.common.case import Case
    from followup.ground.errors import Problem

# A table, a row of its sheet and the letter of a column.
Cell = tuple[str, int, str]


@dataclass(frozen=True)
class Rule:
    """One check across cells, sheets or workbooks.

    `code` is what a confirmation and docs/kontroller.md call it, and the key of its thresholds in params/rules.yml,
    whose names are `limits`. `title` and `catches` are Swedish: a few words, and a whole sentence or two for analysts.
    `needs` are the tables without which it is left out; `readers` whose reports it is for; `severities` those of the
    problems that it gives. `example` is the message of one of them, word for word: a test makes it.

    A problem that it yields as an error stops the report. Where `may_be_confirmed` is true and the problem has a
    `value`, the value is only unlikely: a line in params/confirmations.yml lets it through. A rule that `is_cause`
    finds what makes a workbook the wrong one: no later rule looks at its tables, since all that they would find is the
    same thing again. Where it also `is_identity`, the workbook is another one altogether: nothing that was found while
    it was read is told beside it. A rule with `mend` finds one cause of
    much: where it has found an error, the later rules look at the case that `mend` gives for these errors, which is the
    case as it will be when they have been mended. So what follows from them is not told, and all that does not is.
    What `explains` gives are cells that were found empty while reading, and are so for the cause that it has told.
    Problems `about_people` may tell of few employees: what was found is shown to whoever can mend it, and stands in no
    report, not even when it has been confirmed.
    """

    code: str
    title: str
    catches: str
    check: Callable[[Case], Iterable[Problem]]
    needs: tuple[str, ...]
    example: str
    severities: tuple[Severity, ...] = (Severity.ERROR,)
    readers: tuple[Reader, ...] = ("committee",)
    limits: tuple[str, ...] = ()
    may_be_confirmed: bool = False
    is_cause: bool = False
    is_identity: bool = False
    mend: Callable[[Case, Iterable[Problem]], Case] | None = None
    explains: Callable[[Case], frozenset[Cell]] | None = None
    about_people: bool = False
