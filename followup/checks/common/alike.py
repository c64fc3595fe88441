"""Whether two rows may be about the same thing: how alike their names are, and whether their amounts are the same."""

from __future__ import annotations

import difflib

import numpy as np

from followup.ground.wording import loosely_normalised


def likeness(one: str, other: str) -> float:
    """How much of two names is the same, letter by letter: 1 for the same name; case and commas make no difference."""
    return difflib.SequenceMatcher(None, loosely_normalised(one), loosely_normalised(other)).ratio()


def words_within(one: str, other: str) -> int | None:
    """How many words the shorter of two names has, if the other has them all; None if it has not."""
    fewer, more = sorted((set(loosely_normalised(name).split()) for name in (one, other)), key=len)
    return len(fewer) if fewer <= more else None


def same_amounts(one: np.ndarray, other: np.ndarray) -> bool:
    """Whether all amounts of two rows are the same, and at least two of them are any."""
    return bool((one == other).all() and np.count_nonzero(one) >= 2)
