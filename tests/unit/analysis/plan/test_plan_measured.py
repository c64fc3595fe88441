"""The indicators of a plan beside what has been measured."""

from tables import source_table

from followup.analysis.plan.plan_measured import MISSING, NO_NUMBER, NOT_DUE, measured
from followup.ground.period import Period
from followup.params.loading import load_params


def found(period, text="indicator  value  measured  comment\nSJUKFRANVARO  5.9  april  Lägre.\nHME  79  2022  ."):
    plans = load_params().plans_followed_by("RS", 2022)
    return measured(plans, source_table(text), Period.parse(period))


def test_all_ten_indicators_of_the_plan_stand_with_a_value_or_why_there_is_none():
    april = found("2022-04")
    assert len(april) == 10
    assert (april["SJUKFRANVARO", "value"].value, april["SJUKFRANVARO", "value"].unit) == (5.9, "%")
    assert {str(name): row.text("why") for name, row in april.rows()} == {
        "PERSONALOMSATTNING": MISSING,
        "SJUKFRANVARO": "",
        "HME": "",
        "OSA": NOT_DUE,
        "HELTID": NO_NUMBER,
        "ARBETSBELASTNING": NOT_DUE,
        "PERIODRESULTAT": MISSING,
        "PROGNOSAVVIKELSE": MISSING,
        "INVESTERINGSAVVIKELSE": MISSING,
        "BUDGETAVVIKELSE": MISSING,
    }
    assert found("2022-12").text("OSA", "why") == MISSING


def test_without_the_sheet_nothing_has_a_value():
    plans = load_params().plans_followed_by("RS", 2022)
    assert not any(row.text("why") == "" for _, row in measured(plans, None, Period(2022, 12)).rows())
