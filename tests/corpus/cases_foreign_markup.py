"""Cells as other programs than Excel write them: other styles, values in pieces, links, number formats that deceive."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

import openpyxl

from tests.corpus.books import INDICATORS, INVESTMENTS
from tests.corpus.case import case, untouched
from tests.corpus.cell_edits import cells_of, edited, parts, shown_as
from tests.corpus.known_cells import (
    ATTENDANCE,
    BOOK,
    MACHINES,
    SAME_ATTENDANCE,
    SAME_FORECAST,
    SAME_MACHINES,
    indicator,
    outcome,
    put,
)

SHEET = "xl/worksheets/sheet1.xml"
STYLES = "xl/styles.xml"

# Number formats ------------------------------------------------------------------------------------------------------

for code in (
    '0.0" TSEK"',
    '0.0" tsek"',
    '0.0" kSEK"',
    '0.0" i tkr"',
    '0.0" tkr/år"',
    '0.0" TKR*"',
    '"tkr: "0.0',
    '0.0"k"',
    '0.0" T€"',
    "[$CHF] 0.0",
    "[$¥-411]0.0",
    "[$zł-415] 0.0",
    '0.0" 000 kr"',
    "0.0‰",
    '0.0" promille"',
    "[$kr-41D] 0.0",
):
    case(f"2,6 mnkr shown with {code}", stops="Excel visar", most_errors=1, files=outcome(code))(untouched)
for code in ('0.0" milj"', '0.0" milj. kr"', '0.0" mn"', '0.0" mio kr"', "[$MSEK] 0.0", '0.0" mnkr (prel.)"'):
    case(f"true: 2,6 mnkr shown with {code}", files=outcome(code), reads=SAME_MACHINES)(untouched)
for code in (
    "[$-sv-SE]#,##0.0",
    "#,##0.0\\ _S_E_K",
    '_-* #,##0.0\\ _S_E_K_-;-* #,##0.0\\ _S_E_K_-;_-* "-"??\\ _S_E_K_-;_-@_-',
    "#,##0.0_d",
    "[Röd]0.0",
    "[Color10]0.0",
    "[DBNum1]0.0",
    "[$-2000401]0.0",
    '[=0]"–";0.0',
    "# ??/??",
    '0.0" (2023)"',
):
    case(f"true: 2,6 shown in a foreign way with {code}", files=outcome(code), reads=SAME_MACHINES)(untouched)
for code in ("0.0,,;yyyy-mm-dd", "0.0,,;-0.0,,;d", "[>=1000000]0.0,,;mmm"):
    case(
        f"2 600 000 shown in millions with a date in the format, {code}",
        stops="Excel visar ”2,6”",
        most_errors=1,
        files=outcome(code, lambda value: value * 1e6),
    )(untouched)
case("true: an indicator shown with ‰ that its column does not know", files=indicator("0.0‰"), reads=SAME_ATTENDANCE)(
    untouched
)
case(
    "a month as a number that its format hides",
    stops="Excel visar ingenting",
    most_errors=1,
    files=edited(
        INDICATORS, "Utfall", lambda sheet: shown_as(cells_of(sheet, 3, {**ATTENDANCE, 3: "2024-04"}), ";;;", int_month)
    ),
)(untouched)


def int_month(value: str) -> int:
    return int(value.replace("-", ""))


case(
    "a month as a number that is shown as another month",
    stops="Excel visar ”2024-03”",
    most_errors=1,
    files=edited(
        INDICATORS,
        "Utfall",
        lambda sheet: shown_as(cells_of(sheet, 3, {**ATTENDANCE, 3: "2024-04"}), '"2024-03"', int_month),
    ),
)(untouched)
case(
    "true: a month as a number with a hyphen in its format",
    reads=SAME_ATTENDANCE,
    files=edited(
        INDICATORS,
        "Utfall",
        lambda sheet: shown_as(cells_of(sheet, 3, {**ATTENDANCE, 3: "2024-04"}), "0000\\-00", int_month),
    ),
)(untouched)


def built_in(number: int):
    """The cell's format by a number that Excel knows by itself, whose code is written nowhere."""

    def change(name: str, text: str) -> str:
        if name == STYLES:
            return re.sub(r'numFmtId="164"(?! formatCode)', f'numFmtId="{number}"', text)
        return text

    return parts(INVESTMENTS, change)


for number in (5, 6, 7, 8, 42, 44):
    case(
        f"amounts in mnkr shown in kronor by format {number}", stops="kr”, men", most_errors=90, files=built_in(number)
    )(untouched)
for number in (41, 43):
    case(f"true: amounts shown by format {number}", files=built_in(number), reads=SAME_MACHINES)(untouched)


def default_style(code: str):
    """The format of every cell that names no style of its own; amounts lose theirs."""

    def change(name: str, text: str) -> str:
        if name == STYLES:
            text = text.replace('formatCode="#,##0.0"', f'formatCode="{code}"')
            return re.sub(r'(<cellXfs[^>]*><xf )numFmtId="0"', r'\1numFmtId="164"', text)
        return re.sub(r'(<c r="[E-H][0-9]+") s="[0-9]+"', r"\1", text) if name == SHEET else text

    return parts(INVESTMENTS, change)


