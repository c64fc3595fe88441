"""What a plan says: its introduction, and its hierarchy as one table for each outermost entry.

A row is an entry of the second level, or of the third in a plan with four levels or more; what lies below it is a list
in the row, and what lies above it is a heading over the rows. So a plan of five levels can still be read.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from followup.presentation import markdown, swedish
from followup.presentation.block_series import BlockSeries
from followup.presentation.blocks import Block, Cell, Column, Comment, Prose, Row, Table, Text
from followup.presentation.document import slug
from followup.presentation.tables import FigureColumn, text_cell

if TYPE_CHECKING:
    from followup.inputs.plans import Node, Plan
    from followup.plan_report import PlanReport


def own_words(report: PlanReport) -> Block:
    """Vision, introduction, chapters and definitions of the committee's own plans, in their own words."""
    found = [*_introductions(report), *_chapters(report), *_definitions(report)]
    if not found:
        nothing = "Nämnden har ingen egen plantext bland underlagen."
        return Text(id="inledning", paragraphs=([nothing],))
    return BlockSeries(found)


def introduction(report: PlanReport) -> Block:
    """The plan's vision and introduction in its own words."""
    found = list(_introductions(report))
    return BlockSeries(found) if found else Text(id="inledning", paragraphs=(["Planen har ingen inledning."],))


def chapters(report: PlanReport) -> Block:
    """The plan's chapters in its own words, each by its title."""
    found = list(_chapters(report))
    if not found:
        return Text(id="kapitel", paragraphs=(["Planen har inga fler avsnitt i löpande text."],))
    return BlockSeries(found)


def definitions(report: PlanReport) -> Block:
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
            yield Comment(f"kapitel-{slug(plan.stem)}-{number}", one.title, markdown.prose_of(one.text))


def _definitions(report: PlanReport) -> Iterator[Block]:
    for plan in report.plans:
        for number, one in enumerate(plan.definitions, 1):
            yield Comment(f"definition-{slug(plan.stem)}-{number}", one.title, markdown.prose_of(one.text))


def content(report: PlanReport) -> Block:
    """The committee's own plan: how much it holds, then every entry. Said once where it has no plan of its own."""
    if report.plan is None:
        return _nothing("planens-innehall")
    return BlockSeries((size(report), size_chart(report), *tree(report)))


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
    total = [Cell("Hela planen"), *(swedish.cell_of(report.size[column.key], 0) for column in columns)]
    return Table(
        id="planens-storlek",
        caption=f"Planens innehåll per {_lower(part_of(plan))}",
        columns=(
            Column("label", part_of(plan), "text", 2.6),
            *(Column(column.key, column.label) for column in columns),
        ),
        rows=(
            *(
                Row(
                    str(code),
                    (Cell(f"{code} {row['name']}"), *(swedish.cell_of(row[column.key], 0) for column in columns)),
                )
                for code, row in report.size_by_root.iterrows()
            ),
            Row("summa", tuple(total), role="total"),
        ),
        unit_line="Antal poster på varje nivå",
        source=f"Källa: {plan.source}.",
    )


def size_chart(report: PlanReport) -> Block:
    """How many of what is followed up each outermost entry has."""
    plan = report.plan
    if plan is None or len(plan.levels) < 2:
        return _nothing("diagram-planens-storlek")
    from followup.presentation.charts import plan_size

    frame = report.size_by_root[["name", plan.followed]].rename(columns={plan.followed: "count"})
    level = plan.level(plan.followed)
    words = plan_size.Words(_lower(level.name), _lower(level.plural), _lower(part_of(plan)))
    return plan_size.chart(frame, words, source=f"Källa: {plan.source}.")


def tree(report: PlanReport) -> BlockSeries:
    """Every entry of the committee's own plans, one table for each outermost one; no blocks without a plan."""
    return BlockSeries(block for plan in report.plans for root in plan.roots for block in _branch(plan, root))


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


def _nothing(block_id: str) -> Text:
    nothing = "Nämnden har ingen egen plan bland underlagen. Målen ur regionens Mål och budget står under Mål."
    return Text(id=block_id, paragraphs=([nothing],))


def _lower(word: str) -> str:
    return word[:1].lower() + word[1:]


def _branch(plan: Plan, root: Node) -> Iterator[Block]:
    """The root's own text, and the table of what lies below it."""
    name, title = _id(plan, root), title_of(plan, root)
    if not root.children:
        prose = markdown.prose_of(root.text) if root.text else _paragraph("Planen anger inget under denna punkt.")
        yield Comment(name, title, prose)
        return
    if any(node.text for node in root.descendants()):
        # Pages of text, which no table can hold.
        yield from _texts(plan, root, title)
        return
    if root.text:
        yield Comment(f"{name}-text", title, markdown.prose_of(root.text))
    row_depth = 2 if len(plan.levels) > 3 else 1
    below = plan.levels[row_depth + 1 :]
    with_committees = len({node.committees for node in root.descendants()}) > 1
    content = swedish.list_of([below[0].plural, *(_lower(level.plural) for level in below[1:])]) if below else ""
    rows = tuple(_rows(root, row_depth, bool(content), with_committees))
    levels = {node.level for node in root.descendants() if node.code in {row.key for row in rows}}
    label = plan.level(levels.pop()).name if len(levels) == 1 else plan.levels[row_depth].name
    yield Table(
        id=name,
        caption=title,
        columns=(
            Column("label", label, "text", 1.6),
            *((Column("content", content, "prose", 3.2),) if content else ()),
            *((Column("committees", "Nämnder", "text", 1.2),) if with_committees else ()),
        ),
        rows=rows,
    )


def _id(plan: Plan, node: Node) -> str:
    return f"plan-{slug(plan.stem)}-{slug(node.code)}"


def _texts(plan: Plan, node: Node, title: str) -> Iterator[Block]:
    """The entry with its own text and the names of those below it; then each of those that say something more."""
    prose: Prose = markdown.prose_of(node.text) if node.text else []
    if node.children:
        prose = [*prose, {"ul": [[{"p": [label_of(child)]}] for child in node.children]}]
    yield Comment(_id(plan, node), title, prose or _paragraph("Planen har ingen text om detta."))
    for child in node.children:
        if child.text or child.children:
            yield from _texts(plan, child, f"{plan.level(child.level).name}: {label_of(child)}")


def _rows(node: Node, row_depth: int, content: bool, committees: bool) -> Iterator[Row]:
    for child in node.children:
        if child.depth < row_depth and child.children:
            yield Row(f"grupp-{child.code}", (Cell(label_of(child)),), role="group")
            yield from _rows(child, row_depth, content, committees)
        else:
            cells = [Cell(label_of(child))]
            if content:
                cells.append(_content(child))
            if committees:
                cells.append(text_cell(", ".join(child.committees)))
            yield Row(child.code, tuple(cells))


def _content(node: Node) -> Cell:
    prose: Prose = [*(markdown.prose_of(node.text) if node.text else []), *_listed(node.children)]
    return Cell(markdown.plain_of(prose), prose=prose) if prose else Cell(swedish.MISSING)


def _listed(nodes: tuple[Node, ...]) -> Prose:
    """A list of entries, each with its text and the list of those below it."""
    if not nodes:
        return []
    return [
        {
            "ul": [
                [
                    {"p": [label_of(node)]},
                    *(markdown.prose_of(node.text) if node.text else []),
                    *_listed(node.children),
                ]
                for node in nodes
            ]
        }
    ]


def _paragraph(text: str) -> Prose:
    return [{"p": [text]}]
