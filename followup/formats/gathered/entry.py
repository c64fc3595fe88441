"""A report's line on its period's page: what the report says, and how it stands with the report itself."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Literal

from followup.formats.compared import NET
from followup.formats.gathered.drawing import line_svg, ranges
from followup.formats.summary import ComparedFigure, Summary
from followup.ground.period import Period
from followup.ground.regions import REGION

State = Literal["built", "unchanged", "failed", "missing"]


@dataclass(frozen=True)
class Occasion:
    """A report of the year, and what it says of the year's deviation from budget; None without such a figure.

    `is_built` tells a report that is not there from one that does not say.
    """

    period: Period
    figure: ComparedFigure | None = None
    is_built: bool = True

    @property
    def words(self) -> str:
        """`augusti −121,5`, `oktober: rapporten är inte gjord`"""
        month = self.period.month_name
        if self.figure is None:
            return f"{month}: {'uppgiften saknas' if self.is_built else 'rapporten är inte gjord'}"
        return f"{month} {self.figure.text}" + (" (utfall)" if self.period.is_year_end else "")


@dataclass(frozen=True)
class Late:
    """A report that should have been there. `due` is the calendar's date in words, `missing` workbooks that are not."""

    due: str = ""
    missing: tuple[str, ...] = ()


@dataclass(frozen=True)
class Entry:
    """`code` is its folder. `status` is "built", "unchanged", "failed" or "missing"; `has_report`: one stands there.

    `tiles` is the JSON of the first page's tiles and `report_status` that of a cell, if they are known; `warnings` a
    count; `problems` {place, message}, of a failed one; `changed` what is another since the report was made of it.
    """

    code: str
    name: str
    status: State
    has_report: bool
    tiles: list[dict[str, Any]] | None = None
    report_status: dict[str, Any] | None = None
    warnings: int = 0
    problems: list[dict[str, str]] = field(default_factory=list)
    example: bool = False
    summary: Summary = field(default_factory=Summary)
    occasions: tuple[Occasion, ...] = ()
    late: Late | None = None
    changed: tuple[str, ...] = ()

    @property
    def deviation(self) -> ComparedFigure | None:
        """The year's deviation from budget as this report says it, whatever earlier ones said."""
        return self.occasions[-1].figure if self.occasions else None

    @property
    def worst_first(self) -> tuple[bool, float]:
        """The region, which is the sum of them; then the largest deficit; last what has no such figure."""
        number = self.deviation.number if self.deviation else None
        return self.code != REGION, float("inf") if number is None else number

    @property
    def line(self) -> str:
        """The year's forecasts as a small line with a text alternative; empty if no report has one."""
        numbers = [one.figure.number if one.figure else None for one in self.occasions]
        known = [number for number in numbers if number is not None]
        if not known:
            return ""
        unit = next(one.figure.unit for one in self.occasions if one.figure)
        told = "; ".join(one.words for one in self.occasions)
        words = f"Nettokostnadens avvikelse mot budget för helåret i {unit}: {told}."
        return line_svg(list(_unbroken(numbers)), (0, max(len(numbers) - 1, 1)), ranges(known, zero=True), words)


def _unbroken(numbers: list[float | None]) -> Iterator[list[tuple[float, float]]]:
    part: list[tuple[float, float]] = []
    for place, number in enumerate(numbers):
        if number is not None:
            part.append((place, number))
        elif part:
            yield part
            part = []
    if part:
        yield part


def deviation_of(summary: Summary, code: str, period: Period) -> ComparedFigure | None:
    """What a report says of the year's deviation from budget: its forecast's, or of a year that is over, its own."""
    column = "deviation" if period.is_year_end else "forecast_deviation"
    table, row = ("utfall-kontoklass" if period.is_year_end else "prognos-kontoklass"), NET
    if code == REGION:
        table, row = "namnder", REGION
    wanted = (table, column, row)
    return next((one for one in summary.figures if (one.table, one.column, one.row) == wanted), None)
