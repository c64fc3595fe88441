"""What is worked out of sheets that every report reads is worked out once, for reports that are checked in turn."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

T = TypeVar("T")


class SharedAnswers(Generic[T]):
    """The latest answer about each sheet. A report that rests on the same things gets it again.

    What an answer rests on is compared by identity: a frame that has been read again, or mended, is another one, and
    the same frame is never changed.
    """

    def __init__(self) -> None:
        self._latest: dict[str, tuple[object, tuple[object, ...], T]] = {}

    def answer(self, sheet: str, when: object, rests_on: Sequence[object], work: Callable[[], T]) -> T:
        """`work`'s answer; `when` is compared by value, what it `rests_on` by identity."""
        latest = self._latest.get(sheet)
        if latest is None or latest[0] != when or not _are_same(latest[1], rests_on):
            latest = self._latest[sheet] = (when, tuple(rests_on), work())
        return latest[2]


def _are_same(these: Sequence[object], those: Sequence[object]) -> bool:
    return len(these) == len(those) and all(one is other for one, other in zip(these, those, strict=True))
