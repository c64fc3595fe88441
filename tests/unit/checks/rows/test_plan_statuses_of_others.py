"""A decision that two committees report on has one status."""

from dataclasses import replace

from cases import case_of
from tables import source_table

from followup.checks.rows import plan_statuses_of_others
from followup.params.loading import load_params


def problems(own, theirs):
    table = replace(source_table(theirs), workbook="2018/2018-04/RS.xlsx") if theirs else None
    case = case_of("2018-04", load_params(), "plan_follow_up", "DNKS", plan_statuses=source_table(own))
    asked = []

    def of_committee(code, name):
        asked.append((code, name))
        return table

    found = list(plan_statuses_of_others.check(replace(case, of_committee=of_committee)))
    assert asked == [("RS", "plan_statuses")]
    return found


OWN = """
    node  name  status
    B1.1  .     done
    B1.2  .     on_schedule
    B3    .     .
"""


def test_the_same_statuses_have_no_problems_and_what_has_none_is_told_elsewhere():
    assert problems(OWN, OWN) == problems(OWN, OWN.replace("B3    .     .", "B3    .     done")) == []
    assert problems(OWN, None) == []


def test_another_status_is_told_with_both_cells():
    theirs = OWN.replace("B1.2  .     on_schedule", "800 tkr för höstterminen 2018  .     done").replace(
        "B1.1  .     done", "1.1  .     delayed"
    )
    # Their main plan has an entry 1.1 of its own, which is none of the decision's.
    assert problems(OWN, theirs) == []
    (found,) = problems(OWN, OWN.replace("on_schedule", "delayed"))
    assert (found.cell, found.found) == (
        "C6",
        "”B1.2” har status enligt plan. I 2018/2018-04/RS.xlsx, cell C6, är den försenat.",
    )


def values(own, theirs):
    """What is told of DNKS's values beside RS's: neither has a status of the decision."""
    statuses = source_table("node  name  status\nB1.1  .  .")
    params = load_params()
    tables = {"plan_statuses": statuses, "plan_target_values": source_table(f"target  value\n{own}")}
    other = {"plan_statuses": statuses, "plan_target_values": source_table(f"target  value\n{theirs}")}
    named = {name: replace(table, workbook="2018/2018-12/RS.xlsx") for name, table in other.items()}
    case = case_of("2018-12", params, "plan_follow_up", "DNKS", **tables)
    return list(plan_statuses_of_others.check(replace(case, of_committee=lambda code, name: named[name])))


def test_a_target_has_one_value():
    assert values("K1  12", "2018-konstskolan/K1  12") == values("K1  12", "K1  .") == []
    assert values("K1  .", "K1  12") == []
    # The main plan's own target has another code.
    assert values("K1  12", "2018/T5  214000") == []
    (found,) = values("K1  21", "2018-konstskolan/K1  12")
    assert (found.cell, found.found, found.expected, found.remedy) == (
        "B5",
        "”K1” har värdet 21. I 2018/2018-12/RS.xlsx, cell B5, är det 12.",
        "Båda nämnderna redovisar samma beslut, och målet har ett värde.",
        "Kom överens om vilket som stämmer och rätta det andra.",
    )


def test_the_example_of_the_catalogue():
    theirs = "node  name  status\nB2.1  .  done\nB2.2  .  done\nB1.1  .  on_schedule"
    assert plan_statuses_of_others.RULE.example in [one.message for one in problems(OWN, theirs)]
