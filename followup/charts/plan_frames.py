"""The committees' frames at a plan's first and last year.

The table: rows by the line's name, one column per year in order, each a Figure in kr where a net cost is above 0. The
eight largest of the first year stand for themselves and the rest are summed.
"""

from __future__ import annotations

from followup.analysis.plan.plan_budget import FrameTable
from followup.charts.parts import amounts, axis, data, theme
from followup.charts.parts.canvas import Canvas, marker
from followup.charts.parts.picture import Picture
from followup.charts.parts.rows import NumberColumn, RowLayout, draw_baseline
from followup.document.blocks import Chart, Table
from followup.ground import swedish
from followup.ground.figure import Figure

ID = "diagram-budgetramar"
MOST_ROWS = 9


def chart(frame: FrameTable, *, source: str) -> Chart:
    """The block that the notebook shows."""
    frame = largest(frame)
    first, last = _ends(frame)
    picture = Picture(ID, draw(frame), layout(frame).height, numbers(frame))
    return picture.told(
        title=title(frame),
        unit_line=f"Budgetramar {first} och {last}, nettokostnad i mnkr",
        alt=alt(frame),
        source=source,
    )


def _ends(frame: FrameTable) -> tuple[str, str]:
    return str(frame.columns[0]), str(frame.columns[-1])


def largest(frame: FrameTable) -> FrameTable:
    """At most nine rows, the largest frame of the first year first and the sum of the others last."""
    values = [amounts.drawn(figure) or 0.0 for figure in frame.figures(frame.columns[0])]
    order = sorted(range(len(values)), key=lambda place: -values[place])
    if len(order) <= MOST_ROWS:
        return frame.only(frame.names[place] for place in order)
    kept, rest = order[: MOST_ROWS - 1], order[MOST_ROWS - 1 :]
    summed = frame.only(frame.names[place] for place in rest)
    sums = {column: Figure.sum(summed.figures(column)) for column in frame.columns}
    name = f"Övriga {swedish.in_words(len(rest))}"
    return frame.only(frame.names[place] for place in kept).with_row(name, sums)


def numbers(frame: FrameTable) -> Table:
    """One row per line, one column per year."""
    return data.data_table(
        ID,
        caption="Budgetramar år för år",
        head="Nämnd",
        columns=[(f"ar-{year}", str(year)) for year in frame.columns],
        rows=[(str(name), str(name), data.cells(figures, decimals=0)) for name, figures in frame.each(*frame.columns)],
        unit_line="Belopp i mnkr, nettokostnad",
    )


def title(frame: FrameTable) -> str:
    """By how much all frames together change."""
    first, last = _ends(frame)
    before, after = Figure.sum(frame.figures(first)), Figure.sum(frame.figures(last))
    if before.is_missing or after.is_missing:
        return "Någon budgetram saknas"
    share = (after - before).per(before)
    if share.is_missing or amounts.shown(share) == 0:
        return f"Ramarna är lika stora {last} som {first}"
    word = "växer" if (share.value or 0) > 0 else "minskar"
    return f"Ramarna {word} med {amounts.size(share)} från {first} till {last}"


def alt(frame: FrameTable) -> str:
    """Kind of picture and every row's two ends: nine at most."""
    first, last = _ends(frame)
    sentences = [
        f"Punktdiagram med en rad för varje budgetram i mnkr; en ring visar {first}, en fylld cirkel {last} och en "
        "linje förbinder dem."
    ]
    parts = [
        f"{name} {amounts.label(row[first], decimals=0)} och {amounts.label(row[last], decimals=0)}"
        for name, row in frame.rows()
    ]
    if parts:
        sentences.append(f"{'; '.join(parts)}.")
    return " ".join(sentences)


def layout(frame: FrameTable) -> RowLayout:
    """Names, and the two ends as columns whose heads are the legend."""
    first, last = _ends(frame)
    texts = [tuple(amounts.label(figure, decimals=0) for figure in frame.figures(year)) for year in (first, last)]
    return RowLayout(
        names=tuple(str(name) for name in frame.names),
        columns=(
            NumberColumn(first, texts[0], "ring", theme.MUTED),
            NumberColumn(last, texts[1], "circle", theme.INK),
        ),
    )


def draw(frame: FrameTable) -> str:
    """The SVG: a ring and a filled circle on each row, joined by a line."""
    rows = layout(frame)
    first, last = _ends(frame)
    scale = axis.scale_of(amounts.known([*frame.figures(first), *frame.figures(last)]), zero=True)
    with rows.canvas(ID) as canvas:
        # Room for half a mark on either side.
        room = 0.02 * (scale.high - scale.low)
        canvas.limits((scale.low - room, scale.high + room), rows.y_span)
        rows.write(canvas)
        if not len(frame):
            canvas.say_empty()
        else:
            draw_baseline(canvas)
        for row, (before, after) in enumerate(zip(frame.figures(first), frame.figures(last), strict=True)):
            _draw_row(canvas, row, amounts.drawn(before), amounts.drawn(after))
    return canvas.svg


def _draw_row(canvas: Canvas, row: int, before: float | None, after: float | None) -> None:
    if before is not None and after is not None:
        canvas.axes.plot([before, after], [row, row], color=theme.CONTEXT, linewidth=2, zorder=1)
    for value, symbol, color in ((before, "ring", theme.MUTED), (after, "circle", theme.INK)):
        if value is not None:
            look = marker(symbol, color, 10)
            canvas.axes.plot([value], [row], linestyle="none", clip_on=False, zorder=2, **look)
