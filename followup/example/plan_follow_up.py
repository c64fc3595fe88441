"""The workbook that follows up a plan of an earlier year: a made-up status for every assignment of the real plan."""

from __future__ import annotations

from datetime import date
from zlib import crc32

from openpyxl import Workbook

from followup.example.sheet_style import Column, Heading, add_form, add_table
from followup.example.workbook_file import new_workbook
from followup.params.loading import load_params
from followup.params.plans import Node, Plan

# The plans of which there is nothing but the plan itself, and whose follow-up is this workbook.
COMMITTEE = "RS"
FOLLOWED_YEARS = (2018, 2019, 2022)

_FICTIONAL = "Exempeldata: statusar, ansvariga och kommentarer är påhittade, posterna är planens"

# Of a hundred entries.
_STATUSES = (("Klart", 44), ("Enligt plan", 26), ("Försenat", 13), ("Ej påbörjat", 8), ("Avfört", 5), ("", 4))
_RESPONSIBLE = ("Strateg", "Enhetschef", "Utvecklingsledare", "Projektledare", "Controller")
_DELAYED = (
    "Arbetet började senare än planerat. Ny tidsplan finns och arbetet väntas bli klart nästa år.",
    "Samverkansparterna behövde mer tid för beredningen.",
    "Upphandlingen fick göras om och försenade genomförandet.",
    "Nyckelkompetens saknades under hösten. Arbetet fortsätter nästa år.",
)
_CANCELLED = (
    "Arbetet har lagts samman med ett annat och följs upp där.",
    "Förutsättningarna har ändrats och arbetet genomförs inte.",
)
_NOT_STARTED = ("Arbetet väntar på ett nationellt beslut.", "Arbetet är flyttat till nästa års plan.")
_DONE = ("", "", "", "Resultatet är överlämnat till ordinarie verksamhet.")


def plan_follow_up_workbook(year: int) -> Workbook:
    """All sheets of the layout planuppfoljning for the regional executive and December of the year."""
    plan = load_params().plans_of(COMMITTEE, year)[0]
    workbook = new_workbook(f"{COMMITTEE} {year}-12")
    handed_in = date(year + 1, 1, 25)
    heading = Heading(f"Uppföljning av {plan.title}", handed_in.isoformat(), _FICTIONAL, _FICTIONAL)
    rows = [_row(plan, node) for node in plan.followed_nodes]
    add_form(
        workbook,
        "Rapport",
        heading,
        [
            ("Nämnd", "Regionstyrelsen"),
            ("Period", f"{year}-12"),
            ("Status", "Fastställd"),
            ("Lämnad av", "enhetschef, analys och samordning"),
            ("Lämnad den", handed_in),
            ("Sammanfattning", _summary(year, rows)),
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
        rows,
        notes=("Koden är den som står i planens fil. Benämningen är till för den som fyller i bladet.",),
    )
    return workbook


def _row(plan: Plan, node: Node) -> tuple[str, str, str | None, str, str | None]:
    chance = crc32(f"{plan.year} {node.code}".encode())
    status = _status(chance % 100)
    comments = {"Försenat": _DELAYED, "Avfört": _CANCELLED, "Ej påbörjat": _NOT_STARTED, "Klart": _DONE}.get(
        status, ("",)
    )
    comment = comments[(chance // 100) % len(comments)]
    # Whatever has the same parent has the same responsible function.
    responsible = _RESPONSIBLE[crc32(node.parent.encode()) % len(_RESPONSIBLE)]
    return node.code, node.name, status or None, responsible, comment or None


def _status(percentile: int) -> str:
    for status, share in _STATUSES:
        if percentile < share:
            return status
        percentile -= share
    return ""


def _summary(year: int, rows: list[tuple[str, str, str | None, str, str | None]]) -> str:
    """In words alone: the numbers are the report's to count."""
    late = any(status == "Försenat" for _, _, status, _, _ in rows)
    rest = "Det som är försenat förs över till nästa års plan." if late else "Inget förs över till nästa års plan."
    return f"Det mesta i planen för {year} är genomfört eller pågår enligt plan. {rest}"
