"""From the forecast, by way of the measures that are proposed, to what would remain.

The table: rows by the proposed measure's name, column `effect`, what it would add to this year's result in kr (+ is
better). `forecast_deviation` is the forecast as reported, in kr with the same sign; it already includes the measures
that are decided, so only proposed ones belong in the table.
"""

from __future__ import annotations

from typing import Literal

from followup.analysis.measures import remaining
from followup.charts.parts import amounts, data, waterfall
from followup.charts.parts.picture import Picture
from followup.document.blocks import Chart, Table
from followup.ground import swedish
from followup.ground.figure import Figure
from followup.ground.figure_table import FigureTable

ID = "diagram-foreslagna-atgarder"
MOST_BARS = 6
EffectTable = FigureTable[Literal["effect"]]
_FORECAST, _REMAINS = "Prognos med beslutade åtgärder", "Kvar om alla föreslagna genomförs"


def chart(forecast_deviation: Figure, frame: EffectTable, *, source: str, notes: tuple[str, ...] = ()) -> Chart:
    """The block that the notebook shows."""
    steps = steps_of(forecast_deviation, frame)
    picture = Picture(
        ID, draw(forecast_deviation, frame), waterfall.layout(steps).height, numbers(forecast_deviation, frame)
    )
    return picture.told(
        title=title(forecast_deviation, frame),
        unit_line="Prognosens avvikelse mot budget och effekten i år av föreslagna åtgärder, mnkr",
        alt=alt(forecast_deviation, frame),
        source=source,
        notes=notes,
    )


def steps_of(forecast_deviation: Figure, frame: EffectTable) -> list[waterfall.Step]:
    """The forecast, the measures with the largest effect first, and what remains.

    Of more than six measures the five largest stand for themselves and the rest are summed.
    """
    pairs = sorted(frame.column("effect").items(), key=lambda pair: (pair[1].value is None, -abs(pair[1].value or 0.0)))
    measures = [waterfall.Step(str(name), effect) for name, effect in pairs]
    if len(measures) > MOST_BARS:
        rest = measures[MOST_BARS - 1 :]
        summed = waterfall.Step(
            f"Övriga {swedish.in_words(len(rest))} åtgärder", Figure.sum(step.figure for step in rest)
        )
        measures = [*measures[: MOST_BARS - 1], summed]
    return [
        waterfall.Step(_FORECAST, forecast_deviation, total=True),
        *measures,
        waterfall.Step(_REMAINS, _remaining(forecast_deviation, frame), total=True),
    ]


def _remaining(forecast_deviation: Figure, frame: EffectTable) -> Figure:
    return remaining(forecast_deviation, Figure.sum(frame.figures("effect"))) if len(frame) else forecast_deviation


def numbers(forecast_deviation: Figure, frame: EffectTable) -> Table:
    """The drawn steps in mnkr."""
    return data.data_table(
        ID,
        caption="Föreslagna åtgärder och prognosen",
        head="Steg",
        columns=[("belopp", "Belopp")],
        rows=[
            (step.name, step.name, data.cells([step.figure], signed=True))
            for step in steps_of(forecast_deviation, frame)
        ],
        unit_line="Belopp i mnkr, plus är bättre än budget",
    )


def title(forecast_deviation: Figure, frame: EffectTable) -> str:
    """Whether the proposed measures are enough."""
    if forecast_deviation.is_missing:
        return "Prognos saknas, så åtgärdernas betydelse kan inte visas"
    before = amounts.value_shown(forecast_deviation)
    if not len(frame):
        if before < 0:
            return f"Inga åtgärder är föreslagna mot underskottet på {amounts.size(forecast_deviation)}"
        return "Inga åtgärder är föreslagna"
    unknown = sum(effect.is_missing for effect in frame.figures("effect"))
    if unknown:
        count = f"{swedish.in_words(unknown, common=True)} av {swedish.in_words(len(frame), common=True)}"
        return f"Effekten saknas för {count} föreslagna åtgärder"
    remaining = _remaining(forecast_deviation, frame)
    after = amounts.value_shown(remaining)
    if before < 0 <= after:
        return f"Föreslagna åtgärder skulle täcka hela underskottet på {amounts.size(forecast_deviation)}"
    if before < after < 0:
        start = amounts.size(forecast_deviation).removesuffix(f"{swedish.NBSP}mnkr")
        return f"Föreslagna åtgärder skulle minska underskottet från {start} till {amounts.size(remaining)}"
    if before == after:
        return f"Föreslagna åtgärder skulle inte ändra prognosen, {amounts.words(forecast_deviation)}"
    start = amounts.words(forecast_deviation).removesuffix(f"{swedish.NBSP}mnkr")
    return f"Föreslagna åtgärder skulle ändra prognosen från {start} till {amounts.words(remaining)}"


def alt(forecast_deviation: Figure, frame: EffectTable) -> str:
    """Kind of picture, where it starts, every bar, and where it ends."""
    first, *measures, last = steps_of(forecast_deviation, frame)
    sentences = [
        "Vattenfallsdiagram i mnkr från prognosens avvikelse mot budget, en stapel för varje föreslagen åtgärd, "
        "till det som återstår.",
        f"Prognosen med beslutade åtgärder är {amounts.words(first.figure)}.",
    ]
    if measures:
        parts = [f"{step.name} {amounts.words(step.figure)}" for step in measures]
        sentences.append(f"Åtgärderna: {swedish.list_of(parts)}.")
    told = "går inte att beräkna" if last.figure.is_missing else f"är {amounts.words(last.figure)}"
    sentences.append(f"Det som återstår {told}.")
    return " ".join(sentences)


def draw(forecast_deviation: Figure, frame: EffectTable) -> str:
    """The SVG."""
    return waterfall.draw(ID, steps_of(forecast_deviation, frame))
