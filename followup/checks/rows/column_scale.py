"""Whole columns in another unit, or with the sign turned: told once, and looked at as they should be from then on."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from followup.checks.common import known_amounts
from followup.checks.common.common_factor import Limits, common_factor, has_factor
from followup.checks.common.known_amounts import LEDGER_COLUMNS, OF_FRAMES, Known
from followup.checks.common.per_case import once
from followup.checks.common.rule import Rule
from followup.checks.common.table_problems import kronor_text, times
from followup.ground.errors import Problem
from followup.ground.wording import column_index, column_letter, listed, quoted, spelled
from followup.params.layouts import KRONOR_PER_UNIT

if TYPE_CHECKING:
    from followup.checks.common.case import Case
    from followup.params.layouts import ColumnLayout
    from followup.workbooks.read_table import StatedTotal
    from followup.workbooks.source_table import SourceTable

CODE = "kolumnens-enhet"
# What each table is held against, in the order in which one is mended before the next is looked at.
_TABLES: dict[str, Callable[[Case, SourceTable], Iterator[Known]]] = {
    "frames": known_amounts.of_frames,
    "income_statement": known_amounts.of_income_statement,
    "balance_sheet": known_amounts.of_earlier("line"),
    "balance_requirement": known_amounts.of_earlier("line"),
    "holder_forecast": known_amounts.of_holder_forecast,
    "forecast": known_amounts.of_forecast,
    "forecast_history": known_amounts.of_earlier("period"),
    "investments": known_amounts.of_investments,
    "sickness": known_amounts.of_hours,
}
_SIGNS = {
    "ledger": "I arbetsboken anges intäkter med minustecken och kostnader med plustecken.",
    "result": "I arbetsboken anges intäkter med plustecken och kostnader med minustecken.",
    "magnitude": "I arbetsboken anges beloppen utan tecken.",
}


@dataclass(frozen=True, eq=False)
class Fault:
    """Columns of a table that are the same multiple of what is known, in `rows` of the sheet. `known` are what each was
    held against.
    """

    table: SourceTable
    factor: float
    known: tuple[Known, ...]
    rows: tuple[int, ...]

    @property
    def columns(self) -> list[str]:
        return [one.column for one in self.known]


def check(case: Case) -> Iterator[Problem]:
    """One error for each table and multiple, whosever rows the report reads: all its readers are told the same."""
    for fault in faults(case):
        yield _problem(case, fault)


def mended(case: Case, _causes: Iterable[Problem]) -> Case:
    """The case with every such column as it is when it has been mended."""
    for fault in faults(case):
        case = _mended(case, fault)
    return case


@once
def faults(case: Case) -> tuple[Fault, ...]:
    """What is wrong with whole columns, the ledger's first: the other tables are held against it."""
    found: list[Fault] = []
    if "ledger" in case.tables and not case.whole["ledger"].frame.empty:
        budget = _budget_of_ledger(case)
        if budget is None:
            # Nobody can say whether the ledger is wrong or what it is held against.
            case = replace(case, tables={name: one for name, one in case.tables.items() if name != "ledger"})
        else:
            found += _of_ledger(case, *budget)
    for fault in found:
        case = _mended(case, fault)
    for name, compare in _TABLES.items():
        if name not in case.tables or case.whole[name].frame.empty:
            continue
        table = case.whole[name]
        for fault in _of_table(table, list(compare(case, table)), _limits(case)):
            found.append(fault)
            case = _mended(case, fault)
    return tuple(found)


def _limits(case: Case) -> Limits:
    return Limits(case.limit(CODE, "near"), case.limit(CODE, "share"))


def _budget_of_ledger(case: Case) -> tuple[float, Known | None, bool] | None:
    """The factor of the ledger's budget, what says so, and whether anybody says that the budget is right.

    The frames alone cannot: it may be they that are wrong. Where they and the report before differ, that has been
    published. None where only the frames differ from it.
    """
    outside = known_amounts.of_ledger_budget(case, case.whole["ledger"])
    said = {one: common_factor(one.own, one.known, _limits(case)) for one in outside}
    known = {one: factor for one, factor in said.items() if factor is not None}
    if not known or 1.0 in known.values():
        return 1.0, None, bool(known)
    if published := [one for one in known if one.where != OF_FRAMES]:
        factor = known[published[0]]
        return factor, next(one for one in known if known[one] == factor), True
    return None


