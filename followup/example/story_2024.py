"""The story of 2024 in million kronor, + better than budget. Fictional, but for Kollektivtrafik's forecast in February.

Real: that forecast, −22 (politik.regionhalland.se, Driftnämnd Kollektivtrafik 2024-03-28). The real deviation then was
+10.4; here it is what the fictional ledger gives.

The deviations to February carry three decimals: they are those of the ledger, where the story is told from April.
"""

from __future__ import annotations

# activity: (accumulated deviation to February, April, August, October, December),
# (forecast given in February, April, August, October).
ACCUMULATED_AND_FORECAST: dict[str, dict[str, tuple[tuple[float, ...], tuple[float, ...]]]] = {
    "RS": {
        "Regionkontoret inkl. IT": ((4.242, 9.2, 14.8, 15.6, 16.4), (8.0, 12.0, 14.0, 16.0)),
        "Utveckling": ((3.198, 6.4, 9.6, 10.4, 10.8), (6.0, 8.0, 10.0, 10.0)),
        "Förtroendevalda": ((0.137, 0.3, 0.1, 0.0, -0.2), (0.0, 0.0, 0.0, 0.0)),
        "Regionala bidrag och medfinansiering": ((2.435, 7.1, 6.0, 5.2, 4.6), (5.0, 5.0, 5.0, 5.0)),
        "Vårdval Halland": ((1.777, 4.6, 8.8, 11.0, 12.6), (6.0, 10.0, 12.0, 12.0)),
        "Läkemedelsförmånen": ((0.428, -6.8, -17.6, -23.4, -29.8), (-15.0, -20.0, -28.0, -30.0)),
        "Köpt vård utanför regionen": ((-2.598, -3.9, -11.2, -15.0, -18.7), (-8.0, -12.0, -17.0, -18.0)),
        "Tandvårdsstöd": ((0.751, 1.2, 2.0, 2.3, 2.6), (2.0, 2.0, 2.5, 2.5)),
        "Hälso- och sjukvård gemensamt": ((9.761, 20.4, 34.8, 42.1, 48.9), (26.0, 40.0, 44.0, 48.0)),
    },
    "DNHS": {
        "Medicin": ((-7.421, -17.2, -31.4, -36.2, -40.3), (-30.0, -42.0, -43.0, -41.0)),
        "Kirurgi": ((-3.942, -8.6, -15.1, -17.8, -19.6), (-15.0, -21.0, -21.0, -20.0)),
        "Ortopedi": ((-1.562, -3.4, -6.0, -7.2, -8.3), (-6.0, -9.0, -9.0, -8.5)),
        "Kvinnor och barn": ((-0.849, -2.1, -3.6, -4.2, -4.9), (-4.0, -5.0, -5.0, -5.0)),
        "Akut": ((-4.269, -9.4, -16.9, -19.8, -22.4), (-17.0, -24.0, -24.0, -23.0)),
        "Operation och intensivvård": ((-5.019, -11.5, -19.8, -22.9, -25.2), (-20.0, -27.0, -27.0, -26.0)),
        "Öga, öron och hud": ((-0.175, -0.6, -0.4, -0.3, -0.1), (0.0, 0.0, -0.5, -0.5)),
        "Rehabilitering": ((0.536, 1.4, 1.9, 2.2, 2.4), (1.0, 2.0, 2.0, 2.0)),
        "Sjukhusgemensamt": ((1.159, 3.1, 4.6, 5.3, 6.4), (6.0, 6.0, 6.0, 6.0)),
    },
    "DNADH": {
        "Ambulanssjukvård": ((-1.048, -2.6, -4.1, -4.6, -5.2), (-2.0, -5.0, -5.5, -5.5)),
        "Radiologi": ((-1.063, -1.9, -3.2, -3.9, -4.6), (-2.0, -4.0, -4.5, -4.5)),
        "Laboratoriemedicin": ((0.494, 1.2, 2.2, 2.6, 2.9), (1.0, 2.0, 2.5, 3.0)),
        "Folktandvården": ((-0.729, -1.4, -2.9, -3.4, -3.8), (0.0, -2.0, -3.5, -4.0)),
        "Hälsa och funktionsstöd": ((0.171, 0.4, 0.8, 1.0, 1.3), (0.0, 1.0, 1.0, 1.0)),
        "Sjukvårdsrådgivningen 1177": ((0.112, 0.2, 0.6, 0.8, 0.9), (0.0, 1.0, 1.0, 1.0)),
        "Förvaltningsgemensamt": ((0.11, 0.2, 0.5, 0.7, 1.1), (1.0, 1.0, 1.0, 1.0)),
    },
    "DNPSH": {
        "Vuxenpsykiatri, öppenvård": ((2.037, 4.1, 6.8, 8.1, 9.2), (5.0, 8.0, 8.5, 9.0)),
        "Vuxenpsykiatri, slutenvård": ((-1.364, -2.9, -5.6, -6.8, -8.1), (-6.0, -8.0, -8.0, -8.0)),
        "Barn- och ungdomspsykiatri": ((0.737, 1.6, 2.4, 2.8, 3.3), (2.0, 3.0, 3.0, 3.0)),
        "Rättspsykiatri": ((0.115, 0.3, 0.2, -0.2, -0.6), (0.0, 0.0, 0.0, -0.5)),
        "Beroendevård": ((0.101, 0.2, 0.3, 0.4, 0.3), (0.0, 0.0, 0.5, 0.5)),
        "Köpt psykiatrisk vård": ((-0.618, -1.5, -3.4, -4.5, -5.6), (-3.0, -4.0, -5.0, -5.5)),
        "Förvaltningsgemensamt": ((0.294, 0.6, 1.3, 1.7, 2.1), (2.0, 2.0, 2.0, 2.0)),
    },
    "DNNSVH": {
        "Vårdcentraler norra Halland": ((-0.208, -0.4, -1.0, -1.2, -1.4), (-1.0, -1.5, -1.5, -1.5)),
        "Vårdcentraler mellersta Halland": ((0.419, 0.6, 0.9, 1.1, 1.4), (1.0, 1.0, 1.0, 1.0)),
        "Vårdcentraler södra Halland": ((-0.801, -2.3, -4.9, -6.0, -6.9), (-5.0, -6.0, -7.0, -7.0)),
        "Jourverksamhet": ((-0.049, -0.3, -0.7, -0.9, -1.1), (-1.0, -1.0, -1.0, -1.0)),
        "Ungdomsmottagningar": ((0.066, 0.2, 0.3, 0.4, 0.5), (0.5, 0.5, 0.5, 0.5)),
        "Smittskydd och vaccination": ((0.05, 0.1, 0.3, -0.1, -0.4), (0.5, 0.5, 0.5, 0.0)),
        "Förvaltningsgemensamt": ((0.232, 0.3, 0.8, 1.1, 1.5), (1.0, 1.5, 1.5, 1.5)),
    },
    "DNKS": {
        "Folkhögskolor": ((0.276, 0.7, 0.9, 0.8, 0.7), (0.5, 0.5, 0.5, 0.5)),
        "Naturbruksskolor": ((-0.364, -0.4, -0.6, -0.7, -0.9), (-0.5, -0.5, -1.0, -1.0)),
        "Kultur i Halland": ((0.362, 0.9, 1.2, 1.3, 1.5), (0.5, 0.5, 1.0, 1.5)),
        "Scenkonst och musik": ((0.107, 0.3, 0.4, 0.4, 0.6), (0.5, 0.5, 0.5, 0.5)),
        "Utbildningssamverkan": ((0.045, 0.1, 0.1, 0.1, 0.1), (0.0, 0.0, 0.0, 0.0)),
        "Förvaltningsgemensamt": ((0.113, 0.3, 0.4, 0.5, 0.6), (0.0, 0.5, 0.5, 0.5)),
    },
    "DNKT": {
        "Regionbuss": ((1.707, 3.4, -0.6, -4.1, -6.9), (-9.0, -8.0, -7.5, -7.0)),
        "Stadsbuss": ((0.5, 1.1, -0.8, -2.2, -3.4), (-4.0, -4.0, -4.0, -3.5)),
        "Öresundståg och tågtrafik": ((-0.246, -0.9, -2.9, -6.2, -8.1), (-10.0, -9.0, -9.0, -8.5)),
        "Särskild kollektivtrafik": ((0.331, 1.2, 0.9, 0.3, -0.2), (-0.5, -0.5, -0.5, 0.0)),
        "Kundservice och försäljning": ((0.354, 0.8, 1.0, 1.0, 1.1), (1.0, 1.0, 1.0, 1.0)),
        "Förvaltningsgemensamt": ((0.266, 0.6, 0.6, 0.5, 0.4), (0.5, 0.5, 0.5, 0.5)),
    },
    "DNRGS": {
        "Måltider": ((0.296, -1.1, -1.6, -1.8, -2.0), (-1.5, -2.0, -2.0, -2.0)),
        "Städ och vårdnära service": ((-0.334, 0.9, 1.1, 1.2, 1.1), (0.5, 1.0, 1.0, 1.0)),
        "Transport och logistik": ((0.071, 0.2, 0.4, 0.4, 0.5), (0.5, 0.5, 0.5, 0.5)),
        "Förråd och varuförsörjning": ((-0.057, 0.1, 0.1, 0.0, -0.1), (0.0, 0.0, 0.0, 0.0)),
        "Tvätt och textil": ((-0.257, -0.2, -0.4, -0.5, -0.6), (0.0, -0.5, -0.5, -0.5)),
        "Fastighetsservice": ((0.577, 0.6, 0.8, 0.9, 1.0), (0.5, 1.0, 1.0, 1.0)),
        "Upphandling och administration": ((0.152, 0.3, 0.4, 0.5, 0.5), (0.0, 0.5, 0.5, 0.5)),
    },
    "PN": {
        "Patientnämndens verksamhet": ((0.0, 0.0, 0.04, 0.07, 0.1), (0.0, 0.0, 0.0, 0.0)),
    },
    "GNHH": {
        "Hjälpmedel": ((-0.334, -0.6, -1.6, -2.1, -2.6), (0.0, 0.0, -2.0, -2.5)),
        "Hemsjukvård": ((0.096, 0.2, 0.3, 0.3, 0.4), (0.0, 0.0, 0.0, 0.5)),
        "Gemensamt": ((-0.007, 0.0, 0.1, 0.1, 0.2), (0.0, 0.0, 0.0, 0.0)),
    },
    "REV": {
        "Revision": ((0.088, 0.2, 0.2, 0.3, 0.3), (0.0, 0.0, 0.0, 0.2)),
    },
    "RHF": {
        "Lokaluthyrning": ((-0.457, 1.8, 2.6, 2.9, 3.3), (0.0, 0.0, 2.0, 3.0)),
        "Drift och energi": ((0.98, 2.6, 3.8, 3.1, 2.2), (0.0, 0.0, 3.0, 2.0)),
        "Planerat underhåll": ((0.493, 0.9, 1.4, 1.2, 0.6), (0.0, 0.0, 1.0, 1.0)),
        "Gemensamt": ((-0.005, 0.0, 0.1, 0.2, 0.2), (0.0, 0.0, 0.0, 0.0)),
    },
    "RGK": {
        "Pensioner": ((-1.26, -4.2, -2.2, 0.2, 2.4), (0.0, 0.0, -1.0, 2.0)),
        "Försäkringar och gemensamma avtal": ((0.382, 0.7, 1.2, 1.5, 1.8), (0.0, 0.0, 1.5, 1.5)),
        "Utvecklingsmedel": ((2.782, 6.0, 9.0, 9.3, 10.3), (0.0, 0.0, 7.0, 9.0)),
    },
}
