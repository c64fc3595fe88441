"""The adjustments of the balance requirement: their signs, their size, and what the exceptional reasons cover."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from followup.checks.common.region_amounts import net_cost_of_year, value_of
from followup.checks.common.rule import Rule
from followup.checks.common.table_problems import at, in_sum, mnkr
from followup.checks.region.balance_requirement_result import (
    COLUMNS,
    RULE_OF_LINES,
    adjusted_result,
    columns_of,
    has_turned_sign,
    is_out_of_proportion,
    is_taken_away,
    missing_lines,
    rounding_of,
)
from followup.ground.errors import Problem, Severity
from followup.ground.wording import listed, spelled
from followup.tables.region_accounts import REQUIREMENT

if TYPE_CHECKING:
    from followup.checks.common.case import Case
    from followup.workbooks.source_table import SourceTable


CODE = RULE_OF_LINES


def check(case: Case) -> Iterator[Problem]:
    """Signs that are turned, amounts out of all proportion, and reasons that cover more than the deficit."""
    lines = case["balance_requirement"]
    cells = [(row, name, value) for row in lines.rows() for name in COLUMNS if (value := row.figure(name).value)]
    large = [one for one in cells if is_out_of_proportion(case, one[2]) and not has_turned_sign(*_line_of(one))]
    # Several have the unit in common, which then explains the reasons too.
    explained = {(row.text("line"), column) for row, column, _ in large} if len(large) > 1 else set()
    above: set[str] = set()
    for column in columns_of(case):
        if ("exceptional", column) in explained:
            continue
        for problem in _exceptional(case, lines, column):
            yield problem
            if problem.severity is Severity.ERROR:
                above.add(column)
    for row, column, value in cells:
        # Reasons above the deficit are told as that, whatever their size.
        if not (row.text("line") == "exceptional" and column in above):
            yield from _sign(row, column, value)
    if large := [one for one in large if not (one[0].text("line") == "exceptional" and one[1] in above)]:
        yield _too_large(case, large)


def _line_of(cell: tuple[SourceTable, str, float]) -> tuple[str, float]:
    row, _, value = cell
    return row.text("line"), value


def _sign(row: SourceTable, column: str, value: float) -> Iterator[Problem]:
    line = row.text("line")
    if has_turned_sign(line, value):
        yield at(
            row,
            column,
            f"{REQUIREMENT[line]} ({COLUMNS[column]}) är {mnkr(value)}.",
            "Raden försämrar balanskravsresultatet och anges med minustecken."
            if is_taken_away(line)
            else "Raden förbättrar balanskravsresultatet och anges med plustecken.",
            "Byt tecken på beloppet.",
            value=mnkr(value),
        )


def _too_large(case: Case, found: list[tuple[SourceTable, str, float]]) -> Problem:
    """One problem for all such amounts: several have the unit in common."""
    row, column, value = found[0]
    more = f" och {len(found) - 1} belopp till är lika orimliga" if len(found) > 1 else ""
    problem = at(
        row,
        column,
        f"{REQUIREMENT[row.text('line')]} ({COLUMNS[column]}) är {mnkr(value)}{more}, men regionens "
        f"nettokostnad är {mnkr(net_cost_of_year(case) or 0.0)} i årets budget.",
        f"En post i balanskravsutredningen väntas vara högst {spelled(case.limit(CODE, 'percent_of_net_cost'))} "
        "procent av den.",
        "Kontrollera beloppen och enheten: bladet är i mnkr."
        if more
        else "Kontrollera beloppet och enheten: bladet är i mnkr.",
        value=in_sum([one for _, _, one in found]),
    )
    cells = [cells.address for row, column, _ in found for cells in row.cells(column)]
    return replace(problem, cell=",".join(cells))


def _exceptional(case: Case, lines: SourceTable, column: str) -> Iterator[Problem]:
    """Nobody can leave more than a deficit unrestored, and a small part of one is an amount in another unit."""
    row = lines.where(line="exceptional")
    reasons, balance = value_of(lines, "exceptional", column), _balance(case, lines, column)
    if not reasons or reasons < 0:
        return
    if missing := missing_lines(case, column):
        yield at(
            row,
            column,
            f"Synnerliga skäl åberopas för {mnkr(reasons)} ({COLUMNS[column]}), men balanskravsresultatet kan inte "
            f"räknas ut: {listed(REQUIREMENT[line] for line in missing)} saknar belopp.",
            "Varje rad har ett belopp i kolumnen, också när det är 0.",
            "Fyll i det som saknas. Utan det kan ingen se om skälen gäller mer än underskottet.",
            Severity.WARNING,
        )
    if balance is None:
        return
    is_above = reasons > max(0.0, -balance) + rounding_of(case, column)
    is_nothing = not is_above and reasons < -balance * case.limit(CODE, "least_percent_of_deficit") / 100
    if is_above or is_nothing:
        yield at(
            row,
            column,
            f"Synnerliga skäl åberopas för {mnkr(reasons)} ({COLUMNS[column]}), men balanskravsresultatet är "
            f"{mnkr(balance)}.",
            "Synnerliga skäl kan högst åberopas för hela underskottet."
            if is_above
            else "Synnerliga skäl väntas gälla en del av underskottet som har betydelse.",
            "Rätta beloppet, eller den rad i utredningen, resultaträkningen eller prognoserna som är fel.",
            value="" if is_above else mnkr(reasons),
        )


def _balance(case: Case, lines: SourceTable, column: str) -> float | None:
    """The balance before exceptional reasons, in kronor; None where any part of it is missing."""
    adjusted, reserve = adjusted_result(case, column), value_of(lines, "reserve", column)
    return None if adjusted is None or reserve is None else adjusted + reserve


RULE = Rule(
    code=CODE,
    title="Balanskravsutredningens rader",
    catches="Belopp i en annan enhet eller med fel tecken, och synnerliga skäl för mer än underskottet i budgeten, "
    "prognosen eller utfallet.",
    check=check,
    severities=(Severity.ERROR, Severity.WARNING),
    needs=("balance_requirement", "income_statement"),
    readers=("region",),
    limits=("percent_of_net_cost", "least_percent_of_deficit"),
    may_be_confirmed=True,
    example=(
        "Synnerliga skäl åberopas för 900 mnkr (årets budget), men balanskravsresultatet är −467 mnkr. Synnerliga "
        "skäl kan högst åberopas för hela underskottet. Rätta beloppet, eller den rad i utredningen, "
        "resultaträkningen eller prognoserna som är fel."
    ),
)
