"""The totals that a sheet states itself against the sums of its rows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, TypeVar

from followup.checks.common.rule import Rule
from followup.ground.errors import Problem, Severity
from followup.ground.wording import listed, quoted, spelled
from followup.params.column_layout import KRONOR_PER_UNIT
from followup.workbooks.read_table import StatedTotal, UnreadTotal
from followup.workbooks.totals import differs

if TYPE_CHECKING:
    from followup.checks.common.case import Case
    from followup.params.column_layout import ColumnLayout
    from followup.params.layouts import TableLayout
    from followup.workbooks.read_table import ReadTable

# Rows of one sheet that are told one by one; the rest are counted.
MOST_TOLD = 5

T = TypeVar("T", StatedTotal, UnreadTotal)


def check(case: Case) -> Iterator[Problem]:
    """One problem for each total row that differs from its rows; its cells are those that differ.

    An amount that differs by more than the tolerance, and by more than rounded rows can, is an error; in the forecast
    the tolerance alone decides. Totals of what is the whole region's are told in the region's report, where somebody
    can act on them, and a committee's in its own.
    """
    tolerance = case.params.rules.total_tolerance
    for name, table in case.tables.items():
        read, layout = case.reads[name], case.layouts[name]
        is_region = case.reader in ("region", "region_plan")
        yield from _unread_problems(table.workbook, read, layout, [*_own(case, name, read.unread_totals, is_region)])
        totals = [*_own(case, name, read.totals, is_region)]
        if totals:
            chosen = replace(read, totals=tuple(totals))
            # In a workbook of one's own a wrong total is there to be mended; a system's, or a printed one, may count
            # what the rows lack.
            is_shared = PurePosixPath(table.workbook).stem not in case.params.committees
            yield from total_problems(
                table.workbook, chosen, layout, tolerance, is_rounded=name != "forecast", is_shared=is_shared
            )


def _own(case: Case, name: str, totals: Sequence[T], is_region: bool) -> Sequence[T]:
    """The region's: all. A committee's: those for it in a shared sheet, and all of its own workbook."""
    if is_region:
        return totals
    if case.layouts[name].column_of_type("committee"):
        return [total for total in totals if total.committee == case.committee.code]
    return totals if PurePosixPath(case.tables[name].workbook).stem == case.committee.code else ()


def _unread_problems(
    workbook: str, read: ReadTable, layout: TableLayout, totals: Sequence[UnreadTotal]
) -> Iterator[Problem]:
    """A warning for each total row with cells that hold no number: nobody would notice that nothing is compared."""
    rows: dict[int, list[UnreadTotal]] = {}
    for total in totals:
        rows.setdefault(total.row, []).append(total)
    for same in rows.values():
        headers = [quoted(layout.columns[total.column].header) for total in same]
        columns = f"kolumnerna {listed(headers)}" if len(headers) > 1 else f"kolumnen {headers[0]}"
        yield Problem(
            workbook,
            read.sheet,
            ",".join(total.cell for total in same),
            f"Raden {quoted(same[0].label)} har inget tal i {columns}, och summan är därför inte jämförd med "
            f"raderna. {same[0].found}",
            "En summarad har tal i de kolumner som den summerar, eller tomma celler.",
            "Rätta cellen, eller töm den.",
            Severity.WARNING,
        )


def total_problems(
    workbook: str,
    table: ReadTable,
    layout: TableLayout,
    tolerance: float | None,
    *,
    is_rounded: bool = False,
    is_shared: bool = False,
) -> list[Problem]:
    """An error for each total row that differs, a warning for what of it rounding may explain, and one for each part of
    a row that is not added once more.

    An error above `tolerance` kronor, where that is given; if the sheet `is_rounded`, only above what its rounded rows
    can differ by. An error of a workbook that `is_shared` may be confirmed.
    """
    rows: dict[int, list[StatedTotal]] = {}
    # Where a cell could not be read, its row is not in the sum: every total of the column would differ for that alone.
    unread = {one.letter for one in table.findings if one.doubt.severity is Severity.ERROR}
    for total in table.totals:
        if total.letter not in unread and (total.kind == "part" or differs(total)):
            rows.setdefault(total.row, []).append(total)
    problems = []
    for totals in rows.values():
        if totals[0].kind == "part":
            problems.append(_part_problem(workbook, table.sheet, layout, totals))
            continue
        wrong = [total for total in totals if _is_wrong(total, layout, tolerance, is_rounded)]
        rest = [total for total in totals if total not in wrong]
        problems += [
            _total_problem(workbook, table.sheet, layout, same, same is wrong, is_shared)
            for same in (wrong, rest)
            if same
        ]
    problems.sort(key=lambda problem: problem.severity is not Severity.ERROR)
    return problems if len(problems) <= MOST_TOLD else [*problems[:MOST_TOLD], _rest(problems[MOST_TOLD:])]


def _rest(problems: list[Problem]) -> Problem:
    first = problems[0]
    count = "1 rad till" if len(problems) == 1 else f"{spelled(len(problems))} rader till"
    return Problem(
        first.workbook,
        first.sheet,
        "",
        f"Samma slags fel finns på {count}, den första med cell {first.cell}.",
        "En summarad ska vara summan av de rader som den gäller.",
        "Rätta raderna eller summorna, eller gör om uttaget.",
        first.severity,
    )


def _is_wrong(total: StatedTotal, layout: TableLayout, tolerance: float | None, is_rounded: bool) -> bool:
    """Whether it differs by more than the tolerance, and by more than rounded rows can."""
    unit = KRONOR_PER_UNIT.get(layout.columns[total.column].unit, 0)
    rounding = 0.5 * 10**-total.decimals * total.rows * unit if is_rounded else 0.0
    # Half a krona is what the arithmetic itself may lose.
    return tolerance is not None and abs(total.difference) * unit > max(tolerance, rounding) + 0.5


def _total_problem(
    workbook: str, sheet: str, layout: TableLayout, totals: list[StatedTotal], is_wrong: bool, is_shared: bool
) -> Problem:
    parts, told = [], ""
    for total in totals:
        column = layout.columns[total.column]
        decimals = total.decimals + (total.kind == "mean")
        stated, computed = (_shown(value, decimals, column) for value in (total.stated, total.computed))
        parts.append(f"{stated} i kolumnen {quoted(column.header)}, där raderna ger {computed}")
        told = told or stated
    covers = totals[0].covers
    if not totals[0].label:
        return _nameless_problem(workbook, sheet, totals, parts)
    of_mean = all(total.kind == "mean" for total in totals)
    what = "radernas vägda medelvärde" if of_mean else "summan av raderna"
    where = f"som den gäller ({covers})" if covers else "ovanför"
    return Problem(
        workbook,
        sheet,
        ",".join(total.cell for total in totals),
        f"Raden {quoted(totals[0].label)} anger {'; '.join(parts)}.",
        f"En summarad ska vara {what} {where}.",
        "Rätta raderna eller summan." if is_wrong else "Rapporten räknar med raderna. Rätta summan om den är fel.",
        Severity.ERROR if is_wrong else Severity.WARNING,
        value=told if is_wrong and is_shared else "",
    )


def _nameless_problem(workbook: str, sheet: str, totals: list[StatedTotal], parts: list[str]) -> Problem:
    """Numbers that nobody has called a total may be anything: they stop nothing."""
    return Problem(
        workbook,
        sheet,
        ",".join(total.cell for total in totals),
        f"Under tabellen står utan någon text {'; '.join(parts)}.",
        "Tal under en tabell, i dess egna kolumner, väntas vara summan av raderna ovanför.",
        "Är det en summa: rätta raderna eller summan, och skriv Summa i radens första cell. Är det något annat: flytta "
        "det till ett annat blad.",
        Severity.WARNING,
    )


def _part_problem(workbook: str, sheet: str, layout: TableLayout, totals: list[StatedTotal]) -> Problem:
    wrong = [total for total in totals if differs(total)]
    told = wrong or totals
    cells = ",".join(total.cell for total in told)
    if not wrong:
        return Problem(
            workbook,
            sheet,
            cells,
            f"Raden {quoted(totals[0].label)} är en del av raden ovanför och räknas inte en gång till.",
            "En rad som börjar med ”varav” ingår redan i en annan.",
            "Är den en rad för sig: ge den ett eget namn.",
            Severity.WARNING,
        )
    column = layout.columns[wrong[0].column]
    part, whole = (_shown(value, wrong[0].decimals, column) for value in (wrong[0].stated, wrong[0].computed))
    return Problem(
        workbook,
        sheet,
        cells,
        f"Raden {quoted(totals[0].label)} anger {part} i kolumnen {quoted(column.header)}, men raden ovanför har "
        f"{whole}.",
        "En rad som börjar med ”varav” är en del av raden ovanför, och kan inte vara större än den.",
        "Är den en rad för sig: ge den ett eget namn. Annars: rätta beloppet, eller ta bort raden.",
    )


def _shown(value: float, decimals: int, column: ColumnLayout) -> str:
    return f"{spelled(round(value, decimals))}{f' {column.unit}' if column.unit else ''}"


RULE = Rule(
    code="summarader",
    title="Bladens egna summor",
    catches="En summarad som inte är summan av sina rader: en rad saknas, är ändrad eller står två gånger. Hit hör "
    "också en summa som inte kan läsas, rader för hela regionen, och rader som börjar med ”varav”.",
    check=check,
    needs=(),
    readers=("committee", "region", "plan", "region_plan", "plan_follow_up"),
    may_be_confirmed=True,
    severities=(Severity.ERROR, Severity.WARNING),
    example=(
        "Raden ”Summa” anger 183,1 mnkr i kolumnen ”Helårsprognos”, där raderna ger 183 mnkr. En summarad ska vara "
        "summan av raderna ovanför. Rätta raderna eller summan."
    ),
)
