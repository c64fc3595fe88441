import pytest
from plan_texts import plan_of
from tables import source_table

from followup.analysis.plan import plan_statuses
from followup.analysis.plan.plan_statuses import NO_STATUS
from followup.params.loading import load_params


@pytest.fixture
def scale():
    return load_params().scales["assignment"]


@pytest.fixture
def found():
    table = source_table("""
        node    name    status   responsible  comment
        2.1.1   Forum   delayed  Strateg      Ny tidsplan.
        Modell  .       done     .            .
    """)
    return plan_statuses.statuses(plan_of(), table)


def test_every_followed_entry_stands_in_plan_order(found):
    # The activities, and on the levels above what nothing lies below.
    assert list(found.names) == ["1.1.1", "1.1.2", "1.2", "2.1.1", "3"]
    assert found.texts("status") == [NO_STATUS, "done", NO_STATUS, "delayed", NO_STATUS]
    assert found.texts("root") == ["1", "1", "1", "2", "3"]
    assert found.texts("above") == ["Bredband", "Bredband", "Attraktivitet", "Export", ""]
    assert found.text("1.1.1", "carried_over") == "Från MoB 2018"
    assert found.text("2.1.1", "comment") == "Ny tidsplan."


def test_a_status_has_its_cell_and_a_missing_one_the_line_of_the_plan(found):
    assert [str(cells) for cells in found.row("2.1.1").fact("origin", tuple)] == ["prov.xlsx, Blad1!C5"]
    assert [cells.workbook for cells in found.row("1.1.1").fact("origin", tuple)] == ["params/plans/2018.yml"]


def test_a_row_with_an_empty_status_has_no_status():
    table = source_table("""
        node   name  status  responsible  comment
        1.1.1  .     .       Strateg      .
    """)
    found = plan_statuses.statuses(plan_of(), table)
    assert found.texts("status") == [NO_STATUS] * 5
    assert found.text("1.1.1", "responsible") == "Strateg"


def test_statuses_are_counted_in_the_order_of_the_scale(found, scale):
    counted = plan_statuses.by_status(found, scale)
    assert {code: figure.value for code, figure in counted.items()} == {
        "done": 1,
        "on_schedule": 0,
        "delayed": 1,
        "not_started": 0,
        "cancelled": 0,
        NO_STATUS: 3,
    }


def test_each_level_adds_up_to_the_level_above(found, scale):
    plan = plan_of()
    by_node = plan_statuses.by_node(plan, found, scale)
    # Entries with others below them, and every outermost one; what nothing lies below counts itself.
    assert {code: row["all"].value for code, row in by_node.rows()} == {"1": 3, "1.1": 2, "2": 1, "2.1": 1, "3": 1}
    for node in (one for one in plan.nodes if one.children):
        for column in (*(grade.code for grade in scale), NO_STATUS):
            parts = sum(
                by_node[child.code, column].value if child.children else found.text(child.code, "status") == column
                for child in node.children
            )
            assert by_node[node.code, column].value == parts, (node.code, column)


def test_an_entry_above_what_is_followed_is_assessed_as_a_whole_and_counts_nowhere(scale):
    table = source_table("""
        node   name  status     responsible  comment
        1      .     delayed    Chef         Helheten.
        1.1    .     .          Chef         .
        1.1.1  .     done       .            .
    """)
    found = plan_statuses.assessed(plan_of(), table)
    assert list(found.names) == ["1"]
    assert (found.text("1", "status"), found.text("1", "comment")) == ("delayed", "Helheten.")
    assert [str(cells) for cells in found.row("1").fact("origin", tuple)] == ["prov.xlsx, Blad1!C5"]
    counted = plan_statuses.by_status(plan_statuses.statuses(plan_of(), table), scale)
    assert (counted["delayed"].value, counted["done"].value) == (0, 1)


def test_the_delayed_come_before_the_cancelled():
    table = source_table("""
        node   name  status     responsible  comment
        1.1.1  .     cancelled  .            .
        1.1.2  .     done       .            .
        2.1.1  .     delayed    .            .
    """)
    found = plan_statuses.statuses(plan_of(), table)
    assert list(plan_statuses.worse(found).names) == ["2.1.1", "1.1.1"]
    assert list(plan_statuses.missing(found).names) == ["1.2", "3"]
