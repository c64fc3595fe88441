"""Blocks as HTML for a notebook's output: the same fragments as in the report, with their looks written into them.

JupyterLab and VS Code show a fragment among their own pages, under their own style sheets. What JupyterLab has not seen
executed itself, such as a report's own notebook, it does not trust: it then takes away style sheets and drawings, and
leaves style attributes and pictures. So there is no style sheet here: the rules of templates/notebook.css become
attributes of the tags, and a drawing becomes a picture. All is shown alike, trusted or not.

No text is mathematics: JupyterLab would typeset what stands between two dollar signs, and has classes that say not to.
"""

from __future__ import annotations

import re
from base64 import b64encode
from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path

from followup.document.block_html import block_html
from followup.document.blocks import Block
from followup.ground.palette import palette
from followup.ground.paths import templates_folder

# The first is MathJax 3's word, which JupyterLab has, and the second that of MathJax 2 in older programs.
NO_MATHEMATICS = "mathjax_ignore tex2jax_ignore"

_DRAWING = re.compile(r'<svg( class="\w+")?[^>]*?width="(\d+)" height="(\d+)"[^>]*>.*?</svg>', re.DOTALL)
# No attribute has a < or > in it: `escaped` sees to that.
_TAG = re.compile(r"<(/?)([a-z][a-z0-9]*)([^>]*)>")
_CLASSES = re.compile(r' class="([^"]*)"')
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
_SELECTOR = re.compile(r"[a-z0-9]*(\.[a-z-]+)*")
_VARIABLE = re.compile(r"var\(--([a-z-]+)\)")
_EMPTY = frozenset({"br", "img"})

Element = tuple[str, frozenset[str]]  # a tag and its classes


@dataclass(frozen=True)
class Rule:
    """A rule of the sheet: what each of the elements has to be, the outermost first, and what is said of the last."""

    path: tuple[Element, ...]
    said: tuple[tuple[str, str], ...]

    def concerns(self, elements: tuple[Element, ...]) -> bool:
        """Whether the rule is about the last of the elements, each of which stands inside the one before it."""
        *outer, own = self.path
        if not _is(elements[-1], own):
            return False
        around = iter(elements[:-1])
        return all(any(_is(one, wanted) for one in around) for wanted in outer)


def notebook_html(block: Block) -> str:
    """The HTML of a block with its looks in it. Raises ReportError as `block_html`."""
    drawn = _DRAWING.sub(_picture, block_html(block))
    return _dressed(f'<div class="followup {NO_MATHEMATICS}">{drawn}</div>')


def _picture(drawing: re.Match[str]) -> str:
    """An inline drawing as a picture without words, since the word stands beside it."""
    alone = drawing[0].replace("<svg", '<svg xmlns="http://www.w3.org/2000/svg"', 1)
    look, width, height = drawing.groups("")
    data = b64encode(alone.encode()).decode("ascii")
    return f'<img{look} alt="" width="{width}" height="{height}" src="data:image/svg+xml;base64,{data}">'


def _dressed(fragment: str) -> str:
    """The fragment, each tag with the attribute that the sheet's rules make."""
    around: list[Element] = []

    def tag(match: re.Match[str]) -> str:
        closing, name, attributes = match.groups()
        if closing:
            around.pop()
            return match[0]
        found = _CLASSES.search(attributes)
        around.append((name, frozenset(found[1].split()) if found else frozenset()))
        look = _look(tuple(around), templates_folder())
        if name in _EMPTY:
            around.pop()
        return f'<{name}{attributes} style="{look}">' if look else match[0]

    return _TAG.sub(tag, fragment)


@cache
def _look(elements: tuple[Element, ...], folder: Path) -> str:
    found: dict[str, str] = {}
    for rule in _rules(folder):
        if rule.concerns(elements):
            # What is said last stands last: `border` after a `border-top` takes it away.
            found = {name: found[name] for name in found if name not in dict(rule.said)} | dict(rule.said)
    return ";".join(f"{name}:{value}" for name, value in found.items())


@cache
def _rules(folder: Path) -> tuple[Rule, ...]:
    """The sheet's rules in order. Raises ValueError for a selector that has more than tags, classes and spaces."""
    sheet = _COMMENT.sub("", (folder / "notebook.css").read_text(encoding="utf-8"))
    colours = {name.replace("_", "-"): colour for name, colour in asdict(palette()).items()}
    sheet = _VARIABLE.sub(lambda name: colours[name[1]], sheet)
    found = []
    for selectors, body in _RULE.findall(sheet):
        pairs = (each.partition(":") for each in body.split(";") if each.strip())
        said = tuple((name.strip(), value.strip()) for name, _, value in pairs)
        found += [Rule(_path(selector.strip()), said) for selector in selectors.split(",")]
    return tuple(found)


def _path(selector: str) -> tuple[Element, ...]:
    if not all(map(_SELECTOR.fullmatch, selector.split())):
        raise ValueError(f"templates/notebook.css: {selector!r} has more than tags, classes and spaces")
    parts = (one.split(".") for one in selector.split())
    return tuple((tag, frozenset(classes)) for tag, *classes in parts)


def _is(element: Element, wanted: Element) -> bool:
    return wanted[0] in ("", element[0]) and wanted[1] <= element[1]
