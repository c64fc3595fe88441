"""Rows of the ledger that stand twice, one row off or in two classes: told once, and honest ledgers are let through."""

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest
from cases import case_of
from even_tables import ledger
from honest_ledgers import honest_ledger

from followup.checks.ledger import (
    ledger_account_class,
    ledger_copies,
    ledger_month_level,
    ledger_repeated,
    ledger_scale,
    ledger_shifted_rows,
)
from followup.params.loading import load_params

RULES = (ledger_repeated, ledger_shifted_rows, ledger_account_class)


@pytest.fixture(scope="module")
def params():
    return load_params()


@pytest.fixture
def found(params):
    """What one rule says about a ledger that has been changed."""

    def found(rule, change=None, month=4):
        case = case_of(period=f"2024-{month:02d}", params=params, ledger=ledger(month, change))
        return list(rule.check(case))

    return found


def again(rename, **only):
    """The rows that have the given values once more, with a change of their keys."""

    def change(frame):
        rows = np.logical_and.reduce([frame[key] == value for key, value in only.items()])
        copies = frame[rows].copy()
        rename(copies)
        copies.index = range(int(frame.index.max()) + 1, int(frame.index.max()) + 1 + len(copies))
        for number, row in copies.iterrows():
            frame.loc[number] = row

    return change


def other_account(copies):
    copies["account"] = "9" + copies["account"]
    copies[["budget", "previous_year"]] = 0.0


def shift(column, month="2024-04", first=0, step=1):
    """A column's amounts of a month one row down or up, from a row of the month."""

    def change(frame):
        rows = frame.index[frame["period"] == month][first:]
        frame.loc[rows, column] = np.roll(frame.loc[rows, column].to_numpy(), step)

    return change


def uneven(change):
    """Accounts of a hundred thousand, two hundred thousand and four hundred thousand kronor, and then the change."""

    def both(frame):
        times = frame["account"].str[-1].map({"0": 1.0, "1": 2.0, "2": 4.0})
        for column in ("budget", "outcome", "previous_year"):
            frame[column] *= times
        change(frame)

    return both


def test_the_example_of_the_catalogue(found):
    """18 accounts, a third of them revenue: a month is −6 × 101 000 and a wave."""
    [problem] = found(ledger_repeated, again(other_account, period="2024-01"))
    assert problem.message.replace("\xa0", " ") == ledger_repeated.RULE.example
    [problem] = found(ledger_shifted_rows, uneven(shift("outcome")))
    assert problem.message.replace("\xa0", " ") == ledger_shifted_rows.RULE.example

    def other_class(frame):
        frame.loc[(frame["period"] == "2024-04") & (frame["account"] == "4010"), "account_class"] = "Övriga kostnader"

    [problem] = found(ledger_account_class, other_class)
    assert problem.message.replace("\xa0", " ") == ledger_account_class.RULE.example


@pytest.mark.parametrize("rule", RULES)
def test_the_untouched_ledger_has_none(found, rule):
    assert found(rule) == []


def test_one_account_in_every_month(found):
    [problem] = found(ledger_repeated, again(other_account, activity="Skola", account="4010"))
    assert "4 belopp i kolumnen ”Utfall” för DNKS (verksamheten ”Skola”) står två gånger" in problem.found
    assert found(ledger_repeated, again(other_account, activity="Skola", account="4010"), month=2) == []


def test_two_units_may_share_a_cost_by_halves(found):
    def share(frame):
        mine, theirs = ((frame["activity"] == name) & (frame["account"] == "5010") for name in ("Skola", "Bibliotek"))
        frame.loc[mine, "outcome"] = frame.loc[theirs, "outcome"].to_numpy()

    assert found(ledger_repeated, share) == []


def test_a_rent_that_is_the_same_for_all_is_no_copy(found):
    def rent(frame):
        frame.loc[frame["account_class"] == "Övriga kostnader", "outcome"] = -123_456.78

    assert found(ledger_repeated, rent) == []


