"""The region's forecast and its two parts: whole texts, for the data that make them turn."""

from types import SimpleNamespace

import pytest

from followup.analysis.region.region_economy import TOTAL
from followup.ground.figure import Figure
from followup.ground.figure_table import FigureTable
from followup.ground.period import Period
from followup.params.loading import load_params
from followup.sections.region import forecasts
from tests.sentence_reports import text
from tests.tables import source_table


def figure(mnkr: float) -> Figure:
    return Figure(mnkr * 1e6)


def parts(own: tuple[float, float], others: tuple[float, float], previous: str = "2024-04") -> list[str]:
    """Each part's forecast deviation now, and before."""
    now, before = (tuple(map(figure, pair)) for pair in zip(own, others, strict=True))
    rows = [{"forecast_deviation": one, "forecast_change": one - other} for one, other in zip(now, before, strict=True)]
    total = {name: Figure.sum(row[name] for row in rows) for name in ("forecast_deviation", "forecast_change")}
    report = SimpleNamespace(
        economy_by_holder=FigureTable.of(dict(zip(("A", "B", TOTAL), (*rows, total), strict=True)), list(total)),
        reports={"A": None},
        net=total,
        forecast_parts=now,
        previous_occasion=previous,
    )
    return [text(one) for one in forecasts.parts(report).paragraphs]


SUM = (
    "I prognosen avviker hela regionens nettokostnad från budgeten med minus 98 miljoner kronor. Det är summan av "
    "avvikelsen i nämndernas prognos, minus 109,5 miljoner kronor, och avvikelsen för dem som inte lämnar någon egen "
    "rapport, plus 11,5 miljoner kronor."
)


@pytest.mark.parametrize(
    ("own", "others", "previous", "expected"),
    [
        # −109,5 + 103,0 = −6,5; 11,5 − 0,0
        (
            (-109.5, -103.0),
            (11.5, 0.0),
            "2024-04",
            [
                SUM,
                "Sedan april har nämndernas prognos försämrats med 6,5 miljoner kronor och de andras förbättrats med "
                "11,5 miljoner kronor.",
            ],
        ),
        (
            (-109.5, -109.5),
            (11.5, 13.5),
            "2024-04",
            [SUM, "Sedan april har nämndernas prognos inte ändrats och de andras försämrats med 2 miljoner kronor."],
        ),
        ((-109.5, 0.0), (11.5, 0.0), "", [SUM]),
        # −97,92 is shown as −97,9, and −109,5 + 11,5 as it stands is −98,0.
        (
            (-109.46, 0.0),
            (11.54, 0.0),
            "",
            [f"{SUM.replace('minus 98 miljoner', 'minus 97,9 miljoner').rstrip('.')}, räknat på oavrundade belopp."],
        ),
    ],
)
def test_the_parts_of_the_forecast_and_how_each_has_moved(own, others, previous, expected):
    assert parts(own, others, previous) == expected


def test_a_year_that_is_over_is_held_against_the_forecasts_of_the_whole_region():
    """As each report had them: never the committees' alone, which sum otherwise when more of them report."""
    own = {"2024-02": -4.0, "2024-08": -10.0, "2024-10": -9.0, "2024-12": -7.0}
    february = source_table("committee  forecast\nREV  -5000000")
    report = SimpleNamespace(
        period=Period(2024, 12),
        net={"deviation": figure(-5.0), "forecast_deviation": figure(-6.0)},
        forecast_occasion="2024-10",
        previous_occasion="2024-08",
        previous_forecast_deviation=figure(-8.0),
        forecast_path=FigureTable.of(
            {when: {"deviation": figure(value)} for when, value in own.items()}, ["deviation"]
        ),
        economy_by_holder=FigureTable.of(
            {
                "A": {"year_budget": figure(-90.0)},
                "REV": {"year_budget": figure(-6.0)},
                TOTAL: {"year_budget": figure(-96.0)},
            },
            ["year_budget"],
        ),
        reports={"A": None},
        sources=SimpleNamespace(
            earlier_tables={Period(2024, 2): february},
            holder_forecast=SimpleNamespace(workbook="2024/2024-12/REGION.xlsx"),
            is_example=False,
        ),
        params=load_params(),
    )
    table = forecasts.of_year(report)
    # −4 + (−5 + 6)
    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["Februari", "−3,0", "−5,0", "−2,0"],
        ["Augusti", "−8,0", "−5,0", "+3,0"],
        ["Oktober", "−6,0", "−5,0", "+1,0"],
    ]
    assert table.caption == "Regionens prognoser och utfallet 2024, avvikelse mot årsbudget"
    assert text([forecasts.picture(report).title]) == "Regionens prognos i oktober kom närmast, 1,0 mnkr från utfallet"
