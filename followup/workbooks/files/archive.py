"""An xlsx file as an archive, taken apart with care before anything parses what is in it.

A workbook comes from many hands and is hostile until shown otherwise: an archive that unzips to more than the machine
has, an encrypted file, an XML part with entities of its own. Each is refused with a sentence that a person can act on.
Only the parts that are asked for are unzipped: themes, comments and pictures cost nothing.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from xml.etree import ElementTree

from followup.ground.errors import Problem, ReportError
from followup.ground.wording import listed, quoted
from followup.workbooks.files.part_limits import INDEX, Kind
from followup.workbooks.files.part_names import ROOT, plain_name, usual_name, workbook_part
from followup.workbooks.files.xml_encoding import in_utf8

LARGEST_FILE = 100 * 1024 * 1024
LARGEST_UNZIPPED = 300 * 1024 * 1024
MOST_PARTS = 2_000
# Repetitive XML shrinks some fifty times at most; a part that grows far more than that is made to fill a memory.
LARGEST_RATIO = 200
RATIO_MATTERS_FROM = 20 * 1024 * 1024

_ENTRY_HEADER = b"PK\x01\x02"
# Excel writes and reads these alone; the others unzip to far more, or cannot be unzipped at all.
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_DECLARATION = re.compile(rb"<!\s*(?:DOCTYPE|ENTITY)", re.IGNORECASE)

_SAVE_AGAIN = "Öppna filen i Excel och spara den på nytt som Excel-arbetsbok (.xlsx)."
_EXPECTED = "En Excel-arbetsbok (.xlsx) väntas."


def refusal(workbook: str, found: str, expected: str = _EXPECTED, remedy: str = _SAVE_AGAIN) -> ReportError:
    """The error for a workbook that cannot be opened."""
    return ReportError([Problem(workbook, found=found, expected=expected, remedy=remedy)])


class SafeParts:
    """The parts of a workbook by their path, XML and records: unzipped when asked for, within the limits.

    What is XML is in UTF-8 and free of declarations of its own. A path is the one that Excel gives the part: see
    `part_names.py`. Case makes no difference.
    """

    def __init__(self, content: bytes, workbook: str) -> None:
        self._workbook = workbook
        with _damage_told(workbook):
            self._archive = zipfile.ZipFile(io.BytesIO(content))
            entries = self._archive.infolist()
            _check_entries(entries, len(content), workbook)
        self._usual: Callable[[str], str] = plain_name
        self._place({plain_name(entry.filename): entry for entry in entries if _is_read(entry.filename)})
        try:
            self._usual = usual_name(workbook_part(self.read(ROOT, INDEX) if ROOT in self else b""))
        except ElementTree.ParseError as fault:
            raise refusal(workbook, "Filen är ingen Excel-arbetsbok, eller så är den skadad.") from fault
        self._place({name: self._entries[name] for name in self._entries})

    def _place(self, entries: dict[str, zipfile.ZipInfo]) -> None:
        """Gives each part its usual name. Two parts that would have the same are two of which one is read."""
        placed = {self._usual(name): entry for name, entry in entries.items()}
        if len(placed) < len(entries):
            twice = next(self._usual(name) for name, entry in entries.items() if placed[self._usual(name)] is not entry)
            raise _twice(self._workbook, [twice])
        self._entries, self._by_case = placed, {name.lower(): name for name in placed}

    def __contains__(self, name: object) -> bool:
        return isinstance(name, str) and self.name(name) in self._entries

    def __iter__(self) -> Iterator[str]:
        return iter(self._entries)

    def name(self, path: str) -> str:
        """The path of the part that a relation points to; as it is where there is none."""
        if path in self._entries:
            return path
        return self._by_case.get(path.lower()) or self._by_case.get(self._usual(path).lower(), path)

    def read(self, name: str, kind: Kind) -> bytes:
        """One part. Raises KeyError if there is none, ReportError if it is damaged, declares anything or is too large.

        It is not kept: whoever needs it twice keeps it.
        """
        entry = self._entries[self.name(name)]
        if entry.file_size > kind.most:
            raise refusal(self._workbook, *kind.overrun(entry.file_size))
        with _damage_told(self._workbook):
            return _part(self._archive, entry, self._workbook)


def open_archive(content: bytes, workbook: str) -> SafeParts:
    """The parts of a workbook's archive.

    Raises ReportError for a file that is empty, no archive, encrypted, damaged, or larger than the limits above.
    """
    if not content:
        raise refusal(workbook, "Filen är tom.", remedy="Lägg dit filen på nytt: överföringen har troligen avbrutits.")
    # Counted before the archive is opened: its list of parts alone can fill a memory.
    parts = content.count(_ENTRY_HEADER)
    if parts > MOST_PARTS:
        raise _too_many_parts(workbook, parts)
    return SafeParts(content, workbook)


@contextmanager
def _damage_told(workbook: str) -> Iterator[None]:
    """What the archive's own reader raises becomes a refusal. A part that is not there stays a KeyError."""
    try:
        yield
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, ValueError, RuntimeError) as fault:
        raise refusal(workbook, "Filen är ingen Excel-arbetsbok, eller så är den skadad.") from fault


