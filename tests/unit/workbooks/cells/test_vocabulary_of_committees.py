"""What committees are called in workbooks: by code, name, number and words of a layout's own; never two by one word."""

from followup.params.column_layout import ColumnLayout
from followup.params.params import Committee
from followup.workbooks.cells.cell_values import CellReader
from followup.workbooks.cells.vocabulary import vocabulary_of

COLUMN = ColumnLayout(header="Nämnd", type="committee")


def reader(params, committees=None, **changes):
    registry = {code: one.model_copy(update=changes.get(code, {})) for code, one in params.committees.items()}
    return CellReader(
        COLUMN, vocabulary_of(COLUMN, params.model_copy(update={"committees": registry}), 2024, committees)
    )


def test_a_committee_has_more_names_and_numbers(params):
    read = reader(params, {"DNKS": ("510", "Kulturen")}, DNKT={"synonyms": ("520",)}).read
    assert [read(one).value for one in (510.0, "510", "kulturen", 520.0, "DNKS", "Kollektivtrafik")] == [
        *("DNKS", "DNKS", "DNKS", "DNKT", "DNKS", "DNKT")
    ]


def test_a_word_of_two_committees_is_a_question(params):
    doubt = reader(params, {"DNKS": ("Kollektivtrafik",)}).read("Kollektivtrafik").doubt
    assert doubt.found == "Här står ”Kollektivtrafik”, som kan betyda både DNKS och DNKT."
    assert doubt.expected == "En nämnd väntas i kolumnen ”Nämnd”."
    assert doubt.remedy == (
        "Skriv koden, eller ta bort ordet för den ena: under synonyms i params/committees.yml eller committees i "
        "params/layouts."
    )
    assert reader(params, {"DNKS": ("Kollektivtrafik",)}).read("DNKT").value == "DNKT"


def test_a_committee_that_is_no_more_takes_no_name_from_one_that_is(params):
    read = reader(params, {"DNKS": ("Kollektivtrafik",)}, DNKT={"valid_to": 2023}).read
    assert read("Kollektivtrafik").value == "DNKS"


def test_a_number_in_the_registry_is_a_word():
    committee = Committee(code="DNKS", name="Kultur", short_name="Kultur", synonyms=(510, "Kulturen"))
    assert committee.synonyms == ("510", "Kulturen")
