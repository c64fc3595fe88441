"""The bars of a judged column: their sides, their lengths, and where none is drawn."""

import re
from dataclasses import replace

import pytest

from followup.document.blocks import Column, Row, Table
from followup.document.cells import Cell
from followup.document.deviations import shares
from followup.document.inline_html import bar_html
from followup.document.table_html import table_html
from followup.formats.pdf.tables import laid_out
from followup.ground.palette import palette

COLUMNS = (
    Column("label", "Nämnd", "text"),
    Column("outcome", "Utfall", "number"),
    Column("deviation", "Avvikelse", "number", judged=True),
)


def amount(value: float | None) -> Cell:
    return Cell("–", why_missing="saknas") if value is None else Cell(f"{value:+.1f}", value, "mnkr", 1)


def table(*deviations: float | None) -> Table:
    rows = tuple(
        Row(str(number), (Cell(f"Rad {number}"), amount(-100.0), amount(value)))
        for number, value in enumerate(deviations)
    )
    return Table("t", "Avvikelser", COLUMNS, rows)


def test_each_amount_is_a_share_of_the_column_s_largest_by_its_sign():
    found = shares(table(-120.0, 30.0, 60.0))
    assert found == ((None, None, -1.0), (None, None, 0.25), (None, None, 0.5))


def test_a_total_does_not_make_its_parts_look_alike():
    whole = table(-40.0, -20.0, 10.0, -50.0)
    whole = replace(whole, rows=(*whole.rows[:3], replace(whole.rows[3], role="total")))
    assert [row[2] for row in shares(whole)] == [-1.0, -0.5, 0.25, -1.25]
    # One part is not compared with anything else.
    assert [row[2] for row in shares(replace(whole, rows=whole.rows[2:]))] == [0.2, -1.0]


def test_what_is_shown_as_zero_has_no_side_and_what_is_missing_no_bar():
    # 0,04 is written 0,0.
    assert [row[2] for row in shares(table(-0.04, None, 5.0))] == [0.0, None, 1.0]
    assert [row[2] for row in shares(table(0.0, 0.0))] == [0.0, 0.0]


def test_a_group_has_no_cells_and_a_column_that_is_not_judged_no_bars():
    grouped = table(5.0)
    grouped = replace(grouped, rows=(Row("g", (Cell("Grupp"),), "group"), *grouped.rows))
    assert shares(grouped) == ((), (None, None, 1.0))
    plain = replace(grouped, columns=(*COLUMNS[:2], replace(COLUMNS[2], judged=False)))
    assert shares(plain) == ((), (None, None, None))


@pytest.mark.parametrize(
    ("share", "path", "colour"),
    [
        # Of 30 to each side of the middle, 30 from the left.
        (-1.0, "M30 1h-30v10h30z", "bad"),
        (0.5, "M30 1h15v10h-15z", "good"),
        # The least can be seen.
        (-0.001, "M30 1h-2v10h2z", "bad"),
        # A total that is longer than there is room for points on.
        (-2.8, "M30 1h-24l-6 5l6 5h24z", "bad"),
    ],
)
def test_the_bar_of_what_is_worse_goes_to_the_left_and_is_not_green(share, path, colour):
    drawn = bar_html(share)
    assert f'<path d="{path}" fill="{getattr(palette(), colour)}"/>' in drawn
    assert ('aria-hidden="true"' in drawn, drawn.count("<path")) == (True, 2)


def test_zero_is_the_middle_line_alone():
    assert bar_html(0.0).count("<path") == 1


def test_the_page_draws_them_beside_the_numbers():
    html = table_html(table(-120.0, 30.0, None))
    cells = re.findall(r'<td class="number verdict"[^>]*>(.*?)</td>', html)
    assert [re.sub(r"<svg.*?</svg>", "|", cell) for cell in cells] == [
        '<span class="judged">|<span>-120.0</span></span>',
        '<span class="judged">|<span>+30.0</span></span>',
        "–",
    ]


def test_the_pdf_has_room_for_them_before_the_longest_number():
    found = laid_out(table(-120.0, 30.0))
    without = laid_out(replace(table(-120.0, 30.0), columns=(*COLUMNS[:2], replace(COLUMNS[2], judged=False))))
    assert [row["cells"][2].get("share") for row in found["rows"]] == [-1.0, 0.25]
    assert [column["bar_right"] > 0 for column in found["columns"]] == [False, False, True]
    assert not any("share" in cell for row in without["rows"] for cell in row["cells"])
    room = found["widths"][2] - 2 * found["inset_x"]
    # A bar of 3.2 em stands before the longest number and its space.
    assert room >= (found["columns"][2]["bar_right"] + 3.6) * found["size"]
