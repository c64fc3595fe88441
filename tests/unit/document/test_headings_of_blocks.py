"""Headings that blocks bring: a plan's objectives in the page, its contents and the PDF's data."""

from datetime import date

import pytest
import samples

from followup.document.block_html import block_html
from followup.document.blocks import Heading
from followup.document.document import read_document
from followup.document.plain import block_text
from followup.formats.html.page import html_page
from followup.formats.pdf.data import pdf_data
from followup.ground.errors import ReportError


def document(*cells):
    return read_document(samples.notebook_of([samples.code_cell("x", samples.cover()), *cells]))


def heading(number: int, text: str, level: int = 3):
    return samples.code_cell("x", Heading(f"del-{number}", text, level))


def test_a_heading_is_one_in_every_form():
    content = Heading("del-1", "Vård & omsorg <1>")
    assert block_html(content) == '<h3 id="del-1">Vård &amp; omsorg &lt;1&gt;</h3>'
    assert block_text(content) == "Vård & omsorg <1>"


def test_the_contents_of_the_page_lead_to_it():
    found = document(
        samples.markdown_cell("## Planen"),
        heading(1, "Delmål 1: Vård"),
        heading(2, "Uppdrag: Närmare", 4),
        heading(3, "Delmål 2: Resor"),
        samples.markdown_cell("## Budget\n\n### Drift"),
    )
    assert [(item.level, item.id) for item in found.items if isinstance(item, Heading)] == [
        *((2, "avsnitt-planen"), (3, "del-1"), (4, "del-2"), (3, "del-3"), (2, "avsnitt-budget"), (3, "avsnitt-drift"))
    ]
    page = html_page(found)
    assert '<h3 id="del-1">Delmål 1: Vård</h3>' in page
    assert '<h4 id="del-2">Uppdrag: Närmare</h4>' in page
    # Once beside the report and once folded above it; neither level 4 nor the notebook's own level 3.
    for anchor, times in (("del-1", 2), ("del-3", 2), ("del-2", 0), ("avsnitt-drift", 0)):
        assert page.count(f'<a href="#{anchor}">') == times, anchor


def test_the_pdf_lists_levels_two_and_three():
    parts = [heading(number, f"Del {number}") for number in range(1, 5)]
    found = document(
        samples.markdown_cell("## Planen"), *parts, samples.markdown_cell("## Budget"), heading(5, "Ramar")
    )
    data = pdf_data(found, date(2024, 1, 1))
    assert [(item["level"], item["text"], item["second_column"]) for item in data["items"]] == [
        (2, "Planen", False),
        *((3, f"Del {number}", False) for number in range(1, 5)),
        (2, "Budget", True),
        (3, "Ramar", False),
    ]
    assert data["has_contents"]


def test_a_report_of_a_few_sections_has_no_contents():
    found = document(samples.markdown_cell("## Planen"), heading(1, "Vård"), samples.markdown_cell("## Budget"))
    assert not pdf_data(found, date(2024, 1, 1))["has_contents"]


def test_a_heading_may_not_skip_a_level():
    with pytest.raises(ReportError) as stopped:
        document(samples.markdown_cell("## Planen"), heading(1, "Uppdrag", 4))
    assert str(stopped.value) == "Rubriken ”Uppdrag” på nivå 4 (####) saknar en rubrik på nivå 3 (###) före sig."
