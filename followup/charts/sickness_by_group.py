"""Sick leave by sex and age, this year and last.

The table: rows by the group's name (Kvinnor, Män, Högst 29 år, 30–49 år, Minst 50 år, Totalt), columns `this_year` and
`last_year`, sick leave as per cent of the group's own ordinary working time, for the same months of both years. The
figure of a group that is too small to be shown is missing with the reason "skyddad uppgift".
"""

from __future__ import annotations

from followup.analysis import extremes
from followup.analysis.people.staff import SEXES, YearsColumn, YearsTable
from followup.charts.parts import amounts, axis, data, theme
from followup.charts.parts.canvas import Canvas, marker
from followup.charts.parts.picture import Picture
from followup.charts.parts.rows import NumberColumn, RowLayout, draw_baseline
from followup.document.blocks import Chart, Table
from followup.document.tense import PRESENT, Tense, tense_of
from followup.ground import swedish
from followup.ground.figure import Figure
from followup.ground.period import Period

ID = "diagram-sjukfranvaro-per-grupp"
TOTAL = "Totalt"


def chart(frame: YearsTable, period: Period, *, source: str, notes: tuple[str, ...] = ()) -> Chart:
    """The block that the notebook shows."""
    picture = Picture(ID, draw(frame, period), layout(frame, period).height, numbers(frame, period))
    return picture.told(
        title=title(frame, tense_of(period)),
        unit_line=f"Sjukfrånvaro per grupp {_months(period)}, procent av gruppens ordinarie arbetstid",
        alt=alt(frame, period),
        source=source,
        notes=notes,
    )


def _months(period: Period) -> str:
    return period.span.removesuffix(f" {period.year}")


def numbers(frame: YearsTable, period: Period) -> Table:
    """One row per group in per cent."""
    return data.data_table(
        ID,
        caption=f"Sjukfrånvaro per grupp {_months(period)}",
        head="Grupp",
        columns=[("i_ar", str(period.year)), ("i_fjol", str(period.year - 1))],
        rows=[(str(name), str(name), data.cells(figures)) for name, figures in frame.each("this_year", "last_year")],
        unit_line="Procent av gruppens ordinarie arbetstid",
    )


def title(frame: YearsTable, tense: Tense = PRESENT) -> str:
    """Which group has the highest sick leave this year; had, when the year is over.

    Where a group is not shown the title says that it speaks of the others.
    """
    groups = [(str(name), figure) for name, figure in frame.column("this_year").items() if name != TOTAL]
    present = [(name, figure) for name, figure in groups if not figure.is_missing]
    if not present:
        if any(figure.why == swedish.PROTECTED_WHY for _, figure in groups):
            return "Gruppernas sjukfrånvaro är skyddad och visas inte"
        return "Sjukfrånvaro per grupp saknas"
    highest = extremes.highest(dict(present))
    shown = amounts.plain(highest.figure)
    some_hidden = len(present) < len(groups)
    if len(highest.names) == len(present) > 1:
        all_of_them = "Alla grupper som visas" if some_hidden else "Alla grupper"
        return f"{all_of_them} {tense.has} lika hög sjukfrånvaro, {shown}"
    named = swedish.list_of(map(group_in_sentence, highest.names))
    if some_hidden and len(present) > 1:
        return f"Bland de grupper som visas {tense.has} {named} högst sjukfrånvaro, {shown}"
    start = f"{named[:1].upper()}{named[1:]} {tense.has}"
    if len(present) == 1:
        return f"{start} {shown} sjukfrånvaro"
    return f"{start} högst sjukfrånvaro, {shown}"


def group_in_sentence(name: str) -> str:
    """`kvinnor`, `åldersgruppen minst 50 år`: an age alone is nobody who has sick leave."""
    return amounts.in_sentence(name) if name in SEXES.values() else f"åldersgruppen {amounts.in_sentence(name)}"


