"""Workbooks that cost far more to read than to make: small archives, made in memory, each with one thing too many.

    content = styles(1_000_000)      # the bytes of an xlsx file

Each has the sheet Blad. They stand for what a broken export, an infected file or somebody's joke can hold.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Iterator
from itertools import chain, repeat

SHEET = "xl/worksheets/sheet1.xml"
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPES = (
    f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/>'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/></Types>'
)
_ROOT = (
    f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="rId1" Type="{_OFFICE}/officeDocument" '
    'Target="xl/workbook.xml"/></Relationships>'
)
_RELATIONS = (
    f'<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{_OFFICE}/worksheet" Target="worksheets/sheet1.xml"/>'
    f'<Relationship Id="rId2" Type="{_OFFICE}/styles" Target="styles.xml"/>'
    f'<Relationship Id="rId3" Type="{_OFFICE}/sharedStrings" Target="sharedStrings.xml"/></Relationships>'
)
_ONE_SHEET = '<sheet name="Blad" sheetId="1" r:id="rId1"/>'

Text = str | Iterable[str]


def _pieces(text: Text) -> Iterator[str]:
    return iter((text,)) if isinstance(text, str) else iter(text)


def archive(parts: dict[str, Text], compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A workbook of one sheet with some parts replaced or added; a part may be given in pieces."""
    whole: dict[str, Text] = {
        "[Content_Types].xml": _TYPES,
        "_rels/.rels": _ROOT,
        "xl/workbook.xml": workbook_xml(_ONE_SHEET),
        "xl/_rels/workbook.xml.rels": _RELATIONS,
        "xl/styles.xml": f'<styleSheet xmlns="{_MAIN}"/>',
        SHEET: sheet_xml('<row r="1"><c r="A1"><v>7</v></c></row>'),
    }
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", compression, compresslevel=6) as made:
        for name, text in (whole | parts).items():
            with made.open(name, "w") as part:
                for piece in _pieces(text):
                    part.write(piece.encode())
    return target.getvalue()


def workbook_xml(sheets: Text) -> Iterator[str]:
    return chain([f'<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><sheets>'], _pieces(sheets), ["</sheets></workbook>"])


def sheet_xml(rows: Text, after: Text = "", before: str = "") -> Iterator[str]:
    start = [f'<worksheet xmlns="{_MAIN}">{before}<sheetData>']
    return chain(start, _pieces(rows), ["</sheetData>"], _pieces(after), ["</worksheet>"])


def shared_xml(strings: Text) -> Iterator[str]:
    return chain([f'<sst xmlns="{_MAIN}">'], _pieces(strings), ["</sst>"])


