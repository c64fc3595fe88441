"""An indicator's values in order, and how they are written in problems."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from followup.ground.period import Period
from followup.ground.wording import quoted, spelled
from followup.workbooks.source_table import SourceTable

if TYPE_CHECKING:
    from followup.checks.common.case import Case
    from followup.params.params import Indicator

# Values that differ by less are written, and compared, as the same.
SAME = 1e-6


def series_of(case: Case, table: SourceTable) -> Iterator[tuple[Indicator, SourceTable]]:
    """Each indicator with its values up to the report's period, oldest first; rows without a value are left out."""
    frame = table.frame
    known = frame[(frame["period"] <= str(case.period)).to_numpy(dtype=bool) & frame["value"].notna().to_numpy()]
    for code, rows in known.sort_values("period", kind="stable").groupby("indicator", sort=False):
        if code in case.params.indicators:
            yield case.params.indicators[str(code)], replace(table, frame=rows)


def shown(value: float, indicator: Indicator) -> str:
    """`89,6 %`, as the report would print it; `0,004 %` where its decimals would show nothing of it.

    A number of people or things, and an index, has no word after it.
    """
    value = float(value)
    rounded = round(value, indicator.decimals)
    text = spelled(rounded if rounded or not value else float(f"{value:.2g}"))
    return text if indicator.unit in ("antal", "index") else f"{text} {indicator.unit}"


def span(values: list[float], indicator: Indicator) -> str:
    """`0,9 %`, or `0,87–0,91 %` of several values."""
    least, largest = shown(min(values), indicator), shown(max(values), indicator)
    return least if least == largest else f"{least.removesuffix(f' {indicator.unit}')}–{largest}"


def months_of(table: SourceTable, column: str = "period") -> str:
    """`januari 2024`, or `januari 2022–april 2024`, from the first row to the last."""
    periods = sorted(table.values(column))
    first, last = (Period.parse(text) for text in (periods[0], periods[-1]))
    if first == last:
        return first.month_and_year
    return f"{first.month_and_year}–{last.month_and_year}"


def named(indicator: Indicator) -> str:
    """`”Närvaro vid naturbruksgymnasierna”`"""
    return quoted(indicator.name)
