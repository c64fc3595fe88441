"""What has been read and checked is not read and checked again while nothing that it rests on has changed.

A period's reports ask for the same sources several times: the parent before it forks, each report's process, the
notebook in it, and the region for every committee. Their answer rests on params, the rules, and the files of the year,
of the year before, of the period that was reported before, and of Kolada. A file counts by its name, size and time.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from followup.checks import registry
from followup.ground.paths import is_folder

if TYPE_CHECKING:
    from followup.ground.period import Period
    from followup.params.params import Params

Answer = TypeVar("Answer")

# One period's answers at a time: those of many would fill the memory.
_of_period: tuple[object, ...] = ()
_answers: dict[str, Any] = {}


def once(data: Path, period: Period, code: str, params: Params, collect: Callable[[], Answer]) -> Answer:
    """What `collect` gives for a committee, worked out now or earlier. What it raises is never kept."""
    global _of_period
    state = (data, period, _files(data, period, params))
    # Compared as objects: params are the same one for as long as no file of theirs changes.
    if (
        not _of_period
        or state != _of_period[0]
        or any(one is not other for one, other in zip(_of_period[1:], (params, registry.RULES), strict=True))
    ):
        _answers.clear()
        _of_period = (state, params, registry.RULES)
    if code not in _answers:
        _answers[code] = collect()
    answer: Answer = _answers[code]
    return answer


def forget() -> None:
    """Empty the memory."""
    global _of_period
    _of_period = ()
    _answers.clear()


def _files(data: Path, period: Period, params: Params) -> tuple[tuple[str, int, int], ...]:
    before = params.calendar.before(period)
    years = dict.fromkeys([period.year, period.year - 1, *([before.year] if before else [])])
    folders = [data / name for name in (*map(str, years), "kolada")]
    found = [path for folder in folders if is_folder(folder) for path in folder.rglob("*")]
    return tuple(sorted(_stamp(path) for path in found))


def _stamp(path: Path) -> tuple[str, int, int]:
    try:
        status = path.lstat()
    except OSError:
        return (str(path), 0, 0)
    return (str(path), status.st_mtime_ns, status.st_size)
