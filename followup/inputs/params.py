"""params/*.yml as frozen, typed objects: committees, calendar, scales, rules, indicators, plans, layouts, corrections.

`load_params` is the only way in. Nothing after it sees a dict of unknown keys: whatever is wrong in any of the files is
raised at once, each with its file and line.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BeforeValidator

from followup.errors import Problem, ReportError
from followup.inputs.corrections import Correction
from followup.inputs.findings import in_order
from followup.inputs.layouts import WorkbookLayout
from followup.inputs.params_checks import cross_problems
from followup.inputs.params_problems import Entry, fault, validated
from followup.inputs.plans import Goal, Plan
from followup.inputs.wording import listed, suggestion
from followup.inputs.yaml_file import YamlFile, read_yaml
from followup.paths import params_folder
from followup.period import Period

__all__ = ["Committee", "Goal", "Grade", "Indicator", "LargeDeviation", "Params", "Plan", "ReportKind", "load_params"]


def _period_text(text: str) -> str:
    try:
        return str(Period.parse(text))
    except ReportError as error:
        problem = error.problems[0]
        raise fault(problem.found, problem.expected, "Skriv perioden så.") from None


def _committee_choice(value: Any) -> tuple[str, ...] | Literal["all"]:
    if value == "all" or (isinstance(value, tuple) and all(isinstance(code, str) for code in value)):
        return value
    raise fault("Nämnderna kan inte läsas.", "En lista av nämndkoder väntas, eller all.", "Skriv till exempel [DNHS].")


def _code(text: str) -> str:
    # It becomes a file's and a folder's name.
    if re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9_-]*", text):
        return text
    raise fault("Koden kan inte användas.", "En kod har bara bokstäverna A till Z, siffror, _ och -.", "Ändra koden.")


def _file_name(text: str) -> str:
    if re.fullmatch(r"[A-Za-z0-9_-]+\.ipynb", text):
        return text
    raise fault("Filnamnet kan inte användas.", "Namnet på en notebook i notebooks/ väntas.", "Ändra filnamnet.")


PeriodText = Annotated[str, AfterValidator(_period_text)]


class Committee(Entry):
    """A committee (nämnd) or another holder of a budget frame. `frames` are its lines in the budget table."""

    code: Annotated[str, AfterValidator(_code)]
    name: str
    short_name: str
    valid_from: int | None = None
    valid_to: int | None = None
    frames: tuple[str, ...] = ()
    reports: tuple[str, ...] = ()

    def exists_in(self, year: int) -> bool:
        return (self.valid_from or year) <= year <= (self.valid_to or year)


class CommitteesFile(Entry):
    committees: tuple[Committee, ...]


class KindEntry(Entry):
    """A kind of report as it stands in the calendar."""

    name: str
    notebook: Annotated[str, AfterValidator(_file_name)]
    scale: str


@dataclass(frozen=True)
class ReportKind:
    """A kind of report: its code, name, the notebook that makes it and the scale that its goals are graded on."""

    code: str
    name: str
    notebook: str
    scale: str


class CalendarPeriod(Entry):
    """A period and the kind of report that is left for it."""

    period: PeriodText
    kind: str


class Calendar(Entry):
    """What is reported when. Periods are texts such as `2024-04`."""

    kinds: dict[str, KindEntry]
    periods: tuple[CalendarPeriod, ...]
    forecast_occasions: tuple[PeriodText, ...]


class Grade(Entry):
    """One step of a scale: the word that is shown, its symbol and tone, and what a workbook may say instead."""

    code: str
    word: str
    symbol: Literal["circle", "triangle", "diamond", "ring", "up", "level", "down", "none"]
    tone: Literal["good", "watch", "bad", "neutral"]
    synonyms: tuple[str, ...] = ()


class LargeDeviation(Entry):
    """When a deviation is large: at least `kronor` and at least `percent` of the budget."""

    kronor: float
    percent: float


class Rules(Entry):
    """The limits that the report's judgements rest on; see params/rules.yml."""

    large_deviation: LargeDeviation
    near_target_percent: float
    smallest_group_hidden: int
    activities_shown: int
    current_within_months: dict[Literal["month", "tertial", "year", "biennial"], int]
    total_tolerance: float
    frame_tolerance: float


