"""An xlsx written from cells that were read out of another form: what the one way of reading is given.

It says of every cell what the original says: a number with its number format, a failed formula as one, what is struck
through or white on white, which rows, columns and sheets are hidden, what is merged, and the comments.
"""

from __future__ import annotations

import io
import math
import zipfile
from collections.abc import Iterable, Mapping
from typing import NamedTuple
from xml.sax.saxutils import quoteattr

from followup.ground.errors import Problem, ReportError
from followup.ground.wording import column_letter
from followup.workbooks.files.part_limits import MEGABYTE, MOST_CELLS, MOST_COLUMNS, MOST_ROWS, MOST_TEXT, Refusal
from followup.workbooks.forms.package import (
    HEAD,
    MAIN,
    PACKAGE,
    RELATIONS,
    CellStyle,
    clean,
    clean_name,
    override,
    relation,
    relations_part,
    style_part,
)

# What all sheets of a workbook may hold together: as many as are written again and read within ten seconds.
MOST_CELLS_IN_ALL = 1_000_000
TOO_MANY_CELLS = Refusal(
    f"Arbetsboken har fler än {MOST_CELLS_IN_ALL} celler.",
    f"En arbetsbok i en annan form än .xlsx har högst {MOST_CELLS_IN_ALL} celler.",
    f"Öppna filen och spara den som Excel-arbetsbok (.xlsx): där läses {MOST_CELLS} celler i varje blad.",
)
# What an xlsx calls the errors, whichever language they are shown in; all others are of values.
_ERRORS = {
    "#DIVISION/0!": "#DIV/0!",
    "#SAKNAS!": "#N/A",
    "#REFERENS!": "#REF!",
    "#NAMN?": "#NAME?",
    "#OGILTIGT!": "#NUM!",
    "#SKÄRNING!": "#NULL!",
    "#VÄRDEFEL!": "#VALUE!",
}
_LETTERS = [column_letter(number) for number in range(MOST_COLUMNS)]


class Run(NamedTuple):
    """A part of a text, bold or not."""

    text: str
    is_bold: bool


