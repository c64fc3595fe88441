"""A notebook is headings, prose and one-line calls; what computes stands in the package, under test."""

from __future__ import annotations

import ast
import itertools
import re
from pathlib import Path

import nbformat
import pytest

NOTEBOOKS = sorted((Path(__file__).resolve().parents[2] / "notebooks").glob("*.ipynb"))
MOST_LINES = 8
MOST_PARAMETERS = 4
# What belongs in a function of ours, where it has a name and a test.
LOGIC = (
    ast.FunctionDef,
    ast.AsyncFunctionDef,
    ast.ClassDef,
    ast.Lambda,
    ast.For,
    ast.AsyncFor,
    ast.While,
    ast.If,
    ast.Try,
    ast.With,
)
SCALARS = {"str", "int", "float", "bool"}


@pytest.fixture(params=NOTEBOOKS, ids=lambda path: path.name)
def cells(request: pytest.FixtureRequest) -> list[nbformat.NotebookNode]:
    return nbformat.read(request.param, as_version=4).cells


def code(cells: list[nbformat.NotebookNode]) -> list[nbformat.NotebookNode]:
    return [cell for cell in cells if cell.cell_type == "code"]


def tags(cell: nbformat.NotebookNode) -> list[str]:
    return cell.metadata.get("tags", [])


def test_there_are_notebooks() -> None:
    assert NOTEBOOKS


def test_the_title_comes_first_and_only_the_reviewer_sees_it(cells) -> None:
    first = cells[0]
    assert first.cell_type == "markdown"
    assert re.match(r"# \S", first.source)
    assert tags(first) == ["reviewer"]


def test_then_the_parameters_and_then_one_cell_of_imports(cells) -> None:
    assert [cell.cell_type for cell in cells[1:3]] == ["code", "code"]
    assert tags(cells[1]) == ["parameters"]
    assert [tags(cell) for cell in cells if "parameters" in tags(cell)] == [["parameters"]]
    holders = [
        cell.id
        for cell in code(cells)
        if any(isinstance(node, ast.Import | ast.ImportFrom) for node in ast.walk(ast.parse(cell.source)))
    ]
    assert holders == [cells[2].id]


def test_parameters_are_few_typed_and_explained(cells) -> None:
    lines = cells[1].source.splitlines()
    statements = ast.parse(cells[1].source).body
    assert len(statements) == len(lines) <= MOST_PARAMETERS
    for line, statement in zip(lines, statements, strict=True):
        assert isinstance(statement, ast.AnnAssign), line
        assert ast.unparse(statement.annotation) in SCALARS, line
        assert isinstance(statement.value, ast.Constant), line
        assert re.search(r"  # \S.{5,}$", line), line


def test_only_our_package_is_imported(cells) -> None:
    for node in ast.walk(ast.parse(cells[2].source)):
        if isinstance(node, ast.Import):
            assert [alias.name for alias in node.names] == ["followup"]
        elif isinstance(node, ast.ImportFrom):
            # The façade alone: what is behind it may move.
            assert node.module == "followup"


def test_code_cells_are_short_and_hold_no_logic(cells) -> None:
    for cell in code(cells):
        assert 1 <= len(cell.source.splitlines()) <= MOST_LINES, cell.id
        # A list of something, in a comprehension, is still a sentence; a loop is not.
        assert [type(node).__name__ for node in ast.walk(ast.parse(cell.source)) if isinstance(node, LOGIC)] == [], (
            cell.id
        )
        assert not re.search(r"^\s*[%!]", cell.source, re.MULTILINE), cell.id


def test_headings_do_not_skip_a_level(cells) -> None:
    levels = [
        len(marks)
        for cell in cells
        if cell.cell_type == "markdown"
        for marks in re.findall(r"^(#+) ", cell.source, re.MULTILINE)
    ]
    assert levels[0] == 1
    assert set(levels[1:]) <= {2, 3}
    assert all(later <= earlier + 1 for earlier, later in itertools.pairwise(levels))


def test_prose_is_short(cells) -> None:
    """A line or two under a heading: a report's reader reads the figures, and the reviewer the frames."""
    for cell in cells:
        if cell.cell_type == "markdown":
            prose = re.sub(r"^#+ .*$", "", cell.source, flags=re.MULTILINE).strip()
            assert len(prose) <= 400, cell.id
