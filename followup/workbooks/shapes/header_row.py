"""Where a table's header row is, and which column holds what."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from followup.ground.wording import column_letter, listed, normalised, quoted
from followup.params.column_layout import KRONOR_PER_UNIT, ColumnLayout
from followup.params.heading_words import misspelt, numbers_in, says_accumulated, without_numbers
from followup.params.layouts import TableLayout
from followup.workbooks.cells.cell_values import Doubt, is_blank
from followup.workbooks.cells.findings import Finding

# A title, a date, a source and some air stand above the header; a table does not begin further down than this.
ROWS_SEARCHED = 30

# A unit at the end of a heading; it is looked for in the last characters alone, since a cell may hold 32 767.
_UNIT = re.compile(r"[\s(]\s*i?\s*(kr|tkr|mnkr|mkr)\)?$")
_LONGEST_UNIT = 20


@dataclass(frozen=True)
class Header:
    """The header's row, counted from 0, and the position of each of the layout's columns that was found in it."""

    row: int
    positions: dict[str, int]
    findings: list[Finding]


def find_header(rows: Sequence[Sequence[Any]], layout: TableLayout) -> Header:
    """The row among the first thirty that holds the most of the layout's headers, and every fault in it."""
    best = -1
    best_matches: dict[str, list[int]] = {}
    for number, row in enumerate(rows[:ROWS_SEARCHED]):
        matches = _matches(row, layout)
        if len(matches) > len(best_matches):
            best, best_matches = number, matches
    wanted = [column.header for column in layout.columns.values()]
    # One word in common may stand in any title; a header row shares at least a third of the layout's columns.
    if best < 0 or 3 * len(best_matches) < len(wanted):
        doubt = Doubt(
            f"Ingen rubrikrad finns bland de {ROWS_SEARCHED} första raderna.",
            f"En rad med rubrikerna {listed(map(quoted, wanted))} väntas.",
            "Lägg till rubrikraden. Heter rubrikerna något annat som betyder precis detsamma: skriv dem som synonymer "
            "i params/layouts.",
        )
        return Header(-1, {}, [Finding(0, "", doubt, shared=True)])
    findings = [*_duplicates(best, best_matches, layout), *_missing(rows[best], best, best_matches, layout)]
    positions = {name: found[0] for name, found in best_matches.items()}
    findings += _wrong_units(rows[best], best, positions, layout)
    return Header(best, positions, findings)


def header_text(content: Any) -> str:
    """A header cell as text; a year that is stored as a number is written without decimals."""
    if isinstance(content, float | int) and not isinstance(content, bool) and float(content).is_integer():
        return str(int(content))
    return "" if is_blank(content) else str(content)


def _without_unit(text: str) -> tuple[str, str]:
    """`Helårsprognos (tkr)` as its name and its unit; the unit is empty if none stands there."""
    plain = normalised(text)
    match = _UNIT.search(plain, max(0, len(plain) - _LONGEST_UNIT))
    name = plain[: match.start()].rstrip(" ,") if match else ""
    if not match or not name:
        return plain, ""
    return name, "mnkr" if match[1] == "mkr" else match[1]


def _names(column: ColumnLayout) -> tuple[str, ...]:
    return tuple(normalised(header) for header in column.headers)


def _matches(row: Sequence[Any], layout: TableLayout) -> dict[str, list[int]]:
    """The positions at which each column's header stands.

    A text's header goes before its synonyms. Where a number stands under both, nobody can know which is meant.
    """
    texts = {position: header_text(content) for position, content in enumerate(row)}
    whole = {position: normalised(text) for position, text in texts.items() if text}
    found: dict[str, list[int]] = {}
    for name, column in layout.columns.items():
        spelled_out = _names(column)
        exact = [position for position, text in whole.items() if text == spelled_out[0]]
        other = [position for position, text in whole.items() if text in spelled_out[1:]]
        if not exact and not other and column.type == "amount":
            other = [position for position, text in whole.items() if _without_unit(text)[0] in spelled_out]
        if exact and other and column.is_numeric:
            exact = sorted(exact + other)
        if exact or other:
            found[name] = exact or other
    return found


def _duplicates(number: int, matches: dict[str, list[int]], layout: TableLayout) -> list[Finding]:
    findings = []
    for name, positions in matches.items():
        if len(positions) > 1:
            cells = listed(f"{column_letter(position)}{number + 1}" for position in positions)
            doubt = Doubt(
                f"Rubriken {quoted(layout.columns[name].header)} eller en synonym till den står i cellerna {cells}.",
                "Varje rubrik får stå en gång.",
                "Ta reda på vilken som gäller, och byt namn på den andra.",
            )
            findings.append(Finding(number + 1, column_letter(positions[1]), doubt, shared=True))
    return findings


def _missing(row: Sequence[Any], number: int, matches: dict[str, list[int]], layout: TableLayout) -> list[Finding]:
    used = {position for positions in matches.values() for position in positions}
    texts = [header_text(content) for position, content in enumerate(row) if position not in used]
    free = [text for text in texts if text]
    missing = [column for name, column in layout.columns.items() if name not in matches]
    of_another_year = _of_another_year(missing, free)
    findings = [_another_year(of_another_year, number)] if of_another_year else []
    for column in missing:
        if column.header in of_another_year:
            continue
        doubt = Doubt(
            f"Kolumnen {quoted(column.header)} saknas i rubrikraden, rad {number + 1}.",
            f"Övriga rubriker i raden är {listed(map(quoted, free))}." if free else "Raden har inga andra rubriker.",
            _how_to_name(column, free),
        )
        findings.append(Finding(0, "", doubt, shared=True))
    return findings


def _how_to_name(column: ColumnLayout, free: list[str]) -> str:
    header = quoted(column.header)
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


def _wrong_units(row: Sequence[Any], number: int, positions: dict[str, int], layout: TableLayout) -> list[Finding]:
    findings = []
    for name, position in positions.items():
        column = layout.columns[name]
        unit = _without_unit(header_text(row[position]))[1] if column.type == "amount" else ""
        if unit in KRONOR_PER_UNIT and unit != column.unit:
            doubt = Doubt(
                f"Rubriken {quoted(row[position])} anger enheten {unit}.",
                f"Belopp i {column.unit} väntas i kolumnen {quoted(column.header)}.",
                f"Räkna om beloppen till {column.unit} och rätta rubriken.",
            )
            findings.append(Finding(number + 1, column_letter(position), doubt, shared=True))
    return findings
