"""The PDF's appendix: the tables behind the charts, side by side as long as there is room."""

from __future__ import annotations

from followup.formats.pdf.cells import Json
from followup.formats.pdf.tables import SHELF_GAP, TEXT_WIDTH

# Rows of a table in the appendix: the regions' fit, with the country's; the months of three years do not.
_LONGEST_COLUMN = 24
_MOST_PARTS = 3


def in_columns(table: Json) -> list[Json]:
    """A long and narrow table, as of three years' months, in parts that stand side by side; else the table alone."""
    count = min(_MOST_PARTS, int((TEXT_WIDTH + SHELF_GAP) // (table["total_width"] + SHELF_GAP)))
    rows = table["rows"] + table["footer"]
    if len(rows) <= _LONGEST_COLUMN or count < 2 or any(row["role"] == "group" for row in rows):
        return [table]
    length = -(-len(rows) // count)
    pieces = [rows[start : start + length] for start in range(0, len(rows), length)]
    return [
        table
        | {
            "caption": f"{table['caption']} ({number}\u00a0av\u00a0{len(pieces)})",
            "anchor": table["anchor"] if number == 1 else f"{table['anchor']}-{number}",
            "rows": piece,
            "footer": [],
            "notes": table["notes"] if number == len(pieces) else [],
            "breakable": False,
            "begins_shelf": number == 1,
        }
        for number, piece in enumerate(pieces, 1)
    ]


def shelves_of(tables: list[Json]) -> list[list[Json]]:
    """The appendix's tables in reading order, side by side as long as there is room."""
    shelves: list[list[Json]] = []
    used = 0.0
    for table in tables:
        needed = table["total_width"] + SHELF_GAP
        alone = table["breakable"] or table["landscape"]
        fits = used + needed <= TEXT_WIDTH + SHELF_GAP and not table.get("begins_shelf")
        if shelves and not alone and fits:
            shelves[-1].append(table)
            used += needed
        else:
            shelves.append([table])
            used = TEXT_WIDTH + 1 if alone else needed
    return shelves
