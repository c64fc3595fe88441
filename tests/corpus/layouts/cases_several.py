"""Several tables on a sheet, found by their titles; notes under a table; blank rows inside it."""

from tests.office_tables import Office

FIRST = """
sheet: Bilaga
key: [line]
after: "Driftbudget *"
before: Investeringar
columns:
  line: {header: Nämnd, type: text}
  amount: {header: Budget, type: amount, unit: mnkr, sign: ledger}
"""
SECOND = FIRST.replace('after: "Driftbudget *"\nbefore: Investeringar', "after: Investeringar").replace(
    "ledger", "magnitude"
)
PLAIN = FIRST.replace('after: "Driftbudget *"\nbefore: Investeringar\n', "")
GAPS = PLAIN.replace("key: [line]", "key: [line]\nblank_rows: allowed")
TWO = """
Driftbudget 2024
Nämnd | Budget
Kultur | 183

Investeringar
Nämnd | Budget
Kultur | 7
"""

OFFICES = [
    Office("den första av två tabeller", FIRST, TWO, "Kultur | -183000000 B3"),
    Office("den andra av två tabeller", SECOND, TWO, "Kultur | 7000000 B7"),
    Office(
        "tabeller tätt under varandra",
        FIRST,
        TWO.replace("\n\nInv", "\nInv"),
        "Kultur | -183000000 B3",
    ),
    Office(
        "långt ner på bladet",
        SECOND,
        "Innehåll\n" + "rad\n" * 60 + TWO.strip(),
        "Kultur | 7000000 B68",
    ),
    Office(
        "långt ner på bladet utan titel",
        PLAIN,
        "Innehåll\n" + "rad\n" * 60 + "Nämnd | Budget\nKultur | 183",
        "Kultur | -183000000 B63",
    ),
    Office(
        "långt ner på bladet, under en tabell med andra rubriker",
        PLAIN,
        "Nämnd | Utfall\n" + "Trafik | 7\n" * 60 + "\nNämnd | Budget\nKultur | 183",
        "Kultur | -183000000 B64",
    ),
    Office(
        "långt ner på bladet på två ställen",
        PLAIN,
        "Innehåll\n" + "rad\n" * 60 + "Nämnd | Budget\nKultur | 183\n\nNämnd | Budget\nKultur | 184",
        found=": Tabellens rubriker står alla på raderna 62 och 65.",
    ),
    Office(
        "långt ner på bladet utan en av rubrikerna",
        PLAIN,
        "Innehåll\n" + "rad\n" * 60 + "Nämnd | Utfall\nKultur | 183",
        found=": Ingen rubrikrad finns bland de 30 första raderna.",
    ),
    Office(
        "titeln står två gånger",
        SECOND,
        "Investeringar\n" + TWO.strip(),
        found=": Texten ”Investeringar” står i cellerna A1 och A6.",
    ),
    Office("titeln saknas", FIRST, "Nämnd | Budget\nKultur | 183", found=": Texten ”Driftbudget *” saknas i bladet."),
    Office(
        "en not direkt under",
        PLAIN,
        "Nämnd | Budget\nKultur | 183\n* Exklusive pensioner",
        "Kultur | -183000000 B2",
    ),
    Office(
        "två noter direkt under",
        PLAIN,
        "Nämnd | Budget\nKultur | 183\n1) Från Mål och budget 2024\nKälla: ekonomisystemet",
        "Kultur | -183000000 B2",
    ),
    Office(
        "en numrerad rad utan belopp är ingen not",
        PLAIN,
        "Nämnd | Budget\n1) Kultur | 183\n2) Trafik",
        found="B3: Cellen är tom.",
    ),
    Office(
        "en rad utan belopp är ingen not",
        PLAIN,
        "Nämnd | Budget\nKultur | 183\nRevision",
        found="B3: Cellen är tom.",
    ),
    Office(
        "tomma rader inuti",
        GAPS,
        "Nämnd | Budget\nKultur | 183\n\nTrafik | 572\n\n",
        "Kultur | -183000000 B2\nTrafik | -572000000 B4",
    ),
    Office(
        "tomma rader och en not",
        GAPS,
        "Nämnd | Budget\nKultur | 183\n\nTrafik | 572\n\nKälla: bilaga 1",
        "Kultur | -183000000 B2\nTrafik | -572000000 B4",
    ),
    Office(
        "rader efter en tom rad som inte får finnas",
        PLAIN,
        "Nämnd | Budget\nKultur | 183\n\nTrafik | 572",
        found="A4: Raden är ifylld men står efter en tom rad, rad 3. Rader efter en tom rad läses inte.",
    ),
]
