"""The region's lines outside the ledger in the course of the year: the months' share, and columns in wrong places."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from followup.checks.common.region_amounts import (
    MONEY_FROM_OUTSIDE,
    STATEMENT_RULE,
    half_step,
    is_turned,
    money_from_outside,
)
from followup.checks.common.rule import Rule
from followup.checks.common.table_problems import at, mnkr
from followup.ground.errors import Problem
from followup.ground.wording import quoted, spelled
from followup.tables.region_accounts import STATEMENT

if TYPE_CHECKING:
    from followup.checks.common.case import Case
    from followup.workbooks.source_table import SourceTable


CODE = "resultatrakningens-manader"
_NAMES = {
    "budget": "Budget",
    "outcome": "Utfall",
    "previous_year": "Utfall föregående år",
    "year_budget": "Årets budget",
    "forecast": "Helårsprognos",
    "previous_forecast": "Föregående prognos",
}
# Columns that are never the same amounts on every line: the year has months, and an outcome is no plan.
_NEVER_EQUAL = (("outcome", "budget"), ("outcome", "previous_year"), ("budget", "previous_year"))
_NEVER_EQUAL_BEFORE_DECEMBER = (("outcome", "forecast"), ("budget", "year_budget"), ("outcome", "year_budget"))
# Fewer lines with amounts may be alike by chance.
_LEAST_LINES = 3


def check(case: Case) -> Iterator[Problem]:
    """Columns that are copies or have changed places, else lines whose months are not their share of the year."""
    statement = case["income_statement"]
    columns = list(_columns(case, statement))
    yield from columns
    if not columns:
        for row in statement.rows():
            yield from _shares(case, row)


def _columns(case: Case, statement: SourceTable) -> Iterator[Problem]:
    pairs = _NEVER_EQUAL if case.period.is_year_end else (*_NEVER_EQUAL, *_NEVER_EQUAL_BEFORE_DECEMBER)
    for one, other in pairs:
        amounts = statement.frame[[one, other]].dropna()
        amounts = amounts[(amounts != 0).any(axis=1)]
        if len(amounts) >= _LEAST_LINES and (amounts[one] == amounts[other]).all():
            yield at(
                statement,
                one,
                f"Kolumnerna {_NAMES[one]} och {_NAMES[other]} har samma belopp på alla rader.",
                "De två kolumnerna är olika saker.",
                "Kontrollera vilken av dem som är en kopia och fyll i de rätta beloppen.",
                value=f"{_NAMES[one]} = {_NAMES[other]}",
            )
    for other in ("outcome", "previous_year"):
        if _changed_places(case, statement, other):
            yield at(
                statement,
                other,
                f"Kolumnen {_NAMES[other]} är på alla rader {case.period.month} tolftedelar av årets budget, men det "
                "är inte kolumnen Budget.",
                "Periodens budget följer årets budget, och ett utfall gör det inte på kronan.",
                f"Kontrollera om kolumnerna {quoted('Budget')} och {quoted(_NAMES[other])} har bytt plats.",
                value=_NAMES[other],
            )


def _changed_places(case: Case, statement: SourceTable, other: str) -> bool:
    """Whether the other column has its months' even share of the year's budget on every line, the budget on none."""
    columns = (other, "budget", "year_budget")
    amounts = statement.frame[list(columns)].dropna()
    rounding = half_step((statement, columns)) + 1
    even = amounts["year_budget"] * case.period.month / 12
    return (
        len(amounts) >= _LEAST_LINES
        and bool(((amounts[other] - even).abs() <= rounding).all())
        and bool(((amounts["budget"] - even).abs() > rounding).all())
    )


def _shares(case: Case, row: SourceTable) -> Iterator[Problem]:
    if case.period.is_year_end:
        yield from _year_is_over(case, row)
        return
    is_outside = row.text("line") in MONEY_FROM_OUTSIDE
    even = 100 * case.period.month / 12
    for part, whole in (("budget", "year_budget"), ("outcome", "forecast")):
        some, year = row.figure(part).value, row.figure(whole).value
        if some is None or not year or is_turned(row, part) or is_turned(row, whole):
            continue
        share = 100 * some / year
        points = case.limit(CODE, "points_from_even")
        # Another unit or sign is told by followup.checks.region.income_statement_lines.
        if is_outside and not even / 10 <= share <= even * 10:
            continue
        base = money_from_outside(case["income_statement"], part)
        if not is_outside and base and abs(some) > case.limit(STATEMENT_RULE, "percent_financial") / 100 * abs(base):
            continue
        if is_outside and abs(share - even) <= points:
            continue
        # What is earned or paid in some months alone may be any part of the year, but hardly more than all of it.
        if not is_outside and -points <= share <= 100 + points:
            continue
        wanted = (
            f"{case.period.month} av 12 månader är {spelled(round(even))} procent, och posten kommer jämnt över året."
            if is_outside
            else "En del av året väntas inte vara mer än hela året, eller ha ett annat tecken."
        )
        yield at(
            row,
            part,
            f"{STATEMENT[row.text('line')]} är {mnkr(some)} i kolumnen {_NAMES[part]}, {spelled(round(share))} procent "
            f"av {mnkr(year)} i kolumnen {_NAMES[whole]}.",
            wanted,
            "Kontrollera att kolumnen gäller periodens månader, och att beloppen är i mnkr.",
            value=mnkr(some),
        )


def _year_is_over(case: Case, row: SourceTable) -> Iterator[Problem]:
    budget, year = row.figure("budget").value, row.figure("year_budget").value
    rounding = half_step((row, ("budget", "year_budget"))) * 2 + 1
    if budget is None or year is None or abs(budget - year) <= rounding:
        return
    yield at(
        row,
        "budget",
        f"{STATEMENT[row.text('line')]}: periodens budget är {mnkr(budget)}, men årets budget är {mnkr(year)}.",
        "När året är slut är periodens budget hela årets.",
        "Rätta den kolumn som är fel.",
        value=mnkr(budget),
    )


RULE = Rule(
    code=CODE,
    title="Resultaträkningens månader",
    catches="En kolumn som är en kopia av en annan, budget och utfall som har bytt plats, och belopp för hela året där "
    "periodens ska stå.",
    check=check,
    needs=("income_statement",),
    readers=("region",),
    limits=("points_from_even",),
    may_be_confirmed=True,
    example=(
        "Skatteintäkter är 10 030 mnkr i kolumnen Utfall, 100 procent av 10 030 mnkr i kolumnen Helårsprognos. 4 "
        "av 12 månader är 33 procent, och posten kommer jämnt över året. Kontrollera att kolumnen gäller "
        "periodens månader, och att beloppen är i mnkr. Är det rätt ändå: bekräfta det i params/confirmations.yml "
        "med regeln resultatrakningens-manader och värdet ”10 030 mnkr”."
    ),
)
