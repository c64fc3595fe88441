"""The history of the financial goals, as it is printed: Mål och budget 2024–2028 and Kolada.

The first is transcribed as it stands, faults and all: the report finds them. The ratios and amounts of the year before
the workbook's, which nobody prints, are the example's own.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from openpyxl import Workbook

from followup.example.sheet_style import Column, Heading, add_table
from followup.example.workbook_file import Value, new_workbook

PLAN = "Region Halland, Mål och budget 2024–2028"
RESULT, DEPRECIATION, INVESTMENTS = "Årets resultat", "Avskrivningar", "Investeringar"
TAXES_AND_GRANTS = "Skatteintäkter samt statsbidrag och utjämning"
RESULT_SHARE = "Resultat i förhållande till skatter och statsbidrag"
SELF_FINANCING = "Självfinansieringsgrad av investeringarna"
SOLIDITY = "Soliditet inklusive ansvarsförbindelsen"

_OUTCOME, _BUDGET = "Utfall", "Budget"
_YEARS = (
    *((2018, _OUTCOME), (2019, _OUTCOME), (2020, _OUTCOME), (2021, _OUTCOME), (2022, _OUTCOME)),
    *((2023, _BUDGET), (2024, _BUDGET)),
)
# The tables of the section Finansiella mål: each value as printed, and the number of decimals that it is printed with.
_PRINTED: dict[str, tuple[tuple[float, int], ...]] = {
    RESULT_SHARE: ((1.0, 1), (2.7, 1), (7.5, 1), (10.3, 1), (10.1, 1), (-2.4, 1), (-4.8, 1)),
    RESULT: ((93, 0), (273, 0), (766, 0), (1304, 0), (876, 0), (-303, 0), (-641, 0)),
    SELF_FINANCING: ((91, 0), (105, 0), (198, 0), (216, 0), (23.2, 1), (16, 0), (-17.7, 1)),
    INVESTMENTS: ((340, 0), (393, 0), (580, 0), (753, 0), (704, 0), (748, 0), (983, 0)),
    SOLIDITY: ((-6.1, 1), (-4.9, 1), (5.7, 1), (16.0, 1), (24.7, 1)),
}
_DEFINITIONS = {
    RESULT_SHARE: "Resultat i förhållande till summan av skatteintäkter samt statsbidrag och utjämning",
    RESULT: "Årets resultat",
    SELF_FINANCING: "Resultatet rensat för avskrivningskostnader i relation till totala investeringar",
    INVESTMENTS: "Investeringar",
    SOLIDITY: "Andel av tillgångarna som finansierats med eget kapital, inklusive ansvarsförbindelsen för "
    "pensionsförpliktelser",
    DEPRECIATION: "Avskrivningar",
    TAXES_AND_GRANTS: "Skatteintäkter samt generella statsbidrag och utjämning",
}
# Region Halland (0013), all with one decimal.
_KOLADA: dict[str, tuple[str, str, dict[int, float]]] = {
    RESULT_SHARE: (
        "Kolada N63146 (RKA)",
        "Resultat efter finansiella poster dividerat med skatter och generella statsbidrag",
        {2018: -0.2, 2019: 2.7, 2020: 7.0, 2021: 11.3, 2022: 7.1, 2023: 2.0},
    ),
    SELF_FINANCING: (
        "Kolada N63144 (RKA)",
        "Årets resultat och avskrivningar i relation till bruttoinvesteringar",
        {2018: 90.6, 2019: 153.4, 2020: 192.8, 2021: 230.8, 2022: 184.5, 2023: 102.0},
    ),
    SOLIDITY: (
        "Kolada N63133 (RKA)",
        "Eget kapital minus pensionsskuld för förmåner intjänade före 1998 inklusive löneskatt, dividerat med totala "
        "tillgångar",
        {2018: -6.1, 2019: 7.2, 2020: 8.0, 2021: 18.5, 2022: 24.6, 2023: 23.1},
    ),
}


def rows(year: int, settled: Mapping[str, float]) -> Iterator[tuple[Value, ...]]:
    """Measure, year, kind, value, unit, decimals, definition, source: what was known when `year` began.

    `settled` are the example's own amounts of the year before, mnkr by measure.
    """
    for measure, printed in _PRINTED.items():
        for (when, kind), (value, decimals) in zip(_YEARS, printed, strict=False):
            if when < year or (when == year and kind == _BUDGET):
                yield measure, when, kind, value, _unit(measure), decimals, _DEFINITIONS[measure], PLAN
    for measure, (source, definition, values) in _KOLADA.items():
        for when, value in values.items():
            if when < year:
                yield measure, when, _OUTCOME, value, "%", 1, definition, source
    for measure, value in settled.items():
        own = f"Region Halland, bokslut {year - 1} (exempeldata)"
        yield measure, year - 1, _OUTCOME, value, _unit(measure), 1, _DEFINITIONS[measure], own


def _unit(measure: str) -> str:
    return "%" if measure in (RESULT_SHARE, SELF_FINANCING, SOLIDITY) else "mnkr"


def workbook(year: int, settled: Mapping[str, float]) -> Workbook:
    """Historik: every value with its definition and source."""
    made = new_workbook(f"Finansiella mål {year}")
    add_table(
        made,
        "Historik",
        Heading(
            f"Finansiella mål, historik till och med budget {year}",
            f"{year}-02-28",
            f"{PLAN}, avsnittet Finansiella mål; Kolada (RKA), Region Halland",
            "Exempeldata – värdena är verkliga och återges som de är tryckta, utom de vars källa är exempeldata",
        ),
        [
            Column("Mått", 48),
            Column("År", 8),
            Column("Slag", 10),
            Column("Värde", 12, "#,##0.0"),
            Column("Enhet", 8),
            Column("Decimaler", 11),
            Column("Definition", 80, wrap=True),
            Column("Källa", 48),
        ],
        rows(year, settled),
        notes=(
            "Decimaler är hur många decimaler källan trycker. Ett värde rättas inte här: rapporten prövar källans "
            "kvoter mot källans egna belopp.",
        ),
    )
    return made
