"""Values of an indicator that do not belong with the rest of its own series, and sums where months are meant."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import numpy as np

from followup.checks.common.indicator_words import months_of, named, series_of, shown, span
from followup.checks.common.rule import Rule
from followup.checks.common.series import accumulates, odd_ones, whole_factor
from followup.checks.common.suspicions import Suspicion, number_of_rows, only, told
from followup.ground.errors import Problem
from followup.ground.period import Period
from followup.ground.wording import spelled
from followup.workbooks.source_table import SourceTable

if TYPE_CHECKING:
    from followup.checks.common.case import Case
    from followup.params.params import Indicator


def check(case: Case) -> Iterator[Problem]:
    """An error for each indicator with odd values, counts with decimals, or a year's months that are sums."""
    yield from told(case, "indicator_values", lambda rows: _found(case, rows))


def _found(case: Case, table: SourceTable) -> Iterator[Suspicion]:
    for indicator, rows in series_of(case, table):
        odd = [*_odd(case, indicator, rows)]
        # A number in thousands has decimals, and is told as what it is.
        yield from odd or _parts_of_a_whole_number(indicator, rows)
        sums = [*_sums(case, indicator, rows)]
        yield from sums
        if not odd and not sums:
            yield from _last_is_a_sum(case, indicator, rows)


def doubtful(case: Case, table: SourceTable) -> set[str]:
    """The indicators that this rule tells of."""
    return {code for one in _found(case, table) for code in one.rows.values("indicator")}


def _odd(case: Case, indicator: Indicator, rows: SourceTable) -> Iterator[Suspicion]:
    values = rows.frame["value"].to_numpy(dtype=np.float64)
    names = {"sigmas": "spridningar", "factor": "faktor", "floor": "minsta_spridning"}
    limits = {argument: case.limit(RULE.code, name) for argument, name in names.items()}
    odd = odd_ones(values, least=int(case.limit(RULE.code, "minst_varden")), **limits)
    if not odd.any():
        return
    least, largest = indicator.range
    # What is outside the range is told as impossible.
    odd &= (values >= least) & (values <= largest)
    if not odd.any():
        return
    wrong, usual = values[odd].tolist(), values[~odd]
    median = float(np.median(usual))
    chosen = only(rows, odd)
    where = f"{months_of(chosen)}" if len(wrong) == 1 else f"{number_of_rows(len(wrong))} ({months_of(chosen)})"
    yield Suspicion(
        "odd",
        chosen,
        "value",
        f"{named(indicator)} är {span(wrong, indicator)} i {where}, men indikatorns övriga "
        f"{spelled(len(usual))} värden "
        f"är {span(usual.tolist(), indicator)}.",
        "Ett värde väntas likna indikatorns egna.",
        _remedy(wrong[0], median, indicator),
        span(wrong, indicator),
    )


def _remedy(value: float, median: float, indicator: Indicator) -> str:
    factor = whole_factor(value, median)
    if not value:
        return "Är 0 ett värde som saknas? Låt cellen vara tom."
    if factor is None or factor == 1:
        return "Rätta värdet."
    return f"Står värdet i en annan enhet? Är {shown(value / factor, indicator)} rätt: skriv det."


def _parts_of_a_whole_number(indicator: Indicator, rows: SourceTable) -> Iterator[Suspicion]:
    if indicator.unit != "antal" or indicator.decimals:
        return
    values = rows.frame["value"].to_numpy(dtype=np.float64)
    broken = values != np.round(values)
    if broken.any():
        first = float(values[broken][0])
        yield Suspicion(
            "decimals",
            only(rows, broken),
            "value",
            f"{named(indicator)} är {spelled(first)} {indicator.unit}"
            + (f", och har decimaler i {number_of_rows(int(broken.sum()))}." if broken.sum() > 1 else "."),
            "Indikatorn räknar hela, och dess decimals är 0 i params/indicators.yml.",
            "Är det ett annat slags tal, till exempel tusental? Skriv det antal som indikatorn mäter.",
            f"{spelled(first)} {indicator.unit}",
        )


