"""The sheet Beslut of a committee's workbook and of the region's: what is asked to be decided.

An entry of the texts is {decision, due, decided_by, consequence, concerns} and perhaps an amount: mnkr; `size`, the
committee's deviation; `deviation of <activity>`; or `remaining`, the forecast deficit without the proposed measures.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from openpyxl import Workbook

from followup.example import story
from followup.example.sheet_style import Column, Heading, add_table
from followup.example.shown import shown_deviation
from followup.example.workbook_file import Value

_OF = "deviation of "


def amount_of(entry: dict[str, Any], committee: str, period: str, measures: list[dict[str, Any]]) -> float | None:
    """The entry's amount in mnkr without a sign, as the story has it; None for a decision about no money."""
    amount: float | str | None = entry.get("amount")
    if not isinstance(amount, str):
        return amount
    if amount == "size":
        return abs(shown_deviation(period, committee))
    if amount == "remaining":
        proposed = sum(float(each["effect"]) for each in measures if each["decision"] == "Föreslagen")
        return round(-story.committee_forecast(committee, period) - proposed, 1)
    return abs(shown_deviation(period, committee, amount.removeprefix(_OF)))


def add_decisions(workbook: Workbook, heading: Heading, entries: list[dict[str, Any]]) -> None:
    """The sheet with a row for each entry, whose amount is in mnkr."""
    add_table(
        workbook,
        "Beslut",
        heading,
        [
            Column("Förslag till beslut", 70, wrap=True),
            Column("Belopp", 12, "#,##0.0"),
            Column("Senast", 14, "yyyy-mm-dd"),
            Column("Beslutas av", 20),
            Column("Konsekvens om beslutet inte fattas", 70, wrap=True),
            Column("Gäller", 20),
        ],
        [_row(each) for each in entries],
        notes=("Belopp i mnkr utan tecken: det som beslutet gäller, en kostnad eller en besparing.",)
        if entries
        else (),
    )


def _row(entry: dict[str, Any]) -> tuple[Value, ...]:
    due = date.fromisoformat(entry["due"])
    return entry["decision"], entry.get("amount"), due, entry["decided_by"], entry["consequence"], entry["concerns"]
