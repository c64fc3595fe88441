"""The sentences that the report writes: whole texts, for the data that make them turn."""

from types import SimpleNamespace

import pytest

from followup.analysis.attention import Finding
from followup.analysis.economy import NET
from followup.ground.figure import PERCENT, Figure
from followup.ground.period import Period
from followup.sections.shared import sentences
from tests.figure_tables import table_of
from tests.sentence_reports import text, with_goals, with_sickness


def report(**values) -> SimpleNamespace:
    net = {
        "deviation": -48.3e6,
        "budget": -1907.3e6,
        "year_budget": -5600e6,
        "forecast_deviation": -120e6,
        "forecast_change": -35e6,
    }
    net |= {name: value for name, value in values.items() if name in net}
    figures = {name: value if isinstance(value, Figure) else Figure(value) for name, value in net.items()}
    return SimpleNamespace(
        committee=SimpleNamespace(name="Driftnämnd Prov"),
        period=Period(2024, 4),
        net=figures,
        previous_occasion=values.get("previous_occasion", "2024-02"),
    )


def test_the_deviation_is_told_with_its_share_of_the_budget():
    assert text(sentences.deviation_sentence(report())) == (
        "Driftnämnd Prov redovisar till och med april en avvikelse mot budget på minus 48,3 mnkr, vilket motsvarar "
        "2,5 procent av periodens budget."
    )


def test_a_share_of_a_budget_that_nets_to_zero_is_not_told():
    assert text(sentences.deviation_sentence(report(deviation=0.8e6, budget=-1.3e6, year_budget=0.0))) == (
        "Driftnämnd Prov redovisar till och med april en avvikelse mot budget på plus 0,8 mnkr."
    )


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({}, "minus 120,0 mnkr, 35,0 mnkr sämre än prognosen i februari."),
        ({"forecast_change": 2e6}, "minus 120,0 mnkr, 2,0 mnkr bättre än prognosen i februari."),
        ({"forecast_change": 20_000.0}, "minus 120,0 mnkr, oförändrat mot prognosen i februari."),
        ({"previous_occasion": ""}, "minus 120,0 mnkr."),
        ({"forecast_change": Figure.missing()}, "minus 120,0 mnkr."),
    ],
)
def test_the_forecast_is_told_with_how_it_moved(values, expected):
    assert text(sentences.forecast_sentence(report(**values))) == f"Helårsprognosen är en avvikelse på {expected}"


def test_the_extremes_are_told_as_far_as_there_are_any():
    def told(**deviations: float) -> str:
        frame = table_of({name: {"deviation": Figure(value)} for name, value in (deviations | {NET: 0.0}).items()})
        return text(sentences.extremes_sentence(SimpleNamespace(economy_by_activity=frame, period=Period(2024, 4))))

    assert (
        told(Kök=-2e6, Städ=1e6)
        == "Störst underskott hittills har Kök (minus 2,0 mnkr) och störst överskott Städ (plus 1,0 mnkr)."
    )
    assert told(Kök=-2e6, Städ=-1e6) == "Störst underskott hittills har Kök (minus 2,0 mnkr)."
    assert told(Kök=2e6, Städ=1e6) == "Störst överskott hittills har Kök (plus 2,0 mnkr)."
    assert told(Kök=10_000.0, Städ=-10_000.0) == "Ingen verksamhet avviker från budget."


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        ((7, 5, 2, 0), "Av nämndens 14 mål bedöms sju uppnås, fem är osäkra och två bedöms inte uppnås."),
        ((9, 5, 0, 1), "Av nämndens 15 mål bedöms nio uppnås och fem är osäkra; för ett saknas bedömning."),
        ((0, 1, 1, 0), "Av nämndens två mål är ett osäkert och ett bedöms inte uppnås."),
        ((0, 0, 3, 0), "Av nämndens tre mål bedöms tre inte uppnås."),
        ((0, 0, 0, 4), "Av nämndens fyra mål saknar fyra bedömning."),
        ((0, 0, 0, 0), "Nämnden har inga mål i årets plan."),
    ],
)
def test_the_goals_are_counted_and_those_without_assessment_are_said(counts, expected):
    assert text(sentences.goals_sentence(with_goals(Period(2024, 4), *counts))) == expected


@pytest.mark.parametrize(
    ("this_year", "last_year", "expected"),
    [
        (
            Figure(7.88, PERCENT),
            Figure(7.55, PERCENT),
            "är 7,9 procent, 0,3 procentenheter högre än samma månader i fjol.",
        ),
        (
            Figure(6.56, PERCENT),
            Figure(7.08, PERCENT),
            "är 6,6 procent, 0,5 procentenheter lägre än samma månader i fjol.",
        ),
        (Figure(6.56, PERCENT), Figure(6.53, PERCENT), "är 6,6 procent, oförändrat mot samma månader i fjol."),
        (Figure(6.56, PERCENT), Figure.missing(unit=PERCENT), "är 6,6 procent."),
        (
            Figure.missing("skyddad uppgift", PERCENT),
            Figure(1.0, PERCENT),
            "visas inte, eftersom uppgifter om ett fåtal anställda annars skulle röjas.",
        ),
        (
            Figure.missing("uppgifter saknas för april", PERCENT),
            Figure(1.0, PERCENT),
            "kan inte beräknas: uppgifter saknas för april.",
        ),
    ],
)
def test_sick_leave_changes_by_percentage_points(this_year, last_year, expected):
    report = with_sickness(Period(2024, 4), this_year, last_year)
    assert text(sentences.sickness_sentence(report)) == f"Sjukfrånvaron {expected}"


def test_what_is_not_explained_is_asked_for_one_by_one_and_what_is_explained_is_gathered():
    found = sentences.findings_sentences(
        [
            Finding("signs_differ", NET, (Figure(6.2e6), Figure(-20e6)), False),
            Finding("large_deviation", NET, (Figure(6.2e6),), False),
            Finding("large_deviation", "Regionbuss", (Figure(-4e6),), True),
            Finding("large_forecast_deviation", "Stadsbuss", (Figure(-3e6),), True),
        ]
    )
    assert [text(sentence) for sentence in found] == [
        "Avvikelsen hittills och helårsprognosen pekar åt olika håll: plus 6,2 mnkr hittills men minus "
        "20,0 mnkr för helåret. Nämnden behöver förklara vad som förändras under resten av året.",
        "Avvikelsen hittills för nämnden som helhet är stor (plus 6,2 mnkr). Kommentar saknas: nämnden behöver "
        "förklara orsaken.",
        "Stora avvikelser som nämnden förklarar i sin kommentar till ekonomin: Regionbuss (minus 4,0 mnkr), Stadsbuss "
        "i prognosen (minus 3,0 mnkr).",
    ]
