"""A tile's difference of what is shown beside what it is exactly."""

from __future__ import annotations

from followup.document.blocks import Tile
from followup.document.cells import cell_of
from followup.ground.figure import Figure
from followup.sections.shared.rounding import with_rounding
from tests.sentence_reports import text

# 8 943,0281 and 8 911,5681: shown, 31,4 apart; exactly 31.46.
FIRST, SECOND = Figure(-8_943_028_100.0), Figure(-8_911_568_100.0)
OTHER = Figure(10_000_000.0)


def tile(figure: Figure, *lines: Figure) -> Tile:
    return Tile("Ruta", cell_of(figure, signed=True, with_unit=True), tuple(["Rad ", cell_of(one)] for one in lines))


def told(tiles: tuple[Tile, ...]) -> list[list[str]]:
    return [[text([one.main]), *map(text, one.lines)] for one in tiles]


def test_a_difference_that_is_exactly_another_has_a_line_that_says_so():
    found = with_rounding([tile(OTHER), tile(FIRST - SECOND, SECOND)])
    assert told(found) == [
        ["+10,0 mnkr"],
        [
            "−31,4 mnkr",
            "Rad −8 911,6",
            "Oavrundad: −31,46 mnkr",
        ],
    ]
    exact = found[1].lines[-1][1]
    assert (exact.value, exact.exact, exact.decimals) == ((FIRST - SECOND).known / 1e6, None, 2)
    assert exact.origin == found[1].main.origin


def test_it_is_told_once_on_the_page():
    found = told(with_rounding([tile(OTHER, FIRST - SECOND), tile(FIRST - SECOND)]))
    assert [len(one) for one in found] == [3, 1]


def test_a_difference_that_rounds_to_what_is_shown_says_nothing():
    tiles = (tile(Figure(10_040_000.0) - Figure(3_010_000.0)), tile(OTHER))
    assert with_rounding(tiles) == tiles
