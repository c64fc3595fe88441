"""The measured values of a plan's targets and indicators, against the plans that have them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from followup.checks.common.rule import Rule
from followup.checks.common.table_problems import about, at
from followup.ground.errors import Problem, Severity
from followup.ground.wording import listed, quoted, suggestion
from followup.tables.measured_rows import indicator_in, is_due, target_in

if TYPE_CHECKING:
    from followup.checks.common.case import Case
    from followup.workbooks.source_table import SourceTable

TARGET, INDICATOR = "mål", "indikator"


def check(case: Case) -> Iterator[Problem]:
    """Rows of nothing that a plan has, two rows of the same, values of no time, and values that are wanted."""
    if "plan_target_values" in case.tables:
        targets = case.subject.targets
        names = [word for _, one in targets for word in (one.code, one.name)]

        def target_key(text: str) -> str:
            found = target_in(targets, text)
            return f"{found[0].stem}/{found[1].code}" if found else ""

        yield from _rows(case["plan_target_values"], "target", TARGET, names, target_key)
    if case.reader == "plan_follow_up":
        yield from _indicators(case)


def _indicators(case: Case) -> Iterator[Problem]:
    indicators = [one for plan in case.subject.plans for one in plan.indicators]
    if "plan_indicator_values" not in case.tables:
        if indicators and "plan_statuses" in case.tables:
            yield about(
                case["plan_statuses"],
                "Arbetsboken har inget blad Indikatorer.",
                "Planen har indikatorer som ska följas upp.",
                "Lägg till bladet. Utan det står det i rapporten att värdena saknas.",
                Severity.WARNING,
            )
        return
    table = case["plan_indicator_values"]

    def indicator_key(text: str) -> str:
        found = indicator_in(indicators, text)
        return found.code if found else ""

    names = [word for one in indicators for word in (one.code, one.name)]
    yield from _rows(table, "indicator", INDICATOR, names, indicator_key)
    given = {indicator_key(row.text("indicator")) for row in table.rows() if not row.figure("value").is_missing}
    if absent := [one.name for one in indicators if is_due(one, case.period) and one.code not in given]:
        yield about(
            table,
            f"Värde saknas för {listed(map(quoted, absent))}.",
            "Planen säger att de mäts till den här uppföljningen.",
            "Fyll i värdena. Utan dem står det i rapporten att värdet saknas.",
            Severity.WARNING,
        )


def _rows(
    table: SourceTable, column: str, what: str, names: list[str], key_of: Callable[[str], str]
) -> Iterator[Problem]:
    seen: dict[str, str] = {}
    # Each has its code and then its name.
    known = f"De som finns är {listed(names[::2], most=12)}. Rätta raden." if names else "Ta bort raden."
    for row in table.rows():
        text = row.text(column)
        key = key_of(text) if text else ""
        if text and not key:
            yield at(
                row,
                column,
                f"{quoted(text)} finns inte i planen.",
                "En kod eller ett namn på "
                + ("ett mätbart mål" if what == TARGET else "en indikator")
                + " i planen väntas.",
                suggestion(text, names, known),
            )
        elif key in seen:
            yield at(
                row,
                column,
                f"{quoted(text)} är samma {what} som {quoted(seen[key])}.",
                "Varje rad gäller något eget.",
                "Ta bort den ena raden eller rätta koden.",
            )
        elif key:
            seen[key] = text
            if not row.figure("value").is_missing and not row.text("measured"):
                yield at(
                    row,
                    "measured",
                    f"{quoted(text)} har ett värde men ingen uppgift om när det är mätt.",
                    "Ett värde visas med den tid som det avser.",
                    "Skriv året eller månaden.",
                )


RULE = Rule(
    code="planens-matvarden",
    title="Planens mätvärden",
    catches="Ett mätvärde för ett mål eller en indikator som planen inte har, två om samma, ett värde utan tid, och "
    "indikatorer som saknar värde.",
    check=check,
    needs=(),
    readers=("committee", "plan_follow_up"),
    severities=(Severity.ERROR, Severity.WARNING),
    example=(
        "”HME-Indx” finns inte i planen. En kod eller ett namn på en indikator i planen väntas. Menades ”HME-Index”?"
    ),
)
