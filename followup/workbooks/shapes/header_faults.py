"""What is wrong with a header row: what it lacks, has twice, or says of another year, month or unit."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from followup.ground.wording import column_letter, listed, normalised, quoted
from followup.params.column_layout import KRONOR_PER_UNIT, ColumnLayout
from followup.params.heading_words import misspelt, numbers_in, says_accumulated, without_numbers
from followup.params.layouts import TableLayout
from followup.workbooks.cells.cell_values import Doubt
from followup.workbooks.cells.findings import Finding
from followup.workbooks.cells.period_text import is_part_of_year
from followup.workbooks.shapes.headings import Heading

# What mends a table of quarters, or of one sum: nothing but the months themselves.
NO_MONTHS = (
    "Rapporterna jämför varje månad, och ett kvartal, ett tertial eller en enda summa kan inte delas upp på dem. Ta ut "
    'uppgifterna månad för månad: en rad för varje månad, eller en kolumn för var och en (header: "Utfall {month}" i '
    "params/layouts). Belopp från januari till och med varje månad går också (from_accumulated: true). Är det årets "
    'budget: skriv en kolumn för hela året (spread: twelfths), eller för varje kvartal (header: "Budget {quarter}" och '
    "spread: evenly)."
)


def duplicates(number: int, matches: Mapping[str, list[int]], layout: TableLayout) -> list[Finding]:
    """Headings that stand twice."""
    findings = []
    for name, positions in matches.items():
        if len(positions) > 1:
            cells = listed(f"{column_letter(position)}{number + 1}" for position in positions)
            doubt = Doubt(
                f"Rubriken {quoted(layout.columns[name].shown_header)} eller en synonym till den står i cellerna "
                f"{cells}.",
                "Varje rubrik får stå en gång.",
                "Ta reda på vilken som gäller, och byt namn på den andra.",
            )
            findings.append(Finding(number + 1, column_letter(positions[1]), doubt, shared=True))
    return findings


def unclear_groups(headings: Sequence[Heading], number: int, layout: TableLayout) -> list[Finding]:
    """A heading that stands in a group and without one: the group may have been centred over more than it covers."""
    if layout.heading_rows == 1:
        return []
    in_groups = {normalised(heading.text): heading for heading in headings if heading.group}
    alone = [heading for heading in headings if not heading.group and normalised(heading.text) in in_groups]
    findings = []
    for heading in alone[:1]:
        other = in_groups[normalised(heading.text)]
        doubt = Doubt(
            f"Rubriken {quoted(heading.text)} står här utan rubrik ovanför, och i cell "
            f"{column_letter(other.position)}{number + 1} under {quoted(other.group)}.",
            "En rubrik ovanför väntas stå över den första av sina kolumner, eller i sammanslagna celler över dem alla.",
            "Slå ihop cellerna över de kolumner som rubriken gäller.",
        )
        findings.append(Finding(number + 1, column_letter(heading.position), doubt, shared=True))
    return findings


def missing(
    headings: Sequence[Heading],
    number: int,
    matches: dict[str, list[int]],
    layout: TableLayout,
    months: dict[str, dict[int, list[int]]],
) -> list[Finding]:
    used = {position for positions in matches.values() for position in positions}
    used |= {position for places in months.values() for positions in places.values() for position in positions}
    free = [heading.text for heading in headings if heading.position not in used]
    missing = [column for name, column in layout.columns.items() if name not in matches and not column.may_lack]
    of_another_year = _of_another_year(missing, free)
    findings = [_another_year(of_another_year, number)] if of_another_year else []
    has_amounts = any(column.type == "amount" for column in layout.columns.values())
    monthly = any(column.is_monthly and column.type != "period" for column in missing)
    for column in missing:
        # The months' own column has the headings of the amounts.
        if column.header in of_another_year or (column.is_monthly and column.type == "period" and monthly):
            continue
        doubt = Doubt(
            f"Kolumnen {quoted(column.shown_header)} saknas i rubrikraden, rad {number + 1}.",
            f"Övriga rubriker i raden är {listed(map(quoted, free))}." if free else "Raden har inga andra rubriker.",
            _how_to_name(column, free, has_amounts),
        )
        findings.append(Finding(0, "", doubt, shared=True))
    return findings


def _how_to_name(column: ColumnLayout, free: list[str], has_amounts: bool) -> str:
    header = quoted(column.shown_header)
    for name in column.headers:
        if near := misspelt(name, free):
            return f"Menades det med {quoted(near)}? Rätta i så fall rubriken till {header}."
    if column.is_monthly or (has_amounts and column.type == "period" and not column.accumulated):
        if any(map(is_part_of_year, free)):
            return NO_MONTHS
        if not column.is_monthly:
            return f"Lägg till kolumnen {header}, eller skriv dess rubrik som synonym i params/layouts. {NO_MONTHS}"
        if any(map(says_accumulated, free)):
            return (
                "Är beloppen från januari till och med varje månad: skriv from_accumulated: true för kolumnen "
                f"{header} i params/layouts, och dess rubrik som den står i bladet, med {{month}} i månadens ställe."
            )
    if any(says_accumulated(text) for text in free) and column.is_numeric and not column.accumulated:
        return f"Lägg till kolumnen {header}. Ackumulerade tal kan inte läsas i dess ställe."
    return (
        f"Lägg till kolumnen {header}. Har den en annan rubrik som betyder precis detsamma: skriv den som synonym i "
        "params/layouts."
    )


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


def wrong_units(texts: Mapping[int, str], number: int, said: Mapping[str, int], column: ColumnLayout) -> list[Finding]:
    """The headings of a column that state another unit than its own, or than each other."""
    findings = []
    own = next(iter(said), "") if column.unit == "stated" else column.unit
    for unit, position in said.items():
        if unit in KRONOR_PER_UNIT and unit != own:
            wanted = own if own in KRONOR_PER_UNIT else "radens egen enhet"
            doubt = Doubt(
                f"Rubriken {quoted(texts[position])} anger enheten {unit}.",
                f"Belopp i {wanted} väntas i kolumnen {quoted(column.header)}.",
                f"Räkna om beloppen till {wanted} och rätta rubriken.",
            )
            findings.append(Finding(number + 1, column_letter(position), doubt, shared=True))
    return findings
