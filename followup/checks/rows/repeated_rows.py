"""An investment or a measure that stands twice under names that are nearly the same: it would be counted twice."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from typing import TYPE_CHECKING

import numpy as np

from followup.checks.common.alike import likeness, same_amounts, words_within
from followup.checks.common.rule import Rule
from followup.checks.common.suspicions import answered_for
from followup.checks.common.table_problems import at, mnkr
from followup.ground.wording import quoted

if TYPE_CHECKING:
    from followup.checks.common.case import Case
    from followup.ground.errors import Problem
    from followup.workbooks.source_table import SourceTable

CODE = "dubbla-rader"
# What names a row of each table, and the amounts that are all the same where it stands twice.
_TABLES = {
    "investments": ("project", ("total_budget", "year_budget", "outcome", "forecast")),
    "measures": ("measure", ("effect", "full_year_effect")),
}
_ALIKE = 0.8


def check(case: Case) -> Iterator[Problem]:
    """One error for each two rows with the same amounts and names that are nearly the same."""
    for name, (label, amounts) in _TABLES.items():
        for table in _own(case, name):
            yield from _problems(table, label, amounts)


def _own(case: Case, name: str) -> list[SourceTable]:
    if name not in case.tables:
        return []
    if name == "investments":
        return [rows.where(period=str(case.period)) for rows in answered_for(case, name).values()]
    return [case.tables[name]]


def _problems(table: SourceTable, label: str, columns: tuple[str, ...]) -> Iterator[Problem]:
    amounts = np.nan_to_num(table.frame[list(columns)].to_numpy(dtype=float))
    names = table.frame[label].fillna("").astype(str).tolist()
    for one, other in combinations(range(len(names)), 2):
        if not same_amounts(amounts[one], amounts[other]) or not _are_alike(names[one], names[other]):
            continue
        row, first = table.where(**{label: table.frame[label].iloc[other]}), table.frame.index[one]
        amount = mnkr(float(amounts[one][np.flatnonzero(amounts[one])[0]]))
        yield at(
            row,
            label,
            f"{quoted(names[other])} har samma belopp som {quoted(names[one])} på rad {first} ({amount}), och nästan "
            "samma namn.",
            "Två rader väntas vara två olika saker. Båda räknas i summan.",
            "Är det samma sak: ta bort den ena raden.",
            value=amount,
        )


def _are_alike(one: str, other: str) -> bool:
    """Whether the words of one name are in the other, or the two are spelled nearly the same."""
    return words_within(one, other) is not None or likeness(one, other) >= _ALIKE


RULE = Rule(
    code=CODE,
    title="Rader som står två gånger",
    catches="En investering eller en åtgärd som står två gånger med nästan samma namn.",
    check=check,
    needs=(),
    readers=("committee", "region"),
    may_be_confirmed=True,
    example=(
        "”Traktorer” har samma belopp som ”Traktorer, naturbruk” på rad 5 (7,3 mnkr), och nästan samma namn. Två rader "
        "väntas vara två olika saker. Båda räknas i summan. Är det samma sak: ta bort den ena raden."
    ),
)
