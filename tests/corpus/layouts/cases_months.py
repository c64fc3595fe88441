"""Months as columns, amounts since January, and the year's budget in one column."""

from tests.office_tables import Office

WIDE = """
sheet: Huvudbok
key: [period, account]
columns:
  period: {header: "{month}", type: period}
  account: {header: Konto, type: text}
  outcome: {header: "{month}", synonyms: ["Utfall {month}"], type: amount, unit: kr, sign: ledger}
"""
TWO = """
sheet: Huvudbok
key: [period, account]
columns:
  period: {header: "{month}", type: period}
  account: {header: Konto, type: text}
  budget: {header: "Budget {month}", type: amount, unit: kr, sign: ledger}
  outcome: {header: "Utfall {month}", type: amount, unit: kr, sign: ledger, empty: after_period}
"""
GROUPS = """
sheet: Huvudbok
key: [period, account]
heading_rows: 2
columns:
  period: {header: "{month}", type: period}
  account: {header: Konto, type: text}
  budget: {header: "{month}", group: Budget, type: amount, unit: kr, sign: ledger}
  outcome: {header: "{month}", group: Utfall, type: amount, unit: kr, sign: ledger}
"""
ACCUMULATED = WIDE.replace("sign: ledger}", "sign: ledger, from_accumulated: true}").replace(
    "Utfall {month}", "Utfall ack {month}"
)
ROWS = """
sheet: Huvudbok
key: [period, account]
columns:
  period: {header: Månad, type: period}
  account: {header: Konto, type: text}
  outcome: {header: Utfall ack, type: amount, unit: kr, sign: ledger, from_accumulated: true}
"""
YEARLY = """
sheet: Huvudbok
key: [period, account]
columns:
  period: {header: "{month}", type: period}
  account: {header: Konto, type: text}
  budget: {header: Årsbudget, type: amount, unit: kr, sign: ledger, spread: twelfths}
  outcome: {header: "Utfall {month}", type: amount, unit: kr, sign: ledger, empty: after_period}
"""
LONG = "2024-01 | 4010 | -10 B2\n2024-01 | 4020 | -30 B3\n2024-02 | 4010 | -20 C2\n2024-02 | 4020 | -40 C3"

QUARTERLY = YEARLY.replace("Årsbudget,", '"Budget {quarter}",').replace("twelfths", "evenly")
TERTIALS = QUARTERLY.replace("quarter", "tertial")


def wide(first: str, second: str) -> str:
    return f"Konto | {first} | {second}\n'4010 | 10 | 20\n'4020 | 30 | 40"


