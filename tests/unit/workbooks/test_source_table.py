"""Choosing rows, summing them, and the cells behind the sum."""

import pandas as pd
import pytest

from followup.ground.figure import COUNT, Cells, Figure
from followup.ground.period import Period
from followup.workbooks.source_table import SourceTable


def table(**changes):
    frame = pd.DataFrame(
        {
            "period": pd.Series(["2024-01", "2024-01", "2024-02", "2024-02"], dtype=object),
            "activity": pd.Series(["Bibliotek", "Skola", "Bibliotek", None], dtype=object),
            "outcome": [-1.1, -2.2, -3.3, float("nan")],
            "year": [2023.0, 2023.0, 2024.0, 2024.0],
        }
    )
    frame.index = pd.Index([6, 7, 8, 11], name="row")
    letters = {"period": "A", "activity": "C", "outcome": "H", "year": "I"}
    options = {"units": {"outcome": "kr", "year": COUNT}} | changes
    return SourceTable("ledger", "b.xlsx", "Blad", letters, frame, **options)


def rows_of(chosen):
    return chosen.frame.index.tolist()


def test_where():
    assert rows_of(table().where(period="2024-01")) == [6, 7]
    assert rows_of(table().where(period=Period(2024, 2))) == [8, 11]
    assert rows_of(table().where(period=["2024-01"], activity=("Skola", "Bibliotek"))) == [6, 7]
    assert rows_of(table().where(period={Period(2024, 1)})) == [6, 7]
    assert rows_of(table().where(year=range(2020, 2024))) == [6, 7]
    assert rows_of(table().where(year=2024)) == [8, 11]
    assert rows_of(table().where(activity=None)) == [11]
    assert rows_of(table().where(activity="Vård")) == []


def test_an_unknown_column_is_a_fault_in_the_program():
    with pytest.raises(KeyError):
        table().where(aktivitet="Skola")


def test_values_in_order_of_appearance():
    assert table().values("activity") == ["Bibliotek", "Skola"]
    assert table().values("year") == [2023.0, 2024.0]


def test_a_total_knows_its_cells():
    assert table().where(period="2024-01").total("outcome") == Figure(
        -3.3000000000000003, "kr", (Cells("b.xlsx", "Blad", "H", ((6, 7),)),)
    )
    assert table().total("year").origin == (Cells("b.xlsx", "Blad", "I", ((6, 8), (11, 11))),)
    assert table().total("year").unit == COUNT


def test_a_total_with_a_missing_part_or_no_rows_is_missing():
    assert table().total("outcome") == Figure(None, "kr", (Cells("b.xlsx", "Blad", "H", ((6, 8), (11, 11))),), "saknas")
    assert table().where(activity="Vård").total("outcome") == Figure.missing()


def test_one_row():
    one = table().where(activity="Skola")
    assert one.figure("outcome").value == -2.2
    assert one.text("period") == "2024-01"
    assert table().where(period="2024-02").where(activity=None).text("activity") == ""
    assert table().where(activity="Vård").text("period") == ""
    assert table().where(activity="Vård").figure("outcome").is_missing


@pytest.mark.parametrize("ask", ["figure", "text"])
def test_one_row_of_several_is_a_fault_in_the_program(ask):
    with pytest.raises(ValueError, match="ledger: one row was expected for outcome, there are 4"):
        getattr(table(), ask)("outcome")


def test_rows_one_by_one():
    assert [row.text("activity") for row in table().rows()] == ["Bibliotek", "Skola", "Bibliotek", ""]
    assert len(table()) == 4


def test_a_forms_cells_stand_in_their_own_rows():
    form = table(form_rows={"period": 3}).where(activity="Skola")
    assert form.cells("period") == (Cells("b.xlsx", "Blad", "A", ((3, 3),)),)
    assert form.cells("outcome") == (Cells("b.xlsx", "Blad", "H", ((7, 7),)),)


def test_a_word_that_stands_once_for_several_rows_has_the_cell_where_it_stands():
    words = table(filled={"activity": {7: 6, 8: 6}})
    assert words.cells("activity") == (Cells("b.xlsx", "Blad", "C", ((6, 6), (11, 11))),)
    assert words.where(period="2024-02").cells("activity") == (Cells("b.xlsx", "Blad", "C", ((6, 6), (11, 11))),)
    assert words.address("activity", 8) == "C6"
    assert words.area(["activity", "outcome"], [7, 8]) == "C6:C6,H7:H8"
    assert words.cells("outcome") == (Cells("b.xlsx", "Blad", "H", ((6, 8), (11, 11))),)
