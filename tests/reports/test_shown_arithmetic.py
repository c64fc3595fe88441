"""Who subtracts the numbers that a table shows gets the difference that it shows, in every report."""

from __future__ import annotations

import csv
import re
from decimal import ROUND_HALF_UP, Decimal
from itertools import permutations
from pathlib import Path

# In these columns the first less the second is the third. A table that lacks one of them is passed over.
DIFFERENCES = (
    ("outcome", "budget", "deviation"),
    ("outcome", "year_budget", "deviation"),
    ("forecast", "year_budget", "forecast_deviation"),
    ("forecast", "previous_forecast", "forecast_change"),
    ("outcome", "forecast", "miss"),
    ("outcome", "forecast", "error"),
    ("closing", "opening", "change"),
    ("this_year", "last_year", "change"),
    ("value", "previous", "change"),
    ("year_budget", "frame", "difference"),
    ("r0013", "r0000", "difference"),
)
# Where a deviation is another difference, by the beginning of the table's name.
OTHERS = {
    "investering": (
        ("year_budget", "outcome", "deviation"),
        ("year_budget", "forecast", "forecast_deviation"),
        ("budget", "forecast", "deviation"),
    ),
    "driftbudget": (("forecast", "budget", "deviation"),),
}


def number(shown: str) -> Decimal:
    return Decimal(re.sub(r"[^\d,−]", "", shown).replace(",", ".").replace("−", "-"))


def tables(folder: Path) -> dict[str, dict[str, dict[str, dict[str, str]]]]:
    """Table, row, column: the line of figures.csv."""
    found: dict[str, dict[str, dict[str, dict[str, str]]]] = {}
    with (folder / "figures.csv").open(encoding="utf-8-sig", newline="") as file:
        for line in csv.DictReader(file):
            if line["value"]:
                found.setdefault(line["table"], {}).setdefault(line["row"], {})[line["column"]] = line
    return found


def test_a_named_difference_is_that_of_the_numbers_that_are_shown(report_folder):
    for name, rows in tables(report_folder).items():
        kinds = next((kinds for start, kinds in OTHERS.items() if name.startswith(start)), DIFFERENCES)
        for row, cells in rows.items():
            for first, second, difference in kinds:
                if not {first, second, difference} <= set(cells):
                    continue
                if first == "outcome" and second == "year_budget" and "budget" in cells:
                    continue
                one, other, told = (number(cells[column]["shown"]) for column in (first, second, difference))
                assert one - other == told, (name, row, first, second, difference)


def test_nothing_that_looks_like_a_difference_is_off_in_its_last_digit(report_folder):
    """Of any three columns of a table that are a difference in every row, also those that this test does not know."""
    for name, rows in tables(report_folder).items():
        columns = sorted(set.intersection(*(set(cells) for cells in rows.values())))
        if len(rows) < 2 or len(columns) > 12:
            continue
        for first, second, third in permutations(columns, 3):
            exact = [tuple(float(cells[one]["value"]) for one in (first, second, third)) for cells in rows.values()]
            shown = [tuple(number(cells[one]["shown"]) for one in (first, second, third)) for cells in rows.values()]
            if not all(abs(a) > 5 and abs(b) > 5 and abs(a - b - c) <= 0.1001 for a, b, c in exact):
                continue
            assert [a - b for a, b, _ in shown] == [c for _, _, c in shown], (name, first, second, third)


def mean(values: list[Decimal]) -> Decimal:
    """With one decimal, half away from zero; of sizes, which have no sign."""
    return (sum(map(abs, values)) / len(values)).quantize(Decimal("0.1"), ROUND_HALF_UP)


def test_a_mean_is_that_of_the_numbers_that_are_shown(report_folder):
    found = tables(report_folder)
    if earlier := found.get("tidigare-prognoser"):
        errors = [number(cells["error"]["shown"]) for row, cells in earlier.items() if row != "medel"]
        assert number(earlier["medel"]["error"]["shown"]) == mean(errors)
    if occasions := found.get("prognosfel"):
        *months, whole = occasions.values()
        for cells in months:
            by_year = [number(one["shown"]) for column, one in cells.items() if column.startswith("fel-")]
            assert number(cells["mean_absolute"]["shown"]) == mean(by_year)
        for column in [name for name in whole if name.startswith("fel-")]:
            of_year = [number(cells[column]["shown"]) for cells in months if column in cells]
            assert number(whole[column]["shown"]) == mean(of_year)
    for goal, chart in (("result_share", "resultatandel"), ("self_financing", "sjalvfinansiering")):
        if found.get("finansiella-mal", {}).get(goal, {}).get("over_time"):
            drawn = found[f"diagram-{chart}-siffror"].values()
            used = [number(cells["used"]["shown"]) for cells in drawn if "used" in cells]
            shown = number(found["finansiella-mal"][goal]["over_time"]["shown"])
            assert abs(shown) == mean([sum(used[-5:]) / 5])
