"""The quick way of writing a large table gives the file that openpyxl would have written."""

import zipfile

from followup.example.sheet_style import Column, Heading, add_table
from followup.example.workbook_file import new_workbook, save

COLUMNS = [Column("Period", 10), Column("Kontotext", 30), Column("Budget", 17, "#,##0.00"), Column("År", 8)]
# More rows than the limit; with a text to escape, an empty cell, a whole number and a long fraction.
ROWS = [("2024-01", "Resor & logi", 27202100, 2024)] + [
    ("2024-02", f"Konto <{number % 7}>", None if number % 5 == 0 else -9798.31 / (number + 1), number)
    for number in range(400)
]
HEADING = Heading("Huvudbok", "2024-05-08", "Exempeldata")


def sheet_of(path, totals):
    workbook = new_workbook("Prov")
    add_table(workbook, "Huvudbok", HEADING, COLUMNS, ROWS, totals=totals, notes=("Belopp i kronor.",))
    assert bool(workbook.large_tables) == (not totals)
    with zipfile.ZipFile(save(workbook, path)) as written:
        return written.read("xl/worksheets/sheet1.xml")


def test_both_ways_give_the_same_sheet(tmp_path):
    # A table that may have total rows is left to openpyxl.
    quick, slow = sheet_of(tmp_path / "quick.xlsx", ()), sheet_of(tmp_path / "slow.xlsx", ("Summa",))
    assert quick.count(b"<row ") == len(ROWS) + 4 + 1 + 1
    assert quick == slow
