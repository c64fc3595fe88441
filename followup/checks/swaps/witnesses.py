"""Who can say that two columns are each other's: amounts known elsewhere, and patterns that only one column has."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

import numpy as np
import pandas as pd

from followup.checks.swaps.votes import Limits, Votes
from followup.ground.wording import listed, quoted, spelled

if TYPE_CHECKING:
    from followup.checks.common.case import Case
    from followup.params.column_layout import ColumnLayout
    from followup.workbooks.read_table import StatedTotal
    from followup.workbooks.source_table import SourceTable

# What a number in the sheet may be rounded by: half of a tenth.
_HALF_STEP = 0.05


class Witness(Protocol):
    """Can be asked about two columns of its table; None where it knows nothing of them."""

    def votes(self, one: str, other: str, limits: Limits) -> Votes | None: ...


@dataclass(frozen=True, eq=False)
class KnownAmounts:
    """Amounts of columns beside what they are elsewhere, in kronor with the report's sign (or hours, or people).

    `own` and `known` have the same index, and a column for each one that is compared; a missing `known` is unknown, and
    a missing `own` is an empty cell, which is 0. `where` says where the others stand, `name` what an amount is called
    by its key, and `row_of` which row of the sheet is all of it, if any. `owners` are committees, aligned; without them
    it is the whole sheet. Amounts that differ by no more than `step` are equal. What only `supports` cannot say it
    alone, and what `moves_along` with the columns cannot speak against it. `shows_amounts` is false of people.
    """

    table: SourceTable
    columns: Mapping[str, ColumnLayout]
    own: pd.DataFrame
    known: pd.DataFrame
    where: str
    name: Callable[[Any], str]
    row_of: Callable[[Any], int | None] = int
    owners: pd.Series | None = None
    step: float = 0.0
    supports: bool = False
    moves_along: bool = False
    shows_amounts: bool = True

    def votes(self, one: str, other: str, limits: Limits) -> Votes | None:
        if not {one, other} <= set(self.own.columns) or not {one, other} & set(self.known.columns):
            return None
        ours = [self.own[name].fillna(0.0).to_numpy(dtype=float) for name in (one, other)]
        nothing = np.full(len(self.own), np.nan)
        theirs = [self.known[name].to_numpy(dtype=float) if name in self.known else nothing for name in (one, other)]
        step = self.step or _HALF_STEP * abs(self.columns[one].factor)
        differs = np.abs(ours[0] - ours[1])
        amounts = np.isfinite(theirs[0]).astype(int) + np.isfinite(theirs[1])
        as_it_stands, swapped = (
            np.nansum([np.abs(left - theirs[0]), np.abs(right - theirs[1])], axis=0)
            for left, right in (ours, reversed(ours))
        )
        tells = (differs > step) & (amounts > 0)
        # Where one of the two is known and wrong as it stands, another amount may well be near it by itself.
        fits = (amounts == 2) | (swapped <= step)
        is_swapped = fits & (as_it_stands > step) & (as_it_stands >= limits.times * swapped)
        is_straight = (swapped > step) & (swapped >= limits.times * as_it_stands)
        if self.moves_along:
            # A total that is right says nothing.
            tells, is_straight = tells & (as_it_stands > step), np.zeros_like(is_straight)
        places, keys = np.flatnonzero(tells), self.own.index.tolist()
        owners = np.full(len(self.own), "", dtype=object) if self.owners is None else self.owners.to_numpy(dtype=object)
        is_full = self.own[[one, other]].notna().all(axis=1).to_numpy()
        return Votes(
            differs[places],
            is_swapped[places],
            is_straight[places],
            amounts[places],
            owners[places],
            lambda place: self._example(keys[places[place]], one, other),
            (differs * amounts * is_full)[places],
            self.supports,
            self.moves_along,
        )

    def _example(self, key: Any, one: str, other: str) -> str:
        if not self.shows_amounts:
            return f"det som står under den ena rubriken står under den andra {self.where}"
        place = self.own.index.get_loc(key)
        assert isinstance(place, int)  # each row of the sheet, or key, is there once
        stands: list[str] = []
        known: list[str] = []
        for name in (one, other):
            own = shown(float(self.own[name].iloc[place]), self.columns[name])
            stands.append(f"{own} {self._place(name, key)}")
            if name in self.known and np.isfinite(then := float(self.known[name].iloc[place])):
                known.append(
                    f"{quoted(self.columns[name].header)} {'' if known else 'är '}{shown(then, self.columns[name])}"
                )
        return f"{self.name(key)} är {listed(stands)}, men {listed(known)} {self.where}"

    def _place(self, name: str, key: Any) -> str:
        row = self.row_of(key)
        if row is None:
            return f"under {quoted(self.columns[name].header)}"
        return f"i cell {self.table.address(name, row)}"


@dataclass(frozen=True, eq=False)
class Pattern:
    """What one of two columns has and the other cannot have, such as öre, or amounts in months to come.

    `considered` are the rows that could tell it, aligned with the table's rows; `swapped` and `straight` say in which
    of them it is the wrong one or the right one that has it. `example` puts a row in words, by its number in the sheet.
    """

    pair: frozenset[str]
    considered: pd.Series
    swapped: pd.Series
    straight: pd.Series
    owners: pd.Series | None
    example: Callable[[int], str]

    def votes(self, one: str, other: str, limits: Limits) -> Votes | None:
        if {one, other} != self.pair:
            return None
        swapped, straight = (values.to_numpy(dtype=bool) for values in (self.swapped, self.straight))
        places = np.flatnonzero(self.considered.to_numpy(dtype=bool))
        owners = np.full(len(swapped), "", dtype=object) if self.owners is None else self.owners.to_numpy(dtype=object)
        rows = self.swapped.index.tolist()
        return Votes(
            np.ones(len(places)),
            swapped[places],
            straight[places],
            np.ones(len(places), dtype=int),
            owners[places],
            lambda place: self.example(rows[places[place]]),
            np.ones(len(places)),
        )


def totals_of(case: Case, table: SourceTable, columns: list[str], *, by_committee: bool = False) -> KnownAmounts | None:
    """The totals that the sheet states itself beside the sums of its rows, where it has any; in kronor."""
    layout, read = case.layouts[table.name].columns, case.reads.get(table.name)
    found = [one for one in (read.totals if read else ()) if one.kind == "sum" and one.column in columns]
    if not found:
        return None
    computed, stated = (
        pd.DataFrame(
            {
                name: pd.Series({one.row: value(one) * layout[name].factor for one in found if one.column == name})
                for name in columns
            },
            dtype=float,
        )
        for value in (_computed, _stated)
    )
    # Of a total in one of the two columns alone nobody can say what it would be in the other's place.
    owners = pd.Series({one.row: one.committee for one in found}).reindex(computed.index)
    return KnownAmounts(
        table,
        layout,
        computed,
        stated,
        "som summa",
        lambda row: f"summan av raderna för rad {row}",
        owners=owners if by_committee else None,
        supports=True,
        moves_along=True,
    )


def _computed(total: StatedTotal) -> float:
    return total.computed


def _stated(total: StatedTotal) -> float:
    return total.stated


def shown(value: float, column: ColumnLayout) -> str:
    """A number as its sheet has it, with its unit: `−35 811 604,11 kr`, `183 mnkr`."""
    if not np.isfinite(value):
        return "inget"
    return f"{spelled(round(float(value) / column.factor + 0.0, 2))} {column.unit}".strip()
