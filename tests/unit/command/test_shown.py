"""What a build says when it is done."""

from __future__ import annotations

from followup.command.shown import review_command
from followup.ground.errors import Problem
from followup.run.outcome import Outcome, Status
from followup.run.request import Request

ASKED = Request("2024-04", (), "data/skarp april", "output")


def failed(workbook: str) -> Outcome:
    return Outcome("DNKS", Status.FAILED, problems=(Problem(workbook, found="Här är fel."),))


def test_a_build_that_a_workbook_stops_names_the_command_for_its_sender() -> None:
    outcomes = [Outcome("RS", Status.BUILT), failed("2024/2024-04/DNKS.ods")]
    assert review_command(outcomes, ASKED, "2024-04") == (
        'followup check --period 2024-04 --data "data/skarp april" --output output --marked'
    )


def test_what_no_sender_can_mend_names_none() -> None:
    outcomes = [failed("rapporten DNKS, 2024-04"), failed("mappen output"), Outcome("RS", Status.BUILT)]
    assert review_command(outcomes, ASKED, "2024-04") == ""
