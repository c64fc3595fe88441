"""Sick leave in per cent of the working hours: high or low for its group or its own series, or summed since January."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from followup.checks.common.indicator_words import months_of
from followup.checks.common.rule import Rule
from followup.checks.common.series import accumulates
from followup.checks.common.suspicions import Suspicion, only, told
from followup.checks.staff.staff_groups import by_month, of_two_years, sick_rate, span, where
from followup.checks.staff.working_hours import is_doubtful
from followup.ground.errors import Problem
from followup.ground.wording import spelled
from followup.workbooks.source_table import SourceTable

if TYPE_CHECKING:
    from followup.checks.common.case import Case

_EXPECTED = "Sjukfrånvaron väntas vara {least}–{most} procent av arbetstiden, och likna gruppens egna månader."


def check(case: Case) -> Iterator[Problem]:
    """An error for groups with an unlikely rate, for months with too little, and for hours that are sums."""
    yield from told(case, "sickness", lambda rows: found_in(case, rows))


def found_in(case: Case, table: SourceTable) -> Iterator[Suspicion]:
    table = of_two_years(case, table)
    # Where the working hours themselves are wrong, that is told.
    is_sound = ~is_doubtful(case, table)
    sums = [*_sums(case, table)] if is_sound.all() else []
    yield from sums
    sound = only(table, is_sound)
    if sums or not len(sound) or is_mostly_impossible(case, sound):
        return
    rates = [*_rates(case, sound)]
    yield from rates
    told_of = {month for one in rates for month in one.rows.values("period")}
    yield from _long_spells(case, only(sound, ~sound.frame["period"].isin(told_of)), case.whole["sickness"])


def is_mostly_impossible(case: Case, table: SourceTable) -> bool:
    """Whether most of the rows with far too much sick leave have more than there is time for: another rule tells."""
    rate = sick_rate(table)
    impossible = int((rate > 100).sum())
    return impossible > 0 and 2 * impossible > int((rate > case.limit(RULE.code, "hogst_procent")).sum())


def _rates(case: Case, table: SourceTable) -> Iterator[Suspicion]:
    limit = {name: case.limit(RULE.code, name) for name in RULE.limits}
    frame = table.frame
    rate = sick_rate(table)
    usual = rate.groupby([frame["sex"], frame["age_group"]]).transform("median")
    is_group = frame["employees"] > case.params.rules.people.smallest_group_hidden
    is_large = frame["employees"] >= limit["stor_grupp"]
    high = (
        (is_group & (rate > limit["hogst_procent"])) | (rate > 100) | (is_large & (rate > limit["ganger_egen"] * usual))
    )
    # A large group without any sick leave, or with a fraction of its own.
    low = is_large & ((rate < limit["minst_procent"]) | (rate < usual / limit["ganger_egen"]))
    for kind, chosen in (("high", high), ("low", low)):
        if chosen.any():
            yield _unlikely(kind, only(table, chosen), rate[chosen], usual[chosen], limit)


def _unlikely(kind: str, rows: SourceTable, rate: pd.Series, usual: pd.Series, limit: dict[str, float]) -> Suspicion:
    own = f" Gruppens egna månader är i regel {span(usual)} procent." if len(rows) == 1 else ""
    ratio = float((rate / usual).median())
    remedy = "Rätta timmarna."
    if kind == "low":
        remedy = "Står sjukfrånvaron i dagar, eller saknas en del av den? Gör om uttaget med timmar."
    elif 8 <= ratio <= 12.5:
        remedy = "Har timmarna en siffra för mycket? Rätta dem."
    return Suspicion(
        kind,
        rows,
        "sick_hours",
        f"Sjukfrånvaron är {span(rate)} procent av arbetstiden {where(rows)}.{own}",
        _EXPECTED.format(least=spelled(limit["minst_procent"]), most=spelled(limit["hogst_procent"])),
        remedy,
        f"{span(rate)} %" if rate.max() <= 100 else "",
    )


def _long_spells(case: Case, table: SourceTable, whole: SourceTable) -> Iterator[Suspicion]:
    """Months in which the holder's share of long spells is far from all holders' usual one."""
    if (table.frame["long_sick_hours"] > table.frame["sick_hours"]).any():
        return
    times, large = case.limit(RULE.code, "ganger_egen"), case.limit(RULE.code, "stor_grupp")
    share = _long_share(table, large).droplevel("committee")
    usual = float(_long_share(whole, large).median())
    wrong = share[(share < usual / times) | (share > times * usual)]
    if usual and len(wrong):
        rows = table.where(period=list(wrong.index))
        yield Suspicion(
            "long",
            rows,
            "long_sick_hours",
            f"Andelen av sjukfrånvaron som är 60 dagar eller mer är {span(wrong)} procent i {months_of(rows)}. "
            f"Alla nämnders månader är i regel {spelled(round(usual, 1))} procent.",
            "Andelen väntas likna de andras.",
            "Står den långa sjukfrånvaron i dagar eller minuter? Gör om uttaget med timmar.",
            f"{span(wrong)} %",
        )


def _long_share(table: SourceTable, large: float) -> pd.Series:
    """Long spells in per cent of the sick leave, per committee and month with a large number of employees."""
    columns = ["employees", "sick_hours", "long_sick_hours"]
    months = table.frame.groupby(["committee", "period"])[columns].sum()
    months = months[(months["employees"] >= large) & (months["sick_hours"] > 0)]
    return 100 * months["long_sick_hours"] / months["sick_hours"]


def _sums(case: Case, table: SourceTable) -> Iterator[Suspicion]:
    months = by_month(table, ["employees", "sick_hours"])
    years = months.index.str[:4]
    found = [of_year for year in years.unique() if _is_summed(case, of_year := months[years == year])]
    if not found:
        return
    hours = found[0]["sick_hours"].to_numpy(dtype=np.float64)
    times = spelled(round(float(hours[-1] / hours[0]), 1))
    more = f" Det är så i {len(found)} år." if len(found) > 1 else ""
    yield Suspicion(
        "sums",
        table.where(period=list(pd.concat(found).index)),
        "sick_hours",
        f"Sjukfrånvarons timmar växer varje månad {found[0].index[0][:4]}, och är {times} gånger så många "
        "den sista som den "
        f"första.{more}",
        "Varje rad är månadens egna timmar, inte summan sedan januari.",
        "Gör om uttaget med månadens timmar.",
        f"{times} gånger",
    )


def _is_summed(case: Case, of_year: pd.DataFrame) -> bool:
    return of_year["employees"].min() >= case.limit(RULE.code, "stor_grupp") and accumulates(
        of_year["sick_hours"].to_numpy(dtype=np.float64),
        least=int(case.limit(RULE.code, "minst_manader")),
        share=case.limit(RULE.code, "andel_av_summan"),
    )


RULE = Rule(
    code="sjukfranvarons-niva",
    title="Sjukfrånvarons nivå",
    catches="Sjukfrånvaro med en siffra för mycket, i dagar eller summerad sedan januari: en andel av arbetstiden "
    "som är "
    "osannolik för gruppen eller avviker många gånger från gruppens egna månader.",
    check=check,
    needs=("sickness",),
    readers=("committee", "region"),
    limits=("hogst_procent", "minst_procent", "ganger_egen", "stor_grupp", "minst_manader", "andel_av_summan"),
    may_be_confirmed=True,
    about_people=True,
    example=(
        "Sjukfrånvaron är 51,2 procent av arbetstiden för kvinnor 30–49 år i april 2024. Gruppens egna "
        "månader är i regel 5 procent. Sjukfrånvaron väntas vara 0,5–25 procent av arbetstiden, och likna "
        "gruppens egna månader. Har timmarna en siffra för mycket? Rätta dem."
    ),
)