def _of_ledger(case: Case, of_budget: float, witness: Known | None, is_known: bool) -> Iterator[Fault]:
    """Outcome and last year are held against the budget, and where nobody knows it, it against the two of them."""
    table = case.whole["ledger"]
    beside = {one.column: one for one in known_amounts.of_ledger(case, table)}
    factors = {"budget": of_budget}
    for column, one in beside.items():
        relative = common_factor(one.own, one.known, _limits(case))
        factors[column] = 1.0 if relative is None else float(f"{relative * of_budget:.6g}")
    if not is_known and factors["outcome"] == factors["previous_year"] != 1.0:
        factors = {"budget": 1 / factors["outcome"], "outcome": 1.0, "previous_year": 1.0}
    told = {"budget": witness or _turned_about(beside["outcome"]), **beside}
    for factor in dict.fromkeys(factors[column] for column in LEDGER_COLUMNS):
        if factor != 1.0:
            known = tuple(told[column] for column in LEDGER_COLUMNS if factors[column] == factor)
            yield Fault(table, factor, known, tuple(table.frame.index.tolist()))


def _turned_about(one: Known) -> Known:
    return replace(one, column="budget", own=one.known, known=one.own, where=f"i kolumnen {quoted('Utfall')}")


def _of_table(table: SourceTable, compared: list[Known], limits: Limits) -> Iterator[Fault]:
    factors = {one.column: common_factor(one.own, one.known, limits, one.factors) for one in compared}
    common = [factor for factor in factors.values() if factor not in (None, 1.0)]
    for factor in dict.fromkeys(common):
        # A column with too few amounts to tell by themselves goes with the others.
        alone = replace(limits, least=1)
        columns = [
            one
            for one in compared
            if factors[one.column] == factor
            or (factors[one.column] is None and common_factor(one.own, one.known, alone, one.factors) == factor)
        ]
        rows = [row for one in columns for row in _rows_with(table, one, factor)]
        yield Fault(table, factor, tuple(columns), tuple(sorted(set(rows))))


def _rows_with(table: SourceTable, one: Known, factor: float) -> list[int]:
    """The rows whose amount may have the factor: all but those that are what is known of them, as they stand."""
    index = table.frame.index
    known = one.known.reindex(index)
    if one.beside is not None:
        known = known.fillna(one.beside.reindex(index))
    may = has_factor(table.frame[one.column], known, factor)
    return index[may & table.frame[one.column].notna().to_numpy()].tolist()


def _mended(case: Case, fault: Fault) -> Case:
    name = fault.table.name

    def of(table: SourceTable) -> SourceTable:
        frame = table.frame.copy()
        rows = frame.index.isin(fault.rows)
        for column in fault.columns:
            frame.loc[rows, column] = frame.loc[rows, column] / fault.factor
        return replace(table, frame=frame)

    read = case.reads[name]
    totals = tuple(_mended_total(one, fault.factor) if one.column in fault.columns else one for one in read.totals)
    return replace(
        case,
        tables={**case.tables, name: of(case.tables[name])},
        whole={**case.whole, name: of(case.whole[name])},
        reads={**case.reads, name: replace(read, totals=totals)},
    )


def _mended_total(total: StatedTotal, factor: float) -> StatedTotal:
    computed = total.computed / factor
    # A total that somebody has typed may be in the right unit already.
    stated = min((total.stated / factor, total.stated), key=lambda one: abs(one - computed))
    # As many decimals as the mended numbers have: a thousandth of 184 500 is 184,5.
    decimals = next((some for some in range(4) if all(_is_written(one, some) for one in (stated, computed))), 4)
    return replace(total, stated=stated, computed=computed, decimals=decimals)


def _is_written(value: float, decimals: int) -> bool:
    return abs(value - round(value, decimals)) <= 1e-9 * max(1.0, abs(value))


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
        expected = f"{expected} {_SIGNS[first.sign]}" if size else _SIGNS[first.sign]
    return Problem(
        table.workbook,
        table.sheet,
        _cells(letters, int(rows.min()), int(rows.max())),
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
    key = weight.idxmax()
    own, known = (_shown(float(amounts[key]), column) for amounts in (one.own, one.known))
    stands = f"är {own} i cell {table.letters[one.column]}{key}" if one.is_by_row else f"är tillsammans {own}"
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
