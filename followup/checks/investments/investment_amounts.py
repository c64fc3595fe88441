"""Investments against the rest of their row and the region's plan: amounts in another unit, and what cannot be.

Amounts are kronor without sign. A year's budget may well be what is left of the total, and more than is left in the
plan; it is not more than the total.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import numpy as np

from followup.checks.common.rule import Rule
from followup.checks.common.suspicions import Suspicion, by_holder, in_more_rows, number_of_rows, only, told
from followup.checks.common.table_problems import ROUNDING, about, mnkr
from followup.ground.errors import Problem, Severity
from followup.ground.wording import listed, quoted, spelled
from followup.workbooks.source_table import SourceTable

if TYPE_CHECKING:
    from followup.checks.common.case import Case

NAMES = {
    "total_budget": "Total budget",
    "year_budget": "Årets budget",
    "outcome": "Utfallet",
    "forecast": "Prognosen",
}
_WORDS = {"total_budget": "totala budget", "year_budget": "årsbudget", "outcome": "utfall", "forecast": "prognos"}


def check(case: Case) -> Iterator[Problem]:
    """An error for the whole sheet in another unit, or else for the rows that do not agree with themselves."""
    sheet = list(of_the_sheet(case))
    yield from sheet
    if not sheet:
        yield from told(case, "investments", lambda rows: found_in(case, rows))


def of_the_sheet(case: Case) -> Iterator[Problem]:
    """The sum of the year's budgets far from the plan's, where no single holder makes it so."""
    reported, plan = case.whole["investments"].where(period=case.period), _plan(case)
    budget = reported.total("year_budget").value
    times = case.limit(RULE.code, "ganger_planen")
    if not plan or budget is None or plan / times <= budget <= plan * times:
        return
    holders = by_holder(reported).values()
    culprits = sum(any(_over_plan(case, rows)) for rows in holders)
    if len(holders) < 2 or 0 < culprits < len(holders) / 2:
        return
    yield about(
        reported,
        f"Årets budget är {_sum(budget)} för alla investeringar i perioden {case.period}, men {mnkr(plan)} i den "
        "beslutade investeringsplanen, och så hade det stått i rapporten.",
        f"Bladets belopp är i mnkr, och summan väntas vara högst {spelled(times)} gånger större eller "
        "mindre än planens.",
        "Står beloppen i en annan enhet, eller med minus? Skriv dem i mnkr, utan tecken.",
        value=_sum(budget),
    )


def found_in(case: Case, table: SourceTable) -> Iterator[Suspicion]:
    """One holder's suspicious rows of the period: once, where most have another unit, or else each kind once."""
    found = list(suspicious(case, table))
    scaled = [one for one in found if one.kind == "scale"]
    if 2 * sum(len(one.rows) for one in scaled) >= len(table.where(period=case.period)):
        found = [one for one in found if one not in scaled[1:]]
    yield from {(one.kind, one.column): one for one in reversed(found)}.values()


def suspicious(case: Case, table: SourceTable) -> Iterator[Suspicion]:
    """One holder's suspicious rows of the period, each row once."""
    rows = table.where(period=case.period)
    for look in (_impossible, _over_plan, _out_of_scale, _negative, _contradictions):
        for one in look(case, rows):
            yield one
            rows = only(rows, ~rows.frame.index.isin(one.rows.frame.index))


def _plan(case: Case) -> float:
    """The decided plan's investments of the year, in kronor; 0 where there is none."""
    table = case.whole.get("investment_plan")
    return 0.0 if table is None else table.total("year_0").value or 0.0


def _sum(kronor: float) -> str:
    """In mnkr, or in kronor where mnkr would show nothing of it."""
    return mnkr(kronor) if abs(kronor) >= ROUNDING / 2 else f"{spelled(round(kronor))} kronor"


def _over_plan(case: Case, rows: SourceTable) -> Iterator[Suspicion]:
    """One holder's amounts of the year above the whole region's plan: the rows that are so alone, or else all."""
    plan = _plan(case)
    for column in ("year_budget", "forecast", "outcome") if plan else ():
        amounts = rows.frame[column]
        total = float(amounts.sum())
        if total <= case.limit(RULE.code, "del_av_planen") * plan:
            continue
        alone = amounts > plan
        chosen = only(rows, alone if alone.any() else amounts > 0)
        yield Suspicion(
            "scale",
            chosen,
            column,
            f"{NAMES[column]} är {mnkr(total)} i {number_of_rows(len(rows))} för nämnden, men hela regionens "
            f"investeringsplan för året är {mnkr(plan)}.",
            "En nämnds investeringar väntas vara en del av regionens.",
            "Står beloppen i kronor eller tkr? Skriv dem i mnkr.",
            mnkr(total),
        )
        return


def _impossible(case: Case, rows: SourceTable) -> Iterator[Suspicion]:
    frames = case.whole["frames"].frame["year_0"].abs().sum() if "frames" in case.whole else 0.0
    for column, name in NAMES.items():
        amounts = rows.frame[column]
        large = only(rows, amounts.abs() > frames) if frames else only(rows, amounts.isna() & amounts.notna())
        if len(large):
            yield _amount(
                large,
                column,
                f"Det är mer än alla nämnders ramar tillsammans, {mnkr(float(frames))}.",
                "Står beloppet i kronor eller tkr? Skriv det i mnkr.",
                kind="scale",
                name=name,
            )
            rows = only(rows, ~rows.frame.index.isin(large.frame.index))
    for column in ("total_budget", "year_budget"):
        below = only(rows, rows.frame[column] < 0)
        if len(below):
            yield _amount(
                below,
                column,
                "En budget för investeringar är inte negativ.",
                "Skriv beloppet utan minus.",
                kind=f"below {column}",
                name=NAMES[column],
            )
            rows = only(rows, ~rows.frame.index.isin(below.frame.index))


