"""Faults of a whole export and of its parts: each is told once, with the numbers, and honest surprises are not."""

import numpy as np
import pytest
from cases import case_of
from even_tables import ledger
from honest_ledgers import honest_ledger

from followup.checks.ledger import (
    ledger_accumulated,
    ledger_columns,
    ledger_copies,
    ledger_month_size,
    ledger_scale,
    ledger_sign,
    ledger_single_amounts,
)
from followup.ground.errors import Severity
from followup.params.loading import load_params

RULES = (
    ledger_copies,
    ledger_accumulated,
    ledger_scale,
    ledger_sign,
    ledger_columns,
    ledger_month_size,
    ledger_single_amounts,
)
AMOUNTS = ("budget", "outcome", "previous_year")
UP_TO_APRIL = "2024-04"


@pytest.fixture(scope="module")
def params():
    return load_params()


@pytest.fixture
def errors(params):
    """The rules' errors about a ledger that has been changed: the rule's module with the problem."""

    def errors(change=None, month=4):
        return of_table(ledger(month, change), month)

    def of_table(table, month):
        case = case_of(period=f"2024-{month:02d}", params=params, ledger=table)
        found = [(rule, problem) for rule in RULES for problem in rule.check(case)]
        return [(rule, problem) for rule, problem in found if problem.severity is Severity.ERROR]

    errors.of_table = of_table
    return errors


def times(column, factor, **only):
    """Multiply a column, in the rows that have the given values."""

    def change(frame):
        rows = np.logical_and.reduce([frame[key] == value for key, value in only.items()] or [frame.index > 0])
        frame.loc[rows, column] *= factor

    return change


def accumulate(column, **only):
    def change(frame):
        sums = frame.groupby(["activity", "account_class", "account"])[column].cumsum()
        rows = np.logical_and.reduce([frame[key] == value for key, value in only.items()] or [frame.index > 0])
        frame.loc[rows, column] = sums[rows]

    return change


def copy(column, other, rows=lambda frame: frame["period"] <= UP_TO_APRIL):
    def change(frame):
        frame.loc[rows(frame), column] = frame.loc[rows(frame), other]

    return change


def swap(frame):
    rows = frame["period"] <= UP_TO_APRIL
    frame.loc[rows, ["budget", "outcome"]] = frame.loc[rows, ["outcome", "budget"]].to_numpy()


@pytest.mark.parametrize("month", [1, 2, 4, 8, 10, 12])
def test_an_even_ledger_is_right(errors, month):
    assert errors(month=month) == []


THE_FAULTS = [
    (ledger_copies, copy("outcome", "previous_year")),
    (ledger_accumulated, accumulate("outcome")),
    (ledger_scale, times("outcome", 1 / 1000)),
    (ledger_sign, times("outcome", -1, account_class="Intäkter")),
    (ledger_columns, swap),
    (ledger_month_size, times("outcome", 0, period="2024-04")),
    (ledger_single_amounts, times("outcome", 1000, period="2024-01", activity="Bibliotek", account="3010")),
]


@pytest.mark.parametrize(("rule", "change"), THE_FAULTS, ids=lambda one: getattr(one, "CODE", ""))
def test_the_example_of_the_catalogue(errors, rule, change):
    # Told once, and by no other rule.
    assert [(one, problem.message) for one, problem in errors(change)] == [(rule, rule.RULE.example)]


@pytest.mark.parametrize("column", AMOUNTS)
@pytest.mark.parametrize("factor", [1000, 1 / 1000, 1e6, 100, 10, 1 / 10, 12])
@pytest.mark.parametrize(
    "part", [{}, {"account_class": "Intäkter"}, {"activity": "Skola"}, {"period": "2024-04"}], ids=str
)
def test_another_unit_in_any_column_and_part(errors, column, factor, part):
    found = errors(times(column, factor, **part))
    # What is a tenth in one month is a month that is nearly empty.
    wanted = ledger_month_size if "period" in part and factor in (1 / 10, 1 / 1000) else ledger_scale
    assert {rule for rule, _ in found} <= {wanted, ledger_scale}
    assert len(found) == 1


@pytest.mark.parametrize("column", AMOUNTS)
@pytest.mark.parametrize("part", [{}, {"account_class": "Personalkostnader"}, {"activity": "Skola"}], ids=str)
def test_signs_and_accumulation_in_any_column_and_part(errors, column, part):
    assert [rule for rule, _ in errors(times(column, -1, **part))] == [ledger_sign]
    assert [rule for rule, _ in errors(accumulate(column, **part))] == [ledger_accumulated]


def test_a_whole_column_cannot_be_confirmed_and_a_part_can(errors):
    assert [problem.value for _, problem in errors(times("outcome", 1000))] == [""]
    frame = ledger().frame
    revenue = sum(frame["outcome"][(frame["account_class"] == "Intäkter") & (frame["period"] <= UP_TO_APRIL)])
    # Some 2,4 mnkr, times a thousand.
    expected = f"{revenue / 1000:,.1f} mnkr".replace(",", "\u00a0").replace(".", ",")
    assert [problem.value for _, problem in errors(times("outcome", 1000, account_class="Intäkter"))] == [expected]


