"""What a report says about itself in whole sentences: params/texts.yml, and the words that each text is filled with."""

from __future__ import annotations

from dataclasses import dataclass

from followup.params.filled_text import FilledText, FixedText
from followup.params.params_problems import Entry


@dataclass(frozen=True)
class LargeDeviationWords:
    """When a deviation is large: `1,0 mnkr`, and `1,0` per cent."""

    amount: str
    percent: str


@dataclass(frozen=True)
class RollUpWords:
    """The scale's words, and the shares in per cent by which `parts` are weighed together."""

    parts: str
    on_track: str
    uncertain: str
    off_track: str
    not_assessed: str
    on_track_percent: str
    off_track_percent: str
    least_assessed_percent: str


@dataclass(frozen=True)
class NearTargetWords:
    """How near in per cent, and how old a value may be: `2 månader för det som mäts varje månad`."""

    percent: str
    ages: str


@dataclass(frozen=True)
class LimitWords:
    """How many values the limits of normal variation need, and the factors of their distance: `12`, `2,66`, `3,267`."""

    values: str
    factor: str
    range_factor: str


@dataclass(frozen=True)
class SignalWords:
    """The words of the scales of variation and assurance, and how many of the latest values are asked: `sex`."""

    common_cause: str
    no_variation: str
    special: str
    passes: str
    fails: str
    hit_or_miss: str
    recent: str


@dataclass(frozen=True)
class ProtectionWords:
    """What is hidden: `En grupp med`, `10`, `anställda`."""

    what: str
    limit: str
    people: str


@dataclass(frozen=True)
class GrowthWords:
    """`sedan i fjol`, and `5 mnkr` that a percentage is reckoned on at least."""

    since: str
    least: str


@dataclass(frozen=True)
class ProtectedAgainWords:
    """As ProtectionWords, and the heading of the table where the whole is told."""

    what: str
    limit: str
    people: str
    table: str


@dataclass(frozen=True)
class RunRateWords:
    """The months that are left of the year, as a word."""

    months_left: str


@dataclass(frozen=True)
class IntervalWords:
    """Months passed and left, degrees of freedom, and of 100 years how many the interval should hold."""

    months: str
    months_left: str
    degrees: str
    level: str


@dataclass(frozen=True)
class OverTimeWords:
    """Over how many years a financial goal is judged, as a word."""

    years: str


@dataclass(frozen=True)
class GradeWords:
    """The scale's words, as they are written within a sentence."""

    on_track: str
    uncertain: str
    off_track: str


@dataclass(frozen=True)
class StewardshipWords:
    """The scale's words, and the shares of the goals that decide: `66 %`."""

    on_track: str
    uncertain: str
    off_track: str
    on_track_share: str
    off_track_share: str


@dataclass(frozen=True)
class FaultWords:
    """Whom a reader tells of what cannot be read or used, with a mail address if there is one."""

    contact: str


class Texts(Entry):
    """Every text of params/texts.yml, which says where each is printed."""

    reading_example: FixedText
    reading_signs: FixedText
    reading_amounts: FixedText
    reading_missing: FixedText
    reading_large_deviation: FilledText[LargeDeviationWords]
    reading_goals_of_committee: FixedText
    reading_goals_of_region: FixedText
    reading_indicators: FixedText
    checksums: FixedText
    reading_plan_example: FixedText
    reading_plan_signs: FixedText
    reading_plan_changes: FixedText
    reading_plan_sums: FixedText
    reading_plan_missing: FixedText
    reading_plan_names: FixedText
    transcribed: FixedText
    printed_sum: FixedText
    promises_carried: FixedText
    goals_assessed: FixedText
    goals_assessed_of_year: FixedText
    roll_up: FilledText[RollUpWords]
    near_target: FilledText[NearTargetWords]
    variation_limits: FilledText[LimitWords]
    variation_signals: FilledText[SignalWords]
    variation_and_nhs: FixedText
    indicators_of_region: FixedText
    kolada_definitions: FixedText
    protected: FilledText[ProtectionWords]
    protected_again: FilledText[ProtectedAgainWords]
    staff_measures: FixedText
    staff_measures_of_region: FixedText
    growth: FilledText[GrowthWords]
    forecast_history: FixedText
    forecast_run_rate: FilledText[RunRateWords]
    forecast_seasonal: FixedText
    forecast_interval: FilledText[IntervalWords]
    forecast_booked: FixedText
    forecast_early: FixedText
    forecast_in_hindsight: FixedText
    forecasts_of_region: FixedText
    forecast_of_net_cost: FixedText
    balance_requirement: FixedText
    financial_goals_over_time: FilledText[OverTimeWords]
    financial_goals_graded: FilledText[GradeWords]
    financial_goals_forecast: FixedText
    printed_values: FixedText
    stewardship: FilledText[StewardshipWords]
    accessibility_fault: FilledText[FaultWords]
    accessibility_statement: FixedText
    accessibility_asked: FixedText