def styles(count: int) -> bytes:
    pieces = chain(
        [f'<styleSheet xmlns="{_MAIN}"><cellXfs count="{count}">'],
        repeat('<xf numFmtId="9"/>' * 1000, count // 1000),
        ["</cellXfs></styleSheet>"],
    )
    return archive({"xl/styles.xml": pieces})


def shared_strings(count: int, length: int) -> bytes:
    strings = (f"<si><t>{number:x}{'åäö ' * (length // 4)}</t></si>" for number in range(count))
    return archive({"xl/sharedStrings.xml": shared_xml(strings)})


def repeated_string(length: int, cells: int) -> bytes:
    rows = (f'<row r="{row}"><c r="A{row}" t="s"><v>0</v></c></row>' for row in range(1, cells + 1))
    texts = shared_xml(f"<si><t>{'lång text ' * (length // 10)}</t></si>")
    return archive({"xl/sharedStrings.xml": texts, SHEET: sheet_xml(rows)})


def merged(count: int) -> bytes:
    areas = (f'<mergeCell ref="A{row}:B{row}"/>' for row in range(1, count + 1))
    after = chain(["<mergeCells>"], areas, ["</mergeCells>"])
    return archive({SHEET: sheet_xml('<row r="1"><c r="A1"><v>7</v></c></row>', after)})


def grid(rows: int, columns: int, cell: str) -> bytes:
    letters = [letter(column) for column in range(columns)]

    def lines() -> Iterator[str]:
        for row in range(1, rows + 1):
            yield f'<row r="{row}">'
            yield "".join(cell.format(place=f"{one}{row}") for one in letters)
            yield "</row>"

    return archive({SHEET: sheet_xml(lines())})


def letter(index: int) -> str:
    """The name of a column counted from 0."""
    name = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        name = chr(65 + rest) + name
    return name


def one_row(cell: str, count: int) -> bytes:
    return archive({SHEET: sheet_xml(chain(['<row r="1">'], repeat(cell * 1000, count // 1000), ["</row>"]))})


def sheets(count: int) -> bytes:
    more = (f'<sheet name="B{number}" sheetId="{number}" r:id="rId1"/>' for number in range(2, count))
    return archive({"xl/workbook.xml": workbook_xml(chain([_ONE_SHEET], more))})


def many_parts(count: int) -> bytes:
    return archive({f"xl/p{number}.xml": "" for number in range(count)}, zipfile.ZIP_STORED)


def _noise(length: int) -> Iterator[str]:
    """Letters that do not shrink to nothing: a plain recurrence, the same on every machine."""
    state = 1
    for _ in range(length // 8000):
        words = []
        for _ in range(1000):
            state = (state * 6364136223846793005 + 1442695040888963407) % 2**64
            words.append(f"{state >> 32:08x}")
        yield "".join(words)


def attribute(length: int) -> bytes:
    cell = chain(['<row r="1"><c r="A1" x="'], _noise(length), ['"><v>7</v></c></row>'])
    return archive({SHEET: sheet_xml(cell)})


def inline(length: int) -> bytes:
    cell = chain(['<row r="1"><c r="A1" t="inlineStr"><is><t>'], _noise(length), ["😀</t></is></c></row>"])
    return archive({SHEET: sheet_xml(cell)})


def rich_inline(length: int) -> bytes:
    runs = (f"<r><t>{piece}</t></r>" for piece in _noise(length))
    return archive({SHEET: sheet_xml(chain(['<row r="1"><c r="A1" t="inlineStr"><is>'], runs, ["</is></c></row>"]))})


def empty_rows(count: int) -> bytes:
    # The formula makes it a sheet that has to be looked through element by element.
    first = '<row r="1"><c r="A1"><f>1+1</f><v>2</v></c></row>'
    return archive({SHEET: sheet_xml(chain([first], repeat("<row/>" * 1000, count // 1000)))})


def deep(count: int) -> bytes:
    inner = chain(repeat("<a>" * 1000, count // 1000), repeat("</a>" * 1000, count // 1000))
    return archive({"xl/workbook.xml": workbook_xml(chain([_ONE_SHEET], inner))})


def attributes(count: int) -> bytes:
    many = (f' a{number}="1"' for number in range(count))
    return archive({SHEET: sheet_xml(chain(['<row r="1"'], many, ['><c r="A1"><v>7</v></c></row>']))})


def far_row(columns: int) -> bytes:
    head = "".join(f'<c r="{letter(column)}1"><v>1</v></c>' for column in range(columns))
    return archive({SHEET: sheet_xml(f'<row r="1">{head}</row><row r="1048576"><c r="A1048576"><v>1</v></c></row>')})


def unread(name: str, megabytes: int) -> bytes:
    return archive({name: chain(["<x>"], _noise(megabytes * 2**20), ["</x>"])})


def stated_strings(count: int) -> bytes:
    """One shared text in a list that says that it has many."""
    texts = f'<sst xmlns="{_MAIN}" count="{count}" uniqueCount="{count}"><si><t>x</t></si></sst>'
    return archive({"xl/sharedStrings.xml": texts})


def number_formats(count: int) -> bytes:
    """As many long number formats, no two of them alike."""
    codes = (f'<numFmt numFmtId="{164 + number}" formatCode="{"0#?" * 80}{number}"/>' for number in range(count))
    used = (f'<xf numFmtId="{164 + number}"/>' for number in range(count))
    head = [f'<styleSheet xmlns="{_MAIN}"><numFmts>']
    return archive({"xl/styles.xml": chain(head, codes, ["</numFmts><cellXfs>"], used, ["</cellXfs></styleSheet>"])})


def array_areas(count: int) -> bytes:
    """Array formulas without a value, each over ten thousand cells."""
    rows = (
        f'<row r="{row}"><c r="A{row}"><f t="array" ref="A{row}:CV{row + 99}">1</f></c></row>'
        for row in range(1, count + 1)
    )
    return archive({SHEET: sheet_xml(rows)})


def comment_relations(count: int) -> bytes:
    """One part with comments that the sheet is said to have many times, with a personal identity number in it."""
    comment = '<comment ref="A1"><text><t>811218-9876</t></text></comment>'
    one = f'<Relationship Id="r" Type="{_OFFICE}/comments" Target="../comments1.xml"/>'
    relations = chain([f'<Relationships xmlns="{_PACKAGE}/relationships">'], repeat(one, count), ["</Relationships>"])
    comments = f"<comments><commentList>{comment * 100}</commentList></comments>"
    return archive({"xl/worksheets/_rels/sheet1.xml.rels": relations, "xl/comments1.xml": comments})


def nested_runs(count: int) -> bytes:
    """A text whose runs lie in each other's formats, beside something that does not shrink."""
    texts = chain(["<si>"], repeat("<r><t></t></r><r><rPr>", count), repeat("</rPr></r>", count), ["</si>"])
    return archive({"xl/sharedStrings.xml": shared_xml(texts), "xl/media/x.bin": _noise(4 * 2**20)})
