"""The budget frames of a year as rows of the plan's table, in million kronor; a frame is a net cost, so cost is +."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from followup.example import facts
from followup.example.activities import ACTIVITIES
from followup.example.ledger import class_budgets
from followup.example.workbook_file import Value

# The lines of the table in the order of `facts.FRAMES`, with the holder; Regionstyrelsen's frame stands on two lines.
_HOLDERS = ("PN", "REV", "GNHH", "DNKT", "RHF", "RS", "RS", "DNHS", "DNADH", "DNPSH", "DNNSVH", "DNKS", "DNRGS", "RGK")
_HEALTHCARE = "Regionstyrelsen Hälso- och sjukvård"
_REGIONAL = ("Regionkontoret inkl. IT", "Utveckling", "Förtroendevalda", "Regionala bidrag och medfinansiering")

# What the fictional plan of 2023 lets a frame grow by each year.
_GROWTH = 1.03


def frame_rows(year: int) -> list[tuple[Value, ...]]:
    """(line, the year and the four after it), and the total row.

    2024's are the printed ones, total and all. 2023's are the ledger's budgets, growing evenly: fictional.
    """
    if year == facts.YEARS[0]:
        return _with_total(facts.FRAMES, facts.FRAMES_PRINTED_TOTAL)
    amounts = {}
    for line, holder in zip(facts.FRAMES, _HOLDERS, strict=True):
        frame = _frame(line, holder, year)
        amounts[line] = [round(frame * _GROWTH**ahead, 1) for ahead in range(5)]
    sums = [round(sum(column), 1) for column in zip(*amounts.values(), strict=True)]
    return _with_total(amounts, sums)


def _with_total(amounts: Mapping[str, Sequence[float]], total: Sequence[float]) -> list[tuple[Value, ...]]:
    rows: list[tuple[Value, ...]] = [(line, *each) for line, each in amounts.items()]
    return [*rows, ("Summa", *total)]


def _frame(line: str, holder: str, year: int) -> float:
    chosen = [
        activity
        for activity in ACTIVITIES[holder]
        if holder != "RS" or (activity.name not in _REGIONAL) == (line == _HEALTHCARE)
    ]
    return round(sum(sum(class_budgets(activity, year).values()) for activity in chosen), 1)
