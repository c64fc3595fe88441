"""A formula says how a figure is made of its cells; each is worked out by hand."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from followup.ground.figure import COUNT, KRONOR, PERCENT, Cells, Figure, Made
from followup.ground.formula import Making, making_of
from followup.ground.reading import Change, Conditions, Reading

FORECAST = "2024/2024-04/DNKS.xlsx"


def read(
    value: float, column: str, rows: range, factor: float = -1.0, change: Change = "", conditions: Conditions = ()
) -> Figure:
    """A sum of cells of the ledger, where costs stand with plus."""
    made = Reading(factor, "kr", change, conditions)
    return Figure(value, KRONOR, (Cells.of("utfall.xlsx", "Huvudbok", column, rows),), made=made)


OUTCOME, BUDGET = read(-120.0, "H", range(5, 8)), read(-100.0, "G", range(5, 8))


def told(making: Making) -> tuple[str, str, list[tuple[str, str, bool, str]]]:
    parts = [(part.cells.address, part.unit, part.flipped, part.rows) for part in making.parts]
    return making.operation, making.formula, parts


def test_one_cell_is_read_and_several_are_summed() -> None:
    assert told(making_of(read(-7.0, "H", range(5, 6)))) == ("read", "S1 * -1", [("H5", "kr", True, "")])
    assert told(making_of(OUTCOME, millions=True)) == ("sum", "S1 * -1 / 1000000", [("H5:H7", "kr", True, "")])


def test_a_difference_subtracts_what_is_smaller_as_it_stands() -> None:
    operation, formula, parts = told(making_of(OUTCOME - BUDGET, millions=True))
    assert (operation, formula) == ("difference", "(S2 - S1) / 1000000")
    assert parts == [("H5:H7", "kr", True, ""), ("G5:G7", "kr", True, "")]


def test_sums_of_sums_are_one_sum_of_the_cells_of_a_column() -> None:
    more = read(-30.0, "H", range(20, 22))
    whole = Figure.sum([OUTCOME, more]) - BUDGET
    assert making_of(whole).formula == "S2 - S1"
    assert [part.cells.address for part in making_of(whole).parts] == ["H5:H7,H20:H21", "G5:G7"]


def test_a_cell_that_is_added_twice_is_counted_twice() -> None:
    overlapping = read(-60.0, "H", range(7, 9))
    making = making_of(OUTCOME + overlapping)
    assert (making.formula, [part.cells.address for part in making.parts]) == ("(S1 + S2) * -1", ["H5:H7", "H7:H8"])
    assert making_of(OUTCOME + OUTCOME).formula == "S1 * -2"
    assert told(making_of(OUTCOME - OUTCOME))[1:] == ("0", [])
    # What is subtracted from itself is no part, and the others are numbered anew.
    assert told(making_of(OUTCOME - (OUTCOME - BUDGET)))[1:] == ("S1 * -1", [("G5:G7", "kr", True, "")])


def test_units_are_weighed_against_each_other() -> None:
    forecast = Figure(-5e6, KRONOR, (Cells.of(FORECAST, "Prognos", "C", [7]),), made=Reading(-1e6, "mnkr"))
    making = making_of(forecast - BUDGET, millions=True)
    assert making.formula == "S2 / 1000000 - S1"
    assert [(part.unit, part.flipped) for part in making.parts] == [("mnkr", True), ("kr", True)]


def test_what_is_turned_again_has_the_sign_of_its_cells() -> None:
    operation, formula, parts = told(making_of(-OUTCOME))
    assert (operation, formula, parts) == ("sum", "S1", [("H5:H7", "kr", False, "")])


def test_shares_means_and_proportions() -> None:
    assert told(making_of((OUTCOME - BUDGET).per(BUDGET)))[:2] == ("share", "(S1 - S2) / S2 * 100")
    assert told(making_of(Figure.mean([OUTCOME, BUDGET])))[:2] == ("average", "(S1 + S2) * -1 / 2")
    assert told(making_of(OUTCOME.times(Fraction(12, 4))))[:2] == ("multiple", "S1 * -3")
    # Another unit is no operation.
    thousands = making_of(OUTCOME.times(Fraction(1, 1000), "tkr"))
    assert (thousands.operation, thousands.formula) == ("sum", "S1 * -1 / 1000")
    season = Figure(1.0, KRONOR, (), made=Made("proportion", (OUTCOME, BUDGET, OUTCOME + BUDGET)))
    assert told(making_of(season))[:2] == ("proportion", "S1 * S2 / (S1 + S2) * -1")
    weighted = Figure(1.0, PERCENT, (), made=Made("weighted", (OUTCOME, -BUDGET)))
    assert told(making_of(weighted))[:2] == ("weighted", "((S1 * -1) * S2) / (S2)")


def test_rounding_and_what_is_left_of_a_deficit() -> None:
    assert told(making_of(OUTCOME.per(BUDGET).rounded(1)))[:2] == ("share", "round(S1 / S2 * 100, 1)")
    assert told(making_of((OUTCOME - BUDGET).at_most_zero))[:2] == ("difference", "min(S2 - S1, 0)")
    assert (OUTCOME - BUDGET).at_most_zero.value == -20.0
    assert (BUDGET - OUTCOME).at_most_zero.value == 0.0


def test_a_sum_of_differences_is_a_difference_and_one_from_what_was_turned_is_a_sum() -> None:
    assert told(making_of(Figure.sum([OUTCOME - BUDGET, OUTCOME - BUDGET])))[0] == "difference"
    assert told(making_of(OUTCOME - (-BUDGET)))[0] == "sum"


def test_a_share_of_a_mean_shows_the_mean() -> None:
    # 100 × the three who left / (the sum of eight months / 8).
    several = [read(-float(number), "I", range(number, number + 1)) for number in range(5, 13)]
    mean = Figure.mean(several)
    assert making_of(read(-3.0, "H", range(5, 6)).per(mean)).formula == "S1 / (S2 / 8) * 100"


def test_a_count_says_which_of_the_cells_it_counts() -> None:
    cells = (Cells("mål.xlsx", "Mål", "B", ((7, 20),)),)
    good = Figure.count(7, cells, ("Bedömning", ("Bedöms uppnås",)))
    assert told(making_of(good)) == ("count", "count(S1)", [("B7:B20", "", False, "Bedömning=Bedöms uppnås")])
    none = Figure.count(0, cells, ("Bedömning", ("Osäkert",)))
    assert making_of(Figure.sum([good, none])).formula == "count(S1) + count(S2)"
    assert told(making_of(Figure.count(14, cells)))[1:] == ("count(S1)", [("B7:B20", "", False, "")])
    # Five of what fourteen cells were looked at for is no number of cells.
    assert told(making_of(Figure.count(5, cells)))[:2] == ("count", "computed(S1)")


def test_two_numbers_of_one_line_of_a_plan_are_two_parts() -> None:
    # 15 134 in 2028 against 13 528 in 2024, both on line 13: a line has no cells, but columns.
    later, now = (
        read(number, "rad ", range(13, 14), 1.0, conditions=(("kolumn", (year,)),))
        for number, year in ((15_134.0, "2028"), (13_528.0, "2024"))
    )
    parts = [("rad 13", "kr", False, "kolumn=2028"), ("rad 13", "kr", False, "kolumn=2024")]
    assert told(making_of(later - now)) == ("difference", "S1 - S2", parts)
    assert making_of(Figure.sum([later, now])).formula == "S1 + S2"


def test_what_cells_alone_do_not_give_says_so() -> None:
    corrected, converted = (read(-1.0, "H", range(5, 6), change=change) for change in ("corrected", "converted"))
    assert making_of(corrected + converted).formula == "(corrected(S1) + converted(S1)) * -1"
    assert told(making_of(Figure(3.0, COUNT, OUTCOME.origin))) == ("count", "computed(S1)", [("H5:H7", "", False, "")])
    low = Figure(1.0, KRONOR, (), made=Made("computed", (OUTCOME, BUDGET)))
    assert told(making_of(low))[:2] == ("computed", "computed(S1, S2)")
    assert told(making_of(OUTCOME - low, millions=True))[:2] == ("sum", "(S1 + computed(S1, S2)) * -1 / 1000000")
    # Made without saying how: the cells are all that is known.
    assert told(making_of(replace(OUTCOME, made=None)))[:2] == ("computed", "computed(S1)")


def test_a_missing_figure_has_cells_and_no_formula() -> None:
    missing = Figure.missing("saknas", KRONOR, OUTCOME.origin)
    assert told(making_of(missing)) == ("", "", [("H5:H7", "", False, "")])
