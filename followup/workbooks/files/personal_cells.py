"""Where a workbook holds personal identity numbers: in the cells of any sheet, in comments, in whatever else is text.

A search for the shape settles nearly every workbook without parsing anything. Only where it finds something are the
cells gone through.
"""

from __future__ import annotations

import html
import posixpath
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from xml.etree import ElementTree
from xml.parsers import expat

from followup.ground.personal_number import has_personal_number, is_separated, personal_numbers
from followup.ground.wording import column_index
from followup.workbooks.files.cell_styles import DEFAULT_STYLE, CellStyles
from followup.workbooks.files.personal_search import has_candidate, joined_runs, other_texts
from followup.workbooks.files.sheet_marks import Place

TEXTS = "xl/sharedStrings.xml"

# Excel's own format for personal identity numbers, and its longer form.
_FORMAT = re.compile(r"(?:00)?0{6}-0{4}")

# A number of ten digits alone: an amount passes as a personal identity number once in 140 times. A column of them does
# not pass together.
_LEAST_SHARE = 0.5

# So many comments are told; who mends them looks at the rest too.
_MOST_COMMENTS = 1_000

# A cell with a number: it holds digits alone.
_NUMBER = (True, True)


@dataclass(frozen=True)
class PersonalNumber:
    """Where one stands. `sheet` may be empty, `cell` None; `part` says what holds it when no cell does.

    `is_number` is whether the cell holds a number and not a text, `is_digits` whether it holds digits alone.
    """

    sheet: str
    cell: Place | None
    part: str = ""
    is_number: bool = False
    is_digits: bool = False


def find_personal_numbers(
    parts: Mapping[str, bytes], sheet_paths: Mapping[str, str], styles: CellStyles
) -> list[PersonalNumber]:
    """Everywhere in a workbook; every cell once. Raises ExpatError or ParseError for a damaged part."""
    found: list[PersonalNumber] = []
    texts = joined_runs(parts.get(TEXTS, b""))
    personal_texts = _personal_texts(texts) if has_candidate(texts) else {}
    personal_styles = {style for style, format_ in styles.formats.items() if _is_personal(format_.code)}
    grouped_styles = styles.grouped
    for name, path in sheet_paths.items():
        xml = joined_runs(parts[path])
        is_suspected = has_candidate(xml) or any(b's="%s"' % style.encode() in xml for style in personal_styles)
        if is_suspected or (personal_texts and b'"s"' in xml):
            cells = _Cells(personal_texts, personal_styles, grouped_styles)
            found += [PersonalNumber(name, place, "", *kind) for place, kind in cells.of(xml)]
            around = xml[: xml.find(b"sheetData")] + xml[xml.rfind(b"sheetData") :]
            if has_candidate(around) and any(other_texts(around)):
                found.append(PersonalNumber(name, None, "Sidhuvudet, sidfoten eller en regel på bladet"))
        for comments in _related(parts, path):
            places = islice(_commented(parts[comments]), _MOST_COMMENTS)
            found += [PersonalNumber(name, place, "En kommentar till cellen") for place in places]
    known = {TEXTS, *sheet_paths.values()}
    for path in parts:
        what = _WHAT.search(path)
        if (
            path not in known
            and what
            and has_candidate(joined := joined_runs(parts[path]))
            and any(other_texts(joined))
        ):
            found.append(PersonalNumber("", None, _NAMES[what[0]]))
    if personal_texts and not any(not one.part and not one.is_number for one in found):
        found.append(PersonalNumber("", None, "En text som är borttagen men finns kvar i filen"))
    return list(dict.fromkeys(found))


_NAMES = {
    "xl/workbook.xml": "Ett bladnamn eller ett definierat namn",
    "xl/drawings/": "En textruta",
    "xl/charts/": "Ett diagram",
    "xl/tables/": "En tabells rubrik",
    "xl/pivotCache/": "Det sparade underlaget till en pivottabell",
    "xl/pivotTables/": "En pivottabell",
    "xl/externalLinks/": "Sparade värden ur en annan arbetsbok",
    "docProps/": "Filens egenskaper",
    "customXml/": "Filens egenskaper",
}
_WHAT = re.compile("^(?:" + "|".join(map(re.escape, _NAMES)) + ")")


def _is_personal(code: str) -> bool:
    return bool(_FORMAT.fullmatch(re.sub(r'["\\]|\[[^\]]*\]', "", code.partition(";")[0])))


