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
        ("Till och med oktober 2023 är avvikelsen 1,2 mnkr bättre än budget.", "Till och med oktober 2023"),
        ("Till och med oktober 2023 var kostnaderna 3 mnkr lägre än budget.", "Till och med oktober 2023"),
        ("T.o.m. oktober 2023 visar nämnden ett överskott på 2 mnkr.", "T.o.m. oktober 2023"),
        ("Nämnden redovisar ett överskott på 4 mnkr per augusti 2023.", "per augusti 2023"),
        ("Resultatet per 2023-08-31 är minus 4 mnkr.", "per 2023-08-31"),
        ("Per den 31 augusti 2023 är antalet anställda 412.", "Per den 31 augusti 2023"),
        ("Nettokostnaden jan–aug 2023 är 3 procent högre än budget.", "jan–aug 2023"),
        ("Under jan-aug 2023 har sjukfrånvaron legat på 6 procent.", "jan-aug 2023"),
        ("Januari – augusti 2023 visar ett underskott mot budget.", "Januari – augusti 2023"),
        ("Januari till och med augusti 2023 är kostnaderna höga.", "till och med augusti 2023"),
        ("Under tertial 2 2023 är produktionen lägre än planerat.", "tertial 2 2023"),
        ("Kostnaderna för T2 2023 överstiger budget.", "T2 2023"),
        ("Första halvåret 2023 präglas av höga priser.", "Första halvåret 2023"),
        ("Delår 2 2023 visar ett underskott.", "Delår 2 2023"),
        ("Sista kvartalet 2023 väntas bli dyrt.", "Sista kvartalet 2023"),
        ("Bemanningen förstärks höstterminen 2023.", "höstterminen 2023"),
        ("Hittills under 2023 är kostnaderna för inhyrning 12 mnkr.", "Hittills under 2023"),
        ("Upphandlingen blir klar i okt 2023.", "okt 2023"),
        ("Utfallet per augusti är bättre än budget.", "per augusti"),
        ("Resultatet efter åtta månader är minus 5 mnkr.", "efter åtta månader"),
        ("Till och med augusti är nettokostnaden 3 mnkr högre än budget.", "Till och med augusti"),
        ("Nettokostnaden jan–feb är hög.", "jan–feb"),
        ("Sjukfrånvaron i september är 6,1 procent.", "i september"),
        ("Avvikelsen per 2024-02-29 är plus 3 mnkr.", "per 2024-02-29"),
        ("Avvikelsen är 2 mnkr jämfört med budget till och med februari.", "till och med februari"),
        ("Avtalet löper till och med december 2023.", "till och med december 2023"),
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
        "Högskolan redovisar resultatet i november.",
        "Sjukfrånvaron är lägre jämfört med samma period 2023.",
        "Nettokostnaden är 3 procent högre än januari–april 2023.",
        "Januari–april 2023 var sjukfrånvaron 6,2 procent.",
        "Per den 31 december 2023 uppgår skulden till 12 mnkr.",
        "Eget kapital per 2023-12-31 uppgår till 7 miljarder.",
        "Antalet besök har minskat jämfört med tertial 2 2023.",
        "Kostnaderna ligger kvar på 2023 års nivå.",
        "Andelen har ökat sedan 2019.",
        "Mål och budget 2023–2027 anger inriktningen.",
        "Investeringsplanen 2024–2026 följs.",
        "Enligt beslut i juni 2023 ska avdelningen flytta.",
        "Regionstyrelsen antog riktlinjerna den 20 november 2019.",
        "Uppdraget gavs i beslut den 14 juni 2023, § 95.",
        "Avtalet tecknades våren 2023.",
        "Två tjänster tillsattes hösten 2023.",
        "Överskottet är större än budgeterat eftersom två tjänster tillsattes hösten 2023.",
        "Verksamheten startade hösten 2023 och är nu i full drift.",
        "Enheten stängdes i oktober 2023.",
        "Senaste värdet avser tertial 2 2023.",
        "Första halvåret 2023 var ovanligt dyrt jämfört med i år.",
        "Värdet för helåret 2023 var 78.",
        "Avtalet gällde till och med augusti 2023.",
        "Avdelningen är stängd till och med augusti.",
        "Kostnaderna väntas minska från augusti.",
        "Till och med september är avdelning 5 stängd för renovering.",
        "Införandet sker i augusti 2024 till och med mars 2025.",
        "Prognosen bygger på löneavtalet per april 2024.",
        "Utfallet till och med april är 3 mnkr bättre än samma period 2023.",
        "Underskottet i mars berodde på retroaktiva löner.",
        "Sjukfrånvaron i februari var högre än i april.",
        "Resultatet efter fyra månader är plus 5 mnkr.",
        "Elpriserna var högre i januari 2023.",
        "Budget 2023 var 4 mnkr lägre.",
        "Ramen är uppräknad från budget 2023.",
        "Bokslut 2023 visade ett överskott.",
        "Regionens resultat jan–apr är plus 12 mnkr.",
        "Det nya avtalet gäller från och med januari 2025.",
        "Väntetiden är kortare än den var hösten 2023.",
        "Sjukfrånvaron i augusti förra året var 5 procent.",
        "Kostnaden per augusti månads besök redovisas senare.",
    ],
)
def test_comparisons_and_what_is_to_come(text):
    assert words(text) == []
