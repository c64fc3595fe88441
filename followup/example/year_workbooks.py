"""The workbooks of what is decided for a year: the budget and the targets of the indicators."""

from __future__ import annotations

from openpyxl import Workbook

from followup.example import facts, indicators, investments
from followup.example.activities import ACTIVITIES
from followup.example.frames import frame_rows
from followup.example.ledger import class_budgets
from followup.example.shared_workbooks import FICTIONAL
from followup.example.sheet_style import Column, Heading, add_table
from followup.example.story import plan_date
from followup.example.workbook_file import Value, new_workbook

REAL = "Exempeldata – beloppen är verkliga och hämtade ur källan nedan"
_REAL_SUMS = "Exempeldata – summorna är verkliga, fördelningen är påhittad"

_MNKR = "#,##0.0"


def budget_workbook(year: int) -> Workbook:
    """Budgetramar and Investeringsplan with their totals, and how they fall in Driftbudget and Investeringsbudget.

    2024's totals are exactly as they are printed; 2023's budget is fictional.
    """
    is_real = year == facts.YEARS[0]
    workbook = new_workbook(f"Budget {year}")
    years = range(year, year + 5)

    def heading(title: str, source: str, example: str) -> Heading:
        return Heading(title, plan_date(year), source if is_real else FICTIONAL, example if is_real else FICTIONAL)

    add_table(
        workbook,
        "Budgetramar",
        heading(f"Fördelning av budget till nämnder {year}–{years[-1]}, mnkr", facts.FRAMES_SOURCE, REAL),
        [Column("Nämnd", 46), *(Column(each, 11, "#,##0" if is_real else _MNKR) for each in years)],
        frame_rows(year),
        totals=("Summa",),
        notes=(
            "Belopp i mnkr. En ram är en nettokostnad och anges med plustecken.",
            *(
                (
                    "Summaraden återges som den är tryckt. Avrundning gör att summan av raderna avviker från den med "
                    "1–2 mnkr vissa år.",
                )
                if is_real
                else ()
            ),
        ),
    )
    add_table(
        workbook,
        "Investeringsplan",
        heading(f"Investeringsplan {year}–{years[-1]}, mnkr", facts.INVESTMENT_SOURCE, REAL),
        [Column("Investeringar totalt", 46), *(Column(each, 11, _MNKR) for each in years)],
        investments.plan_rows(year),
        totals=("Summa investeringar totalt",),
        notes=("Belopp i mnkr.",),
    )
    add_table(
        workbook,
        "Driftbudget",
        heading(f"Driftbudget {year}, mnkr", facts.FRAMES_SOURCE, _REAL_SUMS),
        [Column("Nämnd", 10), Column("Verksamhet", 36), Column("Kontoklass", 28), Column(f"Budget {year}", 14, _MNKR)],
        operating_rows(year),
        totals=("Summa",),
        notes=("Belopp i mnkr. Intäkter anges med minustecken och kostnader med plustecken.",),
    )
    add_table(
        workbook,
        "Investeringsbudget",
        heading(f"Investeringsbudget {year}–{years[2]}, mnkr", facts.INVESTMENT_SOURCE, _REAL_SUMS),
        [
            Column("Nämnd", 10),
            Column("Investering", 48),
            Column("Grupp", 30),
            Column("Total budget", 12, _MNKR),
            *(Column(each, 11, _MNKR) for each in years[:3]),
        ],
        investments.budget_rows(year),
        totals=("Summa",),
        notes=("Belopp i mnkr.",),
    )
    return workbook


def operating_rows(year: int) -> list[tuple[Value, ...]]:
    """(committee, activity, account class, mnkr in ledger sign) of all holders of a frame, and the net sum."""
    rows = [
        (code, activity.name, name, amount)
        for code, activities in ACTIVITIES.items()
        for activity in activities
        for name, amount in class_budgets(activity, year).items()
    ]
    return [*rows, ("Summa", None, None, round(sum(row[3] for row in rows), 1))]


def target_workbook(year: int) -> Workbook:
    """Målvärden: the targets of the quality indicators."""
    workbook = new_workbook(f"Målvärden {year}")
    add_table(
        workbook,
        "Målvärden",
        Heading(f"Kvalitetsindikatorer, målvärden {year}", plan_date(year), FICTIONAL, FICTIONAL),
        [
            Column("Indikator", 28),
            Column("Nämnd", 10),
            Column(f"Målvärde {year}", 14, "#,##0.0#"),
            Column("Beslut", 34),
        ],
        indicators.target_rows(year),
        notes=("En tom cell betyder att inget målvärde är fastställt.",),
    )
    return workbook
