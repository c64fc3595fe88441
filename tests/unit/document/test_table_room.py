"""Which tables become cards where, and what stands beside what on a card."""

import pytest

from followup.document.blocks import Column, Row, Table
from followup.document.cells import Cell
from followup.document.table_html import table_html
from followup.document.table_room import is_short, look

NAME = Column("label", "Namn", "text")
NUMBER = Column("k", "Utfall", "number")
VERDICT = Column("v", "Avvikelse", "number", judged=True)
STATUS = Column("s", "Bedömning", "status")
PROSE = Column("p", "Motivering", "prose")


def table(*columns: Column, name: str = "Medicin") -> Table:
    # A number of five signs, a word of six letters.
    cells = (Cell("−31,4", -31.4, "mnkr", 1) if column.kind == "number" else Cell("Osäkert") for column in columns)
    return Table("t", "Tabell", (NAME, *columns), (Row("r", (Cell(name), *cells)),))


@pytest.mark.parametrize(
    ("columns", "classes"),
    [
        # 7,0 for the name; a number of 6 letters at 0,53 and 1,5 of padding: 4,68; less the outermost 1,5.
        ((NUMBER, NUMBER), ""),
        ((NUMBER,) * 3, "cards small"),
        ((NUMBER,) * 4, "cards"),
        ((PROSE,), "cards"),
        ((PROSE, NUMBER), "cards"),
        ((PROSE, PROSE), "cards wide"),
        ((NUMBER,) * 4 + (VERDICT,), "cards one beside"),
        ((NUMBER,) * 4 + (VERDICT, VERDICT), "cards wide"),
        ((STATUS, PROSE), "cards one beside"),
    ],
)
def test_a_table_is_cards_where_its_columns_have_no_room(columns, classes):
    assert look(table(*columns)) == classes
    assert f'<div class="{f"table {classes}".strip()}" id="t">' in table_html(table(*columns))


def test_a_long_name_has_its_verdict_below_it():
    assert look(table(STATUS, PROSE, name="Väntande högst 90 dagar till första kontakt")) == "cards one"


def test_a_card_names_the_column_of_each_cell_but_that_of_the_row_s_name():
    html = table_html(table(STATUS, PROSE))
    assert html.count("data-label") == 2
    assert "data-label" not in table_html(table(NUMBER))


def test_a_column_of_short_words_stands_beside_another():
    words, long = Column("w", "Senast mätt", "text"), Column("l", "Beslutas av regionens", "text")
    assert [is_short(table(words, long, NUMBER, STATUS), place) for place in range(1, 5)] == [True, False, False, False]


def test_no_part_of_a_table_says_the_role_that_it_has():
    # A validator refuses them; what a grid keeps of a table is held by tests/browser.
    assert "role=" not in table_html(table(STATUS, PROSE, NUMBER))
