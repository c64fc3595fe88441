"""Texts that are almost the same as in the report before."""

import pytest
from region_accounts import messages
from text_cases import comments, text_case

from followup.checks.texts.copied_texts import RULE
from followup.ground.errors import Severity

# 22 words.
TEXT = (
    "Underskottet beror främst på hög beläggning och kostnader för inhyrd personal. Väntetiderna till operation och "
    "åtgärd är för långa i hela länet."
)
OTHER = (
    "Överskottet på de gemensamma kostnaderna beror på att satsningar inom digitalisering har kommit igång senare än "
    "planerat i år."
)


def found(*texts, then=(TEXT, OTHER)):
    earlier = comments(*then, workbook="2024/2024-02/DNHS.xlsx")
    one = text_case(*texts, previous={"comments": earlier})
    assert {problem.severity for problem in RULE.check(one)} <= {Severity.NOTE}
    return messages(RULE, one)


def test_the_example_of_the_catalogue():
    assert found("Nytt för perioden.", TEXT) == [("C6", RULE.example)]


def test_texts_that_are_all_left_are_told_together_with_both_places():
    ((cell, message),) = found(OTHER, TEXT)
    assert cell == "C5,C6"
    assert message.startswith(
        "Alla texter i bladet är nästan desamma som i 2024/2024-02/DNHS.xlsx, blad Kommentarer: C5 (då C6) och C6 "
        "(då C5)."
    )


@pytest.mark.parametrize(("changed", "told"), [(2, 1), (3, 0)])
def test_nine_words_of_ten(changed, told):
    # Two of 22 that differ leave 91 percent, three 86.
    words = TEXT.split()
    assert len(words) == 22
    assert len(found(" ".join([*["ny"] * changed, *words[changed:]]))) == told


def test_short_texts_and_an_earlier_report_without_any():
    assert found("Vakanta tjänster som fysioterapeut.", then=("Vakanta tjänster som fysioterapeut.",)) == []
    assert messages(RULE, text_case(TEXT)) == []


def test_the_same_word_again_and_again():
    """The longest text that a cell may hold: word by word against itself it would never end."""
    text = "1 " * 10_000
    assert len(found(text, then=(text,))) == 1
    # Two words of 10 002 are new.
    assert len(found(text + "2 3", then=(text,))) == 1
