"""The example's region in April 2024, one cell wrong at a time: what stands in the workbook of February is known."""

import shutil

import pytest
from workbooks import edit

from followup.ground.paths import PROJECT
from followup.ground.period import Period
from followup.params.loading import load_params
from followup.params.subject import subject_of
from followup.sources.sources import preload

pytestmark = pytest.mark.slow

REGION = "2024/2024-04/REGION.xlsx"


@pytest.fixture(autouse=True)
def own_cache(cache_of_the_module):
    """The module's."""


@pytest.fixture(scope="module")
def example(tmp_path_factory):
    """The workbooks that the region's report of April reads, and those of February."""
    data = tmp_path_factory.mktemp("example")
    year = PROJECT / "data" / "example" / "2024"
    for name in ("2024-02", "2024-04"):
        shutil.copytree(year / name, data / "2024" / name)
    for workbook in year.glob("*.xlsx"):
        shutil.copy(workbook, data / "2024")
    return data


def errors(data):
    found = preload(subject_of(data, Period(2024, 4), code, load_params()) for code in ["REGION"])["REGION"]
    return [(one.rule, one.sheet, one.cell) for one in found if one.severity == "fel"]


@pytest.mark.parametrize(
    ("sheet", "cell", "value", "found"),
    [
        ("Balansräkning", "B14", 2690, [("ingaende-balans", "Balansräkning", "B14")]),
        ("Balansräkning", "C14", 3150000, [("balansrakningens-rader", "Balansräkning", "C14")]),
        (
            "Balansräkning",
            "C11",
            4820000,
            [("balansrakning", "Balansräkning", "C7:C8,C10:C13"), ("balansrakningens-rader", "Balansräkning", "C11")],
        ),
        ("Resultaträkning", "G7", 10937, [("foregaende-prognos", "Resultaträkning", "G7")]),
        ("Resultaträkning", "F10", 538, [("resultatrakningens-rader", "Resultaträkning", "F10")]),
        ("Resultaträkning", "F9", 306000, [("resultatrakningens-rader", "Resultaträkning", "F9")]),
        ("Balanskrav", "C10", -95000, [("balanskravets-rader", "Balanskrav", "C10")]),
        ("Resultaträkning", "C7", 3646.3, []),
    ],
)
def test_one_cell(example, sheet, cell, value, found):
    untouched = (example / REGION).read_bytes()
    edit(example / REGION, sheet, {cell: value})
    try:
        assert errors(example) == found
    finally:
        (example / REGION).write_bytes(untouched)
