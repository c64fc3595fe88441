"""Lines over time with gaps where values are missing, and their names at their ends."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd
import seaborn as sns

from followup.charts.parts import theme
from followup.charts.parts.canvas import Canvas, marker
from followup.charts.parts.labels import clear_spot, edge_towards, is_nearer, spread

# Points of line and of gap by turns; none for a line without gaps.
Dash = tuple[int, ...]
SOLID: Dash = ()
DASHED: Dash = (4, 2)


@dataclass(frozen=True)
class Line:
    """A series: `points` are (x, y) with None for a missing y; `name` is written at its last point.

    `markers` puts a dot on every point; without it only a value between two gaps gets one, which else were not seen.
    """

    name: str
    points: tuple[tuple[float, float | None], ...]
    color: str
    text_color: str
    width: float = 2
    dash: Dash = SOLID
    markers: bool = False
    bold: bool = False

    @property
    def known(self) -> list[tuple[float, float]]:
        """The points that have a value."""
        return [(x, y) for x, y in self.points if y is not None]


def _long(lines: Sequence[Line]) -> pd.DataFrame:
    """One row per point that has a value; `run` is new after each gap: seaborn joins all of a run."""
    rows = []
    for line in lines:
        run = 0
        for x, y in line.points:
            if y is None:
                run += 1
            else:
                rows.append((line.name, run, x, y))
    return pd.DataFrame(rows, columns=["name", "run", "x", "y"])


def draw_lines(canvas: Canvas, lines: Sequence[Line]) -> None:
    """All lines, the last one on top."""
    present = [line for line in lines if line.known]
    if not present:
        return
    sns.lineplot(
        data=_long(present),
        x="x",
        y="y",
        hue="name",
        style="name",
        size="name",
        units="run",
        estimator=None,
        sort=False,
        palette={line.name: line.color for line in present},
        dashes={line.name: line.dash for line in present},
        sizes={line.name: line.width for line in present},
        legend=False,
        ax=canvas.axes,
    )
    for line in present:
        dots, size = (line.known, 9) if line.markers else (_alone(line), 6)
        if dots:
            across, up = zip(*dots, strict=True)
            canvas.axes.plot(
                across, up, linestyle="none", zorder=4, clip_on=False, **marker("circle", line.color, size)
            )


def _alone(line: Line) -> list[tuple[float, float]]:
    """The points between two gaps, of which no line can be drawn."""
    padded = [None, *(y for _, y in line.points), None]
    neighbours = zip(padded, padded[2:], line.points, strict=False)
    return [(x, y) for before, after, (x, y) in neighbours if y is not None and before is None and after is None]


def end_margin(lines: Sequence[Line], last: float) -> float:
    """Room to the right for the names of the lines that reach x = `last`."""
    return theme.widest([line.name for line in lines if _ends_at(line, last)], theme.SEMIBOLD) + 14


def write_names(canvas: Canvas, lines: Sequence[Line], last: float) -> None:
    """Each line's name: to the right of those that reach x = `last`, else in a clear spot beside the last point.

    A thin line leads to a name that had to stand nearer to another line.
    """
    tracks = [[canvas.pixels(x, y) for x, y in line.known] for line in lines]
    ending = [(line, track) for line, track in zip(lines, tracks, strict=True) if track and _ends_at(line, last)]
    heights = spread([track[-1][1] for _, track in ending], theme.LINE, 10, canvas.bottom)
    for (line, _), y in zip(ending, heights, strict=True):
        canvas.write(canvas.right + 10, y, line.name, color=line.text_color, weight=_weight(line))
    obstacles = [*tracks, *_zero_line(canvas)]
    for line, track in zip(lines, tracks, strict=True):
        if track and not _ends_at(line, last):
            width = theme.text_width(line.name, weight=_weight(line))
            bounds = ((canvas.margins.left, 0.0), (canvas.right, canvas.bottom))
            size = (width, theme.LINE)
            others = [one for one in tracks if one is not track]
            x, y = clear_spot(track[-1], size, obstacles, bounds, others)
            if is_nearer((x, y), size, track[-1], others):
                # Else the name would be taken for that of the line beside it.
                canvas.line(track[-1], edge_towards((x, y), size, track[-1]), color=line.color, linewidth=1)
            canvas.write(x, y, line.name, ha="center", color=line.text_color, weight=_weight(line))


def _zero_line(canvas: Canvas) -> list[list[tuple[float, float]]]:
    """The axis at 0 where it crosses the plot: a name on it would be struck through."""
    _, y = canvas.pixels(0, 0)
    return [[(canvas.margins.left, y), (canvas.right, y)]] if canvas.margins.top < y < canvas.bottom else []


def _ends_at(line: Line, last: float) -> bool:
    return bool(line.known) and line.known[-1][0] == last


def _weight(line: Line) -> int:
    return theme.SEMIBOLD if line.bold else theme.REGULAR
