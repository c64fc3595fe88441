"""What headings and what stands above them say of months that the layout does not: another one, several, no months."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from itertools import pairwise, takewhile
from typing import Any

from followup.ground.period import MONTHS
from followup.ground.wording import column_letter, normalised, quoted
from followup.params.layouts import TableLayout
from followup.workbooks.cells.cell_values import Doubt, is_blank
from followup.workbooks.cells.findings import Finding
from followup.workbooks.shapes.header_matches import without_unit
from followup.workbooks.shapes.headings import Merged, header_text
from followup.workbooks.shapes.missing_columns import NO_MONTHS
from followup.workbooks.shapes.named_months import named_month, names_several

_PART = re.compile(r"\b(?:kvartal|tertial|halvår)")
_EARLIER = re.compile(r"\b(?:föregående|fg|förra|fjol\w*)\b")
# A year, and no date.
_YEAR = re.compile(r"\b20[0-9]{2}\b(?![-/.]?[0-9])")


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


def above_months(
    rows: Sequence[Sequence[Any]],
    number: int,
    months: Mapping[str, Mapping[int, int]],
    texts: Mapping[int, str],
    year: int,
) -> list[Finding]:
    """What the row above says of headings that are months: 1, 2, 3 below Kvartal are none, and 2023 is another year."""
    places = sorted({position for found in months.values() for position in found.values()})
    silent = [position for position in places if not _YEAR.search(texts.get(position, ""))]
    if not silent or not number:
        return []
    above = [header_text(content)[:100] for content in rows[number - 1]]
    filled = [position for position, said in enumerate(above) if normalised(said)]
    for position, end in pairwise([*filled, len(above)]):
        said = above[position]
        if position <= max(silent) and _PART.search(normalised(said)) and texts[silent[0]].strip().isdecimal():
            return [_not_these_months(number, silent[0], texts, said, "En kolumn för varje månad väntas.", NO_MONTHS)]
        years = {int(one) for one in _YEAR.findall(said)}
        below = [one for one in silent if position <= one < end and not _EARLIER.search(normalised(texts[one]))]
        if below and years and year not in years:
            remedy = "Lägg dit årets månader. Är det bara året som är fel: rätta det."
            return [_not_these_months(number, below[0], texts, said, f"Månader {year} väntas.", remedy)]
    return []


def _not_these_months(
    number: int, position: int, texts: Mapping[int, str], said: str, expected: str, remedy: str
) -> Finding:
    doubt = Doubt(f"Ovanför rubriken {quoted(texts[position])} står {quoted(said)}.", expected, remedy)
    return Finding(number + 1, column_letter(position), doubt, shared=True)


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
