"""Thresholds in params/rules.yml that no rule asks for, and those that a rule lacks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from followup.ground.errors import Problem
from followup.ground.wording import listed, quoted, suggestion

if TYPE_CHECKING:
    from followup.params.params import RuleLimits


def limit_problems(given: Mapping[str, RuleLimits], wanted: Mapping[str, tuple[str, ...]]) -> Iterator[Problem]:
    """One problem for each rule's code: `given` are those of params, `wanted` the names of each rule's own."""
    for code in given.keys() - wanted.keys():
        yield Problem(
            "params/rules.yml",
            found=f"Under checks står {quoted(code)}, som inte är någon regel med gränser.",
            expected=f"Reglerna med gränser är {listed(wanted)}.",
            remedy=suggestion(code, wanted, "Ta bort raden."),
        )
    for code, names in wanted.items():
        known = given[code].limits if code in given else {}
        if set(known) != set(names):
            yield Problem(
                "params/rules.yml",
                found=f"Gränserna för regeln {quoted(code)} är {listed(known) or 'inga'}.",
                expected=f"Regeln behöver {listed(names)} under checks.",
                remedy="Rätta gränsernas namn, eller lägg till dem som saknas.",
            )