def alt(frame: YearsTable, period: Period) -> str:
    """Kind of picture, every group's two figures, and which are not shown."""
    year = period.year
    sentences = [
        f"Punktdiagram över sjukfrånvaron per grupp {_months(period)} i procent av gruppens ordinarie arbetstid, "
        f"med en fylld punkt för {year} och en ofylld för {year - 1}."
    ]
    pairs = [(str(name), now, before) for name, (now, before) in frame.each("this_year", "last_year")]
    told = [
        f"{name} {amounts.plain(now)} ({year - 1}: {amounts.plain(before)})"
        for name, now, before in pairs
        if _any(now, before)
    ]
    if told:
        sentences.append(f"{swedish.list_of(told)}.")
    absent = [(name, amounts.label(now)) for name, now, before in pairs if not _any(now, before)]
    for words in ("visas inte", "saknas"):
        names = [
            name if not place else amounts.in_sentence(name) for place, (name, why) in enumerate(absent) if why == words
        ]
        if names:
            sentences.append(f"{swedish.list_of(names)} {words}.")
    return " ".join(sentences)


def _any(*figures: Figure) -> bool:
    return any(not figure.is_missing for figure in figures)


def layout(frame: YearsTable, period: Period) -> RowLayout:
    """Groups, and the two years as columns whose heads are the legend."""
    return RowLayout(
        names=tuple(str(name) for name in frame.names),
        columns=(
            NumberColumn(str(period.year - 1), _texts(frame, "last_year"), "hollow circle", theme.CONTEXT),
            NumberColumn(str(period.year), _texts(frame, "this_year"), "circle", theme.INK),
        ),
        strong=frozenset(row for row, name in enumerate(frame.names) if name == TOTAL),
        axis=True,
    )


def _texts(frame: YearsTable, column: YearsColumn) -> tuple[str, ...]:
    """The numbers; a dash in a row whose words stand in the plot."""
    return tuple(
        amounts.label(figure) if _any(*pair) else swedish.DASH
        for figure, *pair in zip(
            frame.figures(column), frame.figures("this_year"), frame.figures("last_year"), strict=True
        )
    )


def draw(frame: YearsTable, period: Period) -> str:
    """The SVG: two dots and the way between them; words where a group is not shown."""
    rows = layout(frame, period)
    scale = axis.scale_of(amounts.known([*frame.figures("this_year"), *frame.figures("last_year")]), zero=True)
    with rows.canvas(ID) as canvas:
        canvas.limits((0, scale.high), rows.y_span)
        rows.write(canvas)
        draw_baseline(canvas)
        if any(_any(*pair) for pair in zip(frame.figures("this_year"), frame.figures("last_year"), strict=True)):
            axis.write_ticks_below(canvas, scale)
        for row, (now, before) in enumerate(zip(frame.figures("this_year"), frame.figures("last_year"), strict=True)):
            if not _any(now, before):
                _, y = canvas.pixels(0, row)
                canvas.write(canvas.margins.left + 8, y, amounts.label(now), color=theme.MUTED)
            elif not (now.is_missing or before.is_missing):
                way = amounts.known((before, now))
                canvas.axes.plot(way, [row, row], color=theme.CONTEXT, linewidth=2, zorder=1)
        _draw_dots(canvas, frame.figures("last_year"), "hollow circle", theme.CONTEXT)
        _draw_dots(canvas, frame.figures("this_year"), "circle", theme.INK)
    return canvas.svg


def _draw_dots(canvas: Canvas, figures: list[Figure], symbol: str, color: str) -> None:
    dots = [(value, row) for row, figure in enumerate(figures) if (value := amounts.drawn(figure)) is not None]
    if not dots:
        return
    look = marker(symbol, color, 10 if symbol == "circle" else 13)
    canvas.axes.scatter(
        [value for value, _ in dots],
        [row for _, row in dots],
        marker=look["marker"],
        s=look["markersize"] ** 2,
        facecolor=look["markerfacecolor"],
        edgecolor=look["markeredgecolor"],
        linewidth=look["markeredgewidth"],
        zorder=3,
    )
