"""The printed history of the financial goals against itself. The numbers are those of Mål och budget 2024–2028, typed
here a second time; what they give is worked out by hand."""

from dataclasses import replace

import pytest

from followup.checks.region import financial_ratios
from followup.ground.errors import Problem, Severity
from followup.tables.financial_history import checked_ratios
from tests.cases import case_of
from tests.goal_rules import goal_rules
from tests.tables import source_table

RULES = goal_rules(years=5)
YEARS = (
    *((2018, "outcome"), (2019, "outcome"), (2020, "outcome"), (2021, "outcome"), (2022, "outcome")),
    *((2023, "budget"), (2024, "budget")),
)
PRINTED = {
    "result_share": ("1.0", "2.7", "7.5", "10.3", "10.1", "-2.4", "-4.8"),
    "result": ("93", "273", "766", "1304", "876", "-303", "-641"),
    "self_financing": ("91", "105", "198", "216", "23.2", "16", "-17.7"),
    "investments": ("340", "393", "580", "753", "704", "748", "983"),
    "solidity": ("-6.1", "-4.9", "5.7", "16.0", "24.7"),
}
# The same with what Kolada has for the three values that cannot be true (N63146 2021 and 2022, N63144 2022).
CORRECTED = PRINTED | {
    "result_share": ("1.0", "2.7", "7.5", "11.3", "7.1", "-2.4", "-4.8"),
    "self_financing": ("91", "105", "198", "216", "184.5", "16", "-17.7"),
}


def history(printed, definitions=None, more=()):
    """A table in the layout's columns; `definitions` by (measure, year), `more` are further rows."""
    lines = ["measure  year  kind  value  unit  decimals  definition  source"]
    for measure, values in printed.items():
        for (year, kind), value in zip(YEARS, values, strict=False):
            unit = "percent" if measure in ("result_share", "self_financing", "solidity") else "mnkr"
            definition = (definitions or {}).get((measure, year), f"Definition av {measure}")
            decimals = len(value.partition(".")[2])
            lines.append(f"{measure}  {year}  {kind}  {value}  {unit}  {decimals}  {definition}  Mål och budget")
    return source_table("\n".join([*lines, *more]))


def flagged(printed, definitions=None):
    ratios = checked_ratios(history(printed, definitions), RULES)
    return {(one.measure, one.year): one.verdict for one in ratios if not one.is_usable}


def changed(printed, measure, year, value):
    place = [when for when, _ in YEARS].index(year)
    values = list(printed[measure])
    values[place] = value
    return printed | {measure: tuple(values)}


FAULTS = {
    ("result_share", 2021): "doubtful",
    ("result_share", 2022): "doubtful",
    ("self_financing", 2022): "contradicts",
}


def test_exactly_the_three_values_that_cannot_be_true_are_found():
    assert flagged(PRINTED) == FAULTS


def test_a_corrected_table_is_left_in_peace():
    assert flagged(CORRECTED) == {}


def test_the_order_of_the_rows_makes_no_difference():
    assert flagged(dict(reversed(PRINTED.items()))) == FAULTS


@pytest.mark.parametrize(
    ("measure", "year", "value", "verdict"),
    [
        # 766 / 580 = 132.1 % without any depreciation.
        ("self_financing", 2020, "131", "contradicts"),
        ("self_financing", 2018, "9.1", "contradicts"),
        # 273 / 5.4 % = 5 056 mnkr, half of what the years around it imply.
        ("result_share", 2019, "5.4", "doubtful"),
        ("result_share", 2024, "-2.4", "doubtful"),
        # A loss is no positive share.
        ("result_share", 2024, "4.8", "contradicts"),
    ],
)
def test_another_year_made_wrong_is_found_too(measure, year, value, verdict):
    assert flagged(changed(CORRECTED, measure, year, value)) == {(measure, year): verdict}
    assert flagged(changed(PRINTED, measure, year, value)).get((measure, year)) == verdict


def test_rounding_is_no_contradiction():
    # 132.07 % is printed as 132: it may be the bound itself.
    assert flagged(changed(CORRECTED, "self_financing", 2020, "132")) == {}


def test_a_share_of_few_digits_says_nothing_about_its_base():
    # 0.1 may be anything from 0.05 to 0.15.
    assert flagged(changed(CORRECTED, "result_share", 2018, "0.1")) == {}


def test_a_source_that_prints_all_amounts_is_compared_with_its_own_ratio():
    # 273 / 10 100 = 2.703 %, and (273 + 140) / 393 = 105.1 %.
    whole = CORRECTED | {
        "taxes_and_grants": ("9300", "10100", "10213", "11540", "12338", "12625", "13354"),
        "depreciation": ("216", "140", "382", "322", "423", "423", "467"),
    }
    assert flagged(whole) == {}
    assert flagged(changed(whole, "result_share", 2019, "2.8")) == {("result_share", 2019): "contradicts"}
    assert flagged(changed(whole, "self_financing", 2019, "107")) == {("self_financing", 2019): "contradicts"}
    computed = {(one.measure, one.year): one.computed.value for one in checked_ratios(history(whole), RULES)}
    assert computed["result_share", 2019] == pytest.approx(2.70297, abs=1e-5)
    assert computed["self_financing", 2019] == pytest.approx(105.08906, abs=1e-5)