class Indicator(Entry):
    """An indicator: what it measures, in which unit, how often, and whether higher or lower is better."""

    code: str
    name: str
    definition: str
    unit: str
    decimals: int
    direction: Literal["higher", "lower", "neutral"]
    frequency: Literal["month", "tertial", "year", "biennial"]
    area: Literal["quality", "staff", "economy"]
    source: str
    committees: Annotated[tuple[str, ...] | Literal["all"], BeforeValidator(_committee_choice)]

    def concerns(self, committee: str) -> bool:
        return self.committees == "all" or committee in self.committees


class IndicatorsFile(Entry):
    indicators: tuple[Indicator, ...]


class CorrectionsFile(Entry):
    corrections: tuple[Correction, ...]


class Params(Entry):
    """Everything in params. Dicts are keyed by code, in the order of the files; plans by year."""

    committees: dict[str, Committee]
    calendar: Calendar
    scales: dict[str, tuple[Grade, ...]]
    rules: Rules
    indicators: dict[str, Indicator]
    plans: dict[int, Plan]
    layouts: dict[str, WorkbookLayout]
    corrections: tuple[Correction, ...]

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

    def kind_of(self, period: Period) -> ReportKind:
        """The kind of report of a period. Raises ReportError for a period that is not in the calendar."""
        for entry in self.calendar.periods:
            if entry.period == str(period):
                kind = self.calendar.kinds[entry.kind]
                return ReportKind(entry.kind, kind.name, kind.notebook, kind.scale)
        known = [entry.period for entry in self.calendar.periods]
        problem = Problem(
            "parametern period",
            found=f"Perioden {period} finns inte i kalendern.",
            expected=f"Kalenderns perioder är {listed(known)}.",
            remedy=suggestion(str(period), known, "Lägg till perioden i params/calendar.yml."),
        )
        raise ReportError([problem])

    def reporting(self, period: Period) -> list[Committee]:
        """The committees that leave a report for the period, in the registry's order."""
        kind = self.kind_of(period).code
        return [one for one in self.committees.values() if kind in one.reports and one.exists_in(period.year)]

    def indicators_of(self, committee: str, area: str) -> list[Indicator]:
        """The committee's indicators of one area, in the order of params/indicators.yml."""
        return [one for one in self.indicators.values() if one.area == area and one.concerns(committee)]


_loaded: dict[Path, tuple[object, Params]] = {}


def load_params(folder: Path | None = None) -> Params:
    """Read and check every file in params/, once for as long as no file changes.

    Raises ReportError with all problems of all files.
    """
    folder = (folder or params_folder()).absolute()
    paths = sorted(folder.glob("*.yml")) + sorted(folder.glob("plans/*.yml")) + sorted(folder.glob("layouts/*.yml"))
    stamp = tuple((str(path), path.stat().st_mtime_ns, path.stat().st_size) for path in paths)
    if folder not in _loaded or _loaded[folder][0] != stamp:
        _loaded[folder] = (stamp, _read_params(folder))
    return _loaded[folder][1]


def _read_params(folder: Path) -> Params:
    files: dict[str, YamlFile] = {}

    def read(name: str, wanted: Any) -> Any:
        file = files[name] = read_yaml(folder / name, f"params/{name}")
        return None if file.problems else validated(file, wanted, file.content)

    committees = read("committees.yml", CommitteesFile)
    calendar = read("calendar.yml", Calendar)
    scales = read("scales.yml", dict[str, tuple[Grade, ...]])
    rules = read("rules.yml", Rules)
    indicators = read("indicators.yml", IndicatorsFile)
    corrections = read("corrections.yml", CorrectionsFile)
    plans = {path.name: read(f"plans/{path.name}", Plan) for path in sorted(folder.glob("plans/*.yml"))}
    layouts = {path.stem: read(f"layouts/{path.name}", WorkbookLayout) for path in sorted(folder.glob("layouts/*.yml"))}
    problems = [problem for file in files.values() for problem in file.problems]
    if problems:
        raise ReportError(in_order(problems))
    params = Params(
        committees={one.code: one for one in committees.committees},
        calendar=calendar,
        scales=scales,
        rules=rules,
        indicators={one.code: one for one in indicators.indicators},
        plans={plan.year: plan for plan in plans.values()},
        layouts=layouts,
        corrections=corrections.corrections,
    )
    if problems := cross_problems(params, files, committees.committees, indicators.indicators):
        raise ReportError(in_order(problems))
    return params
