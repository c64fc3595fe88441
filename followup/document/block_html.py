"""Blocks as HTML fragments, for a notebook's output and for the HTML report.

Every text is escaped, here, in `inline_html` or in `table_html`. The classes are hooks for templates/report.css;
without them the fragments are plain tables, lists and figures that read well in JupyterLab. There are no style
attributes, which the report's Content-Security-Policy forbids. The report's page writes its headings itself.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Callable
from typing import Any

from followup.document.inline_html import cell_html, escaped, line_html, prose_html, symbol_html, text_html
from followup.document.table_html import below_html, table_html
from followup.ground.errors import ReportError

Content = dict[str, Any]

ATTENTION_TITLE = "Att ta ställning till"


def block_html(content: Content) -> str:
    """The HTML of a block's JSON. Raises ReportError for a kind that is not known, so that nothing vanishes."""
    render = _RENDERERS.get(str(content.get("kind")))
    if render is None:
        raise ReportError(f"Blocket ”{content.get('id', '')}” är av den okända sorten ”{content.get('kind', '')}”.")
    return render(content)


def is_block(content: Content) -> bool:
    """Whether the JSON is of a kind that can be shown."""
    return content.get("kind") in _RENDERERS


def _sentence(sentence: list[Any]) -> str:
    return "".join(
        escaped(part) if isinstance(part, str) else f'<span class="value">{cell_html(part)}</span>' for part in sentence
    )


def _cover(content: Content) -> str:
    example = line_html("example", "Exempeldata") if content["example"] else ""
    return (
        f'<div class="cover" id="{escaped(content["id"])}">{example}{line_html("committee", content["committee"])}'
        f"<h1>{text_html(content['title'])}</h1>"
        f"<dl><div><dt>Period</dt><dd>{text_html(content['span'])}</dd></div>"
        f"<div><dt>Status</dt><dd>{cell_html(content['status'])}</dd></div></dl>"
        f"{line_html('handed-in', content['handed_in'])}</div>"
    )


def _heading(content: Content) -> str:
    return f'<h{content["level"]:d} id="{escaped(content["id"])}">{text_html(content["text"])}</h{content["level"]:d}>'


def _tiles(content: Content) -> str:
    tiles = []
    for tile in content["tiles"]:
        lines = "".join(f"<li>{_sentence(line)}</li>" for line in tile["lines"])
        tiles.append(
            f'<li><p class="tile-label">{text_html(tile["label"])}</p>'
            f'<p class="tile-main"><strong>{cell_html(tile["main"])}</strong></p>'
            + (f'<ul role="list">{lines}</ul>' if lines else "")
            + "</li>"
        )
    # Safari forgets that a list without bullets is a list unless the role says so.
    return f'<ul class="tiles" role="list" id="{escaped(content["id"])}">{"".join(tiles)}</ul>'


def _text(content: Content) -> str:
    role, title = content["role"], content["title"]
    drawing = ""
    if role == "attention":
        title = title or ATTENTION_TITLE
        drawing = symbol_html("triangle", "watch")
    label = f'<p class="text-title">{drawing}<strong>{text_html(title)}</strong></p>' if title else ""
    paragraphs = "".join(f"<p>{_sentence(sentence)}</p>" for sentence in content["paragraphs"])
    items = "".join(f"<li>{_sentence(sentence)}</li>" for sentence in content["items"])
    return (
        f'<div class="text {escaped(role)}" id="{escaped(content["id"])}">{label}{paragraphs}'
        + (f"<ul>{items}</ul>" if items else "")
        + "</div>"
    )


def _comment(content: Content) -> str:
    if content["role"] == "attention":
        drawing = symbol_html("triangle", "watch")
        return (
            f'<div class="text attention" id="{escaped(content["id"])}">'
            f'<p class="text-title">{drawing}<strong>{text_html(content["title"])}</strong></p>'
            f"{prose_html(content['prose'])}</div>"
        )
    return (
        f'<figure class="comment" id="{escaped(content["id"])}">'
        + (f"<figcaption><strong>{text_html(content['title'])}</strong></figcaption>" if content["title"] else "")
        + f"<blockquote>{prose_html(content['prose'])}</blockquote></figure>"
    )


def _chart(content: Content, width: int = 620) -> str:
    picture = b64encode(content["svg"].encode()).decode("ascii")
    return (
        f'<figure class="chart" id="{escaped(content["id"])}">'
        f"<figcaption><strong>{text_html(content['title'])}</strong><br>"
        f'<span class="unit-line">{text_html(content["unit_line"])}</span></figcaption>'
        f'<img src="data:image/svg+xml;base64,{picture}" width="{width}" alt="{escaped(content["alt"])}">'
        f"{below_html(content)}"
        f"<details><summary>Siffrorna i diagrammet</summary>{table_html(content['data'])}</details></figure>"
    )


def _gallery(content: Content) -> str:
    charts = "".join(_chart(chart, width=360) for chart in content["charts"])
    return (
        f'<div class="gallery" id="{escaped(content["id"])}">{line_html("gallery-title", content["title"])}'
        f'<div class="charts">{charts}</div></div>'
    )


_RENDERERS: dict[str, Callable[[Content], str]] = {
    "cover": _cover,
    "heading": _heading,
    "tiles": _tiles,
    "text": _text,
    "comment": _comment,
    "table": table_html,
    "chart": _chart,
    "gallery": _gallery,
}
