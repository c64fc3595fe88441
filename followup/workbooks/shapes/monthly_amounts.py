"""Amounts since January become each month's own: the difference to the month before, of the same key.

A difference may be negative. What cannot be told is an error: a month that is not there, or has no amount, while a
later one has.
"""

from __future__ import annotations

import numpy as np
import pandas as pd

from followup.params.layouts import TableLayout
from followup.workbooks.cells.cell_values import Doubt
from followup.workbooks.cells.findings import Finding


def monthly_amounts(
    layout: TableLayout, frame: pd.DataFrame, letters: dict[str, str]
) -> tuple[dict[int, int], list[Finding]]:
    """Changes the frame's `from_accumulated` columns; the row of the month before by row, and what is missing."""
    names = [name for name, column in layout.columns.items() if column.from_accumulated]
    if not names or frame.empty:
        return {}, []
    period = layout.column_of_type("period")
    others = [name for name in layout.key if name != period]
    keys = list(frame[others].astype(str).itertuples(index=False, name=None)) if others else [()] * len(frame)
    series: dict[tuple[str, ...], list[tuple[str, int]]] = {}
    for position, (key, month) in enumerate(zip(keys, frame[period], strict=True)):
        if isinstance(month, str):
            series.setdefault(key, []).append((month, position))
    rows = frame.index.to_numpy()
    before: dict[int, int] = {}
    findings = []
    for name in names:
        stated = frame[name].to_numpy(dtype=np.float64)
        own = np.full(len(frame), np.nan)
        # A balance that has been turned to 0 falls out of many extracts: the month that did it would be missing.
        last = max(
            (month for months in series.values() for month, at in months if not np.isnan(stated[at])), default=""
        )
        for months in series.values():
            at: dict[str, int] = dict(months)
            ended = max((month for month, position in months if not np.isnan(stated[position])), default=last)
            if ended < last:
                findings.append(Finding(int(rows[at[ended]]), letters[name], _end(layout, name, ended, last)))
            for month, position in sorted(months):
                if np.isnan(stated[position]):
                    continue
                earlier = at.get(f"{month[:5]}{int(month[5:]) - 1:02}")
                if month.endswith("-01"):
                    own[position] = stated[position]
                elif earlier is not None and not np.isnan(stated[earlier]):
                    own[position] = stated[position] - stated[earlier] + 0.0
                    before[int(rows[position])] = int(rows[earlier])
                else:
                    findings.append(Finding(int(rows[position]), letters[name], _gap(layout, name, month)))
        frame[name] = own
    return before, findings


def _gap(layout: TableLayout, name: str, month: str) -> Doubt:
    return Doubt(
        f"Här står ett ackumulerat belopp för {month}, men det saknas ett för månaden före.",
        f"I kolumnen ”{layout.columns[name].header}” är en månads belopp skillnaden mot månaden före, från januari.",
        "Lägg till månaden som saknas, med det som var ackumulerat då.",
    )


def _end(layout: TableLayout, name: str, month: str, last: str) -> Doubt:
    return Doubt(
        f"Här står ett ackumulerat belopp för {month}, men det saknas ett för månaden efter. Andra rader har till och "
        f"med {last}.",
        f"I kolumnen ”{layout.columns[name].header}” är en månads belopp skillnaden mot månaden före, också när det "
        "ackumulerade har blivit 0 eller är oförändrat.",
        "Lägg till månaderna som saknas, med det som är ackumulerat då.",
    )
