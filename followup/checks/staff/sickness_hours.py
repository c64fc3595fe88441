"""Hours of sick leave against the hours that they are part of."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from followup.checks.common.rule import Rule
from followup.checks.common.suspicions import Suspicion, in_more_rows, only, told
from followup.checks.staff.sickness_rate import is_mostly_impossible
from followup.checks.staff.staff_groups import of_two_years
from followup.checks.staff.working_hours import is_doubtful
from followup.ground.errors import Problem
from followup.ground.wording import spelled
from followup.workbooks.source_table import SourceTable

if TYPE_CHECKING:
    from followup.checks.common.case import Case

_PARTS = (
    ("sick_hours", "scheduled_hours", "Sjukfrånvaron", "den ordinarie arbetstiden"),
    ("long_sick_hours", "sick_hours", "Den långa sjukfrånvaron", "all sjukfrånvaro"),
)


def check(case: Case) -> Iterator[Problem]:
    """An error for parts that are larger than their whole."""
    yield from told(case, "sickness", lambda rows: found_in(case, rows))


def found_in(case: Case, table: SourceTable) -> Iterator[Suspicion]:
    # Where the working hours themselves are wrong, that is told.
    table = of_two_years(case, table)
    table = only(table, ~is_doubtful(case, table))
    for part, whole, part_name, whole_name in _PARTS:
        rows = only(table, table.frame[part] > table.frame[whole])
        # A few of many that are far too high are told with them.
        if not len(rows) or (part == "sick_hours" and not is_mostly_impossible(case, table)):
            continue
        values = [spelled(float(rows.frame[column].iloc[0])) for column in (part, whole)]
        more = in_more_rows(len(rows))
        yield Suspicion(
            part,
            rows,
            part,
            f"{part_name} är {values[0]} timmar, men {whole_name} är {values[1]} timmar.{more}",
            f"{part_name} kan inte vara större än {whole_name}.",
            "Kontrollera uttaget ur personalsystemet."
            if len(rows) == 1
            else "Kontrollera uttaget ur personalsystemet: står timmarna i minuter?",
        )


RULE = Rule(
    code="sjuktimmar",
    title="Sjukfrånvarons timmar mot arbetstiden",
    catches="Fler timmars sjukfrånvaro än ordinarie arbetstid, och mer lång sjukfrånvaro än sjukfrånvaro.",
    check=check,
    needs=("sickness",),
    readers=("committee", "region"),
    about_people=True,
    example=(
        "Sjukfrånvaron är 9 001 timmar, men den ordinarie arbetstiden är 9 000 timmar. Sjukfrånvaron kan inte vara "
        "större än den ordinarie arbetstiden. Kontrollera uttaget ur personalsystemet."
    ),
)
