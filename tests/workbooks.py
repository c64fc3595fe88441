"""A small, complete and valid set of workbooks for two committees, and the params that they agree with.

    data = write_books(tmp_path / "data")
    params = load_params(write_params(tmp_path / "params"))
    edit(data / LEDGER, "Huvudbok", {"H7": "abc"})

DNKS has the activities Bibliotek and Skola, DNKT has Trafik. All numbers are round, so that a sum can be done by hand.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import cache, wraps
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import openpyxl

from followup.ground.paths import PROJECT

LEDGER = "2024/2024-04/utfall.xlsx"
BUDGET = "2024/budget.xlsx"
STAFF = "2024/2024-04/personal.xlsx"
INDICATORS = "2024/2024-04/indikatorer.xlsx"
INVESTMENTS = "2024/2024-04/investeringar.xlsx"
TARGETS = "2024/malvarden.xlsx"
DNKS = "2024/2024-04/DNKS.xlsx"
DNKT = "2024/2024-04/DNKT.xlsx"

ALL_BOOKS = (LEDGER, BUDGET, STAFF, INDICATORS, INVESTMENTS, TARGETS, DNKS, DNKT)

# Kronor a month in the ledger's sign: committee, activity, account class, account, account name, budget.
# DNKS: 15,250,000 a month is 183 mnkr a year. DNKT: 10,000,000 a month is 120 mnkr a year.
LEDGER_LINES = (
    ("DNKS", "Bibliotek", "Intäkter", 3010, "Avgifter", -1_000_000),
    ("DNKS", "Bibliotek", "Personalkostnader", 4010, "Löner", 8_000_000),
    ("DNKS", "Skola", "Intäkter", 3010, "Avgifter", -500_000),
    ("DNKS", "Skola", "Personalkostnader", 4010, "Löner", 8_750_000),
    ("DNKT", "Trafik", "Övriga kostnader", 5010, "Köpt trafik", 10_000_000),
)

LEDGER_HEADER = (
    *("Period", "Nämnd", "Verksamhet", "Kontoklass", "Konto", "Kontotext"),
    *("Budget", "Utfall", "Utfall föregående år"),
)
# The header stands in row 5, so the ledger's first row is row 6.
LEDGER_TITLE = (
    ("Huvudbok 2024",),
    ("Uttagsdatum: 2024-05-08",),
    ("Källa: ekonomisystemet",),
    (),
)

COMMITTEES = """
committees:
  - code: DNKS
    name: Driftnämnd Kultur och skola
    short_name: Kultur och skola
    frames: [Driftnämnd Kultur och skola]
    reports: [uppfoljningsrapport_1, arsredovisning]
  - code: DNKT
    name: Driftnämnd Kollektivtrafik
    short_name: Kollektivtrafik
    valid_from: 2023
    frames: [Driftnämnd Kollektivtrafik]
    reports: [uppfoljningsrapport_1]
"""

INDICATORS_FILE = """
indicators:
  - code: BESOK
    name: Besök per invånare
    definition: Antal besök per invånare och år.
    unit: antal
    decimals: 1
    direction: higher
    frequency: year
    area: quality
    source: Påhittad
    committees: all
  - code: HME
    name: HME-index
    definition: Hållbart medarbetarengagemang.
    unit: index
    decimals: 0
    direction: higher
    frequency: year
    area: staff
    source: Påhittad
    committees: [DNKS, DNKT]
"""

PLAN = """
year: 2024
title: Mål och budget 2024–2028
source: Påhittad
groups:
  båda nämnderna: [DNKS, DNKT]
nodes:
  - code: "1"
    name: Digital vardag
    children:
      - {code: "1.1", name: Smartare och enklare digital vardag, committees: [båda nämnderna]}
  - code: "2"
    name: Kultur
    children:
      - {code: "2.1", name: En robust kultursektor, committees: [DNKS], synonyms: [Robust kultur]}
owner: REGION
levels:
  - {code: fokusomrade, name: Fokusområde, plural: Fokusområden}
  - {code: mal, name: Mål, plural: Mål}
followed: mal
scale: assessment
"""


def frames_table(years: Sequence[str], *rows: str) -> str:
    """A plan's `tables` with one of budget frames in tkr; each row in YAML's flow style."""
    head = f"""\
tables:
  - id: frames
    caption: Ramar
    unit: tkr
    sign: ledger
    label: Nämnd
    columns: {json.dumps(list(years))}
    rows:
