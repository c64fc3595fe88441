"""The workbook that a committee hands in: its forecast, assessments, assignments, measures and comments."""

from __future__ import annotations

from datetime import date
from typing import Any

from openpyxl import Workbook

from followup.example import story
from followup.example.activities import ACTIVITIES
from followup.example.asked_decisions import add_decisions
from followup.example.committee_texts import committee_name, goal_names, promise_rows, texts_of
from followup.example.ledger import by_class, class_budgets
from followup.example.plan.measures import add_target_values
from followup.example.shared_workbooks import FICTIONAL
from followup.example.sheet_style import Column, Heading, add_form, add_table
from followup.example.workbook_file import Value, new_workbook
from followup.params.loading import load_params

_MNKR = "#,##0.0"
_REPORTS = {
    "02": "Månadsrapport februari",
    "04": "Uppföljningsrapport 1",
    "08": "Uppföljningsrapport 2",
    "10": "Månadsrapport oktober",
    "12": "Årsredovisning",
}
_FORECAST_NOTES = {
    "02": ("Ingen prognos har lämnats tidigare under året. Föregående prognos är därför årets budget.",),
    "12": (
        "Årets utfall står i huvudboken. Helårsprognos är den senaste prognos som lämnades, i oktober, "
        "och Föregående prognos är den som lämnades i augusti.",
    ),
}


def committee_workbook(committee: str, period: str) -> Workbook:
    """All sheets of the layout namnd for one committee and a period such as `2024-08`.

    Raises FileNotFoundError for a committee that leaves no workbook in the period.
    """
    texts = texts_of(committee, period)
    workbook = new_workbook(f"{committee} {period}")
    name = committee_name(committee)
    handed_in = story.hand_in_date(committee, period)

    def heading(title: str) -> Heading:
        return Heading(f"{title} – {name}, {period}", handed_in, FICTIONAL, FICTIONAL)

    add_form(
        workbook,
        "Rapport",
        heading(_REPORTS[period[-2:]]),
        [
            ("Nämnd", name),
            ("Period", period),
            ("Status", texts["status"]),
            ("Lämnad av", texts["handed_in_by"]),
            ("Lämnad den", date.fromisoformat(handed_in)),
            ("Sammanfattning", texts["summary"]),
            ("Behöver beslut", None),
        ],
    )
    add_decisions(workbook, heading("Förslag till beslut, belopp i mnkr"), texts["decisions"])
    _add_forecast(workbook, heading, committee, period, texts)
    _add_history(workbook, heading, committee, period, texts)
    _add_goals(workbook, heading, period, texts)
    _add_assignments(workbook, heading, committee, period, texts)
    _add_measures(workbook, heading, period, texts)
    add_table(
        workbook,
        "Kommentarer",
        heading("Kommentarer"),
        [Column("Avsnitt", 20), Column("Avser", 34), Column("Kommentar", 110, wrap=True)],
        [(each["section"], each.get("item"), each["comment"]) for each in texts["comments"]],
    )
    if texts["goals"]:
        plans = load_params().all_plans
        targets = [(plan, one) for plan in plans if plan.year == int(period[:4]) for one in plan.targets_of(committee)]
        add_target_values(workbook, heading("Mätvärden"), targets, period)
    return workbook


def forecast_rows(committee: str, period: str) -> list[tuple[Value, ...]]:
    """(activity, account class, forecast, previous forecast, comment), mnkr in ledger sign, and the total row."""
    comments = texts_of(committee, period)["forecast_comments"]
    rows: list[tuple[str, str, float, float, str | None]] = []
    for activity in ACTIVITIES[committee]:
        now = by_class(activity, story.forecast_of(committee, activity.name, period))
        before = by_class(activity, story.previous_forecast_of(committee, activity.name, period))
        for name, budget in class_budgets(activity, int(period[:4])).items():
            comment = comments.get(activity.name, {}).get(name)
            rows.append((activity.name, name, round(budget - now[name], 1), round(budget - before[name], 1), comment))
    sums = round(sum(row[2] for row in rows), 1), round(sum(row[3] for row in rows), 1)
    return [*rows, ("Summa", None, *sums, None)]


