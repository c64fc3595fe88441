"""Staff over committees: the region over all hours, and nobody small to be worked out from it."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from tables import source_table

from followup.analysis.people import region_staff, staff_protection
from followup.ground.period import Period

PERIOD = Period(2024, 1)


def sickness(**employees: int):
    """One month of two years; each committee has 1 hour of absence per employee out of 10, DNHS 2."""
    rows = ["period   committee  sex    age_group  employees  scheduled_hours  sick_hours  long_sick_hours"]
    for year in (2023, 2024):
        for code, count in employees.items():
            sick = count * (2 if code == "DNHS" else 1)
            rows.append(f"{year}-01  {code}  women  from_50  {count}  {count * 10}  {sick}  0")
    return source_table("\n".join(rows))


def sickness_by_committee(table, committees, period, limit, new=()):
    protection = staff_protection.of_sickness([table], 2023, limit)
    return region_staff.sickness_by_committee(table, committees, period, protection, new)


def shown(frame, column="this_year"):
    return {str(code): figure.why or round(figure.value, 4) for code, figure in frame.column(column).items()}


def test_the_region_is_worked_out_over_all_hours():
    found = sickness_by_committee(sickness(DNHS=300, DNKS=100), ["DNHS", "DNKS"], PERIOD, 10)
    # (300 · 2 + 100 · 1) / (300 · 10 + 100 · 10) = 700 / 4000
    assert shown(found) == {"DNHS": 20.0, "DNKS": 10.0, "REGION": 17.5}
    assert shown(found, "change") == {"DNHS": 0.0, "DNKS": 0.0, "REGION": 0.0}


def test_with_one_small_committee_the_next_smallest_is_withheld_too():
    committees = {"DNHS": 300, "DNKS": 100, "PN": 6}
    found = sickness_by_committee(sickness(**committees), list(committees), PERIOD, 10)
    assert shown(found) == {
        "DNHS": 20.0,
        "DNKS": "skyddad uppgift",
        "PN": "skyddad uppgift",
        # (600 + 100 + 6) / 4060
        "REGION": 17.4,
    }
    assert found["PN", "this_year"].origin == ()
    assert found["DNKS", "this_year"].origin == ()


def test_two_small_committees_of_more_than_ten_together_need_no_third():
    committees = {"DNHS": 300, "DNKS": 100, "PN": 6, "GNHH": 8}
    found = sickness_by_committee(sickness(**committees), list(committees), PERIOD, 10)
    assert [code for code, what in shown(found).items() if what == "skyddad uppgift"] == ["PN", "GNHH"]


def test_a_committee_that_did_not_exist_last_year_leaves_the_regions_value_then_known():
    table = source_table("""
        period   committee  sex    age_group  employees  scheduled_hours  sick_hours  long_sick_hours
        2023-01  DNHS       women  from_50    300        3000             600         0
        2024-01  DNHS       women  from_50    300        3000             600         0
        2024-01  DNKT       women  from_50    100        1000             100         0
    """)
    found = sickness_by_committee(table, ["DNHS", "DNKT"], PERIOD, 10, {"DNKT"})
    assert shown(found) == {"DNHS": 20.0, "DNKT": 10.0, "REGION": 17.5}
    assert shown(found, "last_year") == {"DNHS": 20.0, "DNKT": "saknas", "REGION": 20.0}
    assert shown(found, "change") == {"DNHS": 0.0, "DNKT": "saknas", "REGION": -2.5}


def test_a_committee_without_rows_makes_the_region_unknown_and_is_named():
    found = sickness_by_committee(sickness(DNHS=300), ["DNHS", "DNKS"], PERIOD, 10)
    assert shown(found) == {"DNHS": 20.0, "DNKS": "saknas", "REGION": "uppgifter saknas för DNKS"}


def test_turnover_of_the_region_is_per_mean_employees_of_the_months():
    table = source_table(
        """
        period   committee  permanent_employees  leavers
        2024-01  DNHS       100                  1
        2024-02  DNHS       110                  2
        2024-01  DNKS       50                   1
        2024-02  DNKS       40                   0
        2023-01  DNHS       100                  0
        2023-02  DNHS       100                  0
        2023-01  DNKS       50                   0
        2023-02  DNKS       50                   0
        """
    )
    found = region_staff.turnover_by_committee(
        table, ["DNHS", "DNKS"], Period(2024, 2), staff_protection.of_turnover([table], 2023, 10)
    )
    # 4 leavers per (100 + 110 + 50 + 40) / 2 = 150 employees
    assert shown(found) == {"DNHS": 2.9, "DNKS": 2.2, "REGION": 2.7}
    assert shown(found, "last_year") == {"DNHS": 0.0, "DNKS": 0.0, "REGION": 0.0}


HME = SimpleNamespace(code="HME", unit="index", decimals=0)
YEARLY = source_table(
    """
    year  committee  indicator  sex  respondents  value
    2022  DNHS       HME        all  1000         74
    2022  DNKS       HME        all  200          80
    2022  PN         HME        all  0            .
    2023  DNHS       HME        all  600          75
    2023  DNKS       HME        all  150          80
    2023  PN         HME        all  8            90
    2024  DNHS       HME        all  1000         99
    """
)


def yearly_by_committee(table, committees, period):
    protection = staff_protection.of_yearly([table], "HME", 0, 10)
    return region_staff.yearly_by_committee(table, HME, "all", committees, period, protection)


@pytest.mark.parametrize(
    ("period", "value", "previous"),
    [
        # DNKS is withheld with PN, which has eight respondents: (600·75 + 150·80 + 8·90) / 758
        (
            Period(2024, 8),
            {"DNHS": 75, "DNKS": "skyddad uppgift", "PN": "skyddad uppgift", "REGION": 76},
            # Nobody answered in PN: no value, no weight. (1000·74 + 200·80) / 1200
            {"DNHS": 74, "DNKS": 80, "PN": "saknas", "REGION": 75},
        ),
    ],
)
def test_yearly_measures_are_weighted_and_protected(period, value, previous):
    found = yearly_by_committee(YEARLY, ["DNHS", "DNKS", "PN"], period)
    assert shown(found, "value") == value
    assert shown(found, "previous") == previous
    assert found.facts("year", int) == [2023] * 4
    assert found["DNHS", "value"].unit == "index"


def test_no_measured_year_is_an_empty_frame():
    found = yearly_by_committee(YEARLY.where(year=1999), ["DNHS"], PERIOD)
    assert len(found) == 0
