"""The first page's count of indicators that reach their target: of which, and how old their values are."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from followup.analysis import indicators
from followup.document.blocks import Tile
from followup.ground.period import Period
from followup.params.params import Grade, Indicator
from followup.sections.committee import first_page
from tests.sentence_reports import text
from tests.tables import source_table

WORDS = {
    "meets": "Når målvärdet",
    "near": "Nära målvärdet",
    "misses": "Når inte målvärdet",
    "stale": "Inte aktuellt",
    "no_target": "Inget målvärde",
    "no_value": "Värde saknas",
}
SCALE = tuple(Grade(code=code, word=word, symbol="circle", tone="good") for code, word in WORDS.items())


def indicator(code: str, frequency: str, direction: str = "higher") -> Indicator:
    return Indicator(
        code=code, name=f"Mått {code}", definition="", unit="%", decimals=1, direction=direction, frequency=frequency,
        area="quality", source="Exempeldata", committees="all",
    )  # fmt: skip


def report(*chosen: Indicator, values: str, targets: str) -> SimpleNamespace:
    frame = indicators.assessed_indicators(
        chosen,
        source_table(f"indicator  period  value\n{values.strip()}"),
        source_table(f"indicator  target\n{targets.strip()}"),
        Period(2024, 4),
        near_percent=5.0,
        current_within_months={"month": 3, "year": 18},
    )
    return SimpleNamespace(
        period=Period(2024, 4),
        quality=frame,
        monthly_quality=indicators.measured_monthly(frame),
        scale=lambda _: SCALE,
    )


def shown(tile: Tile) -> list[str]:
    return [tile.label, tile.main.text, *(text(line) for line in tile.lines)]


MONTHLY, YEARLY, AIMLESS, NEUTRAL = (
    indicator("A", "month"),
    indicator("B", "year"),
    indicator("C", "year"),
    indicator("D", "month", "neutral"),
)
VALUES = """
A  2024-04  92
B  2023-12  10
C  2023-12  50
D  2024-04  50
"""
TARGETS = """
A  90
B  80
D  50
"""


def test_only_what_is_judged_is_counted_and_old_values_are_told_of():
    found = report(MONTHLY, YEARLY, AIMLESS, NEUTRAL, values=VALUES, targets=TARGETS)
    assert shown(first_page.quality_tile(found)) == [
        "Indikatorer som når målvärdet",
        "1 av 2",
        "Når inte målvärdet: 1",
        "Inget målvärde: 2",
        "Bedömda på värden från 2023: 1",
    ]


def test_a_monthly_report_counts_what_it_shows():
    found = report(MONTHLY, YEARLY, AIMLESS, values=VALUES, targets=TARGETS)
    assert shown(first_page.measures_tile(found)) == ["Verksamhetsmått som når målvärdet", "1 av 1"]


@pytest.mark.parametrize(
    ("chosen", "expected"),
    [
        ((), ["Indikatorer som når målvärdet", "–", "Nämnden har inga kvalitetsindikatorer"]),
        ((AIMLESS,), ["Indikatorer som når målvärdet", "–", "Inget målvärde: 1"]),
    ],
)
def test_nothing_to_count_is_a_dash(chosen, expected):
    assert shown(first_page.quality_tile(report(*chosen, values=VALUES, targets=TARGETS))) == expected


def test_nothing_that_is_measured_every_month_is_a_dash():
    found = report(YEARLY, values=VALUES, targets=TARGETS)
    assert shown(first_page.measures_tile(found)) == [
        "Verksamhetsmått som når målvärdet",
        "–",
        "Inget mäts varje månad",
    ]
