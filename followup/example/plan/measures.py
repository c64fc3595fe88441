"""What has been measured of a plan's targets, its indicators and its own budget: made up, and adds up."""

from __future__ import annotations

from collections.abc import Sequence

from openpyxl import Workbook

from followup.example.sheet_style import Column, Heading, add_table
from followup.example.workbook_file import Value
from followup.params.plan.tables import PlanTable
from followup.params.plan.targets import Target
from followup.params.plans import Plan

_MNKR = "#,##0.0"
# Outcome and forecast as a multiple of the budget, by account class.
_OF_CLASS = {"Intäkter": (0.97, 0.985), "Personalkostnader": (0.985, 0.99), "Övriga driftskostnader": (1.02, 1.012)}
# How much of a year's investments has been paid in each month, and what is forecast of those that go otherwise.
_PAID = {2: 0.04, 4: 0.15, 8: 0.45, 10: 0.65, 12: 1.0}
_SLOWER = {
    "Destruktionsanläggning för lustgas HSH, HSV": (0.6, "Upphandlingen drog ut på tiden. Resten betalas nästa år."),
    "IT-utrustning": (0.95, "Leveranser är försenade."),
}
_MONTHLY = {
    "PERSONALOMSATTNING": {2: 1.4, 4: 3.1, 8: 6.2, 10: 7.9, 12: 9.6},
    "SJUKFRANVARO": {2: 6.8, 4: 5.9, 8: 4.7, 10: 4.8, 12: 5.0},
}
_YEARLY = {"HME": 79, "OSA": 70, "ARBETSBELASTNING": 62}
_IN_WORDS = {"HELTID": "De flesta arbetar heltid. Kvinnor arbetar något oftare deltid än män."}
# Values of targets by plan and code: from which follow-up on, the value, when it was measured, and by whom it was said.
_TARGETS: dict[tuple[str, str], tuple[str, float, str, str]] = {
    ("2018", "T5"): ("2018-12", 214000, "2018", "Regionfastigheter"),
    ("2018", "T6"): ("2018-12", 27, "2018", "Regionservice"),
    ("2018-konstskolan", "K1"): ("2018-08", 12, "höstterminen 2018", "Katrinebergs folkhögskola"),
    ("2018-konstskolan", "K2"): ("2019-08", 13, "höstterminen 2019", "Katrinebergs folkhögskola"),
    ("2018-konstskolan", "K3"): ("2019-12", 305, "2019", "Katrinebergs folkhögskola"),
    ("2024", "T1"): ("2024-04", 2.8, "taxan från och med januari 2024", "Hallandstrafiken"),
}

TARGET_COLUMNS = (
    Column("Mål", 22),
    Column("Värde", 12),
    Column("Mätt", 20),
    Column("Källa", 34),
    Column("Kommentar", 60, wrap=True),
)


def add_target_values(
    workbook: Workbook, heading: Heading, targets: Sequence[tuple[Plan, Target]], period: str
) -> None:
    """The sheet Mätvärden, where there are measurable targets; what nobody has measured has no value."""
    rows: list[tuple[Value, ...]] = []
    for plan, target in targets:
        since, value, measured, source = _TARGETS.get((plan.stem, target.code), ("9999", 0.0, "", ""))
        known = (value, measured, source) if since <= period else (None, None, None)
        rows.append((f"{plan.stem}/{target.code}", *known, None))
    if rows:
        notes = ("Koden är planens fil och målets kod. Ett mål utan värde visas med ”Värde saknas”.",)
        add_table(workbook, "Mätvärden", heading, list(TARGET_COLUMNS), rows, notes=notes)


def add_plan_budget(workbook: Workbook, heading: Heading, plan: Plan, month: int) -> None:
    """The sheets of a plan that has indicators and prints a budget of its own."""
    operating, investments = plan.table("driftbudget"), plan.table("investeringsbudget")
    if not plan.indicators or operating is None or investments is None:
        return
    spent = _operating(operating, month)
    invested = _investments(investments, str(plan.year), month)
    add_table(
        workbook,
        "Driftbudget",
        heading,
        [
            Column("Verksamhet", 28),
            Column("Kontoklass", 26),
            Column(f"Budget {plan.year}", 14, _MNKR),
            Column("Utfall ack", 14, _MNKR),
            Column(f"Prognos {plan.year}", 14, _MNKR),
            Column("Kommentar", 60, wrap=True),
        ],
        spent,
        notes=("Belopp i mnkr. Intäkter anges med minustecken och kostnader med plustecken.",),
    )
    add_table(
        workbook,
        "Investeringar",
        heading,
        [
            Column("Investering", 60, wrap=True),
            Column(f"Budget {plan.year}", 14, _MNKR),
            Column("Utfall ack", 14, _MNKR),
            Column(f"Prognos {plan.year}", 14, _MNKR),
            Column("Kommentar", 60, wrap=True),
        ],
        invested,
        notes=("Belopp i mnkr, utan tecken.",),
    )
    add_table(
        workbook,
        "Indikatorer",
        heading,
        [Column("Indikator", 36), Column("Värde", 12), Column("Mätt", 22), Column("Kommentar", 60, wrap=True)],
        list(_indicators(plan, month, spent, invested)),
    )


def _operating(table: PlanTable, month: int) -> list[tuple[Value, ...]]:
    rows: list[tuple[Value, ...]] = []
    for place, activity in enumerate(table.columns):
        for row in table.rows:
            budget = row.values[place]
            if row.is_total or not isinstance(budget, int | float):
                continue
            outcome, forecast = _OF_CLASS[row.label]
            amounts = (budget, round(budget * outcome * month / 12, 1), round(budget * forecast, 1))
            rows.append((activity, row.label, *amounts, None))
    return rows


def _investments(table: PlanTable, year: str, month: int) -> list[tuple[Value, ...]]:
    rows: list[tuple[Value, ...]] = []
    for row in table.rows:
        budget = row.values[table.columns.index(year)]
        assert isinstance(budget, int | float)  # every project of the plan has an amount of its first year
        share, comment = _SLOWER.get(row.label, (1.0, None))
        forecast = round(budget * share, 1)
        rows.append((row.label, budget, round(forecast * _PAID[month], 1), forecast, comment))
    return rows


def _indicators(
    plan: Plan, month: int, spent: list[tuple[Value, ...]], invested: list[tuple[Value, ...]]
) -> list[tuple[Value, ...]]:
    def total(rows: list[tuple[Value, ...]], place: int) -> float:
        return sum(float(value) for row in rows if isinstance(value := row[place], int | float))

    until = total(spent, 2) * month / 12 - total(spent, 3)
    sums = {
        "PERIODRESULTAT": until,
        "BUDGETAVVIKELSE": until,
        "PROGNOSAVVIKELSE": total(spent, 2) - total(spent, 4),
        "INVESTERINGSAVVIKELSE": total(invested, 1) - total(invested, 3),
    }
    when = f"januari–{_MONTH_NAMES[month]} {plan.year}"
    rows: list[tuple[Value, ...]] = []
    for one in plan.indicators:
        value: float | None = sums.get(one.code, _MONTHLY.get(one.code, {}).get(month))
        if month == 12:
            value = _YEARLY.get(one.code, value)
        comment = _IN_WORDS.get(one.code) if month == 12 else None
        shown = None if value is None else round(value, 1)
        rows.append((one.name, shown, when if shown is not None else None, comment))
    return rows


_MONTH_NAMES = {2: "februari", 4: "april", 8: "augusti", 10: "oktober", 12: "december"}
