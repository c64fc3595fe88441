"""The output folder: reports are built beside it and moved in by rename, so that a half report never exists.

    output/.lock                         held while a run writes here; the system lets go of it when the process ends
    output/.building-<unique>/<nämnd>/   what a run is making, on the same file system as what it will replace
    output/<period>/<nämnd>/             the last good report
    output/<period>/index.html           the period's page
    output/jamfor.html                   the page that compares all periods
    output/index.html                    the page that leads to all of them
    output/<period>/.<nämnd>.previous/   for the moment between two renames only

A run that is killed leaves at most a building folder and a report set aside. The next run removes the first and puts
the second back.
"""

from __future__ import annotations

import errno
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import TypeGuard

from followup.ground.errors import Problem, ReportError

FAILED = "failed.ipynb"
FAULT_LOG = "failed.log"
MARK = "failed.json"
# What tells of a failed attempt: the mark always, the others where the attempt came so far.
TRACES = (MARK, FAILED, FAULT_LOG)
INDEX = "index.html"
_BUILDING = ".building-"
_PREVIOUS = ".previous"


class Workspace:
    """The right to write in an output folder, and a place to build in. Use it in a `with` statement.

    Entering raises ReportError when another run holds the folder or when it cannot be written in.
    """

    def __init__(self, output: Path) -> None:
        self.output = output
        self.building = output
        self._lock: int | None = None

    def __enter__(self) -> Workspace:
        with writing(self.output):
            self.output.mkdir(parents=True, exist_ok=True)
            self._lock = os.open(self.output / ".lock", os.O_RDWR | os.O_CREAT, 0o644)
        try:
            self._take_lock()
            with writing(self.output):
                self._recover()
                self.building = Path(tempfile.mkdtemp(prefix=_BUILDING, dir=self.output))
        except BaseException:
            self._release()
            raise
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        shutil.rmtree(self.building, ignore_errors=True)
        self._release()

    def report_folder(self, period: str, committee: str) -> Path:
        """Where the published report stands, or will stand."""
        return self.output / period / committee

    def publish(self, period: str, committee: str) -> None:
        """Moves the finished folder `building/<committee>` into place; the report that stood there is gone after it."""
        target = self.report_folder(period, committee)
        aside = target.with_name(f".{committee}{_PREVIOUS}")
        with writing(target):
            target.parent.mkdir(parents=True, exist_ok=True)
            if target.exists():
                target.replace(aside)
            try:
                (self.building / committee).replace(target)
            except OSError:
                if aside.exists():
                    aside.replace(target)
                raise
            shutil.rmtree(aside, ignore_errors=True)

    def publish_failure(self, period: str, committee: str, mark: str, files: Mapping[str, Path]) -> None:
        """Writes `failed.json` with the text `mark`, and puts what else a failed run left beside it.

        The last good report stays. `files` are `failed.ipynb` and `failed.log`, those that there are.
        """
        target = self.report_folder(period, committee)
        with writing(target):
            target.mkdir(parents=True, exist_ok=True)
            # First, so that whatever stops us here, the failure is on record.
            draft = self.building / f"{committee}.{MARK}"
            draft.write_text(mark, encoding="utf-8", newline="\n")
            draft.replace(target / MARK)
            for name in (FAILED, FAULT_LOG):
                if name in files:
                    files[name].replace(target / name)
                else:
                    (target / name).unlink(missing_ok=True)

    def clear_failure(self, period: str, committee: str) -> None:
        """Removes the traces of an earlier failed run from a report that turned out to be up to date."""
        with writing(self.report_folder(period, committee)):
            for name in TRACES:
                (self.report_folder(period, committee) / name).unlink(missing_ok=True)

    def publish_page(self, name: str, text: str) -> Path:
        """Writes a page, `2024-08/index.html` or `jamfor.html` below the output folder, and returns its path."""
        target = self.output / name
        with writing(target):
            target.parent.mkdir(parents=True, exist_ok=True)
            draft = self.building / target.name
            draft.write_text(text, encoding="utf-8", newline="\n")
            draft.replace(target)
        return target

    def _recover(self) -> None:
        """Tidies up after a run that was killed. Nobody else is running: we hold the lock."""
        for leftover in self.output.glob(f"{_BUILDING}*"):
            shutil.rmtree(leftover, ignore_errors=True)
        for aside in self.output.glob(f"*/.*{_PREVIOUS}"):
            target = aside.with_name(aside.name[1 : -len(_PREVIOUS)])
            if target.exists():
                shutil.rmtree(aside, ignore_errors=True)
            else:
                aside.replace(target)

    def _take_lock(self) -> None:
        assert self._lock is not None
        try:
            _lock_file(self._lock)
        except OSError:
            holder = os.pread(self._lock, 200, 0).decode("utf-8", "replace") if hasattr(os, "pread") else ""
            who = f" ({holder.strip()})" if holder.strip() else ""
            raise ReportError(
                [
                    Problem(
                        workbook=f"mappen {self.output}",
                        found=f"En annan körning skriver just nu i mappen{who}.",
                        expected="Bara en körning i taget får skriva i samma mapp.",
                        remedy="Vänta tills den är klar, eller ange en annan mapp med --output.",
                    )
                ]
            ) from None
        os.ftruncate(self._lock, 0)
        os.write(self._lock, f"process {os.getpid()}, startad {datetime.now():%Y-%m-%d kl. %H:%M:%S}\n".encode())

    def _release(self) -> None:
        if self._lock is not None:
            os.close(self._lock)
            self._lock = None


