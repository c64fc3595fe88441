"""Sick leave with the law's denominators, small groups, and turnover."""

from dataclasses import replace
from types import SimpleNamespace

from followup.analysis.people import staff, staff_protection
from followup.ground.period import Period
from tests.tables import source_table

FEBRUARY = Period(2024, 2)
HME, OSA = (SimpleNamespace(code=code, unit="index", decimals=0) for code in ("HME", "OSA"))


def sickness_rates(table, period, limit):
    """Of a committee that is alone in its region."""
    return staff.sickness_rates(table, period, withheld(staff_protection.of_sickness, table, limit))


def sickness_by_month(table, period, limit):
    return staff.sickness_by_month(table, period, withheld(staff_protection.of_sickness, table, limit))


def turnover(table, period, limit):
    return staff.turnover(table, period, withheld(staff_protection.of_turnover, table, limit))


def yearly_measure(table, indicator, period, limit):
    protection = staff_protection.of_yearly([of_one(table)], indicator.code, indicator.decimals, limit)
    return staff.yearly_measure(table, indicator, period, protection.of("DNKS"))


def of_one(table):
    return replace(table, frame=table.frame.assign(committee="DNKS"))


def withheld(protection, table, limit):
    return protection([of_one(table)], 2022, limit).of("DNKS")


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
    rates = sickness_rates(SICKNESS, FEBRUARY, 10).column("this_year")
    # Each rounded as it is shown: 1380 / 26100, 1104 / 17400, 276 / 8700 and 756 / 11600 hours.
    assert rates["Totalt"].value == 5.3
    assert rates["Kvinnor"].value == 6.3
    assert rates["Män"].value == 3.2
    assert rates["30–49 år"].value == 6.5


def test_long_spells_are_a_share_of_the_absence_and_not_of_the_working_time():
    rates = sickness_rates(SICKNESS, FEBRUARY, 10).column("this_year")
    # 586 of 1380 hours
    assert rates[staff.LONG_SPELLS].value == 42.5


def test_last_year_is_the_same_months_and_missing_if_the_data_lack_them():
    frame = sickness_rates(SICKNESS, Period(2024, 1), 10)
    # 750 and 630 of 13500 hours; the change is that of what is shown, 5,6 and 4,7.
    assert frame["Totalt", "this_year"].value == 5.6
    assert frame["Totalt", "last_year"].value == 4.7
    assert frame["Totalt", "change"].unit == "procentenheter"
    assert frame["Totalt", "change"].value == 0.9
    older = sickness_rates(SICKNESS, Period(2023, 1), 10)
    assert older["Totalt", "last_year"].why == "saknas"


def test_nothing_of_the_digits_that_are_not_shown_is_left():
    frame = sickness_rates(SICKNESS, FEBRUARY, 10)
    months = sickness_by_month(SICKNESS, FEBRUARY, 10)
    for figure in [
        *frame.figures("this_year"),
        *frame.figures("change"),
        *months.figures("this_year"),
        *months.figures("last_year"),
    ]:
        assert figure.value is None or figure.value == round(figure.value, 1)
        assert figure.people == ""


def test_a_small_group_is_withheld_without_its_value_or_its_cells():
    rates = sickness_rates(SICKNESS, FEBRUARY, 25).column("this_year")
    # 20 under 30 are too few; 30 of at least 50 years are hidden with them, or the total would give them away.
    for name in ("Högst 29 år", "Minst 50 år"):
        assert rates[name].value is None
        assert rates[name].why == staff.PROTECTED
        assert rates[name].origin == ()
    assert rates["30–49 år"].value is not None
    assert rates["Kvinnor"].value is not None


def test_a_committee_of_ten_employees_shows_nothing_at_all():
    frame = sickness_rates(SICKNESS, FEBRUARY, 90)
    assert {figure.why for figure in frame.figures("this_year")} == {staff.PROTECTED}
    monthly = sickness_by_month(SICKNESS, FEBRUARY, 90)
    assert monthly[1, "this_year"].why == staff.PROTECTED


def test_the_fewest_employees_of_any_month_decide():
    shrinking = source_table("""
        period   sex    age_group  employees  scheduled_hours  sick_hours  long_sick_hours
        2024-01  women  under_30   12         1800             90          0
        2024-01  men    under_30   50         7500             300         0
        2024-02  women  under_30   10         1500             75          0
        2024-02  men    under_30   50         7000             280         0
    """)
    rates = sickness_rates(shrinking, FEBRUARY, 10).column("this_year")
    assert rates["Kvinnor"].why == staff.PROTECTED
    assert rates["Män"].why == staff.PROTECTED


def test_turnover_is_leavers_per_mean_number_of_permanent_employees():
    table = source_table("""
        period   permanent_employees  leavers
        2024-01  100                  2
        2024-02  98                   3
    """)
    # 5 of 99
    assert turnover(table, FEBRUARY, 10).value == 5.1
    assert turnover(table, Period(2024, 3), 10).why == "uppgifter saknas för mars"
    assert turnover(table, FEBRUARY, 98).why == staff.PROTECTED


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
    assert [year for year, _ in yearly_measure(YEARLY, HME, Period(2024, 4), 10)["all"]] == [2022, 2023]
    assert [year for year, _ in yearly_measure(YEARLY, HME, Period(2024, 12), 10)["all"]] == [2022, 2023, 2024]


def test_a_few_respondents_are_withheld_and_so_is_what_would_give_them_away():
    found = yearly_measure(YEARLY, HME, Period(2024, 4), 10)
    assert [figure.value for _, figure in found["men"]] == [77, None]
    assert [figure.why for _, figure in found["women"]] == ["", staff.PROTECTED]
    assert [figure.value for _, figure in found["all"]] == [79, 81]


def test_one_sex_alone_is_withheld_if_the_rest_of_the_whole_is_small():
    table = YEARLY.where(sex=["all", "women"])
    found = yearly_measure(table, HME, Period(2024, 4), 10)
    assert [figure.why for _, figure in found["women"]] == ["", staff.PROTECTED]


def test_no_respondents_is_a_missing_value_and_not_a_withheld_one():
    ((_, figure),) = yearly_measure(YEARLY, OSA, Period(2024, 4), 10)["all"]
    assert figure.why == "saknas"


def test_a_missing_month_makes_the_rate_missing_and_says_which():
    assert sickness_rates(SICKNESS, Period(2024, 3), 10)["Totalt", "this_year"].why == ("uppgifter saknas för mars")


def test_men_who_came_in_february_are_covered_by_hiding_the_women():
    joined_later = source_table("""
        period   sex    age_group  employees  scheduled_hours  sick_hours  long_sick_hours
        2024-01  women  under_30   60         9000             300         0
        2024-01  men    under_30   0          0                0           0
        2024-02  women  under_30   60         9000             300         0
        2024-02  men    under_30   9          1300             200         0
    """)
    frame = sickness_rates(joined_later, FEBRUARY, 10)
    assert frame["Kvinnor", "this_year"].why == staff.PROTECTED
    assert frame["Kvinnor", "change"].origin == ()
