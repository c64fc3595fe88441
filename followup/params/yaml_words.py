"""Words and lists as somebody would write them in a file of params, with quotation marks only where they are needed."""

from __future__ import annotations

import io
import json
import re
from typing import Any

import yaml

# What the reader of params takes for a number although PyYAML does not: 1.5e3.
_NUMBER = re.compile(r"[-+]?[0-9][0-9.eE+-]*")
_TEXT = "tag:yaml.org,2002:str"


class _Dumper(yaml.SafeDumper):
    """Only asked what a text would be read as."""

    analyze_scalar: Any
    resolve: Any


_ANALYSIS = _Dumper(io.StringIO(), allow_unicode=True)


def is_bare(text: str) -> bool:
    """Whether a text needs no quotation marks, wherever it stands and whoever reads it."""
    if not text or _NUMBER.fullmatch(text):
        return False
    is_text = _ANALYSIS.resolve(yaml.ScalarNode, text, (True, False)) == _TEXT
    return bool(is_text and _ANALYSIS.analyze_scalar(text).allow_flow_plain)


def in_quotes(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def written(value: Any) -> str:
    """A value on one line: a text, a number, a truth value, or lists and groups of them."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{written(key)}: {written(one)}" for key, one in value.items()) + "}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(map(written, value)) + "]"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return f"{value:g}"
    return value if is_bare(value) else in_quotes(value)
