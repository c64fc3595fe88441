"""Rows that are sums of others although no word of params/totals.yml says so, and columns that are of others.

Arithmetic alone may be chance: with few numbers it is a question.
"""

from __future__ import annotations

from collections.abc import Sequence

from followup.ground.wording import listed, normalised, quoted
from followup.layout_proposal.candidates import Candidate
from followup.layout_proposal.proposed import ColumnProposal, TableProposal
from followup.layout_proposal.sheet_cells import is_missing, number_of
from followup.layout_proposal.words import DIFFERENCE, plain
from followup.params.total_words import TotalWords
from followup.params.yaml_words import written
from followup.workbooks.cells.cell_words import as_text
from followup.workbooks.total_labels import label_of

# Rows searched for sums; in a longer table they have words.
MOST_ROWS = 500
_FEWEST_SUMMED = 3
_SURE_WORDS = ("hela ", "samtliga", "alla ", "totalt", "netto", "summa")
Numbers = list[list[float | None]]


def told_totals(table: TableProposal, one: Candidate, words: TotalWords) -> list[int]:
    """Adds what tells a table's totals to its keys; gives the positions of all rows that are totals."""
    texts = [column for column in table.read if column.type in ("text", "choice", "committee")]
    numeric = [column for column in table.read if column.is_numeric and column.type != "integer"]
    known = bare_totals(one) | {
        number
        for number, row in enumerate(one.body)
        for column in texts
        if label_of(row[column.positions[0]], words) is not None
    }
    if not texts or not numeric or len(one.body) > MOST_ROWS:
        return sorted(known)
    columns: Numbers = [
        [number_of(cell) for cell in one.cells(position)] for column in numeric for position in column.positions
    ]
    if of_units := _told_units(table, one, texts, columns):
        return sorted(known | set(of_units))
    label = texts[0]
    names = [as_text(cell).strip() for cell in one.cells(label.positions[0])]
    if len(known) == len(one.body):
        return _told_only(table, label, names, columns)
    found = [number for number in _sums(columns, known) if names[number] and names.count(names[number]) == 1]
    sure = [number for number in found if _is_sure(names[number], columns, number)]
    if sure:
        own = [names[number] for number in sure]
        table.keys["total_row"] = {"column": label.name, "words": own}
        table.reasons.append(f"{listed(map(quoted, own))}: raden är summan av de andra och läses inte som en egen rad")
    _ask_heads(table, label, names, columns, set(found) | known)
    if doubtful := [names[number] for number in found if number not in sure]:
        table.questions.append(
            f"Är {listed(map(quoted, doubtful))} en summa av andra rader? Talen stämmer, men det kan vara en slump. "
            f"{_answer(table, label, doubtful)}"
        )
    return sorted(known | set(sure))


def bare_totals(one: Candidate) -> set[int]:
    """The last row, if it has numbers and no words: it is read as a total."""
    last = len(one.body) - 1
    label, *others = (one.cells(heading.position)[last] for heading in one.headings)
    here = [number_of(cell) for cell in others if not is_missing(cell)]
    return {last} if last and is_missing(label) and here and None not in here else set()


def _answer(table: TableProposal, label: ColumnProposal, names: Sequence[str]) -> str:
    """What to write if rows are totals too."""
    told = table.keys.get("total_row", {}).get("words", [])
    words = written({"column": label.name, "words": [*told, *names]})
    return f"Skriv i så fall total_row: {words}."


def _ask_heads(
    table: TableProposal, label: ColumnProposal, names: Sequence[str], columns: Numbers, totals: set[int]
) -> None:
    """Asks about rows that are the sum of those directly below them."""
    finest = [[_decimals([cell]) if cell is not None else 0 for cell in column] for column in columns]
    heads = [
        name
        for number, name in enumerate(names)
        if number not in totals and _is_sure("", columns, number) and _heads(columns, finest, number, totals)
    ]
    if heads:
        table.questions.append(
            f"Är {listed(map(quoted, heads), most=8)} summan av raderna under? Då räknas de två gånger. "
            f"{_answer(table, label, heads)}"
        )


def _heads(columns: Numbers, finest: Sequence[Sequence[int]], number: int, totals: set[int]) -> bool:
    """Whether a row is the sum of the two rows below it, or of more; down to the next total."""
    stated = [(at, cell) for at, column in enumerate(columns) if (cell := column[number]) is not None]
    sums = dict.fromkeys((at for at, _ in stated), 0.0)
    decimals = {at: finest[at][number] for at, _ in stated}
    if not any(cell for _, cell in stated):
        return False
    for other in range(number + 1, len(columns[0])):
        if other in totals:
            return False
        for at in sums:
            sums[at] += columns[at][other] or 0.0
            decimals[at] = max(decimals[at], finest[at][other])
        if other > number + 1 and all(_is_near(cell, sums[at], decimals[at]) for at, cell in stated):
            return True
    return False


def _told_only(table: TableProposal, label: ColumnProposal, names: list[str], columns: Numbers) -> list[int]:
    """Where every row begins with a word for a total, the totals are those that are sums of the others."""
    found = _sums(columns, set())
    if found and len(found) < len(names):
        own = [names[number] for number in found]
        table.keys["total_row"] = {"column": label.name, "words": own, "only": True}
        table.reasons.append(f"alla rader börjar som summor; {listed(map(quoted, own))} är summan av de andra")
    return found


