"""Measurable targets of a plan: what is to be reached by a year, as figures that know their line in the params file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from followup.ground.figure import Figure
from followup.params.plan.file import PlanFile
from followup.params.plan.nodes import Node, carriers_of
from followup.params.plan.tables import line_origin, read_in_params
from followup.params.yaml_file import YamlFile


@dataclass(frozen=True)
class Target:
    """A measurable target. `committees` are codes of those who carry it; `value` and `most` its two ends, the second
    missing where it has one; `entry` and the rest as in the plan's file.
    """

    code: str
    name: str
    entry: str
    committees: tuple[str, ...]
    reach: str
    value: Figure
    most: Figure
    decimals: int
    since: int | None
    year: int
    base: str
    quote: str
    place: str


def target_of(file: YamlFile, plan: PlanFile, number: int, nodes: Mapping[str, Node]) -> Target:
    """The target at `targets[number]`; `nodes` are the plan's by their codes."""
    one = plan.targets[number]
    origin = line_origin(file, "targets", ("targets", number))
    carriers = carriers_of(plan, one.committees) or (nodes[one.entry].committees if one.entry else ())
    most = (
        Figure.missing("ingen övre gräns", one.unit) if one.most is None else read_in_params(one.most, one.unit, origin)
    )
    names = ("code", "name", "entry", "reach", "decimals", "since", "year", "base", "quote", "place")
    return Target(
        committees=carriers,
        value=read_in_params(one.value, one.unit, origin),
        most=most,
        **{name: getattr(one, name) for name in names},
    )
