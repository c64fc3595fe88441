"""Sick leave, staff turnover and the yearly staff measures, as ratios with the decimals that are shown.

Sick leave is hours of absence per scheduled hours, in per cent of the group's own scheduled hours; the share of long
spells (60 days or more) is per cent of the hours of *absence*. What may not be shown is told to each function by a
`Withheld` of `analysis.people.staff_protection`. Source: `personal.xlsx`.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import TYPE_CHECKING, Literal, get_args

from followup.analysis.people.disclosure import WHOLE
from followup.analysis.people.staff_protection import Withheld
from followup.ground.figure import PEOPLE_DECIMALS, PERCENT, Figure
from followup.ground.figure_table import FigureRow, FigureTable
from followup.ground.period import Period
from followup.workbooks.source_table import SourceTable

if TYPE_CHECKING:
    from followup.params.params import Indicator

YearsColumn = Literal["this_year", "last_year"]
Column = Literal[YearsColumn, "change"]
YEARS_COLUMNS: tuple[YearsColumn, ...] = get_args(YearsColumn)
# `change` is this year less last year, of percentages in percentage points.
COLUMNS: tuple[Column, ...] = get_args(Column)
StaffTable = FigureTable[Column]
YearsTable = FigureTable[YearsColumn]
YearsRow = FigureRow[YearsColumn]

PROTECTED = "skyddad uppgift"
TOTAL = "Totalt"
TURNOVER = "Personalomsättning"
LONG_SPELLS = "Andel av sjukfrånvaron som är 60 dagar eller mer"

# The two partitions of the staff that the law names, in its order.
SEXES = {"women": "Kvinnor", "men": "Män"}
AGE_GROUPS = {"under_30": "Högst 29 år", "from_30_to_49": "30–49 år", "from_50": "Minst 50 år"}


def _missing_months(table: SourceTable, months: Sequence[str]) -> str:
    """Why a figure of these months cannot be worked out; empty if every month has rows."""
    known = set(table.values("period"))
    absent = [Period.parse(month).month_name for month in months if month not in known]
    return f"uppgifter saknas för {', '.join(absent)}" if absent else ""


def _rates(sickness: SourceTable, period: Period, withheld: Withheld) -> dict[str, Figure]:
    months = period.so_far
    part = sickness.where(period=months)
    absent = "saknas" if not len(part) else _missing_months(part, months)
    if absent:
        names = [TOTAL, *SEXES.values(), *AGE_GROUPS.values(), LONG_SPELLS]
        return {name: Figure.missing(absent, PERCENT) for name in names}

    def rate(table: SourceTable, group: str, of: tuple[str, str] = ("sick_hours", "scheduled_hours")) -> Figure:
        if withheld(group, months):
            return Figure.missing(PROTECTED, PERCENT)
        return table.total(of[0]).per(table.total(of[1]))

    rates = {TOTAL: rate(part, WHOLE)}
    for column, groups in (("sex", SEXES), ("age_group", AGE_GROUPS)):
        rates |= {name: rate(part.where(**{column: code}), code) for code, name in groups.items()}
    rates[LONG_SPELLS] = rate(part, WHOLE, ("long_sick_hours", "sick_hours"))
    return rates


def difference(first: Figure, second: Figure, decimals: int = PEOPLE_DECIMALS) -> Figure:
    """`first` − `second`, of the rounded values that are shown: so it tells nothing that they do not.

    Percentages differ by percentage points. A withheld side withholds the difference, and leaves no cells of the other
    side in it.
    """
    change = first.change_from(second)
    return Figure.missing(PROTECTED, change.unit) if PROTECTED in (first.why, second.why) else change.rounded(decimals)


def sickness_rates(sickness: SourceTable, period: Period, withheld: Withheld) -> StaffTable:
    """Sick leave January to the period: rows TOTAL, SEXES, AGE_GROUPS, LONG_SPELLS.

    Columns `this_year`, `last_year` (per cent) and `change` (percentage points). A group that may not be shown is
    missing with the reason PROTECTED and carries no cells, in this table and so in all that is made from it.
    """
    this_year = _rates(sickness, period, withheld)
    last_year = _rates(sickness, period.previous_year, withheld)
    rows = {
        name: {
            "this_year": this_year[name],
            "last_year": last_year[name],
            "change": difference(this_year[name], last_year[name]),
        }
        for name in this_year
    }
    return FigureTable.of(rows, COLUMNS)


def sickness_by_month(sickness: SourceTable, period: Period, withheld: Withheld) -> YearsTable:
    """Sick leave per month, all staff, rows 1-12: `this_year` (missing after the period) and `last_year`, per cent."""
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
            elif withheld(WHOLE, months):
                rows[month][column] = Figure.missing(PROTECTED, PERCENT)
            else:
                rows[month][column] = part.total("sick_hours").per(part.total("scheduled_hours"))
    return FigureTable.of(rows, YEARS_COLUMNS)


def turnover(table: SourceTable, period: Period, withheld: Withheld) -> Figure:
    """Leavers January to the period per permanent employee (mean of the months), in per cent, not annualised.

    `table` holds one committee's rows, or the region's.
    """
    part = table.where(period=period.so_far)
    absent = "saknas" if not len(part) else _missing_months(part, period.so_far)
    if absent:
        return Figure.missing(absent, PERCENT)
    if withheld(WHOLE, period.so_far):
        return Figure.missing(PROTECTED, PERCENT)
    leavers, employees = part.total("leavers"), part.total("permanent_employees")
    if employees.value is None:
        return Figure.missing(unit=PERCENT)
    return leavers.per(employees.times(Fraction(1, len(period.months))))


def yearly_measure(
    yearly: SourceTable, indicator: Indicator, period: Period, withheld: Withheld
) -> dict[str, list[tuple[int, Figure]]]:
    """Sex (or WHOLE) to the (year, value) pairs of one yearly measure, oldest first, for years that are over.

    `yearly` holds one committee's rows. A year is over by its December. No respondents is a missing value.
    """
    found: dict[str, list[tuple[int, Figure]]] = {}
    rows = yearly.where(indicator=indicator.code)
    for year in sorted(rows.values("year")):
        if year > period.year or (year == period.year and period.month < 12):
            continue
        for row in rows.where(year=year).rows():
            value = row.figure("value").rounded(indicator.decimals).in_unit(indicator.unit)
            if withheld(row.text("sex"), [str(int(year))]) and not value.is_missing:
                value = Figure.missing(PROTECTED, indicator.unit)
            found.setdefault(row.text("sex"), []).append((int(year), value))
    return found
