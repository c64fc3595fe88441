"""What the entries and levels of a plan are called: in a heading, in a row, and within a sentence."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from followup.document.cells import Inline, cell_of

if TYPE_CHECKING:
    from followup.ground.figure import Figure
    from followup.params.plan_nodes import Level, Node
    from followup.params.plans import Plan


def part_of(plan: Plan) -> str:
    """What an outermost entry is called: its level's name, or `Del av planen` where they stand on several levels."""
    levels = {root.level for root in plan.roots}
    return plan.level(levels.pop()).name if len(levels) == 1 else "Del av planen"


def title_of(plan: Plan, node: Node) -> str:
    """`Delmål 1.1: Hög attraktivitet`"""
    return f"{plan.level(node.level).name} {node.code}: {node.name}"


def label_of(node: Node) -> str:
    """The entry's name with what stands in parentheses after it: where it was carried over from, and its note."""
    about = "; ".join(part for part in (node.carried_over, node.note) if part)
    return f"{node.name} ({about})" if about else node.name


def counted_by_level(plan: Plan, counts: Mapping[str, Figure]) -> list[Inline]:
    """`7 fokusområden, 18 regiongemensamma uppdrag och 46 uppdrag`: the levels that are counted, outermost first."""
    levels = [level for level in plan.levels if level.code in counts]
    found: list[Inline] = []
    for place, level in enumerate(levels):
        joiner = "" if place == 0 else " och " if place == len(levels) - 1 else ", "
        found += [joiner, cell_of(counts[level.code], 0), f" {noun(level, counts[level.code])}"]
    return found


def noun(level: Level, count: Figure) -> str:
    """What so many entries of a level are called within a sentence."""
    return noun_pair(level)[0 if count.value == 1 else 1]


def noun_pair(level: Level) -> tuple[str, str]:
    """What one and several entries of a level are called within a sentence."""
    return lower(level.name), lower(level.plural)


def lower(word: str) -> str:
    """Only the first letter: a level's name may hold a proper noun."""
    return word[:1].lower() + word[1:]
