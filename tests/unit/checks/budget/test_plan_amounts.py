"""The budget's workbook against what the plan prints: 183 mnkr for DNKS in 2024, 439,8 mnkr of decided investments."""

from __future__ import annotations

from dataclasses import replace

import pytest
from cases import case_of
from tables import source_table

from followup.checks.budget import plan_amounts
from followup.params.loading import load_params

KS, HS = "Driftnämnd Kultur och skola", "Driftnämnd Hallands Sjukhus"


def found(frames: str = "", investments: str = "", committee: str = "REGION", year: int = 2024) -> list[str]:
    params = load_params()
    tables = {"frames": source_table(frames or f"line  year_0\n{KS}  -183000000")}
    if investments:
        tables["investment_plan"] = source_table(investments)
    tables = {name: replace(table, sheet="Blad", workbook="2024/budget.xlsx") for name, table in tables.items()}
    reader = "region" if committee == "REGION" else "committee"
    case = case_of(period=f"{year}-04", params=params, reader=reader, committee=committee, **tables)
    return [problem.message.replace("\xa0", " ") for problem in plan_amounts.check(case)]


def frame(value: int) -> str:
    return f"line  year_0\n{KS}  {value}"


def test_the_example_of_the_catalogue():
    assert found(frame(-184_000_000)) == [plan_amounts.RULE.example]


# The plan is printed in whole mnkr.
@pytest.mark.parametrize(
    ("value", "count"), [(-183_500_000, 0), (-182_500_000, 0), (-183_500_001, 1), (183_000_000, 1)]
)
def test_what_rounds_to_the_printed_amount_is_that_amount(value, count):
    assert len(found(frame(value))) == count


def test_a_later_year_is_compared_with_its_own_column():
    assert found(f"line  year_0  year_1\n{KS}  -183000000  -191000000") == []
    assert len(found(f"line  year_0  year_1\n{KS}  -183000000  -183000000")) == 1


def test_another_committees_frame_is_told_to_that_committee_and_the_region():
    other = f"line  year_0\n{HS}  -5601000000"
    assert [len(found(other, committee=code)) for code in ("DNKS", "DNHS", "REGION")] == [0, 1, 1]


def test_a_line_that_the_plan_does_not_print_and_a_year_without_tables_are_for_other_rules():
    assert found("line  year_0\nNy nämnd  -1000000") == []
    assert found(frame(-1_000_000), year=2023) == []


def test_the_investment_plan_is_printed_with_a_decimal():
    line = "Summa redan beslutat/reinvesteringar"
    assert found(investments=f"line  year_0\n{line}  439840000") == []
    assert found(investments=f"line  year_0\n{line}  440000000") == [
        "”Summa redan beslutat/reinvesteringar” är 440 mnkr. Planen säger 439,8 mnkr. Beloppen är de som är beslutade "
        "och står i params/plans/2024.tables.yml, rad 35. Rätta det som är fel: i den här kolumnen skrivs planens "
        "belopp 439,8. En ändring som är beslutad senare skrivs under budget_changes i params/plans."
    ]


def test_a_table_in_another_unit_is_one_error():
    table = "line  year_0  year_1  year_2  year_3\n" + f"{KS}  -183000  -191000  -197000  -203000"
    [message] = found(table)
    assert message.startswith("4 belopp är andra än planens. I cell ")
