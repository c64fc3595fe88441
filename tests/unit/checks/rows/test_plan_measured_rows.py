"""Measured values of a plan's targets and indicators that the plan does not have, or that are wanted."""

import pytest
from cases import case_of
from tables import source_table

from followup.checks.rows import plan_measured_rows
from followup.params.loading import load_params

MONTHLY = """
    indicator                        value  measured      comment
    Personalomsättning               3.1    april 2022    .
    SJUKFRANVARO                     5.9    april 2022    .
    Periodresultat                   -2.0   april 2022    .
    Prognos budgetavvikelse          -1.5   april 2022    .
    Prognos Investeringsbudgetavvikelse  3       april 2022    .
    Ackumulerad budgetavvikelse      -2.0   april 2022    .
"""


def problems(indicators=MONTHLY, period="2022-04", targets=None):
    tables = {"plan_statuses": source_table("node  status\n1.1  done")}
    if indicators is not None:
        tables["plan_indicator_values"] = source_table(indicators)
    if targets is not None:
        tables["plan_target_values"] = source_table(targets)
    case = case_of(period, load_params(), "plan_follow_up", "RS", **tables)
    return list(plan_measured_rows.check(case))


def messages(found):
    return [(one.found, one.expected, one.remedy) for one in found]


def test_what_is_measured_each_time_is_enough_in_april_and_not_in_december():
    assert problems() == []
    (missing,) = problems(period="2022-12")
    assert missing.severity.name == "WARNING"
    assert messages([missing]) == [
        (
            "Värde saknas för ”HME-Index”, ”OSA-Index” och ”Arbetsbelastning”.",
            "Planen säger att de mäts till den här uppföljningen.",
            "Fyll i värdena. Utan dem står det i rapporten att värdet saknas.",
        )
    ]


def test_an_indicator_that_the_plan_does_not_have():
    found = problems(MONTHLY + "    HME-Indx  80  2022  .\n")
    assert messages(found) == [
        (
            "”HME-Indx” finns inte i planen.",
            "En kod eller ett namn på en indikator i planen väntas.",
            "Menades ”HME-Index”?",
        )
    ]


def test_two_rows_of_the_same_and_a_value_of_no_time():
    found = problems(MONTHLY + "    PERSONALOMSATTNING  3.2  april 2022  .\n    HME  80  .  .\n")
    assert messages(found) == [
        (
            "”PERSONALOMSATTNING” är samma indikator som ”Personalomsättning”.",
            "Varje rad gäller något eget.",
            "Ta bort den ena raden eller rätta koden.",
        ),
        (
            "”HME” har ett värde men ingen uppgift om när det är mätt.",
            "Ett värde visas med den tid som det avser.",
            "Skriv året eller månaden.",
        ),
    ]


def test_a_workbook_without_the_sheet_is_told_where_the_plan_has_indicators():
    (found,) = problems(None)
    assert (found.severity.name, found.found) == ("WARNING", "Arbetsboken har inget blad Indikatorer.")
    case = case_of(
        "2019-04", load_params(), "plan_follow_up", "RS", plan_statuses=source_table("node  status\n1.1  done")
    )
    assert list(plan_measured_rows.check(case)) == []


@pytest.mark.parametrize("text", ["T1", "2022/T1", "Minskade utsläpp av klimatpåverkande gaser från transportsektorn"])
def test_a_target_by_its_code_or_name(text):
    assert problems(targets=f"target  value  measured\n{text}  40  2021") == []


def test_a_target_that_no_plan_has():
    assert messages(problems(targets="target  value  measured\nT9  40  2021")) == [
        (
            "”T9” finns inte i planen.",
            "En kod eller ett namn på ett mätbart mål i planen väntas.",
            "De som finns är T1. Rätta raden.",
        )
    ]


def test_a_code_that_two_plans_have_needs_the_plans_file():
    params = load_params()

    def told(code):
        values = source_table(f"target  value  measured\n{code}  3  2024")
        case = case_of("2024-04", params, "committee", "RS", plan_target_values=values)
        return list(plan_measured_rows.check(case))

    # RS answers for the target of the paper on research alone; the ceiling of fares is DNKT's.
    assert told("T1") == told("2024-fou/T1") == []
    assert [one.found for one in told("2024/T1")] == ["”2024/T1” finns inte i planen."]


def test_the_example_of_the_catalogue():
    found = problems(MONTHLY + "    HME-Indx  80  2022  .\n")
    assert plan_measured_rows.RULE.example in [problem.message for problem in found]
