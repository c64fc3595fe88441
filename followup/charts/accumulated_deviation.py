"""The accumulated deviation from the budget month by month, with the forecast for the year.

The table: rows 1-12 (the month), column `deviation`, the deviation accumulated from January to that month in kr
(+ is better than the budget), missing after the period. `forecast` and `previous_forecast` are the deviations that are
forecast for the whole year, in kr with the same sign; both may be missing.
"""

from __future__ import annotations

from followup.analysis.economy import AccumulatedTable
from followup.charts.parts import amounts, axis, data, theme
from followup.charts.parts.bars import draw_signed_bars
from followup.charts.parts.canvas import Canvas, Margins, marker
from followup.charts.parts.labels import spread
from followup.charts.parts.picture import Picture
from followup.document.blocks import Chart, Table
from followup.ground import swedish
from followup.ground.figure import Figure
from followup.ground.period import Period

ID = "diagram-ackumulerad-avvikelse"
HEIGHT = 220
# Room for the 0 beside the zero line.
_ZERO = 18


def chart(
    frame: AccumulatedTable,
    forecast: Figure,
    previous_forecast: Figure,
    period: Period,
    *,
    source: str,
    notes: tuple[str, ...] = (),
) -> Chart:
    """The block that the notebook shows."""
    picture = Picture(
        ID,
        draw(frame, forecast, previous_forecast, period),
        HEIGHT,
        numbers(frame, forecast, previous_forecast, period),
    )
    return picture.told(
        title=title(frame, forecast, period),
        unit_line=f"Ackumulerad avvikelse mot budget {period.year} och helårsprognos, mnkr",
        alt=alt(frame, forecast, previous_forecast, period),
        source=source,
        notes=notes,
    )


def numbers(frame: AccumulatedTable, forecast: Figure, previous_forecast: Figure, period: Period) -> Table:
    """The months so far, then the two forecasts, in mnkr."""
    rows = [
        (f"{period.year}-{month:02d}", f"Till och med {swedish.month_name(month)}", frame[month, "deviation"])
        for month in period.months
    ]
    rows += [("prognos", "Helårsprognos", forecast), ("foregaende", "Föregående helårsprognos", previous_forecast)]
    return data.data_table(
        ID,
        caption=f"Ackumulerad avvikelse mot budget {period.year}",
        head="Period",
        columns=[("avvikelse", "Avvikelse")],
        rows=[(key, label, data.cells([figure], signed=True)) for key, label, figure in rows],
        unit_line="Belopp i mnkr, plus är bättre än budget",
    )


def title(frame: AccumulatedTable, forecast: Figure, period: Period) -> str:
    """Where the deviation stands and where the forecast says that it ends."""
    now = frame[period.month, "deviation"]
    month = period.month_name
    if now.is_missing and forecast.is_missing:
        return f"Avvikelse och prognos saknas för {month} {period.year}"
    if now.is_missing:
        return f"Prognosen är {amounts.words(forecast)} men avvikelsen i {month} saknas"
    if forecast.is_missing:
        return f"Avvikelsen är {amounts.words(now)} till och med {month}, prognos saknas"
    if amounts.value_shown(now) == amounts.value_shown(forecast) == 0:
        return "Både utfall och prognos följer budget"
    joint = "men" if amounts.value_shown(now) * amounts.value_shown(forecast) < 0 else "och"
    return f"Avvikelsen hittills är {amounts.words(now)} {joint} prognosen {amounts.words(forecast)}"


