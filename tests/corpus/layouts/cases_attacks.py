"""Sheets that a shape could be read wrongly from in silence: each is right, an error or a question."""

from tests.corpus.layouts.cases_filled import FIRST, GROUPS
from tests.corpus.layouts.cases_headings import FRAMES, GROUPED, WILD
from tests.corpus.layouts.cases_months import ACCUMULATED, QUARTERLY, ROWS, TERTIALS, TWO, WIDE, YEARLY
from tests.corpus.layouts.cases_months import GROUPS as MONTHS_IN_GROUPS
from tests.corpus.layouts.cases_totals import UNITS
from tests.corpus.layouts.cases_totals import WIDE as WIDE_TOTALS
from tests.corpus.layouts.cases_units import BY_ROW, MILLIONS, STATED
from tests.office_tables import Office

APRIL = WILD.replace("key:", 'period: "2024-04"\nkey:')
BY_MONTH = """
sheet: Huvudbok
period: "2024-04"
key: [period, account]
columns:
  period: {header: Månad, type: period}
  account: {header: Konto, type: text}
  outcome: {header: "Utfall *", type: amount, unit: kr, sign: ledger}
"""
PREVIOUS = APRIL.replace("outcome: {header: Utfall, synonyms: [", 'outcome: {header: "Fjol *", synonyms: [').replace(
    '"Utfall *", "* utfall"', '"Utfall * föregående år"'
)
MONTHS_OF_GROUPS = (
    GROUPS.replace("key: [project]", "key: [period, project]")
    .replace("  project:", '  period: {header: "{month}", type: period}\n  project:')
    .replace('year: {header: "2024"', 'year: {header: "{month}"')
)
ANY_BUDGET = YEARLY.replace("Årsbudget,", '"Årsbudget *",')
SPREAD = "Beloppen i kolumnen ”Budget kvartal” är fördelade lika på sina 3 månader."
YEAR_SPREAD = "är fördelade med en tolftedel på varje månad."
NO_MONTH = ": Kolumnen ”Månad” saknas i rubrikraden, rad 1."


def wild(heading: str, amount: str = "12") -> str:
    return f"Verksamhet | {heading}\nBibliotek | {amount}"


def of_month(heading: str, said: str) -> Office:
    return Office(
        f"rubriken {heading} i en rapport för april",
        APRIL,
        wild(heading),
        found=f"B1: Rubriken ”{heading}” gäller {said}.",
    )


def months(heads: str, row: str, above: str = "") -> str:
    return f"{above}Konto | {heads}\n'4010 | {row}"


def above_months(text: str, name: str, heads: str) -> Office:
    first = heads.split(" | ")[0]
    return Office(
        name, WIDE, months(heads, "10 | 20", f"| {text}\n"), found=f"B2: Ovanför rubriken ”{first}” står ”{text}”."
    )


def quarters(heads: str, above: str = "", amounts: str = "30 | 60 | 90 | 120") -> str:
    return f"{above}Konto | {heads} | Utfall jan\n'4010 | {amounts} | 11"


def of_another_kind(heading: str) -> Office:
    return Office(f"asterisken och {heading}", APRIL, wild(heading), found=NO_OUTCOME)


FOUR = "Budget kv 1 | Budget kv 2 | Budget kv 3 | Budget kv 4"
NO_OUTCOME = ": Kolumnen ”Utfall” saknas i rubrikraden, rad 1."

