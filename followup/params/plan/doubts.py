"""What in a plan's file is possible to read and cannot be meant: times, names and carriers that contradict the rest."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from followup.ground.errors import Problem
from followup.ground.wording import listed, normalised, quoted
from followup.params.plan.file import PlanFile, TargetEntry
from followup.params.plan.tables import KRONOR_PER
from followup.params.yaml_file import YamlFile

# A target's year is one of this century.
_LAST_YEAR = 2099


def plan_doubts(file: YamlFile, plan: PlanFile) -> Iterator[Problem]:
    """Every problem of one plan, each with the file's line."""
    yield from _reporting(file, plan)
    for number, target in enumerate(plan.targets):
        yield from _target(file, plan, number, target)
    yield from _same_names(file, "targets", "Målen", ((one.code, one.name) for one in plan.targets))
    yield from _same_names(file, "indicators", "Indikatorerna", ((one.code, one.name) for one in plan.indicators))
    for number, indicator in enumerate(plan.indicators):
        if indicator.equals and indicator.unit not in KRONOR_PER:
            yield file.problem(
                ("indicators", number, "equals"),
                f"Indikatorn {quoted(indicator.code)} är en avvikelse i budgeten men anges i {quoted(indicator.unit)}.",
                f"En avvikelse i budgeten anges i {listed(KRONOR_PER, 'eller')}.",
                "Rätta unit, eller ta bort equals.",
            )
    codes = {normalised(one.code): one.code for one in plan.promises}
    for number, promise in enumerate(plan.promises):
        if promise.due and int(promise.due[:4]) < plan.year:
            yield file.problem(
                ("promises", number, "due"),
                f"Löftet {quoted(promise.code)} ska vara klart {promise.due}, före planens år {plan.year}.",
                "Ett löfte gäller planens år eller ett senare.",
                "Rätta due.",
            )
        other = codes.get(normalised(promise.name), promise.code)
        if other != promise.code:
            yield file.problem(
                ("promises", number, "name"),
                f"Löftet {quoted(promise.code)} heter {quoted(promise.name)}, som är koden för ett annat.",
                "Ett löfte redovisas i bladet Uppdrag med sin kod eller sitt namn.",
                "Ge löftet ett annat namn.",
            )


def _reporting(file: YamlFile, plan: PlanFile) -> Iterator[Problem]:
    for place, year in enumerate(plan.more_years):
        if year <= plan.year or year in plan.more_years[:place]:
            yield file.problem(
                ("more_years", place),
                f"Planen för {plan.year} följs också upp {year}.",
                "I more_years står senare år än planens, vart och ett en gång.",
                "Rätta året eller ta bort det.",
            )
    for place, code in enumerate(plan.reported_by):
        if code == plan.owner:
            yield file.problem(
                ("reported_by", place),
                f"{code} äger planen och redovisar den redan.",
                "I reported_by står andra än owner.",
                "Ta bort koden.",
            )


def _target(file: YamlFile, plan: PlanFile, number: int, target: TargetEntry) -> Iterator[Problem]:
    path = ("targets", number)
    if not plan.year <= target.year <= _LAST_YEAR:
        yield file.problem(
            (*path, "year"),
            f"Målet {quoted(target.code)} ska nås {target.year}. Planen gäller {plan.year}.",
            f"Ett mål nås planens år eller senare, högst {_LAST_YEAR}.",
            "Rätta year.",
        )
    elif target.since is not None and target.since > target.year:
        yield file.problem(
            (*path, "since"),
            f"Målet {quoted(target.code)} gäller från {target.since} och ska nås {target.year}.",
            "I since står ett år som inte är senare än year.",
            "Rätta since eller year.",
        )
    if not target.unit.strip():
        yield file.problem(
            (*path, "unit"),
            f"Målet {quoted(target.code)} har ingen enhet.",
            "Ett mål har en enhet: %, kWh, elever.",
            "Skriv enheten.",
        )


def _same_names(file: YamlFile, key: str, what: str, entries: Iterable[tuple[str, str]]) -> Iterator[Problem]:
    """Two codes and names that a workbook could not tell apart, also where one's name is the other's code."""
    taken: dict[str, str] = {}
    for number, (code, name) in enumerate(entries):
        for word in dict.fromkeys(map(normalised, (code, name))):
            other = taken.setdefault(word, code)
            if other != code:
                yield file.problem(
                    (key, number, "name"),
                    f"{what} {quoted(other)} och {quoted(code)} har samma namn.",
                    "Ett värde redovisas med kod eller namn.",
                    "Ge den ena ett annat namn.",
                )
