"""When indicators were measured: after the report's period, far from their own series, or not since the last report.

A workbook that was copied from the period before has nothing of the months that have passed since.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from followup.checks.common.indicator_words import months_of
from followup.checks.common.rule import Rule
from followup.checks.common.suspicions import Suspicion, only, told
from followup.checks.common.table_problems import month_names
from followup.ground.errors import Problem
from followup.ground.period import Period
from followup.ground.wording import listed, quoted
from followup.workbooks.source_table import SourceTable

if TYPE_CHECKING:
    from followup.checks.common.case import Case

_TERTIALS = ("04", "08", "12")
# The share of a series from which another month is a habit and no slip.
_FEW = 0.34


def check(case: Case) -> Iterator[Problem]:
    """An error for values after the period, for stray years, and for monthly indicators without any newer month."""
    yield from told(case, "indicator_values", lambda rows: _found(case, rows))


def _found(case: Case, table: SourceTable) -> Iterator[Suspicion]:
    monthly = table.where(indicator=[one.code for one in case.params.indicators.values() if one.frequency == "month"])
    seldom = table.where(indicator=[one.code for one in case.params.indicators.values() if one.frequency != "month"])
    yield from _later(case, monthly, str(case.period))
    # A yearly value is dated to the December of its year, and may be known before it.
    yield from _later(case, seldom, f"{case.period.year}-12")
    yield from _stray(case, table)
    yield from _other_month(case, seldom)
    yield from _nothing_new(case, monthly)


def _later(case: Case, table: SourceTable, last: str) -> Iterator[Suspicion]:
    rows = only(table, (table.frame["period"] > last) & table.frame["value"].notna())
    if len(rows):
        names = listed(map(quoted, rows.values("indicator")), most=3)
        yield Suspicion(
            "later",
            rows,
            "period",
            f"Värden för {names} är daterade {months_of(rows)}, efter rapportens period {case.period}.",
            "Det som mäts senare än perioden visas inte i rapporten.",
            "Rätta mätperioden. Är arbetsboken gjord för en senare period: lämna en som slutar med rapportens.",
            months_of(rows),
        )


def _other_month(case: Case, table: SourceTable) -> Iterator[Suspicion]:
    """A value of an indicator that is measured seldom, in a month in which its other values are not."""
    for code in table.values("indicator"):
        # A cell that could not be read as a month is told where it stands, and is no month.
        known = table.frame["period"].notna() & table.frame["value"].notna()
        rows = only(table, (table.frame["indicator"] == code) & known)
        months = rows.frame["period"].str[5:7]
        usual = set(_TERTIALS) if case.params.indicators[code].frequency == "tertial" else set(months.mode())
        odd = ~months.isin(usual)
        # One other value is no habit.
        if len(usual) == 2 or not odd.any() or (~odd).sum() < 2 or odd.mean() > _FEW:
            continue
        stray = only(rows, odd)
        yield Suspicion(
            "month",
            stray,
            "period",
            f"{quoted(case.params.indicators[code].name)} har ett värde för {months_of(stray)}, men alla andra för "
            f"{month_names(sorted({int(month) for month in months[~odd]}))}.",
            "Det som mäts en gång om året eller tertialet dateras till samma månad varje gång.",
            "Rätta mätperioden: ett årsvärde har årets december, även om det blev känt senare.",
            months_of(stray),
        )


def _stray(case: Case, table: SourceTable) -> Iterator[Suspicion]:
    """A first value long before the next: the year is mistyped."""
    limit = case.limit(RULE.code, "manader_till_nasta")
    for indicator in table.values("indicator"):
        rows = table.where(indicator=indicator)
        periods = sorted(map(Period.parse, rows.values("period")))
        if len(periods) > 1 and periods[1].months_since(periods[0]) > limit:
            stray = rows.where(period=periods[0])
            yield Suspicion(
                "stray",
                stray,
                "period",
                f"{quoted(indicator)} har ett värde från {months_of(stray)}, men nästa är från {periods[1].month_name} "
                f"{periods[1].year}.",
                "En indikators värden väntas följa på varandra.",
                "Rätta året i mätperioden.",
                months_of(stray),
            )


def _nothing_new(case: Case, monthly: SourceTable) -> Iterator[Suspicion]:
    """No monthly indicator has a row after the period before; one that is late has a row with an empty value."""
    before = case.subject.before
    if before is None:
        return
    latest = max(monthly.values("period"), default="")
    series = monthly.values("indicator")
    if not latest or latest > str(before) or case.period.months_since(Period.parse(latest)) > 12:
        return
    yield Suspicion(
        "nothing new",
        monthly.where(period=latest),
        "period",
        f"Ingen av de {len(series)} indikatorer som mäts varje månad har någon rad efter "
        f"{months_of(monthly.where(period=latest))}."
        if len(series) > 1
        else f"{quoted(series[0])} mäts varje månad, men har ingen rad efter "
        f"{months_of(monthly.where(period=latest))}.",
        f"Rapporten gäller {case.period}, och den förra gällde {before}.",
        "Är arbetsboken en kopia av den förra periodens? Lägg till de nya månadernas värden; lämna cellen "
        "för ett värde "
        "som ännu inte finns tom.",
        months_of(monthly.where(period=latest)),
    )


RULE = Rule(
    code="indikatorernas-perioder",
    title="När indikatorerna är mätta",
    catches=(
        "Värden efter rapportens period, ett felskrivet år, ett årsvärde i en annan månad än de andra, och en "
        "arbetsbok som är kopierad från den förra perioden."
    ),
    check=check,
    needs=("indicator_values",),
    readers=("committee", "region"),
    limits=("manader_till_nasta",),
    may_be_confirmed=True,
    example=(
        "Ingen av de 2 indikatorer som mäts varje månad har någon rad efter februari 2024. Rapporten gäller "
        "2024-04, och den förra gällde 2024-02. Är arbetsboken en kopia av den förra periodens? Lägg till de "
        "nya månadernas värden; lämna cellen för ett värde som ännu inte finns tom."
    ),
)
