"""A plan (Mål och budget, verksamhetsplan): a hierarchy whose levels are data, printed tables, and decided changes.

A plan says what is followed up: every node of its level `followed`, with the committees that carry it. The levels above
and below are context. A committee's plan and the region's have the same form; a year may have several
(`2024.yml` is the year's main plan, `2024-fou.yml` a second one).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from followup.ground.figure import PERCENT, Figure, Origin
from followup.ground.wording import normalised
from followup.params.plan_file import DefinitionEntry, IndicatorEntry, LevelEntry, NodeEntry, PlanFile
from followup.params.plan_tables import BudgetChange, PlanTable, budget_change, line_origin, plan_table
from followup.params.yaml_file import EntryPath, YamlFile

FRAMES = "frames"

Level = LevelEntry
Definition = DefinitionEntry
PlanIndicator = IndicatorEntry


@dataclass(frozen=True)
class Goal:
    """A goal (mål). `focus_area` is the focus area's name; `committees` are codes, groups expanded, in plan order."""

    code: str
    name: str
    focus_area: str
    committees: tuple[str, ...]
    synonyms: tuple[str, ...]


@dataclass(frozen=True)
class Node:
    """One entry of the hierarchy.

    `level` is its level's code and `depth` that level's place, outermost 0. `ancestors` are the names above it,
    outermost first, and `parent` the code of the nearest. `committees` are codes with groups expanded, taken from the
    nearest ancestor where the entry itself names none. `text` is Markdown. `due` is a day, a month or a year as ISO
    text, empty where none is said. `carried_over` and `note` are as printed:
    "Från MoB 2018", "se beskrivningsfält". `origin` is the entry's line in its file.
    """

    code: str
    name: str
    level: str
    depth: int
    text: str
    committees: tuple[str, ...]
    due: str
    carried_over: str
    note: str
    synonyms: tuple[str, ...]
    ancestors: tuple[str, ...]
    parent: str
    children: tuple[Node, ...]
    origin: Origin

    def descendants(self) -> Iterator[Node]:
        """All nodes below this one, in plan order."""
        for child in self.children:
            yield child
            yield from child.descendants()


@dataclass(frozen=True)
class Plan:
    """One plan. `stem` is its file's name without ending: `2024`, `2024-fou`; `owner` a committee's code or REGION.

    `levels` stand outermost first, `roots` are the outermost nodes. `chapters` are the printed prose beside the
    hierarchy, `definitions` what the plan means by its terms. `tax_rate` is in per cent, None where the plan has none.
    """

    stem: str
    file: str
    year: int
    owner: str
    title: str
    source: str
    vision: str
    introduction: str
    chapters: tuple[Definition, ...]
    definitions: tuple[Definition, ...]
    levels: tuple[Level, ...]
    followed: str
    scale: str
    roots: tuple[Node, ...]
    indicators: tuple[PlanIndicator, ...]
    tables: tuple[PlanTable, ...]
    tax_rate: Figure | None
    budget_changes: tuple[BudgetChange, ...]

    @property
    def is_main(self) -> bool:
        """Whether this is the year's main plan."""
        return self.stem == str(self.year)

    @cached_property
    def nodes(self) -> tuple[Node, ...]:
        """Every node in plan order, a parent before its children."""
        return tuple(node for root in self.roots for node in (root, *root.descendants()))

    def nodes_at(self, level: str) -> list[Node]:
        """The nodes of one level, by its code, in plan order."""
        return [node for node in self.nodes if node.level == level]

    def level(self, code: str) -> Level:
        """The level with this code. Raises KeyError for an unknown one."""
        for level in self.levels:
            if level.code == code:
                return level
        raise KeyError(code)

    @cached_property
    def followed_nodes(self) -> tuple[Node, ...]:
        """The nodes that a follow-up assesses, in plan order."""
        return tuple(self.nodes_at(self.followed))

    def find(self, text: str) -> Node | None:
        """A node by its code, name or synonym; case, spaces and kinds of dash make no difference.

        Names are looked for among what is followed first, then among all. None if unknown, or if several have the name.
        """
        wanted = normalised(text)
        for node in self.nodes:
            if normalised(node.code) == wanted:
                return node
        for nodes in (self.followed_nodes, self.nodes):
            found = [node for node in nodes if wanted in map(normalised, (node.name, *node.synonyms))]
            if found:
                return found[0] if len(found) == 1 else None
        return None

    @cached_property
    def goals(self) -> tuple[Goal, ...]:
        """What is followed up, in plan order, each with the outermost node above it as its focus area."""
        return tuple(
            Goal(node.code, node.name, (*node.ancestors, self.title)[0], node.committees, node.synonyms)
            for node in self.followed_nodes
        )

    def goals_of(self, committee: str) -> list[Goal]:
        """The goals that a committee carries, in plan order."""
        return [goal for goal in self.goals if committee in goal.committees]

    def table(self, table_id: str) -> PlanTable | None:
        """A printed table by its id; None where the plan has none."""
        return next((table for table in self.tables if table.id == table_id), None)

    def frame_of(self, committee: str, year: int | None = None) -> Figure:
        """The frame that the plan gives a committee for a year (the plan's own, if none is said): kronor, cost −.

        The sum of the committee's rows in the table `frames`. Missing where the plan has no frame for it.
        """
        table, column = self.table(FRAMES), str(year or self.year)
        if table is None or column not in table.columns:
            return Figure.missing("planen har ingen budgetram")
        rows = [row for row in table.rows if row.committee == committee]
        if not rows:
            return Figure.missing("planen har ingen budgetram")
        return Figure.sum(row.figures[table.columns.index(column)] for row in rows)


