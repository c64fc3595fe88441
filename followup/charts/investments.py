"""Investment projects: what is spent and what is forecast, against the year's budget.

The table: rows by the project's name, columns `year_budget`, `outcome` (January to the period) and `forecast` (the
whole year), all magnitudes in kr. Of more than nine projects the eight with the largest budget stand for themselves
and the rest are summed.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, get_args

from followup.charts.parts import amounts, axis, data, theme
from followup.charts.parts.bars import draw_bars
from followup.charts.parts.canvas import marker
from followup.charts.parts.picture import Picture
from followup.charts.parts.rows import NumberColumn, RowLayout, draw_baseline
from followup.document.blocks import Chart, Table
from followup.ground import swedish
from followup.ground.figure import Figure
from followup.ground.figure_table import FigureTable
from followup.ground.period import Period

ID = "diagram-investeringar"
MOST_ROWS = 9
Column = Literal["year_budget", "outcome", "forecast"]
_COLUMNS: tuple[Column, ...] = get_args(Column)
ProjectTable = FigureTable[Column]


def chart(frame: ProjectTable, period: Period, *, source: str, notes: tuple[str, ...] = ()) -> Chart:
    """The block that the notebook shows."""
    frame = largest(frame)
    rows = layout(frame)
    picture = Picture(ID, draw(frame), rows.height, numbers(frame, period), width=rows.width)
    return picture.told(
        title=title(frame),
        unit_line=f"Investeringar {period.year}: utfall {period.span}, helårsprognos och årsbudget, mnkr",
        alt=alt(frame, period),
        source=source,
        notes=notes,
    )


def largest(frame: ProjectTable) -> ProjectTable:
    """The table with at most nine rows, in the order in which they came."""
    if len(frame) <= MOST_ROWS:
        return frame
    budgets = [amounts.drawn(figure) or 0.0 for figure in frame.figures("year_budget")]
    order = sorted(range(len(budgets)), key=lambda place: -budgets[place])
    kept, rest = sorted(order[: MOST_ROWS - 1]), sorted(order[MOST_ROWS - 1 :])
    summed = frame.only(frame.names[place] for place in rest)
    sums = {column: Figure.sum(summed.figures(column)) for column in _COLUMNS}
    name = f"Övriga {swedish.in_words(len(rest))} investeringar"
    return frame.only(frame.names[place] for place in kept).select(_COLUMNS).with_row(name, sums)


def numbers(frame: ProjectTable, period: Period) -> Table:
    """One row per project in mnkr."""
    return data.data_table(
        ID,
        caption=f"Investeringar {period.year}",
        head="Investering",
        columns=[("arsbudget", "Årsbudget"), ("utfall", "Utfall"), ("prognos", "Helårsprognos")],
        rows=[(str(name), str(name), data.cells(figures)) for name, figures in frame.each(*_COLUMNS)],
        unit_line="Belopp i mnkr",
    )


def title(frame: ProjectTable) -> str:
    """The forecast for all projects together against their budget; the outcome where there is no forecast."""
    if not len(frame):
        return "Inga investeringar är budgeterade"
    budget, outcome, forecast = (Figure.sum(frame.figures(column)) for column in _COLUMNS)
    if budget.is_missing:
        return "Investeringsbudget saknas för något projekt"
    if forecast.is_missing:
        if outcome.is_missing:
            return "Prognos och utfall saknas för något projekt"
        spent = amounts.plain(outcome).removesuffix(f"{swedish.NBSP}mnkr")
        return f"{spent} av {amounts.plain(budget)} är investerat, prognos saknas"
    gap = amounts.value_shown(forecast - budget)
    if gap == 0:
        return f"Investeringarna väntas följa årsbudgeten på {amounts.plain(budget)}"
    word = "över" if gap > 0 else "under"
    return f"Investeringarna väntas bli {amounts.size(forecast - budget)} {word} årsbudgeten på {amounts.plain(budget)}"


def alt(frame: ProjectTable, period: Period) -> str:
    """Kind of picture and every project's three numbers: nine at most."""
    sentences = [
        f"Liggande stapeldiagram över investeringar i mnkr: årsbudgeten {period.year} som ljust fält, utfallet "
        f"{period.span} som mörk stapel och helårsprognosen som romb."
    ]
    parts = [
        f"{name} utfall {amounts.plain(outcome)}, prognos {amounts.plain(forecast)}, budget {amounts.plain(budget)}"
        for name, (budget, outcome, forecast) in frame.each(*_COLUMNS)
    ]
    if parts:
        sentences.append(f"{'; '.join(parts)}.")
    return " ".join(sentences)


def layout(frame: ProjectTable) -> RowLayout:
    """Projects, and the three numbers as columns whose heads are the legend."""
    texts = [tuple(amounts.label(figure) for figure in frame.figures(column)) for column in _COLUMNS]
    return RowLayout(
        names=tuple(str(name) for name in frame.names),
        columns=(
            NumberColumn("Utfall", texts[1], "bar", theme.INK),
            NumberColumn("Prognos", texts[2], "diamond", theme.INK),
            NumberColumn("Budget", texts[0], "band", theme.MUTED),
        ),
        width=theme.WIDE,
    )


def draw(frame: ProjectTable) -> str:
    """The SVG: the budget as a light band with an edge, the outcome as a dark bar in it, the forecast as a diamond."""
    rows = layout(frame)
    values = [figure for column in _COLUMNS for figure in frame.figures(column)]
    scale = axis.scale_of(amounts.known(values), zero=True)
    with rows.canvas(ID) as canvas:
        canvas.limits((min(0.0, *amounts.known(values), 0.0), scale.high), rows.y_span)
        rows.write(canvas)
        if not len(frame):
            canvas.say_empty()
        else:
            draw_baseline(canvas)
        draw_bars(canvas, _bars(frame.figures("year_budget")), 0.62, theme.SURFACE, edge=theme.MUTED)
        draw_bars(canvas, _bars(frame.figures("outcome")), 0.26, theme.INK)
        for row, figure in enumerate(frame.figures("forecast")):
            value = amounts.drawn(figure)
            if value is not None:
                canvas.axes.plot([value], [row], linestyle="none", zorder=5, **marker("diamond", theme.INK, 11))
    return canvas.svg


def _bars(figures: Iterable[Figure]) -> list[tuple[float, float]]:
    return [(row, value) for row, figure in enumerate(figures) if (value := amounts.drawn(figure)) is not None]
