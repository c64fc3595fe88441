"""Which heading may be offered for another: a slip of the pen, and never another amount."""

import re

import pytest

from followup.ground.errors import ReportError
from followup.ground.paths import PROJECT
from followup.params.column_layout import ColumnLayout
from followup.params.heading_words import is_misspelling, misspelt, says_accumulated
from followup.params.loading import load_params
from tests import workbooks


@pytest.mark.parametrize(
    ("found", "wanted"),
    [
        *(("Utfal", "Utfall"), ("Utfall, kr", "Utfall"), ("Helårs-prognos", "Helårsprognos")),
        *(("Helårs prognos (mnkr)", "Helårsprognos"), ("Konto text", "Kontotext"), ("Verksamheter", "Verksamhet")),
        *(("Föreg. prognos", "Föregående prognos"), ("Budjet 2024", "Budget 2024"), ("Komentar", "Kommentar")),
        *(("Matvarden", "Mätvärden"), ("Mål", "Mal")),
    ],
)
def test_a_slip_of_the_pen(found, wanted):
    assert is_misspelling(found, wanted)


@pytest.mark.parametrize(
    ("found", "wanted"),
    [
        *(("Utfall ack", "Utfall"), ("Utfall ackumulerat", "Utfall"), ("Utfall t.o.m. april", "Utfall")),
        *(("Utfall 2023", "Utfall"), ("Utfall fg år", "Utfall"), ("Utfall föregående år", "Utfall")),
        *(("Utfall", "Utfall föregående år"), ("Budget 2023", "Budget 2024"), ("Budget", "Budget 2024")),
        *(("Budget", "Utfall"), ("Prognos", "Prognosavvikelse"), ("Budgetavvikelse", "Budget"), ("Utfall %", "Utfall")),
        *(("Ingående balans", "Utgående balans"), ("Konto", "Kontoklass"), ("Prognoshistorik", "Prognos")),
        *(("2023", "2024"), ("Målvärde 2025", "Målvärde 2024"), ("Män", "Mål"), ("Total budget", "Budget 2024")),
    ],
)
def test_another_meaning(found, wanted):
    assert not is_misspelling(found, wanted)


def test_nothing_is_offered_where_two_are_as_near():
    assert misspelt("Utfall", ["Utfal", "Budget"]) == "Utfal"
    assert misspelt("Utfall", ["Utfal", "Utfalll"]) == ""


@pytest.mark.parametrize(
    "heading",
    [
        *("Utfall ack", "Ack. utfall", "Ackumulerat utfall", "Utfall t.o.m. april", "Utfall tom april", "YTD"),
        *("Utfall kum.", "Kumulativt utfall", "Utfall sedan årets början", "Utfall från jan"),
    ],
)
def test_a_heading_of_amounts_since_january(heading):
    assert says_accumulated(heading)


@pytest.mark.parametrize("heading", ["Utfall", "Hackade löner", "Nacka", "Utfall perioden", "Tomt", "Dokument"])
def test_a_heading_that_is_not(heading):
    assert not says_accumulated(heading)


def every_amount() -> list[ColumnLayout]:
    layouts = load_params(PROJECT / "params").layouts.values()
    return [column for one in layouts for table in one.tables.values() for column in table.columns.values()]


KINDS = {
    "budget": r"budget",
    "forecast": r"prognos",
    "outcome": r"utfall|redovis",
    "earlier": r"föregående|\bfg\b",
    "difference": r"avvikelse",
}


def kinds(heading: str) -> set[str]:
    return {kind for kind, words in KINDS.items() if re.search(words, heading.lower())}


def test_no_synonym_of_an_amount_is_another_amount():
    columns = [column for column in every_amount() if column.type == "amount"]
    assert len(columns) == 48
    for column in columns:
        for synonym in column.synonyms:
            assert column.accumulated or not says_accumulated(synonym)
            # ”Fg år” leaves the kind out; no synonym says another.
            assert kinds(synonym) <= kinds(column.header) or kinds(column.header) == set(), (column.header, synonym)
            if kinds(column.header) & {"earlier", "difference"}:
                assert kinds(synonym) & {"earlier", "difference"}


def test_the_layouts_take_no_accumulated_synonym(tmp_path):
    folder = workbooks.write_params(tmp_path / "p")
    path = folder / "layouts/utfall.yml"
    text = path.read_text(encoding="utf-8").replace("Redovisat, ", "Redovisat, Utfall ack, ")
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ReportError) as caught:
        load_params(folder)
    assert str(caught.value) == (
        "params/layouts/utfall.yml, rad 17: Rubriken ”Utfall ack” betyder ackumulerade tal. Kolumnen ”Utfall” läses "
        "som tal för var period. Ta bort rubriken. Är kolumnens tal verkligen ackumulerade: skriv accumulated: true."
    )