@pytest.mark.parametrize("column", ["outcome", "budget", "previous_year"])
@pytest.mark.parametrize(("step", "word"), [(1, "ovanför"), (-1, "nedanför")])
def test_a_paste_that_missed_by_a_row(found, column, step, word):
    [problem] = found(ledger_shifted_rows, uneven(shift(column, step=step)))
    assert f"på raden {word}" in problem.found


def test_from_the_middle_of_a_month(found):
    [problem] = found(ledger_shifted_rows, uneven(shift("outcome", first=6)))
    assert "i april" in problem.found
    assert found(ledger_shifted_rows, uneven(shift("outcome", first=14))) == []


@pytest.mark.slow
@pytest.mark.parametrize("rule", RULES)
def test_honest_ledgers_are_let_through(params, rule):
    for seed in range(60):
        month = (1, 2, 4, 8, 10, 12)[seed % 6]
        case = case_of(period=f"2024-{month:02d}", params=params, ledger=honest_ledger(seed, month))
        assert list(rule.check(case)) == []


def test_an_account_without_number_has_no_class_to_differ_from(found):
    def blank(frame):
        frame.loc[frame["account"] == "4010", "account"] = None

    assert found(ledger_account_class, blank) == []


def test_for_the_region_those_that_leave_no_report_are_told(params):
    rows = ledger(4, committee="REV").frame
    rows.loc[(rows["period"] == "2024-04") & (rows["account"] == "4010"), "account_class"] = "Övriga kostnader"
    table = ledger(4)
    both = pd.concat([table.frame, rows.set_index(rows.index + 1000)])
    case = case_of(params=params, reader="region", committee="REGION", ledger=replace(table, frame=both))
    [problem] = ledger_account_class.check(case)
    assert "för REV" in problem.found


def test_a_month_of_an_activity_that_is_a_column_s_copy(params):
    """Eighteen accounts of one activity in one month: twelve equal amounts are no accident."""
    frame = ledger(4).frame
    more = frame.assign(account=frame["account"] + "0")
    more[["outcome", "previous_year"]] = (more[["outcome", "previous_year"]] * 1.1).round(2) + 0.13
    both = pd.concat([frame, more.set_index(more.index + 1000)])
    chosen = (both["activity"] == "Skola") & (both["period"] == "2024-04")
    both.loc[chosen, "outcome"] = both.loc[chosen, "previous_year"]
    case = case_of(params=params, ledger=replace(ledger(4), frame=both))
    [problem] = ledger_copies.check(case)
    assert "i 18 belopp för DNKS (verksamheten ”Skola” (april))" in problem.found.replace("\xa0", " ")


def double(times, **only):
    def change(frame):
        rows = np.logical_and.reduce([frame[key] == value for key, value in only.items()])
        frame.loc[rows, "outcome"] *= times
        # So that an activity is large enough to matter.
        frame[["outcome", "budget", "previous_year"]] *= 10

    return change


@pytest.mark.parametrize(("times", "count"), [(1.5, 0), (1.65, 1)])
def test_all_accounts_of_an_activity_doubled_in_a_month(found, times, count):
    assert len(found(ledger_month_level, double(times, activity="Skola", period="2024-04"))) == count


def test_half_of_an_activity_s_accounts_doubled_are_its_own_affair(found):
    change = double(2, activity="Skola", period="2024-04", account="4010")
    assert found(ledger_month_level, change) == []


@pytest.mark.parametrize(("times", "count"), [(10, 1), (9.5, 0), (8, 0), (100, 1)])
def test_one_account_is_a_power_of_ten_too_large_in_all_months(found, times, count):
    def change(frame):
        chosen = (frame["activity"] == "Skola") & (frame["account"] == "4010")
        # 1 per cent more than the budget and 3 more than last year as it is.
        frame.loc[chosen, "outcome"] = times * frame.loc[chosen, "budget"] * 1.0001

    assert len(found(ledger_scale, change)) == count
