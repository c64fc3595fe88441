"""The region's lines outside the ledger: their signs, and their size against each other and against the ledger.

Taxes and general grants follow their budget and the year before closely, and with them the ledger's net cost is nearly
0 a year. The financial lines do not: they only stay a small part of taxes and grants.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from followup.checks.common.region_amounts import (
    MONEY_FROM_OUTSIDE,
    STATEMENT_RULE,
    agrees_with_ledger,
    is_turned,
    ledger_sum,
    money_from_outside,
)
from followup.checks.common.rule import Rule
from followup.checks.common.table_problems import at, in_sum, mnkr
from followup.ground.errors import Problem
from followup.ground.wording import listed, quoted, spelled
from followup.tables.region_accounts import STATEMENT

if TYPE_CHECKING:
    from followup.checks.common.case import Case
    from followup.workbooks.source_table import SourceTable


CODE = STATEMENT_RULE
# Each column, its name, and the column that it is held against.
_COLUMNS = {
    "budget": ("Budget", ""),
    "outcome": ("Utfall", "budget"),
    "previous_year": ("Utfall föregående år", "outcome"),
    "year_budget": ("Årets budget", ""),
    "forecast": ("Helårsprognos", "year_budget"),
    "previous_forecast": ("Föregående prognos", "year_budget"),
}
_UNIT = "Kontrollera beloppet och enheten: bladet är i mnkr."


def check(case: Case) -> Iterator[Problem]:
    """Columns of another size than the ledger, then single amounts: signs, and sizes against what each follows."""
    statement = case["income_statement"]
    wrong: set[str] = set()
    yield from _missing(statement)
    for column in ("budget", "outcome", "previous_year", "year_budget"):
        for problem in _against_ledger(case, statement, column):
            wrong.add(column)
            yield problem
    for row in statement.rows():
        turned = [column for column in _COLUMNS if is_turned(row, column)]
        if turned:
            yield _signs(row, turned)
        for column, (_, other) in _COLUMNS.items():
            # Where a whole column or its sign is wrong, every amount that follows it would be told once more.
            if not wrong & {column, other} and not {column, other} & set(turned):
                yield from _amount(case, row, column)


def _missing(statement: SourceTable) -> Iterator[Problem]:
    lines = set(statement.frame["line"])
    if gone := [quoted(name) for line, name in STATEMENT.items() if line not in lines]:
        yield Problem(
            statement.workbook,
            statement.sheet,
            found=f"{'Raden' if len(gone) == 1 else 'Raderna'} {listed(gone)} saknas.",
            expected="Resultatet räknas av huvudboken och alla poster utanför den.",
            remedy="Lägg till posten. Skriv 0 i varje kolumn om regionen inte har den.",
        )


def _against_ledger(case: Case, statement: SourceTable, column: str) -> Iterator[Problem]:
    if "ledger" not in case.tables:
        return
    # Turned signs are told line by line.
    if agrees_with_ledger(case, column) or (money_from_outside(statement, column) or 0.0) < 0:
        return
    whole_year = column == "year_budget"
    net = ledger_sum(case, "budget" if whole_year else column, whole_year=whole_year) or 0.0
    money, limit = money_from_outside(statement, column) or 0.0, case.limit(CODE, "percent_of_net_cost")
    yield at(
        statement.where(line=list(MONEY_FROM_OUTSIDE)),
        column,
        f"Skatteintäkter och statsbidrag är {mnkr(money)} i kolumnen {_COLUMNS[column][0]}, men verksamhetens "
        f"nettokostnad är {mnkr(-net)} i huvudboken.",
        f"Skatteintäkter och statsbidrag betalar nettokostnaden: de väntas skilja högst {spelled(limit)} procent.",
        _UNIT,
        value=mnkr(money),
    )


def _amount(case: Case, row: SourceTable, column: str) -> Iterator[Problem]:
    line, value = row.text("line"), row.figure(column).value
    if value is None:
        return
    if column == "previous_forecast" and case.previous("income_statement") is not None:
        # It is held against the forecast itself, in followup.checks.forecast.earlier_forecasts.
        return
    if line in MONEY_FROM_OUTSIDE and _COLUMNS[column][1]:
        yield from _follows(case, row, column, value)
    elif line not in MONEY_FROM_OUTSIDE:
        yield from _small_part(case, row, column, value)


def _signs(row: SourceTable, columns: list[str]) -> Problem:
    amounts = {column: row.figure(column).value or 0.0 for column in columns}
    told = listed(f"{mnkr(amount)} i kolumnen {_COLUMNS[column][0]}" for column, amount in amounts.items())
    problem = at(
        row,
        columns[0],
        f"{STATEMENT[row.text('line')]} är {told}.",
        "Intäkter anges med plustecken och kostnader med minustecken.",
        "Kontrollera beloppen och byt tecken på dem som är fel.",
        # Taxes are never below 0. Grants may be, for a region that pays into the equalisation.
        value="" if row.text("line") == "taxes" else in_sum(list(amounts.values())),
    )
    return replace(problem, cell=",".join(cells.address for column in columns for cells in row.cells(column)))


def _follows(case: Case, row: SourceTable, column: str, value: float) -> Iterator[Problem]:
    other = _COLUMNS[column][1]
    limit = case.limit(CODE, "percent_of_last_year" if column == "previous_year" else "percent_of_budget")
    base = row.figure(other).value
    if not base or abs(value - base) <= limit / 100 * abs(base):
        return
    yield at(
        row,
        column,
        f"{_label(row, column)} är {mnkr(value)}, men {_COLUMNS[other][0].lower()} är {mnkr(base)}.",
        f"De två väntas skilja högst {spelled(limit)} procent.",
        _UNIT,
        value=mnkr(value),
    )


def _small_part(case: Case, row: SourceTable, column: str, value: float) -> Iterator[Problem]:
    whole, limit = money_from_outside(case["income_statement"], column), case.limit(CODE, "percent_financial")
    if not whole or abs(value) <= limit / 100 * abs(whole):
        return
    yield at(
        row,
        column,
        f"{_label(row, column)} är {mnkr(value)}, men skatteintäkter och statsbidrag är {mnkr(whole)}.",
        f"Finansiella poster väntas vara högst {spelled(limit)} procent av dem.",
        _UNIT,
        value=mnkr(value),
    )


def _label(row: SourceTable, column: str) -> str:
    return f"{STATEMENT[row.text('line')]} ({_COLUMNS[column][0].lower()})"


RULE = Rule(
    code=CODE,
    title="Resultaträkningens poster",
    catches="Skatter, statsbidrag och finansiella poster som saknas, är i en annan enhet eller har fel tecken.",
    check=check,
    needs=("income_statement",),
    readers=("region",),
    limits=("percent_of_net_cost", "percent_of_budget", "percent_of_last_year", "percent_financial"),
    may_be_confirmed=True,
    example=(
        "Skatteintäkter och statsbidrag är 3 343 976,7 mnkr i kolumnen Utfall, men verksamhetens nettokostnad är "
        "4 000 mnkr i huvudboken. Skatteintäkter och statsbidrag betalar nettokostnaden: de väntas skilja högst "
        "30 procent. Kontrollera beloppet och enheten: bladet är i mnkr. Är det rätt ändå: bekräfta det i "
        "params/confirmations.yml med regeln resultatrakningens-rader och värdet ”3 343 976,7 mnkr”."
    ),
)
