from __future__ import annotations

import re
from base64 import b64decode

import pytest
import samples

from followup.document.block_html import block_html
from followup.document.blocks import Block, Heading, Text
from followup.document.document import read_document
from followup.document.icons import ICONS
from followup.document.notebook_html import _dressed, _look, _path, _rules, notebook_html
from followup.ground.palette import palette
from followup.ground.paths import templates_folder

ICON = samples.Cell("Förbättring", symbol=ICONS[2], tone="good")
GROUPED = samples.Table(
    "grupper",
    "Grupper",
    (samples.Column("name", "Namn", "text"), samples.Column("day", "Dag", "status")),
    (samples.Row("g", (samples.Cell("Grupp"),), "group"), samples.Row("r", (samples.Cell("2024-05-08"), ICON))),
)
BLOCKS: tuple[Block, ...] = (
    *read_document(samples.sample_notebook()).items,
    Heading("rubrik", "Rubrik"),
    Heading("under", "Under", 4),
    Text("omdome", role="verdict", title="Omdöme", paragraphs=(["Underskott."],)),
    GROUPED,
)
TAGS = re.compile("<[^>]+>")


@pytest.mark.parametrize("block", BLOCKS, ids=lambda block: f"{block.kind}-{block.id}")
def test_a_block_has_all_its_words_and_needs_nothing_that_a_notebook_takes_away(block: Block) -> None:
    plain, dressed = block_html(block), notebook_html(block)
    assert [text for text in TAGS.split(dressed) if text] == [text for text in TAGS.split(plain) if text]
    assert not re.search("<(style|svg|script|link)", dressed)
    assert dressed.startswith('<div class="followup mathjax_ignore tex2jax_ignore" style="')
    assert dressed.count("<div") == dressed.count("</div>")


def test_a_sign_is_a_picture_in_its_colour() -> None:
    drawn = re.findall(r'<img alt="" width="12" height="12" src="data:image/svg\+xml;base64,([^"]+)"', _goals())
    pictures = [b64decode(one).decode() for one in drawn]
    assert all(one.startswith('<svg xmlns="http://www.w3.org/2000/svg"') for one in pictures)
    assert {colour for one in pictures for colour in re.findall("#[0-9A-F]{6}", one)} >= {
        palette().good,
        palette().watch,
        palette().bad,
    }


def test_prose_is_set_to_the_left_and_numbers_to_the_right() -> None:
    looks = dict(
        re.findall(r'<td[^>]* class="(\w+)"[^>]* style="([^"]+)"', _goals() + notebook_html(samples.economy()))
    )
    assert {kind: re.findall("text-align:(left|right)", look) for kind, look in looks.items()} == {
        "status": ["left"],
        "prose": ["left"],
        "number": ["right"],
    }


def test_every_rule_of_the_sheet_is_about_something() -> None:
    met = {element for block in BLOCKS for element in _elements(notebook_html(block))}
    rules = _rules(templates_folder())
    assert [rule.path for rule in rules if not any(rule.concerns(one) for one in met)] == []


def test_the_later_of_two_rules_holds() -> None:
    cell = (("table", frozenset[str]()), ("tbody", frozenset[str]()), ("td", frozenset({"number"})))
    assert "text-align:right" in _look(cell, templates_folder())


def test_a_selector_says_what_stands_inside_what() -> None:
    assert _path("tr.group th") == (("tr", frozenset({"group"})), ("th", frozenset()))
    assert _path(".tiles") == (("", frozenset({"tiles"})),)
    with pytest.raises(
        ValueError, match=r"^templates/notebook.css: 'main > p' has more than tags, classes and spaces$"
    ):
        _path("main > p")


def test_a_tag_inside_another_of_the_same_name_has_its_own_looks() -> None:
    inner = _dressed('<ul class="tiles"><li>a<ul><li>b</li></ul></li></ul><p>c</p>')
    outer, own = re.findall(r'<li style="([^"]*)"', inner)
    assert outer.endswith(f"border-top:3px solid {palette().muted};background-color:{palette().surface}")
    assert own.endswith("margin:0;padding:0;border:none;font-size:14px")
    assert inner.endswith('<p style="margin:0 0 8px">c</p>')


def _goals() -> str:
    return notebook_html(samples.goals())


def _elements(fragment: str) -> set[tuple[tuple[str, frozenset[str]], ...]]:
    """Every tag of a fragment with what it stands in, found without the module that is tested."""
    found, around = set(), []
    for closing, name, rest in re.findall(r"<(/?)(\w+)([^>]*)>", fragment):
        if closing:
            around.pop()
            continue
        classes = re.search('class="([^"]*)"', rest)
        around.append((name, frozenset(classes[1].split() if classes else ())))
        found.add(tuple(around))
        if name in ("img", "br"):
            around.pop()
    return found
