"""A notebook's Markdown cells as headings and prose trees (see `prose.Prose`): CommonMark, as JupyterLab shows it.

The cells are ours. What a committee writes in a spreadsheet is read by `markdown`, which is stricter.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from followup.document.markdown import is_safe_link, merged, plain_inline, text_lines
from followup.document.prose import Inline, Prose
from followup.ground.characters import printable

Token = dict[str, Any]


def parts_of(text: str) -> list[tuple[int, str] | Prose]:
    """A Markdown cell in order: a heading as (level, its text), what stands between headings as prose.

    What the tree has no node for, such as code or a table, stays as text.
    """
    found: list[tuple[int, str] | Prose] = []
    for token in _parser()(printable(text)):
        if token["type"] == "heading":
            found.append((token["attrs"]["level"], " ".join(plain_inline(_inline(token["children"])).split())))
        elif prose := _blocks([token]):
            if found and isinstance(found[-1], list):
                found[-1].extend(prose)
            else:
                found.append(prose)
    return found


@cache
def _parser() -> Any:
    import mistune

    return mistune.create_markdown(renderer=None, plugins=[])


def _blocks(tokens: list[Token]) -> Prose:
    found: Prose = []
    for token in tokens:
        kind = token["type"]
        if kind in ("paragraph", "block_text"):
            found.append({"p": _inline(token["children"])})
        elif kind == "list":
            items = [_blocks(item["children"]) for item in token["children"]]
            if token["attrs"]["ordered"]:
                first = token["attrs"].get("start", 1)
                marks = [f"{first + step}." for step in range(len(items))]
                found.append({"ol": items, "marks": marks})
            else:
                found.append({"ul": items})
        elif "children" in token:  # a quotation
            found.extend(_blocks(token["children"]))
        elif token.get("raw", "").strip():
            found.append({"p": text_lines(token["raw"])})
    return found


def _inline(tokens: list[Token]) -> list[Inline]:
    found: list[Inline] = []
    for token in tokens:
        kind = token["type"]
        if kind == "linebreak":
            found.append({"br": True})
        elif kind == "softbreak":
            found.append(" ")
        elif "children" in token:
            inner = _inline(token["children"])
            if kind == "emphasis":
                found.append({"em": inner})
            elif kind == "strong":
                found.append({"strong": inner})
            elif kind == "link" and is_safe_link(token["attrs"]["url"]):
                found.append({"a": inner, "href": token["attrs"]["url"]})
            else:
                found += [*inner, f" ({token['attrs']['url']})"]
        else:
            found.append(token["raw"])
    return merged(found)
