"""What is folded on the page, and the line that says what there is."""

from dataclasses import replace
from typing import Any

import samples

from followup.document.blocks import Block, Gallery, Heading, Row, Table, Text
from followup.document.cells import Cell
from followup.document.written import WrittenHeading
from followup.formats.html.folds import Part, parts_of


def drawn(*blocks: Block) -> list[tuple[Block, str]]:
    return [(block, "<p>ord</p>") for block in blocks]


def told(parts: list[Part]) -> list[tuple[Any, ...]]:
    return [
        (part.heading.text if part.heading else "", len(part.blocks), part.summary.replace("\u00a0", " "))
        for part in parts
    ]


def table(rows: int) -> Table:
    return Table("t", "Tabellen", samples.economy().columns[:1], tuple(Row(f"r{n}", (Cell("x"),)) for n in range(rows)))


FOUND = samples.chart().title
SECTION, PART = WrittenHeading("a", "Ekonomi", 2), Heading("b", "Åtgärder")
TEXT = Text("x", paragraphs=(["En mening."],))


def test_a_part_of_a_section_is_folded_with_all_that_stands_below_it():
    inner = Heading("c", "Närmare", 4)
    gallery = Gallery("g", "", (samples.chart(), samples.chart()))
    parts = parts_of(drawn(TEXT, SECTION, TEXT, PART, TEXT, table(1), inner, table(2), samples.chart(), gallery))
    assert told(parts) == [
        ("", 1, ""),
        ("Ekonomi", 0, ""),
        ("", 1, ""),
        ("Åtgärder", 6, f"{FOUND} · {FOUND} – och 3 till"),
    ]
    assert (parts[-1].within, parts[-1].looked_up) == ("Åtgärder", False)


def test_titles_are_whole_and_those_of_charts_come_first():
    long = replace(samples.chart(), title="Personalkostnader drar ned prognosen mest, −68,1. " * 4)
    assert told(parts_of(drawn(SECTION, PART, table(1), long)))[-1][2] == f"{long.title} – och 1 till"
    assert told(parts_of(drawn(SECTION, PART, table(1), samples.chart())))[-1][2] == f"{FOUND} · Tabellen"


def test_a_few_sentences_are_not_folded():
    assert told(parts_of(drawn(SECTION, PART, TEXT)))[-1] == ("Åtgärder", 1, "")
    long = [(PART, ""), (TEXT, "<p>" + "ord " * 300 + "</p>")]
    assert told(parts_of(long))[-1] == ("Åtgärder", 1, "Läs texten")


def test_beside_what_is_shown_a_long_table_and_many_charts_are_folded_alone():
    few, many = (Gallery("g", "Över tid", (samples.chart(),) * count) for count in (2, 3))
    assert told(parts_of(drawn(SECTION, table(8), table(9), samples.chart(), few, many)))[1:] == [
        ("", 1, ""),
        ("", 1, "Tabell: Tabellen"),
        ("", 1, ""),
        ("", 1, ""),
        ("", 1, "3 diagram: Över tid"),
    ]


def test_the_appendix_stays_folded_on_a_wide_screen():
    parts = parts_of(drawn(PART, table(1)), looked_up=True)
    assert [(*told([part]), part.looked_up) for part in parts] == [(("Åtgärder", 1, "Tabellen"), True)]
