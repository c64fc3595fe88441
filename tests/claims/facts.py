"""The figures of one built report, and of the ledger behind it, for claims to be held against.

They are read from figures.csv, from the tables' words in the executed notebook (a status is no figure), and by openpyxl
from the example's workbooks; nothing of the code under test is used. Amounts are in mnkr, + is better.
"""

from __future__ import annotations

import csv
import math
import re
import statistics
from collections import Counter, defaultdict
from collections.abc import Mapping
from decimal import Decimal
from functools import cached_property
from pathlib import Path
from typing import Any

from scipy import stats

from tests.claims.claims import is_, rounded
from tests.claims.grammar import MONTHS
from tests.claims.statements import blocks_of, plain
from tests.reports.independent_sums import forecasts, ledger, status_of

Known = dict[str, float | None]
NET = "Nettokostnad"
_SHOWN = re.compile(r"[-+]?\d+(?:\.\d+)?")


def _seen(row: Mapping[str, str]) -> float | None:
    """A figure's value; of a difference or mean that rounds to another number than what is shown makes, that number."""
    if not row["value"]:
        return None
    value = float(row["value"])
    found = _SHOWN.match(row["shown"].replace("\u00a0", "").replace("\u2212", "-").replace(",", "."))
    if not found or row["operation"] not in ("difference", "sum", "average"):
        return value
    size = Decimal(found[0]).copy_abs()
    seen = size if value > 0 else -size
    return value if rounded(value, len(found[0].partition(".")[2])) == seen else float(seen)


