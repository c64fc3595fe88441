"""What a witness says of two columns, amount by amount, and what all witnesses say together."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

# A witness speaks against it where this much of the money is right as it stands.
_AGAINST = 0.5


@dataclass(frozen=True)
class Limits:
    """`share` of the money where the two columns differ must be in each other's place, and more than half of the
    amounts by number; an amount is `times` nearer to what is known of the other column, or more; and there are at least
    `least` such amounts, all witnesses together.
    """

    share: float
    times: float
    least: float


@dataclass(frozen=True, eq=False)
class Votes:
    """One witness's votes on two columns. The arrays have one place for each row where the two differ.

    `weight` is what it counts for; `swapped` and `straight` where the row fits the one or the other (neither: it fits
    none); `amounts` how many amounts are known in it; `owners` whose row it is, empty for the whole sheet's. `example`
    puts a row in words, by its place, and the largest of `clear` is the best one; one of 0 is taken if there is no
    other. A witness that only `supports` cannot say it alone; one that `moves_along` is the sheet's own totals.
    """

    weight: np.ndarray
    swapped: np.ndarray
    straight: np.ndarray
    amounts: np.ndarray
    owners: np.ndarray
    example: Callable[[int], str]
    clear: np.ndarray
    supports: bool = False
    moves_along: bool = False

    def of(self, owners: Sequence[str]) -> np.ndarray:
        """Which rows are some owners'."""
        return np.asarray(pd.Index(self.owners).isin(owners))

    def says(self, chosen: np.ndarray, limits: Limits) -> bool | None:
        """Whether the chosen rows are swapped; None where they do not tell."""
        weight = self.weight[chosen]
        total = weight.sum()
        if not total > 0:
            return None
        swapped, straight = self.swapped[chosen], self.straight[chosen]
        if weight[swapped].sum() >= limits.share * total and 2 * swapped.sum() > len(weight):
            return True
        return False if weight[straight].sum() >= _AGAINST * total else None

    def told_example(self, owners: Sequence[str]) -> str:
        """The clearest swapped row of some owners in words; empty where there is none."""
        chosen = self.of(owners) & self.swapped
        if not chosen.any():
            return ""
        clear = np.where(chosen, self.clear, -1.0)
        best = clear if clear.max() > 0 else np.where(chosen, self.weight, -1.0)
        return self.example(int(np.argmax(best)))


def owners_of(votes: Sequence[Votes]) -> list[str]:
    """Everybody whose rows some witness looks at, in order of appearance."""
    return list(dict.fromkeys(str(owner) for one in votes for owner in pd.unique(one.owners)))


def may_be_swapped(votes: Sequence[Votes], limits: Limits) -> bool:
    """Whether there are enough swapped amounts for anybody's columns to be: without them no owner need be asked."""
    return sum(int(one.amounts[one.swapped].sum()) for one in votes) >= limits.least


def are_swapped(votes: Sequence[Votes], owner: str, limits: Limits) -> bool | None:
    """Whether an owner's two columns are swapped by all witnesses together; None where nobody can tell.

    At least one says it that need not be supported, and none speaks against it.
    """
    said = [(one, one.says(chosen, limits), chosen) for one in votes for chosen in [one.of([owner])]]
    if any(answer is False for _, answer, _ in said):
        return False
    agreeing = [(one, chosen) for one, answer, chosen in said if answer]
    amounts = sum(int(one.amounts[chosen & one.swapped].sum()) for one, chosen in agreeing)
    if any(not one.supports for one, _ in agreeing) and amounts >= limits.least:
        return True
    return None
