"""A monthly indicator with the limits of its normal variation: a small process-behaviour (XmR) chart.

What is drawn is a `Behaviour` (followup.analysis.process_behaviour) that has limits: one row per month with the value,
the rule that names it and its code in the scale `variation`, and mean and limits in the indicator's own unit. `target`
is in the same unit, or missing where none is set. `indicator` is that of params, `grades` are the scale `variation`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING

from followup.analysis.process_behaviour import ONE_SIDE, OUTER_THIRD, OUTSIDE, TREND, Behaviour
from followup.charts.parts import amounts, axis, data, lines, measured, theme
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
_SPECIAL = ("improvement", "concern", "special_neutral")
_AGAINST_TARGET = {"passes": "nås stadigt", "fails": "nås sällan", "hit_and_miss": "nås ibland"}
_TARGET_PLACE = {
    "passes": "Det ligger utanför gränserna och nås stadigt.",
    "fails": "Det ligger utanför gränserna och nås sällan.",
    "hit_and_miss": "Det ligger innanför gränserna och nås ibland.",
}
# By rule, for a point that is low or falling and one that is high or rising.
_RULES = {
    OUTSIDE: ("under den undre gränsen", "över den övre gränsen"),
    TREND: ("sju värden i rad som sjunker", "sju värden i rad som stiger"),
    OUTER_THIRD: ("minst två av tre värden nära den undre gränsen", "minst två av tre värden nära den övre gränsen"),
    ONE_SIDE: ("minst sju värden i rad under medelvärdet", "minst sju värden i rad över medelvärdet"),
}


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
        _height(behaviour, indicator),
        numbers(behaviour, target, indicator, grades),
        width=WIDTH,
    )
    return picture.told(
        title=title(behaviour, target, indicator, grades),
        unit_line=measured.unit_line(indicator),
        alt=alt(behaviour, target, indicator, grades),
        source=source,
        notes=notes,
    )


def _word(grades: Sequence[Grade], code: str) -> str:
    return next(grade.word for grade in grades if grade.code == code)


def numbers(behaviour: Behaviour, target: Figure, indicator: Indicator, grades: Sequence[Grade]) -> Table:
    """One row per month with its value and variation; then mean, limits and target."""
    signs = {grade.code: Cell(grade.word, symbol=grade.symbol, tone=grade.tone) for grade in grades}
    nothing = Cell(swedish.MISSING)
    rows = [
        (str(label), measured.when(label, indicator), row["value"], nothing if row["value"].is_missing else signs[code])
        for (label, row), code in zip(behaviour.points.rows(), behaviour.points.texts("variation"), strict=True)
    ]
    rows += [
        ("medel", "Medelvärde", behaviour.mean, nothing),
        ("undre", "Undre gräns", behaviour.lower, nothing),
        ("ovre", "Övre gräns", behaviour.upper, nothing),
        ("mal", "Målvärde", target, nothing),
    ]
    table = data.data_table(
        measured.chart_id(indicator),
        caption=indicator.name,
        head="Mätning",
        columns=[("varde", "Värde"), ("variation", "Variation")],
        rows=[
            (key, label, [*data.cells([figure], decimals=indicator.decimals), sign])
            for key, label, figure, sign in rows
        ],
        unit_line=f"Enhet: {indicator.unit}" if indicator.unit else "",
    )
    label, value, variation = table.columns
    return replace(table, columns=(label, value, replace(variation, kind="status")))


def title(behaviour: Behaviour, target: Figure, indicator: Indicator, grades: Sequence[Grade]) -> str:
    """The latest value with its kind of variation, and whether the target can be counted on."""
    said = f"{measured.latest_text(behaviour.points, indicator)}: {_word(grades, behaviour.variation).lower()}"
    if behaviour.assurance not in _AGAINST_TARGET:
        return said
    return f"{said}; målet {measured.target_text(target, indicator)} {_AGAINST_TARGET[behaviour.assurance]}"


def alt(behaviour: Behaviour, target: Figure, indicator: Indicator, grades: Sequence[Grade]) -> str:
    """Kind of picture, the values' span, mean and limits, what the latest value and the earlier say, the target."""
    points = behaviour.points
    mean, lower, upper = (
        measured.value_text(figure, indicator) for figure in (behaviour.mean, behaviour.lower, behaviour.upper)
    )
    sentences = [
        f"Litet styrdiagram över {amounts.in_sentence(indicator.name)}.",
        measured.span_sentence(points, indicator),
        f"Medelvärdet är {mean}; normal variation ligger mellan {lower} och {upper}.",
        _latest_sentence(behaviour, grades),
        *_earlier_sentences(behaviour, grades),
        *measured.gap_sentences(points, indicator),
    ]
    if target.value is None:
        sentences.append("Inget målvärde.")
    else:
        sentences.append(f"Målvärdet, en streckad linje, är {measured.target_text(target, indicator)}.")
        sentences += [_TARGET_PLACE[code] for code in (behaviour.assurance,) if code in _TARGET_PLACE]
    return " ".join(sentences)


def _latest_sentence(behaviour: Behaviour, grades: Sequence[Grade]) -> str:
    """What the latest value shows, and by which rule."""
    latest = behaviour.points.row(measured.present(behaviour.points)[-1][0])
    word = _word(grades, latest.text("variation")).lower()
    if not latest.text("rule"):
        return f"Det senaste värdet visar {word}."
    return f"Det senaste värdet visar en {word}: {_RULES[latest.text('rule')][int(latest.fact('side', int) > 0)]}."


