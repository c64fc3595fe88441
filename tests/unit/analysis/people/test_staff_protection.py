"""What is hidden month after month, and of what earlier extracts have told."""

from __future__ import annotations

from tables import source_table

from followup.analysis.people import staff_protection
from followup.analysis.people.disclosure import WHOLE
from followup.ground.period import Period
from tests.people_limits import hiding

TEN = hiding(10)
JANUARY, FEBRUARY, APRIL, JUNE = (Period(2024, month).so_far for month in (1, 2, 4, 6))


def extract(months: dict[str, dict[str, int]]):
    """Women of 50 and more per month and committee; a twentieth of their hours is absence."""
    rows = ["period  committee  sex  age_group  employees  scheduled_hours  sick_hours  long_sick_hours"]
    for month, committees in months.items():
        for code, count in committees.items():
            rows.append(f"{month}  {code}  women  from_50  {count}  {count * 160}  {count * 8}  0")
    return source_table("\n".join(rows))


def wholly_hidden(protection, months) -> set[str]:
    return {code for code in ("DNHS", "DNKS", "DNKT", "PN", "REGION") if protection.of(code)(WHOLE, months)}


def test_what_protects_in_january_protects_the_rest_of_the_year():
    # DNKS is the smallest of the others in January, and DNKT in February.
    january = {"DNHS": 300, "DNKS": 20, "DNKT": 25, "PN": 6}
    table = extract({"2024-01": january, "2024-02": january | {"DNKS": 40}})
    protection = staff_protection.of_sickness([table], 2024, TEN)
    assert wholly_hidden(protection, JANUARY) == {"DNKS", "PN"}
    assert wholly_hidden(protection, FEBRUARY) == {"DNKS", "PN"}


def test_an_earlier_extract_that_told_otherwise_is_not_contradicted():
    # January's report hid PN and DNKS. Since then DNKS has been found to be 30, so DNKT is now the smallest; but were
    # DNKS shown, PN would be January's sum of both less DNKS.
    earlier = extract({"2024-01": {"DNHS": 300, "DNKS": 20, "DNKT": 25, "PN": 6}})
    now = extract({"2024-01": {"DNHS": 300, "DNKS": 30, "DNKT": 25, "PN": 6}})
    assert wholly_hidden(staff_protection.of_sickness([now], 2024, TEN), JANUARY) == {"DNKT", "PN"}
    assert wholly_hidden(staff_protection.of_sickness([now, earlier], 2024, TEN), JANUARY) == {
        "DNKS",
        "DNKT",
        "PN",
    }


def test_who_was_hidden_by_an_earlier_extract_stays_hidden():
    earlier = extract({"2024-01": {"DNHS": 300, "DNKS": 40, "DNKT": 25, "PN": 10}})
    now = extract({"2024-01": {"DNHS": 300, "DNKS": 40, "DNKT": 25, "PN": 11}})
    assert wholly_hidden(staff_protection.of_sickness([now], 2024, TEN), JANUARY) == set()
    assert wholly_hidden(staff_protection.of_sickness([now, earlier], 2024, TEN), JANUARY) == {"DNKT", "PN"}


def test_a_committee_that_shrinks_is_shown_for_the_months_before():
    months = {f"2024-{month:02d}": {"DNHS": 300, "DNKS": 40, "DNKT": 12 if month < 5 else 9} for month in range(1, 7)}
    protection = staff_protection.of_sickness([extract(months)], 2024, TEN)
    assert wholly_hidden(protection, APRIL) == set()
    assert wholly_hidden(protection, JUNE) == {"DNKS", "DNKT"}
    assert wholly_hidden(protection, ["2024-04"]) == set()
    assert wholly_hidden(protection, ["2024-05"]) == {"DNKS", "DNKT"}


def test_a_number_that_is_missing_protects_nobody():
    table = source_table(
        """
        period   committee  permanent_employees  leavers
        2024-01  DNHS       300                  4
        2024-01  DNKS       .                    .
        2024-01  DNKT       40                   1
        2024-01  PN         6                    0
        """
    )
    assert wholly_hidden(staff_protection.of_turnover([table], 2024, TEN), JANUARY) == {"DNKS", "DNKT", "PN"}


def test_impossible_numbers_of_another_committee_stop_nothing():
    table = source_table(
        """
        period   committee  sex    age_group  employees  scheduled_hours  sick_hours  long_sick_hours
        2024-01  DNHS       women  under_30   8          1280             99999       0
        2024-01  DNHS       women  from_50    300        48000            2400        0
        2024-01  DNHS       men    from_50    90         -5               .           0
        2024-01  DNKS       women  under_30   9          1440             70          0
        2024-01  DNKS       men    from_50    40         6400             320         0
        """
    )
    protection = staff_protection.of_sickness([table], 2024, TEN)
    assert protection.of("DNKS")("women", JANUARY)
    assert protection.of("DNKS")("men", JANUARY)


def test_what_nothing_has_been_decided_of_is_withheld():
    protection = staff_protection.of_sickness([extract({"2024-01": {"DNHS": 300, "DNKS": 40}})], 2024, TEN)
    assert wholly_hidden(protection, ["2023-12"]) == {"DNHS", "DNKS", "DNKT", "PN", "REGION"}


def test_a_measure_of_one_sex_and_all_tells_of_the_other():
    table = source_table(
        """
        year  committee  indicator  sex    respondents  value
        2024  DNHS       HME        all    300          78
        2024  DNHS       HME        women  200          79
        2024  DNKS       HME        all    68           73
        2024  DNKS       HME        women  60           72
        """
    )
    withheld = staff_protection.of_yearly([table], "HME", 0, TEN).of("DNKS")
    assert withheld("women", ["2024"])
    assert not withheld(WHOLE, ["2024"])
