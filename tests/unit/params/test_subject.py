"""What a report is about: resolved at the door, and by nobody else."""

from __future__ import annotations

from pathlib import Path

import pytest
from source_code import source_code

from followup.ground.errors import ReportError
from followup.ground.paths import PROJECT
from followup.ground.period import Period
from followup.params.loading import load_params
from followup.params.subject import Subject, subject_of, subjects_of

# Where a code becomes a committee or a kind of report: the models themselves, the door, and the calendar's overview.
DOORS = {
    "params/params.py",
    "params/calendar.py",
    "params/subject.py",
    "run/request.py",
    "run/overview.py",
    "run/gathered.py",
}


def subject(code: str, period: str) -> Subject:
    return subject_of(Path("data"), Period.parse(period), code, load_params())


def test_everything_that_a_report_is_about_is_known() -> None:
    one = subject("DNKS", "2024-08")
    assert (one.committee.short_name, one.reader) == (load_params().committees["DNKS"].short_name, "committee")
    assert one.kind.notebook == "delarsrapport.ipynb"
    assert str(one.before) == "2024-04"
    assert one.earlier is not None
    assert one.earlier.kind.title == "Uppföljningsrapport 1 2024"
    assert one.main_plan is one.region_plan is load_params().plans[2024]
    assert [other.code for other in one.reporting][-1] == "REGION"


def test_another_committees_report_of_the_same_period_is_of_its_own_kind() -> None:
    one = subject("DNKS", "2024")
    region = one.of(load_params().committees["REGION"])
    assert (one.reader, region.reader) == ("plan", "region_plan")
    assert (region.period, region.data) == (one.period, one.data)


def test_the_first_period_has_none_before_it() -> None:
    first = min(Period.parse(one.period) for one in load_params().calendar.periods if one.period.startswith("2023"))
    assert subject("DNKS", str(first)).before is None
    assert subject("DNKS", str(first)).earlier is None


@pytest.mark.parametrize(("code", "period"), [("DNXX", "2024-04"), ("DNKS", "2024-05")])
def test_what_does_not_exist_is_refused_at_the_door(code: str, period: str) -> None:
    with pytest.raises(ReportError):
        subject(code, period)


def test_the_monthly_reports_of_the_year_are_brief() -> None:
    assert [str(period) for period in subject("DNKS", "2024-12").brief_in_year] == ["2024-02", "2024-10"]
    assert subject("DNKS", "2024-02").brief_in_year == ()


def test_the_reports_that_are_due_are_in_the_registrys_order() -> None:
    due = subjects_of(Path("data"), Period(2024, 4), load_params())
    assert [one.committee for one in due] == list(due[0].reporting)
    assert [one.reader for one in due] == ["committee"] * 8 + ["region"]


def test_nobody_below_the_door_looks_a_committee_or_a_kind_up_again() -> None:
    package = PROJECT / "followup"
    asked = {
        path.relative_to(package).as_posix()
        for path in package.rglob("*.py")
        if "example" not in path.parts
        and source_code(path).methods & {"committee", "kind_of", "reporting", "plans_of", "before"}
    }
    assert asked <= DOORS
