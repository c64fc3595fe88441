"""A plan's own budget in its follow-up, held to what the plan prints."""

import pytest
from cases import case_of
from tables import source_table

from followup.checks.budget import plan_budget_rows
from followup.params.loading import load_params

# Verksamhetsplan 2022, section 4.1, in kronor with the report's sign.
OPERATING = """
    activity                 account_class           budget
    Regionkontoret inkl. IT  Intäkter                380100000
    Regionkontoret inkl. IT  Personalkostnader       -460400000
    Regionkontoret inkl. IT  Övriga driftskostnader  -372800000
    Utveckling               Intäkter                10000000
    Utveckling               Personalkostnader       0
    Utveckling               Övriga driftskostnader  -158400000
    Förtroendevalda          Intäkter                0
    Förtroendevalda          Personalkostnader       -20300000
    Förtroendevalda          Övriga driftskostnader  -27900000
"""
# Section 4.2, the column of 2022.
INVESTMENTS = """
    project                                                          year_budget
    Kustnära vandringsled                                            1300000
    FVIS / VISUS                                                     20000000
    Hållbar, robust och ändamålsenlig bredbandsutbyggnad i Halland   5000000
    Destruktionsanläggning för lustgas HSH, HSV                      8000000
    IT-utrustning, utökning virtuell miljö                           3000000
    Larm och bevakning                                               9700000
    IT-utrustning                                                    41300000
    IT övrigt                                                        200000
    Möbler och utrustning, övrigt                                    1800000
"""


def problems(operating=OPERATING, investments=INVESTMENTS, year=2022):
    tables = {"plan_statuses": source_table("node  status\n1.1  done")}
    for name, text in (("plan_operating_budget", operating), ("plan_investments", investments)):
        if text is not None:
            tables[name] = source_table(text)
    return list(plan_budget_rows.check(case_of(f"{year}-12", load_params(), "plan_follow_up", "RS", **tables)))


def test_the_plans_own_budget_has_no_problems():
    assert problems() == []


def test_a_budget_that_is_not_the_plans():
    (found,) = problems(OPERATING.replace("-158400000", "-158500000"))
    assert (found.found, found.remedy) == (
        "”Utveckling Övriga driftskostnader” har budgeten −158,5 mnkr. Planen säger −158,4 mnkr.",
        "Rätta det som är fel: i den här kolumnen skrivs planens belopp 158,4.",
    )
    assert found.expected.startswith("Budgeten är den som planen anger i params/plans/2022.tables.yml, rad ")


def test_a_revenue_is_written_as_the_sheet_has_it():
    """With a minus, though messages show it as plus: 380,1 in its place would be another fault."""
    (found,) = problems(OPERATING.replace("380100000", "300000000"))
    assert (found.found, found.remedy) == (
        "”Regionkontoret inkl. IT Intäkter” har budgeten 300 mnkr. Planen säger 380,1 mnkr.",
        "Rätta det som är fel: i den här kolumnen skrivs planens belopp −380,1.",
    )


@pytest.mark.parametrize("kronor", ["-158450000", "-158350000"])
def test_what_rounds_to_the_printed_amount_is_the_same(kronor):
    assert problems(OPERATING.replace("-158400000", kronor)) == []


def test_a_row_that_the_plan_does_not_have_and_one_that_is_missing():
    unknown, missing = problems(investments=INVESTMENTS.replace("Larm och bevakning ", "Lås och bevakning "))
    assert unknown.found == "”Lås och bevakning” finns inte i planens budget."
    assert (missing.found, missing.expected) == (
        "Rader saknas för ”Larm och bevakning”.",
        "Bladet har en rad för varje rad i planens budget.",
    )


def test_a_workbook_without_the_sheets_is_told_where_the_plan_prints_a_budget():
    found = problems(None, None)
    assert [(one.severity.name, one.found) for one in found] == [
        ("WARNING", "Arbetsboken har inget blad Driftbudget."),
        ("WARNING", "Arbetsboken har inget blad Investeringar."),
    ]
    # The plan of 2018 prints no budget of its own but the frame.
    assert problems(None, None, 2018) == []


def test_the_example_of_the_catalogue():
    found = problems(investments=INVESTMENTS.replace("20000000", "2000000"))
    assert plan_budget_rows.RULE.example in [problem.message for problem in found]
