"""A year's forecasts against what the year became.

The table: rows by the occasions in order, as periods of one year (`2024-02`), columns `forecast` and `outcome`, the
deviation from the year's budget in kr (+ is better); either may be missing. The year is over.
"""

from __future__ import annotations

from typing import Literal

from followup.charts.parts import amounts, axis, data, theme
from followup.charts.parts.canvas import Canvas, marker
from followup.charts.parts.picture import Picture
from followup.charts.parts.rows import NumberColumn, RowLayout, draw_baseline
from followup.document.blocks import Chart, Table
from followup.ground import swedish
from followup.ground.figure import Figure
from followup.ground.figure_table import FigureTable
from followup.ground.period import Period

ID = "diagram-prognoser-mot-utfall"
YearForecasts = FigureTable[Literal["forecast", "outcome"]]


def chart(frame: YearForecasts, *, source: str, notes: tuple[str, ...] = (), whose: str = "") -> Chart:
    """The block that the notebook shows. `whose` forecasts they are, "regionens", where others are told of too."""
    rows = layout(frame)
    picture = Picture(ID, draw(frame), rows.height, numbers(frame), width=rows.width)
    return picture.told(
        title=title(frame, whose),
        unit_line=f"{_named('prognoser', whose) if whose else 'Årets prognoser'} och utfall, avvikelse mot årsbudget, "
        "mnkr",
        alt=alt(frame),
        source=source,
        notes=notes,
    )


def _errors(frame: YearForecasts) -> list[tuple[str, Figure]]:
    """Month and outcome − forecast."""
    return [
        (_month(occasion), outcome - forecast) for occasion, (forecast, outcome) in frame.each("forecast", "outcome")
    ]


def _month(occasion: object) -> str:
    return Period.parse(str(occasion)).month_name


def numbers(frame: YearForecasts) -> Table:
    """One row per occasion in mnkr."""
    return data.data_table(
        ID,
        caption="Årets prognoser och utfall",
        head="Prognos lämnad efter",
        columns=[("prognos", "Prognos"), ("utfall", "Utfall"), ("skillnad", "Utfall minus prognos")],
        rows=[
            (str(occasion), _month(occasion), data.cells([forecast, outcome, outcome - forecast], signed=True))
            for occasion, (forecast, outcome) in frame.each("forecast", "outcome")
        ],
        unit_line="Belopp i mnkr, plus är bättre än budget",
    )


def title(frame: YearForecasts, whose: str = "") -> str:
    """Which forecast came nearest to the outcome."""
    errors = [(month, error) for month, error in _errors(frame) if not error.is_missing]
    if not errors:
        return "Prognoser eller utfall saknas"
    distances = [abs(amounts.value_shown(error)) for _, error in errors]
    nearest = min(distances)
    names = [month for (month, _), distance in zip(errors, distances, strict=True) if distance == nearest]
    if len(errors) > 1 and len(names) == len(errors):
        if nearest == 0:
            return f"Alla {f'{whose} ' if whose else ''}prognoser träffade utfallet"
        return f"{_named('prognoser', whose) if whose else 'Prognoserna'} låg lika långt från utfallet"
    nouns = ("prognosen", "prognoserna") if not whose else ("prognos", "prognoser")
    which = f"{_named(nouns[len(names) > 1], whose)} i {swedish.list_of(names)}"
    if nearest == 0:
        return f"{which} träffade utfallet"
    away = amounts.size(next(error for month, error in errors if month == names[0]))
    return f"{which} kom närmast, {away} från utfallet" if len(errors) > 1 else f"{which} låg {away} från utfallet"


def _named(noun: str, whose: str) -> str:
    """`Prognosen`, `Regionens prognos`."""
    named = f"{whose} {noun}".strip()
    return f"{named[:1].upper()}{named[1:]}"


def alt(frame: YearForecasts) -> str:
    """Kind of picture, the outcome, and every forecast."""
    sentences = [
        "Punktdiagram med en rad för varje prognos: prognosen som ofylld romb och årets utfall som fylld punkt, "
        "avvikelse mot budget i mnkr."
    ]
    if not len(frame):
        return sentences[0]
    outcome = frame.figures("outcome")[-1]
    sentences.append("Utfall saknas." if outcome.is_missing else f"Utfallet blev {amounts.words(outcome)}.")
    told = [
        f"{amounts.words(forecast)} i {_month(occasion)}" for occasion, forecast in frame.column("forecast").items()
    ]
    sentences.append(f"{'Prognoserna' if len(told) > 1 else 'Prognosen'} var {swedish.list_of(told)}.")
    return " ".join(sentences)


def layout(frame: YearForecasts) -> RowLayout:
    """The months, and forecast, outcome and what parts them as columns; two heads are the legend."""
    forecasts, outcomes = (
        tuple(amounts.label(one, signed=True) for one in figures)
        for figures in (frame.figures("forecast"), frame.figures("outcome"))
    )
    errors = tuple(amounts.label(error, signed=True) for _, error in _errors(frame))
    return RowLayout(
        names=tuple(_month(occasion).capitalize() for occasion in frame.names),
        columns=(
            NumberColumn("Prognos", forecasts, "hollow diamond", theme.INK),
            NumberColumn("Utfall", outcomes, "circle", theme.INK),
            NumberColumn("Skillnad", errors),
        ),
        axis=True,
        width=theme.WIDE,
    )


def draw(frame: YearForecasts) -> str:
    """The SVG: for each forecast a hollow diamond, the outcome as a dot, and the way between them."""
    rows = layout(frame)
    values = amounts.known([*frame.figures("forecast"), *frame.figures("outcome")])
    scale = axis.scale_of(values, zero=True)
    with rows.canvas(ID) as canvas:
        canvas.limits(scale.span, rows.y_span)
        rows.write(canvas)
        if values:
            axis.write_ticks_below(canvas, scale)
            draw_baseline(canvas)
        else:
            canvas.say_empty()
        for row, (forecast, outcome) in enumerate(
            zip(frame.figures("forecast"), frame.figures("outcome"), strict=True)
        ):
            _draw_row(canvas, row, amounts.drawn(forecast), amounts.drawn(outcome))
    return canvas.svg


def _draw_row(canvas: Canvas, row: int, forecast: float | None, outcome: float | None) -> None:
    if forecast is not None and outcome is not None:
        canvas.axes.plot([forecast, outcome], [row, row], color=theme.CONTEXT, linewidth=2, zorder=1)
    for value, symbol, color in ((outcome, "circle", theme.INK), (forecast, "hollow diamond", theme.INK)):
        if value is not None:
            look = marker(symbol, color, 11)
            canvas.axes.plot([value], [row], linestyle="none", zorder=4, clip_on=False, **look)
