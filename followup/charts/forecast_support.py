"""The committee's forecast beside the computed ones, on one scale, with the interval as a band.

`so_far` is the accumulated deviation from the budget. `net` holds the deviations for the whole year: `forecast` (the
committee's), `run_rate`, `seasonal`, `low` and `high`. All are in kr, + is better than the budget; any may be missing.
"""

from __future__ import annotations

from dataclasses import dataclass

from followup.analysis.forecast_support import DeviationColumn, side_of
from followup.charts.parts import amounts, axis, data, theme
from followup.charts.parts.canvas import Canvas, marker
from followup.charts.parts.picture import Picture
from followup.charts.parts.rows import NumberColumn, RowLayout, draw_baseline
from followup.document.blocks import Chart, Table
from followup.ground import swedish
from followup.ground.figure import Figure
from followup.ground.figure_table import FigureRow
from followup.ground.period import Period

ID = "diagram-beraknat-forslag"
Net = FigureRow[DeviationColumn]


@dataclass(frozen=True)
class Mark:
    """A row of the picture."""

    key: str
    name: str
    figure: Figure
    symbol: str
    color: str


def marks(so_far: Figure, net: Net, period: Period) -> list[Mark]:
    """What is drawn, from above: the outcome so far, the committee's forecast, the proposals that could be made."""
    found = [
        Mark("utfall", f"Utfall till och med {period.month_name}", so_far, "circle", theme.MUTED),
        Mark("prognos", "Nämndens prognos", net["forecast"], "diamond", theme.INK),
        Mark("samma-takt", "Förslag, samma takt", net["run_rate"], "triangle", theme.INK),
    ]
    seasonal = Mark("som-i-fjol", "Förslag, som i fjol", net["seasonal"], "hollow triangle", theme.INK)
    return found if seasonal.figure.is_missing else [*found, seasonal]


def chart(so_far: Figure, net: Net, period: Period, *, source: str, notes: tuple[str, ...] = ()) -> Chart:
    """The block that the notebook shows."""
    rows = layout(so_far, net, period)
    picture = Picture(ID, draw(so_far, net, period), rows.height, numbers(so_far, net, period), width=rows.width)
    return picture.told(
        title=title(net),
        unit_line=f"Avvikelse mot budget {period.year}: hittills, och för helåret enligt prognos och beräkning, mnkr",
        alt=alt(so_far, net, period),
        source=source,
        notes=notes,
    )


def numbers(so_far: Figure, net: Net, period: Period) -> Table:
    """The marks and the interval in mnkr."""
    rows = [(mark.key, mark.name, mark.figure) for mark in marks(so_far, net, period)]
    if not net["low"].is_missing:
        rows += [("fran", "Intervallet, från", net["low"]), ("till", "Intervallet, till", net["high"])]
    return data.data_table(
        ID,
        caption="Beräknat förslag till helårsprognos",
        head="Vad",
        columns=[("avvikelse", "Avvikelse")],
        rows=[(key, name, data.cells([figure], signed=True)) for key, name, figure in rows],
        unit_line="Belopp i mnkr, plus är bättre än budget",
    )


def title(net: Net) -> str:
    """Where the committee's forecast lies against what is computed."""
    forecast, proposed = net["forecast"], net["run_rate"]
    if proposed.is_missing:
        return "Inget förslag till prognos kan beräknas"
    if forecast.is_missing:
        return f"Prognos saknas, beräknat förslag är {amounts.words(proposed)}"
    side = side_of(forecast, net["low"], net["high"])
    if side in ("inside", "end"):
        return f"Nämndens prognos ligger {'inom' if side == 'inside' else 'vid gränsen för'} det beräknade intervallet"
    if side:
        return f"Nämndens prognos är {'sämre' if side == 'below' else 'bättre'} än det beräknade intervallet"
    difference = forecast - proposed
    if amounts.shown(difference) == 0:
        return "Nämndens prognos är lika stor som den beräknade"
    word = "bättre" if amounts.value_shown(difference) > 0 else "sämre"
    return f"Nämndens prognos är {amounts.size(difference)} {word} än den beräknade"


def alt(so_far: Figure, net: Net, period: Period) -> str:
    """Kind of picture, every mark and the interval."""
    told = [f"{amounts.in_sentence(mark.name)} {amounts.words(mark.figure)}" for mark in marks(so_far, net, period)]
    sentences = [
        "Punktdiagram med en rad för vardera av utfallet hittills, nämndens prognos och beräknade förslag, i mnkr "
        "avvikelse mot budget.",
        f"{told[0][0].upper()}{told[0][1:]}, {swedish.list_of(told[1:])}.",
    ]
    if not net["low"].is_missing:
        low = amounts.words(net["low"]).removesuffix(f"{swedish.NBSP}mnkr")
        sentences.append(f"Intervallet, ett ljust fält, går från {low} till {amounts.words(net['high'])}.")
    return " ".join(sentences)


def layout(so_far: Figure, net: Net, period: Period) -> RowLayout:
    """Names, the numbers, and the interval beside the proposal that it belongs to."""
    shown = marks(so_far, net, period)
    columns = [NumberColumn("mnkr", tuple(amounts.label(mark.figure, signed=True) for mark in shown))]
    if not net["low"].is_missing:
        ends = f"{amounts.label(net['low'], signed=True)} till {amounts.label(net['high'], signed=True)}"
        texts = tuple(ends if mark.key == "samma-takt" else "" for mark in shown)
        columns.append(NumberColumn("Intervall", texts, "band", theme.INK))
    strong = frozenset(place for place, mark in enumerate(shown) if mark.key == "prognos")
    return RowLayout(tuple(mark.name for mark in shown), tuple(columns), strong, width=theme.WIDE)


def draw(so_far: Figure, net: Net, period: Period) -> str:
    """The SVG: a mark per row, and the interval as a light band through all of them."""
    rows = layout(so_far, net, period)
    shown = marks(so_far, net, period)
    figures = [mark.figure for mark in shown] + [net["low"], net["high"]]
    scale = axis.scale_of(amounts.known(figures), zero=True)
    with rows.canvas(ID) as canvas:
        canvas.limits(scale.span, rows.y_span)
        rows.write(canvas)
        _draw_band(canvas, net)
        if amounts.known(figures):
            draw_baseline(canvas)
        else:
            canvas.say_empty()
        for row, mark in enumerate(shown):
            value = amounts.drawn(mark.figure)
            if value is not None:
                look = marker(mark.symbol, mark.color, 11)
                canvas.axes.plot([value], [row], linestyle="none", zorder=5, clip_on=False, **look)
    return canvas.svg


def _draw_band(canvas: Canvas, net: Net) -> None:
    low, high = amounts.drawn(net["low"]), amounts.drawn(net["high"])
    if low is None or high is None:
        return
    (left, top), (right, bottom) = canvas.pixels(low, -0.5), canvas.pixels(high, canvas.axes.get_ylim()[0])
    middle, height = (top + bottom) / 2, bottom - top
    # On the canvas and not in the plot: there it would hide the zero line.
    canvas.box((left + right) / 2, middle, right - left, height, facecolor=theme.SURFACE, linewidth=0, zorder=-3)
    for edge in (left, right):
        canvas.line((edge, top), (edge, bottom), color=theme.INK, linewidth=1)
