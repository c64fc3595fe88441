"""The lines of the balance requirement that are part of something else: of a gain, of a financial line, of a result.

An unrealised gain is in the financial income and is taken away; a loss is in the financial costs and is added. Regions
may book the two as one net, so what does not fit there is only unlikely. More exempted than was gained, or more put
aside than was left over, cannot be.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from followup.checks.common.region_amounts import half_step, value_of
from followup.checks.common.rule import Rule
from followup.checks.common.table_problems import at, mnkr
from followup.checks.region.balance_requirement_result import (
    COLUMNS,
    OF_STATEMENT,
    adjusted_result,
    columns_of,
    is_out_of_proportion,
    rounding_of,
)
from followup.ground.errors import Problem
from followup.tables.region_accounts import REQUIREMENT, STATEMENT

if TYPE_CHECKING:
    from followup.checks.common.case import Case

CODE = "balanskravets-delar"
_OF_FINANCE = (
    "En orealiserad vinst ingår i de finansiella intäkterna och dras av med minustecken. En orealiserad förlust ingår "
    "i de finansiella kostnaderna och läggs till med plustecken."
)


def check(case: Case) -> Iterator[Problem]:
    """Exempted gains, the reserve and unrealised amounts against what they are part of, in each column."""
    for column in columns_of(case):
        yield from _exempted(case, column)
        yield from _reserve(case, column)
        yield from _unrealised(case, column)


def _exempted(case: Case, column: str) -> Iterator[Problem]:
    lines = case["balance_requirement"]
    gains, exempt = (value_of(lines, line, column) for line in ("capital_gains", "capital_gains_exempt"))
    # A turned sign is told line by line.
    if gains is None or exempt is None or gains > 0 or exempt <= -gains + 2 * half_step((lines, COLUMNS)):
        return
    yield at(
        lines.where(line="capital_gains_exempt"),
        column,
        f"{REQUIREMENT['capital_gains_exempt']} ({COLUMNS[column]}) är {mnkr(exempt)}, men samtliga "
        f"realisationsvinster är {mnkr(gains)}.",
        "Undantaget gäller en del av realisationsvinsterna, som läggs tillbaka.",
        "Rätta den rad som är fel.",
    )


def _reserve(case: Case, column: str) -> Iterator[Problem]:
    lines = case["balance_requirement"]
    reserve, result = value_of(lines, "reserve", column), adjusted_result(case, column)
    if not reserve or result is None or is_out_of_proportion(case, reserve):
        return
    most = max(0.0, result if reserve < 0 else -result) + rounding_of(case, column)
    if abs(reserve) <= most:
        return
    yield at(
        lines.where(line="reserve"),
        column,
        f"{'Reservering till' if reserve < 0 else 'Användning av'} resultatreserv ({COLUMNS[column]}) är "
        f"{mnkr(reserve)}, men årets resultat efter balanskravsjusteringar är {mnkr(result)}.",
        "En reservering görs ur ett överskott, anges med minustecken och är högst så stor som det."
        if reserve < 0
        else "Reserven används för ett underskott, anges med plustecken och väntas inte vara större än det.",
        "Kontrollera tecken och belopp, och de rader som resultatet räknas av.",
        value="" if reserve < 0 else mnkr(reserve),
    )


def _unrealised(case: Case, column: str) -> Iterator[Problem]:
    lines, statement = case["balance_requirement"], case["income_statement"]
    amount, own = value_of(lines, "unrealised", column), OF_STATEMENT[column]
    income, costs = (value_of(statement, line, own) for line in ("financial_income", "financial_costs"))
    if not amount or income is None or costs is None or income < 0 or costs > 0 or is_out_of_proportion(case, amount):
        return
    line, whole = ("financial_costs", costs) if amount > 0 else ("financial_income", income)
    if abs(amount) > abs(whole) + half_step((lines, COLUMNS)) + half_step((statement, OF_STATEMENT.values())):
        found = f"men {STATEMENT[line].lower()} är {mnkr(whole)}."
    elif moved := _moved_the_other_way(case, column):
        found = f"men {moved}. Det ser ut att ha omvänt tecken."
    else:
        return
    yield at(
        lines.where(line="unrealised"),
        column,
        f"{REQUIREMENT['unrealised']} ({COLUMNS[column]}) är {mnkr(amount)}, {found}",
        _OF_FINANCE,
        "Kontrollera tecken och belopp.",
        value=mnkr(amount),
    )


def _moved_the_other_way(case: Case, column: str) -> str:
    """How the financial lines have left their budget, where an unrealised amount would fit with its sign turned.

    Empty where it fits as it is, or nowhere. A loss should have made the costs as much larger than in the budget; it
    does not fit where they have grown by less than a share of it while the income has grown by all of it. A gain
    likewise.
    """
    if column == "budget":
        return ""
    lines, statement = case["balance_requirement"], case["income_statement"]
    amount = (value_of(lines, "unrealised", column) or 0.0) - (value_of(lines, "unrealised", "budget") or 0.0)
    changes = {}
    for line in ("financial_income", "financial_costs"):
        now, budget = (value_of(statement, line, name) for name in (OF_STATEMENT[column], "year_budget"))
        if now is None or budget is None:
            return ""
        changes[line] = now - budget
    # Better than budget is above 0 for both; a loss is above 0 in the sheet.
    gained, lost = changes["financial_income"], -changes["financial_costs"]
    own, other = (lost, gained) if amount > 0 else (gained, lost)
    share = case.limit(CODE, "percent_in_own_line") / 100
    if own >= share * abs(amount) or other < abs(amount):
        return ""
    return (
        f"finansiella intäkter är {mnkr(abs(gained))} {'högre' if gained >= 0 else 'lägre'} och finansiella kostnader "
        f"{mnkr(abs(lost))} {'högre' if lost > 0 else 'lägre'} än i årets budget"
    )


RULE = Rule(
    code=CODE,
    title="Balanskravsutredningens delar",
    catches="Orealiserade vinster och förluster med omvänt tecken eller större än de finansiella posterna, undantag "
    "för mer än realisationsvinsterna, och en resultatreserv som inte svarar mot resultatet.",
    check=check,
    needs=("balance_requirement", "income_statement"),
    readers=("region",),
    limits=("percent_in_own_line",),
    may_be_confirmed=True,
    example=(
        "Orealiserade vinster och förluster i värdepapper (helårsprognos) är 95 mnkr, men finansiella intäkter är "
        "210 mnkr högre och finansiella kostnader 25 mnkr lägre än i årets budget. Det ser ut att ha omvänt tecken. En "
        "orealiserad vinst ingår i de finansiella intäkterna och dras av med minustecken. En orealiserad förlust ingår "
        "i de finansiella kostnaderna och läggs till med plustecken. Kontrollera tecken och belopp. Är det rätt ändå: "
        "bekräfta det i params/confirmations.yml med regeln balanskravets-delar och värdet ”95 mnkr”."
    ),
)
