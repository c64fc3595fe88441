"""granskning.html of a made-up check, for tests of the page: `review()` has all that can stand in it."""

from __future__ import annotations

from dataclasses import replace

from followup.ground.errors import Problem, Severity
from followup.params.confirmations import AppliedConfirmation
from followup.params.loading import load_params
from followup.review.review import review_of
from followup.review.review_page import review_page

OWN = "2024/2024-04/DNHS.xlsx"
SHARED = "2024/2024-04/utfall.xlsx"


def review() -> str:
    """Every severity, something confirmed, a marked copy, and one that could not be made."""
    error = Problem(OWN, "Prognos", "C7", "Här står ”ej klar”.", "Ett tal väntas.", "Skriv talet.")
    other = replace(error, cell="C8", found="Här står ”senare”.")
    doubt = Problem(OWN, "Prognos", "C9", "Talet är osannolikt.", "Ett mindre väntas.", "Rätta det.", Severity.WARNING)
    doubt = replace(doubt, rule="prognosens-storlek", value="−100 mnkr")
    note = Problem(SHARED, found="Arbetsboken är gammal.", severity=Severity.NOTE)
    missing = Problem(SHARED, found="Arbetsboken saknas.", expected="Den väntas.", remedy="Lägg dit den.")
    place = f"{OWN}, blad Prognos, cell C12"
    accepted = AppliedConfirmation(place, "Ett stort tal.", "5", "Beslutat.", "controller", "2024-05-13", OWN)
    told = {"DNHS": [error, other, doubt, missing], "RS": [missing, note]}
    parts = review_of(told, load_params(), [accepted])
    copies, refused = {OWN: "granskning/DNHS-markerad.xlsx"}, {SHARED: "Filen är skadad."}
    return review_page(parts, "Uppföljningsrapport 1 2024-04", "Underlag för 2 nämnder: 2 fel.", copies, refused)
