"""Small lines as SVG: no text in them, since what they show stands beside them; their colours are the style sheet's."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal

from followup.document.inline_html import escaped

Point = tuple[float, float]
WIDTH, HEIGHT, MARGIN = 240, 72, 6


def line_svg(
    parts: Sequence[Sequence[Point]],
    across: Point,
    upwards: Point,
    words: str,
    marks: Iterable[float] = (),
) -> str:
    """The unbroken `parts` of a line in the ranges `across` and `upwards`; `words` are its text alternative.

    Each point has a dot, the last a larger one. `marks` are upright lines, such as turns of the year. Zero has a line
    where the range has it.
    """
    place = _placed(across, upwards)
    paths = [_path("mark", "".join(f"M{place((x, upwards[0]))[0]} 2V{HEIGHT - 2}" for x in marks))]
    if upwards[0] <= 0 <= upwards[1]:
        paths.append(_path("zero", f"M0 {place((across[0], 0))[1]}H{WIDTH}"))
    drawn = [[place(point) for point in part] for part in parts]
    paths.append(
        _path("drawn", "".join("M" + "L".join(f"{x} {y}" for x, y in part) for part in drawn if len(part) > 1))
    )
    # A line of no length with round ends is a dot.
    dots = [point for part in drawn for point in part]
    paths.append(_path("dots", "".join(f"M{x} {y}h0" for x, y in dots[:-1])))
    paths.append(_path("dot", "".join(f"M{x} {y}h0" for x, y in dots[-1:])))
    named = f'viewBox="0 0 {WIDTH} {HEIGHT}" role="img" aria-label="{escaped(words)}"'
    return f'<svg class="line" {named}>{"".join(paths)}</svg>'


def ranges(numbers: Iterable[float], zero: bool = False) -> Point:
    """The least and the greatest of the numbers, which must be some; with room around a number that is alone."""
    found = [*numbers, *([0.0] if zero else [])]
    low, high = min(found), max(found)
    return (low, high) if low < high else (low - 1, high + 1)


def _placed(across: Point, upwards: Point) -> Callable[[Point], tuple[str, str]]:
    """From a point in the ranges to its place in the drawing."""
    wide, high = WIDTH - 2 * MARGIN, HEIGHT - 2 * MARGIN

    def place(point: Point) -> tuple[str, str]:
        x = MARGIN + wide * (point[0] - across[0]) / (across[1] - across[0])
        y = HEIGHT - MARGIN - high * (point[1] - upwards[0]) / (upwards[1] - upwards[0])
        return _short(x), _short(y)

    return place


def _short(number: float) -> str:
    return format(Decimal(repr(round(number, 1))).normalize(), "f")


def _path(name: str, way: str) -> str:
    return f'<path class="{name}" d="{way}"/>' if way else ""
