"""The region's economy by hand: what is summed, what is missing, and the difference to a printed total."""

from __future__ import annotations

import pytest
from tables import source_table

from followup.analysis import economy
from followup.analysis.economy import COLUMNS
from followup.analysis.region import region_economy
from followup.ground.figure import Figure
from followup.ground.figure_table import FigureTable
from followup.ground.period import Period
from tests.figure_tables import table_of

LEDGER = source_table(
    """
    period   committee  account_class       outcome  budget  previous_year
    2024-01  REV        Personalkostnader   -110     -100    -95
    2024-02  REV        Personalkostnader   -120     -100    -95
    2024-03  REV        Personalkostnader   .        -100    -95
    2024-01  RHF        Intäkter            500      400     450
    2024-02  RHF        Intäkter            300      400     450
    2024-03  RHF        Intäkter            .        400     450
    """
)
FORECASTS = source_table(
    """
    committee  forecast  previous_forecast
    REV        -320      -310
    """
)


@pytest.fixture(autouse=True)
def amounts_are_of_few_kronor(monkeypatch):
    """The growth of small amounts has a rule of its own, which these sums are no test of."""
    monkeypatch.setattr(economy, "LEAST_BASE", 0)


def row(**kronor: float | None) -> dict[str, Figure]:
    """The ten figures of a holder; those that are not given are 0."""
    return {name: Figure(kronor.get(name, 0.0)) for name in COLUMNS}


def values(frame: FigureTable[str], column: str) -> dict[str, float | None]:
    return {str(name): figure.value for name, figure in frame.column(column).items()}


def test_a_holder_without_a_report_comes_from_the_ledger_and_the_regions_workbook():
    found = region_economy.holder_row(LEDGER, FORECASTS, "REV", "Revision", Period(2024, 2), first=False)
    assert {name: figure.value for name, figure in found.items() if name != "change"} == {
        "outcome": -230,
        "budget": -200,
        "deviation": -30,
        "previous_year": -190,
        "year_budget": -300,
        "forecast": -320,
        "forecast_deviation": -20,
        "previous_forecast": -310,
        "forecast_change": -10,
    }
    assert round(found["change"].value, 2) == 21.05
    assert [cells.address for cells in found["forecast"].origin] == ["B5"]


def test_a_holder_without_a_forecast_makes_the_regions_forecast_missing_and_is_named():
    missing = region_economy.holder_row(LEDGER, FORECASTS, "RHF", "Fastigheter", Period(2024, 2), first=False)
    assert missing["deviation"].value == 0
    assert missing["forecast"].why == "prognos saknas för Fastigheter"
    region = region_economy.by_holder({"RHF": missing, "DNHS": row(forecast=-5.0)})
    assert region["REGION", "forecast"].why == "prognos saknas för Fastigheter"
    assert region["REGION", "outcome"].value == 800


def test_the_region_is_the_sum_of_unrounded_parts_and_its_change_is_worked_out_anew():
    region = region_economy.by_holder(
        {
            "DNHS": row(deviation=-0.3, outcome=-150.0, previous_year=-100.0, change=50.0),
            "DNKS": row(deviation=0.1, outcome=-60.0, previous_year=-100.0, change=-40.0),
        }
    )
    assert list(region.names) == ["DNHS", "DNKS", "REGION"]
    assert round(region["REGION", "deviation"].value, 10) == -0.2
    assert region["REGION", "change"].value == 5.0


def test_the_whole_ledger_by_account_class():
    frame = region_economy.by_account_class(LEDGER, Period(2024, 2))
    assert list(frame.columns) == ["outcome", "budget", "deviation", "previous_year", "change", "year_budget"]
    assert values(frame, "outcome") == {"Personalkostnader": -230, "Intäkter": 800, "REGION": 570}
    assert values(frame, "year_budget") == {"Personalkostnader": -300, "Intäkter": 1200, "REGION": 900}


def test_deficits_are_those_that_a_reader_sees_the_largest_first():
    region = region_economy.by_holder(
        {
            "A": row(deviation=-1_000_000.0, forecast_deviation=2_000_000.0),
            "B": row(deviation=500_000.0, forecast_deviation=-9_000_000.0),
            "C": row(deviation=-49_999.0, forecast_deviation=0.0),
            "D": row(deviation=3_000_000.0, forecast_deviation=1_000_000.0),
            "E": row(deviation=-50_000.0, forecast_deviation=-1_000_000.0),
        }
    )
    assert list(region_economy.in_deficit(region, "deviation").names) == ["A", "E"]
    assert list(region_economy.in_deficit(region, "forecast_deviation").names) == ["B", "E"]


def measures(**effects: float) -> FigureTable[str]:
    rows = {name: {"decision": name.split("_")[0], "effect": Figure(value)} for name, value in effects.items()}
    return table_of(rows)


def test_what_proposed_measures_leave_of_a_forecast():
    frame = region_economy.with_measures(
        {"DNHS": Figure(-120.0), "DNKT": Figure(-20.0)},
        {"DNHS": measures(decided_a=28.0, proposed_a=13.0, proposed_b=8.0), "DNKT": measures(decided_a=10.5)},
    )
    assert values(frame, "decided") == {"DNHS": 28.0, "DNKT": 10.5}
    assert values(frame, "proposed") == {"DNHS": 21.0, "DNKT": None}
    assert values(frame, "gap") == {"DNHS": -99.0, "DNKT": -20.0}


