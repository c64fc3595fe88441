"""The layout of the PDF's tables: long ones in columns, no mere row or two on a new page, labels with room."""

from __future__ import annotations

from followup.document.blocks import Column, Row, Table
from followup.document.cells import Cell
from followup.document.inline_html import cell_html
from followup.formats.pdf.data import _with_introductions
from followup.formats.pdf.tables import TEXT_WIDTH, laid_out


def table(rows: int, columns: int = 2, total: bool = False, label: str = "januari 2024", value: str = "1,0") -> Table:
    found = [Row(f"r{number}", (Cell(label), *(Cell(value),) * (columns - 1))) for number in range(rows)]
    if total:
        found.append(Row("summa", (Cell("Summa"), *(Cell("9,0"),) * (columns - 1)), role="total"))
    numbers = (Column(f"k{number}", "Värde", "number") for number in range(1, columns))
    return Table("t", "Avgångar i tid", (Column("label", "Mätning", "text"), *numbers), tuple(found), notes=("Not.",))


def test_the_last_three_rows_of_a_long_table_go_together_to_the_next_page():
    found = laid_out(table(30, total=True))
    assert found["breakable"]
    assert [row["role"] for row in found["footer"]] == ["body", "body", "total"]
    assert len(found["rows"]) == 28


def test_a_table_that_is_never_divided_has_only_its_total_below():
    found = laid_out(table(5, total=True))
    assert not found["breakable"]
    assert [row["role"] for row in found["footer"]] == ["total"]


def test_long_labels_in_a_matrix_make_the_type_smaller():
    long = "Bidra till god tillgänglighet till arbete, studier och samhällsservice, digitalt såväl som fysiskt"
    assert laid_out(table(3, columns=10, value="13 528,0"))["size"] == 9.0
    assert laid_out(table(3, columns=10, label=long, value="13 528,0"))["size"] == 7.5
    assert laid_out(table(3, columns=4, label=long))["size"] == 9.0


def test_a_short_introduction_stays_with_what_it_introduces():
    prose = {"kind": "prose", "prose": [{"p": ["Målen kommer från Mål och budget."]}]}
    heading, shown = {"kind": "heading"}, {"kind": "table"}
    assert _with_introductions([heading, dict(prose), shown])[1]["sticky"]
    assert not _with_introductions([heading, dict(prose), heading])[1]["sticky"]
    assert not _with_introductions([shown, dict(prose), shown])[1]["sticky"]


def test_a_day_alone_in_a_cell_is_not_broken():
    assert cell_html(Cell("2024-11-01")) == "<time>2024-11-01</time>"
    assert cell_html(Cell("senast 2024-11-01")) == "senast 2024-11-01"


def test_number_columns_of_one_width_never_make_a_table_wider_than_the_page():
    """The plan's measured targets: one wide and one narrow column of numbers between columns of text."""
    texts = ("Minskade koldioxidutsläpp genom transporter", "minst 500 ton per år", "varje år 2017–2020", "", "", "")
    wide = Row("a", (*map(Cell, texts), Cell("Värde saknas"), Cell("höstterminen 2018, Katrinebergs folkhögskola")))
    amount = Row(
        "b", tuple(map(Cell, ("Energi", "minst 3", "2018", "214\xa0000\xa0kWh\xa0per\xa0år", "+2", "1", "", "")))
    )
    kinds = ("text", "text", "text", "number", "number", "number", "status", "prose")
    columns = tuple(Column(f"k{number}", f"Kolumn {number}", kind) for number, kind in enumerate(kinds))
    for rows in ((wide, amount), (amount, amount)):
        assert sum(laid_out(Table("t", "Mätbara mål", columns, rows))["widths"]) <= TEXT_WIDTH
