"""A decision of the sheet Beslut after ”beslutar att”: grammatical whatever was written."""

import pytest

from followup.document.clauses import clause_of, is_open
from followup.document.decisions import in_bold, in_regular
from followup.document.markdown import plain_of, prose_of


@pytest.mark.parametrize(
    ("written", "clause"),
    [
        ("Ge förvaltningen i uppdrag att ta fram en plan.", "ge förvaltningen i uppdrag att ta fram en plan"),
        ("Inte införa avgifter", "inte införa avgifter"),
        ("Att stänga mottagningen.", "stänga mottagningen"),
        ("att Katrinebergs folkhögskola startar en konstskola", "Katrinebergs folkhögskola startar en konstskola"),
        ("Nämnden behöver godkänna planen.", "godkänna planen"),
        ("Nämnden föreslås besluta att höja priserna.", "höja priserna"),
        ("Besluta om åtgärdsplanen.", "ta ställning till frågan om åtgärdsplanen"),
        ("Besluta om två platser ska stängas.", "ta ställning till frågan om två platser ska stängas"),
        ("Besluta vilka insatser som ska få medel.", "ta ställning till vilka insatser som ska få medel"),
        ("Ta ställning till *nya* priser.", "ta ställning till nya priser"),
        # What somebody else is to do is said of them.
        ("Regionstyrelsen ska finansiera underskottet.", "regionstyrelsen ska finansiera underskottet"),
        # A noun that ends as an infinitive does is none.
        ("Extra medel till Skåne m.m.", "ta ställning till: Extra medel till Skåne m.m."),
        ("Ökad bemanning. Se bilagan.", "ta ställning till: Ökad bemanning. Se bilagan."),
        ("Godkänna planen. Den gäller i ett år.", "godkänna planen. Den gäller i ett år."),
        ("Avtal m.m.", "ta ställning till: Avtal m.m."),
        ("*Läkemedel*.", "ta ställning till:\nLäkemedel."),
        ("- en sak\n- en till", "ta ställning till:\n– en sak\n– en till"),
        ("", "ta ställning till:"),
    ],
)
def test_the_clause(written: str, clause: str) -> None:
    assert plain_of(clause_of(prose_of(written), "nämnden")) == clause


def test_who_decides_is_not_said_again() -> None:
    said = prose_of("Regionstyrelsen behöver anta planen.")
    assert plain_of(clause_of(said, "regionstyrelsen")) == "anta planen"
    assert plain_of(clause_of(said, "nämnden")) == "regionstyrelsen behöver anta planen"


def test_a_clause_that_proposes_nothing_is_open() -> None:
    assert is_open(clause_of(prose_of("Ta ställning till priserna."), "nämnden"))
    assert not is_open(clause_of(prose_of("Höja priserna."), "nämnden"))


def test_the_letter_s_words_are_not_bold() -> None:
    for text in ("Godkänna *planen*.", "1. ett\n2. **två**", ""):
        assert in_regular(in_bold(prose_of(text))) == prose_of(text)
