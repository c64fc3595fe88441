"""The same decision asked for twice: on two rows, in the form, or in the report before."""

import pytest
from series_tables import found, messages, rows_of

from followup.checks.decisions.repeated_decisions import RULE
from followup.ground.errors import Severity

HEADER = ("decision", "amount", "due", "decided_by", "consequence", "concerns")


def decisions(*rows):
    """Rows of (decision, mnkr)."""
    return rows_of(
        HEADER,
        [
            (text, None if one is None else one * 1_000_000, "2024-06-18", "own_committee", "Inget", "economy")
            for text, one in rows
        ],
    )


def told(*rows, form=None, before=None):
    given = {"asked_decisions": decisions(*rows), "cover": rows_of(("decision_needed",), [(form,)])}
    return found(RULE, previous={"asked_decisions": before} if before is not None else {}, **given)


def test_two_rows_that_are_the_same():
    (problem,) = told(("Godkänna planen", None), ("Stänga två filialer", 3), ("Nämnden behöver godkänna planen.", None))
    assert (problem.severity, problem.cell, problem.value) == (Severity.ERROR, "A7", "Nämnden behöver godkänna planen.")
    assert messages([problem]) == [
        "”Nämnden behöver godkänna planen.” begärs också på rad 5. Ett beslut står på en rad. Två rader räknas som två "
        "beslut. Är det samma beslut: ta bort den ena raden. Är det två: skriv vad som skiljer dem åt."
    ]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Höja taxan med 3 procent", "Höja taxan med 5 procent"),
        ("Godkänna delårsrapporten", "Godkänna budgeten"),
        ("Stänga filialen i norr", "Öppna en filial i söder"),
        ("Godkänna", "Godkänna delårsrapporten och överlämna den till regionfullmäktige"),
    ],
)
def test_two_decisions(one, other):
    assert told((one, 2), (other, 2)) == []


def test_the_form_beside_the_sheet():
    (problem,) = told(("Godkänna planen", None), form="Nämnden har sett över sin plan.")
    assert (problem.severity, problem.cell) == (Severity.NOTE, "A5")
    assert messages([problem]) == [
        "Både Behöver beslut och bladet Beslut är ifyllda. Rapporten visar bladets beslut, med texten som inledning. "
        "Det som står på båda ställena visas en gång. Ta bort texten om bladet säger allt."
    ]


def test_the_form_that_asks_for_the_same():
    (problem,) = told(("Godkänna planen", None), ("Stänga filialen", None), form="- Nämnden behöver stänga filialen.")
    assert "Det som står i cell A6 i bladet Beslut står också här." in problem.found


def test_a_form_alone_is_as_it_should_be():
    assert told(form="Nämnden behöver godkänna planen.") == []
    assert told(("Godkänna planen", None)) == []


def test_the_example_of_the_catalogue():
    (problem,) = told(("Godkänna planen", 3), before=decisions(("Godkänna planen", 2)))
    assert (problem.severity, problem.cell) == (Severity.NOTE, "B5")
    assert RULE.example in messages([problem])


def test_what_was_asked_for_before_with_the_same_amount_or_none():
    (problem,) = told(("Godkänna planen", 3), before=decisions(("Godkänna planen", 3)))
    assert problem.found == "”Godkänna planen” begärdes också i prov.xlsx, blad Blad1, cell A5."
    (problem,) = told(("Godkänna planen", 3), before=decisions(("Godkänna planen.", None)))
    assert problem.found.replace("\xa0", " ").endswith("då med inget belopp och nu med 3 mnkr.")
    assert told(("Godkänna planen", 3), before=decisions(("Stänga filialen", 3))) == []
