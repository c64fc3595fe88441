"""The previous year's outcome against what was reported of it: that year is closed, and its amounts stay as they were.

The last period's ledger of the same year has the same column; the year's first report is compared with the outcome in
last year's last ledger. Two columns under each other's headings are plausible in every other way.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from followup.checks.common.rule import Rule
from followup.checks.common.table_problems import at, kronor_text
from followup.checks.ledger.ledger_accumulated import accumulated
from followup.checks.ledger.ledger_copies import copied_columns
from followup.checks.ledger.ledger_scale import scaled
from followup.checks.ledger.ledger_sign import turned
from followup.ground.period import MONTHS
from followup.ground.wording import listed, quoted, spelled

if TYPE_CHECKING:
    from followup.checks.common.case import Case
    from followup.ground.errors import Problem

CODE = "forra-arets-utfall"
LINE = ["committee", "period", "activity", "account_class"]
# Kronor: an amount has changed where more than rounding differs.
CHANGED = 1.0
# The parts of a committee's ledger that are looked at where most of it is as it was.
PARTS = {"activity": "verksamheten", "account_class": "kontoklassen", "period": ""}


def check(case: Case) -> Iterator[Problem]:
    """One error for each committee whose amounts of last year are others than reported: most, or all of a part."""
    earlier = case.previous("ledger")
    before = case.subject.before
    if before is None or earlier is None:
        return
    # Of the months that the report compares.
    months = case["ledger"].where(period=list(case.period.so_far))
    if before.year == case.period.year:
        both = _joined(months.frame, earlier.frame, "previous_year", [*LINE, "account"])
    elif before.is_year_end and before.year == case.period.year - 1:
        # A new chart of accounts gives last year's amounts other accounts, but the same lines.
        both = _joined(months.frame, _a_year_later(earlier.frame), "outcome", LINE)
    else:
        return
    # Whoever leaves a report is told there.
    told = {one.code for one in case.subject.reporting} if case.committee.is_region else set()
    # What is wrong with the column in itself is told where it stands.
    causes = (*scaled(case), *accumulated(case), *turned(case), *copied_columns(case))
    told |= {one.amounts.committee for one in causes if "previous_year" in (one.column, one.other)}
    for code, rows in both.groupby("committee", sort=False):
        if code in told:
            continue
        considered, label = _part(case, rows)
        changed = rows[considered & _has_changed(rows)]
        if not len(changed):
            continue
        now, then = (kronor_text(float(changed[name].sum())) for name in ("previous_year", "then"))
        yield at(
            months.where(committee=str(code), **{name: sorted(set(changed[name])) for name in PARTS}),
            "previous_year",
            f"Utfall föregående år för {code}{label} är ett annat än {before} i {spelled(len(changed))} av "
            f"{spelled(int(considered.sum()))} belopp: tillsammans {now}, men {then} i {earlier.workbook}.",
            "Förra året är avslutat, och dess belopp väntas vara desamma under året.",
            "Kontrollera att kolumnerna inte har bytt plats i uttaget.",
            value=now,
        )


def _part(case: Case, rows: pd.DataFrame) -> tuple[np.ndarray, str]:
    """Which of a committee's rows are changed as a whole, and what they are called; none if no part is."""
    changed = _has_changed(rows)
    if len(rows) >= case.limit(CODE, "least_amounts") and changed.mean() >= case.limit(CODE, "share"):
        return np.ones(len(rows), dtype=bool), ""
    for column, kind in PARTS.items():
        shares = pd.Series(changed, rows.index).groupby(rows[column], sort=False).agg(["mean", "size"])
        enough = shares["size"] >= case.limit(CODE, "least_of_part")
        wrong = shares.index[enough & (shares["mean"] >= case.limit(CODE, "share_of_part"))]
        if len(wrong):
            names = [MONTHS[int(name[5:]) - 1] if column == "period" else f"{kind} {quoted(name)}" for name in wrong]
            return rows[column].isin(wrong).to_numpy(), f" ({listed(names)})"
    return np.zeros(len(rows), dtype=bool), ""


def _has_changed(rows: pd.DataFrame) -> np.ndarray:
    return ((rows["previous_year"] - rows["then"]).abs() > CHANGED).to_numpy()


def _a_year_later(frame: pd.DataFrame) -> pd.DataFrame:
    """Last year's rows with the months of this year."""
    years = frame["period"].str[:4].astype(int) + 1
    return frame.assign(period=years.astype(str) + frame["period"].str[4:])


def _joined(now: pd.DataFrame, then: pd.DataFrame, column: str, key: list[str]) -> pd.DataFrame:
    """The amounts of what both ledgers have, in kronor: `previous_year` and `then`."""
    # A row that stands twice is told as such.
    now, then = (frame.drop_duplicates([*LINE, "account"]) for frame in (now, then))
    ours = now.groupby(key, sort=False)["previous_year"].sum(min_count=1)
    theirs = then.groupby(key, sort=False)[column].sum(min_count=1).rename("then")
    return pd.concat([ours, theirs], axis=1, join="inner").dropna().reset_index()


RULE = Rule(
    code=CODE,
    title="Förra årets utfall mot förra uttaget",
    catches="Belopp för förra året som har ändrats sedan årets förra rapport, eller sedan förra årets sista: hela "
    "nämndens, en verksamhets, en kontoklass eller en månads, till exempel när två kolumner har bytt plats.",
    check=check,
    needs=("ledger",),
    readers=("committee", "region"),
    limits=("share", "least_amounts", "share_of_part", "least_of_part"),
    may_be_confirmed=True,
    example=(
        "Utfall föregående år för DNKS är ett annat än 2024-02 i 72 av 72 belopp: tillsammans −2,4 mnkr, men −2,4 mnkr "
        "i 2024/2024-02/utfall.xlsx. Förra året är avslutat, och dess belopp väntas vara desamma under året. "
        "Kontrollera att kolumnerna inte har bytt plats i uttaget."
    ),
)
