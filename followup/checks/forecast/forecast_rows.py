"""The forecast's rows against the ledger's: every activity and account class stands in both."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from followup.checks.common.rule import Rule
from followup.checks.common.table_problems import about, at, lines_of
from followup.ground.errors import Problem
from followup.ground.wording import nearest, quoted
from followup.workbooks.source_table import SourceTable

if TYPE_CHECKING:
    from followup.checks.common.case import Case


_ADD = "Annars: lägg till raderna med helårsprognos och föregående prognos i prognosen."
_BOTH = "Varje verksamhet och kontoklass i huvudboken ska ha en rad i prognosen, under samma namn."


def check(case: Case) -> Iterator[Problem]:
    """An error for each activity, account class or pair of them that only one of the two has."""
    ledger, forecast = case["ledger"], case["forecast"]
    booked, forecasted = lines_of(ledger), lines_of(forecast)
    for position, column in enumerate(("activity", "account_class")):
        ours, theirs = ({pair[position] for pair in pairs} for pairs in (booked, forecasted))
        told, meant = _names(
            ledger, forecast, column, _only(booked, position, theirs), _only(forecasted, position, ours)
        )
        yield from told
        # What rests on a name that only one of the two has, or on the name that it may be, has been told.
        booked = [pair for pair in booked if pair[position] in theirs - meant]
        forecasted = [pair for pair in forecasted if pair[position] in ours - meant]
    for pair in booked:
        if pair not in forecasted:
            yield about(
                forecast,
                f"Prognos saknas för {_pair(pair)}.",
                "Varje verksamhet och kontoklass i huvudboken ska ha en rad i prognosen.",
                "Lägg till raden med helårsprognos och föregående prognos.",
            )
    for pair in forecasted:
        if pair not in booked:
            yield at(
                forecast.where(activity=pair[0], account_class=pair[1]),
                "activity",
                f"Prognosraden {_pair(pair)} har ingen motsvarighet i huvudboken.",
                "Verksamhet och kontoklass skrivs som i huvudboken.",
                "Rätta namnen. Är raden överflödig: ta bort den.",
            )


def _only(pairs: list[tuple[str, str]], position: int, others: set[str]) -> list[str]:
    """The names in `pairs` that are not among the others, each once."""
    return list(dict.fromkeys(pair[position] for pair in pairs if pair[position] not in others))


def _names(
    ledger: SourceTable, forecast: SourceTable, column: str, booked: list[str], forecasted: list[str]
) -> tuple[list[Problem], set[str]]:
    """One error for each name that only one of the two has, and the names that they may be instead.

    Two names that are one misspelt are told once.
    """
    what = {"activity": "Verksamheten", "account_class": "Kontoklassen"}[column]
    problems, meant, rest = [], set(), list(forecasted)
    for name in booked:
        cells = ledger.where(**{column: name})
        if near := nearest(name, rest):
            rest.remove(near)
            found = f"{what} {quoted(name)} i huvudboken heter troligen {quoted(near)} i prognosen."
            expected, remedy = f"{what} har samma namn på båda ställena.", "Rätta det namn som är fel."
        else:
            found, expected = f"{what} {quoted(name)} i huvudboken saknas i prognosen.", _BOTH
            # The name may be wrong where it stands, or lack where it does not: only the sender of either can tell.
            wrong = "Är namnet fel"
            if near := nearest(name, set(ledger.values(column)) - set(booked)):
                meant.add(near)
                wrong = f"Är det {quoted(near)} som är felskrivet"
            remedy = f"{wrong}: rätta huvudboken. {_ADD}"
        problems.append(at(cells, column, found, expected, remedy))
    for name in rest:
        near = nearest(name, set(forecast.values(column)) - set(forecasted)) or nearest(name, ledger.values(column))
        meant.add(near)
        found = f"{what} {quoted(name)} i prognosen saknas i huvudboken."
        remedy = f"Menades {quoted(near)}?" if near else "Rätta namnet. Är raderna överflödiga: ta bort dem."
        problems.append(at(forecast.where(**{column: name}), column, found, _BOTH, remedy))
    return problems, meant


def _pair(pair: tuple[str, str]) -> str:
    return f"{quoted(pair[0])}, {quoted(pair[1])}"


RULE = Rule(
    code="prognosrader",
    title="Prognosens rader mot huvudbokens",
    catches="En verksamhet eller kontoklass som saknas i prognosen, eller som bara finns där, till exempel felstavad.",
    check=check,
    needs=("ledger", "forecast"),
    example=(
        "Verksamheten ”Biblioteken” i prognosen saknas i huvudboken. Varje verksamhet och kontoklass i huvudboken "
        "ska ha en rad i prognosen, under samma namn. Menades ”Bibliotek”?"
    ),
)
