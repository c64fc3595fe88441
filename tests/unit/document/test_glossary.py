"""The glossary of a page: which words lead to it, where, and which words it has."""

from followup.document.glossary import Glossary
from followup.params.page_words import Term


def term(code: str, *forms: str) -> Term:
    return Term(code=code, term=forms[0].capitalize(), forms=forms, text="Det är så.")


TERMS = (
    term("hushallning", "hushållning"),
    term("geh", "god ekonomisk hushållning", "GEH"),
    term("aterkrav", "återkrav"),
    term("avvikelse", "avvikelse", "avvikelsen"),
)


def link(code: str, word: str) -> str:
    return f'<a class="term" href="#ord-{code}">{word}</a>'


def test_a_word_leads_there_the_first_time_in_a_section():
    glossary = Glossary(TERMS)
    assert glossary.linked("<p>Avvikelsen är en avvikelse.</p>") == (
        f"<p>{link('avvikelse', 'Avvikelsen')} är en avvikelse.</p>"
    )
    assert glossary.linked("<p>En avvikelse.</p>") == "<p>En avvikelse.</p>"
    glossary.section()
    assert glossary.linked("<p>En avvikelse.</p>") == f"<p>En {link('avvikelse', 'avvikelse')}.</p>"


def test_the_longest_form_is_the_word():
    assert Glossary(TERMS).linked("<p>God ekonomisk hushållning och hushållning.</p>") == (
        f"<p>{link('geh', 'God ekonomisk hushållning')} och {link('hushallning', 'hushållning')}.</p>"
    )


def test_a_part_of_a_word_is_another_word():
    text = "<p>Nettoavvikelse, avvikelserapport, avvikelse-rapport.</p>"
    assert Glossary(TERMS).linked(text) == text


def test_headings_links_quotes_cells_and_attributes_are_left_alone():
    text = (
        '<h3>Avvikelse</h3><a href="#x">avvikelse</a><blockquote><p>avvikelse</p></blockquote><td>avvikelse</td>'
        '<img alt="en avvikelse"><caption>Avvikelse</caption><summary>avvikelse</summary>'
    )
    assert Glossary(TERMS).linked(text) == text
    assert Glossary(TERMS).linked(text + "<p>avvikelse</p>") == f"{text}<p>{link('avvikelse', 'avvikelse')}</p>"


def test_a_glossary_has_the_words_that_are_used_by_the_swedish_alphabet():
    found = Glossary(TERMS).used(["<h2>GEH</h2>", '<td title="hushållning">Återkrav</td>', "<p>avvikelsen</p>"])
    assert [one.code for one in found] == ["avvikelse", "geh", "aterkrav"]


def test_no_terms_change_nothing():
    empty = Glossary(())
    assert (empty.linked("<p>avvikelse</p>"), empty.used(["<p>avvikelse</p>"])) == ("<p>avvikelse</p>", [])
