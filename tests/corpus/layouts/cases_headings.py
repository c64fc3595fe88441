"""Headings in another order and with other words, with years in them, and with groups above them."""

from tests.office_tables import Office

WILD = """
sheet: Utfall
key: [line]
columns:
  line: {header: Verksamhet, synonyms: ["Verksamhet *", Ansvar*], type: text}
  outcome: {header: Utfall, synonyms: ["Utfall *", "* utfall"], type: amount, unit: tkr, sign: ledger}
"""
BUDGET_TOO = """
sheet: Utfall
key: [line]
columns:
  line: {header: Verksamhet, type: text}
  budget: {header: "Budget *", type: amount, unit: tkr, sign: ledger}
  outcome: {header: "Utfall *", type: amount, unit: tkr, sign: ledger}
"""
FRAMES = """
sheet: Ramar
key: [line]
columns:
  line: {header: Nämnd, type: text}
  year_0: {header: "2024", synonyms: ["Budget 2024", "Ram 2024"], type: amount, unit: mnkr, sign: ledger}
  year_1: {header: "2025", type: amount, unit: mnkr, sign: ledger, optional: true, empty: allowed}
  year_2: {header: "2026", type: amount, unit: mnkr, sign: ledger, optional: true, empty: allowed}
"""
GROUPED = """
sheet: Ekonomi
key: [line]
heading_rows: 2
columns:
  line: {header: Verksamhet, type: text}
  budget: {header: Budget, group: "2024", type: amount, unit: tkr, sign: ledger}
  outcome: {header: Utfall, group: "2024", type: amount, unit: tkr, sign: ledger}
  previous: {header: Utfall, group: "2023", type: amount, unit: tkr, sign: ledger}
"""
TWO_ROWS = """
sheet: Ekonomi
key: [line]
heading_rows: 2
columns:
  line: {header: Verksamhet, type: text}
  budget: {header: Budget 2024, type: amount, unit: tkr, sign: ledger}
"""
COMMITTEES = """
sheet: Ramar
key: [committee]
committees: {DNKS: [510, Kulturen], DNKT: ["520"]}
columns:
  committee: {header: Nämnd, type: committee}
  frame: {header: Ram, type: amount, unit: mnkr, sign: ledger}
"""
BIBLIOTEK = "Bibliotek | -12000 B2"
MISSING = ": Kolumnen ”Utfall” saknas i rubrikraden, rad 1."


def wild(heading: str) -> str:
    return f"Verksamhet | {heading}\nBibliotek | 12"


