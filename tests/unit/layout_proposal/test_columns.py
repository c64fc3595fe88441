"""What a column is: its type, and what its cells and heading show, or a question."""

from __future__ import annotations

from typing import Any

import pytest

from tests.proposal_cases import column_of, keys_of, proposal

BLANK: dict[str, Any] = {}


def column(heading: str, *cells: str) -> str:
    rows = "\n".join(f"rad {number} | {cell}" for number, cell in enumerate(cells, start=1))
    return f"Benämning | {heading}\n{rows}"


@pytest.mark.parametrize(
    ("heading", "cells", "keys"),
    [
        ("Månad", ("2024-01", "2024-02"), {"type": "period"}),
        ("Period", ("jan-apr 2024", "jan-maj 2024"), {"type": "period", "accumulated": True}),
        ("Beslutad", ("2024-05-08", "2024-06-11"), {"type": "date"}),
        ("År", ("2023", "2024"), {"type": "integer", "minimum": 2000, "maximum": 2100}),
        ("Nämnd", ("DNKS", "Kultur och skola"), {"type": "committee"}),
        ("Status", ("Klart", "Enligt plan"), {"type": "choice", "choices": "assignment"}),
        ("Konto", ("4010", "5010"), {"type": "text"}),
        ("Andel (%)", ("4.5", "3"), {"type": "number", "unit": "%"}),
        ("pct_budget", ("88.5", "66"), {"type": "number", "unit": "%"}),
        ("Antal vårdplatser", ("12", "7"), {"type": "integer"}),
        ("Antal anställda", ("12", "7"), {"type": "integer", "people": "count", "minimum": 0}),
        ("Kommentar", ("Bra", "Sämre"), {"type": "markdown"}),
        ("Kommentar", ("Bra", ""), {"type": "markdown", "empty": "allowed"}),
        ("Ansvarig", ("kulturchef", "rektor"), {"type": "text"}),
        ("Enhet", ("tkr", "mnkr"), {"type": "choice", "choices": {"tkr": ["tkr"], "mnkr": ["mnkr"]}}),
        # Where nobody can tell, the type is left out.
        ("Värde", ("12.5", "7"), BLANK),
        ("2024", ("12.5", "7"), BLANK),
        ("Utgångspunkt", ("2023", "2024"), BLANK),
    ],
)
def test_a_type_is_what_the_cells_and_the_heading_show(
    heading: str, cells: tuple[str, ...], keys: dict[str, Any]
) -> None:
    assert keys_of(proposal(column(heading, *cells)), heading) == keys


def test_what_the_numbers_are_is_asked() -> None:
    assert column_of(proposal(column("Värde", "12.5", "7")), "Värde").questions == [
        "Är talen belopp (amount, med unit och sign), andra tal (number), antal (integer) eller koder (text)? Skriv "
        "type."
    ]


def test_a_column_of_numbers_and_words_is_asked_about() -> None:
    assert column_of(proposal(column("Budget", "12", "7", "okänt")), "Budget").questions == [
        "2 av 3 celler är tal och de andra ord. Vad innehåller kolumnen? Skriv type."
    ]


def test_committees_that_are_unknown_are_asked_for() -> None:
    table = proposal(column("Nämnd", "DNKS", "DNKT", "Kulturen"))
    assert keys_of(table, "Nämnd") == {"type": "committee"}
    assert column_of(table, "Nämnd").questions == [
        "Vilken nämnd menas med ”Kulturen”? Skriv under committees i tabellen, till exempel committees: {KOD: [ord]}."
    ]


def test_a_table_about_people_shows_none_of_its_numbers() -> None:
    table = proposal(
        "Månad | Antal anställda | Antal avgångar | varav antal i fjol\n2024-01 | 12 | 1 | 1\n2024-02 | 13 | 2 | 0"
    )
    assert [column.keys.get("people") for column in table.columns] == [None, "count", "count", "count"]


def test_the_utfall_of_an_indicator_may_be_of_anything() -> None:
    table = proposal("Indikator | Utfall\nLån per invånare | 4.5\nBesök | 7")
    assert keys_of(table, "Utfall") == {}


def test_a_budget_of_what_is_counted_is_no_amount() -> None:
    table = proposal("Statistik | Budget 2025\nAntal besökare | 110000\nAntal lån | 90000")
    assert keys_of(table, "Budget 2025") == {}


def test_a_known_heading_of_another_type_has_a_name_of_its_own() -> None:
    # ”Ansvar” is a committee in the ledger.
    assert proposal("Ansvar | Belopp\n9201 | 10\n9304 | 5").columns[0].name == "ansvar"


def test_the_key_is_the_fewest_columns_that_part_the_rows() -> None:
    assert proposal("Nämnd | Post | Budget\nA | x | 1\nA | y | 2\nB | x | 3").keys["key"] == ["namnd", "line"]
    asked = proposal("Nämnd | Budget\nA | 1\nA | 2")
    assert asked.keys["key"] == "FRÅGA"
    assert "Vilka kolumner säger tillsammans vilken rad det är? Skriv deras namn i key." in asked.questions


def test_months_that_are_not_over_may_be_empty() -> None:
    table = proposal("Månad | Budget | Utfall\n2024-01 | 5 | 4\n2024-02 | 5 | 6\n2024-03 | 5 |")
    assert keys_of(table, "Utfall")["empty"] == "after_period"


def test_labels_and_answers_may_be_a_form() -> None:
    table = proposal("Nämnd | Kultur\nPeriod | 2024-04\nLämnad av | controller")
    assert table.questions == [
        "Är bladet ett formulär, med en etikett och ett svar på varje rad? Skriv form: true, och en kolumn för varje "
        "etikett."
    ]
