"""A plan's printed tables as blocks: as they stand, and with the sums that they do not print."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING

from followup.document.blocks import Column, Row, Table
from followup.document.cells import Cell, cell_of
from followup.document.document import slug
from followup.document.tables import SIGNS
from followup.ground.figure import KRONOR, Figure, Made
from followup.params.plan.tables import KRONOR_PER

if TYPE_CHECKING:
    from followup.params.plan.tables import PlanRow, PlanTable
    from followup.params.plans import Plan

_NOT_ALL = "alla rader har inte ett belopp i kolumnen"


def as_printed(plan: Plan, table: PlanTable) -> Table:
    """A table of the plan with its own rows, columns, unit and number of decimals; a printed text stays a text."""
    rows: list[Row] = []
    for number, row in enumerate(table.rows, 1):
        if row.group and row.group not in {one.group for one in table.rows[: number - 1]}:
            rows.append(Row(f"grupp-{number}", (Cell(row.group),), role="group"))
        rows.append(
            Row(f"rad-{number}", (Cell(_label(table, row)), *_cells(row)), role="total" if row.is_total else "body")
        )
    definitions = [f"{row.label}: {row.definition}" for row in table.rows if row.definition]
    money = {row.unit for row in table.rows} & KRONOR_PER.keys()
    signs = f" {SIGNS}" if money and table.sign != "magnitude" else ""
    return Table(
        id=f"{slug(table.id)}-{slug(plan.stem)}" if plan.table(table.id) and not plan.is_main else slug(table.id),
        caption=table.caption,
        columns=(
            Column("label", table.label, "text", 2.4),
            *(_column(table, place) for place in range(len(table.columns))),
        ),
        rows=tuple(rows),
        unit_line=f"{_unit_words(table.unit)}.{signs}" if table.unit else "",
        notes=tuple(note for note in (*definitions, table.note) if note),
        source=f"Källa: {table.source or plan.source}.",
    )


def _column(table: PlanTable, place: int) -> Column:
    """A column of the printed table; one of words alone has room for them."""
    name, label = f"kolumn-{place + 1}", table.columns[place]
    in_words = all(isinstance(row.values[place], str) for row in table.rows)
    return Column(name, label, "text", 3.6) if in_words else Column(name, label)


def _label(table: PlanTable, row: PlanRow) -> str:
    return row.label if row.unit == table.unit else f"{row.label} ({row.unit})"


def _unit_words(unit: str) -> str:
    return f"Belopp i {unit}" if unit in KRONOR_PER else "Procent" if unit == "%" else f"Enhet: {unit}"


def _cells(row: PlanRow) -> list[Cell]:
    cells = []
    for value, figure in zip(row.values, row.figures, strict=True):
        if isinstance(value, str):
            cells.append(Cell(value))
        else:
            cells.append(cell_of(in_unit(figure, row.unit), row.decimals))
    return cells


def in_unit(figure: Figure, unit: str) -> Figure:
    """An amount in the unit that a plan prints it in: 344 295 tkr rather than 344,3 mnkr."""
    if figure.unit != KRONOR or unit not in KRONOR_PER:
        return figure
    value = None if figure.value is None else round(figure.value / KRONOR_PER[unit], 6)
    made = Made("multiple", (figure,), Fraction(1, KRONOR_PER[unit]))
    return Figure(value, unit, figure.origin, figure.why, made=made)


def with_sum_of_columns(shown: Table, printed: PlanTable) -> Table:
    """The table with a last column that sums each row; unchanged where it has one column, or other than one unit's
    amounts."""
    if len(printed.columns) < 2 or not _is_all_amounts(
        printed, [figure for row in printed.rows for figure in row.figures]
    ):
        return shown
    sums = iter([cell_of(in_unit(Figure.sum(row.figures), row.unit), row.decimals) for row in printed.rows])
    return replace(
        shown,
        columns=(*shown.columns, Column("summa", "Summa")),
        rows=tuple(row if row.role == "group" else replace(row, cells=(*row.cells, next(sums))) for row in shown.rows),
        notes=("Summan av kolumnerna är beräknad.", *shown.notes),
    )


def with_sum_of_rows(shown: Table, printed: PlanTable) -> Table:
    """The table with a last row that sums the columns where every row has an amount; unchanged where it has a sum."""
    if any(row.is_total for row in printed.rows) or len(printed.rows) < 2:
        return shown
    columns = list(zip(*(row.figures for row in printed.rows), strict=True))
    summed = [_is_all_amounts(printed, column) for column in columns]
    if not any(summed):
        return shown
    decimals = max(row.decimals for row in printed.rows)
    cells = [
        cell_of(in_unit(Figure.sum(column), printed.unit), decimals) if is_summed else cell_of(Figure.missing(_NOT_ALL))
        for column, is_summed in zip(columns, summed, strict=True)
    ]
    row = Row("summa", (Cell("Summa"), *cells), role="total")
    return replace(shown, rows=(*shown.rows, row), notes=("Summan av raderna är beräknad.", *shown.notes))


def _is_all_amounts(printed: PlanTable, figures: Iterable[Figure]) -> bool:
    is_one_unit = {row.unit for row in printed.rows} == {printed.unit}
    return is_one_unit and all(figure.unit == KRONOR and not figure.is_missing for figure in figures)
