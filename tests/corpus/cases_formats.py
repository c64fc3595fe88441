"""Number formats, and formulas: what Excel shows, against what the cell holds."""

from __future__ import annotations

import re

from tests.corpus.books import INDICATORS, INVESTMENTS, LEDGER, STAFF
from tests.corpus.case import case, untouched
from tests.corpus.cell_edits import cells_of, edited, parts, shown_as
from tests.corpus.known_cells import (
    BOOK,
    LAST,
    MACHINES,
    SAME_ATTENDANCE,
    SAME_MACHINES,
    indicator,
    outcome,
    put,
)

# Percent -------------------------------------------------------------------------------------------------------------

for code in ('0.0" %"', "0.0\\%", "0.0_%", '0.0"%"', '0,0\\ "%"', '#,##0.0" procent"'):
    case(f"true: 89,6 shown with {code}", files=indicator(code), reads=SAME_ATTENDANCE)(untouched)

for code in ("0%", "0.0%", "0.00 %", "[Red]0.0%", "0.0%;[Red]-0.0%"):
    case(
        f"0,896 shown with {code}",
        warns="procent",
        files=indicator(code, lambda value: value / 100),
        reads=SAME_ATTENDANCE,
    )(untouched)

case("89,6 with a real percent format", stops="8 030–9 020 %", files=indicator("0.0%"), most_errors=1)(untouched)
case(
    "one month alone with a real percent format, of a value that stays",
    stops="8 960",
    most_errors=1,
    files=indicator("0.0%", wanted=LAST),
)(untouched)
case("permille", stops="Excel visar", files=indicator("0.0%%"), most_errors=30)(untouched)

# Scaled --------------------------------------------------------------------------------------------------------------

for code in ("#,##0.0,,", '0.0,,"mnkr"', "# ##0,"):
    case(
        f"2 600 000 shown with {code} in mnkr",
        stops="2 600 000",
        most_errors=1,
        files=outcome(code, lambda value: value * 1e6),
    )(untouched)

case("2,6 shown in tkr", stops="Excel visar", most_errors=1, files=outcome('0.0" tkr"'))(untouched)
case("2,6 shown in euro", stops="Excel visar", most_errors=1, files=outcome('0.0 "€"'))(untouched)
case("an amount that is hidden by its format", stops="ingenting", most_errors=1, files=outcome(";;;"))(untouched)
case("an amount shown as a date", stops="datum", most_errors=1, files=outcome("yyyy-mm-dd"))(untouched)
case("an amount with the sign turned by its format", stops="Excel visar", most_errors=1, files=outcome("-0.0"))(
    untouched
)

for code in (
    "#,##0.0",
    "0.00",
    '#,##0.0 "mnkr"',
    '_-* #,##0.0_-;-* #,##0.0_-;_-* "-"??_-;_-@_-',
    "#,##0.0;[Red]-#,##0.0",
    "#,##0.0_);(#,##0.0)",
    "General",
    "[$-41D]#,##0.0",
    "[>=100]0;0.0",
    "#,##0.0\\ _k_r",
    "0",
    "0.0E+00",
    "[Blue]0.0",
):
    case(f"true: 2,6 shown with {code}", files=outcome(code), reads=SAME_MACHINES)(untouched)

case(
    "true: the ledger in kronor shown as mnkr",
    files=edited(
        LEDGER,
        "Huvudbok",
        lambda sheet: shown_as(cells_of(sheet, 8, {1: "2024-01", 2: "DNKS"}), '#,##0.0,," mnkr"'),
    ),
)(untouched)

# Formulas ------------------------------------------------------------------------------------------------------------


def never_computed(workbook: str, part: str, reference: str, formula: str):
    """A formula with the value 0, in a workbook that asks to be recalculated, as some programs write it."""

    def change(name: str, text: str) -> str:
        if name.endswith("workbook.xml"):
            text = re.sub(r"<calcPr[^>]*/>", "", text)
            return text.replace("</workbook>", '<calcPr calcId="124519" fullCalcOnLoad="1"/></workbook>')
        if name == part:
            start = text.index(f'<c r="{reference}"')
            end = text.index("</c>", start)
            return f'{text[:start]}<c r="{reference}"><f>{formula}</f><v>0</v>{text[end:]}'
        return text

    return parts(workbook, change)


def formula(workbook: str, sheet: str, column: int, wanted: dict[int, str], text: str):
    return put(workbook, sheet, column, wanted, text)


case(
    "a formula without a value",
    stops="formel",
    most_errors=1,
    files=formula(INVESTMENTS, "Investeringar", 7, MACHINES, "=1.3*2"),
)(untouched)
case(
    "the forecast's column is formulas without values",
    stops="formel",
    most_errors=2,
    files=edited(
        BOOK, "Prognos", lambda sheet: [setattr(sheet.cell(row, 3), "value", f"=D{row}") for row in range(7, 20)]
    ),
)(untouched)
case(
    "an indicator that is an error",
    stops="#DIV/0!",
    most_errors=1,
    files=put(INDICATORS, "Utfall", 4, LAST, "#DIV/0!"),
)(untouched)
case(
    "a staff number that is an error",
    stops="#N/A",
    most_errors=1,
    files=put(STAFF, "Personalomsättning", 4, {1: "2024-04", 2: "DNKS"}, "#N/A"),
)(untouched)
