"""A forecast that has left budget, last year, the previous forecast and the outcome behind without a word about why."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from followup.checks.common.rule import Rule
from followup.checks.common.suspicions import only
from followup.checks.common.table_problems import at, in_sum, mnkr
from followup.checks.forecast.forecast_lines import forecast_lines
from followup.checks.forecast.forecast_part_of_year import told
from followup.checks.forecast.forecast_size import far_rows
from followup.ground.wording import listed, quoted

if TYPE_CHECKING:
    from followup.checks.common.case import Case
    from followup.ground.errors import Problem

CODE = "prognos-utan-forklaring"
KEY = ["activity", "account_class"]
_MOST_NAMED = 4


def check(case: Case) -> Iterator[Problem]:
    """One error for all such rows without a comment. When the year is over, the outcome explains the forecast."""
    if case.period.is_year_end:
        return
    table = case["forecast"]
    lines = _lines(case)
    rows = table.frame.join(lines, on=KEY)
    known = rows[["budget", "last_year", "previous_forecast"]].to_numpy(dtype=float)
    forecast = rows["forecast"].to_numpy(dtype=float)
    with np.errstate(all="ignore"):
        sizes = np.abs(known)
        agree = (np.sign(known) == np.sign(known[:, :1])).all(axis=1) & (
            sizes.max(axis=1) <= case.limit(CODE, "agree") * sizes.min(axis=1)
        )
        away = np.abs(forecast[:, None] - known).min(axis=1)
        far = away >= case.limit(CODE, "share") * sizes.max(axis=1)
    least = max(case.limit(CODE, "kronor"), case.limit(CODE, "share_of_year") * float(lines["budget"].abs().sum()))
    # What is booked so far and the rest of the budget: a change that has begun to show explains itself.
    shown = np.abs(rows["so_far"].to_numpy(dtype=float) - rows["budget"].to_numpy(dtype=float)) >= away / 2
    wanted = agree & far & (away >= least) & ~shown & rows["comment"].isna().to_numpy()
    wanted &= ~rows.index.isin(_told(case))
    if not wanted.any():
        return
    odd = rows[wanted]
    yield at(
        only(table, wanted),
        "forecast",
        f"Prognosen är {_named(odd)}.",
        "Budgeten, föregående år, föregående prognos och utfallet hittills är nära varandra, och prognosen väntas vara "
        "nära dem om ingen kommentar säger något annat.",
        "Kontrollera beloppet. Är det rätt: skriv i Kommentar på raden vad det beror på.",
        value=in_sum(odd["forecast"].tolist()),
    )


def _told(case: Case) -> list[int]:
    """The rows of which the rules about a forecast's unit, sign, part of the year and size have told."""
    lines = forecast_lines(case)
    if lines is None:
        return []
    odd = told(case, lines, "forecast") | far_rows(case, lines, "forecast")
    return [int(row) for row in lines.keys.index[odd]]


def _lines(case: Case) -> pd.DataFrame:
    """The ledger by line, in kronor: the year's `budget`, `last_year`, and `so_far`, the outcome and what is left."""
    ledger = case["ledger"].where(period=case.period.whole_year)
    whole = ledger.frame.groupby(KEY, sort=False)[["budget", "previous_year"]].sum(min_count=1)
    past = ledger.where(period=list(case.period.so_far)).frame.groupby(KEY, sort=False)[["budget", "outcome"]].sum()
    so_far = whole["budget"] + (past["outcome"] - past["budget"])
    return whole.rename(columns={"previous_year": "last_year"}).assign(so_far=so_far)


def _named(rows: pd.DataFrame) -> str:
    return listed(
        (
            f"{mnkr(row['forecast'])} för {quoted(row['activity'])}, {quoted(row['account_class'])} (årets budget "
            f"{mnkr(row['budget'])}, föregående år {mnkr(row['last_year'])}, föregående prognos "
            f"{mnkr(row['previous_forecast'])})"
            for row in rows.to_dict("records")
        ),
        most=_MOST_NAMED,
    )


RULE = Rule(
    code=CODE,
    title="Prognos utan förklaring",
    catches="En prognos som är långt från budgeten, föregående år, föregående prognos och utfallet hittills, fast de "
    "är nära varandra och raden inte har någon kommentar: två siffror som har bytt plats, eller en annan rads belopp.",
    check=check,
    needs=("ledger", "forecast"),
    limits=("agree", "share", "kronor", "share_of_year"),
    may_be_confirmed=True,
    example=(
        "Prognosen är −18 mnkr för ”Bibliotek”, ”Personalkostnader” (årets budget −36 mnkr, föregående år −35,3 mnkr, "
        "föregående prognos −36 mnkr). Budgeten, föregående år, föregående prognos och utfallet hittills är nära "
        "varandra, och prognosen väntas vara nära dem om ingen kommentar säger något annat. Kontrollera beloppet. Är "
        "det rätt: skriv i Kommentar på raden vad det beror på."
    ),
)
