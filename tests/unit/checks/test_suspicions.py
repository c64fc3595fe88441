"""What many holders have in common is told once, of the sheet; the region answers for those without a report."""

import pytest
from series_tables import messages, rows_of

from followup.checks.indicators.indicator_outliers import RULE
from followup.params.loading import load_params
from tests.cases import case_of

EVERYBODY = ("DNHS", "DNKS", "DNKT", "DNRGS", "GNHH", "PN")
USUAL = (88.0, 89.5, 90.1, 89.0, 87.6)


def values(wrong):
    """Five ordinary months of each holder and a sixth, which is a share of 1 for some."""
    rows = [
        ("NARVARO_NATURBRUK", code, f"2024-{month:02d}", value)
        for code in EVERYBODY
        for month, value in enumerate((*USUAL, 0.896 if code in wrong else 89.6), start=1)
    ]
    return rows_of(("indicator", "committee", "period", "value"), rows)


def told(wrong, committee="DNKS", reader="committee"):
    whole = values(wrong)
    own = whole.where(committee=committee) if reader == "committee" else whole
    case = case_of("2024-08", load_params(), reader, committee, indicator_values=own)
    object.__setattr__(case, "whole", {"indicator_values": whole})
    return list(RULE.check(case))


def test_what_is_wrong_with_two_of_six_is_told_of_each():
    (problem,) = told({"DNHS", "DNKS"})
    assert problem.cell == "D16"
    assert told({"DNHS", "DNKT"}) == []


@pytest.mark.parametrize("committee", ["DNHS", "DNKS", "DNKT"])
def test_what_is_wrong_with_half_of_them_is_the_same_problem_to_each(committee):
    (problem,) = told({"DNHS", "DNKS", "DNKT"}, committee)
    assert (problem.cell, problem.value) == ("", "3 nämnder: 0,9 %")
    assert messages([problem]) == [
        "Samma slags fel finns för 3 av 6 nämnder, i 3 rader av bladet. Det första, i cell D10: ”Närvaro vid "
        "naturbruksgymnasierna” är 0,9 % i juni 2024, men indikatorns övriga 5 värden är 87,6–90,1 %. Ett "
        "värde väntas likna "
        "indikatorns egna. Står värdet i en annan enhet? Är 89,6 % rätt: skriv det."
    ]


def test_a_committee_whose_rows_are_right_is_told_nothing():
    assert told({"DNHS", "DNKT", "DNRGS"}) == []


def test_the_region_answers_for_those_who_leave_no_report_of_their_own():
    # In August PN and GNHH leave none; DNKS tells of itself.
    assert [problem.cell for problem in told({"DNKS", "GNHH"}, "REGION", "region")] == ["D34"]


def test_a_sound_sheet_is_not_looked_through_for_everybody(monkeypatch):
    looked = []
    monkeypatch.setattr(
        "followup.checks.indicators.indicator_outliers._found", lambda case, rows: looked.append(len(rows)) or []
    )
    assert told(set()) == []
    assert looked == [6]
