"""A document as one HTML page: no script, no request to anywhere, the same bytes for the same document.

What a designer edits is templates/report.html.j2 and templates/report.css; the fonts that the style sheet names are
set into the page.
"""

from __future__ import annotations

import re
from base64 import b64encode
from dataclasses import asdict
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from followup.document.document import Document
from followup.document.inline_html import cell_html, prose_html, symbol_html, text_html
from followup.formats.html.symbol_face import symbol_face, symbols_in
from followup.ground.characters import printable
from followup.ground.palette import palette
from followup.ground.paths import templates_folder

# What stands beside the page in the report's folder, under fixed names.
FILES = (
    ("rapport.pdf", "Rapporten som PDF"),
    ("rapport.xlsx", "Tabellerna i Excel"),
    ("figures.csv", "Alla siffror med källa (CSV)"),
    ("rapport.ipynb", "Öppna beräkningsunderlaget (notebook)"),
)


def html_page(document: Document) -> str:
    """The report page of `document`, ending in a line end."""
    body = [item for item in document.items if item is not document.cover]
    contents = _contents(document)
    return render("report.html.j2", document=document, cover=document.cover, items=body, contents=contents, files=FILES)


def _contents(document: Document) -> list[dict[str, Any]]:
    """The sections, each with its parts where blocks divide it, as a plan's objectives do; else the section alone."""
    sections: list[dict[str, Any]] = []
    for item in document.items:
        if item["kind"] == "heading" and item["level"] == 2:
            sections.append({"id": item["id"], "text": item["text"], "parts": []})
        elif item["kind"] == "heading" and item["level"] == 3 and sections:
            sections[-1]["parts"].append(item)
    for section in sections:
        if not any("html" in part for part in section["parts"]):
            section["parts"] = []
    return sections


def render(template: str, **values: Any) -> str:
    """A template of templates/ with our style sheet in it and a policy that allows that style sheet and no other.

    A page with signs that the text's face lacks carries those of the symbols' face, and no more than those.
    """

    def rendered(style: str) -> str:
        page = _environment(templates_folder()).get_template(template)
        return page.render(style=style, policy=_policy(style), **values)

    style = _style(templates_folder())
    page = rendered(style)
    signs = symbols_in(page)
    return rendered(style + symbol_face(signs)) if signs else page


@cache
def _environment(folder: Path) -> Any:
    import jinja2
    from markupsafe import Markup

    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(folder),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        finalize=lambda value: printable(value) if type(value) is str else value,
        # A template may be edited while JupyterLab runs.
        auto_reload=True,
    )
    environment.filters |= {
        "cell": lambda cell: Markup(cell_html(cell)),
        "prose": lambda prose: Markup(prose_html(prose)),
        "lines": lambda text: Markup(text_html(text)),
    }
    environment.globals["symbol"] = lambda name, tone: Markup(symbol_html(name, tone))
    return environment


def _style(folder: Path) -> str:
    sheet = folder / "report.css"
    return _colours() + _with_fonts(sheet.read_text(encoding="utf-8"), folder)


def _colours() -> str:
    """The palette as custom properties: `watch_tint` is --watch-tint."""
    named = (f"--{name.replace('_', '-')}: {colour};" for name, colour in asdict(palette()).items())
    return f":root {{ {' '.join(named)} }}\n"


@cache
def _with_fonts(sheet: str, folder: Path) -> str:
    def embedded(match: re.Match[str]) -> str:
        font = b64encode((folder / match[1]).read_bytes()).decode("ascii")
        return f"url(data:font/woff2;base64,{font})"

    # Comments are for the designer; the page has no use for them.
    lean = re.sub(r"/\*.*?\*/\n?", "", sheet, flags=re.DOTALL)
    return re.sub(r"url\((fonts/[\w-]+\.woff2)\)", embedded, lean)


def _policy(style: str) -> str:
    digest = b64encode(sha256(style.encode()).digest()).decode("ascii")
    return (
        f"default-src 'none'; img-src data:; style-src 'sha256-{digest}'; font-src data:; base-uri 'none'; "
        "form-action 'none'"
    )
