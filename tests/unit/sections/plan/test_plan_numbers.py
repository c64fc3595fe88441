"""Targets, indicators and the budget of a plan, as its documents and follow-ups show them."""

from pathlib import Path
from types import SimpleNamespace

from tables import source_table

from followup.document.plain import block_text
from followup.ground.period import Period
from followup.params.loading import load_params
from followup.params.subject import subject_of
from followup.reports.plan import PlanReport
from followup.sections.plan import measured, spending
from followup.sections.shared import targets

PARAMS = load_params()


def report(period, committee="RS", **tables):
    subject = subject_of(Path("data"), Period.parse(period), committee, PARAMS)
    return PlanReport(SimpleNamespace(subject=subject, table=tables.get, is_example=False, **tables))


def cells(table):
    return [[cell.text.replace("\u00a0", " ") for cell in row.cells] for row in table.rows]


def test_a_plan_document_has_its_targets_in_its_own_words():
    heading, table = targets.in_plan(report("2019"))
    assert heading.text == "Mätbara mål"
    assert cells(table)[0][:4] == ["Hushåll med tillgång till bredband", "minst 90 %", "2020", "6.6"]
    assert "90 procent av hushållen" in cells(table)[0][4]
    assert table.notes == (
        "Minskade koldioxidutsläpp i de egna verksamheterna: planen anger inte vilket år minskningen räknas från.",
    )


def test_a_follow_up_shows_the_distance_and_says_where_there_is_no_value():
    values = source_table("""
        target  value  measured           source  comment
        T6      27     2018               Regionservice  .
        K1      12     höstterminen 2018  .              Tolv började.
    """)
    (table,) = targets.measured(report("2018-12", plan_target_values=values))
    rows = {row[0]: row[1:] for row in cells(table)}
    # 27 of at least 30; 12 within 10 to 15.
    assert rows["Ekologiska livsmedel, andel av livsmedelsbudgeten"] == [
        *("minst 30 %", "2018", "27 %", "−3", "Inte uppfyllt", "2018, Regionservice")
    ]
    assert rows["Elever första året"][:5] == ["10–15 elever", "2018", "12 elever", "+2", "Uppfyllt"]
    assert rows["Förnybar energi ur årets investeringar"][:5] == [
        *("minst 200 000 kWh per år", "varje år 2017–2020", "–", "–", "Värde saknas")
    ]


def test_numbers_have_a_section_of_their_own_or_none():
    assert measured.section(report("2022-04"))[0].text == "Mål och indikatorer i tal"
    values = source_table("indicator  value  measured  comment\nSJUKFRANVARO  5.9  april 2022  .\nHME  79  2021  .")
    table = measured.section(report("2022-04", plan_indicator_values=values))[-1]
    rows = {row[0]: row[1:] for row in cells(table) if len(row) > 1}
    assert rows["Sjukfrånvaro"] == ["5,9 %", "Månadsvis", "april 2022"]
    assert rows["HME-Index"][0] == "79"
    assert rows["OSA-Index"][0] == "Mäts vid årets slut"
    assert rows["Heltid/deltid"][0] == "Beskrivs i ord"
    assert rows["Periodresultat"][0] == "Värde saknas"


def test_a_budget_that_is_printed_and_not_followed_up_is_said():
    blocks = spending.section(report("2022-04"))
    assert [block_text(block) for block in blocks[1:]] == [
        "Planens driftbudget följs inte upp här: arbetsboken har inget blad Driftbudget.",
        "Planens investeringsbudget följs inte upp här: arbetsboken har inget blad Investeringar.",
    ]
    # The plan of 2019 prints none.
    assert spending.section(report("2019-04")) == ()


def test_operations_and_investments_beside_outcome_and_forecast():
    spent = source_table("""
        activity    account_class      budget     outcome   forecast   comment
        Utveckling  Personalkostnader  -10000000  -4000000  -11000000  Fler.
    """)
    invested = source_table("""
        project                year_budget  outcome  forecast  comment
        Kustnära vandringsled  1300000      500000   1000000   .
    """)
    blocks = spending.section(report("2022-04", plan_operating_budget=spent, plan_investments=invested))
    assert cells(blocks[1]) == [
        ["Utveckling"],
        ["Personalkostnader", "−10,0", "−4,0", "−11,0", "−1,0", "Fler."],
        ["Nettokostnad", "−10,0", "−4,0", "−11,0", "−1,0", "–"],
        ["Nettokostnad, alla verksamheter", "−10,0", "−4,0", "−11,0", "−1,0", "–"],
    ]
    assert cells(blocks[2])[:2] == [
        ["Redan beslutade investeringar"],
        ["Kustnära vandringsled", "4,0", "1,3", "0,5", "1,0", "+0,3", "–"],
    ]
