"""What became of what a plan follows up, for each of its outermost entries.

The table: rows by the entry's code, columns `name`, `all` and one per status (the scale's codes and NO_STATUS), each a
Figure that counts. Bars are as long as what is followed up below the entry; their parts stand in the scale's order.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from matplotlib.patches import Rectangle

from followup.analysis.plan.plan_statuses import GOOD, NO_STATUS, WORSE
from followup.charts.parts import amounts, data, theme
from followup.charts.parts.canvas import Canvas
from followup.charts.parts.picture import Picture
from followup.charts.parts.rows import NumberColumn, RowLayout, draw_baseline
from followup.document.blocks import Chart, Table
from followup.ground import swedish
from followup.ground.figure_table import FigureRow, FigureTable

if TYPE_CHECKING:
    from followup.params.params import Grade

ID = "diagram-status"
# Long names beside three columns with long heads.
_WIDTH = 600
_MISSING_WORD = "Status saknas"
# Done or going as planned; otherwise than planned; not begun, or unknown. The first group is called by its words.
_GROUPS = ("Avviker", "Övrigt")


def chart(frame: FigureTable[str], grades: Sequence[Grade], many: str, *, source: str) -> Chart:
    """The block that the notebook shows. `many` is what is counted: `aktiviteter`."""
    rows = layout(frame, grades)
    picture = Picture(ID, draw(frame, rows), rows.height, numbers(frame, grades, many), width=rows.width)
    return picture.told(
        title=title(frame, grades, many),
        unit_line=f"Antal {many}; staplarnas delar i samma ordning som kolumnerna till höger",
        alt=alt(frame, grades, many),
        source=source,
        notes=(group_note(grades),),
    )


def numbers(frame: FigureTable[str], grades: Sequence[Grade], many: str) -> Table:
    """One row per entry, one column per status."""
    columns = [(grade.code, grade.word) for grade in grades] + [(NO_STATUS, _MISSING_WORD)]
    return data.data_table(
        ID,
        caption="Status per del av planen",
        head="Del av planen",
        columns=columns,
        rows=[
            (str(code), f"{code} {row.text('name')}", data.cells([row[key] for key, _ in columns], decimals=0))
            for code, row in frame.rows()
        ],
        unit_line=f"Antal {many}",
    )


def good_word(grades: Sequence[Grade]) -> str:
    """What the first group is called: `Klart eller enligt plan`, so that no group is named as one of its parts."""
    first, *others = (grade.word for grade in grades if grade.code in GOOD)
    return swedish.list_of([first, *map(amounts.in_sentence, others)], "eller")


def group_note(grades: Sequence[Grade]) -> str:
    """Which words of the scale each of the three groups holds."""
    words = [(grade.code, amounts.in_sentence(grade.word)) for grade in grades] + [(NO_STATUS, "status saknas")]
    of_group = (
        [word for code, word in words if code in WORSE],
        [word for code, word in words if code not in (*GOOD, *WORSE)],
    )
    return " ".join(
        f"{group}: {swedish.list_of(found)}." for group, found in zip(_GROUPS, of_group, strict=True) if found
    )


def groups(row: FigureRow[str]) -> tuple[int, int, int]:
    """Going as planned, otherwise than planned, and the rest."""
    good = _sum(row, GOOD)
    bad = _sum(row, WORSE)
    return good, bad, int(row["all"].value or 0) - good - bad


def _sum(row: FigureRow[str], codes: Sequence[str]) -> int:
    return sum(int(row[code].value or 0) for code in codes if code in row.entries)


def _totals(frame: FigureTable[str]) -> tuple[int, int, int]:
    parts = [groups(row) for _, row in frame.rows()]
    return tuple(sum(column) for column in zip(*parts, strict=True)) if parts else (0, 0, 0)


def title(frame: FigureTable[str], grades: Sequence[Grade], many: str) -> str:
    """How much is done or goes as planned."""
    good, _, _ = _totals(frame)
    whole = sum(_totals(frame))
    if not whole:
        return "Planen har inget som följs upp"
    said = f"{many} har status {amounts.in_sentence(good_word(grades))}"
    return f"Alla {whole} {said}" if good == whole else f"{good} av {whole} {said}"


def alt(frame: FigureTable[str], grades: Sequence[Grade], many: str) -> str:
    """Kind of picture, the count per status, and where most is otherwise than planned."""
    words = [(grade.code, amounts.in_sentence(grade.word)) for grade in grades] + [(NO_STATUS, "status saknas")]
    counted = [f"{word} {sum(int(row[code].value or 0) for _, row in frame.rows())}" for code, word in words]
    sentences = [
        f"Liggande stapeldiagram med en stapel för var och en av planens {len(frame)} delar, så lång som delen har "
        f"{many}.",
        f"Antal per status: {swedish.list_of(counted)}.",
    ]
    parts = sorted(
        ((groups(row)[1], f"{code} {row.text('name')}") for code, row in frame.rows()), key=lambda one: -one[0]
    )
    # Three at most, and none of those that have as many as one that is left out.
    left_out = parts[3][0] if len(parts) > 3 else 0
    named = [f"{name} ({count})" for count, name in parts[:3] if count > left_out]
    if named:
        sentences.append(f"Flest avvikelser från planen har {swedish.list_of(named)}.")
    return " ".join(sentences)


# The bar's height, filling and edge: the parts are told apart by height and filling, not by colour alone.
_LOOKS = (
    (0.52, theme.TONES["good"], theme.TONES["good"]),
    (0.28, theme.TONES["bad"], theme.TONES["bad"]),
    (0.52, theme.PAPER, theme.MUTED),
)


def layout(frame: FigureTable[str], grades: Sequence[Grade], names: Sequence[str] = ()) -> RowLayout:
    """Names, the entries' own if no others are given, and the three groups as columns."""
    texts = list(zip(*(map(str, groups(row)) for _, row in frame.rows()), strict=True)) or [(), (), ()]
    # On two lines, which leaves the bars and the names the room.
    head_of_good = theme.wrapped(good_word(grades), 0.6 * theme.text_width(good_word(grades)))
    symbols = (("circle", theme.TONES["good"]), ("diamond", theme.TONES["bad"]), ("ring", theme.MUTED))
    return RowLayout(
        names=tuple(names or (f"{code} {row.text('name')}" for code, row in frame.rows())),
        columns=tuple(
            NumberColumn(head, tuple(column), symbol, color)
            for head, column, (symbol, color) in zip((head_of_good, *_GROUPS), texts, symbols, strict=True)
        ),
        width=_WIDTH,
        whole_names=True,
    )


def draw(frame: FigureTable[str], rows: RowLayout, chart_id: str = ID) -> str:
    """The SVG: bars of three parts, the second lower and the third unfilled; the numbers to the right."""
    most = max((sum(groups(row)) for _, row in frame.rows()), default=0)
    with rows.canvas(chart_id) as canvas:
        canvas.limits((0.0, max(1.0, most * 1.02)), rows.y_span)
        rows.write(canvas)
        if not most:
            canvas.say_empty("inget att visa")
        else:
            draw_baseline(canvas)
        for place, (_, row) in zip(rows.places, frame.rows(), strict=True):
            _draw_bar(canvas, place, groups(row))
    return canvas.svg


def _draw_bar(canvas: Canvas, place: float, parts: Sequence[int]) -> None:
    start = 0
    for size, (height, inside, edge) in zip(parts, _LOOKS, strict=True):
        if size:
            corner = (start, place - height / 2)
            bar = Rectangle(corner, size, height, linewidth=1, facecolor=inside, edgecolor=edge)
            canvas.axes.add_patch(bar)
        start += size
