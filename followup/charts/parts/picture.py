"""A drawing with the numbers behind it, and the words that make it the block that a notebook shows."""

from __future__ import annotations

from dataclasses import dataclass

from followup.charts.parts import theme
from followup.document.blocks import Chart, Table


@dataclass(frozen=True)
class Picture:
    """A drawing before any words: its id, the SVG, its height in pixels and the numbers that it is made of."""

    id: str
    svg: str
    height: float
    numbers: Table
    width: float = theme.WIDTH

    def told(self, *, title: str, unit_line: str, alt: str, source: str, notes: tuple[str, ...] = ()) -> Chart:
        """The chart, with what is said above it, in its place and below it."""
        return Chart(
            id=self.id,
            title=title,
            unit_line=unit_line,
            alt=alt,
            source=source,
            svg=self.svg,
            aspect=self.width / self.height,
            data=self.numbers,
            notes=notes,
        )
