"""The unit that a sheet itself states for its amounts: in a heading, in the title or a note above, or on each row.

Nothing is guessed: a layout says `unit: stated` or `unit: row`, and where the sheet says nothing, or two things, it is
a question. Amounts with a unit of the layout's own are held against what stands above the table.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any, NamedTuple

from followup.ground.number_text import UNITS
from followup.ground.wording import column_letter, listed, normalised, quoted
from followup.params.column_layout import KRONOR_PER_UNIT, KRONOR_PER_WORD
from followup.params.heading_words import EACH
from followup.params.layouts import TableLayout
from followup.workbooks.cells.cell_values import Doubt, is_blank
from followup.workbooks.cells.cell_words import shown
from followup.workbooks.cells.findings import Finding
from followup.workbooks.shapes.header_row import Header
from followup.workbooks.shapes.headings import below_numbers

_OF_THOUSANDS = ("-tal kr", "-tals kr", "-tal kronor", "-tals kronor", "-tal", "-tals", " kr", " kronor", " sek")
_WORDS = {
    **{word: unit for word, unit in UNITS.items() if unit in KRONOR_PER_WORD and word[0].isalpha()},
    **dict.fromkeys(("tusentals kronor", "tusental kronor", "tusentals kr", "tusentals"), "tkr"),
    **{f"{thousand}{word}": "tkr" for thousand in ("1000", "1 000") for word in _OF_THOUSANDS},
    **dict.fromkeys(("miljontals kronor", "miljoner sek", "mnsek", "miljontal kronor", "mn kr", "mn sek"), "mnkr"),
    **dict.fromkeys(("hela kronor", "hela kr", "heltal kronor"), "kr"),
}
_UNIT = "|".join(sorted(map(re.escape, _WORDS), key=len, reverse=True))
# "tkr", "(mnkr)", "Belopp i tkr", "Alla belopp anges i mnkr om inget annat sägs"; "Driftbudget 2024, mnkr".
_ALONE = re.compile(rf"\(?(?:i )?(?P<unit>{_UNIT})\.?\)?\.?")
_AMOUNTS = re.compile(rf"(?<![\w-])(?:belopp|enhet|siffror|tal)\w*\b(?: [a-zåäö]+)?:? (?:i )?(?P<unit>{_UNIT})(?!\w)")
# Without anything between, only what is no amount: "Driftbudget tkr" and "Driftbudget 2024 tkr", not "över 5 mnkr".
_SHORT = "|".join(word for word in _WORDS if re.fullmatch("[a-z]{3,4}", word) and word not in ("mdr", "milj", "mio"))
_AT_END = re.compile(
    rf"(?:(?:[,(-] ?(?:i )?| i )(?P<unit>{_UNIT})|(?:[a-zåäö)]|\b20[0-9]{{2}}) (?P<short>{_SHORT}))\.?\)?\.?"
)
# "kr per invånare", "tkr/elev": no amounts that can be summed.
_EACH = re.compile(EACH.pattern + r"\)?\.?")
_LONGEST = 200


class StatedUnit(NamedTuple):
    """A cell above a table, counted from 0, and the unit that it states."""

    row: int
    column: int
    unit: str

    @property
    def cell(self) -> str:
        return f"{column_letter(self.column)}{self.row + 1}"


def unit_of_text(text: str) -> str:
    """The unit that a title or a note states for the amounts below it; empty if it states none."""
    plain = normalised(text[: _LONGEST + 1])
    if len(plain) > _LONGEST:
        return ""
    if each := next((one for one in _EACH.finditer(plain) if one.end() == len(plain)), None):
        unit = unit_of_text(plain[: each.start()])
        return f"{unit} per {each['each']}" if unit else ""
    match = _ALONE.fullmatch(plain) or _AMOUNTS.search(plain)
    if match is None:
        # Only what the text ends with: "över 5 mnkr" is an amount and not a unit.
        match = next((one for one in _AT_END.finditer(plain) if one.end() == len(plain)), None)
    return _said(match, plain)


def _unit_of_note(text: str) -> str:
    """The unit that a note says that amounts have; a title's own end says it only of what stands below it."""
    plain = normalised(text[: _LONGEST + 1])
    match = None if len(plain) > _LONGEST else _AMOUNTS.search(plain)
    return _said(match, plain)