def test_a_definition_may_not_change_within_a_series():
    other = {("solidity", 2022): "Koncernens soliditet"}
    assert flagged(CORRECTED, other) == {("solidity", 2022): "doubtful"}
    same = {("solidity", 2022): "definition av SOLIDITY."}
    assert flagged(CORRECTED, same) == {}


def test_too_few_values_have_no_trend():
    short = {measure: values[:4] for measure, values in PRINTED.items()}
    assert flagged(short) == {}


def test_another_source_s_ratios_are_not_held_against_this_one_s_amounts():
    other = "self_financing  2018  outcome  10  percent  0  Definition av self_financing  Annan"
    ratios = checked_ratios(history(CORRECTED, more=[other]), RULES)
    verdicts = {(one.source, one.year): one.verdict for one in ratios}
    assert verdicts["Annan", 2018] == "unchecked"


def test_what_the_amounts_imply():
    found = {(one.measure, one.year): one for one in checked_ratios(history(PRINTED), RULES)}
    # −17.7 % of 983 is −174, and −174 + 641 = 467 of depreciation; 93 is 1.0 % of 9 300.
    assert found["self_financing", 2024].implied.value == pytest.approx(467.009e6)
    assert found["result_share", 2018].implied.value == pytest.approx(9300e6)
    assert found["self_financing", 2022].least.value == pytest.approx(124.43182, abs=1e-5)
    assert {cells.address for cells in found["self_financing", 2022].least.origin} == {"D16,D30"}


class TestProblems:
    """The texts that stand under Om underlaget."""

    @pytest.fixture
    def found(self, params):
        return lambda printed: financial_ratios.check(
            case_of(params=params, reader="region", financial_history=history(printed))
        )

    def test_whole_sentences_with_their_place(self, found):
        asked = "Kontrollera talet i källan, Mål och budget. Rapporten visar det, men bedömer inte målet på det."
        rule = (
            "En avvikelse på mer än 10 procent tyder på att andelen är räknad på ett annat resultat än det som är "
            "tryckt."
        )

        def warning(cell, told, expected):
            return Problem("prov.xlsx", "Blad1", cell, told, expected, asked, Severity.WARNING)

        plain = [replace(one, found=one.found.replace("\xa0", " ")) for one in found(PRINTED)]
        assert plain == [
            warning(
                "D8",
                "Resultatets andel av skatter och statsbidrag i utfallet 2021 är tryckt som 10,3 %, vilket förutsätter "
                "skatter och statsbidrag på 12 660 mnkr. Källans serie av år ger ungefär 11 284 mnkr.",
                rule,
            ),
            warning(
                "D9",
                "Resultatets andel av skatter och statsbidrag i utfallet 2022 är tryckt som 10,1 %, vilket förutsätter "
                "skatter och statsbidrag på 8 673 mnkr. Källans serie av år ger ungefär 11 936 mnkr.",
                rule,
            ),
            warning(
                "D23",
                "Självfinansieringsgraden i utfallet 2022 är tryckt som 23,2 %, men resultatet på 876 mnkr är ensamt "
                "124,4 % av investeringarna på 704 mnkr.",
                "Avskrivningarna läggs till resultatet och är aldrig under 0, så kvoten kan inte vara lägre än så.",
            ),
        ]

    def test_nothing_to_say(self, found):
        assert found(CORRECTED) == []


def test_a_result_of_nothing_implies_no_taxes():
    assert flagged(changed(CORRECTED, "result", 2018, "0")) == {}


def test_investments_that_may_be_nothing_are_not_divided_by():
    """0,5 mnkr without decimals is anything from 0 to 1."""
    halved = history(CORRECTED).frame.assign(decimals=0.0)
    halved.loc[(halved["measure"] == "investments") & (halved["year"] == 2018), "value"] = 0.5
    ratios = checked_ratios(replace(history(CORRECTED), frame=halved), RULES)
    assert {one.verdict for one in ratios if one.measure == "self_financing" and one.year == 2018} == {"unchecked"}


def test_taxes_that_may_be_nothing_are_not_divided_by():
    more = ["taxes_and_grants  2018  outcome  0  mnkr  0  Skatter  Mål och budget"]
    ratios = checked_ratios(history(CORRECTED, more=more), RULES)
    assert {one.verdict for one in ratios if one.measure == "result_share" and one.year == 2018} == {"unchecked"}
