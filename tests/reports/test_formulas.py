"""The figures of built reports, made again by the formulas of figures.csv from the cells of the workbooks alone."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from functools import cache
from pathlib import Path

import pytest

from tests.reports.formulas import Row, can_be_made, cells_in, grid, made_again, made_of_one_part, plain, rows_of


@pytest.fixture
def rows(report_folder: Path) -> list[Row]:
    return rows_of(report_folder / "figures.csv")


def test_most_figures_can_be_made_again(rows: list[Row], example_data: Path) -> None:
    known = [row for row in rows if row["value"]]
    by_cells = [row for row in known if can_be_made(row)]
    for row in by_cells:
        assert made_again(row, example_data) == pytest.approx(float(row["value"]), rel=1e-9, abs=1e-6), row
    # A plan's figures are lines of params, and a count is of rows, or of what a rule found.
    others = [row for row in known if not can_be_made(row) and "params/" not in row["workbook"]]
    is_count = [row["operation"] == "count" or "count(" in row["formula"] for row in others]
    assert len(by_cells) >= 6 * is_count.count(False)


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


def test_the_rows_of_a_part_are_those_that_its_filter_names(built_output: Path, example_data: Path) -> None:
    """By the workbook's own headings and words: whoever filters the sheet finds the part's cells, and no others."""
    checked: Counter[str] = Counter()
    for path in sorted(built_output.glob("*/*/figures.csv")):
        for row in rows_of(path):
            for (workbook, sheet, area), chosen in _parts(row, counted=False):
                found = _rows_through(chosen, example_data, workbook, sheet)
                assert [number for _, number in cells_in(area)] == found, (str(path), row["formula"], chosen)
                checked[sheet] += 1
    for sheet in ("Huvudbok", "Budgetramar", "Sjukfrånvaro", "Personalomsättning"):
        assert checked[sheet], sheet
    assert checked["Huvudbok"] > 300


def test_a_count_is_the_number_of_cells_that_its_filter_lets_through(built_output: Path, example_data: Path) -> None:
    checked = 0
    for path in sorted(built_output.glob("*/*/figures.csv")):
        for row in rows_of(path):
            formula = row["formula"]
            # A count, or a sum of them; what a rule found is "computed".
            if "params/" in row["workbook"] or not re.fullmatch(r"count\([S\d, ]+\)( \+ count\([S\d, ]+\))*", formula):
                continue
            number = 0
            for (workbook, sheet, area), chosen in _parts(row, counted=True):
                rows = {number for _, number in cells_in(area)}
                through = set(_rows_through(chosen, example_data, workbook, sheet)) if chosen else rows
                number += len(rows & through)
            assert number == float(row["value"]), (str(path), row["label"], row["filter"])
            checked += 1
    assert checked > 60


def test_what_only_a_text_explains_says_where_that_stands(built_output: Path) -> None:
    """A tile or a sentence of the first page explains nothing itself: a table's note or a rule does."""
    pointed: set[str] = set()
    for path in sorted(built_output.glob("*/*/figures.csv")):
        ids = set(re.findall(r'\bid="([^"]+)"', (path.parent / "rapport.html").read_text("utf-8")))
        for row in rows_of(path):
            name = row["explained"].removeprefix("rapport.html#")
            assert (name in ids) == ("computed(" in row["formula"]), (str(path), row["table"], row["label"])
            assert name not in ("nyckeltal", "i-korthet", "loften-i-korthet"), (str(path), row["label"])
            pointed.add(name)
    assert pointed >= {"", "indikatorer", "definitioner", "beraknat-regler", "malmatris", "namnder", "jamforelse"}


def test_a_difference_says_so_and_a_sum_has_no_minus(rows: list[Row]) -> None:
    for row in rows:
        if row["operation"] not in ("sum", "difference") or re.match(r"\(*(round|min)\(", row["formula"]):
            continue
        # Within what is multiplied or divided at the end.
        outermost = re.sub(r"^\((.*)\)(?: [*/] [\d ]+)*$", r"\1", row["formula"])
        while "(" in outermost:
            outermost, found = re.subn(r"\([^()]*\)", "", outermost)
            assert found, row
        assert (row["operation"] == "difference") == (" - " in outermost), row


def test_a_value_is_unrounded_and_shown_as_what_it_is_or_as_the_difference_of_what_is_shown(rows: list[Row]) -> None:
    others = 0
    for row in rows:
        shown = row["shown"].replace("\u2212", "-").replace("\u00a0", "").replace(",", ".")
        if row["value"] and re.fullmatch(r"[-+]?\d+\.\d", shown):
            # Of two terms with one decimal each, the difference is at most 0,1 from the exact.
            assert abs(float(row["value"]) - float(shown)) <= (0.1 if "-" in row["formula"] else 0.05) + 1e-9, row
            others += abs(float(row["value"]) - float(shown)) > 0.05 + 1e-9
    assert others < len(rows) / 10


def _parts(row: Row, *, counted: bool) -> Iterator[tuple[tuple[str, str, str], str]]:
    """The parts that are cells of a workbook, each with its filter; without those of one that is not told.

    Where they are `counted` all of them, else those with a filter whose rows are all its part.
    """
    lists = [row[name].split(";") for name in ("workbook", "sheet", "cells", "filter")]
    for number, (workbook, sheet, area, chosen) in enumerate(zip(*lists, strict=True), start=1):
        if "params/" in workbook or not workbook or " eller " in chosen:
            continue
        if counted or (chosen and not re.search(rf"count\([^)]*\bS{number}\b", row["formula"])):
            yield (plain(workbook), plain(sheet), area), plain(chosen)


@cache
def _rows_through(chosen: str, data: Path, workbook: str, sheet: str) -> list[int]:
    """The rows of a sheet that a filter lets through, below the first row that has its headings."""
    table = grid(data / workbook, sheet)
    wanted = [_condition(one) for one in chosen.split(" & ")]
    headings = {heading for heading, _ in wanted} - {"rad"}
    top = next(number for number, line in enumerate(table) if headings <= set(map(_text, line)))
    place = {_text(heading): column for column, heading in enumerate(table[top])}
    found = []
    for number, line in enumerate(table[top + 1 :], start=top + 2):
        texts = (str(number) if heading == "rad" else _text(line[place[heading]]) for heading, _ in wanted)
        if all(_meets(text, values) for text, (_, values) in zip(texts, wanted, strict=True)):
            found.append(number)
    return found


def _text(content: object) -> str:
    if content is None:
        return ""
    if isinstance(content, float) and content.is_integer():
        return str(int(content))
    return f"{content:%Y-%m}" if isinstance(content, datetime) else str(content)


def _condition(text: str) -> tuple[str, str]:
    heading, _, values = text.partition("=")
    return heading, values


def _meets(value: str, wanted: str) -> bool:
    first, range_, last = wanted.partition("..")
    return first <= value <= last if range_ else (value or "(tom)") in wanted.split("|")
