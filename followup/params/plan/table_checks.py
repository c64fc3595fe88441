"""What contradicts itself in a printed table of a plan: sums, values for each column, and frames of a committee."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator
from decimal import Decimal

from followup.ground.errors import Problem
from followup.ground.swedish import counted
from followup.ground.wording import listed, quoted, spelled
from followup.params.layouts import KRONOR_PER_WORD
from followup.params.plan.entries import TableEntry, TableRowEntry
from followup.params.plan.file import PlanFile
from followup.params.plan.tables import FRAMES
from followup.params.yaml_file import EntryPath, YamlFile

# A number that YAML reads as a text: in quotes, with spaces between the thousands or with a decimal comma.
_NUMBER = re.compile(r"[-\u2212]?[0-9]{1,3}(?:[ \u00a0]?[0-9]{3})*(?:[.,][0-9]+)?")


def table_problems(file: YamlFile, plan: PlanFile, number: int, table: TableEntry) -> Iterator[Problem]:
    """What contradicts itself in the plan's table at `tables[number]`."""
    if table.id == FRAMES:
        yield from _frames(file, plan, ("tables", number), table)
    whole = True
    for place, row in enumerate(table.rows):
        path = ("tables", number, "rows", place)
        for key, values in (("values", row.values), ("printed_total_differs", row.printed_total_differs)):
            if values is not None and len(values) != len(table.columns):
                whole = False
                yield file.problem(
                    (*path, key),
                    f"Raden {quoted(row.label)} har {counted(len(values), 'värde', 'värden')} i {key}.",
                    f"Tabellen {quoted(table.id)} har {counted(len(table.columns), 'kolumn', 'kolumner')}.",
                    "Skriv ett värde för varje kolumn, null där det inte finns något.",
                )
        is_amount = (row.unit or table.unit) in KRONOR_PER_WORD
        for value in row.values if is_amount else ():
            if isinstance(value, str) and _NUMBER.fullmatch(value.strip()):
                whole = False
                yield file.problem(
                    (*path, "values"),
                    f"Här står talet {quoted(value)} som text.",
                    "En text räknas inte med i summor.",
                    "Skriv talet med decimalpunkt, utan mellanslag och citattecken.",
                )
    if whole:
        for place, row in enumerate(table.rows):
            if row.total:
                yield from _total(file, ("tables", number, "rows", place), table, row)
            elif row.printed_total_differs is not None:
                yield file.problem(
                    ("tables", number, "rows", place, "printed_total_differs"),
                    f"Raden {quoted(row.label)} är ingen summa men har printed_total_differs.",
                    "Nyckeln hör till en rad med total: true.",
                    "Ta bort den eller lägg till total: true.",
                )


def _frames(file: YamlFile, plan: PlanFile, path: EntryPath, table: TableEntry) -> Iterator[Problem]:
    """Frames that would be read with the wrong sign or unit, be counted twice, or be nobody's or no year's."""
    if table.sign == "magnitude":
        yield file.problem(
            path,
            "Budgetramarna saknar tecken (sign).",
            "En budgetram är en nettokostnad. Med sign: ledger skrivs kostnader med plus, med sign: result med minus.",
            "Lägg till sign: ledger, om ramarna står utan minus.",
        )
    if table.unit not in KRONOR_PER_WORD:
        yield file.problem(
            (*path, "unit"),
            f"Budgetramarna har enheten {quoted(table.unit)}.",
            f"Ett belopp har enheten {listed(KRONOR_PER_WORD, 'eller')}.",
            "Skriv en av dem.",
        )
    if str(plan.year) not in table.columns:
        yield file.problem(
            (*path, "columns"),
            f"Budgetramarna har kolumnerna {listed(map(quoted, table.columns))}.",
            f"Årets ramar står i kolumnen ”{plan.year}”. Andra år har också bara årtalet.",
            "Rätta kolumnens namn, eller lägg till årets ramar.",
        )
    for place, row in enumerate(table.rows):
        if not row.total and not row.committee:
            yield file.problem(
                (*path, "rows", place),
                f"Raden {quoted(row.label)} hör inte till någon nämnd.",
                "En ram har nämndens kod i committee, och en rad som är summan av andra har total: true.",
                "Lägg till det som saknas.",
            )


def _total(file: YamlFile, path: EntryPath, table: TableEntry, total: TableRowEntry) -> Iterator[Problem]:
    groups: Container[str] = {total.group} if total.group else {row.group for row in table.rows}
    parts = [row for row in table.rows if not row.total and row.group in groups]
    declared = total.printed_total_differs or (0,) * len(table.columns)
    for place, column in enumerate(table.columns):
        printed = total.values[place]
        values = [value for row in parts if isinstance(value := row.values[place], int | float)]
        if not isinstance(printed, int | float) or not values:
            continue
        found, difference = exact_sum(values), exact(declared[place])
        if exact(printed) - found != difference:
            said = f" och printed_total_differs {spelled(difference)}" if difference else ""
            yield file.problem(
                path,
                f"Summan {quoted(total.label)} i kolumnen {quoted(column)} är {spelled(printed)}{said}, "
                f"men raderna blir {spelled(found)}.",
                "En summa är sina rader tillsammans, och en tryckt summa som avviker anges med avvikelsen.",
                "Rätta raderna, summan eller printed_total_differs (tryckt summa minus radernas).",
            )


def exact(value: float) -> Decimal:
    """The number as it is written in the file."""
    return Decimal(repr(value))


def exact_sum(values: Iterable[float]) -> Decimal:
    """The sum of numbers as they are written in the file."""
    return sum(map(exact, values), Decimal(0))
