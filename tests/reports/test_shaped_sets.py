"""The same numbers in sheets of six other shapes: the recipes of DEVELOPERS.md, and the same figures in the report."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from typing import Any

import openpyxl
import pytest

from followup.ground.period import MONTHS
from followup.params.loading import load_params
from tests import workbooks
from tests.reports.small_region import SmallRegion
from tests.small_set import own_cache, problems_for

__all__ = ["own_cache"]

UTFALL, BUDGET, INVESTERINGAR = "layouts/utfall.yml", "layouts/budget.yml", "layouts/investeringar.yml"
OUTCOME = "outcome: {header: Utfall, synonyms: [Redovisat, Utfall perioden], type: amount"
BUDGET_COLUMN = "budget: {header: Budget, synonyms: [Periodbudget], type: amount"
PREVIOUS = "previous_year: {header: Utfall föregående år, synonyms: [Utfall fg år, Fg år], type: amount"
SHEET = "    sheet: Huvudbok\n"
PERIOD = "period: {header: Period, synonyms: [Månad, Bokföringsperiod], type: period}"

Row = tuple[Any, ...]


def ledger(region: SmallRegion, *rows: Row) -> None:
    workbooks.write_book(region.data / workbooks.LEDGER, {"Huvudbok": [*workbooks.LEDGER_TITLE, *rows]})


def by_line() -> dict[Row, list[Row]]:
    """Budget, outcome and previous year of each month, by the ledger's other columns."""
    lines: dict[Row, list[Row]] = {}
    for row in workbooks.ledger_rows():
        lines.setdefault(row[1:6], []).append(row[6:])
    return lines


def months_as_columns(region: SmallRegion) -> None:
    region.change(UTFALL, PERIOD, 'period: {header: "{month}", type: period}')
    region.change(UTFALL, BUDGET_COLUMN, 'budget: {header: "Budget {month}", type: amount')
    region.change(UTFALL, OUTCOME, 'outcome: {header: "Utfall {month}", type: amount')
    region.change(UTFALL, PREVIOUS, 'previous_year: {header: "{month} föregående år", type: amount')
    names = [month[:3] for month in MONTHS]
    headings = [f"{kind} {name}" for kind in ("Budget", "Utfall") for name in names]
    head = (*workbooks.LEDGER_HEADER[1:6], *headings, *(f"{name} föregående år" for name in names))
    rows = [(*line, *(one[kind] for kind in range(3) for one in months)) for line, months in by_line().items()]
    ledger(region, head, *rows)


def accumulated_in_groups(region: SmallRegion) -> None:
    region.change(
        UTFALL, "    sheet: Huvudbok\n", "    sheet: Huvudbok\n    heading_rows: 2\n    blank_rows: allowed\n"
    )
    region.change(UTFALL, PERIOD, 'period: {header: "{month}", type: period}')
    since = "type: amount, from_accumulated: true"
    region.change(UTFALL, BUDGET_COLUMN, f'budget: {{header: "{{month}}", group: Budget, {since}')
    region.change(UTFALL, OUTCOME, f'outcome: {{header: "{{month}}", group: Utfall, {since}')
    region.change(UTFALL, PREVIOUS, f'previous_year: {{header: "{{month}}", group: Föregående år, {since}')
    names = [f"2024-{month:02}" for month in range(1, 13)]
    above = (*[None] * 5, "Budget", *[None] * 11, "Utfall", *[None] * 11, "Föregående år")
    rows: list[Row] = []
    for line, months in by_line().items():
        amounts = []
        for kind in range(3):
            total = 0
            for month in months:
                total += month[kind] or 0
                amounts.append(None if month[kind] is None else total)
        rows += [(*line, *amounts), ()]
    ledger(region, above, (*workbooks.LEDGER_HEADER[1:6], *names * 3), *rows)


def units_and_numbers(region: SmallRegion) -> None:
    region.change(UTFALL, f"{BUDGET_COLUMN}, unit: kr", f"{BUDGET_COLUMN}, unit: stated")
    region.change(
        UTFALL, f"{OUTCOME}, unit: kr", 'outcome: {header: Utfall, synonyms: ["Utfall *"], type: amount, unit: stated'
    )
    region.change(UTFALL, f"{PREVIOUS}, unit: kr", f"{PREVIOUS}, unit: stated")
    region.change(UTFALL, "    sheet: Huvudbok\n", "    sheet: Huvudbok\n    committees: {DNKS: [510, Kulturen]}\n")
    region.change(
        "committees.yml", "    short_name: Kollektivtrafik\n", "    short_name: Kollektivtrafik\n    synonyms: [520]\n"
    )
    names = {"DNKS": 510, "DNKT": "520"}
    rows = [
        (row[0], names[row[1]], *row[2:6], *(None if one is None else one / 1000 for one in row[6:]))
        for row in workbooks.ledger_rows()
    ]
    head = tuple("Utfall till bokslut" if one == "Utfall" else one for one in workbooks.LEDGER_HEADER)
    ledger(region, ("Alla belopp anges i tkr",), (), head, *rows)


