"""Shared tables that say nothing of the committee, or too little of the period."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from followup.checks.common.rule import Rule
from followup.checks.common.table_problems import about, missing_months, month_names
from followup.ground.errors import Problem, Severity
from followup.ground.period import Period
from followup.workbooks.source_table import SourceTable

if TYPE_CHECKING:
    from followup.checks.common.case import Case
    from followup.params.params import Committee


SHARED_TABLES = ("sickness", "turnover", "yearly", "indicator_values", "indicator_targets", "investments")
INDICATOR_TABLES = ("indicator_values", "indicator_targets")
MONTHLY_STAFF_TABLES = ("sickness", "turnover")


def check(case: Case) -> Iterator[Problem]:
    """Shared tables that say nothing of the committee, or too little of the period."""
    committee, period, params = case.committee, case.period, case.params
    has_indicators = bool(params.indicators_of(committee.code, "quality"))
    for name in SHARED_TABLES:
        table = case.tables.get(name)
        if table is None or (name in INDICATOR_TABLES and not has_indicators):
            continue
        if not len(table):
            yield _no_rows(table, f"Bladet har inga rader för {committee.code}.")
        elif name in MONTHLY_STAFF_TABLES:
            yield from _staff_months(table, committee, period)
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


def _staff_months(table: SourceTable, committee: Committee, period: Period) -> Iterator[Problem]:
    """Months of the period without any row in a table of the staff, which the report would pass over."""
    missing = missing_months(table, period.year, period.months)
    if missing:
        yield about(
            table,
            f"Rader för {month_names(missing)} {period.year} saknas för {committee.code}.",
            f"Bladet väntas ha rader för varje månad i perioden {period.span}.",
            "Gör om uttaget med alla månader. Rapporten räknar med de månader som finns.",
            Severity.WARNING,
        )


RULE = Rule(
    code="rader-saknas",
    title="Nämndens rader i de gemensamma bladen",
    catches="Personaluppgifter, indikatorer och investeringar som saknas för nämnden eller för perioden.",
    check=check,
    needs=(),
    severities=(Severity.WARNING,),
    example=(
        "Bladet har inga rader för DNKS. Nämndens uppgifter väntas här. Lägg till raderna om de finns. Utan dem "
        "står det i rapporten att uppgifter saknas."
    ),
)
