"""Reading the example gives the intended warnings, one correction, and nothing else."""

from followup.errors import Severity
from followup.inputs.params import load_params
from followup.inputs.sources import check_period, load_sources
from followup.paths import PROJECT
from followup.period import Period

EXAMPLE = PROJECT / "data" / "example"
APRIL = Period(2024, 4)
# The printed totals of Mål och budget differ from their rounded rows in four years of five.
PRINTED_TOTALS = {("2024/budget.xlsx", "Budgetramar", cell) for cell in ("B21", "C21", "E21", "F21")}
OWN_WARNINGS = {
    "DNPSH": {("2024/2024-04/DNPSH.xlsx", "Prognoshistorik", "C7")},
    "DNNSVH": {("2024/2024-04/DNNSVH.xlsx", "Åtgärder", "D10")},
}


def test_the_intended_warnings_and_no_other_problem():
    found = check_period(EXAMPLE, APRIL, load_params())
    assert list(found) == ["RS", "DNHS", "DNADH", "DNPSH", "DNNSVH", "DNKS", "DNKT", "DNRGS"]
    for code, problems in found.items():
        assert {problem.severity for problem in problems} == {Severity.WARNING}
        places = {(each.workbook, each.sheet, cell) for each in problems for cell in each.cell.split(",")}
        assert places == PRINTED_TOTALS | OWN_WARNINGS.get(code, set())


def test_the_correction_applies_to_the_one_committee():
    params = load_params()
    (correction,) = load_sources(EXAMPLE, APRIL, "DNNSVH", params).corrections
    assert (correction.cell, correction.was, correction.value) == ("D123", "180", "18")
    assert load_sources(EXAMPLE, APRIL, "DNHS", params).corrections == ()