def _said(match: re.Match[str] | None, text: str) -> str:
    """The unit that was found; with what it is for each of, where the text goes on so."""
    if match is None:
        return ""
    groups = match.groupdict()
    unit = _WORDS[groups["unit"] or groups["short"]]
    each = _EACH.match(text, match.end())
    return f"{unit} per {each['each']}" if each else unit


def units_above(rows: Sequence[Sequence[Any]], first: int, header: int) -> list[StatedUnit]:
    """The units that stand in the rows from `first` to the header's."""
    return [
        StatedUnit(number, position, unit)
        for number, row in enumerate(rows[first:header], start=first)
        for position, content in enumerate(row)
        if isinstance(content, str) and content and (unit := unit_of_text(content))
    ]


def _is_beside(column: int, headings: Sequence[Any], header: Header) -> bool:
    """Whether a cell stands above another table, which a blank column parts from the one whose headings these are."""
    own = set(header.positions.values())
    if not own or column >= len(headings) or min(own) <= column <= max(own) or is_blank(headings[column]):
        return False
    between = range(max(own) + 1, column) if column > max(own) else range(column + 1, min(own))
    return any(is_blank(headings[one]) for one in between)


def resolved(
    layout: TableLayout, header: Header, rows: Sequence[Sequence[Any]], first: int
) -> tuple[TableLayout, list[Finding]]:
    """The layout with the unit of each amount that the sheet states, and what cannot be told.

    A heading's own unit goes before what stands above the table.
    """
    amounts = {name: column for name, column in layout.columns.items() if column.type == "amount"}
    above = units_above(rows, first, header.row) if amounts else []
    above = [one for one in above if not _is_beside(one.column, rows[header.row], header)]
    said = list(dict.fromkeys(one.unit for one in above))
    # What stands above numbers of another table may be that table's alone.
    own = [one for one in above if one.row >= below_numbers(rows, header.row)]
    findings: list[Finding] = []
    units: dict[str, str] = {}
    silent = [name for name, column in amounts.items() if name in header.positions and name not in header.units]
    stated = [name for name in silent if amounts[name].unit == "stated"]
    if stated and (not own or len(said) != 1 or said[0] not in KRONOR_PER_UNIT):
        findings.append(_question([amounts[name].header for name in stated], above))
    for name, column in amounts.items():
        if column.unit == "stated":
            unit = header.units.get(name) or (said[0] if said else "")
            units[name] = unit if unit in KRONOR_PER_UNIT else "kr"
    fixed = [name for name in silent if not amounts[name].is_stated]
    wrong = [name for name in fixed if said and amounts[name].unit not in said]
    if wrong:
        findings.append(_contradiction(above, amounts[wrong[0]].unit, [amounts[name].header for name in wrong]))
    return with_units(layout, units), findings


def unit_below(layout: TableLayout, rows: Sequence[Sequence[Any]], end: int) -> list[Finding]:
    """A note below the table that states another unit than its amounts were read in.

    `end` is the first row, from 0, below the table. Notes stand there on rows of their own, one after another; those
    that another table follows at once are its title.
    """
    amounts = [column for column in layout.columns.values() if column.type == "amount"]
    notes: list[StatedUnit] = []
    has_begun = False
    for number, row in enumerate(rows[end:] if amounts else (), start=end):
        filled = [(position, content) for position, content in enumerate(row) if not is_blank(content)]
        if len(filled) > 1:
            return []
        if has_begun and not filled:
            break
        for position, content in filled:
            has_begun = True
            if isinstance(content, str) and (unit := _unit_of_note(content)):
                notes.append(StatedUnit(number, position, unit))
    wrong = [one for one in notes if all(column.unit != one.unit for column in amounts)]
    headers = [column.header for column in amounts]
    return [_contradiction(wrong, amounts[0].unit, headers, "Under tabellen")] if wrong else []


