"""What must agree between sheets and workbooks."""

import openpyxl
import pytest
import workbooks
from workbooks import BUDGET, DNKS, DNKT, INVESTMENTS, LEDGER, STAFF, edit

from followup.ground.errors import Problem, Severity
from followup.params.loading import load_params
from tests.small_set import problems_for

NBSP = "\u00a0"


@pytest.fixture
def found(data, params):
    """The problems of DNKS after the test has edited the workbooks."""
    return lambda committee="DNKS": problems_for(data, params, committee)


def delete_rows(path, sheet, first, number):
    book = openpyxl.load_workbook(path)
    book[sheet].delete_rows(first, number)
    book.save(path)


def test_the_years_budget_against_the_decided_frame(data, found):
    # 183 mnkr in the ledger; half a million is the tolerance.
    edit(data / BUDGET, "Budgetramar", {"B4": 183.5, "B6": 303.5})
    assert found() == []
    edit(data / BUDGET, "Budgetramar", {"B4": 184, "B6": 304})
    assert found() == [
        Problem(
            LEDGER,
            "Huvudbok",
            "G6:G64",
            "Årets budget för DNKS är −183 mnkr i huvudboken, men −184 mnkr i de beslutade ramarna (Driftnämnd Kultur "
            "och skola).",
            "De får skilja högst 0,5 mnkr.",
            "Kontrollera att uttaget har hela årets budget, och att ramen är den senast beslutade.",
        )
    ]


def test_an_empty_assessment_is_no_assessment(data, found):
    edit(data / DNKS, "Mål", {"B2": None})
    assert found() == [
        Problem(
            DNKS,
            "Mål",
            "B2",
            "Bedömningen av målet ”Smartare och enklare digital vardag” är tom.",
            "Varje mål ska ha en bedömning. ”Bedömning saknas” är också en.",
            "Fyll i bedömningen. Tills dess står det ”Bedömning saknas” i rapporten.",
            Severity.WARNING,
        )
    ]


def test_an_unread_amount_is_told_without_its_sum(data, found):
    edit(data / DNKS, "Prognos", {"C3": "mycket"})
    assert [problem.cell for problem in found()] == ["C3"]


CHANGE = """
budget_changes:
  - code: bibliotek
    title: Nytt bibliotek
    decided_on: "{day}"
    decided_by: Regionfullmäktige
    committee: DNKS
    unit: tkr
    amounts: {{2024: 1200, 2025: 300}}
    financed_by: Regionstyrelsens medel för oförutsedda kostnader
    source: Påhittad
"""


@pytest.mark.parametrize(("day", "frame"), [("2024-04-30", "−184,2"), ("2024-05-01", "")])
def test_a_decision_moves_the_frame_from_its_date(data, tmp_path, day, frame):
    """1 200 tkr more from 2024: 183 + 1,2, once the period has reached the decision; 2025's 300 is another year's."""
    plan = workbooks.PLAN + CHANGE.format(day=day)
    params = load_params(workbooks.write_params(tmp_path / "changed", plans_2024=plan))
    problems = problems_for(data, params)
    told = f"Årets budget för DNKS är −183 mnkr i huvudboken, men {frame} mnkr i de beslutade ramarna"
    assert [problem.found.startswith(told) for problem in problems] == ([True] if frame else [])


def test_a_frame_that_is_not_in_the_budget(data, found):
    edit(data / BUDGET, "Budgetramar", {"A4": "Kultur och skola"})
    assert found() == [
        Problem(
            BUDGET,
            "Budgetramar",
            "",
            "Raden ”Driftnämnd Kultur och skola” saknas bland budgetramarna. Raderna är ”Kultur och skola” och "
            "”Driftnämnd Kollektivtrafik”.",
            "",
            "Skriv ramens rad så i arbetsboken, eller rätta nämndens frames i params/committees.yml (DNKS).",
        )
    ]


def test_forecast_and_ledger_have_the_same_activities_and_classes(data, found):
    edit(data / DNKS, "Prognos", {"A2": "Biblioteken"})
    assert found() == [
        Problem(
            DNKS,
            "Prognos",
            "A2",
            "Verksamheten ”Biblioteken” i prognosen saknas i huvudboken.",
            "Varje verksamhet och kontoklass i huvudboken ska ha en rad i prognosen, under samma namn.",
            "Menades ”Bibliotek”?",
        ),
    ]


def test_a_forecast_that_is_missing(data, found):
    edit(data / DNKS, "Prognos", {"C3": None, "C6": 87})
    problem = found()[0]
    assert (problem.cell, problem.found) == ("C3", "Cellen är tom.")
    delete_rows(data / DNKS, "Prognos", 3, 1)
    assert found()[0] == Problem(
        DNKS,
        "Prognos",
        "",
        "Prognos saknas för ”Bibliotek”, ”Personalkostnader”.",
        "Varje verksamhet och kontoklass i huvudboken ska ha en rad i prognosen.",
        "Lägg till raden med helårsprognos och föregående prognos.",
    )


