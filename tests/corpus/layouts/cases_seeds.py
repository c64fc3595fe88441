"""The tables of Mål och budget 2024–2028 and of verksamhetsplan 2022 in the form that the documents print them."""

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
# Verksamhetsplan 2022, 4.1: the account classes below each other, the parts of the office beside each other.
OPERATING = """
sheet: Driftbudget
key: [line]
total_row: {column: line, words: [Nettobudget]}
columns:
  line: {header: Kontoklass (belopp i mnkr), type: text}
  office: {header: "Regionkontoret *", type: amount, unit: mnkr, sign: ledger}
  development: {header: Utveckling, type: amount, unit: mnkr, sign: ledger}
  elected: {header: Förtroendevalda, type: amount, unit: mnkr, sign: ledger}
"""
# 4.2: three groups, each named in a row of its own.
THREE_GROUPS = """
sheet: Investeringsbudget
key: [project]
columns:
  group:
    header: Grupp
    type: choice
    choices:
      decided: [Redan beslutade investeringar]
      new: [Nya behov av investeringar]
      reinvestment: [Reinvesteringar]
    group_row: true
  project: {header: Investering (belopp i mnkr), type: text}
  total: {header: Total budget, type: amount, unit: mnkr, sign: magnitude, empty: allowed}
  year_0: {header: "2022", type: amount, unit: mnkr, sign: magnitude}
  year_2: {header: "2024", type: amount, unit: mnkr, sign: magnitude}
"""
# 5: an area once for its goals.
AREAS = """
sheet: Bilaga
key: [area, goal]
columns:
  area: {header: Regionfullmäktiges Fokusområde, type: text, fill_down: true}
  goal: {header: Förvaltningens uppdrag, type: text}
"""
# Mål och budget: the committees of each goal as a list, or as a column for each.
LISTS = """
sheet: Mål
key: [goal]
columns:
  goal: {header: "Mål 2024", type: text}
  committees: {header: Nämnder, type: text}
"""
CROSSES = """
sheet: Mål
key: [goal]
columns:
  goal: {header: "Mål 2024", type: text}
  rs: {header: RS, type: choice, choices: {x: [x]}, empty: allowed}
  dnkt: {header: DNKT, type: choice, choices: {x: [x]}, empty: allowed}
  dnks: {header: DNKS, type: choice, choices: {x: [x]}, empty: allowed}
"""
RATIOS = """
sheet: Finansiella mål
key: [line]
columns:
  line: {header: Indikator, type: text}
  y2022: {header: Utfall 2022, type: number, unit: procent}
  y2023: {header: Budget 2023, synonyms: [Budget2023], type: number, unit: procent}
  y2024: {header: Budget 2024, synonyms: [Budget2024], type: number, unit: procent}
"""
RESOURCE = "Bidra till en hållbar resursanvändning"
HOUSING = "Bidra till god tillgång till boende kollektivtrafik, kultur och service"

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
    Office(
        "driftbudget efter kontoklass",
        OPERATING,
        "Kontoklass (belopp i mnkr) | Regionkontoret inkl. IT | Utveckling | Förtroendevalda\n"
        "Intäkter | -380.1 | -10.0 | 0.0\nPersonalkostnader | 460.4 | 0.0 | 20.3\n"
        "Övriga driftskostnader | 372.8 | 158.4 | 27.9\nNettobudget | 453.1 | 148.4 | 48.2",
        "Intäkter | 380100000 B2 | 10000000 C2 | 0 D2\n"
        "Personalkostnader | -460400000 B3 | 0 C3 | -20300000 D3\n"
        "Övriga driftskostnader | -372800000 B4 | -158400000 C4 | -27900000 D4",
        totals="B5 | 453.1 | 453.1\nC5 | 148.4 | 148.4\nD5 | 48.2 | 48.2",
    ),
    Office(
        "investeringar i tre grupper",
        THREE_GROUPS,
        "Investering (belopp i mnkr) | Total budget | 2022 | 2023 | 2024\n"
        "Redan beslutade investeringar\nKustnära vandringsled | 4.0 | 1.3 | 1.4 | 0.0\n"
        "FVIS / VISUS | 56.0 | 20.0 | 18.0 | 0.0\nNya behov av investeringar\n"
        "IT-utrustning, utökning virtuell miljö | 6.0 | 3.0 | 3.0 | 0.0\nReinvesteringar\n"
        "Larm och bevakning | | 9.7 | 3.4 | 3.4\nIT-utrustning | | 41.3 | 20.1 | 37.8",
        "decided | Kustnära vandringsled | 4000000 B3 | 1300000 C3 | 0 E3\n"
        "decided | FVIS / VISUS | 56000000 B4 | 20000000 C4 | 0 E4\n"
        "new | IT-utrustning, utökning virtuell miljö | 6000000 B6 | 3000000 C6 | 0 E6\n"
        "reinvestment | Larm och bevakning | saknas B8 | 9700000 C8 | 3400000 E8\n"
        "reinvestment | IT-utrustning | saknas B9 | 41300000 C9 | 37800000 E9",
    ),
    Office(
        "fokusområden en gång för sina uppdrag",
        AREAS,
        "Regionfullmäktiges Fokusområde | Regiongemensamma uppdrag | Förvaltningens uppdrag\n"
        "Stärka Halland som tillväxtregion | | Fler nya företag och ökad överlevnadsgrad\n"
        "| | Förbättrad matchning i regionen\n"
        "Grön omställning | Arbeta för en hållbar plastanvändning | Arbeta för en hållbar plastanvändning",
        "Stärka Halland som tillväxtregion | Fler nya företag och ökad överlevnadsgrad\n"
        "Stärka Halland som tillväxtregion | Förbättrad matchning i regionen\n"
        "Grön omställning | Arbeta för en hållbar plastanvändning",
    ),
    Office(
        "måltabellen med nämnderna som lista",
        LISTS,
        f"Mål 2024 | Nämnder\n{HOUSING} | RS, DNKT, DNKS\n{RESOURCE} | RS, samtliga driftnämnder",
        f"{HOUSING} | RS, DNKT, DNKS\n{RESOURCE} | RS, samtliga driftnämnder",
    ),
    Office(
        "måltabellen med nämnderna som kolumner",
        CROSSES,
        f"Mål 2024 | RS | DNKT | DNKS\n{HOUSING} | x | x | x\n{RESOURCE} | x | |",
        f"{HOUSING} | x | x | x\n{RESOURCE} | x | |",
    ),
    Office(
        "finansiella mål i procent",
        RATIOS,
        "Indikator | Utfall 2022 | Budget2023 | Budget2024\nResultat | 10.1 | -2.4 | -4.8",
        "Resultat | 10.1 B2 | -2.4 C2 | -4.8 D2",
    ),
]
