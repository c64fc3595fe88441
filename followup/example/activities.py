"""What each holder of a frame does and what it costs in 2024, and where its deviations from budget fall.

Million kronor in whole tenths. `cost` and `revenue` are the year's gross amounts, and cost − revenue over a
committee's activities is its decided frame. How large the deviations are stands in `story`.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from followup.example.accounts import BOUGHT, MEDICINES, OTHER, REVENUE, STAFF


@dataclass(frozen=True)
class Activity:
    """One activity (verksamhet) of the committee.

    `causes` says on which account classes the deviation falls, as shares of 1, and `drivers` which accounts of them
    carry most of it, so that the ledger agrees with the committee's explanation.
    """

    name: str
    kind: str
    mix: str
    cost: float
    revenue: float
    causes: dict[str, float] = field(default_factory=lambda: {OTHER: 1.0})
    drivers: tuple[str, ...] = ()
    committee: str = ""


_P, _K, _L, _O, _I = ({each: 1.0} for each in (STAFF, BOUGHT, MEDICINES, OTHER, REVENUE))

_BY_COMMITTEE: dict[str, tuple[Activity, ...]] = {
    "RS": (
        Activity("Regionkontoret inkl. IT", "office", "administration", 1006, 422, {STAFF: 0.7, OTHER: 0.3}),
        Activity("Utveckling", "grants", "grants", 236, 18, _O),
        Activity("Förtroendevalda", "office", "elected", 62, 0, _P),
        Activity("Regionala bidrag och medfinansiering", "grants", "grants", 92, 4, _O, drivers=("6910", "6920")),
        Activity("Vårdval Halland", "purchaser", "choice", 1604, 38, _K),
        Activity("Läkemedelsförmånen", "purchaser", "benefit", 812, 46, _L),
        Activity("Köpt vård utanför regionen", "purchaser", "bought_care", 864, 22, _K, drivers=("5060",)),
        Activity("Tandvårdsstöd", "purchaser", "choice", 156, 2, _K),
        Activity("Hälso- och sjukvård gemensamt", "grants", "grants", 398, 34, _O, drivers=("6910",)),
    ),
    "DNHS": (
        Activity(
            "Medicin",
            "care",
            "ward",
            1462,
            152,
            {STAFF: 0.55, BOUGHT: 0.45},
            drivers=("4040", "4020", "5040"),
        ),
        Activity(
            "Kirurgi",
            "care",
            "ward",
            812,
            74,
            {STAFF: 0.4, BOUGHT: 0.6},
            drivers=("4040", "4050", "5010"),
        ),
        Activity("Ortopedi", "care", "theatre", 546, 58, {STAFF: 0.3, MEDICINES: 0.7}, drivers=("4040", "5630")),
        Activity("Kvinnor och barn", "care", "ward", 684, 61, _P, drivers=("4040",)),
        Activity(
            "Akut",
            "care",
            "surgery",
            518,
            32,
            {STAFF: 0.7, BOUGHT: 0.3},
            drivers=("4020", "4040", "5030"),
        ),
        Activity(
            "Operation och intensivvård",
            "care",
            "theatre",
            902,
            47,
            {STAFF: 0.5, MEDICINES: 0.5},
            drivers=("4040", "4050", "5640", "5630"),
        ),
        Activity("Öga, öron och hud", "care", "ward", 394, 66, _L),
        Activity("Rehabilitering", "care", "surgery", 232, 21, _P),
        Activity("Sjukhusgemensamt", "office", "administration", 596, 35, _O),
    ),
    "DNADH": (
        Activity("Ambulanssjukvård", "care", "surgery", 214, 9, _P, drivers=("4040", "4020")),
        Activity("Radiologi", "care", "laboratory", 262, 118, _K, drivers=("5030",)),
        Activity("Laboratoriemedicin", "care", "laboratory", 338, 206, _I, drivers=("3120",)),
        Activity("Folktandvården", "care", "surgery", 402, 268, _I, drivers=("3010",)),
        Activity("Hälsa och funktionsstöd", "care", "surgery", 126, 8, _P),
        Activity("Sjukvårdsrådgivningen 1177", "office", "administration", 48, 6, _P),
        Activity("Förvaltningsgemensamt", "office", "administration", 51, 7, _O),
    ),
    "DNPSH": (
        Activity("Vuxenpsykiatri, öppenvård", "care", "psychiatry", 262, 14, _P, drivers=("4010", "4510")),
        Activity(
            "Vuxenpsykiatri, slutenvård",
            "care",
            "psychiatry",
            238,
            9,
            {STAFF: 0.6, BOUGHT: 0.4},
            drivers=("4040", "4020", "5030", "5040"),
        ),
        Activity("Barn- och ungdomspsykiatri", "care", "psychiatry", 176, 11, _P),
        Activity("Rättspsykiatri", "care", "psychiatry", 98, 42, _I),
        Activity("Beroendevård", "care", "psychiatry", 62, 7, _P),
        Activity("Köpt psykiatrisk vård", "purchaser", "bought_care", 44, 0, _K),
        Activity("Förvaltningsgemensamt", "office", "administration", 47, 6, _O),
    ),
    "DNNSVH": (
        Activity("Vårdcentraler norra Halland", "care", "surgery", 386, 378, _I),
        Activity("Vårdcentraler mellersta Halland", "care", "surgery", 428, 421, _P),
        Activity(
            "Vårdcentraler södra Halland",
            "care",
            "surgery",
            497,
            488,
            {BOUGHT: 0.8, STAFF: 0.2},
            drivers=("5030", "4040"),
        ),
        Activity("Jourverksamhet", "care", "surgery", 74, 32, _P, drivers=("4020",)),
        Activity("Ungdomsmottagningar", "care", "psychiatry", 38, 19, _P),
        Activity("Smittskydd och vaccination", "care", "surgery", 22, 13, _L),
        Activity("Förvaltningsgemensamt", "office", "administration", 61, 52, _O),
    ),
    "DNKS": (
        Activity("Folkhögskolor", "school", "education", 118, 71, _P),
        Activity("Naturbruksskolor", "school", "education", 142, 104, _O, drivers=("6110",)),
        Activity("Kultur i Halland", "grants", "grants", 74, 22, _O, drivers=("6910",)),
        Activity("Scenkonst och musik", "grants", "education", 36, 9, _I),
        Activity("Utbildningssamverkan", "office", "administration", 8, 2, _P),
        Activity("Förvaltningsgemensamt", "office", "administration", 15, 2, _P),
    ),
    "DNKT": (
        Activity("Regionbuss", "traffic", "line_traffic", 296, 98, _K, drivers=("5220",)),
        Activity("Stadsbuss", "traffic", "line_traffic", 206, 84, _K, drivers=("5220",)),
        Activity(
            "Öresundståg och tågtrafik",
            "traffic",
            "line_traffic",
            312,
            132,
            {BOUGHT: 0.6, REVENUE: 0.4},
            drivers=("5240",),
        ),
        Activity("Särskild kollektivtrafik", "traffic", "line_traffic", 104, 68, _K),
        Activity("Kundservice och försäljning", "office", "administration", 22, 3, _P),
        Activity("Förvaltningsgemensamt", "office", "administration", 19, 2, _O),
    ),
    "DNRGS": (
        Activity("Måltider", "service", "service", 196, 195, _O, drivers=("6520",)),
        Activity("Städ och vårdnära service", "service", "service", 238, 237.5, _P),
        Activity("Transport och logistik", "service", "service", 92, 92.5, _O),
        Activity("Förråd och varuförsörjning", "service", "supplies", 118, 118.5, _O),
        Activity("Tvätt och textil", "service", "service", 64, 64.5, _O),
        Activity("Fastighetsservice", "service", "service", 176, 177, _I),
        Activity("Upphandling och administration", "service", "service", 41, 40, _P),
    ),
    "PN": (Activity("Patientnämndens verksamhet", "office", "elected", 1.1, 0.1),),
    "GNHH": (
        Activity("Hjälpmedel", "care", "laboratory", 168, 112, _L),
        Activity("Hemsjukvård", "care", "surgery", 31, 9, _P),
        Activity("Gemensamt", "office", "administration", 6, 1),
    ),
    "REV": (Activity("Revision", "office", "elected", 6.1, 0.1),),
    "RHF": (
        Activity("Lokaluthyrning", "service", "property", 402, 612, _I),
        Activity("Drift och energi", "service", "property", 168, 14, _O),
        Activity("Planerat underhåll", "service", "property", 58, 2, _O),
        Activity("Gemensamt", "office", "administration", 9, 1),
    ),
    "RGK": (
        Activity("Pensioner", "office", "pensions", 548, 0, _P),
        Activity("Försäkringar och gemensamma avtal", "office", "elected", 64, 6, _O),
        Activity("Utvecklingsmedel", "grants", "grants", 65, 0, _O),
    ),
}

ACTIVITIES: dict[str, tuple[Activity, ...]] = {
    code: tuple(replace(activity, committee=code) for activity in activities)
    for code, activities in _BY_COMMITTEE.items()
}
