"""What each committee writes in its report: read from committees/<code>.yml beside this module.

The texts are fictional. Deviations and forecasts are not in them but in `activities`, so that a forecast and the
ledger cannot tell different stories.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import yaml

from followup.inputs.params import Params, load_params
from followup.paths import PROJECT

REPORTING = ("RS", "DNHS", "DNADH", "DNPSH", "DNNSVH", "DNKS", "DNKT", "DNRGS")

_FOLDER = Path(__file__).parent / "committees"


@cache
def texts_of(committee: str) -> dict[str, Any]:
    """The committee's texts as they stand in its file."""
    return yaml.safe_load((_FOLDER / f"{committee}.yml").read_text(encoding="utf-8"))


@cache
def committee_name(committee: str) -> str:
    """The committee's whole name in the registry."""
    return _params().committees[committee].name


@cache
def goal_names() -> dict[str, str]:
    """The goals of the plan 2024 by code, in plan order."""
    return {goal.code: goal.name for goal in _params().plans[2024].goals}


def _params() -> Params:
    # The project's own params, whatever folder FOLLOWUP_PARAMS names: the example must not change with it.
    return load_params(PROJECT / "params")
