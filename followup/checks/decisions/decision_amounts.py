"""The amounts of decisions against what the committee costs, and against its proposed measures."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import TYPE_CHECKING

from followup.checks.common.rule import Rule
from followup.checks.common.suspicions import only
from followup.checks.common.table_problems import at, mnkr
from followup.ground.errors import Problem, Severity
from followup.ground.wording import quoted, spelled

if TYPE_CHECKING:
    from followup.checks.common.case import Case

# What is written with one decimal, in each of the two.
_SAME = 100_000


def check(case: Case) -> Iterator[Problem]:
    """An error that may be confirmed for amounts that are unlikely, a warning where the proposed measures differ."""
    decisions = case["asked_decisions"]
    budget = case["ledger"].where(period=case.period.whole_year).frame["budget"]
    costs = float(-budget[budget < 0].sum())
    limit = max(
        case.limit(RULE.code, "procent_av_kostnaderna") / 100 * costs, 1e6 * case.limit(RULE.code, "minst_mnkr")
    )
    wrong = decisions.frame["amount"].abs() > limit
    if costs and wrong.any():
        rows = only(decisions, wrong)
        largest = rows.frame.iloc[int(rows.frame["amount"].abs().argmax())]
        more = f" Det är så för {len(rows)} beslut." if len(rows) > 1 else ""
        amount = float(largest["amount"])
        yield at(
            rows,
            "amount",
            f"Beloppet för {quoted(largest['decision'])} är {mnkr(amount)}, "
            f"{spelled(round(100 * abs(amount) / costs, 1))} procent av alla kostnader i årets budget.{more}",
            "Ett enskilt beslut väntas gälla en mindre del.",
            "Står beloppet i kronor eller tkr? Skriv det i mnkr.",
            value=mnkr(amount),
        )
    elif "measures" in case.tables:
        yield from _measures(case)


def _measures(case: Case) -> Iterator[Problem]:
    """What is asked for of measures against the proposed ones: their effect this year, or of a whole year."""
    asked = case["asked_decisions"].where(concerns="measures")
    amounts = asked.frame["amount"].dropna()
    if not len(amounts):
        return
    proposed, total = case["measures"].where(decision="proposed"), math.fsum(amounts)
    sums = [math.fsum(proposed.frame[column].dropna()) for column in ("effect", "full_year_effect")]
    if any(abs(total - one) < _SAME for one in sums):
        return
    this_year, whole_year = map(mnkr, sums)
    found = (
        f"de föreslagna åtgärderna i bladet Åtgärder ger {this_year} i år och {whole_year} ett helt år."
        if len(proposed)
        else "bladet Åtgärder har inga föreslagna åtgärder."
    )
    yield at(
        asked,
        "amount",
        f"Besluten som gäller Åtgärder är tillsammans {mnkr(total)}, men {found}",
        "Det som begärs är summan av de föreslagna åtgärderna.",
        "Rätta beloppet eller åtgärderna. Gäller beslutet något annat: ändra i kolumnen Gäller. Rapporten visar båda "
        "som de är lämnade.",
        Severity.WARNING,
    )


RULE = Rule(
    code="beslutens-belopp",
    title="Beslutens belopp",
    catches="Ett belopp i kronor eller tkr i bladet Beslut, och beslut om åtgärder vars belopp är ett annat än summan "
    "av de föreslagna åtgärderna i bladet Åtgärder.",
    check=check,
    needs=("asked_decisions", "ledger"),
    readers=("committee", "region"),
    severities=(Severity.ERROR, Severity.WARNING),
    limits=("procent_av_kostnaderna", "minst_mnkr"),
    may_be_confirmed=True,
    example=(
        "Besluten som gäller Åtgärder är tillsammans 12 mnkr, men de föreslagna åtgärderna i bladet Åtgärder ger 21 "
        "mnkr i år och 30 mnkr ett helt år. Det som begärs är summan av de föreslagna åtgärderna. Rätta beloppet eller "
        "åtgärderna. Gäller beslutet något annat: ändra i kolumnen Gäller. Rapporten visar båda som de är lämnade."
    ),
)
