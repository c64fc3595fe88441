"""Permanent employees and leavers, month by month and against the employees of the sick leave."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from followup.checks.common.indicator_words import months_of
from followup.checks.common.rule import Rule
from followup.checks.common.series import accumulates
from followup.checks.common.suspicions import Suspicion, only, told
from followup.checks.staff.staff_groups import of_two_years, span
from followup.checks.staff.working_hours import is_doubtful
from followup.ground.errors import Problem
from followup.ground.wording import spelled
from followup.workbooks.source_table import SourceTable

if TYPE_CHECKING:
    from followup.checks.common.case import Case

_COUNT_EXPECTED = "Varje rad är månadens egna avgångar, och antalet anställda vid månadens slut."


def check(case: Case) -> Iterator[Problem]:
    """An error for leavers and permanent employees that cannot be, or are unlikely."""
    yield from told(case, "turnover", lambda rows: found_in(case, rows))


def found_in(case: Case, table: SourceTable) -> Iterator[Suspicion]:
    table = of_two_years(case, table)
    if not len(table) or table.frame[["permanent_employees", "leavers"]].isna().any(axis=None):
        return
    ordered = table.frame.sort_values("period", kind="stable")
    counts = [*_numbers(case, table, ordered), *_against_all(case, table)]
    yield from counts
    # A wrong number of employees makes every share of them wrong.
    if not counts:
        yield from _leavers(case, table, ordered)


def _leavers(case: Case, table: SourceTable, ordered: pd.DataFrame) -> Iterator[Suspicion]:
    sums = [*_sums(case, table, ordered)]
    yield from sums
    if sums:
        return
    # A unit that has been closed has leavers and nobody left.
    employees = ordered["permanent_employees"]
    largest = employees.clip(lower=employees.shift().fillna(0))
    share = (100 * ordered["leavers"] / largest.where(largest > 0)).reindex(table.frame.index)
    leavers = table.frame["leavers"]
    impossible = (leavers > largest.reindex(table.frame.index)).to_numpy(dtype=bool)
    high = (share > case.limit(RULE.code, "hogst_procent")) & (leavers >= case.limit(RULE.code, "minst_avgangar"))
    usual = case.limit(RULE.code, "ganger_egen") * float(leavers.median())
    high |= (leavers > usual) & (leavers >= case.limit(RULE.code, "manga_avgangar"))
    unlikely = ~impossible & high.to_numpy(dtype=bool)
    for kind, chosen in (("impossible", impossible), ("unlikely", unlikely)):
        if not chosen.any():
            continue
        rows, wrong = only(table, chosen), share[chosen].dropna()
        told_share = f"{span(wrong)} procent" if len(wrong) else "fler än noll"
        yield Suspicion(
            kind,
            rows,
            "leavers",
            f"Avgångarna är {told_share} av de tillsvidareanställda i {months_of(rows)}.",
            "Fler kan inte sluta under en månad än som är anställda."
            if kind == "impossible"
            else f"Högst {spelled(case.limit(RULE.code, 'hogst_procent'))} procent under en månad väntas, och högst "
            f"{spelled(case.limit(RULE.code, 'ganger_egen'))} gånger så många som i regel.",
            "Rätta antalet avgångar.",
            told_share if kind == "unlikely" else "",
        )


def _sums(case: Case, table: SourceTable, ordered: pd.DataFrame) -> Iterator[Suspicion]:
    years = ordered["period"].str[:4]
    found = [of_year for year in years.unique() if _is_summed(case, of_year := ordered[(years == year).to_numpy()])]
    if not found:
        return
    leavers = found[0]["leavers"].to_numpy(dtype=np.float64)
    times = spelled(round(float(leavers[-1] / leavers[0]), 1))
    more = f" Det är så i {len(found)} år." if len(found) > 1 else ""
    yield Suspicion(
        "sums",
        table.where(period=list(pd.concat(found)["period"])),
        "leavers",
        f"Avgångarna växer varje månad {found[0]['period'].iloc[0][:4]}, och är {times} gånger så många "
        "den sista som den "
        f"första.{more}",
        _COUNT_EXPECTED,
        "Är de summerade sedan januari? Gör om uttaget med månadens avgångar.",
        f"{times} gånger",
    )


def _is_summed(case: Case, of_year: pd.DataFrame) -> bool:
    leavers = of_year["leavers"].to_numpy(dtype=np.float64)
    # Few leavers may grow by chance.
    return float(leavers.sum()) >= case.limit(RULE.code, "minst_avgangar") and accumulates(
        leavers, least=int(case.limit(RULE.code, "minst_manader")), share=case.limit(RULE.code, "andel_av_summan")
    )


def _numbers(case: Case, table: SourceTable, ordered: pd.DataFrame) -> Iterator[Suspicion]:
    """Months whose permanent employees are many times more or fewer than the holder's usual."""
    times, least = case.limit(RULE.code, "ganger_fler"), case.limit(RULE.code, "minst_anstallda")
    employees = ordered["permanent_employees"]
    usual = float(employees.median())
    if max(usual, float(employees.max())) < least:
        return
    wrong = ((employees > times * usual) | (employees < usual / times)).reindex(table.frame.index)
    if wrong.any():
        rows = only(table, wrong)
        ratio = rows.frame["permanent_employees"] / usual if usual else pd.Series([np.inf])
        shown = f"{span(ratio, 2)} gånger" if usual else "många gånger"
        yield Suspicion(
            "numbers",
            rows,
            "permanent_employees",
            f"De tillsvidareanställda är {shown} så många i {months_of(rows)} som nämnden i regel har.",
            "Antalet anställda väntas ändras långsamt.",
            "Rätta antalet. Räknas det i procent av en heltid: gör om uttaget med antal personer.",
            shown,
        )


