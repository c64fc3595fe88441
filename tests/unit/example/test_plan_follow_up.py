"""The made-up follow-ups of the real plans."""

import pytest

from followup.example.plan.follow_up import follow_ups, plan_follow_up_workbook
from followup.example.plan.statuses import MONTHS, status_row
from followup.params.loading import load_params

OCCASIONS = [(period, committee.code) for period, committee in follow_ups()]


def rows_of(period, committee="RS"):
    sheet = plan_follow_up_workbook(period, committee)["Uppdrag"]
    return [row for row in sheet.iter_rows(min_row=7, values_only=True) if row[0] and row[1]]


def test_each_plan_is_followed_up_five_times_and_the_decision_by_two_committees():
    assert len(OCCASIONS) == 3 * 5 + 2 * 3
    assert [code for period, code in OCCASIONS if period == "2019-08"] == ["RS", "DNKS"]


@pytest.mark.parametrize(("period", "committee"), OCCASIONS)
def test_every_followed_entry_has_a_row_and_the_sheet_says_that_it_is_made_up(period, committee):
    plans = load_params().plans_followed_by(committee, int(period[:4]))
    assert "Exempeldata" in plan_follow_up_workbook(period, committee)["Uppdrag"]["A2"].value
    followed = [node.code for plan in plans for node in plan.followed_nodes]
    assert [row[0] for row in rows_of(period, committee)][: len(followed)] == followed


def test_the_statuses_are_words_of_the_scale_and_some_are_missing():
    words = {grade.word for grade in load_params().scales["assignment"]}
    assert {row[2] for row in rows_of("2018-12")} == words | {None}


@pytest.mark.parametrize("year", [2018, 2019, 2022])
def test_what_is_done_stays_done_and_what_has_begun_is_not_unbegun(year):
    (plan, *_) = load_params().plans_followed_by("RS", year)
    order = {"Ej påbörjat": 0, "Enligt plan": 1, "Försenat": 2, "Avfört": 2, "Klart": 2}
    for node in plan.followed_nodes:
        statuses = [status_row(plan, node, f"{year}-{month:02}")[2] for month in MONTHS]
        places = [order[status] for status in statuses if status]
        assert places == sorted(places), (node.code, statuses)


def test_both_committees_say_the_same_of_the_decision():
    of_both = [
        {row[0]: row[2] for row in rows_of("2019-12", code) if row[0].startswith("B")} for code in ("RS", "DNKS")
    ]
    assert of_both[0] == of_both[1]
    assert len(of_both[0]) == 9


def test_the_same_comes_out_each_time():
    first, second = (
        [row for sheet in plan_follow_up_workbook("2018-08", "RS") for row in sheet.iter_rows(values_only=True)]
        for _ in range(2)
    )
    assert first == second
