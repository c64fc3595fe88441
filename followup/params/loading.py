"""Reads params/*.yml: whatever is wrong in any of the files is raised at once, each with its file and line."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from followup.ground.errors import ReportError, in_order
from followup.ground.paths import params_folder
from followup.params.calendar import Calendar
from followup.params.confirmations import Confirmation
from followup.params.corrections import Correction
from followup.params.indicator import Indicator
from followup.params.kolada_checks import kolada_problems
from followup.params.kolada_params import KoladaFile
from followup.params.layouts import WorkbookLayout
from followup.params.page_words import PageWords
from followup.params.params import Committee, Grade, Params, Rules
from followup.params.params_checks import cross_problems
from followup.params.params_problems import Entry, validated
from followup.params.plan.file import PlanFile
from followup.params.plan.parts import plan_names, read_plan, stray_parts
from followup.params.plans import plans_of
from followup.params.senders import Senders
from followup.params.texts import Texts
from followup.params.total_words import TotalWords
from followup.params.yaml_file import YamlFile, read_yaml


class CommitteesFile(Entry):
    committees: tuple[Committee, ...]


class IndicatorsFile(Entry):
    indicators: tuple[Indicator, ...]


class CorrectionsFile(Entry):
    corrections: tuple[Correction, ...]


class ConfirmationsFile(Entry):
    confirmations: tuple[Confirmation, ...]


_loaded: dict[Path, tuple[object, Params]] = {}


def load_params(folder: Path | None = None) -> Params:
    """Read and check every file in params/, once for as long as no file changes.

    Raises ReportError with all problems of all files.
    """
    folder = (folder or params_folder()).absolute()
    paths = sorted(folder.glob("*.yml")) + sorted(folder.glob("plans/*.yml")) + sorted(folder.glob("layouts/*.yml"))
    stamp = tuple((str(path), *_state(path)) for path in paths)
    if folder not in _loaded or _loaded[folder][0] != stamp:
        _loaded[folder] = (stamp, _read_params(folder))
    return _loaded[folder][1]


def _state(path: Path) -> tuple[int, int]:
    """What tells that a file has changed; zeros where it cannot be seen, which reading it then tells."""
    try:
        status = path.stat()
    except OSError:
        return 0, 0
    return status.st_mtime_ns, status.st_size


def _read_params(folder: Path) -> Params:
    files: dict[str, YamlFile] = {}

    def checked(name: str, file: YamlFile, wanted: Any) -> Any:
        files[name] = file
        return None if file.problems else validated(file, wanted, file.content)

    def read(name: str, wanted: Any) -> Any:
        return checked(name, read_yaml(folder / name, f"params/{name}"), wanted)

    committees = read("committees.yml", CommitteesFile)
    calendar = read("calendar.yml", Calendar)
    scales = read("scales.yml", dict[str, tuple[Grade, ...]])
    rules = read("rules.yml", Rules)
    indicators = read("indicators.yml", IndicatorsFile)
    corrections = read("corrections.yml", CorrectionsFile)
    confirmations = read("confirmations.yml", ConfirmationsFile)
    kolada = read("kolada.yml", KoladaFile)
    totals = read("totals.yml", TotalWords)
    texts = read("texts.yml", Texts)
    senders = read("senders.yml", Senders)
    page = read("page.yml", PageWords)
    plan_files = {name: checked(name, read_plan(folder, name), PlanFile) for name in plan_names(folder)}
    layouts = {path.stem: read(f"layouts/{path.name}", WorkbookLayout) for path in sorted(folder.glob("layouts/*.yml"))}
    problems = [*(problem for file in files.values() for problem in file.problems), *stray_parts(folder)]
    if problems:
        raise ReportError(in_order(problems))
    params = Params(
        committees={one.code: one for one in committees.committees},
        calendar=calendar,
        scales=scales,
        rules=rules,
        indicators={one.code: one for one in indicators.indicators},
        plans={},
        all_plans=(),
        layouts=layouts,
        corrections=corrections.corrections,
        confirmations=confirmations.confirmations,
        kolada=kolada,
        totals=totals,
        texts=texts,
        senders=senders,
        page=page,
    )
    if problems := cross_problems(params, files, committees.committees, indicators.indicators, plan_files):
        raise ReportError(in_order(problems))
    plans = plans_of(plan_files, files)
    params = params.model_copy(update={"plans": {one.year: one for one in plans if one.is_main}, "all_plans": plans})
    if problems := list(kolada_problems(params, files["kolada.yml"])):
        raise ReportError(in_order(problems))
    return params
