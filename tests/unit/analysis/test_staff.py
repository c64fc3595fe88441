"""Sick leave with the law's denominators, small groups, and turnover."""

import pytest

from followup.analysis import staff
from followup.period import Period
from tests.tables import source_table

FEBRUARY = Period(2024, 2)

SICKNESS = source_table("""
    period   sex    age_group        employees  scheduled_hours  sick_hours  long_sick_hours
    2023-01  women  under_30         20         3000             150         30
    2023-01  women  from_30_to_49    40         6000             300         120
    2023-01  men    from_50          30         4500             180         90
    2024-01  women  under_30         20         3000             180         60
    2024-01  women  from_30_to_49    40         6000             420         210
    2024-01  men    from_50          30         4500             150         50
    2024-02  women  under_30         20         2800             168         56
    2024-02  women  from_30_to_49    40         5600             336         168
    2024-02  men    from_50          30         4200             126         42
""")


def test_each_group_is_measured_against_its_own_hours():
    rates = staff.sickness_rates(SICKNESS, FEBRUARY, 10)["this_year"]
    assert rates["Totalt"].value == pytest.approx(100 * 1380 / 26100)
    assert rates["Kvinnor"].value == pytest.approx(100 * 1104 / 17400)
    assert rates["Män"].value == pytest.approx(100 * 276 / 8700)
    assert rates["30–49 år"].value == pytest.approx(100 * 756 / 11600)


def test_long_spells_are_a_share_of_the_absence_and_not_of_the_working_time():
    rates = staff.sickness_rates(SICKNESS, FEBRUARY, 10)["this_year"]
    assert rates[staff.LONG_SPELLS].value == pytest.approx(100 * 586 / 1380)


def test_last_year_is_the_same_months_and_missing_if_the_data_lack_them():
    frame = staff.sickness_rates(SICKNESS, Period(2024, 1), 10)
    assert frame.loc["Totalt", "last_year"].value == pytest.approx(100 * 630 / 13500)
    assert frame.loc["Totalt", "change"].unit == "procentenheter"
    assert frame.loc["Totalt", "change"].value == pytest.approx(100 * 750 / 13500 - 100 * 630 / 13500)
    older = staff.sickness_rates(SICKNESS, Period(2023, 1), 10)
    assert older.loc["Totalt", "last_year"].why == "saknas"


def test_groups_weighted_by_their_hours_give_the_total():
    rates = staff.sickness_rates(SICKNESS, FEBRUARY, 10)["this_year"]
    weighted = rates["Kvinnor"].value * 17400 + rates["Män"].value * 8700
    assert weighted / 26100 == pytest.approx(rates["Totalt"].value)


def test_a_small_group_is_withheld_without_its_value_or_its_cells():
    rates = staff.sickness_rates(SICKNESS, FEBRUARY, 25)["this_year"]
    # 20 under 30 are too few; 30 of at least 50 years are hidden with them, or the total would give them away.
    for name in ("Högst 29 år", "Minst 50 år"):
        assert rates[name].value is None
        assert rates[name].why == staff.PROTECTED
        assert rates[name].origin == ()
    assert rates["30–49 år"].value is not None
    assert rates["Kvinnor"].value is not None


def test_a_committee_of_ten_employees_shows_nothing_at_all():
    frame = staff.sickness_rates(SICKNESS, FEBRUARY, 90)
    assert {figure.why for figure in frame["this_year"]} == {staff.PROTECTED}
    monthly = staff.sickness_by_month(SICKNESS, FEBRUARY, 90)
    assert monthly.loc[1, "this_year"].why == staff.PROTECTED


def test_the_fewest_employees_of_any_month_decide():
    shrinking = source_table("""
        period   sex    age_group  employees  scheduled_hours  sick_hours  long_sick_hours
        2024-01  women  under_30   12         1800             90          0
        2024-01  men    under_30   50         7500             300         0
        2024-02  women  under_30   10         1500             75          0
        2024-02  men    under_30   50         7000             280         0
    """)
    rates = staff.sickness_rates(shrinking, FEBRUARY, 10)["this_year"]
    assert rates["Kvinnor"].why == staff.PROTECTED
    assert rates["Män"].why == staff.PROTECTED


def test_turnover_is_leavers_per_mean_number_of_permanent_employees():
    table = source_table("""
        period   permanent_employees  leavers
        2024-01  100                  2
        2024-02  98                   3
    """)
    assert staff.turnover(table, FEBRUARY, 10).value == pytest.approx(100 * 5 / 99)
    assert staff.turnover(table, Period(2024, 3), 10).why == "uppgifter saknas för mars"
    assert staff.turnover(table, FEBRUARY, 98).why == staff.PROTECTED


YEARLY = source_table("""
    year  indicator  sex    respondents  value
    2022  HME        all    60           79
    2022  HME        women  40           80
    2022  HME        men    20           77
    2023  HME        all    60           81
    2023  HME        women  51           82
    2023  HME        men    9            75
    2024  HME        all    60           80
    2023  OSA        all    0            .
""")


def test_a_yearly_measure_counts_when_its_year_is_over():
    assert [year for year, _ in staff.yearly_measure(YEARLY, "HME", Period(2024, 4), 10)["all"]] == [2022, 2023]
    assert [year for year, _ in staff.yearly_measure(YEARLY, "HME", Period(2024, 12), 10)["all"]] == [2022, 2023, 2024]


def test_a_few_respondents_are_withheld_and_so_is_what_would_give_them_away():
    found = staff.yearly_measure(YEARLY, "HME", Period(2024, 4), 10)
    assert [figure.value for _, figure in found["men"]] == [77, None]
    assert [figure.why for _, figure in found["women"]] == ["", staff.PROTECTED]
    assert [figure.value for _, figure in found["all"]] == [79, 81]


def test_one_sex_alone_is_withheld_if_the_rest_of_the_whole_is_small():
    table = YEARLY.where(sex=["all", "women"])
    found = staff.yearly_measure(table, "HME", Period(2024, 4), 10)
    assert [figure.why for _, figure in found["women"]] == ["", staff.PROTECTED]


def test_no_respondents_is_a_missing_value_and_not_a_withheld_one():
    ((_, figure),) = staff.yearly_measure(YEARLY, "OSA", Period(2024, 4), 10)["all"]
    assert figure.why == "saknas"


def test_a_missing_month_makes_the_rate_missing_and_says_which():
    assert staff.sickness_rates(SICKNESS, Period(2024, 3), 10).loc["Totalt", "this_year"].why == (
        "uppgifter saknas för mars"
    )


def test_men_who_came_in_february_are_covered_by_hiding_the_women():
    joined_later = source_table("""
        period   sex    age_group  employees  scheduled_hours  sick_hours  long_sick_hours
        2024-01  women  under_30   60         9000             300         0
        2024-01  men    under_30   0          0                0           0
        2024-02  women  under_30   60         9000             300         0
        2024-02  men    under_30   9          1300             200         0
    """)
    frame = staff.sickness_rates(joined_later, FEBRUARY, 10)
    assert frame.loc["Kvinnor", "this_year"].why == staff.PROTECTED
    assert frame.loc["Kvinnor", "change"].origin == ()
