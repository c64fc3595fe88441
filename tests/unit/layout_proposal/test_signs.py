"""Which way amounts count: told by words and accounts beside them, or asked."""

from __future__ import annotations

import pytest

from tests.proposal_cases import column_of, keys_of, proposal

ASKED = (
    "Vilket tecken har beloppen? Inget i bladet visar det. Skriv sign: ledger (kostnad plus, intäkt minus), result "
    "(intäkt plus, kostnad minus) eller magnitude (utan tecken)."
)
BOTH = (
    "Vilket tecken har beloppen? Intäkter och kostnader står med samma tecken (radernas ord), och så kan de inte läsas "
    "i en kolumn. Skriv sign när det är utrett."
)


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        ("Post | Budget\nIntäkter | -10\nPersonalkostnader | 30", "ledger"),
        ("Post | Budget\nIntäkter | 10\nPersonalkostnader | -30", "result"),
        ("Post | Budget\nVerksamhetens nettokostnad | -30\nSkatteintäkter | 35", "result"),
        ("Konto | Budget\n3010 | -10\n4010 | 20\n5010 | 10", "ledger"),
        ("Konto | Budget\n3010 | 10\n4010 | -20\n5010 | -10", "result"),
        ("Enhet | Nettokostnad\nSkola | 10\nBad | 5", "ledger"),
        ("Enhet | Nettokostnad\nSkola | -10\nBad | -5", "result"),
        ("Enhet | Kostnader\nSkola | 10\nBad | 5", "ledger"),
        ("Enhet | Intäkter\nSkola | 10\nBad | 5", "result"),
        ("Budgetramar 2024\nNämnd | Ram\nKultur | 183\nTrafik | 572", "ledger"),
        ("Investeringar\nProjekt | Budget\nLarm | 3\nBad | 7", "magnitude"),
        ("Post | Utgående balans\nAnläggningstillgångar | 10\nEget kapital | 7", "magnitude"),
        ("Prognos. Intäkter anges med minustecken.\nVerksamhet | Budget\nSkola | 10\nBad | 5", "ledger"),
        ("Kostnader anges med minus\nVerksamhet | Budget\nSkola | 10\nBad | 5", "result"),
    ],
)
def test_the_sign_follows_from_what_stands_beside(text: str, sign: str) -> None:
    table = proposal(text)
    assert table.columns[-1].keys["sign"] == sign


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("Verksamhet | Budget\nSkola | 10\nBad | 5", ASKED),
        ("Post | Budget\nIntäkter | 10\nPersonalkostnader | 30", BOTH),
        ("Budgetramar 2024\nNämnd | Ram\nKultur | 183\nFinans | -572", ASKED),
        ("Drift och investeringar\nProjekt | Budget\nLarm | 3\nBad | 7", ASKED),
        ("Investeringar\nProjekt | Budget\nLarm | -3\nBad | 7", ASKED),
        ("Post | Budget\nIntäkter | 10\nIntäkter övrigt | -5\nIntäkter i fjol | 5", ASKED),
        (
            "Åtgärd | Effekt (tkr)\nMinskade kostnader för hyrpersonal | 10\nMinskade kostnader för resor | 5",
            "Är ett positivt tal i ”Effekt (tkr)” bättre eller sämre? Skriv sign: result om plus är bättre.",
        ),
        (
            "Verksamhet | Budgetavvikelse\nSkola | 10\nBad | 5",
            "Är ett positivt tal i ”Budgetavvikelse” bättre eller sämre? Skriv sign: result om plus är bättre.",
        ),
    ],
)
def test_an_amount_alone_says_nothing(text: str, question: str) -> None:
    column = proposal(text).columns[-1]
    assert "sign" not in column.keys
    assert question in column.questions


def test_a_question_of_several_columns_is_asked_once() -> None:
    table = proposal("Verksamhet | Budget | Utfall\nSkola | 10 | 11\nBad | 5 | 6")
    assert f"”Budget” och ”Utfall”: {ASKED}" in table.questions
    assert column_of(table, "Budget").questions == []
    assert "sign" not in keys_of(table, "Budget")
