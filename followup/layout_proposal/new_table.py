"""A table that no layout knows, proposed from its headings and cells."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import combinations
from typing import Any

from followup.ground.wording import column_letter, listed, normalised, quoted
from followup.layout_proposal.candidates import Candidate
from followup.layout_proposal.column_types import named
from followup.layout_proposal.month_groups import month_groups
from followup.layout_proposal.proposed import ASK, ColumnProposal, TableProposal
from followup.layout_proposal.sheet_cells import is_label, is_missing, is_time, number_of
from followup.layout_proposal.table_amounts import add_amounts
from followup.layout_proposal.table_columns import add_columns, add_types
from followup.layout_proposal.table_months import add_months
from followup.layout_proposal.total_lines import told_differences, told_month_sums, told_totals
from followup.params.column_layout import MONTH
from followup.params.params import Params
from followup.workbooks.cells.cell_values import is_blank
from followup.workbooks.shapes.header_row import ROWS_SEARCHED

_LONGEST_KEY = 4
_FIRST_ROWS = 200
# So short a table of words alone may be an address.
_FEW_ROWS = 4


def new_table(one: Candidate, params: Params, year: int, taken: Iterable[str]) -> TableProposal:
    """The proposal of one table. `year` is the report's, as far as it is told; `taken` are others' names."""
    title = one.title or one.sheet.name
    place = f"rubrikraden är rad {one.header + 1}" + (f" med grupper på rad {one.header}" * (one.heading_rows == 2))
    short = re.split(r"[,(\N{EN DASH}]| [0-9-]", one.title)[0]
    table = TableProposal(named(short or one.sheet.name, taken), one.sheet.name, place)
    if one.after:
        table.keys["after"] = one.after
    if one.before:
        table.keys["before"] = one.before
    if one.heading_rows == 2:
        table.keys["heading_rows"] = 2
    if one.has_blank_rows:
        table.keys["blank_rows"] = "allowed"
        table.reasons.append("tomma rader står inuti tabellen")
    if one.header >= ROWS_SEARCHED and not one.after:
        table.questions.append(
            f"Ge tabellen på rad {one.header + 1} en titel som står en gång på bladet, och skriv after."
        )
    groups = month_groups(one.headings, year)
    add_columns(table, one, groups, params, year)
    add_types(table, one, params, year)
    if _may_be_form(table, one):
        table.questions.append(
            "Är bladet ett formulär, med en etikett och ett svar på varje rad? Skriv form: true, och en kolumn för "
            "varje etikett."
        )
    elif len(one.body) <= _FEW_ROWS and all(_is_of_words(column, one) for column in table.read):
        table.questions.append("Är det en tabell? Den är kort och har bara text. Ska den inte läsas: ta bort den.")
    add_months(table, one, groups, year)
    totals = told_totals(table, one, params.total_words)
    told_month_sums(table, one)
    told_differences(table, one, totals)
    add_amounts(table, one)
    _ask_alone(table, one, totals)
    _add_key(table, one, totals)
    if len(one.headings) > len({(heading.text, heading.group) for heading in one.headings}):
        twice = {heading.text for heading in one.headings if [one.text for one in one.headings].count(heading.text) > 1}
        table.questions.append(
            f"Rubriken {listed(map(quoted, sorted(twice)))} står flera gånger i {quoted(title)}. Vilken gäller? Byt "
            "namn i arbetsboken på den som inte ska läsas."
        )
    return table


def _may_be_form(table: TableProposal, one: Candidate) -> bool:
    """Whether two columns may be labels and answers: the answers are times and numbers and words in turn."""
    if len(table.columns) != 2 or table.columns[1].type not in ("text", "markdown"):
        return False
    answers = [cell for cell in one.cells(table.columns[1].positions[0]) if not is_missing(cell)]
    words = sum(isinstance(cell, str) and not is_time(cell) and number_of(cell) is None for cell in answers)
    return words < len(answers)


def _ask_alone(table: TableProposal, one: Candidate, totals: list[int]) -> None:
    """Asks about words that stand alone on their rows."""
    places = [heading.position for heading in one.headings]
    alone = []
    for number, row in enumerate(one.body):
        filled = [row[place] for place in places if not is_blank(row[place])]
        if len(filled) == 1 and len(places) > 1 and number not in totals and is_label(filled[0]):
            alone.append(str(filled[0]).strip())
    if alone and not all(_is_of_words(column, one) for column in table.read):
        table.questions.append(
            f"{listed(map(quoted, alone), most=5)} står utan tal. Är det en rubrik för raderna under: skriv en kolumn "
            "med group_row: true. Saknas talen bara: låt empty: allowed stå."
        )


def _is_of_words(column: ColumnProposal, one: Candidate) -> bool:
    return column.type in ("text", "markdown") or all(map(is_missing, one.cells(column.positions[0])))


def _add_key(table: TableProposal, one: Candidate, totals: list[int]) -> None:
    """The fewest columns of words, from the left, that part every row from the others."""
    is_wide = any(len(column.positions) > 1 for column in table.read)
    rows = [row for number, row in enumerate(one.body) if number not in totals and any(not is_missing(c) for c in row)]
    cells = {
        column.name: _plain([row[column.positions[0]] for row in rows])
        for column in table.read
        if _may_be_key(column) and not (is_wide and column.header == MONTH)
    }
    own = [column for column in table.read if column.name in cells and all(cells[column.name])]
    can_be = bool(rows and own) and _part([cells[column.name] for column in own])
    for size in range(1, _LONGEST_KEY + 1) if can_be else ():
        for some in combinations(own, size):
            if _part([cells[column.name] for column in some]):
                names = [column.name for column in some]
                table.keys["key"] = ["period", *names] if is_wide else names
                headers = listed(quoted(column.header) for column in some)
                table.reasons.append(f"{headers} skiljer varje rad från de andra (key)")
                return
    table.keys["key"] = ASK
    table.questions.append("Vilka kolumner säger tillsammans vilken rad det är? Skriv deras namn i key.")


def _plain(cells: Sequence[Any]) -> list[str]:
    known = {cell: normalised(cell) for cell in {str(cell) for cell in cells}}
    return [known[str(cell)] for cell in cells]


def _part(columns: Sequence[Sequence[str]]) -> bool:
    """Whether columns part every row from the others. The first rows tell it of most that do not."""
    return all(
        len(set(zip(*(cells[:some] for cells in columns), strict=True))) == min(some, len(columns[0]))
        for some in (_FIRST_ROWS, len(columns[0]))
    )


def _may_be_key(column: ColumnProposal) -> bool:
    """Whether a column may say which row it is: words, codes, times and years, and nothing that is counted."""
    is_told = column.type not in ("", "markdown", "amount", "number") and "empty" not in column.keys
    return is_told and (column.type != "integer" or "maximum" in column.keys)


def letters_of(one: Candidate) -> str:
    """The area of a table: `A6:E12`."""
    columns = [heading.position for heading in one.headings]
    return f"{column_letter(min(columns))}{one.top + 1}:{column_letter(max(columns))}{one.end}"
