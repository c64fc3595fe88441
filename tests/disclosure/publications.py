"""What the published files say of people, as an attacker reads them."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from pathlib import Path
from types import SimpleNamespace

import nbformat
from people import ALL, GROUPS, Published, so_far

import followup
from followup.formats.csv.figures import figures
from followup.reports.open import open_report

LONG = "Andel av sjukfrånvaron som är 60 dagar eller mer"
WITHHELD = "skyddad uppgift"
_YEARS = {"this_year": 0, "i_ar": 0, "last_year": 1, "i_fjol": 1}
_STAFF_CELL = re.compile(r"(?:region\.)?(?:staff\.\w+|first_page\.\w*tiles)\(report\)")

Row = Mapping[str, str]


def figures_of(folder: Path) -> list[Row]:
    """The rows of a published figures.csv."""
    return list(csv.DictReader(io.StringIO((folder / "figures.csv").read_text(encoding="utf-8"))))


def figures_without_building(notebook: Path, period: str, code: str) -> list[Row]:
    """The same rows, of staff and the first page's tiles, from what the notebook's own cells show."""
    names = {"report": open_report(code, period)} | {name: getattr(followup, name) for name in ("staff", "first_page")}
    names["region"] = followup.region
    sources = [cell.source for cell in nbformat.read(notebook, as_version=4).cells if cell.cell_type == "code"]
    blocks = [eval(source, names) for source in sources if _STAFF_CELL.fullmatch(source.strip())]
    # A monthly report has a table of them, and the region's the tiles besides.
    assert len(blocks) > (1 if "manadsrapport" in notebook.name else 3), notebook
    rows = figures(SimpleNamespace(items=blocks, appendix=(), everything=blocks))
    return [row | {"value": "" if row["value"] is None else _digits(row["value"])} for row in rows]


def _digits(value: float) -> str:
    return f"{Decimal(repr(float(value))):f}".removesuffix(".0")


def about_people(rows: Iterable[Row]) -> list[Row]:
    """Figures of people, and those that are withheld, which have no cells."""
    return [row for row in rows if "personal.xlsx" in row["workbook"] or row["why_missing"] == WITHHELD]


def rates(period: str, code: str, rows: Iterable[Row]) -> Iterator[Published]:
    """The percentages of sick leave in one report's tables and in the numbers of its charts.

    Its texts repeat them, and its differences are those of the percentages that stand there.
    """
    for row in rows:
        if row["column"] in _YEARS and row["value"] and (place := _place(period, code, row)):
            unit, group, months = place
            long = group == LONG
            yield Published(unit, ALL if long else group, months, float(row["value"]), _step(row["value"]), long)


def withheld(period: str, code: str, rows: Iterable[Row]) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """What one report says that it does not show."""
    for row in rows:
        if row["column"] in _YEARS and row["why_missing"] == WITHHELD and (place := _place(period, code, row)):
            yield place


def _place(period: str, code: str, row: Row) -> tuple[str, str, tuple[str, ...]] | None:
    """Unit, group and months of a figure of sick leave; None for another."""
    year = int(period[:4]) - _YEARS[row["column"]]
    months = tuple(so_far(f"{year}{period[4:]}"))
    table, key = row["table"], row["row"]
    if table in ("sjukfranvaro", "medarbetare", "diagram-sjukfranvaro-per-grupp-siffror"):
        return (code, GROUPS.get(key, key), months) if key in GROUPS or key == LONG else None
    if table == "sjukfranvaro-namnder":
        return key, ALL, months
    if table == "diagram-sjukfranvaro-per-manad-siffror":
        return code, ALL, (f"{year}{key[4:]}",)
    return None


def _step(value: str) -> float:
    """One unit of the last digit that is shown of a percentage: 0.1, unless it has more digits than that."""
    return float(Decimal(1).scaleb(min(-1, Decimal(value).as_tuple().exponent)))
