"""Which cells of a table of people may be shown, decided for the whole table at once.

The table is one slot of time: a month's employees, or a year's respondents, per unit (committee or the region) and
group (all, a sex, an age group). A cell of few people is not shown (LKBR 11 kap., on sick leave). Since
totals are shown, what is hidden could be worked out: the committee less its other groups, the region less its other
committees. So further cells are hidden, the smallest first, until nothing that is small can be worked out from any of
the sums, nor from several of them together: between the numbers that all the sums allow there must be room for more
than the value itself, as the field's tools ask (τ-Argus, sdcTable). How few and how much room: `PeopleRules`.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from followup.analysis.people.bounds import Bounds, Known

if TYPE_CHECKING:
    from followup.params.people_rules import PeopleRules

WHOLE = "all"

# (unit, group): ("DNKS", "women"), ("REGION", WHOLE).
Cell = tuple[str, str]


@dataclass(frozen=True)
class Relation:
    """`whole` is the sum of `parts`, as everybody knows."""

    whole: Cell
    parts: tuple[Cell, ...]

    @property
    def cells(self) -> tuple[Cell, ...]:
        return (self.whole, *self.parts)


@dataclass(frozen=True)
class Table:
    """`counts`: people in every cell, 0 for nobody. `relations`: those for whole units before those for groups.
    `values`: what would be told of the cells, such as hours of absence, and `highest`: the most that it can be.

    `covering` says how exactly wholes are shown: one step of the last decimal is `highest` of the whole divided by it.
    """

    counts: Mapping[Cell, float]
    relations: tuple[Relation, ...]
    covering: float
    values: Mapping[Cell, float]
    highest: Mapping[Cell, float]

    def says_nothing(self, relation: Relation, cell: Cell, hidden: Collection[Cell], limits: PeopleRules) -> bool:
        """Whether `cell` drowns in the rounding of the relation's whole.

        It does when one step is more than the cell, or all that is hidden, can hold; and when it is so many times the
        value, and such a share of what the cell can hold. (Or the decision would follow the value too closely.)
        """
        if relation.whole in hidden:
            return False
        step, most = self.highest[relation.whole] / self.covering, self.highest[cell]
        inside = math.fsum(self.highest[part] for part in relation.parts if part in hidden)
        least = max(most * limits.rounding_percent / 100, limits.rounding_times * self.values[cell])
        return step >= min(most, inside) or step >= least


def hidden_cells(
    table: Table,
    limits: PeopleRules,
    hidden: Collection[Cell] = (),
    sensitive: Collection[Cell] = (),
    preferred: Collection[Cell] = (),
) -> frozenset[Cell]:
    """The cells that may not be shown: those of few people, those in `hidden`, and what protects them.

    `sensitive`: further cells that must not be possible to work out. `preferred`: cells that it costs least to hide,
    since they have been hidden before. A cell of nobody is hidden, as it has no value, and gives nobody away.
    """
    counts = table.counts
    small = {cell for cell, count in counts.items() if count <= limits.smallest_group_hidden}
    guarded = [cell for cell in counts if counts[cell] > 0 and (cell in small or cell in sensitive)]
    found = _with_their_groups({*small, *hidden}, counts)
    while True:
        choice = _from_a_sum(table, found, guarded, limits, preferred) or _from_all_sums(
            table, found, guarded, limits, preferred
        )
        if choice is None:
            return frozenset(found)
        found = _with_their_groups({*found, choice}, counts)


def _with_their_groups(found: Collection[Cell], counts: Mapping[Cell, float]) -> set[Cell]:
    """A unit that is hidden is hidden in all its groups, which would sum to it."""
    units = {unit for unit, group in found if group == WHOLE}
    return {*found, *(cell for cell in counts if cell[0] in units)}


def _from_a_sum(
    table: Table, found: set[Cell], guarded: Iterable[Cell], limits: PeopleRules, preferred: Collection[Cell]
) -> Cell | None:
    """What to hide next since a guarded cell has too few others hidden beside it in one sum; None if none has.

    The others are too few when together with the cell they are a small group, or only a small share of it: the sum
    would then say almost what the cell does.
    """
    limit, share = limits.smallest_group_hidden, limits.beside_percent / 100
    for relation in table.relations:
        if relation.whole in found:
            continue
        inside = {part for part in relation.parts if part in found}
        people = math.fsum(table.counts[part] for part in inside)
        for cell in guarded:
            if cell not in inside or table.says_nothing(relation, cell, found, limits):
                continue
            count = table.counts[cell]
            others = people - count
            if others < max(limit + 1 - count, count * share):
                order = _cheapest_first(table, relation.parts, found, preferred)
                # With nothing left to hide beside it the sum itself cannot be shown.
                return order[0] if order else relation.whole
    return None


def _from_all_sums(
    table: Table, found: set[Cell], guarded: Iterable[Cell], limits: PeopleRules, preferred: Collection[Cell]
) -> Cell | None:
    """What to hide next since a guarded cell is told by several sums together; None if no cell is."""
    for cell in guarded:
        if not _is_told(table, found, cell, limits):
            continue
        touching = {other for relation in table.relations if found & set(relation.cells) for other in relation.cells}
        order = _cheapest_first(table, [other for other in table.counts if other in touching], found, preferred)
        for candidate in order:
            if not _is_told(table, _with_their_groups({*found, candidate}, table.counts), cell, limits):
                return candidate
        if order:
            return order[0]
    return None


def _is_told(table: Table, hidden: Collection[Cell], cell: Cell, limits: PeopleRules) -> bool:
    """Whether the sums leave too little room for the cell's value, such as less than its own size, or none."""
    informing = [one for one in table.relations if not table.says_nothing(one, cell, hidden, limits)]
    asked = limits.room_times * table.values[cell]
    near = _connected(cell, informing, {one for one in hidden if table.counts[one] > 0})
    if all(relation.whole in hidden for relation in near):
        return False
    if _follows(table, hidden, cell, near):
        return True
    if len(near) == 1 and _room_in(table, near[0], hidden, cell) >= asked:
        return False
    unknown = {one: table.highest[one] for relation in near for one in relation.cells if one in hidden}
    low, high = Bounds(unknown, [_known(table, relation, hidden) for relation in near]).of(cell)
    # HiGHS is exact to a ten millionth.
    return high - low < asked * (1 - 1e-6)


