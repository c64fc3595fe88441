"""The fictional chart of accounts: which accounts a kind of activity has, and how its costs fall on account classes."""

from __future__ import annotations

REVENUE = "Intäkter"
STAFF = "Personalkostnader"
BOUGHT = "Köpt vård och verksamhet"
MEDICINES = "Läkemedel och material"
OTHER = "Övriga driftskostnader"
DEPRECIATION = "Avskrivningar"

CLASSES = (REVENUE, STAFF, BOUGHT, MEDICINES, OTHER, DEPRECIATION)

Account = tuple[str, str, float]

_STAFF: tuple[Account, ...] = (
    ("4010", "Månadslöner", 52),
    ("4020", "Timlöner", 4),
    ("4030", "Ob-ersättning", 3),
    ("4040", "Övertid och mertid", 2),
    ("4050", "Jour och beredskap", 2.5),
    ("4110", "Semesterlön", 7),
    ("4120", "Sjuklön", 1.5),
    ("4510", "Arbetsgivaravgifter", 20),
    ("4520", "Pensionskostnader", 6),
    ("4610", "Utbildning och konferenser", 0.8),
    ("4620", "Personalvård och friskvård", 0.5),
    ("4690", "Övriga personalkostnader", 0.7),
)
_OTHER: tuple[Account, ...] = (
    ("6010", "Lokalhyror", 30),
    ("6110", "Energi och vatten", 5),
    ("6150", "Städning och avfall", 7),
    ("6210", "IT-tjänster", 15),
    ("6220", "Telefoni och datakommunikation", 3),
    ("6310", "Transporter och frakt", 3),
    ("6320", "Resor och logi", 2),
    ("6410", "Konsulttjänster", 5),
    ("6510", "Tvätt och textilier", 4),
    ("6520", "Måltider och livsmedel", 6),
    ("6610", "Reparation och underhåll", 6),
    ("6710", "Kontorsmaterial och trycksaker", 1.5),
    ("6720", "Förbrukningsinventarier", 5),
    ("6810", "Försäkringar och avgifter", 2.5),
    ("6990", "Övriga kostnader", 3),
)
_GRANTS: tuple[Account, ...] = (("6910", "Lämnade bidrag", 80), ("6920", "Medfinansiering av projekt", 20))
_DEPRECIATION: tuple[Account, ...] = (
    ("7910", "Avskrivning inventarier", 60),
    ("7920", "Avskrivning teknisk utrustning", 40),
)
_CARE_REVENUE: tuple[Account, ...] = (
    ("3010", "Patientavgifter", 20),
    ("3110", "Såld vård inom Region Halland", 40),
    ("3120", "Såld vård till andra regioner", 18),
    ("3210", "Ersättning för utbildningsplatser", 5),
    ("3510", "Riktade statsbidrag", 12),
    ("3610", "Hyresintäkter", 1),
    ("3990", "Övriga intäkter", 4),
)
_CARE_BOUGHT: tuple[Account, ...] = (
    ("5010", "Köpt vård, andra regioner", 30),
    ("5020", "Köpt vård, privata vårdgivare", 20),
    ("5030", "Inhyrd personal, läkare", 30),
    ("5040", "Inhyrd personal, sjuksköterskor", 20),
)
_CARE_MEDICINES: tuple[Account, ...] = (
    ("5510", "Läkemedel på rekvisition", 45),
    ("5520", "Läkemedel inom förmånen", 10),
    ("5610", "Sjukvårdsmaterial", 18),
    ("5620", "Laboratoriematerial", 6),
    ("5630", "Implantat och proteser", 9),
    ("5640", "Medicintekniskt förbrukningsmaterial", 8),
    ("5650", "Hjälpmedel", 4),
)

_OFFICE_REVENUE: tuple[Account, ...] = (
    ("3110", "Försäljning inom Region Halland", 70),
    ("3150", "Försäljning till kommuner", 8),
    ("3510", "Riktade statsbidrag", 14),
    ("3520", "EU-bidrag och projektmedel", 4),
    ("3990", "Övriga intäkter", 4),
)
_OFFICE_BOUGHT: tuple[Account, ...] = (
    ("5110", "Köpt verksamhet, kommuner", 40),
    ("5120", "Köpt verksamhet, övriga", 40),
    ("5130", "Ersättning till samverkansorgan", 20),
)