def _earlier_sentences(behaviour: Behaviour, grades: Sequence[Grade]) -> list[str]:
    """How many of the points before the latest show what, or nothing where all are normal."""
    last = measured.present(behaviour.points)[-1][0]
    names = behaviour.points.names
    codes = behaviour.points.only(names[: names.index(last)]).texts("variation")
    counts = [(codes.count(code), _word(grades, code).lower()) for code in _SPECIAL]
    told = [f"{swedish.in_words(count)} {word}" for count, word in counts if count]
    return [f"Av de tidigare värdena visar {swedish.list_of(told)}."] if told else []


def _height(behaviour: Behaviour, indicator: Indicator) -> float:
    symbols = bool(set(behaviour.points.texts("variation")) & set(_SPECIAL))
    return PLOT + 46 + theme.LINE * (1 + len(_band_words(behaviour, indicator)) + symbols)


def _band_words(behaviour: Behaviour, indicator: Indicator) -> list[str]:
    """`normalt 84,1 till 92,3`, on two lines where the numbers are too long for one."""
    lower, upper = (swedish.number(figure.known, indicator.decimals) for figure in (behaviour.lower, behaviour.upper))
    words = f"normalt {lower} till {upper}"
    return [words] if theme.text_width(words) <= WIDTH - 26 else [f"normalt {lower}", f"till {upper}"]


def draw(behaviour: Behaviour, target: Figure, indicator: Indicator, grades: Sequence[Grade]) -> str:
    """The SVG: a band of normal variation with its mean, the values with a symbol on each signal, the target dashed."""
    points = behaviour.points
    places = [measured.place(label, indicator) for label in points.names]
    first, last = places[0], places[-1]
    series = _lines(behaviour, target, (first, last), indicator)
    levels = [behaviour.lower.known, behaviour.upper.known, *(y for line in series for _, y in line.known)]
    scale = axis.scale_of(levels, least=10.0**-indicator.decimals * 5)
    height = _height(behaviour, indicator)
    right = max(24.0, lines.end_margin(series, last))
    margins = Margins(axis.left_margin(scale), right, 12, height - PLOT - 12)
    room = (last - first) * 0.04
    with Canvas(measured.chart_id(indicator), WIDTH, height, margins) as canvas:
        canvas.limits((first - room, last + room), scale.span)
        _draw_band(canvas, behaviour)
        axis.write_value_axis(canvas, scale)
        _draw_limits(canvas, behaviour)
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
    found = [lines.Line(latest, values, theme.BRAND, theme.BRAND, width=1.75, bold=True)]
    if target.value is not None:
        aim = f"mål {swedish.number(target.value, measured.target_decimals(target, indicator))}"
        level = tuple((x, target.value) for x in reach)
        found.insert(0, lines.Line(aim, level, theme.MUTED, theme.MUTED, width=1.5, dash=lines.DASHED))
    return found


def _draw_band(canvas: Canvas, behaviour: Behaviour) -> None:
    # Behind the grid, which belongs to the canvas and not to the axes.
    _, top = canvas.pixels(0, behaviour.upper.known)
    _, bottom = canvas.pixels(0, behaviour.lower.known)
    middle, width = (canvas.margins.left + canvas.right) / 2, canvas.right - canvas.margins.left
    canvas.box(middle, (top + bottom) / 2, width, bottom - top, facecolor=theme.TINT, edgecolor="none", zorder=-4)


def _draw_limits(canvas: Canvas, behaviour: Behaviour) -> None:
    """The band's borders dotted, the mean a thin line: the tint alone is too faint to see an end of."""
    for figure, dashes in ((behaviour.lower, _DOTTED), (behaviour.upper, _DOTTED), (behaviour.mean, (None, None))):
        _, y = canvas.pixels(0, figure.known)
        canvas.line((canvas.margins.left, y), (canvas.right, y), color=theme.CONTEXT, linewidth=1.25, dashes=dashes)


def _draw_points(canvas: Canvas, behaviour: Behaviour, indicator: Indicator, grades: Sequence[Grade]) -> None:
    """A small dot for normal variation, its symbol for every signal."""
    looks = {grade.code: marker(grade.symbol, theme.TONES[grade.tone], 7) for grade in grades if grade.code in _SPECIAL}
    plain = marker("circle", theme.BRAND, 4) | {"markeredgewidth": 0}
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
    """Below the periods: the mean, the band with its limits, and each symbol that occurs with its word."""
    y = canvas.bottom + 37
    canvas.line((2, y), (18, y), color=theme.CONTEXT, linewidth=1.25)
    canvas.write(24, y, f"medelvärde {swedish.number(behaviour.mean.known, indicator.decimals)}", color=theme.MUTED)
    y += theme.LINE
    canvas.box(10, y, 16, 9, facecolor=theme.TINT, edgecolor="none")
    for edge in (y - 4.5, y + 4.5):
        canvas.line((2, edge), (18, edge), color=theme.CONTEXT, linewidth=1.25, dashes=_DOTTED, zorder=3)
    words = _band_words(behaviour, indicator)
    for step, line in enumerate(words):
        canvas.write(24, y + theme.LINE * step, line, color=theme.MUTED)
    x, y = 10.0, y + theme.LINE * len(words)
    present = set(behaviour.points.texts("variation"))
    for grade in grades:
        if grade.code in _SPECIAL and grade.code in present:
            canvas.mark(x, y, grade.symbol, theme.TONES[grade.tone], 8)
            word = grade.word.lower()
            canvas.write(x + 14, y, word, color=theme.MUTED)
            x += 14 + theme.text_width(word) + 20