def with_units(layout: TableLayout, units: Mapping[str, str]) -> TableLayout:
    """The layout with other units for some of its columns."""
    if not units:
        return layout
    changed = {name: layout.columns[name].model_copy(update={"unit": unit}) for name, unit in units.items()}
    return layout.model_copy(update={"columns": {**layout.columns, **changed}})


def unit_by_row(
    layout: TableLayout, header: Header, rows: Sequence[list[Any]]
) -> tuple[TableLayout, list[list[Any]], list[Finding]]:
    """The layout and the rows with amounts in one unit: that of all rows if they agree, or else kronor.

    Where rows differ, a number without a unit, or written as text, is an error.
    """
    names = [name for name, column in layout.columns.items() if column.unit == "row" and name in header.positions]
    choices = layout.columns[layout.unit_column].choices
    assert isinstance(choices, dict)  # a layout with anything else is refused
    words = {normalised(word): unit for unit, list_ in choices.items() for word in list_}
    place = header.positions[layout.unit_column]
    body = header.row + 1
    units = [words.get(normalised(str(row[place]))) for row in rows[body:]]
    known = {unit for unit in units if unit}
    target = known.pop() if len(known) == 1 else "kr"
    layout = with_units(layout, {name: target for name, column in layout.columns.items() if column.unit == "row"})
    if not known:
        return layout, list(rows), []
    found, findings = list(rows), []
    for number, unit in enumerate(units, start=body):
        row = list(rows[number])
        for position in (one for name in names for one in header.all_positions(name)):
            content = row[position]
            if isinstance(content, bool) or is_blank(content):
                continue
            if isinstance(content, float | int) and unit:
                row[position] = float(Decimal(repr(content)) * KRONOR_PER_UNIT[unit])
            elif isinstance(content, float | int) or (isinstance(content, str) and unit):
                findings.append(Finding(number + 1, column_letter(position), _without_unit(content, unit)))
                row[position] = ""
        found[number] = row
    return layout, found, findings


def _without_unit(content: Any, unit: str | None) -> Doubt:
    if not unit:
        return Doubt(
            f"Här står {shown(content)} på en rad utan enhet.",
            "Tabellens rader har olika enheter, och varje rad med tal väntas säga sin.",
            "Fyll i radens enhet.",
        )
    return Doubt(
        f"Här står {shown(content)} som text.",
        "Tabellens rader har olika enheter, och tal i den räknas om bara när de står i talceller.",
        "Skriv talet med enbart siffror i en talcell.",
    )


def _question(headers: Sequence[str], above: Sequence[StatedUnit]) -> Finding:
    cells = listed(f"{one.unit} i cell {one.cell}" for one in above)
    doubt = Doubt(
        f"Beloppens enhet i {listed(map(quoted, headers))} kan inte avgöras: "
        + (f"ovanför tabellen står {cells}." if above else "varken rubriken eller raderna ovanför anger någon."),
        "Enheten kr, tkr eller mnkr väntas en gång, i rubriken eller i en rad ovanför tabellen.",
        "Skriv ”Belopp i tkr”, med den enhet som gäller, ovanför tabellen. Har arbetsboken alltid samma enhet: skriv "
        "den i params/layouts, till exempel unit: tkr.",
    )
    return Finding(0, "", doubt, shared=True)


def _contradiction(
    above: Sequence[StatedUnit], unit: str, headers: Sequence[str], where: str = "Ovanför tabellen"
) -> Finding:
    first = above[0]
    doubt = Doubt(
        f"{where} anges enheten {first.unit}.",
        f"Belopp i {unit} väntas i {listed(map(quoted, headers))}.",
        f"Räkna om beloppen till {unit} och rätta texten. Är de i {unit} redan: rätta bara texten. Följer enheten av "
        "bladet: skriv unit: stated för kolumnen i params/layouts.",
    )
    return Finding(first.row + 1, column_letter(first.column), doubt, shared=True)
