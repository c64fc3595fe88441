"""The yearly staff measures: years that are not over, the whole against women and men, and who can have answered."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from followup.checks.common.indicator_words import named, shown, span
from followup.checks.common.rule import Rule
from followup.checks.common.series import odd_ones
from followup.checks.common.suspicions import Suspicion, number_of_rows, only, told
from followup.ground.errors import Problem
from followup.ground.wording import spelled
from followup.workbooks.source_table import SourceTable

if TYPE_CHECKING:
    from followup.checks.common.case import Case
    from followup.params.params import Indicator


def check(case: Case) -> Iterator[Problem]:
    """An error for each of these, and for values that do not belong with the measure's others."""
    yield from told(case, "yearly", lambda rows: _found(case, rows))


def _found(case: Case, table: SourceTable) -> Iterator[Suspicion]:
    later = only(table, (table.frame["year"] > case.period.year) & table.frame["value"].notna())
    if len(later):
        yield Suspicion(
            "later",
            later,
            "year",
            f"Värden är daterade år {int(later.frame['year'].max())}, efter rapportens period {case.period}.",
            "Ett år som inte har börjat kan inte vara mätt.",
            "Rätta året.",
        )
    yield from _answering(case, table)
    changed = [*_revised(case, table)]
    yield from changed
    revised = {code for one in changed for code in one.rows.values("indicator")}
    for code in table.values("indicator"):
        if indicator := case.params.indicators.get(code):
            yield from _whole(indicator, table.where(indicator=code))
            if code not in revised:
                yield from _odd(case, indicator, table)


def _whole(indicator: Indicator, table: SourceTable) -> Iterator[Suspicion]:
    """The value of all outside those of women and men, and fewer in all than the two together."""
    if not {"all", "women", "men"} <= set(table.values("sex")):
        return
    for year in table.values("year"):
        of_year = table.where(year=year)
        rows = {sex: of_year.where(sex=sex) for sex in ("all", "women", "men")}
        if any(len(row) != 1 for row in rows.values()):
            continue
        value, asked = _known(rows, "value"), _known(rows, "respondents")
        if asked and asked["women"] + asked["men"] > asked["all"]:
            yield Suspicion(
                "sum",
                rows["all"],
                "respondents",
                f"Alla är färre än kvinnor och män tillsammans för {named(indicator)} år {int(year)}.",
                "Alla är minst så många som kvinnor och män.",
                "Rätta antalet.",
            )
        if not value:
            continue
        # Each is rounded by itself.
        rounding = 10.0**-indicator.decimals
        least, largest = (pick(value["women"], value["men"]) for pick in (min, max))
        if not least - rounding <= value["all"] <= largest + rounding:
            yield Suspicion(
                "whole",
                rows["all"],
                "value",
                f"{named(indicator)} är {shown(value['all'], indicator)} för alla år {int(year)}, men "
                f"{shown(value['women'], indicator)} för kvinnor och {shown(value['men'], indicator)} för män.",
                "Värdet för alla ligger mellan kvinnors och mäns.",
                "Rätta det värde som är fel.",
            )


def _known(rows: dict[str, SourceTable], column: str) -> dict[str, float]:
    """The figure of each, or nothing where one of them is missing."""
    figures = {sex: row.figure(column).value for sex, row in rows.items()}
    known = {sex: value for sex, value in figures.items() if value is not None}
    return known if len(known) == len(rows) else {}


def _answering(case: Case, table: SourceTable) -> Iterator[Suspicion]:
    """More respondents than employees, the most of any month."""
    sickness = case.whole.get("sickness")
    if sickness is None:
        return
    own = sickness.where(committee=table.values("committee")).frame
    limit = 1 + case.limit(RULE.code, "fler_an_anstallda_procent") / 100
    most = {
        sex: float(staff.groupby("period")["employees"].sum().max()) if len(staff) else 0.0
        for sex, staff in {"all": own, **dict(iter(own.groupby("sex")))}.items()
    }
    staffed = table.frame["sex"].map(most).fillna(0.0).astype(float)
    asked = table.frame["respondents"]
    wrong = (staffed > 0) & (asked > limit * staffed) & (asked > staffed + 5)
    if wrong.any():
        percent = f"{spelled(round(float((100 * asked / staffed.where(staffed > 0))[wrong].max())))} procent"
        yield Suspicion(
            "answering",
            only(table, wrong),
            "respondents",
            f"De svarande eller anställda är upp till {percent} av de anställda i bladet Sjukfrånvaro, i "
            f"{number_of_rows(int(wrong.sum()))}.",
            "Fler kan inte ha svarat än som är anställda.",
            "Rätta antalet.",
            percent,
        )


