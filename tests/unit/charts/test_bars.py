"""Bars keep their thickness, whatever is missing between them."""

import re

import pytest

from followup.charts.parts import theme
from followup.charts.parts.bars import draw_bars, draw_signed_bars
from followup.charts.parts.canvas import Canvas, Margins


def corners(bars, upright=False) -> list[tuple[float, float]]:
    """Width and height of every bar that is drawn by sign, in pixels, the green ones first."""
    spans = ((0, 10), (-5, 5)) if upright else ((-5, 5), (10, 0))
    with Canvas("prov", 120, 120, Margins(10, 10, 10, 10)) as canvas:
        canvas.limits(*spans)
        draw_signed_bars(canvas, bars, 0.5, upright=upright)
    return [size(path) for path in re.findall(r'<path d="([^"]+)z', canvas.svg)]


def size(path: str) -> tuple[float, float]:
    points = [tuple(map(float, point)) for point in re.findall(r"([\d.]+) ([\d.]+)", path)]
    across, down = zip(*points, strict=True)
    return round(max(across) - min(across), 3), round(max(down) - min(down), 3)


@pytest.mark.parametrize("places", [(1, 2, 3), (1, 3, 5), (1, 8, 9), (4,)])
def test_a_gap_makes_no_bar_thicker(places):
    """100 pixels for ten rows of which a bar takes half, and for ten units of which it takes two."""
    assert corners([(place, 2.0) for place in places]) == [(20.0, 5.0)] * len(places)
    assert corners([(place, 2.0) for place in places], upright=True) == [(5.0, 20.0)] * len(places)


def test_green_above_zero_and_red_below():
    with Canvas("prov", 120, 120, Margins(10, 10, 10, 10)) as canvas:
        canvas.limits((-5, 5), (10, 0))
        draw_signed_bars(canvas, [(1, -1.0), (2, 0.0), (3, 4.0)], 0.5)
    found = re.findall(r'fill="(#[0-9a-f]{6})"', canvas.svg)
    good, bad = theme.TONES["good"].lower(), theme.TONES["bad"].lower()
    assert found == [good, good, bad]


def test_nothing_to_draw_is_no_error():
    with Canvas("prov", 120, 120, Margins(10, 10, 10, 10)) as canvas:
        draw_bars(canvas, [], 0.5, theme.INK)
        draw_signed_bars(canvas, [], 0.5)
    assert "<path" not in canvas.svg
