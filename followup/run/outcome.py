"""What became of a report."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from followup.ground.errors import Problem


class Status(StrEnum):
    """How a report came out, as the final table says it."""

    BUILT = "byggd"
    UNCHANGED = "oförändrad"
    FAILED = "inte byggd"


@dataclass(frozen=True)
class Outcome:
    """What became of a job. `problems` are the supplier's to mend, `notes` are for the analyst of a built report alone,
    and `fault` is a sentence about our own error.
    """

    committee: str
    status: Status
    seconds: float = 0.0
    warnings: int = 0
    problems: tuple[Problem, ...] = ()
    notes: tuple[Problem, ...] = ()
    fault: str = ""
    timings: dict[str, Any] = field(default_factory=dict)
