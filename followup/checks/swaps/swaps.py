"""Two columns of a table under each other's headings, and the case as it will be when they have changed back."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import combinations
from typing import TYPE_CHECKING

import pandas as pd

from followup.checks.common.known_amounts import LEDGER_COLUMNS
from followup.checks.common.per_case import once
from followup.checks.common.rule import Cell
from followup.checks.common.shared_answers import SharedAnswers
from followup.checks.swaps import of_ledger, of_tables
from followup.checks.swaps.votes import Limits, Votes, are_swapped, may_be_swapped, owners_of
from followup.checks.swaps.witnesses import Witness, totals_of

if TYPE_CHECKING:
    from followup.checks.common.case import Case
    from followup.ground.errors import Problem
    from followup.workbooks.read_table import ReadTable, StatedTotal
    from followup.workbooks.source_table import SourceTable

CODE = "kolumnernas-rubriker"
# Who is asked about each table and which of its columns, in the order in which one is mended before the next is looked
# at. The income statement has a rule of its own, which asks its other rules; of the balance requirement and the other
# holders' forecasts too little is known.
_TABLES: dict[str, tuple[Callable[[Case, SourceTable], Iterator[Witness]], tuple[str, ...]]] = {
    "ledger": (of_ledger.witnesses, LEDGER_COLUMNS),
    "frames": (of_tables.of_frames, ("year_0", "year_1", "year_2", "year_3", "year_4")),
    "balance_sheet": (of_tables.of_balance_sheet, ("opening", "closing")),
    "forecast": (of_tables.of_forecast, ("forecast", "previous_forecast")),
    "investments": (of_tables.of_investments, ("total_budget", "year_budget", "outcome", "forecast")),
    "sickness": (of_tables.of_sickness, of_tables.HOURS),
}
# The sheets that every committee's report and the region's read: of those with the ledger and the report before them.
_SHARED = ("ledger", "frames", "investments", "sickness")


@dataclass(frozen=True, eq=False)
class Swap:
    """Two columns of a table that have each other's amounts: of some committees, or of all rows where there are none.

    `example` is one of them in words. Where `totals_stand`, the sheet's own totals are under the right headings.
    """

    table: SourceTable
    one: str
    other: str
    committees: tuple[str, ...]
    example: str
    totals_stand: bool

    @property
    def rows(self) -> pd.Index:
        """The rows of the sheet in which the two are to change places."""
        frame = self.table.frame
        return frame.index[frame["committee"].isin(self.committees)] if self.committees else frame.index

    def concerns(self, case: Case) -> bool:
        """Whether a report rests on any of these rows: the region's does on all."""
        return not self.committees or case.committee.is_region or case.committee.code in self.committees


_ANSWERS: SharedAnswers[tuple[Swap, ...]] = SharedAnswers()


@once
def swaps(case: Case) -> tuple[Swap, ...]:
    """At most one for each table and the same committees, the ledger's first; the same in every report."""
    found = []
    for name in _TABLES:
        if name not in case.tables or case.whole[name].frame.empty:
            continue
        for swap in _in_shared(case, name) if name in _SHARED else _of_table(case, name):
            found.append(swap)
            case = _mended(case, swap)
    return tuple(found)


def _in_shared(case: Case, name: str) -> tuple[Swap, ...]:
    """As `_of_table`, worked out once for reports that are checked one after another and rest on the same sheets."""
    before = case.subject.before
    earlier = [case.everybodys(before, one) if before is not None else None for one in dict.fromkeys((name, "ledger"))]
    tables = (case.whole[name], case.whole.get("ledger"), *earlier)
    when = (case.period, before, "ledger" in case.tables)
    rests_on = (case.params, case.reads[name], *(None if one is None else one.frame for one in tables))
    return _ANSWERS.answer(name, when, rests_on, lambda: tuple(_of_table(case, name)))


def mended(case: Case, _causes: Iterable[Problem]) -> Case:
    """The case with the columns of every such pair in each other's place."""
    for swap in swaps(case):
        case = _mended(case, swap)
    return case


def explained(case: Case) -> frozenset[Cell]:
    """The cells that are empty because the column has another one's amounts, and may be empty in that one's place."""
    cells: set[Cell] = set()
    for swap in swaps(case):
        table, layout = swap.table, case.layouts[swap.table.name].columns
        frame = table.frame.loc[swap.rows]
        for here, there in ((swap.one, swap.other), (swap.other, swap.one)):
            if layout[there].empty != "error":
                rows = frame.index[frame[here].isna() & frame[there].notna()]
                cells |= {(table.name, row, table.letter(here, row)) for row in rows.tolist()}
    return frozenset(cells)


