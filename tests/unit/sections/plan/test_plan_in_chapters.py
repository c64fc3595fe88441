"""The tables and promises that stand in a chapter of Mål och budget 2024–2028."""

from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import pytest

from followup.document.plain import block_text
from followup.ground.period import Period
from followup.params.loading import load_params
from followup.params.subject import subject_of
from followup.reports.plan import PlanReport
from followup.sections.plan import budget, hierarchy, promises

PARAMS = load_params()
PLAN = PARAMS.plans[2024]


def report(committee):
    return PlanReport(SimpleNamespace(subject=subject_of(Path("data"), Period.parse("2024"), committee, PARAMS)))


@pytest.fixture(scope="module")
def document():
    return report("REGION")


def after(blocks, block_id):
    ids = [one.id for one in blocks]
    return ids[ids.index(block_id) + 1]


def test_the_promises_stand_after_the_prioritised_areas(document):
    found = hierarchy.chapters(document)
    assert after(found, "kapitel-2024-2-text") == "loften"
    (table,) = [one for one in found if one.id == "loften"]
    assert [row.key for row in table.rows] == [f"L{number}" for number in range(1, 19)]
    assert table.unit_line == "Planen nämner pengar, utan belopp, för L2, L3, L9, L10, L12, L13 och L14."


def test_promises_that_no_chapter_makes_stand_last():
    document = report("REGION")
    document.subject.__dict__["plans"] = [replace(PLAN, chapters=PLAN.chapters[:1])]
    assert [one.id for one in hierarchy.chapters(document)] == [
        "kapitel-2024-1",
        "kapitel-2024-1-text",
        "avsnitt-loften",
        "loften",
    ]
    document.subject.__dict__["plans"] = [replace(PLAN, chapters=())]
    assert [one.id for one in hierarchy.chapters(document)] == ["avsnitt-loften", "loften"]


def test_a_table_may_stand_in_what_is_about_a_level(document):
    about = next(one for one in (*PLAN.chapters, *PLAN.definitions) if one.level)
    table = replace(PLAN.table("skattesatser"), chapter=about.title)
    changed = report("REGION")
    changed.subject.__dict__["plans"] = [replace(PLAN, tables=(table,))]
    assert "skattesatser" in [one.id for one in hierarchy.tree(changed)]


def test_a_committees_document_has_those_that_it_carries():
    (heading, table) = promises.of_committee(report("DNKT"))
    assert heading.text == "Löften ur Mål och budget"
    assert [(row.key, row.cells[2].text) for row in table.rows] == [("L13", "Regionstyrelsen")]
    assert promises.of_committee(report("DNRGS")) == ()


def test_the_financial_position_of_april_2023_in_the_unit_of_the_plan():
    table = PLAN.table("finansiell_stallning")
    # Kronor inside, as everywhere: 5,6 mdkr.
    amounts = [row.figures[0].value for row in table.rows if row.unit == "mdkr"]
    assert amounts == [5_600_000_000, 7_200_000_000, 2_000_000_000, 13_400_000_000, None]
    assert (table.row("Låneskuld").values, table.row("Soliditet inklusive ansvarsförbindelsen").values) == (
        ("Ingen",),
        (18.6,),
    )
    shown = block_text(budget.as_printed(PLAN, table)).replace("\xa0", " ")
    assert "Belopp i mdkr." in shown
    assert "13,4" in shown


def test_each_table_stands_in_its_chapter_and_nowhere_else(document):
    found = (*hierarchy.definitions(document), *hierarchy.chapters(document))
    placed = {"finansiell-stallning", "riktade-statsbidrag", "egenavgifter", "skattesatser"}
    assert placed <= {one.id for one in found}
    assert not placed & {one.id for one in budget.financial_goals(document)}
    assert after(found, "definition-2024-2") == "finansiell-stallning"
    assert "Genomsnittlig taxeförändring upp till tre procent" in " ".join(" ".join(map(block_text, found)).split())


def test_the_tax_rate_of_the_table_is_the_plans():
    assert PLAN.table("skattesatser").figure("Utdebitering", "2024").value == PLAN.tax_rate.value == 11.40
