"""The history of the financial goals: what a source prints, tested against what the same source's amounts give.

    for ratio in checked_ratios(sources.financial_history, params.rules.financial_goals):
        ratio.printed, ratio.computed, ratio.verdict

Three rules find what is wrong, none of which knows a year or a name:

- *Printed against computed*: where the source prints all amounts, the ratio that they give must be the printed one but
  for rounding. Where depreciation is not printed there still is a lower bound, since depreciation is never below 0.
- *The base*: where taxes and grants are not printed, a result and its share imply them. A base that leaves the trend of
  its series (Theil–Sen: the median of all pairs' growth) tells that the share is one of another result.
- *The definition*: each value carries its definition, and within a series it may not change.

It stands here and not in the analysis since a rule (`checks/region/financial_ratios.py`) tells what the report's
tables show: both rest on the same verdicts.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from followup.ground.figure import KRONOR, PERCENT, Figure, Made, joined
from followup.ground.reading import Reading
from followup.ground.wording import normalised, quoted, spelled
from followup.tables.trend import trend_of
from followup.workbooks.source_table import SourceTable

if TYPE_CHECKING:
    from followup.params.financial_rules import FinancialGoalRules

RATIOS = {
    "result_share": "Resultatets andel av skatter och statsbidrag",
    "self_financing": "Självfinansieringsgraden",
    "solidity": "Soliditeten inklusive ansvarsförbindelsen",
}
AMOUNTS = {
    "result": "Årets resultat",
    "depreciation": "Avskrivningarna",
    "taxes_and_grants": "Skatter och statsbidrag",
    "investments": "Investeringarna",
}
MEASURES = {**RATIOS, **AMOUNTS}
KINDS = {"outcome": "utfallet", "budget": "budgeten"}

AGREES = "agrees"
CONTRADICTS = "contradicts"
DOUBTFUL = "doubtful"
UNCHECKED = "unchecked"


@dataclass(frozen=True)
class Known:
    """A value of the history: its figure (kronor or per cent) and how far rounding may have moved it."""

    figure: Figure
    rounding: float

    @property
    def value(self) -> float:
        return self.figure.value or 0.0

    @property
    def low(self) -> float:
        return self.value - self.rounding

    @property
    def high(self) -> float:
        return self.value + self.rounding


@dataclass(frozen=True)
class CheckedRatio:
    """A printed ratio and what became of it.

    `computed` is the ratio of the source's own amounts, `least` its lower bound where depreciation is not printed;
    each is missing where it cannot be had. `implied` is the amount (kronor) that must hold if the printed ratio does:
    the taxes and grants, or the depreciation. `verdict` is a code of the scale `printed_check`; `found` and `expected`
    are whole sentences where it is not AGREES or UNCHECKED.
    """

    measure: str
    year: int
    kind: str
    source: str
    row: SourceTable
    printed: Known
    computed: Figure
    least: Figure
    implied: Figure
    verdict: str = UNCHECKED
    found: str = ""
    expected: str = ""

    @property
    def is_usable(self) -> bool:
        """Whether the printed ratio may be used where nothing better is known."""
        return self.verdict in (AGREES, UNCHECKED)


def known_value(history: SourceTable, measure: str, year: int, kind: str, source: str) -> Known | None:
    """One value of one source, an amount in kronor or a ratio in per cent; None if the source does not have it."""
    row = history.where(measure=measure, year=year, kind=kind, source=source)
    if not len(row) or row.figure("value").value is None:
        return None
    is_amount = row.text("unit") == "mnkr"
    factor = 1e6 if is_amount else 1.0
    figure, made = row.figure("value"), Reading(factor, row.text("unit"), rows=row.conditions)
    amount = Figure((figure.value or 0.0) * factor, KRONOR if is_amount else PERCENT, figure.origin, made=made)
    return Known(amount, 0.5 * 10.0 ** -(row.figure("decimals").value or 0) * factor)


def checked_ratios(history: SourceTable, rules: FinancialGoalRules) -> list[CheckedRatio]:
    """Every printed ratio of the history, by goal, source and year, with its verdict."""
    found: list[CheckedRatio] = []
    for measure in RATIOS:
        rows = history.where(measure=measure)
        for source in rows.values("source"):
            ratios = (_ratio(history, row) for row in rows.where(source=source).rows())
            series = sorted((one for one in ratios if one is not None), key=lambda one: (one.year, one.kind))
            found += _one_definition(_one_base(series, rules))
    return found


def _ratio(history: SourceTable, row: SourceTable) -> CheckedRatio | None:
    measure, kind, source = row.text("measure"), row.text("kind"), row.text("source")
    year = int(row.figure("year").value or 0)
    printed = known_value(history, measure, year, kind, source)
    if printed is None:
        return None
    nothing = Figure.missing("uppgifter saknas", PERCENT)
    one = CheckedRatio(
        measure, year, kind, source, row, printed, nothing, nothing, Figure.missing("går inte att beräkna")
    )

    def amount(name: str) -> Known | None:
        return known_value(history, name, year, kind, source)

    if measure == "result_share":
        return _result_share(one, amount("result"), amount("taxes_and_grants"))
    if measure == "self_financing":
        return _self_financing(one, amount("result"), amount("depreciation"), amount("investments"))
    return one


def _result_share(one: CheckedRatio, result: Known | None, base: Known | None) -> CheckedRatio:
    if result is None:
        return one
    if base is not None and base.low <= 0:
        return one  # nothing is a share of what may be nothing
    if base is not None:
        computed = result.figure.per(base.figure)
        return _compared(replace(one, computed=computed), _quotients(result, base))
    printed = one.printed
    if printed.low <= 0 <= printed.high:
        return one  # a share of 0,0 may be one of any base
    one = replace(one, implied=result.figure.per(printed.figure, KRONOR))
    if (one.implied.value or 0) < 0:
        found = f"{_name(one)} är tryckt som {_percent(printed.figure)}, men resultatet är {_mnkr(result.figure)}."
        return replace(one, verdict=CONTRADICTS, found=found, expected="Andelen har samma tecken som resultatet.")
    return one


def _self_financing(
    one: CheckedRatio, result: Known | None, depreciation: Known | None, investments: Known | None
) -> CheckedRatio:
    if result is None or investments is None or investments.low <= 0:
        return one
    if depreciation is not None:
        funds = Known(result.figure + depreciation.figure, result.rounding + depreciation.rounding)
        return _compared(replace(one, computed=funds.figure.per(investments.figure)), _quotients(funds, investments))
    printed = one.printed
    origin = joined((printed.figure.origin, result.figure.origin, investments.figure.origin))
    implied = Figure(
        printed.value / 100 * investments.value - result.value,
        KRONOR,
        origin,
        made=Made("computed", (printed.figure, investments.figure, result.figure)),
    )
    one = replace(one, least=result.figure.per(investments.figure), implied=implied)
    if printed.high >= min(_quotients(result, investments)):
        return replace(one, verdict=AGREES)
    return replace(
        one,
        verdict=CONTRADICTS,
        found=f"{_name(one)} är tryckt som {_percent(printed.figure)}, men resultatet på {_mnkr(result.figure)} är "
        f"ensamt {_percent(one.least)} av investeringarna på {_mnkr(investments.figure)}.",
        expected="Avskrivningarna läggs till resultatet och är aldrig under 0, så kvoten kan inte vara lägre än så.",
    )


def _quotients(part: Known, whole: Known) -> list[float]:
    """The percentages that `part` of `whole` may be within their rounding."""
    return [100 * above / below for above in (part.low, part.high) for below in (whole.low, whole.high)]


def _compared(one: CheckedRatio, possible: list[float]) -> CheckedRatio:
    if one.printed.high >= min(possible) and one.printed.low <= max(possible):
        return replace(one, verdict=AGREES)
    found = (
        f"{_name(one)} är tryckt som {_percent(one.printed.figure)}, men källans egna belopp ger "
        f"{_percent(one.computed)}."
    )
    return replace(one, verdict=CONTRADICTS, found=found, expected="Talen får skilja med avrundning, inte mer.")


def _one_base(series: list[CheckedRatio], rules: FinancialGoalRules) -> list[CheckedRatio]:
    """The series of one source, each implied base held against the trend of them all."""
    limit = rules.base_deviation_percent / 100
    bases = {
        place: one.implied.value or 0.0
        for place, one in enumerate(series)
        # A result of 0 implies no base at all.
        if one.measure == "result_share" and one.verdict == UNCHECKED and (one.implied.value or 0.0) > 0
    }
    # A share of few digits, such as 0,1, leaves its base so wide open that it says nothing.
    exact = {place: base for place, base in bases.items() if _openness(series[place]) <= limit}
    trend = trend_of([(series[place].year, base) for place, base in exact.items()])
    if len(exact) < rules.least_values or trend is None:
        return series
    found = list(series)
    for place in exact:
        found[place] = _held_against(series[place], bases[place], trend.at(series[place].year), rules)
    return found


def _openness(one: CheckedRatio) -> float:
    """How much of its size rounding may have moved an implied base."""
    return abs(one.printed.rounding / one.printed.value)


def _held_against(one: CheckedRatio, base: float, expected: float, rules: FinancialGoalRules) -> CheckedRatio:
    nearest = base * (1 + math.copysign(min(_openness(one), abs(expected / base - 1)), expected - base))
    if abs(nearest / expected - 1) <= rules.base_deviation_percent / 100:
        return replace(one, verdict=AGREES)
    return replace(
        one,
        verdict=DOUBTFUL,
        found=f"{_name(one)} är tryckt som {_percent(one.printed.figure)}, vilket förutsätter skatter och statsbidrag "
        f"på {_mnkr(one.implied)}. Källans serie av år ger ungefär {spelled(round(expected / 1e6))} mnkr.",
        expected=f"En avvikelse på mer än {spelled(rules.base_deviation_percent)} procent tyder på att andelen är "
        "räknad på ett annat resultat än det som är tryckt.",
    )


def _one_definition(series: list[CheckedRatio]) -> list[CheckedRatio]:
    """The series of one source, each value whose definition is not that of the value before it marked as doubtful."""
    found = list(series)
    for place, (before, one) in enumerate(pairwise(series), 1):
        earlier, later = before.row.text("definition"), one.row.text("definition")
        if normalised(earlier) != normalised(later) and found[place].is_usable:
            found[place] = replace(
                found[place],
                verdict=DOUBTFUL,
                found=f"{_name(one)} är tryckt med definitionen {quoted(later, 130)}, men värdet före med "
                f"definitionen {quoted(earlier, 130)}.",
                expected="Värden i samma serie ska ha samma definition för att kunna jämföras.",
            )
    return found


def _name(one: CheckedRatio) -> str:
    return f"{RATIOS[one.measure]} i {KINDS[one.kind]} {one.year}"


def _percent(figure: Figure) -> str:
    return f"{spelled(round(figure.value or 0.0, 1))}\u00a0%"


def _mnkr(figure: Figure) -> str:
    return f"{spelled(round((figure.value or 0.0) / 1e6))} mnkr"
