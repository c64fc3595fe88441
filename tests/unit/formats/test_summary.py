"""What a manifest keeps of a report: its own words and its figures as they are shown."""

from __future__ import annotations

from dataclasses import replace

import samples

from followup.document.blocks import Block, Column, Row, Table, Text
from followup.document.cells import Cell, cell_of
from followup.document.content import content_of
from followup.document.document import Document, read_document
from followup.document.markdown import plain_of
from followup.formats.summary import ComparedFigure, Summary, summary_of
from followup.ground.figure import Figure


def document(*blocks: Block, period: str = "2024-04") -> Document:
    cover = replace(samples.cover(), period=period)
    return Document(cover, (cover, *blocks))


def table(id: str, key: str, cell: Cell, column: str, label: str = "Utfall", **cells: Cell) -> Table:
    columns = (Column("label", "Post", "text"), Column(column, label), *(Column(name, name) for name in cells))
    return Table(id, "Tabell", columns, (Row(key, (Cell(key), cell, *cells.values())),))


def test_the_verdict_and_the_decisions_are_the_report_s_own_words() -> None:
    found = summary_of(read_document(samples.sample_notebook()))
    asked = samples.decisions().entries
    assert [one.decision for one in found.questions] == [" ".join(plain_of(one.decision).split()) for one in asked]
    assert all(one.consequence.startswith("Annars: ") for one in found.questions)
    # A report without a verdict has none here.
    assert found.verdict == ()
    said = Text("omdome", "verdict", "Omdöme", (["Underskott på ", Cell("2 mnkr", 2.0, "mnkr"), " i år."], ["Mer."]))
    assert summary_of(document(said)).verdict == ("Underskott på 2 mnkr i år.", "Mer.")


def test_a_figure_is_kept_with_the_digits_that_are_shown_and_no_others() -> None:
    cell = cell_of(Figure(-121_449_999.9, "kr"), signed=True)
    (figure,) = summary_of(document(table("utfall-kontoklass", "Nettokostnad", cell, "deviation", "Avvikelse"))).figures
    assert figure == ComparedFigure(
        "utfall-kontoklass", "deviation", "Nettokostnad", "Nettokostnad", "Avvikelse", "−121,4", "mnkr", -121.4
    )


def test_what_the_report_does_not_show_has_no_number_and_says_what_it_shows() -> None:
    hidden = cell_of(Figure.missing(unit="%", why="skyddas: högst tio anställda"))
    (figure,) = summary_of(document(table("sjukfranvaro", "Totalt", hidden, "this_year"))).figures
    assert (figure.number, figure.text) == (None, hidden.text)


def test_an_earlier_forecast_in_a_report_of_a_whole_year_is_none_of_its_own() -> None:
    cell = cell_of(Figure(-1e6, "kr"), signed=True)
    forecast = table("verksamheter", "Medicin", cell, "forecast_deviation", "Prognos i oktober, avvikelse")
    assert [one.text for one in summary_of(document(forecast)).figures] == ["−1,0"]
    assert summary_of(document(forecast, period="2024-12")).figures == ()


def test_what_only_repeats_an_earlier_report_is_left_out() -> None:
    cell = cell_of(Figure(-1e6, "kr"))
    kept = table("utfall-kontoklass", "Nettokostnad", cell, "outcome", previous_year=cell)
    assert [one.column for one in summary_of(document(kept)).figures] == ["outcome"]


def test_a_figure_has_its_time_and_its_definition_where_the_report_tells_them() -> None:
    value = cell_of(Figure(86.8, "%"), with_unit=True)
    indicators = table("indikatorer", "N79221", value, "value", "Senaste värde", measured=Cell("2023"))
    own = table("definitioner", "N79221", Cell("Andel av dem som väntar."), "definition")
    other = table("jamforelse-definitioner", "N79221", Cell("Antal patienter."), "definition")
    (figure,) = summary_of(document(indicators, own, other)).figures
    assert (figure.text, figure.measured, figure.definition) == ("86,8\u00a0%", "2023", "Andel av dem som väntar.")


def test_a_yearly_measure_is_the_same_wherever_its_table_has_it() -> None:
    cell = cell_of(Figure(75.0, "index"), 0)
    found = summary_of(
        document(
            table("medarbetarmatt", "HME-all-0", cell, "value", "Senaste värde", measured=Cell("2023")),
            table("arliga-matt", "HME-all-3", cell, "this_year", "2024"),
        )
    )
    assert [(one.row, one.measured) for one in found.figures] == [("HME-all", "2023"), ("HME-all", "2024")]


def test_the_summary_is_read_back_as_it_was_written() -> None:
    hidden = cell_of(Figure.missing(unit="%", why="skyddas: högst tio anställda"))
    found = summary_of(document(table("sjukfranvaro", "Totalt", hidden, "this_year")))
    assert found.figures
    assert content_of(Summary, found.as_json()) == found
    whole = summary_of(read_document(samples.sample_notebook()))
    assert content_of(Summary, whole.as_json()) == whole


def test_the_result_is_one_figure_whether_it_is_the_period_s_or_the_year_s() -> None:
    cell = cell_of(Figure(1e6, "kr"))
    found = summary_of(
        document(
            table("resultatrakning", "Periodens resultat", cell, "outcome"),
            table("resultatrakning", "Årets resultat", cell, "outcome"),
            table("resultatrakning", "Skatteintäkter", cell, "outcome"),
        )
    )
    assert [(one.row, one.label) for one in found.figures] == [
        ("Resultat", "Resultat"),
        ("Resultat", "Resultat"),
        ("Skatteintäkter", "Skatteintäkter"),
    ]
