"""Process behaviour (XmR): what in a monthly series is normal variation, and what is a signal that something changed.

The rules are those of NHS England's "Making Data Count" as the R package NHSRplotthedots (0.2.2) implements them:

- The mean is that of all points up to the period. The limits stand 2.66 average moving ranges from it. A moving range
  of 3.267 averages or more is left out once, and the average is then computed anew.
- A point outside the limits is a signal, and so is every point of a trend of seven (six changes in a row, all up or
  all down), of seven in a row on one side of the mean, and both or all points of the outer third among three in a row
  on the same side of the mean, if there are at least two. A point on the mean is on neither side. A point on a limit
  is inside. The first of these that holds names the point, in this order: outside, trend, outer third, one side.
- A point outside the limits is not in the outer third. A turning point that ends one trend and begins another belongs
  to the later one.
- The latest point decides what is said of the series.

A month without a value is a gap: no moving range is taken across it, and no run, trend or group of three goes on.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal, get_args

from followup.analysis.indicators import IndicatorTable, SeriesTable
from followup.ground.figure import Figure, joined
from followup.ground.figure_table import FigureTable
from followup.ground.period import Period
from followup.params.indicator import Indicator

# 3 / 1.128: three sigma, where a moving range of two is 1.128 sigma on the average.
LIMIT_FACTOR = 2.66
# The upper limit of moving ranges themselves (Nelson 1982, Journal of Quality Technology 14:3).
RANGE_FACTOR = 3.267
RUN = 7

OUTSIDE, TREND, OUTER_THIRD, ONE_SIDE = "outside", "trend", "outer_third", "one_side"

Values = Sequence[float | None]

PointColumn = Literal["value", "rule", "side", "variation"]
PointTable = FigureTable[PointColumn]


@dataclass(frozen=True)
class Limits:
    """The mean of a series and the limits of its normal variation, in the unit of the series."""

    mean: float
    lower: float
    upper: float

    def side(self, value: float) -> int:
        """1 above the mean, −1 below, 0 on it."""
        return _sign(value, self.mean)

    def is_outside(self, value: float) -> bool:
        return _sign(value, self.upper) > 0 or _sign(value, self.lower) < 0

    def is_outer_third(self, value: float) -> bool:
        """Between the limit and two thirds of the way to it; not on the inner border, and not outside."""
        inner = (self.upper - self.mean) * 2 / 3
        beyond = _sign(value, self.mean + inner) > 0 or _sign(value, self.mean - inner) < 0
        return beyond and not self.is_outside(value)


@dataclass(frozen=True)
class Signal:
    """A point that is no normal variation: by which rule, and its side: 1 high or rising, −1 low or falling."""

    rule: str
    side: int


@dataclass(frozen=True, eq=False)
class Behaviour:
    """What is known of one indicator's variation.

    `points`: one row per month from the first to the last of the series, named `2024-03` …, columns `value` (figure),
    `rule` ("" for normal variation), `side` and `variation`. `mean`, `lower` and `upper` are figures in the unit of the
    series whose cells are those of all points; missing where there are no limits. `variation` and `assurance` are
    codes of the scales with those names, "" where they are not asked for.
    """

    points: PointTable
    mean: Figure
    lower: Figure
    upper: Figure
    variation: str
    assurance: str

    @property
    def has_limits(self) -> bool:
        return not self.mean.is_missing


def _sign(value: float, border: float) -> int:
    # A mean of equal values may miss them by the last bit, which makes nobody leave the middle.
    if math.isclose(value, border, rel_tol=1e-9, abs_tol=1e-12):
        return 0
    return 1 if value > border else -1


def limits_of(values: Values) -> Limits | None:
    """Mean and limits of all values; None where no two values stand beside each other."""
    known = [value for value in values if value is not None]
    ranges = [abs(later - earlier) for earlier, later in pairwise(values) if earlier is not None and later is not None]
    if not ranges:
        return None
    mean, average = _mean(known), _mean(ranges)
    # Ranges that all are 0 have no outlier, and the limits then stand at the mean.
    kept = [size for size in ranges if size < RANGE_FACTOR * average] or ranges
    reach = LIMIT_FACTOR * _mean(kept)
    return Limits(mean, mean - reach, mean + reach)


def _mean(values: Sequence[float]) -> float:
    return math.fsum(values) / len(values)


def signals(values: Values, limits: Limits) -> list[Signal | None]:
    """One entry per value: its signal, or None for normal variation and for a gap."""
    trends, thirds, runs = _trends(values), _outer_thirds(values, limits), _runs(values, limits)
    found: list[Signal | None] = []
    for value, trend, third, run in zip(values, trends, thirds, runs, strict=True):
        if value is None:
            found.append(None)
        elif limits.is_outside(value):
            found.append(Signal(OUTSIDE, limits.side(value)))
        elif trend:
            found.append(Signal(TREND, trend))
        elif third:
            found.append(Signal(OUTER_THIRD, third))
        else:
            found.append(Signal(ONE_SIDE, run) if run else None)
    return found


def _trends(values: Values) -> list[int]:
    """1 or −1 for each point of seven that all rise or all fall, 0 for the others."""
    found = [0] * len(values)
    for start in range(len(values) - RUN + 1):
        seven = [value for value in values[start : start + RUN] if value is not None]
        if len(seven) < RUN:
            continue
        changes = {_sign(later, earlier) for earlier, later in pairwise(seven)}
        if changes in ({1}, {-1}):
            found[start : start + RUN] = [*changes] * RUN
    return found


def _runs(values: Values, limits: Limits) -> list[int]:
    """1 or −1 for each point of seven in a row above or below the mean, 0 for the others."""
    sides = [0 if value is None else limits.side(value) for value in values]
    found = [0] * len(values)
    for start in range(len(values) - RUN + 1):
        seven = set(sides[start : start + RUN])
        if seven in ({1}, {-1}):
            found[start : start + RUN] = [*seven] * RUN
    return found


def _outer_thirds(values: Values, limits: Limits) -> list[int]:
    """1 or −1 for each point in the outer third that has company there among three in a row on its side."""
    sides = [0 if value is None else limits.side(value) for value in values]
    outer = [value is not None and limits.is_outer_third(value) for value in values]
    found = [0] * len(values)
    for start in range(len(values) - 2):
        three = range(start, start + 3)
        if abs(sum(sides[place] for place in three)) == 3 and sum(outer[place] for place in three) >= 2:
            for place in three:
                if outer[place]:
                    found[place] = sides[place]
    return found


def variation_of(signal: Signal | None, direction: str) -> str:
    """A code of the scale `variation` for one point, by the indicator's direction."""
    if signal is None:
        return "common_cause"
    if direction == "neutral":
        return "special_neutral"
    return "improvement" if (signal.side > 0) == (direction == "higher") else "concern"


