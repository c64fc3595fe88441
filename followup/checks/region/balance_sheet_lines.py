"""Single lines of the region's balance sheet: amounts of another unit, parts larger than their whole, and signs.

A line that is wrong by a factor makes the two sides differ, but not the lines that stand outside them, and not a whole
column or a whole sheet.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from followup.checks.common.region_amounts import net_cost_of_year, value_of
from followup.checks.common.rule import Rule
from followup.checks.common.table_problems import at, in_sum, mnkr
from followup.ground.errors import Problem
from followup.ground.figure import Figure
from followup.ground.wording import listed, spelled
from followup.tables.region_accounts import ASSETS, LINES
from followup.workbooks.source_table import SourceTable

if TYPE_CHECKING:
    from followup.checks.common.case import Case


CODE = "balansrakningens-rader"
_COLUMNS = {"opening": "ingående", "closing": "utgående"}
_UNIT = "Kontrollera beloppet och enheten: bladet är i mnkr."


def check(case: Case) -> Iterator[Problem]:
    """Lines below 0, liquid funds above all current assets, and changes or sizes that no real sheet has."""
    sheet = case["balance_sheet"]
    yield from _signs(sheet)
    yield from _liquid_funds(sheet, case.params.rules.total_tolerance)
    if found := list(_size(case, sheet)):
        yield from found
        return
    yield from _changes(case, sheet)


def _signs(sheet: SourceTable) -> Iterator[Problem]:
    for row in sheet.rows():
        line = row.text("line")
        for column, name in _COLUMNS.items():
            value = row.figure(column).value
            # Equity is below 0 where the debts are larger than the assets.
            if line != "equity" and value is not None and value < 0:
                yield at(
                    row,
                    column,
                    f"{_name(line)} är {mnkr(value)} i {name} balans.",
                    "Tillgångar, avsättningar och skulder anges utan tecken.",
                    "Ta bort minustecknet, om det inte är ett fel i uttaget.",
                    value=mnkr(value),
                )


def _name(line: str) -> str:
    return LINES[line].removeprefix("varav ").capitalize()


def _liquid_funds(sheet: SourceTable, tolerance: float) -> Iterator[Problem]:
    for column, name in _COLUMNS.items():
        part, whole = value_of(sheet, "liquid_funds", column), value_of(sheet, "current_assets", column)
        if part is not None and whole is not None and part > whole + tolerance:
            yield at(
                sheet.where(line="liquid_funds"),
                column,
                f"Likvida medel är {mnkr(part)} i {name} balans, men alla omsättningstillgångar är {mnkr(whole)}.",
                "Likvida medel är en del av omsättningstillgångarna.",
                "Rätta den rad som är fel.",
            )


def _size(case: Case, sheet: SourceTable) -> Iterator[Problem]:
    year, times = net_cost_of_year(case), case.limit(CODE, "times_net_cost")
    wrong = {}
    for column in _COLUMNS:
        assets = Figure.sum(sheet.where(line=line).figure(column) for line in ASSETS).value
        if year and assets and not year / times <= abs(assets) <= times * year:
            wrong[column] = assets
    if not wrong or not year:
        return
    rows = sheet.where(line=list(ASSETS))
    told = listed(f"{mnkr(assets)} i {_COLUMNS[column]} balans" for column, assets in wrong.items())
    problem = at(
        rows,
        next(iter(wrong)),
        f"Tillgångarna är {told}, men regionens nettokostnad är {mnkr(year)} i årets budget.",
        f"En regions tillgångar är mellan {spelled(round(1 / times, 2))} och {spelled(times)} gånger nettokostnaden.",
        _UNIT,
        value=in_sum(list(wrong.values())),
    )
    yield replace(problem, cell=",".join(cells.address for column in wrong for cells in rows.cells(column)))


def _changes(case: Case, sheet: SourceTable) -> Iterator[Problem]:
    factor, least = case.limit(CODE, "times_opening"), case.limit(CODE, "percent_of_assets") / 100
    assets = Figure.sum(sheet.where(line=line).figure("opening") for line in ASSETS).value or 0.0
    for row in sheet.rows():
        line, opening, closing = row.text("line"), row.figure("opening").value, row.figure("closing").value
        if line == "equity" or opening is None or closing is None:
            continue
        small, large = sorted((abs(opening), abs(closing)))
        if large - small <= least * abs(assets) or large <= factor * small:
            continue
        yield at(
            row,
            "closing",
            f"{_name(line)} är {mnkr(opening)} i ingående balans och {mnkr(closing)} i utgående balans.",
            f"En rad väntas inte ändras mer än {spelled(factor)} gånger under ett år.",
            _UNIT,
            value=mnkr(closing),
        )


RULE = Rule(
    code=CODE,
    title="Balansräkningens rader",
    catches="Belopp i en annan enhet, också där sidorna ändå är lika stora, rader under noll, och likvida medel som "
    "är större än omsättningstillgångarna.",
    check=check,
    needs=("balance_sheet",),
    readers=("region",),
    limits=("times_opening", "percent_of_assets", "times_net_cost"),
    may_be_confirmed=True,
    example="Ansvarsförbindelse för pensioner är 2 960 mnkr i ingående balans och 3 150 000 mnkr i "
    "utgående balans. En rad väntas inte ändras mer än 3 gånger under ett år. Kontrollera beloppet och enheten: bladet "
    "är i mnkr. Är det rätt ändå: bekräfta det i params/confirmations.yml med regeln balansrakningens-rader och värdet "
    "”3 150 000 mnkr”.",
)
