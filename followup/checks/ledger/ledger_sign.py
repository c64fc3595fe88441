"""Amounts of the ledger with the sign turned."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import numpy as np

from followup.checks.common.per_case import once
from followup.checks.common.rule import Rule
from followup.checks.common.table_problems import at, kronor_text
from followup.checks.ledger.amount_evidence import evidence
from followup.checks.ledger.ledger_amounts import COLUMNS, ledger_amounts
from followup.checks.ledger.parts import EVERYTHING, Finding, Scope, scattered, where, widest_parts
from followup.ground.wording import listed, quoted

if TYPE_CHECKING:
    from followup.checks.common.case import Case
    from followup.checks.ledger.ledger_amounts import Amounts
    from followup.ground.errors import Problem

CODE = "huvudbokens-tecken"


def check(case: Case) -> Iterator[Problem]:
    """One error for each column of a committee with signs turned, and for revenue that is a cost in every column."""
    for finding in turned(case):
        yield _problem(finding)
    revenue = case.params.rules.financial_goals.revenue
    for amounts in ledger_amounts(case):
        yield from _revenue_problem(amounts, revenue, case.limit(CODE, "kronor"))


@once
def turned(case: Case) -> tuple[Finding, ...]:
    """Columns in which many amounts together have the other columns' size and the opposite sign."""
    return tuple(_turned(case))


def _turned(case: Case) -> Iterator[Finding]:
    share, least, kronor = (case.limit(CODE, name) for name in ("share", "least_amounts", "kronor"))
    for amounts in ledger_amounts(case):
        for column in COLUMNS:
            known = evidence(amounts, column)

            def accepts(scope: Scope, chosen: np.ndarray, column: str = column) -> bool:
                enough = bool(chosen.sum() >= (least / 2 if scope == EVERYTHING else least))
                return enough and 2 * amounts.gross(column, chosen) >= amounts.least(kronor)  # noqa: B023

            parts = widest_parts(
                amounts, known.opposite, known.considered, known.usual, share, accepts, sure=known.sure
            )
            left = known.opposite & known.sure & ~Finding(amounts, column, tuple(parts)).chosen
            enough = max(case.limit(CODE, "least_scattered"), case.limit(CODE, "scattered") * known.sure.sum())
            if left.sum() >= enough and 2 * amounts.gross(column, left) >= amounts.least(kronor):
                parts.append(scattered(left))
            if parts:
                yield Finding(amounts, column, tuple(parts))


def _problem(finding: Finding) -> Problem:
    amounts, chosen = finding.amounts, finding.chosen
    sums = {name: kronor_text(amounts.net(name, chosen)) for name in COLUMNS}
    others = listed(
        f"{sums[name]} i {quoted(COLUMNS[name])}"
        for name in COLUMNS
        if name != finding.column and amounts.gross(name, chosen)
    )
    return at(
        amounts.at(chosen),
        finding.column,
        f"Beloppen i kolumnen {quoted(COLUMNS[finding.column])} har omvänt tecken för {amounts.committee} "
        f"({where(finding.parts)}): de är tillsammans {sums[finding.column]}, men {others}, med intäkter som plus och "
        "kostnader som minus.",
        "I huvudboken anges intäkter med minustecken och kostnader med plustecken i alla kolumner.",
        "Kontrollera tecknen i uttaget.",
        value="" if finding.is_all else sums[finding.column],
    )


def _revenue_problem(amounts: Amounts, revenue: str, kronor: float) -> Iterator[Problem]:
    """Where budget, outcome and previous year are all turned, no column tells; but revenue is no cost."""
    chosen = np.broadcast_to((amounts.keys["account_class"] == revenue).to_numpy()[:, None], amounts.rows.shape)
    sums = {name: amounts.net(name, chosen) for name in COLUMNS}
    if all(value <= 0 for value in sums.values()) and sums["budget"] <= -kronor:
        yield at(
            amounts.at(chosen),
            "budget",
            f"Kontoklassen {quoted(revenue)} är en kostnad för {amounts.committee} i alla kolumner: "
            f"{kronor_text(sums['budget'])} i {quoted(COLUMNS['budget'])}.",
            "I huvudboken anges intäkter med minustecken och kostnader med plustecken.",
            "Kontrollera tecknen i uttaget.",
            value=kronor_text(sums["budget"]),
        )


RULE = Rule(
    code=CODE,
    title="Huvudbokens tecken",
    catches="Belopp med omvänt tecken: i hela kolumnen, en kontoklass, en verksamhet, en månad eller flera rader.",
    check=check,
    needs=("ledger",),
    readers=("committee", "region"),
    limits=("share", "least_amounts", "least_scattered", "scattered", "kronor"),
    may_be_confirmed=True,
    example=(
        "Beloppen i kolumnen ”Utfall” har omvänt tecken för DNKS (kontoklassen ”Intäkter”): de är tillsammans −2,4 "
        "mnkr, men 2,4 mnkr i ”Budget” och 2,4 mnkr i ”Utfall föregående år”, med intäkter som plus och kostnader som"
        " minus. I huvudboken anges intäkter med minustecken och kostnader med plustecken i alla kolumner. "
        "Kontrollera tecknen i uttaget."
    ),
)
