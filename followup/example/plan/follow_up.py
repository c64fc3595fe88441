"""The workbooks that follow up the plans of earlier years: a made-up status for every entry of the real plans."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from datetime import date, timedelta

from openpyxl import Workbook

from followup.example.plan.measures import add_plan_budget, add_target_values
from followup.example.plan.statuses import MONTHS, StatusCells, status_row
from followup.example.sheet_style import Column, Heading, add_form, add_table
from followup.example.workbook_file import new_workbook
from followup.ground import swedish
from followup.ground.period import Period
from followup.params.loading import load_params
from followup.params.params import Committee
from followup.params.plans import Plan

# The plans of which there is nothing but the plan itself, and whose follow-up are these workbooks.
FOLLOWED_YEARS = (2018, 2019, 2022)

_FICTIONAL = "Exempeldata: statusar, ansvariga och kommentarer är påhittade, posterna är planens"
_DAYS_TO_HAND_IN = 22
_GOOD = ("Klart", "Enligt plan")
# In the two follow-up reports and at the end of the year, some parts of the plan are assessed as a whole.
_ASSESSED_IN = (8, 12)
_ASSESSED = {"1.1": "Enligt plan", "1.4": "Försenat", "1.9": "Enligt plan"}


def follow_ups() -> Iterator[tuple[str, Committee]]:
    """Every period of the calendar in which these plans are followed up, with each committee that does."""
    params = load_params()
    for year in FOLLOWED_YEARS:
        for month in MONTHS:
            yield from ((f"{year}-{month:02}", one) for one in params.reporting(Period(year, month)))


def plan_follow_up_workbook(period: str, committee: str) -> Workbook:
    """All sheets of the layout planuppfoljning for one committee and period."""
    params = load_params()
    year, month = int(period[:4]), int(period[5:])
    plans = params.plans_followed_by(committee, year)
    workbook = new_workbook(f"{committee} {period}")
    handed_in = date(year, month, monthrange(year, month)[1]) + timedelta(_DAYS_TO_HAND_IN)
    title = plans[0].title if len(plans) == 1 else f"{plans[0].title} med beslut att återrapportera"
    heading = Heading(f"Uppföljning av {title}", handed_in.isoformat(), _FICTIONAL, _FICTIONAL)
    rows = [status_row(plan, node, period) for plan in plans for node in plan.followed_nodes]
    add_form(
        workbook,
        "Rapport",
        heading,
        [
            ("Nämnd", params.committees[committee].name),
            ("Period", period),
            ("Status", "Fastställd"),
            ("Lämnad av", "enhetschef, analys och samordning" if committee == "RS" else "controller, kultur och skola"),
            ("Lämnad den", handed_in),
            ("Sammanfattning", _summary(plans[0], month, rows)),
            ("Behöver beslut", None),
        ],
    )
    add_table(
        workbook,
        "Uppdrag",
        heading,
        [
            Column("Kod", 14),
            Column("Benämning", 90, wrap=True),
            Column("Status", 16),
            Column("Ansvarig", 34),
            Column("Kommentar", 70, wrap=True),
        ],
        [*rows, *_assessed(plans[0], month)],
        notes=("Koden är den som står i planens fil. Benämningen är till för den som fyller i bladet.",),
    )
    add_target_values(workbook, heading, [(plan, one) for plan in plans for one in plan.targets], period)
    add_plan_budget(workbook, heading, plans[0], month)
    return workbook


def _assessed(plan: Plan, month: int) -> Iterator[StatusCells]:
    if month not in _ASSESSED_IN or plan.year != FOLLOWED_YEARS[0]:
        return
    for root in plan.roots:
        if root.code in _ASSESSED:
            yield root.code, root.name, _ASSESSED[root.code], "Regiondirektör", "Bedömning av målet som helhet."


def _summary(plan: Plan, month: int, rows: list[StatusCells]) -> str:
    """In words alone: the numbers are the report's to count."""
    good = sum(row[2] in _GOOD for row in rows)
    most = "De flesta delarna" if 2 * good > len(rows) else "Färre än hälften av delarna"
    what = f"{most} av {swedish.lowered(plan.title)} är genomförda eller pågår enligt plan."
    if month < 12 or not any(row[2] == "Försenat" for row in rows):
        return what
    return f"{what} Det som är försenat förs över till nästa års plan."
