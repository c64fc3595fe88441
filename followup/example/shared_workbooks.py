"""The workbooks that all committees share in a period: ledger, personnel, indicators and investments."""

from __future__ import annotations

from openpyxl import Workbook

from followup.example import facts, indicators, investments, staff
from followup.example.ledger import ledger_rows
from followup.example.sheet_style import Column, Heading, add_table
from followup.example.story import extraction_date
from followup.example.workbook_file import new_workbook
from followup.ground.period import Period

FICTIONAL = "Exempeldata – påhittade uppgifter"

_KRONOR = "#,##0.00"
_MNKR = "#,##0.0"
_PARTLY_REAL = "Exempeldata – Regionkontorets budgetbelopp och summorna för Budget 2024 är verkliga, resten är påhittat"
_PLAN_NOTE = (
    f"Summan av Budget 2024 är investeringsplanens, 439,8 + 543,4 = 983,2 mnkr. Källa: {facts.INVESTMENT_SOURCE}."
)


def ledger_workbook(period: str) -> Workbook:
    """Huvudbok: the export of the general ledger, with the outcome to the period's month."""
    told = Period.parse(period)
    workbook = new_workbook(f"Utfall {told.year}")
    notes = ["Belopp i kronor. Intäkter anges med minustecken och kostnader med plustecken."]
    if told.is_year_end:
        notes.append(f"Alla månader {told.year} är bokförda.")
    else:
        notes.append(f"Månader efter {told.month_name} {told.year} är inte bokförda och saknar utfall.")
    if told.year == 2023:
        notes.append("Varje kontoklass visar sina största konton. De andra är sammanslagna.")
        notes.append("Kollektivtrafiken bedrevs i bolag 2022. Dess utfall föregående år är omräknat.")
    add_table(
        workbook,
        "Huvudbok",
        Heading(
            f"Huvudbok {told.year}, utfall och budget per månad, kronor", extraction_date(period), FICTIONAL, FICTIONAL
        ),
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
            for row in ledger_rows(period)
        ),
        notes=notes,
    )
    return workbook


def staff_workbook(period: str) -> Workbook:
    """Sjukfrånvaro, Personalomsättning and Årliga mått, as known at the period."""
    workbook = new_workbook(f"Personal {period[:4]}")
    extracted = extraction_date(period)
    hours = "#,##0"
    add_table(
        workbook,
        "Sjukfrånvaro",
        Heading("Sjukfrånvaro per månad, kön och åldersgrupp", extracted, FICTIONAL, FICTIONAL),
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
        staff.sickness_rows(period),
        notes=("Anställda med ordinarie arbetstid. Förtroendevalda och uppdragstagare ingår inte.",),
    )
    # The personnel system calls the columns something else here than in the layout's first spelling.
    add_table(
        workbook,
        "Personalomsättning",
        Heading("Personalomsättning per månad", extracted, FICTIONAL, FICTIONAL),
        [
            Column("Månad", 10),
            Column("Nämnd", 10),
            Column("Antal tillsvidareanställda", 18, hours),
            Column("Avgångar", 12, hours),
        ],
        staff.turnover_rows(period),
        notes=("Avgångar: medarbetare som har avslutat sin anställning, gått i pension eller bytt tjänst.",),
    )
    add_table(
        workbook,
        "Årliga mått",
        Heading("Medarbetarundersökning och heltid, årliga mått", extracted, FICTIONAL, FICTIONAL),
        [
            Column("År", 8),
            Column("Nämnd", 10),
            Column("Indikator", 22),
            Column("Kön", 10),
            Column("Antal svarande eller anställda", 18, hours),
            Column("Värde", 10, "0.0"),
        ],
        staff.yearly_rows(period),
        notes=("HME, OSA och arbetsbelastning: medarbetarundersökningen. Heltid: andel heltidsanställda, procent.",),
    )
    return workbook


def indicator_workbook(period: str) -> Workbook:
    """Utfall of the quality indicators, as known at the period."""
    workbook = new_workbook(f"Indikatorer {period[:4]}")
    extracted = extraction_date(period)
    add_table(
        workbook,
        "Utfall",
        Heading(
            "Kvalitetsindikatorer, utfall",
            extracted,
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
        indicators.value_rows(period),
        notes=("Årsvärden dateras till december. En tom cell betyder att värdet saknas.",),
    )
    return workbook


def investment_workbook(period: str) -> Workbook:
    """Investeringar per reported period of the year up to this one, with a total row after each period."""
    year = int(period[:4])
    is_planned = year == facts.YEARS[0]
    workbook = new_workbook(f"Investeringar {year}")
    add_table(
        workbook,
        "Investeringar",
        Heading(
            f"Investeringar {year}, mnkr",
            extraction_date(period),
            f"Regionkontorets investeringar: {facts.OFFICE_SOURCE}; övriga är påhittade" if is_planned else FICTIONAL,
            _PARTLY_REAL if is_planned else FICTIONAL,
        ),
        [
            Column("Period", 10),
            Column("Nämnd", 10),
            Column("Investering", 48),
            Column("Grupp", 30),
            Column("Total budget", 12, _MNKR),
            Column(f"Budget {year}", 12, _MNKR),
            Column("Utfall", 12, _MNKR),
            Column(f"Prognos {year}", 12, _MNKR),
            Column("Kommentar", 70, wrap=True),
        ],
        investments.investment_rows(period),
        totals=("Summa",),
        notes=(_PLAN_NOTE,) if is_planned else (),
    )
    return workbook
