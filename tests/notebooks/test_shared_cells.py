"""What several kinds of report have in common is the same cell, so that a change to one is a change to all.

An id is a cell: the same id has the same source in every notebook, and the same source the same id. What a kind has its
own of is named after it: `month-tiles`, `region-tiles`.
"""

from __future__ import annotations

import re
from collections import defaultdict
from pathlib import Path

import nbformat

NOTEBOOKS = sorted((Path(__file__).resolve().parents[2] / "notebooks").glob("*.ipynb"))

# Every notebook has these under the same name, and its own in them.
OWN = {
    "title": "says what the notebook makes",
    "parameters": "has a default period and committee that the notebook can be run for",
    "report": "says which notebook it is, so that it is refused what another one makes",
    "imports": "has the sections that the notebook shows, and no others",
}


def cells() -> list[tuple[str, str, str]]:
    """Notebook, id and source of every cell of all notebooks."""
    return [(path.name, cell.id, cell.source) for path in NOTEBOOKS for cell in nbformat.read(path, as_version=4).cells]


def test_the_same_id_is_the_same_cell():
    sources: dict[str, dict[str, str]] = defaultdict(dict)
    for notebook, name, source in cells():
        sources[name].setdefault(source, notebook)
    differing = {name: list(found.values()) for name, found in sources.items() if len(found) > 1}
    assert differing.keys() == OWN.keys(), differing


def test_the_same_cell_has_the_same_id():
    names: dict[str, dict[str, str]] = defaultdict(dict)
    for notebook, name, source in cells():
        names[source].setdefault(name, notebook)
    assert {source: found for source, found in names.items() if len(found) > 1} == {}


def test_a_block_is_made_of_the_report_alone():
    """A focus area's code or an indicator's, as an argument, would hold for the plan of one year."""
    calls = {
        (notebook, name): source
        for notebook, name, source in cells()
        if re.match(r"[a-z_.]+\(report\b", source) and not re.fullmatch(r"[a-z_.]+\(report\)", source)
    }
    assert calls == {}
