"""The three financial goals: their ratios over the years, and whether they are met, in the year and over time.

A ratio is computed wherever its amounts are known; a printed one stands beside it and is used only where nothing can be
computed and nothing speaks against it (`tables.financial_history`). Ratios are in per cent. Sources: the region's
income statement, balance sheet and investments, and `finansiella_mal.xlsx`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, get_args

from followup.analysis.focus_areas import OFF_TRACK, ON_TRACK, UNCERTAIN
from followup.analysis.goals import NOT_ASSESSED
from followup.ground.figure import PERCENT, Figure
from followup.ground.figure_table import FigureRow, FigureTable
from followup.tables.financial_history import CheckedRatio, known_value
from followup.workbooks.source_table import SourceTable

if TYPE_CHECKING:
    from followup.params.financial_rules import FinancialGoalRules

RESULT_SHARE, SELF_FINANCING, SOLIDITY = "result_share", "self_financing", "solidity"
MEASURES = (RESULT_SHARE, SELF_FINANCING, SOLIDITY)

# What a value is: settled, decided, expected for the year, or as of the report's period.
OUTCOME, BUDGET, FORECAST, PERIOD = "outcome", "budget", "forecast", "period"
_ORDER = (BUDGET, FORECAST, PERIOD, OUTCOME)

Column = Literal[
    "year",
    "kind",
    "computed",  # from the amounts
    "least",  # its lower bound, where depreciation is not known
    "printed",  # as the history's first source prints it
    "printed_source",
    "verdict",  # of the printed one, a code of the scale printed_check; empty without one
    "other",  # as the next source prints it, by its own definition
    "other_source",
    "used",  # what the goal is assessed on
    "used_source",  # who prints that; empty where it is computed, or nothing is used
]
COLUMNS: tuple[Column, ...] = get_args(Column)
GoalHistory = FigureTable[Column]
GoalRow = FigureRow[Column]

# The present year's ratios by kind, as the region's own accounts give them.
Current = Mapping[str, Figure]


@dataclass(frozen=True)
class GoalAssessment:
    """One financial goal. `now` is the present year's ratio of kind `kind`; `over_time` what `years` years say: their
    mean, or for solidity the first of them, which must not lie above `now`. `met_*` is None where it cannot be said.
    """

    measure: str
    target: float
    now: Figure
    kind: str
    over_time: Figure
    years: tuple[int, ...]
    met_now: bool | None
    met_over_time: bool | None
    grade: str


def result_share(result: Figure, taxes: Figure, grants: Figure) -> Figure:
    """The result in per cent of taxes and general grants."""
    return result.per(taxes + grants)


def self_financing(result: Figure, depreciation: Figure, investments: Figure) -> Figure:
    """Result and depreciation in per cent of investments. `depreciation` is a cost, so below 0."""
    return (result - depreciation).per(investments)


def over_years(
    measure: str, ratios: Sequence[CheckedRatio], history: SourceTable, current: Current, year: int
) -> GoalHistory:
    """One row per year and kind in order, named `2022`, `2023 budget`. Columns: COLUMNS.

    `current` holds the ratios of `year` by kind, and as `previous` the outcome of the year before where the accounts
    still have it. Outcomes of `year` and later in the history are left out: a report tells what was known.
    """
    own = {(year, kind): figure for kind, figure in current.items() if kind != "previous"}
    if "previous" in current:
        own[year - 1, OUTCOME] = current["previous"]
    printed = [one for one in ratios if one.measure == measure and was_known(one.year, one.kind, year)]
    primary = next((one.source for one in ratios if one.measure == measure), "")
    inputs = {
        (int(row.figure("year").value or 0), row.text("kind"))
        for row in history.where(measure=["result", "investments"]).rows()
        if measure != SOLIDITY
    }
    found = {key for key in inputs if was_known(*key, year)} | {(one.year, one.kind) for one in printed} | set(own)
    rows = {}
    for key in sorted(found, key=lambda key: (key[0], _ORDER.index(key[1]))):
        here = {one.source: one for one in printed if (one.year, one.kind) == key}
        computed = own[key] if key in own else _from_history(measure, history, *key)
        row = _row(here.pop(primary, None), list(here.values()), computed)
        if any(isinstance(entry, Figure) and not entry.is_missing for entry in row.values()):
            rows[label(*key)] = {"year": key[0], "kind": key[1], **row}
    return FigureTable.of(rows, COLUMNS)


def label(year: int, kind: str) -> str:
    """`2022` for an outcome, `2023 budget` for what is none yet."""
    return str(year) if kind == OUTCOME else f"{year} {kind}"


def was_known(value_year: int, kind: str, year: int) -> bool:
    """Whether a report of `year` can know a value: those of earlier years, and its own year's budget."""
    return value_year < year or (value_year == year and kind == BUDGET)


