"""Lines of the budget table that no holder has, or that two have."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from followup.checks.common.holders import holders
from followup.checks.common.rule import Rule
from followup.checks.common.table_problems import at, mnkr
from followup.ground.errors import Problem
from followup.ground.wording import listed, loosely_normalised, nearest, quoted
from followup.tables.budget_frames import frame_lines

if TYPE_CHECKING:
    from followup.checks.common.case import Case


def check(case: Case) -> Iterator[Problem]:
    """An error for each line with an amount for the year that is not exactly one holder's."""
    frames = case["frames"]
    claims = {one.code: frame_lines(frames, one) for one in case.params.committees.values()}
    present = set(map(loosely_normalised, frames.values("line")))
    # A line that is only misspelt is told where its holder misses it.
    missed = [name for one in holders(case) for name in one.frames if loosely_normalised(name) not in present]
    of_this_year = {one.code for one in holders(case)}
    for line in frames.values("line"):
        rows = frames.where(line=line)
        amount = rows.total("year_0").value
        claimed = [code for code, lines in claims.items() if line in lines]
        if not amount or (not claimed and nearest(line, missed)):
            continue
        if not claimed:
            yield at(
                rows,
                "line",
                f"Ramen {quoted(line)} på {mnkr(-amount)} hör inte till någon nämnd eller post.",
                "Varje ram hör till någon i params/committees.yml. Annars räknas den i ramarnas summa, men inte hos "
                "någon.",
                "Skriv raden under frames för den som har ramen. Är raden en summa: lägg till dess ord i "
                "params/totals.yml.",
            )
        elif len(of_this_year & set(claimed)) > 1:
            yield at(
                rows,
                "line",
                f"Ramen {quoted(line)} på {mnkr(-amount)} hör till både {listed(claimed)}.",
                "En ram hör till en enda nämnd eller post. Annars räknas den två gånger.",
                "Ta bort raden ur frames för den ena i params/committees.yml.",
            )


RULE = Rule(
    code="ramar-utan-namnd",
    title="Ramar som ingen har",
    catches="En rad bland budgetramarna som inte hör till någon nämnd, eller som hör till två.",
    check=check,
    needs=("frames",),
    readers=("region", "region_plan"),
    example="Ramen ”Personalpolitiska satsningar” på 25 mnkr hör inte till någon nämnd eller post. Varje ram hör till "
    "någon i params/committees.yml. Annars räknas den i ramarnas summa, men inte hos någon. Skriv raden under frames "
    "för den som har ramen. Är raden en summa: lägg till dess ord i params/totals.yml.",
)
