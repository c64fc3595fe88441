"""Months of another year, months without rows, and lines of the ledger that stop or begin in the course of the year.

A sum over too few rows is a number like any other, so each gap is named before anybody adds anything up.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from followup.checks.common.holders import own_cases
from followup.checks.common.rule import Rule
from followup.checks.common.table_problems import about, at, missing_months, month_names
from followup.ground.errors import Problem, Severity
from followup.ground.period import Period
from followup.ground.wording import listed, quoted
from followup.workbooks.source_table import SourceTable

if TYPE_CHECKING:
    from followup.checks.common.case import Case


# Lines of the ledger that one problem names; the rest are counted.
MOST_NAMED = 5


def check(case: Case) -> Iterator[Problem]:
    """Months of another year, months without rows, and single lines that stop or begin in the course of the year.

    In the region's report: of the holders that leave none of their own.
    """
    for own in own_cases(case):
        yield from _of_one(own)


def _of_one(case: Case) -> Iterator[Problem]:
    ledger, period = case["ledger"], case.period
    present = set(ledger.values("period"))
    if others := sorted(text for text in present if text[:4] != str(period.year)):
        is_another_year = len(others) == len(present)
        # An extract of another year is everybody's.
        whole = case.whole["ledger"]
        is_everybodys = is_another_year and not any(one.startswith(f"{period.year}-") for one in whole.values("period"))
        others = sorted(whole.values("period")) if is_everybodys else others
        yield at(
            (whole if is_everybodys else ledger).where(period=others),
            "period",
            f"Här står {'perioden' if len(others) == 1 else 'perioderna'} {listed(others)}.",
            f"Huvudboken för {period.year} har bara årets perioder.",
            f"Lägg dit uttaget för {period.year}."
            if is_another_year
            else "Ta bort raderna, eller gör om uttaget för rätt år.",
        )
        if is_another_year:
            return
    missing = missing_months(ledger, period.year, range(1, 13))
    if reached := [month for month in missing if month <= period.month]:
        yield about(
            ledger,
            f"Rader för {month_names(reached)} {period.year} saknas för {case.committee.code}.",
            f"Huvudboken ska ha rader för varje månad i perioden {period.span}.",
            "Gör om uttaget med alla månader.",
        )
    if later := [month for month in missing if month > period.month]:
        yield about(
            ledger,
            f"Rader för {month_names(later)} {period.year} saknas för {case.committee.code}.",
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


RULE = Rule(
    code="huvudbokens-manader",
    title="Huvudbokens månader",
    catches="Ett uttag för fel år, månader som saknas, och verksamheter som saknar rader för enstaka månader.",
    check=check,
    needs=("ledger",),
    readers=("committee", "region"),
    is_cause=True,
    severities=(Severity.ERROR, Severity.WARNING),
    example=(
        "Rader för februari 2024 saknas för DNKS. Huvudboken ska ha rader för varje månad i perioden januari–april "
        "2024. Gör om uttaget med alla månader."
    ),
)
