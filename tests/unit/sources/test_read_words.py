"""Words that were read as others are told in Om underlaget, whatever they stand in."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

import pytest
from workbooks import DNKS, STAFF, edit

from followup.document.plain import block_text
from followup.ground.period import Period
from followup.params.loading import load_params
from followup.params.subject import subject_of
from followup.sections.shared import provenance
from followup.sources.read_words import ReadWord, together
from followup.sources.sources import load_sources
from followup.workbooks import cache

NOTHING = "Inget i underlaget behövde tolkas eller ifrågasättas."
BUT = "Inget annat i underlaget behövde tolkas eller ifrågasättas."


def told(data: Path, params, committee: str = "DNKS") -> list[str]:
    sources = load_sources(subject_of(data, Period(2024, 4), committee, params))
    return shown(SimpleNamespace(sources=sources))


def shown(report) -> list[str]:
    return block_text(provenance.warnings_in_brief(report)).replace("\xa0", " ").split("\n")


def test_the_words_of_the_layout_and_of_the_scales_are_not_told(data, params):
    assert told(data, params) == [NOTHING]


@pytest.mark.parametrize("again", [False, True])
def test_a_synonym_is_told_once_with_its_cells_by_sheet(data, params, again):
    edit(data / DNKS, "Rapport", {"B5": "Klarmarkerad"})
    edit(data / DNKS, "Mål", {"B2": "I fas", "C2": "Stabil"})
    for row, word in enumerate(("Pågår", "pågår.", "Pågår enligt plan", "Enligt plan"), 2):
        edit(data / DNKS, "Uppdrag", {f"A{row}": f"Uppdrag {row}", f"E{row}": word})
    if again:
        # What lies in the cache says the same.
        told(data, params)
        cache.forget()
    assert told(data, params) == [
        "Ord som lästes som andra, med antal celler: i bladet Rapport ”Klarmarkerad” som ”Klar” (1); i bladet Mål "
        "”I fas” som ”Bedöms uppnås” (1) och ”Stabil” som ”Oförändrad” (1); i bladet Uppdrag ”Pågår” som ”Enligt plan” "
        "(2) och ”Pågår enligt plan” som ”Enligt plan” (1).",
        BUT,
    ]


def test_of_a_shared_sheet_a_committee_is_told_its_own_rows(data, params):
    edit(data / STAFF, "Sjukfrånvaro", {"C3": "K"})
    found = {code: told(data, params, code) for code in ("DNKS", "DNKT")}
    theirs = "i bladet Investeringar ”Nya behov” som ”Nya behov av investeringar” (1)."
    assert found == {
        "DNKS": ["Ord som lästes som andra, med antal celler: i bladet Sjukfrånvaro ”K” som ”Kvinnor” (1).", BUT],
        "DNKT": [f"Ord som lästes som andra, med antal celler: {theirs}", BUT],
    }


def word(text: str, code: str, *cells: str) -> ReadWord:
    return ReadWord("DNKS.xlsx", "Mål", text, "", "assessment", code, frozenset(cells))


@pytest.mark.parametrize(
    ("scale", "expected"),
    [
        ("assessment", "i bladet Mål ”Uppnått” som ”Bedöms uppnås” (2)."),
        ("attainment", "i bladet Mål ”Bedöms uppnås” som ”Uppnått” (1)."),
    ],
)
def test_goals_are_told_in_the_words_of_the_kind_of_report(scale, expected):
    params = load_params()
    words = (word("Uppnått", "on_track", "B2", "B3"), word("Bedöms uppnås", "on_track", "B4"))
    subject = SimpleNamespace(kind=SimpleNamespace(scale=scale))
    report = SimpleNamespace(sources=SimpleNamespace(problems=(), words=words, params=params, subject=subject))
    assert shown(report) == [f"Ord som lästes som andra, med antal celler: {expected}", BUT]


def test_a_cell_that_several_reports_read_is_counted_once():
    region, committee = word("I fas", "on_track", "B2", "B3"), word("I fas", "on_track", "B3")
    assert together([[committee], [region]]) == (region,)
