"""Sick leave, staff turnover and the yearly staff measures.

Sick leave is hours of absence per scheduled hours, in per cent of the group's own scheduled hours; the share of long
spells (60 days or more) is per cent of the hours of *absence*. Source: `personal.xlsx`.
"""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from followup.analysis.disclosure import hidden_groups
from followup.figure import PERCENT, Figure
from followup.inputs.source_table import SourceTable
from followup.period import Period

PROTECTED = "skyddad uppgift"
TOTAL = "Totalt"
LONG_SPELLS = "Andel av sjukfrånvaron som är 60 dagar eller mer"

# The two partitions of the staff that the law names, in its order.
SEXES = {"women": "Kvinnor", "men": "Män"}
AGE_GROUPS = {"under_30": "Högst 29 år", "from_30_to_49": "30–49 år", "from_50": "Minst 50 år"}


def _months(period: Period) -> list[str]:
    return [str(Period(period.year, month)) for month in period.months]


def _fewest(table: SourceTable) -> float:
    """The lowest number of employees in any month, 0 if there are none."""
    if not len(table):
        return 0.0
    return float(table.frame.groupby("period")["employees"].sum().min())


def _rates(sickness: SourceTable, period: Period, smallest_hidden: int) -> dict[str, Figure]:
    part = sickness.where(period=_months(period))
    if not len(part):
        names = [TOTAL, *SEXES.values(), *AGE_GROUPS.values(), LONG_SPELLS]
        return {name: Figure.missing(unit=PERCENT) for name in names}
    protected = Figure.missing(PROTECTED, PERCENT)
    whole_is_small = _fewest(part) <= smallest_hidden
    rates = {TOTAL: protected if whole_is_small else part.total("sick_hours").per(part.total("scheduled_hours"))}
    for column, groups in (("sex", SEXES), ("age_group", AGE_GROUPS)):
        tables = {code: part.where(**{column: code}) for code in groups}
        hidden = hidden_groups({code: _fewest(table) for code, table in tables.items()}, smallest_hidden)
        for code, name in groups.items():
            table = tables[code]
            shown = table.total("sick_hours").per(table.total("scheduled_hours"))
            rates[name] = protected if code in hidden or whole_is_small else shown
    long_spells = part.total("long_sick_hours").per(part.total("sick_hours"))
    rates[LONG_SPELLS] = protected if whole_is_small else long_spells
    return rates


def sickness_rates(sickness: SourceTable, period: Period, smallest_hidden: int) -> pd.DataFrame:
    """Sick leave January to the period: rows TOTAL, SEXES, AGE_GROUPS, LONG_SPELLS.

    Columns `this_year`, `last_year` (per cent) and `change` (percentage points). A group that may not be shown is
    missing with the reason PROTECTED and carries no cells, in this frame and so in all that is made from it.
    """
    this_year = _rates(sickness, period, smallest_hidden)
    last_year = _rates(sickness, period.previous_year, smallest_hidden)
    rows = {
        name: {
            "this_year": this_year[name],
            "last_year": last_year[name],
            "change": (this_year[name] - last_year[name]).in_unit("procentenheter"),
        }
        for name in this_year
    }
    return pd.DataFrame.from_dict(rows, orient="index", dtype=object)


def sickness_by_month(sickness: SourceTable, period: Period, smallest_hidden: int) -> pd.DataFrame:
    """Sick leave per month, all staff, index 1-12: `this_year` (missing after the period) and `last_year`, per cent."""
    rows: dict[int, dict[str, Figure]] = {}
    for month in range(1, 13):
        rows[month] = {}
        for column, year in (("this_year", period.year), ("last_year", period.year - 1)):
            part = sickness.where(period=str(Period(year, month)))
            if not len(part) or (year == period.year and month > period.month):
                rows[month][column] = Figure.missing("ännu inte redovisat", PERCENT)
            elif _fewest(part) <= smallest_hidden:
                rows[month][column] = Figure.missing(PROTECTED, PERCENT)
            else:
                rows[month][column] = part.total("sick_hours").per(part.total("scheduled_hours"))
    return pd.DataFrame.from_dict(rows, orient="index", dtype=object)


def turnover(table: SourceTable, period: Period) -> Figure:
    """Leavers January to the period per permanent employee (mean of the months), in per cent, not annualised."""
    part = table.where(period=_months(period))
    leavers, employees = part.total("leavers"), part.total("permanent_employees")
    if employees.value is None or len(part) < period.month:
        return Figure.missing(unit=PERCENT)
    mean = Figure(employees.value / len(part), employees.unit, employees.origin)
    return leavers.per(mean)


def yearly_measure(
    yearly: SourceTable, indicator: str, sex: str, period: Period, smallest_hidden: int
) -> Sequence[tuple[int, Figure]]:
    """(year, value) of one yearly measure, oldest first, for years that were over by the period's month.

    A value of `smallest_hidden` respondents or fewer is missing with the reason PROTECTED. Unit: set by the caller.
    """
    found = []
    for row in yearly.where(indicator=indicator, sex=sex).rows():
        year = int(row.figure("year").value or 0)
        if year < period.year or (year == period.year and period.month == 12):
            respondents = row.figure("respondents").value or 0
            small = respondents <= smallest_hidden
            found.append((year, Figure.missing(PROTECTED) if small else row.figure("value")))
    return sorted(found, key=lambda pair: pair[0])
