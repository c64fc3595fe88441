"""The list of asked decisions: its way into the report, and how each format shows it."""

from __future__ import annotations

import io
import re

import openpyxl
import samples

from followup.document.block_html import block_html
from followup.document.decisions import in_bold
from followup.document.document import read_document
from followup.document.markdown import prose_of
from followup.document.plain import block_text
from followup.document.pointers import Place, places_of
from followup.formats.csv.figures import figures_of
from followup.formats.excel.workbook import workbook_bytes

HEADINGS = [(2, "Målstyrning", "malstyrning"), (2, "Ekonomi", "ekonomi"), (3, "Per kontoklass", "per-kontoklass")]


def test_the_first_heading_that_the_report_has_is_where_a_pointer_leads():
    block = samples.decisions().linked(places_of(HEADINGS))
    assert [entry.figures.place for entry in block.entries] == [
        Place("Per kontoklass", "per-kontoklass", "Ekonomi"),
        Place(),
    ]
    assert block.rest.place == Place("Målstyrning", "malstyrning", "Målstyrning")


def test_of_two_headings_with_one_text_the_first():
    places = places_of([*HEADINGS, (3, "Ekonomi", "ekonomi-2")])
    assert places["Ekonomi"] == Place("Ekonomi", "ekonomi", "Ekonomi")


def test_the_page_links_to_them_and_the_list_has_a_heading():
    html = block_html(samples.decisions().linked(places_of(HEADINGS)))
    assert '<p class="text-title">' in html
    assert '2024. Se avsnittet <a href="#per-kontoklass">Per kontoklass</a>.</p>' in html
    assert '<p>Ytterligare två beslut, i avsnittet <a href="#malstyrning">Målstyrning</a>.</p>' in html
    assert html.count("<a ") == 2
    assert "&lt;b&gt;vidare&lt;/b&gt;" in html


def test_a_report_that_is_read_has_the_ways_of_its_own_headings():
    document = read_document(samples.sample_notebook())
    (block,) = (item for item in document.items if item.id == "behover-beslut")
    assert block.entries[0].figures.place == Place("Per kontoklass", "avsnitt-per-kontoklass", "Ekonomi")


def test_a_workbook_names_the_sheet():
    book = openpyxl.load_workbook(io.BytesIO(workbook_bytes(read_document(samples.sample_notebook()))))
    lines = [row[0] for row in book["Första sidan"].iter_rows(values_only=True) if row[0]]
    first = lines.index("Att besluta")
    assert [re.sub("\xa0", " ", line) for line in lines[first : first + 10]] == [
        "Att besluta",
        "Nämnden har sett över sin plan.",
        "• Minska utbudet på tre linjer.",
        "2,5 miljoner kronor. Beslutas av nämnden senast den 19 juni 2024.",
        "Annars: Trafiken körs som i dag.",
        "Se bladet Ekonomi, under Per kontoklass.",
        "• Godkänna planen.",
        "Beslutas av regionfullmäktige senast den 30 september 2024.",
        "Annars: Den förra planen gäller <b>vidare</b>.",
        "Ytterligare två beslut, på bladet Målstyrning.",
    ]


def test_the_amounts_are_figures_of_the_list():
    (row,) = figures_of(samples.decisions())
    assert (row["table"], row["row"], row["value"], row["shown"]) == (
        "behover-beslut",
        "item-1",
        2.5,
        "2,5 miljoner kronor",
    )
    assert row["label"].startswith("Minska utbudet på tre linjer. 2,5 miljoner kronor. Beslutas av nämnden")


def test_as_text_it_is_complete():
    assert block_text(samples.decisions()).split("\n") == [
        "Att besluta",
        "Nämnden har sett över sin plan.",
        "",
        "– Minska utbudet på tre linjer. 2,5 miljoner kronor. Beslutas av nämnden senast den 19 juni 2024. "
        "Annars: Trafiken körs som i dag.",
        "– Godkänna planen. Beslutas av regionfullmäktige senast den 30 september 2024. Annars: Den "
        "förra planen gäller <b>vidare</b>.",
        "– Ytterligare två beslut",
    ]


def test_every_word_is_bold():
    assert in_bold(prose_of("Ett *ord*.\n\n- en\n- två")) == [
        {"p": [{"strong": ["Ett ", {"em": ["ord"]}, "."]}]},
        {"ul": [[{"p": [{"strong": ["en"]}]}], [{"p": [{"strong": ["två"]}]}]], "mark": "–"},
    ]
