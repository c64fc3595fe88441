"""The deviation of each holder of a budget frame so far, and what is forecast for the year.

The table: rows by the holder's short name in the registry's order, columns `deviation` (January to the period) and
`forecast_deviation` (the whole year; of a year that is over the last forecast), both in kr where + is better than the
budget. The largest deficit in the forecast is drawn first; of a year that is over, in the outcome.
"""

from __future__ import annotations

from typing import Literal

from followup.charts.parts import amounts, data, theme
from followup.charts.parts.deviations import DeviationTable, draw_deviations, texts
from followup.charts.parts.rows import NumberColumn, RowLayout
from followup.document.blocks import Chart, Table
from followup.ground import swedish

ID = "diagram-avvikelse-per-namnd"


def chart(frame: DeviationTable, *, source: str, past: bool = False, notes: tuple[str, ...] = ()) -> Chart:
    """The block that the notebook shows; `past` of a year that is over."""
    frame = worst_first(frame, past)
    forecast = "den sista prognosen" if past else "helårsprognosen"
    return Chart(
        id=ID,
        title=title(frame, past),
        unit_line=f"Avvikelse mot budget {'för året' if past else 'hittills i år'} och i {forecast}, mnkr",
        alt=alt(frame, past),
        source=source,
        svg=draw(frame, past),
        aspect=theme.WIDTH / layout(frame, past).height,
        data=numbers(frame, past),
        notes=notes,
    )


def _leading(past: bool) -> Literal["deviation", "forecast_deviation"]:
    return "deviation" if past else "forecast_deviation"


def worst_first(frame: DeviationTable, past: bool) -> DeviationTable:
    """The rows by their leading deviation, the largest deficit first and those without a figure last."""
    values = [amounts.drawn(figure) for figure in frame.figures(_leading(past))]
    order = sorted(range(len(values)), key=lambda place: (values[place] is None, values[place] or 0.0))
    return frame.only(frame.names[place] for place in order)


def _heads(past: bool) -> tuple[str, str]:
    return ("Utfall", "Sista prognosen") if past else ("Hittills", "Prognos")


def numbers(frame: DeviationTable, past: bool) -> Table:
    """Both deviations of each holder in mnkr."""
    now, forecast = _heads(past)
    return data.data_table(
        ID,
        caption="Avvikelse mot budget per nämnd",
        head="Nämnd",
        columns=[("avvikelse", now), ("prognos", forecast)],
        rows=[
            (str(name), str(name), data.cells(figures, signed=True))
            for name, figures in frame.each("deviation", "forecast_deviation")
        ],
        unit_line="Belopp i mnkr, plus är bättre än budget",
    )


def title(frame: DeviationTable, past: bool) -> str:
    """Which holder has the largest deficit, and how large it is."""
    known = [(str(name), figure) for name, figure in frame.column(_leading(past)).items() if not figure.is_missing]
    if not known:
        return "Nämndernas avvikelser saknas" if past else "Nämndernas prognoser saknas"
    name, worst = known[0]
    if amounts.value_shown(worst) >= 0:
        if len(known) < len(frame):
            return f"Ingen nämnd med {'känt utfall hade' if past else 'känd prognos räknar med'} underskott"
        return "Ingen nämnd hade underskott" if past else "Ingen nämnd räknar med underskott"
    where = "hade störst underskott" if past else "har störst underskott i prognosen"
    return f"{name} {where}, {amounts.size(worst)}"


def alt(frame: DeviationTable, past: bool) -> str:
    """Kind of picture, the three largest deficits and surpluses, and how many there are of each."""
    now = "för året" if past else "hittills i år"
    forecast = "den sista prognosen" if past else "prognosen för helåret"
    lead = (
        f"Liggande stapeldiagram över nämndernas avvikelse mot budget {now} i mnkr, störst underskott först; staplar "
        f"till vänster om nollinjen är underskott och en romb visar {forecast}."
    )
    if not len(frame):
        return lead
    column = frame.figures(_leading(past))
    known = [figure for figure in column if not figure.is_missing]
    below = sum(amounts.value_shown(figure) < 0 for figure in known)
    unknown = f", och för {len(frame) - len(known)} saknas uppgift" if len(known) < len(frame) else ""
    word = "sista prognosen" if past else "prognos"
    parts = [
        f"{name} {amounts.words(row['deviation'])} ({word} {amounts.words(row['forecast_deviation'])})"
        for name, row in frame.rows()
    ]
    shown = parts if len(parts) <= 6 else [*parts[:3], *parts[-3:]]
    which = "" if len(parts) <= 6 else "De tre lägsta och de tre högsta: "
    return (
        f"{lead} {below} av {len(frame)} {'hade underskott' if past else 'har underskott i prognosen'}{unknown}. "
        f"{which}{swedish.list_of(shown)}."
    )


def layout(frame: DeviationTable, past: bool) -> RowLayout:
    """Names, and the two numbers as columns whose heads are the legend."""
    now, forecast = _heads(past)
    return RowLayout(
        names=tuple(str(name) for name in frame.names),
        columns=(
            NumberColumn(now, texts(frame.figures("deviation")), "bar", theme.MUTED),
            NumberColumn(forecast, texts(frame.figures("forecast_deviation")), "diamond", theme.INK),
        ),
    )


def draw(frame: DeviationTable, past: bool) -> str:
    """The SVG: bars from a zero line, a diamond for the forecast, both numbers to the right."""
    return draw_deviations(ID, layout(frame, past), frame)
