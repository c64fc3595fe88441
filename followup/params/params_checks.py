"""Checks across the files of params: that what one file names exists in another, and that codes are unique."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from followup.ground.errors import Problem
from followup.ground.wording import listed, quoted, spelled, suggestion
from followup.params.indicator import MEASURES
from followup.params.layouts import Reader
from followup.params.params import Committee, Indicator, Params
from followup.params.plan.checks import plan_problems
from followup.params.plan.file import PlanFile
from followup.params.report_tables import registered, tables_of
from followup.params.yaml_file import EntryPath, YamlFile


def cross_problems(
    params: Params,
    files: dict[str, YamlFile],
    committees: Sequence[Committee],
    indicators: Sequence[Indicator],
    plans: dict[str, PlanFile],
) -> list[Problem]:
    """Every contradiction between the files. `files` and `plans` are keyed by their path below params."""
    return [
        *_duplicates(files["committees.yml"], "committees", "nämnd", [one.code for one in committees]),
        *_duplicates(files["indicators.yml"], "indicators", "indikator", [one.code for one in indicators]),
        *_report_kinds(params, files["committees.yml"], committees),
        *_calendar(params, files["calendar.yml"]),
        *_scales(params, files["scales.yml"]),
        *_indicators(params, files["indicators.yml"], indicators),
        *plan_problems(params, files, plans),
        *_layouts(params, files),
        *_senders(params, files["senders.yml"]),
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
    known = list(params.calendar.kinds)
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
            path: EntryPath = ("periods", position, "kind")
            yield _unknown(file, path, "Rapportslaget", entry.kind, calendar.kinds, "Gruppen kinds")
            continue
        for place, code in enumerate(entry.committees):
            if code not in params.committees:
                path = ("periods", position, "committees", place)
                yield _unknown(file, path, "Nämnden", code, params.committees, "committees.yml")
        if calendar.kinds[entry.kind].reads != "period":
            continue
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
        least, largest = indicator.range
        if least >= largest:
            key = "minimum" if indicator.maximum is None else "maximum"
            yield file.problem(
                ("indicators", position, key),
                f"Indikatorn {quoted(indicator.code)} har minimum {spelled(least)} och maximum {spelled(largest)}.",
                "Minimum är mindre än maximum. Utan dem gäller 0–100 för procent och index, och minst 0 "
                "för annat än mnkr.",
                "Rätta minimum eller maximum.",
            )
        if indicator.new_limits and indicator.frequency != "month":
            yield file.problem(
                ("indicators", position, "new_limits"),
                f"Indikatorn {quoted(indicator.code)} har new_limits men mäts inte varje månad.",
                "Gränser för normal variation räknas bara för det som mäts varje månad (frequency: month).",
                "Ta bort new_limits.",
            )
        yield from _economic(file, ("indicators", position), indicator)
        if indicator.committees == "all":
            continue
        for place, code in enumerate(indicator.committees):
            if code not in params.committees:
                path = ("indicators", position, "committees", place)
                yield _unknown(file, path, "Nämnden", code, params.committees, "committees.yml")


def _economic(file: YamlFile, path: EntryPath, indicator: Indicator) -> Iterator[Problem]:
    """An indicator of area economy is computed from a measure, in its unit; all others have values of their own."""
    name, measures = quoted(indicator.code), listed(MEASURES, "eller")
    if indicator.area != "economy":
        for key, is_there in (("measure", indicator.measure is not None), ("note", bool(indicator.note))):
            if is_there:
                yield file.problem(
                    (*path, key),
                    f"Indikatorn {name} har {key} men area {indicator.area}.",
                    f"Bara en indikator med area economy har {key}.",
                    "Ta bort raden eller rätta area.",
                )
    elif indicator.measure is None:
        yield file.problem(
            path,
            f"Indikatorn {name} har area economy men saknar measure.",
            f"Den säger vad indikatorn räknas ur: {measures}.",
            "Lägg till raden ”measure: …”.",
        )
    elif indicator.unit != (unit := MEASURES[indicator.measure].unit):
        yield file.problem(
            (*path, "unit"),
            f"Indikatorn {name} har enheten {indicator.unit}.",
            f"Den räknas ur {indicator.measure}, som visas i {unit}.",
            f"Skriv unit: {_written(unit)}.",
        )


def _written(unit: str) -> str:
    # A plain % begins something else in YAML.
    return f'"{unit}"' if unit == "%" else unit


def _layouts(params: Params, files: dict[str, YamlFile]) -> Iterator[Problem]:
    owners: dict[tuple[Reader, str], str] = {}
    for layout_name, layout in params.layouts.items():
        file = files[f"layouts/{layout_name}.yml"]
        known = list(dict.fromkeys(table for reader in layout.readers for table in tables_of(reader)))
        for table_name, table in layout.tables.items():
            path = ("tables", table_name)
            others = [owners[reader, table_name] for reader in layout.readers if (reader, table_name) in owners]
            if others:
                yield file.problem(
                    path,
                    f"Tabellen {quoted(table_name)} finns också i layouts/{others[0]}.yml.",
                    "Varje tabell läses ur en enda arbetsbok.",
                    "Ta bort den ena.",
                )
            owners |= {(reader, table_name): layout_name for reader in layout.readers}
            if table_name not in known:
                yield _unknown(file, path, "Tabellen", table_name, known, "Analysen")
            for code in table.committees:
                if code not in params.committees:
                    place: EntryPath = (*path, "committees", code)
                    yield _unknown(file, place, "Nämnden", code, params.committees, "committees.yml")
            for column_name, column in table.columns.items():
                if isinstance(column.choices, str) and column.choices not in params.scales:
                    place = (*path, "columns", column_name, "choices")
                    yield _unknown(file, place, "Skalan", column.choices, params.scales, "scales.yml")
    for one in registered():
        if any((reader, one.name) not in owners for reader in one.readers):
            yield Problem(
                "params/layouts",
                found=f"Tabellen {quoted(one.name)} finns inte i någon layout.",
                expected="Analysen läser den.",
                remedy="Lägg till tabellen i den layout som beskriver arbetsboken.",
            )


def _senders(params: Params, file: YamlFile) -> Iterator[Problem]:
    """Every layout of a shared workbook has one sender; what is named exists."""
    senders = params.senders
    for code in senders.committees:
        if code not in params.committees:
            yield _unknown(file, ("committees", code), "Nämnden", code, params.committees, "committees.yml")
    yield from _duplicates(file, "shared", "avsändare", [one.code for one in senders.shared])
    owners: dict[str, str] = {}
    for position, one in enumerate(senders.shared):
        for place, name in enumerate(one.layouts):
            path = ("shared", position, "layouts", place)
            if name not in params.layouts:
                yield _unknown(file, path, "Layouten", name, params.layouts, "Mappen params/layouts")
            elif name in owners:
                yield file.problem(
                    path,
                    f"Layouten {quoted(name)} har också avsändaren {quoted(owners[name])}.",
                    "Varje arbetsbok har en avsändare.",
                    "Ta bort den från den ena.",
                )
            owners.setdefault(name, one.code)
    for name, layout in params.layouts.items():
        if name not in owners and not layout.is_a_committees:
            yield file.problem(
                ("shared",),
                f"Layouten {quoted(name)} har ingen avsändare.",
                "Varje arbetsbok som flera nämnder delar har en, som kan rätta den.",
                "Lägg till den under layouts hos den som skickar arbetsboken.",
            )
