"""The region's balance sheet against itself and against the period's result. Amounts in kronor, sums by hand."""

from types import SimpleNamespace

import pytest

from followup.checks.region import balance_sheet
from followup.ground.errors import Problem, Severity
from tests.cases import case_of
from tests.tables import source_table

PARAMS = SimpleNamespace(
    rules=SimpleNamespace(
        total_tolerance=60_000,
        checks={
            "balansrakning": SimpleNamespace(limits={"percent_of_assets": 1}),
            "resultatrakningens-rader": SimpleNamespace(limits={"percent_of_net_cost": 50}),
        },
    )
)

# 500 + 900 = 1 400 = 600 + 450 + 50 + 300; equity has gone from 610 to 600 mnkr.
BALANCED = """
    line                 opening     closing
    fixed_assets         480000000   500000000
    current_assets       900000000   900000000
    liquid_funds         700000000   690000000
    equity               610000000   600000000
    provisions           430000000   450000000
    long_liabilities     50000000    50000000
    short_liabilities    290000000   300000000
    contingent_pensions  200000000   210000000
"""
# January and February: −2 × 60 + 110 = −10 mnkr. March is not in the period.
LEDGER = source_table("""
    period   outcome
    2024-01  -60000000
    2024-02  -60000000
    2024-03  .
""")
STATEMENT = """
    line              outcome
    taxes             110000000
    grants            0
    financial_income  0
    financial_costs   0
"""


def problems(sheet, **tables):
    found = {"balance_sheet": source_table(sheet), **tables}
    return list(balance_sheet.check(case_of("2024-02", PARAMS, "region", "REGION", **found)))


def test_a_sheet_that_balances_and_moves_with_the_result():
    assert problems(BALANCED, ledger=LEDGER, income_statement=source_table(STATEMENT)) == []


def test_without_a_result_there_is_nothing_to_compare():
    assert problems(BALANCED) == []


def test_a_sheet_that_does_not_balance():
    assert problems(BALANCED.replace("450000000", "451000000")) == [
        Problem(
            "prov.xlsx",
            "Blad1",
            "C5:C6,C8:C11",
            "Utgående balans: tillgångarna är 1\xa0400 mnkr, men eget kapital, avsättningar och skulder är "
            "1\xa0401 mnkr.",
            "Balansräkningens båda sidor är lika stora.",
            "Rätta den rad som är fel. Rapporten visar raderna som de är lämnade.",
            Severity.WARNING,
        )
    ]


def test_equity_that_does_not_move_with_the_result():
    lower = source_table(STATEMENT.replace("110000000", "105000000"))
    found = problems(BALANCED, ledger=LEDGER, income_statement=lower)
    assert found == [
        Problem(
            "prov.xlsx",
            "Blad1",
            "C8",
            "Eget kapital har ändrats med −10 mnkr sedan årets början, men periodens resultat är −15 mnkr.",
            "Eget kapital ändras med resultatet, om inget har förts direkt mot det.",
            "Rätta balansräkningen, eller förklara skillnaden i en kommentar till ekonomin.",
            Severity.WARNING,
        )
    ]


@pytest.mark.parametrize(("provisions", "severity"), [("453000000", "varning"), ("454000000", "fel")])
def test_sides_that_differ_by_more_than_rounding_cannot_be_right(provisions, severity):
    # Six lines in whole mnkr may miss by three.
    assert [problem.severity for problem in problems(BALANCED.replace("450000000", provisions))] == [severity]


def test_sides_in_tenths_may_miss_by_three_tenths():
    tenths = BALANCED.replace("900000000   900000000", "900000000   900100000")
    assert [one.severity for one in problems(tenths.replace("450000000", "450400000"))] == ["varning"]
    assert [one.severity for one in problems(tenths.replace("450000000", "450500000"))] == ["fel"]


@pytest.mark.parametrize(("taxes", "severity"), [("96500000", "varning"), ("95000000", "fel")])
def test_equity_may_only_move_a_little_without_a_result(taxes, severity):
    # One percent of assets of 1 380 mnkr is 13,8.
    statement = source_table(STATEMENT.replace("110000000", taxes))
    found = problems(BALANCED, ledger=LEDGER, income_statement=statement)
    assert [(one.cell, one.severity) for one in found] == [("C8", severity)]


def test_the_example_of_the_catalogue():
    (found,) = problems(BALANCED.replace("450000000", "500000000"))
    assert found.message.replace("\xa0", " ") == balance_sheet.RULE.example


def test_a_statement_without_all_its_lines_has_no_result_to_compare_with():
    incomplete = source_table(STATEMENT.replace("110000000", "50000000").replace("    grants            0\n", ""))
    assert problems(BALANCED, ledger=LEDGER, income_statement=incomplete) == []
