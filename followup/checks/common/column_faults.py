"""Whole columns that are a multiple of what is known of them, and the case as it will be when they have been mended."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from followup.checks.common.common_factor import Limits, common_factor, has_factor
from followup.checks.common.known_amounts import (
    LEDGER_COLUMNS,
    OF_FRAMES,
    Known,
    of_earlier,
    of_forecast,
    of_frames,
    of_holder_forecast,
    of_hours,
    of_income_statement,
    of_investments,
    of_ledger,
    of_ledger_budget,
)
from followup.checks.common.per_case import once
from followup.checks.common.shared_answers import SharedAnswers
from followup.ground.wording import quoted

if TYPE_CHECKING:
    from followup.checks.common.case import Case
    from followup.ground.errors import Problem
    from followup.workbooks.read_table import StatedTotal
    from followup.workbooks.source_table import SourceTable

CODE = "kolumnens-enhet"
# What each table is held against, in the order in which one is mended before the next is looked at.
_TABLES: dict[str, Callable[[Case, SourceTable], Iterator[Known]]] = {
    "frames": of_frames,
    "income_statement": of_income_statement,
    "balance_sheet": of_earlier("line"),
    "balance_requirement": of_earlier("line"),
    "holder_forecast": of_holder_forecast,
    "forecast": of_forecast,
    "forecast_history": of_earlier("period"),
    "investments": of_investments,
    "sickness": of_hours,
}
# The sheets that every committee's report and the region's read, which are held against nothing of a committee's own.
_SHARED = ("frames", "investments", "sickness")


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
        of_ledger = _in_shared(case, "ledger", lambda: _ledger_faults(case))
        if of_ledger is None:
            case = replace(case, tables={name: one for name, one in case.tables.items() if name != "ledger"})
        else:
            found += of_ledger
    for fault in found:
        case = _mended(case, fault)
    for name, compare in _TABLES.items():
        if name not in case.tables or case.whole[name].frame.empty:
            continue
        for fault in _faults_of(case, name, compare):
            found.append(fault)
            case = _mended(case, fault)
    return tuple(found)


def _faults_of(case: Case, name: str, compare: Callable[[Case, SourceTable], Iterator[Known]]) -> tuple[Fault, ...]:
    table = case.whole[name]

    def work() -> tuple[Fault, ...]:
        return tuple(_of_table(table, list(compare(case, table)), _limits(case)))

    return (_in_shared(case, name, work) if name in _SHARED else work()) or ()


_ANSWERS: SharedAnswers[tuple[Fault, ...] | None] = SharedAnswers()


def _in_shared(case: Case, name: str, work: Callable[[], tuple[Fault, ...] | None]) -> tuple[Fault, ...] | None:
    before = case.subject.before
    earlier = case.everybodys(before, name) if before is not None else None
    tables = (case.whole[name], case.whole.get("ledger"), case.tables.get("frames"), earlier)
    when = (case.period, before, "ledger" in case.tables)
    return _ANSWERS.answer(name, when, (case.params, *(None if one is None else one.frame for one in tables)), work)


def _ledger_faults(case: Case) -> tuple[Fault, ...] | None:
    """None where nobody can say whether the ledger is wrong or what it is held against."""
    budget = _budget_of_ledger(case)
    return None if budget is None else tuple(_of_ledger(case, *budget))


def _limits(case: Case) -> Limits:
    return Limits(case.limit(CODE, "near"), case.limit(CODE, "share"))


def _budget_of_ledger(case: Case) -> tuple[float, Known | None, bool] | None:
    """The factor of the ledger's budget, what says so, and whether anybody says that the budget is right.

    The frames alone cannot: it may be they that are wrong. Where they and the report before differ, that has been
    published. None where only the frames differ from it.
    """
    outside = of_ledger_budget(case, case.whole["ledger"])
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
    beside = {one.column: one for one in of_ledger(case, table)}
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
