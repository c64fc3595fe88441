"""How an amount of the ledger stands to what is known beside it: the other columns of its row, and its other months.

An amount is odd only if every witness says so. Where two columns differ and there is no third, the series' own other
months tell which of the two it is.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from followup.checks.ledger.ledger_amounts import COLUMNS

if TYPE_CHECKING:
    from followup.checks.ledger.ledger_amounts import Amounts

# As logarithms: a sign is turned where the size is about the same.
SAME_SIZE = 0.5


@dataclass(frozen=True, eq=False)
class Evidence:
    """One column against its witnesses. All arrays have the shape (series, 12).

    `least` and `most` are the logarithms (base 10) of the amount as a multiple of each witness without signs: the
    smallest and the largest of them. `opposite` is true where every witness has the other sign and about the same size.
    `sure` are the amounts that the other columns alone can judge, `considered` also those that need their other months:
    where a whole column is wrong, its own months agree with each other. `usual` is what the other columns say, in
    kronor.
    """

    least: np.ndarray
    most: np.ndarray
    opposite: np.ndarray
    sure: np.ndarray
    considered: np.ndarray
    usual: np.ndarray


def evidence(amounts: Amounts, column: str) -> Evidence:
    """What is known beside each amount of the column."""
    values = _present(amounts.columns[column])
    others = [_present(amounts.columns[name]) for name in COLUMNS if name != column]
    own = usual_month(values)
    known = np.isfinite(values)
    witnesses = [np.isfinite(other) for other in others]
    count = np.sum(witnesses, axis=0)
    # A column that is empty for the whole series can never be a witness: then one is enough.
    possible = np.sum([seen.any(axis=1) for seen in witnesses], axis=0)[:, None]
    doubtful = (count == 1) & (possible > 1)
    sides = [*others, np.where(doubtful, own, np.nan)]
    with np.errstate(all="ignore"):
        multiples = np.stack([np.log10(np.abs(values / side)) for side in sides])
        signs = np.stack([np.sign(values) * np.sign(side) for side in sides])
        seen = np.isfinite(multiples)
        least = np.where(seen, multiples, np.inf).min(axis=0)
        most = np.where(seen, multiples, -np.inf).max(axis=0)
        opposite = np.where(seen, signs, -1).max(axis=0) < 0
        usual = np.nansum(np.abs(others), axis=0) / np.maximum(count, 1)
    enough = known & (count > 0) & (~doubtful | np.isfinite(own))
    opposite &= enough & (least > -SAME_SIZE) & (most < SAME_SIZE)
    return Evidence(
        np.where(enough, least, np.nan),
        np.where(enough, most, np.nan),
        opposite,
        enough & ~doubtful,
        enough,
        usual,
    )


def usual_month(values: np.ndarray) -> np.ndarray:
    """For each amount the middle one of its series' other amounts, by size and with its sign; NaN where it is alone.

    `values` has the shape (series, 12), with NaN for nothing.
    """
    order = np.argsort(np.where(np.isfinite(values), np.abs(values), np.inf), axis=1, kind="stable")
    rank = np.empty_like(order)
    np.put_along_axis(rank, order, np.broadcast_to(np.arange(values.shape[1]), values.shape), axis=1)
    ordered = np.take_along_axis(values, order, axis=1)
    count = np.isfinite(values).sum(axis=1, keepdims=True)
    middle = np.broadcast_to(np.maximum(count - 2, 0) // 2, values.shape)
    place = np.minimum(np.where(rank <= middle, middle + 1, middle), values.shape[1] - 1)
    chosen = np.take_along_axis(ordered, place, axis=1)
    return np.where(np.isfinite(values) & (count > 1), chosen, np.nan)


def _present(values: np.ndarray) -> np.ndarray:
    return np.where(np.isfinite(values) & (values != 0), values, np.nan)
