"""Arithmetic on figures: what becomes of values, of units, of missing ones and of their cells."""

import pytest

from followup.ground.figure import Cells, Figure, joined


def cells(column: str, *rows: int) -> tuple[Cells, ...]:
    return (Cells.of("2024/2024-04/utfall.xlsx", "Huvudbok", column, rows),)


def test_rows_become_ranges_in_a_spreadsheets_own_notation():
    assert Cells.of("a.xlsx", "Blad1", "H", [7, 5, 6, 9, 5]).address == "H5:H7,H9"


def test_cells_of_the_same_column_are_joined_and_others_are_kept_apart():
    assert [str(part) for part in joined([cells("H", 5, 6), cells("I", 5), cells("H", 7, 9)])] == [
        "2024/2024-04/utfall.xlsx, Huvudbok!H5:H7,H9",
        "2024/2024-04/utfall.xlsx, Huvudbok!I5",
    ]


def test_a_difference_is_made_of_the_cells_of_both_sides():
    deviation = Figure(-103.0, "kr", cells("H", 5)) - Figure(-100.0, "kr", cells("I", 5))
    assert deviation == Figure(-3.0, "kr", cells("H", 5) + cells("I", 5))


def test_a_sum_with_a_missing_part_is_missing_and_keeps_the_reason_and_all_cells():
    total = Figure.sum([Figure(1.0, "kr", cells("H", 5)), Figure.missing("saknas", "kr", cells("H", 6))])
    assert total == Figure(None, "kr", cells("H", 5, 6), "saknas")


def test_the_sum_of_nothing_is_missing_and_not_zero():
    assert Figure.sum([]) == Figure.missing("saknas", "kr")


@pytest.mark.parametrize("other", [Figure(50.0, "%"), Figure.missing("saknas", "%")])
def test_kronor_and_per_cent_have_no_sum(other):
    message = "figures of different units have no sum: kr and %"
    for add in (lambda: Figure(1.0) + other, lambda: Figure(1.0) - other, lambda: Figure.sum([Figure(1.0), other])):
        with pytest.raises(ValueError, match=message):
            add()
    with pytest.raises(ValueError, match="figures of different units have no sum: % and kr"):
        Figure.sum([Figure(1.0)], "%")


def test_the_sum_of_nothing_has_the_unit_that_it_is_asked_for():
    assert Figure.sum([], "antal") == Figure.missing("saknas", "antal")


def test_percentages_differ_by_percentage_points_and_kronor_by_kronor():
    assert Figure(5.0, "%").change_from(Figure(4.5, "%")) == Figure(0.5, "procentenheter")
    assert Figure(5.0).change_from(Figure(4.5)) == Figure(0.5, "kr")
    assert Figure.missing("saknas", "%").change_from(Figure(4.5, "%")) == Figure.missing("saknas", "procentenheter")


def test_sums_do_not_lose_öre_to_binary_fractions():
    assert Figure.sum([Figure(0.1)] * 10).value == 1.0


@pytest.mark.parametrize(
    ("part", "whole", "expected"),
    [
        (Figure(3.0), Figure(-120.0), Figure(-2.5, "%")),
        (Figure(3.0), Figure(0.0), Figure(None, "%", (), "går inte att beräkna")),
        (Figure(3.0), Figure.missing(), Figure(None, "%", (), "saknas")),
        (Figure.missing("skyddad uppgift"), Figure(3.0), Figure(None, "%", (), "skyddad uppgift")),
    ],
)
def test_a_percentage_of_nothing_is_missing_and_never_an_error(part, whole, expected):
    assert part.per(whole) == expected


def test_a_figure_is_neither_true_nor_false_since_0_is_a_value():
    with pytest.raises(TypeError):
        bool(Figure(0.0))


def test_a_reviewer_sees_swedish_numbers_in_a_notebook():
    assert str(Figure(-10412345.4)) == "−10\u00a0412\u00a0345\u00a0kr"
    assert str(Figure(4.534, "%")) == "4,53\u00a0%"
    # Halves away from zero, as in every block.
    assert (str(Figure(2.5)), str(Figure(-0.125, "%"))) == ("3\u00a0kr", "−0,13\u00a0%")
    assert (str(Figure(3.0, "antal")), str(Figure(2.25, "antal"))) == ("3\u00a0antal", "2,25\u00a0antal")
    assert str(Figure.missing("skyddad uppgift")) == "skyddad uppgift"


def test_a_ratio_of_people_is_rounded_when_it_is_made():
    sick, hours = Figure(80.0, "antal", people="count"), Figure(3558.0, "antal", people="count")
    assert sick.per(hours) == Figure(2.2, "%")
    assert Figure(80.0, "antal").per(Figure(3558.0, "antal")).value == pytest.approx(2.24845418)


def test_a_count_of_people_cannot_be_shown_however_it_is_reckoned_with():
    some, more = Figure(80.0, "antal", people="count"), Figure(40.0, "antal", people="count")
    for figure in (some, some + more, some - more, -some, some.rounded(0), some.in_unit("timmar")):
        with pytest.raises(ValueError, match="a number of people or hours is never shown"):
            _ = figure.showable
        assert str(figure) == "visas inte"
        assert "80" not in repr(figure)
        assert "40" not in repr(figure)


def test_a_ratio_of_people_as_it_stands_in_a_workbook_can_be_shown_when_it_is_rounded():
    share = Figure(85.714285, "%", people="ratio")
    with pytest.raises(ValueError, match="a ratio of people only when it is rounded"):
        _ = share.showable
    assert share.rounded(1).showable == Figure(85.7, "%")
    assert (share + Figure(1.0, "%")).people == "ratio"


def test_a_missing_count_can_be_shown_as_missing():
    assert Figure.missing("saknas").showable.why == "saknas"


def test_what_is_known_of_a_figure_is_its_value_and_of_a_missing_one_an_error():
    assert Figure(0.0).known == 0.0
    with pytest.raises(ValueError, match="ingen prognos"):
        _ = Figure.missing("ingen prognos").known
