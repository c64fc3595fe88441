"""A character that the report cannot show is a warning with its cell."""

import openpyxl
from workbooks import DNKS

from followup.ground.errors import Problem, Severity
from followup.ground.period import Period
from followup.params.subject import subject_of
from followup.sources.sources import load_sources

EXPECTED = "Bokstäver, siffror och vanliga symboler väntas."
REMEDY = "Skriv med ord vad tecknet betyder."


def problems_of(data, params, **cells):
    book = openpyxl.load_workbook(data / DNKS)
    for address, text in cells.items():
        sheet, cell = address.split("_")
        book[{"mal": "Mål", "kommentar": "Kommentarer", "rapport": "Rapport"}[sheet]][cell] = text
    book.save(data / DNKS)
    return load_sources(subject_of(data, Period(2024, 4), "DNKS", params)).problems


def place_of(data, sheet, heading):
    """The cell beside or below a heading."""
    for row in openpyxl.load_workbook(data / DNKS)[sheet].iter_rows():
        for cell in row:
            if cell.value == heading:
                return cell
    raise AssertionError(heading)


def test_the_cell_the_sign_and_its_code_are_told(data, params):
    cell = place_of(data, "Mål", "Motivering")
    address = f"{cell.column_letter}{cell.row + 1}"
    found = problems_of(data, params, **{f"mal_{address}": "Läget 🔴 men 🦄 och 𓀀, 🦄."})
    assert found == (
        Problem(
            DNKS,
            "Mål",
            address,
            "Här står 🦄 (U+1F984) och 𓀀 (U+13000), som inte kan visas i rapportens PDF och diagram: "
            "där står ”�” i stället.",
            EXPECTED,
            REMEDY,
            Severity.WARNING,
        ),
    )


def test_in_a_form_it_is_the_cell_of_the_answer(data, params):
    cell = place_of(data, "Rapport", "Sammanfattning")
    address = f"{openpyxl.utils.get_column_letter(cell.column + 1)}{cell.row}"
    (found,) = problems_of(data, params, **{f"rapport_{address}": "Bra \uf0a3 läge"})
    assert (found.sheet, found.cell, found.severity) == ("Rapport", address, Severity.WARNING)
    assert found.found.startswith("Här står \uf0a3 (U+F0A3), som inte kan visas")


def test_a_letter_that_was_lost_on_the_way_is_told_as_such(data, params):
    cell = place_of(data, "Mål", "Motivering")
    (found,) = problems_of(data, params, **{f"mal_{cell.column_letter}{cell.row + 1}": "Falkenberg\ufffds skola"})
    assert found.message == (
        "Här står tecknet ”�” (U+FFFD): ett annat tecken har gått förlorat på vägen hit. Hela texten väntas, med alla "
        "sina tecken. Skriv det rätta tecknet och spara."
    )


def test_the_usual_signs_are_no_warning(data, params):
    cell = place_of(data, "Mål", "Motivering")
    text = "☑ klart ☐ kvar ✔ ▲ ● \uf0b7 punkt 🔴 🟢 👍🏽 ≥ 95 %"
    assert problems_of(data, params, **{f"mal_{cell.column_letter}{cell.row + 1}": text}) == ()
