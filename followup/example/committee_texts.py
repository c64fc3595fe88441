"""What each committee writes in its workbooks, read from committees/<code>/ beside this module.

The texts are fictional. A year stands in files of its periods (`2024-08.yml`) or, where it is told more shortly, in
one file (`2023.yml`, see `committee_year`). Amounts that the ledger knows are not in them but in `story`: the texts
have placeholders (see `committee_amounts`).

An assignment or a measure is written out once in a year; another period only names it and says what is new. What they
say of the plan's promises stands in committees/promises.yml, for the whole year.
"""

from __future__ import annotations

from copy import deepcopy
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from followup.example import story
from followup.example.asked_decisions import amount_of
from followup.example.committee_amounts import Amounts, filled, unsigned
from followup.example.committee_year import texts_in_year
from followup.example.shown import shown_deviation
from followup.example.workbook_file import Value
from followup.ground.paths import PROJECT
from followup.ground.period import Period
from followup.params.loading import load_params
from followup.params.params import Params

_FOLDER = Path(__file__).parent / "committees"

# The lists whose entries are carried on from period to period, and the key that names an entry.
_CARRIED = {"assignments": "assignment", "measures": "measure"}
_MET = ("Uppnått", "Bedöms uppnås", "I fas")
_PARTLY = ("Delvis uppnått", "Osäkert", "Bevaka")
_DONE = "Klart"
# What an entry says of its own period alone.
_NOT_CARRIED = ("comment",)


@cache
def texts_of(committee: str, period: str) -> dict[str, Any]:
    """What the committee writes in the period (`2024-08`), amounts filled in.

    `status`, `handed_in_by`, `summary`; `forecast_comments` by activity and account class; `goals` by code as
    [assessment, trend, motivation]; lists of `decisions`, `assignments`, `measures` and `comments`. Raises
    FileNotFoundError for a committee that leaves no workbook in the period.
    """
    texts = _written(committee, period)
    whole = replace(amounts_of(committee, period), counted=_counted(texts))
    texts["summary"] = filled(texts["summary"], whole).strip()
    texts["decisions"] = [
        each | {"amount": amount_of(each, committee, period, texts["measures"])} for each in texts.get("decisions", [])
    ]
    texts["forecast_comments"] = {
        activity: {name: filled(comment, amounts_of(committee, period, activity)) for name, comment in comments.items()}
        for activity, comments in texts.get("forecast_comments", {}).items()
    }
    activities = story.activities_of(committee)
    for each in texts.get("comments", []):
        is_activity = each["section"] == "Ekonomi" and each.get("item") in activities
        amounts = amounts_of(committee, period, each["item"]) if is_activity else whole
        each["comment"] = filled(each["comment"], amounts).strip()
    return texts


def amounts_of(committee: str, period: str, activity: str = "") -> Amounts:
    """What the report shows of one activity, or of the committee; there is no forecast before February's."""
    given = Period.parse(period)
    if activity:
        names = (committee, activity, period)
        forecasts = (story.forecast_of(*names), story.previous_forecast_of(*names))
    else:
        forecasts = (
            story.committee_forecast(committee, period),
            story.committee_previous_forecast(committee, period),
        )
    forecast, previous = forecasts
    deviation = shown_deviation(period, committee, activity)
    return Amounts(given, deviation, forecast, None if given.month == story.MONTHS[0] else previous)


@cache
def committee_name(committee: str) -> str:
    """The committee's whole name in the registry."""
    return _params().committees[committee].name


@cache
def goal_names(year: int) -> dict[str, str]:
    """The goals of the year's plan by code, in plan order."""
    return {goal.code: goal.name for goal in _params().plans[year].goals}


def promise_rows(committee: str, period: str) -> list[tuple[Value, ...]]:
    """(assignment, goal, responsible, due, status, comment) of each promise that was not done before the period."""
    month, plan = int(period[-2:]), _params().plans[int(period[:4])]
    place, names = story.MONTHS.index(month), goal_names(plan.year)
    rows: list[tuple[Value, ...]] = []
    for promise in plan.promises_of(committee):
        told = _parsed(_FOLDER / "promises.yml")[committee][promise.code]
        if _DONE not in told["status"][:place]:
            name, goal = f"{promise.code} {promise.name}", names.get(promise.goal)
            comment = told["comments"].get(month)
            rows.append((name, goal, told["responsible"], told["due"], told["status"][place], comment))
    return rows


def _counted(texts: dict[str, Any]) -> dict[str, str]:
    """Words for what stands in the committee's own sheets: its goals and its decided measures."""
    assessments = [assessment for assessment, *_ in texts["goals"].values()]
    decided = sum(each["effect"] for each in texts["measures"] if each["decision"] == "Beslutad")
    return {
        "goals": str(len(assessments)),
        "met": str(sum(each in _MET for each in assessments)),
        "partly": str(sum(each in _PARTLY for each in assessments)),
        "decided": unsigned(decided),
    }


def _written(committee: str, period: str) -> dict[str, Any]:
    """The period's texts with their placeholders, as a copy that may be changed."""
    folder = _FOLDER / committee
    if not (folder / f"{period}.yml").exists():
        return texts_in_year(_read(folder / f"{period[:4]}.yml"), committee, period)
    texts = _read(folder / f"{period}.yml")
    for name, key in _CARRIED.items():
        known = _carried_to(folder, period, name, key)
        texts[name] = [
            {field: value for field, value in known.get(each[key], {}).items() if field not in _NOT_CARRIED} | each
            for each in texts.get(name, [])
        ]
    return texts


def _carried_to(folder: Path, period: str, name: str, key: str) -> dict[str, dict[str, Any]]:
    """What is known of each entry in the period: written out in any of the year's files, changed by earlier ones."""
    files = sorted(folder.glob(f"{period[:4]}-*.yml"))
    # Later files first and in reverse, so that what was said last before the period is what counts.
    later = [path for path in reversed(files) if path.stem > period]
    known: dict[str, dict[str, Any]] = {}
    for path in [*later, *(path for path in files if path.stem < period)]:
        for each in _read(path).get(name, []):
            known[each[key]] = known.get(each[key], {}) | each
    return known


def _read(path: Path) -> dict[str, Any]:
    return deepcopy(_parsed(path))


@cache
def _parsed(path: Path) -> dict[str, Any]:
    texts: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return texts


@cache
def _params() -> Params:
    # The project's own params, whatever folder FOLLOWUP_PARAMS names: the example must not change with it.
    return load_params(PROJECT / "params")