def _of_table(case: Case, name: str) -> Iterator[Swap]:
    table, (ask, columns), layout = case.whole[name], _TABLES[name], case.layouts[name].columns
    limits = Limits(*(case.limit(CODE, name) for name in ("share", "times_nearer", "least_amounts")))
    witnesses = list(ask(case, table))
    if not witnesses:
        return
    if (totals := totals_of(case, table, list(columns), by_committee=table.name == "ledger")) is not None:
        witnesses.append(totals)
    found: dict[tuple[str, str], tuple[list[Votes], list[str]]] = {}
    for one, other in combinations(columns, 2):
        # Amounts of other units or signs cannot just change places.
        if layout[one].factor != layout[other].factor:
            continue
        votes = [vote for witness in witnesses if (vote := witness.votes(one, other, limits)) is not None]
        if not may_be_swapped(votes, limits):
            continue
        said = {owner: are_swapped(votes, owner, limits) for owner in owners_of(votes)}
        if wrong := [owner for owner, answer in said.items() if answer]:
            is_all = False not in said.values() and _is_most(table, wrong, limits)
            found[one, other] = votes, ([] if is_all else wrong)
    # Where two pairs may have changed places nobody can say which.
    everybody = [owner for _, owners in found.values() for owner in owners or [""]]
    for (one, other), (votes, owners) in found.items():
        chosen = [owner for owner in owners if everybody.count(owner) == 1]
        if len(found) > 1 and (not owners or "" in everybody or not chosen):
            continue
        among = chosen or owners_of(votes)
        yield Swap(
            table,
            one,
            other,
            tuple(chosen),
            next((text for vote in votes if not vote.moves_along and (text := vote.told_example(among))), ""),
            any(vote.moves_along and vote.says(vote.of(among), limits) for vote in votes),
        )


def _is_most(table: SourceTable, owners: list[str], limits: Limits) -> bool:
    """Whether those whose columns are swapped have nearly all rows, so that the rest are too few to tell."""
    if owners == [""]:
        return True
    return bool(table.frame["committee"].isin(owners).mean() >= limits.share)


def _mended(case: Case, swap: Swap) -> Case:
    name, pair = swap.table.name, [swap.one, swap.other]

    def of(frame: pd.DataFrame) -> pd.DataFrame:
        frame = frame.copy()
        rows = frame.index.isin(swap.rows)
        frame.loc[rows, pair] = frame.loc[rows, pair[::-1]].to_numpy(copy=True)
        return frame

    def of_table(table: SourceTable) -> SourceTable:
        return replace(table, frame=of(table.frame))

    read = case.reads[name]
    read = replace(read, frame=of(read.frame))
    factor = case.layouts[name].columns[swap.one].factor
    return replace(
        case,
        tables={**case.tables, name: of_table(case.tables[name])},
        whole={**case.whole, name: of_table(case.whole[name])},
        reads={**case.reads, name: replace(read, totals=tuple(_mended_totals(swap, read, factor)))},
    )


def _mended_totals(swap: Swap, read: ReadTable, factor: float) -> Iterator[StatedTotal]:
    """The totals beside the sums that they will have. One whose sum cannot be told then is looked at when it can."""
    pair = {swap.one: swap.other, swap.other: swap.one}
    beside = {(one.row, one.kind, one.column): one for one in read.totals}
    for total in read.totals:
        if total.column not in pair or (swap.committees and total.committee and total.committee not in swap.committees):
            yield total
            continue
        other = beside.get((total.row, total.kind, pair[total.column]))
        if other is None or (swap.committees and not total.committee):
            continue
        # They have stood under the right headings all the time, or changed places with their columns.
        stated = total.stated if swap.totals_stand else other.stated
        sums = [other.computed]
        if total.kind == "sum":
            sums += _sums_by_place(read.frame[total.column] / factor, total.row, [one.row for one in read.totals])
        computed = min(sums, key=lambda one: abs(one - stated))
        yield replace(total, stated=stated, computed=computed, decimals=other.decimals)


def _sums_by_place(amounts: pd.Series, row: int, totals: list[int]) -> list[float]:
    """What a total may be the sum of: the rows since the total before it, or to the next, or all above."""
    before = max((one for one in totals if one < row), default=0)
    after = min((one for one in totals if one > row), default=row)
    spans = [(before, row), (row, after), (0, row)]
    return [round(float(amounts[(amounts.index > low) & (amounts.index < high)].sum()), 6) for low, high in spans]
