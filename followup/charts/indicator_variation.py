"""A monthly indicator with the limits of its normal variation: a small process-behaviour (XmR) chart.

What is drawn is a `Behaviour` (followup.analysis.process_behaviour) that has limits: one row per month with the value,
the rule that names it and its code in the scale `variation`, and mean and limits of each stretch in the indicator's own
unit; a step where they are made anew. `target` is in the same unit, or missing where none is set. `indicator` is that
of params, `grades` are the scale `variation`. Its words: followup.charts.parts.variation_words.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING

from followup.analysis.process_behaviour import Behaviour, Stretch
from followup.charts.parts import axis, data, lines, measured, theme
from followup.charts.parts import variation_words as words
from followup.charts.parts.canvas import Canvas, Margins, marker
from followup.charts.parts.picture import Picture
from followup.document.blocks import Chart, Table
from followup.document.cells import Cell
from followup.ground import swedish
from followup.ground.figure import Figure

if TYPE_CHECKING:
    from followup.params.params import Grade, Indicator

WIDTH = theme.SMALL[0]
PLOT = theme.SMALL[1] - 40
_DOTTED = (1.5, 2.5)
# Which mark a signal has in the plot, where an icon is too large: by the kind of its code.
_MARKS = {"improvement": "circle", "concern": "diamond", "change": "triangle"}


def chart(
    behaviour: Behaviour,
    target: Figure,
    indicator: Indicator,
    grades: Sequence[Grade],
    *,
    source: str,
    notes: tuple[str, ...] = (),
) -> Chart:
    """The small block; the title says what kind of variation the latest value shows."""
    picture = Picture(
        measured.chart_id(indicator),
        draw(behaviour, target, indicator, grades),
        _height(behaviour, indicator, grades),
        numbers(behaviour, target, indicator, grades),
        width=WIDTH,
    )
    return picture.told(
        title=words.title(behaviour, target, indicator, grades),
        unit_line=measured.unit_line(indicator),
        alt=words.alt(behaviour, target, indicator, grades),
        source=source,
        notes=(*notes, *words.notes(behaviour, indicator)),
    )


def numbers(behaviour: Behaviour, target: Figure, indicator: Indicator, grades: Sequence[Grade]) -> Table:
    """One row per month with its value and variation; then mean and limits of each stretch, and the target.

    Whoever has this table has all that the limits are made of: which months are not counted, and where stretches begin.
    """
    # The marks of the plot: an icon is taller than a row of this table.
    signs = {
        grade.code: Cell(grade.word, symbol=_MARKS.get(words.signal_kind(grade.code), "none"), tone=grade.tone)
        for grade in grades
    }
    nothing = Cell(swedish.MISSING)
    lone = set(behaviour.lone)
    rows = [
        (
            str(label),
            measured.when(label, indicator) + (" (räknas inte med)" if label in lone else ""),
            [
                *data.cells([row["value"]], decimals=indicator.decimals),
                nothing if row["value"].is_missing else signs[code],
            ],
        )
        for (label, row), code in zip(behaviour.points.rows(), behaviour.points.texts("variation"), strict=True)
    ]
    for one in behaviour.stretches:
        since = measured.when(one.first, indicator)
        rows += [
            (
                f"{key}-{one.first}",
                f"{name} från {since}",
                [*data.cells([figure], decimals=indicator.decimals + 1), nothing],
            )
            for key, name, figure in (
                ("medel", "Medelvärde", one.mean),
                ("undre", "Undre gräns", one.lower),
                ("ovre", "Övre gräns", one.upper),
            )
        ]
    rows.append(("mal", "Målvärde", [*data.cells([target], decimals=indicator.decimals), nothing]))
    table = data.data_table(
        measured.chart_id(indicator),
        caption=indicator.name,
        head="Mätning",
        columns=[("varde", "Värde"), ("variation", "Variation")],
        rows=rows,
        unit_line=f"Enhet: {indicator.unit}" if indicator.unit else "",
    )
    label, value, variation = table.columns
    return replace(table, columns=(label, value, replace(variation, kind="status")))


def _kinds(behaviour: Behaviour, grades: Sequence[Grade]) -> list[tuple[str, str, str]]:
    """Mark, colour and word of each kind of signal that occurs."""
    present = set(behaviour.points.texts("variation"))
    found = {
        words.signal_kind(grade.code): (
            _MARKS[words.signal_kind(grade.code)],
            theme.TONES[grade.tone],
            words.short(grade),
        )
        for grade in grades
        if grade.code in present and words.signal_kind(grade.code) in _MARKS
    }
    return [found[kind] for kind in _MARKS if kind in found]


def _height(behaviour: Behaviour, indicator: Indicator, grades: Sequence[Grade]) -> float:
    rows = 1 + len(_band_words(behaviour, indicator)) + bool(_kinds(behaviour, grades))
    return PLOT + 46 + theme.LINE * rows


def _limit(figure: Figure, indicator: Indicator) -> str:
    return swedish.number(figure.known, indicator.decimals + 1)


def _band_words(behaviour: Behaviour, indicator: Indicator) -> list[str]:
    """`normalt 84,14 till 92,31`, on two lines where the numbers are too long for one; and since when."""
    now = behaviour.now
    lower, upper = _limit(now.lower, indicator), _limit(now.upper, indicator)
    told = f"normalt {lower} till {upper}"
    found = [told] if theme.text_width(told) <= WIDTH - 26 else [f"normalt {lower}", f"till {upper}"]
    since = [f"sedan {measured.when(now.first, indicator)}"] if len(behaviour.stretches) > 1 else []
    return found + since


def draw(behaviour: Behaviour, target: Figure, indicator: Indicator, grades: Sequence[Grade]) -> str:
    """The SVG: a band of normal variation with its mean, the values with a symbol on each signal, the target dashed."""
    points = behaviour.points
    places = [measured.place(label, indicator) for label in points.names]
    first, last = places[0], places[-1]
    series = _lines(behaviour, target, (first, last), indicator)
    drawn = [one for one in behaviour.stretches if one.has_limits]
    levels = [figure.known for one in drawn for figure in (one.lower, one.upper)]
    levels += [y for line in series for _, y in line.known]
    scale = axis.scale_of(levels, least=10.0**-indicator.decimals * 5)
    height = _height(behaviour, indicator, grades)
    right = max(24.0, lines.end_margin(series, last))
    margins = Margins(axis.left_margin(scale), right, 12, height - PLOT - 12)
    room = (last - first) * 0.04
    with Canvas(measured.chart_id(indicator), WIDTH, height, margins) as canvas:
        canvas.limits((first - room, last + room), scale.span)
        spans = [(one, _across(canvas, behaviour, one, indicator)) for one in drawn]
        for one, span in spans:
            _draw_band(canvas, one, span)
        axis.write_value_axis(canvas, scale)
        for one, span in spans:
            _draw_limits(canvas, one, span)
        lines.draw_lines(canvas, series)
        _draw_points(canvas, behaviour, indicator, grades)
        lines.write_names(canvas, series, last=last)
        measured.write_periods(canvas, points, indicator)
        _write_legend(canvas, behaviour, indicator, grades)
    return canvas.svg


def _lines(behaviour: Behaviour, target: Figure, reach: tuple[float, float], indicator: Indicator) -> list[lines.Line]:
    points = behaviour.points
    values = tuple((measured.place(label, indicator), figure.value) for label, figure in points.column("value").items())
    latest = swedish.number(measured.present(points)[-1][1].known, indicator.decimals)
    found = [lines.Line(latest, values, theme.INK, theme.INK, width=1.75, bold=True)]
    if target.value is not None:
        aim = f"mål {swedish.number(target.value, measured.target_decimals(target, indicator))}"
        level = tuple((x, target.value) for x in reach)
        found.insert(0, lines.Line(aim, level, theme.MUTED, theme.MUTED, width=1.5, dash=lines.DASHED))
    return found


def _across(canvas: Canvas, behaviour: Behaviour, one: Stretch, indicator: Indicator) -> tuple[float, float]:
    """From where to where a stretch is drawn: it meets the next halfway between two months, and the plot's ends."""
    first, _ = canvas.pixels(measured.place(one.first, indicator) - 0.5, 0)
    last, _ = canvas.pixels(measured.place(one.last, indicator) + 0.5, 0)
    left = canvas.margins.left if one is behaviour.stretches[0] else first
    return left, canvas.right if one is behaviour.now else last


