"""A follow-up's statuses against those before, and a whole's against its parts': K.3 of 2022 has K.3.1 and K.3.2."""

from tables import source_table

from followup.checks.rows.plan_status_changes import RULE
from followup.ground.errors import Severity
from followup.params.loading import load_params
from tests.cases import case_of


def sheet(**statuses):
    lines = [f"{code.strip('_').replace('_', '.')}  {status}" for code, status in statuses.items()]
    return source_table("node  status\n" + "\n".join(lines))


def told(now, before=None, period="2022-08"):
    previous = {"plan_statuses": before} if before is not None else None
    case = case_of(period, load_params(), "plan_follow_up", "RS", previous=previous, plan_statuses=now)
    return list(RULE.check(case))


def messages(found):
    assert {one.severity for one in found} <= {Severity.WARNING}
    return [(one.cell, one.found, one.expected, one.remedy) for one in found]


def test_what_was_done_and_is_no_longer():
    now = sheet(_1_1="done", _1_2="on_schedule", _2_1="delayed")
    assert told(now, sheet(_1_1="done", _1_2="delayed", _2_1="on_schedule")) == []
    assert messages(told(now, sheet(_1_1="done", _1_2="done", _2_1="on_schedule"))) == [
        (
            "B6",
            "”1.2” är inte klart, men var det i 2022-04.",
            "Det som är klart förblir klart.",
            "Rätta statusen, eller skriv i kommentaren varför arbetet har tagits upp igen.",
        )
    ]


def test_the_years_first_follow_up_has_nothing_before_it():
    assert told(sheet(_1_2="delayed"), sheet(_1_2="done"), period="2022-02") == []
    assert told(sheet(_1_2="delayed")) == []


def test_an_entry_without_a_status_or_a_row_is_told_elsewhere():
    assert told(sheet(_1_1="done", _1_2="."), sheet(_1_2="done", _2_1="done")) == []


def test_a_whole_that_its_parts_contradict():
    assert told(sheet(K_3="done", K_3_1="done", K_3_2="cancelled")) == []
    assert told(sheet(K_3="on_schedule", K_3_1="done", K_3_2="delayed")) == []
    assert messages(told(sheet(K_3="done", K_3_1="done", K_3_2="delayed"))) == [
        (
            "B5",
            "”K.3” är klart som helhet, men inte ”K.3.2”.",
            "Det som är klart har inga delar som återstår.",
            "Rätta helhetens status, eller delarnas.",
        )
    ]
    assert messages(told(sheet(K_3="not_started", K_3_1="done", K_3_2="on_schedule"))) == [
        (
            "B5",
            "”K.3” är ej påbörjat som helhet, men inte ”K.3.1” och ”K.3.2”.",
            "Det som inte är påbörjat har inga delar som är påbörjade.",
            "Rätta helhetens status, eller delarnas.",
        )
    ]


def of_plan(count, *changed):
    """A sheet of so many followed entries of the plan of 2022, some of them delayed."""
    (plan,) = load_params().plans_followed_by("RS", 2022)
    codes = [node.code for node in plan.followed_nodes][:count]
    return source_table(
        "node  status\n" + "\n".join(f"{one}  {'delayed' if one in changed else 'on_schedule'}" for one in codes)
    )


def test_a_sheet_whose_statuses_are_all_the_same_as_before():
    assert messages(told(of_plan(20), of_plan(20))) == [
        (
            "",
            "Alla 20 statusar är desamma som i prov.xlsx.",
            "Något har ändrats mellan 2022-04 och 2022-08.",
            "Kontrollera att bladet är den här uppföljningens. Är det rätt visar rapporten att inget har ändrats.",
        )
    ]
    assert told(of_plan(20), of_plan(20, "1.1")) == []
    assert told(of_plan(20), of_plan(19)) == []


def test_a_few_statuses_may_stay():
    assert told(of_plan(19), of_plan(19)) == []


def test_the_example_of_the_catalogue():
    assert [one.message for one in told(sheet(K_3="done", K_3_1="done", K_3_2="delayed"))] == [RULE.example]
