"""The deviation of each activity so far, and what is forecast for the year; or, `past`, of a year that is over, its
deviation and what was forecast last.

The frame: index = the activity's name, columns `deviation` (January to the period) and `forecast_deviation` (the whole
year), both in kr where + is better than the budget. At most ten rows are drawn; the caller sums the rest into one.
"""

from __future__ import annotations

import pandas as pd
import seaborn as sns

from followup.figure import Figure
from followup.presentation import swedish, theme
from followup.presentation.blocks import Chart, Table
from followup.presentation.charts.parts import amounts, axis, data
from followup.presentation.charts.parts.canvas import Canvas, marker
from followup.presentation.charts.parts.rows import NumberColumn, RowLayout, draw_baseline

ID = "diagram-avvikelse-per-verksamhet"
MOST_ROWS = 10
# By `past`: in the course of the year, and when it is over.
_WHEN = {False: "hittills i år och i helårsprognosen", True: "för året och i den sista prognosen"}
_COLUMNS = {False: ("Avvikelse hittills", "Prognosavvikelse"), True: ("Årets avvikelse", "Sista prognosens avvikelse")}
_HEADS = {False: ("Hittills", "Prognos"), True: ("Utfall", "Prognos")}


def chart(frame: pd.DataFrame, *, source: str, notes: tuple[str, ...] = (), past: bool = False) -> Chart:
    """The block that the notebook shows."""
    frame = worst_first(frame)
    return Chart(
        id=ID,
        title=title(frame, past),
        unit_line=f"Avvikelse mot budget {_WHEN[past]}, per verksamhet, mnkr",
        alt=alt(frame, past),
        source=source,
        svg=draw(frame, past),
        aspect=theme.WIDTH / layout(frame, past).height,
        data=numbers(frame, past),
        notes=notes,
    )


def worst_first(frame: pd.DataFrame) -> pd.DataFrame:
    """The rows by their deviation so far, the largest deficit first and those without a figure last.

    Raises ValueError for more rows than the picture has room for.
    """
    if len(frame) > MOST_ROWS:
        raise ValueError(f"{len(frame)} activities; the chart has room for {MOST_ROWS}: sum the rest into one row")
    values = [amounts.drawn(figure) for figure in frame["deviation"]]
    order = sorted(range(len(values)), key=lambda place: (values[place] is None, values[place] or 0.0))
    return frame.iloc[order]


def numbers(frame: pd.DataFrame, past: bool = False) -> Table:
    """Both deviations of each activity in mnkr."""
    deviation, forecast = _COLUMNS[past]
    return data.data_table(
        ID,
        caption="Avvikelse mot budget per verksamhet",
        head="Verksamhet",
        columns=[("avvikelse", deviation), ("prognos", forecast)],
        rows=[
            (str(name), str(name), data.cells(figures, signed=True))
            for name, *figures in frame[["deviation", "forecast_deviation"]].itertuples()
        ],
        unit_line="Belopp i mnkr, plus är bättre än budget",
    )


def title(frame: pd.DataFrame, past: bool = False) -> str:
    """Which activity has the largest deficit so far, or that none has one."""
    has = "hade" if past else "har"
    present = [(str(name), figure) for name, figure in frame["deviation"].items() if not figure.is_missing]
    if not present:
        return "Avvikelser per verksamhet saknas"
    shown = [amounts.shown(figure) for _, figure in present]
    least = min(shown)
    if least >= 0:
        if max(shown) == 0:
            return f"Ingen verksamhet {'avvek' if past else 'avviker'} från budget"
        return f"Ingen verksamhet {has} underskott mot budget"
    worst = [(name, figure) for (name, figure), value in zip(present, shown, strict=True) if value == least]
    size = amounts.size(worst[0][1])
    if len(worst) > 2:
        return (
            f"{swedish.in_words(len(worst), common=True).capitalize()} verksamheter {has} störst underskott, {size} var"
        )
    names = swedish.list_of(name for name, _ in worst)
    if len(worst) == 2:
        return f"{names} {has} störst underskott, {size} var"
    return f"{names} {has} {'störst ' if len(present) > 1 else ''}underskott, {size}"


def alt(frame: pd.DataFrame, past: bool = False) -> str:
    """Kind of picture and every row's two numbers: ten at most."""
    when = "för året" if past else "hittills i år"
    diamond = "den sista prognosen som lämnades" if past else "prognosen för helåret"
    sentences = [
        f"Liggande stapeldiagram över verksamheternas avvikelse mot budget {when} i mnkr, störst underskott "
        f"först; staplar till vänster om nollinjen är underskott och en romb visar {diamond}."
    ]
    parts = [
        f"{name} {amounts.words(now)} (prognos {amounts.words(forecast)})"
        for name, now, forecast in frame[["deviation", "forecast_deviation"]].itertuples()
    ]
    if parts:
        sentences.append(f"{swedish.list_of(parts)}.")
    return " ".join(sentences)


def layout(frame: pd.DataFrame, past: bool = False) -> RowLayout:
    """Names, and the two numbers as columns whose heads are the legend."""
    deviation, forecast = _HEADS[past]
    return RowLayout(
        names=tuple(str(name) for name in frame.index),
        columns=(
            NumberColumn(deviation, _texts(frame["deviation"]), "bar", theme.MUTED),
            NumberColumn(forecast, _texts(frame["forecast_deviation"]), "diamond", theme.INK),
        ),
    )


def _texts(figures: pd.Series[Figure]) -> tuple[str, ...]:
    return tuple(amounts.label(figure, signed=True) for figure in figures)


def draw(frame: pd.DataFrame, past: bool = False) -> str:
    """The SVG: bars from a zero line, a diamond for the forecast, both numbers to the right."""
    rows = layout(frame, past)
    scale = axis.scale_of(amounts.known([*frame["deviation"], *frame["forecast_deviation"]]), zero=True)
    with rows.canvas(ID) as canvas:
        canvas.limits(scale.span, rows.y_span)
        rows.write(canvas)
        if not len(frame):
            canvas.say_empty()
        else:
            draw_baseline(canvas)
        _draw_bars(canvas, frame)
        _draw_diamonds(canvas, frame)
    return canvas.svg


def _draw_bars(canvas: Canvas, frame: pd.DataFrame) -> None:
    bars = [
        (row, value) for row, figure in enumerate(frame["deviation"]) if (value := amounts.drawn(figure)) is not None
    ]
    if not bars:
        return
    sns.barplot(
        x=[value for _, value in bars],
        y=[row for row, _ in bars],
        hue=[value < 0 for _, value in bars],
        palette={False: theme.TONES["good"], True: theme.TONES["bad"]},
        orient="y",
        saturation=1,
        dodge=False,
        native_scale=True,
        width=0.5,
        linewidth=0,
        errorbar=None,
        legend=False,
        ax=canvas.axes,
    )


def _draw_diamonds(canvas: Canvas, frame: pd.DataFrame) -> None:
    found = [(row, amounts.drawn(figure)) for row, figure in enumerate(frame["forecast_deviation"])]
    for row, value in found:
        if value is not None:
            canvas.axes.plot([value], [row], linestyle="none", zorder=5, **marker("diamond", theme.INK, 10))
