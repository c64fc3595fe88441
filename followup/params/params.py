"""params/*.yml as frozen, typed objects: committees, calendar, scales, rules, indicators, plans, layouts, corrections.

`loading.load_params` is the only way in. Nothing after it sees a dict of unknown keys.
"""

from __future__ import annotations

import re
from typing import Annotated, Any, Literal, get_args

from pydantic import AfterValidator, BeforeValidator, InstanceOf

from followup.ground.errors import Problem, ReportError
from followup.ground.period import Period
from followup.ground.regions import REGION
from followup.ground.wording import listed, suggestion
from followup.params.bounds import at_least, between
from followup.params.calendar import Calendar, ReportKind
from followup.params.confirmations import Confirmation
from followup.params.corrections import Correction
from followup.params.financial_rules import FinancialGoalRules
from followup.params.indicator import Frequency, Indicator
from followup.params.kolada_params import KoladaFile
from followup.params.layouts import WorkbookLayout
from followup.params.page_words import PageWords
from followup.params.params_problems import Entry, fault
from followup.params.people_rules import PeopleRules
from followup.params.plans import Goal, Plan
from followup.params.senders import Senders
from followup.params.texts import Texts
from followup.params.total_words import TotalWords

__all__ = [
    "REGION",
    "Committee",
    "Goal",
    "Grade",
    "Indicator",
    "LargeDeviation",
    "Params",
    "Plan",
    "ReportKind",
]


def _code(text: str) -> str:
    # It becomes a file's and a folder's name.
    if re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9_-]*", text):
        return text
    raise fault("Koden kan inte användas.", "En kod har bara bokstäverna A till Z, siffror, _ och -.", "Ändra koden.")


def _words(value: Any) -> Any:
    """A number such as 510 reads as one in YAML and is a word here all the same."""
    return tuple(str(one) if type(one) is int else one for one in value) if isinstance(value, tuple) else value


class Committee(Entry):
    """A committee (nämnd), another holder of a budget frame, or the whole region (`REGION`), which sums them all.

    `frames` are its lines in the budget table, `synonyms` what else workbooks call it: numbers and earlier names.
    """

    code: Annotated[str, AfterValidator(_code)]
    name: str
    short_name: str
    valid_from: int | None = None
    valid_to: int | None = None
    frames: tuple[str, ...] = ()
    synonyms: Annotated[tuple[str, ...], BeforeValidator(_words)] = ()
    reports: tuple[str, ...] = ()

    @property
    def is_region(self) -> bool:
        return self.code == REGION

    def exists_in(self, year: int) -> bool:
        return (self.valid_from or year) <= year <= (self.valid_to or year)


class Grade(Entry):
    """One step of a scale: the word that is shown, its symbol and tone, and what a workbook may say instead.

    `short` is the word where there is little room, as in a matrix; without it the word itself stands there.
    """

    code: str
    word: str
    short: str = ""
    symbol: Literal[
        "circle",
        "triangle",
        "diamond",
        "ring",
        "up",
        "level",
        "down",
        "none",
        # followup/document/icons.py draws these.
        "common_cause",
        "no_variation",
        "improvement_high",
        "improvement_low",
        "concern_high",
        "concern_low",
        "change_high",
        "change_low",
        "passes",
        "fails",
        "hit_or_miss",
    ]
    tone: Literal["good", "watch", "bad", "neutral"]
    synonyms: tuple[str, ...] = ()


_ROUNDING = "beloppet anges i kronor, och ska rymma en avrundning men inte ett fel"


class LargeDeviation(Entry):
    """When a deviation is large: at least `kronor` and at least `percent` of the budget."""

    kronor: Annotated[float, between(10_000, 100_000_000, "beloppet anges i kronor")]
    percent: Annotated[float, between(0, 100)]


class RollUp(Entry):
    """How assessments are rolled up, as shares of the parts in per cent; see analysis/focus_areas.py."""

    on_track_percent: Annotated[float, between(50, 100, "färre än hälften räcker inte för ett mål som nås")]
    off_track_percent: Annotated[float, between(1, 100, "med 0 är mål som ingen bedömer illa också på fel väg")]
    least_assessed_percent: Annotated[float, between(0, 100)]


def _for_every_frequency(ages: dict[Frequency, int]) -> dict[Frequency, int]:
    if missing := [frequency for frequency in get_args(Frequency) if frequency not in ages]:
        raise fault(
            f"Här saknas {listed(missing)}.",
            f"Varje frekvens i params/indicators.yml behöver en ålder: {listed(get_args(Frequency))}.",
            "Lägg till den som saknas, i månader.",
        )
    return ages


