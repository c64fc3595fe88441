"""A person's Markdown as a safe prose tree (see `blocks.Prose`).

The text comes from spreadsheets, where anything may have been pasted. What the tree has no node for stays as visible
text: raw HTML, code, tables, images, links to elsewhere than http, https or mailto. Nothing is dropped but the marks of
Markdown itself, and no input makes it fail: what is too large or too deep is kept as plain paragraphs.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from followup.presentation.blocks import Prose
from followup.presentation.characters import printable

# A spreadsheet cell holds 32 767 characters. Longer texts are shown, but their Markdown is not looked for.
LONGEST_PARSED = 40_000
DEEPEST_LIST = 4
DEEPEST_INLINE = 6
LONGEST_LINK = 2_000

_SAFE_LINK = re.compile(r"(?:https?://[^\s/?#@\\]+(?:[/?#]\S*)?|mailto:[^\s@?]+@[^\s@?]+(?:\?\S*)?)", re.IGNORECASE)
_BREAK: dict[str, Any] = {"br": True}

Token = dict[str, Any]


def prose_of(text: str, breaks: bool = True) -> Prose:
    """The safe tree of `text`. With `breaks` a line break in the text is one in the tree, as in a spreadsheet's cell;
    without, lines flow together, as in a notebook's Markdown."""
    source = printable(text).expandtabs(4)
    if not source.strip():
        return []
    if len(source) > LONGEST_PARSED:
        return _paragraphs(source)
    prose = _blocks(_parser()(source), breaks, DEEPEST_LIST)
    # A text of marks alone ("---", "-") says something to whoever wrote it.
    return prose if plain_of(prose).strip() else _paragraphs(source)


def parts_of(text: str) -> list[tuple[int, str] | Prose]:
    """A notebook's Markdown cell in order: a heading as (level, its text), what stands between headings as prose."""
    found: list[tuple[int, str] | Prose] = []
    for token in _parser()(printable(text).expandtabs(4)):
        if token["type"] == "heading":
            inline = _inline(token["children"], False, DEEPEST_INLINE)
            found.append((token["attrs"]["level"], " ".join(_plain_inline(inline).split())))
        elif prose := _blocks([token], False, DEEPEST_LIST):
            if found and isinstance(found[-1], list):
                found[-1].extend(prose)
            else:
                found.append(prose)
    return found


def plain_of(prose: Prose) -> str:
    """The text of a tree: a line per paragraph and item, items marked, a link's address after its text."""
    return "\n".join(_plain_lines(prose, ""))


@cache
def _parser() -> Any:
    import mistune

    parser = mistune.create_markdown(renderer=None, plugins=[])
    # "[1]: se bilagan" is a note that someone wrote. As a link definition it would vanish.
    parser.block.rules.remove("ref_link")
    return parser


def _paragraphs(source: str) -> Prose:
    parts = (part.strip() for part in re.split(r"\n\s*\n", source))
    return [{"p": _lines(part)} for part in parts if part]


def _lines(text: str) -> list[Any]:
    found: list[Any] = []
    for line in text.strip("\n").split("\n"):
        if found:
            found.append(_BREAK)
        if line.strip():
            found.append(line.rstrip())
    return found


def _blocks(tokens: list[Token], breaks: bool, depth: int) -> Prose:
    found: Prose = []
    for token in tokens:
        kind = token["type"]
        if kind in ("paragraph", "block_text", "heading"):
            inline = _inline(token["children"], breaks, DEEPEST_INLINE)
            if inline:
                found.append({"p": [{"strong": inline}] if kind == "heading" else inline})
        elif kind == "list":
            found.extend(_list(token, breaks, depth))
        elif "children" in token:  # a quotation
            found.extend(_blocks(token["children"], breaks, depth))
        else:  # code, with the word after its opening fence, and raw HTML
            raw = f"{token.get('attrs', {}).get('info', '')}\n{token.get('raw', '')}".strip("\n")
            if raw.strip() and kind != "thematic_break":
                found.append({"p": _lines(raw)})
    return found


