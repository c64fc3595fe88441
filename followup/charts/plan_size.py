"""How much each part of a plan holds: activities per objective, or goals per committee.

The table: rows by a code, columns `name` and `count` (a Figure that counts). Rows are drawn as they stand; the words
say what is counted and what the rows are.
"""

from __future__ import annotations

from dataclasses import dataclass

from followup.analysis.plan.plan_hierarchy import PartRow, PartTable
from followup.charts.parts import amounts, axis, data, theme
from followup.charts.parts.bars import draw_bars
from followup.charts.parts.picture import Picture
from followup.charts.parts.rows import NumberColumn, RowLayout, draw_baseline
from followup.document.blocks import Chart, Table
from followup.document.cells import cell_of
from followup.ground import swedish
from followup.ground.figure import COUNT, Figure

ID = "diagram-planens-storlek"


@dataclass(frozen=True)
class Words:
    """What is counted, one and many, and what a row is: `aktivitet`, `aktiviteter`, `delmål`."""

    one: str
    many: str
    row: str


def chart(frame: PartTable, words: Words, *, source: str) -> Chart:
    """The block that the notebook shows."""
    rows = layout(frame)
    picture = Picture(ID, draw(frame), rows.height, numbers(frame, words), width=rows.width)
    return picture.told(
        title=title(frame, words),
        unit_line=f"Antal {words.many} per {words.row}",
        alt=alt(frame, words),
        source=source,
    )


def numbers(frame: PartTable, words: Words) -> Table:
    """One row per part, with its count."""
    return data.data_table(
        ID,
        caption=f"{words.many.capitalize()} per {words.row}",
        head=words.row.capitalize(),
        columns=[("antal", "Antal")],
        rows=[(str(code), _name(code, row), data.cells([row["count"]], decimals=0)) for code, row in frame.rows()],
        unit_line=f"Antal {words.many}",
    )


def _name(code: object, row: PartRow) -> str:
    return row.text("name") if str(code).isalpha() else f"{code} {row.text('name')}"


def _counts(frame: PartTable) -> list[int]:
    return [int(figure.value or 0) for figure in frame.figures("count")]


def title(frame: PartTable, words: Words) -> str:
    """Which part holds most."""
    counts = _counts(frame)
    if not counts or not max(counts):
        return f"Planen har inga {words.many}"
    most = [row.text("name") for (_, row), count in zip(frame.rows(), counts, strict=True) if count == max(counts)]
    noun = words.one if max(counts) == 1 else words.many
    size = f"{swedish.number(max(counts), 0)} {noun}"
    if len(most) == len(counts):
        return f"Varje {words.row} har {size}"
    if len(most) == 1:
        return f"{_short(most[0])} har flest: {size}"
    return f"{len(most)} {words.row} har flest: {size} var"


def _short(name: str) -> str:
    """The first words of a long name: a title is read at a glance."""
    words = name.split()
    return name if len(words) <= 7 else f"{' '.join(words[:6])} …"


def alt(frame: PartTable, words: Words) -> str:
    """Kind of picture and every part's count: a dozen at most."""
    total = Figure.sum(frame.figures("count"), COUNT)
    whole = cell_of(total, 0).text
    sentences = [f"Liggande stapeldiagram över antalet {words.many} per {words.row}, {whole} sammanlagt."]
    parts = [f"{_name(code, row)} {cell_of(row['count'], 0).text}" for code, row in frame.rows()]
    if len(parts) > 12:
        ordered = sorted(zip(_counts(frame), parts, strict=True), key=lambda one: -one[0])
        parts = [part for _, part in ordered[:6]]
        sentences.append(f"Flest har {'; '.join(parts)}.")
    elif parts:
        sentences.append(f"{'; '.join(parts)}.")
    return " ".join(sentences)


def layout(frame: PartTable) -> RowLayout:
    """Names to the left, the counts to the right."""
    texts = tuple(amounts.label(figure, decimals=0) for figure in frame.figures("count"))
    names = tuple(_name(code, row) for code, row in frame.rows())
    columns = (NumberColumn("Antal", texts, "bar", theme.INK),)
    return RowLayout(names=names, columns=columns, width=theme.WIDE, whole_names=True)


def draw(frame: PartTable) -> str:
    """The SVG: one bar per part, its count to the right."""
    rows = layout(frame)
    counts = _counts(frame)
    scale = axis.scale_of([float(count) for count in counts], zero=True)
    with rows.canvas(ID) as canvas:
        canvas.limits((0.0, scale.high), rows.y_span)
        rows.write(canvas)
        if not counts:
            canvas.say_empty("inget att räkna")
        else:
            draw_baseline(canvas)
            draw_bars(canvas, list(zip(rows.places, counts, strict=True)), 0.5, theme.INK)
    return canvas.svg
