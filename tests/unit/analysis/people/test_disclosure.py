"""The rule for small groups, exactly at its threshold, and what it hides besides."""

from followup.analysis.people.disclosure import WHOLE, Relation, Table, hidden_cells
from tests.people_limits import hiding

NEVER = float("inf")


def table_of(counts, relations, covering: float = NEVER, **values: float) -> Table:
    """One of twenty hours is absence, except where `values` say otherwise of a cell: DNKS_men=7."""
    told = {cell: values.get("_".join(cell), count / 20) for cell, count in counts.items()}
    return Table(counts, relations, covering, told, counts)


def hidden_of_one(employees: dict[str, float], limit: int = 10, covering: float = NEVER, **known) -> set[str]:
    """The hidden groups of one unit whose whole is shown; WHOLE is among them where it is not."""
    counts = {("DNKS", WHOLE): sum(employees.values())} | {("DNKS", name): count for name, count in employees.items()}
    relation = Relation(("DNKS", WHOLE), tuple(("DNKS", name) for name in employees))
    values = {name: value for name, value in known.items() if name.startswith("DNKS_")}
    table = table_of(counts, (relation,), covering, **values)
    found = hidden_cells(table, hiding(limit), **{name: value for name, value in known.items() if name not in values})
    return {group for _, group in found}


def committees(**sizes: dict[str, float]) -> Table:
    """Women and men per committee, and the region over them all."""
    counts, relations = {}, []
    for code, groups in sizes.items():
        counts[code, WHOLE] = sum(groups.values())
        counts |= {(code, name): count for name, count in groups.items()}
        relations.append(Relation((code, WHOLE), tuple((code, name) for name in groups)))
    for group in (WHOLE, *next(iter(sizes.values()))):
        parts = tuple((code, group) for code in sizes)
        counts["REGION", group] = sum(counts[part] for part in parts)
        relations.append(Relation(("REGION", group), parts))
    names = tuple(("REGION", group) for group in next(iter(sizes.values())))
    return table_of(counts, (*relations, Relation(("REGION", WHOLE), names)))


def test_ten_employees_are_hidden_and_eleven_are_shown():
    assert hidden_of_one({"women": 10, "men": 10}) == {"women", "men"}
    assert hidden_of_one({"women": 11, "men": 11}) == set()


def test_one_hidden_sex_hides_the_other_since_the_total_is_shown():
    assert hidden_of_one({"women": 60, "men": 7}) == {"women", "men"}


def test_one_hidden_age_group_hides_the_smallest_of_the_others():
    assert hidden_of_one({"under_30": 7, "from_30_to_49": 41, "from_50": 22}) == {"under_30", "from_50"}


def test_two_hidden_groups_hide_each_other():
    assert hidden_of_one({"under_30": 7, "from_30_to_49": 41, "from_50": 9}) == {"under_30", "from_50"}


def test_an_empty_group_has_no_rate_but_gives_nobody_away():
    assert hidden_of_one({"under_30": 0, "from_30_to_49": 41, "from_50": 22}) == {"under_30"}


def test_an_empty_group_does_not_cover_for_a_small_one():
    ages = {"under_30": 0, "from_30_to_49": 41, "from_50": 7}
    assert hidden_of_one(ages) == {"under_30", "from_30_to_49", "from_50"}


def test_two_small_groups_that_together_are_small_hide_the_third():
    ages = {"under_30": 4, "from_30_to_49": 41, "from_50": 5}
    assert hidden_of_one(ages) == {"under_30", "from_30_to_49", "from_50"}


def test_a_group_that_one_person_hides_beside_is_almost_told_by_their_sum():
    # 11 employees: their total would say almost what the ten women's does.
    assert hidden_of_one({"women": 10, "men": 1}) == {"women", "men", WHOLE}
    # A quarter of them is enough.
    assert hidden_of_one({"women": 8, "men": 3}) == {"women", "men"}


def test_what_was_small_earlier_is_guarded_when_it_is_large():
    sensitive = {("DNKS", "under_30")}
    ages = {"under_30": 40, "from_30_to_49": 60, "from_50": 30}
    assert hidden_of_one(ages, hidden=sensitive, sensitive=sensitive) == {"under_30", "from_50"}


def test_what_has_been_hidden_before_is_hidden_rather_than_what_is_smallest():
    ages = {"under_30": 7, "from_30_to_49": 41, "from_50": 22}
    assert hidden_of_one(ages, preferred={("DNKS", "from_30_to_49")}) == {"under_30", "from_30_to_49"}


def test_a_group_that_drowns_in_the_rounding_of_the_whole_needs_nobody_beside_it():
    # A step is a tenth of a per cent: of 3000 people, 3 of them.
    assert hidden_of_one({"women": 2997, "men": 3}, covering=1000) == {"men"}
    # A fifth of the men is enough where they are away for no more than half of that. Of 10: 2 and 1.
    assert hidden_of_one({"women": 1990, "men": 10}, covering=1000, DNKS_men=1) == {"men"}
    assert hidden_of_one({"women": 1990, "men": 10}, covering=1000, DNKS_men=1.1) == {"women", "men"}
    assert hidden_of_one({"women": 1989, "men": 10}, covering=1000, DNKS_men=0) == {"women", "men"}


