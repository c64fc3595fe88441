"""The rule for small groups, exactly at its threshold, and what it hides besides."""

from followup.analysis import disclosure


def hidden_groups(employees: dict[str, float], limit: int) -> frozenset[str]:
    """With every group staffed that has anyone in its smallest month."""
    return disclosure.hidden_groups(employees, limit, [name for name, count in employees.items() if count])


def test_ten_employees_are_hidden_and_eleven_are_shown():
    assert hidden_groups({"women": 10, "men": 10}, 10) == {"women", "men"}
    assert hidden_groups({"women": 11, "men": 11}, 10) == frozenset()


def test_one_hidden_sex_hides_the_other_since_the_total_is_shown():
    assert hidden_groups({"women": 60, "men": 7}, 10) == {"women", "men"}


def test_one_hidden_age_group_hides_the_smallest_of_the_others():
    assert hidden_groups({"under_30": 7, "from_30_to_49": 41, "from_50": 22}, 10) == {"under_30", "from_50"}


def test_two_hidden_groups_hide_each_other():
    assert hidden_groups({"under_30": 7, "from_30_to_49": 41, "from_50": 9}, 10) == {"under_30", "from_50"}


def test_an_empty_group_has_no_rate_but_gives_nobody_away():
    assert hidden_groups({"under_30": 0, "from_30_to_49": 41, "from_50": 22}, 10) == {"under_30"}


def test_an_empty_group_does_not_cover_for_a_small_one():
    assert hidden_groups({"under_30": 0, "from_30_to_49": 41, "from_50": 7}, 10) == {
        "under_30",
        "from_30_to_49",
        "from_50",
    }


def test_two_small_groups_that_together_are_small_hide_the_third():
    assert hidden_groups({"under_30": 4, "from_30_to_49": 41, "from_50": 5}, 10) == {
        "under_30",
        "from_30_to_49",
        "from_50",
    }


def test_a_group_that_was_empty_in_one_month_only_is_covered_like_a_small_one():
    assert disclosure.hidden_groups({"women": 60, "men": 0}, 10, ["women", "men"]) == {"women", "men"}