class PlainBook:
    """Takes in sheets, and gives the bytes of the xlsx. Raises ReportError for more than a workbook holds."""

    def __init__(self, workbook: str, *, dates_from_1904: bool = False, recalculates: bool = False) -> None:
        self.workbook = workbook
        self._from_1904, self._recalculates = dates_from_1904, recalculates
        self._sheets: list[PlainSheet] = []
        self._texts: dict[str, int] = {}
        self._styles: dict[CellStyle, int] = {CellStyle(): 0}
        self._cells = self._letters = 0
        self._others: dict[str, bytes] = {}

    def sheet(self, name: str, *, is_hidden: bool = False) -> PlainSheet:
        """A new sheet, the last one."""
        self._sheets.append(PlainSheet(self, name, is_hidden))
        return self._sheets[-1]

    def drop(self, sheet: PlainSheet) -> None:
        """Takes a sheet away again that turned out to be none of the workbook's."""
        self._sheets.remove(sheet)

    def style(self, style: CellStyle) -> int:
        """The number of a style among the cells' styles."""
        return self._styles.setdefault(style, len(self._styles))

    def add_parts(self, parts: Mapping[str, bytes]) -> None:
        """Parts of the original that are XML as they are: drawings, properties."""
        self._others.update(parts)

    def add_texts(self, part: str, texts: Iterable[str]) -> None:
        """What is written beside the cells, as a part of its own."""
        lines = "".join(f"<t>{clean(text)}</t>" for text in texts if text)
        if lines:
            self._others[part] = f"{HEAD}<texts>{lines}</texts>".encode()

    def shared(self, markup: str) -> int:
        """The number of a text among the workbook's texts."""
        place = self._texts.get(markup)
        if place is None:
            place = self._texts[markup] = len(self._texts)
            self._letters += len(markup)
        self.refuse_text(self._letters)
        return place

    def refuse_text(self, letters: int) -> None:
        """Refuses more text than a workbook holds: what stands many times is not to be written as often first."""
        if letters > MOST_TEXT:
            allowed = f"En arbetsbok har högst {MOST_TEXT // MEGABYTE} MB text."
            self.refuse(Refusal(f"Arbetsbokens celler håller mer än {MOST_TEXT // MEGABYTE} MB text.", allowed))

    def count_cells(self, count: int) -> None:
        self._cells += count
        if self._cells > MOST_CELLS_IN_ALL:
            self.refuse(TOO_MANY_CELLS)

    def refuse(self, refusal: Refusal, sheet: str = "") -> None:
        raise ReportError([Problem(self.workbook, sheet, "", *refusal)])

    def content(self) -> bytes:
        """The bytes of the xlsx."""
        target = io.BytesIO()
        with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as archive:
            for name, content in self._parts():
                archive.writestr(zipfile.ZipInfo(name), content)
        return target.getvalue()

    def _parts(self) -> Iterable[tuple[str, str | bytes]]:
        types, relations, listed = [], [], []
        for number, sheet in enumerate(self._sheets, start=1):
            state = ' state="hidden"' if sheet.is_hidden else ""
            listed.append(
                f'<sheet name={quoteattr(clean_name(sheet.name))} sheetId="{number}"{state} r:id="s{number}"/>'
            )
            relations.append(relation(f"s{number}", "worksheet", f"worksheets/sheet{number}.xml"))
            types.append(override(f"/xl/worksheets/sheet{number}.xml", "worksheet"))
            yield f"xl/worksheets/sheet{number}.xml", sheet.markup()
            if sheet.comments:
                yield f"xl/comments{number}.xml", sheet.comment_markup()
                link = relation("c1", "comments", f"../comments{number}.xml")
                yield f"xl/worksheets/_rels/sheet{number}.xml.rels", relations_part([link])
        relations += [
            relation("styles", "styles", "styles.xml"),
            relation("texts", "sharedStrings", "sharedStrings.xml"),
        ]
        types += [override("/xl/styles.xml", "styles"), override("/xl/sharedStrings.xml", "sharedStrings")]
        types.append(override("/xl/workbook.xml", "sheet.main"))
        properties = '<workbookPr date1904="1"/>' if self._from_1904 else ""
        calculation = '<calcPr fullCalcOnLoad="1"/>' if self._recalculates else ""
        yield "xl/styles.xml", style_part(self._styles)
        texts = "".join(f"<si>{markup}</si>" for markup in self._texts)
        yield "xl/sharedStrings.xml", f'{HEAD}<sst xmlns="{MAIN}">{texts}</sst>'
        yield (
            "xl/workbook.xml",
            f'{HEAD}<workbook xmlns="{MAIN}" xmlns:r="{RELATIONS}">{properties}<sheets>{"".join(listed)}</sheets>'
            f"{calculation}</workbook>",
        )
        yield "xl/_rels/workbook.xml.rels", relations_part(relations)
        yield "_rels/.rels", relations_part([relation("book", "officeDocument", "xl/workbook.xml")])
        defaults = '<Default Extension="xml" ContentType="application/xml"/>'
        defaults += (
            f'<Default Extension="rels" ContentType="{"application/vnd.openxmlformats-package"}.relationships+xml"/>'
        )
        yield (
            "[Content_Types].xml",
            f'{HEAD}<Types xmlns="{PACKAGE}/content-types">{defaults}{"".join(types)}</Types>',
        )
        yield from self._others.items()


