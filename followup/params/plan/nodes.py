"""The hierarchy of a plan: entries on levels, one within another, with those who carry them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from followup.ground.figure import Origin
from followup.params.plan.file import LevelEntry, NodeEntry, PlanFile
from followup.params.plan.tables import line_origin
from followup.params.yaml_file import EntryPath, YamlFile

Level = LevelEntry


@dataclass(frozen=True)
class Node:
    """One entry of the hierarchy.

    `level` is its level's code and `depth` that level's place, outermost 0. `ancestors` are the names above it,
    outermost first, and `parent` the code of the nearest. `committees` are codes with groups expanded, taken from the
    nearest ancestor where the entry itself names none. `due` is the day, month or year for it, "" for none. `text` is
    Markdown. `carried_over` and `note` are as printed: "Från MoB 2018", "se beskrivningsfält". `printed` is another
    wording of the name that the source prints, at `printed_place`. `origin` is the entry's line in its file.
    """

    code: str
    name: str
    printed: str
    printed_place: str
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

    @property
    def names(self) -> tuple[str, ...]:
        """Every wording that it is known by, its own name first."""
        return tuple(name for name in (self.name, self.printed, *self.synonyms) if name)

    def descendants(self) -> Iterator[Node]:
        """All nodes below this one, in plan order."""
        for child in self.children:
            yield child
            yield from child.descendants()


def nodes_of(
    plan: PlanFile, file: YamlFile, path: EntryPath, entries: tuple[NodeEntry, ...], parent: Node | None
) -> Iterator[Node]:
    """The entries at a path of a checked file, each with all below it."""
    for place, entry in enumerate(entries):
        level = level_of(plan.levels, entry, parent.depth if parent else -1)
        assert level is not None  # checked: a file with an unknown level has not come here
        inherited = parent.committees if parent else ()
        node = Node(
            code=entry.code,
            name=entry.name,
            printed=entry.printed,
            printed_place=entry.printed_place,
            level=level.code,
            depth=depth_of(plan.levels, level),
            text=entry.text,
            committees=inherited if entry.committees is None else carriers_of(plan, entry.committees),
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
        yield replace(node, children=tuple(nodes_of(plan, file, below, entry.children, node)))


def level_of(levels: tuple[Level, ...], entry: NodeEntry, parent_depth: int) -> Level | None:
    """An entry's level: the one it names, else the one below its parent's. None if there is no such."""
    if entry.level is not None:
        return next((level for level in levels if level.code == entry.level), None)
    return next((level for level in levels if depth_of(levels, level) == parent_depth + 1), None)


def depth_of(levels: tuple[Level, ...], level: Level) -> int:
    """A level's place, outermost 0; the same for levels that stand beside each other."""
    return [one.code for one in levels if not one.beside].index(level.beside or level.code)


def carriers_of(plan: PlanFile, names: tuple[str, ...]) -> tuple[str, ...]:
    """Codes of committees, in order, for codes and names of groups."""
    codes = (code for name in names for code in plan.groups.get(name, (name,)))
    return tuple(dict.fromkeys(codes))
