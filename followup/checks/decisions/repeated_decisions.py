"""The same decision asked for twice: on two rows, in the form and in the sheet, or in the report before as well."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations
from typing import TYPE_CHECKING

from followup.checks.common.rule import Rule
from followup.checks.common.table_problems import at, mnkr
from followup.ground.errors import Problem, Severity
from followup.ground.wording import listed, quoted
from followup.tables.asked_decisions import asked_decisions, asks_the_same

if TYPE_CHECKING:
    from followup.checks.common.case import Case
    from followup.tables.asked_decisions import AskedDecision

_MARK = re.compile(r"^\s*(?:[-–*•·]|\d{1,2}[.)])\s+")


def check(case: Case) -> Iterator[Problem]:
    """An error for each two rows that are the same; notes of what is said in the form too, and of what was asked."""
    decisions = asked_decisions(case["asked_decisions"])
    for one, other in combinations(sorted(decisions, key=_place), 2):
        if asks_the_same(one.decision, other.decision):
            yield at(
                other.row,
                "decision",
                f"{quoted(other.decision)} begärs också på rad {_place(one)}.",
                "Ett beslut står på en rad. Två rader räknas som två beslut.",
                "Är det samma beslut: ta bort den ena raden. Är det två: skriv vad som skiljer dem åt.",
                value=quoted(other.decision, 40).strip("”"),
            )
    if decisions and "cover" in case.tables:
        yield from _in_the_form(case, decisions)
    yield from _asked_before(case, decisions)


def _place(decision: AskedDecision) -> int:
    return int(decision.row.frame.index[0])


def _in_the_form(case: Case, decisions: tuple[AskedDecision, ...]) -> Iterator[Problem]:
    """What the report makes of a text under Behöver beslut where the sheet has rows."""
    written = case["cover"].text("decision_needed")
    if not written.strip():
        return
    lines = [_MARK.sub("", line) for line in written.splitlines()]
    said = [one for one in decisions if any(asks_the_same(line, one.decision) for line in lines)]
    cells = listed(cells.address for one in sorted(said, key=_place) for cells in one.row.cells("decision"))
    repeated = f" Det som står i cell {cells} i bladet Beslut står också här." if said else ""
    yield at(
        case["cover"],
        "decision_needed",
        f"Både Behöver beslut och bladet Beslut är ifyllda.{repeated}",
        "Rapporten visar bladets beslut, med texten som inledning. Det som står på båda ställena visas en gång.",
        "Ta bort texten om bladet säger allt.",
        Severity.NOTE,
    )


def _asked_before(case: Case, decisions: tuple[AskedDecision, ...]) -> Iterator[Problem]:
    """What was asked for in the report before too, with the amount that it had then."""
    earlier = case.previous("asked_decisions")
    for was in asked_decisions(earlier):
        for one in decisions:
            if not asks_the_same(one.decision, was.decision):
                continue
            cells = listed(cells.address for cells in was.row.cells("decision"))
            place = f"{was.row.workbook}, blad {was.row.sheet}, cell {cells}"
            amounts = [mnkr(each.amount.known) if not each.amount.is_missing else "inget belopp" for each in (was, one)]
            changed = f", då med {amounts[0]} och nu med {amounts[1]}" if amounts[0] != amounts[1] else ""
            yield at(
                one.row,
                "amount" if changed else "decision",
                f"{quoted(one.decision)} begärdes också i {place}{changed}.",
                "Det som har beslutats begärs inte igen.",
                "Kontrollera att beslutet inte är fattat, och att beloppet är det som gäller nu.",
                Severity.NOTE,
            )


RULE = Rule(
    code="upprepade-beslut",
    title="Beslut som begärs två gånger",
    catches="Två rader i bladet Beslut om samma beslut, ett beslut som också står i texten Behöver beslut, och ett som "
    "begärdes redan i förra rapporten.",
    check=check,
    needs=("asked_decisions",),
    readers=("committee", "region"),
    severities=(Severity.ERROR, Severity.NOTE),
    may_be_confirmed=True,
    example=(
        "”Godkänna planen” begärdes också i prov.xlsx, blad Blad1, cell A5, då med 2 mnkr och nu med 3 mnkr. Det som "
        "har beslutats begärs inte igen. Kontrollera att beslutet inte är fattat, och att beloppet är det som gäller "
        "nu."
    ),
)
