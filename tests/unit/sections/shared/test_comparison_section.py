"""The comparison as tables and texts: groups, words for what is missing, and when it was published."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from types import SimpleNamespace

import pytest

from followup.analysis import comparison as analysis
from followup.document.blocks import Gallery, Table, Text
from followup.ground.period import Period
from followup.params.kolada_params import ComparedIndicator, KoladaFile
from followup.params.loading import load_params
from followup.sections.shared import comparison
from followup.tables.kolada import Definition, Kolada, load_kolada
from tests.tables import source_table


def indicator(kpi: str, group: str, **changes) -> ComparedIndicator:
    one = ComparedIndicator(
        kpi=kpi, group=group, name=f"Mått {kpi}", unit="%", decimals=1, direction="higher", committees=("DNHS",)
    )
    return one.model_copy(update=changes)


PARAMS = KoladaFile(
    region="r13",
    country="r00",
    plan=2024,
    groups={"ekonomi": "God ekonomisk hushållning"},
    indicators=(
        indicator("N1", "6"),
        indicator("N2", "6", direction="lower", unit="dagar", decimals=0, note="Mått N2 mäts på nytt sätt."),
        indicator("N3", "ekonomi", direction="neutral"),
        indicator("N4", "ekonomi"),
    ),
)
VALUES = """
    kpi  region  year  value
    N1   r00     2022  80
    N1   r00     2023  81
    N1   r01     2023  84
    N1   r13     2022  85
    N1   r13     2023  84
    N2   r00     2022  30
    N2   r01     2022  20
    N2   r13     2022  40
    N3   r01     2023  2
    N3   r13     2023  1
