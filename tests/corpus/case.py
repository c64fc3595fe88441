"""A case of the corpus: one change to the example's workbooks, and what must come of it.

    @case("utfallet i tkr", stops="tusendel")
    def _(books):
        for row in books.ledger("DNKS"):
            …

`reader` is whose report is asked for. `stops`: its report must not be made, and an error says this. `warns`: it is
made, and a warning says this. `notes`: as `warns`, for the analyst alone. None of them: it is made without any problem
that the untouched example does not have. `confirm`: its report must not be made until what this rule found, and nothing
else, is confirmed as the errors say; then it is. `most_errors`: a cause is told once and not for all that follows.
`reads` are pairs of a function from the report to a number and what it must be, worked out from the example's workbooks
and not by the code under test. `files` changes the data folder itself, after the workbooks have been written.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.corpus.books import Books

Change = Callable[[Books], None]


@dataclass(frozen=True)
class Case:
    name: str
    change: Change
    reader: str = "DNKS"
    stops: str = ""
    warns: str = ""
    notes: str = ""
    confirm: str = ""
    most_errors: int = 3
    reads: Sequence[tuple[Callable[[Any], float], float]] = ()
    files: Callable[[Path], None] | None = None


CASES: list[Case] = []


def case(name: str, **expected: Any) -> Callable[[Change], Change]:
    """Puts a function that changes the books into the corpus."""

    def add(change: Change) -> Change:
        CASES.append(Case(name, change, **expected))
        return change

    return add


def untouched(books: Books) -> None:
    """No change of the books: the case changes the files."""
