"""What a comment is about is found in the ledger or among the indicators, or told."""

import openpyxl
import pytest
from workbooks import DNKS

from followup.ground.errors import Problem, Severity
from followup.ground.period import Period
from followup.params.subject import subject_of
from followup.sources.sources import load_sources

APRIL = Period(2024, 4)


@pytest.fixture
def commented(data, params):
    """The sources of DNKS with the given comments: section and item."""

    def load(*items):
        book = openpyxl.load_workbook(data / DNKS)
        for section, item in items:
            book["Kommentarer"].append([section, item, "En förklaring."])
        book.save(data / DNKS)
        return load_sources(subject_of(data, APRIL, "DNKS", params))

    return load


def test_items_are_spelled_as_in_the_ledger_or_as_the_indicators_code(commented):
    sources = commented(
        ("Ekonomi", "skola"),
        ("Ekonomi", "PERSONALKOSTNADER."),
        ("Ekonomi", "Bibliotek"),
        ("Kvalitet", "besök  per invånare"),
        ("Kvalitet", "besok"),
        ("Personal", "HME-index"),
        ("Mål", "en robust kultursektor"),
        ("Investeringar", "bokbuss"),
    )
    assert sources.problems == ()
    assert [row.text("item") for row in sources.comments.rows()] == [
        *("", "Skola", "Personalkostnader", "Bibliotek", "BESOK", "BESOK", "HME"),
        *("en robust kultursektor", "bokbuss"),
    ]
    # Nothing else is changed: an item that is not there is still None, and every row knows where it stands.
    assert sources.comments.frame["item"].tolist()[0] is None
    assert sources.comments.frame.index.tolist() == list(range(2, 11))


def test_an_item_that_is_nobodys_is_a_warning(commented):
    expected = "Det som kommentaren avser skrivs som i huvudboken."
    sources = commented(("Ekonomi", "Skolan"), ("Ekonomi", "Zebra"), ("Kvalitet", "Skola"), ("Personal", "HME-indexet"))
    whole = "Rätta texten, eller lämna cellen tom om kommentaren gäller hela avsnittet."
    assert sources.problems == (
        Problem(
            DNKS,
            "Kommentarer",
            "B3",
            "Kommentaren avser ”Skolan”, som varken är en verksamhet eller en kontoklass.",
            expected,
            "Menades ”Skola”?",
            Severity.WARNING,
        ),
        Problem(
            DNKS,
            "Kommentarer",
            "B4",
            "Kommentaren avser ”Zebra”, som varken är en verksamhet eller en kontoklass.",
            expected,
            whole,
            Severity.WARNING,
        ),
        Problem(
            DNKS,
            "Kommentarer",
            "B5",
            "Kommentaren avser ”Skola”, som varken är en indikators kod eller namn.",
            "Det som kommentaren avser skrivs som indikatorns kod eller namn.",
            whole,
            Severity.WARNING,
        ),
        Problem(
            DNKS,
            "Kommentarer",
            "B6",
            "Kommentaren avser ”HME-indexet”, som varken är en indikators kod eller namn.",
            "Det som kommentaren avser skrivs som indikatorns kod eller namn.",
            "Menades ”HME-index”?",
            Severity.WARNING,
        ),
    )
