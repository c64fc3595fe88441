"""The previous year's outcome against the last period's ledger: that year is closed, and its amounts stay as they were.

Two columns under each other's headings are plausible in every other way.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from followup.checks.common.rule import Rule
from followup.checks.common.table_problems import at, kronor_text
from followup.checks.ledger.ledger_accumulated import accumulated
from followup.checks.ledger.ledger_copies import copied_columns
from followup.checks.ledger.ledger_scale import scaled
from followup.checks.ledger.ledger_sign import turned
from followup.ground.wording import spelled

if TYPE_CHECKING:
    import pandas as pd

    from followup.checks.common.case import Case
    from followup.ground.errors import Problem

CODE = "forra-arets-utfall"
KEY = ["committee", "period", "activity", "account_class", "account"]
# Kronor: an amount has changed where more than rounding differs.
CHANGED = 1.0


def check(case: Case) -> Iterator[Problem]:
    """One error for each committee most of whose amounts of the previous year are others than last period."""
    before = case.params.calendar.before(case.period)
    if before is None or before.year != case.period.year:
        return
    earlier = case.previous("ledger")
    if earlier is None:
        return
    # Of the months that the report compares.
    months = case["ledger"].where(period=list(case.period.so_far))
    both = _joined(months.frame, earlier.frame)
    # Whoever leaves a report is told there.
    told = {one.code for one in case.params.reporting(case.period)} if case.committee.is_region else set()
    # What is wrong with the column in itself is told where it stands.
    causes = (*scaled(case), *accumulated(case), *turned(case), *copied_columns(case))
    told |= {one.amounts.committee for one in causes if "previous_year" in (one.column, one.other)}
    for code, rows in both.groupby("committee", sort=False):
        changed = (rows["previous_year"] - rows["then"]).abs() > CHANGED
        share = case.limit(CODE, "share")
        if code in told or len(rows) < case.limit(CODE, "least_amounts") or changed.mean() < share:
            continue
        now, then = (kronor_text(float(rows.loc[changed, name].sum())) for name in ("previous_year", "then"))
        yield at(
            months.where(committee=str(code), period=sorted(set(rows.loc[changed, "period"]))),
            "previous_year",
            f"Utfall föregående år för {code} är ett annat än {before} i {spelled(int(changed.sum()))} av "
            f"{spelled(len(rows))} belopp: tillsammans {now}, men {then} i {earlier.workbook}.",
            "Förra året är avslutat, och dess belopp väntas vara desamma under året.",
            "Kontrollera att kolumnerna inte har bytt plats i uttaget.",
            value=now,
        )


def _joined(now: pd.DataFrame, then: pd.DataFrame) -> pd.DataFrame:
    """The amounts of rows that both ledgers have, in kronor: `previous_year` and `then`."""
    earlier = then[[*KEY, "previous_year"]].rename(columns={"previous_year": "then"})
    return now[[*KEY, "previous_year"]].merge(earlier, on=KEY).dropna(subset=["previous_year", "then"])


RULE = Rule(
    code=CODE,
    title="Förra årets utfall mot förra uttaget",
    catches="Belopp för förra året som har ändrats sedan årets förra rapport, till exempel när utfallets två kolumner "
    "har bytt plats.",
    check=check,
    needs=("ledger",),
    readers=("committee", "region"),
    limits=("share", "least_amounts"),
    may_be_confirmed=True,
    example=(
        "Utfall föregående år för DNKS är ett annat än 2024-02 i 72 av 72 belopp: tillsammans −2,4 mnkr, men −2,4 mnkr "
        "i 2024/2024-02/utfall.xlsx. Förra året är avslutat, och dess belopp väntas vara desamma under året. "
        "Kontrollera att kolumnerna inte har bytt plats i uttaget."
    ),
)
