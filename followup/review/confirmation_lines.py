"""The lines that confirm a finding, ready to be pasted into params/confirmations.yml."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from followup.ground.errors import Problem
    from followup.review.faults import Fault


def confirmation_lines(fault: Fault) -> tuple[tuple[str, str], ...]:
    """One entry for each finding that may be confirmed, with its place. Why, by whom and when are empty, and are
    refused so.
    """
    return tuple((one.place, "\n".join(_lines(one))) for one in fault.problems if one.rule and one.value)


def _lines(problem: Problem) -> Iterator[str]:
    yield f"  - workbook: {_text(problem.workbook)}"
    for key in ("sheet", "cell", "rule", "value"):
        if text := getattr(problem, key):
            yield f"    {key}: {_text(text)}"
    for key in ("why", "decided_by", "decided_on"):
        yield f'    {key}: ""'


def _text(text: str) -> str:
    # A text of JSON is one of YAML too, whatever stands in it.
    return json.dumps(text, ensure_ascii=False)
