"""Cells that may be blank only after the report's period."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from followup.checks.common.rule import Rule
from followup.ground.errors import Problem
from followup.ground.wording import quoted
from followup.workbooks.cells.cell_values import Doubt
from followup.workbooks.cells.findings import Finding, problems_of

if TYPE_CHECKING:
    from followup.checks.common.case import Case
    from followup.ground.period import Period
    from followup.params.layouts import TableLayout
    from followup.workbooks.read_table import ReadTable
    from followup.workbooks.source_table import SourceTable


def check(case: Case) -> Iterator[Problem]:
    """An error for each cell without an outcome in a month that the report covers."""
    for name, rows in case.tables.items():
        read, layout = case.reads[name], case.layouts[name]
        yield from problems_of(_empty(read, layout, rows, case.period), rows.workbook, rows.sheet)


def _empty(table: ReadTable, layout: TableLayout, source: SourceTable, period: Period) -> list[Finding]:
    rows = source.frame
    month = layout.column_of_type("period")
    findings = []
    for name, column in layout.columns.items():
        if column.empty != "after_period" or not table.is_whole:
            continue
        reached = (rows[month] <= str(period)) & rows[month].notna()
        known = {finding.row for finding in table.findings if finding.letter in table.letters_of(name)}
        for row in rows.index[(reached & rows[name].isna()).to_numpy(dtype=bool)]:
            if row not in known:
                expected = f"Till och med {period} måste kolumnen {quoted(column.header)} vara ifylld."
                remedy = "Fyll i värdet, 0 om det är noll. Gör om uttaget om perioden inte var stängd."
                findings.append(
                    Finding(int(row), source.letter(name, int(row)), Doubt("Cellen är tom.", expected, remedy))
                )
    return findings


RULE = Rule(
    code="tom-manad",
    title="Månader utan utfall",
    catches="En tom cell för en månad som rapporten omfattar, till exempel när uttaget gjordes för tidigt.",
    check=check,
    needs=(),
    readers=("committee", "region"),
    example=(
        "Cellen är tom. Till och med 2024-04 måste kolumnen ”Utfall” vara ifylld. Fyll i värdet, 0 om det är noll. "
        "Gör om uttaget om perioden inte var stängd."
    ),
)
