"""No title or sentence of the code is without a form: also those that no report of the example has."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.claims.grammar import PART, forms

CODE = Path(__file__).parents[2] / "followup"
# What stands in these arguments explains a table or is a heading.
_NO_STATEMENT = {"unit_line", "notes", "source", "caption", "title", "label", "head", "columns", "name", "key"}


def alternatives(words: str) -> Iterator[str]:
    """Every text that a form's words can be, with its parts as a mark."""
    text = PART.sub(lambda part: part["mark"] or (f"<{part['words']}>" if part["words"] else "\0"), words)
    found = re.search(r"<([^<>\[\]]*)>|\[([^<>\[\]]*)\]", text)
    if found is None:
        yield text
        return
    options = found[1].split("|") if found[1] is not None else ["", found[2]]
    for option in options:
        yield from alternatives(text[: found.start()] + option + text[found.end() :])


def fragments(tree: ast.AST) -> Iterator[str]:
    """The words that code writes by itself: constants of two words and more, not those that explain."""
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.keyword) and node.arg in _NO_STATEMENT:
            continue
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and len(node.value.split()) > 1:
            yield node.value.replace("\u00a0", " ")
        if not isinstance(node, ast.Expr):  # a docstring
            yield from fragments(node)


KNOWN = {
    place: "\n".join(
        text for form in forms() if form.where == place for words in form.says for text in alternatives(words)
    )
    for place in ("title", "alt", "sentence")
}
# Of each entry of a list, which a form has as one part.
_IN_LISTS = {", prognos", ", budget", "status saknas"}
CHARTS = sorted(path for path in (CODE / "charts").glob("*.py") if not path.name.startswith(("__", "indicator_")))


@pytest.mark.parametrize("place", ["title", "alt"])
@pytest.mark.parametrize("path", CHARTS, ids=lambda path: path.stem)
def test_every_word_of_a_chart_s_title_and_alt_text_stands_in_a_form(path, place):
    tree = ast.parse(path.read_text(encoding="utf-8"))
    functions = [node for node in tree.body if isinstance(node, ast.FunctionDef) and node.name == place]
    written = [text.strip() for function in functions for text in fragments(function)]
    assert [text for text in written if text not in KNOWN[place] and text not in _IN_LISTS] == []


# A sentence that explains a table's signs, its notes or its source claims nothing of the figures.
_EXPLAINS = (
    *("Belopp i ", "Källa: ", "Intäkter visas", "Förändring är", "Ett streck", "I prognosen ingår", "Inom parentes"),
    *("Intervallet för", "Kommentarerna till", "Utfall mot prognos med plus", "Förslaget gäller."),
    "Vad som händer om ett beslut inte fattas",
)
SECTIONS = sorted((CODE / "sections").rglob("*.py"))


@pytest.mark.parametrize("path", SECTIONS, ids=lambda path: "-".join(path.relative_to(CODE / "sections").parts))
def test_every_whole_sentence_of_a_section_stands_in_a_form(path):
    written = [text.strip() for text in fragments(ast.parse(path.read_text(encoding="utf-8")))]
    whole = [text for text in written if re.fullmatch(r"[A-ZÅÄÖ].*\.", text) and not text.startswith(_EXPLAINS)]
    assert [text for text in whole if text not in KNOWN["sentence"]] == []
