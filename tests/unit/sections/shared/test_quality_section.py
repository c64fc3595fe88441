"""Variation in words beside the grade: what has limits, what has too few values, and what is not current."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from followup.analysis import indicators, process_behaviour
from followup.document.blocks import Gallery, Text
from followup.ground.paths import PROJECT
from followup.ground.period import Period
from followup.params.loading import load_params
from followup.params.params import Indicator
from followup.sections.shared import quality
from tests.tables import source_table

PERIOD = Period(2024, 4)


def indicator(code: str, **changes) -> Indicator:
    one = Indicator(
        code=code, name=f"Mått {code}", definition="", unit="%", decimals=1, direction="higher", frequency="month",
        area="quality", source="Exempeldata", committees="all",
    )  # fmt: skip
    return one.model_copy(update=changes)


def months(code: str, values: list[float], last: tuple[int, int] = (2024, 4)) -> str:
    """Rows of consecutive months that end with `last`."""
    first = last[0] * 12 + last[1] - len(values)
    places = (divmod(first + step, 12) for step in range(len(values)))
    return "\n".join(
        f"{code}  {year}-{month + 1:02d}  {value}" for (year, month), value in zip(places, values, strict=True)
    )


@pytest.fixture(scope="module")
def params():
    return load_params(PROJECT / "params")


def report(params, chosen: list[Indicator], values: str, targets: str = "A  90"):
    """As much of a report as the section asks for."""
    table = source_table(f"indicator  period  value\n{values}")
    frame = indicators.assessed_indicators(
        chosen, table, source_table(f"indicator  target\n{targets}"), PERIOD,
        near_percent=params.rules.near_target_percent, current_within_months=params.rules.current_within_months,
    )  # fmt: skip

    def series(code: str) -> indicators.SeriesTable:
        return indicators.series(table, frame.row(code).fact("indicator", Indicator), PERIOD)

    return SimpleNamespace(
        quality=frame,
        behaviours=process_behaviour.behaviours(frame, series, params.rules.points_for_limits),
        period=PERIOD,
        params=params,
        sources=SimpleNamespace(indicator_values=table, is_example=True),
        scale=lambda name: params.scales[name],
        indicator_series=series,
    )


def rows(block) -> list[list[str]]:
    return [[cell.text.replace("\xa0", " ") for cell in row.cells] for row in block.rows]


VARYING = [85, 86, 84] * 5


def test_the_words_stand_beside_the_grade_with_the_limits(params):
    found = report(params, [indicator("A")], months("A", VARYING))
    # Mean 85; moving ranges 1, 2, 1 …: 19 in 14.
    assert rows(quality.variation(found)) == [
        ["Mått A (högt är bra)", "Når inte målvärdet", "Normal variation", "Sällan", "85,0 %", "81,4 %", "88,6 %"]
    ]


def test_too_few_values_are_said(params):
    found = report(params, [indicator("A")], months("A", VARYING[:11]))
    assert rows(quality.variation(found))[0][2:] == ["För få mätvärden", "–", "–", "–", "–"]


def test_what_is_not_current_is_not_judged(params):
    found = report(params, [indicator("A")], months("A", VARYING, last=(2024, 1)))
    assert rows(quality.variation(found))[0][1:4] == ["Inte aktuellt", "–", "–"]


def test_only_what_is_measured_every_month_has_variation(params):
    yearly = indicator("B", frequency="year")
    found = report(params, [indicator("A"), yearly], f"{months('A', VARYING)}\nB  2022-12  80\nB  2023-12  81")
    assert [row[0] for row in rows(quality.variation(found))] == ["Mått A (högt är bra)"]
    alone = report(params, [yearly], "B  2022-12  80\nB  2023-12  81")
    block = quality.variation(alone)
    assert isinstance(block, Text)
    assert block.paragraphs == (
        ["Ingen av nämndens indikatorer mäts varje månad, och variation räknas bara för sådana."],
    )


def test_the_note_says_the_rules(params):
    found = report(params, [indicator("A")], months("A", VARYING))
    assert quality.variation(found).notes == (
        "Gränserna räknas från och med 12 mätvärden: medelvärdet plus och minus 2,66 gånger den genomsnittliga "
        "skillnaden mellan två månader. Normal variation ryms mellan dem. Förbättring, försämring eller förändring är "
        "mer än så: ett värde utanför gränserna, sju värden i rad på samma sida om medelvärdet eller åt samma håll, "
        "eller två av tre nära samma gräns. Målvärdet nås stadigt när hela den normala variationen ligger på dess "
        "goda sida, sällan när den ligger på den andra, annars ibland. Gränserna bygger på hela serien: när de senaste "
        "värdena visar förbättring eller försämring säger de mindre om hur målvärdet nås framöver. Gränserna tar inte "
        "hänsyn till årstiden: ett mått som alltid är lågt eller högt på sommaren får vida gränser, och sommaren kan "
        "hamna utanför dem. Reglerna är de som NHS, den engelska hälso- och sjukvården, använder.",
    )


def test_a_series_with_limits_has_a_chart_with_limits_and_another_has_not(params):
    few = indicator("B")
    found = report(params, [indicator("A"), few], f"{months('A', VARYING)}\n{months('B', [80, 81])}")
    gallery = quality.trends(found)
    assert isinstance(gallery, Gallery)
    assert [chart.alt.split(" över ")[0] for chart in gallery.charts] == ["Litet styrdiagram", "Litet linjediagram"]
