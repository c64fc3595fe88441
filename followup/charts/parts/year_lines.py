"""The twelve months of a year as lines: what the charts of months share."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from followup.charts.parts import amounts, axis, lines, theme
from followup.charts.parts.canvas import Canvas, Margins
from followup.ground.figure import Figure


def points(figures: Mapping[str | int, Figure]) -> tuple[tuple[float, float | None], ...]:
    """A line's points from a year's figures by month; kronor as mnkr."""
    return tuple((float(month), amounts.drawn(figure)) for month, figure in figures.items())


def draw(chart_id: str, height: float, series: Sequence[lines.Line], empty: str = "uppgift saknas") -> str:
    """The SVG: lines over the year with their names at their ends; `empty` is said where none has a value."""
    scale = axis.scale_of(y for line in series for _, y in line.known)
    margins = Margins(axis.left_margin(scale), lines.end_margin(series, 12), 14, 28)
    with Canvas(chart_id, theme.WIDTH, height, margins) as canvas:
        canvas.limits((0.6, 12.4), scale.span)
        axis.write_months(canvas)
        if any(line.known for line in series):
            axis.write_value_axis(canvas, scale)
            lines.draw_lines(canvas, series)
            lines.write_names(canvas, series, last=12)
        else:
            canvas.say_empty(empty)
    return canvas.svg
