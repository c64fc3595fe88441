"""Checks across the files of params: that what one file names exists in another, and that codes are unique."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from followup.errors import Problem
from followup.inputs.wording import listed, quoted, suggestion
from followup.inputs.yaml_file import EntryPath, YamlFile

if TYPE_CHECKING:
    from followup.inputs.params import Committee, Indicator, Params

# Kinds that committees leave in the course of a year. One that the calendar does not have yet is simply not built.
KNOWN_KINDS = ("manadsrapport", "uppfoljningsrapport_1", "uppfoljningsrapport_2", "arsredovisning")

# What the analysis reads. A layout may not lose a table, and a new one needs code that reads it.
TABLES = (
    *("ledger", "frames", "investment_plan", "sickness", "turnover", "yearly", "indicator_values"),
    *("indicator_targets", "investments", "cover", "forecast", "forecast_history", "goals", "assignments"),
    *("measures", "comments"),
)


def cross_problems(
    params: Params, files: dict[str, YamlFile], committees: Sequence[Committee], indicators: Sequence[Indicator]
) -> list[Problem]:
    """Every contradiction between the files. `files` are keyed by their path below params."""
    return [
        *_duplicates(files["committees.yml"], "committees", "nämnd", [one.code for one in committees]),
        *_duplicates(files["indicators.yml"], "indicators", "indikator", [one.code for one in indicators]),
        *_report_kinds(params, files["committees.yml"], committees),
        *_calendar(params, files["calendar.yml"]),
        *_scales(params, files["scales.yml"]),
        *_indicators(params, files["indicators.yml"], indicators),
        *_plans(params, files),
        *_layouts(params, files),
    ]


def _unknown(file: YamlFile, path: EntryPath, what: str, word: str, known: Iterable[str], where: str) -> Problem:
    names = list(known)
    return file.problem(
        path,
        f"{what} {quoted(word)} finns inte.",
        f"{where} har {listed(names)}.",
        suggestion(word, names, "Välj en av dem eller lägg till den där."),
    )


def _duplicates(file: YamlFile, key: str, what: str, codes: Sequence[str]) -> Iterator[Problem]:
    for position, code in enumerate(codes):
        if code in codes[:position]:
            first = file.line((key, codes.index(code)))
            yield file.problem(
                (key, position),
                f"Koden {quoted(code)} för en {what} står också på rad {first}.",
                "Varje kod får användas en gång.",
                "Ta bort den ena posten eller ge den en egen kod.",
            )


def _report_kinds(params: Params, file: YamlFile, committees: Sequence[Committee]) -> Iterator[Problem]:
    known = list(dict.fromkeys((*params.calendar.kinds, *KNOWN_KINDS)))
    for position, committee in enumerate(committees):
        for place, kind in enumerate(committee.reports):
            if kind not in known:
                path = ("committees", position, "reports", place)
                yield _unknown(file, path, "Rapportslaget", kind, known, "Kalendern")


def _calendar(params: Params, file: YamlFile) -> Iterator[Problem]:
    calendar = params.calendar
    for code, kind in calendar.kinds.items():
        if kind.scale not in params.scales:
            yield _unknown(file, ("kinds", code, "scale"), "Skalan", kind.scale, params.scales, "scales.yml")
    periods = [entry.period for entry in calendar.periods]
    yield from _duplicates(file, "periods", "period", periods)
    for position, entry in enumerate(calendar.periods):
        if entry.kind not in calendar.kinds:
            path = ("periods", position, "kind")
            yield _unknown(file, path, "Rapportslaget", entry.kind, calendar.kinds, "Gruppen kinds")
        year = entry.period[:4]
        if not any(f"{year}-" <= occasion <= entry.period for occasion in calendar.forecast_occasions):
            yield file.problem(
                ("periods", position, "period"),
                f"Perioden {entry.period} har inget prognostillfälle i forecast_occasions.",
                f"Minst ett tillfälle år {year} väntas, till och med perioden själv.",
                f"Lägg till {entry.period} i forecast_occasions.",
            )


def _scales(params: Params, file: YamlFile) -> Iterator[Problem]:
    for name, grades in params.scales.items():
        codes = [grade.code for grade in grades]
        for position, code in enumerate(codes):
            if code in codes[:position]:
                yield file.problem(
                    (name, position),
                    f"Koden {quoted(code)} står två gånger i skalan {quoted(name)}.",
                    "Varje steg i en skala har en egen kod.",
                    "Ge det ena steget en egen kod.",
                )


def _indicators(params: Params, file: YamlFile, indicators: Sequence[Indicator]) -> Iterator[Problem]:
    for position, indicator in enumerate(indicators):
        if indicator.committees == "all":
            continue
        for place, code in enumerate(indicator.committees):
            if code not in params.committees:
                path = ("indicators", position, "committees", place)
                yield _unknown(file, path, "Nämnden", code, params.committees, "committees.yml")


def _plans(params: Params, files: dict[str, YamlFile]) -> Iterator[Problem]:
    for name, file in files.items():
        if not name.startswith("plans/"):
            continue
        year = file.content["year"]
        if name != f"plans/{year}.yml":
            yield file.problem(
                ("year",),
                f"Planen gäller år {year}, men filen heter {name.removeprefix('plans/')}.",
                "Filen heter som planens år.",
                "Rätta året eller byt namn på filen.",
            )
            continue
        plan = params.plans[year]
        for group, codes in plan.groups.items():
            for place, code in enumerate(codes):
                if code not in params.committees:
                    path = ("groups", group, place)
                    yield _unknown(file, path, "Nämnden", code, params.committees, "committees.yml")
        known = [*params.committees, *plan.groups]
        seen: set[str] = set()
        for area, focus_area in enumerate(plan.focus_areas):
            for position, goal in enumerate(focus_area.goals):
                path = ("focus_areas", area, "goals", position)
                if goal.code in seen:
                    yield file.problem(
                        path,
                        f"Koden {quoted(goal.code)} för ett mål står två gånger.",
                        "Varje mål i planen har en egen kod.",
                        "Ge det ena målet en egen kod.",
                    )
                seen.add(goal.code)
                for place, code in enumerate(goal.committees):
                    if code not in known:
                        yield _unknown(file, (*path, "committees", place), "Nämnden", code, known, "Planen")


def _layouts(params: Params, files: dict[str, YamlFile]) -> Iterator[Problem]:
    owners: dict[str, str] = {}
    for layout_name, layout in params.layouts.items():
        file = files[f"layouts/{layout_name}.yml"]
        for table_name, table in layout.tables.items():
            path = ("tables", table_name)
            if table_name in owners:
                yield file.problem(
                    path,
                    f"Tabellen {quoted(table_name)} finns också i layouts/{owners[table_name]}.yml.",
                    "Varje tabell läses ur en enda arbetsbok.",
                    "Ta bort den ena.",
                )
            owners[table_name] = layout_name
            if table_name not in TABLES:
                yield _unknown(file, path, "Tabellen", table_name, TABLES, "Analysen")
            for column_name, column in table.columns.items():
                if isinstance(column.choices, str) and column.choices not in params.scales:
                    place = (*path, "columns", column_name, "choices")
                    yield _unknown(file, place, "Skalan", column.choices, params.scales, "scales.yml")
    for table_name in TABLES:
        if table_name not in owners:
            yield Problem(
                "params/layouts",
                found=f"Tabellen {quoted(table_name)} finns inte i någon layout.",
                expected="Analysen läser den.",
                remedy="Lägg till tabellen i den layout som beskriver arbetsboken.",
            )
