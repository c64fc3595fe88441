"""Whose lines of the budget table are whose."""

from __future__ import annotations

from typing import TYPE_CHECKING

from followup.ground.wording import loosely_normalised

if TYPE_CHECKING:
    from followup.params.params import Committee
    from followup.workbooks.source_table import SourceTable


def frame_lines(frames: SourceTable, committee: Committee) -> tuple[str, ...]:
    """The committee's lines in the budget table, as the workbook spells them; those that are not there are left out."""
    lines = {loosely_normalised(line): line for line in frames.values("line")}
    names = dict.fromkeys(map(loosely_normalised, committee.frames))
    return tuple(lines[name] for name in names if name in lines)
