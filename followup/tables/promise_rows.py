"""Which rows of a sheet of assignments are about the plan's promises."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from followup.ground.wording import normalised

if TYPE_CHECKING:
    from followup.params.plan_promises import Promise
    from followup.workbooks.source_table import SourceTable

DONE = "done"


def promise_in(promises: Sequence[Promise], text: str) -> Promise | None:
    """The promise with this code or name, or both; case and spaces make no difference. None if there is none."""
    wanted = normalised(text)
    return next((one for one in promises if wanted in map(normalised, one.names)), None)


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
