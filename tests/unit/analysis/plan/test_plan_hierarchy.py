from plan_texts import plan_of

from followup.analysis.plan import plan_hierarchy
from followup.params.loading import load_params


def values(series) -> dict[str, float]:
    return {str(name): figure.value for name, figure in series.items()}


def test_entries_are_counted_by_level():
    assert values(plan_hierarchy.by_level(plan_of())) == {"delmal": 3, "prioritering": 3, "aktivitet": 3}


def test_a_count_has_the_lines_of_what_was_counted():
    counted = plan_hierarchy.by_level(plan_of())["aktivitet"]
    (cells,) = counted.origin
    assert (cells.workbook, cells.sheet) == ("params/plans/2018.yml", "nodes")
    # The three activities of the text, counted from its first line, which is empty.
    assert cells.address == "rad 20–21,rad 31"


def test_each_outermost_entry_counts_what_lies_below_it():
    by_root = plan_hierarchy.by_root(plan_of())
    assert by_root.texts("name") == ["Attraktivitet", "Konkurrenskraft", "Ekonomi"]
    assert [figure.value for figure in by_root.figures("prioritering")] == [2, 1, 0]
    assert [figure.value for figure in by_root.figures("aktivitet")] == [2, 1, 0]
    # 0 is a count, and somebody looked: at the entry itself.
    assert by_root["3", "aktivitet"].origin


def test_what_is_followed_is_counted_by_level():
    assert values(plan_hierarchy.followed_by_level(plan_of())) == {"delmal": 1, "prioritering": 1, "aktivitet": 3}
    assert [figure.value for figure in plan_hierarchy.by_root(plan_of()).figures(plan_hierarchy.FOLLOWED)] == [3, 1, 1]


def test_goals_per_committee_come_with_the_most_first():
    committees = load_params().committees
    counted = plan_hierarchy.by_committee(plan_of(), committees)
    assert [(code, row.text("name"), row["count"].value) for code, row in counted.rows()] == [
        ("RS", "Regionstyrelsen", 4),
        ("DNKS", "Kultur och skola", 1),
    ]


def test_the_goals_of_2024_per_committee_are_those_of_the_document():
    params = load_params()
    counted = plan_hierarchy.by_committee(params.plans[2024], params.committees)
    assert {code: row["count"].value for code, row in counted.rows()} == {
        "RS": 21,
        "DNADH": 15,
        "DNNSVH": 15,
        "DNHS": 14,
        "DNPSH": 14,
        "DNKS": 12,
        "DNKT": 9,
        "DNRGS": 8,
    }