def test_the_forecasts_own_total_is_an_error_beyond_the_tolerance(data, found):
    edit(data / DNKS, "Prognos", {"C6": 183.05})
    assert [(problem.cell, problem.severity) for problem in found()] == [("C6", Severity.WARNING)]
    edit(data / DNKS, "Prognos", {"C6": 183.1})
    assert found() == [
        Problem(
            DNKS,
            "Prognos",
            "C6",
            "Raden ”Summa” anger 183,1 mnkr i kolumnen ”Helårsprognos”, där raderna ger 183 mnkr.",
            "En summarad ska vara summan av raderna ovanför.",
            "Rätta raderna eller summan.",
        )
    ]


def test_a_month_that_is_missing_in_the_ledger(data, found):
    # February's five rows; the frame no longer agrees either.
    delete_rows(data / LEDGER, "Huvudbok", 11, 5)
    assert found()[0] == Problem(
        LEDGER,
        "Huvudbok",
        "",
        "Rader för februari 2024 saknas för DNKS.",
        "Huvudboken ska ha rader för varje månad i perioden januari–april 2024.",
        "Gör om uttaget med alla månader.",
    )
    # That eleven months of 15.25 mnkr are not the frame waits until the ledger is whole.
    assert len(found()) == 1


def test_rows_of_another_year_in_the_ledger(data, found):
    book = openpyxl.load_workbook(data / LEDGER)
    book["Huvudbok"].append([202312, "DNKS", "Skola", "Intäkter", 3010, "Avgifter", -1, -1, -1])
    book.save(data / LEDGER)
    assert found() == [
        Problem(
            LEDGER,
            "Huvudbok",
            "A66",
            "Här står perioden 2023-12.",
            "Huvudboken för 2024 har bara årets perioder.",
            "Ta bort raderna, eller gör om uttaget för rätt år.",
        )
    ]
    assert found("DNKT") == []


def test_goals_of_the_plan_and_of_the_sheet(data, found):
    delete_rows(data / DNKS, "Mål", 2, 1)
    edit(data / DNKT, "Mål", {"A3": "En robust kultursektor", "B3": "Osäkert"})
    assert found() == [
        Problem(
            DNKS,
            "Mål",
            "",
            "Målet ”Smartare och enklare digital vardag” har ingen rad.",
            "Varje mål som nämnden har i planen ska ha en rad.",
            "Lägg till målet. Utan rad står det ”Bedömning saknas” i rapporten.",
            Severity.WARNING,
        )
    ]
    assert found("DNKT") == [
        Problem(
            DNKT,
            "Mål",
            "A3",
            "Målet ”En robust kultursektor” hör inte till DNKT.",
            "Planen för 2024 ger DNKT 1 mål.",
            "Ta bort raden, eller rätta målets nämnder i planen.",
        )
    ]


def test_the_covers_committee_and_period(data, found):
    edit(data / DNKS, "Rapport", {"B3": "Kollektivtrafik", "B4": "mars 2024"})
    assert found() == [
        Problem(
            DNKS,
            "Rapport",
            "B3",
            "Försättsbladet anger nämnden DNKT och perioden 2024-03.",
            "Filens plats och namn anger nämnden DNKS och perioden 2024-04.",
            "Är det fel arbetsbok: byt den mot den som DNKS lämnar för 2024-04. Är allt utom försättsbladet riktigt: "
            "rätta det. Annat i arbetsboken är inte kontrollerat.",
        )
    ]


def test_more_sick_leave_than_there_is_time_for(data, found):
    edit(data / STAFF, "Sjukfrånvaro", {"G3": 9001, "H4": 241})
    assert found() == [
        Problem(
            STAFF,
            "Sjukfrånvaro",
            "G3",
            f"Sjukfrånvaron är 9{NBSP}001 timmar, men den ordinarie arbetstiden är 9{NBSP}000 timmar.",
            "Sjukfrånvaron kan inte vara större än den ordinarie arbetstiden.",
            "Kontrollera uttaget ur personalsystemet.",
        ),
        Problem(
            STAFF,
            "Sjukfrånvaro",
            "H4",
            "Den långa sjukfrånvaron är 241 timmar, men all sjukfrånvaro är 240 timmar.",
            "Den långa sjukfrånvaron kan inte vara större än all sjukfrånvaro.",
            "Kontrollera uttaget ur personalsystemet.",
        ),
    ]


def test_a_committee_without_rows_in_a_shared_sheet(data, found):
    delete_rows(data / INVESTMENTS, "Investeringar", 2, 1)
    edit(data / INVESTMENTS, "Investeringar", {"F3": 4, "G3": 1, "H3": 3.5})
    assert found() == [
        Problem(
            INVESTMENTS,
            "Investeringar",
            "",
            "Bladet har inga rader för DNKS.",
            "Nämndens uppgifter väntas här.",
            "Lägg till raderna om de finns. Utan dem står det i rapporten att uppgifter saknas.",
            Severity.WARNING,
        )
    ]
