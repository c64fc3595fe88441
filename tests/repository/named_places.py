"""The files, folders and modules that a text names: what of them is not there."""

from __future__ import annotations

import ast
import re
import subprocess
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]
PACKAGE = PROJECT / "followup"
# Where a path may begin; in a docstring also in the module's own room.
ROOTS = ("", "followup/", "params/", "tests/")
LISTED = subprocess.run(
    ["git", "ls-files", "--cached", "--others", "--exclude-standard"], cwd=PROJECT, capture_output=True, text=True
)
FILES = {name for name in LISTED.stdout.splitlines() if (PROJECT / name).is_file()}
FOLDERS = {parent.as_posix() for name in FILES for parent in Path(name).parents}
NAMES = {Path(name).name for name in FILES}
ROOMS = sorted(path.name for path in PACKAGE.iterdir() if any(path.glob("*.py")))

ENDING = r"\.(?:py|yml|md|css|typ|j2)"
# With its ending a path is one wherever it stands; a folder, and a file without its folder, only between backticks.
PATH = re.compile(rf"(?<![\w/.<>{{}}*-])(?:[\w.-]+(?:/[\w.-]+)+{ENDING}|notebooks/\w+\.ipynb)(?![\w/])")
FOLDER = re.compile(r"[a-z_]+(?:/[a-z_]+)*/|[a-z_]+(?:/[a-z_]+)+")
FILE = re.compile(rf"[\w-]+{ENDING}")
# They look like a place and are none: media types, and what a value has that is called as a room is.
NO_PLACES = {"text/html", "text/plain", "document.items", "sources.kolada", "sources.ledger"}
DOTTED = re.compile(rf"(?:followup\.)?((?:{'|'.join(ROOMS)})(?:\.\w+)+)(?:\(.*)?")


def missing(text: str, beside: str = "") -> list[str]:
    """What a text names that is not there; `beside` is the folder that it stands in."""
    roots = (*ROOTS, f"{beside}/") if beside else ROOTS
    quoted = set(re.findall(r"`([^`\n]+)`", text)) - NO_PLACES
    there = dict.fromkeys(roots, FILES | FOLDERS)
    paths = [*PATH.findall(text), *(name for name in quoted if FOLDER.fullmatch(name))]
    lost = [path for path in paths if not any(root + path.rstrip("/") in there[root] for root in roots)]
    lost += [name for name in quoted if FILE.fullmatch(name) and name not in NAMES]
    lost += [name for name in quoted if (found := DOTTED.fullmatch(name)) and not is_there(found[1])]
    return sorted(set(lost))


def is_there(dotted: str) -> bool:
    """Whether `room.module`, `room.module.name` or `room.room.module` leads to something of the package."""
    parts = dotted.split(".")
    for length in range(len(parts), 0, -1):
        name = ".".join(("followup", *parts[:length]))
        try:
            found = import_module(name)
        except ModuleNotFoundError as error:
            # What it imports may be missing, which is another matter.
            if not name.startswith(str(error.name)):
                raise
            continue
        for part in parts[length:]:
            if not hasattr(found, part):
                return False
            found = getattr(found, part)
        return True
    return False


def docstrings(module: Path) -> str:
    """Every docstring of a module."""
    tree = ast.parse(module.read_text(encoding="utf-8"))
    holders = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
    return "\n\n".join(ast.get_docstring(node) or "" for node in ast.walk(tree) if isinstance(node, holders))


def comments(params: Path) -> str:
    """Every comment of a YAML file that has its own line."""
    lines = params.read_text(encoding="utf-8").splitlines()
    return "\n".join(line.strip(" #") for line in lines if line.lstrip().startswith("#"))


def texts() -> Iterator[tuple[str, str, str]]:
    """Where a text stands, the text, and its folder: documents, docstrings, heads of params."""
    for path in sorted(PROJECT / name for name in FILES):
        name = path.relative_to(PROJECT).as_posix()
        if path.suffix == ".md":
            yield name, path.read_text(encoding="utf-8"), path.parent.relative_to(PROJECT).as_posix()
        elif name.startswith("followup/") and path.suffix == ".py":
            yield name, docstrings(path), path.parent.relative_to(PROJECT).as_posix()
        elif name.startswith(("params/", "templates/")) and path.suffix == ".yml":
            yield name, comments(path), ""
