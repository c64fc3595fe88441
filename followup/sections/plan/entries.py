"""An entry of a plan in words: its label, what its level is called, and where it stands when a level is skipped."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from followup.document import markdown
from followup.document.cells import Inline, cell_of
from followup.document.document import slug
from followup.document.prose import Prose
from followup.ground import swedish
from followup.ground.wording import normalised

if TYPE_CHECKING:
    from followup.ground.figure import Figure
    from followup.params.plan.nodes import Level, Node
    from followup.params.plans import Plan

# A text that is its name and a few words more says nothing that the name does not.
_WORDS_AROUND = 80


def id_of(plan: Plan, node: Node) -> str:
    """The block's id: `plan-2018-1-1`."""
    return f"plan-{slug(plan.stem)}-{slug(node.code)}"


def part_of(plan: Plan) -> str:
    """What an outermost entry is called: its level's name, or `Del av planen` where they stand on several levels."""
    levels = {root.level for root in plan.roots}
    return plan.level(levels.pop()).name if len(levels) == 1 else "Del av planen"


def followed_words(plan: Plan) -> tuple[str, str]:
    """What is followed up, one and many, within a sentence: its level's words, or `post` where it is of several."""
    return words_of(plan.followed_level)


def words_of(level: Level) -> tuple[str, str]:
    """What one and many entries of a level are called within a sentence."""
    return swedish.lowered(level.name), swedish.lowered(level.plural)


def counted_by_level(plan: Plan, counts: Mapping[str, Figure]) -> list[Inline]:
    """`7 fokusområden, 18 regiongemensamma uppdrag och 46 uppdrag`: the levels that are counted, outermost first."""
    levels = [level for level in plan.levels if level.code in counts]
    found: list[Inline] = []
    for place, level in enumerate(levels):
        joiner = "" if place == 0 else " och " if place == len(levels) - 1 else ", "
        one, many = words_of(level)
        figure = counts[level.code]
        found += [joiner, cell_of(figure, 0), f" {one if figure.value == 1 else many}"]
    return found


def title_of(plan: Plan, node: Node) -> str:
    """`Delmål 1.1: Hög attraktivitet`"""
    return f"{plan.level(node.level).name} {node.code}: {label_of(node)}"


def label_of(node: Node) -> str:
    """The entry's name with what stands in parentheses after it: when it is due, where it was carried over from, and
    its note. A year that the name itself says is not said again.
    """
    is_said = not node.due or node.due in node.name
    due = "" if is_said else f"senast {swedish.day_of(node.due).removeprefix('i ')}"
    about = "; ".join(part for part in (due, node.carried_over, node.note) if part)
    return f"{node.name} ({about})" if about else node.name


def directly_under(plan: Plan, parent: Node, node: Node) -> str:
    """The line over entries that skip a level, so that they do not read as if they were their neighbour's."""
    skipped = [swedish.lowered(level.name) for level in plan.places[parent.depth + 1 : node.depth]]
    without = f", utan {swedish.list_of(skipped, 'eller')}" if skipped else ""
    return f"Direkt under {parent.code} {parent.name}{without}"


def own_text(node: Node) -> Prose:
    """The entry's text; none where a heading has just said as much ("… ska arbeta för att" and the name)."""
    said = normalised(node.name) in normalised(node.text) and len(node.text) < len(node.name) + _WORDS_AROUND
    return markdown.prose_of(node.text) if node.text and not (said and node.children) else []


def listed(nodes: Sequence[Node], carriers: Sequence[str]) -> Prose:
    """A list of entries, each with the list of those below it; `carriers` are the committees of what they lie below,
    and an entry that others carry says so.
    """
    if not nodes:
        return []
    lines = [
        label_of(node) + (f" – {', '.join(node.committees)}" if tuple(node.committees) != tuple(carriers) else "")
        for node in nodes
    ]
    return [
        {
            "ul": [
                [{"p": [line]}, *listed(node.children, node.committees)]
                for node, line in zip(nodes, lines, strict=True)
            ]
        }
    ]
