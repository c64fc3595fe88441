"""What only says again how large a deviation is, and what says why."""

import pytest
from tables import source_table

from followup.tables.explanations import explains, general_comments


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Avvikelsen är **minus 3,9 mnkr**.",
        "Avvikelsen mot budget till och med april är minus 3,9 mnkr och prognosen för helåret är minus 6,0 mnkr. Det "
        "är 4,0 mnkr sämre än föregående prognos.",
        "Årets underskott blev 112,0 mnkr, vilket är 4 miljoner kronor bättre än prognosen i oktober.",
        "Nämndens helårsprognos t.o.m. augusti: ett underskott på −8,0 mnkr (−6,0 mnkr i april).",
    ],
)
def test_amounts_and_times_alone_explain_nothing(text):
    assert not explains(text)


@pytest.mark.parametrize(
    "text",
    [
        "Avvikelsen är minus 3,9 mnkr. Vakanser har täckts med övertid.",
        "Underskottet beror på inhyrda läkare.",
        "Samma förklaring som för regionbuss. Prognosen är minus 4,0 mnkr.",
        "Livsmedelspriser.",
    ],
)
def test_any_other_word_may_be_a_cause(text):
    assert explains(text)


def test_the_name_of_whose_deviation_it_is_explains_nothing():
    text = "Hallands sjukhus avvikelse är minus 86,7 mnkr."
    assert explains(text)
    assert not explains(text, "Driftnämnd Hallands sjukhus")


def test_general_comments_are_those_of_no_item_of_the_economy():
    comments = source_table("""
        section  item     comment
        economy  Medicin  Ett
        staff    .        Två
        economy  .        Tre
    """)
    assert [row.text("comment") for row in general_comments(comments).rows()] == ["Tre"]
