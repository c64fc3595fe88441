"""Where a table's header row is, and which column holds what."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from followup.ground.number_text import UNITS
from followup.ground.wording import column_letter, listed, normalised, quoted
from followup.params.column_layout import KRONOR_PER_UNIT, ColumnLayout
from followup.params.heading_words import fits, misspelt, numbers_in, says_accumulated, without_numbers
from followup.params.layouts import TableLayout
from followup.workbooks.cells.cell_values import Doubt
from followup.workbooks.cells.findings import Finding
from followup.workbooks.shapes.headings import Heading, Merged, headings_of
from followup.workbooks.shapes.month_headings import month_in

# A title, a date, a source and some air stand above the header; a table does not begin further down than this.
ROWS_SEARCHED = 30

# A unit at the end of a heading; it is looked for in the last characters alone, since a cell may hold 32 767.
_UNIT = re.compile(r"[\s(]\s*i?\s*(kr|tkr|kkr|mnkr|mkr|msek)\)?$")
_LONGEST_UNIT = 20


@dataclass(frozen=True)
class Header:
    """The header's row, counted from 0, and the position of each of the layout's columns that was found in it.

    `months` are the positions of a column that has one for each month, by month; its own is the first of them. `units`
    are the units that headings state.
    """

    row: int
    positions: dict[str, int]
    findings: list[Finding]
    months: dict[str, dict[int, int]] = field(default_factory=dict)
    units: dict[str, str] = field(default_factory=dict)

    def all_positions(self, name: str) -> list[int]:
        """Every position of a column: one, or one for each month."""
        return list(self.months[name].values()) if name in self.months else [self.positions[name]]


def find_header(rows: Sequence[Sequence[Any]], layout: TableLayout, merged: Merged = (), start: int = 0) -> Header:
    """The row among thirty from `start` on that holds the most of the layout's headers, and every fault in it."""
    best = -1
    best_matches: dict[str, list[int]] = {}
    for number in range(start, min(start + ROWS_SEARCHED, len(rows))):
        matches = _matches(headings_of(rows, number, layout.heading_rows, merged), layout)
        if len(matches) > len(best_matches):
            best, best_matches = number, matches
    wanted = [column.shown_header for column in layout.columns.values()]
    # One word in common may stand in any title; a header row shares at least a third of the layout's columns.
    if best < 0 or 3 * len(best_matches) < len(wanted):
        first = (
            f"raderna {start + 1}\N{EN DASH}{start + ROWS_SEARCHED}" if start else f"de {ROWS_SEARCHED} första raderna"
        )
        doubt = Doubt(
            f"Ingen rubrikrad finns bland {first}.",
            f"En rad med rubrikerna {listed(map(quoted, wanted))} väntas.",
            "Lägg till rubrikraden. Heter rubrikerna något annat som betyder precis detsamma: skriv dem som synonymer "
            "i params/layouts.",
        )
        return Header(-1, {}, [Finding(0, "", doubt, shared=True)])
    headings = headings_of(rows, best, layout.heading_rows, merged)
    months = months_of(headings, layout)
    findings = [*_duplicates(best, best_matches, layout), *_missing(headings, best, best_matches, layout, months)]
    findings += _unclear_groups(headings, best, layout)
    positions = {name: found[0] for name, found in best_matches.items()}
    texts = {heading.position: heading.text for heading in headings}
    plain = {name: {month: found[0] for month, found in places.items()} for name, places in months.items()}
    header = Header(best, positions, findings, plain)
    units: dict[str, str] = {}
    for name, column in layout.columns.items() if positions else ():
        if column.type != "amount" or name not in positions:
            continue
        said = {unit: one for one in header.all_positions(name) if (unit := without_unit(texts[one])[1])}
        units |= dict.fromkeys([name], next(iter(said))) if said else {}
        findings += _wrong_units(texts, best, said, column)
    return replace(header, units=units)


def without_unit(text: str) -> tuple[str, str]:
    """`Helårsprognos (tkr)` as its name and its unit; the unit is empty if none stands there."""
    plain = normalised(text)
    match = _UNIT.search(plain, max(0, len(plain) - _LONGEST_UNIT))
    name = plain[: match.start()].rstrip(" ,") if match else ""
    if not match or not name:
        return plain, ""
    return name, UNITS[match[1]]


def _names(column: ColumnLayout) -> tuple[str, ...]:
    return tuple(normalised(header) for header in column.headers)


