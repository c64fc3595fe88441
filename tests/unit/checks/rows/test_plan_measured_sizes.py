"""Measured values beside the targets of 2018 (at least 30 %, 200 000 kWh, 10–15 pupils) and indicators of 2022."""

import pytest
from tables import source_table

from followup.checks.rows.plan_measured_sizes import RULE
from followup.params.loading import load_params
from tests.cases import case_of


def of_target(code, value, measured="2018", period="2018-12"):
    values = source_table(f"target  value  measured\n{code}  {value}  {measured}")
    return list(RULE.check(case_of(period, load_params(), "plan_follow_up", "RS", plan_target_values=values)))


def of_indicator(name, value, measured, period="2022-12"):
    values = source_table(f"indicator  value  measured\n{name}  {value}  {measured}")
    return list(RULE.check(case_of(period, load_params(), "plan_follow_up", "RS", plan_indicator_values=values)))


def messages(found):
    return [(one.severity.name, one.cell, one.message) for one in found]


@pytest.mark.parametrize("value", [27, 0, 60, "."])
def test_values_that_may_be(value):
    assert of_target("2018/T6", value) == []
    # Between 10 and 15 pupils.
    assert of_target("2018-konstskolan/K1", value) == []


def test_a_share_written_as_a_part_of_one():
    assert messages(of_target("2018/T6", 0.27)) == [("ERROR", "B5", RULE.example)]


def test_another_unit_and_a_turned_sign():
    assert messages(of_target("2018/T5", 2140000)) == [
        (
            "ERROR",
            "B5",
            "”2018/T5” har värdet 2\xa0140\xa0000 kWh per år. Målet är 200\xa0000 kWh per år. Värdet står i målets "
            "enhet, med samma tecken som målet. Rätta värdet, eller skriv det i målets enhet.",
        )
    ]
    assert messages(of_target("2018/T1", -35)) == [
        (
            "ERROR",
            "B5",
            "”2018/T1” har värdet −35 %. Målet är 80 %. Värdet står i målets enhet, med samma tecken som målet. Byt "
            "tecken, om värdet är 35.",
        )
    ]


def test_a_ceiling_of_a_committees():
    def told(value):
        values = source_table(f"target  value  measured\n2024/T1  {value}  2024")
        return list(RULE.check(case_of("2024-12", load_params(), "committee", "DNKT", plan_target_values=values)))

    assert told(2.8) == told(3.5) == []
    assert [one.value for one in (*told(0.028), *told(280))] == ["0,028 %", "280 %"]


def test_a_target_of_nothing_has_no_size():
    values = source_table("target  value  measured\n2024-fou/T1  -0.5  2024")
    assert list(RULE.check(case_of("2024-12", load_params(), "committee", "RS", plan_target_values=values))) == []


def test_a_value_of_a_later_time():
    assert messages(of_target("2018/T6", 27, "år 2019")) == [
        (
            "WARNING",
            "C5",
            "”2018/T6” är mätt ”år 2019”. Uppföljningen gäller januari–december 2018. Rätta tiden, eller ta bort "
            "värdet om det hör till en senare uppföljning.",
        )
    ]
    assert len(of_target("2018/T6", 27, "augusti 2018", "2018-04")) == 1
    for text in ("2018/2019", "2016", "april 2018", "höstterminen"):
        assert of_target("2018/T6", 27, text) == []


def test_indicators_in_per_cent():
    assert of_indicator("Sjukfrånvaro", 5, "december 2022") == of_indicator("Periodresultat", -15.8, "2022") == []
    assert messages(of_indicator("Sjukfrånvaro", 0.05, "december 2022")) == [
        (
            "ERROR",
            "B5",
            "”Sjukfrånvaro” har värdet 0,05 %. Indikatorn anges i procent, 0–100. Är det 5: skriv det.",
        )
    ]
    assert messages(of_indicator("HME-Index", 790, "2022")) == [
        ("ERROR", "B5", "”HME-Index” har värdet 790 index. Indikatorn anges i index, 0–100. Rätta värdet.")
    ]


def test_an_indicator_that_is_left_from_before():
    assert messages(of_indicator("Sjukfrånvaro", 5, "januari–oktober 2022")) == [
        (
            "WARNING",
            "C5",
            "”Sjukfrånvaro” är mätt ”januari–oktober 2022”. Den mäts till varje uppföljning, och uppföljningen gäller "
            "januari–december 2022. Kontrollera att värdet inte är kvar från en tidigare uppföljning.",
        )
    ]
    assert of_indicator("Sjukfrånvaro", 5, "november 2022") == []
    assert of_indicator("HME-Index", 79, "oktober 2022") == []


def test_the_example_of_the_catalogue():
    assert RULE.example in [one.message for one in of_target("2018/T6", 0.27)]