def _amount(rows: SourceTable, column: str, expected: str, remedy: str, *, kind: str, name: str) -> Suspicion:
    first = rows.frame.iloc[0]
    more = in_more_rows(len(rows))
    return Suspicion(
        kind,
        rows,
        column,
        f"{name} för {quoted(first['project'])} är {mnkr(float(first[column]))}.{more}",
        expected,
        remedy,
    )


def _out_of_scale(case: Case, rows: SourceTable) -> Iterator[Suspicion]:
    """An amount that is many times the largest of the others that should be as large."""
    floor = 1e6 * case.limit(RULE.code, "minst_mnkr")
    times = {name: case.limit(RULE.code, name) for name in ("ganger_budget", "ganger_prognos", "ganger_utfall")}
    others = {
        "outcome": (("total_budget", "year_budget", "forecast"), times["ganger_utfall"]),
        "forecast": (("total_budget", "year_budget"), times["ganger_prognos"]),
        "year_budget": (("forecast", "outcome"), times["ganger_budget"]),
    }
    for column, (against, factor) in others.items():
        frame = rows.frame
        largest = frame[list(against)].max(axis=1)
        wrong = (frame[column] > factor * largest) & (frame[column] - largest >= floor) & (largest > 0)
        if column == "outcome":
            wrong |= (largest == 0) & (frame[column] >= floor)
        if not wrong.any():
            continue
        chosen = only(rows, wrong)
        first, limit = chosen.frame.iloc[0], float(largest[wrong].iloc[0])
        more = in_more_rows(len(chosen))
        yield Suspicion(
            "scale",
            chosen,
            column,
            f"{NAMES[column]} för {quoted(first['project'])} är {mnkr(float(first[column]))}, men radens "
            f"{listed(_WORDS[name] for name in against)} är högst {_sum(limit)}.{more}",
            f"Beloppet väntas vara högst {spelled(factor)} gånger så stort.",
            "Står det i kronor eller tkr? Skriv det i mnkr.",
            mnkr(float(first[column])),
        )
        rows = only(rows, ~wrong)


def _negative(case: Case, rows: SourceTable) -> Iterator[Suspicion]:
    for column in ("outcome", "forecast"):
        below = only(rows, rows.frame[column] < 0)
        if len(below):
            name = NAMES[column]
            one = _amount(
                below,
                column,
                "En investering skrivs utan tecken. Bara mer återbetalt än betalt gör den negativ.",
                "Ta bort minustecknet.",
                kind=f"negative {column}",
                name=name,
            )
            yield Suspicion(
                one.kind,
                one.rows,
                column,
                one.found,
                one.expected,
                one.remedy,
                mnkr(float(below.frame[column].iloc[0])),
            )
            rows = only(rows, ~rows.frame.index.isin(below.frame.index))


def _contradictions(case: Case, rows: SourceTable) -> Iterator[Suspicion]:
    pairs = [("year_budget", "total_budget", "Årets budget är en del av den totala.", Severity.ERROR)]
    if not case.period.is_year_end:
        pairs.append(("outcome", "forecast", "Det som redan är betalt är en del av årets prognos.", Severity.ERROR))
    # More may be paid than was decided. That is not a fault of the sheet, but it is seldom so in a single year.
    pairs.append(
        ("outcome", "total_budget", "Det som är betalt i år är en del av den totala budgeten.", Severity.WARNING)
    )
    for part, whole, expected, severity in pairs:
        frame = rows.frame
        slack = np.maximum(ROUNDING, case.limit(RULE.code, "del_over_hel_procent") / 100 * frame[whole].abs())
        wrong = frame[part] > frame[whole] + slack
        if not wrong.any():
            continue
        chosen = only(rows, wrong)
        first = chosen.frame.iloc[0]
        more = in_more_rows(len(chosen))
        yield Suspicion(
            f"part {part} of {whole}",
            chosen,
            part,
            f"{NAMES[part]} för {quoted(first['project'])} är {mnkr(float(first[part]))}, mer än "
            f"{NAMES[whole].lower()}, {mnkr(float(first[whole]))}.{more}",
            expected,
            f"Rätta {NAMES[part].lower()} eller {NAMES[whole].lower()}."
            + (" Är båda rätt visar rapporten dem så." if severity is Severity.WARNING else ""),
            mnkr(float(first[part])),
            severity,
        )
        rows = only(rows, ~wrong)


RULE = Rule(
    code="investeringarnas-belopp",
    title="Investeringarnas belopp",
    catches="Belopp i kronor eller tkr, ett helt blad eller en cell; negativa budgetar; ett utfall långt över "
    "budget och "
    "prognos; en prognos under det som redan är betalt; en årsbudget eller ett utfall över den totala budgeten.",
    check=check,
    needs=("investments",),
    severities=(Severity.ERROR, Severity.WARNING),
    readers=("committee", "region"),
    limits=(
        *("ganger_planen", "del_av_planen", "ganger_utfall", "ganger_prognos", "ganger_budget", "minst_mnkr"),
        "del_over_hel_procent",
    ),
    may_be_confirmed=True,
    example=(
        "Utfallet för ”IT” är 40 mnkr, men radens totala budget, årsbudget och prognos är högst 10 mnkr. "
        "Beloppet väntas vara högst 3 gånger så stort. Står det i kronor eller tkr? Skriv det i mnkr."
    ),
)
