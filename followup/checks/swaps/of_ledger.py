"""Who can say that two of the ledger's amount columns are each other's: earlier ledgers, öre, and months to come."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from followup.checks.common.known_amounts import LEDGER_COLUMNS
from followup.checks.swaps.witnesses import KnownAmounts, Pattern, Witness, shown
from followup.ground.wording import quoted

if TYPE_CHECKING:
    from followup.checks.common.case import Case
    from followup.workbooks.source_table import SourceTable

_LINE = ("period", "committee", "activity", "account_class")
# Less than this of a krona is no öre, but what a float misses by.
_NO_ORE = 0.001


def witnesses(case: Case, table: SourceTable) -> Iterator[Witness]:
    """Each looks at every committee's rows of the year; the earlier ledger first, since it knows the amounts."""
    years = table.frame["period"].str[:4] == str(case.period.year)
    own = table.frame[years.to_numpy(dtype=bool, na_value=False)]
    owners = own["committee"].fillna("").astype(str)
    if (known := _earlier(case, table, own)) is not None:
        yield known
    yield from _with_ore(case, table, own, owners)
    yield from _after_period(case, table, own, owners)


def _earlier(case: Case, table: SourceTable, own: pd.DataFrame) -> KnownAmounts | None:
    """The year's earlier ledger, account by account; in the year's first report, last year's outcome, line by line."""
    before = case.subject.before
    earlier = case.everybodys(before, table.name) if before is not None else None
    if before is None or earlier is None:
        return None
    layout, where = case.layouts[table.name].columns, f"i {earlier.workbook}"
    if before.year == case.period.year:
        key = [*_LINE, "account"]
        # A row that stands twice is told as such, and nobody knows which of the two it is.
        then = earlier.frame.drop_duplicates(key, keep=False).set_index(key)[list(LEDGER_COLUMNS)]
        known = then.reindex(pd.MultiIndex.from_frame(own[key])).set_axis(own.index)
        return KnownAmounts(
            table,
            layout,
            own[list(LEDGER_COLUMNS)],
            known,
            where,
            _named(own),
            owners=own["committee"].fillna("").astype(str),
        )
    if not before.is_year_end or before.year != case.period.year - 1:
        return None
    # A new chart of accounts gives last year's amounts other accounts, but the same lines.
    sums = own.groupby(list(_LINE), sort=False)[list(LEDGER_COLUMNS)].sum(min_count=1)
    years = earlier.frame["period"].str[:4].astype(int) + 1
    then = earlier.frame.assign(period=years.astype(str) + earlier.frame["period"].str[4:])
    outcome = then.groupby(list(_LINE), sort=False)["outcome"].sum(min_count=1).reindex(sums.index)
    lines = sums.index.to_frame(index=False)
    return KnownAmounts(
        table,
        layout,
        sums.reset_index(drop=True),
        pd.DataFrame({"previous_year": outcome.to_numpy(dtype=float)}),
        where,
        _named(lines),
        row_of=lambda _line: None,
        owners=lines["committee"].astype(str),
    )


def _named(frame: pd.DataFrame) -> Callable[[Any], str]:
    """What an amount of the ledger is called, by its row of the frame."""
    names = [name for name in (*_LINE, "account") if name in frame.columns]

    def name(row: Any) -> str:
        month, committee, *words = (str(frame.at[row, column]) for column in names)
        return f"{month}, {committee}, {', '.join(map(quoted, words))}"

    return name


def _with_ore(case: Case, table: SourceTable, own: pd.DataFrame, owners: pd.Series) -> Iterator[Pattern]:
    """A budget is decided in whole hundreds, and what is booked has öre."""
    layout = case.layouts[table.name].columns
    for other in ("outcome", "previous_year"):
        both = (own["budget"].fillna(0.0) != 0) & (own[other].fillna(0.0) != 0)
        budget, booked = (both & _has_ore(own[name]) for name in ("budget", other))

        def example(row: int, other: str = other) -> str:
            amounts = [shown(float(own[name].loc[row]), layout[name]) for name in ("budget", other)]
            cells = [table.address(name, row) for name in ("budget", other)]
            return (
                f"{amounts[0]} i cell {cells[0]} har ören, som ett utfall, och {amounts[1]} i cell {cells[1]} är "
                "jämnt, som en budget"
            )

        yield Pattern(frozenset({"budget", other}), both, budget & ~booked, booked & ~budget, owners, example)


def _has_ore(values: pd.Series) -> pd.Series:
    with np.errstate(all="ignore"):
        return (values - values.round()).abs() > _NO_ORE


def _after_period(case: Case, table: SourceTable, own: pd.DataFrame, owners: pd.Series) -> Iterator[Pattern]:
    """After the period nothing has been booked, while the other columns have the whole year."""
    later = own["period"] > str(case.period)
    for other in ("budget", "previous_year"):
        booked, has_other = (own[name].fillna(0.0) != 0 for name in ("outcome", other))

        def example(row: int, other: str = other) -> str:
            return (
                f"för {own['period'].loc[row]}, som är efter perioden, står ett utfall i cell "
                f"{table.address('outcome', row)} och inget i cell {table.address(other, row)}"
            )

        yield Pattern(
            frozenset({"outcome", other}),
            later & (booked | has_other),
            booked & ~has_other,
            has_other & ~booked,
            owners,
            example,
        )
