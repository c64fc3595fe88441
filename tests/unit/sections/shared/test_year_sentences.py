"""The annual report's sentences: whole texts, for the data that make them turn."""

from followup.analysis.attention import Finding
from followup.analysis.economy import NET
from followup.document.tense import PAST
from followup.ground.figure import Figure
from followup.sections.shared import sentences
from tests.sentence_reports import text


def test_what_is_not_explained_is_asked_for_one_by_one_and_what_is_explained_is_gathered():
    found = sentences.findings_sentences(
        [
            Finding("large_deviation", NET, (Figure(-6.2e6),), False),
            Finding("missed_forecast", NET, (Figure(-4e6),), False),
            Finding("large_deviation", "Regionbuss", (Figure(-4e6),), True),
            Finding("missed_forecast", NET, (Figure(3e6),), True),
        ],
        PAST,
        "2024-10",
    )
    assert [text(sentence) for sentence in found] == [
        "Årets avvikelse för nämnden som helhet var stor (minus 6,2 miljoner kronor). Kommentar saknas: nämnden "
        "behöver förklara "
        "orsaken.",
        "Utfallet skilde sig mycket från prognosen i oktober (minus 4 miljoner kronor). Kommentar saknas: nämnden "
        "behöver "
        "förklara orsaken.",
        "Nämnden förklarar de här stora avvikelserna i sin kommentar till ekonomin: Regionbuss (minus 4 miljoner "
        "kronor) och utfallet jämfört med prognosen i oktober (plus 3).",
    ]
