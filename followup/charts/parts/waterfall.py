"""A waterfall in rows: totals from the zero line, and in between the changes that lead from one to the next."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from followup.charts.parts import amounts, axis, theme
from followup.charts.parts.rows import NumberColumn, RowLayout, draw_baseline
from followup.ground.figure import Figure

_THICKNESS = 0.5


@dataclass(frozen=True)
class Step:
    """A row: a change in kr (+ is better), or with `total` the level that has been reached."""

    name: str
    figure: Figure
    total: bool = False


def layout(steps: Sequence[Step]) -> RowLayout:
    """Names to the left, signed numbers to the right, totals in semibold."""
    return RowLayout(
        names=tuple(step.name for step in steps),
        columns=(NumberColumn("mnkr", tuple(amounts.label(step.figure, signed=True) for step in steps)),),
        strong=frozenset(row for row, step in enumerate(steps) if step.total),
    )


def spans(steps: Sequence[Step]) -> list[tuple[float, float] | None]:
    """From where to where each bar goes, in mnkr; None for a step without a figure, which moves nothing."""
    found: list[tuple[float, float] | None] = []
    level = 0.0
    for step in steps:
        value = amounts.drawn(step.figure)
        if value is None:
            found.append(None)
            continue
        start = 0.0 if step.total else level
        level = start + value
        found.append((start, level))
    return found


def draw(chart_id: str, steps: Sequence[Step]) -> str:
    """The SVG: grey totals, changes in green to the right and in red to the left, joined by thin lines."""
    rows = layout(steps)
    bars = spans(steps)
    scale = axis.scale_of([end for bar in bars if bar for end in bar], zero=True)
    with rows.canvas(chart_id) as canvas:
        canvas.limits(scale.span, rows.y_span)
        rows.write(canvas)
        draw_baseline(canvas)
        reached: tuple[int, float] | None = None
        for row, (step, bar) in enumerate(zip(steps, bars, strict=True)):
            if bar is None:
                continue
            color = theme.MUTED if step.total else theme.TONES["bad" if bar[1] < bar[0] else "good"]
            canvas.axes.barh(
                row, bar[1] - bar[0], left=bar[0], height=_THICKNESS, color=color, edgecolor=color, linewidth=1
            )
            if reached:
                before, level = reached
                ends = [before + _THICKNESS / 2, row - _THICKNESS / 2]
                canvas.axes.plot([level, level], ends, color=theme.CONTEXT, linewidth=1, zorder=0)
            reached = row, bar[1]
    return canvas.svg
