"""What headings say of months that the layout does not: another month, several, a part of the year."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from itertools import takewhile
from typing import Any

from followup.ground.period import MONTHS
from followup.ground.wording import column_letter, normalised, quoted
from followup.params.layouts import TableLayout
from followup.workbooks.cells.cell_values import Doubt, is_blank
from followup.workbooks.cells.findings import Finding
from followup.workbooks.shapes.header_matches import without_unit
from followup.workbooks.shapes.headings import Merged
from followup.workbooks.shapes.named_months import named_month, names_several


def other_months(
    texts: Mapping[int, str], number: int, matches: Mapping[str, list[int]], layout: TableLayout
) -> list[Finding]:
    """The headings that an asterisk took though they name another month than the report's."""
    findings: list[Finding] = []
    if not layout.period:
        return findings
    year, month = int(layout.period[:4]), int(layout.period[5:])
    period = layout.columns.get(layout.column_of_type("period"))
    is_by_month = period is not None and not period.accumulated
    for name, column in layout.columns.items():
        literal = {normalised(header) for header in column.headers}
        for position in matches.get(name, []) if any("*" in header for header in literal) else []:
            said = named_month(texts[position])
            if said is None or without_unit(texts[position])[0] in literal or normalised(texts[position]) in literal:
                continue
            if is_by_month and not column.accumulated and names_several(texts[position]):
                findings.append(Finding(number + 1, column_letter(position), _several(texts[position]), shared=True))
            if said in ((month, None), (month, year)):
                continue
            doubt = Doubt(
                f"Rubriken {quoted(texts[position])} gäller {said}.",
                f"Uppgifter för {MONTHS[month - 1]} {year} väntas i kolumnen {quoted(column.shown_header)}.",
                "Lägg dit rätt månads uppgifter. Är det bara rubriken som är fel: rätta den. Heter kolumnen så varje "
                "period: skriv hela rubriken som synonym i params/layouts.",
            )
            findings.append(Finding(number + 1, column_letter(position), doubt, shared=True))
    return findings


def _several(heading: str) -> Doubt:
    return Doubt(
        f"Rubriken {quoted(heading)} gäller flera månader.",
        "Tabellen har en rad för varje månad, med månadens egna belopp.",
        "Är beloppen månadens egna: ta bort månaderna ur rubriken. Är de från januari till och med radens månad: skriv "
        "hela rubriken som synonym i params/layouts, med from_accumulated: true.",
    )


def spread_months(
    texts: Mapping[int, str], number: int, matches: Mapping[str, list[int]], layout: TableLayout
) -> list[Finding]:
    """The headings of a year's amount that name a part of it: a twelfth of four months is no month's."""
    findings = []
    for name, column in layout.columns.items():
        for position in matches.get(name, []) if column.spread == "twelfths" else []:
            said = named_month(texts[position])
            if said is not None and normalised(texts[position]) not in map(normalised, column.headers):
                doubt = Doubt(
                    f"Rubriken {quoted(texts[position])} gäller en del av året.",
                    f"Hela årets belopp väntas i kolumnen {quoted(column.shown_header)}: varje månad får en tolftedel.",
                    "Lägg dit hela årets belopp. Är de det redan: ta bort månaden ur rubriken.",
                )
                findings.append(Finding(number + 1, column_letter(position), doubt, shared=True))
    return findings


def wide_headings(
    rows: Sequence[Sequence[Any]], number: int, positions: Collection[int], texts: Mapping[int, str], merged: Merged
) -> list[Finding]:
    """Headings of numbers that are merged over several columns with numbers in them."""
    findings = []
    for top, left, bottom, right in merged:
        if not (top <= number <= bottom and left in positions and right > left):
            continue
        below = takewhile(lambda row: not all(map(is_blank, row)), rows[number + 1 :])
        beside = (one for row in below for one in row[left + 1 : right + 1])
        if any(isinstance(one, float | int) and not isinstance(one, bool) for one in beside):
            doubt = Doubt(
                f"Rubriken {quoted(texts.get(left, ''))} är sammanslagen över kolumnerna "
                f"{column_letter(left)}\N{EN DASH}{column_letter(right)}, och det står tal i fler än en av dem.",
                "En rubrik väntas över varje kolumn med tal.",
                "Dela upp cellen, och ge varje kolumn en rubrik.",
            )
            findings.append(Finding(number + 1, column_letter(left), doubt, shared=True))
    return findings
