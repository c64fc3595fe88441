"""A file that is written once: what a person may have changed is never written over."""

from __future__ import annotations

from pathlib import Path

from followup.ground.errors import ReportError


def write_new(path: Path, text: str) -> None:
    """Writes a file that is not there yet, the whole of it or nothing.

    Raises ReportError if somebody has written one meanwhile, OSError if the disk does not take it.
    """
    try:
        file = path.open("x", encoding="utf-8", newline="\n")
    except FileExistsError:
        raise ReportError(exists(path)) from None
    try:
        with file:
            file.write(text)
    except OSError:
        path.unlink(missing_ok=True)
        raise


def exists(path: Path) -> str:
    """What to say of a file that is there already."""
    another = f"{path.stem}-ny.yml"
    return (
        f"Filen {path} finns redan och skrivs aldrig över. Ange en annan fil med --output, till exempel "
        f"{path.with_name(another)}, eller flytta undan den som finns."
    )
