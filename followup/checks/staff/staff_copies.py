"""Months of the personnel sheets whose rows are another month's, and survey years that are another year's."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from typing import TYPE_CHECKING

import numpy as np

from followup.checks.common.rule import Rule
from followup.checks.common.suspicions import Suspicion, told
from followup.checks.staff.staff_groups import of_two_years
from followup.ground.errors import Problem
from followup.ground.period import Period
from followup.workbooks.source_table import SourceTable

if TYPE_CHECKING:
    from followup.checks.common.case import Case

_GROUP = ["sex", "age_group"]
_HOURS = ["sick_hours", "long_sick_hours"]


def check(case: Case) -> Iterator[Problem]:
    """An error for each month, and each survey year, that is alike another in every row."""
    yield from told(case, "sickness", lambda rows: _months(case, rows))
    if "yearly" in case.tables:
        yield from told(case, "yearly", lambda rows: _years(case, rows))


def _months(case: Case, table: SourceTable) -> Iterator[Suspicion]:
    least, fewest = case.limit(RULE.code, "minst_rader"), case.limit(RULE.code, "minst_timmar")
    frame = of_two_years(case, table).frame.sort_values(["period", *_GROUP], kind="stable")
    periods, hours = frame["period"].to_numpy(), frame[_HOURS].to_numpy(dtype=np.float64)
    groups = (frame["sex"] + frame["age_group"]).to_numpy()
    firsts: list[int] = (np.flatnonzero(periods[1:] != periods[:-1]) + 1).tolist()
    known: dict[tuple[object, ...], str] = {}
    for first, last in itertools.pairwise([0, *firsts, len(periods)]):
        sick = hours[first:last, 0]
        # Where few were ill two months may be alike.
        if (sick > 0).sum() < least or sick.sum() < fewest:
            continue
        month = str(periods[first])
        earlier = known.setdefault((tuple(groups[first:last]), hours[first:last].tobytes()), month)
        if earlier != month:
            shown, before = (Period.parse(one).month_and_year for one in (month, earlier))
            yield Suspicion(
                f"month {month} {earlier}",
                table.where(period=month),
                "sick_hours",
                f"Sjukfrånvarons timmar för {shown} är desamma som för {before} i alla {last - first} rader.",
                "Två månader har inte samma timmar i allt.",
                f"Är raderna kopierade? Gör om uttaget för {shown}.",
                f"{month} som {earlier}",
            )


def _years(case: Case, table: SourceTable) -> Iterator[Suspicion]:
    least = int(case.limit(RULE.code, "minst_rader"))
    known: dict[tuple[object, ...], int] = {}
    few = case.params.rules.people.smallest_group_hidden
    asked = table.frame[(table.frame["respondents"] > few).to_numpy(dtype=bool)]
    columns = ["indicator", "sex", "respondents", "value"]
    for _, rows in asked.dropna(subset=["value"]).sort_values("year", kind="stable").groupby("year"):
        if len(rows) < least:
            continue
        year = rows["year"].iloc[0]
        content = tuple(rows.sort_values(columns[:2])[columns].itertuples(index=False, name=None))
        earlier = known.setdefault(content, int(year))
        if earlier != year:
            yield Suspicion(
                f"year {year} {earlier}",
                table.where(year=year),
                "value",
                f"Svarande och värden för år {int(year)} är desamma som för år {earlier} i alla {len(rows)} rader.",
                "Två år har inte samma svar i allt.",
                f"Är raderna kopierade? Fyll i värdena för år {int(year)}, eller ta bort raderna om de inte finns än.",
                f"{int(year)} som {earlier}",
            )


RULE = Rule(
    code="personal-kopierad",
    title="Kopierade personalrader",
    catches="En månads sjukfrånvaro som är en annan månads, och ett års enkätsvar som är ett annat års.",
    check=check,
    needs=("sickness",),
    readers=("committee", "region"),
    limits=("minst_rader", "minst_timmar"),
    may_be_confirmed=True,
    about_people=True,
    example=(
        "Sjukfrånvarons timmar för april 2024 är desamma som för mars 2024 i alla 3 rader. Två månader har "
        "inte samma timmar i allt. Är raderna kopierade? Gör om uttaget för april 2024."
    ),
)
