"""A plan's own budget followed up: outcomes and forecasts that cannot be beside the year's budget of the same row.

Amounts are kronor, revenue + and cost −; investments have no sign.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from followup.checks.common.rule import Rule
from followup.checks.common.table_problems import ROUNDING, at, kronor_text
from followup.ground.wording import quoted, spelled

if TYPE_CHECKING:
    from followup.checks.common.case import Case
    from followup.ground.errors import Problem
    from followup.workbooks.source_table import SourceTable

CODE = "planens-utfall"
# The columns that name a row of each sheet, and the one of the year's budget.
_SHEETS = {
    "plan_operating_budget": (("activity", "account_class"), "budget"),
    "plan_investments": (("project",), "year_budget"),
}
_WORDS = {"outcome": "utfallet", "forecast": "prognosen"}


def check(case: Case) -> Iterator[Problem]:
    """One error for each row and amount: another unit, a turned sign, less than earlier in the year or than is paid."""
    for name, (keys, budget) in _SHEETS.items():
        if name not in case.tables:
            continue
        before = _before(case, name, keys)
        for row in case[name].rows():
            key = tuple(row.text(one) for one in keys)
            yield from _row(case, row, " ".join(key), budget, before.get(key))


def _before(case: Case, name: str, keys: tuple[str, ...]) -> dict[tuple[str, ...], SourceTable]:
    """The rows of the year's follow-up before this one."""
    before = case.subject.earlier_in_year
    table = case.others(before[-1], name) if before else None
    return {tuple(row.text(one) for one in keys): row for row in table.rows()} if table is not None else {}


def _row(case: Case, row: SourceTable, name: str, budget: str, before: SourceTable | None) -> Iterator[Problem]:
    planned, is_investment, doubted = row.figure(budget).value or 0.0, budget == "year_budget", False
    for column, word in _WORDS.items():
        amount = row.figure(column).value
        if amount is None:
            continue
        # An investment may well be put off, and an outcome is small when the year is young.
        is_whole = not is_investment and (column == "forecast" or case.period.is_year_end)
        found = (
            f"{word.capitalize()} för {quoted(name)} är {kronor_text(amount)}. Årets budget är {kronor_text(planned)}."
        )
        if abs(amount) > _most(case, planned) or (is_whole and abs(planned) > _most(case, amount)):
            doubted = True
            yield _problem(
                row,
                column,
                found,
                f"Beloppet väntas vara högst {spelled(case.limit(CODE, 'times'))} gånger större eller mindre än "
                "budgeten.",
                "Står det i en annan enhet? Skriv det i mnkr.",
                amount,
            )
        elif _is_turned(case, amount, planned, is_investment=is_investment):
            doubted = True
            yield _problem(row, column, found, "Beloppet har samma tecken som budgeten.", "Byt tecken på det.", amount)
    if not doubted:
        yield from _accumulated(case, row, name, before)


def _most(case: Case, planned: float) -> float:
    return max(case.limit(CODE, "times") * abs(planned), 1e6 * case.limit(CODE, "least_mnkr"))


def _is_turned(case: Case, amount: float, planned: float, *, is_investment: bool) -> bool:
    """Whether the amount has the other sign than its budget, and is no small correction."""
    sign = 1.0 if is_investment else planned
    share = case.limit(CODE, "turned_percent") / 100 * abs(planned)
    return amount * sign < 0 and abs(amount) > share


def _accumulated(case: Case, row: SourceTable, name: str, before: SourceTable | None) -> Iterator[Problem]:
    """An outcome since January that is less than it was, or, before the year is over, more than the year's forecast."""
    outcome, forecast = row.figure("outcome").value, row.figure("forecast").value
    then = before.figure("outcome").value if before is not None else None
    share = 1 - case.limit(CODE, "less_percent") / 100
    if outcome is None:
        return
    if before is not None and then and _is_less(outcome, then, share):
        yield _problem(
            row,
            "outcome",
            f"Utfallet för {quoted(name)} är {kronor_text(outcome)} till och med {case.period}, men var "
            f"{kronor_text(then)} i {before.workbook}.",
            "Ett utfall från årets början minskar sällan.",
            "Kontrollera att beloppet är ackumulerat och att raden är den här uppföljningens.",
            outcome,
        )
    elif not case.period.is_year_end and forecast is not None and _is_less(forecast, outcome, share):
        yield _problem(
            row,
            "forecast",
            f"Prognosen för {quoted(name)} är {kronor_text(forecast)}, men utfallet är redan {kronor_text(outcome)}.",
            "Det som redan är bokfört är en del av årets prognos.",
            "Rätta det som är fel. Har kolumnerna bytt plats: byt rubrikerna.",
            forecast,
        )


def _is_less(amount: float, least: float, share: float) -> bool:
    """Whether it is less than the share by more than what rounding makes of it."""
    return abs(amount) < share * abs(least) and abs(least) - abs(amount) > ROUNDING


def _problem(row: SourceTable, column: str, found: str, expected: str, remedy: str, amount: float) -> Problem:
    return at(row, column, found, expected, remedy, value=kronor_text(amount))


RULE = Rule(
    code=CODE,
    title="Planens utfall och prognos",
    catches="Utfall och prognoser i planens driftbudget och investeringar i en annan enhet eller med ett annat tecken "
    "än budgeten, utfall som har minskat sedan förra uppföljningen, och prognoser under det som redan är bokfört.",
    check=check,
    needs=("plan_statuses",),
    readers=("plan_follow_up",),
    limits=("times", "least_mnkr", "turned_percent", "less_percent"),
    may_be_confirmed=True,
    example=(
        "Utfallet för ”FVIS / VISUS” är 200 mnkr. Årets budget är 20 mnkr. Beloppet väntas vara högst 3 gånger "
        "större eller mindre än budgeten. Står det i en annan enhet? Skriv det i mnkr."
    ),
)
