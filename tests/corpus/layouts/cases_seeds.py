"""The tables of Mål och budget 2024–2028 in the form that the document prints them."""

from tests.office_tables import Office

FRAMES = """
sheet: Ramar
key: [line]
after: "Fördelning av budget till nämnder*"
columns:
  line: {header: "Fördelning av budget till nämnder*", synonyms: [Nämnd], type: text}
  year_0: {header: "2024", type: amount, unit: mnkr, sign: ledger}
  year_4: {header: "2028", type: amount, unit: mnkr, sign: ledger}
"""
INVESTMENTS = """
sheet: Plan
key: [line]
heading_rows: 2
total_row: {column: line, words: [Summa investeringar totalt], only: true}
columns:
  line: {header: Investeringar totalt, type: text}
  year_0: {header: "2024", synonyms: [Budget 2024], type: amount, unit: mnkr, sign: magnitude}
  year_1: {header: "2025", type: amount, unit: mnkr, sign: magnitude}
"""
GOALS = """
sheet: Mål
key: [line]
heading_rows: 2
columns:
  line: {header: Mått, type: text}
  y2022: {header: "2022", group: Utfall, type: amount, unit: mnkr, sign: result}
  y2023: {header: "2023", group: Budget, type: amount, unit: mnkr, sign: result}
  y2024: {header: "2024", group: Budget, type: amount, unit: mnkr, sign: result}
"""

OFFICES = [
    Office(
        "budgetramarna",
        FRAMES,
        "Fördelning av budget till nämnder, ökning per år | 2024 | 2025 | 2026 | 2027 | 2028\n"
        "Patientnämnd | 1 | 1 | 1 | 1 | 1\nDriftnämnd Kultur och skola | 183 | 191 | 197 | 203 | 209\n"
        "Regionservice | 0 | 0 | 0 | 0 | 0",
        "Patientnämnd | -1000000 B2 | -1000000 F2\nDriftnämnd Kultur och skola | -183000000 B3 | -209000000 F3\n"
        "Regionservice | 0 B4 | 0 F4",
    ),
    Office(
        "investeringsplanen",
        INVESTMENTS,
        "Investeringar totalt | Budget |\n| 2024 | 2025\nSumma redan beslutat/reinvesteringar | 439.8 | 377.2\n"
        "Summa fastighetsinvesteringar | 543.4 | 485.0\nSumma investeringar totalt: | 983.2 | 862.2",
        "Summa redan beslutat/reinvesteringar | 439800000 B3 | 377200000 C3\n"
        "Summa fastighetsinvesteringar | 543400000 B4 | 485000000 C4",
    ),
    Office(
        "finansiella mål med blandade år",
        GOALS,
        "| Utfall | Budget |\nMått | 2022 | 2023 | 2024\n"
        "Årets resultat | 876 | -303 | -641\nInvesteringar | 704 | 748 | 983",
        "Årets resultat | 876000000 B3 | -303000000 C3 | -641000000 D3\n"
        "Investeringar | 704000000 B4 | 748000000 C4 | 983000000 D4",
    ),
]
