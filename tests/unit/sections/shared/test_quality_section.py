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


def test_the_words_stand_with_the_limits(params):
    found = report(params, [indicator("A")], months("A", VARYING))
    block = quality.variation(found)
    # Mean 85; moving ranges 1, 2, 1 …: 19 in 14, which is 3.61 on each side.
    assert rows(block) == [
        ["Mått A (högt är bra)", "Normal variation", "Sällan", "0", "85,00 %", "81,39 %", "88,61 %", "februari 2023"]
    ]
    assert [column.label for column in block.columns][3] == "Nått av de 12 senaste"
    assert [cell.symbol for cell in block.rows[0].cells[1:3]] == ["common_cause", "fails"]


def test_too_few_values_are_said(params):
    found = report(params, [indicator("A")], months("A", VARYING[:11]))
    assert rows(quality.variation(found))[0][1:] == ["För få mätvärden", *["–"] * 5, "juni 2023"]


def test_what_is_not_current_is_not_judged(params):
    found = report(params, [indicator("A")], months("A", VARYING, last=(2024, 1)))
    assert rows(quality.variation(found))[0][1:4] == ["–", "–", "–"]


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


def test_the_notes_say_the_rules(params):
    found = report(params, [indicator("A")], months("A", VARYING))
    (signals,) = quality.variation(found).notes
    limits, nhs = quality.definitions(found).notes
    assert signals.startswith(
        "Normal variation ryms mellan gränserna. Förbättring, försämring eller förändring är mer än så: ett värde "
        "utanför dem, sju värden i rad på samma sida om medelvärdet eller åt samma håll, eller minst två av tre i rad "
        "i den yttre tredjedelen mot samma gräns men innanför den. När gränserna har räknats om är de första värdena "
        "på väg till den nya nivån: så länge de ligger mellan det gamla medelvärdet och det nya jämförs de bara med "
        "varandra."
    )
    assert "Målvärdet nås stadigt när båda gränserna och alla de sex senaste värdena når det" in signals
    assert "medelvärdet plus och minus 2,66 gånger den genomsnittliga skillnaden mellan ett värde och nästa" in limits
    assert "med mer än 3,267 gånger den genomsnittliga skillnaden i hela serien" in limits
    assert "Gränserna räknas om från det första av 12 värden i rad" in limits
    few = report(params, [indicator("A")], months("A", VARYING[:11]))
    assert quality.definitions(few).notes == ()
    assert nhs.startswith(
        "Reglerna och symbolerna för variation är de som NHS England, den engelska sjukvårdens ledning, använder"
    )


def test_a_series_with_limits_has_a_chart_with_limits_and_another_has_not(params):
    few = indicator("B")
    found = report(params, [indicator("A"), few], f"{months('A', VARYING)}\n{months('B', [80, 81])}")
    gallery = quality.trends(found)
    assert isinstance(gallery, Gallery)
    assert [chart.alt.split(" över ")[0] for chart in gallery.charts] == ["Litet styrdiagram", "Litet linjediagram"]
