"""Staff over committees: sick leave, turnover and the yearly measures, each committee's beside the region's.

The region's value is worked out over all its hours or people. What is withheld is withheld here as in the committees'
own reports: by `analysis.people.staff_protection`. No hours or numbers of people are ever shown. Source:
`personal.xlsx`.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Mapping, Sequence
from typing import TYPE_CHECKING, Literal, get_args

from followup.analysis.people import staff
from followup.analysis.people.disclosure import WHOLE
from followup.analysis.people.staff import COLUMNS, StaffTable
from followup.analysis.people.staff_protection import Protection, Withheld
from followup.ground.figure import PERCENT, PERCENTAGE_POINTS, Figure, Made, joined
from followup.ground.figure_table import FigureTable
from followup.ground.period import Period
from followup.ground.regions import REGION
from followup.workbooks.source_table import SourceTable

if TYPE_CHECKING:
    from followup.params.params import Indicator

TOTAL = REGION

YearlyColumn = Literal["value", "previous", "year"]
YearlyTable = FigureTable[YearlyColumn]


def sickness_by_committee(
    sickness: SourceTable, committees: Sequence[str], period: Period, protection: Protection, new: Collection[str] = ()
) -> StaffTable:
    """Sick leave January to the period: one row per committee, then TOTAL. Columns: COLUMNS (per cent, points).

    `new` are the committees that did not exist last year: the region's value then is known without theirs.
    """
    rows = {
        code: staff.sickness_rates(_of(sickness, code), period, protection.of(code)).row(staff.TOTAL).figures
        for code in committees
    }
    whole = staff.sickness_rates(sickness, period, protection.of(REGION)).row(staff.TOTAL).figures
    return _with_total(rows, whole, new)


def turnover_by_committee(
    turnover: SourceTable, committees: Sequence[str], period: Period, protection: Protection, new: Collection[str] = ()
) -> StaffTable:
    """Staff turnover January to the period: one row per committee, then TOTAL. Columns: COLUMNS.

    The region's is all leavers per all permanent employees, mean of the months.
    """
    rows = {code: _turnovers(_of(turnover, code), period, protection.of(code)) for code in committees}
    return _with_total(rows, _turnovers(turnover, period, protection.of(REGION)), new)


def _turnovers(turnover: SourceTable, period: Period, withheld: Withheld) -> dict[str, Figure]:
    now, before = (staff.turnover(turnover, when, withheld) for when in (period, period.previous_year))
    return {"this_year": now, "last_year": before, "change": staff.difference(now, before)}


def yearly_measures(
    yearly: SourceTable,
    indicators: Sequence[Indicator],
    committees: Sequence[str],
    period: Period,
    protections: Mapping[str, Protection],
) -> dict[tuple[str, str], YearlyTable]:
    """Each indicator's code and sex to its `yearly_by_committee`; `protections` are by the indicator's code.

    The sex is "all", or "women" and "men" where the measure is only taken so.
    """
    found = {}
    for one in indicators:
        sexes = yearly.where(indicator=one.code).values("sex")
        for sex in [WHOLE] if WHOLE in sexes or not sexes else sexes:
            found[one.code, sex] = yearly_by_committee(
                yearly.where(sex=sex), one, sex, committees, period, protections[one.code]
            )
    return found


def yearly_by_committee(
    yearly: SourceTable,
    indicator: Indicator,
    sex: str,
    committees: Sequence[str],
    period: Period,
    protection: Protection,
) -> YearlyTable:
    """One yearly measure: one row per committee, then TOTAL; columns `value`, `previous` (figures) and `year`.

    `yearly` holds the rows of one `sex`, or of all (WHOLE). `year` is the latest that is over and has a value
    anywhere. The region's value is the committees' mean, weighted with their respondents; it is missing where one is
    unknown. A committee without respondents has no value, and no weight.
    """
    rows = yearly.where(indicator=indicator.code)
    known = {}
    for code in committees:
        by_sex = staff.yearly_measure(_of(rows, code), indicator, period, protection.of(code))
        if by_sex:
            known[code] = {year: figure for pairs in by_sex.values() for year, figure in pairs}

    def whole(year: int) -> Figure:
        if protection.of(REGION)(sex, [str(int(year))]):
            return Figure.missing(staff.PROTECTED, indicator.unit)
        return _weighted(rows.where(year=year), indicator.unit).rounded(indicator.decimals)

    latest = [0, 0, *sorted({year for values in known.values() for year in values})][-2:]
    found: dict[str, dict[str, object]] = {code: {"year": latest[-1]} for code in ([*known, TOTAL] if known else [])}
    for column, year in zip(("previous", "value"), latest, strict=True):
        for code, row in found.items():
            row[column] = known[code].get(year, Figure.missing(unit=indicator.unit)) if code != TOTAL else whole(year)
    return FigureTable.of(found, get_args(YearlyColumn))


def _of(table: SourceTable, code: str) -> SourceTable:
    return table.where(committee=code)


def _with_total(
    rows: Mapping[str, Mapping[str, Figure]], whole: Mapping[str, Figure], new: Collection[str]
) -> StaffTable:
    """The committees, and TOTAL, which is missing where a committee's is unknown.

    What a `new` committee lacks of last year is not unknown: there was none.
    """
    units = {"this_year": PERCENT, "last_year": PERCENT, "change": PERCENTAGE_POINTS}
    total = {}
    for column, unit in units.items():
        expected = {code: row for code, row in rows.items() if column == "this_year" or code not in new}
        unknown = [
            code for code, row in expected.items() if row[column].is_missing and row[column].why != staff.PROTECTED
        ]
        why = f"uppgifter saknas för {', '.join(unknown)}"
        total[column] = Figure.missing(why, unit) if unknown else whole[column]
    return FigureTable.of({**rows, TOTAL: total}, COLUMNS)


def _weighted(of_year: SourceTable, unit: str) -> Figure:
    """The mean of the values as they stand, weighted with the respondents; a ratio of people, not rounded yet."""
    products, weights, parts = [], [], []
    for row in of_year.rows():
        value, count = row.figure("value"), row.figure("respondents")
        if count.value == 0:
            continue
        if value.value is None or count.value is None:
            return Figure.missing(f"värde saknas för {row.text('committee')}", unit)
        products.append(value.value * count.value)
        weights.append(count.value)
        parts += [value, count]
    if not weights:
        return Figure.missing(unit=unit)
    origin, made = joined(part.origin for part in parts), Made("weighted", tuple(parts))
    return Figure(math.fsum(products) / math.fsum(weights), unit, origin, people="ratio", made=made)
