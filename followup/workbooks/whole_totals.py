"""Totals of amounts that are spread over their months, as they stand in the sheet: once, and whole."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

import numpy as np

from followup.params.layouts import TableLayout
from followup.workbooks.read_table import StatedTotal
from followup.workbooks.totals import decimals_of

_MONTH = re.compile(r"20[0-9]{2}-[0-9]{2}(?:, )?")


def whole_totals(
    totals: Iterable[StatedTotal], layout: TableLayout, values: Mapping[str, np.ndarray]
) -> Iterator[StatedTotal]:
    """The totals, those of a spread amount for all of its months. `values` are its shares, in the sheet's own unit.

    `layout` is the one that is written, with the words for quarters in its headings.
    """
    decimals: dict[str, int] = {}
    for one in totals:
        column = layout.columns[one.column]
        months = column.part or 12
        if not column.spread:
            yield one
            continue
        if one.column not in decimals:
            decimals[one.column] = decimals_of(_whole(values[one.column], months))
        stated, computed = _whole(np.array([one.stated, one.computed]), months).tolist()
        covers = _MONTH.sub("", one.covers)
        yield replace(one, stated=stated, computed=computed, decimals=decimals[one.column], covers=covers)


def once(totals: Iterable[StatedTotal]) -> tuple[StatedTotal, ...]:
    """Each total of a cell once: that of a quarter stands in three months."""
    found: dict[tuple[str, str, str, float, float], StatedTotal] = {}
    for one in totals:
        found.setdefault((one.cell, one.label, one.covers, one.stated, one.computed), one)
    return tuple(found.values())


def _whole(shares: np.ndarray, months: int) -> np.ndarray:
    """What was divided, without the noise of it."""
    return np.array([float(f"{value * months:.12g}") for value in shares.tolist()], dtype=np.float64)
