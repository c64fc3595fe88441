"""Every chart has an example, and so is held to what every chart promises."""

import ast
from pathlib import Path

import chart_examples

import followup.charts


def test_every_chart_has_an_example():
    charts = {path.stem for path in Path(followup.charts.__file__).parent.glob("*.py")} - {"__init__"}
    tree = ast.parse(Path(chart_examples.__file__).read_text(encoding="utf-8"))
    drawn = {
        node.value.id
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute) and node.attr == "chart" and isinstance(node.value, ast.Name)
    }
    assert charts - drawn == set()
