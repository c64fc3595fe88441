"""The period: the month that a report accumulates to, written `2024-04`; or a year's plan, written `2024`."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from followup.ground.errors import Problem, ReportError

MONTHS = (
    "januari",
    "februari",
    "mars",
    "april",
    "maj",
    "juni",
    "juli",
    "augusti",
    "september",
    "oktober",
    "november",
    "december",
)


@dataclass(frozen=True, order=True)
class Period:
    """January to `month` of `year`; `str()` gives `2024-04`. Month 0 is the plan of the year, before it has begun."""

    year: int
    month: int

    @classmethod
    def parse(cls, text: str) -> Period:
        """From `2024-04`, or `2024` for the year's plan. Raises ReportError for anything else."""
        match = re.fullmatch(r"(20\d\d)(?:-(0[1-9]|1[0-2]))?", str(text).strip())
        if not match:
            raise ReportError(
                [
                    Problem(
                        workbook="parametern period",
                        found=f"Perioden ”{text}” kan inte tolkas.",
                        expected="En period skrivs som år och månad, till exempel 2024-04, och ett års plan som 2024.",
                        remedy="Rätta perioden och kör igen.",
                    )
                ]
            )
        return cls(int(match[1]), int(match[2] or 0))

    def __str__(self) -> str:
        return str(self.year) if self.is_plan else f"{self.year}-{self.month:02d}"

    @property
    def is_plan(self) -> bool:
        """Whether this is the plan of the year and no follow-up of it."""
        return self.month == 0

    @property
    def is_year_end(self) -> bool:
        """Whether the year is over: there is an outcome and no forecast."""
        return self.month == 12

    @property
    def months(self) -> range:
        """The months that the period accumulates, 1 to `month`; none for a plan."""
        return range(1, self.month + 1)

    @property
    def so_far(self) -> tuple[str, ...]:
        """The months that the period accumulates, as tables have them: `2024-01`, `2024-02` …; none for a plan."""
        return tuple(str(Period(self.year, month)) for month in self.months)

    @property
    def whole_year(self) -> tuple[str, ...]:
        """All twelve months of the period's year, as tables have them."""
        return Period(self.year, 12).so_far

    @property
    def month_name(self) -> str:
        """`april`"""
        return MONTHS[self.month - 1]

    @property
    def month_and_year(self) -> str:
        """`april 2024`"""
        return f"{self.month_name} {self.year}"

    @property
    def span(self) -> str:
        """`januari–april 2024`; `januari 2024` for the first month alone, `2024` for a plan."""
        if self.is_plan:
            return str(self.year)
        first = MONTHS[0]
        return self.month_and_year if self.month == 1 else f"{first}–{self.month_and_year}"

    @property
    def previous_year(self) -> Period:
        """The same months a year earlier."""
        return Period(self.year - 1, self.month)

    def months_since(self, earlier: Period) -> int:
        """Whole months from `earlier` to this period; negative if `earlier` is later."""
        return (self.year - earlier.year) * 12 + self.month - earlier.month

    def previous_among(self, occasions: Iterable[str]) -> str:
        """The latest of the occasions (`2024-02` …) in the same year before this period; empty if there is none."""
        earlier = [text for text in occasions if f"{self.year}-" <= text < str(self)]
        return max(earlier, default="")
