"""One indicator over time, small enough to stand beside others.

The frame: index = the measured periods in order as text (`2024-04`; for yearly indicators the year is enough), column
`value` in the indicator's own unit. `target` is in the same unit, or missing where none is set. `indicator` is that of
params (code, name, unit, decimals, frequency); years are written where it is measured by the year or more seldom.
`grade` is the code of the assessment in the scale `indicator`: the title repeats it and never judges on its own, since
whether a value is near its target, or on the right side of it, is decided once.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from followup.figure import PERCENT, PERCENTAGE_POINTS, Figure
from followup.period import Period
from followup.presentation import swedish, theme
from followup.presentation.blocks import Chart, Table
from followup.presentation.charts.parts import amounts, axis, data, lines
from followup.presentation.charts.parts.canvas import Canvas, Margins

if TYPE_CHECKING:
    from followup.inputs.params import Indicator

WIDTH, HEIGHT = theme.SMALL
YEARLY = ("year", "biennial")
_AGAINST_TARGET = {"meets": "når målet", "near": "nära målet", "misses": "når inte målet"}


def chart(
    frame: pd.DataFrame,
    target: Figure,
    indicator: Indicator,
    *,
    grade: str = "",
    source: str,
    notes: tuple[str, ...] = (),
) -> Chart:
    """The small block; the name stands in the unit line, the level and its assessment in the title."""
    return Chart(
        id=_id(indicator),
        title=title(frame, target, indicator, grade),
        unit_line=f"{indicator.name}, {indicator.unit}" if indicator.unit else indicator.name,
        alt=alt(frame, target, indicator),
        source=source,
        svg=draw(frame, target, indicator),
        aspect=WIDTH / HEIGHT,
        data=numbers(frame, target, indicator),
        notes=notes,
    )


def _id(indicator: Indicator) -> str:
    return f"diagram-indikator-{indicator.code.lower()}"


def numbers(frame: pd.DataFrame, target: Figure, indicator: Indicator) -> Table:
    """One row per measurement, and the target."""
    rows = [(str(label), _when(label, indicator), figure) for label, figure in frame["value"].items()]
    return data.data_table(
        _id(indicator),
        caption=indicator.name,
        head="Mätning",
        columns=[("varde", "Värde")],
        rows=[
            (key, label, data.cells([figure], decimals=indicator.decimals))
            for key, label, figure in [*rows, ("mal", "Målvärde", target)]
        ],
        unit_line=f"Enhet: {indicator.unit}" if indicator.unit else "",
    )


def _when(label: object, indicator: Indicator) -> str:
    """`april 2024`, or `2024` for what is measured by the year."""
    if indicator.frequency in YEARLY:
        return str(label)[:4]
    period = Period.parse(str(label))
    return f"{period.month_name} {period.year}"


def _present(frame: pd.DataFrame) -> list[tuple[object, Figure]]:
    return [(label, figure) for label, figure in frame["value"].items() if not figure.is_missing]


def title(frame: pd.DataFrame, target: Figure, indicator: Indicator, grade: str = "") -> str:
    """The latest value with its assessment; where none is made, against the value before."""
    present = _present(frame)
    if not present:
        return "Värde saknas"
    label, latest = present[-1]
    start = _value_text(latest, indicator)
    if label != frame.index[-1]:
        joint = "" if indicator.frequency in YEARLY else "i "
        start = f"{start} {joint}{_when(label, indicator)}"
    if target.value is not None and grade in _AGAINST_TARGET:
        return f"{start}: {_AGAINST_TARGET[grade]} {_target_text(target, indicator)}"
    if len(present) == 1:
        return f"{start}: första mätningen"
    earlier, before = present[-2]
    change = swedish.rounded(latest.value, indicator.decimals) - swedish.rounded(before.value, indicator.decimals)
    since = f"sedan {_when(earlier, indicator)}"
    if change == 0:
        return f"{start}: oförändrat {since}"
    unit = PERCENTAGE_POINTS if indicator.unit == PERCENT else indicator.unit
    size = swedish.with_unit(abs(float(change)), indicator.decimals, unit)
    return f"{start}: {'upp' if change > 0 else 'ned'} {size} {since}"


def _value_text(figure: Figure, indicator: Indicator) -> str:
    """`83,4 %`, but `74` for an index: "74 index" is no Swedish, and the unit line says that it is one."""
    return swedish.with_unit(figure.value, indicator.decimals, "" if indicator.unit == "index" else indicator.unit)


def _target_decimals(target: Figure, indicator: Indicator) -> int:
    """A whole target is written whole: `90`, not `90,0`."""
    return 0 if float(target.value or 0).is_integer() else max(1, indicator.decimals)


def _target_text(target: Figure, indicator: Indicator) -> str:
    """`90 %`, but `670`: a long unit stands beside the value and need not be said twice."""
    unit = indicator.unit if indicator.unit == PERCENT else ""
    return swedish.with_unit(target.value, _target_decimals(target, indicator), unit)


def alt(frame: pd.DataFrame, target: Figure, indicator: Indicator) -> str:
    """Kind of picture, first, lowest, highest and latest value, and the target."""
    present = _present(frame)
    sentences = [f"Litet linjediagram över {amounts.in_sentence(indicator.name)}."]
    if not present:
        sentences.append("Värden saknas.")
    elif len(present) == 1:
        sentences.append(f"Enda värdet är {_value_text(present[0][1], indicator)} ({_when(present[0][0], indicator)}).")
    else:
        first, latest = (
            f"{_value_text(figure, indicator)} ({_when(label, indicator)})"
            for label, figure in (present[0], present[-1])
        )
        figures = [figure for _, figure in present]
        low, high = (_value_text(pick(figures, key=lambda figure: figure.value), indicator) for pick in (min, max))
        sentences.append(f"Från {first} till {latest}; lägst {low} och högst {high}.")
    gaps = [_when(label, indicator) for label, figure in frame["value"].items() if figure.is_missing]
    if present and gaps:
        sentences.append(f"Värde saknas för {swedish.list_of(gaps)}.")
    if target.value is None:
        sentences.append("Inget målvärde.")
    else:
        sentences.append(f"Målvärdet, en streckad linje, är {_target_text(target, indicator)}.")
    return " ".join(sentences)


def _place(label: object, indicator: Indicator) -> float:
    """Where a period stands: in months, or in years."""
    if indicator.frequency in YEARLY:
        return float(str(label)[:4])
    period = Period.parse(str(label))
    return float(period.year * 12 + period.month)


def draw(frame: pd.DataFrame, target: Figure, indicator: Indicator) -> str:
    """The SVG: the line with its latest value, the target dashed, the first and the last period below."""
    places = [_place(label, indicator) for label in frame.index] or [0.0]
    first, last = places[0], places[-1]
    if first == last:
        first, last = first - 1, last + 1
    series = _lines(frame, target, (first, places[-1] if len(places) > 1 else last), indicator)
    scale = axis.scale_of((y for line in series for _, y in line.known), least=10.0**-indicator.decimals * 5)
    margins = Margins(axis.left_margin(scale), max(24.0, lines.end_margin(series, last)), 12, 28)
    room = (last - first) * 0.04
    with Canvas(_id(indicator), WIDTH, HEIGHT, margins) as canvas:
        canvas.limits((first - room, last + room), scale.span)
        if _present(frame):
            axis.write_value_axis(canvas, scale)
            lines.draw_lines(canvas, series)
            lines.write_names(canvas, series, last=last)
        else:
            canvas.say_empty("värde saknas")
        _write_periods(canvas, frame, indicator)
    return canvas.svg


def _lines(frame: pd.DataFrame, target: Figure, reach: tuple[float, float], indicator: Indicator) -> list[lines.Line]:
    values = tuple((_place(label, indicator), figure.value) for label, figure in frame["value"].items())
    present = _present(frame)
    latest = swedish.number(present[-1][1].value, indicator.decimals) if present else ""
    found = [lines.Line(latest, values, theme.BRAND, theme.BRAND, width=2.5, markers=True, bold=True)]
    if target.value is not None:
        aim = f"mål {swedish.number(target.value, _target_decimals(target, indicator))}"
        points = tuple((x, target.value) for x in reach)
        found.insert(0, lines.Line(aim, points, theme.MUTED, theme.MUTED, width=1.5, dash=lines.DASHED))
    return found


def _write_periods(canvas: Canvas, frame: pd.DataFrame, indicator: Indicator) -> None:
    """The first and the last period; every year where there are few."""
    y = canvas.bottom + 15
    if not len(frame):
        return
    if indicator.frequency in YEARLY:
        few = len(frame) <= 4
        for label in frame.index if few else [frame.index[0], frame.index[-1]]:
            x, _ = canvas.pixels(_place(label, indicator), 0)
            canvas.write(x, y, str(label)[:4], ha="center", color=theme.MUTED)
        return
    ends = [frame.index[0]] if len(frame) == 1 else [frame.index[0], frame.index[-1]]
    for label in ends:
        period = Period.parse(str(label))
        text = f"{swedish.month_short(period.month)} {period.year}"
        x, _ = canvas.pixels(_place(label, indicator), 0)
        half = theme.text_width(text) / 2
        canvas.write(min(max(x, half), canvas.width - half), y, text, ha="center", color=theme.MUTED)
