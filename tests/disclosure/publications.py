"""What the published files say of sick leave, as an attacker reads them."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal

from people import ALL, GROUPS, REGION, Published, so_far

LONG = "Andel av sjukfrånvaron som är 60 dagar eller mer"
_YEARS = {"this_year": 0, "i_ar": 0, "last_year": 1, "i_fjol": 1}


def figures_of(text: str) -> list[dict[str, str]]:
    """The rows of a figures.csv."""
    return list(csv.DictReader(io.StringIO(text)))


def is_about_people(row: Mapping[str, str]) -> bool:
    return "personal.xlsx" in row["workbook"]


def rates(period: str, code: str, rows: Iterable[Mapping[str, str]]) -> Iterator[Published]:
    """The percentages of sick leave in one report's tables and in the numbers of its charts.

    Its texts repeat them, and its differences are those of the percentages that stand there.
    """
    for row in rows:
        if row["column"] not in _YEARS or not row["value"]:
            continue
        percent, step = float(row["value"]), _step(row["value"])
        year = int(period[:4]) - _YEARS[row["column"]]
        months = tuple(so_far(f"{year}{period[4:]}"))
        table, key = row["table"], row["row"]
        if table in ("sjukfranvaro", "medarbetare", "diagram-sjukfranvaro-per-grupp-siffror"):
            if key == LONG:
                yield Published(code, ALL, months, percent, step, long=True)
            elif key in GROUPS:
                yield Published(code, GROUPS[key], months, percent, step)
        elif table == "sjukfranvaro-namnder":
            yield Published(key if key != REGION else REGION, ALL, months, percent, step)
        elif table == "diagram-sjukfranvaro-per-manad-siffror":
            assert re.fullmatch(r"\d{4}-\d{2}", key)
            yield Published(code, ALL, (f"{year}{key[4:]}",), percent, step)


def _step(value: str) -> float:
    """One unit of the last digit that is shown of a percentage: 0.1, unless it has more digits than that."""
    return float(Decimal(1).scaleb(min(-1, Decimal(value).as_tuple().exponent)))
