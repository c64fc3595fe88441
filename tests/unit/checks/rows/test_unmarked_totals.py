"""Rows that are the sum of others and do not say so, put into the example's workbooks of 2024-04."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd
import pytest
from cases import read_case
from region_case import EXAMPLE, case
from tables import source_table

from followup.checks.rows import unmarked_totals
from followup.checks.rows.unmarked_totals import sums_of_others
from followup.params.loading import load_params

__all__ = ["case"]

NUMBERS = ["budget", "outcome", "previous_year"]


@pytest.fixture(scope="module")
def own():
    return read_case(EXAMPLE, "2024-04", "DNHS", load_params())


def with_sums(own, by, **cells):
    """The case, where the ledger also has the sums of all of its rows by some columns, with the given cells."""
    ledger = own.tables["ledger"]
    frame = ledger.frame
    sums = frame.groupby(by, sort=False)[NUMBERS].sum(min_count=1).reset_index()
    for name in frame.columns:
        if name not in sums:
            sums[name] = cells.get(name, "Hela sjukhuset")
    sums["committee"] = "DNHS"
    sums.index = range(int(frame.index.max()) + 1, int(frame.index.max()) + 1 + len(sums))
    whole = pd.concat([sums[frame.columns].astype(frame.dtypes), frame])
    return replace(own, tables={**own.tables, "ledger": replace(ledger, frame=whole)})


def test_the_example_has_none(case, own):
    assert list(unmarked_totals.check(case)) == []
    assert list(unmarked_totals.check(own)) == []


def test_the_example_of_the_catalogue(own):
    """The committee's own row above its units, month by month: the 5 600 mnkr of its frame of 2024."""
    (problem,) = unmarked_totals.check(with_sums(own, ["period"], account_class="Kostnader", account="4999"))
    assert problem.message.replace("\u00a0", " ") == unmarked_totals.RULE.example
    assert problem.value == "−5\u00a0600 mnkr"
    assert problem.found.startswith("”Hela sjukhuset” i kolumnen ”Verksamhet” är i varje belopp summan av ”")
    assert problem.remedy == (
        "Är det en summa: ta bort raderna ur underlaget, eller skriv total_row: {column: activity, words: [Hela "
        "sjukhuset]} för tabellen ledger i params/layouts/utfall.yml."
    )


@pytest.mark.parametrize(
    ("by", "level"),
    [
        (["period", "account_class"], "Verksamhet"),
        (["period", "account_class", "account", "account_name"], "Verksamhet"),
        (["period", "activity"], "Kontoklass"),
    ],
    ids=["by class", "by account", "all classes of each activity"],
)
def test_whatever_the_sums_are_divided_by(own, by, level):
    found = [problem.found for problem in unmarked_totals.check(with_sums(own, by))]
    assert any(f"”Hela sjukhuset” i kolumnen ”{level}”" in text for text in found)


LEDGER = """
period   activity   budget  outcome  previous_year
2024-01  A          100     90       80
2024-01  Sum        {sum}   {out}    61
2024-01  B          {b}     20       21
2024-01  C          30      41       40
2024-01  D          7       8        9
2024-02  A          100     95       80
2024-02  Sum        50      65       60
2024-02  B          20      25       20
2024-02  C          30      40       40
2024-02  D          7       8        9
"""


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({}, [("Sum", ["B", "C"])]),
        # In one month and one column it is something else by a krona: then it is a row of its own.
        ({"out": 62}, []),
        ({"b": 21}, []),
    ],
)
def test_neighbours_whose_sum_is_a_third_row_in_every_month_and_column(change, expected):
    table = source_table(LEDGER.format(**{"sum": 50, "out": 61, "b": 20} | change))
    found = sums_of_others(table, "activity", ("period",), tuple(NUMBERS), with_runs=True)
    assert found == expected
    assert sums_of_others(table, "activity", ("period",), tuple(NUMBERS), with_runs=False) == []


PROJECTS = """
project   year_budget  outcome  forecast
Ambulans  {six}        {out}    6
Ett       4            1.5      4
Två       2            0.5      2
"""


@pytest.mark.parametrize(
    ("cells", "found"),
    [
        # True and surprising: a budget of 6 beside 4 and 2 is no wonder, and neither is a forecast that is the budget.
        ({"six": 6, "out": 0}, []),
        ({"six": 6, "out": 3}, []),
        ({"six": 6, "out": 2}, ["Ambulans"]),
        ({"six": 7, "out": 2}, []),
    ],
)
def test_investments_are_the_sum_of_all_others_in_columns_that_say_something_of_their_own(cells, found):
    table = source_table(PROJECTS.format(**cells))
    numbers = ("year_budget", "outcome", "forecast")
    assert [name for name, _ in sums_of_others(table, "project", (), numbers, with_runs=False)] == found


def test_units_that_net_to_zero_are_no_sums():
    table = source_table(
        """
        period   activity  budget  outcome  previous_year
        2024-01  A         50      40       30
        2024-01  B         -50     -40      -30
        2024-01  C         0       0        0
        """
    )
    assert sums_of_others(table, "activity", ("period",), tuple(NUMBERS), with_runs=True) == []


def test_a_committee_that_is_all_the_others(case):
    """Whoever writes the region's rows under a committee's name doubles the region."""
    turnover = case.tables["turnover"]
    numbers = ["permanent_employees", "leavers"]
    others = turnover.frame[turnover.frame["committee"] != "RGK"]
    sums = others.groupby("period", sort=False)[numbers].sum().reset_index().assign(committee="RGK")
    sums.index = range(9000, 9000 + len(sums))
    frame = pd.concat([others, sums[others.columns].astype(others.dtypes)])
    changed = replace(case, tables={**case.tables, "turnover": replace(turnover, frame=frame)})
    (problem,) = unmarked_totals.check(changed)
    assert problem.found.startswith("”RGK” i kolumnen ”Nämnd” är i varje belopp summan av ”")
