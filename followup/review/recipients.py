"""Whom a problem is told to: the one who can mend the workbook that it stands in."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from followup.params.params import Params


@dataclass(frozen=True)
class Recipient:
    """`code` is the address in the page and the name of the text file, `name` the heading; the analyst `builds`."""

    code: str
    name: str
    function: str
    mail: str = ""
    builds: bool = False


def recipients(params: Params) -> list[Recipient]:
    """All there are, as params/senders.yml has them: who sends what is shared, the committees, and the analyst."""
    shared = [Recipient(one.code, one.name, one.function, one.mail) for one in params.senders.shared]
    committees = (_of_committee(code, params) for code in params.committees if not _is_region(code, params))
    return [*shared, *committees, analyst(params)]


def recipient_of(workbook: str, params: Params) -> Recipient:
    """Who mends a workbook, by its path below the data folder in any year or period; else the analyst.

    In which form it is saved makes no difference: `utfall.csv` is sent by whoever sends `utfall.xlsx`.
    """
    path = str(PurePosixPath(workbook).with_suffix("")) if workbook else ""
    for one in params.senders.shared:
        if any(re.fullmatch(_pattern(params.layouts[name].workbook), path) for name in one.layouts):
            return Recipient(one.code, one.name, one.function, one.mail)
    for layout in params.layouts.values():
        if layout.is_a_committees and (found := re.fullmatch(_pattern(layout.workbook), path)):
            code = found["committee"]
            if code in params.committees:
                return _of_committee(code, params)
    return analyst(params)


def analyst(params: Params) -> Recipient:
    """Who builds the reports: mends params, and what is nobody else's."""
    one = params.senders.analyst
    return Recipient(one.code, one.name, one.function, one.mail, builds=True)


def _of_committee(code: str, params: Params) -> Recipient:
    committee, own = params.committees[code], params.senders.committees.get(code)
    function = own.function if own else params.senders.committee_function.replace("{committee}", committee.short_name)
    return Recipient(code.lower(), committee.name, function, own.mail if own else "")


def _is_region(code: str, params: Params) -> bool:
    return params.committees[code].is_region


def _pattern(workbook: str) -> str:
    """A layout's path as an expression for that of any report, without its form: `2024/2024-04/DNKS`."""
    path = re.escape(str(PurePosixPath(workbook).with_suffix("")))
    for word, found in (
        ("year", "[0-9]{4}"),
        ("period", "[0-9]{4}(?:-[0-9]{2})?"),
        ("committee", "(?P<committee>[^/]+)"),
    ):
        path = path.replace(re.escape(f"{{{word}}}"), found)
    return path
