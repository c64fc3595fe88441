"""A copy of a workbook with its faulty cells coloured and commented, everything else as it was.

The parts of the package are edited where they must be (the sheets with marks, the styles, the comments and what ties
them together), and every other part is copied byte for byte. A library that loads a workbook and saves it loses what it
does not know.
"""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from collections.abc import Mapping

from followup.ground.errors import Problem, ReportError
from followup.ground.palette import palette
from followup.ground.wording import normalised
from followup.review.cell_comments import NO_COMMENTS, NO_DRAWING, with_boxes
from followup.review.cell_comments import with_comments as commented
from followup.review.comment_threads import author, with_answers
from followup.review.marked_sheet import column_width, with_comments, with_styles
from followup.review.marked_styles import MarkedStyles, Unmarkable
from followup.review.marks import Mark, Place, marks_by_sheet
from followup.workbooks.files.part_names import is_usual
from followup.workbooks.files.workbook import open_workbook
from followup.workbooks.forms.form import Form, form_of

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
_COMMENTS_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"
_VML_TYPE = "application/vnd.openxmlformats-officedocument.vmlDrawing"
_TYPES = "[Content_Types].xml"
_NO_RELATIONS = (
    f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="{_PACKAGE}"></Relationships>'
)
_OF_CSV = (
    "En csv-fil har varken färger eller kommentarer. Cellerna står i tabellen, med de namn som de har när filen är "
    "öppen i Excel."
)
_OF_ANOTHER_FORM = (
    "Bara en arbetsbok som är sparad som .xlsx eller .xlsm kan märkas. Cellerna står i tabellen: öppna filen och gå "
    "till dem."
)
_OF_ANOTHER_PROGRAM = (
    "Filen är skriven av ett annat program, på ett sätt som bara kan läsas. Öppna den i Excel och spara den som "
    "Excel-arbetsbok (.xlsx), så kan den märkas."
)
_RELATION = re.compile(rb"<(?:\w+:)?Relationship\b[^>]*>")


def marked_copy(content: bytes, workbook: str, problems: list[Problem]) -> bytes:
    """The marked copy of a workbook's bytes; the same for the same problems.

    Raises Unmarkable, with a reason for the page, for a workbook of another form, one that cannot be opened, and one
    that has nothing to mark.
    """
    try:
        if (form := form_of(content, workbook)[0]) is not Form.XLSX:
            raise Unmarkable(_OF_CSV if form is Form.CSV else _OF_ANOTHER_FORM)
        paths = open_workbook(content, workbook).sheet_paths
    except ReportError as fault:
        raise Unmarkable(" ".join(one.found for one in fault.problems)) from fault
    package = _Package(content)
    marks = marks_by_sheet(problems)
    sheets = {path: found for name, path in paths.items() if (found := _of(name, marks))}
    if not sheets:
        raise Unmarkable("Det som är fel gäller arbetsboken eller ett blad som inte finns, och inte någon cell.")
    package.mark(sheets)
    return package.packed()


def _of(sheet: str, marks: Mapping[str, dict[Place, Mark]]) -> dict[Place, Mark]:
    """The marks of a sheet; case and spaces in its name make no difference, as when it is read."""
    if sheet in marks:
        return marks[sheet]
    return next((found for name, found in marks.items() if normalised(name) == normalised(sheet)), {})


