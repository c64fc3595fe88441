"""What a table lacks altogether: months, rows for the committee, rows for the period.

A sum over too few rows is a number like any other, so each gap is named before anybody adds anything up.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from followup.errors import Problem, Severity
from followup.inputs.source_table import SourceTable
from followup.inputs.table_problems import about, at, month_names
from followup.inputs.wording import quoted
from followup.period import Period

if TYPE_CHECKING:
    from followup.inputs.params import Committee, Params

SHARED_TABLES = ("sickness", "turnover", "yearly", "indicator_values", "indicator_targets", "investments")
INDICATOR_TABLES = ("indicator_values", "indicator_targets")
MONTHLY_STAFF_TABLES = ("sickness", "turnover")

# Lines of the ledger that one problem names; the rest are counted.
MOST_NAMED = 5


def ledger_months(
    tables: dict[str, SourceTable], committee: Committee, period: Period, params: Params
) -> Iterator[Problem]:
    """Months of another year, months without rows, and single lines that stop or begin in the course of the year."""
    ledger = tables["ledger"]
    present = set(ledger.values("period"))
    for other in sorted(text for text in present if text[:4] != str(period.year)):
        yield at(
            ledger.where(period=other),
            "period",
            f"Här står perioden {other}.",
            f"Huvudboken för {period.year} har bara årets perioder.",
            "Ta bort raderna, eller gör om uttaget för rätt år.",
        )
    missing = _missing_months(ledger, period.year, range(1, 13))
    if reached := [month for month in missing if month <= period.month]:
        yield about(
            ledger,
            f"Rader för {month_names(reached)} {period.year} saknas för {committee.code}.",
            f"Huvudboken ska ha rader för varje månad i perioden {period.span}.",
            "Gör om uttaget med alla månader.",
        )
    if later := [month for month in missing if month > period.month]:
        yield about(
            ledger,
            f"Rader för {month_names(later)} {period.year} saknas för {committee.code}.",
            "Huvudboken ska ha årets alla månader: även de som inte har något utfall har en budget.",
            "Gör om uttaget med alla månader. Rapporten räknar årets budget på de rader som finns.",
            Severity.WARNING,
        )
    yield from _lines_with_gaps(ledger, period.year, [month for month in range(1, 13) if month not in missing])


def _lines_with_gaps(ledger: SourceTable, year: int, months: list[int]) -> Iterator[Problem]:
    """One warning for every activity and account class that lacks some of `months`, which others have."""
    wanted = {str(Period(year, month)): month for month in months}
    present: dict[tuple[str, str], set[str]] = {}
    frame = ledger.frame
    for period, *line in zip(frame["period"], frame["activity"], frame["account_class"], strict=True):
        if period in wanted and None not in line:
            present.setdefault(tuple(line), set()).add(period)
    gaps = {
        line: [month for text, month in wanted.items() if text not in found]
        for line, found in present.items()
        if len(found) < len(wanted)
    }
    if not gaps:
        return
    named = [
        f"{quoted(activity)}, {quoted(account_class)} ({month_names(lacking)})"
        for (activity, account_class), lacking in list(gaps.items())[:MOST_NAMED]
    ]
    rest = f" och {len(gaps) - MOST_NAMED} till" if len(gaps) > MOST_NAMED else ""
    yield about(
        ledger,
        f"Månader {year} saknas för {'; '.join(named)}{rest}.",
        "Varje verksamhet och kontoklass i huvudboken väntas ha rader för årets alla månader.",
        "Kontrollera uttaget. Rapporten räknar med de rader som finns.",
        Severity.WARNING,
    )


def staff_months(table: SourceTable, committee: Committee, period: Period) -> Iterator[Problem]:
    """Months of the period without any row in a table of the staff, which the report would pass over."""
    missing = _missing_months(table, period.year, period.months)
    if missing:
        yield about(
            table,
            f"Rader för {month_names(missing)} {period.year} saknas för {committee.code}.",
            f"Bladet väntas ha rader för varje månad i perioden {period.span}.",
            "Gör om uttaget med alla månader. Rapporten räknar med de månader som finns.",
            Severity.WARNING,
        )


def missing_rows(
    tables: dict[str, SourceTable], committee: Committee, period: Period, params: Params
) -> Iterator[Problem]:
    """Shared tables that say nothing of the committee, or too little of the period."""
    has_indicators = bool(params.indicators_of(committee.code, "quality"))
    for name in SHARED_TABLES:
        table = tables.get(name)
        if table is None or (name in INDICATOR_TABLES and not has_indicators):
            continue
        if not len(table):
            yield _no_rows(table, f"Bladet har inga rader för {committee.code}.")
        elif name in MONTHLY_STAFF_TABLES:
            yield from staff_months(table, committee, period)
        elif name == "investments" and not len(table.where(period=period)):
            # Earlier periods stay in the sheet, so rows there are no sign that this period has been filled in.
            yield _no_rows(table, f"Bladet har inga rader för {committee.code} och perioden {period}.")


def _no_rows(table: SourceTable, found: str) -> Problem:
    return about(
        table,
        found,
        "Nämndens uppgifter väntas här.",
        "Lägg till raderna om de finns. Utan dem står det i rapporten att uppgifter saknas.",
        Severity.WARNING,
    )


def _missing_months(table: SourceTable, year: int, months: range) -> list[int]:
    present = set(table.values("period"))
    return [month for month in months if str(Period(year, month)) not in present]
