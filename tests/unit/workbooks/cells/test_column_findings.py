"""A column of which hardly anything can be read is told once to everybody, and costs no more than a thousand cells."""

import numpy as np
import pytest

from followup.ground.errors import Severity
from followup.params.column_layout import ColumnLayout
from followup.workbooks.cells import column_findings
from followup.workbooks.cells.cell_values import CellReader
from followup.workbooks.cells.column_reader import read_column


@pytest.fixture(autouse=True)
def _few(monkeypatch):
    monkeypatch.setattr(column_findings, "MOST_FINDINGS", 3)


def column(**more):
    return CellReader(ColumnLayout(header="Utfall", type="amount", unit="kr", sign="result", **more))


def test_the_rest_of_a_hopeless_column_is_one_error_for_everybody():
    cells = ["a", "b", "c", "d", 1e300, 5.0]
    found = read_column(column(), cells, range(2, 8), "H")
    assert [finding.row for finding in found.findings] == [2, 3, 4, 5]
    assert [finding.shared for finding in found.findings] == [False, False, False, True]
    last = found.findings[-1].doubt
    assert (last.found, last.expected, last.remedy, last.severity) == (
        "Kolumnen ”Utfall” har fler än 3 sådana celler. Den första av de övriga: här står ”d”, som inte kan läsas "
        "som ett tal.",
        "Ett belopp i kr väntas i kolumnen ”Utfall”.",
        "Kontrollera att det är rätt kolumn, och rätta hela den.",
        Severity.ERROR,
    )
    # Nothing that was not read is a number: neither the text nor what is too large.
    assert np.isnan(found.values[:5]).all()
    assert found.values[5] == 5.0


def test_warnings_beyond_the_number_are_one_and_every_value_is_read():
    found = read_column(column(), ["1 kr", "2 kr", "3 kr", "4 kr", "5 kr"], range(2, 7), "H")
    assert found.values.tolist() == [1, 2, 3, 4, 5]
    assert [finding.row for finding in found.findings] == [2, 3, 4, 5]
    last = found.findings[-1]
    assert (last.doubt.severity, last.shared) == (Severity.WARNING, True)
    assert last.doubt.remedy == "Skriv talet i en talcell."


def test_an_error_among_warnings_is_not_lost():
    found = read_column(column(), ["1 kr", "2 kr", "3 kr", "4 kr", "fem", "6 kr"], range(2, 8), "H")
    assert found.findings[-1].row == 6
    assert found.findings[-1].doubt.severity is Severity.ERROR