def _draw_band(canvas: Canvas, one: Stretch, span: tuple[float, float]) -> None:
    # Behind the grid, which belongs to the canvas and not to the axes.
    _, top = canvas.pixels(0, one.upper.known)
    _, bottom = canvas.pixels(0, one.lower.known)
    middle, width = sum(span) / 2, span[1] - span[0]
    canvas.box(middle, (top + bottom) / 2, width, bottom - top, facecolor=theme.SURFACE, edgecolor="none", zorder=-4)


def _draw_limits(canvas: Canvas, one: Stretch, span: tuple[float, float]) -> None:
    """The band's borders dotted, the mean a thin line: the tint alone is too faint to see an end of."""
    for figure, dashes in ((one.lower, _DOTTED), (one.upper, _DOTTED), (one.mean, (None, None))):
        _, y = canvas.pixels(0, figure.known)
        canvas.line((span[0], y), (span[1], y), color=theme.CONTEXT, linewidth=1.25, dashes=dashes)


def _draw_points(canvas: Canvas, behaviour: Behaviour, indicator: Indicator, grades: Sequence[Grade]) -> None:
    """A small dot for normal variation, its mark for every signal."""
    looks = {
        grade.code: marker(_MARKS[words.signal_kind(grade.code)], theme.TONES[grade.tone], 7)
        for grade in grades
        if words.signal_kind(grade.code) in _MARKS
    }
    plain = marker("circle", theme.INK, 4) | {"markeredgewidth": 0}
    rows = [
        (code, measured.place(label, indicator), figure.value)
        for (label, figure), code in zip(
            behaviour.points.column("value").items(), behaviour.points.texts("variation"), strict=True
        )
        if not figure.is_missing
    ]
    for code, same in groupby(sorted(rows), key=lambda row: row[0]):
        across, up = zip(*((x, y) for _, x, y in same), strict=True)
        look = looks.get(code, plain)
        canvas.axes.plot(across, up, linestyle="none", zorder=4 + (code in looks), clip_on=False, **look)


def _write_legend(canvas: Canvas, behaviour: Behaviour, indicator: Indicator, grades: Sequence[Grade]) -> None:
    """Below the periods: the mean, the band with its limits now, and each mark that occurs with its word."""
    y = canvas.bottom + 37
    canvas.line((2, y), (18, y), color=theme.CONTEXT, linewidth=1.25)
    canvas.write(24, y, f"medelvärde {_limit(behaviour.now.mean, indicator)}", color=theme.MUTED)
    y += theme.LINE
    canvas.box(10, y, 16, 9, facecolor=theme.SURFACE, edgecolor="none")
    for edge in (y - 4.5, y + 4.5):
        canvas.line((2, edge), (18, edge), color=theme.CONTEXT, linewidth=1.25, dashes=_DOTTED, zorder=3)
    told = _band_words(behaviour, indicator)
    for step, line in enumerate(told):
        canvas.write(24, y + theme.LINE * step, line, color=theme.MUTED)
    x, y = 10.0, y + theme.LINE * len(told)
    for mark, color, word in _kinds(behaviour, grades):
        canvas.mark(x, y, mark, color, 8)
        canvas.write(x + 14, y, word, color=theme.MUTED)
        x += 14 + theme.text_width(word) + 20