def plans_of(entries: Mapping[str, PlanFile], files: Mapping[str, YamlFile]) -> tuple[Plan, ...]:
    """The plans of checked files, keyed by their path below params: `plans/2024.yml`."""
    by_year = {entry.year: entry for name, entry in entries.items() if name == f"plans/{entry.year}.yml"}
    return tuple(
        _plan(name.removeprefix("plans/").removesuffix(".yml"), files, entry, by_year.get(entry.based_on or 0))
        for name, entry in entries.items()
    )


def _plan(stem: str, files: Mapping[str, YamlFile], entry: PlanFile, based_on: PlanFile | None) -> Plan:
    file = files[f"plans/{stem}.yml"]
    hierarchy = based_on or entry
    hierarchy_file = files[f"plans/{based_on.year}.yml"] if based_on else file
    tax_rate = None
    if entry.tax_rate is not None:
        tax_rate = Figure(entry.tax_rate, PERCENT, line_origin(file, "tax_rate", ("tax_rate",)))
    names = (
        "year",
        "owner",
        "title",
        "source",
        "vision",
        "introduction",
        "chapters",
        "definitions",
        "indicators",
    )
    return Plan(
        stem=stem,
        file=file.name,
        levels=hierarchy.levels,
        followed=hierarchy.followed,
        scale=hierarchy.scale,
        roots=tuple(_nodes(hierarchy, hierarchy_file, ("nodes",), hierarchy.nodes, None)),
        tables=tuple(plan_table(file, number, table) for number, table in enumerate(entry.tables)),
        budget_changes=tuple(budget_change(file, number, one) for number, one in enumerate(entry.budget_changes)),
        tax_rate=tax_rate,
        **{name: getattr(entry, name) for name in names},
    )


def level_of(levels: tuple[Level, ...], entry: NodeEntry, parent_depth: int) -> int | None:
    """The place of an entry's level: the one it names, else the one below its parent's. None if there is no such."""
    codes = [level.code for level in levels]
    if entry.level is not None:
        return codes.index(entry.level) if entry.level in codes else None
    return parent_depth + 1 if parent_depth + 1 < len(levels) else None


def _nodes(
    plan: PlanFile, file: YamlFile, path: EntryPath, entries: tuple[NodeEntry, ...], parent: Node | None
) -> Iterator[Node]:
    for place, entry in enumerate(entries):
        depth = level_of(plan.levels, entry, parent.depth if parent else -1)
        assert depth is not None  # checked: a file with an unknown level has not come here
        inherited = parent.committees if parent else ()
        node = Node(
            code=entry.code,
            name=entry.name,
            level=plan.levels[depth].code,
            depth=depth,
            text=entry.text,
            committees=inherited if entry.committees is None else _expanded(plan, entry.committees),
            due=entry.due,
            carried_over=entry.carried_over,
            note=entry.note,
            synonyms=entry.synonyms,
            ancestors=(*parent.ancestors, parent.name) if parent else (),
            parent=parent.code if parent else "",
            children=(),
            origin=line_origin(file, "nodes", (*path, place)),
        )
        below = (*path, place, "children")
        yield replace(node, children=tuple(_nodes(plan, file, below, entry.children, node)))


def _expanded(plan: PlanFile, names: tuple[str, ...]) -> tuple[str, ...]:
    codes = (code for name in names for code in plan.groups.get(name, (name,)))
    return tuple(dict.fromkeys(codes))
