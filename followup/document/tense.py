"""The tense of what a report says: the annual report tells what was, the others what is.

    tense = tense_of(report.period)
    f"Det {tense.there_is} inga mål."            # finns, fanns
    tense.told("uppnås", "uppnåddes")            # what is no verb of these, by its two forms

It is the only way in which a sentence, a title or a picture's words are told apart by time.
"""

from __future__ import annotations

from dataclasses import dataclass

from followup.ground.period import Period


@dataclass(frozen=True)
class Tense:
    """A tense with the verbs that many sentences have; `is_past` for a year that is over."""

    is_past: bool
    is_: str
    has: str
    there_is: str

    def told(self, now: str, past: str) -> str:
        """`now` in the course of the year, `past` when the year is over."""
        return past if self.is_past else now


PRESENT = Tense(False, is_="är", has="har", there_is="finns")
PAST = Tense(True, is_="var", has="hade", there_is="fanns")


def tense_of(period: Period) -> Tense:
    """The tense of a report on a period."""
    return PAST if period.is_year_end else PRESENT
