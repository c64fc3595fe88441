"""How the forecast for the year has moved from one report to the next.

The table: rows by the occasions in order, as periods (`2024-02`), one to eight; column `deviation`, the deviation that
was forecast for the whole of that year, in kr where + is better than the budget. A missing forecast is a gap.
"""

from __future__ import annotations

from itertools import groupby
from typing import Literal

from followup.charts.parts import amounts, axis, data, lines, theme
from followup.charts.parts.canvas import Canvas, Margins
from followup.charts.parts.picture import Picture
from followup.document.blocks import Chart, Table
from followup.ground import swedish
from followup.ground.figure_table import FigureTable
from followup.ground.period import Period

ID = "diagram-prognoshistorik"
HEIGHT = 190
Forecasts = FigureTable[Literal["deviation"]]


def chart(frame: Forecasts, *, source: str, notes: tuple[str, ...] = (), name: str = "Prognosen") -> Chart:
    """The block that the notebook shows; `name` is what its title calls the forecast, in the definite form."""
    picture = Picture(ID, draw(frame), HEIGHT, numbers(frame), width=theme.WIDE)
    return picture.told(
        title=title(frame, name),
        unit_line="Prognos för helårets avvikelse mot budget vid varje rapport, mnkr",
        alt=alt(frame),
        source=source,
        notes=notes,
    )


def numbers(frame: Forecasts) -> Table:
    """One row per occasion, in mnkr."""
    return data.data_table(
        ID,
        caption="Prognoshistorik",
        head="Prognos lämnad efter",
        columns=[("avvikelse", "Prognosavvikelse")],
        rows=[
            (str(period), period.month_and_year, data.cells([figure], signed=True))
            for period, figure in zip(_occasions(frame), frame.figures("deviation"), strict=True)
        ],
        unit_line="Belopp i mnkr, plus är bättre än budget",
    )


def _occasions(frame: Forecasts) -> list[Period]:
    return [Period.parse(str(label)) for label in frame.names]


def title(frame: Forecasts, name: str = "Prognosen") -> str:
    """The latest forecast against the one before it in the same year."""
    if not len(frame):
        return "Prognoser saknas"
    latest = _occasions(frame)[-1]
    now = frame.figures("deviation")[-1]
    if now.is_missing:
        return f"Prognos saknas för {latest.month_and_year}"
    same_year = [
        (period, figure)
        for period, figure in zip(_occasions(frame)[:-1], frame.figures("deviation")[:-1], strict=True)
        if period.year == latest.year and not figure.is_missing
    ]
    if not same_year:
        return f"Årets första prognos är {amounts.words(now)}"
    earlier, before = same_year[-1]
    change = amounts.value_shown(now) - amounts.value_shown(before)
    if change == 0:
        return f"{name} är oförändrad sedan {earlier.month_name}, {amounts.words(now)}"
    word = "förbättrats" if change > 0 else "försämrats"
    start = amounts.words(before).removesuffix(f"{swedish.NBSP}mnkr")
    return f"{name} har {word} sedan {earlier.month_name}, från {start} till {amounts.words(now)}"


def alt(frame: Forecasts) -> str:
    """Kind of picture and every forecast, by year: eight at most."""
    sentences = ["Punktdiagram över prognosen för helårets avvikelse mot budget vid varje rapport, i mnkr."]
    pairs = zip(_occasions(frame), frame.figures("deviation"), strict=True)
    for year, group in groupby(pairs, key=lambda pair: pair[0].year):
        parts = [f"{amounts.words(figure)} i {period.month_name}" for period, figure in group]
        sentences.append(f"{year}: {swedish.list_of(parts)}.")
    return " ".join(sentences)


def draw(frame: Forecasts) -> str:
    """The SVG: dots joined within a year, for a new year is a new budget; the latest is stressed."""
    occasions = _occasions(frame)
    values = [amounts.drawn(figure) for figure in frame.figures("deviation")]
    scale = axis.scale_of(amounts.known(frame.figures("deviation")), zero=True)
    # Labels stand above and below the dots.
    room = (scale.high - scale.low) * 0.12
    with Canvas(ID, theme.WIDE, HEIGHT, Margins(18, 10, 12, 46)) as canvas:
        canvas.limits((-0.5, max(len(values), 4) - 0.5), (scale.low - room, scale.high + room))
        if any(value is not None for value in values):
            axis.write_zero_line(canvas)
            lines.draw_lines(canvas, _lines(occasions, values))
            _write_values(canvas, frame, values)
        else:
            canvas.say_empty()
        _write_occasions(canvas, occasions)
    return canvas.svg


def _lines(occasions: list[Period], values: list[float | None]) -> list[lines.Line]:
    found = []
    for year in sorted({period.year for period in occasions}):
        points = tuple((float(place), values[place]) for place, period in enumerate(occasions) if period.year == year)
        latest = year == occasions[-1].year
        color = theme.INK if latest else theme.CONTEXT
        found.append(lines.Line(str(year), points, color, color, width=3 if latest else 2, markers=True))
    return found


def _write_values(canvas: Canvas, frame: Forecasts, values: list[float | None]) -> None:
    for place, (figure, value) in enumerate(zip(frame.figures("deviation"), values, strict=True)):
        if value is None:
            x, y = canvas.pixels(place, 0)
            canvas.write(x, y - 12, amounts.label(figure), ha="center", color=theme.MUTED)
            continue
        x, y = canvas.pixels(place, value)
        beside = [values[near] for near in (place - 1, place + 1) if 0 <= near < len(values)]
        lowest = any(near is not None and near > value for near in beside)
        weight = theme.SEMIBOLD if place == len(values) - 1 else theme.REGULAR
        canvas.write(x, y + (16 if lowest else -15), amounts.label(figure, signed=True), ha="center", weight=weight)


def _write_occasions(canvas: Canvas, occasions: list[Period]) -> None:
    """The months, and below them each year once in the middle of its group."""
    start = 0
    for year, group in groupby(occasions, key=lambda period: period.year):
        months = list(group)
        for place, period in enumerate(months, start):
            x, _ = canvas.pixels(place, 0)
            canvas.write(x, canvas.bottom + 14, swedish.month_short(period.month), ha="center", color=theme.MUTED)
        middle, _ = canvas.pixels(start + (len(months) - 1) / 2, 0)
        canvas.write(middle, canvas.bottom + 34, str(year), ha="center")
        if start:
            border, _ = canvas.pixels(start - 0.5, 0)
            canvas.line((border, canvas.margins.top), (border, canvas.height - 4), color=theme.GRID, linewidth=1)
        start += len(months)