OFFICES = [
    Office("månader i ord", WIDE, wide("januari", "februari"), LONG),
    Office("månader förkortade", WIDE, wide("Jan", "Feb"), LONG),
    Office("månader med punkt", WIDE, wide("jan.", "feb."), LONG),
    Office("månader med år", WIDE, wide("2024-01", "2024-02"), LONG),
    Office("månader som tal", WIDE, wide("202401", "202402"), LONG),
    Office("månader med kort år", WIDE, wide("jan-24", "feb-24"), LONG),
    Office("månader numrerade", WIDE, wide("1", "2"), LONG),
    Office("månader med ord före", WIDE, wide("Utfall jan", "Utfall feb"), LONG),
    Office("månader med enhet", WIDE, wide("Utfall jan (kr)", "Utfall feb (kr)"), LONG),
    Office(
        "en blank rad ovanför",
        WIDE,
        "Belopp\n| |\nKonto | jan | feb\n'4010 | 10 | 20",
        "2024-01 | 4010 | -10 B4\n2024-02 | 4010 | -20 C4",
    ),
    Office(
        "månader i omvänd ordning",
        WIDE,
        "feb | jan | Konto\n20 | 10 | '4010",
        "2024-01 | 4010 | -10 B2\n2024-02 | 4010 | -20 A2",
    ),
    Office(
        "två års månader",
        WIDE,
        "Konto | 2023-01 | 2024-01 | 2023-02 | 2024-02\n'4010 | 1 | 10 | 2 | 20",
        "2024-01 | 4010 | -10 C2\n2024-02 | 4010 | -20 E2",
    ),
    Office(
        "en månad som saknas",
        WIDE,
        "Konto | jan | mar\n'4010 | 10 | 30",
        found=": Kolumnen ”Månad” för februari saknas i rubrikraden, rad 1.",
    ),
    Office(
        "en månad som står två gånger",
        WIDE,
        "Konto | jan | feb | jan\n'4010 | 10 | 30 | 11",
        found="D1: Rubriken ”Månad” eller en synonym till den står i cellerna B1 och D1.",
    ),
    Office(
        "två slags belopp",
        TWO,
        "Konto | Budget jan | Utfall jan | Budget feb | Utfall feb\n'4010 | 10 | 11 | 20 | 21",
        "2024-01 | 4010 | -10 B2 | -11 C2\n2024-02 | 4010 | -20 D2 | -21 E2",
    ),
    Office(
        "budget för fler månader än utfall",
        TWO,
        "Konto | Budget jan | Budget feb | Utfall jan\n'4010 | 10 | 20 | 11",
        "2024-01 | 4010 | -10 B2 | -11 D2\n2024-02 | 4010 | -20 C2 | saknas D2",
    ),
    Office(
        "grupper av månader",
        GROUPS,
        "| Budget | | Utfall |\nKonto | jan | feb | jan | feb\n'4010 | 10 | 20 | 11 | 21",
        "2024-01 | 4010 | -10 B3 | -11 D3\n2024-02 | 4010 | -20 C3 | -21 E3",
    ),
    Office(
        "månader med en not direkt under",
        WIDE,
        f"{wide('jan', 'feb')}\n* Preliminärt\n\nKälla: ekonomisystemet",
        LONG,
    ),
    Office(
        "en rad under månadernas tabell",
        WIDE,
        f"{wide('jan', 'feb')}\n\n'4030 | 5 | 6",
        found="A5: Raden är ifylld men står efter en tom rad, rad 4. Rader efter en tom rad läses inte.",
    ),
    Office(
        "en tom cell bland månader",
        WIDE,
        "Konto | jan | feb\n'4010 | 10 |",
        found="C2: Cellen är tom.",
    ),
    Office(
        "en rad två gånger",
        WIDE,
        "Konto | jan\n'4010 | 10\n'4010 | 20",
        found="B3: Rad 3 har samma nyckel som rad 2: Månad ”2024-01” och Konto ”4010”.",
    ),
    Office(
        "ackumulerade kolumner",
        ACCUMULATED,
        "Konto | Utfall ack jan | Utfall ack feb | Utfall ack mar\n'4010 | 10 | 35 | 30",
        "2024-01 | 4010 | -10 B2\n2024-02 | 4010 | -25 B2,C2\n2024-03 | 4010 | 5 C2,D2",
    ),
    Office(
        "ackumulerade kolumner med tid",
        ACCUMULATED,
        "Konto | Utfall ack jan | Utfall ack jan-feb\n'4010 | 10 | 35",
        "2024-01 | 4010 | -10 B2\n2024-02 | 4010 | -25 B2,C2",
    ),
    Office(
        "ackumulerade rader",
        ROWS,
        "Månad | Konto | Utfall ack\n2024-01 | '4010 | 10\n2024-01 | '4020 | 1\n"
        "2024-02 | '4010 | 35\n2024-02 | '4020 | 1",
        "2024-01 | 4010 | -10 C2\n2024-01 | 4020 | -1 C3\n2024-02 | 4010 | -25 C2,C4\n2024-02 | 4020 | 0 C3,C5",
    ),
    Office(
        "ackumulerade rader utan en månad",
        ROWS,
        "Månad | Konto | Utfall ack\n2024-01 | '4010 | 10\n2024-03 | '4010 | 35",
        found="C3: Här står ett ackumulerat belopp för 2024-03, men det saknas ett för månaden före.",
    ),
    Office(
        "årsbudget i en kolumn",
        YEARLY,
        "Konto | Årsbudget | Utfall jan\n'4010 | 120 | 11",
        "B1: Årets belopp i kolumnen ”Årsbudget” är fördelade med en tolftedel på varje månad.\n"
        "2024-01 | 4010 | -10 B2 | -11 C2\n"
        + "\n".join(f"2024-{month:02} | 4010 | -10 B2 | saknas C2" for month in range(2, 13)),
    ),
    Office(
        "månader över sina slag",
        TWO.replace("key:", "heading_rows: 2\nkey:"),
        "| jan | | feb |\nKonto | Budget | Utfall | Budget | Utfall\n'4010 | 10 | 11 | 20 | 21",
        "2024-01 | 4010 | -10 B3 | -11 C3\n2024-02 | 4010 | -20 D3 | -21 E3",
    ),
    Office(
        "år över månader",
        WIDE.replace("key:", "heading_rows: 2\nkey:"),
        "| 2023 | | 2024 |\nKonto | jan | feb | jan | feb\n'4010 | 1 | 2 | 10 | 20",
        "2024-01 | 4010 | -10 D3\n2024-02 | 4010 | -20 E3",
    ),
    Office(
        "budget för varje kvartal",
        QUARTERLY,
        "Konto | Budget kv 1 | Budget kv 2 | Budget kv 3 | Budget kv 4 | Utfall jan\n'4010 | 30 | 60 | 90 | 120 | 11",
        "B1: Beloppen i kolumnen ”Budget kvartal” är fördelade lika på sina 3 månader.\n"
        "2024-01 | 4010 | -10 B2 | -11 F2\n"
        + "\n".join(
            f"2024-{month:02} | 4010 | -{(month + 2) // 3 * 10} {'BCDE'[(month - 1) // 3]}2 | saknas F2"
            for month in range(2, 13)
        ),
    ),
    Office(
        "budget för varje tertial",
        TERTIALS,
        "Konto | Budget T1 2024 | Budget T2 2024 | Budget T3 2024 | Utfall jan\n'4010 | 40 | 80 | 120 | 11",
        "B1: Beloppen i kolumnen ”Budget tertial” är fördelade lika på sina 4 månader.\n"
        "2024-01 | 4010 | -10 B2 | -11 E2\n"
        + "\n".join(
            f"2024-{month:02} | 4010 | -{(month + 3) // 4 * 10} {'BCD'[(month - 1) // 4]}2 | saknas E2"
            for month in range(2, 13)
        ),
    ),
    Office(
        "ett kvartal som saknas",
        QUARTERLY,
        "Konto | Budget Q1 | Budget Q3 | Utfall jan\n'4010 | 30 | 90 | 11",
        found=": Kolumnen ”Budget kvartal” för april, maj, juni, oktober, november och december saknas i rubrikraden, "
        "rad 1.",
    ),
    Office(
        "ett kvartals budget som text",
        QUARTERLY,
        "Konto | Budget första kvartalet | Budget andra kvartalet | Budget tredje kvartalet | Budget fjärde kvartalet"
        " | Utfall jan\n'4010 | '30 | 60 | 90 | 120 | 11",
        found="B1: Beloppen i kolumnen ”Budget kvartal” är fördelade lika på sina 3 månader.\n"
        "B2: Här står ett belopp för flera månader som text eller med ett talformat som visar något annat.\n"
        "B2: Cellen är tom.",
    ),
    Office(
        "förra årets kvartal",
        QUARTERLY,
        "Konto | Budget 2023Q1 | Utfall jan\n'4010 | 30 | 11",
        found=": Kolumnen ”Budget kvartal” saknas i rubrikraden, rad 1.",
    ),
]
