"""A file's bytes, or in plain words why there are none: a folder of its name, a pipe that would wait for ever, no right
to read it, a link to nowhere, a file that changes under one's eyes.

Everything that a person can put in a folder is met here, once, for workbooks, params and cached files alike.
"""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

# Neither waits for somebody to write into a pipe, nor is inherited by the processes of the reports.
_FLAGS = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)

_KINDS = (
    (stat.S_ISFIFO, "en namngiven pipa"),
    (stat.S_ISSOCK, "en socket"),
    (stat.S_ISCHR, "en enhet"),
    (stat.S_ISBLK, "en enhet"),
)


class UnreadableFile(Exception):
    """There is something of that name, but no file that can be read: three sentences for a Problem."""

    def __init__(self, found: str, expected: str, remedy: str) -> None:
        super().__init__(found)
        self.found, self.expected, self.remedy = found, expected, remedy


class TooLargeFile(UnreadableFile):
    """The file is larger than `most`; `size` is in bytes."""

    def __init__(self, size: int, most: int) -> None:
        found, expected = f"Filen är {-(-size // 2**20)} MB stor.", f"Filen är högst {most // 2**20} MB."
        super().__init__(found, expected, "Kontrollera att det är rätt fil.")
        self.size = size


def is_anything_at(path: Path) -> bool:
    """Whether something of that name lies there, be it a link to nowhere; what cannot be asked counts as there."""
    try:
        path.lstat()
    except (FileNotFoundError, NotADirectoryError, ValueError):
        return False
    except OSError:
        return True
    return True


def read_plain_file(path: Path, most: int) -> bytes:
    """The bytes of a file of at most `most` bytes, which stayed the same while it was read.

    Raises FileNotFoundError if nothing is there, and UnreadableFile with its reason for everything else.
    """
    try:
        return _read(path, most)
    except OSError as fault:
        if not is_anything_at(path):
            raise FileNotFoundError(path) from fault
        raise _in_words(path, fault) from fault


def _read(path: Path, most: int) -> bytes:
    _refuse_others(path.stat())
    handle = os.open(path, _FLAGS)
    with os.fdopen(handle, "rb") as file:
        before = os.fstat(handle)
        _refuse_others(before)
        if before.st_size > most:
            raise TooLargeFile(before.st_size, most)
        # One byte more than is allowed tells that the file has grown since.
        content = file.read(most + 1)
        after = os.fstat(handle)
    if len(content) != before.st_size or (after.st_size, after.st_mtime_ns) != (before.st_size, before.st_mtime_ns):
        raise UnreadableFile(
            "Filen ändrades medan den lästes.",
            "Filen ska vara densamma under hela läsningen.",
            "Kör igen när filen är sparad och färdigkopierad.",
        )
    return content


def _refuse_others(status: os.stat_result) -> None:
    if stat.S_ISREG(status.st_mode):
        return
    if stat.S_ISDIR(status.st_mode):
        found, remedy = "Här ligger en mapp med filens namn.", "Byt namn på mappen och lägg dit filen."
        raise UnreadableFile(found, "En fil väntas.", remedy)
    kind = next((words for is_kind, words in _KINDS if is_kind(status.st_mode)), "något annat")
    found = f"Här ligger {kind} med filens namn."
    raise UnreadableFile(found, "En vanlig fil väntas.", "Ta bort det som ligger här och lägg dit filen.")


def _in_words(path: Path, fault: OSError) -> UnreadableFile:
    if fault.errno == errno.ENAMETOOLONG:
        found = "Filens namn eller sökväg är för lång för att kunna öppnas."
        return UnreadableFile(found, "En kortare sökväg väntas.", "Korta namnet, eller lägg datamappen högre upp.")
    if fault.errno == errno.ELOOP:
        found = "Här ligger en länk som leder tillbaka till sig själv."
        return UnreadableFile(found, "En fil väntas.", "Ta bort länken och lägg dit filen.")
    if isinstance(fault, FileNotFoundError):
        found = "Här ligger en länk till en fil som inte finns."
        return UnreadableFile(found, "En fil väntas.", "Rätta länken, eller lägg dit själva filen.")
    if isinstance(fault, PermissionError):
        remedy = "Stäng filen om den är öppen i Excel, och se till att du har läsrätt till den och dess mapp."
        return UnreadableFile("Filen kan inte läsas: läsrätt saknas.", "Filen måste gå att läsa.", remedy)
    found = f"Filen kan inte läsas: systemet svarar {errno.errorcode.get(fault.errno or 0, fault.errno)}."
    return UnreadableFile(found, "Filen måste gå att läsa.", "Kontrollera disken eller nätverket och kör igen.")