"""
    return head + "".join(f"      - {row}\n" for row in rows)


def write_params(folder: Path, **files: str) -> Path:
    """The project's layouts, calendar, rules and scales, and a small registry, plan and set of indicators.

    `files` replace a file's text: `committees="…"`, `layouts_utfall="…"`.
    """
    shutil.copytree(PROJECT / "params", folder)
    for path in folder.glob("plans/*.yml"):
        path.unlink()
    texts = {
        "calendar": small_calendar(),
        "committees": COMMITTEES,
        "indicators": INDICATORS_FILE,
        "plans_2024": PLAN,
        "corrections": "corrections: []",
        "confirmations": "confirmations: []",
        "kolada": 'region: "0013"\ncountry: "0000"\nplan: 2024\ngroups: {}\nindicators: []\n',
    }
    for name, text in (texts | files).items():
        (folder / f"{name.replace('_', '/', 1)}.yml").write_text(text, encoding="utf-8")
    return folder


def small_calendar() -> str:
    """The project's calendar without the periods of committees that the small region does not have."""
    lines = (PROJECT / "params" / "calendar.yml").read_text(encoding="utf-8").splitlines(keepends=True)
    return "".join(line for line in lines if "committees: [RS" not in line)


def written_once(write: Callable[[Path], Path]) -> Callable[[Path], Path]:
    """Makes what writes workbooks into a folder write them once, and give each folder a copy: writing takes long."""

    @cache
    def contents() -> dict[Path, bytes]:
        with TemporaryDirectory() as folder:
            write(Path(folder))
            return {path.relative_to(folder): path.read_bytes() for path in Path(folder).rglob("*.xlsx")}

    @wraps(write)
    def copied(data: Path) -> Path:
        for name, content in contents().items():
            (data / name).parent.mkdir(parents=True, exist_ok=True)
            (data / name).write_bytes(content)
        return data

    return copied


@written_once
def write_books(data: Path) -> Path:
    """Every workbook of 2024 and the period 2024-04. Gives back the data folder."""
    ledger = [*LEDGER_TITLE, LEDGER_HEADER, *ledger_rows()]
    write_book(data / LEDGER, {"Huvudbok": ledger})
    write_book(data / BUDGET, budget_sheets())
    write_book(data / STAFF, _staff())
    write_book(data / INDICATORS, _indicators())
    write_book(data / INVESTMENTS, _investments())
    write_book(data / TARGETS, _targets())
    write_book(data / DNKS, committee_sheets("DNKS", 183.0, ["1.1", "2.1"]))
    write_book(data / DNKT, committee_sheets("DNKT", 120.0, ["1.1"]))
    return data


