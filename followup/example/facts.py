"""The real figures in the example data, each with the public document that it stands in.

Amounts are million kronor as printed; a frame is a net cost, so cost is +.
"""

from __future__ import annotations

PLAN_SOURCE = "Region Halland, Mål och budget 2024–2028"
FRAMES_SOURCE = f"{PLAN_SOURCE}, avsnittet Fördelning av budget till nämnder"
INVESTMENT_SOURCE = f"{PLAN_SOURCE}, avsnittet Investeringsplan 2024–2028"
OFFICE_SOURCE = "Regionkontorets verksamhetsplan 2022, avsnitt 4.2 (plan för 2024)"
KOLADA_SOURCE = "Kolada (RKA), Region Halland"

YEARS = (2024, 2025, 2026, 2027, 2028)

# Table "Fördelning av budget till nämnder, ökning per år".
FRAMES: dict[str, tuple[int, ...]] = {
    "Patientnämnd": (1, 1, 1, 1, 1),
    "Revision": (6, 6, 6, 6, 6),
    "Gemensam nämnd Hemsjukvård och hjälpmedel": (83, 86, 88, 90, 93),
    "Driftnämnd Kollektivtrafik": (572, 590, 609, 628, 648),
    "RH Fastighetsförvaltning": (8, 8, 8, 9, 9),
    "Regionstyrelsen": (952, 980, 1043, 1089, 1135),
    "Regionstyrelsen Hälso- och sjukvård": (3692, 3942, 4144, 4357, 4580),
    "Driftnämnd Hallands Sjukhus": (5600, 5800, 6005, 6217, 6437),
    "Driftnämnd Ambulans Diagnostik och Hälsa": (819, 844, 870, 897, 925),
    "Driftnämnd Psykiatri": (838, 861, 889, 919, 949),
    "Driftnämnd Närsjukvård": (103, 107, 111, 115, 118),
    "Driftnämnd Kultur och skola": (183, 191, 197, 203, 209),
    "Regionservice": (0, 0, 0, 0, 0),
    "Regiongemensamma kostnader": (671, 92, 11, 36, 24),
}
# As printed: in four of the five years it differs from the sum of the rounded rows above by 1 or 2.
FRAMES_PRINTED_TOTAL = (13530, 13509, 13982, 14566, 15135)

# Table "Investeringar totalt".
INVESTMENT_PLAN: dict[str, tuple[float, ...]] = {
    "Summa redan beslutat/reinvesteringar": (439.8, 377.2, 310.2, 304.1, 284.3),
    "Summa fastighetsinvesteringar": (543.4, 485.0, 852.0, 680.0, 670.0),
}
INVESTMENT_PLAN_TOTAL = (983.2, 862.2, 1162.2, 984.1, 954.3)

# Yearly values for Region Halland (0013), to 2023: what a report in May 2024 could know. A year that Kolada lacks
# is left out.
KOLADA: dict[str, dict[int, float]] = {
    "N63133": {2018: -6.1, 2019: 7.2, 2020: 8, 2021: 18.5, 2022: 24.6, 2023: 23.1},
    "N63144": {2018: 90.6, 2019: 153.4, 2020: 192.8, 2021: 230.8, 2022: 184.5, 2023: 102},
    "N63147": {2018: -0.4, 2019: 0.8, 2020: 7.3, 2021: 10.3, 2022: 10.1, 2023: -0.1},
    "U70020": {2018: 26140.6, 2019: 25898.9, 2020: 25676.8, 2021: 26283.7, 2022: 27536.7, 2023: 32065.1},
    "N79191": {2018: 83.6, 2019: 83.6, 2020: 83.6, 2023: 69.3},
    "N79221": {2021: 87.6, 2022: 87.4, 2023: 86.8},
    "N79222": {2021: 92.7, 2022: 92, 2023: 91.6},
    "N79223": {2021: 79.8, 2022: 76.2, 2023: 72.8},
    "N79224": {2021: 81.2, 2022: 82.1, 2023: 83},
    "N79176": {2018: 4.6, 2019: 6, 2020: 8.5, 2021: 6, 2022: 6.8, 2023: 9},
    "U79029": {2018: 674.1, 2019: 674.2, 2020: 587.3, 2021: 648.9, 2022: 690, 2023: 677.8},
    "N79198": {2020: 60, 2021: 56, 2022: 45, 2023: 43},
    "N70643": {2018: 60.7, 2019: 80.8, 2020: 70.6, 2021: 70.5, 2022: 78.4, 2023: 78.3},
    "U79049": {2018: 98.1, 2019: 93, 2020: 96.9, 2021: 92, 2022: 92.5, 2023: 89.3},
    "U79119": {2018: 70.1, 2019: 60, 2020: 61, 2021: 91.1, 2022: 82.7, 2023: 82.9},
    "N74000": {2018: 2150, 2019: 2193, 2020: 2230, 2021: 2566, 2022: 2582, 2023: 3017},
    "N79173": {2019: 85.5, 2020: 80, 2021: 83.4, 2022: 85.2, 2023: 86.6},
    "N79179": {2018: 90.6, 2019: 93.3, 2020: 92.8, 2021: 93.2, 2022: 93.6},
    "N71000": {2018: 5089, 2019: 5062, 2020: 5253, 2021: 5608, 2022: 5916, 2023: 6234},
}
