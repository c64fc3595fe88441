"""Workbooks whose XML is written by hand, for what no library writes.

    content = raw_book('<row r="1"><c r="A1" s="1"><v>2600000</v></c></row>', formats=["#,##0.0,,"])
    changed = with_parts(content, {"xl/comments1.xml": "<comments/>"})

Style 0 is plain; the styles from 1 on have the formats in their order, then one with a struck-through font.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence
from xml.sax.saxutils import escape, quoteattr

from followup.workbooks.files.workbook import Sheet, open_workbook

NAME = "2024/prov.xlsx"
SHEET = "xl/worksheets/sheet1.xml"
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"


def raw_book(
    cells: str,
    *,
    formats: Sequence[str] = (),
    texts: Sequence[str] = (),
    sheets: Mapping[str, str] | None = None,
    states: Mapping[str, str] | None = None,
    calculation: str = "",
    conditional: Sequence[str] = (),
    before: str = "",
    after: str = "",
) -> bytes:
    """A workbook with the sheet Blad, or `sheets` with their cells by name.

    `texts` are shared texts, as the XML within `si`; `calculation` the attributes of calcPr; `conditional` the number
    formats of conditional formatting; `before` and `after` stand around the cells of every sheet.
    """
    written = {"Blad": cells} if sheets is None else sheets
    names = list(written)
    listed = "".join(
        f"<sheet name={quoteattr(name)} sheetId={quoteattr(str(number))} r:id={quoteattr(f'rId{number}')}"
        + (f' state="{states[name]}"' if states and name in states else "")
        + "/>"
        for number, name in enumerate(names, start=1)
    )
    relations = "".join(
        f'<Relationship Id="rId{number}" Type="{OFFICE}/worksheet" Target="worksheets/sheet{number}.xml"/>'
        for number in range(1, len(names) + 1)
    )
    relations += f'<Relationship Id="rIdS" Type="{OFFICE}/styles" Target="styles.xml"/>'
    relations += f'<Relationship Id="rIdT" Type="{OFFICE}/sharedStrings" Target="sharedStrings.xml"/>'
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types"/>',
        "_rels/.rels": _relations(f'<Relationship Id="r" Type="{OFFICE}/officeDocument" Target="xl/workbook.xml"/>'),
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets>{listed}</sheets>'
        + (f"<calcPr {calculation}/>" if calculation else "")
        + "</workbook>",
        "xl/_rels/workbook.xml.rels": _relations(relations),
        "xl/styles.xml": _styles(formats, conditional),
        "xl/sharedStrings.xml": f'<sst xmlns="{MAIN}">' + "".join(f"<si>{text}</si>" for text in texts) + "</sst>",
    }
    for number, content in enumerate(written.values(), start=1):
        parts[f"xl/worksheets/sheet{number}.xml"] = (
            f'<worksheet xmlns="{MAIN}">{before}<sheetData>{content}</sheetData>{after}</worksheet>'
        )
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return target.getvalue()


def with_parts(content: bytes, parts: Mapping[str, str | bytes]) -> bytes:
    """The same archive with some parts replaced or added."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as source, zipfile.ZipFile(target, "w") as copy:
        for name in dict.fromkeys([*source.namelist(), *parts]):
            copy.writestr(name, parts[name] if name in parts else source.read(name))
    return target.getvalue()


def cell(reference: str, value: object, style: int = 0) -> str:
    """A cell with a number or a text."""
    mark = f' s="{style}"' if style else ""
    if isinstance(value, str):
        return f'<c r="{reference}"{mark} t="inlineStr"><is><t>{escape(value)}</t></is></c>'
    return f'<c r="{reference}"{mark}><v>{value}</v></c>'


def row(number: int, *values: object, style: int = 0, attributes: str = "") -> str:
    """A row whose cells begin in column A; None leaves one out."""
    cells = "".join(
        cell(f"{chr(65 + position)}{number}", value, style)
        for position, value in enumerate(values)
        if value is not None
    )
    return f'<row r="{number}"{attributes}>{cells}</row>'


def sheet_of(content: bytes, name: str = "Blad") -> Sheet:
    return open_workbook(content, NAME).sheet(name)


def restyled(content: bytes, sheet: str, style: int, *references: str) -> bytes:
    """The same workbook where some cells of a part, as openpyxl wrote it, have another style."""
    with zipfile.ZipFile(io.BytesIO(content)) as source:
        text = source.read(sheet).decode()
    for reference in references:
        assert f'<c r="{reference}"' in text
        text = text.replace(f'<c r="{reference}"', f'<c r="{reference}" s="{style}"')
    return with_parts(content, {sheet: text})


def _relations(inner: str) -> str:
    return f'<Relationships xmlns="{PACKAGE}/relationships">{inner}</Relationships>'


def _styles(formats: Sequence[str], conditional: Sequence[str]) -> str:
    codes = "".join(
        f'<numFmt numFmtId="{number}" formatCode={quoteattr(code)}/>' for number, code in enumerate(formats, start=164)
    )
    cells = '<xf numFmtId="0" fontId="0"/>'
    cells += "".join(f'<xf numFmtId="{164 + number}" fontId="0"/>' for number in range(len(formats)))
    cells += '<xf numFmtId="0" fontId="1"/>'
    others = "".join(f'<dxf><numFmt numFmtId="200" formatCode={quoteattr(code)}/></dxf>' for code in conditional)
    return (
        f'<styleSheet xmlns="{MAIN}"><numFmts>{codes}</numFmts><fonts><font/><font><strike/></font></fonts>'
        f"<cellXfs>{cells}</cellXfs><dxfs>{others}</dxfs></styleSheet>"
    )
