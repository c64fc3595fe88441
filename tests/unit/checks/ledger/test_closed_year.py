"""The previous year's amounts in February's ledger and in April's; 72 of the months up to April."""

from dataclasses import replace

import pytest
from cases import case_of
from even_tables import ledger

from followup.checks.ledger.closed_year import RULE
from followup.params.loading import load_params


@pytest.fixture(scope="module")
def params():
    return load_params()


def found(params, change, period="2024-04"):
    earlier = replace(ledger(2), workbook="2024/2024-02/utfall.xlsx")
    now = ledger(int(period[5:]), change)
    case = case_of(period=period, params=params, previous={"ledger": earlier}, ledger=now)
    return [problem.message.replace("\xa0", " ") for problem in RULE.check(case)]


def swap(frame):
    rows = frame["period"] <= "2024-04"
    frame.loc[rows, ["outcome", "previous_year"]] = frame.loc[rows, ["previous_year", "outcome"]].to_numpy()


def add(kronor, every):
    def change(frame):
        frame.loc[frame.index[frame["period"] <= "2024-04"][::every], "previous_year"] += kronor

    return change


def test_the_example_of_the_catalogue(params):
    assert found(params, swap) == [RULE.example]


@pytest.mark.parametrize(
    ("change", "count"),
    [(None, 0), (add(1.01, 1), 1), (add(1.0, 1), 0), (add(5_000, 2), 1), (add(5_000, 3), 0)],
)
def test_half_of_the_amounts_by_more_than_a_krona(params, change, count):
    assert len(found(params, change)) == count


def test_other_rows_are_another_organisation_and_not_compared(params):
    def new_names(frame):
        swap(frame)
        frame["activity"] = frame["activity"] + " 2024"

    assert found(params, new_names) == []


def only(**chosen):
    """The two columns under each other's headings in the rows that have the given values."""

    def change(frame):
        rows = frame["period"] <= "2024-04"
        for column, value in chosen.items():
            rows &= frame[column] == value
        frame.loc[rows, ["outcome", "previous_year"]] = frame.loc[rows, ["previous_year", "outcome"]].to_numpy()

    return change


@pytest.mark.parametrize(
    ("chosen", "told"),
    [
        ({"period": "2024-04"}, "för DNKS (april) är ett annat än 2024-02 i 18 av 18 belopp"),
        ({"account_class": "Intäkter"}, "för DNKS (kontoklassen ”Intäkter”) är ett annat än 2024-02 i 24 av 24"),
        ({"account_class": "Intäkter", "period": "2024-04"}, ""),
    ],
)
def test_a_part_that_is_changed_as_a_whole(params, chosen, told):
    messages = found(params, only(**chosen))
    assert len(messages) == bool(told)
    assert told in "".join(messages)


def last_years(change=None):
    """December's ledger of last year: its outcome is what this year's ledger calls the previous year's."""
    frame = ledger(4).frame
    frame = frame.assign(period="2023" + frame["period"].str[4:], outcome=frame["previous_year"], previous_year=1.0)
    if change:
        change(frame)
    return replace(ledger(4), workbook="2023/2023-12/utfall.xlsx", frame=frame)


def first_report(params, change=None, change_last=None):
    case = case_of(
        period="2024-02", params=params, previous={"ledger": last_years(change_last)}, ledger=ledger(2, change)
    )
    return [problem.found.replace("\xa0", " ") for problem in RULE.check(case)]


def test_the_first_report_of_a_year_is_compared_with_last_year_s_outcome(params):
    """Two activities with three classes in two months: twelve lines."""
    assert first_report(params) == []
    [told] = first_report(params, lambda frame: frame.__setitem__("previous_year", frame["previous_year"] + 1000))
    assert told.startswith("Utfall föregående år för DNKS är ett annat än 2023-12 i 12 av 12 belopp")


def test_other_accounts_than_last_year_are_no_other_outcome(params):
    def new_chart(frame):
        frame["account"] = "1" + frame["account"]

    assert first_report(params, change_last=new_chart) == []
