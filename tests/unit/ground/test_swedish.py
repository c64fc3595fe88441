"""Numbers, dates and lists in Swedish. `~` stands for a no-break space in the expected texts."""

import math
from datetime import date

import pytest

from followup.document.cells import cell_of
from followup.ground import swedish
from followup.ground.figure import Cells, Figure


def nbsp(text: str) -> str:
    return text.replace("~", "\u00a0")


@pytest.mark.parametrize(
    ("value", "decimals", "expected"),
    [
        # Half away from zero, also where the binary float lies below the half.
        (0.05, 1, "0,1"),
        (0.25, 1, "0,3"),
        (2.675, 2, "2,68"),
        (1.005, 2, "1,01"),
        (-0.05, 1, "−0,1"),
        (-0.25, 1, "−0,3"),
        (-2.675, 2, "−2,68"),
        (0.5, 0, "1"),
        (1.5, 0, "2"),
        (2.5, 0, "3"),
        # The last bit of a float decides nothing: 15 digits are kept.
        (10.449999999999998, 1, "10,5"),
        (0.1 + 0.2, 1, "0,3"),
        (10.4499, 1, "10,4"),
        # Zero has no sign.
        (-0.04, 1, "0,0"),
        (-0.0, 1, "0,0"),
        (-0.4, 0, "0"),
        # Thousands, and sizes on either side of what a float prints with an exponent.
        (999.95, 1, "1~000,0"),
        (1234567.891, 2, "1~234~567,89"),
        (-1234, 0, "−1~234"),
        (1e15, 0, "1~000~000~000~000~000"),
        (1e-9, 1, "0,0"),
        (12, 0, "12"),
    ],
)
def test_number(value: float, decimals: int, expected: str) -> None:
    assert swedish.number(value, decimals) == nbsp(expected)


@pytest.mark.parametrize("value", [math.nan, math.inf, -math.inf])
def test_what_is_not_a_number_is_refused(value: float) -> None:
    with pytest.raises(ValueError, match="is not a number to show"):
        swedish.number(value, 1)


@pytest.mark.parametrize(
    ("value", "expected"), [(1.2, "+1,2"), (-10.4, "−10,4"), (0, "0,0"), (0.04, "0,0"), (0.05, "+0,1"), (-0.04, "0,0")]
)
def test_signed(value: float, expected: str) -> None:
    assert swedish.signed(value, 1) == expected


@pytest.mark.parametrize(
    ("kronor", "expected"),
    [
        (-10_400_000, "minus~10,4~miljoner kronor"),
        (1_150_000, "plus~1,2~miljoner kronor"),
        (-49_999.99, "0~miljoner kronor"),
        (-50_000, "minus~0,1~miljoner kronor"),
        (1_234_500_000, "plus~1~234,5~miljoner kronor"),
    ],
)
def test_an_amount_in_prose(kronor: float, expected: str) -> None:
    assert swedish.prose_amount(kronor) == nbsp(expected)


def test_units() -> None:
    assert swedish.amount(-380_100_000) == nbsp("−380,1~mnkr")
    assert swedish.percent(4.5) == nbsp("4,5~%")
    assert swedish.with_unit(12, 0, "dagar") == nbsp("12~dagar")
    assert swedish.with_unit(3, 0, "antal") == "3"
    assert swedish.with_unit(3, 0, "") == "3"


def test_dates() -> None:
    assert swedish.date_long("2024-05-08") == nbsp("8~maj 2024")
    assert swedish.date_long(date(2024, 12, 31)) == nbsp("31~december 2024")
    assert swedish.date_iso(date(2024, 5, 8)) == "2024-05-08"
    assert [swedish.month_short(month) for month in range(1, 13)] == (
        ["jan", "feb", "mar", "apr", "maj", "juni", "juli", "aug", "sep", "okt", "nov", "dec"]
    )


def test_lists_and_counts() -> None:
    assert swedish.list_of([]) == ""
    assert swedish.list_of(["a"]) == "a"
    assert swedish.list_of(["a", "b"]) == "a och b"
    assert swedish.list_of(iter("abc")) == "a, b och c"
    assert swedish.list_of(["a", "b"], last="eller") == "a eller b"
    assert swedish.plural(1, "nämnd", "nämnder") == "nämnd"
    assert swedish.counted(0, "nämnd", "nämnder") == nbsp("0~nämnder")
    assert swedish.counted(1200, "nämnd", "nämnder") == nbsp("1~200~nämnder")
    assert [swedish.in_words(count) for count in (0, 1, 12, 13)] == ["noll", "ett", "tolv", "13"]
    assert swedish.in_words(1, common=True) == "en"


ORIGIN = (Cells.of("2024/2024-04/utfall.xlsx", "Huvudbok", "H", [5, 6, 7, 9]),)


def test_the_cell_of_kronor_is_in_millions_with_the_value_unrounded_and_its_cells() -> None:
    cell = cell_of(Figure(-10_449_999.5, origin=ORIGIN))
    assert (cell.text, cell.value, cell.unit, cell.decimals) == ("−10,4", -10.4499995, "mnkr", 1)
    assert cell.origin == (("2024/2024-04/utfall.xlsx", "Huvudbok", "H5:H7,H9"),)
    assert cell.why_missing == ""


def test_the_forms_of_a_cell() -> None:
    deviation = Figure(1_150_000.0)
    assert cell_of(deviation, signed=True).text == "+1,2"
    assert cell_of(deviation, signed=True, with_unit=True).text == nbsp("+1,2~mnkr")
    assert cell_of(deviation, signed=True, prose=True).text == nbsp("plus~1,2~miljoner kronor")
    assert cell_of(deviation, prose=True).text == nbsp("1,2~miljoner kronor")
    assert cell_of(-deviation, prose=True).text == nbsp("minus~1,2~miljoner kronor")
    assert cell_of(deviation, decimals=0, scale="kr").text == nbsp("1~150~000")
    rate = Figure(4.55, "%")
    assert cell_of(rate).text == "4,6"
    assert cell_of(rate, with_unit=True).text == nbsp("4,6~%")
    assert cell_of(rate, prose=True).text == nbsp("4,6~procent")
    assert cell_of(rate).unit == "%"


def test_a_missing_figure_is_a_dash_and_a_protected_one_says_so() -> None:
    missing = cell_of(Figure.missing(origin=ORIGIN))
    assert (missing.text, missing.value, missing.why_missing, missing.unit) == ("–", None, "saknas", "mnkr")
    assert missing.origin == (("2024/2024-04/utfall.xlsx", "Huvudbok", "H5:H7,H9"),)
    protected = cell_of(Figure.missing("skyddad uppgift", "%"), with_unit=True)
    assert (protected.text, protected.why_missing, protected.unit) == ("skyddas", "skyddad uppgift", "%")
    assert cell_of(Figure(None)).is_figure


def test_a_heading_within_a_sentence_keeps_its_proper_nouns():
    assert swedish.lowered("Mål och budget för Region Halland") == "mål och budget för Region Halland"
    assert swedish.lowered("") == ""
