"""The chart package itself must cost nothing to import."""

import ast
from pathlib import Path

import followup.charts


def test_the_package_imports_nothing():
    tree = ast.parse(Path(followup.charts.__file__).read_text(encoding="utf-8"))
    assert not [node for node in ast.walk(tree) if isinstance(node, ast.Import | ast.ImportFrom)]
