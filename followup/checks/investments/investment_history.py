"""Investments against the period before in the same year: accumulated outcomes do not fall, and budgets stay."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pandas as pd

from followup.checks.common.rule import Rule
from followup.checks.common.suspicions import Suspicion, in_more_rows, only, told
from followup.checks.common.table_problems import mnkr
from followup.checks.investments.investment_amounts import NAMES, of_the_sheet, suspicious
from followup.ground.errors import Problem, Severity
from followup.ground.wording import listed, quoted
from followup.workbooks.source_table import SourceTable

if TYPE_CHECKING:
    from followup.checks.common.case import Case

AMOUNTS = list(NAMES)


def check(case: Case) -> Iterator[Problem]:
    """An error for outcomes that fall or stand still in every row, and for budgets that jump; a warning for a project
    that is gone.
    """
    before = case.subject.before
    table = None if before is None else case.everybodys(before, "investments")
    # A sheet in another unit is told as such.
    if not any(of_the_sheet(case)):
        yield from told(case, "investments", lambda rows: _found(case, rows, table))


def _found(case: Case, table: SourceTable, previous: SourceTable | None) -> Iterator[Suspicion]:
    now, earlier = table.where(period=case.period), _earlier(case, table, previous)
    # What does not agree with its own row is told already.
    doubtful = {row for one in suspicious(case, table) for row in one.rows.frame.index}
    now = only(now, ~now.frame.index.isin(doubtful))
    if not len(earlier) or not len(now):
        return
    then = earlier.reindex(now.frame["project"])
    then.index = now.frame.index
    jumping = [*_jumping(case, now, then)]
    rows = {row for one in jumping for row in one.rows.frame.index}
    if 2 * len(rows) >= len(now):
        # Where most have another unit, so have the rest, whose amounts are too small to tell.
        yield jumping[0]
    else:
        yield from jumping
        same = ~now.frame.index.isin(rows)
        yield from [*_copied(only(now, same), then[same])] or _falling(case, only(now, same), then[same])
    yield from _gone(table.where(period=case.period), earlier)


def _earlier(case: Case, table: SourceTable, previous: SourceTable | None) -> pd.DataFrame:
    """Each project's latest earlier amounts of the year, with their period, from the workbook before or this one."""
    year, parts = f"{case.period.year}-", []
    codes = table.values("committee")
    for one in (previous, table):
        if one is not None:
            frame = one.where(committee=codes).frame
            chosen = (frame["period"] < str(case.period)) & frame["period"].str.startswith(year)
            parts.append(frame[chosen.to_numpy(dtype=bool)].sort_values("period", kind="stable"))
    rows = pd.concat(parts[::-1]) if parts else pd.DataFrame(columns=["project", "period", *AMOUNTS])
    return rows.sort_values("period", kind="stable").drop_duplicates("project", keep="last").set_index("project")


def _falling(case: Case, now: SourceTable, then: pd.DataFrame) -> Iterator[Suspicion]:
    fall = then["outcome"] - now.frame["outcome"]
    floor = 1e6 * case.limit(RULE.code, "minst_mnkr")
    wrong = (fall >= floor) & (fall >= case.limit(RULE.code, "minst_procent") / 100 * then["outcome"])
    if not wrong.any():
        return
    rows = only(now, wrong)
    first, before = rows.frame.iloc[0], then[wrong].iloc[0]
    more = in_more_rows(len(rows))
    yield Suspicion(
        "falling",
        rows,
        "outcome",
        f"Utfallet för {quoted(first['project'])} är {mnkr(float(first['outcome']))}, men var "
        f"{mnkr(float(before['outcome']))} {before['period']}.{more}",
        "Utfallet är summan sedan januari, och minskar inte.",
        "Är det periodens eget utfall? Ange summan sedan januari.",
        mnkr(float(first["outcome"])),
    )


def _copied(now: SourceTable, then: pd.DataFrame) -> Iterator[Suspicion]:
    known = then["outcome"].notna() & ((now.frame["outcome"] > 0) | (then["outcome"] > 0))
    if known.sum() < 2 or not (now.frame["outcome"][known] == then["outcome"][known]).all():
        return
    period = str(then["period"][known].iloc[0])
    yield Suspicion(
        "copied",
        only(now, known),
        "outcome",
        f"Utfallet är detsamma som {period} för alla {int(known.sum())} investeringar som har något.",
        "Ett ackumulerat utfall växer under året.",
        f"Är raderna kopierade från {period}? Fyll i periodens utfall.",
        f"som {period}",
    )


def _jumping(case: Case, now: SourceTable, then: pd.DataFrame) -> Iterator[Suspicion]:
    floor, times = 1e6 * case.limit(RULE.code, "minst_mnkr"), case.limit(RULE.code, "ganger")
    for column in ("total_budget", "year_budget", "forecast"):
        value, before = now.frame[column], then[column].astype(float)
        far = ((value >= times * before) | (before >= times * value)) & (value > 0) & (before > 0)
        wrong = far & ((value - before).abs() >= floor)
        if not wrong.any():
            continue
        rows = only(now, wrong)
        first, earlier = rows.frame.iloc[0], then[wrong].iloc[0]
        more = in_more_rows(len(rows))
        yield Suspicion(
            "jumping",
            rows,
            column,
            f"{NAMES[column]} för {quoted(first['project'])} är {mnkr(float(first[column]))}, men var "
            f"{mnkr(float(earlier[column]))} {earlier['period']}.{more}",
            "Budget och prognos för samma investering väntas vara av samma storlek hela året.",
            "Står beloppet i en annan enhet? Skriv det i mnkr.",
            mnkr(float(first[column])),
        )
        now, then = only(now, ~wrong), then[~wrong]


def _gone(now: SourceTable, earlier: pd.DataFrame) -> Iterator[Suspicion]:
    gone = earlier[(earlier["outcome"] > 0) & ~earlier.index.isin(now.frame["project"])]
    # A sheet without any row of the period is told by another rule.
    if len(gone) and len(now):
        yield Suspicion(
            "gone",
            now,
            "",
            f"Rader saknas för {listed((quoted(name) for name in gone.index), most=3)}, som hade utfall "
            f"{gone['period'].iloc[0]}, {mnkr(float(gone['outcome'].sum()))}.",
            "Varje investering med utfall under året väntas finnas kvar.",
            "Lägg till raderna, eller skriv namnen som förut.",
            severity=Severity.WARNING,
        )


RULE = Rule(
    code="investeringarnas-historik",
    title="Investeringarna mot perioden före",
    catches="Ett utfall som är periodens eget i stället för summan sedan januari, ett blad som är kopierat från "
    "perioden "
    "före, belopp som har bytt enhet, och investeringar som har försvunnit.",
    check=check,
    needs=("investments",),
    readers=("committee", "region"),
    severities=(Severity.ERROR, Severity.WARNING),
    limits=("minst_mnkr", "minst_procent", "ganger"),
    may_be_confirmed=True,
    example=(
        "Utfallet för ”Bredband” är 1,1 mnkr, men var 3,1 mnkr 2024-02. Utfallet är summan sedan januari, och"
        " minskar inte. Är det periodens eget utfall? Ange summan sedan januari."
    ),
)
