"""What a plan says: its introduction, and its hierarchy under a heading for each outermost entry.

Names alone stand in tables: a row is an entry of the last level but one, with a list of what lies below it, and what
lies above it is a group of rows; a plan of five levels or more has a table for each entry of its second level. Entries
with texts of their own are running text. So any number of levels can be read.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from followup.analysis.plan.plan_hierarchy import FOLLOWED, PART_COLUMNS
from followup.document import markdown
from followup.document.block_series import BlockSeries
from followup.document.blocks import Block, Column, Comment, Heading, Row, Table, Text
from followup.document.cells import Cell, cell_of
from followup.document.document import slug
from followup.document.prose import Prose
from followup.document.tables import FigureColumn, text_cell
from followup.ground import swedish
from followup.sections.plan.names import label_of, lower, part_of, title_of

if TYPE_CHECKING:
    from followup.params.plan_nodes import Node
    from followup.params.plans import Plan
    from followup.reports.plan import PlanReport


# A list in a cell that is longer goes on in a row of its own: a cell of half a page cannot be read.
_MOST_LISTED = 12


def own_words(report: PlanReport) -> Block | BlockSeries:
    """Vision, introduction, chapters and definitions of the committee's own plans, in their own words.

    For a committee without a plan of its own this is where that is said.
    """
    if report.plan is None:
        given = report.region_plan
        rest = f" Dess mål och budgetram kommer ur {given.title}." if given else ""
        return Text(id="inledning", paragraphs=([f"Nämnden har ingen egen plan bland underlagen.{rest}"],))
    found = [*_introductions(report), *_chapters(report), *_definitions(report)]
    if not found:
        return Text(id="inledning", paragraphs=(["Planen har ingen inledande text."],))
    return BlockSeries(found)


def introduction(report: PlanReport) -> Block | BlockSeries:
    """The plan's vision and introduction in its own words."""
    found = list(_introductions(report))
    return BlockSeries(found) if found else Text(id="inledning", paragraphs=(["Planen har ingen inledning."],))


def chapters(report: PlanReport) -> Block | BlockSeries:
    """The plan's chapters in its own words, each by its title."""
    found = list(_chapters(report))
    if not found:
        return Text(id="kapitel", paragraphs=(["Planen har inga fler avsnitt i löpande text."],))
    return BlockSeries(found)


def definitions(report: PlanReport) -> Block | BlockSeries:
    """The terms that the plan defines."""
    found = list(_definitions(report))
    return BlockSeries(found) if found else Text(id="definitioner", paragraphs=(["Planen definierar inga begrepp."],))


def _introductions(report: PlanReport) -> Iterator[Block]:
    for plan in report.plans:
        if plan.vision:
            yield Comment(f"vision-{slug(plan.stem)}", "Vision", markdown.prose_of(plan.vision))
        if plan.introduction:
            yield Comment(f"inledning-{slug(plan.stem)}", f"Ur {plan.title}", markdown.prose_of(plan.introduction))


def _chapters(report: PlanReport) -> Iterator[Block]:
    for plan in report.plans:
        for number, one in enumerate(plan.chapters, 1):
            name = f"kapitel-{slug(plan.stem)}-{number}"
            yield Heading(name, one.title)
            yield Comment(f"{name}-text", "", markdown.prose_of(one.text))


def _definitions(report: PlanReport) -> Iterator[Block]:
    for plan in report.plans:
        for number, one in enumerate(plan.definitions, 1):
            yield Comment(f"definition-{slug(plan.stem)}-{number}", one.title, markdown.prose_of(one.text))


def content(report: PlanReport) -> BlockSeries:
    """The committee's own plan: how much it holds, then every entry. Nothing without one: own_words says so."""
    if report.plan is None:
        return BlockSeries()
    counted = (Heading("planens-delar", "Planens delar"), size(report), size_chart(report))
    return BlockSeries((*(counted if len(report.plan.roots) > 1 else ()), *tree(report)))


def size(report: PlanReport) -> Block:
    """How many entries there are at each level, for each outermost one."""
    plan = report.plan
    if plan is None:
        return _nothing("planens-storlek")
    # A level that stands outermost everywhere has nothing to be counted below.
    below = {node.level for root in plan.roots for node in root.descendants()}
    columns = [FigureColumn(level.code, level.plural, decimals=0) for level in plan.levels if level.code in below]
    if not columns:
        return Text(id="planens-storlek", paragraphs=(["Planen har en enda nivå."],))
    total = [Cell("Hela planen"), *(cell_of(report.size[column.key], 0) for column in columns)]
    return Table(
        id="planens-storlek",
        caption=f"Planens innehåll per {lower(part_of(plan))}",
        columns=(
            Column("label", part_of(plan), "text", 2.6),
            *(Column(column.key, column.label) for column in columns),
        ),
        rows=(
            *(
                Row(
                    str(code),
                    (Cell(f"{code} {row.text('name')}"), *(cell_of(row.figure(column.key), 0) for column in columns)),
                )
                for code, row in report.size_by_root.rows()
            ),
            Row("summa", tuple(total), role="total"),
        ),
        unit_line="Antal poster på varje nivå",
        source=f"Källa: {plan.source}.",
    )


def size_chart(report: PlanReport) -> Block:
    """How many of what is followed up each outermost entry has."""
    plan = report.plan
    if plan is None or len(plan.places) < 2:
        return _nothing("diagram-planens-storlek")
    from followup.charts import plan_size

    size = report.size_by_root
    frame = size.with_columns({"count": size.figures(FOLLOWED)}, PART_COLUMNS)
    level = plan.followed_level
    words = plan_size.Words(lower(level.name), lower(level.plural), lower(part_of(plan)))
    return plan_size.chart(frame, words, source=f"Källa: {plan.source}.")


