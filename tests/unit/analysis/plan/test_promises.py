"""What has become of the plan's promises, in one committee's follow-up and in all of them."""

from tables import source_table

from followup.analysis.plan.plan_statuses import NO_STATUS
from followup.analysis.plan.promises import counts, promises_of_committee, promises_of_region, still_told
from followup.ground.period import Period
from followup.params.loading import load_params

PLAN = load_params().plans[2024]
PSYCHIATRY = PLAN.promises_of("DNPSH")  # L4, L8, L14 and L18
HEADER = "assignment   goal   responsible   due   status   comment"


def sheet(*rows):
    return source_table("\n".join([HEADER, *rows]))


NOW = sheet(
    "Eget uppdrag   6.3   Chef   2024-12-31   done   .",
    "L4   6.3   Chef   2024-12-31   delayed   Väntar.",
    "l8 nytt vårdinformationsstöd   .   .   .   on_schedule   .",
)
EARLIER = {
    Period(2024, 4): sheet("L14   .   Chef   .   done   Klart i april."),
    Period(2024, 8): sheet("L14   .   Chef   .   done   Klart i april."),
}


def test_each_promise_has_the_status_of_its_row_of_an_earlier_done_or_none():
    found = promises_of_committee(PSYCHIATRY, NOW, EARLIER)
    assert [(code, row.text("status"), row.text("done_in")) for code, row in found.rows()] == [
        ("L4", "delayed", ""),
        ("L8", "on_schedule", ""),
        ("L14", "done", "2024-04"),
        ("L18", NO_STATUS, ""),
    ]
    assert (found.text("L4", "responsible"), found.text("L4", "due"), found.text("L4", "comment")) == (
        "Chef",
        "2024-12-31",
        "Väntar.",
    )
    assert found.text("L14", "comment") == "Klart i april."
    assert still_told(found).names == ("L4", "L8", "L18")


def test_a_status_has_its_cell_and_a_missing_one_the_line_in_the_plan():
    found = promises_of_committee(PSYCHIATRY, NOW, EARLIER)
    assert [str(cells) for cells in found.row("L4").fact("origin", tuple)] == ["prov.xlsx, Blad1!E6"]
    (line,) = found.row("L18").fact("origin", tuple)
    assert str(line).startswith("params/plans/2024.promises.yml, promises!rad ")


def test_what_was_done_and_is_no_longer_so_is_as_it_is_now():
    now = sheet("L14   .   .   .   delayed   .")
    assert promises_of_committee(PSYCHIATRY, now, EARLIER).text("L14", "status") == "delayed"
    assert promises_of_committee(PSYCHIATRY, now, EARLIER).text("L14", "done_in") == ""


def test_what_was_done_in_a_report_that_only_counts_is_told_in_the_next():
    april, august = EARLIER
    in_april = {april: EARLIER[april]}
    assert promises_of_committee(PSYCHIATRY, NOW, in_april, [april]).text("L14", "done_in") == ""
    assert promises_of_committee(PSYCHIATRY, NOW, in_april, [april]).text("L14", "comment") == "Klart i april."
    # The report of August told it.
    assert (
        promises_of_committee(PSYCHIATRY, NOW, {**in_april, august: NOW}, [april]).text("L14", "done_in") == "2024-04"
    )


def test_what_was_taken_up_again_and_then_left_out_is_not_done():
    earlier = {**EARLIER, Period(2024, 10): sheet("L14   .   .   .   delayed   .")}
    assert promises_of_committee(PSYCHIATRY, NOW, earlier).text("L14", "status") == NO_STATUS


def test_the_counts_are_of_all_the_worst_first():
    found = promises_of_committee(PSYCHIATRY, NOW, EARLIER)
    assert {code: figure.value for code, figure in counts(found, ()).items()} == {
        "cancelled": 0,
        "delayed": 1,
        NO_STATUS: 1,
        "not_started": 0,
        "on_schedule": 1,
        "done": 1,
    }


def test_the_region_has_the_worst_of_its_committees_and_the_worst_promise_first():
    psychiatry = promises_of_committee(PSYCHIATRY, NOW, EARLIER)
    board = promises_of_committee(
        PLAN.promises_of("RS"), sheet("L4   .   .   .   done   .", "L1   .   .   .   done   ."), {}
    )
    promises = [one for one in PLAN.promises if one.code in ("L1", "L4", "L12")]
    found = promises_of_region(promises, {"RS": board, "DNPSH": psychiatry})
    assert [(code, row.text("status")) for code, row in found.rows()] == [
        ("L4", "delayed"),
        ("L12", NO_STATUS),
        ("L1", "done"),
    ]
    # DNADH, which carries L4 too, and DNKS have left no report.
    assert found.row("L4").fact("committees", dict) == {"RS": "done", "DNADH": NO_STATUS, "DNPSH": "delayed"}
    assert found.row("L12").fact("committees", dict) == {"DNKS": NO_STATUS}
