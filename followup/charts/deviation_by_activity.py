"""The deviation of each activity so far, and what is forecast for the year; or, of a year that is over, its
deviation and what was forecast last.

The table: rows by the activity's name, columns `deviation` (January to the period) and `forecast_deviation` (the whole
year), both in kr where + is better than the budget. At most ten rows are drawn; the caller sums the rest into one.
"""

from __future__ import annotations

from followup.analysis import extremes
from followup.charts.parts import amounts
from followup.charts.parts.deviations import (
    DeviationTable,
    deviation_heads,
    deviation_layout,
    deviation_table,
    draw_deviations,
    in_order,
)
from followup.charts.parts.picture import Picture
from followup.charts.parts.rows import RowLayout
from followup.document.blocks import Chart, Table
from followup.document.tense import PRESENT, Tense
from followup.ground import swedish

ID = "diagram-avvikelse-per-verksamhet"
MOST_ROWS = 10


def chart(
    frame: DeviationTable,
    *,
    source: str,
    notes: tuple[str, ...] = (),
    tense: Tense = PRESENT,
    every: DeviationTable | None = None,
) -> Chart:
    """The block that the notebook shows. `every` has all activities one by one, where the table has some summed."""
    frame = worst_first(frame)
    when = tense.told("hittills i år och i helårsprognosen", "för året och i den sista prognosen")
    picture = Picture(ID, draw(frame, tense), layout(frame, tense).height, numbers(frame, tense))
    return picture.told(
        title=title(frame, tense, every),
        unit_line=f"Avvikelse mot budget {when}, per verksamhet, mnkr",
        alt=alt(frame, tense),
        source=source,
        notes=notes,
    )


def worst_first(frame: DeviationTable) -> DeviationTable:
    """The rows by their deviation so far, the largest deficit first and those without a figure last.

    Raises ValueError for more rows than the picture has room for.
    """
    if len(frame) > MOST_ROWS:
        raise ValueError(f"{len(frame)} activities; the chart has room for {MOST_ROWS}: sum the rest into one row")
    return in_order(frame, "deviation")


def numbers(frame: DeviationTable, tense: Tense = PRESENT) -> Table:
    """Both deviations of each activity in mnkr."""
    return deviation_table(ID, "per verksamhet", "Verksamhet", deviation_heads(tense), frame)


def title(frame: DeviationTable, tense: Tense = PRESENT, every: DeviationTable | None = None) -> str:
    """Which activity has the largest deficit so far, or that none has one: of `every` one, also those summed in a row.

    It says that it is so far, since the forecast stands in the same picture. Where the deviation of some is missing,
    it speaks of the others alone.
    """
    so_far = tense.told(" hittills i år", "")
    asked = {str(name): figure for name, figure in (frame if every is None else every).column("deviation").items()}
    present = {name: figure for name, figure in asked.items() if not figure.is_missing}
    if not present:
        return "Avvikelser per verksamhet saknas"
    worst = extremes.worst(present)
    if worst is None:
        none = "Ingen verksamhet" if len(present) == len(asked) else "Ingen verksamhet med känd avvikelse"
        if extremes.best(present) is None:
            return f"{none} {tense.told('avviker', 'avvek')} från budget{so_far}"
        return f"{none} {tense.has} underskott mot budget{so_far}"
    size = amounts.size(worst.figure)
    if len(worst.names) > 2:
        number = swedish.in_words(len(worst.names), common=True).capitalize()
        return f"{number} verksamheter {tense.has} störst underskott{so_far}, {size} var"
    drawn = set(map(str, frame.names))
    names = swedish.list_of(name if name in drawn else f"{name} (bland övriga)" for name in worst.names)
    if len(worst.names) == 2:
        return f"{names} {tense.has} störst underskott{so_far}, {size} var"
    return f"{names} {tense.has} {'störst ' if worst.of > 1 else ''}underskott{so_far}, {size}"


def alt(frame: DeviationTable, tense: Tense = PRESENT) -> str:
    """Kind of picture and every row's two numbers: ten at most."""
    when = tense.told("hittills i år", "för året")
    diamond = tense.told("prognosen för helåret", "den sista prognosen som lämnades")
    sentences = [
        f"Liggande stapeldiagram över verksamheternas avvikelse mot budget {when} i mnkr, störst underskott "
        f"först; staplar till vänster om nollinjen är underskott och en romb visar {diamond}."
    ]
    parts = [
        f"{name} {amounts.words(now)} ({tense.told('prognos', 'sista prognosen')} {amounts.words(forecast)})"
        for name, (now, forecast) in frame.each("deviation", "forecast_deviation")
    ]
    if parts:
        sentences.append(f"{swedish.list_of(parts)}.")
    return " ".join(sentences)


def layout(frame: DeviationTable, tense: Tense = PRESENT) -> RowLayout:
    """Names, and the two numbers as columns whose heads are the legend."""
    return deviation_layout((tense.told("Hittills", "Året"), tense.told("Prognos", "Sista prognosen")), frame)


def draw(frame: DeviationTable, tense: Tense = PRESENT) -> str:
    """The SVG: bars from a zero line, a diamond for the forecast, both numbers to the right."""
    return draw_deviations(ID, layout(frame, tense), frame)