def tree(report: PlanReport) -> BlockSeries:
    """Every entry of the committee's own plans, below a heading for each outermost one; no blocks without a plan."""
    return BlockSeries(block for plan in report.plans for root in plan.roots for block in _branch(plan, root))


def _nothing(block_id: str) -> Text:
    return Text(id=block_id, paragraphs=(["Nämnden har ingen egen plan bland underlagen."],))


def _branch(plan: Plan, root: Node) -> Iterator[Block]:
    """The root's heading and text, and what lies below it."""
    name = _id(plan, root)
    yield Heading(name, title_of(plan, root))
    # Pages of text are more than a table can hold.
    as_texts = any(node.text for node in root.descendants())
    alone = not any(child.children for child in root.children)
    prose: Prose = markdown.prose_of(root.text) if root.text else []
    if as_texts or alone:
        prose = [*prose, *_listed(tuple(child for child in root.children if _is_bare(child)))]
    if prose:
        yield Comment(f"{name}-text", "", prose)
    elif not root.children:
        yield Text(id=f"{name}-text", paragraphs=(["Planen anger inget under denna punkt."],))
    if as_texts:
        yield from _texts(plan, root)
    elif not alone:
        yield from _tables(plan, root)


def _id(plan: Plan, node: Node) -> str:
    return f"plan-{slug(plan.stem)}-{slug(node.code)}"


def _is_bare(node: Node) -> bool:
    """Whether its name is all that there is of it."""
    return not node.text and not node.children


def _texts(plan: Plan, node: Node) -> Iterator[Block]:
    """Each entry below with its own text; what is no more than a name stands in the list of the one above it."""
    for child in node.children:
        if _is_bare(child):
            continue
        title = f"{plan.level(child.level).name}: {label_of(child)}"
        bare = tuple(one for one in child.children if _is_bare(one))
        prose = [*(markdown.prose_of(child.text) if child.text else []), *_listed(bare)]
        if child.children and not plan.is_followed(child):
            yield Heading(_id(plan, child), title, 4)
            if prose:
                yield Comment(f"{_id(plan, child)}-text", "", prose)
        else:
            yield Comment(_id(plan, child), title, prose or _listed(child.children))
        yield from _texts(plan, child)


def _tables(plan: Plan, root: Node) -> Iterator[Table]:
    """One table, or one for each entry of the second level where there are two levels or more between it and the last.

    What lies on a deeper level right below the root has a table of its own then.
    """
    row_depth = max(1, len(plan.places) - 2)
    if row_depth < 3:
        yield _table(plan, _id(plan, root), "", root.children, row_depth)
        return
    second = plan.places[1]
    for child in root.children:
        if child.depth == 1 and child.children:
            caption = f"{plan.level(child.level).name} {child.code}: {label_of(child)}"
            yield _table(plan, _id(plan, child), caption, child.children, row_depth)
    rest = tuple(child for child in root.children if child.depth != 1 or not child.children)
    if rest:
        caption = f"Utan {lower(second.name)}" if len(rest) < len(root.children) else ""
        yield _table(plan, f"{_id(plan, root)}-direkt", caption, rest, row_depth)


def _table(plan: Plan, table_id: str, caption: str, nodes: tuple[Node, ...], row_depth: int) -> Table:
    below = plan.places[row_depth + 1 :]
    inside = [one for node in nodes for one in (node, *node.descendants())]
    filled = bool(below) and any(node.depth > row_depth for node in inside)
    with_committees = len({node.committees for node in inside}) > 1
    content = swedish.list_of([below[0].plural, *(lower(level.plural) for level in below[1:])]) if filled else ""
    rows = tuple(_rows(nodes, row_depth, filled, with_committees))
    level = plan.places[row_depth]
    return Table(
        id=f"{table_id}-tabell",
        caption=caption or (f"{level.plural} med {lower(content)}" if filled else level.plural),
        columns=(
            Column("label", level.name, "text", 1.6),
            *((Column("content", content, "prose", 3.2),) if filled else ()),
            *((Column("committees", "Nämnder", "text", 1.2),) if with_committees else ()),
        ),
        rows=rows,
    )


def _rows(nodes: tuple[Node, ...], row_depth: int, filled: bool, committees: bool) -> Iterator[Row]:
    for node in nodes:
        if node.depth < row_depth and node.children:
            yield Row(f"grupp-{node.code}", (Cell(label_of(node)),), role="group")
            yield from _rows(node.children, row_depth, filled, committees)
            continue
        carried = (text_cell(", ".join(node.committees)),) if committees else ()
        if not filled:
            yield Row(node.code, (Cell(label_of(node)), *carried))
            continue
        for start in range(0, max(1, len(node.children)), _MOST_LISTED):
            part = node.children[start : start + _MOST_LISTED]
            name = f"{label_of(node)} (fortsättning)" if start else label_of(node)
            key = f"{node.code}-{start}" if start else node.code
            yield Row(key, (Cell(name), _content(part), *carried))


def _content(nodes: tuple[Node, ...]) -> Cell:
    prose = _listed(nodes)
    return Cell(markdown.plain_of(prose), prose=prose) if prose else Cell(swedish.MISSING)


def _listed(nodes: tuple[Node, ...]) -> Prose:
    """A list of entries, each with the list of those below it."""
    if not nodes:
        return []
    return [{"ul": [[{"p": [label_of(node)]}, *_listed(node.children)] for node in nodes]}]
