"""From tables of figures to the tables of a report: the few ways in which a report's tables are put together."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from followup.document import markdown
from followup.document.blocks import Column, Row, Table
from followup.document.cells import Cell, cell_of
from followup.ground import swedish
from followup.ground.figure import Figure
from followup.ground.figure_table import AnyFigureTable

if TYPE_CHECKING:
    from followup.params.params import Grade
    from followup.sources.sources import Sources

SIGNS = "Intäkter visas utan tecken, kostnader med minus."
BETTER = "En avvikelse med plus är bättre än budget."
AMOUNTS = f"Belopp i mnkr. {SIGNS}"
DEVIATIONS = f"{AMOUNTS} {BETTER}"
# Under every table with differences: followup.ground.figure, `as_shown`.
ROUNDED = "Skillnader är räknade på de tal som visas."
# Under every table whose rows have a mean that a reader may work out.
MEANS_UNROUNDED = "Genomsnitt är räknade på oavrundade belopp."
SUMS_ROUNDED = "Summan är räknad på oavrundade belopp och kan skilja sig från raderna på sista siffran."


@dataclass(frozen=True)
class FigureColumn:
    """How one column of figures is shown. `signed` writes + above zero, as deviations are written.

    `judged` is for what is better above zero and worse below it, of which a bar beside the figure then tells.
    """

    key: str
    label: str
    signed: bool = False
    decimals: int = 1
    width: float = 1.0
    judged: bool = False


class Sourced(Protocol):
    """What is made from sources, as every report is."""

    @property
    def sources(self) -> Sources: ...


def text_cell(text: str) -> Cell:
    """A cell of plain text, a dash where there is none."""
    return Cell(text or swedish.MISSING)


def prose_cell(text: str) -> Cell:
    """A cell of a person's Markdown, made safe; a dash where there is none."""
    if not text.strip():
        return Cell(swedish.MISSING)
    prose = markdown.prose_of(text)
    return Cell(markdown.plain_of(prose), prose=prose)


def grade_cell(grades: Sequence[Grade], code: str) -> Cell:
    """A graded word with its symbol and tone, by the code in the scale."""
    grade = next(grade for grade in grades if grade.code == code)
    return Cell(grade.word, symbol=grade.symbol, tone=grade.tone)


def dash_note(rows: Iterable[Row], place: int, note: str) -> tuple[str, ...]:
    """`note` says what a dash means in the column at a place: nothing where none stands there."""
    return (note,) if any(row.cells[place].text == swedish.MISSING for row in rows if row.role != "group") else ()


def numbered_rows(name: str, rows: Iterable[tuple[Cell, ...]]) -> tuple[Row, ...]:
    """Rows of what has no name of its own, keyed by their place: `varning-1`, `varning-2` …"""
    return tuple(Row(f"{name}-{number}", cells) for number, cells in enumerate(rows, 1))


def figure_rows(
    table: AnyFigureTable,
    columns: Sequence[FigureColumn],
    totals: Sequence[str] = (),
    named: Callable[[str], str] = str,
) -> tuple[Row, ...]:
    """One row per row of the table, keyed by its name; the rows named in `totals` are totals.

    The first cell is the name, or what `named` makes of it.
    """
    return tuple(
        Row(
            key=str(name),
            cells=(Cell(named(str(name))), *(_shown(row.figure(column.key), column) for column in columns)),
            role="total" if name in totals else "body",
        )
        for name, row in table.rows()
    )


def figure_table(
    table_id: str,
    caption: str,
    table: AnyFigureTable,
    label: str,
    columns: Sequence[FigureColumn],
    *,
    named: Callable[[str], str] = str,
    totals: Sequence[str] = (),
    unit_line: str = "",
    notes: Sequence[str] = (),
    source: str = "",
    label_width: float = 2.4,
) -> Table:
    """A report's table of a table of figures; `label` is the heading of its first column, `named` is `figure_rows`'."""
    return Table(
        id=table_id,
        caption=caption,
        columns=(
            Column("label", label, "text", label_width),
            *(Column(one.key, one.label, "number", one.width, one.judged) for one in columns),
        ),
        rows=figure_rows(table, columns, totals, named),
        unit_line=unit_line,
        notes=tuple(notes),
        source=source,
    )


def _shown(figure: Figure, column: FigureColumn) -> Cell:
    return cell_of(figure, column.decimals, signed=column.signed)


def source_line(*workbooks: str, example: bool) -> str:
    """`Källa: utfall.xlsx, budget.xlsx. Exempeldata.`"""
    names = swedish.list_of(dict.fromkeys(name.rsplit("/", 1)[-1] for name in workbooks))
    return f"Källa: {names}." + (" Exempeldata." if example else "")


def source_of(report: Sourced, *tables: str) -> str:
    """The source line of what is made from these tables of the report's sources."""
    names = [report.sources.tables[table].workbook for table in tables]
    return source_line(*names, example=report.sources.is_example)
