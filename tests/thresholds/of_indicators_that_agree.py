"""Thresholds of the rule that holds two indicators beside each other."""

from __future__ import annotations

from followup.checks.common.case import Case
from followup.params.params import Params
from tests.cases import case_of
from tests.series_tables import indicator_values, months
from tests.thresholds.amounts import Make
from tests.thresholds.pair import pair

AGREEMENT = "indikatorer-mot-varandra"
ATTENDANCE, WEEKS = "NARVARO_NATURBRUK", "ELEVVECKOR"

Values = tuple[float, ...]


def two_series(params: Params, first: Values, second: Values) -> Case:
    """The values of two indicators, of which the last are April's."""
    values = {
        code: dict(zip(months(months("2023-01", 16)[-len(one)], len(one)), one, strict=True))
        for code, one in ((ATTENDANCE, first), (WEEKS, second))
    }
    return case_of(params=params, indicator_values=indicator_values(values))


def after(first: Values, second: Values, last_of_second: float) -> Make:
    """The pair gives the first indicator's latest value."""
    return lambda params, last: two_series(params, (*first, last), (*second, last_of_second))


def swapped(params: Params, earlier: int) -> Case:
    """Two values that are far from their own: so many earlier ones between 60 and 63, and between 80 and 83."""
    first, second = ((least, least + 3, least + 1, least + 2)[:earlier] for least in (60, 80))
    return two_series(params, (*first, 81), (*second, 61))


pair(AGREEMENT, "minst_varden", swapped, 3, 4, moved=5)
# A tenth of the width from 60 to 70 is 1. The other value is 1 below its own, of a width of 4.
pair(AGREEMENT, "vidd", after((60, 65, 70, 66), (71, 75, 73, 72), 70), 71, 71.1, moved=0.12)
# The whole width from 60 to 70 is 10. The other value is among its own.
pair(AGREEMENT, "langt_utanfor", after((60, 65, 70, 66), (70, 90, 75, 80), 70), 80, 80.1, moved=1.1)
