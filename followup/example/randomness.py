"""Chance that is the same everywhere: fixed seeds, and only uniform numbers.

A generator's normal numbers go through the machine's mathematics library and may differ in the last bit between
machines and versions; its uniform numbers do not.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

SEEDS = {
    "RS": 11,
    "DNHS": 12,
    "DNADH": 13,
    "DNPSH": 14,
    "DNNSVH": 15,
    "DNKS": 16,
    "DNKT": 17,
    "DNRGS": 18,
    "PN": 19,
    "GNHH": 20,
    "REV": 21,
    "RHF": 22,
    "RGK": 23,
}
STREAMS = {
    "ledger": 1,
    "staff": 2,
    "indicators": 3,
    "turnover": 4,
    "ledger after April": 5,
    "ledger 2023": 6,
    "staff 2022": 7,
    "turnover 2022": 8,
    "indicators 2022": 9,
    "indicators after April": 10,
}


class Chance:
    """The random numbers of one committee for one workbook."""

    def __init__(self, committee: str, stream: str) -> None:
        self._generator = np.random.Generator(np.random.PCG64([2024, SEEDS[committee], STREAMS[stream]]))

    def uniform(self, low: float, high: float) -> float:
        """Evenly between the two."""
        return low + (high - low) * float(self._generator.random())

    def around_zero(self, spread: float) -> float:
        """Bell-shaped between −spread and +spread: three uniform numbers added."""
        return spread * (sum(float(self._generator.random()) for _ in range(3)) - 1.5) / 1.5


def split(total: int, weights: Sequence[float]) -> list[int]:
    """`total` in whole parts proportional to the weights, summing exactly to `total` (largest remainder)."""
    whole = sum(weights)
    exact = [total * weight / whole for weight in weights]
    parts = [int(part // 1) for part in exact]
    by_remainder = sorted(range(len(parts)), key=lambda index: (parts[index] - exact[index], index))
    for index in by_remainder[: total - sum(parts)]:
        parts[index] += 1
    return parts
