"""A workbook opened safely: its content hash, its sheets, and what stands in their cells.

    workbook = open_workbook(data / "2024" / "utfall.xlsx", "2024/2024-04/utfall.xlsx")
    workbook.sheet("Huvudbok").rows[0][0]      # cell A1

Values are read by calamine from a checked copy of the archive, with what the sheet needs and no more, and by openpyxl
where calamine cannot; failed formulas, formulas without a value and numbers that are shown as others are put back from
the sheet's XML, whoever reads the values. Hidden sheets are read like any other, and say so.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from io import BytesIO
from typing import Any
from xml.etree import ElementTree
from xml.parsers.expat import ExpatError

from python_calamine import CalamineError, CalamineWorkbook

from followup.ground.errors import Problem, ReportError
from followup.ground.wording import listed, normalised, quoted
from followup.params.heading_words import misnamed
from followup.workbooks.files.archive import SafeParts, open_archive, refusal, repacked
from followup.workbooks.files.checked_parts import CheckedParts
from followup.workbooks.files.first_reader import Cells, first_reading, guarded
from followup.workbooks.files.part_limits import (
    INDEX,
    MOST_CELLS,
    MOST_COLUMNS,
    MOST_ROWS,
    STRINGS,
    STYLES,
    Kind,
    too_many_formats,
    too_many_strings,
)
from followup.workbooks.files.part_names import RELATIONS, ROOT, TYPES, WORKBOOK, relations_part, target_path
from followup.workbooks.files.personal_cells import PersonalNumber, find_personal_numbers
from followup.workbooks.files.second_reader import is_needed, second_reading
from followup.workbooks.files.sheet_context import context_of, hidden_sheets
from followup.workbooks.files.sheet_marks import Marks, SheetContext, with_marks
from followup.workbooks.files.sheet_xml import marks_of
from followup.workbooks.files.value_blanks import without_blanks

_WORKBOOK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
_INDEX = (TYPES, ROOT, WORKBOOK, RELATIONS)


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
    _parts: SafeParts = field(repr=False)
    _common: dict[str, bytes] = field(repr=False)
    _strings: bytes = field(repr=False)

    def may_have(self, name: str) -> bool:
        """Whether there is a sheet of the name, or one that can only be it misspelt or with more words after it."""
        listed_names = map(normalised, _listed_sheets(self._common))
        return normalised(name) in listed_names or bool(misnamed(name, self.sheet_paths))

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
        if found is None and any(normalised(one) == normalised(name) for one in _listed_sheets(self._common)):
            raise self._refused(name, f"Bladet {quoted(name)} finns i arbetsbokens lista över blad men inte i filen.")
        if found is None:
            sheets = f"bladen {listed(map(quoted, self.sheet_paths))}" if self.sheet_paths else "inga blad med celler"
            problem = Problem(
                self.name,
                name,
                found=f"Bladet {quoted(name)} saknas. Arbetsboken har {sheets}.",
                remedy=f"Menades det med {quoted(near)}? Byt i så fall namn på bladet till {quoted(name)}."
                if (near := misnamed(name, self.sheet_paths))
                else f"Lägg till bladet {quoted(name)}.",
            )
            raise ReportError([problem])
        path = self.sheet_paths[found]
        try:
            xml = without_blanks(self._checked[path])
            marks = marks_of(xml, self._context)
            is_hidden = found in hidden_sheets(self._common)
            if marks.is_too_large:
                raise self._refused(
                    found,
                    f"Bladet sträcker sig över {marks.rows} rader och {marks.columns} kolumner.",
                    f"Ett blad har högst {MOST_ROWS} rader, {MOST_COLUMNS} kolumner och {MOST_CELLS} celler.",
                    "Ta bort innehåll som ligger långt utanför tabellen.",
                )
            if marks.disorder:
                raise self._disordered(found, *marks.disorder)
            archive = None if is_needed(xml) else repacked({**self._common, path: xml})
            del xml
            read, merged = self._cells(found, path, archive)
            rows = with_marks(read, marks)
        except (ExpatError, ElementTree.ParseError, CalamineError, ValueError, KeyError) as fault:
            raise self._refused(found, "Bladet kan inte läsas: filen är skadad.") from fault
        namesakes = tuple(one for one in alike if one != found)
        return Sheet(found, rows, merged, marks, is_hidden, namesakes)

    def _cells(self, sheet: str, path: str, archive: BytesIO | None) -> Cells:
        """A sheet's values and its merged areas; without an archive from the second reader.

        Raises ValueError or CalamineError where neither reader can tell.
        """
        try:
            if archive is not None:
                return first_reading(archive, sheet)
        except CalamineError:
            # What one reader cannot read another may.
            pass
        return second_reading(without_blanks(self._checked[path]), self._common, from_1904=self._context.from_1904)

    @cached_property
    def personal_numbers(self) -> list[PersonalNumber]:
        """Every personal identity number anywhere in the workbook. Raises ReportError for a damaged part."""
        try:
            return find_personal_numbers(self._checked, self.sheet_paths, self._context.styles)
        except (ExpatError, ElementTree.ParseError) as fault:
            raise refusal(self.name, "Filen är ingen Excel-arbetsbok, eller så är den skadad.") from fault

    @cached_property
    def _context(self) -> SheetContext:
        return context_of({**dict.fromkeys(self._parts, b""), **self._common})

    @cached_property
    def _checked(self) -> CheckedParts:
        sheets = {path: name for name, path in self.sheet_paths.items()}
        return CheckedParts(self.name, self._parts, self._common, self._strings, sheets)

    def _disordered(self, sheet: str, cell: str, found: str) -> ReportError:
        """Of what stands twice, programs read different values."""
        problem = Problem(
            self.name,
            sheet,
            cell,
            f"{found} Vilket värde som läses beror på programmet.",
            "Varje rad och cell väntas en gång, och i ordning.",
            "Öppna filen i Excel, kontrollera bladet och spara den på nytt som Excel-arbetsbok (.xlsx).",
        )
        return ReportError([problem])

    def _refused(
        self,
        sheet: str,
        found: str,
        expected: str = "Ett blad med hela rader och kolumner väntas.",
        remedy: str = "Öppna filen i Excel och spara den på nytt som Excel-arbetsbok (.xlsx).",
    ) -> ReportError:
        return ReportError([Problem(self.name, sheet, found=found, expected=expected, remedy=remedy)])


def content_hash(content: bytes) -> str:
    """The sha256 of a file's bytes, in hexadecimal."""
    return hashlib.sha256(content).hexdigest()


