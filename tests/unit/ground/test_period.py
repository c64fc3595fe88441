"""Periods as they are written in parameters, folders and running text."""

import pytest

from followup.ground.errors import ReportError
from followup.ground.period import Period


def test_a_period_is_written_as_year_and_month():
    period = Period.parse("2024-04")
    assert (period.year, period.month, str(period)) == (2024, 4, "2024-04")
    assert list(period.months) == [1, 2, 3, 4]


def test_the_span_is_named_as_reports_name_it():
    assert Period(2024, 4).span == "januari–april 2024"
    assert Period(2024, 1).span == "januari 2024"


def test_periods_know_their_order_and_distance():
    assert Period(2023, 12) < Period(2024, 2)
    assert Period(2024, 4).months_since(Period(2023, 12)) == 4
    assert Period(2024, 4).previous_year == Period(2023, 4)


def test_the_previous_occasion_is_the_latest_earlier_one_of_the_same_year():
    occasions = ["2023-12", "2024-02", "2024-08", "2024-04"]
    assert Period(2024, 4).previous_among(occasions) == "2024-02"
    assert Period(2024, 9).previous_among(occasions) == "2024-08"
    assert Period(2024, 2).previous_among(occasions) == ""


def test_a_year_alone_is_its_plan_before_its_first_month():
    plan = Period.parse("2024")
    assert (plan.is_plan, str(plan), plan.span, list(plan.months)) == (True, "2024", "2024", [])
    assert Period(2023, 12) < plan < Period(2024, 1)
    assert Period.parse("2024-12").is_year_end
    assert not Period.parse("2024-10").is_year_end


@pytest.mark.parametrize("text", ["2024-13", "202404", "april", "2024-4", "../2024-04", "1999-04", ""])
def test_anything_else_is_refused_with_the_way_to_write_it(text):
    with pytest.raises(ReportError) as refused:
        Period.parse(text)
    assert str(refused.value) == (
        f"parametern period: Perioden ”{text}” kan inte tolkas. En period skrivs som år och månad, till exempel "
        "2024-04, och ett års plan som 2024. Rätta perioden och kör igen."
    )


def test_the_months_of_a_period_as_tables_have_them():
    assert Period(2024, 2).so_far == ("2024-01", "2024-02")
    assert Period(2024, 0).so_far == ()
    assert (len(Period(2024, 2).whole_year), Period(2024, 2).whole_year[-1]) == (12, "2024-12")
