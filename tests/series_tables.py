"""Tables of indicators, staff and investments for tests of rules, made of lists of numbers.

case_of(params=load_params(), indicator_values=indicator_values({"RESOR": {"2024-01": 1690.0}}))
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from followup.checks.common.rule import Rule
from followup.ground.errors import Problem
from followup.ground.period import Period
from followup.params.loading import load_params
from followup.workbooks.source_table import SourceTable
from tests.cases import case_of
from tests.tables import source_table


def rows_of(header: Sequence[str], rows: Sequence[Sequence[object]]) -> SourceTable:
    """A source table of values; None is a missing one. The first row stands in row 5."""
    lines = ["  ".join(header)]
    lines += ["  ".join("." if value is None else str(value) for value in row) for row in rows]
    table = source_table("\n".join(lines))
    # As the reader has it: a column of numbers holds numbers, also when all are missing.
    return replace(
        table, frame=table.frame.apply(lambda column: column.astype(float) if column.isna().all() else column)
    )


def months(first: str, count: int) -> list[str]:
    """`2024-01`, `2024-02` … from the first month."""
    start = Period.parse(first)
    numbers = range(start.year * 12 + start.month - 1, start.year * 12 + start.month - 1 + count)
    return [f"{number // 12}-{number % 12 + 1:02d}" for number in numbers]


def indicator_values(series: Mapping[str, Mapping[str, float | None]], committee: str = "DNKS") -> SourceTable:
    """One committee's values: columns A indicator, B committee, C period, D value."""
    rows = [(code, committee, month, value) for code, values in series.items() for month, value in values.items()]
    return rows_of(("indicator", "committee", "period", "value"), rows)


def found(rule: Rule, period: str = "2024-04", committee: str = "DNKS", **given) -> list[Problem]:
    """What a rule finds with the project's own params, as `Problem`s."""
    return list(rule.check(case_of(period, load_params(), committee=committee, **given)))


def messages(problems: Sequence[Problem]) -> list[str]:
    """Their messages with plain spaces."""
    return [problem.message.replace("\xa0", " ") for problem in problems]


SICKNESS = ("period", "committee", "sex", "age_group", "employees", "scheduled_hours", "sick_hours", "long_sick_hours")
# Deviations of ordinary months: nothing in a series is twice the same.
_UNREST = (0, 7, -5, 11, -9, 4, 13, -3, 8, -12, 2, 6)


def sickness(
    changes: Mapping[tuple[str, str], Mapping[str, object]] | None = None, first: str = "2024-01", count: int = 4
) -> SourceTable:
    """60 women of 150 hours, 5 % of them sick, and 40 men, 4 %; two fifths of it long. The group is 30-49 years.

    Columns A to H as in SICKNESS, two rows a month from row 5; `changes` replace columns of (month, sex).
    """
    rows = []
    for place, month in enumerate(months(first, count)):
        for sex, employees, percent in (("women", 60, 5), ("men", 40, 4)):
            hours, unrest = employees * 150, _UNREST[place % 12]
            sick = hours * percent // 100 + unrest
            row = dict(
                zip(SICKNESS, (month, "DNKS", sex, "from_30_to_49", employees, hours, sick, sick * 2 // 5), strict=True)
            )
            rows.append(tuple((row | (changes or {}).get((month, sex), {})).values()))
    return rows_of(SICKNESS, rows)


def everywhere(change: Mapping[str, object], count: int = 4) -> dict[tuple[str, str], Mapping[str, object]]:
    """The same change in both groups of the first months of 2024."""
    return {(month, sex): change for month in months("2024-01", count) for sex in ("women", "men")}


def turnover(employees: Sequence[int], leavers: Sequence[int], first: str = "2024-01") -> SourceTable:
    """One row a month: columns A period, B committee, C permanent_employees, D leavers."""
    rows = [
        (month, "DNKS", *numbers)
        for month, *numbers in zip(months(first, len(leavers)), employees, leavers, strict=True)
    ]
    return rows_of(("period", "committee", "permanent_employees", "leavers"), rows)


def yearly(*rows: tuple[int, str, str, int, float | None]) -> SourceTable:
    """Rows of (year, indicator, sex, respondents, value): columns A year, C indicator, D sex, E "
    "respondents, F value."""
    header = ("year", "committee", "indicator", "sex", "respondents", "value")
    return rows_of(header, [(year, "DNKS", *rest) for year, *rest in rows])


def investments(*rows: tuple[str, str, float | None, float, float, float], committee: str = "DNKS") -> SourceTable:
    """Rows of (period, project, total budget, year's budget, outcome, forecast) in mnkr: columns A to H."""
    header = ("period", "committee", "project", "group", "total_budget", "year_budget", "outcome", "forecast")
    kronor = [
        (period, committee, project, "new", *(None if value is None else round(value * 1e6) for value in values))
        for period, project, *values in rows
    ]
    return rows_of(header, kronor)