"""


def report(
    committee: str = "DNHS",
    values: str = VALUES,
    published: int = 2023,
    params: KoladaFile = PARAMS,
    day: date = date(2024, 10, 8),
):
    """As much of a report as the section asks for."""
    table = source_table(values)
    frame = table.frame.assign(year=table.frame["year"].astype(int).astype(str))
    definitions = {
        "N1": Definition("N1", "Mått N1", "%", "Mått N1, % — Andel i tid. Källa: registret.", 2023, date(2024, 3, 6)),
        "N2": Definition("N2", "Mått N2", "dagar", "Antal dagar enl. registret.", published, date(2024, 9, 1)),
    }
    kolada = Kolada(
        replace(table, frame=frame),
        {"r01": "Region Stockholm", "r13": "Region Halland"},
        definitions,
        (),
        (),
    )
    names = {"6": "Nära vård", "7": "Styrning"}
    areas = [SimpleNamespace(code=code, name=name, ancestors=()) for code, name in names.items()]
    return SimpleNamespace(
        sources=SimpleNamespace(kolada=kolada, data_date=day),
        params=SimpleNamespace(kolada=params, plans={2024: SimpleNamespace(nodes=areas)}, texts=load_params().texts),
        period=Period(2024, 4),
        committee=SimpleNamespace(code=committee, is_region=committee == "REGION"),
        comparison=analysis.of_committee(kolada, params, committee, Period(2024, 4)),
    )


def rows(table: Table) -> list[list[str]]:
    return [[cell.text.replace("\xa0", " ") for cell in row.cells] for row in table.rows]


def test_the_table_has_a_heading_for_each_group():
    table = comparison.table(report())
    assert rows(table) == [
        ["Nära vård"],
        ["Mått N1 (%; högt är bra)", "84,0", "81,0", "+3,0", "bättre", "1", "2", "2023"],
        ["Mått N2 (dagar; lågt är bra)", "40", "30", "+10", "sämre", "2", "2", "2022"],
        ["God ekonomisk hushållning"],
        ["Mått N3 (%; varken högt eller lågt är bäst)", "1,0", "–", "–", "–", "2", "2", "2023"],
        ["Mått N4 (%; högt är bra)", "–", "–", "–", "–", "–", "–", "–"],
    ]
    assert [column.label for column in table.columns][:3] == ["Nyckeltal", "Region Halland", "Riket"]
    assert table.unit_line == "Senaste kända värde, högst 2023. Plats 1 är bäst."
    assert table.rows[1].cells[1].origin == (("prov.xlsx", "Blad1", "D9"),)


def test_what_is_missing_is_said():
    assert comparison.table(report()).notes == (
        "Platsen är bland de regioner som har ett värde det året; lika värden delar plats. Där varken högt eller lågt "
        "är bäst är plats 1 det högsta värdet. Platsen är en egen beräkning på oavrundade "
        "tal, och skillnaden på de tal som visas.",
        "Värde för 2023 saknas, och det senaste dessförinnan visas, för Mått N2 (2022) och Mått N4 (inget år).",
        "Mått N2 mäts på nytt sätt.",
    )


def test_the_region_s_table_names_the_focus_areas_without_indicators():
    assert comparison.table(report("REGION")).notes[-1] == "Bland nyckeltalen finns inget som passar Styrning."


@pytest.mark.parametrize(
    ("kpis", "published", "day", "source"),
    [
        (
            *(("N1", "N2"), 2022, date(2024, 10, 8)),
            "Källa: Kolada, värden för 2022–2023. Publicerat 6 mars 2024 till 1 september 2024.",
        ),
        # The values of 2024 are yet to come, so that day says nothing of what is shown; neither does that of 2023
        # beside a value of 2022.
        (
            *(("N1", "N2"), 2024, date(2024, 10, 8)),
            "Källa: Kolada, värden för 2022–2023. Publicerat 6 mars 2024 för 1 av 2 nyckeltal.",
        ),
        (
            *(("N1", "N2"), 2023, date(2024, 10, 8)),
            "Källa: Kolada, värden för 2022–2023. Publicerat 6 mars 2024 för 1 av 2 nyckeltal.",
        ),
        # A report tells no day that is later than its own.
        (("N1",), 2022, date(2024, 3, 6), "Källa: Kolada, värden för 2023. Publicerat 6 mars 2024."),
        (("N1",), 2022, date(2024, 3, 5), "Källa: Kolada, värden för 2023."),
        (("N3",), 2022, date(2024, 10, 8), "Källa: Kolada, värden för 2023."),
        (("N4",), 2022, date(2024, 10, 8), "Källa: Kolada."),
    ],
)
def test_the_source_says_when_it_was_published(kpis, published, day, source):
    params = PARAMS.model_copy(update={"indicators": tuple(one for one in PARAMS.indicators if one.kpi in kpis)})
    table = comparison.table(report(published=published, params=params, day=day))
    assert table.source.replace("\xa0", " ") == source


def test_charts_of_what_has_a_direction_and_a_value():
    gallery = comparison.charts(report())
    assert isinstance(gallery, Gallery)
    assert [chart.id for chart in gallery.charts] == ["diagram-jamforelse-n1", "diagram-jamforelse-n2"]
    assert [chart.source.replace("\xa0", " ") for chart in gallery.charts] == [
        "Källa: Kolada, N1. Publicerat 6 mars 2024.",
        "Källa: Kolada, N2.",
    ]


def test_charts_by_group_are_those_of_the_plan_that_have_indicators():
    nearby, nothing = comparison.charts_by_group(report())
    assert isinstance(nearby, Gallery)
    assert (nearby.id, nearby.title) == ("jamforelse-over-tid-6", "Nära vård")
    assert [chart.id for chart in nearby.charts] == ["diagram-jamforelse-n1", "diagram-jamforelse-n2"]
    assert isinstance(nothing, Text)
    assert (nothing.id, nothing.paragraphs) == (
        "jamforelse-over-tid-ekonomi",
        (["Inget av nyckeltalen har både ett värde och en riktning som säger vad som är bra."],),
    )


def test_charts_by_group_say_once_that_there_are_none():
    (nothing,) = comparison.charts_by_group(report("DNKS"))
    assert (nothing.role, nothing.paragraphs) == ("absent", ())


def test_definitions_are_kolada_s_first_sentence_with_the_year_of_the_value():
    table = comparison.definitions(report(published=2024))
    assert rows(table)[:3] == [
        ["Mått N1 (N1)", "Andel i tid.", "2023"],
        ["Mått N2 (N2)", "Antal dagar enl. registret.", "2022"],
        ["Mått N3 (N3)", "–", "2023"],
    ]


SECTIONS = (comparison.table, comparison.charts, comparison.definitions)


def paragraphs(found) -> list[str]:
    """What the section's three blocks say, one after the other."""
    blocks = [section(found) for section in SECTIONS]
    assert {block.role for block in blocks} == {"absent"}
    return [text for block in blocks for (text,) in block.paragraphs]


def test_a_committee_without_indicators():
    assert paragraphs(report("DNKS")) == [
        "Inget av de nyckeltal i Kolada som jämförs gäller nämnden.",
    ]


def test_without_kolada_s_files(tmp_path):
    found = report()
    found.sources.kolada = load_kolada(tmp_path, PARAMS)
    assert paragraphs(found) == [
        "Jämförelsen saknas: bland underlagen finns inga uppgifter från Kolada (mappen kolada).",
    ]