def budget_of_the_year(region: SmallRegion) -> None:
    region.change(UTFALL, PERIOD, 'period: {header: "{month}", type: period}')
    region.change(UTFALL, BUDGET_COLUMN, "budget: {header: Årsbudget, spread: twelfths, type: amount")
    region.change(UTFALL, OUTCOME, 'outcome: {header: "Utfall {month}", type: amount')
    region.change(UTFALL, PREVIOUS, "previous_year: {header: Föregående år, spread: twelfths, type: amount")
    head = ("Årsbudget", "Föregående år", *(f"Utfall {month}" for month in MONTHS[:4]))
    rows = [
        (*line, sum(one[0] for one in months), sum(one[2] for one in months), *(one[1] for one in months[:4]))
        for line, months in by_line().items()
    ]
    ledger(region, (*workbooks.LEDGER_HEADER[1:6], *head), *rows)


def several_tables(region: SmallRegion) -> None:
    region.change(
        BUDGET,
        "    sheet: Budgetramar\n",
        '    sheet: Bilaga\n    after: "Fördelning av budget*"\n    before: Investeringar\n',
    )
    region.change(BUDGET, "    sheet: Investeringsplan\n", "    sheet: Bilaga\n    after: Investeringar\n")
    sheets = workbooks.budget_sheets()
    rows = [*sheets["Budgetramar"], ("Investeringar",), *sheets["Investeringsplan"], ("* Utan fastigheter",)]
    workbooks.write_book(region.data / workbooks.BUDGET, {"Bilaga": rows})
    region.change(INVESTERINGAR, "    sheet: Investeringar\n", "    sheet: Investeringar\n    unit_column: unit\n")
    region.change(
        INVESTERINGAR,
        "    columns:\n",
        "    columns:\n      unit: {header: Enhet, type: choice, choices: {tkr: [tkr], mnkr: [mnkr]}}\n",
    )
    path = region.params / INVESTERINGAR
    path.write_text(path.read_text(encoding="utf-8").replace("unit: mnkr", "unit: row"), encoding="utf-8")
    head, first, second, _ = workbooks._investments()["Investeringar"]
    in_tkr = [one * 1000 if isinstance(one, int | float) else one for one in first]
    rows = [("Enhet", *head), ("tkr", *in_tkr), ("mnkr", *second)]
    workbooks.write_book(region.data / workbooks.INVESTMENTS, {"Investeringar": rows})


def words_once_far_down(region: SmallRegion) -> None:
    """Committees in merged cells, activities on the first of their rows, below a list of forty lines."""
    region.change(UTFALL, "activity: {header: Verksamhet,", "activity: {fill_down: true, header: Verksamhet,")
    ordered = sorted(workbooks.ledger_rows(), key=lambda row: (row[1], row[2]))
    rows: list[Row] = [("Innehåll",)] * 40
    rows += [(), workbooks.LEDGER_HEADER]
    merged: dict[str, list[int]] = {}
    last: tuple[Any, Any] = (None, None)
    for row in ordered:
        is_new = row[1] not in merged
        merged.setdefault(row[1], []).append(len(rows) + 1)
        rows.append((row[0], row[1] if is_new else None, row[2] if row[1:3] != last else None, *row[3:]))
        last = row[1:3]
    path = region.data / workbooks.LEDGER
    ledger(region, *rows)
    book = openpyxl.load_workbook(path)
    sheet = book["Huvudbok"]
    first_row = next(row for row in range(1, 100) if sheet.cell(row, 1).value == workbooks.LEDGER_HEADER[0]) - 42
    for places in merged.values():
        sheet.merge_cells(f"B{places[0] + first_row}:B{places[-1] + first_row}")
    book.save(path)


SHAPES = [
    months_as_columns,
    accumulated_in_groups,
    units_and_numbers,
    budget_of_the_year,
    several_tables,
    words_once_far_down,
]

# What tells of the cells of a workbook, and by what headings its rows are found.
ADDRESSES = {"workbook", "sheet", "cells", "formula", "flipped", "source_unit", "filter"}


