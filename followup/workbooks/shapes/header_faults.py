"""What is wrong with the headings of a row: they stand twice, in a group and without, or say another unit."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from followup.ground.wording import column_letter, listed, normalised, quoted
from followup.params.column_layout import KRONOR_PER_UNIT, ColumnLayout
from followup.params.layouts import TableLayout
from followup.workbooks.cells.cell_values import Doubt
from followup.workbooks.cells.findings import Finding
from followup.workbooks.shapes.headings import Heading


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
