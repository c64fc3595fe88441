"""The grammar of statements: its forms are whole, and its measures find what is wrong."""

import re
from collections import Counter

import pytest

from tests.claims import claims
from tests.claims.grammar import form_of, forms, pattern_of
from tests.claims.statements import Statement

FORMS = forms()
WORDS = "{vem} <har|hade> störst underskott, {hur:amount}[ var]"


def test_every_form_has_a_name_of_its_own():
    assert [name for name, times in Counter(form.name for form in FORMS).items() if times > 1] == []


@pytest.mark.parametrize("form", [form for form in FORMS if form.example], ids=lambda form: form.name)
def test_an_example_by_hand_has_its_form_and_no_other_before_it(form):
    # A block's id of the form: the first of each choice, and something for what may be anything.
    block = re.sub(r"\((\w+)\|[^)]*\)", r"\1", form.block.replace("(-.+)?", "")).split("|")[0]
    found = form_of(
        Statement("2024-04/DNHS", form.where, block.replace(".*", "x").replace(".+", "x"), form.example), FORMS
    )
    assert found is not None
    assert found[0].name == form.name


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Medicin har störst underskott, 18,4 mnkr", {"vem": "Medicin", "hur": "18,4 mnkr"}),
        ("A och B hade störst underskott, 1 000,0 mnkr var", {"vem": "A och B", "hur": "1 000,0 mnkr"}),
        ("Medicin har minst underskott, 18,4 mnkr", None),
        ("Medicin har störst underskott", None),
    ],
)
def test_a_form_takes_a_statement_apart(text, parts):
    found = pattern_of(WORDS).fullmatch(text)
    assert (found and found.groupdict()) == parts


def test_a_statement_that_nobody_has_taught_has_no_form():
    assert form_of(Statement("2024-04/DNHS", "title", "diagram-x", "Medicin är bäst i klassen"), FORMS) is None


@pytest.mark.parametrize(
    ("text", "number"),
    [("minus 1 907,3 mnkr", "-1907.3"), ("−0,5", "-0.5"), ("plus 2,0 mnkr", "2.0"), ("86,8 %", "86.8"), ("sju", "7")],
)
def test_a_number_in_words_or_digits(text, number):
    assert str(claims.number(text)) == number


@pytest.mark.parametrize(
    ("text", "value", "holds"),
    [
        ("10,4 mnkr", 10.35, True),
        ("10,4 mnkr", 10.449999, True),
        ("10,4 mnkr", 10.46, False),
        ("minus 10,4 mnkr", -10.35, True),
        ("10,4 mnkr", -10.4, False),
        ("–", None, True),
        ("0,0 mnkr", None, False),
        ("–", 0.0, False),
    ],
)
def test_a_figure_is_as_a_reader_sees_it(text, value, holds):
    assert claims.is_(text, value) is holds


DEVIATIONS = {"A": -2.04, "B": -1.96, "C": 3.0, "D": None}


@pytest.mark.parametrize(
    ("who", "how", "holds"),
    [
        ("A och B", "2,0 mnkr", True),
        ("B och A", "minus 2,0 mnkr", True),
        ("A", "2,0 mnkr", False),
        ("A och B", "plus 2,0 mnkr", False),
        ("A och B", "2,1 mnkr", False),
        ("C", "3,0 mnkr", False),
    ],
)
def test_the_largest_deficit_is_everybody_s_that_has_it(who, how, holds):
    assert claims.worst(who, DEVIATIONS, how) is holds


def test_what_is_missing_is_no_surplus():
    assert not claims.none_below(DEVIATIONS | {"A": 0.0, "B": 0.0})
    assert claims.none_below({"A": -0.04, "B": 1.0})


@pytest.mark.parametrize(
    ("text", "holds"),
    [
        ("plus 1,0 mnkr i januari och minus 2,0 mnkr i mars", True),
        ("plus 1,0 mnkr i januari", False),
        ("plus 1,0 mnkr i januari och plus 2,0 mnkr i mars", False),
        ("minus 2,0 mnkr i januari och plus 1,0 mnkr i mars", False),
    ],
)
def test_a_course_names_every_month_that_is_known(text, holds):
    assert claims.course(text, {"januari": 1.0, "februari": None, "mars": -2.0}) is holds


def test_a_long_course_names_its_lowest_and_its_highest():
    months = dict(
        zip(("januari", "februari", "mars", "april", "maj", "juni", "juli"), (3, 1, 4, 9, 2, 6, 5), strict=True)
    )
    told = "3,0 mnkr i januari och 5,0 mnkr i juli, lägst 1,0 mnkr i februari och högst 9,0 mnkr i april"
    assert claims.course(told, months)
    assert not claims.course(told.replace("9,0 mnkr i april", "6,0 mnkr i juni"), months)
    assert not claims.course(told.replace(" och högst 9,0 mnkr i april", ""), months)


def test_a_list_tells_every_name_with_its_values():
    figures = {"Köpt vård och verksamhet": (-2.5, 1.0), "Akut": (0.0, None)}
    told = "Köpt vård och verksamhet minus 2,5 mnkr (prognos plus 1,0 mnkr) och Akut 0,0 mnkr (prognos saknas)"
    assert claims.told(told, figures, "{} {} (prognos {})")
    assert not claims.told(told.replace("0,0", "0,1"), figures, "{} {} (prognos {})")
    assert not claims.told(told.removesuffix(" och Akut 0,0 mnkr (prognos saknas)"), figures, "{} {} (prognos {})")
