"""Staff over committees: sick leave, turnover and the yearly measures, each committee's beside the region's.

The region's value is worked out over all its hours or people. A committee of `smallest_hidden` employees or fewer is
withheld, and so is another one where its value could be had as the region's less the others': the rule of
`disclosure.hidden_groups`, with the committees as the groups. No hours or numbers of people are ever shown. Source:
`personal.xlsx`.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Mapping, Sequence
from typing import TYPE_CHECKING

import pandas as pd

from followup.analysis import staff
from followup.analysis.disclosure import hidden_groups
from followup.figure import PERCENT, PERCENTAGE_POINTS, Figure, joined
from followup.inputs.regions import REGION
from followup.inputs.source_table import SourceTable
from followup.period import Period

if TYPE_CHECKING:
    from followup.inputs.params import Indicator

TOTAL = REGION
COLUMNS = ("this_year", "last_year", "change")


def sickness_by_committee(
    sickness: SourceTable, committees: Sequence[str], period: Period, smallest_hidden: int, new: Collection[str] = ()
) -> pd.DataFrame:
    """Sick leave January to the period: one row per committee, then TOTAL. Columns: COLUMNS (per cent, points).

    `new` are the committees that did not exist last year: the region's value then is known without theirs.
    """
    rows = {
        code: dict(staff.sickness_rates(_of(sickness, code), period, smallest_hidden).loc[staff.TOTAL])
        for code in committees
    }
    whole = dict(staff.sickness_rates(sickness, period, smallest_hidden).loc[staff.TOTAL])
    hidden = hidden_committees(sickness, committees, period, smallest_hidden)
    return _with_total(rows, whole, hidden, new)


def turnover_by_committee(
    turnover: SourceTable, committees: Sequence[str], period: Period, smallest_hidden: int, new: Collection[str] = ()
) -> pd.DataFrame:
    """Staff turnover January to the period: one row per committee, then TOTAL. Columns: COLUMNS.

    The region's is all leavers per all permanent employees, mean of the months.
    """
    years = dict(zip(COLUMNS, (period, period.previous_year), strict=False))
    rows = {}
    for code in committees:
        own = {name: staff.turnover(_of(turnover, code), when, smallest_hidden) for name, when in years.items()}
        rows[code] = own | {"change": staff.difference(own["this_year"], own["last_year"])}
    both = {name: staff.turnover(turnover, when, smallest_hidden) for name, when in years.items()}
    hidden = hidden_committees(turnover, committees, period, smallest_hidden, "permanent_employees")
    change = staff.difference(both["this_year"], both["last_year"])
    return _with_total(rows, both | {"change": change}, hidden, new)


def hidden_committees(
    table: SourceTable,
    committees: Sequence[str],
    period: Period,
    smallest_hidden: int,
    count: str = "employees",
) -> frozenset[str]:
    """The committees whose value may not stand beside the region's, by their fewest employees in any month."""
    hidden: set[str] = set()
    for when in (period, period.previous_year):
        monthly = table.where(period=when.so_far).frame.groupby(["committee", "period"])[count].sum()
        fewest = {code: float(monthly[code].min()) for code in committees if code in monthly.index}
        hidden |= hidden_groups(fewest, smallest_hidden, [code for code, lowest in fewest.items() if lowest > 0])
    return frozenset(hidden)


def yearly_measures(
    yearly: SourceTable,
    indicators: Sequence[Indicator],
    committees: Sequence[str],
    period: Period,
    smallest_hidden: int,
) -> dict[tuple[str, str], pd.DataFrame]:
    """Each indicator's code and sex to its `yearly_by_committee`.

    The sex is "all", or "women" and "men" where the measure is only taken so.
    """
    found = {}
    for one in indicators:
        sexes = yearly.where(indicator=one.code).values("sex")
        for sex in ["all"] if "all" in sexes or not sexes else sexes:
            rows = yearly.where(sex=sex)
            found[one.code, sex] = yearly_by_committee(rows, one, committees, period, smallest_hidden)
    return found


def yearly_by_committee(
    yearly: SourceTable, indicator: Indicator, committees: Sequence[str], period: Period, smallest_hidden: int
) -> pd.DataFrame:
    """One yearly measure: one row per committee, then TOTAL; columns `value`, `previous` (figures) and `year`.

    `yearly` holds the rows of one sex, or of all. `year` is the latest that is over and has a value anywhere. The
    region's value is the committees' mean, weighted with their respondents; it is missing where one is unknown. A
    committee without respondents has no value, and no weight.
    """
    rows = yearly.where(indicator=indicator.code)
    known = {}
    for code in committees:
        by_sex = staff.yearly_measure(_of(rows, code), indicator.code, period, smallest_hidden)
        if by_sex:
            known[code] = {year: figure for pairs in by_sex.values() for year, figure in pairs}
    latest = [0, 0, *sorted({year for values in known.values() for year in values})][-2:]
    found: dict[str, dict[str, object]] = {code: {"year": latest[-1]} for code in ([*known, TOTAL] if known else [])}
    for column, year in zip(("previous", "value"), latest, strict=True):
        of_year = rows.where(year=year)
        hidden = _hidden_of_year(of_year, smallest_hidden)
        for code, row in found.items():
            figure = _weighted(of_year) if code == TOTAL else known[code].get(year, Figure.missing())
            row[column] = (Figure.missing(staff.PROTECTED) if code in hidden else figure).in_unit(indicator.unit)
    return pd.DataFrame.from_dict(found, orient="index", columns=["value", "previous", "year"], dtype=object)


def _of(table: SourceTable, code: str) -> SourceTable:
    return table.where(committee=code)


def _with_total(
    rows: Mapping[str, Mapping[str, Figure]], whole: Mapping[str, Figure], hidden: Collection[str], new: Collection[str]
) -> pd.DataFrame:
    """The committees, withheld where they are `hidden`, and TOTAL, which is missing where a committee's is unknown.

    What a `new` committee lacks of last year is not unknown: there was none.
    """
    units = {"this_year": PERCENT, "last_year": PERCENT, "change": PERCENTAGE_POINTS}
    protected = {column: Figure.missing(staff.PROTECTED, unit) for column, unit in units.items()}
    total = {}
    for column, unit in units.items():
        expected = {code: row for code, row in rows.items() if column == "this_year" or code not in new}
        unknown = [
            code for code, row in expected.items() if row[column].is_missing and row[column].why != staff.PROTECTED
        ]
        why = f"uppgifter saknas för {', '.join(unknown)}"
        total[column] = Figure.missing(why, unit) if unknown else whole[column]
    shown = {code: protected if code in hidden else row for code, row in rows.items()}
    return pd.DataFrame.from_dict({**shown, TOTAL: total}, orient="index", columns=list(COLUMNS), dtype=object)


def _hidden_of_year(of_year: SourceTable, smallest_hidden: int) -> frozenset[str]:
    counts = {row.text("committee"): row.figure("respondents").value or 0.0 for row in of_year.rows()}
    answering = {code: count for code, count in counts.items() if count}
    return hidden_groups(answering, smallest_hidden, list(answering))


def _weighted(of_year: SourceTable) -> Figure:
    products, weights, parts = [], [], []
    for row in of_year.rows():
        value, count = row.figure("value"), row.figure("respondents")
        if count.value == 0:
            continue
        if value.value is None or count.value is None:
            return Figure.missing(f"värde saknas för {row.text('committee')}")
        products.append(value.value * count.value)
        weights.append(count.value)
        parts += [value.origin, count.origin]
    if not weights:
        return Figure.missing()
    return Figure(math.fsum(products) / math.fsum(weights), origin=joined(parts))