def history_rows(committee: str, period: str) -> list[tuple[str, str, float]]:
    """(period, report, forecast deviation), mnkr, + better than budget; a December is the year's outcome.

    Whoever leaves no report of its own before December has its forecasts in the region's.
    """
    return [
        (each, _report_of(committee, each[-2:]), value)
        for each, value in story.forecast_history(committee, period).items()
    ]


def _report_of(committee: str, month: str) -> str:
    report = _REPORTS[month]
    is_own = committee not in story.YEARLY or month == "12"
    return report if is_own else f"Regionens {report[0].lower()}{report[1:]}"


def _add_forecast(workbook: Workbook, heading: Any, committee: str, period: str, texts: dict[str, Any]) -> None:
    add_table(
        workbook,
        "Prognos",
        heading(f"Prognos helår {period[:4]}, mnkr"),
        [
            Column("Verksamhet", 36),
            Column("Kontoklass", 28),
            Column(texts.get("forecast_header", "Helårsprognos"), 16, _MNKR),
            Column("Föregående prognos", 16, _MNKR),
            Column("Kommentar", 80, wrap=True),
        ],
        forecast_rows(committee, period),
        totals=("Summa",),
        notes=(
            "Belopp i mnkr. Intäkter anges med minustecken och kostnader med plustecken.",
            *_FORECAST_NOTES.get(period[-2:], ()),
        ),
    )


def _add_history(workbook: Workbook, heading: Any, committee: str, period: str, texts: dict[str, Any]) -> None:
    # What a committee has typed in another way than as a number.
    typed = texts.get("history_as_typed", {})
    add_table(
        workbook,
        "Prognoshistorik",
        heading("Prognoshistorik, mnkr"),
        [Column("Period", 12), Column("Rapport", 28), Column("Prognos budgetavvikelse", 18, _MNKR)],
        [(each, report, typed.get(each, value)) for each, report, value in history_rows(committee, period)],
        notes=("Plus är bättre än budget, minus är sämre än budget. Värdet för december är årets utfall.",),
    )


def _add_goals(workbook: Workbook, heading: Any, period: str, texts: dict[str, Any]) -> None:
    names = goal_names(int(period[:4]))
    what = "utfallet för" if period.endswith("-12") else "prognosen för"
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
        [(names[code], *answer) for code, answer in texts["goals"].items()],
        notes=(f"Bedömningen avser {what} hela året.",) if texts["goals"] else (),
    )


def _add_assignments(workbook: Workbook, heading: Any, committee: str, period: str, texts: dict[str, Any]) -> None:
    names = goal_names(int(period[:4]))
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
        [
            *promise_rows(committee, period),
            *(
                (
                    each["assignment"],
                    names.get(each.get("goal", "")),
                    each["responsible"],
                    date.fromisoformat(each["due"]),
                    each["status"],
                    each.get("comment"),
                )
                for each in texts["assignments"]
            ),
        ],
    )


def _add_measures(workbook: Workbook, heading: Any, period: str, texts: dict[str, Any]) -> None:
    columns = ("measure", "decision", "status", "effect", "full_year_effect", "comment")
    rows = [tuple(each.get(column) for column in columns) for each in texts["measures"]]
    if rows:
        sums = [round(sum(row[column] or 0.0 for row in rows), 1) for column in (3, 4)]
        rows.append(("Summa", None, None, *texts.get("measures_total", sums), None))
    add_table(
        workbook,
        "Åtgärder",
        heading("Åtgärder för en budget i balans, mnkr"),
        [
            Column("Åtgärd", 56, wrap=True),
            Column("Beslutsläge", 14),
            Column("Status", 16),
            Column(f"Effekt {period[:4]}", 12, _MNKR),
            Column("Helårseffekt", 12, _MNKR),
            Column("Kommentar", 70, wrap=True),
        ],
        rows,
        totals=("Summa",),
        notes=("Effekt med plustecken förbättrar resultatet.",) if rows else (),
    )