class _Package:
    """The parts of a workbook, those that have been changed in place of the others."""

    def __init__(self, content: bytes) -> None:
        self._archive = zipfile.ZipFile(io.BytesIO(content))
        self._names = self._archive.namelist()
        if not is_usual(self._names):
            raise Unmarkable(_OF_ANOTHER_PROGRAM)
        self._changed: dict[str, bytes] = {}

    def mark(self, sheets: Mapping[str, dict[Place, Mark]]) -> None:
        style_path = self._target("xl/workbook.xml", "/styles")
        if not style_path:
            raise Unmarkable("Arbetsboken har inga format.")
        styles = MarkedStyles(self._read(style_path))
        for path, marks in sheets.items():
            self._mark_sheet(path, marks, styles)
        self._changed[style_path] = styles.xml

    def packed(self) -> bytes:
        """The archive, its parts in their order and new ones last, each with the date that it had."""
        target = io.BytesIO()
        with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
            for entry in self._archive.infolist():
                archive.writestr(entry, self._changed.get(entry.filename, self._archive.read(entry)))
            for name in sorted(self._changed.keys() - set(self._names)):
                entry = zipfile.ZipInfo(name)
                entry.compress_type = zipfile.ZIP_DEFLATED
                archive.writestr(entry, self._changed[name])
        return target.getvalue()

    def _mark_sheet(self, path: str, marks: dict[Place, Mark], styles: MarkedStyles) -> None:
        error, warning = palette().marked_error, palette().marked_warning

        def restyle(style: int, place: Place) -> int:
            return styles.coloured(style, error if marks[place].is_error else warning)

        xml = self._read(path)
        if b"purl.oclc.org/ooxml" in xml[:2000]:
            raise Unmarkable("Arbetsboken är sparad som Strict Open XML.")
        xml = with_styles(xml, marks, restyle)
        texts = {place: mark.text for place, mark in marks.items() if mark.text}
        comments = self._target(path, "/comments")
        drawing = self._target(path, "/vmlDrawing")
        written, boxes = commented(self._read(comments) if comments else NO_COMMENTS, texts)
        if not comments:
            comments = self._new("xl/comments{}.xml")
            self._relate(path, "comments", comments)
            self._typed(f'<Override PartName="/{comments}" ContentType="{_COMMENTS_TYPE}"/>')
        self._changed[comments] = written
        if boxes:
            own = {place: texts[place] for place in boxes}
            drawn = with_boxes(self._read(drawing) if drawing else NO_DRAWING, own, column_width(xml))
            if not drawing:
                drawing = self._new("xl/drawings/vmlDrawing{}.vml")
                xml = with_comments(xml, self._relate(path, "vmlDrawing", drawing))
                if not re.search(rb'Extension\s*=\s*["\']vml["\']', self._read(_TYPES), re.IGNORECASE):
                    self._typed(f'<Default Extension="vml" ContentType="{_VML_TYPE}"/>')
            self._changed[drawing] = drawn
        self._changed[path] = xml
        self._answer(path, texts)

    def _answer(self, path: str, texts: Mapping[Place, str]) -> None:
        """Writes in the threads of comments of the sheet, where it has any."""
        threads, persons = self._target(path, "/threadedComment"), self._target("xl/workbook.xml", "/person")
        if not threads or not persons:
            return
        known = self._read(threads)
        answered = with_answers(known, texts)
        if answered != known:
            self._changed[threads] = answered
            if author().encode() not in self._read(persons):
                self._changed[persons] = _within(self._read(persons), "personList", author())

    def _read(self, name: str) -> bytes:
        if name in self._changed:
            return self._changed[name]
        content = self._archive.read(name)
        try:
            content.decode()
        except UnicodeDecodeError:
            raise Unmarkable("En del av arbetsboken är inte kodad som UTF-8.") from None
        if b"\0" in content:
            raise Unmarkable(_OF_ANOTHER_PROGRAM)
        if b"<!" in content:
            raise Unmarkable("En del av arbetsboken har kommentarer i sin XML.")
        return content

    def _relations(self, part: str) -> str:
        folder, _, name = part.rpartition("/")
        return f"{folder}/_rels/{name}.rels"

    def _target(self, part: str, kind: str) -> str:
        """The part that another is tied to by a relation of this kind; empty where there is none."""
        relations = self._relations(part)
        if relations not in self._names and relations not in self._changed:
            return ""
        for tag in _RELATION.findall(self._read(relations)):
            if _attribute(tag, "Type").endswith(kind):
                target = _attribute(tag, "Target")
                if target.startswith("/"):
                    return target[1:]
                return posixpath.normpath(posixpath.join(posixpath.dirname(part), target))
        return ""

    def _relate(self, part: str, kind: str, target: str) -> str:
        """Ties a part to another; the new relation's id."""
        name = self._relations(part)
        known = self._read(name) if name in self._names or name in self._changed else _NO_RELATIONS.encode()
        identity = f"rIdGranskning{len(_RELATION.findall(known)) + 1}"
        tag = f'<Relationship Id="{identity}" Type="{_OFFICE}/{kind}" Target="/{target}"/>'
        self._changed[name] = _within(known, "Relationships", tag)
        return identity

    def _typed(self, tag: str) -> None:
        self._changed[_TYPES] = _within(self._read(_TYPES), "Types", tag)

    def _new(self, pattern: str) -> str:
        taken = {*self._names, *self._changed}
        return next(name for number in range(1, len(taken) + 2) if (name := pattern.format(number)) not in taken)


def _within(xml: bytes, root: str, tag: str) -> bytes:
    """The part with one element more, last in its root."""
    closing = re.search(rb"</((?:\w+:)?)%s\s*>\s*$" % root.encode(), xml)
    if closing is None:
        opened = re.search(rb"<%s\b[^>]*/>\s*$" % root.encode(), xml)
        if opened is None:
            raise Unmarkable("Arbetsbokens delar hänger inte ihop som de brukar.")
        whole = opened[0].rstrip()
        return xml[: opened.start()] + whole[:-2] + f">{tag}</{root}>".encode()
    if closing[1]:
        tag = tag.replace("<", f"<{closing[1].decode()}", 1)
    return xml[: closing.start()] + tag.encode() + xml[closing.start() :]


def _attribute(tag: bytes, name: str) -> str:
    found = re.search(rb'(?<![\w:])%s\s*=\s*["\']([^"\']*)["\']' % name.encode(), tag)
    return found[1].decode() if found else ""
