"""What each holder of a frame does and what it costs, and the story that the example year tells.

Million kronor in whole tenths. `cost` and `revenue` are the year's gross amounts, and cost − revenue over a
committee's activities is its decided frame. The deviations are in result terms: + is better than budget.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from followup.example.accounts import BOUGHT, MEDICINES, OTHER, REVENUE, STAFF


@dataclass(frozen=True)
class Activity:
    """One activity (verksamhet).

    `causes` says on which account classes the deviation falls, as shares of 1, and `drivers` which accounts of them
    carry most of it, so that the ledger agrees with the committee's explanation.
    """

    name: str
    kind: str
    mix: str
    cost: float
    revenue: float
    accumulated: float = 0.0
    forecast: float = 0.0
    previous_forecast: float = 0.0
    causes: dict[str, float] = field(default_factory=lambda: {OTHER: 1.0})
    drivers: tuple[str, ...] = ()


_P, _K, _L, _O, _I = ({each: 1.0} for each in (STAFF, BOUGHT, MEDICINES, OTHER, REVENUE))

ACTIVITIES: dict[str, tuple[Activity, ...]] = {
    "RS": (
        Activity(
            "Regionkontoret inkl. IT", "office", "administration", 1006, 422, 9.2, 12, 8, {STAFF: 0.7, OTHER: 0.3}
        ),
        Activity("Utveckling", "grants", "grants", 236, 18, 6.4, 8, 6, _O),
        Activity("Förtroendevalda", "office", "elected", 62, 0, 0.3, 0, 0, _P),
        Activity(
            "Regionala bidrag och medfinansiering", "grants", "grants", 92, 4, 7.1, 5, 5, _O, drivers=("6910", "6920")
        ),
        Activity("Vårdval Halland", "purchaser", "choice", 1604, 38, 4.6, 10, 6, _K),
        Activity("Läkemedelsförmånen", "purchaser", "benefit", 812, 46, -6.8, -20, -15, _L),
        Activity(
            "Köpt vård utanför regionen", "purchaser", "bought_care", 864, 22, -3.9, -12, -8, _K, drivers=("5060",)
        ),
        Activity("Tandvårdsstöd", "purchaser", "choice", 156, 2, 1.2, 2, 2, _K),
        Activity("Hälso- och sjukvård gemensamt", "grants", "grants", 398, 34, 20.4, 40, 26, _O, drivers=("6910",)),
    ),
    "DNHS": (
        Activity(
            "Medicin",
            "care",
            "ward",
            1462,
            152,
            -17.2,
            -42,
            -30,
            {STAFF: 0.55, BOUGHT: 0.45},
            drivers=("4040", "4020", "5040"),
        ),
        Activity(
            "Kirurgi",
            "care",
            "ward",
            812,
            74,
            -8.6,
            -21,
            -15,
            {STAFF: 0.4, BOUGHT: 0.6},
            drivers=("4040", "4050", "5010"),
        ),
        Activity(
            "Ortopedi", "care", "theatre", 546, 58, -3.4, -9, -6, {STAFF: 0.3, MEDICINES: 0.7}, drivers=("4040", "5630")
        ),
        Activity("Kvinnor och barn", "care", "ward", 684, 61, -2.1, -5, -4, _P, drivers=("4040",)),
        Activity(
            "Akut",
            "care",
            "surgery",
            518,
            32,
            -9.4,
            -24,
            -17,
            {STAFF: 0.7, BOUGHT: 0.3},
            drivers=("4020", "4040", "5030"),
        ),
        Activity(
            "Operation och intensivvård",
            "care",
            "theatre",
            902,
            47,
            -11.5,
            -27,
            -20,
            {STAFF: 0.5, MEDICINES: 0.5},
            drivers=("4040", "4050", "5640", "5630"),
        ),
        Activity("Öga, öron och hud", "care", "ward", 394, 66, -0.6, 0, 0, _L),
        Activity("Rehabilitering", "care", "surgery", 232, 21, 1.4, 2, 1, _P),
        Activity("Sjukhusgemensamt", "office", "administration", 596, 35, 3.1, 6, 6, _O),
    ),
    "DNADH": (
        Activity("Ambulanssjukvård", "care", "surgery", 214, 9, -2.6, -5, -2, _P, drivers=("4040", "4020")),
        Activity("Radiologi", "care", "laboratory", 262, 118, -1.9, -4, -2, _K, drivers=("5030",)),
        Activity("Laboratoriemedicin", "care", "laboratory", 338, 206, 1.2, 2, 1, _I, drivers=("3120",)),
        Activity("Folktandvården", "care", "surgery", 402, 268, -1.4, -2, 0, _I, drivers=("3010",)),
        Activity("Hälsa och funktionsstöd", "care", "surgery", 126, 8, 0.4, 1, 0, _P),
        Activity("Sjukvårdsrådgivningen 1177", "office", "administration", 48, 6, 0.2, 1, 0, _P),
        Activity("Förvaltningsgemensamt", "office", "administration", 51, 7, 0.2, 1, 1, _O),
    ),
    "DNPSH": (
        Activity("Vuxenpsykiatri, öppenvård", "care", "psychiatry", 262, 14, 4.1, 8, 5, _P, drivers=("4010", "4510")),
        Activity(
            "Vuxenpsykiatri, slutenvård",
            "care",
            "psychiatry",
            238,
            9,
            -2.9,
            -8,
            -6,
            {STAFF: 0.6, BOUGHT: 0.4},
            drivers=("4040", "4020", "5030", "5040"),
        ),
        Activity("Barn- och ungdomspsykiatri", "care", "psychiatry", 176, 11, 1.6, 3, 2, _P),
        Activity("Rättspsykiatri", "care", "psychiatry", 98, 42, 0.3, 0, 0, _I),
        Activity("Beroendevård", "care", "psychiatry", 62, 7, 0.2, 0, 0, _P),
        Activity("Köpt psykiatrisk vård", "purchaser", "bought_care", 44, 0, -1.5, -4, -3, _K),
        Activity("Förvaltningsgemensamt", "office", "administration", 47, 6, 0.6, 2, 2, _O),
    ),
    "DNNSVH": (
        Activity("Vårdcentraler norra Halland", "care", "surgery", 386, 378, -0.4, -1.5, -1, _I),
        Activity("Vårdcentraler mellersta Halland", "care", "surgery", 428, 421, 0.6, 1, 1, _P),
        Activity(
            "Vårdcentraler södra Halland",
            "care",
            "surgery",
            497,
            488,
            -2.3,
            -6,
            -5,
            {BOUGHT: 0.8, STAFF: 0.2},
            drivers=("5030", "4040"),
        ),
        Activity("Jourverksamhet", "care", "surgery", 74, 32, -0.3, -1, -1, _P, drivers=("4020",)),
        Activity("Ungdomsmottagningar", "care", "psychiatry", 38, 19, 0.2, 0.5, 0.5, _P),
        Activity("Smittskydd och vaccination", "care", "surgery", 22, 13, 0.1, 0.5, 0.5, _L),
        Activity("Förvaltningsgemensamt", "office", "administration", 61, 52, 0.3, 1.5, 1, _O),
    ),
    "DNKS": (
        Activity("Folkhögskolor", "school", "education", 118, 71, 0.7, 0.5, 0.5, _P),
        Activity("Naturbruksskolor", "school", "education", 142, 104, -0.4, -0.5, -0.5, _O, drivers=("6110",)),
        Activity("Kultur i Halland", "grants", "grants", 74, 22, 0.9, 0.5, 0.5, _O, drivers=("6910",)),
        Activity("Scenkonst och musik", "grants", "education", 36, 9, 0.3, 0.5, 0.5, _I),
        Activity("Utbildningssamverkan", "office", "administration", 8, 2, 0.1, 0, 0, _P),
        Activity("Förvaltningsgemensamt", "office", "administration", 15, 2, 0.3, 0.5, 0, _P),
    ),
    "DNKT": (
        Activity("Regionbuss", "traffic", "line_traffic", 296, 98, 3.4, -8, -9, _K, drivers=("5220",)),
        Activity("Stadsbuss", "traffic", "line_traffic", 206, 84, 1.1, -4, -4, _K, drivers=("5220",)),
        Activity(
            "Öresundståg och tågtrafik",
            "traffic",
            "line_traffic",
            312,
            132,
            -0.9,
            -9,
            -10,
            {BOUGHT: 0.6, REVENUE: 0.4},
            drivers=("5240",),
        ),
        Activity("Särskild kollektivtrafik", "traffic", "line_traffic", 104, 68, 1.2, -0.5, -0.5, _K),
        Activity("Kundservice och försäljning", "office", "administration", 22, 3, 0.8, 1, 1, _P),
        Activity("Förvaltningsgemensamt", "office", "administration", 19, 2, 0.6, 0.5, 0.5, _O),
    ),
    "DNRGS": (
        Activity("Måltider", "service", "service", 196, 195, -1.1, -2, -1.5, _O, drivers=("6520",)),
        Activity("Städ och vårdnära service", "service", "service", 238, 237.5, 0.9, 1, 0.5, _P),
        Activity("Transport och logistik", "service", "service", 92, 92.5, 0.2, 0.5, 0.5, _O),
        Activity("Förråd och varuförsörjning", "service", "supplies", 118, 118.5, 0.1, 0, 0, _O),
        Activity("Tvätt och textil", "service", "service", 64, 64.5, -0.2, -0.5, 0, _O),
        Activity("Fastighetsservice", "service", "service", 176, 177, 0.6, 1, 0.5, _I),
        Activity("Upphandling och administration", "service", "service", 41, 40, 0.3, 0.5, 0, _P),
    ),
    "PN": (Activity("Patientnämndens verksamhet", "office", "elected", 1.1, 0.1),),
    "GNHH": (
        Activity("Hjälpmedel", "care", "laboratory", 168, 112, -0.6, 0, 0, _L),
        Activity("Hemsjukvård", "care", "surgery", 31, 9, 0.2, 0, 0, _P),
        Activity("Gemensamt", "office", "administration", 6, 1),
    ),
    "REV": (Activity("Revision", "office", "elected", 6.1, 0.1, 0.2, 0, 0),),
    "RHF": (
        Activity("Lokaluthyrning", "service", "property", 402, 612, 1.8, 0, 0, _I),
        Activity("Drift och energi", "service", "property", 168, 14, 2.6, 0, 0, _O),
        Activity("Planerat underhåll", "service", "property", 58, 2, 0.9, 0, 0, _O),
        Activity("Gemensamt", "office", "administration", 9, 1),
    ),
    "RGK": (
        Activity("Pensioner", "office", "pensions", 548, 0, -4.2, 0, 0, _P),
        Activity("Försäkringar och gemensamma avtal", "office", "elected", 64, 6, 0.7, 0, 0, _O),
        Activity("Utvecklingsmedel", "grants", "grants", 65, 0, 6.0, 0, 0, _O),
    ),
}
