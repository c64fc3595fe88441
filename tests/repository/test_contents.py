"""What lies in the repository: nothing that was built, and nothing that is only true on one machine."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import nbformat
import pytest

PROJECT = Path(__file__).resolve().parents[2]
# Written so that the words do not stand in this file.
FORBIDDEN = re.compile(
    "|".join(
        [
            r"/ho" r"me/[a-z]",
            r"/Us" r"ers/[a-z]",
            r"/ro" r"ot\b",
            r"/wo" r"rk/",
            r"[A-Z]:\\Us" r"ers",
            r"file" r"s\.pythonhosted",
            r"py" r"pi\.org",
            r"--extra-in" r"dex-url",
            r"--in" r"dex-url",
            r"\bTO" r"DO\b",
            r"\bFIX" r"ME\b",
        ]
    )
)
BINARY = {".ttf", ".woff2", ".xlsx", ".png", ".pdf"}


def tracked() -> list[Path]:
    """Every file that is, or would be, in the repository."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"],
        cwd=PROJECT,
        capture_output=True,
        check=True,
    )
    paths = [PROJECT / name for name in listed.stdout.decode().split("\0") if name]
    return [path for path in paths if path.is_file()]


def test_no_file_speaks_of_one_machine() -> None:
    found = []
    for path in tracked():
        if path.suffix in BINARY:
            continue
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
            if FORBIDDEN.search(line):
                found.append(f"{path.relative_to(PROJECT)}:{number}: {line.strip()[:80]}")
    assert found == []


def test_no_real_data_and_nothing_built() -> None:
    names = [path.relative_to(PROJECT).as_posix() for path in tracked()]
    assert [name for name in names if name.startswith("output/")] == ["output/README.md"]
    beside = [name for name in names if name.startswith("data/") and not name.startswith("data/example/")]
    assert beside == ["data/README.md"]
    assert [name for name in names if name.endswith((".pyc", ".log", ".tmp")) or ".ipynb_checkpoints" in name] == []


@pytest.mark.parametrize("path", sorted((PROJECT / "notebooks").glob("*.ipynb")), ids=lambda path: path.name)
def test_notebooks_are_stripped(path: Path) -> None:
    notebook = nbformat.read(path, as_version=nbformat.NO_CONVERT)
    assert (notebook.nbformat, notebook.nbformat_minor) == (4, 5)
    for cell in notebook.cells:
        if cell.cell_type == "code":
            assert cell.outputs == [], cell.id
            assert cell.execution_count is None, cell.id
    ids = [cell.id for cell in notebook.cells]
    assert len(set(ids)) == len(ids)
    # A name, not the eight random characters that an editor gives.
    assert [one for one in ids if re.fullmatch(r"[0-9a-f]{8}(-[0-9a-f-]+)?", one)] == []
    assert set(notebook.metadata) <= {"kernelspec", "language_info"}
    assert notebook.metadata.kernelspec.name == "python3"
    assert "version" not in notebook.metadata.get("language_info", {})
