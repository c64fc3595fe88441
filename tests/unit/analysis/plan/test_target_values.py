"""Targets beside what has been measured: how far it is, and whether it is too late."""

import pytest
from plan_texts import SMALL, plan_of
from tables import source_table

from followup.analysis.plan.target_values import as_measured, target_values
from followup.ground.period import Period

TARGETS = """
    targets:
      - {code: T1, name: Utsläpp, entry: "1.1.1", reach: at_least, value: 80, unit: "%", year: 2025, quote: minst 80}
      - {code: T2, name: Taxa, committees: [DNKT], reach: at_most, value: 3, unit: "%", year: 2018, quote: högst 3}
      - {code: T3, name: Elever, entry: "2.1.1", reach: between, value: 10, most: 15, unit: barn, year: 2018, quote: ""}
      - {code: T4, name: Andel, entry: "3", reach: more_than, value: 0, unit: enheter, year: 2018, quote: ökar}
      - {code: T5, name: Solel, entry: "3", reach: at_least, value: 200, unit: kWh, since: 2017, year: 2020, quote: ""}
"""


def found(rows, period="2018-12"):
    plan = plan_of(SMALL + TARGETS)
    table = source_table("target  value  measured  source  comment\n" + "\n".join(f"{row}  .  .  ." for row in rows))
    return target_values([(plan, one) for one in plan.targets], table, Period.parse(period))


@pytest.mark.parametrize(
    ("row", "period", "distance", "status"),
    [
        ("T1  80", "2018-04", 0, "met"),
        ("T1  62", "2018-04", -18, "not_yet"),
        ("T1  62", "2025-08", -18, "not_yet"),
        ("T1  62", "2025-12", -18, "missed"),
        ("T1  62", "2026-04", -18, "missed"),
        # A ceiling is broken at once.
        ("T2  3", "2018-04", 0, "met"),
        ("T2  3.5", "2018-04", -0.5, "missed"),
        ("T2  1", "2018-12", 2, "met"),
        # Within a span the nearer end counts.
        ("T3  12", "2018-12", 2, "met"),
        ("T3  14", "2018-12", 1, "met"),
        ("T3  9", "2018-04", -1, "not_yet"),
        ("T3  18", "2018-12", -3, "missed"),
        # What is to grow has not grown by nothing.
        ("T4  0", "2018-12", 0, "missed"),
        ("T4  0.1", "2018-12", 0.1, "met"),
        # What is to be reached in each of the years 2017 to 2020 is judged at the end of every one.
        ("T5  150", "2018-10", -50, "not_yet"),
        ("T5  150", "2018-12", -50, "missed"),
        ("T5  200", "2018-12", 0, "met"),
    ],
)
def test_the_distance_and_what_it_means(row, period, distance, status):
    table = found([row], period)
    name = f"2018/{row.split()[0]}"
    assert table[name, "distance"].value == pytest.approx(distance)
    assert table.text(name, "status") == status


def test_a_target_without_a_value_is_not_met():
    table = found(["T1  .", "Elever  12"])
    assert list(table.names) == ["2018/T1", "2018/T2", "2018/T3", "2018/T4", "2018/T5"]
    assert table.texts("status") == ["no_value", "no_value", "met", "no_value", "no_value"]
    assert table["2018/T1", "value"].is_missing
    assert [str(cells) for cells in table["2018/T3", "value"].origin] == ["prov.xlsx, Blad1!B6"]
    assert target_values(
        [(plan_of(SMALL + TARGETS), plan_of(SMALL + TARGETS).targets[0])], None, Period(2018, 12)
    ).texts("status") == ["no_value"]


def test_who_carries_a_target_is_said_by_its_entry_or_by_itself():
    plan = plan_of(SMALL + TARGETS)
    assert [target.committees for target in plan.targets] == [("RS",), ("DNKT",), ("RS", "DNKS"), (), ()]
    assert [target.code for target in plan.targets_of("DNKS")] == ["T3"]


def test_the_region_shows_what_those_who_carry_a_target_have_measured():
    own, rs, dnks = found([]), found(["T3  11"]), found(["T3  .", "T1  90"])
    shown = as_measured(own, {"DNKS": dnks, "RS": rs})
    # T3 is first RS's; T1 is RS's alone, and what DNKS says of it is not asked for.
    assert shown["2018/T3", "value"].value == 11
    assert shown.text("2018/T1", "status") == "no_value"
