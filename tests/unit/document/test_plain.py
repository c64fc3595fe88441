"""Blocks as plain text."""

import pytest
import samples

from followup.document.blocks import Block
from followup.document.plain import block_text
from followup.ground.errors import ReportError


def test_a_table_is_aligned_by_its_columns() -> None:
    lines = block_text(samples.chart().data).split("\n")
    assert lines == [
        "Avvikelse mot budget per månad",
        "Belopp i mnkr",
        "",
        "Månad     Avvikelse",
        "-------------------",
        "januari        +1,2",
        "februari       +0,4",
        "mars           −0,3",
        "april          +1,8",
        "Källa: 2024/2024-04/utfall.xlsx, blad Huvudbok.",
    ]


def test_a_long_text_wraps_within_its_column_and_a_group_stands_alone() -> None:
    text = block_text(samples.goals())
    assert "\nHälsa och välbefinnande\n" in text
    assert max(map(len, text.split("\n"))) < 130
    # Wrapped lines keep to the column, so that their words follow one another down the page.
    assert "väntas först under läsåret 2024/25." in " ".join(line[73:].strip() for line in text.split("\n"))


def test_an_unknown_kind_is_refused() -> None:
    class Map(Block):
        kind = "karta"

    with pytest.raises(ReportError) as caught:
        block_text(Map("k"))
    assert str(caught.value) == "Blocket ”k” är av den okända sorten ”karta”."
