"""The sums that stand in the region's own sheets, against the lines that each of them sums.

The lines are not all of one kind: some are part of another, some stand outside, and the result needs the net cost,
which is in the ledger and in the forecasts. So a sum with a name that is known here is that sum and no other. Any other
is a sum of the lines above it, back to some sum before, or of those below it: a running total, and a total of totals,
are that too.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from followup.checks.common.region_amounts import forecast_rounding, forecast_sum, half_step, ledger_sum
from followup.checks.common.rule import Rule
from followup.checks.common.table_problems import in_sum, mnkr
from followup.checks.rows.stated_totals import total_problems
from followup.ground.errors import Problem, Severity
from followup.ground.wording import listed, normalised, quoted
from followup.tables.region_accounts import ADJUSTMENTS, ASSETS, FUNDING, STATEMENT
from followup.workbooks.total_labels import label_of

if TYPE_CHECKING:
    from followup.checks.common.case import Case
    from followup.params.layouts import TableLayout
    from followup.workbooks.read_table import StatedTotal
    from followup.workbooks.source_table import SourceTable

CODE = "regionens-summor"
# The net cost of the operations, which no line of the sheets holds.
_NET = "net"
_EVERYTHING = (_NET, *STATEMENT)
_FINANCE = ("financial_income", "financial_costs")
_MONEY = ("taxes", "grants")
_DEBTS = ("long_liabilities", "short_liabilities")
_RESULT = ("result", *ADJUSTMENTS)

# Each sheet's sums by their names, normalised, without the word for a total.
_NAMES: Mapping[str, Mapping[tuple[str, ...], tuple[str, ...]]] = {
    "income_statement": {
        (_NET,): (
            "verksamhetens nettokostnad",
            "verksamhetens nettokostnader",
            "nettokostnad",
            "nettokostnader",
            "netto",
        ),
        _MONEY: (
            "skatteintäkter och statsbidrag",
            "skatter och statsbidrag",
            "skatteintäkter och generella statsbidrag",
            "skatteintäkter, generella statsbidrag och utjämning",
            "skatteintäkter samt generella statsbidrag och utjämning",
        ),
        (_NET, *_MONEY): ("verksamhetens resultat",),
        _FINANCE: ("finansnetto", "finansiella poster"),
        _EVERYTHING: ("resultat efter finansiella poster", "årets resultat", "periodens resultat", "resultat"),
    },
    "balance_sheet": {
        ASSETS: ("tillgångar",),
        FUNDING: (
            "eget kapital, avsättningar och skulder",
            "eget kapital och skulder",
            "skulder och eget kapital",
            "finansiering",
        ),
        _DEBTS: ("skulder",),
        ("provisions", *_DEBTS): ("avsättningar och skulder", "skulder och avsättningar"),
    },
    "balance_requirement": {
        tuple(ADJUSTMENTS): ("justeringar", "balanskravsjusteringar"),
        ("result",): ("årets resultat enligt resultaträkningen", "årets resultat"),
        _RESULT: ("årets resultat efter balanskravsjusteringar",),
        (*_RESULT, "reserve"): ("balanskravsresultat", "årets balanskravsresultat"),
        ("to_restore",): ("årets balanskravsresultat att återställa", "balanskravsresultat att återställa"),
        ("remaining",): ("kvar att återställa",),
    },
}
# Lines that no sum of the others holds: part of one, or outside the balance sheet.
_OUTSIDE = {"balance_sheet": ("liquid_funds", "contingent_pensions")}
_OF_STATEMENT = {"budget": "year_budget", "forecast": "forecast", "amount": "outcome"}
_FROM_ELSEWHERE = (_NET, "result", "to_restore", "remaining")


@dataclass(frozen=True)
class _Sum:
    """What a total may be: kronor, the names of its lines, how many are rounded, and whether the sheet alone tells."""

    value: float
    lines: tuple[str, ...]
    rows: int
    is_from_elsewhere: bool = False


def check(case: Case) -> Iterator[Problem]:
    """One problem for each total row that differs from its lines in any column."""
    for name in _NAMES:
        if name not in case.tables or name not in case.reads:
            continue
        read, layout = case.reads[name], case.layouts[name]
        totals = [total for total in read.totals if total.kind == "line"]
        own, others = [], []
        for total in totals:
            nearest = _nearest(case, name, layout, totals, total)
            if nearest is None:
                continue
            if nearest.is_from_elsewhere:
                others.append((total, nearest))
                continue
            computed = nearest.value / layout.columns[total.column].factor
            covers = ", ".join(nearest.lines)
            own.append(replace(total, kind="sum", computed=computed, rows=nearest.rows, covers=covers))
        table = case[name]
        tolerance = case.params.rules.total_tolerance
        yield from total_problems(table.workbook, replace(read, totals=tuple(own)), layout, tolerance, is_rounded=True)
        yield from _differences(case, name, layout, others)


def _nearest(case: Case, name: str, layout: TableLayout, totals: list[StatedTotal], total: StatedTotal) -> _Sum | None:
    """The sum that a total comes nearest to, of those that it may be; None where nobody knows any."""
    stated = total.stated * layout.columns[total.column].factor
    text = normalised(total.label)
    label = label_of(total.label, case.params.total_words)
    known = {word: parts for parts, words in _NAMES[name].items() for word in words}
    known |= {normalised(word): (code,) for code, words in _choices(layout).items() for word in words}
    parts = known.get(text) or known.get(label.rest if label else "")
    if parts:
        return _sum_of(case, name, layout, total.column, parts)
    found = list(_by_place(case[name], name, layout, totals, total, of_any_run=bool(label and label.rest)))
    named = (_sum_of(case, name, layout, total.column, parts) for parts in _NAMES[name])
    exact = [one for one in named if one and abs(one.value - stated) <= _rounding(case, name, total.column, one)]
    return min([*found, *exact], key=lambda one: abs(one.value - stated), default=None)


def _choices(layout: TableLayout) -> dict[str, tuple[str, ...]]:
    choices = layout.columns["line"].choices
    assert isinstance(choices, dict)
    return choices


def _by_place(
    table: SourceTable,
    name: str,
    layout: TableLayout,
    totals: list[StatedTotal],
    total: StatedTotal,
    *,
    of_any_run: bool,
) -> Iterator[_Sum]:
    """The sums of lines next to a total. `of_any_run`: of at least two lines right above it, however far they reach."""
    summed = table.frame[~table.frame["line"].isin(_OUTSIDE.get(name, ()))]
    rows = sorted({one.row for one in totals})
    above, below = summed[summed.index < total.row], summed[summed.index > total.row]
    after = next((row for row in rows if row > total.row), math.inf)
    runs = [above[above.index > start] for start in (0, *(row for row in rows if row < total.row))]
    runs.append(below[below.index < after])
    if of_any_run:
        runs += [above.iloc[-length:] for length in range(2, len(above))]
    for run in runs:
        if len(run):
            names = tuple(_choices(layout)[line][0] for line in run["line"])
            yield _Sum(math.fsum(run[total.column].dropna()), names, len(run))


def _sum_of(case: Case, name: str, layout: TableLayout, column: str, parts: tuple[str, ...]) -> _Sum | None:
    """The sum of some lines and of what is known from elsewhere; None where any of it is missing.

    A line of the balance requirement may be blank, as nothing.
    """
    table = case[name]
    lines = [part for part in parts if part not in _FROM_ELSEWHERE]
    own = table.where(line=lines)
    if len(own) != len(lines) or (name != "balance_requirement" and own.frame[column].isna().any()):
        return None
    values = [math.fsum(own.frame[column].dropna())]
    for part in parts:
        if part in _FROM_ELSEWHERE:
            other = _elsewhere(case, layout, column, part)
            if other is None:
                return None
            values.append(other)
    names = tuple(_choices(layout)[line][0] for line in lines)
    return _Sum(math.fsum(values), names, max(len(lines), 1), len(lines) != len(parts))


def _elsewhere(case: Case, layout: TableLayout, column: str, part: str) -> float | None:
    """The net cost of a column of the income statement, or a result of one of the balance requirement, in kronor."""
    if part == _NET:
        return _net(case, column)
    if part == "result":
        if "income_statement" not in case.tables:
            return None
        statement, own = case["income_statement"], _OF_STATEMENT[column]
        if column == "amount" and not case.period.is_year_end:
            return None
        lines, net = statement.where(line=list(STATEMENT)).total(own).value, _net(case, own)
        return None if lines is None or net is None else lines + net
    balance = _sum_of(case, "balance_requirement", layout, column, (*_RESULT, "reserve"))
    left, earlier = (
        _sum_of(case, "balance_requirement", layout, column, (line,)) for line in ("exceptional", "earlier_deficits")
    )
    if balance is None or left is None or earlier is None:
        return None
    to_restore = min(0.0, balance.value + left.value) if balance.value < 0 else 0.0
    if part == "to_restore":
        return to_restore
    return min(0.0, earlier.value + (to_restore if balance.value < 0 else balance.value))


def _net(case: Case, column: str) -> float | None:
    if column in ("forecast", "previous_forecast"):
        return forecast_sum(case, column)
    if "ledger" not in case.tables:
        return None
    if column == "year_budget":
        return ledger_sum(case, "budget", whole_year=True)
    return ledger_sum(case, column)


def _rounding(case: Case, name: str, column: str, one: _Sum) -> float:
    """Kronor that a sum with the net cost may differ by: each line is rounded, the sum too, and each forecast."""
    table = case[name]
    lines = one.rows + 1 + (len(STATEMENT) if name == "balance_requirement" else 0)
    rounding = half_step((table, [column])) * lines
    if one.is_from_elsewhere and column in ("forecast", "previous_forecast"):
        rounding += forecast_rounding(case, column)
    return max(rounding, case.params.rules.total_tolerance)


def _differences(
    case: Case, name: str, layout: TableLayout, totals: list[tuple[StatedTotal, _Sum]]
) -> Iterator[Problem]:
    """Sums that rest on the ledger or the forecasts, which may lack what the region's accounts have."""
    rows: dict[int, list[tuple[StatedTotal, _Sum, float]]] = {}
    for total, one in totals:
        stated = total.stated * layout.columns[total.column].factor
        if abs(stated - one.value) > _rounding(case, name, total.column, one):
            rows.setdefault(total.row, []).append((total, one, stated))
    table = case[name]
    for found in rows.values():
        total, one, _ = found[0]
        told = [
            f"{mnkr(amount)} i kolumnen {quoted(layout.columns[each.column].header)}, där underlaget ger "
            f"{mnkr(known.value)}"
            for each, known, amount in found
        ]
        yield Problem(
            table.workbook,
            table.sheet,
            ",".join(each.cell for each, _, _ in found),
            f"Raden {quoted(total.label)} anger {'; '.join(told)}.",
            _expected(name, one),
            "Rätta raden, eller det underlag som är fel."
            + (" Kostnader anges med minustecken." if name == "income_statement" else ""),
            Severity.ERROR,
            value=in_sum([amount for _, _, amount in found]),
        )


def _expected(name: str, one: _Sum) -> str:
    if name != "income_statement":
        return "Den väntas följa av årets resultat, som rapporten räknar fram det, och av utredningens rader."
    rest = f", och {listed(one.lines)}" if one.lines else ""
    return f"Den väntas vara nettokostnaden, som står i huvudboken och i prognoserna{rest}."


RULE = Rule(
    code=CODE,
    title="Summor i regionens egna blad",
    catches="En summa i resultaträkningen, balansräkningen eller balanskravsutredningen som inte är summan av sina "
    "rader, eller ett resultat som inte är det som huvudboken och prognoserna ger.",
    check=check,
    needs=(),
    readers=("region",),
    may_be_confirmed=True,
    severities=(Severity.ERROR, Severity.WARNING),
    example=(
        "Raden ”Summa tillgångar” anger 13 300 mnkr i kolumnen ”Utgående balans”, där raderna ger 13 200 mnkr. En "
        "summarad ska vara summan av raderna som den gäller (Anläggningstillgångar, Omsättningstillgångar). Rätta "
        "raderna eller summan."
    ),
)