def _connected(cell: Cell, relations: Sequence[Relation], unknown: Collection[Cell]) -> list[Relation]:
    """The relations that say something of the cell, by way of unknown cells that they share."""
    reached, found = {cell}, []
    left = list(relations)
    while near := [one for one in left if not reached.isdisjoint(one.cells)]:
        found += near
        left = [one for one in left if one not in near]
        reached |= {other for one in near for other in one.cells if other in unknown}
    return [one for one in relations if one in found]


def _room_in(table: Table, relation: Relation, hidden: Collection[Cell], cell: Cell) -> float:
    """How far the value of a cell can move that only one sum tells of."""
    others = [part for part in relation.parts if part in hidden and part != cell]
    together = table.values[cell] + math.fsum(table.values[other] for other in others)
    lowest = max(0.0, together - math.fsum(table.highest[other] for other in others))
    return min(table.highest[cell], together) - lowest


def _known(table: Table, relation: Relation, hidden: Collection[Cell]) -> Known:
    factors = {part: 1.0 for part in relation.parts if part in hidden}
    if relation.whole in hidden:
        factors[relation.whole] = -1.0
    return factors, math.fsum(factor * table.values[one] for one, factor in factors.items())


def _follows(table: Table, hidden: Collection[Cell], cell: Cell, relations: Sequence[Relation]) -> bool:
    """Whether the sums determine the cell exactly, whatever the values are."""
    unknown = [other for other in table.counts if other in hidden and table.counts[other] > 0]
    place = {other: number for number, other in enumerate(unknown)}
    matrix, wanted = np.zeros((len(relations), len(unknown))), np.zeros((1, len(unknown)))
    for number, relation in enumerate(relations):
        for other in relation.parts:
            if other in place:
                matrix[number, place[other]] = 1.0
        if relation.whole in place:
            matrix[number, place[relation.whole]] = -1.0
    wanted[0, place[cell]] = 1.0
    return bool(np.linalg.matrix_rank(matrix) == np.linalg.matrix_rank(np.vstack([matrix, wanted])))


def _cheapest_first(table: Table, cells: Sequence[Cell], found: set[Cell], preferred: Collection[Cell]) -> list[Cell]:
    """The cells that can still be hidden to any use, the smallest first; before them those that were hidden before.

    A group is rather hidden in a unit with other hidden groups, which can protect each other. A whole unit comes last
    where a group will do.
    """
    units = {unit for unit, _ in found}
    left = [cell for cell in cells if cell not in found and table.counts[cell] > 0]

    def cost(cell: Cell) -> tuple[bool, bool, bool, float]:
        unit, group = cell
        return cell not in preferred, group == WHOLE, unit not in units and group != WHOLE, table.counts[cell]

    return sorted(left, key=cost)
