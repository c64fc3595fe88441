"""How the committee's goals are assessed, by focus area.

The table: rows by the focus areas' names in the plan's order, one column per code of the scale's grades, each a Figure
that counts goals. `grades` are the scale's grades in its order (code, word, symbol, tone), the best first; their words
must be able to follow "5 av 12 mål", as "bedöms uppnås" can.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING

import pandas as pd
import seaborn as sns

from followup.analysis.goals import NOT_ASSESSED
from followup.charts.parts import amounts, data, theme
from followup.charts.parts.canvas import Canvas, Margins, marker
from followup.charts.parts.picture import Picture
from followup.document.blocks import Chart, Table
from followup.document.tense import PRESENT, Tense
from followup.ground import swedish
from followup.ground.figure_table import FigureTable

if TYPE_CHECKING:
    from followup.params.params import Grade

ID = "diagram-mal-per-fokusomrade"
_SYMBOL = 15
_STEP = 26
_NAMES = 280
# A row whose name takes one line, or two.
_ROW_HEIGHTS = (22.0, 35.0)
_LEGEND_LINE = 20.0


def chart(
    frame: FigureTable[str],
    grades: Sequence[Grade],
    *,
    source: str,
    notes: tuple[str, ...] = (),
    tense: Tense = PRESENT,
) -> Chart:
    """The block that the notebook shows; of a year that is over, its goals were attained or not."""
    picture = Picture(ID, draw(frame, grades), _layout(frame, grades).height, numbers(frame, grades))
    return picture.told(
        title=title(frame, grades, tense),
        unit_line="Nämndens mål per fokusområde, en symbol för varje mål",
        alt=alt(frame, grades, tense),
        source=source,
        notes=notes,
    )


def numbers(frame: FigureTable[str], grades: Sequence[Grade]) -> Table:
    """Counts of goals."""
    return data.data_table(
        ID,
        caption="Bedömning av målen per fokusområde",
        head="Fokusområde",
        columns=[(grade.code, grade.word) for grade in grades],
        rows=[
            (str(area), str(area), data.cells([row[grade.code] for grade in grades], decimals=0))
            for area, row in frame.rows()
        ],
        unit_line="Antal mål",
    )


def _counts(frame: FigureTable[str], grades: Sequence[Grade]) -> list[list[int]]:
    """For each focus area the number of goals in each grade."""
    return [[int(row[grade.code].value or 0) for grade in grades] for _, row in frame.rows()]


def _totals(frame: FigureTable[str], grades: Sequence[Grade]) -> list[int]:
    counts = _counts(frame, grades)
    return [sum(row[place] for row in counts) for place in range(len(grades))]


def title(frame: FigureTable[str], grades: Sequence[Grade], tense: Tense = PRESENT) -> str:
    """How many goals have the best grade, or were attained, and how many nobody has assessed."""
    totals = _totals(frame, grades)
    whole = sum(totals)
    if whole == 0:
        return f"Nämnden {tense.has} inga mål att bedöma"
    best = tense.told(amounts.in_sentence(grades[0].word), "uppnåddes")
    if whole == 1:
        word = next(grade.word for grade, count in zip(grades, totals, strict=True) if count)
        return f"Nämndens enda mål: {amounts.in_sentence(word)}"
    unknown = sum(count for grade, count in zip(grades, totals, strict=True) if grade.code == NOT_ASSESSED)
    # All in letters or all in digits.
    write = swedish.in_words if whole <= 12 else str
    if unknown == whole:
        return f"Inget av {write(whole)} mål {tense.is_} bedömt"
    if totals[0] == whole:
        return f"Alla {write(whole)} mål {best}"
    left = f", {write(unknown)} {tense.told('saknar', 'saknade')} bedömning" if unknown else ""
    if totals[0] == 0:
        return f"Inget av {write(whole)} mål {best}{left}"
    return f"{write(totals[0]).capitalize()} av {write(whole)} mål {best}{left}"


def alt(frame: FigureTable[str], grades: Sequence[Grade], tense: Tense = PRESENT) -> str:
    """Kind of picture, the count per grade, and the areas that hold goals with other than the best grade."""
    counted = [
        f"{amounts.in_sentence(grade.word)} {count}"
        for grade, count in zip(grades, _totals(frame, grades), strict=True)
    ]
    sentences = [
        f"Symboldiagram med en rad för varje fokusområde ({len(frame)}) och en symbol för varje mål.",
        f"Antal mål per bedömning: {swedish.list_of(counted)}.",
    ]
    parts = []
    for area, row in zip(frame.names, _counts(frame, grades), strict=True):
        found = [
            f"{count} {amounts.in_sentence(grade.word)}"
            for grade, count in zip(grades[1:], row[1:], strict=True)
            if count
        ]
        if found:
            parts.append(f"{area} ({swedish.list_of(found)})")
    if parts:
        best, verb = amounts.in_sentence(grades[0].word), tense.there_is
        sentences.append(f"Annan bedömning än ”{best}” {verb} i {swedish.list_of(parts)}.")
    return " ".join(sentences)


def _legend(frame: FigureTable[str], grades: Sequence[Grade]) -> list[list[tuple[Grade, str, float]]]:
    """Lines of (grade, text, x of the symbol), broken where the canvas ends."""
    found: list[list[tuple[Grade, str, float]]] = [[]]
    x = float(_SYMBOL / 2 + 1)
    for grade, count in zip(grades, _totals(frame, grades), strict=True):
        text = f"{count} {amounts.in_sentence(grade.word)}"
        width = _SYMBOL + 6 + theme.text_width(text) + 16
        if found[-1] and x + width - 16 > theme.WIDTH:
            found.append([])
            x = _SYMBOL / 2 + 1
        found[-1].append((grade, text, x))
        x += width
    return found


@dataclass(frozen=True)
class _Layout:
    """The canvas' measures: margins, names on at most two lines, each row as tall as its own, and the most goals of
    an area."""

    margins: Margins
    names: tuple[str, ...]
    most: int

    @property
    def row_heights(self) -> tuple[float, ...]:
        """In pixels; a picture without areas has the room of one."""
        return tuple(_ROW_HEIGHTS[name.count("\n")] for name in self.names or ("",))

    @property
    def places(self) -> tuple[float, ...]:
        """The middle of each row, in pixels below the plot's upper edge: the plot's y."""
        ends = accumulate(self.row_heights)
        return tuple(end - height / 2 for end, height in zip(ends, self.row_heights, strict=True))

    @property
    def height(self) -> float:
        return self.margins.top + sum(self.row_heights) + self.margins.bottom


def _layout(frame: FigureTable[str], grades: Sequence[Grade]) -> _Layout:
    most = max((sum(row) for row in _counts(frame, grades)), default=0)
    room = max(120.0, min(_NAMES, theme.WIDTH - (most + 1) * _STEP))
    names = tuple(theme.wrapped(str(area), room) for area in frame.names)
    margins = Margins(theme.widest(names) + 20, 6, _LEGEND_LINE * len(_legend(frame, grades)) + 5, 2)
    return _Layout(margins, names, most)


def draw(frame: FigureTable[str], grades: Sequence[Grade]) -> str:
    """The SVG: a legend that counts, then a row of symbols per focus area, the best grade first."""
    layout = _layout(frame, grades)
    with Canvas(ID, theme.WIDTH, layout.height, layout.margins) as canvas:
        # However many goals there are, they stay in the picture: the symbols move closer.
        places = max((canvas.right - layout.margins.left) / _STEP, layout.most)
        canvas.limits((-0.5, places - 0.5), (sum(layout.row_heights), 0))
        for line, entries in enumerate(_legend(frame, grades)):
            for grade, text, x in entries:
                y = (line + 0.5) * _LEGEND_LINE
                canvas.mark(x, y, grade.symbol, theme.TONES[grade.tone], _SYMBOL)
                canvas.write(x + _SYMBOL / 2 + 6, y, text)
        if not len(frame):
            canvas.say_empty("inga mål")
        for name, place, height in zip(layout.names, layout.places, layout.row_heights, strict=False):
            _, y = canvas.pixels(0, place)
            edge = y - height / 2
            canvas.line((0, edge), (theme.WIDTH, edge), color=theme.GRID, linewidth=1)
            canvas.write(0, y, name)
        _draw_symbols(canvas, frame, grades, layout.places)
    return canvas.svg


def _draw_symbols(canvas: Canvas, frame: FigureTable[str], grades: Sequence[Grade], rows: Sequence[float]) -> None:
    found = []
    for row, counts in zip(rows, _counts(frame, grades), strict=False):
        codes = [grade.code for grade, count in zip(grades, counts, strict=True) for _ in range(count)]
        found += [(place, row, code) for place, code in enumerate(codes)]
    if not found:
        return
    points = pd.DataFrame(found, columns=["place", "row", "code"])
    rings = [grade.code for grade in grades if grade.symbol == "ring"]
    looks = {grade.code: marker(grade.symbol, theme.TONES[grade.tone], _SYMBOL) for grade in grades}
    sns.scatterplot(
        data=points,
        x="place",
        y="row",
        hue="code",
        style="code",
        size="code",
        palette={grade.code: theme.TONES[grade.tone] for grade in grades},
        markers={code: look["marker"] for code, look in looks.items()},
        # seaborn's size is the marker's area.
        sizes={code: (look["markersize"] + (2 if code in rings else 0)) ** 2 for code, look in looks.items()},
        edgecolor=theme.PAPER,
        linewidth=1,
        clip_on=False,
        legend=False,
        ax=canvas.axes,
    )
    hollow = points[points["code"].isin(rings)]
    canvas.axes.plot(
        hollow["place"],
        hollow["row"],
        marker="o",
        linestyle="none",
        clip_on=False,
        markersize=_SYMBOL - 2,
        markerfacecolor=theme.PAPER,
        markeredgewidth=0,
    )
