"""One indicator over time, small enough to stand beside others. One with limits is drawn by `indicator_variation`.

The table: rows by the measured periods in order as text (`2024-04`; for yearly indicators the year is enough), column
`value` in the indicator's own unit. `target` is in the same unit, or missing where none is set. `indicator` is that of
params (code, name, unit, decimals, frequency); years are written where it is measured by the year or more seldom.
`grade` is the code of the assessment in the scale `indicator`: the title repeats it and never judges on its own, since
whether a value is near its target, or on the right side of it, is decided once.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from followup.analysis.indicators import SeriesTable
from followup.charts.parts import amounts, axis, data, lines, measured, theme
from followup.charts.parts.canvas import Canvas, Margins
from followup.charts.parts.picture import Picture
from followup.document.blocks import Chart, Table
from followup.ground import swedish
from followup.ground.figure import PERCENT, PERCENTAGE_POINTS, Figure

if TYPE_CHECKING:
    from followup.params.params import Indicator

WIDTH, HEIGHT = theme.SMALL
_AGAINST_TARGET = {"meets": "når målet", "near": "nära målet", "misses": "når inte målet"}


def chart(
    frame: SeriesTable,
    target: Figure,
    indicator: Indicator,
    *,
    grade: str = "",
    source: str,
    notes: tuple[str, ...] = (),
) -> Chart:
    """The small block; the name, the level and its assessment stand in the title."""
    picture = Picture(
        measured.chart_id(indicator),
        draw(frame, target, indicator),
        HEIGHT,
        numbers(frame, target, indicator),
        width=WIDTH,
    )
    return picture.told(
        title=title(frame, target, indicator, grade),
        unit_line=measured.unit_line(indicator),
        alt=alt(frame, target, indicator),
        source=source,
        notes=notes,
    )


def numbers(frame: SeriesTable, target: Figure, indicator: Indicator) -> Table:
    """One row per measurement, and the target."""
    rows = [(str(label), measured.when(label, indicator), figure) for label, figure in frame.column("value").items()]
    return data.data_table(
        measured.chart_id(indicator),
        caption=indicator.name,
        head="Mätning",
        columns=[("varde", "Värde")],
        rows=[
            (key, label, data.cells([figure], decimals=indicator.decimals))
            for key, label, figure in [*rows, ("mal", "Målvärde", target)]
        ],
        unit_line=f"Enhet: {indicator.unit}" if indicator.unit else "",
    )


def title(frame: SeriesTable, target: Figure, indicator: Indicator, grade: str = "") -> str:
    """The latest value with its assessment; where none is made, against the value before."""
    present = measured.present(frame)
    if not present:
        return measured.titled(indicator, "värde saknas")
    latest = present[-1][1]
    start = measured.latest_text(frame, indicator)
    if target.value is not None and grade in _AGAINST_TARGET:
        aim = measured.target_text(target, indicator)
        return measured.titled(indicator, start, f"{_AGAINST_TARGET[grade]} {aim}")
    if len(present) == 1:
        return measured.titled(indicator, start, "första mätningen")
    earlier, before = present[-2]
    change = swedish.rounded(latest.known, indicator.decimals) - swedish.rounded(before.known, indicator.decimals)
    since = f"sedan {measured.when(earlier, indicator)}"
    if change == 0:
        return measured.titled(indicator, start, f"oförändrat {since}")
    unit = PERCENTAGE_POINTS if indicator.unit == PERCENT else indicator.unit
    size = swedish.with_unit(abs(float(change)), indicator.decimals, unit)
    return measured.titled(indicator, start, f"{'upp' if change > 0 else 'ned'} {size} {since}")


def alt(frame: SeriesTable, target: Figure, indicator: Indicator) -> str:
    """Kind of picture, first, lowest, highest and latest value, and the target."""
    present = measured.present(frame)
    sentences = [f"Litet linjediagram över {amounts.in_sentence(indicator.name)}."]
    if not present:
        sentences.append("Värden saknas.")
    elif len(present) == 1:
        label, only = present[0]
        sentences.append(f"Enda värdet är {measured.value_text(only, indicator)} ({measured.when(label, indicator)}).")
    else:
        sentences.append(measured.span_sentence(frame, indicator))
    if present:
        sentences += measured.gap_sentences(frame, indicator)
    if target.value is None:
        sentences.append("Inget målvärde.")
    else:
        sentences.append(f"Målvärdet, en streckad linje, är {measured.target_text(target, indicator)}.")
    return " ".join(sentences)


def draw(frame: SeriesTable, target: Figure, indicator: Indicator) -> str:
    """The SVG: the line with its latest value, the target dashed, the first and the last period below."""
    places = [measured.place(label, indicator) for label in frame.names] or [0.0]
    first, last = places[0], places[-1]
    if first == last:
        first, last = first - 1, last + 1
    series = _lines(frame, target, (first, places[-1] if len(places) > 1 else last), indicator)
    scale = axis.scale_of((y for line in series for _, y in line.known), least=10.0**-indicator.decimals * 5)
    margins = Margins(axis.left_margin(scale), max(24.0, lines.end_margin(series, last)), 12, 28)
    room = (last - first) * 0.04
    with Canvas(measured.chart_id(indicator), WIDTH, HEIGHT, margins) as canvas:
        canvas.limits((first - room, last + room), scale.span)
        if measured.present(frame):
            axis.write_value_axis(canvas, scale)
            lines.draw_lines(canvas, series)
            lines.write_names(canvas, series, last=last)
        else:
            canvas.say_empty("värde saknas")
        measured.write_periods(canvas, frame, indicator)
    return canvas.svg


def _lines(frame: SeriesTable, target: Figure, reach: tuple[float, float], indicator: Indicator) -> list[lines.Line]:
    values = tuple((measured.place(label, indicator), figure.value) for label, figure in frame.column("value").items())
    present = measured.present(frame)
    latest = swedish.number(present[-1][1].known, indicator.decimals) if present else ""
    found = [lines.Line(latest, values, theme.INK, theme.INK, width=2.5, markers=True, bold=True)]
    if target.value is not None:
        aim = f"mål {swedish.number(target.value, measured.target_decimals(target, indicator))}"
        points = tuple((x, target.value) for x in reach)
        found.insert(0, lines.Line(aim, points, theme.MUTED, theme.MUTED, width=1.5, dash=lines.DASHED))
    return found
