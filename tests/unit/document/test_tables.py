"""What stands below a report's table only where it has something to explain."""

from __future__ import annotations

from followup.document.blocks import Row
from followup.document.cells import Cell
from followup.document.tables import dash_note


def rows(*shown: str) -> list[Row]:
    return [Row("group", (Cell("Grupp"),), role="group"), *(Row(text, (Cell("–"), Cell(text))) for text in shown)]


def test_a_dash_is_explained_where_its_column_has_one():
    assert dash_note(rows("1,0", "–"), 1, "Ett streck betyder inget.") == ("Ett streck betyder inget.",)
    assert dash_note(rows("1,0", "−2,0"), 1, "Ett streck betyder inget.") == ()
