"""Which way a table's amounts count: what its rows and headings of revenue and cost show, or a question.

    ledger      a cost is positive and revenue negative, as in a ledger
    result      revenue is positive and a cost negative
    magnitude   an amount without sign, such as an investment

An amount alone says nothing: only words beside it do, or its account.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any, NamedTuple

from followup.ground.wording import normalised, quoted
from followup.layout_proposal.candidates import Candidate
from followup.layout_proposal.proposed import ColumnProposal
from followup.layout_proposal.sheet_cells import number_of
from followup.layout_proposal.units import ROWS_BELOW
from followup.layout_proposal.words import (
    BALANCE,
    COST,
    COST_IS_MINUS,
    DIFFERENCE,
    EFFECT,
    FRAME,
    INVESTMENT,
    NET_COST,
    OPERATIONS,
    REVENUE,
    REVENUE_IS_MINUS,
    plain,
)
from followup.workbooks.cells.cell_words import as_text

# So large a share of the amounts of a kind must point the same way: corrections point the other.
_MOST = 0.9
# A text about the amounts is short.
_LONGEST = 300
_ASK = "ledger (kostnad plus, intäkt minus), result (intäkt plus, kostnad minus) eller magnitude (utan tecken)"


def is_account(header: str) -> bool:
    """Whether a column is of account numbers."""
    return bool(re.fullmatch(r"konto(?:nr|nummer|kod)?", normalised(header)))


class RowKinds(NamedTuple):
    """What each row of a table is: `revenue`, `cost` or empty; and what told it."""

    kinds: list[str]
    by: str


def row_kinds(one: Candidate, texts: Sequence[ColumnProposal], accounts: ColumnProposal | None) -> RowKinds:
    """Rows of revenue and of cost, by their words, or else by their accounts (3 is revenue, 4 to 7 cost)."""
    columns = [one.cells(column.positions[0]) for column in texts]
    kinds = [_kind(" ".join(plain(cell) for cell in row)) for row in zip(*columns, strict=True)]
    if any(kinds):
        return RowKinds(kinds, "radernas ord")
    if accounts:
        numbers = [as_text(cell) for cell in one.cells(accounts.positions[0])]
        known = [text if re.fullmatch(r"[3-8][0-9]{2,5}", text) else "" for text in numbers]
        return RowKinds(
            [{"3": "revenue"}.get(text[:1], "cost" if text[:1] in set("4567") else "") for text in known],
            "kontona: 3 är intäkt, 4–7 kostnad",
        )
    return RowKinds([""] * len(one.body), "")


def _kind(text: str) -> str:
    """What a row's words say; empty for none, and for both."""
    if NET_COST.search(text):
        return "cost"
    is_revenue, is_cost = bool(REVENUE.search(text)), bool(COST.search(text))
    return "" if is_revenue == is_cost else "revenue" if is_revenue else "cost"


def told_sign(column: ColumnProposal, one: Candidate, rows: RowKinds) -> None:
    """Adds the sign of an amount to its keys, or a question."""
    numbers = [[number_of(cell) for cell in one.cells(position)] for position in column.positions]
    flat = [number for cells in numbers for number in cells if number]
    heading = plain(f"{column.group} {column.header}")
    title = plain(f"{one.title[:100]} {one.sheet.name}")
    if DIFFERENCE.search(heading) or EFFECT.search(heading):
        column.ask(
            f"Är ett positivt tal i {quoted(column.header)} bättre eller sämre? Skriv sign: result om plus är bättre."
        )
        return
    sides = [(kind, number) for cells in numbers for kind, number in zip(rows.kinds, cells, strict=True) if number]
    of_heading = _kind(heading)
    if said := _said(one):
        sign, why = said
    elif of_heading:
        sign, why = _of_sides([(of_heading, number) for number in flat]), "rubriken"
    elif any(kind for kind, _ in sides):
        sign, why = _of_sides([side for side in sides if side[0]]), rows.by
    elif _is_about(BALANCE, one, heading, title):
        sign, why = _without_sign(flat), "balansposter"
    elif INVESTMENT.search(about := " ".join((heading, title, *_headings(one)))) and not OPERATIONS.search(about):
        sign, why = _without_sign(flat), "investeringar"
    elif (FRAME.search(f"{heading} {plain(one.title)}") or NET_COST.search(plain(one.title))) and flat:
        sign, why = _of_net_costs(flat), "nettokostnader"
    else:
        sign, why = "", ""
    if sign == "both":
        column.ask(
            f"Vilket tecken har beloppen? Intäkter och kostnader står med samma tecken ({why}), och så kan de inte "
            "läsas i en kolumn. Skriv sign när det är utrett."
        )
    elif sign:
        column.keys["sign"] = sign
        column.reasons.append(f"{sign}: {_WHY[sign]} ({why})")
    else:
        column.ask(f"Vilket tecken har beloppen? Inget i bladet visar det. Skriv sign: {_ASK}.")


def _said(one: Candidate) -> tuple[str, str] | None:
    """What a text around the table says of minus signs: the sign and the words, if it says one thing."""
    rows = one.sheet.rows
    around = [*rows[one.first : one.header], *([] if one.before else rows[one.end : one.end + ROWS_BELOW])]
    texts = [cell[:_LONGEST] for row in around for cell in row if isinstance(cell, str)]
    revenue = [text for text in texts if REVENUE_IS_MINUS.search(normalised(text))]
    cost = [text for text in texts if COST_IS_MINUS.search(normalised(text))]
    if bool(revenue) == bool(cost):
        return None
    return ("ledger", quoted(revenue[0])) if revenue else ("result", quoted(cost[0]))


_WHY = {
    "ledger": "kostnader är positiva eller intäkter negativa",
    "result": "intäkter är positiva eller kostnader negativa",
    "magnitude": "belopp utan tecken",
}


def _headings(one: Candidate) -> list[str]:
    return [plain(heading.text) for heading in one.headings[:1]]


def _is_about(words: re.Pattern[str], one: Candidate, heading: str, title: str) -> bool:
    names = " ".join(plain(row[one.headings[0].position]) for row in one.body)
    return bool(words.search(f"{heading} {title} {names}"))


def _of_sides(sides: Sequence[tuple[str, float]]) -> str:
    """The sign by amounts of revenue and cost; `both` where they have the same, empty where they do not agree."""
    ways: dict[str, str] = {}
    for kind in ("revenue", "cost"):
        numbers = [number for side, number in sides if side == kind]
        if numbers:
            positive = sum(number > 0 for number in numbers) / len(numbers)
            ways[kind] = "+" if positive >= _MOST else "-" if positive <= 1 - _MOST else "?"
    if "?" in ways.values() or not ways:
        return ""
    if len(ways) == 2 and ways["revenue"] == ways["cost"]:
        return "both"
    return "result" if ways.get("revenue") == "+" or ways.get("cost") == "-" else "ledger"


def _without_sign(numbers: Sequence[float]) -> str:
    positive = sum(number > 0 for number in numbers)
    return "magnitude" if numbers and positive >= _MOST * len(numbers) else ""


def _of_net_costs(numbers: Sequence[float]) -> str:
    """A net cost is a cost: all have one sign, or it cannot be told."""
    if all(number >= 0 for number in numbers):
        return "ledger"
    return "result" if all(number <= 0 for number in numbers) else ""


def all_cells(one: Candidate, column: ColumnProposal) -> list[Any]:
    """The cells of every position of a column."""
    return [cell for position in column.positions for cell in one.cells(position)]
