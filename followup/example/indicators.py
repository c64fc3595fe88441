"""Values and targets of the quality indicators: Kolada's real yearly values, and fictional ones per month."""

from __future__ import annotations

from dataclasses import dataclass

from followup.example.facts import KOLADA
from followup.example.randomness import Chance
from followup.example.staff import PERIODS

DECISION = "Exempel: fastställt januari 2024"

# Which committees a Kolada indicator is given to, and the fictional target for 2024.
KOLADA_TARGETS: dict[str, tuple[tuple[str, ...], float | None]] = {
    "N63133": (("RS",), 20.0),
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
    """A fictional monthly indicator: where it starts and ends, how it wavers and follows the seasons."""

    code: str
    committee: str
    first: float
    last: float
    spread: float
    decimals: int
    target: float | None
    season: tuple[float, ...] = _FLAT
    # The last month with a value: a later one makes the value old.
    until: str = PERIODS[-1]
    # A month that was reported without a value.
    missing: str = ""


MONTHLY: tuple[Monthly, ...] = (
    Monthly("VANTETID_AKUT", "DNHS", 61, 68, 3, 0, 60, _STRAIN),
    Monthly("BELAGGNING_SOMATIK", "DNHS", 97.2, 101.0, 1.2, 1, 95.0, _STRAIN),
    Monthly("SVARSTID_AMBULANS", "DNADH", 12.1, 12.6, 0.4, 1, 12.0, _STRAIN),
    Monthly("RADIOLOGI_30_DAGAR", "DNADH", 84.0, 78.5, 1.8, 1, 85.0),
    Monthly("REVISION_TANDVARD", "DNADH", 82.0, 86.4, 1.4, 1, 85.0, until="2023-10"),
    Monthly("BELAGGNING_PSYKIATRI", "DNPSH", 96.0, 93.2, 1.6, 1, 92.0),
    Monthly("ATERINSKRIVNING_PSYKIATRI", "DNPSH", 17.2, 15.1, 0.9, 1, 15.0),
    Monthly("DIGITALA_BESOK_PSYKIATRI", "DNPSH", 11.8, 14.2, 0.6, 1, 14.0),
    Monthly("DIGITALA_BESOK_PRIMARVARD", "DNNSVH", 9.6, 12.4, 0.5, 1, 14.0),
    Monthly("FAST_LAKARKONTAKT", "DNNSVH", 52.0, 58.3, 0.5, 1, 60.0),
    Monthly("LISTADE", "DNNSVH", 178400, 177100, 150, 0, None),
    Monthly("ELEVVECKOR", "DNKS", 1980, 2040, 40, 0, 1950, _SCHOOL),
    Monthly("NARVARO_NATURBRUK", "DNKS", 88.4, 89.6, 0.8, 1, 90.0),
    Monthly("BESOK_KULTUR", "DNKS", 5200, 5600, 260, 0, 5500, _CULTURE),
    Monthly("AVGANGAR_I_TID", "DNKT", 86.0, 88.2, 0.9, 1, 88.0, _WINTER),
    Monthly("RESOR", "DNKT", 1560, 1690, 28, 0, 1650, _TRAVEL),
    Monthly("INSTALLDA_TURER", "DNKT", 0.62, 0.48, 0.07, 2, 0.40),
    Monthly("SARSKILD_I_TID", "DNKT", 94.2, 95.1, 0.5, 1, 95.0, missing="2024-04"),
    Monthly("EKOLOGISKA_LIVSMEDEL", "DNRGS", 41.0, 38.6, 0.8, 1, 40.0),
    Monthly("MATSVINN", "DNRGS", 74, 66, 2, 0, 65),
    Monthly("STADKVALITET", "DNRGS", 93.0, 94.8, 0.7, 1, 94.0),
    Monthly("LEVERANSPRECISION", "DNRGS", 95.6, 96.4, 0.5, 1, 97.0),
)

# Fictional values that are measured more seldom: (code, committee, target, values by period).
SELDOM: tuple[tuple[str, str, float, dict[str, float]], ...] = (
    ("GYMNASIEEXAMEN", "DNKS", 80.0, {"2020-12": 74.1, "2021-12": 75.8, "2022-12": 77.2, "2023-12": 79.4}),
    ("KULTURBIDRAG_BESLUT", "DNKS", 90, {"2023-04": 84, "2023-08": 86, "2023-12": 91, "2024-04": 92}),
    ("NOJDA_RESENARER", "DNKT", 80, {"2023-04": 76, "2023-08": 79, "2023-12": 74, "2024-04": 77}),
    ("FOSSILFRI_TRAFIK", "DNKT", 99.0, {"2020-12": 93.5, "2021-12": 96.2, "2022-12": 97.8, "2023-12": 98.9}),
    ("NOJDA_KUNDER", "DNRGS", 75, {"2021-12": 71, "2022-12": 72, "2023-12": 74}),
)


def _monthly_rows(indicator: Monthly, chance: Chance) -> list[tuple]:
    rows = []
    for index, period in enumerate(PERIODS):
        level = indicator.first + (indicator.last - indicator.first) * index / (len(PERIODS) - 1)
        value = level * indicator.season[index % 12] + chance.around_zero(indicator.spread)
        if period <= indicator.until:
            shown = None if period == indicator.missing else round(value, indicator.decimals)
            rows.append((indicator.code, indicator.committee, period, shown, "Exempeldata"))
    return rows


def value_rows() -> list[tuple]:
    """(indicator, committee, period, value, source); a yearly value is dated to its December."""
    rows = [
        (code, committee, f"{year}-12", value, f"Kolada, {code}")
        for code, (committees, _) in KOLADA_TARGETS.items()
        for committee in committees
        for year, value in KOLADA[code].items()
    ]
    chances: dict[str, Chance] = {}
    for indicator in MONTHLY:
        chance = chances.setdefault(indicator.committee, Chance(indicator.committee, "indicators"))
        rows += _monthly_rows(indicator, chance)
    for code, committee, _, values in SELDOM:
        rows += [(code, committee, period, value, "Exempeldata") for period, value in values.items()]
    return rows


def target_rows() -> list[tuple]:
    """(indicator, committee, target, decision). An indicator without a target has an empty cell, not a 0."""
    targets = [
        (code, committee, target) for code, (committees, target) in KOLADA_TARGETS.items() for committee in committees
    ]
    targets += [(indicator.code, indicator.committee, indicator.target) for indicator in MONTHLY]
    targets += [(code, committee, target) for code, committee, target, _ in SELDOM]
    return [(code, committee, target, None if target is None else DECISION) for code, committee, target in targets]