OFFICES = [
    # Months.
    Office("beloppen ett steg åt höger", WIDE, months("jan | feb", " | 10 | 20"), found="B2: Cellen är tom."),
    Office(
        "månaderna börjar i februari",
        WIDE,
        months("feb | mar", "20 | 30"),
        found=": Kolumnen ”Månad” för januari saknas i rubrikraden, rad 1.",
    ),
    Office("förra årets månader", WIDE, months("jan-23 | feb-23", "10 | 20"), found=NO_MONTH),
    Office(
        "förra årets månader bredvid utan år",
        WIDE,
        months("jan | feb | jan | feb", "10 | 20 | 1 | 2"),
        found="D1: Rubriken ”Månad” eller en synonym till den står i cellerna B1 och D1.",
    ),
    above_months("2023", "förra året ovanför månaderna", "jan | feb"),
    above_months("Utfall 2023", "förra året i en rubrik ovanför månaderna", "jan | feb"),
    above_months("Kvartal", "kvartal med nummer", "1 | 2"),
    above_months("Tertial 2024", "tertial med nummer", "1 | 2"),
    Office(
        "årets månader under året",
        WIDE,
        months("jan | feb", "10 | 20", "| 2024\n"),
        "2024-01 | 4010 | -10 B3\n2024-02 | 4010 | -20 C3",
    ),
    Office(
        "förra året under året",
        TWO.replace("Utfall {month}", "{month} föregående år"),
        "| 2024 | 2023\nKonto | Budget jan | jan föregående år\n'4010 | 10 | 9",
        "2024-01 | 4010 | -10 B3 | -9 C3",
    ),
    Office("kvartal som kolumner", WIDE, months("kv 1 | kv 2", "10 | 20"), found=NO_MONTH),
    Office("tertial som kolumner", WIDE, months("T1 | T2 | T3", "10 | 20 | 30"), found=NO_MONTH),
    Office(
        "ackumulerade kolumner som månader", WIDE, months("Utfall ack jan | Utfall ack feb", "10 | 30"), found=NO_MONTH
    ),
    Office("januari till en månad som månader", WIDE, months("jan | jan-feb", "10 | 30"), "2024-01 | 4010 | -10 B2"),
    Office(
        "en summa kallad månad",
        WIDE,
        months("jan | feb | januari", "10 | 20 | 30"),
        found="D1: Rubriken ”Månad” eller en synonym till den står i cellerna B1 och D1.",
    ),
    Office(
        "en summa bredvid månaderna",
        WIDE,
        months("jan | feb | Summa", "10 | 20 | 30"),
        "2024-01 | 4010 | -10 B2\n2024-02 | 4010 | -20 C2",
    ),
    Office("en trettonde månad", WIDE, months("1 | 13", "10 | 20"), "2024-01 | 4010 | -10 B2"),
    Office(
        "en månad sammanslagen över två kolumner",
        WIDE,
        months("jan | | feb", "10 | 5 | 20"),
        merged=((0, 1, 0, 2),),
        found="B1: Rubriken ”jan” är sammanslagen över kolumnerna B–C, och det står tal i fler än en av dem.",
    ),
    Office(
        "en grupp sammanslagen över fel kolumner",
        MONTHS_IN_GROUPS,
        "| Budget | | | Utfall\nKonto | jan | feb | jan | feb\n'4010 | 10 | 20 | 11 | 21",
        merged=((0, 1, 0, 3),),
        found="D2: Rubriken ”Budget månad” eller en synonym till den står i cellerna B2 och D2.\n"
        ": Kolumnen ”Utfall månad” för januari saknas i rubrikraden, rad 2.",
    ),
    Office(
        "en grupp en kolumn för långt åt höger",
        GROUPED,
        "| | 2024 | | 2023\nVerksamhet | Budget | Utfall | Utfall | Utfall\nBibliotek | 11 | 12 | 13 | 10",
        found="D2: Rubriken ”Utfall” eller en synonym till den står i cellerna C2 och D2.\n"
        ": Kolumnen ”Budget” saknas i rubrikraden, rad 2.",
    ),
    Office(
        "månader mitt över sina slag",
        TWO.replace("key:", "heading_rows: 2\nkey:").replace("sign: ledger}", "sign: ledger, empty: allowed}"),
        "| | jan | | | feb |\nKonto | Budget | Utfall | Diff | Budget | Utfall | Diff\n"
        "'4010 | 10 | 11 | 1 | 20 | 21 | 1",
        found="B2: Rubriken ”Budget” står här utan rubrik ovanför, och i cell E2 under ”jan”.",
    ),
    Office(
        "budget och utfall av olika månader",
        TWO,
        "Konto | Budget jan | Utfall feb\n'4010 | 10 | 11",
        found=": Kolumnen ”Budget månad” för februari saknas i rubrikraden, rad 1.\n"
        ": Kolumnen ”Utfall månad” för januari saknas i rubrikraden, rad 1.",
    ),
    Office(
        "ackumulerat med en tom månad mitt i",
        ACCUMULATED,
        "Konto | Utfall ack jan | Utfall ack feb | Utfall ack mar\n'4010 | 10 | | 30",
        found="C2: Cellen är tom.\n"
        "D2: Här står ett ackumulerat belopp för 2024-03, men det saknas ett för månaden före.",
    ),
    Office(
        "årsbudgeten av ett annat år",
        YEARLY,
        "Konto | Årsbudget 2023 | Utfall jan\n'4010 | 120 | 11",
        found=": Kolumnen ”Årsbudget” saknas i rubrikraden, rad 1.",
    ),
    # A month in a heading that an asterisk takes.
    of_month("Utfall mars", "mars"),
    of_month("Utfall 2024-03", "mars 2024"),
    of_month("Utfall apr-23", "april 2023"),
    of_month("Utfall per 31/3", "mars"),
    of_month("Utfall kv 1", "mars"),
    of_month("Utfall T2", "augusti"),
    of_month("Utfall period 5", "maj"),
    Office("rätt månad i rubriken", APRIL, wild("Utfall jan–apr 2024"), "Bibliotek | -12000 B2"),
    Office("rätt tertial i rubriken", APRIL, wild("Utfall T1"), "Bibliotek | -12000 B2"),
    Office(
        "fel månad föregående år",
        PREVIOUS,
        wild("Utfall mars föregående år"),
        found="B1: Rubriken ”Utfall mars föregående år” gäller mars.",
    ),
    Office(
        "två månader för en asterisk",
        APRIL,
        "Verksamhet | Utfall mars | Utfall april\nBibliotek | 12 | 13",
        found="C1: Rubriken ”Utfall” eller en synonym till den står i cellerna B1 och C1.\n"
        "B1: Rubriken ”Utfall mars” gäller mars.",
    ),
    Office(
        "flera månader över månadernas rader",
        BY_MONTH,
        "Månad | Konto | Utfall jan–apr\n2024-04 | '4010 | 10",
        found="C1: Rubriken ”Utfall jan–apr” gäller flera månader.",
    ),
    Office(
        "en rad för ett kvartal",
        BY_MONTH,
        "Månad | Konto | Utfall\nkv 1 2024 | '4010 | 10",
        found="A2: Här står ”kv 1 2024”, som är flera månader.",
    ),
    # Units.
    Office(
        "enheten två gånger olika",
        STATED,
        "Ramar, tkr\nEnhet: mnkr\nNämnd | Budget\nKultur | 183",
        found=": Beloppens enhet i ”Budget” kan inte avgöras: ovanför tabellen står tkr i cell A1 och mnkr i cell A2.",
    ),
    Office(
        "mkr i rubriken och tkr i layouten",
        MILLIONS.replace("mnkr", "tkr"),
        "Nämnd | Budget (mkr)\nKultur | 183",
        found="B1: Rubriken ”Budget (mkr)” anger enheten mnkr.",
    ),
    Office(
        "en annan enhet under tabellen",
        MILLIONS,
        "Nämnd | Budget\nKultur | 183\n\nAlla belopp anges i tkr",
        found="A4: Under tabellen anges enheten tkr.",
    ),
    Office(
        "en annan enhet under månaderna",
        WIDE,
        months("jan", "10") + "\n\nBelopp i tkr",
        found="A4: Under tabellen anges enheten tkr.",
    ),
    Office(
        "en annan enhet i nästa tabells titel",
        MILLIONS.replace("key:", "before: Investeringar\nkey:"),
        "Nämnd | Budget\nKultur | 183\n\nInvesteringar\nBelopp i tkr\nProjekt | Utgift\nLed | 7",
        "Kultur | -183000000 B2",
    ),
    Office(
        "enheten står ovanför en annan tabell",
        STATED,
        "Belopp i tkr\nNämnd | 2022 års ram | Utfall\nKultur | 180 | 181\n\nNämnd | Budget\nKultur | 183",
        found=": Beloppens enhet i ”Budget” kan inte avgöras: ovanför tabellen står tkr i cell A1.",
    ),
    Office(
        "olika enheter i månadernas rubriker",
        WIDE.replace("unit: kr", "unit: stated"),
        months("Utfall jan (tkr) | Utfall feb (mnkr)", "10 | 20"),
        found="C1: Rubriken ”Utfall feb (mnkr)” anger enheten mnkr.",
    ),
    Office(
        "halva tabellen i en okänd enhet",
        BY_ROW,
        "Nämnd | Enhet | Budget\nKultur | tkr | 183.5\nTrafik | mdkr | 2.1",
        found="B3: Här står ”mdkr”, som är okänt.",
    ),
    # Totals and words.
    Office(
        "en enhet utan delar med en annans summa",
        UNITS,
        "Enhet | Underenhet | Budget\nBad | | 30\nSkola | | 30\nSkola | Lärare | 30",
        found="B2: Cellen är tom.",
    ),
    Office(
        "summor under månaderna i fel månad",
        WIDE_TOTALS,
        "Enhet | jan | feb\nSkola | 20 | 21\nBad | 10 | 11\n\n | 32 | 30",
        "2024-01 | Skola | -20000 B2\n2024-01 | Bad | -10000 B3\n"
        "2024-02 | Skola | -21000 C2\n2024-02 | Bad | -11000 C3",
        totals="B5 | 32 | 30\nC5 | 30 | 32",
    ),
    Office(
        "nästa nämnds verksamhet utan namn",
        FIRST,
        "Nämnd | Verksamhet | Konto | Utfall\nKultur | Konst | a | 1\nTrafik | | a | 2",
        found="B3: Cellen är tom.",
    ),
    Office(
        "ett ord ovanför med belopp i",
        GROUPS,
        "Investering | 2024\nRedan beslutade | 1\nLed | 1",
        found="A2: Ovanför raden står ingen rad med ett av orden för grupp.\n"
        "A3: Ovanför raden står ingen rad med ett av orden för grupp.",
    ),
    Office(
        "en rad efter gruppens summa",
        GROUPS,
        "Investering | 2024\nRedan beslutade |\nLed | 1\nSumma | 1\nLarm | 2",
        found="A5: Ovanför raden står ingen rad med ett av orden för grupp.",
    ),
    Office(
        "gruppens summa överst",
        GROUPS,
        "Investering | 2024\nRedan beslutade |\nSumma | 3\nLed | 1\nLarm | 2",
        "decided | Led | 1000000 B4\ndecided | Larm | 2000000 B5",
        totals="B3 | 3 | 3",
    ),
    Office(
        "verksamhetens summa överst",
        FIRST,
        "Nämnd | Verksamhet | Konto | Utfall\nKultur | Konst | Summa | 4\n | | a | 1\n | | b | 2",
        "Kultur | Konst | a | -1 D3\nKultur | Konst | b | -2 D4",
        totals="D2 | 4 | 3",
    ),
    # Parts of the year.
    Office(
        "förra året ovanför kvartalen",
        QUARTERLY,
        "| 2023 | | | | 2024\nKonto | " + FOUR + " | Utfall jan\n'4010 | 30 | 60 | 90 | 120 | 11",
        found=f"B2: Ovanför rubriken ”Budget kv 1” står ”2023”.\nB2: {SPREAD}",
    ),
    Office(
        "ackumulerat ovanför kvartalen",
        QUARTERLY,
        quarters(FOUR, "| Ackumulerat\n"),
        found=f"B1: Ovanför månaderna står ”Ackumulerat”.\nB2: {SPREAD}",
    ),
    Office(
        "ackumulerade kvartal",
        QUARTERLY,
        quarters("Budget kv 1 | Budget kv 1-2 | Budget kv 1-3 | Budget kv 1-4"),
        found=": Kolumnen ”Budget kvartal” för april, maj, juni, juli, augusti, september, oktober, november och "
        "december saknas i rubrikraden, rad 1.",
    ),
    Office(
        "ackumulerade tertial",
        TERTIALS,
        quarters("Budget tertial 1 ack | Budget tertial 2 ack | Budget tertial 3 ack", amounts="40 | 80 | 120"),
        found=": Kolumnen ”Budget tertial” saknas i rubrikraden, rad 1.",
    ),
    Office(
        "förra årets sista kvartal först",
        QUARTERLY,
        quarters("Budget Q4 2023 | Budget Q1 | Budget Q2 | Budget Q3"),
        found=": Kolumnen ”Budget kvartal” för oktober, november och december saknas i rubrikraden, rad 1.",
    ),
    Office(
        "kvartal i fel ordning",
        QUARTERLY,
        quarters("Budget kv 4 | Budget kv 1 | Budget kv 2 | Budget kv 3", amounts="120 | 30 | 60 | 90"),
        f"B1: {SPREAD}\n2024-01 | 4010 | -10 C2 | -11 F2\n"
        + "\n".join(
            f"2024-{month:02} | 4010 | -{(month + 2) // 3 * 10} {'CDEB'[(month - 1) // 3]}2 | saknas F2"
            for month in range(2, 13)
        ),
    ),
    Office(
        "kvartal med bara nummer som tertial",
        TERTIALS,
        quarters("Budget 1 | Budget 2 | Budget 3 | Budget 4"),
        found=": Kolumnen ”Budget tertial” saknas i rubrikraden, rad 1.",
    ),
    Office(
        "nummer efter ordet kvartal",
        QUARTERLY.replace("Budget {quarter}", "Budget kvartal {quarter}"),
        quarters(
            "Budget kvartal 1 | Budget kvartal 2 | Budget kvartal 3 | Budget kvartal 4", amounts="30 | 30 | 30 | 30"
        ),
        "B1: Beloppen i kolumnen ”Budget kvartal kvartal” är fördelade lika på sina 3 månader.\n"
        "2024-01 | 4010 | -10 B2 | -11 F2\n"
        + "\n".join(f"2024-{month:02} | 4010 | -10 {'BCDE'[(month - 1) // 3]}2 | saknas F2" for month in range(2, 13)),
    ),
    Office(
        "årsbudgeten av fyra månader",
        ANY_BUDGET,
        "Konto | Årsbudget jan–apr | Utfall jan\n'4010 | 120 | 11",
        found=f"B1: Rubriken ”Årsbudget jan–apr” gäller en del av året.\nB1: Årets belopp i kolumnen ”Årsbudget *” "
        f"{YEAR_SPREAD}",
    ),
    # What stands above.
    Office(
        "ackumulerat utfall ovanför månaderna",
        WIDE,
        months("jan | feb", "10 | 30", "| Ack. utfall\n"),
        found="B1: Ovanför månaderna står ”Ack. utfall”.",
    ),
    Office(
        "titeln säger ackumulerat",
        WIDE,
        months("jan | feb", "10 | 30", "Utfall 2024, ackumulerat\n|\n"),
        found="A1: Ovanför månaderna står ”Utfall 2024, ackumulerat”.",
    ),
    Office(
        "en tidigare tabells titel säger ackumulerat",
        WIDE.replace("key:", 'after: "Månadens utfall"\nkey:'),
        "Ackumulerat\nNämnd | 2023 | 2022\nKultur | 120 | 130\nMånadens utfall\n" + months("jan | feb", "10 | 20"),
        "2024-01 | 4010 | -10 B6\n2024-02 | 4010 | -20 C6",
    ),
    Office(
        "budget ovanför utfallets månader",
        WIDE,
        months("jan | feb", "10 | 20", "| Budget 2024\n"),
        found="B2: Ovanför rubriken ”jan” står ”Budget 2024”.",
    ),
    Office(
        "utfall ovanför utfallets månader",
        WIDE,
        months("jan | feb", "10 | 20", "| Utfall 2024\n"),
        "2024-01 | 4010 | -10 B3\n2024-02 | 4010 | -20 C3",
    ),
    Office(
        "förra året ovanför årsbudgeten",
        YEARLY,
        "| 2023 | 2024\nKonto | Årsbudget | Utfall jan\n'4010 | 120 | 11",
        found=f"B2: Ovanför rubriken ”Årsbudget” står ”2023”.\nB2: Årets belopp i kolumnen ”Årsbudget” {YEAR_SPREAD}",
    ),
    Office(
        "rubrikraden en gång till",
        FRAMES,
        "Nämnd | 2024\nKultur | 1\nNämnd | 2024\nTrafik | 2",
        found="A3: Rubrikraden står en gång till här.",
    ),
    Office(
        "förra årets tabell direkt under",
        FRAMES,
        "Nämnd | 2024\nKultur | 1\nNämnd | 2023\nTrafik | 2",
        found="A3: Rubrikraden står en gång till här.",
    ),
    Office(
        "en rad som heter som rubriken",
        FRAMES,
        "Nämnd | 2024\nKultur | 1\nNämnd | 2",
        "Kultur | -1000000 B2 | saknas | saknas\nNämnd | -2000000 B3 | saknas | saknas",
    ),
    # Amounts since January that end.
    Office(
        "ett konto som försvinner ur ackumulerade rader",
        ROWS,
        "Månad | Konto | Utfall ack\n2024-01 | '4010 | 10\n2024-01 | '4020 | 1\n2024-02 | '4010 | 35",
        found="C3: Här står ett ackumulerat belopp för 2024-01, men det saknas ett för månaden efter. Andra rader har "
        "till och med 2024-02.",
    ),
    Office(
        "en tom cell sist i ackumulerade kolumner",
        ACCUMULATED.replace("sign: ledger,", "sign: ledger, empty: allowed,"),
        "Konto | Utfall ack jan | Utfall ack feb\n'4010 | 10 | 35\n'4020 | 10 |",
        found="B3: Här står ett ackumulerat belopp för 2024-01, men det saknas ett för månaden efter. Andra rader har "
        "till och med 2024-02.",
    ),
    # What an asterisk does not stand for.
    *map(
        of_another_kind,
        (
            *("Utfall per invånare", "Utfall (kr/inv)", "Utfall helår", "Utfall årstakt", "Utfall rullande 12 mån"),
            *("Utfall R12", "Utfall 23", "Utfall f.å.", "Utfall f å", "Utfall ifjol", "Utfall kum", "Utfall brutto"),
            *("Utfall sedan årets början", "Utfall kostnader", "Beräknat utfall", "Planerat utfall", "Utfall år-1"),
            *("Utfall exkl. pensioner", "Utfall förändr."),
        ),
    ),
    of_month("Utfall 2403", "mars 2024"),
    Office("årets siffror efter ordet", APRIL, wild("Utfall 24"), "Bibliotek | -12000 B2"),
    Office("periodens år och månad", APRIL, wild("Utfall 240430"), "Bibliotek | -12000 B2"),
    # Units in other words.
    *(
        Office(
            f"enheten står som {title}",
            MILLIONS,
            f"{title}\nNämnd | Budget\nKultur | 183",
            found=f"A1: Ovanför tabellen anges enheten {unit}.",
        )
        for title, unit in {
            "Budget 2024, 1000-tal kronor": "tkr",
            "Budget 2024 KSEK": "tkr",
            "Driftbudget tkr": "tkr",
            "(Tkr.)": "tkr",
            "Belopp i 1 000 kr": "tkr",
            "Belopp i hela kronor": "kr",
            "Belopp i kr per invånare": "kr per invånare",
            "mnkr/elev": "mnkr per elev",
        }.items()
    ),
    Office(
        "ett belopp i titeln är ingen enhet",
        MILLIONS,
        "Projekt över 5 tkr\nNämnd | Budget\nKultur | 183",
        "Kultur | -183000000 B3",
    ),
    Office(
        "enheten står ovanför tabellen bredvid",
        STATED,
        "| | | Drift, tkr\nNämnd | Budget | | Antal\nKultur | 183 | | 5",
        found=": Beloppens enhet i ”Budget” kan inte avgöras: varken rubriken eller raderna ovanför anger någon.",
    ),
    Office(
        "enheten längst till höger ovanför tabellen",
        STATED,
        "| | tkr\nNämnd | Budget | Antal\nKultur | 183 | 5",
        "Kultur | -183000 B3",
    ),
    Office(
        "upprepningstecken i stället för ord",
        FIRST,
        "Nämnd | Verksamhet | Konto | Utfall\nKultur | Bibliotek | a | 1\nKultur | ” | b | 2\nKultur | d:o | c | 3",
        found="B3: Här står ”””, som betyder att ordet ovanför gäller här med.\n"
        "B4: Här står ”d:o”, som betyder att ordet ovanför gäller här med.",
    ),
    # Columns that may lack.
    Office(
        "en kolumn som får saknas med annat ord före året",
        FRAMES,
        "Nämnd | 2024 | Ram 2025 | Utfall 2026\nKultur | 1 | 2 | 3",
        found=": Kolumnen ”2025” saknas i rubrikraden, rad 1.",
    ),
    Office(
        "en kolumn som får saknas felstavad",
        WILD.rstrip() + "\n  comment: {header: Kommentar, type: text, optional: true, empty: allowed}\n",
        "Verksamhet | Utfall | Komentar\nBibliotek | 12 | se bilaga",
        found=": Kolumnen ”Kommentar” saknas i rubrikraden, rad 1.",
    ),
    Office(
        "grupper ovanför rader med månader",
        MONTHS_OF_GROUPS,
        "Investering | jan | feb\nRedan beslutade | |\nLed | 1 | 2\nNya behov | |\nLarm | 3 | 4\nSumma | 4 | 6",
        "decided | 2024-01 | Led | 1000000 B3\nnew | 2024-01 | Larm | 3000000 B5\n"
        "decided | 2024-02 | Led | 2000000 C3\nnew | 2024-02 | Larm | 4000000 C5",
        totals="B6 | 4 | 4\nC6 | 6 | 6",
    ),
    Office(
        "en summa under kvartalen jämförs hel och en gång",
        QUARTERLY,
        f"Konto | {FOUR} | Utfall jan\n'4010 | 30 | 60 | 90 | 100 | 11\n'4020 | 30 | 60 | 90 | 120 | 11\n"
        "Summa | 60 | 120 | 181 | 220 | 22",
        f"B1: {SPREAD}\n2024-01 | 4010 | -10 B2 | -11 F2\n2024-01 | 4020 | -10 B3 | -11 F3\n"
        + "\n".join(
            f"2024-{month:02} | {account} | -{amount} {'BCDE'[(month - 1) // 3]}{row} | saknas F{row}"
            for month in range(2, 13)
            for account, row, amount in (
                ("4010", 2, ("10", "20", "30", "33.3333")[(month - 1) // 3]),
                ("4020", 3, ("10", "20", "30", "40")[(month - 1) // 3]),
            )
        ),
        totals="B4 | 60 | 60\nF4 | 22 | 22\nC4 | 120 | 120\nD4 | 181 | 180\nE4 | 220 | 220",
    ),
]
