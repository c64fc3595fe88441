"""What stands above headings and contradicts them: another year, another kind of amounts, amounts since January."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from itertools import pairwise
from typing import Any

from followup.ground.wording import column_letter, listed, normalised, quoted
from followup.params.column_layout import ColumnLayout
from followup.params.heading_words import says_accumulated
from followup.params.layouts import TableLayout
from followup.workbooks.cells.cell_values import Doubt
from followup.workbooks.cells.findings import Finding
from followup.workbooks.shapes.headings import below_numbers, header_text
from followup.workbooks.shapes.missing_columns import NO_MONTHS

_PART = re.compile(r"\b(?:kvartal|tertial|halvår)")
_EARLIER = re.compile(r"\b(?:föregående|fg|förra|fjol\w*)\b")
_KIND = re.compile(r"utfall|budget|prognos|avvikelse|differens")
_OF_ANOTHER_KIND = (
    "Lägg dit rätt belopp. Är det bara ordet ovanför som är fel: rätta det. Hör det till rubrikerna: skriv det som "
    "group för kolumnen i params/layouts, och heading_rows: 2 för tabellen."
)
# A year, and no date.
_YEAR = re.compile(r"\b20[0-9]{2}\b(?![-/.]?[0-9])")


def above_months(
    rows: Sequence[Sequence[Any]],
    number: int,
    months: Mapping[str, Mapping[int, int]],
    texts: Mapping[int, str],
    layout: TableLayout,
) -> list[Finding]:
    """What the row above says of headings that are months or parts of the year: they are none, or another year's.

    1, 2, 3 below Kvartal are no months; below 2023 they are another year's, and below Budget no outcome.
    """
    columns = {position: layout.columns[name] for name, found in months.items() for position in found.values()}
    silent = [position for position in sorted(columns) if not _YEAR.search(texts.get(position, ""))]
    if not silent or not number:
        return []
    above = [header_text(content)[:100] for content in rows[number - 1]]
    filled = [position for position, said in enumerate(above) if normalised(said)]
    for position, end in pairwise([*filled, len(above)]):
        said = above[position]
        is_of_months = position <= max(silent) and not columns[silent[0]].part
        if is_of_months and _PART.search(normalised(said)) and texts[silent[0]].strip().isdecimal():
            return [_not_these_months(number, silent[0], texts, said, "En kolumn för varje månad väntas.", NO_MONTHS)]
        years = {int(one) for one in _YEAR.findall(said)}
        below = [one for one in silent if position <= one < end and not _EARLIER.search(normalised(texts[one]))]
        if below and years and layout.year not in years:
            remedy = "Lägg dit årets månader. Är det bara året som är fel: rätta det."
            return [_not_these_months(number, below[0], texts, said, f"Månader {layout.year} väntas.", remedy)]
        for one in below:
            kinds = _kinds(said)
            known = _kinds(" ".join((*columns[one].headers, columns[one].group, texts[one]))) or ["utfall"]
            if kinds and not set(kinds) & set(known):
                expected = f"Månadernas {listed(known, 'eller')} väntas."
                return [_not_these_months(number, one, texts, said, expected, _OF_ANOTHER_KIND)]
    return []


def _kinds(text: str) -> list[str]:
    """The kinds of amounts that a text names."""
    return list(dict.fromkeys(match[0] for match in _KIND.finditer(normalised(text))))


def accumulated_above(
    rows: Sequence[Sequence[Any]], first: int, number: int, positions: Collection[int], layout: TableLayout
) -> list[Finding]:
    """A title above the months, or a group heading over them, that says that the amounts are since January."""
    columns = layout.columns.values()
    if any(column.accumulated or column.from_accumulated for column in columns) or not positions:
        return []
    for row in range(max(first, below_numbers(rows, number)), number):
        texts = [header_text(content)[:100] for content in rows[row]]
        filled = [position for position, said in enumerate(texts) if normalised(said)]
        for position, end in pairwise([*filled, len(texts)]):
            # Further up a title stands alone, or at the edge.
            is_above = row < number - 1 or any(position <= one < end for one in positions)
            if is_above and says_accumulated(texts[position]):
                doubt = Doubt(
                    f"Ovanför månaderna står {quoted(texts[position])}.",
                    "Varje månads egna belopp väntas.",
                    "Är beloppen från januari till och med varje månad: skriv from_accumulated: true för kolumnen i "
                    "params/layouts. Är det bara texten som är fel: rätta den.",
                )
                return [Finding(row + 1, column_letter(position), doubt, shared=True)]
    return []


def above_numbers(
    rows: Sequence[Sequence[Any]],
    number: int,
    positions: Mapping[int, ColumnLayout],
    texts: Mapping[int, str],
    year: int,
) -> list[Finding]:
    """A year that stands straight above a heading of numbers and is not the report's."""
    findings = []
    for position, column in positions.items():
        said = header_text(rows[number - 1][position])[:100] if number and position else ""
        years = {int(one) for one in _YEAR.findall(said)}
        own = " ".join((texts.get(position, ""), *column.headers))
        if years and year not in years and not _YEAR.search(own) and not _EARLIER.search(normalised(own)):
            doubt = Doubt(
                f"Ovanför rubriken {quoted(texts[position])} står {quoted(said)}.",
                f"Uppgifter för {year} väntas i kolumnen {quoted(column.shown_header)}.",
                "Lägg dit årets uppgifter. Är det bara året som är fel: rätta det. Hör det till rubrikerna: skriv "
                "heading_rows: 2 för tabellen i params/layouts, och året i kolumnens rubrik.",
            )
            findings.append(Finding(number + 1, column_letter(position), doubt, shared=True))
    return findings


def _not_these_months(
    number: int, position: int, texts: Mapping[int, str], said: str, expected: str, remedy: str
) -> Finding:
    doubt = Doubt(f"Ovanför rubriken {quoted(texts[position])} står {quoted(said)}.", expected, remedy)
    return Finding(number + 1, column_letter(position), doubt, shared=True)