def _matches(headings: Sequence[Heading], layout: TableLayout) -> dict[str, list[int]]:
    """The positions at which each column's header stands.

    A text's header goes before its synonyms. Where a number stands under both, nobody can know which is meant.
    """
    months = months_of(headings, layout)
    found: dict[str, list[int]] = {}
    for name, column in layout.columns.items():
        if column.is_monthly:
            # What is told of a month that stands twice is told of the cells where it does.
            if places := months.get(name, {} if column.type != "period" else next(iter(months.values()), {})):
                twice = [found for found in places.values() if len(found) > 1]
                found[name] = next(iter(places.values()))[:1] if column.type == "period" or not twice else twice[0]
            continue
        own = [one for one in headings if fits(column.group, one.group)] if column.group else headings
        whole = {one.position: set(map(normalised, one.texts)) for one in own}
        spelled_out = _names(column)
        exact = [position for position, texts in whole.items() if spelled_out[0] in texts]
        other = [position for position, texts in whole.items() if not texts.isdisjoint(spelled_out[1:])]
        if not exact and not other and column.type == "amount":
            other = [one.position for one in own if without_unit(one.text)[0] in spelled_out]
        if exact and other and column.is_numeric:
            exact = sorted({*exact, *other})
        if exact or other:
            found[name] = exact or other
    period = layout.column_of_type("period")
    spread = next((name for name, column in layout.columns.items() if column.spread and name in found), "")
    if spread and period not in found:
        # The months are those of the year.
        found[period] = found[spread][:1]
    taken = {position for positions in found.values() for position in positions}
    taken |= {position for places in months.values() for positions in places.values() for position in positions}
    for name, column in layout.columns.items():
        if patterns := [header for header in column.headers if "*" in header]:
            fitting = [
                one.position
                for one in headings
                if one.position not in taken and any(_fits_column(column, pattern, one, layout) for pattern in patterns)
            ]
            # Beside a number with the very heading, another that fits it as well is a question too.
            if fitting and (name not in found or column.is_numeric):
                found[name] = sorted({*found.get(name, []), *fitting})
    return found


def months_of(headings: Sequence[Heading], layout: TableLayout) -> dict[str, dict[int, list[int]]]:
    """Of each column that has one for every month, the positions of each month's heading."""
    found: dict[str, dict[int, list[int]]] = {}
    for name, column in layout.columns.items():
        if not column.is_monthly or column.type == "period":
            continue
        for one in headings:
            if column.group and not fits(column.group, one.group):
                continue
            text = without_unit(one.text)[0] if column.type == "amount" else one.text
            read = (
                month_in(header, text, layout.year, accumulated=column.from_accumulated) for header in column.headers
            )
            if month := next(filter(None, read), None):
                found.setdefault(name, {}).setdefault(month, []).append(one.position)
    return found


def _fits_column(column: ColumnLayout, pattern: str, heading: Heading, layout: TableLayout) -> bool:
    if column.group and not fits(column.group, heading.group):
        return False
    names = {heading.text, without_unit(heading.text)[0]} if column.type == "amount" else {heading.text}
    return any(fits(pattern, name, layout.year) for name in names)


def _duplicates(number: int, matches: dict[str, list[int]], layout: TableLayout) -> list[Finding]:
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


def _unclear_groups(headings: Sequence[Heading], number: int, layout: TableLayout) -> list[Finding]:
    """A heading that stands in a group and without one: the group may have been centred over more than it covers."""
    if not any(column.group for column in layout.columns.values()):
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


def _missing(
    headings: Sequence[Heading],
    number: int,
    matches: dict[str, list[int]],
    layout: TableLayout,
    months: dict[str, dict[int, list[int]]],
) -> list[Finding]:
    used = {position for positions in matches.values() for position in positions}
    used |= {position for places in months.values() for positions in places.values() for position in positions}
    free = [heading.text for heading in headings if heading.position not in used]
    missing = [column for name, column in layout.columns.items() if name not in matches and not column.optional]
    of_another_year = _of_another_year(missing, free)
    findings = [_another_year(of_another_year, number)] if of_another_year else []
    for column in missing:
        if column.header in of_another_year:
            continue
        doubt = Doubt(
            f"Kolumnen {quoted(column.shown_header)} saknas i rubrikraden, rad {number + 1}.",
            f"Övriga rubriker i raden är {listed(map(quoted, free))}." if free else "Raden har inga andra rubriker.",
            _how_to_name(column, free),
        )
        findings.append(Finding(0, "", doubt, shared=True))
    return findings


def _how_to_name(column: ColumnLayout, free: list[str]) -> str:
    header = quoted(column.shown_header)
    for name in column.headers:
        if near := misspelt(name, free):
            return f"Menades det med {quoted(near)}? Rätta i så fall rubriken till {header}."
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


def _wrong_units(texts: Mapping[int, str], number: int, said: Mapping[str, int], column: ColumnLayout) -> list[Finding]:
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
