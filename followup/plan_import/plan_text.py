"""The file of a plan as text, as somebody would write it by hand: short entries on a line, long texts folded."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import yaml

from followup.params.plan.file import LevelEntry
from followup.params.yaml_words import in_quotes, is_bare, written
from followup.plan_import.drafts import Draft

WIDTH = 120
_STEP = 2
# A line that began so would be an item of a list.
_ITEM = re.compile(r" (?=(?:[-*]|[0-9]+\.) )")
_TEXT, _MAP, _LIST = "tag:yaml.org,2002:str", "tag:yaml.org,2002:map", "tag:yaml.org,2002:seq"


class _Dumper(yaml.SafeDumper):
    """Lists are indented below their key, and a folded text is broken before the edge, not after it."""

    indent: int
    write_indicator: Any
    write_indent: Any

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        super().increase_indent(flow, False)

    def write_folded(self, text: str) -> None:
        self.write_indicator(">-", True)
        for line in _wrapped(text, self.indent):
            self.write_indent()
            self.write_indicator(line, False)


def plan_text(
    comment: Iterable[str], head: Mapping[str, Any], levels: Sequence[LevelEntry], roots: Iterable[Draft]
) -> str:
    """The whole file: `comment` as lines of a comment, the keys of `head`, and then the entries."""
    lines = [line for paragraph in comment for line in textwrap.wrap(paragraph, WIDTH - 2)]
    content = {**head, "nodes": [_entry(root, 0, levels) for root in roots]}
    # As wide as it gets: what is on one line is known to fit.
    text = yaml.serialize(_node(content, 0), Dumper=_Dumper, allow_unicode=True, width=1_000_000)
    return "".join(f"# {line}\n" for line in lines) + str(text)


def _entry(draft: Draft, depth: int, levels: Sequence[LevelEntry]) -> dict[str, Any]:
    """An entry's keys; `depth` is the level that it would have without saying so."""
    found: dict[str, Any] = {"code": draft.code, "name": draft.name}
    if draft.depth != depth:
        found["level"] = levels[draft.depth].code
    if draft.committees is not None:
        found["committees"] = list(draft.committees)
    more = {
        "due": draft.due,
        "carried_over": draft.carried_over,
        "note": "; ".join(draft.notes),
        "text": _paragraphs(draft.text),
        "children": [_entry(child, draft.depth + 1, levels) for child in draft.children],
    }
    return found | {key: value for key, value in more.items() if value}


def _paragraphs(text: str) -> str:
    """The lines of a cell as paragraphs of Markdown: there, what is not parted by an empty line goes on."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    kept = [lines[0]] if lines else []
    for line in lines[1:]:
        kept += [line] if _ITEM.match(f" {line}") else ["", line]
    return "\n".join(kept)


def _node(value: Any, indent: int) -> yaml.Node:
    """A value with its form: on one line if it fits beside what stands to its left, below its key otherwise."""
    if isinstance(value, dict):
        is_short = _is_plain(value) and indent > 0 and indent + len(_on_one_line(value)) <= WIDTH
        pairs = [(_node(key, 0), _node(one, indent + _room(key, one))) for key, one in value.items()]
        return yaml.MappingNode(_MAP, pairs, flow_style=is_short)
    if isinstance(value, list):
        is_short = all(isinstance(one, str) for one in value)
        return yaml.SequenceNode(_LIST, [_node(one, indent + _STEP) for one in value], flow_style=is_short)
    if isinstance(value, int):
        return yaml.ScalarNode("tag:yaml.org,2002:int", str(value))
    if "\n" in value:
        lines = (line for paragraph in value.split("\n") for line in _wrapped(paragraph, indent) or [""])
        return yaml.ScalarNode(_TEXT, "\n".join(lines) + "\n", style="|")
    if is_bare(value):
        return yaml.ScalarNode(_TEXT, value, style=">" if indent + len(value) > WIDTH else None)
    return yaml.ScalarNode(_TEXT, value, style=">" if indent + len(in_quotes(value)) > WIDTH else '"')


def _room(key: str, value: Any) -> int:
    """How far to the right of its key a value begins."""
    return _STEP if isinstance(value, dict | list) or "\n" in str(value) else len(key) + 2


def _is_plain(entry: dict[str, Any]) -> bool:
    values = [value for key, value in entry.items() if key != "committees"]
    return not any(isinstance(value, dict | list) or "\n" in str(value) for value in values)


def _on_one_line(entry: dict[str, Any]) -> str:
    words = {
        key: f"[{', '.join(value)}]" if isinstance(value, list) else written(value) for key, value in entry.items()
    }
    return "{" + ", ".join(f"{key}: {word}" for key, word in words.items()) + "}"


def _wrapped(text: str, indent: int) -> list[str]:
    """A paragraph in lines of the file, none of which looks like an item of a list if the first does not."""
    glued = _ITEM.sub("\0", text)
    lines = textwrap.wrap(
        glued, max(40, WIDTH - indent), break_long_words=False, break_on_hyphens=False, replace_whitespace=False
    )
    return [line.replace("\0", " ") for line in lines]