class RuleLimits(Entry):
    """The thresholds of one rule of followup.checks by name, and why they are what they are."""

    why: str
    limits: dict[str, Annotated[float, at_least(0, "en gräns är ett avstånd, ett antal eller en andel")]]


class Rules(Entry):
    """The limits that the report's judgements rest on; see params/rules.yml. `checks` are keyed by the rule's code."""

    large_deviation: LargeDeviation
    near_target_percent: Annotated[float, between(0, 25, "ett värde längre bort än så är inte nära sitt mål")]
    people: PeopleRules
    activities_shown: Annotated[int, between(1, 100)]
    current_within_months: Annotated[
        dict[Frequency, Annotated[int, between(1, 120, "åldern anges i månader")]], AfterValidator(_for_every_frequency)
    ]
    points_for_limits: Annotated[int, between(6, 60, "av färre värden syns inte vad som är normalt")]
    total_tolerance: Annotated[float, between(0, 1_000_000, _ROUNDING)]
    frame_tolerance: Annotated[float, between(0, 1_000_000, _ROUNDING)]
    financial_goals: FinancialGoalRules
    roll_up: RollUp
    checks: dict[str, RuleLimits]


class Params(Entry):
    """Everything in params. Dicts are keyed by code, in the order of the files; main plans by year."""

    committees: dict[str, Committee]
    calendar: Calendar
    scales: dict[str, tuple[Grade, ...]]
    rules: Rules
    indicators: dict[str, Indicator]
    plans: dict[int, InstanceOf[Plan]]
    all_plans: tuple[InstanceOf[Plan], ...]
    layouts: dict[str, WorkbookLayout]
    corrections: tuple[Correction, ...]
    confirmations: tuple[Confirmation, ...]
    kolada: KoladaFile
    totals: TotalWords
    texts: Texts
    senders: Senders
    page: PageWords

    @property
    def total_words(self) -> TotalWords:
        """The words that tell a total row, the region's names among them."""
        region = self.committees.get(REGION)
        names = (region.code, region.name, region.short_name) if region else ()
        return self.totals.model_copy(update={"region": tuple(dict.fromkeys(names))})

    def committee(self, code: str, year: int) -> Committee:
        """The committee with this code in this year. Raises ReportError for an unknown code or another year."""
        known = [committee.code for committee in self.committees.values() if committee.exists_in(year)]
        if code in known:
            return self.committees[code]
        problem = Problem(
            "parametern committee",
            found=f"Nämnden ”{code}” finns inte."
            if code not in self.committees
            else f"Nämnden ”{code}” finns inte år {year}.",
            expected=f"Nämnderna år {year} är {listed(known)}.",
            remedy=suggestion(code, known, "Välj en av dem eller lägg till nämnden i params/committees.yml."),
        )
        raise ReportError([problem])

    def kind_of(self, period: Period, committee: str = "") -> ReportKind:
        """The kind of report of a period, as a committee or the region makes it.

        Raises ReportError for a period that is not in the calendar.
        """
        return self.calendar.kind_of(period, committee)

    def reporting(self, period: Period) -> list[Committee]:
        """The committees that leave a report for the period, in the registry's order; the region comes last."""
        entry = self.calendar.entry_of(period)
        return [
            one
            for one in sorted(self.committees.values(), key=lambda one: one.is_region)
            if entry.kind in one.reports
            and one.exists_in(period.year)
            and (not entry.committees or one.code in entry.committees)
        ]

    def plans_of(self, owner: str, year: int) -> list[Plan]:
        """All plans of a committee, or of REGION, for a year: the main plan first."""
        found = [plan for plan in self.all_plans if (plan.owner, plan.year) == (owner, year)]
        return sorted(found, key=lambda plan: (not plan.is_main, plan.stem))

    def plans_followed_by(self, committee: str, year: int) -> list[Plan]:
        """All plans that a committee reports on in a year, also those that it does not own: its main plan first."""
        found = [
            plan
            for plan in self.all_plans
            if committee in (plan.owner, *plan.reported_by) and year in (plan.year, *plan.more_years)
        ]
        return sorted(found, key=lambda plan: (plan.stem != str(year), plan.stem))

    def indicators_of(self, committee: str, area: str) -> list[Indicator]:
        """The committee's indicators of one area, in the order of params/indicators.yml."""
        return [one for one in self.indicators.values() if one.area == area and one.concerns(committee)]
