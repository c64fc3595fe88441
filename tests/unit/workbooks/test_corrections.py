"""Corrections of known errors: made in the open, and only while the error stands."""

from datetime import date

import pytest
import workbooks
from workbooks import DNKS, LEDGER, edit

from followup.ground.errors import Problem, ReportError, Severity
from followup.ground.period import Period
from followup.params.corrections import Correction
from followup.params.loading import load_params
from followup.params.subject import subject_of
from followup.sources.sources import load_sources
from followup.workbooks.cells.cell_values import ErrorCell
from followup.workbooks.corrected_cells import AppliedCorrection, corrected

APRIL = Period(2024, 4)

CORRECTION = """
corrections:
  - workbook: 2024/2024-04/utfall.xlsx
    sheet: Huvudbok
    cell: H7
    expects: {expects}
    value: {value}
    why: En nolla för mycket.
    decided_by: controller, Kultur och skola
    decided_on: 2024-05-13
"""


def params_with(tmp_path, expects, value):
    folder = workbooks.write_params(tmp_path / "corrected", corrections=CORRECTION.format(expects=expects, value=value))
    return load_params(folder)


def test_a_correction_is_made_before_the_cell_is_read_and_is_recorded(tmp_path, data):
    edit(data / LEDGER, "Huvudbok", {"H7": 80_800_000})
    sources = load_sources(subject_of(data, APRIL, "DNKS", params_with(tmp_path, 80800000, 8080000)))
    january = sources.ledger.where(activity="Bibliotek", account_class="Personalkostnader", period="2024-01")
    assert january.total("outcome").value == -8_080_000
    assert sources.corrections == (
        AppliedCorrection(
            LEDGER,
            "Huvudbok",
            "H7",
            "80\u00a0800\u00a0000",
            "8\u00a0080\u00a0000",
            "En nolla för mycket.",
            "controller, Kultur och skola",
            "2024-05-13",
        ),
    )
    assert sources.problems == ()


def test_another_committee_is_told_nothing_of_it(tmp_path, data):
    edit(data / LEDGER, "Huvudbok", {"H7": 80_800_000})
    sources = load_sources(subject_of(data, APRIL, "DNKT", params_with(tmp_path, 80800000, 8080000)))
    assert sources.corrections == ()


def test_a_failed_formula_can_be_corrected(tmp_path, data):
    edit(data / LEDGER, "Huvudbok", {"H7": "#REF!"})
    sources = load_sources(subject_of(data, APRIL, "DNKS", params_with(tmp_path, '"#REF!"', 8080000)))
    assert sources.corrections[0].was == "”#REF!”"


def test_a_correction_whose_cell_has_changed_is_a_warning(tmp_path, data):
    sources = load_sources(subject_of(data, APRIL, "DNKS", params_with(tmp_path, 80800000, 8080000)))
    assert sources.corrections == ()
    assert sources.problems == (
        Problem(
            LEDGER,
            "Huvudbok",
            "H7",
            "Rättelsen gäller inte längre: här står 8\u00a0080\u00a0000, inte 80\u00a0800\u00a0000.",
            "En rättelse görs bara när cellen håller det som rättelsen skrevs för.",
            "Ta bort rättelsen ur params/corrections.yml, eller skriv om den.",
            Severity.WARNING,
        ),
    )


@pytest.mark.parametrize(
    ("stands", "expects", "applies"),
    [
        ("", None, True),
        (" ", None, True),
        (0.0, None, False),
        (5.0, 5, True),
        (True, 1, False),
        ("5", 5, False),
        ("a  B", "A b", True),
        (ErrorCell("#N/A"), "#N/A", True),
        (ErrorCell("#N/A"), None, False),
    ],
)
def test_when_a_correction_applies(stands, expects, applies):
    correction = Correction(
        workbook=DNKS,
        sheet="Mål",
        cell="B2",
        expects=expects,
        value="x",
        why="y",
        decided_by="controller",
        decided_on="2024-05-13",
    )
    rows = [["", ""], ["", stands]]
    applied, outdated = corrected(rows, [correction])
    assert (len(applied), len(outdated)) == ((1, 0) if applies else (0, 1))
    assert rows[1][1] == ("x" if applies else stands)
    assert correction.decided_on == date(2024, 5, 13)


def test_faults_in_a_correction(tmp_path):
    text = CORRECTION.format(expects="[1]", value=1).replace("H7", "7H").replace("2024-05-13", "13 maj")
    with pytest.raises(ReportError) as caught:
        load_params(workbooks.write_params(tmp_path / "faulty", corrections=text))
    assert [(problem.cell, problem.message) for problem in caught.value.problems] == [
        ("rad 5", "Cellen kan inte läsas. En cell skrivs som i Excel, till exempel H4711. Rätta cellens namn."),
        ("rad 6", "Värdet kan inte läsas. Ett tal, en text eller ingenting (null) väntas. Rätta värdet."),
        ("rad 10", "Datumet kan inte läsas. Ett datum skrivs 2024-05-08. Rätta datumet."),
    ]
