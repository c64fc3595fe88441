"""The tables of a plan's entries: names alone, a row for each entry of the last level but one.

What lies above a row is a group of rows, and what skips a level has a line of its own over it. A plan of five levels or
more has a table for each entry of its second level.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from followup.document import markdown
from followup.document.blocks import Column, Row, Table
from followup.document.cells import Cell
from followup.document.tables import text_cell
from followup.ground import swedish
from followup.sections.plan.entries import directly_under, id_of, label_of, listed

if TYPE_CHECKING:
    from followup.params.plan.nodes import Node
    from followup.params.plans import Plan

# A list in a cell that is longer goes on in a row of its own: a cell of half a page cannot be read.
_MOST_LISTED = 12


def tables(plan: Plan, root: Node) -> Iterator[Table]:
    """One table, or one for each entry of the second level where there are two levels or more between it and the last.

    What lies on a deeper level right below the root has a table of its own then.
    """
    row_depth = max(1, len(plan.places) - 2)
    if row_depth < 3:
        yield _table(plan, id_of(plan, root), "", root, root.children, row_depth)
        return
    second = plan.places[1]
    for child in root.children:
        if child.depth == 1 and child.children:
            caption = f"{plan.level(child.level).name} {child.code}: {label_of(child)}"
            yield _table(plan, id_of(plan, child), caption, child, child.children, row_depth)
    rest = tuple(child for child in root.children if child.depth != 1 or not child.children)
    if rest:
        caption = f"Utan {swedish.lowered(second.name)}" if len(rest) < len(root.children) else ""
        yield _table(plan, f"{id_of(plan, root)}-direkt", caption, root, rest, row_depth)


def _table(plan: Plan, table_id: str, caption: str, parent: Node, nodes: Sequence[Node], row_depth: int) -> Table:
    inside = [one for node in nodes for one in (node, *node.descendants())]
    # Where nothing lies so deep, the rows are what there is.
    row_depth = min(row_depth, max(node.depth for node in inside))
    below = plan.places[row_depth + 1 :]
    filled = bool(below) and any(node.depth > row_depth for node in inside)
    with_committees = len({node.committees for node in inside}) > 1
    content = (
        swedish.list_of([below[0].plural, *(swedish.lowered(level.plural) for level in below[1:])]) if filled else ""
    )
    level = plan.places[row_depth]
    return Table(
        id=f"{table_id}-tabell",
        caption=caption or (f"{level.plural} med {swedish.lowered(content)}" if filled else level.plural),
        columns=(
            Column("label", level.name, "text", 1.6),
            *((Column("content", content, "prose", 3.2),) if filled else ()),
            *((Column("committees", "Nämnder", "text", 1.2),) if with_committees else ()),
        ),
        rows=tuple(_rows(plan, parent, nodes, row_depth, filled, with_committees)),
    )


def _rows(
    plan: Plan, parent: Node, nodes: Sequence[Node], row_depth: int, filled: bool, committees: bool
) -> Iterator[Row]:
    grouped = any(node.depth < row_depth for node in nodes)
    in_group = True
    for node in nodes:
        if node.depth < row_depth:
            yield Row(f"grupp-{node.code}", (Cell(label_of(node)),), role="group")
            if node.children:
                yield from _rows(plan, node, node.children, row_depth, filled, committees)
            else:
                yield _nothing_below(plan, node, row_depth, filled, committees)
            in_group = True
            continue
        if grouped and in_group:
            yield Row(f"direkt-{node.code}", (Cell(directly_under(plan, parent, node)),), role="group")
            in_group = False
        yield from _row(node, filled, committees)


def _nothing_below(plan: Plan, node: Node, row_depth: int, filled: bool, committees: bool) -> Row:
    """A group without rows would read as the heading of the next."""
    words = f"Inga {swedish.lowered(plan.places[row_depth].plural)}"
    carried = (text_cell(", ".join(node.committees)),) if committees else ()
    return Row(node.code, (Cell(words), *((Cell(swedish.MISSING),) if filled else ()), *carried))


def _row(node: Node, filled: bool, committees: bool) -> Iterator[Row]:
    """One row, or several for a long list."""
    carried = (text_cell(", ".join(node.committees)),) if committees else ()
    if not filled:
        yield Row(node.code, (Cell(label_of(node)), *carried))
        return
    for start in range(0, max(1, len(node.children)), _MOST_LISTED):
        name = f"{label_of(node)} (fortsättning)" if start else label_of(node)
        key = f"{node.code}-{start}" if start else node.code
        yield Row(key, (Cell(name), _content(node.children[start : start + _MOST_LISTED], node.committees), *carried))


def _content(nodes: Sequence[Node], carriers: Sequence[str]) -> Cell:
    prose = listed(nodes, carriers)
    return Cell(markdown.plain_of(prose), prose=prose) if prose else Cell(swedish.MISSING)
