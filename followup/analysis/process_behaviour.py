"""Process behaviour (XmR): what in a monthly series is normal variation, and what is a signal that something changed.

The limits and where they are made anew: followup.analysis.variation_limits; the signals: variation_signals. The latest
point decides what is said of the series. Whether the target is reached is said by the limits that hold now and by the
latest values: a target that has just been reached is never said to be reached seldom.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, get_args

from followup.analysis.indicators import IndicatorTable, SeriesTable, reaches
from followup.analysis.variation_limits import Limits, limits_of, lone_values, stretch_starts
from followup.analysis.variation_signals import Signal, outside, signals
from followup.ground.figure import COUNT, Figure, Made, joined
from followup.ground.figure_table import FigureTable
from followup.ground.period import Period
from followup.ground.rounding import rounded
from followup.params.indicator import Indicator

# So many of the latest values must agree with the limits before a target is said to be reached always or seldom.
RECENT = 6

_NO_TARGET = Figure.missing("inget målvärde", COUNT)

PointColumn = Literal["value", "rule", "side", "variation", "counted"]
PointTable = FigureTable[PointColumn]


@dataclass(frozen=True, eq=False)
class Stretch:
    """Months whose limits are the same: `first` to `last` (`2024-03`), and the figures of mean and limits.

    The figures are in the unit of the series, as they are shown, and their cells are those of the values that are
    counted. `values` is how many these are. `reason` is what params say of why the stretch begins, "" for the first
    and for one that begins with a lasting shift.
    """

    first: str
    last: str
    mean: Figure
    lower: Figure
    upper: Figure
    values: int
    reason: str = ""

    @property
    def has_limits(self) -> bool:
        return not self.mean.is_missing


@dataclass(frozen=True, eq=False)
class Behaviour:
    """What is known of one indicator's variation.

    `points`: one row per month from the first to the last of the series, named `2024-03` …, columns `value` (figure),
    `rule` ("" for normal variation), `side`, `variation` and `counted` (False for a lone value and for a gap).
    `stretches`, oldest first, at least one. `variation` and `assurance` are codes of the scales with those names, ""
    where they are not asked for. `reached`, a count, is how many of the `asked` latest values reach the target; missing
    without one.
    """

    points: PointTable
    stretches: tuple[Stretch, ...]
    variation: str
    assurance: str
    reached: Figure = _NO_TARGET
    asked: int = 0

    @property
    def now(self) -> Stretch:
        """The stretch whose limits hold at the end of the series."""
        return self.stretches[-1]

    @property
    def has_limits(self) -> bool:
        return self.now.has_limits

    @property
    def lone(self) -> tuple[str, ...]:
        """The months whose values are not counted."""
        rows = self.points.rows()
        return tuple(str(name) for name, row in rows if not row["value"].is_missing and not row.fact("counted", bool))

    @property
    def ends_with_lone(self) -> bool:
        """Whether the latest value is not counted: whether it stays there is not known yet."""
        present = [str(name) for name, figure in self.points.column("value").items() if not figure.is_missing]
        return bool(present) and present[-1] in self.lone


def variation_of(signal: Signal | None, limits: Limits, direction: str) -> str:
    """A code of the scale `variation` for one point, by the indicator's direction."""
    if signal is None:
        return "no_variation" if limits.have_no_width else "common_cause"
    way = "high" if signal.side > 0 else "low"
    if direction == "neutral":
        return f"change_{way}"
    kind = "improvement" if (signal.side > 0) == (direction == "higher") else "concern"
    return f"{kind}_{way}"


def assurance_of(limits: Limits, target: float | None, direction: str, recent: Sequence[bool]) -> str:
    """A code of the scale `assurance`, by the limits that hold now and whether the `recent` values reach the target.

    It passes where the whole of the normal variation reaches the target and all of the recent values do, and fails
    where neither does.
    """
    if target is None or direction == "neutral":
        return "no_target"
    ends = {reaches(limits.lower, target, direction), reaches(limits.upper, target, direction)}
    if ends == {True} and all(recent):
        return "passes"
    return "fails" if ends == {False} and not any(recent) else "hit_or_miss"


