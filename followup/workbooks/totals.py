"""The totals that a sheet states itself, beside the sums of the rows that they cover.

A reader who adds up a printed column expects the printed total. So the rule is strict: a total that differs from the
sum of the rows by more than half of the last written decimal is told with both numbers, however many rows there are.
Frames printed in whole mnkr that sum to 13 528 under a total of 13 530 are such a case; the rows are what counts.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import pandas as pd

from followup.ground.wording import normalised
from followup.params.layouts import TableLayout
from followup.workbooks.cells.cell_values import CellReader
from followup.workbooks.files.marked_cells import ShownCell
from followup.workbooks.read_table import StatedTotal, UnreadTotal
from followup.workbooks.total_rows import Contents, TotalRow, scope_columns, scope_of

# A computed cell may have any number of decimals; nobody prints more than these.
_MOST_DECIMALS = 4

Scope = tuple[tuple[str, Any], ...]


def stated_totals(
    layout: TableLayout,
    readers: Mapping[str, CellReader],
    letters: Mapping[str, str],
    contents: Contents,
    found: Mapping[int, TotalRow],
    values: Mapping[str, np.ndarray],
    data: np.ndarray,
    first_row: int,
) -> tuple[list[StatedTotal], list[UnreadTotal]]:
    """Every number of a total row beside the sum of what it covers, and of a part beside the row that it is part of;
    and the cells of total rows that hold no number.

    `data` are the positions of the data rows, counted in the table's rows; `values` their cells as read, numbers in the
    sheet's unit. A total may also be a sum by place, as a subtotal is: see `_Sums.nearest`.
    """
    if not found:
        return [], []
    committee = layout.column_of_type("committee")
    known = {name: _known(values[name]) for name in scope_columns(layout)}
    scopes = {
        position: tuple(scope_of(row, layout, readers, contents, known).items()) for position, row in found.items()
    }
    summing = _Sums(values, data, sorted(found))
    totals, unread = [], []
    for name, column in layout.columns.items():
        if not column.is_numeric:
            continue
        decimals = decimals_of(values[name])
        sums = summing.of(name, column.weight, scopes.values()) if column.summing != "never" else {}
        for position, row in found.items():
            scope = scopes[position]
            if row.kind == "average" or (row.kind == "sum" and column.summing == "never"):
                continue
            if column.summing == "per_period" and not _is_of_one_month(layout, scope, known):
                continue
            content = contents[name][position]
            # What a total holds is compared, however it is shown: it is not what is reported.
            read = readers[name].read(content.value if isinstance(content, ShownCell) else content)
            stated, whose = read.value, str(dict(scope).get(committee, ""))
            if stated is None:
                if read.doubt is not None:
                    place = first_row + position, letters[name], name
                    unread.append(UnreadTotal(*place, row.text, read.doubt.found, whose))
                continue
            kind: str = row.kind
            if kind == "part":
                computed, rows = summing.above(name, position), 1
            elif column.summing == "by_line":
                kind, computed, rows = "line", float(stated), 0
            else:
                computed, rows = sums[scope]
                if column.summing != "mean":
                    computed = summing.nearest(name, position, float(stated), computed, is_of_all=not scope)
            of_mean = column.summing == "mean"
            totals.append(
                StatedTotal(
                    first_row + position,
                    letters[name],
                    name,
                    row.text,
                    float(stated),
                    computed,
                    max(decimals, decimals_of(np.array([float(stated)]))),
                    rows=rows,
                    kind=kind if not of_mean else "mean",
                    committee=whose,
                    covers=", ".join(_word(layout, name, value) for name, value in scope),
                )
            )
    return sorted(totals, key=lambda total: total.row), sorted(unread, key=lambda total: total.row)


def differs(total: StatedTotal) -> bool:
    """Whether a reader would notice: more than half of the last written decimal.

    A mean of rounded values may miss by the whole of it, and a part is never more than the row that it is part of.
    """
    least = 1e-9 * abs(total.stated)
    if total.kind == "part":
        whole, part = total.computed, total.stated
        return abs(part) > abs(whole) + least or part * whole < 0
    return abs(total.difference) > (1.0 if total.kind == "mean" else 0.5) * 10.0**-total.decimals + least


def _known(values: np.ndarray) -> dict[str, Any]:
    """A column's values by their normalised text."""
    return {normalised(str(value)): value for value in pd.unique(values) if value is not None and value == value}


