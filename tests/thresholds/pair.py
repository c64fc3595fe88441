"""Two inputs of a rule, one on each side of a threshold, with the numbers worked out by hand from what it means.

    pair("uppdragens-datum", "ar_fore", of_year, 2019, 2018, moved=6, severity=Severity.WARNING)

`make` gives the case for either input. Nothing is found of `inside`, but something when the threshold is moved as far
to the other side. Something is found of `outside`, and no longer when the threshold is `moved`: it is that threshold
which decides. One of the two lies on the threshold itself wherever it can. `beside` are other thresholds of the rule,
of which this one would be the milder. Only problems of a severity count, and of them only those for which `only` is
true.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from followup.checks.common.case import Case
from followup.checks.registry import RULES
from followup.ground.errors import Problem, Severity
from followup.params.params import Params

Make = Callable[[Params, Any], Case]


@dataclass(frozen=True)
class Pair:
    rule: str
    limit: str
    make: Make
    inside: Any
    outside: Any
    moved: float
    severity: Severity = Severity.ERROR
    beside: Mapping[str, float] = field(default_factory=dict)
    only: Callable[[Problem], bool] = lambda problem: True

    def found(self, params: Params, value: Any, **limits: float) -> list[str]:
        """What the rule says of the case with the value, with other thresholds where they are given."""
        (rule,) = (rule for rule in RULES if rule.code == self.rule)
        case = self.make(with_limits(params, self.rule, {**self.beside, **limits}), value)
        with np.errstate(all="ignore"):
            found = list(rule.check(case))
        return [one.message for one in found if one.severity is self.severity and self.only(one)]


PAIRS: list[Pair] = []


def pair(rule: str, limit: str, make: Make, inside: Any, outside: Any, moved: float, **more: Any) -> None:
    """Puts a pair among those that are tested."""
    PAIRS.append(Pair(rule, limit, make, inside, outside, moved, **more))


def of_all_rows(problem: Problem) -> bool:
    """Whether a problem is about all of a committee's rows, and not about a month or an activity of it."""
    return " (" not in problem.found.partition("DNKS")[2].partition(":")[0].partition(",")[0].partition(" är ")[0]


def with_limits(params: Params, code: str, limits: Mapping[str, float]) -> Params:
    """The params with other thresholds for one rule."""
    checks = params.rules.checks
    one = checks[code].model_copy(update={"limits": {**checks[code].limits, **limits}})
    rules = params.rules.model_copy(update={"checks": {**checks, code: one}})
    return params.model_copy(update={"rules": rules})
