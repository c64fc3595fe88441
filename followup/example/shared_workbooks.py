"""The five workbooks that all committees share: budget, ledger, personnel, indicators and investments."""

from __future__ import annotations

from openpyxl import Workbook

from followup.example import facts, indicators, investments, staff
from followup.example.ledger import YEAR, ledger_rows
from followup.example.sheet_style import Column, Heading, add_table
from followup.example.workbook_file import new_workbook

EXTRACTED = "2024-05-08"
FICTIONAL = "Exempeldata – påhittade uppgifter"
REAL = "Exempeldata – beloppen är verkliga och hämtade ur källan nedan"

_KRONOR = "#,##0.00"
_MNKR = "#,##0.0"


def budget_workbook() -> Workbook:
    """Budgetramar and Investeringsplan, with the totals exactly as they are printed."""
    workbook = new_workbook("Budget 2024")
    years = [Column(year, 11, "#,##0") for year in facts.YEARS]
    add_table(
        workbook,
        "Budgetramar",
        Heading("Fördelning av budget till nämnder 2024–2028, mnkr", EXTRACTED, facts.FRAMES_SOURCE, REAL),
        [Column("Nämnd", 46), *years],
        [*((line, *amounts) for line, amounts in facts.FRAMES.items()), ("Summa", *facts.FRAMES_PRINTED_TOTAL)],
        totals=("Summa",),
        notes=(
            "Belopp i mnkr. En ram är en nettokostnad och anges med plustecken.",
            "Summaraden återges som den är tryckt. Avrundning gör att summan av raderna avviker från den med 1–2 mnkr "
            "vissa år.",
        ),
    )
    years = [Column(year, 11, _MNKR) for year in facts.YEARS]
    add_table(
        workbook,
        "Investeringsplan",
        Heading("Investeringsplan 2024–2028, mnkr", EXTRACTED, facts.INVESTMENT_SOURCE, REAL),
        [Column("Investeringar totalt", 46), *years],
        [
            *((line, *amounts) for line, amounts in facts.INVESTMENT_PLAN.items()),
            ("Summa investeringar totalt", *facts.INVESTMENT_PLAN_TOTAL),
        ],
        totals=("Summa investeringar totalt",),
        notes=("Belopp i mnkr.",),
    )
    return workbook


def ledger_workbook() -> Workbook:
    """Huvudbok: the export of the general ledger."""
    workbook = new_workbook("Utfall 2024")
    add_table(
        workbook,
        "Huvudbok",
        Heading(f"Huvudbok {YEAR}, utfall och budget per månad, kronor", EXTRACTED, FICTIONAL, FICTIONAL),
        [
            Column("Period", 10),
            Column("Nämnd", 10),
            Column("Verksamhet", 36),
            Column("Kontoklass", 26),
            Column("Konto", 8),
            Column("Kontotext", 38),
            Column("Budget", 17, _KRONOR),
            Column("Utfall", 17, _KRONOR),
            Column("Utfall föregående år", 19, _KRONOR),
        ],
        (
            (
                row.period,
                row.committee,
                row.activity,
                row.account_class,
                row.account,
                row.account_name,
                row.budget,
                row.outcome,
                row.previous_year,
            )
            for row in ledger_rows()
        ),
        notes=(
            "Belopp i kronor. Intäkter anges med minustecken och kostnader med plustecken.",
            "Månader efter april 2024 är inte bokförda och saknar utfall.",
        ),
    )
    return workbook