class PlainSheet:
    """Takes in the rows of a sheet in their order, and the cells of each row in theirs; all are counted from 0."""

    def __init__(self, book: PlainBook, name: str, is_hidden: bool) -> None:
        self.name, self.is_hidden = name, is_hidden
        self.comments: dict[tuple[int, int], str] = {}
        self._book = book
        self._rows: list[str] = []
        self._row: list[str] = []
        self._number, self._hides_row = -1, False
        self._merged: list[str] = []
        self._hidden_columns: list[tuple[int, int]] = []

    def row(self, number: int, *, is_hidden: bool = False) -> None:
        """Begins a row, which ends the one before it."""
        self._end_row()
        if number >= MOST_ROWS and not is_hidden:
            self._too_large(f"Bladet har fler än {MOST_ROWS} rader.")
        self._number, self._hides_row = number, is_hidden

    def number(self, column: int, value: float, style: int = 0, *, is_formula: bool = False) -> None:
        """A number; one that is none is a failed formula."""
        if not math.isfinite(value):
            self.error(column, "#NUM!")
            return
        attributes = f' s="{style}"' if style else ""
        self._add(column, f"{attributes}>{'<f/>' if is_formula else ''}<v>{value!r}</v>")

    def text(self, column: int, text: str, style: int = 0, runs: Iterable[Run] = ()) -> None:
        """A text; with `runs`, of which some are bold."""
        if not text:
            return
        markup = "".join(map(_run, runs)) or _text(text)
        attributes = f' s="{style}"' if style else ""
        self._add(column, f'{attributes} t="s"><v>{self._book.shared(markup)}</v>')

    def boolean(self, column: int, value: bool) -> None:
        self._add(column, f' t="b"><v>{int(value)}</v>')

    def error(self, column: int, code: str) -> None:
        """A failed formula, by what it shows in whatever language."""
        upper = code.upper()
        self._add(column, f' t="e"><v>{_ERRORS.get(upper, upper if upper in _ERRORS.values() else "#VALUE!")}</v>')

    def uncomputed(self, column: int) -> None:
        """A formula that was saved without a value."""
        self._add(column, "><f/>")

    def linked(self, column: int, value: float | str) -> None:
        """A formula that fetches its value from another file."""
        formula = "<f>'[bok.xlsx]blad'!A1</f>"
        if isinstance(value, str):
            self._add(column, f' t="str">{formula}<v>{clean(value)}</v>')
        else:
            self._add(column, f">{formula}<v>{value!r}</v>")

    def hide_columns(self, first: int, last: int) -> None:
        self._hidden_columns.append((first, last))

    def merge(self, top: int, left: int, bottom: int, right: int) -> None:
        if (top, left) != (bottom, right) and max(left, right) < MOST_COLUMNS:
            self._merged.append(f'<mergeCell ref="{_LETTERS[left]}{top + 1}:{_LETTERS[right]}{bottom + 1}"/>')

    def markup(self) -> str:
        """The sheet's part."""
        self._end_row()
        columns = "".join(
            f'<col min="{first + 1}" max="{last + 1}" width="9" hidden="1"/>' for first, last in self._hidden_columns
        )
        merged = f'<mergeCells count="{len(self._merged)}">{"".join(self._merged)}</mergeCells>' if self._merged else ""
        return (
            f'{HEAD}<worksheet xmlns="{MAIN}">{f"<cols>{columns}</cols>" if columns else ""}'
            f"<sheetData>{''.join(self._rows)}</sheetData>{merged}</worksheet>"
        )

    def comment_markup(self) -> str:
        """The part with its comments."""
        listed = "".join(
            f'<comment ref="{column_letter(column)}{row + 1}"><text><t>{clean(text)}</t></text></comment>'
            for (row, column), text in self.comments.items()
        )
        return f'{HEAD}<comments xmlns="{MAIN}"><commentList>{listed}</commentList></comments>'

    def _add(self, column: int, markup: str) -> None:
        if column >= MOST_COLUMNS:
            self._too_large(f"Bladet har fler än {MOST_COLUMNS} kolumner.")
        self._row.append(f'<c r="{_LETTERS[column]}{self._number + 1}"{markup}</c>')

    def _end_row(self) -> None:
        if self._row or self._hides_row:
            hidden = ' hidden="1"' if self._hides_row else ""
            self._rows.append(f'<row r="{self._number + 1}"{hidden}>{"".join(self._row)}</row>')
            self._book.count_cells(len(self._row))
        self._row, self._hides_row = [], False

    def _too_large(self, found: str) -> None:
        allowed = f"Ett blad har högst {MOST_ROWS} rader, {MOST_COLUMNS} kolumner och {MOST_CELLS} celler."
        self._book.refuse(Refusal(found, allowed), self.name)


def _text(text: str) -> str:
    return f'<t xml:space="preserve">{clean(text)}</t>'


def _run(run: Run) -> str:
    return f"<r>{'<rPr><b/></rPr>' if run.is_bold else ''}{_text(run.text)}</r>" if run.text else ""
