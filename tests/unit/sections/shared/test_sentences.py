"""The sentences that the report writes: whole texts, for the data that make them turn."""

from followup.analysis.attention import Finding
from followup.analysis.economy import NET
from followup.ground.figure import Figure
from followup.sections.shared import sentences
from tests.sentence_reports import text


def test_what_is_not_explained_is_asked_for_one_by_one_and_what_is_explained_is_gathered():
    found = sentences.findings_sentences(
        [
            Finding("signs_differ", NET, (Figure(6.2e6), Figure(-20e6)), False),
            Finding("large_deviation", NET, (Figure(6.2e6),), False),
            Finding("large_deviation", "Regionbuss", (Figure(-4e6),), True),
            Finding("large_forecast_deviation", "Stadsbuss", (Figure(-3e6),), True),
            Finding("large_forecast_deviation", "Tåg", (Figure(-2.9e6), Figure(-9e6)), True),
            Finding("large_forecast_deviation", "Bro", (Figure(0.0), Figure(-2e6)), False),
        ]
    )
    assert [text(sentence) for sentence in found] == [
        "Avvikelsen hittills och helårsprognosen pekar åt olika håll: plus 6,2 miljoner kronor hittills men minus "
        "20 miljoner kronor för helåret. Nämnden behöver förklara vad som förändras under resten av året.",
        "Avvikelsen hittills för nämnden som helhet är stor (plus 6,2 miljoner kronor). Kommentar saknas: nämnden "
        "behöver "
        "förklara orsaken.",
        "Prognosens avvikelse för Bro är stor (minus 2 miljoner kronor). Kommentar saknas: nämnden behöver förklara "
        "orsaken.",
        "Nämnden förklarar de här stora avvikelserna i sin kommentar till ekonomin, hittills och i prognosen: "
        "Regionbuss (minus 4 miljoner kronor), Stadsbuss i prognosen (minus 3) och Tåg (minus 2,9 och minus 9).",
    ]


def test_an_activity_that_turns_is_told_with_both_figures():
    turning = (Figure(3.4e6), Figure(-8e6))
    found = sentences.findings_sentences(
        [
            Finding("signs_differ", "Regionbuss", turning, True),
            Finding("large_deviation", "Tåg", (Figure(-9e6),), True),
            Finding("signs_differ", "Stadsbuss", (Figure(1.1e6), Figure(-4e6)), True),
        ]
    )
    assert [text(sentence) for sentence in found] == [
        "Nämnden förklarar de här stora avvikelserna i sin kommentar till ekonomin, hittills och i prognosen: "
        "Regionbuss (plus 3,4 men minus 8 miljoner kronor), Tåg (minus 9) och Stadsbuss (plus 1,1 men minus 4).",
    ]
    (asked,) = sentences.findings_sentences([Finding("signs_differ", "Regionbuss", turning, False)])
    assert text(asked) == (
        "Avvikelsen hittills och helårsprognosen för Regionbuss pekar åt olika håll: plus 3,4 miljoner kronor hittills "
        "men minus 8 miljoner kronor för helåret. Nämnden behöver förklara vad som förändras under resten av året."
    )