OFFICES = [
    Office("asterisk för en period", WILD, wild("Utfall 2024-04"), BIBLIOTEK),
    Office("asterisk för ingenting", WILD, wild("Utfall"), BIBLIOTEK),
    Office("asterisk framför", WILD, wild("Bokfört utfall"), BIBLIOTEK),
    Office("asterisk med enhet", WILD, wild("Utfall 2024 (tkr)"), BIBLIOTEK),
    Office("asterisk utan mellanslag", WILD, "Ansvarsområde | Utfall\nBibliotek | 12", BIBLIOTEK),
    Office("asterisk står inte för ackumulerat", WILD, wild("Utfall ack"), found=MISSING),
    Office("asterisk står inte för föregående år", WILD, wild("Utfall föregående år"), found=MISSING),
    Office("asterisk står inte för ett annat år", WILD, wild("Utfall 2023"), found=MISSING),
    Office("asterisk står inte för en avvikelse", WILD, wild("Utfall avvikelse"), found=MISSING),
    Office(
        "två som passar är en fråga",
        WILD,
        "Verksamhet | Utfall drift | Utfall netto\nBibliotek | 12 | 13",
        found="C1: Rubriken ”Utfall” eller en synonym till den står i cellerna B1 och C1.",
    ),
    Office(
        "ett som heter så och ett som passar är en fråga",
        WILD,
        "Verksamhet | Utfall | Utfall netto\nBibliotek | 12 | 13",
        found="C1: Rubriken ”Utfall” eller en synonym till den står i cellerna B1 och C1.",
    ),
    Office(
        "asterisker i två kolumner",
        BUDGET_TOO,
        "Verksamhet | Utfall t1 | Budget t1\nBibliotek | 12 | 11",
        "Bibliotek | -11000 C2 | -12000 B2",
    ),
    Office(
        "färre år än layouten",
        FRAMES,
        "Nämnd | 2024\nKultur | 183",
        "Kultur | -183000000 B2 | saknas | saknas",
    ),
    Office(
        "fler år än layouten",
        FRAMES,
        "Nämnd | 2024 | 2025 | 2026 | 2027 | 2028 | 2029\nKultur | 183 | 191 | 197 | 203 | 209 | 215",
        "Kultur | -183000000 B2 | -191000000 C2 | -197000000 D2",
    ),
    Office(
        "år i omvänd ordning",
        FRAMES,
        "2026 | 2025 | Ram 2024 | Nämnd\n197 | 191 | 183 | Kultur",
        "Kultur | -183000000 C2 | -191000000 B2 | -197000000 A2",
    ),
    Office(
        "grupp ovanför",
        GROUPED,
        "| 2024 | | 2023\nVerksamhet | Budget | Utfall | Utfall\nBibliotek | 11 | 12 | 10",
        "Bibliotek | -11000 B3 | -12000 C3 | -10000 D3",
    ),
    Office(
        "grupp i annan ordning",
        GROUPED,
        "| 2023 | 2024 |\nVerksamhet | Utfall | Utfall | Budget\nBibliotek | 10 | 12 | 11",
        "Bibliotek | -11000 D3 | -12000 C3 | -10000 B3",
    ),
    Office(
        "sammanslagen grupp",
        GROUPED,
        "Verksamhet | 2024 | | 2023 | Kommentar\n| Budget | Utfall | Utfall | Budget\nBibliotek | 11 | 12 | 10 | 9",
        "Bibliotek | -11000 B3 | -12000 C3 | -10000 D3",
        merged=((0, 0, 1, 0), (0, 1, 0, 2)),
    ),
    Office(
        "rubrik på två rader",
        TWO_ROWS,
        "| Budget\nVerksamhet | 2024\nBibliotek | 11",
        "Bibliotek | -11000 B3",
    ),
    Office(
        "året ovanför ordet",
        TWO_ROWS,
        "| 2024 | 2025\nVerksamhet | Budget | Budget\nBibliotek | 11 | 12",
        "Bibliotek | -11000 B3",
    ),
    Office(
        "samma rubrik i två grupper",
        GROUPED,
        "| 2024 | | | 2023\nVerksamhet | Budget | Utfall | Utfall | Utfall\nBibliotek | 11 | 12 | 13 | 10",
        found="D2: Rubriken ”Utfall” eller en synonym till den står i cellerna C2 och D2.",
    ),
    Office(
        "en grupp mitt över sina kolumner är en fråga",
        GROUPED,
        "| | 2023 | | 2024 |\nVerksamhet | Budget | Utfall | Budget | Utfall | Avvikelse\n"
        "Bibliotek | 9 | 10 | 11 | 12 | 1",
        found=": Kolumnen ”Budget” saknas i rubrikraden, rad 2.\n"
        "B2: Rubriken ”Budget” står här utan rubrik ovanför, och i cell D2 under ”2023”.",
    ),
    Office(
        "tom kolumn inuti",
        GROUPED,
        "| 2024 | | | 2023\nVerksamhet | Budget | Utfall | | Utfall\nBibliotek | 11 | 12 | | 10",
        "Bibliotek | -11000 B3 | -12000 C3 | -10000 E3",
    ),
    Office(
        "nämnder med nummer och annat namn",
        COMMITTEES,
        "Nämnd | Ram\n510 | 183\n'520 | 572",
        "DNKS | -183000000 B2\nDNKT | -572000000 B3",
    ),
    Office(
        "en nämnd som ingen känner", COMMITTEES, "Nämnd | Ram\n530 | 183", found="A2: Här står ”530”, som är okänt."
    ),
]
