"""The rooms of the house: what may import what, no circles, and how large a module and a room may be."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from graphlib import TopologicalSorter
from pathlib import Path

import pytest
from source_code import source_code

PROJECT = Path(__file__).resolve().parents[2]
PACKAGE = PROJECT / "followup"
# From first to last: a room imports from itself and from those before it, never from those after. Rooms on one line do
# not know each other.
FLOW = [
    ["ground"],
    ["params"],
    ["workbooks.files"],
    ["workbooks.cells"],
    ["workbooks.forms", "workbooks.shapes"],
    ["workbooks"],
    ["tables"],
    ["plan_import", "layout_proposal"],
    ["checks.common"],
    ["checks.ledger", "checks.indicators", "checks.texts"],
    ["checks.forecast"],
    ["checks.budget", "checks.decisions", "checks.investments", "checks.rows", "checks.staff"],
    ["checks.region", "checks.swaps"],
    ["checks"],
    ["sources"],
    ["analysis.people"],
    ["analysis"],
    ["analysis.region", "analysis.plan"],
    ["reports"],
    ["document"],
    ["charts.parts"],
    ["charts"],
    ["sections.shared"],
    ["sections.committee", "sections.region", "sections.plan"],
    ["formats"],
    ["formats.csv"],
    ["formats.html", "formats.pdf", "formats.excel"],
    ["formats.docx", "formats.gathered"],
    ["review"],
    ["run"],
    ["command"],
]
# The generator of the example data must not share a line of reasoning with what computes the report.
EXAMPLE_MAY_IMPORT = ("ground", "params", "example")
MOST_LINES = 300
MOST_MODULES = 32


def modules(package: Path) -> dict[str, Path]:
    """Every module by its dotted name below the package; a room's own `__init__` by the name of the room."""
    found = {}
    for path in sorted(package.rglob("*.py")):
        parts = path.relative_to(package).with_suffix("").parts
        found[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = path
    return found


MODULES = modules(PACKAGE)


def imported(path: Path, names: set[str]) -> Iterator[tuple[int, str]]:
    """Line and module of every import of ours in a module, also inside functions and for type checking only."""
    for line, target in source_code(path).imports:
        assert not target.startswith("."), f"{path}:{line} is a relative import"
        if target.partition(".")[0] == "followup":
            name = target.partition(".")[2]
            yield line, name if name in names else name.rpartition(".")[0]


GRAPH = {name: list(imported(path, set(MODULES))) for name, path in MODULES.items()}
ROOMS = [room for line in FLOW for room in line]


def room_of(name: str) -> str:
    """The innermost room that a module stands in, which may be the room itself."""
    parts = name.split(".")
    return next(room for length in range(len(parts), 0, -1) if (room := ".".join(parts[:length])) in ROOMS)


def place_of(name: str) -> int:
    return next(number for number, line in enumerate(FLOW) if room_of(name) in line)


@pytest.mark.parametrize("name", [name for name in MODULES if name and not name.startswith("example")])
def test_imports_point_one_way(name: str) -> None:
    against = [
        (line, other)
        for line, other in GRAPH[name]
        # The command is the only one that knows of the example data: it writes them.
        if not (other.startswith("example") and room_of(name) == "command")
        and room_of(other) != room_of(name)
        and place_of(other) >= place_of(name)
    ]
    assert against == []


def test_notebooks_have_a_door_that_imports_nothing() -> None:
    # It names modules as texts and loads them when they are asked for.
    assert GRAPH[""] == []


@pytest.mark.parametrize("name", [name for name in MODULES if name.startswith("example")])
def test_the_generator_of_the_example_knows_no_report(name: str) -> None:
    assert [(line, other) for line, other in GRAPH[name] if not other.startswith(EXAMPLE_MAY_IMPORT)] == []


def test_there_is_no_circle() -> None:
    # Raises CycleError with the modules of the circle.
    TopologicalSorter({name: [other for _, other in imports] for name, imports in GRAPH.items()}).prepare()


def test_every_room_stands_in_the_flow_once() -> None:
    folders = {
        ".".join(path.relative_to(PACKAGE).parts)
        for path in PACKAGE.rglob("*")
        if path.is_dir() and any(path.glob("*.py"))
    }
    # The reports and their agreement are one room: `open` asserts it before a report is shown. So are params and the
    # parts of a plan, which are read and checked as the other files are.
    assert folders - {"", "example", "example.plan", "reports.agreement", "params.plan"} == {*ROOMS, "sections"}
    assert len(ROOMS) == len(set(ROOMS))


@pytest.mark.parametrize("name", MODULES)
def test_modules_are_short_and_say_what_they_are(name: str) -> None:
    module = source_code(MODULES[name])
    assert module.lines <= MOST_LINES
    assert module.docstring


def test_no_room_is_crowded() -> None:
    beside = Counter(path.parent for path in MODULES.values() if path.name != "__init__.py")
    assert {str(folder): count for folder, count in beside.items() if count > MOST_MODULES} == {}


def test_an_import_is_found_wherever_it_stands(tmp_path: Path) -> None:
    module = tmp_path / "sources.py"
    module.write_text(
        "def f():\n    from followup.reports import open\n\nimport followup.run.job\nfrom followup.a.b import C\n"
    )
    assert sorted(imported(module, {"reports.open", "run.job", "a.b"})) == [
        (2, "reports.open"),
        (4, "run.job"),
        (5, "a.b"),
    ]
