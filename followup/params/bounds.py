"""Numbers of params that are taken only within bounds: outside them a slip is likelier than a wish."""

from __future__ import annotations

import math

from pydantic import AfterValidator

from followup.ground.wording import spelled
from followup.params.params_problems import fault


def at_least(floor: float, why: str, *, means: str = "") -> AfterValidator:
    """A number of at least `floor`. `means` says what the number does where it is less, and `why` why it may not be."""
    return between(floor, math.inf, why, means=means)


def between(low: float, high: float, why: str = "", *, means: str = "") -> AfterValidator:
    """A number from `low` to `high`, both taken. Whoever wrote another is told `why`."""
    ends = f"Minst {spelled(low)}" if high == math.inf else f"{spelled(low)} till {spelled(high)}"
    wanted = f"{spelled(low)} eller mer" if high == math.inf else f"ett tal från {spelled(low)} till {spelled(high)}"

    def checked(value: float) -> float:
        if low <= value <= high and value < math.inf:
            return value
        raise fault(
            f"Här står talet {spelled(value)}{means and f', {means}'}.",
            f"{ends} väntas{why and f': {why}'}.",
            f"Skriv {wanted}.",
        )

    return AfterValidator(checked)
