"""Every figure that is made of a number says how: without that, figures.csv could not say how it was made.

Sums, differences, shares and means say it by themselves. A `Figure(…)` outside `ground` is missing, counts rows, or has
its `made`; and no figure is given another value without it. The rules make figures to compare, which nobody is shown.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator

import pytest

from followup.ground.paths import PROJECT

PACKAGE = PROJECT / "followup"
ROOMS = [
    path.name
    for path in sorted(PACKAGE.iterdir())
    if (path / "__init__.py").exists() and path.name not in ("ground", "checks", "example")
]


def silent(source: str) -> Iterator[int]:
    """The lines where a figure gets a value and nothing says how."""
    for node in ast.walk(ast.parse(source)):
        if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name):
            continue
        given = {keyword.arg: keyword.value for keyword in node.keywords}
        # A problem and a correction have a value too, which is a text.
        is_problem = not {"rule", "found", "was"}.isdisjoint(given)
        if node.func.id == "replace" and "value" in given and "made" not in given and not is_problem:
            yield node.lineno
        if node.func.id != "Figure" or "made" in given:
            continue
        value, unit = (*node.args[:2], None, None)[:2]
        is_missing = isinstance(value, ast.Constant) and value.value is None
        is_count = ast.unparse(unit) in ("COUNT", "'antal'") if unit is not None else False
        if not is_missing and not is_count:
            yield node.lineno


@pytest.mark.parametrize("room", ROOMS)
def test_every_figure_says_how_it_is_made(room: str) -> None:
    found = [
        f"{path.relative_to(PROJECT).as_posix()}:{line}"
        for path in sorted((PACKAGE / room).rglob("*.py"))
        for line in silent(path.read_text(encoding="utf-8"))
        if "agreement" not in path.parts
    ]
    assert found == []


def test_a_silent_figure_is_found() -> None:
    said = "Figure(None, PERCENT, origin, why)\nFigure(float(number), COUNT, origin)\nFigure(1.0, KRONOR, made=made)\n"
    assert list(silent(said)) == []
    assert list(silent("Figure(1.0, KRONOR, origin)\nFigure(value)\nreplace(figure, value=2.0)\n")) == [1, 2, 3]
