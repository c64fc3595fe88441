"""Amounts in running text: `minus 1,9 mnkr`, `21,5 miljoner kronor`, `4,8 procent`, `2 procentenheter`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

# What an amount is measured in, and how many of it there are to one of the unit that is written.
MILLIONS, PERCENT = "mnkr", "%"
_UNITS = {
    r"miljarder kronor|miljarder|mdkr": (MILLIONS, 1000.0),
    r"miljoner kronor|miljon kronor|miljoner kr|miljoner|mnkr|mkr": (MILLIONS, 1.0),
    r"tusen kronor|tkr": (MILLIONS, 1e-3),
    r"kronor|kr": (MILLIONS, 1e-6),
    r"procentenheter|procentenhet": (PERCENT, 1.0),
    r"procent|%": (PERCENT, 1.0),
}
_AMOUNT = re.compile(
    r"(?:(?P<sign>minus|plus|[−–+-])\s?)?(?<![\d.,])(?P<number>\d{1,3}(?:[\s\u00a0]\d{3}){1,6}(?:,\d+)?|\d+(?:[,.]\d+)?)"
    rf"[\s\u00a0]?(?P<unit>{'|'.join(_UNITS)})(?!\w)",
    re.IGNORECASE,
)
_HEDGE = re.compile(r"\b(?:cirka|ca\.?|ungefär|omkring|runt|drygt|knappt|nästan|nära|över|under|högst|minst)\s+$", re.I)
# How far before an amount its writer may say that it is rounded: a text of 20 000 letters may be all amounts.
_HEDGE_BEFORE = 30
_SIGNS = {"minus": -1, "plus": 1, "−": -1, "-": -1, "–": -1, "+": 1}


@dataclass(frozen=True)
class TextAmount:
    """An amount as it was `written`, from `start` in the text.

    `size` is without sign, in mnkr or per cent as `unit` says; `sign` is −1 or 1 where the text gives one, else 0.
    `step` is what the last digit is worth. A `hedged` amount is rounded by its writer ("cirka 3 mnkr").
    """

    written: str
    start: int
    size: float
    sign: int
    unit: str
    step: float
    hedged: bool

    def is_near(self, value: float) -> bool:
        """Whether a figure in the same unit is this amount, as finely as it is written; its sign is not asked."""
        margin = 0.1 * self.size if self.hedged else 0.0
        # The last digit may be rounded up or down, and a binary fraction may miss the half by its last bit.
        return abs(abs(value) - self.size) <= self.step / 2 * (1 + 1e-6) + margin


def text_amounts(text: str) -> Iterator[TextAmount]:
    """Every amount with a unit in the text, in its order."""
    for match in _AMOUNT.finditer(text):
        number = re.sub(r"[\s\u00a0]", "", match["number"]).replace(",", ".")
        unit, factor = next(found for words, found in _UNITS.items() if re.fullmatch(words, match["unit"], re.I))
        decimals = len(number.partition(".")[2])
        yield TextAmount(
            match[0].strip(),
            match.start(),
            float(number) * factor,
            _SIGNS.get((match["sign"] or "").lower(), 0),
            unit,
            10.0**-decimals * factor,
            bool(_HEDGE.search(text[max(0, match.start() - _HEDGE_BEFORE) : match.start()])),
        )
