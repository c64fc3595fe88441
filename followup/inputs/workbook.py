"""A workbook opened safely: its content hash, its sheets, and what stands in their cells.

    workbook = open_workbook(data / "2024" / "utfall.xlsx", "2024/2024-04/utfall.xlsx")
    workbook.sheet("Huvudbok").rows[0][0]      # cell A1

Values are read by calamine from a checked copy of the archive; failed formulas, formulas without a value and
percentages are put back from the sheet's XML. Hidden sheets are read like any other.
"""

from __future__ import annotations

import contextlib
import hashlib
import posixpath
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from xml.etree import ElementTree
from xml.parsers.expat import ExpatError

from python_calamine import CalamineError, CalamineWorkbook

from followup.errors import Problem, ReportError
from followup.inputs.archive import LARGEST_FILE, refusal, repacked, safe_parts
from followup.inputs.sheet_xml import MOST_CELLS, marks_of, percent_styles, with_marks
from followup.inputs.wording import listed, nearest, normalised, quoted, suggestion
from followup.period import Period

_SPREADSHEETS = (".xlsx", ".xlsm", ".xlsb", ".xls", ".ods", ".csv")


@dataclass(frozen=True)
class Sheet:
    """A sheet's cells: `rows[0][0]` is A1. Merged areas are (first row, first column, last row, last column) from 0."""

    name: str
    rows: list[list[Any]]
    merged: tuple[tuple[int, int, int, int], ...] = ()


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
        """A sheet by its name, where case and spaces make no difference.

        Raises ReportError if there is none, or if it is too large or damaged.
        """
        found = next((one for one in self.sheet_paths if normalised(one) == normalised(name)), None)
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
            marks = marks_of(self._parts[self.sheet_paths[found]], percent_styles(self._parts.get("xl/styles.xml")))
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
        return Sheet(found, rows, merged)

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
            found[element.get("name", "")] = targets[identity]
    return found


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
