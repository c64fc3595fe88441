"""What the project's own modules say of themselves and import: each is parsed once for all the tests that ask."""

from __future__ import annotations

import ast
from dataclasses import dataclass
from functools import cache
from importlib.metadata import packages_distributions
from pathlib import Path


@dataclass(frozen=True)
class SourceCode:
    """`imports` are line and full name of every import, also inside functions; a relative one begins with a dot.

    `methods` are the names that are called as `something.name()`.
    """

    lines: int
    docstring: str | None
    imports: tuple[tuple[int, str], ...]
    methods: frozenset[str]


@cache
def source_code(path: Path) -> SourceCode:
    text = path.read_text(encoding="utf-8")
    tree = ast.parse(text)
    imports: list[tuple[int, str]] = []
    methods: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            imports += [(node.lineno, alias.name) for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            module = "." * node.level + (node.module or "")
            imports += [(node.lineno, f"{module}.{alias.name}") for alias in node.names]
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            methods.add(node.func.attr)
    return SourceCode(len(text.splitlines()), ast.get_docstring(tree), tuple(imports), frozenset(methods))


def packages_below(folder: Path) -> set[str]:
    """The top-level names that the modules below a folder import, wherever in them."""
    names = {name for path in folder.rglob("*.py") for _, name in source_code(path).imports}
    return {name.partition(".")[0] for name in names if not name.startswith(".")}


@cache
def owners() -> dict[str, str]:
    """The distribution that each importable name belongs to."""
    return {name: distributions[0] for name, distributions in packages_distributions().items()}