def assessed(measure: str, history: GoalHistory, year: int, rules: FinancialGoalRules) -> GoalAssessment:
    """Whether the goal is met, from `over_years`: in the year, and over the rules' number of years.

    On track when both; uncertain when only over the years; off track when not over the years. Without a value of the
    present year, or without any year before it, it is not assessed.
    """
    target = float(getattr(rules, measure))
    told = [(row.fact("year", int), row.text("kind"), row["used"]) for _, row in history.rows()]
    current = [(kind, used) for told_year, kind, used in told if told_year == year and kind != BUDGET]
    kind, now = current[-1] if current else (FORECAST, Figure.missing("uppgift för året saknas", PERCENT))
    known = [
        (told_year, used)
        for told_year, its_kind, used in told
        if its_kind == OUTCOME and year - rules.years < told_year < year and not used.is_missing
    ]
    years = (*(known_year for known_year, _ in known), *((year,) if not now.is_missing else ()))
    if now.value is None or not known:
        nothing = Figure.missing("för få år är kända", PERCENT)
        return GoalAssessment(measure, target, now, kind, nothing, years, None, None, NOT_ASSESSED)
    if measure == SOLIDITY:
        over_time = known[0][1]
        met_now = now.value > target and now.value >= (known[-1][1].value or 0.0)
        met = now.value > target and now.value >= (over_time.value or 0.0)
    else:
        values = [*(figure for _, figure in known), now]
        over_time = Figure.mean(values)
        met_now, met = now.value >= target, (over_time.value or 0.0) >= target
    grade = OFF_TRACK if not met else ON_TRACK if met_now else UNCERTAIN
    return GoalAssessment(measure, target, now, kind, over_time, years, met_now, met, grade)


def _from_history(measure: str, history: SourceTable, year: int, kind: str) -> Figure:
    """The ratio of one source's amounts, the first source that has them all."""
    for source in history.where(year=year, kind=kind).values("source"):
        values = {
            name: known_value(history, name, year, kind, source)
            for name in ("result", "taxes_and_grants", "depreciation", "investments")
        }
        amounts = {name: value.figure for name, value in values.items() if value is not None}
        if measure == RESULT_SHARE and {"result", "taxes_and_grants"} <= amounts.keys():
            return amounts["result"].per(amounts["taxes_and_grants"])
        if measure == SELF_FINANCING and {"result", "depreciation", "investments"} <= amounts.keys():
            return self_financing(amounts["result"], -amounts["depreciation"], amounts["investments"])
    return Figure.missing("beloppen är inte kända", PERCENT)


def _row(first: CheckedRatio | None, others: Sequence[CheckedRatio], computed: Figure) -> dict[str, object]:
    nothing = Figure.missing("ingen uppgift", PERCENT)
    usable = [one for one in (first, *others) if one is not None and one.is_usable]
    used = usable[0] if usable and computed.is_missing else None
    return {
        "computed": computed,
        "least": first.least if first else nothing,
        "printed": first.printed.figure if first else nothing,
        "printed_source": first.source if first else "",
        "verdict": first.verdict if first else "",
        "other": others[0].printed.figure if others else nothing,
        "other_source": others[0].source if others else "",
        "used": used.printed.figure if used else nothing if computed.is_missing else computed,
        "used_source": used.source if used else "",
    }
