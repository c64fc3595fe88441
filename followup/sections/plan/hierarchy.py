"""What a plan says: its introduction, and its hierarchy under a heading for each outermost entry.

Names alone stand in tables (`hierarchy_tables`); entries with texts of their own are running text. So any number of
levels can be read. What the plan says about a level stands before the first entry of it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from followup.analysis.plan.plan_hierarchy import FOLLOWED, PART_COLUMNS, followed_by_level, unfollowed_by_level
from followup.document import markdown
from followup.document.block_series import BlockSeries
from followup.document.blocks import Block, Column, Comment, Heading, Row, Table, Text
from followup.document.cells import Cell, cell_of, plain_sentence
from followup.document.document import slug
from followup.document.tables import FigureColumn
from followup.ground import swedish
from followup.ground.figure import COUNT, Figure
from followup.sections.plan import promises as plan_promises
from followup.sections.plan.entries import (
    counted_by_level,
    directly_under,
    followed_words,
    id_of,
    label_of,
    listed,
    own_text,
    part_of,
    title_of,
)
from followup.sections.plan.hierarchy_tables import tables
from followup.sections.plan.printed_tables import as_printed

if TYPE_CHECKING:
    from followup.params.plan.nodes import Node
    from followup.params.plans import Definition, Plan
    from followup.reports.plan import PlanReport


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
    """Each chapter with its tables; the promises stand where the plan begins to make them, or else last."""
    promises, region_plan = report.subject.promises, report.region_plan
    for plan in report.plans:
        is_making = bool(promises) and region_plan is not None and plan.stem == region_plan.stem
        for number, one in _elsewhere(plan.chapters):
            name = f"kapitel-{slug(plan.stem)}-{number}"
            yield Heading(name, one.title)
            yield Comment(f"{name}-text", "", markdown.prose_of(one.text))
            if is_making and promises[0].said[0].quote in one.text:
                is_making = False
                yield from plan_promises.table(report)
            yield from _tables(plan, one)
        if is_making:
            yield Heading("avsnitt-loften", "Löften")
            yield from plan_promises.table(report)


def _definitions(report: PlanReport) -> Iterator[Block]:
    for plan in report.plans:
        for number, one in _elsewhere(plan.definitions):
            yield Comment(f"definition-{slug(plan.stem)}-{number}", one.title, markdown.prose_of(one.text))
            yield from _tables(plan, one)


def _tables(plan: Plan, about: Definition) -> list[Table]:
    """The plan's tables that say which chapter or definition they stand in."""
    return [as_printed(plan, table) for table in plan.tables if table.chapter == about.title]


def _elsewhere(found: tuple[Definition, ...]) -> Iterator[tuple[int, Definition]]:
    """What is not about a level, with its place in the plan: the rest stands beside the level's entries."""
    return ((number, one) for number, one in enumerate(found, 1) if not one.level)


def content(report: PlanReport) -> BlockSeries:
    """The committee's own plan: how much it holds, then every entry. Nothing without one: own_words says so."""
    if report.plan is None:
        return BlockSeries(why="nämnden har ingen egen plan för året")
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
    followed = followed_by_level(plan)
    sums = dict(report.size)
    notes: tuple[str, ...] = ()
    if len(followed) > 1:
        # What the first page counts is on several levels: without its sum nobody finds it here.
        columns.append(FigureColumn(FOLLOWED, "Följs upp", decimals=0))
        sums[FOLLOWED] = Figure.sum(followed.values(), COUNT)
        rest = unfollowed_by_level(plan)
        apart = plain_sentence(counted_by_level(plan, {code: rest[code] for code in rest if code in below}))
        notes = ("”Följs upp” räknar också delen själv där inget står under den.",)
        notes += (f"Genom det som står under följs {apart} upp.",) if apart else ()
    total = [Cell("Hela planen"), *(cell_of(sums[column.key], 0) for column in columns)]
    return Table(
        id="planens-storlek",
        caption=f"Planens innehåll per {swedish.lowered(part_of(plan))}",
        columns=(
            Column("label", part_of(plan), "text", 2.6),
            *(Column("followed" if column.key == FOLLOWED else column.key, column.label) for column in columns),
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
        notes=notes,
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
    words = plan_size.Words(*followed_words(plan), swedish.lowered(part_of(plan)))
    return plan_size.chart(frame, words, source=f"Källa: {plan.source}.")


def tree(report: PlanReport) -> BlockSeries:
    """Every entry of the committee's own plans, below a heading for each outermost one; no blocks without a plan."""
    return BlockSeries(block for plan in report.plans for block in _entries(plan))


def _entries(plan: Plan) -> Iterator[Block]:
    """Each outermost entry with all below it, after what the plan says about its level."""
    about = [one for one in (*plan.chapters, *plan.definitions) if one.level]
    outermost = {root.level for root in plan.roots}
    for place, root in enumerate(plan.roots):
        for one in tuple(about):
            if one.level == root.level or (place == 0 and one.level not in outermost):
                about.remove(one)
                yield Comment(f"om-{slug(plan.stem)}-{slug(one.title)}", one.title, markdown.prose_of(one.text))
                yield from _tables(plan, one)
        yield from _branch(plan, root)


def _nothing(block_id: str) -> Text:
    return Text(id=block_id, paragraphs=(["Nämnden har ingen egen plan bland underlagen."],))


def _branch(plan: Plan, root: Node) -> Iterator[Block]:
    """The root's heading and text, and what lies below it."""
    name = id_of(plan, root)
    yield Heading(name, title_of(plan, root))
    # Pages of text are more than a table can hold.
    as_texts = any(node.text for node in root.descendants())
    alone = not any(child.children for child in root.children)
    prose = own_text(root)
    if as_texts or alone:
        prose = [*prose, *listed(tuple(child for child in root.children if _is_bare(child)), root.committees)]
    if prose:
        yield Comment(f"{name}-text", "", prose)
    elif not root.children:
        yield Text(id=f"{name}-text", paragraphs=(["Planen anger inget under denna punkt."],))
    if as_texts:
        yield from _texts(plan, root)
    elif not alone:
        yield from tables(plan, root)


def _is_bare(node: Node) -> bool:
    """Whether its name is all that there is of it."""
    return not node.text and not node.children


def _texts(plan: Plan, node: Node) -> Iterator[Block]:
    """Each entry below with its own text; what is no more than a name stands in the list of the one above it."""
    in_group = False
    for child in node.children:
        if _is_bare(child):
            continue
        title = f"{plan.level(child.level).name}: {label_of(child)}"
        bare = tuple(one for one in child.children if _is_bare(one))
        prose = [*own_text(child), *listed(bare, child.committees)]
        if child.children and not plan.is_followed(child):
            in_group = True
            yield Heading(id_of(plan, child), title, 4)
            if prose:
                yield Comment(f"{id_of(plan, child)}-text", "", prose)
        else:
            if in_group and child.depth > node.depth + 1:
                in_group = False
                yield Heading(f"{id_of(plan, child)}-direkt", directly_under(plan, node, child), 4)
            yield Comment(id_of(plan, child), title, prose or listed(child.children, child.committees))
        yield from _texts(plan, child)
