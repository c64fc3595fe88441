"""How the account classes make up the forecast deviation for the year.

The frame: index = the account class's name in the order of the accounts, column `forecast_deviation`, the deviation
from the full-year budget in kr (+ is better: higher revenue or lower cost).
"""

from __future__ import annotations

import pandas as pd

from followup.figure import Figure
from followup.presentation import swedish, theme
from followup.presentation.blocks import Chart, Table
from followup.presentation.charts.parts import amounts, data, waterfall

ID = "diagram-prognos-per-kontoklass"
_TOTAL = "Prognosavvikelse"


def chart(frame: pd.DataFrame, *, source: str, notes: tuple[str, ...] = ()) -> Chart:
    """The block that the notebook shows."""
    return Chart(
        id=ID,
        title=title(frame),
        unit_line="Prognosens avvikelse mot årsbudget per kontoklass, mnkr",
        alt=alt(frame),
        source=source,
        svg=draw(frame),
        aspect=theme.WIDTH / waterfall.layout(steps_of(frame)).height,
        data=numbers(frame),
        notes=notes,
    )


def steps_of(frame: pd.DataFrame) -> list[waterfall.Step]:
    """The classes in their order, then their sum."""
    classes = [waterfall.Step(str(name), figure) for name, figure in frame["forecast_deviation"].items()]
    return [*classes, waterfall.Step(_TOTAL, Figure.sum(frame["forecast_deviation"]), total=True)]


def numbers(frame: pd.DataFrame) -> Table:
    """The drawn steps in mnkr."""
    return data.data_table(
        ID,
        caption="Prognosens avvikelse per kontoklass",
        head="Kontoklass",
        columns=[("avvikelse", "Prognosavvikelse")],
        rows=[(step.name, step.name, data.cells([step.figure], signed=True)) for step in steps_of(frame)],
        unit_line="Belopp i mnkr, plus är bättre än budget",
    )


def title(frame: pd.DataFrame) -> str:
    """Which class moves the forecast most in the direction in which it ends."""
    present = [(str(name), figure) for name, figure in frame["forecast_deviation"].items() if not figure.is_missing]
    if not present:
        return "Prognos per kontoklass saknas"
    if len(present) < len(frame):
        missing = [str(name) for name, figure in frame["forecast_deviation"].items() if figure.is_missing]
        return f"Prognos saknas för {swedish.list_of(amounts.in_sentence(name) for name in missing)}"
    total = amounts.shown(Figure.sum(frame["forecast_deviation"]))
    if all(amounts.shown(figure) == 0 for _, figure in present):
        return "Prognosen följer budget för alla kontoklasser"
    if total == 0:
        return "Kontoklassernas avvikelser tar ut varandra i prognosen"
    pick, verb = (min, "drar ned") if total < 0 else (max, "lyfter")
    value = pick(amounts.shown(figure) for _, figure in present)
    names = [(name, figure) for name, figure in present if amounts.shown(figure) == value]
    listed = amounts.listed([name for name, _ in names])
    each = " var" if len(names) > 1 else ""
    return f"{listed} {verb} prognosen mest, {amounts.words(names[0][1])}{each}"


def alt(frame: pd.DataFrame) -> str:
    """Kind of picture, every class, and the sum."""
    *classes, total = steps_of(frame)
    sentences = [
        "Vattenfallsdiagram i mnkr som går från årsbudgeten, 0, till prognosens avvikelse med en stapel för varje "
        "kontoklass; staplar åt vänster försämrar."
    ]
    if classes:
        sentences.append(f"{swedish.list_of(f'{step.name} {amounts.words(step.figure)}' for step in classes)}.")
    told = "går inte att beräkna" if total.figure.is_missing else f"är {amounts.words(total.figure)}"
    sentences.append(f"Summan {told}.")
    return " ".join(sentences)


def draw(frame: pd.DataFrame) -> str:
    """The SVG."""
    return waterfall.draw(ID, steps_of(frame))
