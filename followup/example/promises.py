"""What each committee says of the promises of the year's plan, from promises.yml beside this module."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from followup.example import story
from followup.example.committee_texts import promises_of_year
from followup.example.workbook_file import Value

DONE = "Klart"
YEAR = 2024


def promise_rows(committee: str, period: str) -> list[tuple[Value, ...]]:
    """(assignment, goal, responsible, due, status, comment) of each promise that was not done before the period."""
    year, month = int(period[:4]), int(period[-2:])
    if year != YEAR:
        return []
    place = story.MONTHS.index(month)
    rows: list[tuple[Value, ...]] = []
    for code, told in _told().get(committee, {}).items():
        if DONE in told["status"][:place]:
            continue
        name, goal = promises_of_year(year)[code]
        due: date = told["due"]
        comment = told["comments"].get(month)
        rows.append((f"{code} {name}", goal or None, told["responsible"], due, told["status"][place], comment))
    return rows


@cache
def _told() -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load(Path(__file__).with_suffix(".yml").read_text(encoding="utf-8"))
    return found
