"""One slip in a whole workbook of the example is one error, whoever's report it stops."""

import shutil
from collections.abc import Callable

import openpyxl
import pytest

from followup.ground.errors import Severity
from followup.ground.paths import PROJECT
from followup.ground.period import Period
from followup.params.loading import load_params
from followup.sources.sources import check_period

pytestmark = pytest.mark.slow

APRIL = Period(2024, 4)


@pytest.fixture(autouse=True)
def own_cache(cache_of_the_module):
    """The module's."""


@pytest.fixture(scope="module")
def example(tmp_path_factory):
    """The example's workbooks of 2024 and of the year before."""
    data = tmp_path_factory.mktemp("once") / "data"
    for part in ("2024/2024-04", "2024/2024-02", "kolada"):
        shutil.copytree(PROJECT / "data" / "example" / part, data / part)
    for path in (PROJECT / "data" / "example").glob("202[34]/*.xlsx"):
        (data / path.parent.name).mkdir(exist_ok=True)
        shutil.copy(path, data / path.parent.name)
    return data


def errors(data, workbook: str, change: Callable[[openpyxl.Workbook], None]) -> list[tuple[str, str]]:
    """Rule and place of each error once `change` has been made to a workbook of April, which is restored."""
    path = data / "2024" / "2024-04" / workbook
    original = path.read_bytes()
    try:
        book = openpyxl.load_workbook(path)
        change(book)
        book.save(path)
        found = check_period(data, APRIL, load_params())
    finally:
        path.write_bytes(original)
    told = dict.fromkeys(one for problems in found.values() for one in problems)
    return [(one.rule, f"{one.sheet}!{one.cell}") for one in told if one.severity is Severity.ERROR]


def multiplied(sheet: str, letters: str, factor: float, chosen: Callable[[openpyxl.cell.Cell], bool] = lambda _: True):
    """Every number of some columns times a factor, in the rows whose second cell is `chosen`, and in the totals."""

    def change(book: openpyxl.Workbook) -> None:
        for row in book[sheet].iter_rows():
            for cell in row:
                is_wanted = cell.coordinate.rstrip("0123456789") in letters and isinstance(cell.value, int | float)
                # Whoever exports in another unit exports the totals in it, too.
                is_total = str(row[0].value).startswith("Summa") and chosen(row[1])
                if is_wanted and (is_total or (row[1].value and chosen(row[1]))):
                    cell.value = cell.value * factor

    return change


def test_nothing_is_told_of_the_example_itself(example):
    assert errors(example, "personal.xlsx", lambda book: None) == []


@pytest.mark.parametrize(
    ("workbook", "change", "told"),
    [
        ("personal.xlsx", multiplied("Sjukfrånvaro", "F", 1 / 8), [("arbetstid-per-anstalld", "Sjukfrånvaro!")]),
        ("personal.xlsx", multiplied("Sjukfrånvaro", "E", 100), [("arbetstid-per-anstalld", "Sjukfrånvaro!")]),
        (
            "personal.xlsx",
            multiplied("Sjukfrånvaro", "GH", 60, lambda cell: cell.value == "DNKS"),
            [("sjuktimmar", "Sjukfrånvaro!G37:G762")],
        ),
        (
            "investeringar.xlsx",
            multiplied("Investeringar", "EFGH", 1_000),
            [("kolumnens-enhet", "Investeringar!E7:H75")],
        ),
        (
            "investeringar.xlsx",
            multiplied("Investeringar", "G", 1_000),
            [("kolumnens-enhet", "Investeringar!G7:G75")],
        ),
        (
            "investeringar.xlsx",
            multiplied("Investeringar", "FGH", 1_000, lambda cell: cell.value == "DNKS"),
            # The totals of each period are right, and no longer the sums of their rows.
            [
                ("investeringarnas-belopp", "Investeringar!F59:F61"),
                ("summarader", "Investeringar!F41,G41,H41"),
                ("summarader", "Investeringar!F76,G76,H76"),
            ],
        ),
    ],
)
def test_a_whole_column_in_another_unit(example, workbook, change, told):
    assert errors(example, workbook, change) == told


def test_indicators_copied_from_the_period_before(example):
    folder = example / "2024"

    def change(book: openpyxl.Workbook) -> None:
        before = openpyxl.load_workbook(folder / "2024-02" / "indikatorer.xlsx")["Utfall"]
        sheet = book["Utfall"]
        sheet.delete_rows(1, sheet.max_row)
        for row in before.iter_rows(values_only=True):
            sheet.append(row)

    assert errors(example, "indikatorer.xlsx", change) == [("rapportens-datum", "Utfall!")]


def test_a_holder_without_a_report_of_its_own_stops_the_regions(example):
    """The properties are RHF's, which leaves no report in April."""
    change = multiplied("Investeringar", "EFGH", 1_000, lambda cell: cell.value == "RHF")
    path = example / "2024" / "2024-04" / "investeringar.xlsx"
    original = path.read_bytes()
    book = openpyxl.load_workbook(path)
    change(book)
    book.save(path)
    found = check_period(example, APRIL, load_params())
    path.write_bytes(original)
    stopped = [code for code, problems in found.items() if any(one.severity is Severity.ERROR for one in problems)]
    assert stopped == ["REGION"]
