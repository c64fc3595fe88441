"""Committees that do not exist in the year, or have no frame, and that the workbooks speak of."""

from __future__ import annotations

import pytest
from region_case import EXAMPLE, case, with_another, with_committee, with_rows

from followup.checks.budget import absent_committees, unclaimed_frames
from followup.checks.rows import stray_workbooks
from followup.ground.errors import Severity
from followup.ground.period import Period
from followup.params.loading import load_params
from followup.params.subject import subject_of
from followup.sources.sources import load_sources

__all__ = ["case"]


def test_the_example_is_accounted_for(case):
    assert list(absent_committees.check(case)) == []


def test_the_example_of_the_catalogue(case):
    """A committee that has been given an end although all its rows are there: what would be missing is told once.

    572 mnkr is its frame of 2024; the ledger has the same budget. 17 values, 6 investments, 6 targets, 24 and 4 rows
    of the staff in four months, 9 goals are counted in the workbooks and the plan.
    """
    (problem,) = absent_committees.check(with_committee(case, "DNKT", valid_to=2023))
    assert (problem.workbook, problem.sheet) == ("2024/2024-04/utfall.xlsx", "Huvudbok")
    assert problem.severity is Severity.ERROR
    assert problem.message.replace("\u00a0", " ") == absent_committees.RULE.example
    assert problem.found == (
        "DNKT finns inte år 2024 enligt params/committees.yml, men har 2\u00a0856 rader i bladet Huvudbok (årets "
        "budget −572 mnkr, utfallet −183,1 mnkr och föregående års utfall −539,9 mnkr), 17 rader i bladet Utfall, 6 "
        "rader i bladet Investeringar, 6 rader i bladet Målvärden, 24 rader i bladet Sjukfrånvaro, 4 rader i bladet "
        "Personalomsättning, en ram i budgeten (572 mnkr), 9 mål i planen och arbetsboken 2024/2024-04/DNKT.xlsx."
    )
    assert problem.remedy == (
        "Rätta valid_to: 2023 för DNKT i params/committees.yml om nämnden finns 2024. Finns den inte: gör om uttagen "
        "utan den, och ta bort den ur planen."
    )
    # The same cause is not told once more by the other rules.
    changed = with_committee(case, "DNKT", valid_to=2023)
    assert [*unclaimed_frames.check(changed), *stray_workbooks.check(changed)] == []


def test_a_committee_that_begins_later_is_told_by_when_it_begins(case):
    (problem,) = absent_committees.check(with_committee(case, "DNKT", valid_from=2025))
    assert problem.remedy.startswith("Rätta valid_from: 2025 för DNKT")


def test_a_committee_that_ended_may_have_rows_of_the_year_before(case):
    """True but surprising: the sheets of the staff hold last year's rows of a committee that is gone."""
    gone = with_another(case, valid_to=2023)
    gone = with_rows(gone, "sickness", {"committee": "DNGAM", "period": "2023-04"})
    gone = with_rows(gone, "yearly", {"committee": "DNGAM", "year": 2023.0})
    assert list(absent_committees.check(gone)) == []
    gone = with_rows(gone, "sickness", {"committee": "DNGAM", "period": "2024-04"})
    (problem,) = absent_committees.check(gone)
    assert (
        problem.found == "DNGAM finns inte år 2024 enligt params/committees.yml, men har 1 rad i bladet Sjukfrånvaro."
    )


def test_only_an_indicators_row_makes_no_sum_false(case):
    gone = with_another(case, valid_to=2023)
    (problem,) = absent_committees.check(
        with_rows(gone, "indicator_values", {"committee": "DNGAM", "period": "2024-03"})
    )
    assert problem.severity is Severity.WARNING


def test_a_committee_of_the_ledger_without_a_frame(case):
    (problem,) = absent_committees.check(with_committee(case, "REV", frames=()))
    assert problem.message == (
        f"REV har 384 rader i bladet Huvudbok (årets budget {_mnkr(case, 'budget')} mnkr, utfallet "
        f"{_mnkr(case, 'outcome')} mnkr och föregående års utfall {_mnkr(case, 'previous_year')} mnkr), men ingen ram "
        "i params/committees.yml. Varje nämnd i huvudboken har en ram: regionens resultat är summan av dem som har "
        "det. Skriv nämndens rader i budgettabellen under frames för REV i params/committees.yml, eller gör om uttaget "
        "utan den."
    )


def _mnkr(case, column):
    rows = case.tables["ledger"].frame
    amount = -rows.loc[rows["committee"] == "REV", column].sum() / 1e6
    return "−" + f"{amount:.1f}".replace(".", ",").removesuffix(",0")


@pytest.mark.slow
def test_the_committees_own_report_is_not_stopped_by_an_end_in_params():
    """Its numbers are right; only the region's sum would lack them."""
    params = load_params()
    known = dict(params.committees)
    known["DNKT"] = known["DNKT"].model_copy(update={"valid_to": 2023})
    changed = params.model_copy(update={"committees": known})
    assert load_sources(subject_of(EXAMPLE, Period(2024, 4), "DNHS", changed)).ledger is not None