def alt(frame: AccumulatedTable, forecast: Figure, previous_forecast: Figure, period: Period) -> str:
    """Kind of picture, each month's deviation, and the two forecasts."""
    present = {month: frame[month, "deviation"] for month in period.months}
    told = amounts.course([(swedish.month_name(month), figure) for month, figure in present.items()], amounts.words)
    sentences = [
        f"Stapeldiagram över den ackumulerade avvikelsen mot budget {period.year} i mnkr; "
        "staplar under nollinjen är underskott."
    ]
    if told:
        sentences.append(f"Avvikelsen är {told}.")
    gaps = [swedish.month_name(month) for month, figure in present.items() if figure.is_missing]
    if gaps:
        sentences.append(f"Uppgift saknas för {swedish.list_of(gaps)}.")
    now = "saknas" if forecast.is_missing else f"är {amounts.words(forecast)}"
    before = "saknas" if previous_forecast.is_missing else f"var {amounts.words(previous_forecast)}"
    sentences.append(
        f"Helårsprognosen, en fylld romb vid december, {now}; föregående prognos, en ofylld romb, {before}."
    )
    return " ".join(sentences)


def draw(frame: AccumulatedTable, forecast: Figure, previous_forecast: Figure, period: Period) -> str:
    """The SVG: a bar per month so far and two diamonds at December, each number written once."""
    deviations = {month: amounts.drawn(frame[month, "deviation"]) for month in period.months}
    bars = {month: value for month, value in deviations.items() if value is not None}
    diamonds = [(name, figure) for name, figure in _diamonds(forecast, previous_forecast) if not figure.is_missing]
    heights = amounts.known(figure for _, figure in diamonds)
    scale = axis.scale_of([*bars.values(), *heights], zero=True)
    ends = _ends(frame, diamonds, period)
    right = theme.widest([text for _, text in ends], theme.SEMIBOLD) + 18
    texts = {month: amounts.label(frame[month, "deviation"], signed=True) for month in bars if month != 12}
    slot = (theme.WIDTH - right - _ZERO) / 12
    every = all(_half(texts, month) + _half(texts, month + 1) + 2 <= slot for month in texts)
    margins = Margins(_ZERO if every else axis.left_margin(scale), right, 22, 40)
    with Canvas(ID, theme.WIDTH, HEIGHT, margins) as canvas:
        canvas.limits((0.5, 12.5), scale.span)
        axis.write_months(canvas)
        if not bars and not diamonds:
            canvas.say_empty()
        elif every:
            axis.write_zero_line(canvas)
        else:
            axis.write_value_axis(canvas, scale)
        draw_signed_bars(canvas, list(bars.items()), 0.62, upright=True)
        for month, text in texts.items():
            if every or month == period.month:
                x, y = canvas.pixels(month, bars[month])
                canvas.write(x, y + (12 if bars[month] < 0 else -10), text, ha="center")
        if bars and diamonds and max(bars) < 12:
            course = [max(bars) + 0.45, 12], [bars[max(bars)], heights[0]]
            canvas.axes.plot(*course, color=theme.CONTEXT, linewidth=1.5, dashes=(2, 3), zorder=0)
        for (name, _), height in reversed([*zip(diamonds, heights, strict=True)]):
            look = marker("diamond" if name == "Prognos" else "hollow diamond", theme.INK, 13)
            canvas.axes.plot([12], [height], linestyle="none", zorder=5, clip_on=False, **look)
        places = spread([canvas.pixels(12, value)[1] for value, _ in ends], 2 * theme.LINE + 6, 18, canvas.bottom)
        for (_, text), y in zip(ends, places, strict=True):
            strong = theme.SEMIBOLD if text.startswith("Prognos") else theme.REGULAR
            canvas.write(canvas.right + 8, y, text, weight=strong)
    return canvas.svg


def _half(texts: dict[int, str], month: int) -> float:
    return theme.text_width(texts.get(month, "")) / 2


def _diamonds(forecast: Figure, previous_forecast: Figure) -> list[tuple[str, Figure]]:
    return [("Prognos", forecast), ("Föregående", previous_forecast)]


def _ends(frame: AccumulatedTable, diamonds: list[tuple[str, Figure]], period: Period) -> list[tuple[float, str]]:
    """Height and text of what is written to the right of December: the diamonds, and the bar if there is one."""
    named = [*diamonds]
    if period.month == 12:
        named.append(("Utfall", frame[12, "deviation"]))
    return [
        (value, f"{name}\n{amounts.label(figure, signed=True)}")
        for name, figure in named
        if (value := amounts.drawn(figure)) is not None
    ]
