"""Numbers below the blank row that ends a table. The rows are 10 and 30, 1 and 3."""

import pytest

from followup.params.column_layout import ColumnLayout
from followup.params.layouts import TableLayout
from followup.params.total_words import TotalWords
from followup.workbooks.files.workbook import Sheet
from followup.workbooks.read_table import StatedTotal
from followup.workbooks.table_reader import read_table, readers_of

AMOUNT = {"type": "amount", "unit": "kr", "sign": "result"}
LAYOUT = TableLayout(
    sheet="Utfall",
    key=("committee", "account"),
    columns={
        "committee": ColumnLayout(header="Nämnd", type="text"),
        "account": ColumnLayout(header="Konto", type="text"),
        "name": ColumnLayout(header="Kontotext", type="text"),
        "budget": ColumnLayout(header="Budget", **AMOUNT),
        "outcome": ColumnLayout(header="Utfall", **AMOUNT),
    },
)
ROWS = [["DNKS", "4010", "Lön", 10.0, 1.0, ""], ["DNKT", "4010", "Lön", 30.0, 3.0, ""]]
BLANK = ["", "", "", "", "", ""]


def read(*below):
    header = [*(column.header for column in LAYOUT.columns.values()), ""]
    sheet = Sheet("Utfall", [header, *ROWS, BLANK, *below])
    return read_table("outcome", sheet, LAYOUT, readers_of(LAYOUT, {}), TotalWords(words=("Summa",)))


def stated(table):
    return [(one.row, one.letter, one.label, one.stated, one.computed) for one in table.totals]


@pytest.mark.parametrize("below", [[["", "", "", 40.0, 4.0, ""]], [BLANK, ["", "", "", "", 4.0, ""]]])
def test_right_sums_without_a_word(below):
    table = read(*below)
    assert table.findings == ()
    assert len(table.frame) == 2
    assert all(isinstance(one, StatedTotal) and one.difference == 0 for one in table.totals)


def test_wrong_sums_without_a_word_stand_beside_what_the_rows_give():
    table = read(["", "", "", "", 5.0, ""])
    assert table.findings == ()
    assert stated(table) == [(5, "E", "", 5.0, 4.0)]


def test_the_word_may_stand_beside_the_table():
    assert stated(read(["", "", "", "", 5.0, "Summa:"])) == [(5, "E", "Summa:", 5.0, 4.0)]


@pytest.mark.parametrize(
    "row",
    [
        ["", "", "", 0.0, 0.0, ""],
        ["", "", "", "", "se bilaga", ""],
        ["Källa: ekonomisystemet", "", "", "", "", ""],
        ["Antal rader", "", "", 2.0, "", ""],
    ],
    ids=["a control that gives nothing", "a text", "a note", "a note with a number"],
)
def test_what_is_no_total(row):
    table = read(row)
    assert (table.totals, table.findings) == ((), ())


@pytest.mark.parametrize("name", ["Koncernen", "DNHS"])
def test_a_name_and_a_number_in_most_columns_is_a_row_that_is_left_out(name):
    (finding,) = read([name, "", "", 40.0, 4.0, ""]).findings
    assert (finding.row, finding.letter) == (5, "A")
    assert finding.doubt.found.startswith("Raden är ifylld men står efter en tom rad, rad 4.")


def test_numbers_that_are_half_a_row_are_a_total_only_where_they_are_right():
    """Two numbers of the three cells that a row must have: a row may have lost its name."""
    columns = {name: LAYOUT.columns[name] for name in ("committee", "budget", "outcome")}
    layout = LAYOUT.model_copy(update={"key": ("committee",), "columns": columns})
    rows = [["Nämnd", "Budget", "Utfall"], ["DNKS", 10.0, 1.0], ["DNKT", 30.0, 3.0], ["", "", ""]]

    def with_last(outcome):
        sheet = Sheet("Utfall", [*rows, ["", 40.0, outcome]])
        return read_table("outcome", sheet, layout, readers_of(layout, {}), TotalWords(words=("Summa",)))

    assert with_last(4.0).findings == ()
    (finding,) = with_last(5.0).findings
    assert (finding.row, with_last(5.0).totals) == (5, ())
