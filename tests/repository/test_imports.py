"""The flow is the import direction: a module imports from its own layer and from those before it, never after."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parents[2]
PACKAGE = PROJECT / "followup"
# From first to last. Names on one line are of one layer.
LAYERS = [
    {"errors", "paths", "characters", "rounding"},
    {"typefaces", "fault_log"},
    {"period", "figure"},
    {"inputs"},
    {"checks"},
    {"sources"},
    {"analysis"},
    {"report_head"},
    {"report"},
    {"region_finance"},
    {"region_report", "plan_report"},
    {"agreement"},
    {"reports"},
    {"presentation"},
    {"build"},
    {"cli", "cli_language"},
]
# The generator of the example data must not share a line of reasoning with what computes the report.
EXAMPLE_MAY_IMPORT = {"errors", "paths", "period", "inputs", "example"}
MODULES = sorted(PACKAGE.rglob("*.py"))


def part_of(path: Path) -> str:
    """`inputs` of followup/inputs/sources.py, `errors` of followup/ground/errors.py."""
    return path.relative_to(PACKAGE).with_suffix("").parts[0]


def imported_parts(path: Path) -> Iterator[tuple[int, str]]:
    """Line and part of every import of ours in the module, also inside functions and for type checking only."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module == "followup":
            names = [f"followup.{alias.name}" for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}:{node.lineno} is a relative import"
            names = [node.module or ""]
        else:
            continue
        for name in names:
            if name.startswith("followup."):
                yield node.lineno, name.split(".")[1]


def layer_of(part: str) -> int:
    return next(number for number, layer in enumerate(LAYERS) if part in layer)


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_imports_point_one_way(path: Path) -> None:
    part = part_of(path)
    imports = list(imported_parts(path))
    if part == "__init__":
        # The notebooks' façade names modules as texts and loads them when they are asked for.
        assert imports == []
        return
    if part == "example":
        against = [(line, other) for line, other in imports if other not in EXAMPLE_MAY_IMPORT]
    else:
        ours = [(line, other) for line, other in imports if other != part]
        # The command is the only one that knows of the example data: it writes them.
        known = [(line, other) for line, other in ours if not (part == "cli" and other == "example")]
        against = [(line, other) for line, other in known if layer_of(other) > layer_of(part)]
    assert against == []


def test_every_part_has_a_layer() -> None:
    parts = {part_of(path) for path in MODULES} - {"__init__", "example"}
    assert parts == set().union(*LAYERS)


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_modules_are_short_and_say_what_they_are(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert len(text.splitlines()) <= 300
    assert ast.get_docstring(ast.parse(text)) or path.name == "__init__.py"


def test_a_module_that_imports_against_the_flow_is_found(tmp_path: Path) -> None:
    module = tmp_path / "sources.py"
    module.write_text(
        "def f():\n    from followup.reports.committee import Report\n\nimport followup.run.job\nfrom followup import cli\n"
    )
    assert sorted(imported_parts(module)) == [(2, "report"), (4, "build"), (5, "cli")]
