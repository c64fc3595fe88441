"""The promises of a plan: what Mål och budget 2024–2028 says in its own words, and what a promise cannot be."""

import pytest
import workbooks

from followup.ground.errors import ReportError
from followup.params.loading import load_params

PLAN = load_params().plans[2024]
# Read out of the plan by hand: the year that it gives, and what it says of money.
DUE_2024 = {"L1", "L2", "L4", "L17"}
MONEY = {"L2", "L3", "L9", "L10", "L12", "L13", "L14"}


def test_the_plan_makes_eighteen_promises():
    assert [one.code for one in PLAN.promises] == [f"L{number}" for number in range(1, 19)]
    assert {one.code for one in PLAN.promises if one.due == "2024"} == DUE_2024
    assert {one.code for one in PLAN.promises if one.due} == DUE_2024
    assert {one.code for one in PLAN.promises if one.money} == MONEY


@pytest.mark.parametrize("promise", PLAN.promises, ids=lambda one: one.code)
def test_every_quote_stands_in_the_plan_word_for_word_where_it_says(promise):
    goals = {f"Målet {node.name}": node.text for node in PLAN.nodes}
    texts = {one.title: one.text for one in PLAN.chapters} | goals
    for said in promise.said:
        (place,) = [place for place in texts if f"{said.place}, ".startswith(f"{place}, ")]
        assert said.quote in texts[place]
        heading = said.place.removeprefix(place).removeprefix(", ")
        assert not heading or f"**{heading}**" in texts[place]
    spoken = " ".join(one.quote for one in promise.said)
    assert promise.money in spoken
    assert promise.when in spoken


@pytest.mark.parametrize("promise", PLAN.promises, ids=lambda one: one.code)
def test_who_carries_a_promise_has_its_goal_too(promise):
    goals = {goal.code: set(goal.committees) for goal in PLAN.goals}
    if promise.goal:
        assert set(promise.committees) <= goals[promise.goal]
    else:
        assert "RS" in promise.committees


def test_promises_by_committee():
    assert [one.code for one in PLAN.promises_of("DNKT")] == ["L13"]
    assert [one.code for one in PLAN.promises_of("DNPSH")] == ["L4", "L8", "L14", "L18"]
    assert PLAN.promises_of("PN") == []


SMALL = (
    workbooks.PLAN
    + """promises:
  - {code: L1, name: Nya arbetssätt, goal: "1.1", committees: [båda nämnderna], due: "2024", quote: Vi lovar., place: A}
  - {code: L2, name: Ett stöd, committees: [DNKS], when: kommande år, quote: Vi satsar., place: A}
"""
)
FIRST = len(workbooks.PLAN.splitlines()) + 2


def test_a_group_is_expanded_and_the_time_is_the_year_or_the_plans_words(tmp_path):
    plan = load_params(workbooks.write_params(tmp_path / "params", plans_2024=SMALL)).plans[2024]
    first, second = plan.promises
    assert first.committees == ("DNKS", "DNKT")
    assert (first.due, first.when, second.due, second.when) == ("2024", "", "", "kommande år")
    assert first.names == ("L1", "Nya arbetssätt", "L1 Nya arbetssätt")


@pytest.mark.parametrize(
    ("old", "new", "line", "message"),
    [
        ('goal: "1.1"', 'goal: "1.2"', FIRST, "Målet ”1.2” finns inte. Planen har 1, 1.1, 2 och 2.1. Menades ”1.1”?"),
        (
            "[DNKS], when",
            "[DNKX], when",
            FIRST + 1,
            "Nämnden ”DNKX” finns inte. Planen har DNKS, DNKT och båda nämnderna. Menades ”DNKS” eller ”DNKT”?",
        ),
        (
            "code: L2",
            "code: L1",
            FIRST + 1,
            f"Koden ”L1” för ett löfte står också på rad {FIRST}. Varje kod får användas en gång. Ta bort den ena "
            "posten eller ge den en egen kod.",
        ),
        (
            "name: Ett stöd",
            "name: nya  arbetssätt",
            FIRST + 1,
            "Löftena ”L1” och ”L2” har samma namn. Ett löfte redovisas i bladet Uppdrag med sin kod eller sitt namn. "
            "Ge det ena löftet ett annat namn.",
        ),
        (
            "committees: [DNKS], when",
            "committees: [], when",
            FIRST + 1,
            "Löftet ”L2” bärs av ingen nämnd. Ett löfte bärs av de nämnder som har dess mål, eller av regionstyrelsen. "
            "Skriv deras koder i committees.",
        ),
        (
            'due: "2024"',
            'due: "i år"',
            FIRST,
            "Datumet kan inte tolkas. Ett datum skrivs som 2017-12-06; där underlaget bara har månad eller år räcker "
            "2017-12 eller 2017. Skriv datumet så, inom citattecken.",
        ),
    ],
)
def test_what_a_promise_cannot_be_is_told_with_its_line(tmp_path, old, new, line, message):
    assert old in SMALL
    folder = workbooks.write_params(tmp_path / "params", plans_2024=SMALL.replace(old, new))
    with pytest.raises(ReportError) as caught:
        load_params(folder)
    (one,) = caught.value.problems
    assert (one.workbook, one.cell, one.message) == ("params/plans/2024.yml", f"rad {line}", message)


def test_a_table_of_a_chapter_that_is_not_there(tmp_path):
    table = "tables:\n  - {id: t, caption: T, unit: antal, label: A, columns: [B], rows: [], chapter: Skatt}\n"
    folder = workbooks.write_params(tmp_path / "params", plans_2024=workbooks.PLAN + table)
    with pytest.raises(ReportError) as caught:
        load_params(folder)
    assert [one.found for one in caught.value.problems] == ["Avsnittet ”Skatt” finns inte."]
