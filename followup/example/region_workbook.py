"""The workbook that the region's own office hands in: its texts, the other holders' forecasts, and its decisions.

The texts stand in region_texts.yml. The financial sheets' rows come from `region_finance`.
"""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from openpyxl import Workbook

from followup.example import region_finance, story
from followup.example.activities import ACTIVITIES
from followup.example.asked_decisions import add_decisions
from followup.example.committee_amounts import Amounts
from followup.example.ledger import class_budgets
from followup.example.shared_workbooks import FICTIONAL
from followup.example.sheet_style import Column, Heading, add_form, add_table
from followup.example.shown import shown_deviation
from followup.example.workbook_file import Value, new_workbook
from followup.ground.paths import PROJECT
from followup.ground.period import Period
from followup.params.loading import load_params
from followup.params.params import REGION, Params

_MNKR = "#,##0.0"
_TEXTS = Path(__file__).parent / "region_texts.yml"
_PLACEHOLDER = re.compile(r"\{(\w+):(\w+)\}")

Rows = list[tuple[Value, ...]]


@cache
def _texts() -> dict[str, Any]:
    texts: dict[str, Any] = yaml.safe_load(_TEXTS.read_text(encoding="utf-8"))
    return texts


def _params() -> Params:
    # The project's own params, whatever folder FOLLOWUP_PARAMS names: the example must not change with it.
    return load_params(PROJECT / "params")


def amounts_of(code: str, period: str) -> Amounts:
    """A holder's deviation and forecasts of the period, or with REGION the sum of all holders'."""
    codes = story.HOLDERS if code == REGION else (code,)
    first = period.endswith("-02")
    return Amounts(
        Period.parse(period),
        shown_deviation(period, "" if code == REGION else code),
        sum(story.committee_forecast(one, period) for one in codes),
        None if first else sum(story.committee_previous_forecast(one, period) for one in codes),
    )


def filled(text: str, period: str) -> str:
    """A text with its amounts: `{DNHS:forecast}` and the other words of `Amounts`, REGION for the sum."""
    return _PLACEHOLDER.sub(lambda match: amounts_of(match[1], period).words()[match[2]], text).strip()


def without_workbook(period: str) -> tuple[str, ...]:
    """The holders that hand in no workbook in the period, in the registry's order."""
    handing_in = (*story.REPORTING, *(story.YEARLY if period.endswith("-12") else ()))
    return tuple(code for code in story.HOLDERS if code not in handing_in)


def holder_rows(period: str) -> Rows:
    """(committee, forecast, previous forecast, comment), mnkr in ledger sign, net, and the total row."""
    rows: list[tuple[str, float, float, None]] = []
    for code in without_workbook(period):
        budget = sum(sum(class_budgets(activity, int(period[:4])).values()) for activity in ACTIVITIES[code])
        forecast = round(budget - story.committee_forecast(code, period), 1)
        previous = round(budget - story.committee_previous_forecast(code, period), 1)
        rows.append((code, forecast, previous, None))
    sums = round(sum(row[1] for row in rows), 1), round(sum(row[2] for row in rows), 1)
    return [*rows, ("Summa", *sums, None)]


def _focus_rows(period: str) -> Rows:
    # The same words as the committees write: in December the year is over.
    scale = _params().scales["attainment" if period.endswith("-12") else "assessment"]
    words = {grade.code: grade.word for grade in scale}
    decided_on = date.fromisoformat(story.hand_in_date(REGION, period))
    return [
        (each["focus_area"], words[each["assessment"]], each["reason"], each["decided_by"], decided_on)
        for each in _texts()[period].get("focus_areas", [])
    ]


def region_workbook(period: str) -> Workbook:
    """All sheets of the layout region for one of the story's periods."""
    texts = _texts()[period]
    params = _params()
    year, kind = period[:4], params.kind_of(Period.parse(period), REGION)
    workbook = new_workbook(f"{REGION} {period}")
    name = params.committees[REGION].name
    handed_in = story.hand_in_date(REGION, period)

    def heading(title: str) -> Heading:
        return Heading(f"{title} – {name}, {period}", handed_in, FICTIONAL, FICTIONAL)

    add_form(
        workbook,
        "Rapport",
        heading(kind.name),
        [
            ("Nämnd", name),
            ("Period", period),
            ("Status", texts["status"]),
            ("Lämnad av", "ekonomidirektör, Region Halland"),
            ("Lämnad den", date.fromisoformat(handed_in)),
            ("Sammanfattning", filled(texts["summary"], period)),
            ("Behöver beslut", None),
        ],
    )
    add_decisions(workbook, heading("Förslag till beslut, belopp i mnkr"), texts.get("decisions", []))
    add_table(
        workbook,
        "Kommentarer",
        heading("Kommentarer"),
        [Column("Avsnitt", 26), Column("Avser", 34), Column("Kommentar", 110, wrap=True)],
        [(each["section"], each.get("item"), filled(each["comment"], period)) for each in texts.get("comments", [])],
    )
    add_table(
        workbook,
        "Prognos övriga",
        heading(f"Prognos helår {year} för dem som inte lämnar egen rapport, mnkr"),
        [
            Column("Nämnd", 12),
            Column("Helårsprognos", 16, _MNKR),
            Column("Föregående prognos", 18, _MNKR),
            Column("Kommentar", 80, wrap=True),
        ],
        holder_rows(period),
        totals=("Summa",),
        notes=("Nettokostnad i mnkr. Kostnader anges med plustecken.",),
    )
    add_table(
        workbook,
        "Fokusområden",
        heading("Beslutad bedömning av fokusområden"),
        [
            Column("Fokusområde", 44, wrap=True),
            Column("Bedömning", 22),
            Column("Skäl", 100, wrap=True),
            Column("Beslutad av", 24),
            Column("Beslutad den", 14, "yyyy-mm-dd"),
        ],
        _focus_rows(period),
        notes=("En rad behövs bara där bedömningen ska avvika från det beräknade förslaget eller bekräfta det.",),
    )
    add_table(
        workbook,
        "Resultaträkning",
        heading("Resultaträkning, poster utanför huvudboken, mnkr"),
        [
            Column("Post", 40),
            Column("Budget", 14, _MNKR),
            Column("Utfall", 14, _MNKR),
            Column("Utfall föregående år", 16, _MNKR),
            Column(f"Budget {year}", 14, _MNKR),
            Column("Helårsprognos", 16, _MNKR),
            Column("Föregående prognos", 16, _MNKR),
        ],
        region_finance.income_statement_rows(period),
        notes=("Intäkter anges med plustecken och kostnader med minustecken.",),
    )
    add_table(
        workbook,
        "Balansräkning",
        heading("Balansräkning, mnkr"),
        [Column("Post", 44), Column("Ingående balans", 16, _MNKR), Column("Utgående balans", 16, _MNKR)],
        region_finance.balance_sheet_rows(period),
        notes=("Ansvarsförbindelsen står utanför balansräkningen.",),
    )
    add_table(
        workbook,
        "Balanskrav",
        heading("Balanskravsutredning, mnkr"),
        [
            Column("Post", 48),
            Column(f"Budget {year}", 14, _MNKR),
            Column("Helårsprognos", 16, _MNKR),
            Column("Utfall", 14, _MNKR),
            Column("Skäl", 90, wrap=True),
        ],
        region_finance.balance_requirement_rows(period),
        notes=("Plus förbättrar balanskravsresultatet, minus försämrar det.",),
    )
    return workbook