def _sums(case: Case, indicator: Indicator, rows: SourceTable) -> Iterator[Suspicion]:
    if indicator.frequency != "month" or indicator.unit not in ("antal", "tusental"):
        return
    years = rows.frame["period"].str[:4]
    found = [of_year for year in years.unique() if _is_summed(case, of_year := only(rows, years == year))]
    if not found:
        return
    values = found[0].frame["value"].tolist()
    year = found[0].values("period")[0][:4]
    last = Period.parse(found[0].values("period")[-1]).month_name
    more = f" Det är så i {len(found)} år." if len(found) > 1 else ""
    yield Suspicion(
        "sums",
        only(rows, years.isin([one.values("period")[0][:4] for one in found])),
        "value",
        f"{named(indicator)} växer varje månad {year}, från {shown(values[0], indicator)} i januari till "
        f"{shown(values[-1], indicator)} i {last}.{more}",
        "Varje rad är månadens eget antal, inte summan sedan januari.",
        "Ange månadens antal i varje rad.",
        shown(values[-1], indicator),
    )


def _last_is_a_sum(case: Case, indicator: Indicator, rows: SourceTable) -> Iterator[Suspicion]:
    """A latest month above all others that would be like them without the month before, or the year's months before."""
    if indicator.frequency != "month" or indicator.unit not in ("antal", "tusental"):
        return
    values = rows.frame["value"].to_numpy(dtype=np.float64)
    if len(values) <= case.limit(RULE.code, "minst_varden"):
        return
    last, before = float(values[-1]), values[:-1]
    if last < case.limit(RULE.code, "sista_manaden") * before.max():
        return
    is_last = np.arange(len(values)) == len(values) - 1
    year = rows.frame["period"].str[:4].to_numpy()
    so_far = before[year[:-1] == year[-1]]
    for earlier, of in ((so_far, "årets månader"), (before[-1:], "de två senaste månaderna")):
        if len(earlier) and before.min() <= last - earlier.sum() <= before.max():
            yield Suspicion(
                "sum",
                only(rows, is_last),
                "value",
                f"{named(indicator)} är {shown(last, indicator)} i {months_of(only(rows, is_last))}, men högst "
                f"{shown(float(before.max()), indicator)} i en annan månad. Det ser ut som summan av {of}.",
                "Varje rad är månadens eget antal, inte summan sedan januari.",
                f"Är {shown(last - float(earlier.sum()), indicator)} rätt: skriv det.",
                shown(last, indicator),
            )
            return


def _is_summed(case: Case, of_year: SourceTable) -> bool:
    months = [int(period[5:]) for period in of_year.values("period")]
    return months == list(range(1, len(months) + 1)) and accumulates(
        of_year.frame["value"].tolist(),
        least=int(case.limit(RULE.code, "minst_varden")),
        share=case.limit(RULE.code, "andel_av_summan"),
    )


RULE = Rule(
    code="indikatorns-serie",
    title="Indikatorernas egna serier",
    catches="Ett värde i en annan enhet än seriens övriga (0,896 bland 80–90 procent, tusental bland antal), en "
    "nolla för "
    "ett värde som saknas, ett antal med decimaler, och månader som är summor sedan januari.",
    check=check,
    needs=("indicator_values",),
    readers=("committee", "region"),
    limits=("spridningar", "faktor", "minsta_spridning", "minst_varden", "andel_av_summan", "sista_manaden"),
    may_be_confirmed=True,
    example=(
        "”Närvaro vid naturbruksgymnasierna” är 0,9 % i april 2024, men indikatorns övriga 9 värden är "
        "87,6–90,1 %. Ett värde väntas likna indikatorns egna. Står värdet i en annan enhet? Är 89,6 % rätt: "
        "skriv det."
    ),
)
