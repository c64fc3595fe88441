"""The story of 2023 in million kronor, + better than budget. Fictional, but for some committee sums.

Real: Kollektivtrafik's accumulated −7 and forecast −15 in October, where the forecast before was −16.5
(politik.regionhalland.se, Driftnämnd Kollektivtrafik 2023-11-16), and that six committees had deficits of 201 million
kronor together (press release 2024-02-14). How the 201 fall on committees and activities is fictional.

The deviations of December carry three decimals: the outcome is the previous year's column of the ledger of 2024, and
the budget is in whole tenths.
"""

from __future__ import annotations

# activity: (accumulated deviation to February, April, August, October, December),
# (forecast given in February, April, August, October).
ACCUMULATED_AND_FORECAST: dict[str, dict[str, tuple[tuple[float, ...], tuple[float, ...]]]] = {
    "RS": {
        "Regionkontoret inkl. IT": ((4.1, 8.0, 15.2, 17.9, 20.278), (4.0, 8.0, 14.0, 18.0)),
        "Utveckling": ((2.2, 4.6, 8.9, 10.8, 12.388), (3.0, 5.0, 8.0, 11.0)),
        "Förtroendevalda": ((0.1, 0.2, 0.3, 0.4, 0.632), (0.0, 0.0, 0.0, 0.5)),
        "Regionala bidrag och medfinansiering": ((3.8, 5.9, 6.8, 6.4, 6.142), (3.0, 3.0, 5.0, 6.0)),
        "Vårdval Halland": ((1.6, 3.4, 7.2, 9.3, 11.465), (2.0, 5.0, 8.0, 10.0)),
        "Läkemedelsförmånen": ((-3.0, -6.3, -12.4, -15.2, -17.838), (-8.0, -12.0, -15.0, -17.0)),
        "Köpt vård utanför regionen": ((-2.2, -4.6, -8.9, -10.7, -12.593), (-6.0, -8.0, -11.0, -12.0)),
        "Tandvårdsstöd": ((0.4, 0.8, 1.6, 2.0, 2.363), (1.0, 1.0, 2.0, 2.0)),
        "Hälso- och sjukvård gemensamt": ((6.8, 13.2, 26.4, 32.9, 38.585), (11.0, 16.0, 24.0, 33.5)),
    },
    "DNHS": {
        "Medicin": ((-9.6, -18.4, -34.2, -43.5, -51.151), (-24.0, -33.0, -44.0, -50.0)),
        "Kirurgi": ((-4.8, -9.1, -17.6, -22.3, -26.376), (-12.0, -17.0, -22.0, -25.0)),
        "Ortopedi": ((-2.0, -4.2, -8.1, -10.4, -12.342), (-5.0, -8.0, -11.0, -12.0)),
        "Kvinnor och barn": ((-1.2, -2.6, -5.0, -6.2, -7.102), (-4.0, -5.0, -6.0, -7.0)),
        "Akut": ((-4.9, -10.2, -19.8, -24.6, -28.832), (-12.0, -17.0, -23.0, -27.0)),
        "Operation och intensivvård": ((-5.6, -11.0, -20.8, -26.1, -30.613), (-13.0, -19.0, -25.0, -29.0)),
        "Öga, öron och hud": ((-0.3, -0.8, -1.6, -1.9, -2.175), (0.0, -1.0, -2.0, -2.0)),
        "Rehabilitering": ((0.4, 0.8, 1.2, 1.5, 1.764), (1.0, 1.0, 1.5, 2.0)),
        "Sjukhusgemensamt": ((1.0, 1.7, 2.9, 3.6, 4.274), (3.0, 4.0, 4.0, 4.0)),
    },
    "DNADH": {
        "Ambulanssjukvård": ((-1.0, -2.2, -4.0, -4.8, -5.431), (-1.0, -3.0, -4.5, -5.0)),
        "Radiologi": ((-0.9, -1.8, -3.5, -4.4, -5.134), (-1.0, -2.5, -4.0, -5.0)),
        "Laboratoriemedicin": ((0.3, 0.6, 1.4, 1.7, 1.953), (1.0, 1.0, 1.5, 2.0)),
        "Folktandvården": ((-0.8, -1.7, -3.1, -3.8, -4.3), (-2.0, -2.5, -4.0, -4.5)),
        "Hälsa och funktionsstöd": ((0.1, 0.3, 0.5, 0.6, 0.763), (0.0, 0.5, 0.5, 0.5)),
        "Sjukvårdsrådgivningen 1177": ((0.0, 0.1, 0.2, 0.2, 0.25), (0.0, 0.5, 0.5, 0.5)),
        "Förvaltningsgemensamt": ((0.1, 0.3, 0.5, 0.7, 0.755), (1.0, 1.0, 1.0, 1.0)),
    },
    "DNPSH": {
        "Vuxenpsykiatri, öppenvård": ((0.8, 2.0, 4.6, 6.0, 7.182), (2.0, 3.5, 5.0, 6.5)),
        "Vuxenpsykiatri, slutenvård": ((-1.4, -2.6, -4.4, -5.1, -5.844), (-5.0, -5.0, -5.0, -5.5)),
        "Barn- och ungdomspsykiatri": ((0.2, 0.7, 1.7, 2.3, 2.903), (0.5, 1.0, 2.0, 2.5)),
        "Rättspsykiatri": ((-0.1, 0.0, 0.3, 0.4, 0.522), (0.0, 0.0, 0.0, 0.5)),
        "Beroendevård": ((0.1, 0.1, 0.2, 0.3, 0.445), (0.0, 0.0, 0.0, 0.0)),
        "Köpt psykiatrisk vård": ((-0.8, -1.6, -3.4, -4.3, -5.245), (-3.0, -3.5, -4.5, -5.0)),
        "Förvaltningsgemensamt": ((0.3, 0.5, 1.1, 1.5, 1.817), (1.0, 1.0, 1.5, 1.5)),
    },
    "DNNSVH": {
        "Vårdcentraler norra Halland": ((-0.5, -1.2, -2.6, -3.3, -3.881), (0.0, -1.5, -3.0, -3.5)),
        "Vårdcentraler mellersta Halland": ((-0.1, -0.3, -0.8, -1.0, -1.207), (0.0, 0.0, -1.0, -1.0)),
        "Vårdcentraler södra Halland": ((-1.4, -3.0, -5.9, -7.2, -8.449), (-2.0, -4.0, -6.5, -8.0)),
        "Jourverksamhet": ((-0.3, -0.6, -1.2, -1.5, -1.838), (0.0, -0.5, -1.0, -1.5)),
        "Ungdomsmottagningar": ((0.1, 0.2, 0.4, 0.5, 0.639), (0.5, 0.5, 0.5, 0.5)),
        "Smittskydd och vaccination": ((0.2, 0.3, 0.2, 0.1, 0.099), (0.5, 0.5, 0.5, 0.0)),
        "Förvaltningsgemensamt": ((0.3, 0.6, 1.2, 1.5, 1.965), (1.0, 1.0, 1.5, 1.5)),
    },
    "DNKS": {
        "Folkhögskolor": ((0.2, 0.4, 0.8, 0.9, 0.903), (0.0, 0.5, 0.5, 0.5)),
        "Naturbruksskolor": ((-0.3, -0.5, -0.8, -0.9, -0.974), (-0.5, -0.5, -1.0, -1.0)),
        "Kultur i Halland": ((0.3, 0.6, 1.1, 1.3, 1.396), (0.5, 0.5, 1.0, 1.0)),
        "Scenkonst och musik": ((0.1, 0.1, 0.2, 0.3, 0.353), (0.0, 0.0, 0.0, 0.5)),
        "Utbildningssamverkan": ((0.0, 0.0, 0.1, 0.1, 0.141), (0.0, 0.0, 0.0, 0.0)),
        "Förvaltningsgemensamt": ((0.1, 0.2, 0.3, 0.4, 0.514), (0.0, 0.0, 0.5, 0.5)),
    },
    "DNKT": {
        "Regionbuss": ((0.9, 0.4, -1.8, -2.6, -5.45), (-3.5, -5.0, -6.5, -6.0)),
        "Stadsbuss": ((0.6, 0.3, -0.6, -0.9, -2.364), (-1.5, -2.0, -3.0, -2.5)),
        "Öresundståg och tågtrafik": ((0.4, -1.0, -3.4, -4.7, -7.694), (-4.0, -5.5, -7.5, -7.0)),
        "Särskild kollektivtrafik": ((0.2, 0.1, -0.2, -0.3, -0.589), (-0.5, 0.0, -0.5, -0.5)),
        "Kundservice och försäljning": ((0.2, 0.4, 0.6, 0.8, 0.922), (0.5, 0.5, 0.5, 0.5)),
        "Förvaltningsgemensamt": ((0.1, 0.3, 0.5, 0.7, 0.927), (0.0, 0.0, 0.5, 0.5)),
    },
    "DNRGS": {
        "Måltider": ((-0.9, -1.8, -3.5, -4.4, -5.295), (-1.0, -2.0, -3.5, -5.0)),
        "Städ och vårdnära service": ((0.1, 0.1, -0.2, -0.4, -0.571), (0.5, 0.0, 0.0, -0.5)),
        "Transport och logistik": ((-0.1, -0.2, -0.4, -0.6, -0.672), (0.0, 0.0, -0.5, -0.5)),
        "Förråd och varuförsörjning": ((-0.1, -0.1, -0.2, -0.3, -0.353), (0.0, 0.0, 0.0, 0.0)),
        "Tvätt och textil": ((-0.1, -0.3, -0.5, -0.7, -0.796), (0.0, -0.5, -0.5, -0.5)),
        "Fastighetsservice": ((0.1, 0.1, 0.2, 0.2, 0.23), (0.5, 0.5, 0.0, 0.0)),
        "Upphandling och administration": ((0.0, 0.1, 0.1, 0.1, 0.051), (0.0, 0.0, 0.0, 0.0)),
    },
    "PN": {
        "Patientnämndens verksamhet": ((0.02, 0.04, 0.08, 0.1, 0.129), (0.0, 0.0, 0.0, 0.0)),
    },
    "GNHH": {
        "Hjälpmedel": ((-0.4, -0.9, -1.8, -2.3, -2.749), (0.0, -1.0, -2.0, -2.5)),
        "Hemsjukvård": ((-0.1, -0.2, -0.3, -0.4, -0.425), (0.0, 0.0, -0.5, -0.5)),
        "Gemensamt": ((0.0, 0.1, 0.1, 0.2, 0.211), (0.0, 0.0, 0.0, 0.0)),
    },
    "REV": {
        "Revision": ((0.1, 0.2, 0.2, 0.3, 0.261), (0.0, 0.0, 0.0, 0.2)),
    },
    "RHF": {
        "Lokaluthyrning": ((0.6, 1.2, 1.8, 2.1, 2.353), (0.0, 0.0, 1.0, 2.0)),
        "Drift och energi": ((-0.8, -0.4, 1.2, 1.9, 1.535), (-2.0, -2.0, 0.0, 1.0)),
        "Planerat underhåll": ((0.3, 0.6, 1.0, 1.2, 1.5), (0.0, 0.0, 1.0, 1.0)),
        "Gemensamt": ((0.0, 0.1, 0.2, 0.3, 0.339), (0.0, 0.0, 0.0, 0.0)),
    },
    "RGK": {
        "Pensioner": ((3.0, 5.2, 16.8, 24.0, 31.443), (0.0, 10.0, 22.0, 30.0)),
        "Försäkringar och gemensamma avtal": ((0.3, 0.6, 0.9, 1.1, 1.381), (0.0, 0.0, 1.0, 1.0)),
        "Utvecklingsmedel": ((4.0, 7.5, 14.0, 17.5, 20.241), (5.0, 10.0, 15.0, 19.0)),
    },
}
