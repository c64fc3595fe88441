"""What the region and its committees ask to have decided."""

from __future__ import annotations

from types import SimpleNamespace

from followup.analysis.asked_decisions import decisions_of
from followup.params.loading import load_params
from followup.sections.region import decisions
from tests.tables import source_table

PARAMS = load_params()
HEADER = "decision  amount  due  decided_by  consequence  concerns"
ROWS = {
    "REGION": ["Uppmana nämnden.  .  2024-06-11  regional_executive  Inget.  measures"],
    "DNHS": [
        "Be om pengar.  99000000  2024-06-18  regional_council  Inget.  economy",
        "Stänga en avdelning.  21000000  2024-06-04  own_committee  Inget.  measures",
    ],
}


def sources(code: str, form: str = "") -> SimpleNamespace:
    table = source_table("\n".join([HEADER, *ROWS[code]])) if code in ROWS else None
    cover = SimpleNamespace(text=lambda column: form if column == "decision_needed" else "")
    return SimpleNamespace(cover=cover, is_example=False, table=lambda name: table)


def a_report(**forms: str) -> SimpleNamespace:
    """The region, Hallands sjukhus with the sheet, and others with a text or without any."""
    own = {code: sources(code, forms.get(code, "")) for code in ("DNHS", "DNKS", "DNKT")}
    all_sources = {"REGION": sources("REGION"), **own}
    found = decisions_of({code: one.table("asked_decisions") for code, one in all_sources.items()})
    return SimpleNamespace(
        sources=all_sources["REGION"],
        committee=PARAMS.committees["REGION"],
        params=PARAMS,
        reports={code: SimpleNamespace(sources=one) for code, one in own.items()},
        decisions=found,
        name_of=lambda code, short: PARAMS.committees[code].short_name,
    )


def texts(table) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in table.rows]


def test_all_by_deadline():
    heading, table = decisions.everything(a_report())
    assert heading.text == "Beslut som begärs"
    assert texts(table) == [
        ["Hallands sjukhus", "Stänga en avdelning.", "21,0", "2024-06-04", "Hallands sjukhus"],
        ["Region Halland", "Uppmana nämnden.", "–", "2024-06-11", "Regionstyrelsen"],
        ["Hallands sjukhus", "Be om pengar.", "99,0", "2024-06-18", "Regionfullmäktige"],
    ]
    assert table.notes[-1] == "Inget beslut begärs av Kultur och skola och Kollektivtrafik."


def test_a_text_without_the_sheet_stands_last_and_is_counted():
    report = a_report(DNKS="Godkänna *kulturplanen*.")
    _, table = decisions.everything(report)
    assert texts(table)[-1] == ["Kultur och skola", "Godkänna kulturplanen.", "–", "–", "–"]
    assert table.notes[2:] == (
        "Det som Kultur och skola begär är en text utan datum och belopp.",
        "Inget beslut begärs av Kollektivtrafik.",
    )
    assert decisions.asked(report).more == ["Nämnderna begär tre beslut"]


def test_the_first_page_has_the_region_s_own_and_how_many_the_committees_ask_for():
    block = decisions.asked(a_report())
    (entry,) = block.entries
    assert entry.facts == ["Beslutas av regionstyrelsen senast den 11\xa0juni 2024."]
    assert (block.more, block.rest.headings) == (["Nämnderna begär två beslut"], ("Beslut som begärs",))


def test_nobody_asks_for_anything(monkeypatch):
    monkeypatch.setattr(f"{__name__}.ROWS", {})
    report = a_report()
    assert decisions.everything(report) == ()
    block = decisions.asked(report)
    assert block.introduction == [{"p": ["Regionen har inte begärt något beslut med anledning av rapporten."]}]
    assert (block.role, block.more) == ("info", [])
