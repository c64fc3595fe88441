"""What is asked to be decided, by deadline; for the region of all who ask. Source: sheet `Beslut`.

Amounts are kronor without a sign: what the decision is about, a cost or a saving alike.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, get_args

from followup.ground.figure import COUNT, KRONOR, Figure, joined
from followup.ground.figure_table import FigureTable
from followup.tables.asked_decisions import NO_AMOUNT, asked_decisions
from followup.workbooks.source_table import SourceTable

Column = Literal["committee", "decision", "amount", "due", "decided_by", "consequence", "concerns"]
DecisionTable = FigureTable[Column]
SumColumn = Literal["count", "amount", "without_amount"]
SumTable = FigureTable[SumColumn]

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


def by_decider(decisions: DecisionTable) -> SumTable:
    """Of each who decides, the largest amount first: how many decisions, their amounts' sum, how many without any."""
    of_each: dict[str, list[Figure]] = {}
    for _, row in decisions.rows():
        of_each.setdefault(row.text("decided_by"), []).append(row["amount"])
    rows = {}
    for decider, amounts in of_each.items():
        known = [one for one in amounts if not one.is_missing]
        cells = joined(one.origin for one in amounts)
        total = Figure.sum(known, KRONOR) if known else Figure.missing(NO_AMOUNT, KRONOR, cells)
        rows[decider] = {
            "count": Figure.count(len(amounts), cells),
            "amount": total,
            "without_amount": Figure(float(len(amounts) - len(known)), COUNT, cells),
        }
    found = FigureTable.of(rows, get_args(SumColumn))
    return found.only(sorted(found.names, key=lambda name: -(found[name, "amount"].value or 0.0)))
