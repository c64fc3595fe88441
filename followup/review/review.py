"""All that the checks found of a period, by the one who can mend it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from followup.ground.errors import Problem, Severity
from followup.review.faults import Fault, faults_of
from followup.review.recipients import Recipient, recipient_of, recipients

if TYPE_CHECKING:
    from followup.params.confirmations import AppliedConfirmation
    from followup.params.params import Params


@dataclass(frozen=True)
class Part:
    """What one recipient can mend, errors first, and what has been confirmed of the workbooks that he sends."""

    recipient: Recipient
    faults: tuple[Fault, ...]
    accepted: tuple[AppliedConfirmation, ...] = ()

    def of(self, severity: Severity) -> tuple[Fault, ...]:
        return tuple(one for one in self.faults if one.severity is severity)

    @property
    def count(self) -> str:
        """`2 fel, 1 varning`; `inget att rätta`"""
        words = {
            Severity.ERROR: ("fel", "fel"),
            Severity.WARNING: ("varning", "varningar"),
            Severity.NOTE: ("påpekande", "påpekanden"),
        }
        counts = [(len(self.of(severity)), *forms) for severity, forms in words.items()]
        return ", ".join(f"{n} {one if n == 1 else many}" for n, one, many in counts if n) or "inget att rätta"

    @property
    def workbooks(self) -> tuple[str, ...]:
        """The workbooks that something is wrong with, each once."""
        return tuple(dict.fromkeys(fault.first.workbook for fault in self.faults))


def review_of(
    by_report: Mapping[str, Iterable[Problem]], params: Params, accepted: Iterable[AppliedConfirmation] = ()
) -> tuple[Part, ...]:
    """Each recipient to whom there is something to say: first those with errors, then those with warnings, those with
    remarks and those to whom there is nothing new, each in the order of `recipients`.
    """
    faults = faults_of(by_report)
    confirmed = list(dict.fromkeys(accepted))
    parts = []
    for recipient in recipients(params):
        own = tuple(one for one in faults if recipient_of(one.first.workbook, params) == recipient)
        known = tuple(one for one in confirmed if recipient_of(one.workbook, params) == recipient)
        if own or known:
            parts.append(Part(recipient, own, known))
    return tuple(sorted(parts, key=_gravity))


def _gravity(part: Part) -> int:
    """The place of its gravest fault among the severities; after them all where it has none."""
    return min((list(Severity).index(one.severity) for one in part.faults), default=len(Severity))