def _list(token: Token, breaks: bool, depth: int) -> Prose:
    """A list, or its items as paragraphs where the marks are not a list's but the text's own."""
    attributes = token["attrs"]
    first = attributes.get("start", 1)
    items = [_blocks(item["children"], breaks, max(depth - 1, 0)) for item in token["children"]]
    if attributes["ordered"]:
        # "2024. Ett bra år" is a sentence; a list would renumber it.
        marks = [f"{first + step}{token['bullet']} " for step in range(len(items))]
        as_text = first != 1
    else:
        marks = [f"{token['bullet']} "] * len(items)
        # "- 5,2 mnkr" may be an amount and its sign, which a bullet would hide.
        as_text = token["bullet"] in "+-" and all(plain_of(item)[:1].isdigit() for item in items)
    if as_text or depth == 0:
        return [paragraph for mark, item in zip(marks, items, strict=True) for paragraph in _marked(mark, item)]
    return [{"ol" if attributes["ordered"] else "ul": [item for item in items if item]}] if any(items) else []


def _marked(mark: str, item: Prose) -> Prose:
    if item and "p" in item[0]:
        return [{"p": _merged([mark, *item[0]["p"]])}, *item[1:]]
    return [{"p": [mark.rstrip()]}, *item]


def _inline(tokens: list[Token], breaks: bool, depth: int) -> list[Any]:
    found: list[Any] = []
    for token in tokens:
        kind = token["type"]
        if kind == "linebreak" or (kind == "softbreak" and breaks):
            found.append(_BREAK)
        elif kind == "softbreak":
            found.append(" ")
        elif "children" in token:
            found.extend(_nested(token, breaks, depth))
        elif kind == "inline_html":
            found.extend(_lines(token["raw"]))
        else:
            found.append(token["raw"])
    return _merged(found)


def _nested(token: Token, breaks: bool, depth: int) -> list[Any]:
    inner = _inline(token["children"], breaks, max(depth - 1, 0))
    node = {"emphasis": "em", "strong": "strong", "link": "a"}.get(token["type"])
    if node is None or depth == 0 or not inner:
        return inner
    if node != "a":
        return [{node: inner}]
    address = token["attrs"]["url"]
    if len(address) > LONGEST_LINK or not _SAFE_LINK.fullmatch(address):
        # Not a link for a public report, but what the writer pointed at is kept as text.
        return [*inner, f" ({address[:LONGEST_LINK]})"]
    return [{"a": inner, "href": address}]


def _merged(inline: list[Any]) -> list[Any]:
    """Neighbouring strings joined, so that equal texts give equal trees."""
    found: list[Any] = []
    for node in inline:
        if isinstance(node, str) and found and isinstance(found[-1], str):
            found[-1] += node
        elif node != "":
            found.append(node)
    return found


def _plain_lines(prose: Prose, indent: str) -> list[str]:
    found: list[str] = []
    for node in prose:
        if "p" in node:
            found.extend(indent + line for line in _plain_inline(node["p"]).split("\n"))
            continue
        ordered = "ol" in node
        for position, item in enumerate(node["ol" if ordered else "ul"], start=1):
            mark = f"{position}. " if ordered else "– "
            lines = _plain_lines(item, "")
            found.append(indent + mark + (lines[0] if lines else ""))
            found.extend(indent + " " * len(mark) + line for line in lines[1:])
    return found


def _plain_inline(inline: list[Any]) -> str:
    found: list[str] = []
    for node in inline:
        if isinstance(node, str):
            found.append(node)
        elif "br" in node:
            found.append("\n")
        elif "a" in node:
            text, address = _plain_inline(node["a"]), node["href"]
            found.append(text if text == address.removeprefix("mailto:") else f"{text} ({address})")
        else:
            found.append(_plain_inline(node["em"] if "em" in node else node["strong"]))
    return "".join(found)