def behaviour(series: SeriesTable, target: Figure, indicator: Indicator, fewest: int) -> Behaviour:
    """The behaviour of one indicator's `series` (rows `2024-03` …, column `value`), oldest first.

    Only what is measured every month has limits, and a stretch only with `fewest` values or more: with fewer, its
    points are `too_few`.
    """
    monthly = indicator.frequency == "month"
    months = _by_month(series) if monthly else {str(name): one for name, one in series.column("value").items()}
    names = [month for month, figure in months.items() if not figure.is_missing]
    shown = [float(rounded(months[month].known, indicator.decimals)) for month in names]
    skipped = {names[place] for place in lone_values(shown)} if monthly and len(shown) >= fewest else set()
    values = {month: value for month, value in zip(names, shown, strict=True) if month not in skipped}
    judged: dict[str, tuple[Signal | None, str]] = {}
    stretches: list[Stretch] = []
    limits: Limits | None = None
    for first, last, reason in _spans(list(months), values, indicator, fewest) if monthly else []:
        inside = {month: value for month, value in values.items() if first <= month <= last}
        before = limits
        limits = limits_of([*inside.values()], indicator.decimals) if len(inside) >= fewest else None
        stretches.append(_stretch(first, last, reason, months, [*inside], limits))
        if limits is None:
            judged |= {month: (None, "too_few") for month in names if first <= month <= last}
            continue
        found = dict(zip(inside, signals([*inside.values()], limits, before), strict=True))
        alone = {month: value for month, value in zip(names, shown, strict=True) if month in skipped}
        found |= {month: outside(value, limits) for month, value in alone.items() if first <= month <= last}
        judged |= {month: (one, variation_of(one, limits, indicator.direction)) for month, one in found.items()}
    if not stretches:
        why = "för få mätvärden" if monthly else "räknas inte"
        nothing = Figure.missing(why, indicator.unit, joined(figure.origin for figure in months.values()))
        stretches = [Stretch(min(months, default=""), max(months, default=""), nothing, nothing, nothing, 0)]
    variation = judged[names[-1]][1] if names and monthly else "too_few" if monthly else ""
    points = _points(months, judged, skipped, variation if variation in ("too_few", "") else "common_cause")
    if limits is None:
        return Behaviour(points, tuple(stretches), variation, "")
    asks = target.value is not None and indicator.direction != "neutral"
    met = [reaches(value, target.known, indicator.direction) for value in shown] if asks else []
    assurance = assurance_of(limits, target.value, indicator.direction, met[-RECENT:])
    if not asks:
        return Behaviour(points, tuple(stretches), variation, assurance)
    origin = joined((*(months[month].origin for month in names[-fewest:]), target.origin))
    reached = Figure(float(sum(met[-fewest:])), COUNT, origin)
    return Behaviour(points, tuple(stretches), variation, assurance, reached, len(met[-fewest:]))


def behaviours(quality: IndicatorTable, series_of: Callable[[str], SeriesTable], fewest: int) -> dict[str, Behaviour]:
    """Each assessed indicator's behaviour by its code; `quality` is `indicators.assessed_indicators`."""
    return {
        str(code): behaviour(series_of(str(code)), row["target"], row.fact("indicator", Indicator), fewest)
        for code, row in quality.rows()
    }


def _spans(
    months: Sequence[str], values: Mapping[str, float], indicator: Indicator, fewest: int
) -> list[tuple[str, str, str]]:
    """First and last month of each stretch, and why params begin it."""
    reasons = {one.first: one.reason for one in indicator.new_limits if months and months[0] < one.first <= months[-1]}
    counted = list(values)
    if not counted:
        return []
    fixed: dict[int, str] = {}
    for first in sorted(reasons):
        place = sum(month < first for month in counted)
        if 0 < place < len(counted):
            fixed[place] = first
    starts = stretch_starts([*values.values()], fewest, indicator.decimals, fixed)
    firsts = [months[0] if place == 0 else fixed.get(place, counted[place]) for place in starts]
    ends = [months[months.index(later) - 1] for later in firsts[1:]] + [*months[-1:]]
    return [(first, last, reasons.get(first, "")) for first, last in zip(firsts, ends, strict=True)]


def _stretch(
    first: str, last: str, reason: str, months: Mapping[str, Figure], counted: Sequence[str], limits: Limits | None
) -> Stretch:
    origin = joined(months[month].origin for month in counted)
    unit = months[first].unit
    if limits is None:
        nothing = Figure.missing("för få mätvärden", unit, origin)
        return Stretch(first, last, nothing, nothing, nothing, len(counted), reason)
    made = Made("computed", tuple(months[month] for month in counted))
    mean, lower, upper = (Figure(value, unit, origin, made=made) for value in (limits.mean, limits.lower, limits.upper))
    return Stretch(first, last, mean, lower, upper, len(counted), reason)


def _points(
    months: Mapping[str, Figure], judged: Mapping[str, tuple[Signal | None, str]], skipped: set[str], without: str
) -> PointTable:
    rows = {}
    for month, figure in months.items():
        signal, variation = judged.get(month, (None, without))
        rows[month] = {
            "value": figure,
            "rule": signal.rule if signal else "",
            "side": signal.side if signal else 0,
            "variation": variation,
            "counted": not figure.is_missing and month not in skipped,
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
