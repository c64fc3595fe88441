"""The columns that a header row lacks: what may have been meant, and what to do. The same remedy is told once."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from followup.ground.wording import listed, normalised, quoted
from followup.params.column_layout import ColumnLayout
from followup.params.heading_words import misspelt, numbers_in, says_accumulated, without_numbers
from followup.params.layouts import TableLayout
from followup.workbooks.cells.cell_values import Doubt
from followup.workbooks.cells.findings import Finding
from followup.workbooks.cells.period_text import is_part_of_year
from followup.workbooks.shapes.headings import Heading
from followup.workbooks.shapes.month_headings import month_in

# So many headings that are months are the months of a table that has one column for each.
_MONTHS_ACROSS = 3
_BEFORE_YEAR = "(?:budget|budgetram|ram|plan|år)"
_ADD_ONE = (
    "Lägg till kolumnen {}. Har den en annan rubrik som betyder precis detsamma: byt rubriken, eller skriv den som "
    "synonym i params/layouts."
)
_ADD_ALL = (
    "Lägg till kolumnerna {}. Har en av dem en annan rubrik som betyder precis detsamma: byt rubriken, eller skriv den "
    "som synonym i params/layouts."
)
_ADD_MONTHS = (
    "Bladet verkar ha en kolumn för varje månad. Gör en rad för varje månad, eller beskriv bladets form i "
    "params/layouts. DEVELOPERS.md visar hur, under A table of another shape."
)

# What mends a table of quarters, or of one sum: nothing but the months themselves.
NO_MONTHS = (
    "Rapporterna jämför varje månad, och ett kvartal, ett tertial eller en enda summa kan inte delas upp på dem. Ta ut "
    'uppgifterna månad för månad: en rad för varje månad, eller en kolumn för var och en (header: "Utfall {month}" i '
    "params/layouts). Belopp från januari till och med varje månad går också (from_accumulated: true). Är det årets "
    'budget: skriv en kolumn för hela året (spread: twelfths), eller för varje kvartal (header: "Budget {quarter}" och '
    "spread: evenly)."
)


def missing_columns(
    headings: Sequence[Heading],
    number: int,
    matches: Mapping[str, list[int]],
    layout: TableLayout,
    months: Mapping[str, Mapping[int, list[int]]],
) -> list[Finding]:
    """A finding for each way of mending the columns that the row lacks; `matches` and `months` are what it has."""
    used = {position for positions in matches.values() for position in positions}
    used |= {position for places in months.values() for positions in places.values() for position in positions}
    free = [heading.text for heading in headings if heading.position not in used]
    lacking = [column for name, column in layout.columns.items() if name not in matches and not column.group_row]
    # What may lack is missing all the same where a heading can only be it: its column would be read as empty.
    missing = [column for column in lacking if not column.optional or _may_be_misspelt(column, free)]
    of_another_year = _of_another_year(missing, free)
    findings = [_another_year(of_another_year, number)] if of_another_year else []
    monthly = any(column.is_monthly and column.type != "period" for column in missing)
    rest = [
        column
        for column in missing
        # The months' own column has the headings of the amounts.
        if column.header not in of_another_year and not (column.is_monthly and column.type == "period" and monthly)
    ]
    has_amounts = any(column.type == "amount" for column in layout.columns.values())
    for how, columns in _by_remedy(rest, free, has_amounts).items():
        headers = listed(quoted(column.shown_header) for column in columns)
        others = (
            f"Övriga rubriker i raden är {listed(map(quoted, free))}." if free else "Raden har inga andra rubriker."
        )
        which = "Kolumnen" if len(columns) == 1 else "Kolumnerna"
        found = f"{which} {headers} saknas i rubrikraden, rad {number + 1}. {others}"
        doubt = Doubt(found, "", how.replace("{}", headers))
        findings.append(Finding(0, "", doubt, shared=True))
    return findings


def _by_remedy(missing: list[ColumnLayout], free: list[str], has_amounts: bool) -> dict[str, list[ColumnLayout]]:
    """The missing columns by how they are mended: those that nothing in the row may be are one fault."""
    found: dict[str, list[ColumnLayout]] = {}
    # With a year of their own or with none: which it is makes no difference.
    months = sum(any(month_in("{month}", text, year) for year in (None, 2000)) for text in free)
    across = months >= _MONTHS_ACROSS and not any(column.is_monthly for column in missing)
    for column in missing:
        rests_on_months = column.is_monthly or (has_amounts and column.type == "period" and not column.accumulated)
        how = _how_to_name(column, free) or ("" if across or not rests_on_months else _how_to_have_months(column, free))
        found.setdefault(how or _ADD_ONE, []).append(column)
    if len(lacking := found.pop(_ADD_ONE, [])) == 1 and not across:
        return found | {_ADD_ONE: lacking}
    return found | ({_ADD_MONTHS if across else _ADD_ALL: lacking} if lacking else {})


def _how_to_have_months(column: ColumnLayout, free: list[str]) -> str:
    """What to do about the months that a table lacks; empty where nothing in the row says what it has instead."""
    header = quoted(column.shown_header)
    if any(map(is_part_of_year, free)):
        return NO_MONTHS
    if not column.is_monthly:
        return f"Lägg till kolumnen {header}, eller skriv dess rubrik som synonym i params/layouts. {NO_MONTHS}"
    if any(map(says_accumulated, free)):
        return (
            "Är beloppen från januari till och med varje månad: skriv from_accumulated: true för kolumnen "
            f"{header} i params/layouts, och dess rubrik som den står i bladet, med {{month}} i månadens ställe."
        )
    return ""


def _may_be_misspelt(column: ColumnLayout, free: list[str]) -> bool:
    """Whether a heading can only be the column's, misspelt or with a word before its year."""
    return any(misspelt(name, free) or _of_year(name, free) for name in column.headers)


def _of_year(name: str, free: list[str]) -> str:
    """The one heading that is a year with a word before it, `Ram 2025`, where the column's is the year alone."""
    found = [text for text in free if name.isdecimal() and re.fullmatch(f"{_BEFORE_YEAR} {name}", normalised(text))]
    return found[0] if len(found) == 1 else ""


def _how_to_name(column: ColumnLayout, free: list[str]) -> str:
    """What to do about a missing column that something in the row is taken for; empty where nothing is."""
    header = quoted(column.shown_header)
    for name in column.headers:
        if near := misspelt(name, free) or _of_year(name, free):
            return f"Menades det med {quoted(near)}? Rätta i så fall rubriken till {header}."
    if any(map(says_accumulated, free)) and column.is_numeric and not column.is_monthly and not column.accumulated:
        return f"Lägg till kolumnen {header}. Ackumulerade tal kan inte läsas i dess ställe."
    return ""


def _of_another_year(missing: list[ColumnLayout], free: list[str]) -> dict[str, str]:
    """The missing headings of which only the year is another one, and what stands there instead."""
    found = {}
    for column in missing:
        if numbers_in(column.header):
            shape = without_numbers(column.header)
            if other := next((text for text in free if without_numbers(text) == shape), ""):
                found[column.header] = other
    return found


def _another_year(headings: dict[str, str], number: int) -> Finding:
    """One finding for a whole sheet of another year."""
    doubt = Doubt(
        f"Rubrikraden, rad {number + 1}, har {listed(map(quoted, dict.fromkeys(headings.values())))} i stället för "
        f"{listed(map(quoted, headings))}.",
        "Bladet väntas gälla rapportens år.",
        "Lägg dit årets uppgifter. Är det bara rubriken som är fel: rätta den.",
    )
    return Finding(0, "", doubt, shared=True)
