"""Other committees' and other reports' names in a committee's own texts."""

import pytest
from region_accounts import messages
from text_cases import text_case

from followup.checks.texts.text_names import RULE


def found(text, period="2024-02", committee="DNHS"):
    return messages(RULE, text_case(text, period=period, committee=committee))


def test_the_example_of_the_catalogue():
    assert found("Nämnden behöver godkänna delårsrapporten.") == [("C5", RULE.example)]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Driftnämnden överlämnar denna årsredovisning.", "årsredovisning"),
        ("Psykiatris avvikelse mot budget är minus 2 mnkr.", "Psykiatri"),
        ("Prognosen för Driftnämnd Kollektivtrafik är minus 2 mnkr.", "Driftnämnd Kollektivtrafik"),
        ("DNKT:s underskott är 2 mnkr.", "DNKT"),
    ],
)
def test_what_is_another_reports(text, word):
    ((_, message),) = found(text)
    assert message.startswith(f"Texten nämner ”{word}”.")


@pytest.mark.parametrize(
    "text",
    [
        "Nämnden behöver ge förvaltningen i uppdrag att lämna en åtgärdsplan till uppföljningsrapport 1.",
        "Godkänna månadsrapporten.",
        "Överlämna till regionstyrelsen att bedöma finansieringen av det underskott som kvarstår.",
        "Hallands sjukhus prognos är minus 85,0 mnkr.",
        "Arbetet görs tillsammans med Psykiatri och Kollektivtrafik.",
        "Bedömningen redovisas i uppföljningsrapport 1 för 2025.",
    ],
)
def test_what_is_its_own(text):
    assert found(text) == []


def test_the_second_report_of_a_year_is_also_the_interim_report():
    assert found("Godkänna delårsrapporten.", "2024-08") == []


def test_the_region_speaks_of_everybody():
    assert found("Psykiatris prognos är minus 2 mnkr.", committee="REGION") == []