def _against_all(case: Case, table: SourceTable) -> Iterator[Suspicion]:
    """Months with more permanent employees than the sick leave's sheet has employees, or far fewer."""
    sickness = case.whole.get("sickness")
    if sickness is None:
        return
    own = sickness.where(committee=table.values("committee"))
    # Where the number of employees itself is doubtful, that is told.
    unsound = set(own.frame["period"][is_doubtful(case, own)])
    employees = own.frame.groupby("period")["employees"].sum()
    employees = employees[~employees.index.isin(unsound)]
    permanent = table.frame.set_index("period")["permanent_employees"]
    known = employees.reindex(permanent.index)
    percent = 100 * permanent / known.where(known >= case.limit(RULE.code, "minst_anstallda"))
    most, least = case.limit(RULE.code, "hogst_andel"), case.limit(RULE.code, "minst_andel")
    wrong = percent[(percent > most) | (percent < least)]
    if len(wrong):
        rows = table.where(period=list(wrong.index))
        yield Suspicion(
            "against all",
            rows,
            "permanent_employees",
            f"De tillsvidareanställda är {span(wrong)} procent av de anställda i bladet Sjukfrånvaro i "
            f"{months_of(rows)}.",
            f"{spelled(least)}–{spelled(most)} procent väntas: de tillsvidareanställda är en del av de anställda.",
            "Rätta det blad som är fel. Har båda samma personer, och räknar antal och inte heltider?",
            f"{span(wrong)} %",
        )


RULE = Rule(
    code="anstallda-och-avgangar",
    title="Anställda och avgångar",
    catches="Fler avgångar än anställda, avgångar summerade sedan januari, ett antal anställda som är många "
    "gånger fler "
    "eller färre än månaden före, och tillsvidareanställda som inte kan vara en del av de anställda.",
    check=check,
    needs=("turnover",),
    readers=("committee", "region"),
    limits=(
        *(
            "hogst_procent",
            "minst_avgangar",
            "ganger_egen",
            "manga_avgangar",
            "ganger_fler",
            "minst_anstallda",
            "hogst_andel",
            "minst_andel",
        ),
        *("minst_manader", "andel_av_summan"),
    ),
    may_be_confirmed=True,
    about_people=True,
    example=(
        "Avgångarna är 16,7 procent av de tillsvidareanställda i april 2024. Högst 10 procent under en månad "
        "väntas, och högst 5 gånger så många som i regel. Rätta antalet avgångar."
    ),
)
