"""Deviations as bars from a zero line with the forecast as a diamond: shared by the charts of activities and holders.

The table: one row per bar, columns `deviation` and `forecast_deviation`, in kr where + is better than the budget.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from followup.analysis.extremes import rank
from followup.charts.parts import amounts, axis, data, theme
from followup.charts.parts.bars import draw_signed_bars
from followup.charts.parts.canvas import Canvas, marker
from followup.charts.parts.rows import NumberColumn, RowLayout, draw_baseline
from followup.document.blocks import Table
from followup.document.tense import Tense
from followup.ground.figure import Figure
from followup.ground.figure_table import FigureTable

Deviation = Literal["deviation", "forecast_deviation"]
DeviationTable = FigureTable[Deviation]


def in_order(frame: DeviationTable, leading: Deviation) -> DeviationTable:
    """The rows by one of the deviations, the largest deficit first and those without a figure last."""
    figures = frame.figures(leading)
    order = sorted(range(len(figures)), key=lambda place: (figures[place].is_missing, rank(figures[place])))
    return frame.only(frame.names[place] for place in order)


def deviation_heads(tense: Tense) -> tuple[str, str]:
    """What the two deviations are called in a table, where nothing above the columns says that they are deviations."""
    if tense.is_past:
        return "Årets avvikelse", "Sista prognosens avvikelse"
    return "Avvikelse hittills", "Prognosavvikelse"


def deviation_table(chart_id: str, of: str, head: str, heads: tuple[str, str], frame: DeviationTable) -> Table:
    """Both deviations of each row in mnkr: `of` ends the caption ("per nämnd"), `head` is the first column's."""
    return data.data_table(
        chart_id,
        caption=f"Avvikelse mot budget {of}",
        head=head,
        columns=[("avvikelse", heads[0]), ("prognos", heads[1])],
        rows=[
            (str(name), str(name), data.cells(figures, signed=True))
            for name, figures in frame.each("deviation", "forecast_deviation")
        ],
        unit_line="Belopp i mnkr, plus är bättre än budget",
    )


def deviation_layout(heads: tuple[str, str], frame: DeviationTable, width: float = theme.WIDTH) -> RowLayout:
    """Names, and both deviations as columns whose heads are the legend."""
    so_far, forecast = (_texts(frame.figures(column)) for column in ("deviation", "forecast_deviation"))
    return RowLayout(
        names=tuple(str(name) for name in frame.names),
        columns=(
            NumberColumn(heads[0], so_far, "bar", theme.MUTED),
            NumberColumn(heads[1], forecast, "diamond", theme.INK),
        ),
        width=width,
        own_heights=True,
    )


def _texts(figures: Iterable[Figure]) -> tuple[str, ...]:
    return tuple(amounts.label(figure, signed=True) for figure in figures)


def draw_deviations(chart_id: str, rows: RowLayout, frame: DeviationTable) -> str:
    """The SVG: bars from a zero line, a diamond for the forecast, both numbers to the right."""
    scale = axis.scale_of(amounts.known([*frame.figures("deviation"), *frame.figures("forecast_deviation")]), zero=True)
    with rows.canvas(chart_id) as canvas:
        canvas.limits(scale.span, rows.y_span)
        rows.write(canvas)
        if not len(frame):
            canvas.say_empty()
        else:
            draw_baseline(canvas)
        _draw_bars(canvas, rows, frame)
        _draw_diamonds(canvas, rows, frame)
    return canvas.svg


def _draw_bars(canvas: Canvas, rows: RowLayout, frame: DeviationTable) -> None:
    bars = [
        (place, value)
        for place, figure in zip(rows.places, frame.figures("deviation"), strict=True)
        if (value := amounts.drawn(figure)) is not None
    ]
    draw_signed_bars(canvas, bars, 0.5)


def _draw_diamonds(canvas: Canvas, rows: RowLayout, frame: DeviationTable) -> None:
    for place, figure in zip(rows.places, frame.figures("forecast_deviation"), strict=True):
        if (value := amounts.drawn(figure)) is not None:
            canvas.axes.plot([value], [place], linestyle="none", zorder=5, **marker("diamond", theme.INK, 10))
