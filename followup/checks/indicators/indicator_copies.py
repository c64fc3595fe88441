"""A month's values that are another month's, and latest values that are all the targets: a copied column."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from followup.checks.common.rule import Rule
from followup.checks.common.suspicions import Suspicion, only, told
from followup.ground.errors import Problem
from followup.ground.period import Period
from followup.workbooks.source_table import SourceTable

if TYPE_CHECKING:
    from followup.checks.common.case import Case


def check(case: Case) -> Iterator[Problem]:
    """An error for months that are alike in every indicator, and for values that are all equal to their targets."""
    yield from told(case, "indicator_values", lambda rows: [*_months(case, rows), *_targets(case, rows)])


def _months(case: Case, table: SourceTable) -> Iterator[Suspicion]:
    """A month whose values are those of an earlier month in all of at least so many indicators."""
    least = int(case.limit(RULE.code, "minst_indikatorer"))
    frame = table.frame[(table.frame["period"] <= str(case.period)).to_numpy(dtype=bool)]
    wide = frame.pivot_table(index="period", columns="indicator", values="value", aggfunc="first")
    filled = wide[wide.notna().sum(axis=1) >= least].to_numpy()
    months = wide.index[wide.notna().sum(axis=1) >= least]
    copies = {}
    for at, month in enumerate(months):
        both = ~np.isnan(filled[:at]) & ~np.isnan(filled[at])
        alike = ((filled[:at] == filled[at]) | ~both).all(axis=1) & (both.sum(axis=1) >= least)
        if alike.any():
            copies[str(month)] = str(months[:at][alike][-1])
    if copies:
        yield _copied(table, copies)


def _copied(table: SourceTable, copies: dict[str, str]) -> Suspicion:
    month, earlier = next(iter(copies.items()))
    shown, before = (Period.parse(one).month_and_year for one in (month, earlier))
    more = f" Det är så för {len(copies)} månader." if len(copies) > 1 else ""
    return Suspicion(
        "copied",
        only(table, table.frame["period"].isin(list(copies)) & table.frame["value"].notna()),
        "value",
        f"Värdena för {shown} är desamma som för {before} i alla indikatorer som har båda.{more}",
        "Två månader har inte samma värde i allt.",
        f"Är raderna kopierade? Fyll i värdena för {shown}.",
        f"{month} som {earlier}",
    )


def _targets(case: Case, table: SourceTable) -> Iterator[Suspicion]:
    """The values of the latest month, when all are exactly the targets."""
    targets = case.whole.get("indicator_targets")
    if targets is None:
        return
    frame = table.frame[table.frame["value"].notna() & (table.frame["period"] <= str(case.period))]
    latest = frame[frame["period"] == frame["period"].max()]
    wanted = targets.frame.drop_duplicates(["committee", "indicator"]).set_index(["committee", "indicator"])["target"]
    goal = pd.Series(
        wanted.reindex(pd.MultiIndex.from_frame(latest[["committee", "indicator"]])).to_numpy(), latest.index
    )
    compared = goal.notna()
    if compared.sum() < case.limit(RULE.code, "minst_indikatorer") or not (goal == latest["value"])[compared].all():
        return
    rows = only(table, table.frame.index.isin(latest.index[compared]))
    month = Period.parse(rows.values("period")[0]).month_and_year
    yield Suspicion(
        "targets",
        rows,
        "value",
        f"Värdena för {month} är lika med målvärdet i alla {len(rows)} indikatorer som har ett.",
        "Ett uppmätt värde är sällan exakt målvärdet.",
        "Är målvärdena kopierade till kolumnen för värden? Fyll i de uppmätta värdena.",
        f"{len(rows)} värden lika med målvärdet",
    )


RULE = Rule(
    code="indikatorer-kopierade",
    title="Kopierade indikatorvärden",
    catches="En månad vars värden är en annan månads, och värden som alla är lika med målvärdena.",
    check=check,
    needs=("indicator_values",),
    readers=("committee", "region"),
    limits=("minst_indikatorer",),
    may_be_confirmed=True,
    example=(
        "Värdena för april 2024 är desamma som för februari 2024 i alla indikatorer som har båda. Två månader"
        " har inte samma värde i allt. Är raderna kopierade? Fyll i värdena för april 2024."
    ),
)
