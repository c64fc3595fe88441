"""The layout of the PDF's tables: long ones in columns, no mere row or two on a new page, labels with room."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
import samples

from followup.document.blocks import Column, Row, Table
from followup.document.cells import Cell
from followup.document.inline_html import cell_html
from followup.formats.pdf.data import _with_introductions
from followup.formats.pdf.fonts import text_width
from followup.formats.pdf.pictures import HALF_WIDTH, picture, side_by_side
from followup.formats.pdf.tables import TEXT_WIDTH, laid_out
from followup.ground.paths import templates_folder


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
    assert laid_out(table(3, columns=10, label=long, value="13 528,0"))["size"] == 8.0
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


def chart(name: str, narrow: bool = True) -> dict[str, object]:
    return {"kind": "chart", "title": name, "level": 3, "narrow": narrow, "width": 257.0 if narrow else 344.0}


def text(letters: int, role: str = "info") -> dict[str, object]:
    return {"kind": "text", "role": role, "title": "", "paragraphs": [["a" * letters]], "items": []}


def test_two_narrow_charts_and_a_chart_and_a_short_text_share_a_line():
    items = [chart("a"), chart("b"), chart("c"), text(640), chart("d"), text(641), chart("e", narrow=False), text(9)]
    first, second, *rest = side_by_side(items)
    assert [half["title"] for half in first["halves"]] == ["a", "b"]
    assert [half["width"] for half in first["halves"]] == [HALF_WIDTH, HALF_WIDTH]
    assert second["halves"] == [chart("c") | {"width": HALF_WIDTH}, text(640)]
    assert [item["kind"] for item in rest] == ["chart", "text", "chart", "text"]


def test_a_tall_picture_has_the_smallest_labels():
    def label(height: float) -> float:
        """In points, of a picture 520 units wide and so tall, whose labels have 13 units."""
        drawn = replace(samples.chart(), svg=f'<svg viewBox="0 0 520 {height:g}"></svg>', aspect=520 / height)
        return 13 * picture(drawn)["width"] / 520

    assert label(300) == pytest.approx(8.6)
    # 360 · 8,6 / 13 is 238 points: more than 230.
    assert label(360) == pytest.approx(8.0)


def test_what_asks_for_attention_has_a_line_of_its_own():
    items = [chart("a"), text(9, "attention"), chart("b"), {"kind": "heading"}, chart("c")]
    assert side_by_side(items) == items


def test_the_text_that_needs_more_lines_gets_the_room():
    """At 9 points, 40 words need 14 lines in a third of the page, and 6 in what the others can spare."""
    columns = (Column("a", "Mål", "text", 1), Column("b", "Motivering", "prose", 1), Column("c", "Av", "text", 1))
    rows = tuple(Row(str(at), (Cell("Kort"), Cell("motivering " * 40), Cell("Nämnden"))) for at in range(3))
    short, long, last = laid_out(Table("t", "Mål", columns, rows))["widths"]
    assert long > 2 * max(short, last)
    assert short + long + last <= TEXT_WIDTH


SWEDISH = "Nämndens prognos är sämre än budget, och de beslutade åtgärderna räcker inte för en ekonomi i balans i år. "


def test_the_template_has_no_small_type_and_no_long_lines():
    source = (templates_folder() / "report.typ").read_text(encoding="utf-8")
    sizes = [float(size) for size in re.findall(r"(?:size: |-size = )([\d.]+)pt", source)]
    assert len(sizes) > 10
    assert min(sizes) == 8.5
    assert "#let body-size = 10.5pt" in source
    line = float(re.search(r"#let line-width = (\d+)pt", source)[1])
    # The next word does not fit: half of one is left empty in a line, and a word has six letters.
    assert line / (text_width(SWEDISH) * 10.5 / len(SWEDISH)) - 3 <= 75
