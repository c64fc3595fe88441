"""The story that the example data tells: deviations and forecasts per activity in the ten periods of 2023 and 2024.

Million kronor, + better than budget. The ledger, the committees' workbooks and the region's are all written from it,
so that they cannot tell different stories; the numbers stand in `story_2023` and `story_2024`.
"""

from __future__ import annotations

from datetime import date, timedelta

from followup.example import story_2023, story_2024

YEARS = (2023, 2024)
# The months that reports are made for, in the order of the stories' columns.
MONTHS = (2, 4, 8, 10, 12)
PERIODS = tuple(f"{year}-{month:02d}" for year in YEARS for month in MONTHS)

# The committees that leave a workbook in every period; PN and GNHH leave one in December alone.
REPORTING = ("RS", "DNHS", "DNADH", "DNPSH", "DNNSVH", "DNKS", "DNKT", "DNRGS")
YEARLY = ("PN", "GNHH")
HOLDERS = tuple(story_2024.ACCUMULATED_AND_FORECAST)

_STORIES = {2023: story_2023.ACCUMULATED_AND_FORECAST, 2024: story_2024.ACCUMULATED_AND_FORECAST}

# The year before the first ledger: the forecasts of February, April, August and October, and the outcome.
# Kollektivtrafik was no committee before 2023.
_TOTALS_2022: dict[str, tuple[float, ...]] = {
    "RS": (25.0, 40.0, 78.0, 92.0, 104.6),
    "DNHS": (-20.0, -32.0, -46.0, -52.0, -49.8),
    "DNADH": (4.0, 3.0, 5.0, 6.0, 7.2),
    "DNPSH": (-2.0, -1.0, 2.5, 4.0, 5.1),
    "DNNSVH": (3.0, 6.0, 9.0, 8.5, 10.3),
    "DNKS": (0.5, 1.0, 2.0, 2.0, 2.8),
    "DNRGS": (0.0, 0.5, 1.0, 1.5, 1.2),
    "PN": (0.0, 0.0, 0.0, 0.0, 0.1),
    "GNHH": (0.0, 0.0, -0.5, -1.0, -1.2),
    "REV": (0.0, 0.0, 0.2, 0.2, 0.3),
    "RHF": (0.0, 1.0, 3.0, 4.0, 4.6),
    "RGK": (10.0, 20.0, 35.0, 40.0, 46.8),
}

# Wednesdays, a few days after the month's closing; the year's takes longer.
_EXTRACTED = {
    "2023-02": "2023-03-08",
    "2023-04": "2023-05-10",
    "2023-08": "2023-09-06",
    "2023-10": "2023-11-08",
    "2023-12": "2024-01-24",
    "2024-02": "2024-03-06",
    "2024-04": "2024-05-08",
    "2024-08": "2024-09-11",
    "2024-10": "2024-11-06",
    "2024-12": "2025-01-22",
}
_PLANNED = {2023: "2023-01-11", 2024: "2024-01-10"}
# Days from the extraction to the day when the report is handed in.
_DAYS_TO_HAND_IN = {
    "RS": 9,
    "DNHS": 8,
    "DNADH": 9,
    "DNPSH": 8,
    "DNNSVH": 7,
    "DNKS": 6,
    "DNKT": 7,
    "DNRGS": 12,
    "PN": 8,
    "GNHH": 9,
    "REGION": 16,
}


def deviation_of(committee: str, activity: str, period: str) -> float:
    """The activity's deviation from budget, January to the period's month. KeyError for an unknown name or period."""
    return _row(committee, activity, period)[0][_occasion(period)]


def forecast_of(committee: str, activity: str, period: str) -> float:
    """The activity's forecast deviation for the whole year, as given in the period; in December October's, the last."""
    return _row(committee, activity, period)[1][min(_occasion(period), 3)]


def previous_forecast_of(committee: str, activity: str, period: str) -> float:
    """The forecast before: in April February's; in December, where October's is the last given, August's.

    In February there is none yet, and the year is compared with the budget itself: 0.
    """
    before = min(_occasion(period), 3) - 1
    return _row(committee, activity, period)[1][before] if before >= 0 else 0.0


def committee_deviation(committee: str, period: str) -> float:
    """The sum of the activities' deviations, January to the period's month."""
    return round(sum(deviation_of(committee, activity, period) for activity in activities_of(committee)), 3)


def committee_forecast(committee: str, period: str) -> float:
    """The sum of the activities' forecast deviations."""
    return round(sum(forecast_of(committee, activity, period) for activity in activities_of(committee)), 1)


def committee_previous_forecast(committee: str, period: str) -> float:
    """The sum of the activities' forecast deviations of the occasion before."""
    return round(sum(previous_forecast_of(committee, activity, period) for activity in activities_of(committee)), 1)


def forecast_history(committee: str, period: str) -> dict[str, float]:
    """The committee's forecast deviation by occasion, from 2022-02 to the period, in whole tenths.

    A December holds the year's outcome. Kollektivtrafik's history begins with 2023-02.
    """
    history = {
        f"2022-{month:02d}": value for month, value in zip(MONTHS, _TOTALS_2022.get(committee, ()), strict=False)
    }
    for occasion in PERIODS:
        is_outcome = occasion.endswith("-12")
        value = committee_deviation(committee, occasion) if is_outcome else committee_forecast(committee, occasion)
        history[occasion] = round(value, 1)
    return {occasion: value for occasion, value in history.items() if occasion <= period}


def activities_of(committee: str) -> tuple[str, ...]:
    """The names of the committee's activities, in the order of the ledger; the same in both years."""
    return tuple(_STORIES[2024][committee])


def extraction_date(period: str) -> str:
    """The day when the period's shared workbooks were extracted, `2024-05-08`."""
    return _EXTRACTED[period]


def plan_date(year: int) -> str:
    """The day when the workbooks of the year's decisions were extracted, `2024-01-10`."""
    return _PLANNED[year]


def hand_in_date(committee: str, period: str) -> str:
    """The day when the committee, or REGION, handed in its workbook of the period, `2024-05-15`."""
    day = date.fromisoformat(_EXTRACTED[period]) + timedelta(days=_DAYS_TO_HAND_IN[committee])
    return day.isoformat()


def _row(committee: str, activity: str, period: str) -> tuple[tuple[float, ...], tuple[float, ...]]:
    return _STORIES[int(period[:4])][committee][activity]


def _occasion(period: str) -> int:
    return PERIODS.index(period) % len(MONTHS)
