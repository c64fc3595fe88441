"""What is asked to be decided, by deadline and by who decides."""

from followup.analysis.asked_decisions import decisions_of
from tests.tables import source_table

HOSPITAL = source_table("""
    decision            amount     due         decided_by          consequence  concerns
    Stänga en avdelning  21000000   2024-06-18  own_committee       Inget        measures
    Be om pengar         99000000   2024-09-30  regional_council    Inget        economy
    Ändra målet          .          2024-06-11  regional_executive  Inget        goals
""")
EXECUTIVE = source_table("""
    decision       amount    due         decided_by     consequence  concerns
    Fördela medel  20400000  2024-06-11  own_committee  Inget        economy
""")


def test_by_deadline_whoever_asks():
    found = decisions_of({"DNHS": HOSPITAL, "RS": EXECUTIVE, "DNKS": None})
    assert [(name, row.text("due"), row.text("committee")) for name, row in found.rows()] == [
        ("DNHS-1", "2024-06-11", "DNHS"),
        ("RS-1", "2024-06-11", "RS"),
        ("DNHS-2", "2024-06-18", "DNHS"),
        ("DNHS-3", "2024-09-30", "DNHS"),
    ]


def test_who_decides_is_a_committee_where_it_can_be():
    found = decisions_of({"DNHS": HOSPITAL, "RS": EXECUTIVE})
    assert found.texts("decided_by") == ["RS", "RS", "DNHS", "regional_council"]


def test_a_decision_about_no_money_says_so_and_keeps_its_cell():
    figure = decisions_of({"DNHS": HOSPITAL})["DNHS-1", "amount"]
    assert (figure.value, figure.why) == (None, "inget belopp är angivet")
    assert str(figure.origin[0]) == "prov.xlsx, Blad1!B7"


def test_nobody_asks_for_anything():
    assert len(decisions_of({"DNHS": None})) == 0
