"""Sick leave, staff turnover and the yearly staff measures.

Sick leave is hours of absence per scheduled hours, in per cent of the group's own scheduled hours; the share of long
spells (60 days or more) is per cent of the hours of *absence*. Source: `personal.xlsx`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pandas as pd

from followup.analysis.disclosure import hidden_groups
from followup.figure import PERCENT, PERCENTAGE_POINTS, Figure
from followup.inputs.source_table import SourceTable
from followup.period import Period

PROTECTED = "skyddad uppgift"
TOTAL = "Totalt"
LONG_SPELLS = "Andel av sjukfrånvaron som är 60 dagar eller mer"

# The two partitions of the staff that the law names, in its order.
SEXES = {"women": "Kvinnor", "men": "Män"}
AGE_GROUPS = {"under_30": "Högst 29 år", "from_30_to_49": "30–49 år", "from_50": "Minst 50 år"}


def _fewest(table: SourceTable, months: Sequence[str], column: str = "employees") -> float:
    """The lowest number of employees in any of the months; 0 if a month has no rows."""
    counts = table.frame.groupby("period")[column].sum().reindex(months, fill_value=0.0)
    return float(counts.min())


def _missing_months(table: SourceTable, months: Sequence[str]) -> str:
    """Why a figure of these months cannot be worked out; empty if every month has rows."""
    known = set(table.values("period"))
    absent = [Period.parse(month).month_name for month in months if month not in known]
    return f"uppgifter saknas för {', '.join(absent)}" if absent else ""


def _rates(sickness: SourceTable, period: Period, smallest_hidden: int) -> dict[str, Figure]:
    months = period.so_far
    part = sickness.where(period=months)
    absent = "saknas" if not len(part) else _missing_months(part, months)
    if absent:
        names = [TOTAL, *SEXES.values(), *AGE_GROUPS.values(), LONG_SPELLS]
        return {name: Figure.missing(absent, PERCENT) for name in names}
    protected = Figure.missing(PROTECTED, PERCENT)
    whole_is_small = _fewest(part, months) <= smallest_hidden
    rates = {TOTAL: protected if whole_is_small else part.total("sick_hours").per(part.total("scheduled_hours"))}
    for column, groups in (("sex", SEXES), ("age_group", AGE_GROUPS)):
        tables = {code: part.where(**{column: code}) for code in groups}
        staffed = [code for code, table in tables.items() if table.frame["employees"].sum() > 0]
        lowest = {code: _fewest(table, months) for code, table in tables.items()}
        hidden = hidden_groups(lowest, smallest_hidden, staffed)
        for code, name in groups.items():
            table = tables[code]
            shown = table.total("sick_hours").per(table.total("scheduled_hours"))
            rates[name] = protected if code in hidden or whole_is_small else shown
    long_spells = part.total("long_sick_hours").per(part.total("sick_hours"))
    rates[LONG_SPELLS] = protected if whole_is_small else long_spells
    return rates


def difference(first: Figure, second: Figure, unit: str = PERCENTAGE_POINTS) -> Figure:
    """`first` − `second`. A withheld side withholds the difference, and leaves no cells of the other side in it."""
    if PROTECTED in (first.why, second.why):
        return Figure.missing(PROTECTED, unit)
    return (first - second).in_unit(unit)


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
            "change": difference(this_year[name], last_year[name]),
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
            months = [str(Period(year, month))]
            part = sickness.where(period=months)
            if year == period.year and month > period.month:
                rows[month][column] = Figure.missing("ännu inte redovisat", PERCENT)
            elif not len(part):
                rows[month][column] = Figure.missing(unit=PERCENT)
            elif _fewest(part, months) <= smallest_hidden:
                rows[month][column] = Figure.missing(PROTECTED, PERCENT)
            else:
                rows[month][column] = part.total("sick_hours").per(part.total("scheduled_hours"))
    return pd.DataFrame.from_dict(rows, orient="index", dtype=object)


def turnover(table: SourceTable, period: Period, smallest_hidden: int) -> Figure:
    """Leavers January to the period per permanent employee (mean of the months), in per cent, not annualised.

    `table` holds one committee's rows, or the region's. Withheld like sick leave where there are `smallest_hidden`
    permanent employees or fewer in any month.
    """
    part = table.where(period=period.so_far)
    absent = "saknas" if not len(part) else _missing_months(part, period.so_far)
    if absent:
        return Figure.missing(absent, PERCENT)
    if _fewest(part, period.so_far, "permanent_employees") <= smallest_hidden:
        return Figure.missing(PROTECTED, PERCENT)
    leavers, employees = part.total("leavers"), part.total("permanent_employees")
    if employees.value is None:
        return Figure.missing(unit=PERCENT)
    return leavers.per(Figure(employees.value / len(period.months), employees.unit, employees.origin))


def yearly_measure(
    yearly: SourceTable, indicator: str, period: Period, smallest_hidden: int
) -> dict[str, list[tuple[int, Figure]]]:
    """Sex (or "all") to the (year, value) pairs of one yearly measure, oldest first, for years that are over.

    A year is over by its December. Withheld: a value of `smallest_hidden` respondents or fewer, and one from which,
    with the others of the same year, such a value could be worked out. No respondents is a missing value.
    """
    found: dict[str, list[tuple[int, Figure]]] = {}
    rows = yearly.where(indicator=indicator)
    for year in sorted(rows.values("year")):
        if year > period.year or (year == period.year and period.month < 12):
            continue
        of_year = rows.where(year=year)
        respondents = {row.text("sex"): row.figure("respondents").value or 0.0 for row in of_year.rows()}
        hidden = _hidden_sexes(respondents, smallest_hidden)
        for row in of_year.rows():
            value = row.figure("value")
            if row.text("sex") in hidden and not value.is_missing:
                value = Figure.missing(PROTECTED)
            found.setdefault(row.text("sex"), []).append((int(year), value))
    return found


def _hidden_sexes(respondents: Mapping[str, float], smallest_hidden: int) -> frozenset[str]:
    sexes = {sex: respondents[sex] for sex in SEXES if sex in respondents}
    if len(sexes) == 1 and "all" in respondents:
        # The other sex is what is left of the whole.
        (known,) = sexes
        other = next(sex for sex in SEXES if sex != known)
        sexes[other] = respondents["all"] - sexes[known]
    hidden = hidden_groups(sexes, smallest_hidden, [sex for sex, count in sexes.items() if count])
    whole = {"all"} if 0 < respondents.get("all", 0.0) <= smallest_hidden else set()
    return frozenset(hidden | whole | (set(sexes) if whole else set()))
