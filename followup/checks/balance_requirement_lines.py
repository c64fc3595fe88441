"""The adjustments of the balance requirement: their signs, their size, and what the exceptional reasons cover."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from followup.checks.region_amounts import agrees_with_ledger, half_step, ledger_sum, net_cost_of_year, value_of
from followup.checks.rule import Rule
from followup.checks.table_problems import at, in_sum, mnkr
from followup.errors import Problem
from followup.inputs.region_accounts import ADJUSTMENTS, REQUIREMENT, STATEMENT
from followup.inputs.wording import spelled

if TYPE_CHECKING:
    from followup.checks.case import Case
    from followup.inputs.source_table import SourceTable


CODE = "balanskravets-rader"
_COLUMNS = {"budget": "Årets budget", "forecast": "Helårsprognos", "amount": "Utfall"}
# The column of the income statement with the same result.
_OF_STATEMENT = {"budget": "year_budget", "amount": "outcome"}
_BELOW_ZERO = ("capital_gains", "earlier_deficits")
_ABOVE_ZERO = ("capital_gains_exempt", "capital_losses_exempt", "exceptional")


def check(case: Case) -> Iterator[Problem]:
    """Signs that are turned, amounts out of all proportion, and reasons that cover more than the deficit."""
    lines = case["balance_requirement"]
    large = []
    for row in lines.rows():
        for column in _COLUMNS:
            value = row.figure(column).value
            if not value:
                continue
            sign = list(_sign(row, column, value))
            yield from sign
            if not sign and _is_large(case, value):
                large.append((row, column, value))
    if large:
        yield _too_large(case, large)
    yield from _exceptional(case, lines)


def _sign(row: SourceTable, column: str, value: float) -> Iterator[Problem]:
    line = row.text("line")
    if (line in _BELOW_ZERO and value > 0) or (line in _ABOVE_ZERO and value < 0):
        yield at(
            row,
            column,
            f"{REQUIREMENT[line]} ({_COLUMNS[column].lower()}) är {mnkr(value)}.",
            "Raden försämrar balanskravsresultatet och anges med minustecken."
            if line in _BELOW_ZERO
            else "Raden förbättrar balanskravsresultatet och anges med plustecken.",
            "Byt tecken på beloppet.",
            value=mnkr(value),
        )


def _is_large(case: Case, value: float) -> bool:
    whole = net_cost_of_year(case)
    return bool(whole) and abs(value) > case.limit(CODE, "percent_of_net_cost") / 100 * whole


def _too_large(case: Case, found: list[tuple[SourceTable, str, float]]) -> Problem:
    """One problem for all such amounts: several have the unit in common."""
    row, column, value = found[0]
    more = f" och {len(found) - 1} belopp till är lika orimliga" if len(found) > 1 else ""
    problem = at(
        row,
        column,
        f"{REQUIREMENT[row.text('line')]} ({_COLUMNS[column].lower()}) är {mnkr(value)}{more}, men regionens "
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


def _exceptional(case: Case, lines: SourceTable) -> Iterator[Problem]:
    """The budget's and, when the year is over, the outcome's: the forecast's result is known by the report alone."""
    row = lines.where(line="exceptional")
    for column in ("budget", "amount") if case.period.is_year_end else ("budget",):
        reasons, deficit = value_of(lines, "exceptional", column), _balance(case, lines, column)
        if not reasons or reasons < 0 or deficit is None or not agrees_with_ledger(case, _OF_STATEMENT[column]):
            continue
        whole = net_cost_of_year(case)
        if whole and reasons > case.limit(CODE, "percent_of_net_cost") / 100 * whole:
            # Told as an amount out of all proportion.
            continue
        rounding = half_step((lines, _COLUMNS), (case["income_statement"], ("year_budget", "outcome")))
        # The ledger is exact; each line of the two sheets is rounded.
        most = max(0.0, -deficit) + rounding * (len(lines) + len(STATEMENT)) + case.params.rules.frame_tolerance
        # So small a part is an amount in another unit.
        is_nothing = reasons < -deficit * case.limit(CODE, "least_percent_of_deficit") / 100
        if reasons > most or is_nothing:
            yield at(
                row,
                column,
                f"Synnerliga skäl åberopas för {mnkr(reasons)} ({_COLUMNS[column].lower()}), men balanskravsresultatet "
                f"är {mnkr(deficit)}.",
                "Synnerliga skäl väntas gälla en del av underskottet som har betydelse."
                if is_nothing
                else "Synnerliga skäl kan högst åberopas för hela underskottet.",
                "Rätta beloppet, eller den rad i utredningen eller resultaträkningen som är fel.",
                value=mnkr(reasons),
            )


def _balance(case: Case, lines: SourceTable, column: str) -> float | None:
    """The balance before exceptional reasons, in kronor; None where any part of it is missing."""
    if "ledger" not in case.tables:
        return None
    of_statement = _OF_STATEMENT[column]
    parts = [ledger_sum(case, "budget" if column == "budget" else "outcome", whole_year=True)]
    parts += [value_of(case["income_statement"], line, of_statement) for line in STATEMENT]
    parts += [value_of(lines, line, column) for line in (*ADJUSTMENTS, "reserve")]
    known = [part for part in parts if part is not None]
    return sum(known) if len(known) == len(parts) else None


RULE = Rule(
    code=CODE,
    title="Balanskravsutredningens rader",
    catches="Belopp i en annan enhet eller med fel tecken, och synnerliga skäl för mer än underskottet.",
    check=check,
    needs=("balance_requirement", "income_statement"),
    readers=("region",),
    limits=("percent_of_net_cost", "least_percent_of_deficit"),
    may_be_confirmed=True,
    example=(
        "Synnerliga skäl åberopas för 900 mnkr (årets budget), men balanskravsresultatet är −467 mnkr. Synnerliga "
        "skäl kan högst åberopas för hela underskottet. Rätta beloppet, eller den rad i utredningen eller "
        "resultaträkningen som är fel. Är det rätt ändå: bekräfta det i params/confirmations.yml med regeln "
        "balanskravets-rader och värdet ”900 mnkr”."
    ),
)
