"""What several rules need of a case is worked out once."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TYPE_CHECKING, Concatenate, ParamSpec, TypeVar
from weakref import WeakKeyDictionary

if TYPE_CHECKING:
    from followup.checks.common.case import Case

T = TypeVar("T")
P = ParamSpec("P")


def once(function: Callable[Concatenate[Case, P], T]) -> Callable[Concatenate[Case, P], T]:
    """The function, which answers from memory when it is asked the same about the same case again."""
    answers: WeakKeyDictionary[Case, dict[object, T]] = WeakKeyDictionary()

    @wraps(function)
    def answer(case: Case, /, *given: P.args, **named: P.kwargs) -> T:
        known = answers.setdefault(case, {})
        asked = (given, *sorted(named.items()))
        if asked not in known:
            known[asked] = function(case, *given, **named)
        return known[asked]

    return answer