for code in ("0.0%", "#,##0.0,,", ";;;"):
    case(f"all cells that name no style have {code}", stops="G", most_errors=90, files=default_style(code))(untouched)
case("true: cells that name no style have decimals", files=default_style("#,##0.00"), reads=SAME_MACHINES)(untouched)

for code in ('0;0;0;"OK"', ';;;"***"'):
    case(
        f"a comment that its format {code} replaces",
        warns="syns inte",
        files=edited(BOOK, "Kommentarer", lambda sheet, code=code: shown_as([sheet["C8"]], code)),
    )(untouched)

# Values --------------------------------------------------------------------------------------------------------------


def machine_cell(data: Path) -> str:
    return cells_of(openpyxl.load_workbook(data / INVESTMENTS)["Investeringar"], 7, MACHINES)[0].coordinate


def written_as(inner: str, attributes: str = "", more: dict[str, str] | None = None):
    """The outcome's cell with other markup, and pieces of other parts replaced."""

    def change(data: Path) -> None:
        place = machine_cell(data)

        def one(name: str, text: str) -> str:
            if name == SHEET:
                text = re.sub(rf'<c r="{place}"[^>]*>.*?</c>', f'<c r="{place}"{attributes}>{inner}</c>', text, count=1)
            for old, new in (more or {}).items():
                text = text.replace(old, new)
            return text

        parts(INVESTMENTS, one)(data)

    return change


for inner in (
    "<v>2&#46;6</v>",
    "<v>2&#x2e;6</v>",
    "<v>2<!-- --> .6</v>",
    "<v><![CDATA[2.6]]></v>",
    "<v>2<![CDATA[.6]]></v>",
    "<v>2<?x y?>.6</v>",
):
    case(f"a value in pieces, {inner}", stops="skadad", most_errors=1, files=written_as(inner))(untouched)
for inner in ("<v>2.6E0</v>", "<v>26e-1</v>", "<v>2.6000000000000001</v>", "<f>1.3*2</f><v>2.6</v>"):
    case(f"true: a value as {inner}", files=written_as(inner), reads=SAME_MACHINES)(untouched)
for inner, attributes in (
    ("<v>#SAKNAS!</v>", ' t="e"'),
    ("<v>#N/A</v>", ' t="e"'),
    ("<v>2024-04-01</v>", ' t="d"'),
    ("<v>true</v>", ' t="b"'),
    ("<v>2.6</v>", ' t="z"'),
    ("<v>99</v>", ' t="s"'),
    ("<f>1.3*2</f><v> </v>", ""),
    ("<f>1.3*2</f><v/>", ""),
    ("<v>NaN</v>", ""),
    ("<v>1e999</v>", ""),
):
    case(
        f"a cell of the type{attributes or ' of numbers'} with {inner}",
        stops="blad Investeringar",
        most_errors=1,
        files=written_as(inner, attributes),
    )(untouched)
for inner in (
    '<is><t>2,6</t><rPh sb="0" eb="1"><t>9</t></rPh></is>',
    "<is><r><rPr><b/></rPr><t>2</t></r><r><t>,6</t></r></is>",
    "<is><t><![CDATA[2,6]]></t></is>",
    "<is><t>2<!-- -->,6</t></is>",
    "<is><t>2&#44;6</t></is>",
    '<is><t xml:space="preserve"> 2,6 </t></is>',
):
    case(
        f"a number as the text {inner}",
        warns="text",
        reads=SAME_MACHINES,
        files=written_as(inner, ' t="inlineStr"'),
    )(untouched)

for text in ("#REF!", "#SAKNAS!", "#N/A", "#VÄRDEFEL!", "Err:502", "Fel:502", "#ERROR!", "#####"):
    case(
        f"a comment that is the error {text} as a text",
        stops="felvärdet",
        most_errors=1,
        files=edited(BOOK, "Kommentarer", lambda sheet, text=text: _text(sheet["C8"], text)),
    )(untouched)
    case(
        f"an amount that is the error {text} as a text",
        stops="Här står",
        most_errors=1,
        files=put(INVESTMENTS, "Investeringar", 7, MACHINES, f"{text} "),
    )(untouched)
case(
    "true: a comment that speaks of an error value",
    reads=SAME_FORECAST,
    files=edited(BOOK, "Kommentarer", lambda sheet: _text(sheet["C8"], "Cellen visade #SAKNAS! i mars.")),
)(untouched)


def _text(cell, text: str) -> None:
    cell.value, cell.data_type = text, "s"


# Formulas that fetch from elsewhere ----------------------------------------------------------------------------------

for formula in (
    "'C:\\[Bok1.xlsx]Blad1'!A1",
    "[Bok1.xlsx]Blad1!A1",
    'IFERROR(__xludf.DUMMYFUNCTION("IMPORTRANGE(""https://x"",""A1"")"),2.6)',
    'VALUE(_xlfn.WEBSERVICE("https://x/varde"))',
):
    case(
        f"a formula that fetches from elsewhere, {formula}",
        warns="utanför arbetsboken",
        reads=SAME_MACHINES,
        files=written_as(f"<f>{formula}</f><v>2.6</v>"),
    )(untouched)
