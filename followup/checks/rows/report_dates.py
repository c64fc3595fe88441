"""When a workbook was handed in and its data extracted, against the end of the period that it reports."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from followup.checks.common.rule import Rule
from followup.checks.common.table_problems import about, at
from followup.ground.errors import Problem
from followup.ground.period import Period
from followup.ground.wording import listed, quoted, spelled
from followup.tables.budget_decisions import last_day

if TYPE_CHECKING:
    from followup.checks.common.case import Case
    from followup.workbooks.source_table import SourceTable


CODE = "rapportens-datum"


def check(case: Case) -> Iterator[Problem]:
    """One error for each date before the period is over, or long after it."""
    if "cover" in case.tables and (written := case["cover"].text("handed_in_on")):
        day = date.fromisoformat(written[:10])
        if expected := _doubt(case, day):
            yield at(
                case["cover"],
                "handed_in_on",
                f"Arbetsboken lämnades {day.isoformat()}, men rapporten gäller {case.period.span}.",
                expected,
                "Rätta datumet. Är arbetsboken en kopia av en annan periods: fyll i periodens uppgifter.",
                value=day.isoformat(),
            )
    yield from _extractions(case)


def _extractions(case: Case) -> Iterator[Problem]:
    """One error for each workbook and date, with its sheets: they are often extracted together."""
    folder = f"{case.period.year}/{case.period}/"
    sheets: dict[tuple[str, date], list[SourceTable]] = {}
    for name, table in case.tables.items():
        # What is decided for the year stands in the year's folder, and may be older.
        if table.workbook.startswith(folder) and (extracted := case.reads[name].notes.extracted):
            sheets.setdefault((table.workbook, extracted), []).append(table)
    for (_, extracted), tables in sheets.items():
        if expected := _doubt(case, extracted):
            names = listed(quoted(table.sheet) for table in tables)
            yield about(
                tables[0],
                f"{'Bladet' if len(tables) == 1 else 'Bladen'} {names} har uttagsdatum {extracted.isoformat()}, men "
                f"rapporten gäller {case.period.span}.",
                expected,
                "Gör om uttaget för perioden, eller rätta datumet om det är fel.",
                value=extracted.isoformat(),
            )


def _doubt(case: Case, day: date) -> str:
    """What was expected of a date, where it is not so."""
    period = case.period
    end = last_day(period)
    if day < end:
        return f"Perioden slutar {end.isoformat()}, och dess uppgifter finns först då."
    months = case.limit(CODE, "months_after")
    if Period(day.year, day.month).months_since(period) > months:
        return f"Periodens uppgifter väntas vara hämtade och lämnade senast {spelled(months)} månader efter den."
    return ""


RULE = Rule(
    code=CODE,
    title="Rapportens och uttagens datum",
    catches="Arbetsböcker och blad från en annan period: ett datum före periodens slut, eller långt efter det.",
    check=check,
    needs=(),
    readers=("committee", "region", "plan_follow_up"),
    limits=("months_after",),
    may_be_confirmed=True,
    is_cause=True,
    example=(
        "Arbetsboken lämnades 2023-05-20, men rapporten gäller januari–april 2024. Perioden slutar 2024-04-30, "
        "och dess uppgifter finns först då. Rätta datumet. Är arbetsboken en kopia av en annan periods: fyll i "
        "periodens uppgifter. Är det rätt ändå: bekräfta det i params/confirmations.yml med regeln "
        "rapportens-datum och värdet ”2023-05-20”."
    ),
)