def test_a_month_that_is_another_months_copy(errors):
    def change(frame):
        march, april = (frame.index[frame["period"] == month] for month in ("2024-03", "2024-04"))
        frame.loc[april, "outcome"] = frame.loc[march, "outcome"].to_numpy()

    [(rule, problem)] = errors(change)
    assert rule is ledger_copies
    assert problem.found == (
        "Kolumnen ”Utfall” är i april lika med mars till öret i 18 belopp för DNKS (alla rader), tillsammans −606\u00a0"
        + problem.found.split("−606\u00a0")[1]
    )


def test_a_cell_ten_times_too_large_is_told_where_it_matters(errors):
    cell = {"period": "2024-04", "activity": "Skola", "account": "4011"}
    assert [rule for rule, _ in errors(times("outcome", 10, **cell))] == [ledger_single_amounts]
    # Three times is as often true.
    assert errors(times("outcome", 3, **cell)) == []


@pytest.mark.parametrize(
    ("factor", "share", "count"), [(0, 2.5, 1), (0.1, 2.5, 1), (-1, 2.5, 1), (0.2, 2.5, 0), (0, 1.5, 0), (-1, 1.5, 0)]
)
def test_a_large_account_without_its_amount_for_a_month(params, factor, share, count):
    """The account is 2,5 of the month's 19,5 mnkr, or 1,5 of 18,5. It may be true, and is told in the report."""

    def change(frame):
        frame[list(AMOUNTS)] *= 10.0
        frame.loc[frame["account"].eq("4011") & frame["activity"].eq("Skola"), list(AMOUNTS)] *= share
        times("outcome", factor, period="2024-03", activity="Skola", account="4011")(frame)

    case = case_of(period="2024-04", params=params, ledger=ledger(4, change))
    found = [problem for rule in RULES for problem in rule.check(case) if problem.severity is not Severity.NOTE]
    assert [problem.severity for problem in found] == [Severity.WARNING] * count


def test_half_of_the_last_month(errors):
    def change(frame):
        rows = frame.index[frame["period"] == "2024-04"]
        frame.loc[rows[::2], "outcome"] = 0

    [(rule, problem)] = errors(change)
    assert rule is ledger_month_size
    assert problem.value == "0 kr"


def test_outcome_after_the_period(params):
    def change(frame):
        frame.loc[frame["period"] == "2024-05", "outcome"] = -10_000.5

    case = case_of(period="2024-04", params=params, ledger=ledger(4, change))
    [problem] = ledger_columns.check(case)
    assert problem.severity is Severity.NOTE
    assert problem.found == "Det finns utfall efter perioden, för maj (DNKS): tillsammans −180\u00a0009 kr."


def test_a_year_of_outcome_in_april_is_another_extract(errors):
    [(rule, problem)] = errors(copy("outcome", "previous_year", lambda frame: frame["period"] > UP_TO_APRIL))
    assert rule is ledger_columns
    assert problem.remedy == "Är det fel uttag, eller en annan uppgift i kolumnen? Gör om uttaget för perioden."


def once_a_year(frame):
    """State grants that are booked in one month, in all columns the same."""
    grant = (frame["account"] == "3011") & (frame["activity"] == "Skola")
    for column in AMOUNTS:
        frame.loc[grant & (frame["period"] != "2024-02"), column] *= 0
        frame.loc[grant & (frame["period"] == "2024-02"), column] *= 12


def no_budget(frame):
    frame.loc[frame["activity"] == "Skola", "budget"] = 0


def new_activity(frame):
    frame.loc[frame["activity"] == "Skola", "previous_year"] = 0


def correction(frame):
    frame.loc[(frame["account"] == "4011") & (frame["period"] == "2024-03"), "outcome"] = 43_210.55


def large_invoice(frame):
    frame.loc[(frame["account"] == "5011") & (frame["period"] == "2024-03") & (frame.index > 0), "outcome"] *= 4.37


def closed_unit(frame):
    frame.loc[(frame["activity"] == "Skola") & (frame["period"] >= "2024-03"), "outcome"] *= 0


def summer(frame):
    for column in ("outcome", "previous_year"):
        frame.loc[frame["period"].isin(["2024-01", "2024-02"]), column] *= 0.3


@pytest.mark.parametrize(
    "change", [once_a_year, no_budget, new_activity, correction, large_invoice, closed_unit, summer]
)
def test_what_is_surprising_and_true(errors, change):
    assert errors(change) == []


@pytest.mark.parametrize("value", [1e308, -1e308, 1e30, float("inf")])
def test_numbers_without_bounds_do_not_stop_the_rules(errors, value):
    def change(frame):
        frame.loc[[6, 7, 30], "outcome"] = value

    with np.errstate(all="ignore"):
        errors(change)


@pytest.mark.slow
def test_honest_ledgers_are_let_through(errors):
    """At most one honest committee in a hundred is asked to confirm something: 11 of the first 1 200 seeds are."""
    months = (1, 2, 4, 8, 10, 12)
    refused = [seed for seed in range(60) if errors.of_table(honest_ledger(seed, months[seed % 6]), months[seed % 6])]
    assert len(refused) <= 1
