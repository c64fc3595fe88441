"""Whom a problem is told to follows from its workbook, in any period and form."""

from __future__ import annotations

import pytest

from followup.ground.errors import ReportError
from followup.params.loading import load_params
from followup.review.recipients import recipient_of, recipients
from tests import workbooks

PARAMS = load_params()


@pytest.mark.parametrize(
    ("workbook", "code", "function"),
    [
        ("2024/2024-04/DNHS.xlsx", "dnhs", "controller, Hallands sjukhus"),
        ("2023/2023-12/DNKS.ods", "dnks", "controller, Kultur och skola"),
        ("2024/2024-04/utfall.xlsx", "ekonomi", "controller, regionens ekonomi"),
        ("2024/2024-04/utfall.csv", "ekonomi", "controller, regionens ekonomi"),
        ("2024/budget.xlsx", "ekonomi", "controller, regionens ekonomi"),
        ("2024/2024-04/personal.xlsx", "hr", "HR-avdelningen"),
        ("2024/2024-04/REGION.xlsx", "region", "controller, Region Halland"),
        ("2024/2024-04/DNHX.xlsx", "analytiker", "analytikern"),
        ("params/plans/2024.yml", "analytiker", "analytikern"),
        ("", "analytiker", "analytikern"),
    ],
)
def test_who_mends_it(workbook: str, code: str, function: str) -> None:
    found = recipient_of(workbook, PARAMS)
    assert (found.code, found.function) == (code, function)


def test_each_has_an_address_of_its_own() -> None:
    codes = [one.code for one in recipients(PARAMS)]
    assert len(set(codes)) == len(codes)
    assert codes[-1] == "analytiker"


def test_a_committee_may_be_spoken_to_in_another_way(tmp_path) -> None:
    senders = (workbooks.PROJECT / "params" / "senders.yml").read_text(encoding="utf-8")
    own = 'committees: {DNKS: {function: "ekonomichef, Kultur och skola", mail: ekonomi@kultur.example}}'
    params = load_params(workbooks.write_params(tmp_path / "params", senders=senders.replace("committees: {}", own, 1)))
    found = recipient_of("2024/2024-04/DNKS.xlsx", params)
    assert (found.function, found.mail) == ("ekonomichef, Kultur och skola", "ekonomi@kultur.example")


def test_every_shared_workbook_has_one_sender(tmp_path) -> None:
    senders = (workbooks.PROJECT / "params" / "senders.yml").read_text(encoding="utf-8")
    changed = senders.replace("layouts: [personal]", "layouts: [budget, perssonal]")
    with pytest.raises(ReportError) as refused:
        load_params(workbooks.write_params(tmp_path / "params", senders=changed))
    texts = [one.message for one in refused.value.problems]
    assert texts == [
        "Layouten ”personal” har ingen avsändare. Varje arbetsbok som flera nämnder delar har en, som kan rätta den. "
        "Lägg till den under layouts hos den som skickar arbetsboken.",
        "Layouten ”budget” har också avsändaren ”ekonomi”. Varje arbetsbok har en avsändare. Ta bort den från den ena.",
        "Layouten ”perssonal” finns inte. Mappen params/layouts har budget, driftbudget, finansiella_mal, indikatorer, "
        "investeringar, malvarden, namnd, personal, planuppfoljning, region och utfall. Menades ”personal”?",
    ]
