"""The deviation of each activity so far, and what is forecast for the year; or, `past`, of a year that is over, its
deviation and what was forecast last.

The table: rows by the activity's name, columns `deviation` (January to the period) and `forecast_deviation` (the whole
year), both in kr where + is better than the budget. At most ten rows are drawn; the caller sums the rest into one.
"""

from __future__ import annotations

from followup.charts.parts import amounts, data, theme
from followup.charts.parts.deviations import DeviationTable, draw_deviations, texts
from followup.charts.parts.rows import NumberColumn, RowLayout
from followup.document.blocks import Chart, Table
from followup.ground import swedish

ID = "diagram-avvikelse-per-verksamhet"
MOST_ROWS = 10
# By `past`: in the course of the year, and when it is over.
_WHEN = {False: "hittills i år och i helårsprognosen", True: "för året och i den sista prognosen"}
_COLUMNS = {False: ("Avvikelse hittills", "Prognosavvikelse"), True: ("Årets avvikelse", "Sista prognosens avvikelse")}
_HEADS = {False: ("Hittills", "Prognos"), True: ("Utfall", "Prognos")}


def chart(
    frame: DeviationTable,
    *,
    source: str,
    notes: tuple[str, ...] = (),
    past: bool = False,
    every: DeviationTable | None = None,
) -> Chart:
    """The block that the notebook shows. `every` has all activities one by one, where the table has some summed."""
    frame = worst_first(frame)
    return Chart(
        id=ID,
        title=title(frame, past, every),
        unit_line=f"Avvikelse mot budget {_WHEN[past]}, per verksamhet, mnkr",
        alt=alt(frame, past),
        source=source,
        svg=draw(frame, past),
        aspect=theme.WIDTH / layout(frame, past).height,
        data=numbers(frame, past),
        notes=notes,
    )


def worst_first(frame: DeviationTable) -> DeviationTable:
    """The rows by their deviation so far, the largest deficit first and those without a figure last.

    Raises ValueError for more rows than the picture has room for.
    """
    if len(frame) > MOST_ROWS:
        raise ValueError(f"{len(frame)} activities; the chart has room for {MOST_ROWS}: sum the rest into one row")
    values = [amounts.drawn(figure) for figure in frame.figures("deviation")]
    order = sorted(range(len(values)), key=lambda place: (values[place] is None, values[place] or 0.0))
    return frame.only(frame.names[place] for place in order)


def numbers(frame: DeviationTable, past: bool = False) -> Table:
    """Both deviations of each activity in mnkr."""
    deviation, forecast = _COLUMNS[past]
    return data.data_table(
        ID,
        caption="Avvikelse mot budget per verksamhet",
        head="Verksamhet",
        columns=[("avvikelse", deviation), ("prognos", forecast)],
        rows=[
            (str(name), str(name), data.cells(figures, signed=True))
            for name, figures in frame.each("deviation", "forecast_deviation")
        ],
        unit_line="Belopp i mnkr, plus är bättre än budget",
    )


def title(frame: DeviationTable, past: bool = False, every: DeviationTable | None = None) -> str:
    """Which activity has the largest deficit so far, or that none has one: of `every` one, also those summed in a row.

    Where the deviation of some is missing, it speaks of the others alone.
    """
    has = "hade" if past else "har"
    asked = frame if every is None else every
    present = [(str(name), figure) for name, figure in asked.column("deviation").items() if not figure.is_missing]
    if not present:
        return "Avvikelser per verksamhet saknas"
    shown = [amounts.value_shown(figure) for _, figure in present]
    least = min(shown)
    if least >= 0:
        none = "Ingen verksamhet" if len(present) == len(asked) else "Ingen verksamhet med känd avvikelse"
        if max(shown) == min(shown) == 0:
            return f"{none} {'avvek' if past else 'avviker'} från budget"
        return f"{none} {has} underskott mot budget"
    worst = [(name, figure) for (name, figure), value in zip(present, shown, strict=True) if value == least]
    size = amounts.size(worst[0][1])
    if len(worst) > 2:
        return (
            f"{swedish.in_words(len(worst), common=True).capitalize()} verksamheter {has} störst underskott, {size} var"
        )
    drawn = set(map(str, frame.names))
    names = swedish.list_of(name if name in drawn else f"{name} (bland övriga)" for name, _ in worst)
    if len(worst) == 2:
        return f"{names} {has} störst underskott, {size} var"
    return f"{names} {has} {'störst ' if len(present) > 1 else ''}underskott, {size}"


def alt(frame: DeviationTable, past: bool = False) -> str:
    """Kind of picture and every row's two numbers: ten at most."""
    when = "för året" if past else "hittills i år"
    diamond = "den sista prognosen som lämnades" if past else "prognosen för helåret"
    sentences = [
        f"Liggande stapeldiagram över verksamheternas avvikelse mot budget {when} i mnkr, störst underskott "
        f"först; staplar till vänster om nollinjen är underskott och en romb visar {diamond}."
    ]
    parts = [
        f"{name} {amounts.words(now)} (prognos {amounts.words(forecast)})"
        for name, (now, forecast) in frame.each("deviation", "forecast_deviation")
    ]
    if parts:
        sentences.append(f"{swedish.list_of(parts)}.")
    return " ".join(sentences)


def layout(frame: DeviationTable, past: bool = False) -> RowLayout:
    """Names, and the two numbers as columns whose heads are the legend."""
    deviation, forecast = _HEADS[past]
    return RowLayout(
        names=tuple(str(name) for name in frame.names),
        columns=(
            NumberColumn(deviation, texts(frame.figures("deviation")), "bar", theme.MUTED),
            NumberColumn(forecast, texts(frame.figures("forecast_deviation")), "diamond", theme.INK),
        ),
    )


def draw(frame: DeviationTable, past: bool = False) -> str:
    """The SVG: bars from a zero line, a diamond for the forecast, both numbers to the right."""
    return draw_deviations(ID, layout(frame, past), frame)
