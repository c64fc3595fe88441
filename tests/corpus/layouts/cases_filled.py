"""Words that stand once for several rows: in merged cells, on the first of them, or alone in a row above."""

from tests.corpus.layouts.cases_headings import COMMITTEES
from tests.office_tables import Office

ROWS = """
sheet: Utfall
key: [committee, activity, account]
columns:
  committee: {header: Nämnd, type: text}
  activity: {header: Verksamhet, type: text}
  account: {header: Konto, type: text}
  outcome: {header: Utfall, type: amount, unit: kr, sign: ledger}
"""
FIRST = ROWS.replace("Nämnd, type: text", "Nämnd, type: text, fill_down: true").replace(
    "Verksamhet, type: text", "Verksamhet, type: text, fill_down: true"
)
WIDE = """
sheet: Utfall
key: [period, activity, account]
columns:
  period: {header: "{month}", type: period}
  activity: {header: Verksamhet, type: text}
  account: {header: Konto, type: text}
  outcome: {header: "{month}", type: amount, unit: kr, sign: ledger}
"""
GROUPS = """
sheet: Investeringar
key: [project]
columns:
  group:
    {header: Grupp, type: choice, choices: {decided: [Redan beslutade], new: [Nya behov]}, group_row: true}
  project: {header: Investering, type: text}
  year: {header: "2024", type: amount, unit: mnkr, sign: magnitude}
"""
HEAD = "Nämnd | Verksamhet | Konto | Utfall\n"
TABLE = f"{HEAD}Kultur | Bibliotek | a | 1\n | | b | 2\n | Konst | c | 3\nTrafik | Buss | d | 4"
LONG = (
    "Kultur | Bibliotek | a | -1 D2\nKultur | Bibliotek | b | -2 D3\nKultur | Konst | c | -3 D4\n"
    "Trafik | Buss | d | -4 D5"
)

OFFICES = [
    Office("sammanslaget nedåt", ROWS, TABLE, LONG, merged=((1, 0, 3, 0), (1, 1, 2, 1))),
    Office("namnet på första raden", FIRST, TABLE, LONG),
    Office(
        "namnet på första raden utan nyckeln",
        ROWS,
        TABLE,
        found="A4: Cellen är tom.\n"
        "A3: Raden ”b” kan inte läsas i kolumnerna ”Nämnd” och ”Verksamhet”, som varje rad har något i.",
    ),
    Office(
        "ett okänt ord i sammanslagna celler sägs en gång",
        COMMITTEES.replace("key: [committee]", "key: [committee, line]").replace(
            "  frame:", "  line: {header: Rad, type: text}\n  frame:"
        ),
        "Nämnd | Rad | Ram\n530 | a | 1\n | b | 2",
        merged=((1, 0, 2, 0),),
        found="A2: Här står ”530”, som är okänt.",
    ),
    Office(
        "sammanslaget över en del av raderna",
        ROWS,
        TABLE,
        merged=((1, 0, 3, 0),),
        found="B3: Cellen är tom.",
    ),
    Office(
        "en verksamhet gäller inte nästa nämnd",
        FIRST,
        f"{HEAD}Kultur | Bibliotek | a | 1\nTrafik | | d | 4",
        found="B3: Cellen är tom.",
    ),
    Office(
        "en summa fylls inte i, och avslutar sin verksamhet",
        FIRST,
        f"{HEAD}Kultur | Bibliotek | a | 1\n | | b | 2\n | | Summa | 3\n | Konst | c | 3\n | Summa | | 6",
        "Kultur | Bibliotek | a | -1 D2\nKultur | Bibliotek | b | -2 D3\nKultur | Konst | c | -3 D5",
        totals="D4 | 3 | 3\nD6 | 6 | 6",
    ),
    Office(
        "en rad efter verksamhetens summa",
        FIRST,
        f"{HEAD}Kultur | Bibliotek | a | 1\n | | Summa | 1\n | | b | 2",
        found="B4: Cellen är tom.",
    ),
    Office(
        "en rad efter nämndens summa",
        FIRST,
        f"{HEAD}Kultur | Bibliotek | a | 1\n | Summa | | 1\n | Konst | b | 2",
        found="A4: Cellen är tom.",
    ),
    Office(
        "bara tal i tabellen fylls inte i",
        FIRST,
        f"{HEAD}Kultur | Bibliotek | a | 1\n | | | 1",
        found="A3: En rad utan ord kan inte läsas i kolumnerna ”Nämnd”, ”Verksamhet” och ”Konto”, som varje rad har "
        "något i.",
    ),
    Office(
        "en tom rad avbryter",
        FIRST.replace("key:", "blank_rows: allowed\nkey:"),
        f"{HEAD}Kultur | Bibliotek | a | 1\n\n | Konst | b | 2",
        found="A4: Cellen är tom.",
    ),
    Office(
        "bara tal i sammanslagna celler fylls inte i",
        ROWS,
        f"{HEAD}Kultur | Bibliotek | a | 1\n | | b | 2\n | | | 3",
        merged=((1, 0, 3, 0), (1, 1, 3, 1)),
        found="A4: En rad utan ord kan inte läsas i kolumnerna ”Nämnd”, ”Verksamhet” och ”Konto”, som varje rad har "
        "något i.",
    ),
    Office(
        "sammanslagna tal fylls inte i",
        ROWS,
        f"{HEAD}Kultur | Bibliotek | a | 1\nKultur | Bibliotek | b |",
        merged=((1, 3, 2, 3),),
        found="D3: Cellen är tom.",
    ),
    Office(
        "sammanslaget över månadernas rader",
        WIDE,
        "Verksamhet | Konto | jan | feb\nBibliotek | a | 1 | 2\n | b | 3 | 4",
        "2024-01 | Bibliotek | a | -1 C2\n2024-01 | Bibliotek | b | -3 C3\n"
        "2024-02 | Bibliotek | a | -2 D2\n2024-02 | Bibliotek | b | -4 D3",
        merged=((1, 0, 2, 0),),
    ),
    Office(
        "ett ord ovanför sina rader",
        GROUPS,
        "Investering | 2024\nRedan beslutade |\nLed | 1\nNya behov |\nLarm | 2\nMöbler | 3\nSumma | 6",
        "decided | Led | 1000000 B3\nnew | Larm | 2000000 B5\nnew | Möbler | 3000000 B6",
        totals="B7 | 6 | 6",
    ),
    Office(
        "en rad utan ord ovanför",
        GROUPS,
        "Investering | 2024\nLed | 1\nNya behov |\nLarm | 2",
        found="A2: Ovanför raden står ingen rad med ett av orden för grupp.",
    ),
    Office(
        "ett okänt ord ovanför är en rad utan belopp",
        GROUPS,
        "Investering | 2024\nRedan beslutade |\nLed | 1\nÖvrigt |\nLarm | 2",
        found="B4: Cellen är tom.",
    ),
]
