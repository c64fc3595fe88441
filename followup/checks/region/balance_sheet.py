"""The region's own accounts: that the balance sheet balances, and that equity has moved with the result.

Sides that differ by more than rounding are impossible. Equity may move without a result, as when the principles of the
accounts change, so a large such movement is only unlikely.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from followup.checks.common.region_amounts import agrees_with_ledger, half_step
from followup.checks.common.rule import Rule
from followup.checks.common.table_problems import at, mnkr
from followup.ground.errors import Problem, Severity
from followup.ground.figure import Figure
from followup.tables.region_accounts import ASSETS, FUNDING, STATEMENT
from followup.workbooks.source_table import SourceTable

if TYPE_CHECKING:
    from followup.checks.common.case import Case


CODE = "balansrakning"
_COLUMNS = {"opening": "Ingående balans", "closing": "Utgående balans"}


def check(case: Case) -> Iterator[Problem]:
    """A balance sheet that does not balance, or whose equity has not moved with the period's result."""
    yield from _out_of_balance(case["balance_sheet"], case.params.rules.total_tolerance)
    if {"ledger", "income_statement"} <= case.tables.keys():
        yield from _equity(case)


def _out_of_balance(sheet: SourceTable, tolerance: float) -> Iterator[Problem]:
    for column, name in _COLUMNS.items():
        assets, funding = (
            Figure.sum(sheet.where(line=line).figure(column) for line in lines) for lines in (ASSETS, FUNDING)
        )
        if assets.value is None or funding.value is None or abs(assets.value - funding.value) <= tolerance:
            continue
        rounding = half_step((sheet, (column,))) * (len(ASSETS) + len(FUNDING))
        is_rounding = abs(assets.value - funding.value) <= rounding
        yield at(
            sheet.where(line=[*ASSETS, *FUNDING]),
            column,
            f"{name}: tillgångarna är {mnkr(assets.value)}, men eget kapital, avsättningar och skulder är "
            f"{mnkr(funding.value)}.",
            "Balansräkningens båda sidor är lika stora.",
            "Rätta den rad som är fel. Rapporten visar raderna som de är lämnade."
            if is_rounding
            else "Rätta den rad som är fel: kontrollera tecken, enhet (mnkr) och att alla rader är från samma bokslut.",
            Severity.WARNING if is_rounding else Severity.ERROR,
        )


def _equity(case: Case) -> Iterator[Problem]:
    sheet, statement = case["balance_sheet"], case["income_statement"]
    equity = sheet.where(line="equity")
    # Without each line once the sum is no result; what is missing or stands twice is told of those lines.
    if not agrees_with_ledger(case, "outcome") or sorted(statement.frame["line"]) != sorted(STATEMENT):
        return
    result = case["ledger"].where(period=case.period.so_far).total("outcome") + statement.total("outcome")
    change = equity.figure("closing") - equity.figure("opening")
    if result.value is None or change.value is None:
        return
    difference = abs(result.value - change.value)
    # Two amounts here and every line outside the ledger are rounded.
    rounding = half_step((equity, _COLUMNS), (statement, ("outcome",))) * (len(_COLUMNS) + len(statement))
    if difference <= max(rounding, 5 * case.params.rules.total_tolerance):
        return
    assets = Figure.sum(sheet.where(line=line).figure("opening") for line in ASSETS).value or 0.0
    is_large = difference > case.limit(CODE, "percent_of_assets") / 100 * assets
    yield at(
        equity,
        "closing",
        f"Eget kapital har ändrats med {mnkr(change.value)} sedan årets början, men periodens resultat är "
        f"{mnkr(result.value)}.",
        "Eget kapital ändras med resultatet, om inget har förts direkt mot det.",
        "Rätta balansräkningen, resultaträkningen eller huvudboken."
        if is_large
        else "Rätta balansräkningen, eller förklara skillnaden i en kommentar till ekonomin.",
        Severity.ERROR if is_large else Severity.WARNING,
        value=mnkr(change.value - result.value),
    )


RULE = Rule(
    code=CODE,
    title="Balansräkningens sidor och eget kapital",
    catches="En balansräkning som inte går ihop, och ett eget kapital som inte har ändrats med periodens resultat.",
    check=check,
    severities=(Severity.ERROR, Severity.WARNING),
    needs=("balance_sheet",),
    readers=("region",),
    limits=("percent_of_assets",),
    may_be_confirmed=True,
    example="Utgående balans: tillgångarna är 1 400 mnkr, men eget kapital, avsättningar och skulder är "
    "1 450 mnkr. Balansräkningens båda sidor är lika stora. Rätta den rad som är fel: kontrollera tecken, enhet "
    "(mnkr) och att alla rader är från samma bokslut.",
)
