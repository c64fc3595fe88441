"""Which rows of a sheet of assignments are about the plan's promises."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from followup.ground.wording import normalised

if TYPE_CHECKING:
    from followup.ground.period import Period
    from followup.params.plan.promises import Promise
    from followup.workbooks.source_table import SourceTable

DONE = "done"


def promise_in(promises: Sequence[Promise], text: str) -> Promise | None:
    """The promise with this code or name, or both; case and spaces make no difference. None if there is none."""
    wanted = normalised(text)
    return next((one for one in promises if wanted in map(normalised, one.names)), None)


def almost_promise(promises: Sequence[Promise], text: str) -> Promise | None:
    """The promise whose name the text ends with, or whose code it begins with: for a text that is no promise's."""
    wanted = normalised(text)
    named = (one for one in promises if wanted.endswith(f" {normalised(one.name)}"))
    coded = (one for one in promises if re.match(rf"{_spaced(normalised(one.code))}\b", wanted))
    return next(named, next(coded, None))


def _spaced(code: str) -> str:
    """A pattern of the code, with or without a space before its number: `l ?13`."""
    return re.sub(r"(?<=[^\W\d])(?=\d)", " ?", re.escape(code))


def promise_rows(promises: Sequence[Promise], table: SourceTable | None) -> dict[str, SourceTable]:
    """The row of each promise that has one, by its code, in the sheet's order."""
    found: dict[str, SourceTable] = {}
    for row in table.rows() if table is not None and promises else ():
        promise = promise_in(promises, row.text("assignment"))
        if promise is not None:
            found.setdefault(promise.code, row)
    return found


def is_done(row: SourceTable) -> bool:
    """Whether a row's assignment is done."""
    return row.text("status") == DONE


def done_since(
    promises: Sequence[Promise], earlier: Mapping[Period, SourceTable]
) -> dict[str, tuple[Period, SourceTable]]:
    """The period from which each promise has been done, and its row there. `earlier` are sheets in the year's order.

    One that a later sheet has as not done is none of them; one that a later sheet lacks still is.
    """
    found: dict[str, tuple[Period, SourceTable]] = {}
    for period, table in earlier.items():
        for code, row in promise_rows(promises, table).items():
            if is_done(row):
                found.setdefault(code, (period, row))
            else:
                found.pop(code, None)
    return found
