"""The history of the financial goals: the units and sizes of its values."""

import pytest
from region_accounts import case, messages
from tables import source_table

from followup.checks.region.financial_history_values import RULE

HISTORY = """
    measure         year  kind     value   unit     decimals  source
    result          2021  outcome  1304    mnkr     0         A
    result          2022  outcome  -303    mnkr     0         A
    investments     2021  outcome  753     mnkr     0         A
    investments     2022  outcome  704     mnkr     0         A
    investments     2023  outcome  340     mnkr     0         A
    result_share    2021  outcome  10.3    percent  1         A
    self_financing  2021  outcome  216     percent  0         A
    solidity        2021  outcome  -6.1    percent  1         A
"""


def found(old="", new=""):
    assert not old or old in HISTORY
    return messages(RULE, case(financial_history=source_table(HISTORY.replace(old, new, 1))))


def test_the_history_as_it_is():
    assert found() == []


def test_the_example_of_the_catalogue():
    assert found("753 ", "753000 ") == [("D7", RULE.example)]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("1304 ", "1304000 "),
        ("753 ", "-753 "),
        ("753 ", "0.753 "),
        ("10.3 ", "1030 "),
        ("216 ", "21600 "),
        ("-6.1", "-610"),
    ],
)
def test_a_value_of_another_size(old, new):
    assert len(found(old, new)) == 1


def test_an_amount_in_per_cent_and_a_ratio_in_mnkr():
    assert [cell for cell, _ in found("1304    mnkr", "1304    percent")] == ["E5"]
    assert [cell for cell, _ in found("10.3    percent", "10.3    mnkr")] == ["E10"]


def test_a_series_in_another_unit_is_one_problem():
    history = source_table(HISTORY)
    history.frame["value"] *= 1000
    found = messages(RULE, case(financial_history=history))
    assert [cell for cell, _ in found] == ["D5:D6", "D10", "D11", "D12"]
    assert found[0][1].startswith("Årets resultat är 1 304 000 mnkr i utfallet 2021 och −303 000 mnkr i utfallet 2022.")


def test_ten_times_the_middle_of_the_series_is_the_limit():
    # The middle of 753, 704 and 340 is 704; the region built a hospital.
    assert found("753 ", "6900 ") == []


def test_a_ratio_that_is_written_as_a_share_has_more_decimals_than_its_source():
    ((cell, message),) = found("10.3 ", "0.103")
    assert (cell, message.split(" Kontrollera")[0]) == (
        "D10",
        "Resultatets andel av skatter och statsbidrag är 0,103 % i utfallet 2021. Värdet väntas ha så många decimaler "
        "som bladet anger att källan har, 1.",
    )
