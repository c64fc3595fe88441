"""Text with structure: what a committee wrote, as a tree that every format draws in its own way."""

from __future__ import annotations

from typing import Any

# A prose tree: block nodes {"p": [inline]}, {"ul": [[block]]} and {"ol": [[block]], "marks": ["1.", "2.", …]}; a "ul"
# may have a "mark", such as "–", and "marks" may be absent. Inline nodes are a string, {"em": [inline]},
# {"strong": [inline]}, {"a": [inline], "href": url} or {"br": true}.
Prose = list[dict[str, Any]]


def marks_of(node: dict[str, Any]) -> list[str]:
    """What stands before each item of a prose tree's list where it is plain text: its mark, or the typed numbers."""
    if "ul" in node:
        return [node.get("mark", "–")] * len(node["ul"])
    return node.get("marks") or [f"{number}." for number in range(1, len(node["ol"]) + 1)]
