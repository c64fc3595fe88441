"""Indicators over committees: how many are on target in each, and those that several committees measure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

import pandas as pd

from followup.analysis.goals import counted
from followup.ground.figure import COUNT, Figure, joined
from followup.ground.regions import REGION

if TYPE_CHECKING:
    from followup.params.params import Grade

TOTAL = REGION


def count_by_grade(quality: Mapping[str, pd.DataFrame], scale: Sequence[Grade]) -> pd.DataFrame:
    """How many indicators have each grade: one row per committee, then TOTAL; columns `indicators` and the grades.

    `quality`: each committee's `indicators.assessed_indicators`. An indicator of two committees counts in both.
    """
    rows = {}
    for code, frame in quality.items():
        origin = joined(figure.origin for column in ("value", "target") for figure in frame[column])
        rows[code] = {"indicators": Figure(float(len(frame)), COUNT, origin)} | counted(frame["grade"], scale, origin)
    columns = ["indicators", *(grade.code for grade in scale)]
    rows[TOTAL] = {column: Figure.sum((row[column] for row in rows.values()), COUNT) for column in columns}
    return pd.DataFrame.from_dict(rows, orient="index", columns=columns, dtype=object)


def shared(quality: Mapping[str, pd.DataFrame]) -> pd.DataFrame:
    """Indicators that at least two committees measure, one row per indicator and committee, in the first one's order.

    Columns: `committee`, `indicator` (the params object), `value`, `target`, `measured` and `grade`.
    """
    codes = dict.fromkeys(str(code) for frame in quality.values() for code in frame.index)
    rows = []
    for code in codes:
        holders = [committee for committee, frame in quality.items() if code in frame.index]
        if len(holders) < 2:
            continue
        for committee in holders:
            row = quality[committee].loc[code]
            found = {name: row[name] for name in ("indicator", "value", "target", "measured", "grade")}
            rows.append({"committee": committee, **found})
    return pd.DataFrame(rows, columns=["committee", "indicator", "value", "target", "measured", "grade"], dtype=object)
