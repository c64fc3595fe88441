"""Months that were reported last time and have another outcome now.

Corrections in months that are closed are a part of bookkeeping, so only large ones are told.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pandas as pd

from followup.checks.common.rule import Rule
from followup.checks.common.table_problems import at, mnkr
from followup.ground.errors import Problem, Severity
from followup.ground.period import MONTHS
from followup.ground.wording import listed

if TYPE_CHECKING:
    from followup.checks.common.case import Case


def check(case: Case) -> Iterator[Problem]:
    """One warning for each committee whose closed months differ largely, in one month or in all of them."""
    before = case.subject.before
    if before is None or before.year != case.period.year:
        return
    earlier = case.previous("ledger")
    if earlier is None:
        return
    closed = before.so_far
    now, then = _by_month(case["ledger"].frame, closed), _by_month(earlier.frame, closed)
    both = now.join(then.add_suffix("_then"), how="inner").dropna()
    if case.committee.is_region:
        # Whoever leaves a report is told there.
        reporting = {one.code for one in case.subject.reporting}
        both = both[~both.index.get_level_values("committee").isin(reporting)]
    for code, months in both.groupby(level="committee", sort=False):
        yield from _committee(case, str(code), months.droplevel("committee"), earlier.workbook)


def _by_month(frame: pd.DataFrame, months: tuple[str, ...]) -> pd.DataFrame:
    chosen = frame[frame["period"].isin(months)]
    return chosen.groupby(["committee", "period"], sort=False)[["outcome", "budget"]].agg(_sum)


def _sum(values: pd.Series) -> float:
    return float(values.sum(skipna=False))


def _committee(case: Case, code: str, months: pd.DataFrame, workbook: str) -> Iterator[Problem]:
    limit = case.params.rules.large_deviation
    change = months["outcome"] - months["outcome_then"]

    def is_large(amount: float, budget: float) -> bool:
        return abs(amount) >= max(limit.kronor, limit.percent / 100 * abs(budget))

    large = [month for month in months.index if is_large(change[month], months["budget"][month])]
    if not large and not is_large(change.sum(), months["budget"].sum()):
        return
    named = large or [month for month in months.index if change[month]]
    told = listed(
        f"{MONTHS[int(month[5:]) - 1]} från {mnkr(-months['outcome_then'][month])} till "
        f"{mnkr(-months['outcome'][month])}"
        for month in named
    )
    before = case.subject.before
    yield at(
        case["ledger"].where(committee=code, period=named),
        "outcome",
        f"Nettokostnaden för {code} i månader som redovisades {before} har ändrats med {mnkr(-change.sum())}: {told}.",
        f"En månad som är redovisad väntas vara ungefär densamma som i {workbook}.",
        "Kontrollera uttaget. Är rättelsen bokförd: förklara den i en kommentar till ekonomin, för den ändrar "
        "avvikelsen sedan förra rapporten.",
        Severity.WARNING,
    )


RULE = Rule(
    code="stangda-manader",
    title="Redovisade månader mot förra uttaget",
    catches="Ett utfall för en månad som redan är redovisad och som har ändrats mycket sedan förra rapporten.",
    check=check,
    severities=(Severity.WARNING,),
    needs=("ledger",),
    readers=("committee", "region"),
    example=(
        "Nettokostnaden för RGK i månader som redovisades 2024-02 har ändrats med 5 mnkr: februari från 200 mnkr "
        "till 205 mnkr. En månad som är redovisad väntas vara ungefär densamma som i 2024/2024-02/utfall.xlsx. "
        "Kontrollera uttaget. Är rättelsen bokförd: förklara den i en kommentar till ekonomin, för den ändrar "
        "avvikelsen sedan förra rapporten."
    ),
)