def _told_units(table: TableProposal, one: Candidate, texts: Sequence[ColumnProposal], columns: Numbers) -> list[int]:
    """A unit's row above its sub-units: the second name is blank, and the number their sum."""
    if len(texts) < 2:
        return []
    units, parts = (one.cells(column.positions[0]) for column in texts[:2])
    heads = [number for number, part in enumerate(parts) if is_missing(part) and not is_missing(units[number])]
    if not heads or len(heads) == len(parts):
        return []
    for head in heads:
        below = [
            number
            for number, part in enumerate(parts)
            if not is_missing(part) and normalised(as_text(units[number])) == normalised(as_text(units[head]))
        ]
        if not below or not _agree(columns, head, below):
            return []
    table.keys["total_row"] = {"column": texts[0].name, "blank": texts[1].name}
    table.reasons.append(
        f"en rad där {quoted(texts[1].header)} är tom är summan av raderna med samma {texts[0].header}"
    )
    texts[1].keys.pop("empty", None)
    return heads


def _sums(columns: Numbers, known: set[int]) -> list[int]:
    """The rows that are the sum of all the others, of all above, or of those since the sum before them."""
    height = len(columns[0])
    rows = [number for number in range(height) if number not in known and any(column[number] for column in columns)]
    found: list[int] = []
    for number in rows:
        before = max((one for one in (*found, *known) if one < number), default=-1)
        above = [one for one in rows if before < one < number]
        others = [one for one in rows if one != number and one not in found]
        running = [one for one in others if one < number]
        if any(len(some) >= 2 and _agree(columns, number, some) for some in (above, running, others)):
            found.append(number)
    return found


def _agree(columns: Numbers, total: int, rows: Sequence[int]) -> bool:
    """Whether a row is the sum of rows, in every column, as finely as it is written."""
    has_any = False
    for column in columns:
        stated = column[total]
        if stated is None:
            continue
        numbers = [number for row in rows if (number := column[row]) is not None]
        if not _is_near(stated, sum(numbers), _decimals([stated, *numbers])):
            return False
        has_any = has_any or bool(stated)
    return has_any


def _is_near(stated: float, total: float, decimals: int) -> bool:
    """Whether a sum is what is stated, as finely as its numbers are written."""
    within: float = 0.5 / 10**decimals
    return abs(stated - total) <= within + 1e-9 * abs(stated)


def _decimals(numbers: Sequence[float]) -> int:
    return next((one for one in range(4) if all(abs(round(x, one) - x) < 1e-9 for x in numbers)), 4)


def _is_sure(name: str, columns: Numbers, number: int) -> bool:
    told = sum(column[number] is not None for column in columns)
    rows = sum(number is not None for number in columns[0])
    by_words = any(word in f"{normalised(name)} " for word in _SURE_WORDS)
    return by_words or told >= _FEWEST_SUMMED or (told >= 2 and rows > _FEWEST_SUMMED)


def told_differences(table: TableProposal, one: Candidate, totals: Sequence[int]) -> None:
    """Leaves out the columns that are others' difference or sum: the report works them out itself."""
    single = [column for column in table.read if column.is_numeric and len(column.positions) == 1]
    numbers = {
        column.name: [number_of(cell) for row, cell in enumerate(one.cells(column.positions[0])) if row not in totals]
        for column in single
    }
    for column in single:
        others = [other for other in single if other is not column and not other.left_out]
        heading = plain(f"{column.group} {column.header}")
        if DIFFERENCE.search(heading):
            for first in others:
                for second in others:
                    if first is not second and _is_difference(numbers, column, first, second):
                        column.left_out = (
                            f"är {quoted(first.header)} minus {quoted(second.header)} på varje rad; rapporten räknar "
                            "ut det själv"
                        )
                        break
                if column.left_out:
                    break


def _is_difference(
    numbers: dict[str, list[float | None]], column: ColumnProposal, first: ColumnProposal, second: ColumnProposal
) -> bool:
    rows = list(zip(numbers[column.name], numbers[first.name], numbers[second.name], strict=True))
    whole = [(a, b, c) for a, b, c in rows if a is not None and b is not None and c is not None]
    if len(whole) < 2 or len(whole) < len([a for a, _, _ in rows if a is not None]):
        return False
    return all(abs(a - (b - c)) <= 0.6 * 10 ** -_decimals([a, b, c]) for a, b, c in whole)


def told_month_sums(table: TableProposal, one: Candidate) -> None:
    """Leaves out a column that is the sum of the months beside it."""
    monthly = [column for column in table.read if len(column.positions) > 1]
    for column in table.read:
        if not column.is_numeric or len(column.positions) != 1:
            continue
        stated = [number_of(cell) for cell in one.cells(column.positions[0])]
        for months in monthly:
            rows = list(zip(*([number_of(cell) for cell in one.cells(at)] for at in months.positions), strict=True))
            sums = [sum(number for number in row if number is not None) for row in rows]
            agree = [
                abs(own - total) <= 0.5 * 10 ** -_decimals([own, total]) + 1e-9 * abs(own)
                for own, total in zip(stated, sums, strict=True)
                if own is not None
            ]
            if len(agree) >= 2 and all(agree):
                column.left_out = f"är summan av månaderna i {quoted(months.header)}"
                column.questions.clear()
                break
