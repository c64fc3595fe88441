"""The units and signs of a new table's amounts, each told once."""

from __future__ import annotations

from collections import Counter

from followup.ground.wording import listed, quoted
from followup.layout_proposal.candidates import Candidate
from followup.layout_proposal.proposed import ColumnProposal, TableProposal
from followup.layout_proposal.signs import all_cells, is_account, row_kinds, told_sign
from followup.layout_proposal.units import table_units, told_unit
from followup.layout_proposal.words import INVESTMENT, NOT_AMOUNT, plain

# A question about more columns than this names them by their letters.
_MOST_HEADERS = 5


def add_amounts(table: TableProposal, one: Candidate) -> None:
    """Adds units and signs to the amounts, or questions, and asks about rows that are no amounts."""
    said = table_units(one)
    texts = [column for column in table.read if column.type in ("text", "choice")]
    accounts = next((column for column in texts if is_account(column.header)), None)
    rows = row_kinds(one, [column for column in texts if column is not accounts], accounts)
    amounts = [column for column in table.read if column.type == "amount"]
    for column in amounts:
        if "unit_column" in table.keys:
            column.keys["unit"] = "row"
            column.reasons.append("varje rad säger sin enhet")
        else:
            headings = [h.text for h in one.headings if h.position in column.positions]
            told_unit(column, one, said, [*headings, column.group], all_cells(one, column))
        told_sign(column, one, rows)
    _in_common(table, amounts)
    _ask_once(table)
    names = next((column for column in texts), None)
    if names and amounts:
        cells = dict.fromkeys(str(cell).strip() for cell in one.cells(names.positions[0]))
        odd = [cell for cell in cells if NOT_AMOUNT.search(plain(cell))]
        if any(rows.kinds):
            # Among revenue and cost an investment has no sign of its own.
            odd = [cell for cell in cells if cell in odd or INVESTMENT.search(plain(cell))]
        if odd:
            table.questions.append(
                f"{listed(map(quoted, odd), most=5)} är av ett annat slag än övriga rader. Ta bort dem ur "
                "tabellen i arbetsboken, eller ge dem en egen."
            )


def _in_common(table: TableProposal, amounts: list[ColumnProposal]) -> None:
    """What all amounts have in common is told once, of the table."""
    if len(amounts) < 2:
        return
    shared = [one for one in amounts[0].reasons if all(one in column.reasons for column in amounts)]
    if shared:
        table.reasons.append(f"alla belopp: {'; '.join(shared)}")
    for column in amounts:
        column.reasons = [one for one in column.reasons if one not in shared]


def _named(some: list[ColumnProposal], all_: list[ColumnProposal]) -> str:
    """Columns by their headings, or by their letters where headings are many or stand twice."""
    headers = [column.header for column in some]
    others = [column.header for column in all_ if column not in some]
    if len(headers) <= _MOST_HEADERS and len({*headers}) == len(headers) and not {*headers} & {*others}:
        return listed(map(quoted, headers))
    return f"Kolumn {listed(column.letters for column in some)}"


def _ask_once(table: TableProposal) -> None:
    """A question about several columns is asked once, of the table."""
    asked = Counter(question for column in table.read for question in column.questions)
    for question in [one for one, count in asked.items() if count > 1]:
        having = [column for column in table.read if question in column.questions]
        table.questions.append(f"{_named(having, table.read)}: {question}")
        for column in having:
            column.questions.remove(question)
