"""Months as they stand in the workbooks, `2024-04`."""

from __future__ import annotations


def months_of(*years: int) -> tuple[str, ...]:
    """Every month of the years, in order."""
    return tuple(f"{year}-{month:02d}" for year in years for month in range(1, 13))


def month_of(period: str) -> int:
    """`4` for `2024-04`."""
    return int(period[5:])