def write_book(path: Path, sheets: Mapping[str, Sequence[Sequence[Any]]]) -> Path:
    """A workbook of the given sheets and rows."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
    path.parent.mkdir(parents=True, exist_ok=True)
    book.save(path)
    return path


def edit(path: Path, sheet: str, cells: Mapping[str, Any]) -> None:
    """Change some cells of a workbook."""
    book = openpyxl.load_workbook(path)
    for cell, value in cells.items():
        book[sheet][cell] = value
    book.save(path)


def ledger_rows() -> list[tuple[Any, ...]]:
    """January to December; the outcome of January to April is 1 % above budget, the previous year 2 % below."""
    rows = []
    for month in range(1, 13):
        for committee, activity, account_class, account, name, budget in LEDGER_LINES:
            outcome = budget * 101 // 100 if month <= 4 else None
            values = (budget, outcome, budget * 98 // 100)
            rows.append((202400 + month, committee, activity, account_class, account, name, *values))
    return rows


def budget_sheets() -> dict[str, list[Sequence[Any]]]:
    years = [2024, 2025, 2026, 2027, 2028]
    frames = [
        ("Fördelning av budget, mnkr",),
        (),
        ("Nämnd", *years),
        ("Driftnämnd Kultur och skola", 183, 190, 197, 203, 209),
        ("Driftnämnd Kollektivtrafik", 120, 125, 130, 135, 140),
        ("Summa", 303, 315, 327, 338, 349),
        (),
        ("Beloppen är nettokostnader.",),
    ]
    plan = [("Investeringar totalt", *years), ("Inventarier", 10, 10, 10, 10, 10)]
    return {"Budgetramar": frames, "Investeringsplan": plan}


def _staff() -> dict[str, list[Sequence[Any]]]:
    sickness: list[Sequence[Any]] = [
        ("Uttagsdatum", date(2024, 5, 6)),
        (
            *("Period", "Nämnd", "Kön", "Åldersgrupp", "Antal anställda"),
            *("Ordinarie arbetstid (timmar)", "Sjukfrånvaro (timmar)", "varav 60 dagar eller mer (timmar)"),
        ),
    ]
    turnover: list[Sequence[Any]] = [("Period", "Nämnd", "Tillsvidareanställda", "Avgångar")]
    for period in ("2024-01", "2024-02", "2024-03", "2024-04"):
        for committee in ("DNKS", "DNKT"):
            sickness.append((period, committee, "Kvinnor", "30–49 år", 60, 9000, 450, 90))
            sickness.append((period, committee, "Män", "30–49 år", 40, 6000, 240, 60))
            turnover.append((period, committee, 100, 2))
    yearly = [
        ("År", "Nämnd", "Indikator", "Kön", "Antal svarande eller anställda", "Värde"),
        (2023, "DNKS", "HME", "Alla", 90, 78),
        (2023, "DNKT", "HME", "Alla", 20, 80),
    ]
    return {"Sjukfrånvaro": sickness, "Personalomsättning": turnover, "Årliga mått": yearly}


def _indicators() -> dict[str, list[Sequence[Any]]]:
    values = [
        ("Indikator", "Nämnd", "Mätperiod", "Värde", "Källa"),
        ("BESOK", "DNKS", "2023-12", 4.2, "Kulturdatabasen"),
        ("Besök per invånare", "Kollektivtrafik", "december 2023", 3.1, None),
    ]
    return {"Utfall": values}


def _targets() -> dict[str, list[Sequence[Any]]]:
    targets = [
        ("Indikator", "Nämnd", "Målvärde 2024", "Beslut"),
        ("BESOK", "DNKS", 4.5, None),
        ("BESOK", "DNKT", 3, None),
    ]
    return {"Målvärden": targets}


def _investments() -> dict[str, list[Sequence[Any]]]:
    header = ("Period", "Nämnd", "Investering", "Grupp", "Total budget", "Budget 2024", "Utfall", "Prognos 2024")
    rows = [
        (*header, "Kommentar"),
        ("2024-04", "DNKS", "Inventarier", "Reinvesteringar", None, 2, 0.5, 2, None),
        ("2024-04", "DNKT", "Hållplatser", "Nya behov", 8, 4, 1, 3.5, "Försenad upphandling"),
        ("Summa", None, None, None, None, 6, 1.5, 5.5, None),
    ]
    return {"Investeringar": rows}


def committee_sheets(code: str, frame: float, goals: list[str]) -> dict[str, list[Sequence[Any]]]:
    cover = [
        ("Uppföljningsrapport 1 2024",),
        ("Exempeldata",),
        ("Nämnd", code),
        ("Period", "2024-04"),
        ("Status", "Klar"),
        ("Lämnad av", "controller"),
        ("Lämnad den", date(2024, 5, 20)),
        ("Sammanfattning", "Verksamheten går **enligt plan**."),
        ("Behöver beslut", None),
    ]
    forecast: list[Sequence[Any]] = [("Verksamhet", "Kontoklass", "Helårsprognos", "Föregående prognos", "Kommentar")]
    total, earlier = 0.0, 0.0
    for committee, activity, account_class, *_, budget in LEDGER_LINES:
        if committee == code:
            amount = budget * 12 / 1e6
            # The activity that was to cost 1.5 more, in the previous forecast.
            previous = amount + 1.5 if activity in ("Skola", "Trafik") and budget > 0 else amount
            forecast.append((activity, account_class, amount, previous, None))
            total += amount
            earlier += previous
    assert (total, earlier) == (frame, frame + 1.5)
    forecast.append(("Summa", None, total, earlier, None))
    history = [
        ("Period", "Rapport", "Prognos budgetavvikelse"),
        ("2024-02", "Månadsrapport", -1.5),
        ("2024-04", "Uppföljningsrapport 1", 0),
    ]
    assessed = [("Mål", "Bedömning", "Trend", "Motivering")]
    assessed += [(goal, "Bedöms uppnås", "Oförändrad", "Enligt plan.") for goal in goals]
    return {
        "Rapport": cover,
        "Prognos": forecast,
        "Prognoshistorik": history,
        "Mål": assessed,
        "Uppdrag": [("Uppdrag", "Mål", "Ansvarig", "Klart senast", "Status", "Kommentar")],
        "Åtgärder": [("Åtgärd", "Beslutsläge", "Status", "Effekt 2024", "Helårseffekt", "Kommentar")],
        "Kommentarer": [("Avsnitt", "Avser", "Kommentar"), ("Ekonomi", None, "Följer budget.")],
    }
