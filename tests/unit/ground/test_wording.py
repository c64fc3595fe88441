"""Near misses: what somebody probably meant is named, and never its opposite."""

from followup.ground.wording import nearest, suggestion

STATUSES = ("Klart", "Enligt plan", "Försenat", "Ej påbörjat", "Avfört")


def test_a_slip_is_near_its_word():
    assert suggestion("Försnat", STATUSES, "Välj ett av dem.") == "Menades ”Försenat”?"
    assert suggestion("Ej påbörjad", STATUSES, "Välj ett av dem.") == "Menades ”Ej påbörjat”?"


def test_a_word_is_no_slip_for_its_opposite():
    assert suggestion("Påbörjat", STATUSES, "Välj ett av dem.") == "Välj ett av dem."
    assert suggestion("Inte försenat", STATUSES, "Välj ett av dem.") == "Välj ett av dem."
    assert nearest("Påbörjad", STATUSES) == ""
    assert nearest("Uppnåt", ["Inte uppnått", "Uppnått"]) == "Uppnått"
