"""A forecast in kronor where mnkr are asked for, in a sheet whose total row is gone."""

import openpyxl
from workbooks import DNKS, edit, write_params

from followup.ground.errors import Problem
from followup.params.loading import load_params
from tests.small_set import problems_for


def test_kronor_in_a_column_of_mnkr_are_refused_without_any_total_row(data, params):
    book = openpyxl.load_workbook(data / DNKS)
    book["Prognos"].delete_rows(6)
    book.save(data / DNKS)
    edit(data / DNKS, "Prognos", {"C3": 96_000_000})
    errors = [problem for problem in problems_for(data, params) if problem.severity == "fel"]
    assert errors == [
        Problem(
            DNKS,
            "Prognos",
            "C3",
            "Kolumnen ”Helårsprognos” har belopp av en annan storlek än budget och utfall: −96\u00a0000\u00a0000 mnkr "
            "för ”Bibliotek”, ”Personalkostnader” (årets budget −96 mnkr, bokfört till och med april −32,3 mnkr).",
            "Kolumnen anges i mnkr.",
            "Står beloppet i kronor eller tkr? Skriv det i mnkr. Är det rätt ändå: bekräfta det i "
            "params/confirmations.yml med regeln prognosens-enhet och värdet ”−96 000 000 mnkr”.",
        )
    ]


def test_a_forecast_far_from_a_small_budget_is_not_a_slip_of_the_unit(data, params):
    # 30 mnkr of revenue instead of 12: large, and possible when somebody says why.
    edit(data / DNKS, "Prognos", {"C2": -30, "E2": "Ett bidrag på 18 mnkr kom i mars.", "C6": 165})
    edit(data / DNKS, "Prognoshistorik", {"C3": 18})
    assert not [p for p in problems_for(data, params) if p.severity == "fel"]


def confirmation(value):
    return f"""confirmations:
  - workbook: {DNKS}
    sheet: Prognos
    cell: C3
    rule: prognosens-enhet
    value: "{value}"
    why: Engångskostnad som fullmäktige beslutade den 24 april 2024.
    decided_by: controller, Kultur och skola
    decided_on: "2024-05-13"
"""


def test_a_right_forecast_is_let_through_by_a_confirmation_and_by_no_other(data, tmp_path):
    # 2 000 mnkr, and the total row with it.
    edit(data / DNKS, "Prognos", {"C3": 2000, "C6": 2087})
    for value, kept in (("−2 000 mnkr", False), ("−1 000 mnkr", True)):
        params = load_params(write_params(tmp_path / value, confirmations=confirmation(value)))
        found = {problem.rule for problem in problems_for(data, params) if problem.rule}
        assert ("prognosens-enhet" in found) is kept
