"""Units in a title, in a note above the table, in a heading and on each row."""

from tests.office_tables import Office

STATED = """
sheet: Ramar
key: [line]
columns:
  line: {header: Nämnd, type: text}
  amount: {header: Budget, type: amount, unit: stated, sign: ledger}
"""
MILLIONS = STATED.replace("stated", "mnkr")
BY_ROW = """
sheet: Ramar
key: [line]
unit_column: unit
columns:
  line: {header: Nämnd, type: text}
  unit: {header: Enhet, type: choice, choices: {kr: [kr, kronor], tkr: [tkr], mnkr: [mnkr, mkr]}}
  amount: {header: Budget, type: amount, unit: row, sign: result}
"""
TABLE = """
Nämnd | Budget
Kultur och skola | 183
"""
KULTUR = "Kultur och skola | -183000 B3"
MNKR = "Kultur och skola | -183000000 B3"
NO_UNIT = ": Beloppens enhet i ”Budget” kan inte avgöras: varken rubriken eller raderna ovanför anger någon."


def titled(title: str) -> str:
    return f"{title}\n{TABLE.strip()}"


OFFICES = [
    Office("enhet ensam i en cell", STATED, titled("tkr"), KULTUR),
    Office("enhet inom parentes", STATED, titled("(tkr)"), KULTUR),
    Office("belopp i tkr", STATED, titled("Belopp i tkr"), KULTUR),
    Office("alla belopp anges i", STATED, titled("Alla belopp anges i tkr om inget annat sägs."), KULTUR),
    Office("enhet efter kolon", STATED, titled("Enhet: tkr"), KULTUR),
    Office("enhet sist i titeln", STATED, titled("Budgetramar 2024, tkr"), KULTUR),
    Office("enhet i titelns parentes", STATED, titled("Budgetramar 2024 (mnkr)"), MNKR),
    Office("i mnkr sist", STATED, titled("Driftbudget i mnkr"), MNKR),
    Office("mkr är mnkr", STATED, titled("Belopp i mkr"), MNKR),
    Office("msek är mnkr", STATED, titled("Belopp i MSEK"), MNKR),
    Office("kkr är tkr", STATED, titled("Belopp i kkr"), KULTUR),
    Office("i tusental kronor", STATED, titled("Belopp i tusental kronor"), KULTUR),
    Office("miljoner kronor", STATED, titled("Belopp i miljoner kronor"), MNKR),
    Office("hela kronor", STATED, titled("Belopp i kronor"), "Kultur och skola | -183 B3"),
    Office("enhet i rubriken", STATED, "Titel\nNämnd | Budget (tkr)\nKultur och skola | 183", KULTUR),
    Office(
        "rubrikens enhet går före titelns", STATED, "Belopp i mnkr\nNämnd | Budget tkr\nKultur och skola | 183", KULTUR
    ),
    Office("ingen enhet är en fråga", STATED, titled("Budgetramar 2024"), found=NO_UNIT),
    Office("belopp i en mening är ingen enhet", STATED, titled("Avvikelser över 5 mnkr kommenteras"), found=NO_UNIT),
    Office(
        "två enheter är en fråga",
        STATED,
        "Belopp i tkr | Belopp i mnkr\n" + TABLE.strip(),
        found=": Beloppens enhet i ”Budget” kan inte avgöras: ovanför tabellen står tkr i cell A1 och mnkr i cell B1.",
    ),
    Office(
        "miljarder läses inte",
        STATED,
        titled("Belopp i miljarder kronor"),
        found=": Beloppens enhet i ”Budget” kan inte avgöras: ovanför tabellen står mdkr i cell A1.",
    ),
    Office("titeln säger samma som layouten", MILLIONS, titled("Belopp i mnkr"), MNKR),
    Office(
        "titeln motsäger layouten",
        MILLIONS,
        titled("Belopp i tkr"),
        found="A1: Ovanför tabellen anges enheten tkr.",
    ),
    Office(
        "en enhet per rad",
        BY_ROW,
        "Nämnd | Enhet | Budget\nKultur | tkr | 183.5\nTrafik | mnkr | -2.1\nService | kr | 7",
        "Kultur | tkr | 183500 C2\nTrafik | mnkr | -2100000 C3\nService | kr | 7 C4",
    ),
    Office(
        "samma enhet på alla rader",
        BY_ROW,
        "Nämnd | Enhet | Budget\nKultur | mkr | 183.5\nTrafik | mnkr | 2.1",
        "Kultur | mnkr | 183500000 C2\nTrafik | mnkr | 2100000 C3",
    ),
    Office(
        "en rad utan enhet bland olika",
        BY_ROW,
        "Nämnd | Enhet | Budget\nKultur | tkr | 183.5\nTrafik | mnkr | 2.1\nService |  | 7",
        found="C4: Här står talet 7 på en rad utan enhet.\nB4: Cellen är tom.\nC4: Cellen är tom.",
    ),
    Office(
        "tal som text bland olika enheter",
        BY_ROW,
        "Nämnd | Enhet | Budget\nKultur | tkr | '183,5\nTrafik | mnkr | 2.1",
        found="C2: Här står ”183,5” som text.\nC2: Cellen är tom.",
    ),
]
