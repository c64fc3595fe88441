"""What several rules need of a case is worked out once."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TYPE_CHECKING, TypeVar
from weakref import WeakKeyDictionary

if TYPE_CHECKING:
    from followup.checks.common.case import Case

T = TypeVar("T")


def once(function: Callable[[Case], T]) -> Callable[[Case], T]:
    """The function, which answers from memory when it is asked about the same case again."""
    answers: WeakKeyDictionary[Case, T] = WeakKeyDictionary()

    @wraps(function)
    def answer(case: Case) -> T:
        if case not in answers:
            answers[case] = function(case)
        return answers[case]

    return answer