class Facts:
    """The figures of the report in `folder`; `data` is the folder of workbooks."""

    def __init__(self, folder: Path, data: Path) -> None:
        self.folder, self.data = folder, data
        self.period, self.committee = folder.parent.name, folder.name
        self.year = self.period[:4]
        self.month = MONTHS[int(self.period[5:]) - 1] if len(self.period) > 4 else ""
        self.is_past = self.period.endswith("-12")
        with (folder / "figures.csv").open(encoding="utf-8", newline="") as file:
            self._rows = list(csv.DictReader(file))

    @cached_property
    def _values(self) -> dict[tuple[str, str, str], float | None]:
        return {(row["table"], row["row"], row["column"]): _seen(row) for row in self._rows}

    @cached_property
    def blocks(self) -> dict[str, dict[str, Any]]:
        """The report's blocks, and the tables behind its charts, by their id."""
        found = {block["id"]: block for block in blocks_of(self.folder)}
        return found | {block["data"]["id"]: block["data"] for block in found.values() if block["kind"] == "chart"}

    def f(self, table: str, row: str, column: str) -> float | None:
        """A figure; None if it is missing. Raises KeyError if the report has no such figure."""
        return self._values[table, row, column]

    def has(self, table: str) -> bool:
        """Whether the report has a table or another block of this id."""
        return table in self.blocks

    def note(self, block: str) -> str:
        """Why a figure is missing, of the first of a block that is."""
        return next((row["why_missing"] for row in self._rows if row["table"] == block and row["why_missing"]), "")

    def _body(self, table: str) -> list[dict[str, Any]]:
        return [row for row in self.blocks[table]["rows"] if row["role"] == "body"]

    def col(self, table: str, column: str, start: str = "") -> Known:
        """A column by the rows' labels, without totals and groups; of the rows whose key begins with `start`."""
        return {
            plain([row["cells"][0]]): self._values[table, row["key"], column]
            for row in self._body(table)
            if (table, row["key"], column) in self._values and row["key"].startswith(start)
        }

    def keyed(self, table: str, column: str) -> Known:
        """A column by the rows' keys, totals among them."""
        return {row: value for (of, row, name), value in self._values.items() if (of, name) == (table, column)}

    def months(self, table: str, column: str, year: str = "") -> Known:
        """A column whose rows are months, by the month's name: of this year, or of another."""
        found = self.keyed(table, column).items()
        return {MONTHS[int(row[5:]) - 1]: value for row, value in found if row[:4] == (year or self.year)}

    def total(self, table: str, column: str) -> float:
        """The sum of a column's rows, without totals."""
        return sum(value or 0.0 for value in self.col(table, column).values())

    def words(self, table: str, column: str) -> list[str]:
        """What a column says, row by row."""
        keys = [one["key"] for one in self.blocks[table]["columns"]]
        return [plain([row["cells"][keys.index(column)]]) for row in self._body(table)]

    def counted(self, table: str, column: str) -> Counter[str]:
        """How many rows of a column say what."""
        return Counter(self.words(table, column))

    def tile(self, label: str) -> str:
        """What the tile of this label shows; empty if there is none."""
        tiles = self.blocks["nyckeltal"]["tiles"]
        return next((plain([one["main"]]) for one in tiles if plain(one["label"]) == label), "")

    def net(self, column: str) -> float | None:
        """A figure of the committee as a whole, or of the region."""
        if self.committee == "REGION" and column == "forecast_change":
            now, before = self._values["namnder", "REGION", "forecast_deviation"], self._previous
            return None if now is None or before is None else now - before
        if self.committee == "REGION":
            return self._values["namnder", "REGION", column]
        tables = ("utfall-kontoklass", "prognos-kontoklass", "sista-prognosen")
        found = [self._values[one, NET, column] for one in tables if (one, NET, column) in self._values]
        return found[0]

    def unrounded(self, shown: str, column: str) -> bool:
        """Whether `shown` is the whole's exact figure, which rounds to another number than its tile has, or nothing."""
        tables = ("namnder", "utfall-kontoklass", "prognos-kontoklass", "sista-prognosen")
        rows = [one for one in self._rows if (one["table"], one["column"]) in {(name, column) for name in tables}]
        exact = next((float(one["value"]) for one in rows if one["row"] in ("REGION", NET) and one["value"]), None)
        seen = self.net(column)
        if exact is None or seen is None or rounded(exact, 1) == rounded(seen, 1):
            return not shown
        return is_(shown, exact)

    def exact_of_tile(self, shown: str) -> bool:
        """Whether `shown` is the exact figure of one that a tile shows as another, or nothing."""
        raw = [row for row in self._rows if row["table"] == "nyckeltal" and row["value"]]
        found = [row for row in raw if _seen(row) != float(row["value"])]
        return not shown or any(is_(shown, float(row["value"])) for row in found)

    @property
    def _previous(self) -> float | None:
        """The region's forecast before this one: of the chart, or of the tile where the report has no such chart."""
        chart = ("diagram-ackumulerad-avvikelse-siffror", "foregaende", "avvikelse")
        return self._values[chart if chart in self._values else ("nyckeltal", "2", "line-1")]

    @cached_property
    def _ledger(self) -> list[dict[str, Any]]:
        rows = ledger(self.data, self.period)
        return [row for row in rows if self.committee in ("REGION", row["Nämnd"])]

    def _is_so_far(self, row: dict[str, Any]) -> bool:
        return int(str(row["Period"])[-2:]) <= int(self.period[-2:])

    def activities(self) -> Known:
        """The deviation so far of every activity, from the ledger: also of those that the report sums into one row."""
        return self._shown_deviations("Verksamhet")

    def _shown_deviations(self, column: str) -> Known:
        """Budget less outcome so far by what a column of the ledger says: the difference of the two as shown."""
        found: dict[str, list[float]] = defaultdict(lambda: [0.0, 0.0])
        for row in self._ledger:
            if self._is_so_far(row):
                found[str(row[column])][0] += float(row["Budget"]) / 1e6
                found[str(row[column])][1] += float(row["Utfall"]) / 1e6
        return {name: float(rounded(budget) - rounded(outcome)) for name, (budget, outcome) in found.items()}

    def months_over_budget(self) -> dict[str, int]:
        """For each month so far 1 if its net cost was above the budget, −1 if below, 0 if as the budget, in mnkr."""
        found = self._shown_deviations("Period")
        return {month: (value < 0) - (value > 0) for month, value in found.items() if value is not None}

    def reporting(self) -> dict[str, str]:
        """The committees that have handed in a workbook for the period, each with its status."""
        folder = self.data / self.year / self.period
        codes = [path.stem for path in folder.glob("*.xlsx") if path.stem.isupper() and path.stem != "REGION"]
        return {code: status_of(folder / f"{code}.xlsx") for code in codes}

    def computed(self, of_month: int = 0) -> dict[str, float]:
        """What the ledger gives for the year: the deviation at the same rate, its interval, and as last year.

        As of the report's own month, or as it was after an earlier one.
        """
        month, kept = of_month or int(self.period[-2:]), ("Budget", "Utfall", "Utfall föregående år")
        deviations: dict[str, float] = defaultdict(float)
        so_far: dict[str, list[float]] = defaultdict(lambda: [0.0, 0.0])
        whole: dict[str, list[float]] = defaultdict(lambda: [0.0, 0.0])
        for row in self._ledger:
            budget, outcome, before = (float(row[name] or 0.0) / 1e6 for name in kept)
            if int(str(row["Period"])[-2:]) <= month:
                deviations[str(row["Period"])] += budget - outcome
                so_far[row["Kontoklass"]][0] += outcome
                so_far[row["Kontoklass"]][1] += before
            whole[row["Kontoklass"]][0] += budget
            whole[row["Kontoklass"]][1] += before
        values = list(deviations.values())
        found = {"run_rate": sum(values) / month * 12}
        if month < 3:
            return found
        spread = statistics.stdev(values) * math.sqrt(12 * (12 - month) / month) * stats.t.ppf(0.9, month - 1)
        found |= {"low": found["run_rate"] - spread, "high": found["run_rate"] + spread}
        seasonal = sum(
            now / share * whole[name][1] if (share := before) else 0.0 for name, (now, before) in so_far.items()
        )
        return found | {"seasonal": sum(budget for budget, _ in whole.values()) - seasonal}

    def activity_budgets(self) -> Known:
        """The budget so far of every activity, from the ledger."""
        found: dict[str, float] = defaultdict(float)
        for row in self._ledger:
            if self._is_so_far(row):
                found[str(row["Verksamhet"])] += float(row["Budget"]) / 1e6
        return dict(found)

    def activity_forecasts(self) -> Known:
        """The forecast deviation of every activity: the committee's own sheet against the ledger's budget."""
        budgets: dict[str, float] = defaultdict(float)
        given: dict[str, float] = defaultdict(float)
        for row in self._ledger:
            budgets[str(row["Verksamhet"])] += float(row["Budget"]) / 1e6
        for activity, amount in forecasts(self.data, self.period, self.committee):
            given[activity] += amount
        return {name: float(rounded(budget) - rounded(given[name])) for name, budget in budgets.items()}

    def misses_at_same_rate(self, months: list[int]) -> list[float]:
        """The year's deviation less what the first months of it made at the same rate, for each count of months.

        Both as they are shown: a difference is that of what is.
        """
        by_month: dict[int, float] = defaultdict(float)
        for row in self._ledger:
            by_month[int(str(row["Period"])[-2:])] += (float(row["Budget"]) - float(row["Utfall"])) / 1e6
        whole = rounded(self.net("deviation") or 0.0)
        rates = [rounded(sum(by_month[one] for one in range(1, last + 1)) * 12 / last) for last in months]
        return [float(whole - rate) for rate in rates]

    def previous_month(self) -> str:
        """The month of the year's report before this one; of who has none, the region's, which has its forecast."""
        for code in (self.committee, "REGION"):
            folders = sorted((self.data / self.year).glob(f"{self.year}-*/{code}.xlsx"))
            if earlier := [path.parent.name for path in folders if path.parent.name < self.period]:
                break
        return MONTHS[int(earlier[-1][5:]) - 1] if earlier else ""

    @property
    def name(self) -> str:
        """Whose report it is."""
        return str(self.blocks["forsta-sidan"]["committee"])

    def figures(self) -> dict[tuple[str, str, str], float | None]:
        """All figures, by table, row and column."""
        return self._values

    def said(self, block: str) -> list[str]:
        """The sentences of a block."""
        return [plain(one) for one in (*self.blocks[block]["paragraphs"], *self.blocks[block]["items"])]
