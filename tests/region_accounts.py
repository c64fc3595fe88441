"""The region's own sheets as text, in kronor, and the rules on them: a year's budget of 12 000 mnkr, in April.

    told(opening_balance.RULE, case(balance_sheet=sheet(equity="7000000000 6000000000")))

The ledger has two months' rows of the year; taxes and grants pay 1 000 mnkr a month, and the net cost is the same.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from followup.checks import registry
from followup.checks.common.case import Case
from followup.checks.common.rule import Rule
from followup.ground.errors import Problem
from followup.params.loading import load_params
from followup.params.params import Params
from followup.workbooks.source_table import SourceTable
from tests.cases import case_of
from tests.tables import source_table

SHEET = """
    line                 opening      closing
    fixed_assets         5000000000   5100000000
    current_assets       8000000000   8100000000
    liquid_funds         7000000000   6900000000
    equity               6000000000   6034300000
    provisions           4000000000   4200000000
    long_liabilities     100000000    100000000
    short_liabilities    2900000000   2865700000
    contingent_pensions  2960000000   3150000000
"""
# 4 of 12 months. Taxes 10 000 a year, grants 2 000; the financial lines come when they come.
STATEMENT = """
    line              budget      outcome     previous_year  year_budget  forecast     previous_forecast
    taxes             3333300000  3343300000  3200000000     10000000000  10030000000  10010000000
    grants            666700000   676700000   640000000      2000000000   2020000000   2010000000
    financial_income  32000000    190000000   51700000       96000000     306000000    186000000
    financial_costs   -187700000  -175700000  -83700000      -563000000   -538000000   -553000000
"""
REQUIREMENT = """
    line                   budget     forecast    amount
    capital_gains          0          -5000000    .
    capital_gains_exempt   0          0           .
    capital_losses_exempt  0          0           .
    unrealised             0          -95000000   .
    unrealised_reversed    0          0           .
    reserve                0          0           .
    exceptional            467000000  400000000   .
    earlier_deficits       0          0           .
"""


def ledger(net: float = 1_000_000_000) -> SourceTable:
    """Twelve months of one line; the outcome stops at April. The result to April is then 34,3 mnkr."""
    line = "RS  Vård  Kostnader  4010"
    rows = [f"2024-{month:02d}  {line}  -{net:.0f}  {-net if month < 5 else '.'}  -960000000" for month in range(1, 13)]
    header = "period  committee  activity  account_class  account  budget  outcome  previous_year\n"
    return source_table(header + "\n".join(rows))


def sheet(text: str, workbook: str = "2024/2024-04/REGION.xlsx", **lines: str) -> SourceTable:
    """One of the sheets above. `lines` replace the amounts of a line, or of one column: `taxes__outcome="0"`."""
    header, *rows = [re.split(r"\s{2,}", row.strip()) for row in text.strip().splitlines()]
    for name, amount in lines.items():
        line, _, column = name.partition("__")
        row = next(one for one in rows if one[0] == line)
        row[1:] = amount.split() if not column else row[1:]
        if column:
            row[header.index(column)] = amount
    return replace(source_table("\n".join("  ".join(row) for row in [header, *rows])), workbook=workbook)


@cache
def project_params() -> Params:
    """The project's own."""
    return load_params()


def case(period: str = "2024-04", previous: dict[str, SourceTable] | None = None, **tables: SourceTable) -> Case:
    """The region's case: the sheets above, but for those that are given."""
    own = {
        "balance_sheet": sheet(SHEET),
        "income_statement": sheet(STATEMENT),
        "balance_requirement": sheet(REQUIREMENT),
        "ledger": ledger(),
    }
    return case_of(period, project_params(), "region", "REGION", previous, **(own | tables))


def forecast_of(one: Case, net: float) -> Case:
    """The case where the holders' forecasts are known: `net` mnkr in all, one row each, and all of it the first's."""
    leave_none = sorted(set(_holders(one)) - {committee.code for committee in one.subject.reporting})
    rows = "\n".join(f"{code}  0  0" for code in leave_none)
    others = source_table(f"committee  forecast  previous_forecast\n{rows}")
    first = next(code for code in _holders(one) if code not in leave_none)

    def of_committee(code: str, _name: str) -> SourceTable:
        amount = round(net * 1_000_000) if code == first else 0
        return source_table(f"activity  forecast  previous_forecast\nVård  {amount}  {amount}")

    return replace(one, tables={**one.tables, "holder_forecast": others}, of_committee=of_committee)


def _holders(one: Case) -> list[str]:
    known = one.params.committees.values()
    return [holder.code for holder in known if holder.frames and holder.exists_in(one.period.year)]


def told(rule: Rule, one: Case) -> list[Problem]:
    """What the rule says, as the registry passes it on."""
    return [registry.stamped(problem, rule) for problem in rule.check(one)]


def messages(rule: Rule, one: Case) -> list[tuple[str, str]]:
    """Cell and message of each problem, with plain spaces."""
    return [(problem.cell, problem.message.replace("\xa0", " ")) for problem in told(rule, one)]
