"""Whether the workbook's own rows are the committee's: a copy may have the right cover and another's forecast."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from followup.checks.common.line_owners import NOT_CHECKED, line_owners
from followup.checks.common.rule import Rule
from followup.checks.common.table_problems import about
from followup.ground.errors import Problem

if TYPE_CHECKING:
    from followup.checks.common.case import Case

# With fewer activities than this, a few misspelt names are no sign of another's workbook.
_FEWEST = 3


def check(case: Case) -> Iterator[Problem]:
    """One error where the forecast's activities are another committee's, or nearly all are unknown."""
    owners, code = line_owners(case), case.committee.code
    if owners is None or owners.is_own:
        return
    if owners.other:
        yield about(
            case["forecast"],
            f"Prognosens verksamheter är {owners.other}:s: {owners.known} av {owners.total} finns i huvudboken för "
            f"{code}.",
            f"Filens namn säger att arbetsboken är {code}:s.",
            f"Byt arbetsboken mot {code}:s egen. {NOT_CHECKED}",
        )
    elif owners.total >= _FEWEST and 3 * owners.known < owners.total:
        yield about(
            case["forecast"],
            f"Av prognosens {owners.total} verksamheter finns {owners.known} i huvudboken för {code}.",
            "Verksamheterna skrivs som i huvudboken.",
            "Kontrollera att arbetsboken och uttaget ur ekonomisystemet har samma indelning i verksamheter. "
            f"{NOT_CHECKED}",
        )


RULE = Rule(
    code="prognosens-namnd",
    title="Prognosens verksamheter mot nämndens",
    catches="En arbetsbok med en annan nämnds prognos, och en prognos med en annan indelning än huvudbokens.",
    check=check,
    needs=("ledger", "forecast"),
    is_cause=True,
    is_identity=True,
    example=(
        "Prognosens verksamheter är DNKT:s: 0 av 1 finns i huvudboken för DNKS. Filens namn säger att arbetsboken är "
        f"DNKS:s. Byt arbetsboken mot DNKS:s egen. {NOT_CHECKED}"
    ),
)
