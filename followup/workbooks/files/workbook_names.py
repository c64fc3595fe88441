"""What a workbook may be called: the words for it, and the words that say that a file is another workbook."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from followup.params.layouts import WorkbookLayout

if TYPE_CHECKING:
    from followup.params.params import Params


@dataclass(frozen=True)
class Names:
    """`own` are the words for a workbook besides its file name, `others` those for any other workbook."""

    own: tuple[str, ...] = ()
    others: tuple[str, ...] = ()


NO_NAMES = Names()


def names_of(layout: WorkbookLayout, params: Params) -> Names:
    """For a filled layout: its committee's names are its own; those of all others, and of shared workbooks, are not."""
    stem = PurePosixPath(layout.workbook).stem
    own: list[str] = []
    others = [PurePosixPath(one.workbook).stem for one in params.layouts.values() if "{committee}" not in one.workbook]
    for one in params.committees.values():
        (own if one.code == stem else others).extend((one.code, one.name, one.short_name))
    return Names(tuple(own), tuple(dict.fromkeys(word for word in others if word != stem and word not in own)))