def _is_read(name: str) -> bool:
    return name.lower().endswith((".xml", ".rels", ".bin")) or name == "mimetype"


def _too_many_parts(workbook: str, count: int) -> ReportError:
    return refusal(
        workbook,
        f"Filen innehåller {count} delar.",
        f"En arbetsbok har högst {MOST_PARTS} delar.",
        "Kopiera de blad som rapporten läser till en ny arbetsbok, som värden, och spara den med filens namn.",
    )


def _same(entry: zipfile.ZipInfo) -> str:
    """What two names of one part have in common: to the names of parts, case makes no difference."""
    return plain_name(entry.filename).lower()


def _twice(workbook: str, names: list[str]) -> ReportError:
    return refusal(workbook, f"Filen innehåller samma del två gånger: {listed(names[:3])}.")


def _check_entries(entries: list[zipfile.ZipInfo], size: int, workbook: str) -> None:
    if len(entries) > MOST_PARTS:
        raise _too_many_parts(workbook, len(entries))
    if any(entry.compress_type not in _METHODS for entry in entries):
        raise refusal(
            workbook,
            "Filen är komprimerad med en metod som Excel inte använder.",
            "En Excel-arbetsbok (.xlsx) som Excel själv har sparat väntas.",
        )
    unzipped = sum(entry.file_size for entry in entries)
    is_bomb = unzipped > RATIO_MATTERS_FROM and unzipped > LARGEST_RATIO * size
    if unzipped > LARGEST_UNZIPPED or is_bomb:
        raise refusal(
            workbook,
            f"Filen packas upp till {unzipped // 2**20} MB.",
            f"En arbetsbok packas upp till högst {LARGEST_UNZIPPED // 2**20} MB och högst {LARGEST_RATIO} gånger sin "
            "storlek.",
            "Kopiera de blad som rapporten läser till en ny arbetsbok, som värden, och spara den med filens namn.",
        )
    for name in (entry.filename for entry in entries):
        parts = re.split(r"[/\\]", name)
        if name.startswith(("/", "\\")) or ".." in parts or ":" in name or "\0" in name:
            raise refusal(workbook, f"Filen innehåller en del med en otillåten sökväg, {quoted(name)}.")
    names = list(map(_same, entries))
    if len(set(names)) < len(names):
        raise _twice(workbook, sorted({entry.filename for entry in entries if names.count(_same(entry)) > 1}))
    if any(entry.flag_bits & 0x1 for entry in entries):
        raise refusal(
            workbook,
            "Filen är en krypterad zip-fil.",
            "En Excel-arbetsbok (.xlsx) utan lösenord väntas.",
            "Spara filen utan lösenord.",
        )


def _part(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, workbook: str) -> bytes:
    # zipfile never gives more than the declared size, so what was checked holds even if the archive lies.
    content = archive.read(entry)
    if entry.filename.lower().endswith(".bin"):
        return content
    try:
        content = in_utf8(content)
    except ValueError as fault:
        found = f"Delen {quoted(entry.filename)} är sparad i en kodning som inte känns igen, eller som kan vara två."
        raise refusal(workbook, found) from fault
    if _DECLARATION.search(content):
        raise refusal(
            workbook,
            f"Delen {quoted(entry.filename)} innehåller egna XML-deklarationer (DOCTYPE eller ENTITY).",
            "Excel skriver aldrig sådana. De kan användas för att slå ut den som läser filen.",
            "Ta reda på varifrån filen kommer. Öppna den i Excel och spara den på nytt om den är äkta.",
        )
    return content


def repacked(parts: dict[str, bytes]) -> io.BytesIO:
    """The checked parts as an archive of their own, not compressed: what the reader is given to parse."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as archive:
        for name, content in parts.items():
            archive.writestr(zipfile.ZipInfo(name), content)
    target.seek(0)
    return target
