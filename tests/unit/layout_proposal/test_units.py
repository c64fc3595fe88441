"""The unit of amounts: where it is said, and a question where it is not, or twice."""

from __future__ import annotations

import pytest

from followup.layout_proposal.candidates import candidates
from followup.layout_proposal.new_table import new_table
from followup.workbooks.files.marked_cells import ShownCell
from followup.workbooks.files.number_format import NumberFormat
from followup.workbooks.files.workbook import Sheet
from tests.office_tables import YEAR, grid_of
from tests.proposal_cases import PARAMS, column_of, keys_of, proposal, proposals

TABLE = "Nämnd | Budget\nKultur | 183\nTrafik | 572"


@pytest.mark.parametrize(
    ("text", "unit", "reason"),
    [
        (
            "Budget 2024, mnkr\n" + TABLE,
            "stated",
            "mnkr: cell A1 säger ”Budget 2024, mnkr”; läses ur bladet varje gång",
        ),
        (TABLE.replace("Budget", "Budget (tkr)"), "tkr", "tkr: rubriken säger tkr"),
        (f"{TABLE}\n\nBelopp i tkr", "tkr", "tkr: under tabellen står ”Belopp i tkr”"),
        ("Balans, mnkr – hela\n" + TABLE, "mnkr", "mnkr: ovanför tabellen står ”Balans, mnkr – hela”"),
        ("mnkr | Not | Budget\nKultur | 1 | 183\nTrafik | 2 | 572", "mnkr", "mnkr: den första rubriken säger ”mnkr”"),
        ("Nämnd | Budget\nKultur | '183 tkr\nTrafik | '57 tkr", "tkr", "tkr: cellerna säger tkr, som ”183 tkr”"),
    ],
)
def test_the_unit_is_where_the_sheet_says_it(text: str, unit: str, reason: str) -> None:
    heading = "Budget (tkr)" if "(tkr)" in text else "Budget"
    column = column_of(proposal(text), heading)
    assert column.keys["unit"] == unit
    assert reason in column.reasons


def test_the_sheet_may_be_named_by_its_unit() -> None:
    assert keys_of(proposal(TABLE, "Budget i tkr"), "Budget")["unit"] == "tkr"


@pytest.mark.parametrize(
    ("text", "question"),
    [
        (
            TABLE,
            "Vilken enhet har beloppen? Bladet säger ingen. Skriv unit: kr, tkr eller mnkr. Är talen inte pengar: "
            "skriv en annan type.",
        ),
        (
            "Belopp i tkr | Belopp i mnkr\n" + TABLE,
            "Vilken enhet har beloppen? Här sägs flera, eller en som inte läses: cell A1 säger ”Belopp i tkr” och cell "
            "B1 säger ”Belopp i mnkr”. Skriv unit: kr, tkr eller mnkr.",
        ),
        (
            "Belopp i miljarder kronor\n" + TABLE,
            "Vilken enhet har beloppen? Här sägs flera, eller en som inte läses: cell A1 säger ”Belopp i miljarder "
            "kronor”. Skriv unit: kr, tkr eller mnkr.",
        ),
        (
            "Belopp i tkr\nNämnd | Budget\nKultur | '183 mnkr",
            "Vilken enhet har beloppen? Här sägs flera, eller en som inte läses: cell A1 säger ”Belopp i tkr” och "
            "cellerna säger mnkr, som ”183 mnkr”. Skriv unit: kr, tkr eller mnkr.",
        ),
    ],
)
def test_what_is_not_said_or_said_twice_is_asked(text: str, question: str) -> None:
    column = column_of(proposal(text), "Budget")
    assert "unit" not in column.keys
    assert question in column.questions


def test_a_number_format_tells_what_the_cells_hold() -> None:
    rows = grid_of("Nämnd | Budget\nKultur | 1")
    # 2 600 000 that Excel shows as ”2,6 mnkr” is kronor.
    rows[1][1] = ShownCell(2_600_000.0, NumberFormat('0.0,," mnkr"'))
    (one,) = candidates(Sheet("Blad1", rows))
    assert keys_of(new_table(one, PARAMS, YEAR, []), "Budget")["unit"] == "kr"


def test_a_unit_for_each_row_is_a_column() -> None:
    table = proposal("Post | Enhet | Budget\nKultur | tkr | 183\nTrafik | mnkr | 2")
    assert table.keys["unit_column"] == "unit"
    assert keys_of(table, "Budget")["unit"] == "row"


def test_the_unit_below_may_be_of_the_next_table() -> None:
    first, second = (
        column_of(table, "Budget").keys.get("unit")
        for table in proposals("Drift\nNämnd | Budget\nKultur | 1\n\nInvesteringar, tkr\nNämnd | Budget\nKultur | 2")
    )
    assert (first, second) == (None, "stated")
