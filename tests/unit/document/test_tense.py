"""The tense of a report: one way to tell what is from what was."""

from __future__ import annotations

import re

import pytest

from followup.document.tense import PAST, PRESENT, Tense, tense_of
from followup.ground.paths import PROJECT
from followup.ground.period import Period


@pytest.mark.parametrize(
    ("period", "tense", "sentence"),
    [
        ("2024-10", PRESENT, "Det finns mål, de är tio och har bedömts nu."),
        ("2024-12", PAST, "Det fanns mål, de var tio och hade bedömts då."),
    ],
)
def test_a_year_that_is_over_is_told_in_the_past(period: str, tense: Tense, sentence: str) -> None:
    found = tense_of(Period.parse(period))
    assert found is tense
    words = f"Det {found.there_is} mål, de {found.is_} tio och {found.has} bedömts {found.told('nu', 'då')}."
    assert words == sentence


def test_no_words_are_told_apart_by_time_in_another_way() -> None:
    # A text on either side of the question whether the year is over; the name of a frame's column is no word.
    other = re.compile(
        r"""(["'])(?![a-z_]+\1)[^"']*\1 if [\w.]*is_year_end else|is_year_end else f?(["'])(?![a-z_]+\2)"""
    )
    rooms = (PROJECT / "followup" / "sections", PROJECT / "followup" / "charts")
    found = {path: other.findall(path.read_text(encoding="utf-8")) for room in rooms for path in room.rglob("*.py")}
    assert [path.name for path, words in found.items() if words] == []