def test_a_committee_that_is_hidden_is_hidden_in_all_its_groups_and_so_is_who_protects_it():
    table = committees(
        DNHS={"women": 200, "men": 100}, DNKS={"women": 40, "men": 30}, GNHH={"women": 28, "men": 12},
        PN={"women": 4, "men": 2},
    )  # fmt: skip
    found = hidden_cells(table, hiding(10))
    assert found == {(code, group) for code in ("GNHH", "PN") for group in (WHOLE, "women", "men")}


def test_a_group_of_one_committee_needs_the_same_group_of_another_beside_it_in_the_region():
    # PN and its men alone would be the region's men less the others'.
    table = committees(DNHS={"women": 200, "men": 100}, DNKS={"women": 40, "men": 30}, DNRGS={"women": 60, "men": 4})
    found = hidden_cells(table, hiding(10))
    # DNRGS's men and women hide each other in DNRGS, and DNKS's hide them in the region.
    assert found == {(code, group) for code in ("DNKS", "DNRGS") for group in ("women", "men")}


def test_what_follows_from_several_sums_together_is_found():
    # In no sum alone is a small group the only one that is hidden: a's first and second, b's second and third, and the
    # region's sums over both. But a1 = (a1 + a2) − (a2 + b2) + (b2 + b3) − b3, and the whole of the third is b3.
    counts = {("a", "1"): 5, ("a", "2"): 20, ("b", "2"): 20, ("b", "3"): 30, ("c", "3"): 25}
    counts |= {("a", WHOLE): 25, ("b", WHOLE): 50, ("c", WHOLE): 25, ("REGION", "2"): 40, ("REGION", "3"): 55}
    relations = (
        Relation(("a", WHOLE), (("a", "1"), ("a", "2"))),
        Relation(("b", WHOLE), (("b", "2"), ("b", "3"))),
        Relation(("REGION", "2"), (("a", "2"), ("b", "2"))),
        Relation(("REGION", "3"), (("b", "3"), ("c", "3"))),
    )
    hidden = {("a", "1"), ("a", "2"), ("b", "2"), ("b", "3")}
    assert hidden_cells(table_of(counts, relations), hiding(10), hidden) == hidden | {("c", "3")}


def test_how_much_is_hidden_is_a_matter_of_the_rules():
    # Five men and seven women are twelve: enough beside each other, until fifteen are few.
    groups = {"women": 7, "men": 5, "others": 30}
    assert hidden_of_one(groups) == {"women", "men"}
    assert hidden_of_one(groups, 11) == {"women", "men"}
    assert hidden_of_one(groups, 12) == {"women", "men", "others"}
    # Forty of whom eleven are hidden beside: a quarter of forty, and not half.
    counts = {("DNKS", WHOLE): 91, ("DNKS", "women"): 40, ("DNKS", "men"): 11, ("DNKS", "others"): 40}
    table = table_of(counts, (Relation(("DNKS", WHOLE), tuple(list(counts)[1:])),))
    known = {"hidden": {("DNKS", "women"), ("DNKS", "men")}, "sensitive": {("DNKS", "women")}}
    assert hidden_cells(table, hiding(10), **known) == known["hidden"]
    assert hidden_cells(table, hiding(10, beside_percent=50.0), **known) == {*list(counts)[1:]}
    # A step of the whole is two hours: twice the men's one, and a fifth of what they can have.
    counts = {("DNKS", WHOLE): 2000, ("DNKS", "women"): 1990, ("DNKS", "men"): 10}
    relation = Relation(("DNKS", WHOLE), (("DNKS", "women"), ("DNKS", "men")))
    table = table_of(counts, (relation,), 1000, DNKS_men=1)
    assert hidden_cells(table, hiding(10)) == {("DNKS", "men")}
    for stricter in ({"rounding_times": 2.1}, {"rounding_percent": 21.0}):
        assert hidden_cells(table, hiding(10, **stricter)) == {("DNKS", "women"), ("DNKS", "men")}
    # Men have 4 hours of absence and women 3. The men may have all seven or none: room for 4 once, and not twice.
    counts = {("DNKS", WHOLE): 44, ("DNKS", "women"): 12, ("DNKS", "men"): 10, ("DNKS", "others"): 22}
    relation = Relation(("DNKS", WHOLE), tuple(list(counts)[1:]))
    table = table_of(counts, (relation,), DNKS_men=4, DNKS_women=3)
    assert hidden_cells(table, hiding(10)) == {("DNKS", "women"), ("DNKS", "men")}
    assert hidden_cells(table, hiding(10, room_times=2.0)) == {*list(counts)[1:]}
