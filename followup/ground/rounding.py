"""The rounding rule and the Swedish digits, which hold for every number in every format and in every notebook.

A value is first taken to 15 significant decimal digits, which is what a spreadsheet keeps, and then rounded half away
from zero. So 2.675 with two decimals is 2,68 and 0.25 with one is 0,3, although neither binary rounding nor Python's
`round` says so, and a sum that misses 10.45 by the last bit of a float is still 10.45.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal

NBSP = "\u00a0"
MINUS = "\u2212"

_DIGITS_KEPT = 15


def rounded(value: float, decimals: int) -> Decimal:
    """`value` by the rule above; zero has no sign.

    Raises ValueError for NaN and infinity: a missing value is never a number.
    """
    exact = Decimal(format(float(value), f".{_DIGITS_KEPT}g"))
    if not exact.is_finite():
        raise ValueError(f"{value!r} is not a number to show; a missing value is a Figure without value")
    found = exact.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
    return abs(found) if found == 0 else found


def mean_of(shown: Sequence[Decimal], decimals: int) -> Decimal:
    """The mean of at least one shown number, by the rule above."""
    return rounded(float(sum(shown, Decimal(0)) / len(shown)), decimals)


def in_millions(kronor: float) -> float:
    """Kronor as millions of kronor, by moving the decimal point and not by dividing."""
    return float(Decimal(repr(float(kronor))).scaleb(-6))


def unsigned(size: Decimal) -> str:
    """`1 234,5` from −1234.5: no-break space between thousands, decimal comma, no sign."""
    return f"{abs(size):,f}".replace(",", NBSP).replace(".", ",")


def written(value: float, decimals: int) -> str:
    """`−1 234,5`: rounded by the rule above, U+2212 before what is below zero. Zero has no sign."""
    size = rounded(value, decimals)
    return (MINUS if size < 0 else "") + unsigned(size)
