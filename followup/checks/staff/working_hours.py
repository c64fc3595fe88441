"""Scheduled hours per employee and month: days, a whole year, or full-time equivalents for people."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from followup.checks.common.rule import Rule
from followup.checks.common.suspicions import Suspicion, only, told
from followup.checks.staff.staff_groups import of_two_years, span, where
from followup.ground.errors import Problem
from followup.ground.wording import spelled
from followup.workbooks.source_table import SourceTable

if TYPE_CHECKING:
    from followup.checks.common.case import Case

# 31 days of 24 hours.
HOURS_OF_A_MONTH = 744


def check(case: Case) -> Iterator[Problem]:
    """An error for rows with more hours than a month has, and one that may be confirmed for unlikely many or few."""
    yield from told(case, "sickness", lambda rows: found_in(case, rows))


def hours_per_employee(table: SourceTable) -> pd.Series:
    """Scheduled hours per employee; where there is nobody, all hours: of somebody who left during the month."""
    frame = table.frame
    return frame["scheduled_hours"] / frame["employees"].clip(lower=1)


def is_doubtful(case: Case, table: SourceTable) -> np.ndarray:
    """The rows whose hours per employee this rule tells of."""
    hours = hours_per_employee(table)
    is_group = table.frame["employees"] > case.params.rules.people.smallest_group_hidden
    least, most = case.limit(RULE.code, "minst_timmar"), case.limit(RULE.code, "flest_timmar")
    unlikely = is_group & ((hours > most) | (hours < least))
    return (unlikely | (hours > HOURS_OF_A_MONTH)).to_numpy(dtype=bool)


def found_in(case: Case, table: SourceTable) -> Iterator[Suspicion]:
    table = of_two_years(case, table)
    doubtful = is_doubtful(case, table)
    if not doubtful.any():
        return
    rows, hours = only(table, doubtful), hours_per_employee(table)[doubtful]
    least, most = case.limit(RULE.code, "minst_timmar"), case.limit(RULE.code, "flest_timmar")
    is_impossible = bool((hours > HOURS_OF_A_MONTH).any())
    yield Suspicion(
        "hours",
        rows,
        "scheduled_hours",
        f"Ordinarie arbetstid per anställd och månad är {span(hours)} timmar {where(rows)}.",
        f"En månad har högst {HOURS_OF_A_MONTH} timmar."
        if is_impossible
        else f"{spelled(least)}–{spelled(most)} timmar per anställd och månad väntas.",
        _remedy(float(hours.median()), len(rows)),
        "" if is_impossible else f"{span(hours)} timmar",
    )


def _remedy(hours: float, rows: int) -> str:
    if rows == 1:
        return "Rätta antalet anställda eller arbetstiden."
    if 12 <= hours < 30:
        return "Står arbetstiden i dagar? Gör om uttaget med timmar."
    if hours < 12:
        return (
            "Är antalet anställda angivet i procent av en heltid, eller arbetstiden per vecka? Gör om uttaget med "
            "antal personer och månadens timmar."
        )
    if 1_200 <= hours <= 2_400:
        return "Är det hela årets arbetstid? Gör om uttaget med månadens timmar."
    return "Rätta antalet anställda eller arbetstiden. Gör om uttaget om felet finns i det."


RULE = Rule(
    code="arbetstid-per-anstalld",
    title="Arbetstid per anställd",
    catches="Arbetstid i dagar eller för hela året, och anställda i procent av heltid: fler eller färre timmar per "
    "anställd och månad än som är rimligt.",
    check=check,
    needs=("sickness",),
    readers=("committee", "region"),
    limits=("minst_timmar", "flest_timmar"),
    may_be_confirmed=True,
    about_people=True,
    example=(
        "Ordinarie arbetstid per anställd och månad är 19 timmar i 8 rader (januari 2024–april 2024). 40–200 "
        "timmar per anställd och månad väntas. Står arbetstiden i dagar? Gör om uttaget med timmar."
    ),
)
