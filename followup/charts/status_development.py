"""How the statuses of a plan have developed: a bar for each follow-up of the year, in the parts of `plan_statuses`.

The table: rows by period, columns `name` (its month), `all` and one per status, each a Figure that counts.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from followup.analysis.plan.plan_statuses import NO_STATUS
from followup.charts import plan_statuses
from followup.charts.parts import data
from followup.charts.parts.picture import Picture
from followup.document.blocks import Chart, Table
from followup.ground import swedish
from followup.ground.figure_table import FigureTable

if TYPE_CHECKING:
    from followup.params.params import Grade

ID = "diagram-utveckling"


def chart(frame: FigureTable[str], grades: Sequence[Grade], noun: str, *, source: str) -> Chart:
    """The block that the notebook shows. `noun` is what the plan's entries are called, in the plural."""
    rows = plan_statuses.layout(frame, grades, frame.texts("name"))
    picture = Picture(ID, plan_statuses.draw(frame, rows, ID), rows.height, numbers(frame, grades), width=rows.width)
    return picture.told(
        title=title(frame, noun),
        unit_line=f"Antal {noun} vid varje uppföljning",
        alt=alt(frame),
        source=source,
        notes=(plan_statuses.group_note(grades),),
    )


def numbers(frame: FigureTable[str], grades: Sequence[Grade]) -> Table:
    """One row per follow-up, one column per status."""
    columns = [(grade.code, grade.word) for grade in grades] + [(NO_STATUS, "Status saknas")]
    return data.data_table(
        ID,
        caption="Status vid varje uppföljning",
        head="Uppföljning",
        columns=columns,
        rows=[
            (str(period), row.text("name"), data.cells([row[key] for key, _ in columns], decimals=0))
            for period, row in frame.rows()
        ],
        unit_line="Antal",
    )


def title(frame: FigureTable[str], noun: str) -> str:
    """How many more, or fewer, are done or go as planned than in the follow-up before."""
    counted = [(row.text("name").split()[0], *plan_statuses.groups(row)) for _, row in frame.rows()]
    _, now, *rest = counted[-1]
    whole = now + sum(rest)
    said = f"{now} av {whole} {noun} klara eller enligt plan"
    if len(counted) == 1:
        return said
    before, was, *_ = counted[-2]
    if now == was:
        return f"{said}, oförändrat sedan {before}"
    change = swedish.in_words(abs(now - was), common=True)
    return f"{said}, {change} {'fler' if now > was else 'färre'} sedan {before}"


def alt(frame: FigureTable[str]) -> str:
    """Kind of picture, and the three groups of each follow-up."""
    told = []
    for _, row in frame.rows():
        good, bad, rest = plan_statuses.groups(row)
        told.append(f"{row.text('name')} {good} klara eller enligt plan, {bad} som avviker och {rest} övriga")
    of = swedish.plural(len(frame), "årets första uppföljning", f"var och en av årets {len(frame)} uppföljningar")
    return f"Liggande stapeldiagram med en stapel för {of}. {'; '.join(told).capitalize()}."
