"""Where things stand. Imports nothing of ours and touches no disk when it is imported."""

from __future__ import annotations

import os
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]


def project_path(path: str | os.PathLike[str]) -> Path:
    """An absolute path as it stands; a relative one from the working folder, or else from the project's folder.

    A notebook opened in JupyterLab runs in notebooks/ and the command in the project's folder: `data/example` must
    mean the same in both.
    """
    given = Path(path)
    if given.is_absolute() or is_there(given):
        return given.absolute()
    return PROJECT / given


def is_there(path: Path) -> bool:
    """Whether something lies there that can be reached; no name and no lack of rights is an error."""
    try:
        return path.exists()
    except OSError:
        return False


def is_folder(path: Path) -> bool:
    """Whether it is a folder that can be reached; no name and no lack of rights is an error."""
    try:
        return path.is_dir()
    except OSError:
        return False


def portable(path: Path) -> str:
    """Below the project from there, so that it is the same on every machine; any other path as it stands."""
    return path.relative_to(PROJECT).as_posix() if path.is_relative_to(PROJECT) else path.as_posix()


def params_folder() -> Path:
    """params/, or the folder that the environment variable FOLLOWUP_PARAMS names (tests use it)."""
    return Path(os.environ.get("FOLLOWUP_PARAMS", PROJECT / "params"))


def notebooks_folder() -> Path:
    """notebooks/, or the folder that the environment variable FOLLOWUP_NOTEBOOKS names (tests use it)."""
    return Path(os.environ.get("FOLLOWUP_NOTEBOOKS", PROJECT / "notebooks"))


def templates_folder() -> Path:
    """templates/: what a designer edits."""
    return PROJECT / "templates"


def cache_folder() -> Path:
    """Parsed workbooks by content hash. Safe to delete at any time."""
    return Path(os.environ.get("FOLLOWUP_CACHE", PROJECT / ".cache" / "workbooks"))
