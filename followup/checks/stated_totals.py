"""The totals that a sheet states itself against the sums of its rows."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from followup.checks.rule import Rule
from followup.errors import Problem, Severity
from followup.inputs.layouts import KRONOR_PER_UNIT
from followup.inputs.totals import differs
from followup.inputs.wording import quoted, spelled

if TYPE_CHECKING:
    from followup.checks.case import Case
    from followup.inputs.layouts import TableLayout
    from followup.inputs.read_table import ReadTable, StatedTotal


def check(case: Case) -> Iterator[Problem]:
    """One problem for each total row that differs from its rows; its cells are those that differ.

    It is a warning, in the forecast an error where the difference is more than the tolerance. Totals of what is the
    whole region's are told in the region's report, where somebody can act on them.
    """
    is_region = case.reader in ("region", "region_plan")
    for name, table in case.tables.items():
        read = case.reads[name]
        if _is_the_regions(case, name) and not is_region:
            continue
        tolerance = case.params.rules.total_tolerance if name == "forecast" else None
        yield from total_problems(table.workbook, read, case.layouts[name], tolerance)


def _is_the_regions(case: Case, name: str) -> bool:
    """Whether a table has no committee, neither in a column nor in its workbook's name."""
    workbook = PurePosixPath(case.tables[name].workbook)
    return not case.layouts[name].column_of_type("committee") and workbook.stem != case.committee.code


def total_problems(workbook: str, table: ReadTable, layout: TableLayout, tolerance: float | None) -> list[Problem]:
    """One problem for each total row that differs; an error above `tolerance` kronor, where that is given."""
    rows: dict[int, list[StatedTotal]] = {}
    # Where a cell could not be read, its row is not in the sum: every total of the column would differ for that alone.
    unread = {one.letter for one in table.findings if one.doubt.severity is Severity.ERROR}
    for total in filter(differs, table.totals):
        if total.letter in unread:
            continue
        rows.setdefault(total.row, []).append(total)
    return [_total_problem(workbook, table.sheet, layout, totals, tolerance) for totals in rows.values()]


def _total_problem(
    workbook: str, sheet: str, layout: TableLayout, totals: list[StatedTotal], tolerance: float | None
) -> Problem:
    parts, is_error = [], False
    for total in totals:
        column = layout.columns[total.column]
        stated, computed = (spelled(round(value, total.decimals)) for value in (total.stated, total.computed))
        unit = f" {column.unit}" if column.unit else ""
        parts.append(f"{stated}{unit} i kolumnen {quoted(column.header)}, där raderna ger {computed}{unit}")
        kronor = abs(total.difference) * KRONOR_PER_UNIT.get(column.unit, 1)
        is_error = is_error or (tolerance is not None and kronor > tolerance)
    return Problem(
        workbook,
        sheet,
        ",".join(f"{total.letter}{total.row}" for total in totals),
        f"Raden {quoted(totals[0].label)} anger {'; '.join(parts)}.",
        "En summarad ska vara summan av raderna ovanför.",
        "Rätta raderna eller summan." if is_error else "Rapporten räknar med raderna. Rätta summan om den är fel.",
        Severity.ERROR if is_error else Severity.WARNING,
    )


RULE = Rule(
    code="summarader",
    title="Bladens egna summor",
    catches="En summarad som inte är summan av sina rader: en rad saknas, är ändrad eller står två gånger.",
    check=check,
    needs=(),
    readers=("committee", "region", "plan", "region_plan", "plan_follow_up"),
    severities=(Severity.ERROR, Severity.WARNING),
    example=(
        "Raden ”Summa” anger 183,1 mnkr i kolumnen ”Helårsprognos”, där raderna ger 183 mnkr. En summarad ska vara "
        "summan av raderna ovanför. Rätta raderna eller summan."
    ),
)
