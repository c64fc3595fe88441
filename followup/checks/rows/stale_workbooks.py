"""Shared workbooks that end where the period before did: copies that nobody has filled in.

A copy with the date of its extract is told by that date; this is for those without one. Where a single committee's rows
are missing there is a warning (`missing_rows`).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from followup.checks.common.rule import Rule
from followup.checks.common.table_problems import about
from followup.ground.period import Period
from followup.ground.wording import listed, quoted

if TYPE_CHECKING:
    from followup.checks.common.case import Case
    from followup.ground.errors import Problem
    from followup.workbooks.source_table import SourceTable

# What has a row for each month or each report. The ledger and the indicators have rules of their own.
MONTHLY = ("sickness", "turnover", "investments")


def check(case: Case) -> Iterator[Problem]:
    """One error for each workbook and month after which nobody has a row, though there has been a report since."""
    before = case.subject.before
    if before is not None:
        yield from _monthly(case, before)
    if "financial_history" in case.tables:
        yield from _yearly(case, case.whole["financial_history"])


def _monthly(case: Case, before: Period) -> Iterator[Problem]:
    ended: dict[tuple[str, str], list[SourceTable]] = {}
    for name in MONTHLY:
        if name not in case.tables:
            continue
        table = case.whole[name]
        latest = max(table.values("period"), default="")
        if latest and latest <= str(before):
            ended.setdefault((table.workbook, latest), []).append(table)
    for (_, latest), tables in ended.items():
        last = Period.parse(latest)
        names = listed(quoted(table.sheet) for table in tables)
        yield about(
            tables[0],
            f"{'Bladet' if len(tables) == 1 else 'Bladen'} {names} har inga rader efter {last.month_and_year}, "
            "för någon nämnd.",
            f"Rapporten gäller {case.period}, och den förra gällde {before}.",
            f"Är arbetsboken en kopia av en tidigare periods? Lägg dit den som är gjord för {case.period}.",
            value=last.month_and_year,
        )


def _yearly(case: Case, history: SourceTable) -> Iterator[Problem]:
    """A history of the financial goals that has neither this year's budget nor last year's outcome."""
    year, frame = case.period.year, history.frame
    settled = frame[(frame["kind"] == "outcome").to_numpy(dtype=bool)]
    if not len(frame) or frame["year"].max() >= year or (len(settled) and settled["year"].max() >= year - 1):
        return
    latest = int(frame["year"].max())
    yield about(
        history,
        f"Bladet {quoted(history.sheet)} har inga rader efter {latest}.",
        f"Rapporten gäller {year}: utfallet {year - 1} eller budgeten {year} väntas finnas.",
        f"Är arbetsboken en kopia av en tidigare? Lägg till årens värden, eller lägg dit den som är gjord för {year}.",
        value=str(latest),
    )


RULE = Rule(
    code="inget-nytt",
    title="Gemensamma arbetsböcker utan något nytt",
    catches="Personal, investeringar och finansiell historik som slutar där den förra periodens gjorde: en kopia utan "
    "uttagsdatum.",
    check=check,
    needs=(),
    readers=("committee", "region"),
    may_be_confirmed=True,
    is_cause=True,
    example=(
        "Bladen ”Sjukfrånvaro” och ”Personalomsättning” har inga rader efter februari 2024, för någon nämnd. Rapporten "
        "gäller 2024-04, och den förra gällde 2024-02. Är arbetsboken en kopia av en tidigare periods? Lägg dit den "
        "som är gjord för 2024-04."
    ),
)
