"""The deviation of each holder of a budget frame so far, and what is forecast for the year.

The table: rows by the holder's short name in the registry's order, columns `deviation` (January to the period) and
`forecast_deviation` (the whole year; of a year that is over the last forecast), both in kr where + is better than the
budget. The largest deficit in the forecast is drawn first; of a year that is over, in the outcome.
"""

from __future__ import annotations

from followup.analysis import extremes
from followup.charts.parts import amounts, theme
from followup.charts.parts.deviations import (
    Deviation,
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
from followup.ground.figure import Figure

ID = "diagram-avvikelse-per-namnd"


def chart(frame: DeviationTable, *, source: str, tense: Tense = PRESENT, notes: tuple[str, ...] = ()) -> Chart:
    """The block that the notebook shows."""
    frame = worst_first(frame, tense)
    forecast = tense.told("helårsprognosen", "den sista prognosen")
    rows = layout(frame, tense)
    picture = Picture(ID, draw(frame, tense), rows.height, numbers(frame, tense), width=rows.width)
    return picture.told(
        title=title(frame, tense),
        unit_line=f"Avvikelse mot budget {tense.told('hittills i år', 'för året')} och i {forecast}, mnkr",
        alt=alt(frame, tense),
        source=source,
        notes=notes,
    )


def _leading(tense: Tense) -> Deviation:
    return "deviation" if tense.is_past else "forecast_deviation"


def worst_first(frame: DeviationTable, tense: Tense) -> DeviationTable:
    """The rows by their leading deviation, the largest deficit first and those without a figure last."""
    return in_order(frame, _leading(tense))


def _heads(tense: Tense) -> tuple[str, str]:
    return ("Året", "Sista prognosen") if tense.is_past else ("Hittills", "Prognos")


def numbers(frame: DeviationTable, tense: Tense) -> Table:
    """Both deviations of each holder in mnkr."""
    return deviation_table(ID, "per nämnd", "Nämnd", deviation_heads(tense), frame)


def title(frame: DeviationTable, tense: Tense) -> str:
    """Which holder has the largest deficit, and how large it is; all of them where several have it."""
    known = _known(frame, tense)
    if not known:
        return tense.told("Nämndernas prognoser saknas", "Nämndernas avvikelser saknas")
    worst = extremes.worst(known)
    if worst is None:
        if len(known) < len(frame):
            return f"Ingen nämnd med {tense.told('känd prognos räknar med', 'känt utfall hade')} underskott"
        return tense.told("Ingen nämnd räknar med underskott", "Ingen nämnd hade underskott")
    where = tense.told("har störst underskott i prognosen", "hade störst underskott")
    each = " var" if len(worst.names) > 1 else ""
    return f"{swedish.list_of(worst.names)} {where}, {amounts.size(worst.figure)}{each}"


def _known(frame: DeviationTable, tense: Tense) -> dict[str, Figure]:
    return {str(name): one for name, one in frame.column(_leading(tense)).items() if not one.is_missing}


def alt(frame: DeviationTable, tense: Tense) -> str:
    """Kind of picture, the three largest deficits and surpluses, and how many there are of each."""
    now = tense.told("hittills i år", "för året")
    forecast = tense.told("prognosen för helåret", "den sista prognosen")
    lead = (
        f"Liggande stapeldiagram över nämndernas avvikelse mot budget {now} i mnkr, störst underskott först; staplar "
        f"till vänster om nollinjen är underskott och en romb visar {forecast}."
    )
    if not len(frame):
        return lead
    known = _known(frame, tense)
    below = len(extremes.below_zero(known))
    unknown = f", och för {len(frame) - len(known)} saknas uppgift" if len(known) < len(frame) else ""
    word = tense.told("prognos", "sista prognosen")
    parts = [
        f"{name} {amounts.words(row['deviation'])} ({word} {amounts.words(row['forecast_deviation'])})"
        for name, row in frame.rows()
    ]
    shown = parts if len(parts) <= 6 else [*parts[:3], *parts[-3:]]
    which = "" if len(parts) <= 6 else "De tre lägsta och de tre högsta: "
    return (
        f"{lead} {below} av {len(frame)} {tense.told('har underskott i prognosen', 'hade underskott')}{unknown}. "
        f"{which}{swedish.list_of(shown)}."
    )


def layout(frame: DeviationTable, tense: Tense) -> RowLayout:
    """Names, and the two numbers as columns whose heads are the legend."""
    return deviation_layout(_heads(tense), frame, theme.WIDE)


def draw(frame: DeviationTable, tense: Tense) -> str:
    """The SVG: bars from a zero line, a diamond for the forecast, both numbers to the right."""
    return draw_deviations(ID, layout(frame, tense), frame)
