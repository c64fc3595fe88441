"""The sheets that explain the workbook: its cover, its contents and its notes.

They follow the UK Government Analysis Function's "Releasing statistics in spreadsheets": a cover that says what the
workbook is and how its signs are read, contents with links, and numbered notes that headings point at.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from followup.document.blocks import Column, Cover, Row, Table
from followup.document.cells import Cell
from followup.formats.csv.columns import ALL
from followup.formats.excel.sheet import Sheet

if TYPE_CHECKING:
    from followup.document.document import Document

COVER_SHEET, CONTENTS_SHEET, NOTES_SHEET = "Försättsblad", "Innehåll", "Noter"
_HANDED_IN, _BY = "Lämnad ", " av "

WHAT = (
    "Arbetsboken har rapportens alla tabeller, talen bakom diagrammen, och texten där den står i rapporten. Tabellerna "
    "är märkta som tabeller i Excel, en under den andra, och börjar alltid i kolumn A. Det som gäller en tabell står "
    "ovanför den. Det som står som [not 1] finns på bladet Noter."
)
SIGNS = (
    (
        "–",
        "Uppgiften saknas, går inte att räkna ut eller gäller inte raden. För tal står skälet på bladet Figurer. I en "
        "kolumn med ord finns ingen uppgift.",
    ),
    ("skyddas", "Uppgiften visas inte, eftersom den eller en annan då kunde räknas ut om enskilda."),
    ("Tom cell", "Raden har ingen text i den kolumnen."),
    ("Plus och minus", "Intäkter är plus och kostnader minus. En avvikelse med plus är bättre än budget."),
    ("mnkr, tkr", "Miljoner kronor och tusen kronor."),
    ("Enhet i rubriken", "Talen i kolumnen har den enheten. Procent är 4,5 för 4,5 %, inte 0,045."),
    (
        "Avrundning",
        "Talen är oavrundade, men visas avrundade. Tal om anställda är avrundade, och variationens medelvärden och "
        "gränser är avrundade så som de bedöms. En skillnad eller ett medelvärde visas som det blir av de tal som "
        "visas. När det oavrundade skulle visas som ett annat tal är det avrundat i cellen. På bladet Figurer är alla "
        "skillnader och medelvärden oavrundade.",
    ),
)


def cover_sheet(sheet: Sheet, document: Document, sheets: int) -> None:
    """What the workbook is, who answers for it, and how its signs are read."""
    cover = document.cover
    sheet.title(f"{cover.title}, {cover.committee}")
    sheet.text(WHAT)
    sheet.table(_pairs("om-arbetsboken", "Om arbetsboken", "Uppgift", "Värde", _facts(cover, sheets)))
    sheet.table(_pairs("tecken", "Så läser du tabellerna", "I en cell", "Betyder", SIGNS))
    sheet.finish()


def _facts(cover: Cover, sheets: int) -> list[tuple[str, str]]:
    # Of a plan the line says something else, and nobody is named.
    handed_in, by, contact = cover.handed_in.removeprefix(_HANDED_IN).partition(_BY)
    is_handed_in = cover.handed_in.startswith(_HANDED_IN) and bool(by)
    found = [
        ("Rapport", cover.title),
        ("Nämnd", cover.committee),
        ("Period", cover.span),
        ("Status", cover.status.text),
        ("Lämnad", handed_in if is_handed_in else ""),
        ("Kontakt", contact if is_handed_in else ""),
        ("Källa", "" if is_handed_in else cover.handed_in),
        ("Underlaget uttaget" if cover.extracted else "Datum", cover.data_date),
        ("Data", "Exempeldata" if cover.example else ""),
        ("Antal blad", f"{sheets}"),
        ("Språk", "Svenska"),
    ]
    return [(name, value) for name, value in found if value]


def contents_sheet(sheet: Sheet, sections: Sequence[tuple[str, str]]) -> None:
    """A table of the sheets and one of the tables, with links; written when the others are."""
    order = [name for name, _ in sections]
    tables = sorted(sheet.shared.tables, key=lambda table: order.index(table[1]))
    sheet.title("Innehåll")
    sheet.text("Länkarna leder till bladen och till tabellernas rubriker. Varje blad har en länk hit på sin andra rad.")
    counts = Counter(of for _, of, _, _ in tables)
    sheet.table(
        Table(
            "blad",
            "Arbetsbokens blad",
            (Column("blad", "Blad", "text"), Column("innehall", "Innehåll", "text"), Column("tabeller", "Tabeller")),
            tuple(
                Row(name, (Cell(name), Cell(text), Cell(f"{counts[name]}", float(counts[name]), "antal")))
                for name, text in sections
            ),
        ),
        [(name, "A1") for name, _ in sections],
    )
    sheet.table(
        Table(
            "tabeller",
            "Arbetsbokens tabeller",
            (
                Column("tabell", "Tabell", "text"),
                Column("blad", "Blad", "text"),
                Column("cell", "Börjar i cell", "text"),
                Column("namn", "Namn i Excel", "text"),
            ),
            tuple(Row(name, (Cell(caption), Cell(of), Cell(cell), Cell(name))) for caption, of, cell, name in tables),
        ),
        [(of, cell) for _, of, cell, _ in tables],
    )
    sheet.finish()


def notes_sheet(sheet: Sheet) -> None:
    """The notes by number, and what the columns of the sheet of figures hold."""
    sheet.title("Noter", CONTENTS_SHEET)
    notes = sheet.shared.notes
    if notes:
        pairs = [(f"not {number}", text) for text, number in notes.items()]
        sheet.table(_pairs("noter", "Noter till tabellerna", "Not", "Text", pairs))
    pairs = [(column.heading, column.holds_in_swedish) for column in ALL]
    sheet.table(_pairs("figurernas-kolumner", "Kolumnerna på bladet Figurer", "Kolumn", "Innehåll", pairs))
    sheet.finish()


def _pairs(name: str, caption: str, first: str, second: str, pairs: Iterable[tuple[str, str]]) -> Table:
    columns = (Column("namn", first, "text"), Column("text", second, "prose"))
    rows = tuple(Row(f"{number}", (Cell(one), Cell(other))) for number, (one, other) in enumerate(pairs, start=1))
    return Table(name, caption, columns, rows)
