"""The annual report tells what the year became: nothing in it is a forecast, whichever committee it is about."""

import re

import pytest
import year_end
from workbooks import write_params
from year_end import blocks_of, write_year_end

from followup.document.blocks import Comment
from followup.document.plain import block_text
from followup.workbooks import cache

# What is said of a year that is not over. A committee's own words are its own, and so are the plan's.
FORECAST_WORDS = re.compile(
    r"bedöms uppnås|inte uppnås|osäker|hittills|prognosen är|helårsprognos|prognos för helåret|återstår|väntas"
    r"|kommer att|beräknat förslag|ännu inte",
    re.IGNORECASE,
)
WRITTEN_BY_PEOPLE = {
    *("decision-needed", "decisions-everything", "goals-assessments", "assignments", "measures"),
    *("quality-definitions", "staff-definitions", "promises-words"),
}
# Rules that hold all year.
RULES = {"reading-rules", "warnings"}


@pytest.fixture
def small(tmp_path, monkeypatch):
    monkeypatch.setenv("FOLLOWUP_CACHE", str(tmp_path / "cache"))
    monkeypatch.setenv("FOLLOWUP_PARAMS", str(write_params(tmp_path / "params")))
    cache.forget()
    yield {"committee": "DNKS", "period": "2024-12", "data": str(write_year_end(tmp_path / "data"))}
    cache.forget()


def told(**parameters: str) -> dict[str, str]:
    """The generated text of each cell."""
    found = {}
    for cell, shown in blocks_of("arsredovisning.ipynb", **parameters):
        if not isinstance(shown, Comment):
            found[cell] = shown if isinstance(shown, str) else block_text(shown)
    return {cell: text.replace("\xa0", " ") for cell, text in found.items()}


def forecasts_in(texts: dict[str, str]) -> dict[str, list[str]]:
    skipped = WRITTEN_BY_PEOPLE | RULES
    found = {cell: FORECAST_WORDS.findall(text) for cell, text in texts.items() if cell not in skipped}
    return {cell: words for cell, words in found.items() if words}


def test_no_generated_text_is_a_forecast(small):
    assert forecasts_in(told(**small)) == {}


@pytest.mark.parametrize("committee", ["DNHS", "DNRGS", "PN"])
def test_nor_on_the_example_data(committee, example_data):
    assert forecasts_in(told(committee=committee, period="2024-12", data=str(example_data))) == {}


def test_the_sentences_of_the_first_page_are_in_the_past_tense(small):
    texts = told(**small)
    assert texts["verdict"].splitlines()[1:] == [
        "Driftnämnd Kultur och skola slutade 2024 med ett underskott mot budget på 1,8 miljoner kronor, 1,8 miljoner "
        "kronor sämre än prognosen i oktober."
    ]
    assert texts["in-brief"].splitlines()[1:] == [
        "– Störst underskott fanns i Skola (1 miljon kronor) och Bibliotek (0,8).",
        "– Nämnden skriver: ”Följer budget.”",
    ]


def test_the_tiles_are_the_years(small):
    assert told(**small)["tiles"].splitlines() == [
        "Nettokostnad 2024: −184,8 mnkr",
        "  Budget −183,0 mnkr",
        "Mål som uppnåddes: 1 av 2",
        "  Delvis uppnått: 1",
        "Indikatorer som nådde målvärdet: 1 av 1",
        "Sjukfrånvaro 2024: 4,6 %",
        "  2023: 3,6 %",
    ]


def test_every_forecast_of_the_year_is_held_against_the_outcome(small):
    texts = told(**small)
    # |−0.33| + |−1.83| + |−0.33| + |−1.83| over four: 1.08. One per cent too much every month is found at once.
    assert texts["forecasts-judgement"].splitlines()[1:] == [
        "Årets fyra prognoser skilde sig i genomsnitt 1,1 miljoner kronor från utfallet. Året slutade sämre än alla "
        "prognoserna.",
        "För 2023 saknas prognoser att jämföra med.",
        "Nämndens prognoser låg längre från utfallet än det beräknade förslaget (samma takt), som i genomsnitt hade "
        "skilt sig 0 miljoner kronor.",
        "Årets utfall låg i det beräknade intervallet vid tre av tre tillfällen.",
    ]
    assert [line.split()[-5:] for line in texts["forecasts-given"].splitlines() if line.startswith("Månads")] == [
        ["−1,5", "−1,8", "−0,3", "0,0", "–"],
        ["0,0", "−1,8", "−1,8", "0,0", "0,0"],
    ]


def test_the_yearly_measures_have_both_years(small):
    assert told(**small)["yearly-measures"].splitlines()[5].split() == ["HME-index", "80", "78", "+2"]


def test_the_history_agrees_with_the_sheet_and_the_ledger(small):
    assert "Inget i underlaget behövde tolkas eller ifrågasättas." in told(**small)["warnings-in-brief"]
    assert year_end.HISTORY[-1][-1] == -1.83
