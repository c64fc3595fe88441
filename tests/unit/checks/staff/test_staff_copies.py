"""Months and years of the personnel sheets that are others' over again."""

from series_tables import SICKNESS, found, messages, rows_of, sickness, yearly

from followup.checks.staff.staff_copies import RULE

GROUPS = (("women", "under_30"), ("women", "from_50"), ("men", "from_50"))


def hours(april, march=(400, 410, 420)):
    rows = [
        (month, "DNKS", sex, age, 60, scheduled, sick, sick // 2)
        for month, scheduled, numbers in (("2024-03", 9_000, march), ("2024-04", 8_400, april))
        for (sex, age), sick in zip(GROUPS, numbers, strict=True)
    ]
    return rows_of(SICKNESS, rows)


def told(table, **tables):
    return found(RULE, sickness=table, **tables)


def test_the_example_of_the_catalogue():
    (problem,) = told(hours((400, 410, 420)))
    assert messages([problem]) == [
        "Sjukfrånvarons timmar för april 2024 är desamma som för mars 2024 i alla 3 rader. Två månader "
        "har inte samma timmar i "
        "allt. Är raderna kopierade? Gör om uttaget för april 2024."
    ]
    assert RULE.example in messages([problem])
    assert (problem.cell, problem.value) == ("G8:G10", "2024-04 som 2024-03")


def test_one_hour_of_difference_is_no_copy():
    assert told(hours((400, 410, 421))) == []


def test_few_hours_may_be_the_same():
    # 99 hours in all; at 100 they are told.
    assert told(hours((20, 30, 49), (20, 30, 49))) == []
    assert len(told(hours((20, 30, 50), (20, 30, 50)))) == 1


def test_two_groups_are_too_few():
    assert told(sickness({("2024-02", "women"): {"sick_hours": 450, "long_sick_hours": 180}})) == []
    assert told(hours((400, 410, 0), (400, 410, 0))) == []


def survey(second, respondents=90):
    first = {"HME": 78, "OSA": 70, "ARBETSBELASTNING": 50}
    return yearly(
        *(
            (year, code, "all", respondents, value)
            for year, values in ((2022, first), (2023, first | second))
            for code, value in values.items()
        )
    )


def test_a_survey_that_is_the_year_befores():
    (problem,) = told(hours((1, 2, 3)), yearly=survey({}))
    assert messages([problem]) == [
        "Svarande och värden för år 2023 är desamma som för år 2022 i alla 3 rader. Två år har inte samma "
        "svar i allt. Är "
        "raderna kopierade? Fyll i värdena för år 2023, eller ta bort raderna om de inte finns än."
    ]


def test_a_handful_may_answer_the_same_and_a_point_is_a_difference():
    assert told(hours((1, 2, 3)), yearly=survey({}, respondents=10)) == []
    assert told(hours((1, 2, 3)), yearly=survey({"OSA": 71})) == []