def _lock_file(descriptor: int) -> None:
    """Takes the whole file or raises OSError at once. The system releases it when the process ends, however it ends."""
    if sys.platform == "win32":
        import msvcrt

        # Far beyond the text in the file, which others must be able to read.
        os.lseek(descriptor, 1 << 20, os.SEEK_SET)
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        os.lseek(descriptor, 0, os.SEEK_SET)
    else:
        import fcntl

        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)


_REASONS = {
    errno.ENOSPC: ("Disken är full.", "Frigör utrymme och kör igen."),
    errno.EDQUOT: ("Diskutrymmet för kontot är slut.", "Frigör utrymme och kör igen."),
    errno.EACCES: ("Behörighet att skriva saknas.", "Be om skrivrättighet eller ange en annan mapp med --output."),
    errno.EPERM: ("Behörighet att skriva saknas.", "Be om skrivrättighet eller ange en annan mapp med --output."),
    errno.ENOENT: ("Mappen går inte att skapa.", "Rätta sökvägen eller ange en annan mapp med --output."),
    errno.EROFS: ("Disken är skrivskyddad.", "Ange en annan mapp med --output."),
    errno.ENOTDIR: ("En fil står där en mapp behövs.", "Flytta filen eller ange en annan mapp med --output."),
    errno.EEXIST: ("En fil står där en mapp behövs.", "Flytta filen eller ange en annan mapp med --output."),
}


@contextmanager
def writing(path: Path) -> Iterator[None]:
    """Turns the system's refusal to write in or below `path` into a ReportError in Swedish."""
    try:
        yield
    except OSError as error:
        raise refusal(path, error) from error


def is_full(error: Exception) -> TypeGuard[OSError]:
    """Whether this is the system's word for a disk without room."""
    return isinstance(error, OSError) and error.errno in (errno.ENOSPC, errno.EDQUOT)


def refusal(path: Path, error: OSError) -> ReportError:
    """What the system's refusal to write in or below `path` means to the person who ran the command."""
    found, remedy = _REASONS.get(
        error.errno or 0,
        (
            f"Systemet säger: {error.strerror or error}.",
            "Stäng filen om den är öppen i ett annat program och kör igen.",
        ),
    )
    return ReportError(
        [Problem(workbook=f"mappen {path}", found=f"Det går inte att skriva här. {found}", remedy=remedy)]
    )
