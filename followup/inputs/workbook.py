"""A workbook opened safely: its content hash, its sheets, and what stands in their cells.

    workbook = open_workbook(data / "2024" / "utfall.xlsx", "2024/2024-04/utfall.xlsx")
    workbook.sheet("Huvudbok").rows[0][0]      # cell A1

Values are read by calamine from a checked copy of the archive; failed formulas, formulas without a value and numbers
that are shown as others are put back from the sheet's XML. Hidden sheets are read like any other, and say so.
"""

from __future__ import annotations

import contextlib
import hashlib
import posixpath
import re
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any
from xml.etree import ElementTree
from xml.parsers.expat import ExpatError

from python_calamine import CalamineError, CalamineWorkbook

from followup.errors import Problem, ReportError
from followup.inputs.archive import LARGEST_FILE, refusal, repacked, safe_parts
from followup.inputs.personal_cells import PersonalNumber, find_personal_numbers
from followup.inputs.sheet_context import context_of, hidden_sheets
from followup.inputs.sheet_marks import MOST_CELLS, Marks, SheetContext, with_marks
from followup.inputs.sheet_xml import marks_of
from followup.inputs.wording import listed, nearest, normalised, quoted, suggestion
from followup.period import Period

_SPREADSHEETS = (".xlsx", ".xlsm", ".xlsb", ".xls", ".ods", ".csv")


@dataclass(frozen=True)
class Sheet:
    """A sheet's cells: `rows[0][0]` is A1. Merged areas are (first row, first column, last row, last column) from 0.

    `namesakes` are the workbook's other sheets that the name would have found, had this one not been there.
    """

    name: str
    rows: list[list[Any]]
    merged: tuple[tuple[int, int, int, int], ...] = ()
    marks: Marks = field(default_factory=Marks)
    is_hidden: bool = False
    namesakes: tuple[str, ...] = ()


@dataclass(frozen=True)
class SafeWorkbook:
    """A workbook whose archive has passed every check. `name` is its path below the data folder."""

    name: str
    sha256: str
    size: int
    sheet_paths: dict[str, str]
    _parts: dict[str, bytes] = field(repr=False)
    _reader: CalamineWorkbook = field(repr=False)

    def sheet(self, name: str) -> Sheet:
        """A sheet by its name, where case and spaces make no difference; of several, the one that is spelled so.

        Raises ReportError if there is none, or several and none that is spelled so, or if it is too large or damaged.
        """
        alike = [one for one in self.sheet_paths if normalised(one) == normalised(name)]
        if len(alike) > 1 and name not in alike:
            raise self._refused(
                name,
                f"Flera blad heter nästan {quoted(name)}: {listed(map(_exactly, alike))}.",
                "Ett blad med det namnet väntas.",
                f"Döp det blad som ska läsas till {quoted(name)}, och de andra till något annat.",
            )
        found = name if name in alike else next(iter(alike), None)
        if found is None:
            problem = Problem(
                self.name,
                name,
                found=f"Bladet {quoted(name)} saknas.",
                expected=f"Arbetsboken har bladen {listed(map(quoted, self.sheet_paths))}.",
                remedy=suggestion(
                    name, self.sheet_paths, "Lägg till bladet, eller rätta bladets namn i params/layouts."
                ),
            )
            raise ReportError([problem])
        try:
            marks = marks_of(self._parts[self.sheet_paths[found]], self._context)
            is_hidden = found in hidden_sheets(self._parts)
            if marks.is_too_large:
                raise self._refused(
                    found,
                    f"Bladet sträcker sig över {marks.rows} rader och {marks.columns} kolumner.",
                    f"Ett blad har högst {MOST_CELLS} celler.",
                    "Ta bort innehåll som ligger långt utanför tabellen.",
                )
            sheet = _guarded(lambda: self._reader.get_sheet_by_name(found))
            rows = with_marks(_guarded(lambda: sheet.to_python(skip_empty_area=False)), marks)
            merged = tuple((*first, *last) for first, last in sheet.merged_cell_ranges or ())
        except (ExpatError, ElementTree.ParseError, CalamineError, ValueError, KeyError) as fault:
            raise self._refused(found, "Bladet kan inte läsas: filen är skadad.") from fault
        namesakes = tuple(one for one in alike if one != found)
        return Sheet(found, rows, merged, marks, is_hidden, namesakes)

    @cached_property
    def personal_numbers(self) -> list[PersonalNumber]:
        """Every personal identity number anywhere in the workbook. Raises ReportError for a damaged part."""
        try:
            return find_personal_numbers(self._parts, self.sheet_paths, self._context.styles)
        except (ExpatError, ElementTree.ParseError) as fault:
            raise refusal(self.name, "Filen är ingen Excel-arbetsbok, eller så är den skadad.") from fault

    @cached_property
    def _context(self) -> SheetContext:
        return context_of(self._parts)

    def _refused(
        self,
        sheet: str,
        found: str,
        expected: str = "Ett blad med hela rader och kolumner väntas.",
        remedy: str = "Öppna filen i Excel och spara den på nytt som Excel-arbetsbok (.xlsx).",
    ) -> ReportError:
        return ReportError([Problem(self.name, sheet, found=found, expected=expected, remedy=remedy)])