def open_workbook(content: bytes, name: str, of: bytes | None = None) -> SafeWorkbook:
    """Check a workbook's archive and open it; `of` is the file that it was made of. Raises ReportError."""
    parts = open_archive(content, name)
    try:
        index = {part: parts.read(part, INDEX) for part in _INDEX if part in parts}
        targets = _targets(index, parts)
        index |= {ROOT: relations_part({"book": (_WORKBOOK, WORKBOOK)}), RELATIONS: relations_part(targets)}
        styles, packed_styles = _support(parts, targets, "/styles", "xl/styles.xml", STYLES)
        strings, packed_strings = _support(parts, targets, "/sharedStrings", "xl/sharedStrings.xml", STRINGS)
        if not packed_styles and any(type_.endswith("/styles") for type_, _ in targets.values()):
            # Without its formats 4,5 % is 0,045.
            raise refusal(name, "Listan med arbetsbokens format saknas i filen.")
        if refused := too_many_formats(styles) or too_many_strings(strings):
            raise refusal(name, *refused)
        paths = _sheet_paths(index, parts, targets)
        # That the index can be read is known before any sheet is.
        guarded(lambda: CalamineWorkbook.from_filelike(repacked(index)))
    except (ElementTree.ParseError, CalamineError, KeyError, ValueError) as fault:
        raise refusal(name, "Filen är ingen Excel-arbetsbok, eller så är den skadad.") from fault
    return SafeWorkbook(
        name,
        content_hash(of or content),
        len(of or content),
        paths,
        parts,
        {**index, **packed_styles, **packed_strings},
        strings,
    )


def _targets(index: dict[str, bytes], parts: SafeParts) -> dict[str, tuple[str, str]]:
    """The parts of the workbook by the id of their relation: (kind of relation, path).

    A relation's kind is an address of which only the end is the same in all editions of Open XML.
    """
    return {
        relation.get("Id", ""): (relation.get("Type", ""), parts.name(target_path("xl", relation.get("Target", ""))))
        for relation in ElementTree.fromstring(index[RELATIONS])
        if relation.get("TargetMode") != "External"
    }


def _support(
    parts: SafeParts, targets: dict[str, tuple[str, str]], relation: str, usual: str, kind: Kind
) -> tuple[bytes, dict[str, bytes]]:
    """The part of this relation, empty if there is none, and as it is packed for the reader.

    It stands under the usual path too: which of them the reader looks at is its own business.
    """
    path = next((path for type_, path in targets.values() if type_.endswith(relation)), usual)
    if path not in parts:
        return b"", {}
    content = parts.read(path, kind)
    return content, {usual: content, path: content}


def _sheet_paths(index: dict[str, bytes], parts: SafeParts, targets: dict[str, tuple[str, str]]) -> dict[str, str]:
    """The part that holds each worksheet. Local names only: Strict Open XML has other namespaces."""
    sheets = {identity: path for identity, (type_, path) in targets.items() if type_.endswith("/worksheet")}
    found = {}
    for element in ElementTree.fromstring(index["xl/workbook.xml"]).iter():
        if element.tag.rpartition("}")[2] != "sheet":
            continue
        identity = next((value for key, value in element.attrib.items() if key.rpartition("}")[2] == "id"), None)
        if identity in sheets and sheets[identity] in parts:
            if element.get("name", "") in found:
                raise ValueError("two sheets of one name")
            found[element.get("name", "")] = sheets[identity]
    return found


def _listed_sheets(index: dict[str, bytes]) -> Iterator[str]:
    """The names of all sheets, with or without cells, whether or not their parts are there."""
    for element in ElementTree.fromstring(index["xl/workbook.xml"]).iter():
        if element.tag.rpartition("}")[2] == "sheet":
            yield element.get("name", "")


def _exactly(name: str) -> str:
    """A name between quotation marks with the spaces that it has."""
    line = re.sub(r"[\x00-\x1f\x7f]", " ", name[:60])
    return f"”{line}”"