def _related(parts: Mapping[str, bytes], path: str) -> Iterator[str]:
    """The parts with comments to a sheet, those in threads included."""
    folder, name = posixpath.split(path)
    relations = parts.get(f"{folder}/_rels/{name}.rels")
    targets = dict.fromkeys(
        relation.get("Target", "")
        for relation in (ElementTree.fromstring(relations) if relations else ())
        if relation.get("Type", "").rpartition("/")[2] in ("comments", "threadedComment")
    )
    paths = (one.lstrip("/") if one.startswith("/") else posixpath.normpath(f"{folder}/{one}") for one in targets)
    for full in dict.fromkeys(paths):
        if full in parts and has_candidate(joined_runs(parts[full])):
            yield full


def _commented(xml: bytes) -> Iterator[Place]:
    for element in ElementTree.fromstring(xml).iter():
        if element.tag.rpartition("}")[2] in ("comment", "threadedComment"):
            reference = re.fullmatch(r"([A-Z]{1,3})([0-9]{1,7})", element.get("ref", ""))
            if reference and has_personal_number("".join(element.itertext())):
                yield int(reference[2]) - 1, column_index(reference[1])


def _personal_texts(texts: bytes) -> dict[int, bool]:
    """The positions of the shared texts that hold one, and whether they are digits alone."""
    found = {}
    for position, one in enumerate(re.split(rb"<(?:\w+:)?si\b", texts)[1:]):
        if has_candidate(one):
            plain = html.unescape(re.sub(rb"<[^>]*>|^[^>]*>", b"", one).decode("utf-8", "replace"))
            if has_personal_number(plain):
                found[position] = plain.strip().isdigit()
    return found


class _Cells:
    """Goes through a sheet's cells and keeps those that hold a personal identity number."""

    def __init__(self, texts: dict[int, bool], styles: set[str], grouped: frozenset[str]) -> None:
        self._texts, self._styles, self._grouped = texts, styles, grouped
        self._found: dict[Place, tuple[bool, bool]] = {}
        # Per column, how many numbers of ten or twelve digits there are, and those that may be personal.
        self._counted: dict[int, int] = defaultdict(int)
        self._numbers: dict[int, list[Place]] = defaultdict(list)
        self._place: Place = (-1, -1)
        self._cell: dict[str, str] = {}
        self._text: list[str] = []

    def of(self, xml: bytes) -> list[tuple[Place, tuple[bool, bool]]]:
        """Each cell, whether it holds a number, and whether it holds digits alone."""
        parser = expat.ParserCreate()
        parser.buffer_text = True
        parser.StartElementHandler, parser.EndElementHandler = self._start, self._end
        parser.CharacterDataHandler = self._text.append
        parser.Parse(xml, True)
        for column, places in self._numbers.items():
            if len(places) >= _LEAST_SHARE * self._counted[column]:
                self._found |= dict.fromkeys(places, _NUMBER)
        return sorted(self._found.items())

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        name = name.rpartition(":")[2]
        if name == "row":
            number = attributes.get("r", "")
            self._place = (int(number) - 1 if number.isdigit() else self._place[0] + 1, -1)
        elif name == "c":
            reference = re.fullmatch(r"([A-Za-z]{1,3})([0-9]{1,7})", attributes.get("r", "").strip())
            row, column = self._place
            self._place = (int(reference[2]) - 1, column_index(reference[1])) if reference else (row, column + 1)
            self._cell = attributes
        if name in ("c", "v", "is", "f"):
            self._text.clear()

    def _end(self, name: str) -> None:
        name = name.rpartition(":")[2]
        kind = self._cell.get("t", "n")
        if name not in ("v", "is", "f"):
            return
        text = "".join(self._text).strip()
        if name != "v" or kind not in ("n", "s"):
            if has_personal_number(text):
                self._found[self._place] = (False, text.isdigit())
        elif kind == "s":
            if text.isdigit() and int(text) in self._texts:
                self._found[self._place] = (False, self._texts[int(text)])
        else:
            self._number(re.sub(r"\.0+$", "", text))

    def _number(self, text: str) -> None:
        style, column = self._cell.get("s", DEFAULT_STYLE), self._place[1]
        if style in self._styles and text.isdigit():
            wanted = 10 if len(text) <= 10 else 12
            if has_personal_number(text.rjust(wanted, "0")):
                self._found[self._place] = _NUMBER
        elif len(text) in (10, 12) and text.isdigit():
            self._counted[column] += 1
            if style not in self._grouped and any(not is_separated(match) for match in personal_numbers(text)):
                self._numbers[column].append(self._place)
