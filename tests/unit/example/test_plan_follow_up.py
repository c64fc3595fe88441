"""The made-up follow-ups of the real plans."""

import pytest

from followup.example.plan_follow_up import COMMITTEE, FOLLOWED_YEARS, plan_follow_up_workbook
from followup.params.loading import load_params


@pytest.mark.parametrize("year", FOLLOWED_YEARS)
def test_every_followed_entry_has_a_row_and_the_sheet_says_that_it_is_made_up(year):
    plan = load_params().plans_of(COMMITTEE, year)[0]
    sheet = plan_follow_up_workbook(year)["Uppdrag"]
    assert "Exempeldata" in sheet["A2"].value
    codes = [row[0] for row in sheet.iter_rows(min_row=7, max_col=1, values_only=True) if row[0]]
    assert codes[: len(plan.followed_nodes)] == [node.code for node in plan.followed_nodes]


def test_the_statuses_are_words_of_the_scale_and_some_are_missing():
    words = {grade.word for grade in load_params().scales["assignment"]}
    rows = plan_follow_up_workbook(2018)["Uppdrag"].iter_rows(min_row=7, max_row=307, values_only=True)
    statuses = [row[2] for row in rows]
    assert set(statuses) == words | {None}


def test_the_same_comes_out_each_time():
    first, second = (
        [row for sheet in plan_follow_up_workbook(2018) for row in sheet.iter_rows(values_only=True)] for _ in range(2)
    )
    assert first == second
