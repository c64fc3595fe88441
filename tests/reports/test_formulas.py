"""The figures of built reports, made again by the formulas of figures.csv from the cells of the workbooks alone."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.reports.formulas import Row, can_be_made, cells_in, grid, made_again, made_of_one_part, rows_of


@pytest.fixture
def rows(report_folder: Path) -> list[Row]:
    return rows_of(report_folder / "figures.csv")


def test_most_figures_can_be_made_again(rows: list[Row], example_data: Path) -> None:
    known = [row for row in rows if row["value"]]
    by_cells = [row for row in known if can_be_made(row)]
    for row in by_cells:
        assert made_again(row, example_data) == pytest.approx(float(row["value"]), rel=1e-9, abs=1e-6), row
    # A plan's figures are lines of params, and a count is of rows.
    others = [row for row in known if not can_be_made(row) and "params/" not in row["workbook"]]
    assert len(by_cells) >= 6 * sum("count(" not in row["formula"] for row in others)


def test_what_is_read_or_summed_needs_its_unit_and_its_turned_sign_alone(rows: list[Row], example_data: Path) -> None:
    of_one_part = [
        row
        for row in rows
        if row["value"] and can_be_made(row) and row["operation"] in ("read", "sum") and row["flipped"] in ("yes", "no")
        if "round" not in row["formula"]
    ]
    for row in of_one_part:
        assert made_of_one_part(row, example_data) == pytest.approx(float(row["value"]), rel=1e-9, abs=1e-6), row


def test_every_figure_says_where_it_stands(rows: list[Row], report_folder: Path) -> None:
    page = (report_folder / "rapport.html").read_text(encoding="utf-8")
    anchors = set(re.findall(r'\bid="([^"]+)"', page))
    titles = {re.sub("<[^>]+>", "", title) for title in re.findall(r"<h[23][^>]*>(.*?)</h[23]>", page, re.DOTALL)}
    for row in rows:
        assert row["address"].removeprefix("rapport.html#") in anchors
    sections = {row["section"].split(" / ")[0] for row in rows} - {"Första sidan", "Bilaga"}
    assert sections <= titles


def test_every_part_has_an_entry_in_every_list(rows: list[Row]) -> None:
    for row in rows:
        lists = ("workbook", "sheet", "cells", "flipped", "source_unit", "filter")
        assert len({row[name].count(";") for name in lists}) == 1, row
        # The formula names them all, and no others.
        parts = set(re.findall(r"\bS\d+\b", row["formula"]))
        if row["formula"] not in ("", "0") and row["workbook"]:
            assert parts == {f"S{number + 1}" for number in range(row["workbook"].count(";") + 1)}, row


def test_the_rows_of_a_part_are_those_that_its_filter_names(built_period: Path, example_data: Path) -> None:
    """Of the ledger, whose headings and values are the layout's own: the rows that the filter lets through."""
    checked = 0
    for row in rows_of(built_period / "DNHS" / "figures.csv"):
        workbooks, sheets, cells, filters = (row[name].split(";") for name in ("workbook", "sheet", "cells", "filter"))
        for workbook, sheet, area, chosen in zip(workbooks, sheets, cells, filters, strict=True):
            if sheet != "Huvudbok" or not chosen or " eller " in chosen:
                continue
            table = grid(example_data / workbook, sheet)
            top = next(number for number, line in enumerate(table) if line[0] == "Period")
            wanted = [_condition(one) for one in chosen.split(" & ")]
            place = {str(heading): column for column, heading in enumerate(table[top])}
            found = [
                number + 1
                for number, line in enumerate(table)
                if number > top and all(_meets(str(line[place[heading]]), values) for heading, values in wanted)
            ]
            assert [number for _, number in cells_in(area)] == found, (row["formula"], chosen)
            checked += 1
    assert checked > 150


def _condition(text: str) -> tuple[str, str]:
    heading, _, values = text.partition("=")
    return heading, values


def _meets(value: str, wanted: str) -> bool:
    first, range_, last = wanted.partition("..")
    return first <= value <= last if range_ else value in wanted.split("|")
