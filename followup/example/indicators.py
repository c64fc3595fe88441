"""Values and targets of the quality indicators: Kolada's real yearly values, and fictional ones per month.

A monthly series goes from January 2022. For the charts of process behaviour some of them drift, two shift, three have
months outside their usual variation, and some vary by chance and season alone.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache

from followup.example.facts import KOLADA
from followup.example.months import month_of, months_of
from followup.example.randomness import Chance

_BEFORE = months_of(2022)
_DRAWN_FIRST = (*months_of(2023), "2024-01", "2024-02", "2024-03", "2024-04")
_AFTER = tuple(month for month in months_of(2024) if month > _DRAWN_FIRST[-1])

# The value that a Mål och budget gives itself: the year, and what it says.
_IN_THE_PLAN = {("N63144", 2024): "Mål och budget 2024–2028, Finansiella mål"}
# Which committees a Kolada indicator is given to, and the fictional target, which is the same in both years.
KOLADA_TARGETS: dict[str, tuple[tuple[str, ...], float | None]] = {
    # Mål och budget 2024–2028 decides a direction for it, and no value.
    "N63133": (("RS",), None),
    "N63144": (("RS",), 100.0),
    "N63147": (("RS",), 2.0),
    "U70020": (("RS",), None),
    "N79191": (("RS",), 68.0),
    "N79221": (("RS", "DNHS"), 90.0),
    "N79222": (("DNHS",), 92.0),
    "N79223": (("RS", "DNHS"), 80.0),
    "N79224": (("DNHS",), 85.0),
    "N79176": (("DNHS",), 6.0),
    "U79029": (("DNADH", "DNHS"), 670.0),
    "N79198": (("DNHS", "DNADH"), 80.0),
    "N70643": (("DNADH",), 80.0),
    "U79049": (("DNPSH",), 90.0),
    "U79119": (("DNPSH",), 85.0),
    "N74000": (("DNPSH",), None),
    "N79173": (("DNNSVH",), 85.0),
    "N79179": (("DNNSVH",), 94.0),
    "N71000": (("DNNSVH",), None),
}

_FLAT = (1.0,) * 12
_TRAVEL = (1.02, 1.0, 1.06, 1.02, 1.03, 0.9, 0.62, 0.88, 1.08, 1.1, 1.09, 0.96)
_SCHOOL = (1.05, 1.1, 1.12, 1.05, 1.1, 0.5, 0.2, 0.7, 1.15, 1.15, 1.12, 0.85)
_CULTURE = (0.8, 1.0, 1.25, 1.1, 1.2, 0.6, 0.5, 0.6, 1.1, 1.25, 1.3, 1.2)
_WINTER = (0.985, 0.98, 0.99, 1.0, 1.008, 1.01, 1.02, 1.012, 1.005, 1.0, 0.99, 0.985)
_STRAIN = (1.04, 1.05, 1.03, 1.0, 0.98, 0.98, 1.0, 0.97, 0.98, 1.0, 1.02, 1.02)


@dataclass(frozen=True)
class Monthly:
    """A fictional monthly indicator: its level in January 2023 and April 2024, its unrest and its seasons."""

    code: str
    committee: str
    first: float
    last: float
    spread: float
    decimals: int
    target: float | None
    season: tuple[float, ...] = _FLAT
    # The level in January 2022 and in December 2024, if they are not those of the drawn months beside them.
    start: float | None = None
    end: float | None = None
    # From this month the level has moved by so much.
    shift: tuple[str, float] | None = None
    # Months with something out of the ordinary: what is added to the value.
    events: dict[str, float] = field(default_factory=dict)
    # Months that were never measured.
    silent: tuple[str, ...] = ()
    # The month whose value had not come when the period's workbook was made.
    late: str = ""
    # The target of 2023, where it was another.
    target_2023: float | None = None

    def level(self, month: str) -> float:
        """The level before season and chance."""
        if month in _BEFORE:
            start = self.first if self.start is None else self.start
            level = start + (self.first - start) * _BEFORE.index(month) / len(_BEFORE)
        elif month in _AFTER:
            end = self.last if self.end is None else self.end
            level = self.last + (end - self.last) * (_AFTER.index(month) + 1) / len(_AFTER)
        else:
            level = self.first + (self.last - self.first) * _DRAWN_FIRST.index(month) / (len(_DRAWN_FIRST) - 1)
        moved = self.shift[1] if self.shift and month >= self.shift[0] else 0.0
        return level + moved


_WITHOUT_DENTAL_RECORDS = ("2023-11", "2023-12", "2024-01", "2024-02", "2024-03", "2024-04", "2024-05")
_PANDEMIC = ("2022-01", "2022-02")

MONTHLY: tuple[Monthly, ...] = (
    Monthly("VANTETID_AKUT", "DNHS", 64, 68, 3, 0, 60, _STRAIN, end=66),
    Monthly("BELAGGNING_SOMATIK", "DNHS", 97.2, 101.0, 1.2, 1, 95.0, _STRAIN, start=96.0, end=98.6),
    Monthly("SVARSTID_AMBULANS", "DNADH", 12.5, 12.6, 0.4, 1, 12.0, _STRAIN, shift=("2024-06", 1.1)),
    Monthly("RADIOLOGI_30_DAGAR", "DNADH", 84.0, 78.5, 1.8, 1, 85.0, end=80.5),
    Monthly("REVISION_TANDVARD", "DNADH", 82.0, 86.4, 1.4, 1, 85.0, silent=_WITHOUT_DENTAL_RECORDS),
    Monthly("BELAGGNING_PSYKIATRI", "DNPSH", 96.0, 93.2, 1.6, 1, 92.0, target_2023=93.0),
    Monthly("ATERINSKRIVNING_PSYKIATRI", "DNPSH", 17.2, 15.1, 0.9, 1, 15.0, end=14.6, target_2023=16.0),
    Monthly("DIGITALA_BESOK_PSYKIATRI", "DNPSH", 11.8, 14.2, 0.6, 1, 14.0, start=13.2, end=15.4, target_2023=12.0),
    Monthly("DIGITALA_BESOK_PRIMARVARD", "DNNSVH", 9.6, 12.4, 0.5, 1, 14.0, start=9.2, end=13.8, target_2023=12.0),
    Monthly("FAST_LAKARKONTAKT", "DNNSVH", 52.0, 58.3, 0.5, 1, 60.0, start=47.5, end=61.2, target_2023=55.0),
    Monthly("LISTADE", "DNNSVH", 178400, 177100, 150, 0, None, start=179300, end=176300),
    Monthly("ELEVVECKOR", "DNKS", 2030, 2040, 40, 0, 1950, _SCHOOL),
    Monthly("NARVARO_NATURBRUK", "DNKS", 89.5, 89.6, 0.8, 1, 90.0, events=dict.fromkeys(_PANDEMIC, -9.0)),
    Monthly("BESOK_KULTUR", "DNKS", 5200, 5600, 260, 0, 5500, _CULTURE, events=dict.fromkeys(_PANDEMIC, -2600)),
    Monthly("AVGANGAR_I_TID", "DNKT", 86.0, 88.2, 0.9, 1, 88.0, _WINTER, target_2023=87.0),
    Monthly("RESOR", "DNKT", 1560, 1690, 28, 0, 1650, _TRAVEL, start=1340, end=1730, target_2023=1550),
    Monthly("INSTALLDA_TURER", "DNKT", 0.62, 0.48, 0.07, 2, 0.40, events={"2024-11": 0.9}, target_2023=0.5),
    Monthly("SARSKILD_I_TID", "DNKT", 94.2, 95.1, 0.5, 1, 95.0, late="2024-04"),
    Monthly("EKOLOGISKA_LIVSMEDEL", "DNRGS", 41.0, 38.6, 0.8, 1, 40.0, end=38.2),
    Monthly("MATSVINN", "DNRGS", 74, 66, 2, 0, 65, start=75, end=63, target_2023=70),
    Monthly("STADKVALITET", "DNRGS", 94.7, 94.8, 0.7, 1, 94.0),
    Monthly("LEVERANSPRECISION", "DNRGS", 96.4, 96.4, 0.5, 1, 97.0, shift=("2024-07", -1.6)),
)

# Fictional values that are measured more seldom: (code, committee, targets of 2023 and 2024, values by period).
SELDOM: tuple[tuple[str, str, tuple[float, float], dict[str, float]], ...] = (
    (
        "GYMNASIEEXAMEN",
        "DNKS",
        (78.0, 80.0),
        {"2020-12": 74.1, "2021-12": 75.8, "2022-12": 77.2, "2023-12": 79.4, "2024-12": 80.3},
    ),
    (
        "KULTURBIDRAG_BESLUT",
        "DNKS",
        (85, 90),
        {
            "2022-04": 80,
            "2022-08": 83,
            "2022-12": 82,
            "2023-04": 84,
            "2023-08": 86,
            "2023-12": 91,
            "2024-04": 92,
            "2024-08": 90,
            "2024-12": 93,
        },
    ),
    (
        "NOJDA_RESENARER",
        "DNKT",
        (80, 80),
        {
            "2022-04": 75,
            "2022-08": 78,
            "2022-12": 73,
            "2023-04": 76,
            "2023-08": 79,
            "2023-12": 74,
            "2024-04": 77,
            "2024-08": 80,
            "2024-12": 75,
        },
    ),
    (
        "FOSSILFRI_TRAFIK",
        "DNKT",
        (98.0, 99.0),
        {"2020-12": 93.5, "2021-12": 96.2, "2022-12": 97.8, "2023-12": 98.9, "2024-12": 99.3},
    ),
    ("NOJDA_KUNDER", "DNRGS", (74, 75), {"2021-12": 71, "2022-12": 72, "2023-12": 74, "2024-12": 76}),
)


def value_rows(period: str) -> list[tuple[str, str, str, float | None, str]]:
    """(indicator, committee, month, value, source) known at the period; a yearly value is dated to its December.

    Kolada publishes a year's values in the year after.
    """
    rows: list[tuple[str, str, str, float | None, str]] = [
        (code, committee, f"{year}-12", value, f"Kolada, {code}")
        for code, (committees, _) in KOLADA_TARGETS.items()
        for committee in committees
        for year, value in KOLADA[code].items()
        if year < int(period[:4])
    ]
    for indicator, values in _monthly_values():
        for month, value in values.items():
            if month <= period and month not in indicator.silent:
                shown = None if month == indicator.late == period else value
                rows.append((indicator.code, indicator.committee, month, shown, "Exempeldata"))
    for code, committee, _, values in SELDOM:
        rows += [(code, committee, month, value, "Exempeldata") for month, value in values.items() if month <= period]
    return rows


@cache
def _monthly_values() -> tuple[tuple[Monthly, dict[str, float]], ...]:
    """Every monthly indicator with its value in each of the three years' months."""
    chances: dict[tuple[str, str], Chance] = {}
    found = []
    for indicator in MONTHLY:
        values = {}
        for stream, months in (
            ("indicators 2022", _BEFORE),
            ("indicators", _DRAWN_FIRST),
            ("indicators after April", _AFTER),
        ):
            key = (indicator.committee, stream)
            chance = chances.setdefault(key, Chance(*key))
            for month in months:
                usual = indicator.level(month) * indicator.season[month_of(month) - 1]
                value = usual + chance.around_zero(indicator.spread) + indicator.events.get(month, 0.0)
                values[month] = round(value, indicator.decimals)
        found.append((indicator, values))
    return tuple(found)


def target_rows(year: int) -> list[tuple[str, str, float | None, str | None]]:
    """(indicator, committee, target, decision). An indicator without a target has an empty cell, not a 0."""
    targets = [
        (code, committee, target) for code, (committees, target) in KOLADA_TARGETS.items() for committee in committees
    ]
    for each in MONTHLY:
        is_another = year == 2023 and each.target_2023 is not None
        targets.append((each.code, each.committee, each.target_2023 if is_another else each.target))
    targets += [(code, committee, both[year - 2023]) for code, committee, both, _ in SELDOM]
    example = f"Fastställt januari {year} (exempel)"
    return [
        (code, committee, target, None if target is None else _IN_THE_PLAN.get((code, year), example))
        for code, committee, target in targets
    ]