def spreadsheets(data: Path, period: Period) -> tuple[str, ...]:
    """The spreadsheets in a year's folder and in its period's, by their path below the data folder.

    What Excel leaves beside an open workbook (`~$utfall.xlsx`) and hidden files are none.
    """
    found = []
    for folder in dict.fromkeys((data / str(period.year), data / str(period.year) / str(period))):
        with contextlib.suppress(OSError):
            found += [path for path in folder.iterdir() if path.suffix.lower() in _SPREADSHEETS and path.is_file()]
    names = [path.relative_to(data).as_posix() for path in found if not path.name.startswith(("~$", "."))]
    return tuple(sorted(names))


def read_content(data: Path, name: str) -> bytes:
    """A workbook's bytes. Raises ReportError if it is not there, naming what does stand in the folder."""
    path = data / name
    folder = path.parent
    if not path.is_file():
        raise ReportError([_not_there(path, name, folder)])
    if path.stat().st_size > LARGEST_FILE:
        raise refusal(
            name,
            f"Filen är {path.stat().st_size // 2**20} MB stor.",
            f"En arbetsbok är högst {LARGEST_FILE // 2**20} MB.",
            "Ta bort bilder och blad som rapporten inte läser.",
        )
    try:
        return path.read_bytes()
    except OSError as fault:
        remedy = "Stäng filen om den är öppen i Excel, och se till att du har läsrätt."
        raise refusal(name, "Filen kan inte läsas.", "Filen måste gå att läsa.", remedy) from fault


def _not_there(path: Path, name: str, folder: Path) -> Problem:
    place = name.rpartition("/")[0] or "datamappen"
    if not folder.is_dir():
        expected = f"Mappen {quoted(place)} väntas i datamappen, med {quoted(path.name)} i."
        remedy = "Skapa mappen och lägg dit arbetsböckerna, eller välj en annan datamapp."
        return Problem(name, found="Arbetsboken och dess mapp saknas.", expected=expected, remedy=remedy)
    # Excel's own lock files (~$…) are there while somebody has the workbook open.
    names = sorted(one.name for one in folder.iterdir() if one.is_file() and not one.name.startswith(("~$", ".")))
    expected = f"I mappen {quoted(place)} ligger {listed(names) if names else 'inga filer'}."
    stems = {Path(one).stem: one for one in names}
    near = stems.get(nearest(path.stem, stems), "")
    remedy = f"Byt namn på {quoted(near)} om det är den." if near else "Lägg dit arbetsboken."
    return Problem(name, found="Arbetsboken saknas.", expected=expected, remedy=remedy)


def content_hash(content: bytes) -> str:
    """The sha256 of a file's bytes, in hexadecimal."""
    return hashlib.sha256(content).hexdigest()


def open_workbook(content: bytes, name: str) -> SafeWorkbook:
    """Check a workbook's archive and open it. Raises ReportError with what is wrong."""
    parts = safe_parts(content, name)
    try:
        paths = _sheet_paths(parts)
        reader = _guarded(lambda: CalamineWorkbook.from_filelike(repacked(parts)))
    except (ElementTree.ParseError, CalamineError, KeyError, ValueError) as fault:
        raise refusal(name, "Filen är ingen Excel-arbetsbok, eller så är den skadad.") from fault
    return SafeWorkbook(name, content_hash(content), len(content), paths, parts, reader)


def _sheet_paths(parts: dict[str, bytes]) -> dict[str, str]:
    """The part that holds each worksheet. Local names only: Strict Open XML has other namespaces."""
    targets = {}
    for relation in ElementTree.fromstring(parts["xl/_rels/workbook.xml.rels"]):
        if relation.get("Type", "").endswith("/worksheet"):
            target = relation.get("Target", "")
            path = target.lstrip("/") if target.startswith("/") else posixpath.normpath(f"xl/{target}")
            targets[relation.get("Id")] = path
    found = {}
    for element in ElementTree.fromstring(parts["xl/workbook.xml"]).iter():
        if element.tag.rpartition("}")[2] != "sheet":
            continue
        identity = next((value for key, value in element.attrib.items() if key.rpartition("}")[2] == "id"), None)
        if identity in targets and targets[identity] in parts:
            if element.get("name", "") in found:
                raise ValueError("two sheets of one name")
            found[element.get("name", "")] = targets[identity]
    return found


def _exactly(name: str) -> str:
    """A name between quotation marks with the spaces that it has."""
    line = re.sub(r"[\x00-\x1f\x7f]", " ", name[:60])
    return f"”{line}”"


def _guarded(read: Any) -> Any:
    """Run the reader; a crash inside its compiled code becomes a CalamineError like its other failures."""
    try:
        return read()
    except Exception:
        raise
    except BaseException as fault:
        # pyo3's PanicException derives from BaseException and cannot be imported by name.
        if type(fault).__name__ != "PanicException":
            raise
        raise CalamineError(str(fault)) from fault
