"""What the first page says of asked decisions: with the sheet, without it, and with more than it has room for."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from followup.analysis.asked_decisions import decisions_of
from followup.document.markdown import plain_of
from followup.document.plain import block_text
from followup.ground.figure import Figure
from followup.params.loading import load_params
from followup.sections.shared import decisions
from followup.sections.shared.decision_words import decider_label, in_millions, who_decides
from followup.tables.asked_decisions import asks_the_same
from tests.tables import source_table

PARAMS = load_params()
HEADER = "decision  amount  due  decided_by  consequence  concerns"
PLAN = "Ta ställning till åtgärderna.  21000000  2024-06-18  own_committee  Underskottet ökar.  measures"


def report(*rows: str, form: str = "", code: str = "DNHS") -> SimpleNamespace:
    """A committee's report with rows of the sheet (none: no sheet) and a text in the form."""
    table = source_table("\n".join([HEADER, *rows])) if rows else None
    cover = SimpleNamespace(text=lambda column: form if column == "decision_needed" else "")
    sources = SimpleNamespace(cover=cover, is_example=False, tables={"asked_decisions": table})
    committee = PARAMS.committees[code]
    return SimpleNamespace(sources=sources, committee=committee, params=PARAMS, decisions=decisions_of({code: table}))


def shown(block) -> list[str]:
    return block_text(block).replace("\xa0", " ").split("\n")


def test_a_decision_has_its_amount_its_day_who_decides_and_what_happens_otherwise():
    block = decisions.asked(report(PLAN))
    assert shown(block) == [
        "Behöver beslut",
        "– Ta ställning till åtgärderna. Gäller 21 miljoner kronor. Beslutas av nämnden senast den 18 juni 2024. "
        "Annars: Underskottet ökar.",
    ]
    (entry,) = block.entries
    assert (block.id, block.role) == ("behover-beslut", "attention")
    assert entry.decision == [{"p": [{"strong": ["Ta ställning till åtgärderna."]}]}]
    assert entry.figures.headings == ("Åtgärder", "Nämnder med underskott", "Prognos för helåret", "Ekonomi")
    # The amount is a figure with its cell.
    assert (entry.facts[1].value, entry.facts[1].unit, entry.facts[1].origin) == (
        21.0,
        "mnkr",
        (("prov.xlsx", "Blad1", "B5"),),
    )


def test_a_decision_about_no_money_begins_with_who_decides():
    (entry,) = decisions.asked(report("Ändra målet.  .  2024-06-18  regional_council  Inget.  goals")).entries
    assert entry.facts == ["Beslutas av regionfullmäktige senast den 18\xa0juni 2024."]


@pytest.mark.parametrize(
    ("number", "more"),
    [(4, ""), (5, "Ytterligare ett beslut"), (7, "Ytterligare tre beslut"), (17, "Ytterligare 13 beslut")],
)
def test_the_first_page_has_room_for_four(number, more):
    rows = [f"Beslut {one}.  .  2024-07-{number - one:02}  own_committee  Inget.  economy" for one in range(number)]
    asked = report(*rows)
    block = decisions.asked(asked)
    # Those that are most urgent.
    assert [plain_of(entry.decision) for entry in block.entries] == [f"Beslut {number - 1 - at}." for at in range(4)]
    assert block.more == ([more] if more else [])
    assert block.rest.headings == ("Beslut",)
    heading_and_table = decisions.everything(asked)
    if not more:
        assert heading_and_table == ()
        return
    heading, table = heading_and_table
    assert (heading.text, heading.level, len(table.rows)) == ("Beslut", 3, number)
    assert [cell.text for cell in table.rows[0].cells] == [
        f"Beslut {number - 1}.",
        "–",
        "2024-07-01",
        "Hallands sjukhus",
        "Inget.",
    ]


def test_a_workbook_without_the_sheet_shows_its_text():
    block = decisions.asked(report(form="- Godkänna planen.\n- Stänga filialen."))
    assert shown(block) == ["Behöver beslut", "– Godkänna planen.", "– Stänga filialen."]
    assert (block.role, block.entries) == ("attention", ())


def test_nothing_is_asked_for():
    block = decisions.asked(report())
    assert shown(block) == [
        "Behöver beslut",
        "Nämnden har inte begärt något beslut med anledning av rapporten.",
    ]
    assert block.role == "info"


def test_the_text_beside_the_sheet_introduces_the_list_and_nothing_is_said_twice():
    form = "Planen är reviderad.\n\n- Nämnden behöver ta ställning till åtgärderna.\n- Läs **bilagan** först."
    block = decisions.asked(report(PLAN, form=form))
    assert plain_of(block.introduction) == "Planen är reviderad.\n– Läs bilagan först."
    assert len(block.entries) == 1
    # Numbers that were typed stay.
    form = "1. Ta ställning till åtgärderna.\n2. Läs bilagan."
    assert plain_of(decisions.asked(report(PLAN, form=form)).introduction) == "2. Läs bilagan."
    assert decisions.asked(report(PLAN, form="Ta ställning till åtgärderna")).introduction == []


def test_what_others_ask_for_beside_one_s_own():
    assert decisions.asked(report(PLAN), "", 6, "Beslut som begärs").more == ["Nämnderna begär sex beslut"]
    rows = [PLAN.replace("åtgärderna", f"åtgärd {one}") for one in range(5)]
    block = decisions.asked(report(*rows), "", 6, "Beslut som begärs")
    assert block.more == ["Ytterligare ett beslut, och sex som nämnderna begär"]
    assert block.rest.headings == ("Beslut som begärs",)


@pytest.mark.parametrize(
    ("kronor", "text"),
    [
        (21_000_000, "21 miljoner kronor"),
        (20_400_000, "20,4 miljoner kronor"),
        (1_000_000, "1 miljon kronor"),
        (400_000, "0,4 miljoner kronor"),
        (40_000, "0,04 miljoner kronor"),
        (1_234_000_000, "1 234 miljoner kronor"),
    ],
)
def test_amounts_in_words(kronor, text):
    assert in_millions(Figure(float(kronor))).text.replace("\xa0", " ") == text


def test_who_decides_in_a_sentence_and_in_a_cell():
    assert who_decides("DNHS", PARAMS, own="DNHS") == "nämnden"
    assert who_decides("RS", PARAMS, own="RS") == "regionstyrelsen"
    assert who_decides("other_committee", PARAMS, own="DNHS") == "en annan nämnd"
    assert [decider_label(one, PARAMS) for one in ("RS", "regional_council", "DNHS")] == [
        "Regionstyrelsen",
        "Regionfullmäktige",
        "Hallands sjukhus",
    ]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Godkänna planen.", "Nämnden behöver godkänna planen", True),
        ("Godkänna planen för 2024", "Godkänna planen för 2025", False),
        ("Höja taxan med 2,5 procent", "Höja taxan", False),
        ("Stänga två vårdplatser före årsskiftet", "Stänga två vårdplatser före årsskiftet, 2,5 mnkr", True),
        ("Godkänna", "Godkänna årsredovisningen och överlämna den till revisorerna", False),
        ("", "Godkänna planen", False),
    ],
)
def test_two_texts_that_ask_for_the_same(one, other, same):
    assert asks_the_same(one, other) == asks_the_same(other, one) == same
