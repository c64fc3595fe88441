"""Measures (åtgärder) against a deficit. Their effect is in kronor, + improves the result. Source: sheet `Åtgärder`."""

from __future__ import annotations

import pandas as pd

from followup.ground.figure import Figure
from followup.workbooks.source_table import SourceTable

COLUMNS = ["decision", "status", "effect", "full_year_effect", "comment"]


def all_measures(measures: SourceTable) -> pd.DataFrame:
    """One row per measure, decided before proposed, the largest effect of the year first; index its name."""
    rows = {
        row.text("measure"): {
            "decision": row.text("decision"),
            "status": row.text("status"),
            "effect": row.figure("effect"),
            "full_year_effect": row.figure("full_year_effect"),
            "comment": row.text("comment"),
        }
        for row in measures.rows()
    }
    ordered = sorted(rows.items(), key=lambda item: (item[1]["decision"] != "decided", -(item[1]["effect"].value or 0)))
    return pd.DataFrame.from_dict(dict(ordered), orient="index", columns=COLUMNS, dtype=object)


def effect_of(measures: pd.DataFrame, decision: str) -> Figure:
    """The year's effect of all measures with this decision ("decided", "proposed"); missing if there are none."""
    return Figure.sum(measures.loc[measures["decision"] == decision, "effect"])
