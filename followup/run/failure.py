"""The mark of a failed attempt, `failed.json`: what the page over the period tells of it.

It stands in the committee's folder after every attempt that failed, also one that never came as far as a notebook, and
is gone after one that succeeded. Without it an older report beside it would look like the outcome of the latest run.
"""

from __future__ import annotations

import json
from pathlib import Path

from followup.ground.errors import Problem, Severity
from followup.ground.paths import is_there
from followup.run.outcome import Outcome
from followup.run.publication import FAILED, FAULT_LOG, MARK, TRACES

_UNREADABLE = "Ett fel i programmet hindrade rapporten."


def mark_text(outcome: Outcome) -> str:
    """As it stands in the file: `problems` as dicts, as they may be published, and `fault`, the sentence about our own
    error.
    """
    content = {"problems": [problem.as_dict() for problem in outcome.problems], "fault": outcome.fault}
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"


def told(committee: str, outcome: Outcome) -> tuple[Problem, ...]:
    """All that a failed outcome has to tell; never empty, since a failure without a word cannot be mended."""
    fault = (Problem(workbook=committee, found=outcome.fault),) if outcome.fault else ()
    return (*outcome.problems, *fault) or (_unknown(committee),)


def read_failure(folder: Path) -> tuple[Problem, ...]:
    """What the mark in a committee's folder tells; empty when the latest attempt did not fail."""
    if not any(is_there(folder / name) for name in TRACES):
        return ()
    try:
        content = json.loads((folder / MARK).read_text(encoding="utf-8"))
        problems = [Problem(**entry | {"severity": Severity(entry["severity"])}) for entry in content["problems"]]
        fault = [Problem(workbook=folder.name, found=str(content["fault"]))] if content["fault"] else []
    except (OSError, ValueError, KeyError, TypeError):
        # Half a mark is still a mark.
        return (_unknown(folder.name),)
    return (*problems, *fault) or (_unknown(folder.name),)


def _unknown(committee: str) -> Problem:
    return Problem(
        workbook=committee,
        found=_UNREADABLE,
        remedy=f"Se {FAILED} eller {FAULT_LOG} i rapportens mapp, eller kör igen.",
    )
