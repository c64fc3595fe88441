"""A document as one HTML page: no script, no request to anywhere, the same bytes for the same document.

What a designer edits is templates/report.html.j2 and templates/report.css; the fonts that the style sheet names are
set into the page.
"""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

from followup.document.block_html import block_html
from followup.document.blocks import Block, Chart, Gallery, Heading, Table, Text
from followup.document.document import APPENDIX_TITLE, Document, slug
from followup.document.glossary import Glossary
from followup.document.inline_html import cell_html, symbol_html, text_html
from followup.document.written import Passage, WrittenHeading
from followup.formats.files import linked_files
from followup.formats.html.addresses import address_html, with_addresses
from followup.formats.html.folds import parts_of
from followup.formats.html.symbol_face import symbol_face, symbols_in
from followup.ground.characters import printable
from followup.ground.palette import palette
from followup.ground.paths import templates_folder
from followup.ground.unbroken import unbroken
from followup.params.loading import load_params
from followup.params.texts import FaultWords

if TYPE_CHECKING:
    from jinja2 import Environment

    from followup.params.params import Params


GLOSSARY_TITLE = "Ordlista"
# The blocks whose words are the report's own, and no person's.
_OURS = (Text, Passage, Table, Chart, Gallery)
# The titles that `block_html` writes.
_TITLE = re.compile(r'<p class="text-title">(.*?)</p>', re.DOTALL)


@dataclass(frozen=True)
class Section:
    """A section in the page's contents, with the parts of it that are listed there."""

    id: str
    text: str
    parts: list[Heading] = field(default_factory=list)


@dataclass(frozen=True)
class Fault:
    """The line on faults in accessibility: what to do, of the organisation's statement, and its web address if any."""

    text: str
    statement: str
    address: str


def html_page(document: Document) -> str:
    """The report page of `document`, ending in a line end. Raises ReportError for what is wrong in params/."""
    params = load_params()
    glossary = Glossary(params.page.glossary)
    items = _drawn([item for item in document.items if item is not document.cover], 1, glossary)
    appendix = _drawn(document.appendix, 2, glossary)
    terms = glossary.used(html for _, html in (*items, *appendix))
    return render(
        "report.html.j2",
        document=document,
        cover=document.cover,
        cover_html=block_html(document.cover),
        parts=parts_of(items),
        appendix=parts_of(appendix, looked_up=True),
        appendix_title=APPENDIX_TITLE,
        terms=terms,
        glossary_title=GLOSSARY_TITLE,
        contents=[*_contents(document), *([Section(slug(GLOSSARY_TITLE), GLOSSARY_TITLE)] if terms else [])],
        files=linked_files(),
        fault=_fault(params),
    )


def _drawn(items: Sequence[Block], level: int, glossary: Glossary) -> list[tuple[Block, str]]:
    """The blocks with their HTML: addresses to copy, words that lead to the glossary, and titles that are headings, one
    level below the heading that they stand under."""
    found = []
    for item in items:
        if isinstance(item, Heading):
            level = item.level
            if level == 2:
                glossary.section()
        heading = rf'<h{level + 1} class="text-title">\1</h{level + 1}>'
        html = with_addresses(item, _TITLE.sub(heading, block_html(item)))
        found.append((item, glossary.linked(html) if isinstance(item, _OURS) else html))
    return found


def _fault(params: Params) -> Fault:
    """What a reader who meets a fault in accessibility can do."""
    texts, given = params.texts, params.page.accessibility
    return Fault(
        texts.accessibility_fault.filled(FaultWords(contact=given.contact + (f", {given.mail}" if given.mail else ""))),
        texts.accessibility_statement if given.statement else texts.accessibility_asked,
        given.statement,
    )


def _contents(document: Document) -> list[Section]:
    """The sections, each with its parts where blocks divide it, as a plan's objectives do; else the section alone."""
    sections: list[Section] = []
    for item in document.items:
        if isinstance(item, Heading) and item.level == 2:
            sections.append(Section(item.id, item.text))
        elif isinstance(item, Heading) and item.level == 3 and sections:
            sections[-1].parts.append(item)
    if document.appendix:
        parts = [item for item in document.appendix if isinstance(item, Heading) and item.level == 3]
        return [*_divided(sections), Section(slug(APPENDIX_TITLE), APPENDIX_TITLE, parts)]
    return _divided(sections)


def _divided(sections: list[Section]) -> list[Section]:
    for section in sections:
        if all(isinstance(part, WrittenHeading) for part in section.parts):
            section.parts.clear()
    return sections


def render(template: str, sheet: str = "", script: str = "", **values: Any) -> str:
    """A template of templates/ with our style sheet in it and a policy that allows that style sheet and no other.

    `sheet` is added to it. A page with a `script` of its own, which the template writes as it is, is allowed that one.
    A page with signs that the text's face lacks carries those of the symbols' face, and no more than those.
    """

    def rendered(style: str) -> str:
        page = _environment(templates_folder()).get_template(template)
        return page.render(style=style, policy=_policy(style, script), script=script, **values)

    style = _style(templates_folder()) + sheet
    page = rendered(style)
    signs = symbols_in(page)
    return rendered(style + symbol_face(signs)) if signs else page


@cache
def _environment(folder: Path) -> Environment:
    import jinja2
    from markupsafe import Markup, escape

    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(folder),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        finalize=lambda value: unbroken(printable(value)) if type(value) is str else value,
        # A template may be edited while JupyterLab runs.
        auto_reload=True,
    )
    environment.filters |= {
        "cell": lambda cell: Markup(cell_html(cell)),
        # What is copied into a file is not changed for the eye.
        "verbatim": lambda text: escape(printable(text)),
        "lines": lambda text: Markup(text_html(text)),
        "address": lambda name, of: Markup(address_html(name, of)),
    }
    environment.globals["symbol"] = lambda name, tone: Markup(symbol_html(name, tone))
    return environment


def _style(folder: Path) -> str:
    sheet, cards = ((folder / name).read_text(encoding="utf-8") for name in ("report.css", "cards.css"))
    return palette().css + _with_fonts(_with_cards(sheet, cards), folder)


def _with_cards(sheet: str, cards: str) -> str:
    """The style sheet with the rules of cards.css for each `@cards selector;`: one look at several widths."""
    return re.sub(r"@cards ([^;]+);", lambda match: cards.replace("CARDS", match[1]), sheet)


@cache
def _with_fonts(sheet: str, folder: Path) -> str:
    def embedded(match: re.Match[str]) -> str:
        font = b64encode((folder / match[1]).read_bytes()).decode("ascii")
        return f"url(data:font/woff2;base64,{font})"

    # Comments are for the designer; the page has no use for them.
    lean = re.sub(r"/\*.*?\*/\n?", "", sheet, flags=re.DOTALL)
    return re.sub(r"url\((fonts/[\w-]+\.woff2)\)", embedded, lean)


def _policy(style: str, script: str) -> str:
    scripts = f"script-src {_hash_of(script)}; " if script else ""
    return (
        f"default-src 'none'; img-src data:; style-src {_hash_of(style)}; {scripts}font-src data:; base-uri 'none'; "
        "form-action 'none'"
    )


def _hash_of(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode('ascii')}'"
