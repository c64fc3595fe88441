"""A picture with one row per name: the name to the left, the marks in the middle, the numbers in columns to the right.

The numbers stand in columns and not beside their marks, where long ones would cover one another. A column's head
carries its mark, and so is the legend.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate

from followup.charts.parts import theme
from followup.charts.parts.canvas import Canvas, Margins

_GAP = 16
# What the plot keeps of the width, and what it gives up before a name's longest word is cut.
_LEAST_PLOT = 100
_BARE_PLOT = 60
_WIDEST_NAME = 190
_MOST_LINES = 3
_WIDEST_SENTENCE, _ALL_LINES = 260, 12
_ROW_HEIGHTS = (23, 36, 50)


@dataclass(frozen=True)
class NumberColumn:
    """`head` over `texts`, one per row; `symbol` is a name of theme.MARKERS, "bar" or "band", or empty for no mark."""

    head: str
    texts: tuple[str, ...]
    symbol: str = ""
    color: str = theme.INK

    @property
    def width(self) -> float:
        head = theme.widest([self.head]) + (16 if self.symbol else 0)
        return max(head, theme.widest(self.texts, theme.SEMIBOLD))


@dataclass(frozen=True)
class RowLayout:
    """Where everything stands. Row 0 is the uppermost; the plot's y goes downwards; `places` says where each row is.

    All rows are as tall as the tallest, and a row's place is its number; rows of `own_heights`, and those with whole
    names, are each as tall as its own name, and the plot's unit is the lowest of them. `strong` are the rows set in
    semibold (totals).
    """

    names: tuple[str, ...]
    columns: tuple[NumberColumn, ...]
    strong: frozenset[int] = frozenset()
    axis: bool = False
    width: float = theme.WIDTH
    # Names that are sentences, as a plan's are, keep all their words.
    whole_names: bool = False
    own_heights: bool = False

    @property
    def _columns_width(self) -> float:
        return sum(column.width + _GAP for column in self.columns)

    @cached_property
    def wrapped(self) -> tuple[str, ...]:
        """The names in the room that the columns leave, on at most three lines unless they are to be whole."""
        free = self.width - self._columns_width - _GAP
        words = (word for name in self.names for word in theme.legible(name).split(" "))
        room = max(90.0, free - _LEAST_PLOT, min(free - _BARE_PLOT, theme.widest(words, theme.SEMIBOLD)))
        widest, most = (_WIDEST_SENTENCE, _ALL_LINES) if self.whole_names else (_WIDEST_NAME, _MOST_LINES)
        return tuple(theme.wrapped(name, min(widest, room), most) for name in self.names)

    @cached_property
    def row_heights(self) -> tuple[float, ...]:
        """In pixels, one per row."""
        own = tuple(_height_of(name) for name in self.wrapped)
        return own if self.whole_names or self.own_heights else (max(own, default=0.0),) * len(own)

    @property
    def _plot_height(self) -> float:
        """In pixels; a picture without rows has the room of one."""
        return sum(self.row_heights) or _ROW_HEIGHTS[0]

    @property
    def _unit(self) -> float:
        """How many pixels are 1 on the plot's y."""
        return min(self.row_heights, default=_ROW_HEIGHTS[0])

    @cached_property
    def places(self) -> tuple[float, ...]:
        """The plot's y in the middle of each row."""
        ends = accumulate(self.row_heights)
        return tuple((end - height / 2) / self._unit - 0.5 for end, height in zip(ends, self.row_heights, strict=True))

    @property
    def margins(self) -> Margins:
        names = theme.widest(self.wrapped, theme.SEMIBOLD) + _GAP
        return Margins(names, self._columns_width + 2, 2 * self._head_middle + 2, 26 if self.axis else 6)

    @property
    def _head_middle(self) -> float:
        """Half of what the heads take, of which one may have two lines."""
        return 14 + theme.LINE / 2 * max((column.head.count("\n") for column in self.columns), default=0)

    @property
    def height(self) -> float:
        return self.margins.top + self._plot_height + self.margins.bottom

    def canvas(self, chart_id: str) -> Canvas:
        """A canvas of the right size; draw in it and call `write`."""
        return Canvas(chart_id, self.width, self.height, self.margins)

    @property
    def y_span(self) -> tuple[float, float]:
        """The y limits, upside down: rows are read from the top."""
        return self._plot_height / self._unit - 0.5, -0.5

    def write(self, canvas: Canvas) -> None:
        """Names, heads and numbers. The canvas' limits must be set."""
        for row, (name, height) in enumerate(zip(self.wrapped, self.row_heights, strict=True)):
            _, y = canvas.pixels(0, self.places[row])
            weight = theme.SEMIBOLD if row in self.strong else theme.REGULAR
            canvas.write(0, y, name, weight=weight)
            canvas.line((0, y + height / 2), (self.width, y + height / 2), color=theme.GRID, lw=1)
        edge = self.width - 2.0
        for column in reversed(self.columns):
            self._write_column(canvas, column, edge)
            edge -= column.width + _GAP

    def _write_column(self, canvas: Canvas, column: NumberColumn, edge: float) -> None:
        middle = self._head_middle
        canvas.write(edge, middle, column.head, ha="right", color=theme.MUTED)
        at = edge - theme.widest([column.head]) - 10
        if column.symbol == "bar":
            canvas.box(at, middle, 10, 10, facecolor=column.color)
        elif column.symbol == "band":
            canvas.box(at, middle, 10, 12, facecolor=theme.SURFACE, edgecolor=column.color)
        elif column.symbol:
            canvas.mark(at, middle, column.symbol, column.color)
        for row, text in enumerate(column.texts):
            _, y = canvas.pixels(0, self.places[row])
            weight = theme.SEMIBOLD if row in self.strong else theme.REGULAR
            canvas.write(edge, y, text, ha="right", weight=weight)


def _height_of(name: str) -> float:
    breaks = name.count("\n")
    return _ROW_HEIGHTS[breaks] if breaks < _MOST_LINES else theme.LINE * (breaks + 1) + 4


def draw_baseline(canvas: Canvas) -> None:
    """The upright line at 0 through all rows."""
    x, _ = canvas.pixels(0, 0)
    canvas.line((x, canvas.margins.top), (x, canvas.bottom), color=theme.MUTED, linewidth=1)