def together(**committees: tuple[float, dict[str, float | None]]) -> dict[str, float | None]:
    """Forecasts with the effects of measures by decision, and what they sum to, in mnkr. Half the deficit is so far."""
    columns = ["decision", "effect"]
    own = {
        code: table_of({name: {"decision": name, "effect": mnkr(effect)} for name, effect in effects.items()}, columns)
        for code, (_, effects) in committees.items()
    }
    forecasts = {code: mnkr(forecast) for code, (forecast, _) in committees.items()}
    deficits = {
        code: {"deviation": mnkr(forecast / 2), "forecast_deviation": mnkr(forecast)}
        for code, (forecast, _) in committees.items()
    }
    sums = region_economy.together(table_of(deficits), region_economy.with_measures(forecasts, own), own)
    return {name: None if figure.value is None else figure.value / 1e6 for name, figure in sums.items()}


def mnkr(value: float | None) -> Figure:
    return Figure.missing() if value is None else Figure(value * 1e6)


def test_deficits_of_those_who_report_are_summed_with_what_is_left_of_them():
    # Who has no such measures adds none, and what C proposes too much of covers no other's deficit: −99 − 20.
    assert together(
        A=(-120.0, {"decided": 28.0, "proposed": 21.0}), B=(-20.0, {"decided": 10.5}), C=(-1.0, {"proposed": 3.0})
    ) == {"deviation": -70.5, "forecast_deviation": -141.0, "decided": 38.5, "proposed": 24.0, "gap": -119.0}


def test_of_deficits_the_sum_of_what_nobody_knows_is_missing_and_of_what_is_covered_0():
    assert together(A=(-2.0, {"proposed": None}), B=(-1.0, {"proposed": 0.5}))["gap"] is None
    nobody = together(A=(-2.0, {}), B=(-1.0, {}))
    assert (nobody["decided"], nobody["proposed"], nobody["gap"]) == (None, None, -3.0)
    assert together(A=(-2.0, {"proposed": 3.0}), B=(-1.0, {"proposed": 1.0}))["gap"] == 0.0


def history(**deviations: float) -> FigureTable[str]:
    rows = {name.replace("y", "").replace("_", "-"): {"deviation": Figure(value)} for name, value in deviations.items()}
    return table_of(rows)


def test_forecasts_are_summed_by_occasion_of_the_year_and_a_silent_committee_is_named():
    path = region_economy.forecast_path(
        {
            "DNHS": history(y2023_12=-77.0, y2024_02=-85.0, y2024_04=-120.0),
            "DNKT": history(y2024_02=-22.0, y2024_04=-20.0),
            "DNKS": history(y2024_04=1.5),
        },
        2024,
    )
    assert list(path.names) == ["2024-02", "2024-04"]
    assert path["2024-02", "deviation"].why == "prognos saknas för DNKS"
    assert path["2024-04", "deviation"].value == -138.5


def test_the_regions_path_adds_the_other_holders_where_all_of_them_are_told_of():
    committees = table_of({when: {"deviation": Figure(-90.0)} for when in ("2024-02", "2024-03", "2024-04", "2024-08")})
    february = source_table(
        """
        committee  forecast
        REV        -5
        GK         -670
        """
    )
    march = source_table(
        """
        committee  forecast
        REV        -5
        """
    )
    path = region_economy.region_path(
        committees,
        {"REV": Figure(-6.0), "GK": Figure(-671.0)},
        {"2024-02": february, "2024-03": march, "2024-04": march},
        {"2024-04": Figure(-103.0), "2024-08": Figure(-98.0)},
    )
    # February: −90 + (−5 + 6) + (−670 + 671); in March nobody tells of GK.
    told = {when: figure.value for when, figure in path.column("deviation").items()}
    assert told == {"2024-02": -88.0, "2024-04": -103.0, "2024-08": -98.0}


FRAMES = source_table(
    """
    line       year_0    year_1
    Sjukhuset  -5600000  -5800000
    Kultur     -183000   -191000
    Revision   -6000     -6000
    """
)


def test_printed_rows_against_the_printed_total_shown_as_costs_without_minus():
    frame = region_economy.against_printed(FRAMES, {"year_0": Figure(-5790000.0)}, cost=True)
    assert values(frame, "year_0") == {
        "Sjukhuset": 5600000,
        "Kultur": 183000,
        "Revision": 6000,
        "Summa av raderna": 5789000,
        "Tryckt summa": 5790000,
        "Skillnad": 1000,
    }
    assert frame["Tryckt summa", "year_1"].why == "ingen tryckt summa"
    assert frame["Skillnad", "year_1"].is_missing


def test_the_ledgers_budget_against_the_frame():
    holders = region_economy.by_holder({"DNHS": row(year_budget=-5600400.0), "DNKS": row(year_budget=-183000.0)})
    frame = region_economy.budget_against_frames(holders, FRAMES, {"DNHS": ["Sjukhuset"], "DNKS": ["Kultur"]})
    assert values(frame, "frame") == {"DNHS": -5600000, "DNKS": -183000, "REGION": -5783000}
    assert values(frame, "difference") == {"DNHS": -400, "DNKS": 0, "REGION": -400}
