"""The small region's year when it is over: the workbooks of 2024-12 for DNKS, beside those of `workbooks`.

Every month's outcome is 1 % above its budget, so the year's net cost is 184.83 mnkr against a budget of 183: a
deviation of −1.83. The forecasts were −1.5 in February, 0 in April, −1.5 in August and 0 in October.
"""

from __future__ import annotations

import ast
import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import workbooks

from followup.document.blocks import Block
from followup.ground.paths import PROJECT

DNKS = "2024/2024-12/DNKS.xlsx"
LEDGER = "2024/2024-12/utfall.xlsx"

LEDGER_TITLE = (("Huvudbok 2024",), ("Uttagsdatum: 2025-01-14",), ("Källa: ekonomisystemet",), ())

HISTORY = (
    ("Period", "Rapport", "Prognos budgetavvikelse"),
    ("2024-02", "Månadsrapport", -1.5),
    ("2024-04", "Uppföljningsrapport 1", 0),
    ("2024-08", "Uppföljningsrapport 2", -1.5),
    ("2024-10", "Månadsrapport", 0),
    ("2024-12", "Årsredovisning", -1.83),
)


@workbooks.written_once
def write_year_end(data: Path) -> Path:
    """The workbooks of the year and of 2024-12. Gives back the data folder."""
    workbooks.write_books(data)
    folder = data / "2024" / "2024-12"
    rows = [(*row[:7], row[6] * 101 // 100, row[8]) for row in workbooks.ledger_rows()]
    workbooks.write_book(folder / "utfall.xlsx", {"Huvudbok": [*LEDGER_TITLE, workbooks.LEDGER_HEADER, *rows]})
    workbooks.write_book(folder / "personal.xlsx", _staff())
    values = [("Indikator", "Nämnd", "Mätperiod", "Värde", "Källa"), ("BESOK", "DNKS", "2024-12", 4.6, None)]
    workbooks.write_book(folder / "indikatorer.xlsx", {"Utfall": values})
    header = ("Period", "Nämnd", "Investering", "Grupp", "Total budget", "Budget 2024", "Utfall", "Prognos 2024")
    project = ("2024-12", "DNKS", "Inventarier", "Reinvesteringar", None, 2, 1.5, 2, None)
    workbooks.write_book(folder / "investeringar.xlsx", {"Investeringar": [(*header, "Kommentar"), project]})
    workbooks.write_book(folder / "DNKS.xlsx", _committee())
    return data


def _staff() -> dict[str, list[tuple[Any, ...]]]:
    sickness: list[tuple[Any, ...]] = [
        (
            *("Period", "Nämnd", "Kön", "Åldersgrupp", "Antal anställda"),
            *("Ordinarie arbetstid (timmar)", "Sjukfrånvaro (timmar)", "varav 60 dagar eller mer (timmar)"),
        )
    ]
    turnover: list[tuple[Any, ...]] = [("Period", "Nämnd", "Tillsvidareanställda", "Avgångar")]
    for year in (2023, 2024):
        for month in range(1, 13):
            period = f"{year}-{month:02d}"
            # 5 % of women's time and 4 % of men's, in 2023 one point less of both.
            women, men = (450, 240) if year == 2024 else (360, 180)
            sickness.append((period, "DNKS", "Kvinnor", "30–49 år", 60, 9000, women, 90))
            sickness.append((period, "DNKS", "Män", "Minst 50 år", 40, 6000, men, 60))
            turnover.append((period, "DNKS", 100, 2 if year == 2024 else 1))
    yearly = [
        ("År", "Nämnd", "Indikator", "Kön", "Antal svarande eller anställda", "Värde"),
        (2023, "DNKS", "HME", "Alla", 90, 78),
        (2024, "DNKS", "HME", "Alla", 92, 80),
    ]
    return {"Sjukfrånvaro": sickness, "Personalomsättning": turnover, "Årliga mått": yearly}


def _committee() -> dict[str, list[tuple[Any, ...]]]:
    sheets = {name: list(rows) for name, rows in workbooks.committee_sheets("DNKS", 183.0, []).items()}
    answers = {"Period": "2024-12", "Lämnad den": date(2025, 1, 24)}
    sheets["Rapport"] = [
        (row[0], answers[row[0]]) if row and row[0] in answers else row
        for row in sheets["Rapport"]
        if row[0] != "Exempeldata"
    ]
    sheets["Prognoshistorik"] = list(HISTORY)
    sheets["Mål"] = [
        ("Mål", "Bedömning", "Trend", "Motivering"),
        ("1.1", "Uppnått", "Förbättras", "Klart i maj."),
        ("2.1", "Delvis uppnått", "Oförändrad", "Två av tre delar blev klara."),
    ]
    return sheets


def blocks_of(notebook: str, **parameters: str) -> Iterator[tuple[str, Block | str]]:
    """What a notebook shows its reader, cell by cell, run in this process: (cell id, block or prose)."""
    known: dict[str, Any] = {}
    text = (PROJECT / "notebooks" / notebook).read_text(encoding="utf-8")
    for cell in json.loads(text)["cells"]:
        source, tags = "".join(cell["source"]), cell["metadata"].get("tags", [])
        if cell["cell_type"] == "markdown":
            if "reviewer" not in tags:
                yield cell["id"], source
            continue
        tree = ast.parse(source)
        last = tree.body.pop() if isinstance(tree.body[-1], ast.Expr) else None
        exec(compile(tree, cell["id"], "exec"), known)
        if "parameters" in tags:
            known.update(parameters)
        shown = eval(compile(ast.Expression(last.value), cell["id"], "eval"), known) if last else None
        if isinstance(shown, Block):
            yield cell["id"], shown