def built_figures(region: SmallRegion, committee: str) -> list[dict[str, str]]:
    """Every figure of a report, without the cells that it rests on."""
    done = region.build("--committee", committee)
    assert done.returncode == 0, done.stdout + done.stderr
    text = (region.output / "2024-04" / committee / "figures.csv").read_text(encoding="utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text)))
    assert rows
    return [{key: value for key, value in row.items() if key not in ADDRESSES} for row in rows]


def test_what_is_wrong_among_months_is_told_with_its_own_cell(tmp_path) -> None:
    region = SmallRegion.in_folder(tmp_path)
    months_as_columns(region)
    # The heading stands in row 5: budget from F, outcome from R, the year before from AD.
    workbooks.edit(region.data / workbooks.LEDGER, "Huvudbok", {"T6": "tolv", "S7": None, "H8": None, "B9": "Skolan"})
    problems = problems_for(region.data, load_params(region.params))
    assert [f"{one.cell}: {one.found}" for one in problems if one.workbook == workbooks.LEDGER] == [
        "T6: Här står ”tolv”, som inte kan läsas som ett tal.",
        "S7: Cellen är tom.",
        "H8: Cellen är tom.",
        "B9: Verksamheten ”Skolan” i huvudboken saknas i prognosen.",
    ]


def told_of_the_ledger(region: SmallRegion) -> list[str]:
    problems = problems_for(region.data, load_params(region.params))
    return [one.found for one in problems if one.workbook == workbooks.LEDGER]


def change_months(region: SmallRegion, change: Callable[[int, int, Any], Any]) -> None:
    """Change every amount of the sheet with months as columns: of its kind (budget, outcome, year before) and month."""
    path = region.data / workbooks.LEDGER
    book = openpyxl.load_workbook(path)
    sheet = book["Huvudbok"]
    top = next(row for row in range(1, 20) if sheet.cell(row, 6).value == "Budget jan")
    before = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=top + 1)]
    for number, row in enumerate(before, start=top + 1):
        for column in range(36):
            sheet.cell(number, 6 + column).value = change(*divmod(column, 12), row[5:])
    book.save(path)


def test_accumulated_outcomes_in_columns_of_months_are_told(tmp_path) -> None:
    region = SmallRegion.in_folder(tmp_path)
    months_as_columns(region)

    def accumulated(kind: int, month: int, row: list[Any]) -> Any:
        own = row[12 * kind + month]
        return own if kind != 1 or own is None else sum(row[12 : 12 + month + 1])

    change_months(region, accumulated)
    assert told_of_the_ledger(region) == [
        "Beloppen i kolumnen ”Utfall” växer från månad till månad som om de var ackumulerade, för DNKS (alla rader): "
        "månadernas summa är −154 mnkr, men −61 mnkr i ”Budget” och −59,8 mnkr i ”Utfall föregående år”."
    ]


def test_outcomes_of_each_month_that_are_called_accumulated_are_told(tmp_path) -> None:
    region = SmallRegion.in_folder(tmp_path)
    months_as_columns(region)
    region.change(UTFALL, "outcome: {header:", "outcome: {from_accumulated: true, header:")
    assert told_of_the_ledger(region) == [
        "Kolumnen ”Utfall” är nästan tom för februari, mars och april, för DNKS (alla rader): utan tecken är beloppen "
        "tillsammans 0 kr, men 54,8 mnkr i ”Budget” och 53,7 mnkr i ”Utfall föregående år”."
    ]


def test_outcomes_a_month_too_early_are_told(tmp_path) -> None:
    region = SmallRegion.in_folder(tmp_path)
    months_as_columns(region)
    change_months(region, lambda kind, month, row: row[12 * kind + (month + 1 if kind == 1 and month < 11 else month)])
    assert set(told_of_the_ledger(region)) == {"Cellen är tom."}


def test_a_hidden_month_is_told(tmp_path) -> None:
    region = SmallRegion.in_folder(tmp_path)
    months_as_columns(region)
    path = region.data / workbooks.LEDGER
    book = openpyxl.load_workbook(path)
    book["Huvudbok"].column_dimensions["S"].hidden = True
    book.save(path)
    assert told_of_the_ledger(region) == ["Kolumnen S är dold."]


def test_half_of_the_outcomes_in_another_unit_are_told(tmp_path) -> None:
    region = SmallRegion.in_folder(tmp_path)
    months_as_columns(region)
    numbers: dict[tuple[Any, ...], int] = {}

    def in_thousands(kind: int, month: int, row: list[Any]) -> Any:
        number, amount = numbers.setdefault(tuple(row[24:]), len(numbers)), row[12 * kind + month]
        return amount / 1000 if kind == 1 and number % 2 and amount is not None else amount

    change_months(region, in_thousands)
    (told,) = told_of_the_ledger(region)
    assert told.startswith("Beloppen i kolumnen ”Utfall” är ungefär tusen gånger för små för DNKS (alla rader): ")


@pytest.fixture(scope="module")
def as_ever(tmp_path_factory: pytest.TempPathFactory) -> list[dict[str, str]]:
    return built_figures(SmallRegion.in_folder(tmp_path_factory.mktemp("long")), "DNKS")


@pytest.mark.parametrize("shape", SHAPES)
def test_other_shapes_of_the_same_numbers_give_the_same_figures(
    shape: Callable[[SmallRegion], None], as_ever: list[dict[str, str]], tmp_path
) -> None:
    region = SmallRegion.in_folder(tmp_path)
    shape(region)
    assert built_figures(region, "DNKS") == as_ever
