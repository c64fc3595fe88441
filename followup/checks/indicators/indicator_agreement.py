"""Indicators beside each other: one value in two committees' rows, and two indicators under each other's code."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from typing import TYPE_CHECKING

import numpy as np

from followup.checks.common.indicator_words import SAME, months_of, named, series_of, shown
from followup.checks.common.rule import Rule
from followup.checks.common.suspicions import Suspicion, answered_for, only, told
from followup.checks.common.table_problems import at
from followup.ground.wording import listed

if TYPE_CHECKING:
    from followup.checks.common.case import Case
    from followup.ground.errors import Problem
    from followup.workbooks.source_table import SourceTable

CODE = "indikatorer-mot-varandra"
# Indicators of this source are the whole region's, whichever committee answers for them.
_OF_THE_REGION = "Kolada"


def check(case: Case) -> Iterator[Problem]:
    """An error for a value that another committee has otherwise, and for two that have changed places."""
    for code, table in answered_for(case, "indicator_values").items():
        yield from _others(case, code, table)
    yield from told(case, "indicator_values", lambda rows: _swapped(case, rows))


def _others(case: Case, code: str, table: SourceTable) -> Iterator[Problem]:
    """The value of one and the same measure, in a committee's own rows and in another's."""
    key = ["indicator", "period"]
    everybody = case.whole["indicator_values"].frame[["committee", *key, "value"]].dropna(subset=["value"])
    others = everybody[everybody["committee"] != code].drop_duplicates(key)
    rows = table.frame[table.frame["period"] <= str(case.period)]
    both = rows.reset_index(names="row").merge(others, on=key, suffixes=("", "_there"))
    of_region = both["indicator"].map(lambda name: _is_of_the_region(case, str(name))).astype(bool)
    differ = both[of_region & ((both["value"] - both["value_there"]).abs() > SAME)]
    for indicator_code, found in differ.groupby("indicator", sort=False):
        indicator = case.params.indicators[str(indicator_code)]
        last = found.iloc[-1]
        stray = only(table, table.frame.index.isin(found["row"]))
        yield at(
            stray,
            "value",
            f"{named(indicator)} är {shown(last['value'], indicator)} för {code} i {months_of(stray)}, men "
            f"{shown(last['value_there'], indicator)} för {last['committee_there']}.",
            f"Indikatorn är hämtad ur {_OF_THE_REGION} och gäller hela regionen: värdet är detsamma för alla.",
            "Rätta det värde som är fel.",
            value=shown(last["value"], indicator),
        )


def _is_of_the_region(case: Case, code: str) -> bool:
    indicator = case.params.indicators.get(code)
    return indicator is not None and indicator.source.startswith(_OF_THE_REGION)


def _swapped(case: Case, table: SourceTable) -> Iterator[Suspicion]:
    """Two latest values, each unlike its own series and within the other's."""
    series = [
        (indicator, rows)
        for indicator, rows in series_of(case, table)
        if len(rows) > case.limit(CODE, "minst_varden") and rows.values("period")[-1] == str(case.period)
    ]
    for (one, mine), (other, theirs) in combinations(series, 2):
        first, second = (rows.frame["value"].to_numpy(dtype=np.float64) for rows in (mine, theirs))
        if not (_fits(first[-1], second[:-1]) and _fits(second[-1], first[:-1])):
            continue
        # Both a little outside their own, or one of them far.
        if any(
            all(not _fits(values[-1], values[:-1], case.limit(CODE, "vidd")) for values in (first, second))
            or not _fits(values[-1], values[:-1], case.limit(CODE, "langt_utanfor"))
            for values in (first, second)
        ):
            rows = only(table, table.frame.index.isin([mine.frame.index[-1], theirs.frame.index[-1]]))
            values = listed([shown(first[-1], one), shown(second[-1], other)])
            yield Suspicion(
                "swapped",
                rows,
                "value",
                f"{named(one)} och {named(other)} är {values} i {months_of(rows)}. De är olika sina egna tidigare "
                "värden, men lika den andras.",
                "Ett värde väntas likna indikatorns egna.",
                "Har två värden bytt plats? Rätta dem.",
                values,
            )


def _fits(value: float, values: np.ndarray, margin: float = 0.0) -> bool:
    """Whether a value is among the others, or so large a part of their range outside."""
    least, largest = float(values.min()), float(values.max())
    wide = margin * (largest - least)
    return least - wide <= value <= largest + wide


RULE = Rule(
    code=CODE,
    title="Indikatorer mot varandra",
    catches="En indikator ur Kolada som har ett värde hos en nämnd och ett annat hos en annan, och två indikatorers "
    "värden som har bytt plats.",
    check=check,
    needs=("indicator_values",),
    readers=("committee", "region"),
    limits=("minst_varden", "vidd", "langt_utanfor"),
    may_be_confirmed=True,
    example=(
        "”Närvaro vid naturbruksgymnasierna” och ”Elevveckor vid folkhögskolorna” är 81,5 % och 90 i april 2024. De är "
        "olika sina egna tidigare värden, men lika den andras. Ett värde väntas likna indikatorns egna. Har två värden "
        "bytt plats? Rätta dem."
    ),
)
