"""How the PDF of the real reports is set: short, no page half empty, no label too small to read."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import nbformat
import pypdf

from followup.document.blocks import LABEL_UNITS, Heading, Table
from followup.document.document import read_document
from followup.formats.pdf.data import pdf_data
from followup.formats.pdf.pictures import SMALLEST_LABEL

# Pages by the kind of report; a plan and its follow-up are as long as the plan.
MOST_PAGES = {"Månadsrapport": (4, 4), "Uppföljningsrapport": (12, 15), "Årsredovisning": (12, 15)}
EMPTIEST = 0.36
INK = 230
# Where the text begins and ends, as shares of the page's height.
TOP, BOTTOM = 22 / 297, 278 / 297


def test_a_report_has_no_more_pages_than_its_kind_may(report_folder):
    content = pypdf.PdfReader(report_folder / "rapport.pdf")
    kind = content.metadata.title.split()[0]
    of_committee, of_region = MOST_PAGES.get(kind, (40, 40))
    most = of_region if report_folder.name == "REGION" else of_committee
    assert len(content.pages) <= most


def test_no_page_but_the_last_is_much_more_than_a_third_empty(report_folder, tmp_path):
    command = ["pdftoppm", "-r", "24", "-gray", report_folder / "rapport.pdf", tmp_path / "page"]
    subprocess.run(command, check=True, capture_output=True)
    pages = sorted(tmp_path.glob("page-*.pgm"))
    found = [(page.name, _empty(page)) for page in pages[:-1]]
    assert [one for one in found if one[1] > EMPTIEST] == []


def test_no_table_s_caption_is_the_heading_above_it(report_folder):
    heading, found = "", []
    for block in read_document(nbformat.read(report_folder / "rapport.ipynb", as_version=4)).everything:
        heading = block.text if isinstance(block, Heading) else heading
        found += [block.caption] if isinstance(block, Table) and block.caption == heading else []
    assert found == []


def _empty(page: Path) -> float:
    """How much of the page's height is left below the last thing that stands on it."""
    _, size, _, pixels = page.read_bytes().split(b"\n", 3)
    width, height = map(int, size.split())
    if width > height:  # A table across has the page to itself.
        return 0.0
    first, last = round(height * TOP), round(height * BOTTOM)
    inked = [row for row in range(first, last) if min(pixels[row * width : (row + 1) * width]) < INK]
    return 1 - (max(inked, default=first) - first) / (last - first)


def test_the_labels_of_every_chart_have_eight_points(report_folder):
    document = read_document(nbformat.read(report_folder / "rapport.ipynb", as_version=4))
    sizes = {
        picture["title"]: LABEL_UNITS * picture["width"] / float(re.search(r'viewBox="0 0 ([\d.]+)', picture["svg"])[1])
        for picture in _pictures(pdf_data(document, date(2024, 1, 1)))
    }
    assert {title: size for title, size in sizes.items() if size < SMALLEST_LABEL} == {}


def test_no_table_is_set_below_eight_points(report_folder):
    document = read_document(nbformat.read(report_folder / "rapport.ipynb", as_version=4))
    sizes = {table["id"]: table["size"] for table in _tables(pdf_data(document, date(2024, 1, 1)))}
    assert {name: size for name, size in sizes.items() if size < SMALLEST_LABEL} == {}


def test_what_is_hidden_of_people_is_explained_once(report_folder):
    page = (report_folder / "rapport.html").read_text(encoding="utf-8")
    assert page.count("Detsamma gäller det som ett sådant värde skulle kunna räknas fram") <= 1


def _tables(found: Any) -> Iterator[dict[str, Any]]:
    if isinstance(found, dict):
        if found.get("kind") == "table":
            yield found
        for value in found.values():
            yield from _tables(value)
    elif isinstance(found, list):
        for value in found:
            yield from _tables(value)


def _pictures(found: Any) -> Iterator[dict[str, Any]]:
    if isinstance(found, dict):
        if "svg" in found:
            yield found
        for value in found.values():
            yield from _pictures(value)
    elif isinstance(found, list):
        for value in found:
            yield from _pictures(value)
