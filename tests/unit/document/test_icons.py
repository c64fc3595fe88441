"""The icons of variation and assurance: one for every code, told apart by shape, and hidden from screen readers."""

from __future__ import annotations

import re
from xml.etree import ElementTree

import pytest

from followup.document.icons import ICONS, drawing, icon_files
from followup.document.inline_html import cell_html, symbol_html
from followup.document.tables import grade_cell
from followup.ground.paths import PROJECT
from followup.params.loading import load_params


@pytest.fixture(scope="module")
def scales():
    return load_params(PROJECT / "params").scales


def test_every_kind_of_variation_and_assurance_has_an_icon_of_its_name(scales):
    drawn = {grade.code for name in ("variation", "assurance") for grade in scales[name] if grade.symbol == grade.code}
    assert drawn == set(ICONS)
    other = {grade.code: grade.symbol for name in ("variation", "assurance") for grade in scales[name]}
    assert {code: symbol for code, symbol in other.items() if code != symbol} == {
        "too_few": "none",
        "no_target": "ring",
    }


def test_icons_differ_in_shape_and_not_in_colour_alone():
    shapes = {name: re.sub("TONE|PAPER", "", svg) for name, svg in icon_files().items()}
    assert len(set(shapes.values())) == len(ICONS)
    # What is bad is a filled disc, all else a ring.
    filled = {name for name, svg in icon_files().items() if '<circle cx="12" cy="12" r="12" fill="TONE"/>' in svg}
    assert filled == {"concern_high", "concern_low", "fails"}


@pytest.mark.parametrize("name", ICONS)
def test_an_icon_is_an_svg_with_the_colours_that_it_is_given(name):
    ElementTree.fromstring(icon_files()[name])
    inner = drawing(name, "ink", "white")
    assert "ink" in inner
    assert "TONE" not in inner
    assert "PAPER" not in inner


def test_an_icon_stands_before_its_word_and_is_not_read_aloud(scales):
    cell = grade_cell(scales["variation"], "improvement_low")
    assert cell.text == "Förbättring, lägre"
    found = cell_html(cell)
    assert found.startswith('<span class="graded"><svg class="icon" aria-hidden="true"')
    assert found.endswith("<span>Förbättring, lägre</span></span>")
    assert symbol_html("none", "neutral") == ""