def _revised(case: Case, table: SourceTable) -> Iterator[Suspicion]:
    """Values that the period before had as others, by a factor: a column in another unit."""
    period = case.subject.before
    before = None if period is None else case.everybodys(period, "yearly")
    if before is None:
        return
    key, limit = ["year", "committee", "indicator", "sex"], case.limit(RULE.code, "faktor")
    earlier = before.frame.drop_duplicates(key).set_index(key)["value"]
    known = pd.Series(earlier.reindex(table.frame.set_index(key).index).to_numpy(dtype=float), table.frame.index)
    value = table.frame["value"]
    wrong = (known > 0) & (value > 0) & ((value >= limit * known) | (value <= known / limit))
    for code in dict.fromkeys(table.frame["indicator"][wrong].dropna()):
        if code not in case.params.indicators:
            continue
        indicator = case.params.indicators[code]
        # What is outside the range is told as impossible.
        rows = only(table, wrong & (table.frame["indicator"] == code) & value.between(*indicator.range))
        if not len(rows):
            continue
        first = rows.frame.index[0]
        change = f"{shown(known[first], indicator)} har blivit {shown(value[first], indicator)}"
        yield Suspicion(
            f"revised {code}",
            rows,
            "value",
            f"{named(indicator)} har ändrats i {number_of_rows(len(rows))} sedan den förra periodens "
            f"arbetsbok: {change}.",
            "Värden som redan har redovisats väntas vara desamma.",
            "Har kolumnen fått en annan enhet? Skriv värdena som förut.",
            change,
        )


def _odd(case: Case, indicator: Indicator, table: SourceTable) -> Iterator[Suspicion]:
    """Values of a measure that do not belong with all holders' values of all years: few surveys make a series."""
    everybody = case.whole["yearly"].where(indicator=indicator.code)
    values = everybody.frame["value"].dropna()
    limits = {name: case.limit(RULE.code, name) for name in ("spridningar", "faktor", "minsta_spridning")}
    odd = odd_ones(
        values.to_numpy(),
        sigmas=limits["spridningar"],
        factor=limits["faktor"],
        floor=limits["minsta_spridning"],
        least=int(case.limit(RULE.code, "minst_varden")),
    )
    least, largest = indicator.range
    wrong = values[odd & ((values >= least) & (values <= largest)).to_numpy()]
    rows = only(table, table.frame.index.isin(wrong.index))
    if len(rows):
        found = rows.frame["value"].tolist()
        usual = values[~odd].tolist()
        yield Suspicion(
            f"odd {indicator.code}",
            rows,
            "value",
            f"{named(indicator)} är {span(found, indicator)}, men nämndernas övriga {spelled(len(usual))} värden är "
            f"{span(usual, indicator)}.",
            "Ett värde väntas likna de andras.",
            "Står värdet i en annan enhet? Rätta det. Är 0 ett värde som saknas? Låt cellen vara tom."
            if np.isclose(found, 0).any()
            else "Står värdet i en annan enhet? Rätta det.",
            span(found, indicator),
        )


RULE = Rule(
    code="arliga-matt",
    title="De årliga personalmåtten",
    catches="Ett år som inte har börjat, ett värde för alla som inte ligger mellan kvinnors och mäns, fler svarande än "
    "anställda, och ett index i en annan skala än de andra nämndernas.",
    check=check,
    needs=("yearly",),
    readers=("committee", "region"),
    limits=("fler_an_anstallda_procent", "spridningar", "faktor", "minsta_spridning", "minst_varden"),
    may_be_confirmed=True,
    about_people=True,
    example=(
        "”HME-index” är 8, men nämndernas övriga 5 värden är 77–79. Ett värde väntas likna de andras. Står "
        "värdet i en annan enhet? Rätta det."
    ),
)
