"""Reading the example gives the intended warnings, one correction, and nothing else."""

import pytest

from followup.ground.errors import Severity
from followup.ground.paths import PROJECT
from followup.ground.period import Period
from followup.params.loading import load_params
from followup.params.subject import subject_of
from followup.sources.sources import check_period, load_sources

pytestmark = pytest.mark.slow

EXAMPLE = PROJECT / "data" / "example"
APRIL = Period(2024, 4)
REPORTING = ["RS", "DNHS", "DNADH", "DNPSH", "DNNSVH", "DNKS", "DNKT", "DNRGS"]
# The printed totals of Mål och budget differ from their rounded rows in four years of five.
PRINTED_TOTALS = {("2024/budget.xlsx", "Budgetramar", cell) for cell in ("B21", "C21", "E21", "F21")}
# Printed ratios that cannot be true, in the region's sources: the result's share in 2021 and 2022, whose definition is
# another than the years before, and self-financing in 2022.
PRINTED_RATIOS = {"2023": ("D10", "D11", "D23"), "2024": ("D10", "D11", "D25")}
OWN_WARNINGS = {
    ("2023-12", "PN"): {("2023/2023-12/investeringar.xlsx", "Investeringar", "")},
    ("2024-04", "DNPSH"): {("2024/2024-04/DNPSH.xlsx", "Prognoshistorik", "C12")},
    ("2024-04", "DNNSVH"): {("2024/2024-04/DNNSVH.xlsx", "Åtgärder", "D10")},
    ("2024-12", "PN"): {("2024/2024-12/investeringar.xlsx", "Investeringar", "")},
}
OWN_NOTES = {("2024-04", "DNADH"): [("underskott-utan-forklaring", "Kommentarer")]}


@pytest.mark.parametrize(
    ("period", "codes"),
    [
        ("2023-02", [*REPORTING, "REGION"]),
        ("2023-12", [*REPORTING, "PN", "GNHH", "REGION"]),
        ("2024-04", [*REPORTING, "REGION"]),
        ("2024-08", [*REPORTING, "REGION"]),
        ("2024-12", [*REPORTING, "PN", "GNHH", "REGION"]),
    ],
)
def test_the_intended_warnings_and_no_other_problem(period, codes):
    found = check_period(EXAMPLE, Period.parse(period), load_params())
    assert list(found) == codes
    for code, problems in found.items():
        notes = [(problem.rule, problem.sheet) for problem in problems if problem.severity is Severity.NOTE]
        assert notes == OWN_NOTES.get((period, code), [])
        problems = [problem for problem in problems if problem.severity is not Severity.NOTE]
        assert {problem.severity for problem in problems} <= {Severity.WARNING}
        places = {(each.workbook, each.sheet, cell) for each in problems for cell in each.cell.split(",")}
        ratios = {(f"{period[:4]}/finansiella_mal.xlsx", "Historik", cell) for cell in PRINTED_RATIOS[period[:4]]}
        printed = PRINTED_TOTALS if period.startswith("2024") else set()
        # What is the region's is told where somebody can act on it, and not to each committee.
        own = ratios | printed if code == "REGION" else OWN_WARNINGS.get((period, code), set())
        assert places == own


def test_the_correction_applies_to_the_one_committee():
    params = load_params()
    (correction,) = load_sources(subject_of(EXAMPLE, APRIL, "DNNSVH", params)).corrections
    # Numbers of people who left: the report lists that they are corrected, and not what they are.
    assert (correction.cell, correction.was, correction.value) == ("D123", "visas inte", "visas inte")
    assert correction.why == (
        "En nolla för mycket vid inmatningen. Personalsystemet visar … avgångar för Närsjukvården i mars 2024."
    )
    march = load_sources(subject_of(EXAMPLE, APRIL, "DNNSVH", params)).turnover.where(period="2024-03")
    assert march.total("leavers").value == 18
    assert load_sources(subject_of(EXAMPLE, APRIL, "DNHS", params)).corrections == ()