def _word(layout: TableLayout, name: str, value: Any) -> str:
    """A value of a scope as the sheet writes it."""
    choices = layout.columns[name].choices
    if isinstance(choices, dict):
        return choices[value][0]
    return f"{value:g}" if isinstance(value, float) else str(value)


def _is_of_one_month(layout: TableLayout, scope: Scope, known: Mapping[str, Mapping[str, Any]]) -> bool:
    month = layout.column_of_type("period")
    return not month or month in dict(scope) or len(known.get(month, {})) <= 1


class _Sums:
    """Sums over a table's data rows: by what they share, and by where they stand."""

    def __init__(self, values: Mapping[str, np.ndarray], data: np.ndarray, totals: Sequence[int]) -> None:
        self._values, self._data = values, data
        self._totals = np.asarray(totals)
        self._running: dict[str, np.ndarray] = {}

    def of(self, name: str, weight: str, scopes: Any) -> dict[Scope, tuple[float, int]]:
        """Each scope's sum of a column, or its mean weighted with another, and the number of its rows."""
        numbers = self._values[name]
        present = ~np.isnan(numbers)
        weights = np.nan_to_num(self._values[weight]) if weight else np.ones(len(numbers))
        weights = np.where(present, weights, 0.0)
        frame = pd.DataFrame({"amount": np.where(present, numbers, 0.0) * weights, "weight": weights, "rows": 1})
        patterns: dict[tuple[str, ...], list[Scope]] = {}
        for scope in dict.fromkeys(scopes):
            patterns.setdefault(tuple(column for column, _ in scope), []).append(scope)
        found: dict[Scope, tuple[float, int]] = {}
        for pattern, wanted in patterns.items():
            if pattern:
                keys = [pd.Series(self._values[column]) for column in pattern]
                grouped = frame.groupby(keys, sort=False).sum()
                rows = dict(zip(grouped.index, grouped.itertuples(index=False), strict=True))
            else:
                rows = {(): tuple(frame.sum())}
            for scope in wanted:
                texts = tuple(value for _, value in scope)
                amount, total, count = rows.get(texts if len(texts) != 1 else texts[0], (0.0, 0.0, 0))
                found[scope] = (float(amount) / float(total) if weight and total else float(amount), int(count))
        return found

    def nearest(self, name: str, position: int, stated: float, computed: float, *, is_of_all: bool) -> float:
        """`computed`, or a sum by place that is what is stated: of the rows since the total before, or to the next.

        Where nothing narrows the total it may be the sum of all rows above it, and the nearest of them all counts.
        """
        at = int(np.searchsorted(self._totals, position))
        before = self._totals[at - 1] if at else -1
        after = self._totals[at + 1] if at + 1 < len(self._totals) else np.inf
        places = [(before, position), (position, after), *([(-1, position)] if is_of_all else [])]
        sums = [computed, *(self._between(name, low, high) for low, high in places if self._has_rows(low, high))]
        near = min(sums, key=lambda total: abs(stated - total))
        if is_of_all:
            return near
        return near if abs(stated - near) <= 1e-9 * abs(stated) else computed

    def above(self, name: str, position: int) -> float:
        """The number of the nearest data row above; 0 without one."""
        place = int(np.searchsorted(self._data, position)) - 1
        return float(np.nan_to_num(self._values[name][place])) if place >= 0 else 0.0

    def _has_rows(self, low: float, high: float) -> bool:
        first, last = np.searchsorted(self._data, [low + 1, high])
        return bool(first < last)

    def _between(self, name: str, low: float, high: float) -> float:
        """The sum of the data rows after `low` and before `high`."""
        running = self._running.get(name)
        if running is None:
            running = self._running[name] = np.concatenate([[0.0], np.cumsum(np.nan_to_num(self._values[name]))])
        first, last = np.searchsorted(self._data, [low + 1, high])
        return float(running[last] - running[first])


def decimals_of(values: np.ndarray) -> int:
    """How many decimals the numbers are written with, four at most."""
    scaled = np.round(values[np.isfinite(values)] * 10**_MOST_DECIMALS)
    for decimals in range(_MOST_DECIMALS):
        if not np.any(scaled % 10 ** (_MOST_DECIMALS - decimals)):
            return decimals
    return _MOST_DECIMALS
