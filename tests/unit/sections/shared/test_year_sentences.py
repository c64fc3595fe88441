"""The annual report's sentences: whole texts, for the data that make them turn."""

from types import SimpleNamespace

import pytest

from followup.analysis.attention import Finding
from followup.analysis.economy import NET
from followup.document.tense import PAST
from followup.ground.figure import PERCENT, Figure
from followup.ground.period import Period
from followup.sections.shared import sentences
from tests.sentence_reports import text, with_goals, with_sickness


def report(**values) -> SimpleNamespace:
    net = {"deviation": -112e6, "budget": -5600e6, "year_budget": -5600e6, "forecast_deviation": -116e6}
    net |= {name: value for name, value in values.items() if name in net}
    return SimpleNamespace(
        committee=SimpleNamespace(name="Driftnämnd Prov"),
        period=Period(2024, 12),
        net={name: Figure(value) for name, value in net.items()},
        forecast_occasion=values.get("occasion", "2024-10"),
        forecast_miss=values.get("miss", Figure(4e6)),
    )


def test_the_deviation_is_told_with_its_share():
    assert text(sentences.deviation_sentence(report())) == (
        "Driftnämnd Prov redovisade för 2024 en avvikelse mot budget på minus 112,0 mnkr, vilket motsvarade 2,0 "
        "procent av årets budget."
    )


def test_a_share_of_nothing_is_not_told():
    assert text(sentences.deviation_sentence(report(deviation=0.8e6, budget=0.0, year_budget=0.0))) == (
        "Driftnämnd Prov redovisade för 2024 en avvikelse mot budget på plus 0,8 mnkr."
    )


@pytest.mark.parametrize(
    ("miss", "expected"),
    [
        (4e6, "Utfallet blev 4,0 mnkr bättre än prognosen i oktober, som var en avvikelse på minus 116,0 mnkr."),
        (-4e6, "Utfallet blev 4,0 mnkr sämre än prognosen i oktober, som var en avvikelse på minus 116,0 mnkr."),
        (40_000.0, "Utfallet blev detsamma som prognosen i oktober, en avvikelse på minus 116,0 mnkr."),
    ],
)
def test_the_outcome_is_told_against_the_last_forecast(miss, expected):
    assert text(sentences.miss_sentence(report(miss=Figure(miss)))) == expected


def test_without_a_forecast_there_is_no_such_sentence():
    assert sentences.miss_sentence(report(occasion="")) is None
    assert sentences.miss_sentence(report(miss=Figure.missing())) is None


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        ((7, 4, 3, 0), "Av nämndens 14 mål uppnåddes sju helt, fyra delvis och tre inte."),
        ((7, 0, 0, 0), "Av nämndens sju mål uppnåddes sju."),
        ((6, 0, 0, 1), "Av nämndens sju mål uppnåddes sex; för ett saknades bedömning."),
        ((0, 1, 2, 0), "Av nämndens tre mål uppnåddes ett delvis och två inte."),
        ((0, 0, 2, 0), "Av nämndens två mål uppnåddes inget."),
        ((0, 0, 0, 4), "Av nämndens fyra mål saknade fyra bedömning."),
        ((0, 0, 0, 0), "Nämnden hade inga mål i årets plan."),
    ],
)
def test_goals_were_attained_in_part_or_not(counts, expected):
    assert text(sentences.goals_sentence(with_goals(Period(2024, 12), *counts))) == expected


@pytest.mark.parametrize(
    ("this_year", "last_year", "expected"),
    [
        (Figure(6.9, PERCENT), Figure(6.6, PERCENT), "var 6,9 procent, 0,3 procentenheter högre än 2023."),
        (Figure(6.6, PERCENT), Figure(6.6, PERCENT), "var 6,6 procent, oförändrat mot 2023."),
        (Figure(6.6, PERCENT), Figure.missing(unit=PERCENT), "var 6,6 procent."),
        (
            Figure.missing("skyddad uppgift", PERCENT),
            Figure(1.0, PERCENT),
            "visas inte, eftersom uppgifter om ett fåtal anställda annars skulle röjas.",
        ),
        (
            Figure.missing("uppgifter saknas för maj", PERCENT),
            Figure(1.0, PERCENT),
            "gick inte att beräkna: uppgifter saknas för maj.",
        ),
    ],
)
def test_sick_leave(this_year, last_year, expected):
    report = with_sickness(Period(2024, 12), this_year, last_year)
    assert text(sentences.sickness_sentence(report)) == f"Sjukfrånvaron {expected}"


def test_what_is_not_explained_is_asked_for_one_by_one_and_what_is_explained_is_gathered():
    found = sentences.findings_sentences(
        [
            Finding("large_deviation", NET, (Figure(-6.2e6),), False),
            Finding("missed_forecast", NET, (Figure(-4e6),), False),
            Finding("large_deviation", "Regionbuss", (Figure(-4e6),), True),
            Finding("missed_forecast", NET, (Figure(3e6),), True),
        ],
        PAST,
        "2024-10",
    )
    assert [text(sentence) for sentence in found] == [
        "Årets avvikelse för nämnden som helhet var stor (minus 6,2 mnkr). Kommentar saknas: nämnden behöver förklara "
        "orsaken.",
        "Utfallet skilde sig mycket från prognosen i oktober (minus 4,0 mnkr). Kommentar saknas: nämnden behöver "
        "förklara orsaken.",
        "Stora avvikelser som nämnden förklarar i sin kommentar till ekonomin: Regionbuss (minus 4,0 mnkr), utfallet "
        "jämfört med prognosen i oktober (plus 3,0 mnkr).",
    ]
