"""What of a remedy is told to a sender to do, and what is the analyst's: all that has to do with params."""

from __future__ import annotations

import re
from collections.abc import Iterator

# Of the rules' own making, last in a remedy; a sender has neither the file nor the rule's name.
_HOW_TO_CONFIRM = re.compile(r"\s*Är det rätt ändå: bekräfta det i params/confirmations\.yml.*", re.DOTALL)


# What is written in a file that a sender does not have, and the keys of such files.
_PARAMS = r"(?:\bparams\b|DEVELOPERS\.md|\b(?:from_accumulated|spread|header): )"
_OF_PARAMS = re.compile(_PARAMS)
_ASIDE = re.compile(rf" \([^()]*{_PARAMS}[^()]*\)")
# The other way of two: `…, eller lägg till ordet i params/totals.yml.`
_OR_IN_PARAMS = re.compile(rf",? (?:eller|och) (?:(?!,? eller ).)*?{_PARAMS}.*?(?=[.?!]?$)", re.DOTALL)
_SENTENCE = re.compile(r"(?<=[.?!]) (?=[A-ZÅÄÖ”])")


def for_sender(remedy: str) -> str:
    """A remedy without how to confirm, and without what is written in params where there is another way.

    A sender answers why it is right, and the analyst has the lines.
    """
    return " ".join(own for _, own in _sentences(remedy) if own) or _HOW_TO_CONFIRM.sub("", remedy)


def for_analyst(remedy: str) -> str:
    """The sentences of a remedy that `for_sender` has not, or has without their end; empty where it has them all."""
    sentences = [*_sentences(remedy)]
    return " ".join(whole for whole, own in sentences if own != whole) if any(own for _, own in sentences) else ""


def _sentences(remedy: str) -> Iterator[tuple[str, str]]:
    """Each sentence, and what of it is the sender's; nothing, where all of it is the analyst's."""
    for whole in _SENTENCE.split(_HOW_TO_CONFIRM.sub("", remedy)):
        own = _ASIDE.sub("", whole)
        if _OF_PARAMS.search(own):
            own = _OR_IN_PARAMS.sub("", own)
        yield whole, "" if _OF_PARAMS.search(own) else own
