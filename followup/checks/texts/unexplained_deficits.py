"""A deficit that the committee has not explained: no comment on its economy as a whole, or one without a cause."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from followup.checks.common.rule import Rule
from followup.checks.common.table_problems import about, at, mnkr
from followup.ground.errors import Problem, Severity
from followup.ground.rounding import in_millions, rounded
from followup.tables.explanations import explains, general_comments

if TYPE_CHECKING:
    from followup.checks.common.case import Case

_EXPECTED = (
    "Ett underskott förklaras i bladet Kommentarer, på en rad med Ekonomi i Avsnitt och ingenting i Avser, med annat "
    "än beloppet."
)
_REMEDY = (
    "Skriv vad underskottet beror på. Annars står det i nämndens rapport att kommentar saknas, om underskottet är "
    "stort, och i regionens att nämnden inte har förklarat det."
)


def check(case: Case) -> Iterator[Problem]:
    """A note where the year's deficit, or the forecast one, has no explanation. The region's report tells of any."""
    deficit = _deficit(case)
    # As the region's table of deficits has it: what is shown as a deficit is one.
    if rounded(in_millions(deficit), 1) <= 0:
        return
    comments = case["comments"]
    general = general_comments(comments)
    if any(explains(row.text("comment"), case.committee.name) for row in general.rows()):
        return
    whose = "Årets underskott är" if case.period.is_year_end else "Prognosen är ett underskott på"
    if len(general):
        found = f"{whose} {mnkr(deficit)}. Kommentaren till ekonomin säger inte vad det beror på."
        yield at(general, "comment", found, _EXPECTED, _REMEDY, Severity.NOTE)
    else:
        found = f"{whose} {mnkr(deficit)}. Ekonomin som helhet har ingen kommentar."
        yield about(comments, found, _EXPECTED, _REMEDY, Severity.NOTE)


def _deficit(case: Case) -> float:
    """The deficit in kronor of a year that is over, or else the forecast one; negative for a surplus."""
    ledger = case["ledger"].where(period=case.period.whole_year).frame
    budget = float(ledger["budget"].sum())
    if case.period.is_year_end:
        return budget - float(ledger["outcome"].sum())
    forecast = case.tables["forecast"].total("forecast").value if "forecast" in case.tables else None
    return 0.0 if forecast is None else budget - forecast


RULE = Rule(
    code="underskott-utan-forklaring",
    title="Underskott utan förklaring",
    catches="Ett underskott som nämnden inte har förklarat: kommentaren till ekonomin som helhet saknas, eller säger "
    "bara hur stor avvikelsen är.",
    check=check,
    needs=("ledger", "comments"),
    severities=(Severity.NOTE,),
    example=(
        "Prognosen är ett underskott på 6 mnkr. Ekonomin som helhet har ingen kommentar. Ett underskott förklaras i "
        "bladet Kommentarer, på en rad med Ekonomi i Avsnitt och ingenting i Avser, med annat än beloppet. Skriv vad "
        "underskottet beror på. Annars står det i nämndens rapport att kommentar saknas, om underskottet är stort, "
        "och i regionens att nämnden inte har förklarat det."
    ),
)
