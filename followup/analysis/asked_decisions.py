"""What is asked to be decided, by deadline; for the region of all who ask. Source: sheet `Beslut`.

Amounts are kronor without a sign: what the decision is about, be it a cost, a saving or a deficit. They have no sum.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, get_args

from followup.ground.figure_table import FigureTable
from followup.tables.asked_decisions import asked_decisions
from followup.workbooks.source_table import SourceTable

Column = Literal["committee", "decision", "amount", "due", "decided_by", "consequence", "concerns"]
DecisionTable = FigureTable[Column]

# The committee that is the regional executive.
EXECUTIVE = "RS"
_DECIDERS = {"regional_executive": EXECUTIVE}


def decisions_of(tables: Mapping[str, SourceTable | None]) -> DecisionTable:
    """A row for each decision that the committees (by code) ask for, by deadline, named `DNHS-1`, `DNHS-2` …

    The numbers are the order of the committee's own deadlines. `decided_by` is the code of the committee that decides,
    or `regional_council` or `other_committee`; `amount` is missing for a decision about no money.
    """
    rows = {}
    for code, table in tables.items():
        for number, one in enumerate(asked_decisions(table), start=1):
            decider = code if one.decided_by == "own_committee" else _DECIDERS.get(one.decided_by, one.decided_by)
            rows[f"{code}-{number}"] = {
                "committee": code,
                "decision": one.decision,
                "amount": one.amount,
                "due": one.due,
                "decided_by": decider,
                "consequence": one.consequence,
                "concerns": one.concerns,
            }
    found = FigureTable.of(rows, get_args(Column))
    return found.only(sorted(found.names, key=lambda name: found.text(name, "due")))
