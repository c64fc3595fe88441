"""The workbook that a committee hands in: its forecast, assessments, assignments, measures and comments."""

from __future__ import annotations

from datetime import date
from typing import Any

from openpyxl import Workbook

from followup.example.activities import ACTIVITIES
from followup.example.committee_texts import committee_name, goal_names, texts_of
from followup.example.ledger import by_class, class_budgets
from followup.example.shared_workbooks import FICTIONAL
from followup.example.sheet_style import Column, Heading, add_form, add_table
from followup.example.workbook_file import new_workbook

PERIOD = "2024-04"

_MNKR = "#,##0.0"
_REPORTS = {
    "02": "Månadsrapport februari",
    "04": "Uppföljningsrapport 1",
    "08": "Uppföljningsrapport 2",
    "10": "Månadsrapport oktober",
    "12": "Årsredovisning",
}


def forecast_rows(committee: str) -> list[tuple]:
    """(activity, account class, forecast, previous forecast, comment), mnkr in ledger sign, and the total row."""
    comments = texts_of(committee).get("forecast_comments", {})
    rows: list[tuple] = []
    for activity in ACTIVITIES[committee]:
        now = by_class(activity, activity.forecast)
        before = by_class(activity, activity.previous_forecast)
        for name, budget in class_budgets(activity).items():
            comment = comments.get(activity.name, {}).get(name)
            rows.append((activity.name, name, round(budget - now[name], 1), round(budget - before[name], 1), comment))
    sums = [round(sum(row[column] for row in rows), 1) for column in (2, 3)]
    return [*rows, ("Summa", None, *sums, None)]


def history_rows(committee: str) -> list[tuple]:
    """(period, report, forecast deviation), mnkr, + better than budget; the last row is sheet Prognos' forecast."""
    activities = ACTIVITIES[committee]
    history = dict(texts_of(committee)["forecast_history"])
    history["2024-02"] = round(sum(activity.previous_forecast for activity in activities), 1)
    history["2024-04"] = round(sum(activity.forecast for activity in activities), 1)
    return [(period, _REPORTS[period[-2:]], value) for period, value in history.items()]


def _goal_rows(texts: dict[str, Any]) -> list[tuple]:
    names = goal_names()
    return [(names[code], *answer) for code, answer in texts["goals"].items()]


def _assignment_rows(texts: dict[str, Any]) -> list[tuple]:
    names = goal_names()
    return [
        (
            each["assignment"],
            names.get(each.get("goal", "")),
            each["responsible"],
            date.fromisoformat(each["due"]),
            each["status"],
            each.get("comment"),
        )
        for each in texts["assignments"]
    ]


def _measure_rows(texts: dict[str, Any]) -> list[tuple]:
    columns = ("measure", "decision", "status", "effect", "full_year_effect", "comment")
    rows = [tuple(each.get(column) for column in columns) for each in texts.get("measures", [])]
    if rows:
        sums = [round(sum(row[column] or 0.0 for row in rows), 1) for column in (3, 4)]
        rows.append(("Summa", None, None, *texts.get("measures_total", sums), None))
    return rows


def committee_workbook(committee: str) -> Workbook:
    """All sheets of the layout namnd for one committee and the period 2024-04."""
    texts = texts_of(committee)
    workbook = new_workbook(f"{committee} {PERIOD}")
    name = committee_name(committee)
    handed_in = texts["handed_in_on"]

    def heading(title: str) -> Heading:
        return Heading(f"{title} – {name}, {PERIOD}", handed_in, FICTIONAL, FICTIONAL)

    add_form(
        workbook,
        "Rapport",
        heading("Uppföljningsrapport 1"),
        [
            ("Nämnd", name),
            ("Period", PERIOD),
            ("Status", texts["status"]),
            ("Lämnad av", texts["handed_in_by"]),
            ("Lämnad den", date.fromisoformat(handed_in)),
            ("Sammanfattning", texts["summary"].strip()),
            ("Behöver beslut", texts.get("decision_needed", "").strip() or None),
        ],
    )
    add_table(
        workbook,
        "Prognos",
        heading("Prognos helår 2024, mnkr"),
        [
            Column("Verksamhet", 36),
            Column("Kontoklass", 28),
            Column(texts.get("forecast_header", "Helårsprognos"), 16, _MNKR),
            Column("Föregående prognos", 16, _MNKR),
            Column("Kommentar", 80, wrap=True),
        ],
        forecast_rows(committee),
        totals=("Summa",),
        notes=("Belopp i mnkr. Intäkter anges med minustecken och kostnader med plustecken.",),
    )
    add_table(
        workbook,
        "Prognoshistorik",
        heading("Prognoshistorik, mnkr"),
        [Column("Period", 12), Column("Rapport", 28), Column("Prognos budgetavvikelse", 18, _MNKR)],
        history_rows(committee),
        notes=("Plus är bättre än budget, minus är sämre än budget. Värdet för december är årets utfall.",),
    )
    add_table(
        workbook,
        "Mål",
        heading("Bedömning av mål"),
        [
            Column("Mål", 48, wrap=True),
            Column("Bedömning", 22),
            Column("Trend", 16),
            Column(texts.get("motivation_header", "Motivering"), 100, wrap=True),
        ],
        _goal_rows(texts),
        notes=("Bedömningen avser prognosen för hela året.",),
    )
    add_table(
        workbook,
        "Uppdrag",
        heading("Uppdrag"),
        [
            Column("Uppdrag", 56, wrap=True),
            Column("Mål", 42, wrap=True),
            Column("Ansvarig", 34, wrap=True),
            Column("Klart senast", 14, "yyyy-mm-dd"),
            Column("Status", 16),
            Column("Kommentar", 70, wrap=True),
        ],
        _assignment_rows(texts),
    )
    add_table(
        workbook,
        "Åtgärder",
        heading("Åtgärder för en budget i balans, mnkr"),
        [
            Column("Åtgärd", 56, wrap=True),
            Column("Beslutsläge", 14),
            Column("Status", 16),
            Column("Effekt 2024", 12, _MNKR),
            Column("Helårseffekt", 12, _MNKR),
            Column("Kommentar", 70, wrap=True),
        ],
        _measure_rows(texts),
        totals=("Summa",),
        notes=("Effekt med plustecken förbättrar resultatet.",) if texts.get("measures") else (),
    )
    add_table(
        workbook,
        "Kommentarer",
        heading("Kommentarer"),
        [Column("Avsnitt", 20), Column("Avser", 34), Column("Kommentar", 110, wrap=True)],
        [(each["section"], each.get("item"), each["comment"].strip()) for each in texts.get("comments", [])],
    )
    return workbook
