"""The forecast's rows against the ledger's: every activity and account class stands in both."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from followup.checks.rule import Rule
from followup.checks.table_problems import about, at, lines_of
from followup.errors import Problem
from followup.inputs.wording import nearest, quoted

if TYPE_CHECKING:
    from followup.checks.case import Case


def check(case: Case) -> Iterator[Problem]:
    """An error for each activity and account class that only one of the two has."""
    ledger, forecast = case["ledger"], case["forecast"]
    booked, forecasted = lines_of(ledger), lines_of(forecast)
    for pair in booked:
        if pair not in forecasted:
            near = _nearest_pair(pair, [one for one in forecasted if one not in booked])
            yield about(
                forecast,
                f"Prognos saknas för {_pair(pair)}.",
                "Varje verksamhet och kontoklass i huvudboken ska ha en rad i prognosen.",
                f"Är raden {_pair(near)} den som avses? Skriv namnen som i huvudboken."
                if near
                else "Lägg till raden med helårsprognos och föregående prognos.",
            )
    for pair in forecasted:
        if pair not in booked:
            row = forecast.where(activity=pair[0], account_class=pair[1])
            near = _nearest_pair(pair, [one for one in booked if one not in forecasted])
            yield at(
                row,
                "activity",
                f"Prognosraden {_pair(pair)} har ingen motsvarighet i huvudboken.",
                "Verksamhet och kontoklass skrivs som i huvudboken.",
                f"Menades {_pair(near)}?" if near else "Rätta namnen eller ta bort raden.",
            )


def _pair(pair: tuple[str, str]) -> str:
    return f"{quoted(pair[0])}, {quoted(pair[1])}"


def _nearest_pair(pair: tuple[str, str], known: list[tuple[str, str]]) -> tuple[str, str] | None:
    by_text = {" / ".join(one): one for one in known}
    return by_text.get(nearest(" / ".join(pair), by_text))


RULE = Rule(
    code="prognosrader",
    title="Prognosens rader mot huvudbokens",
    catches="En verksamhet eller kontoklass som saknas i prognosen, eller som bara finns där, till exempel felstavad.",
    check=check,
    needs=("ledger", "forecast"),
    example=(
        "Prognosraden ”Biblioteken”, ”Intäkter” har ingen motsvarighet i huvudboken. Verksamhet och kontoklass "
        "skrivs som i huvudboken. Menades ”Bibliotek”, ”Intäkter”?"
    ),
)
