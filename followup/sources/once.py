"""What has been read and checked is not read and checked again while nothing that it rests on has changed.

A period's reports ask for the same sources several times: the parent before it forks, each report's process, the
notebook in it, and the region for every committee. Their answer rests on params, the rules, and the files of the year,
of the year before, of the period that was reported before, and of Kolada. A file counts by its name, size and time.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Generic, TypeVar

from followup.checks import registry
from followup.checks.common.rule import Rule
from followup.ground.paths import is_folder

if TYPE_CHECKING:
    from followup.ground.period import Period
    from followup.params.params import Params
    from followup.params.subject import Subject

T = TypeVar("T")
Stamp = tuple[str, int, int]


class Once(Generic[T]):
    """The answers about one period's subjects at a time, by committee: those of many would fill the memory."""

    def __init__(self) -> None:
        self._state: tuple[Path, Period, tuple[Stamp, ...]] | None = None
        self._made_by: tuple[Params, tuple[Rule, ...]] | None = None
        self._answers: dict[str, T] = {}

    def answer(self, subject: Subject, collect: Callable[[Subject], T]) -> T:
        """What `collect` gives for a subject, worked out now or earlier. What it raises is never kept."""
        state = (subject.data, subject.period, _files(subject))
        if state != self._state or not self._is_made_by(subject.params):
            self._answers.clear()
            self._state, self._made_by = state, (subject.params, registry.RULES)
        if subject.code not in self._answers:
            self._answers[subject.code] = collect(subject)
        return self._answers[subject.code]

    def _is_made_by(self, params: Params) -> bool:
        # Compared as objects: params are the same one for as long as no file of theirs changes.
        return self._made_by is not None and self._made_by[0] is params and self._made_by[1] is registry.RULES


def _files(subject: Subject) -> tuple[Stamp, ...]:
    year, before = subject.period.year, subject.before
    years = dict.fromkeys([year, year - 1, *([before.year] if before else [])])
    folders = [subject.data / name for name in (*map(str, years), "kolada")]
    found = [path for folder in folders if is_folder(folder) for path in folder.rglob("*")]
    return tuple(sorted(_stamp(path) for path in found))


def _stamp(path: Path) -> Stamp:
    try:
        status = path.lstat()
    except OSError:
        return (str(path), 0, 0)
    return (str(path), status.st_mtime_ns, status.st_size)
