"""What is told to a sender to do."""

from __future__ import annotations

import re

# Of the rules' own making, last in a remedy; a sender has neither the file nor the rule's name.
_HOW_TO_CONFIRM = re.compile(r"\s*Är det rätt ändå: bekräfta det i params/confirmations\.yml.*", re.DOTALL)


def for_sender(remedy: str) -> str:
    """A remedy without how to confirm: a sender answers why it is right, and the analyst has the lines."""
    return _HOW_TO_CONFIRM.sub("", remedy)