def assurance_of(limits: Limits, target: float | None, direction: str) -> str:
    """A code of the scale `assurance`: on which side of the limits the target stands. On a limit it is inside."""
    if target is None or direction == "neutral":
        return "no_target"
    above, below = _sign(target, limits.upper) > 0, _sign(target, limits.lower) < 0
    if not (above or below):
        return "hit_and_miss"
    return "passes" if below == (direction == "higher") else "fails"


def behaviour(series: SeriesTable, target: Figure, direction: str, frequency: str, fewest: int) -> Behaviour:
    """The behaviour of one indicator's `series` (rows `2024-03` …, column `value`), oldest first.

    Only what is measured every month has limits, and only from `fewest` values on: with fewer, `variation` is
    `too_few`.
    """
    monthly = frequency == "month"
    months = _by_month(series) if monthly else {str(name): one for name, one in series.column("value").items()}
    figures = list(months.values())
    values = [figure.value for figure in figures]
    present = [figure for figure in figures if not figure.is_missing]
    origin = joined(figure.origin for figure in present)
    limits = limits_of(values) if monthly and len(present) >= fewest else None
    if limits is None:
        code = "too_few" if monthly else ""
        unit = figures[0].unit if figures else ""
        missing = Figure.missing("för få mätvärden" if monthly else "räknas inte", unit, origin)
        return Behaviour(
            _points(months, [None] * len(months), [code] * len(months)), missing, missing, missing, code, ""
        )
    found = signals(values, limits)
    variations = [variation_of(signal, direction) for signal in found]
    latest = max(place for place, value in enumerate(values) if value is not None)
    unit = present[0].unit
    mean, lower, upper = (Figure(value, unit, origin) for value in (limits.mean, limits.lower, limits.upper))
    assurance = assurance_of(limits, target.value, direction)
    return Behaviour(_points(months, found, variations), mean, lower, upper, variations[latest], assurance)


def behaviours(quality: IndicatorTable, series_of: Callable[[str], SeriesTable], fewest: int) -> dict[str, Behaviour]:
    """Each assessed indicator's behaviour by its code; `quality` is `indicators.assessed_indicators`."""
    found = {}
    for code, row in quality.rows():
        indicator = row.fact("indicator", Indicator)
        found[str(code)] = behaviour(
            series_of(str(code)), row["target"], indicator.direction, indicator.frequency, fewest
        )
    return found


def _points(months: Mapping[str, Figure], found: Sequence[Signal | None], variations: Sequence[str]) -> PointTable:
    rows = {
        month: {
            "value": figure,
            "rule": signal.rule if signal else "",
            "side": signal.side if signal else 0,
            "variation": variation,
        }
        for (month, figure), signal, variation in zip(months.items(), found, variations, strict=True)
    }
    return FigureTable.of(rows, get_args(PointColumn))


def _by_month(series: SeriesTable) -> dict[str, Figure]:
    """Every month from the first to the last; one that the workbook leaves out is a gap too."""
    known = {str(name): figure for name, figure in series.column("value").items()}
    if not known:
        return {}
    first, *_, last = (Period.parse(label) for label in (*known, [*known][-1]))
    missing = Figure.missing(unit=next(iter(known.values())).unit)
    months = [divmod(place, 12) for place in range(first.year * 12 + first.month - 1, last.year * 12 + last.month)]
    labels = [str(Period(year, month + 1)) for year, month in months]
    return {label: known.get(label, missing) for label in labels}
