"""The multiple that nearly all amounts have in common of what is known elsewhere: another unit, or a turned sign."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

# Another unit of money is a thousand or a million times larger or smaller, or a hundred times larger: öre.
OF_MONEY = (1.0, 1e3, 1e-3, 1e6, 1e-6, 1e2)
# Minutes instead of hours.
OF_TIME = (1.0, 60.0)
# An amount this far (as logarithms) from the common multiple is still of the same kind: it may have changed by itself.
OF_THE_SAME_KIND = 1.0


@dataclass(frozen=True)
class Limits:
    """`near` is how far a multiple may be from a factor, as logarithms; `share` of the amounts known, by
    weight, must be that near, and more than half of them by number; fewer than `least` amounts have nothing in common.
    """

    near: float
    share: float
    least: int = 2


def common_factor(
    own: pd.Series, known: pd.Series, limits: Limits, factors: tuple[float, ...] = OF_MONEY
) -> float | None:
    """Which of the factors, or of them with a minus, `own` has of `known`, aligned; None where it has none of them."""
    size, sign, weight = _measured(own, known)
    if len(size) < limits.least:
        return None
    for factor in factors:
        for wanted in (1.0, -1.0):
            near = (np.abs(size - np.log10(factor)) < limits.near) & (sign == wanted)
            if 2 * near.sum() > len(size) and weight[near].sum() >= limits.share * weight.sum():
                return wanted * factor
    return None


def has_factor(own: pd.Series, known: pd.Series, factor: float) -> np.ndarray:
    """Which amounts may have the factor: those that are nearer it than what is known itself, and unknown ones."""
    with np.errstate(divide="ignore", invalid="ignore"):
        ratio = own.to_numpy(dtype=float) / known.to_numpy(dtype=float)
        size = np.log10(np.abs(ratio))
    power = np.log10(abs(factor))
    may: np.ndarray = ~np.isfinite(size) | (np.abs(size - power) < OF_THE_SAME_KIND)
    may &= ~np.isfinite(ratio) | (ratio == 0) | (np.sign(ratio) == np.sign(factor))
    return may


def _measured(own: pd.Series, known: pd.Series) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Logarithms and signs of the multiples of the amounts that are known and not 0, and their weights."""
    values, others = own.to_numpy(dtype=float), known.to_numpy(dtype=float)
    chosen = np.isfinite(values) & np.isfinite(others) & (values != 0) & (others != 0)
    ratio = values[chosen] / others[chosen]
    return np.log10(np.abs(ratio)), np.sign(ratio), np.abs(others[chosen])
