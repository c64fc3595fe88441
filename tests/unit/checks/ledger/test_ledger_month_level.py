"""A month that holds two, and a column whose rows have been counted twice, where single accounts are not that odd."""

import pytest
from cases import case_of
from even_tables import ledger
from honest_ledgers import honest_ledger

from followup.checks.ledger import ledger_month_level
from followup.params.loading import load_params

APRIL = ("2024-04",)


@pytest.fixture(scope="module")
def params():
    return load_params()


@pytest.fixture
def found(params):
    def found(change, month=4):
        table = ledger(month, change)
        return list(ledger_month_level.check(case_of(period=f"2024-{month:02d}", params=params, ledger=table)))

    return found


def times(factor, column="outcome", months=APRIL, every=1, **only):
    def change(frame):
        rows = frame["period"].isin(months) if months else frame["period"] > ""
        for key, value in only.items():
            rows &= frame[key] == value
        frame.loc[frame.index[rows][::every], column] *= factor

    return change


def test_the_example_of_the_catalogue(found):
    [problem] = found(times(2))
    assert problem.message.replace("\xa0", " ") == (ledger_month_level.RULE.example)


def test_a_month_that_holds_the_one_before_too(found):
    def change(frame):
        rows = frame["period"] == "2024-04"
        frame.loc[rows, "outcome"] += frame.loc[frame["period"] == "2024-03", "outcome"].to_numpy()
        frame.loc[frame["period"] == "2024-03", "outcome"] *= 0

    [problem] = found(change)
    assert "i april, för DNKS (alla rader)" in problem.message


@pytest.mark.parametrize("column", ["outcome", "previous_year"])
def test_all_rows_counted_twice_is_one_finding(found, column):
    [problem] = found(times(2, column, months=()))
    assert "på de flesta konton, för DNKS (alla rader)" in problem.message


def test_a_class_of_one_month(found):
    [problem] = found(times(2, account_class="Personalkostnader"))
    assert "i april, för DNKS (kontoklassen ”Personalkostnader”" in problem.message


# The nearest of what is beside an account is 1,00–1,02 in its own outcome.
@pytest.mark.parametrize(("factor", "count"), [(1.75, 1), (1.6, 0), (0.65, 0), (0.55, 1), (0.3, 0)])
def test_both_sides_of_the_thresholds(found, factor, count):
    assert len(found(times(factor))) == count


@pytest.mark.parametrize(
    "change",
    [
        # A third of the accounts, one activity's closing, a class that falls.
        times(4, every=3),
        times(0.5, activity="Skola", account_class="Intäkter"),
        times(0.5, account_class="Intäkter"),
        times(0, activity="Skola"),
    ],
)
def test_what_is_surprising_and_true(found, change):
    assert found(change) == []


@pytest.mark.slow
def test_honest_ledgers_are_let_through(params):
    for seed in range(60):
        month = (1, 2, 4, 8, 10, 12)[seed % 6]
        case = case_of(period=f"2024-{month:02d}", params=params, ledger=honest_ledger(seed, month))
        assert list(ledger_month_level.check(case)) == []