def staff_workbook() -> Workbook:
    """Sjukfrånvaro, Personalomsättning and Årliga mått."""
    workbook = new_workbook("Personal 2024")
    hours = "#,##0"
    add_table(
        workbook,
        "Sjukfrånvaro",
        Heading("Sjukfrånvaro per månad, kön och åldersgrupp", EXTRACTED, FICTIONAL, FICTIONAL),
        [
            Column("Period", 10),
            Column("Nämnd", 10),
            Column("Kön", 10),
            Column("Åldersgrupp", 14),
            Column("Antal anställda", 11, hours),
            Column("Ordinarie arbetstid (timmar)", 16, hours),
            Column("Sjukfrånvaro (timmar)", 15, hours),
            Column("varav 60 dagar eller mer (timmar)", 18, hours),
        ],
        staff.sickness_rows(),
        notes=("Anställda med ordinarie arbetstid. Förtroendevalda och uppdragstagare ingår inte.",),
    )
    # The personnel system calls the columns something else here than in the layout's first spelling.
    add_table(
        workbook,
        "Personalomsättning",
        Heading("Personalomsättning per månad", EXTRACTED, FICTIONAL, FICTIONAL),
        [
            Column("Månad", 10),
            Column("Nämnd", 10),
            Column("Antal tillsvidareanställda", 18, hours),
            Column("Avgångar", 12, hours),
        ],
        staff.turnover_rows(),
        notes=("Avgångar: medarbetare som har avslutat sin anställning, gått i pension eller bytt tjänst.",),
    )
    add_table(
        workbook,
        "Årliga mått",
        Heading("Medarbetarundersökning och heltid, årliga mått", EXTRACTED, FICTIONAL, FICTIONAL),
        [
            Column("År", 8),
            Column("Nämnd", 10),
            Column("Indikator", 22),
            Column("Kön", 10),
            Column("Antal svarande eller anställda", 18, hours),
            Column("Värde", 10, "0.0"),
        ],
        staff.yearly_rows(),
        notes=("HME, OSA och arbetsbelastning: medarbetarundersökningen. Heltid: andel heltidsanställda, procent.",),
    )
    return workbook


def indicator_workbook() -> Workbook:
    """Utfall and Målvärden of the quality indicators."""
    workbook = new_workbook("Indikatorer 2024")
    add_table(
        workbook,
        "Utfall",
        Heading(
            "Kvalitetsindikatorer, utfall",
            EXTRACTED,
            f"{facts.KOLADA_SOURCE}, där källan är Kolada; övriga värden är påhittade",
            "Exempeldata – värden vars källa är Kolada är verkliga, övriga är påhittade",
        ),
        [
            Column("Indikator", 28),
            Column("Nämnd", 10),
            Column("Mätperiod", 12),
            Column("Värde", 12, "#,##0.0#"),
            Column("Källa", 20),
        ],
        indicators.value_rows(),
        notes=("Årsvärden dateras till december. En tom cell betyder att värdet saknas.",),
    )
    add_table(
        workbook,
        "Målvärden",
        Heading("Kvalitetsindikatorer, målvärden 2024", EXTRACTED, FICTIONAL, FICTIONAL),
        [
            Column("Indikator", 28),
            Column("Nämnd", 10),
            Column("Målvärde 2024", 14, "#,##0.0#"),
            Column("Beslut", 34),
        ],
        indicators.target_rows(),
        notes=("En tom cell betyder att inget målvärde är fastställt.",),
    )
    return workbook


def investment_workbook() -> Workbook:
    """Investeringar per reported period, with a total row after each period."""
    workbook = new_workbook("Investeringar 2024")
    add_table(
        workbook,
        "Investeringar",
        Heading(
            "Investeringar 2024, mnkr",
            EXTRACTED,
            f"Regionkontorets investeringar: {facts.OFFICE_SOURCE}; övriga är påhittade",
            "Exempeldata – Regionkontorets budgetbelopp och summorna för Budget 2024 är verkliga, resten är påhittat",
        ),
        [
            Column("Period", 10),
            Column("Nämnd", 10),
            Column("Investering", 48),
            Column("Grupp", 30),
            Column("Total budget", 12, _MNKR),
            Column("Budget 2024", 12, _MNKR),
            Column("Utfall", 12, _MNKR),
            Column("Prognos 2024", 12, _MNKR),
            Column("Kommentar", 70, wrap=True),
        ],
        investments.investment_rows(),
        totals=("Summa",),
        notes=(
            "Summan av Budget 2024 är investeringsplanens, 439,8 + 543,4 = 983,2 mnkr. "
            f"Källa: {facts.INVESTMENT_SOURCE}.",
        ),
    )
    return workbook
