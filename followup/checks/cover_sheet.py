"""The cover sheet's committee and period against the file's own place and name."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from followup.checks.rule import Rule
from followup.checks.table_problems import at
from followup.errors import Problem

if TYPE_CHECKING:
    from followup.checks.case import Case


def check(case: Case) -> Iterator[Problem]:
    """An error for each of the two that is another."""
    cover = case["cover"]
    for column, wanted, what in (
        ("committee", case.committee.code, "nämnden"),
        ("period", str(case.period), "perioden"),
    ):
        found = cover.text(column)
        if found and found != wanted:
            yield at(
                cover,
                column,
                f"Försättsbladet anger {what} {found}.",
                f"Filens plats och namn anger {what} {wanted}.",
                "Rätta försättsbladet, eller flytta filen till rätt plats.",
            )


RULE = Rule(
    code="forsattsblad",
    title="Försättsbladets nämnd och period",
    catches="En arbetsbok som är en annan nämnds eller en annan periods, till exempel en kopia.",
    check=check,
    needs=("cover",),
    readers=("committee", "region", "plan_follow_up"),
    is_cause=True,
    example=(
        "Försättsbladet anger nämnden DNKT. Filens plats och namn anger nämnden DNKS. Rätta försättsbladet, eller "
        "flytta filen till rätt plats."
    ),
)
