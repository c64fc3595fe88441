"""Whole columns in another unit, or with the sign turned: told once, and looked at as they should be from then on."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import numpy as np

from followup.checks.common.column_faults import CODE, Fault, faults, mended
from followup.checks.common.known_amounts import Known
from followup.checks.common.rule import Rule
from followup.checks.common.table_problems import kronor_text, times
from followup.ground.errors import Problem
from followup.ground.wording import column_index, column_letter, listed, quoted, spelled
from followup.params.column_layout import KRONOR_PER_UNIT

if TYPE_CHECKING:
    from followup.checks.common.case import Case
    from followup.params.column_layout import ColumnLayout
    from followup.workbooks.source_table import SourceTable

_SIGNS = {
    "ledger": "I arbetsboken anges intäkter med minustecken och kostnader med plustecken.",
    "result": "I arbetsboken anges intäkter med plustecken och kostnader med minustecken.",
    "magnitude": "I arbetsboken anges beloppen utan tecken.",
}


def check(case: Case) -> Iterator[Problem]:
    """One error for each table and multiple, whosever rows the report reads: all its readers are told the same."""
    for fault in faults(case):
        yield _problem(case, fault)


def _problem(case: Case, fault: Fault) -> Problem:
    table, layout = fault.table, case.layouts[fault.table.name]
    columns = [layout.columns[one] for one in fault.columns]
    first, rows = columns[0], np.asarray(fault.rows)
    letters = [table.letters[one] for one in fault.columns]
    which = listed(quoted(one.header) for one in columns)
    noun = "kolumnen" if len(columns) == 1 else "kolumnerna"
    is_money = first.type == "amount"
    everything = "alla rader" if len(rows) == len(table.frame) else f"{len(rows)} av bladets {len(table.frame)} rader"
    is_turned = fault.factor < 0
    what = f"har omvänt tecken på {everything}"
    size = abs(np.log10(abs(fault.factor)))
    if size > 0:
        scale = f"{times(10**size)} för {'stora' if abs(fault.factor) > 1 else 'små'}"
        what = f"är {scale} på {everything}" + (" och har omvänt tecken" if is_turned else "")
    expected = f"{noun.capitalize()} anges i {_words(first.unit) if is_money else 'timmar'}."
    # How much people are ill is told by no amount.
    beside = f": {_example(table, fault.known[0], first)}" if is_money else f", mot vad som står {fault.known[0].where}"
    if is_turned:
        # Every amount has a sign in its layout, and only an amount can be turned.
        assert first.sign is not None
        expected = f"{expected} {_SIGNS[first.sign]}" if size else _SIGNS[first.sign]
    return Problem(
        table.workbook,
        table.sheet,
        table.area(fault.columns, rows) if table.blocks else _cells(letters, int(rows.min()), int(rows.max())),
        f"{'Beloppen' if is_money else 'Talen'} i {noun} {which} {what}{beside}.",
        expected,
        _remedy(fault, first, size, is_turned=is_turned),
    )


def _cells(letters: list[str], first: int, last: int) -> str:
    """Columns beside each other as one range."""
    ranges: list[list[int]] = []
    for number in sorted(map(column_index, letters)):
        if ranges and ranges[-1][1] == number - 1:
            ranges[-1][1] = number
        else:
            ranges.append([number, number])
    return ",".join(f"{column_letter(left)}{first}:{column_letter(right)}{last}" for left, right in ranges)


def _example(table: SourceTable, one: Known, column: ColumnLayout) -> str:
    """The largest amount beside what it is elsewhere, both as the column would write them."""
    weight = one.known.where(one.own.notna() & (one.own != 0)).abs()
    key = weight.index[int(weight.argmax())]
    own, known = (_shown(float(amounts[key]), column) for amounts in (one.own, one.known))
    stands = f"är {own} i cell {table.address(one.column, key)}" if one.is_by_row else f"är tillsammans {own}"
    return f"{one.name(key)} {stands}, men {known} {one.where}"


def _shown(kronor: float, column: ColumnLayout) -> str:
    amount = kronor / column.factor
    if column.unit == "kr":
        return kronor_text(amount)
    return f"{spelled(round(amount, 1) if abs(amount) >= 1 else float(f'{amount:.2g}'))} {column.unit}"


def _words(unit: str) -> str:
    return {"kr": "kronor"}.get(unit, unit)


def _remedy(fault: Fault, column: ColumnLayout, size: float, *, is_turned: bool) -> str:
    told = []
    if size and column.type != "amount":
        told.append("De ser ut att vara i minuter: skriv dem i timmar, eller gör om uttaget.")
    elif size:
        written = round(KRONOR_PER_UNIT[column.unit] / abs(fault.factor), 2)
        units = {"öre": 0.01, **KRONOR_PER_UNIT}
        unit = next((name for name, kronor in units.items() if kronor == written), "")
        told.append(
            f"De ser ut att vara i {_words(unit)}: skriv dem i {_words(column.unit)}, eller gör om uttaget."
            if unit
            else f"Skriv dem i {_words(column.unit)}, eller gör om uttaget."
        )
    if is_turned:
        told.append("Byt tecken på dem, eller gör om uttaget.")
    if "xlsx" in fault.known[0].where:
        told.append(f"Är det de belopp som står {fault.known[0].where} som är fel: rätta dem där.")
    return " ".join(told)


RULE = Rule(
    code=CODE,
    title="Hela kolumnens enhet och tecken",
    catches="En kolumn, eller ett helt blad, i tkr, mnkr eller kronor där en annan enhet ska stå, eller med omvänt "
    "tecken. Det sägs en gång, och de andra reglerna prövar beloppen som de blir när de är rättade.",
    check=check,
    needs=(),
    readers=("committee", "region"),
    limits=("near", "share"),
    mend=mended,
    example=(
        "Beloppen i kolumnerna ”Helårsprognos” och ”Föregående prognos” är tusen gånger för stora på alla rader: "
        "”Skola”, ”Personalkostnader” är 105 000 mnkr i cell C5, men 105 mnkr som årets budget i huvudboken. "
        "Kolumnerna anges i mnkr. De ser ut att vara i tkr: skriv dem i mnkr, eller gör om uttaget."
    ),
)
