"""Times in the committees' own texts. The sentences that are let through stand in reports of 2023 and 2024."""

import pytest
from region_accounts import messages
from text_cases import text_case

from followup.checks.texts.text_times import RULE
from followup.ground.errors import Severity


def words(text, period="2024-04"):
    found = messages(RULE, text_case(text, period=period))
    return [message.partition(" Rapporten gäller")[0] for _, message in found]


def test_the_example_of_the_catalogue():
    one = text_case("Vårdplatserna räckte.", "Överskottet minskar när två tjänster tillsätts hösten 2023.")
    assert messages(RULE, one) == [("C6", RULE.example)]
    assert {problem.severity for problem in RULE.check(one)} == {Severity.NOTE}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Utbildningen startar hösten 2023.", "hösten 2023"),
        ("Utbildningen av alla medarbetare börjar i oktober 2023.", "oktober 2023"),
        ("Prognosen för 2023 är minus 1,9 mnkr.", "Prognosen för 2023"),
        ("Prognosen för helåret 2023 är oförändrad.", "Prognosen för helåret 2023"),
        ("Avvikelsen mot budget 2023 är plus 1,9 mnkr.", "budget 2023"),
        ("Avvikelsen mot budget till och med augusti är minus 48,3 mnkr.", "till och med augusti"),
        ("Driftnämndens avvikelse mot budget till och med **februari** är plus 6,2 mnkr.", "till och med februari"),
        ("Utfallet t.o.m. mars är bättre.", "t.o.m. mars"),
        ("Nettokostnaden januari–februari är hög.", "januari–februari"),
        ("Underskottet till och med april 2023 är 2 mnkr.", "till och med april 2023"),
    ],
)
def test_what_cannot_be_the_reports(text, found):
    assert words(text) == [f"Texten nämner ”{found}”."]


@pytest.mark.parametrize(
    "text",
    [
        "Avvikelsen mot budget till och med april är minus 48,3 mnkr.",
        "Avtalen löper till och med september.",
        "Underskottet, 6,8 mnkr, förklaras av inhyrning inom radiologin till och med september.",
        "Sjukfrånvaron är högre än samma period 2023.",
        "Andelen har minskat sedan hösten 2023.",
        "Senaste värdet avser oktober 2023.",
        "Andelen är i stort sett oförändrad mellan 2022 och 2023.",
        "Införandet har flyttats från hösten 2023 till våren 2024.",
        "Balanskravsresultatet var svagt negativt 2023.",
        "Införandet sker i januari 2025, när grannlänen är klara.",
        "Kostnadsnivån måste ned för att budgeten för 2025 ska hålla.",
        "Resultatet för 2023 saknas.",
        "Priserna på engångsmaterial var höga till och med augusti, då nya avtal slöts.",
    ],
)
def test_comparisons_and_what_is_to_come(text):
    assert words(text) == []
