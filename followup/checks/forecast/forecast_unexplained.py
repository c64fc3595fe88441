"""A forecast that has left budget, last year, the previous forecast and the outcome behind without a word about why."""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from followup.checks.common.rule import Rule
from followup.checks.common.suspicions import only
from followup.checks.common.table_problems import at, in_sum, mnkr
from followup.checks.forecast.forecast_lines import forecast_lines
from followup.checks.forecast.forecast_part_of_year import told
from followup.checks.forecast.forecast_size import far_rows
from followup.checks.forecast.holder_forecast import doubtful_rows
from followup.ground.wording import listed, quoted

if TYPE_CHECKING:
    from followup.checks.common.case import Case
    from followup.ground.errors import Problem

CODE = "prognos-utan-forklaring"
LINE = ["activity", "account_class"]
_MOST_NAMED = 4


def check(case: Case) -> Iterator[Problem]:
    """One error for all such rows without a comment. When the year is over, the outcome explains the forecast.

    A committee's rows are lines of its ledger; the region's are the other holders, each with its net.
    """
    name, key = ("holder_forecast", ["committee"]) if case.committee.is_region else ("forecast", LINE)
    if case.period.is_year_end or name not in case.tables:
        return
    table = case[name]
    rows = table.frame.join(_lines(case, key), on=key)
    known = rows[["budget", "last_year", "previous_forecast"]].to_numpy(dtype=float)
    forecast = rows["forecast"].to_numpy(dtype=float)
    with np.errstate(all="ignore"):
        sizes = np.abs(known)
        agree = (np.sign(known) == np.sign(known[:, :1])).all(axis=1) & (
            sizes.max(axis=1) <= case.limit(CODE, "agree") * sizes.min(axis=1)
        )
        away = np.abs(forecast[:, None] - known).min(axis=1)
        far = away >= case.limit(CODE, "share") * sizes.max(axis=1)
    least = np.maximum(
        case.limit(CODE, "kronor"), case.limit(CODE, "share_of_year") * rows["year"].to_numpy(dtype=float)
    )
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
        f"Prognosen är {_named(odd, key)}.",
        "Budgeten, föregående år, föregående prognos och utfallet hittills är nära varandra, och prognosen väntas vara "
        "nära dem om ingen kommentar säger något annat.",
        "Kontrollera beloppet. Är det rätt: skriv i Kommentar på raden vad det beror på.",
        value=in_sum(odd["forecast"].tolist()),
    )


def _told(case: Case) -> list[int]:
    """The rows of which the rules about a forecast's unit, sign, part of the year and size have told."""
    if case.committee.is_region:
        return doubtful_rows(case, "forecast")
    lines = forecast_lines(case)
    if lines is None:
        return []
    odd = told(case, lines, "forecast") | far_rows(case, lines, "forecast")
    return [int(row) for row in lines.keys.index[odd]]


def _lines(case: Case, key: list[str]) -> pd.DataFrame:
    """The ledger by the rows of the forecast, in kronor: the year's `budget`, `last_year`, and `so_far`, which is the
    outcome and what is left; `year` is the committee's budget by line without signs.
    """
    ledger = case["ledger"].where(period=case.period.whole_year)
    whole = ledger.frame.groupby(key, sort=False)[["budget", "previous_year"]].sum(min_count=1)
    past = ledger.where(period=list(case.period.so_far)).frame.groupby(key, sort=False)[["budget", "outcome"]].sum()
    so_far = whole["budget"] + (past["outcome"] - past["budget"])
    by_line = ledger.frame.groupby(["committee", *LINE], sort=False)["budget"].sum().abs()
    year = by_line.groupby("committee").sum() if key == ["committee"] else float(by_line.sum())
    return whole.rename(columns={"previous_year": "last_year"}).assign(so_far=so_far, year=year)


def _named(rows: pd.DataFrame, key: list[str]) -> str:
    return listed(
        (
            f"{mnkr(row['forecast'])} för {_place(row, key)} (årets budget {mnkr(row['budget'])}, föregående år "
            f"{mnkr(row['last_year'])}, föregående prognos {mnkr(row['previous_forecast'])})"
            for row in rows.to_dict("records")
        ),
        most=_MOST_NAMED,
    )


def _place(row: dict[Hashable, Any], key: list[str]) -> str:
    return ", ".join(quoted(row[name]) for name in key) if key == LINE else str(row["committee"])


RULE = Rule(
    code=CODE,
    title="Prognos utan förklaring",
    catches="En prognos som är långt från budgeten, föregående år, föregående prognos och utfallet hittills, fast de "
    "är nära varandra och raden inte har någon kommentar: två siffror som har bytt plats, eller en annan rads belopp. "
    "Hit hör också prognosen för dem som inte lämnar rapport.",
    check=check,
    needs=("ledger",),
    readers=("committee", "region"),
    limits=("agree", "share", "kronor", "share_of_year"),
    may_be_confirmed=True,
    example=(
        "Prognosen är −18 mnkr för ”Bibliotek”, ”Personalkostnader” (årets budget −36 mnkr, föregående år −35,3 mnkr, "
        "föregående prognos −36 mnkr). Budgeten, föregående år, föregående prognos och utfallet hittills är nära "
        "varandra, och prognosen väntas vara nära dem om ingen kommentar säger något annat. Kontrollera beloppet. Är "
        "det rätt: skriv i Kommentar på raden vad det beror på."
    ),
)