KINDS: dict[str, dict[str, tuple[Account, ...]]] = {
    "care": {
        REVENUE: _CARE_REVENUE,
        STAFF: _STAFF,
        BOUGHT: _CARE_BOUGHT,
        MEDICINES: _CARE_MEDICINES,
        OTHER: _OTHER,
        DEPRECIATION: _DEPRECIATION,
    },
    "office": {
        REVENUE: _OFFICE_REVENUE,
        STAFF: _STAFF,
        BOUGHT: _OFFICE_BOUGHT,
        OTHER: _OTHER,
        DEPRECIATION: _DEPRECIATION,
    },
    "purchaser": {
        REVENUE: _OFFICE_REVENUE,
        STAFF: _STAFF[:1] + _STAFF[7:9],
        BOUGHT: (
            ("5010", "Köpt vård, andra regioner", 25),
            ("5015", "Ersättning inom vårdval, egna enheter", 30),
            ("5020", "Ersättning inom vårdval, privata enheter", 35),
            ("5060", "Högspecialiserad vård", 10),
        ),
        MEDICINES: (("5520", "Läkemedel inom förmånen", 92), ("5530", "Smittskyddsläkemedel", 8)),
        OTHER: (*_GRANTS, *_OTHER[3:8], _OTHER[14]),
    },
    "grants": {
        REVENUE: _OFFICE_REVENUE,
        STAFF: _STAFF,
        BOUGHT: _OFFICE_BOUGHT,
        OTHER: (("6910", "Lämnade bidrag", 160), ("6920", "Medfinansiering av projekt", 30), *_OTHER),
        DEPRECIATION: _DEPRECIATION,
    },
    "school": {
        REVENUE: (
            ("3110", "Försäljning inom Region Halland", 4),
            ("3150", "Interkommunala ersättningar", 48),
            ("3160", "Kursavgifter, kost och logi", 14),
            ("3510", "Riktade statsbidrag", 28),
            ("3610", "Hyresintäkter", 2),
            ("3990", "Övriga intäkter", 4),
        ),
        STAFF: _STAFF,
        BOUGHT: _OFFICE_BOUGHT,
        OTHER: (("6910", "Lämnade bidrag", 8), ("6730", "Läromedel och undervisningsmaterial", 6), *_OTHER),
        DEPRECIATION: _DEPRECIATION,
    },
    "traffic": {
        REVENUE: (
            ("3220", "Biljettintäkter, periodkort", 42),
            ("3230", "Biljettintäkter, enkelbiljetter", 34),
            ("3240", "Skolkort", 14),
            ("3150", "Ersättning från kommuner", 6),
            ("3510", "Riktade statsbidrag", 2),
            ("3990", "Övriga intäkter", 2),
        ),
        STAFF: _STAFF,
        BOUGHT: (
            ("5210", "Trafikavtal, grundersättning", 62),
            ("5220", "Trafikavtal, indexuppräkning", 16),
            ("5230", "Trafikavtal, incitament", 6),
            ("5240", "Förstärkningstrafik och ersättningstrafik", 5),
            ("5250", "Banavgifter och depåer", 6),
            ("5260", "Biljettkontroll och trygghet", 5),
        ),
        OTHER: _OTHER,
        DEPRECIATION: _DEPRECIATION,
    },
    "service": {
        REVENUE: (
            ("3110", "Försäljning inom Region Halland", 92),
            ("3150", "Försäljning till kommuner", 4),
            ("3160", "Försäljning till personal och besökare", 2),
            ("3610", "Hyresintäkter", 1),
            ("3990", "Övriga intäkter", 1),
        ),
        STAFF: _STAFF,
        OTHER: (("6530", "Varor för vidareförsäljning", 40), ("6540", "Drivmedel och fordon", 8), *_OTHER),
        DEPRECIATION: _DEPRECIATION,
    },
}

# Shares of the gross cost, in per cent, on the account classes.
MIXES: dict[str, dict[str, float]] = {
    "ward": {STAFF: 62, BOUGHT: 7, MEDICINES: 15, OTHER: 14, DEPRECIATION: 2},
    "theatre": {STAFF: 52, BOUGHT: 4, MEDICINES: 26, OTHER: 13, DEPRECIATION: 5},
    "laboratory": {STAFF: 46, BOUGHT: 6, MEDICINES: 24, OTHER: 18, DEPRECIATION: 6},
    "surgery": {STAFF: 66, BOUGHT: 8, MEDICINES: 9, OTHER: 16, DEPRECIATION: 1},
    "psychiatry": {STAFF: 76, BOUGHT: 5, MEDICINES: 4, OTHER: 14.5, DEPRECIATION: 0.5},
    "bought_care": {BOUGHT: 96, OTHER: 4},
    "benefit": {MEDICINES: 99, OTHER: 1},
    "choice": {BOUGHT: 97, OTHER: 3},
    "administration": {STAFF: 48, BOUGHT: 4, OTHER: 44, DEPRECIATION: 4},
    "elected": {STAFF: 42, OTHER: 57, DEPRECIATION: 1},
    "grants": {STAFF: 22, BOUGHT: 8, OTHER: 69.5, DEPRECIATION: 0.5},
    "education": {STAFF: 63, BOUGHT: 2, OTHER: 32.5, DEPRECIATION: 2.5},
    "line_traffic": {STAFF: 2, BOUGHT: 92, OTHER: 5.5, DEPRECIATION: 0.5},
    "service": {STAFF: 54, OTHER: 43.5, DEPRECIATION: 2.5},
    "supplies": {STAFF: 18, OTHER: 81, DEPRECIATION: 1},
    "property": {STAFF: 12, OTHER: 66.75, DEPRECIATION: 21.25},
    "pensions": {STAFF: 98, OTHER: 2},
}
