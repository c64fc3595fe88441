"""A plan (Mål och budget, verksamhetsplan): a hierarchy whose levels are data, printed tables, and decided changes.

A plan says what is followed up: every node of its level `followed`, and whatever else nothing lies below, with the
committees that carry it. What lies above is context, and can be assessed as a whole. A committee's plan and the
region's have the same form; a year may have several (`2024.yml` is the year's main plan, `2024-fou.yml` a second one).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from followup.ground.figure import PERCENT, Figure
from followup.ground.wording import normalised
from followup.params.plan.file import CountEntry, DecidedEntry, DefinitionEntry, IndicatorEntry, PlanFile, RemarkEntry
from followup.params.plan.nodes import Level, Node, nodes_of
from followup.params.plan.promises import Promise, promise_of
from followup.params.plan.tables import (
    FRAMES,
    BudgetChange,
    PlanTable,
    budget_change,
    line_origin,
    plan_table,
    read_in_params,
)
from followup.params.plan.targets import Target, target_of
from followup.params.yaml_file import YamlFile

# What entries of several levels are called together.
ENTRIES = Level(code="poster", name="Post", plural="Poster")
Definition = DefinitionEntry
PlanIndicator = IndicatorEntry
Decided = DecidedEntry
Remark = RemarkEntry


@dataclass(frozen=True)
class Goal:
    """A goal (mål). `focus_area` is the focus area's name; `committees` are codes, groups expanded, in plan order."""

    code: str
    name: str
    focus_area: str
    committees: tuple[str, ...]
    synonyms: tuple[str, ...]


@dataclass(frozen=True)
class Plan:
    """One plan. `stem` is its file's name without ending: `2024`, `2024-fou`; `owner` a committee's code or REGION.

    `more_years` are those beside its own that it is followed up in, `reported_by` those who report on it beside its
    owner. `levels` stand outermost first, one that shares another's place after it; `roots` are the outermost nodes.
    `chapters` are the printed prose beside the hierarchy, `definitions` what the plan means by its terms; those of a
    level stand beside its entries. `decided` is None where the source does not say who decided. `remarks` are what the
    transcription leaves out or cannot follow, `in_source` what has been counted by hand in the source, and
    `not_followed` why the entries are not followed up. `tax_rate` is in per cent, None where the plan has none.
    """

    stem: str
    file: str
    year: int
    more_years: tuple[int, ...]
    owner: str
    reported_by: tuple[str, ...]
    title: str
    source: str
    in_source: tuple[CountEntry, ...]
    not_followed: str
    decided: Decided | None
    vision: str
    introduction: str
    chapters: tuple[Definition, ...]
    definitions: tuple[Definition, ...]
    remarks: tuple[Remark, ...]
    levels: tuple[Level, ...]
    followed: str
    scale: str
    roots: tuple[Node, ...]
    indicators: tuple[PlanIndicator, ...]
    targets: tuple[Target, ...]
    promises: tuple[Promise, ...]
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

    @cached_property
    def places(self) -> tuple[Level, ...]:
        """The levels by their place, outermost first: of those that share a place the one that gave it."""
        return tuple(level for level in self.levels if not level.beside)

    def level(self, code: str) -> Level:
        """The level with this code. Raises KeyError for an unknown one."""
        for level in self.levels:
            if level.code == code:
                return level
        raise KeyError(code)

    @cached_property
    def followed_nodes(self) -> tuple[Node, ...]:
        """The nodes that a follow-up assesses, in plan order: its level, and on any other what nothing lies below."""
        return tuple(filter(self.is_followed, self.nodes))

    def is_followed(self, node: Node) -> bool:
        """Whether a follow-up assesses the node by itself."""
        return node.level == self.followed or not node.children

    @cached_property
    def followed_level(self) -> Level:
        """What one of the followed is called: its level's name, or an entry where they stand on several."""
        levels = {node.level for node in self.followed_nodes} or {self.followed}
        return self.level(levels.pop()) if len(levels) == 1 else ENTRIES

    def find(self, text: str) -> Node | None:
        """A node by its code or any of its names; case, spaces and kinds of dash make no difference.

        Names are looked for among what is followed first, then among all. None if unknown, or if several have the name.
        """
        wanted = normalised(text)
        for node in self.nodes:
            if normalised(node.code) == wanted:
                return node
        for nodes in (self.followed_nodes, self.nodes):
            found = [node for node in nodes if wanted in map(normalised, node.names)]
            if found:
                return found[0] if len(found) == 1 else None
        return None

    @cached_property
    def goals(self) -> tuple[Goal, ...]:
        """What is followed up, in plan order, each with the outermost node above it as its focus area."""
        return tuple(
            Goal(node.code, node.name, (*node.ancestors, self.title)[0], node.committees, node.names[1:])
            for node in self.followed_nodes
        )

    def goals_of(self, committee: str) -> list[Goal]:
        """The goals that a committee carries, in plan order."""
        return [goal for goal in self.goals if committee in goal.committees]

    def targets_of(self, committee: str) -> list[Target]:
        """The measurable targets that a committee carries, in plan order."""
        return [target for target in self.targets if committee in target.committees]

    def promises_of(self, committee: str) -> list[Promise]:
        """The promises that a committee carries, in plan order."""
        return [promise for promise in self.promises if committee in promise.committees]

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
        tax_rate = read_in_params(entry.tax_rate, PERCENT, line_origin(file, "tax_rate", ("tax_rate",)))
    names = (
        "year",
        "more_years",
        "owner",
        "reported_by",
        "title",
        "source",
        "in_source",
        "not_followed",
        "decided",
        "vision",
        "introduction",
        "chapters",
        "definitions",
        "remarks",
        "indicators",
    )
    roots = tuple(nodes_of(hierarchy, hierarchy_file, ("nodes",), hierarchy.nodes, None))
    nodes = {node.code: node for root in roots for node in (root, *root.descendants())}
    return Plan(
        stem=stem,
        file=file.name,
        levels=hierarchy.levels,
        followed=hierarchy.followed,
        scale=hierarchy.scale,
        roots=roots,
        targets=tuple(target_of(file, entry, number, nodes) for number in range(len(entry.targets))),
        promises=tuple(promise_of(file, entry, number) for number in range(len(entry.promises))),
        tables=tuple(plan_table(file, number, table) for number, table in enumerate(entry.tables)),
        budget_changes=tuple(budget_change(file, number, one) for number, one in enumerate(entry.budget_changes)),
        tax_rate=tax_rate,
        **{name: getattr(entry, name) for name in names},
    )
