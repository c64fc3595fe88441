"""Figures made again from figures.csv's own words and the cells of the workbooks, with openpyxl and nothing of ours.

A formula is arithmetic in Python too: `S1` is the sum of the first part's cells, and `round` goes half away from zero.
"""

from __future__ import annotations

import ast
import csv
import re
from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal
from functools import cache
from pathlib import Path
from typing import Any

import openpyxl
from openpyxl.utils import column_index_from_string

Row = dict[str, str]
# What cannot be made again from cells alone, and says so.
TOLD = re.compile(r"\b(corrected|converted|count|computed)\(")
KRONOR = {"kr": 1, "tkr": 1_000, "mnkr": 1_000_000}


def rows_of(path: Path) -> list[Row]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def can_be_made(row: Row) -> bool:
    """Whether the row has a formula of cells alone. A file of params has lines and no cells."""
    return bool(row["formula"]) and not TOLD.search(row["formula"]) and "params/" not in row["workbook"]


def made_again(row: Row, data: Path) -> float:
    """The value by the row's formula."""
    names = {f"S{number}": total for number, total in enumerate(totals(row, data), start=1)}
    tree = ast.parse(row["formula"], mode="eval")
    allowed = (
        ast.Expression,
        ast.BinOp,
        ast.UnaryOp,
        ast.Call,
        ast.Name,
        ast.Constant,
        ast.operator,
        ast.unaryop,
        ast.Load,
    )
    assert all(isinstance(node, allowed) for node in ast.walk(tree)), row["formula"]
    return float(eval(compile(tree, "formula", "eval"), {"__builtins__": {}, "round": _rounded, "min": min}, names))


def made_of_one_part(row: Row, data: Path) -> float:
    """The value of a figure that is read or summed from one part, by its unit and its turned sign alone."""
    (total,) = totals(row, data)
    turned = -total if row["flipped"] == "yes" else total
    # Of what is no amount of a ledger, the unit is the indicator's: the column has none.
    is_amount = {row["source_unit"], row["unit"]} <= KRONOR.keys()
    return turned * KRONOR[row["source_unit"]] / KRONOR[row["unit"]] if is_amount else turned


def totals(row: Row, data: Path) -> list[float]:
    """The sum of each part's cells as they stand."""
    parts = zip(*(row[name].split(";") for name in ("workbook", "sheet", "cells")), strict=True)
    return [total_of(data, workbook, sheet, cells) for workbook, sheet, cells in parts]


@cache
def total_of(data: Path, workbook: str, sheet: str, cells: str) -> float:
    """Many figures rest on the same cells."""
    return sum(number_in(data, plain(workbook), plain(sheet), *cell) for cell in cells_in(cells))


def plain(name: str) -> str:
    return name.replace("%3B", ";").replace("%25", "%")


def cells_in(address: str) -> Iterator[tuple[str, int]]:
    """The column and the row of each cell of `H5:H7,H9`."""
    for area in address.split(","):
        found = re.fullmatch(r"([A-Z]+)(\d+)(?::\1(\d+))?", area)
        assert found, address
        for number in range(int(found[2]), int(found[3] or found[2]) + 1):
            yield found[1], number


def number_in(data: Path, workbook: str, sheet: str, column: str, row: int) -> float:
    value = grid(data / workbook, sheet)[row - 1][column_index_from_string(column) - 1]
    assert value is not None, f"{workbook} {sheet} {column}{row}"
    if isinstance(value, str):
        value = value.replace("\u2212", "-").replace("\u00a0", "").replace(" ", "").replace(",", ".").rstrip("%")
    return float(value)


@cache
def grid(path: Path, sheet: str) -> list[tuple[Any, ...]]:
    if path.suffix == ".csv":
        with path.open(encoding="utf-8-sig", newline="") as file:
            return [tuple(row) for row in csv.reader(file)]
    return list(openpyxl.load_workbook(path, read_only=True, data_only=True)[sheet].iter_rows(values_only=True))


def _rounded(value: float, decimals: int) -> float:
    return float(Decimal(f"{value:.15g}").quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP))
