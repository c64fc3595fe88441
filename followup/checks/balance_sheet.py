"""The region's own accounts: that the balance sheet balances, and that equity has moved with the result.

Both are warnings: the report shows the sheet as it was handed in.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from followup.checks.rule import Rule
from followup.checks.table_problems import at, mnkr
from followup.errors import Problem, Severity
from followup.figure import Figure
from followup.inputs.region_accounts import ASSETS, FUNDING
from followup.inputs.source_table import SourceTable
from followup.period import Period

if TYPE_CHECKING:
    from followup.checks.case import Case


_COLUMNS = {"opening": "Ingående balans", "closing": "Utgående balans"}


def check(case: Case) -> Iterator[Problem]:
    """Warnings for a balance sheet that does not balance, or whose equity has not moved with the period's result."""
    tolerance = case.params.rules.total_tolerance
    yield from _out_of_balance(case["balance_sheet"], tolerance)
    if {"ledger", "income_statement"} <= case.tables.keys():
        yield from _equity(case.tables, case.period, tolerance)


def _out_of_balance(sheet: SourceTable, tolerance: float) -> Iterator[Problem]:
    for column, name in _COLUMNS.items():
        assets, funding = (
            Figure.sum(sheet.where(line=line).figure(column) for line in lines) for lines in (ASSETS, FUNDING)
        )
        if assets.value is None or funding.value is None or abs(assets.value - funding.value) <= tolerance:
            continue
        yield at(
            sheet.where(line=[*ASSETS, *FUNDING]),
            column,
            f"{name}: tillgångarna är {mnkr(assets.value)}, men eget kapital, avsättningar och skulder är "
            f"{mnkr(funding.value)}.",
            "Balansräkningens båda sidor är lika stora.",
            "Rätta den rad som är fel. Rapporten visar raderna som de är lämnade.",
            Severity.WARNING,
        )


def _equity(tables: Mapping[str, SourceTable], period: Period, tolerance: float) -> Iterator[Problem]:
    equity = tables["balance_sheet"].where(line="equity")
    operations = tables["ledger"].where(period=period.so_far).total("outcome")
    result = operations + tables["income_statement"].total("outcome")
    change = equity.figure("closing") - equity.figure("opening")
    # Every line outside the ledger is rounded to a tenth of a million.
    if result.value is None or change.value is None or abs(result.value - change.value) <= 5 * tolerance:
        return
    yield at(
        equity,
        "closing",
        f"Eget kapital har ändrats med {mnkr(change.value)} sedan årets början, men periodens resultat är "
        f"{mnkr(result.value)}.",
        "Eget kapital ändras med resultatet, om inget har förts direkt mot det.",
        "Rätta balansräkningen, eller förklara skillnaden i en kommentar till ekonomin.",
        Severity.WARNING,
    )


RULE = Rule(
    code="balansrakning",
    title="Balansräkningens sidor och eget kapital",
    catches="En balansräkning som inte går ihop, och ett eget kapital som inte har ändrats med periodens resultat.",
    check=check,
    needs=("balance_sheet",),
    readers=("region",),
    severities=(Severity.WARNING,),
    example=(
        "Utgående balans: tillgångarna är 1 400 mnkr, men eget kapital, avsättningar och skulder är 1 401 mnkr. "
        "Balansräkningens båda sidor är lika stora. Rätta den rad som är fel. Rapporten visar raderna som de är "
        "lämnade."
    ),
)
