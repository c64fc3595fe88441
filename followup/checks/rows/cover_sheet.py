"""The cover sheet's committee and period against the file's own place and name."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from followup.checks.common.line_owners import NOT_CHECKED, line_owners
from followup.checks.common.rule import Rule
from followup.checks.common.table_problems import at
from followup.ground.errors import Problem
from followup.ground.wording import listed

if TYPE_CHECKING:
    from followup.checks.common.case import Case


def check(case: Case) -> Iterator[Problem]:
    """One error where the committee, the period or both are other than they should be."""
    cover = case["cover"]
    wanted = {"committee": ("nämnden", case.committee.code), "period": ("perioden", str(case.period))}
    stated = {column: cover.text(column) for column in wanted}
    wrong = [column for column, (_, right) in wanted.items() if stated[column] and stated[column] != right]
    if not wrong:
        return
    yield at(
        cover,
        wrong[0],
        f"Försättsbladet anger {listed(f'{wanted[column][0]} {stated[column]}' for column in wrong)}.",
        f"Filens plats och namn anger {listed(' '.join(wanted[column]) for column in wrong)}.",
        _remedy(case, stated["committee"]),
    )


def _remedy(case: Case, stated: str) -> str:
    code = case.committee.code
    owners = line_owners(case) if stated != code else None
    if owners is not None and owners.other == stated:
        return f"Prognosens verksamheter är också {stated}:s. Byt arbetsboken mot {code}:s egen. {NOT_CHECKED}"
    return (
        f"Är det fel arbetsbok: byt den mot den som {code} lämnar för {case.period}. Är allt utom försättsbladet "
        f"riktigt: rätta det. {NOT_CHECKED}"
    )


RULE = Rule(
    code="forsattsblad",
    title="Försättsbladets nämnd och period",
    catches="En arbetsbok som är en annan nämnds eller en annan periods, till exempel en kopia.",
    check=check,
    needs=("cover",),
    readers=("committee", "region", "plan_follow_up"),
    is_cause=True,
    is_identity=True,
    example=(
        "Försättsbladet anger nämnden DNKT. Filens plats och namn anger nämnden DNKS. Är det fel arbetsbok: byt den "
        f"mot den som DNKS lämnar för 2024-04. Är allt utom försättsbladet riktigt: rätta det. {NOT_CHECKED}"
    ),
)
