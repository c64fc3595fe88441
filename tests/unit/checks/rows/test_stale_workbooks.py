"""Shared workbooks that end where the last report did. The calendar has 2024-02, 2024-04, 2024-08 …"""

from dataclasses import replace

import pytest
from series_tables import found, investments, messages, sickness, turnover
from tables import source_table

from followup.checks.rows.stale_workbooks import RULE


def staff(count):
    """The two sheets of personal.xlsx with rows for the first months of 2024."""
    rates, leavers = sickness(count=count), turnover([60] * count, [1] * count)
    book = "2024/2024-04/personal.xlsx"
    return {
        "sickness": replace(rates, workbook=book, sheet="Sjukfrånvaro"),
        "turnover": replace(leavers, workbook=book, sheet="Personalomsättning"),
    }


def test_the_example_of_the_catalogue():
    (problem,) = found(RULE, **staff(2))
    assert messages([problem]) == [RULE.example]
    assert (problem.sheet, problem.value) == ("Sjukfrånvaro", "februari 2024")


def test_a_month_later_is_something_new():
    assert found(RULE, **staff(3)) == []
    assert found(RULE, **staff(4)) == []


def test_one_of_the_sheets():
    (problem,) = found(RULE, **staff(4) | {"turnover": staff(1)["turnover"]})
    assert messages([problem])[0].startswith("Bladet ”Personalomsättning” har inga rader efter januari 2024")


def test_investments_of_the_report_before():
    earlier, now = (("2024-02", "Maskiner", None, 2, 0.5, 2), ("2024-04", "Maskiner", None, 2, 1, 2))
    (problem,) = found(RULE, investments=investments(earlier))
    assert messages([problem]) == [
        "Bladet ”Blad1” har inga rader efter februari 2024, för någon nämnd. Rapporten gäller 2024-04, och den förra "
        "gällde 2024-02. Är arbetsboken en kopia av en tidigare periods? Lägg dit den som är gjord för 2024-04."
    ]
    assert found(RULE, investments=investments(earlier, now)) == []


def test_an_empty_sheet_is_no_copy():
    empty = sickness(count=0)
    assert found(RULE, sickness=replace(empty, frame=empty.frame.iloc[:0])) == []


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        ("result  2022  outcome\nresult  2023  budget", 1),
        ("result  2022  outcome\nresult  2024  budget", 0),
        ("result  2023  outcome\nresult  2023  budget", 0),
        ("result  2021  outcome", 1),
    ],
)
def test_the_history_of_the_financial_goals(rows, told):
    history = source_table(f"measure  year  kind\n{rows}")
    problems = found(RULE, committee="REGION", financial_history=history)
    assert len(problems) == told
    for problem in problems:
        assert messages([problem])[0].endswith(
            "Rapporten gäller 2024: utfallet 2023 eller budgeten 2024 väntas finnas. Är arbetsboken en kopia av en "
            "tidigare? Lägg till årens värden, eller lägg dit den som är gjord för 2024."
        )