for formula in ("SUM(Tabell[2024])", "Tabell[[#This Row],[Utfall]]*1", "'Blad 2'!A1", '"[Bok1.xlsx]Blad1!"&amp;A1'):
    case(
        f"true: a formula on the workbook itself, {formula}",
        reads=SAME_MACHINES,
        files=written_as(f"<f>{formula}</f><v>2.6</v>"),
    )(untouched)
case(
    "a formula in a workbook that is computed by hand and saved as it was",
    warns="gammalt",
    reads=SAME_MACHINES,
    files=written_as(
        "<f>1.3*2</f><v>2.6</v>",
        more={'<calcPr calcId="124519" fullCalcOnLoad="1"': '<calcPr calcMode="manual" calcOnSave="0"'},
    ),
)(untouched)

# The archive ---------------------------------------------------------------------------------------------------------


def said_to_be(target):
    return parts(
        INVESTMENTS,
        lambda name, text: (
            re.sub(r'Target="/?(?:xl/)?worksheets/sheet1.xml"', lambda _: f'Target="{target}"', text)
            if name.endswith("workbook.xml.rels")
            else text
        ),
    )


for target in ("Worksheets/Sheet9.xml", "xl/worksheets/sheet1.xml"):
    case(f"a sheet whose part is said to be {target}", stops="inte i filen", most_errors=1, files=said_to_be(target))(
        untouched
    )
for target in ("worksheets\\sheet1.xml", "Worksheets/SHEET1.xml", "./worksheets/sheet1.xml"):
    case(f"true: a sheet whose part is said to be {target}", files=said_to_be(target), reads=SAME_MACHINES)(untouched)


def with_texts(data: Path) -> None:
    """Shared texts, and a list of them that says that it has far more."""
    with zipfile.ZipFile(data / INVESTMENTS) as archive:
        content = {name: archive.read(name).decode() for name in archive.namelist()}
    main, relation = "http://schemas.openxmlformats.org/spreadsheetml/2006/main", "xl/_rels/workbook.xml.rels"
    content["xl/sharedStrings.xml"] = f'<sst xmlns="{main}" uniqueCount="4000000000"><si><t>x</t></si></sst>'
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings"
    one = f'<Relationship Id="rIdT" Type="{kind}" Target="sharedStrings.xml"/></Relationships>'
    content[relation] = content[relation].replace("</Relationships>", one)
    (data / INVESTMENTS).unlink()
    with zipfile.ZipFile(data / INVESTMENTS, "w") as archive:
        for name, text in content.items():
            archive.writestr(name, text)


case(
    "a list of texts that says that it has four thousand million",
    stops="4000000000 olika texter",
    most_errors=1,
    files=with_texts,
)(untouched)
for before in ('<dimension ref="A1:B2"/>', '<dimension ref="A1:XFD1048576"/>', '<dimension ref="Q99:Z100"/>'):
    case(
        f"true: a sheet that says that it reaches over {before}",
        reads=SAME_MACHINES,
        files=parts(
            INVESTMENTS,
            lambda name, text, before=before: re.sub(r"<dimension [^>]*/>", before, text) if name == SHEET else text,
        ),
    )(untouched)


def prefixed(name: str, text: str) -> str:
    """As the library of a well-known maker of reports writes it: a prefix before every element."""
    if name != SHEET:
        return text
    return re.sub(r"<(/?)([a-zA-Z])", r"<\1x:\2", text).replace("xmlns=", "xmlns:x=")


case("true: a sheet with a prefix before every element", files=parts(INVESTMENTS, prefixed), reads=SAME_MACHINES)(
    untouched
)


def iso_dates(name: str, text: str) -> str:
    """Months as days in ISO 8601, as LibreOffice and strict workbooks may have them."""
    if name != SHEET:
        return text
    return re.sub(
        r'<c r="(A[0-9]+)"[^>]*><is><t>(2024-[0-9]{2})</t></is></c>', r'<c r="\1" t="d"><v>\2-01</v></c>', text
    )


case("true: months as days in ISO 8601", files=parts(INVESTMENTS, iso_dates), reads=SAME_MACHINES)(untouched)
case(
    "true: the attributes of a cell in another order and between apostrophes",
    files=parts(
        INVESTMENTS,
        lambda name, text: (
            re.sub(r'<c r="([A-Z]+[0-9]+)" s="([0-9]+)" t="n"', r"<c t='n' s='\2' r='\1'", text)
            if name == SHEET
            else text
        ),
    ),
    reads=SAME_MACHINES,
)(untouched)
case(
    "true: a heading of 32 000 commas beside the table",
    files=edited(BOOK, "Prognos", lambda sheet: _text(sheet["H6"], "," * 32_000)),
    reads=SAME_FORECAST,
)(untouched)
case(
    "true: a row of 32 000 commas in each cell above the table",
    files=edited(INVESTMENTS, "Investeringar", lambda sheet: [_text(cell, "," * 32_000) for cell in sheet["A5:I5"][0]]),
    reads=SAME_MACHINES,
)(untouched)
