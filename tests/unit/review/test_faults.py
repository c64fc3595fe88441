"""The same fault is told once, with its cells; what explains most comes first."""

from __future__ import annotations

from dataclasses import replace

import pytest

from followup.ground.errors import Problem, Severity
from followup.params.confirmations import AppliedConfirmation
from followup.params.loading import load_params
from followup.review.faults import faults_of
from followup.review.mail_text import asked, mail_text
from followup.review.marks import marks_by_sheet
from followup.review.remedies import for_analyst, for_sender
from followup.review.review import review_of

LEDGER = "2024/2024-04/utfall.xlsx"
OWN = "2024/2024-04/DNHS.xlsx"


def text(cell: str, found: str = "Här står en text.", workbook: str = OWN) -> Problem:
    return Problem(workbook, "Prognos", cell, found, "Ett tal väntas.", "Skriv talet.")


def test_cells_of_the_same_fault_are_one() -> None:
    (fault,) = faults_of({"DNHS": [text("C9"), text("C7"), text("C12")]})
    assert fault.as_problem.place == "2024/2024-04/DNHS.xlsx, blad Prognos, cell C7,C9,C12"
    assert fault.as_problem.message == "Här står en text. Ett tal väntas. Skriv talet."


def test_each_cell_keeps_what_stands_in_it() -> None:
    (fault,) = faults_of({"DNHS": [text("C7", "Här står ”a”."), text("C9", "Här står ”b”.")]})
    assert fault.found == "C7: Här står ”a”.\nC9: Här står ”b”."


def test_an_area_in_another_is_told_once() -> None:
    def empty(cell: str, count: str) -> Problem:
        found = f"Cellen är tom. Det står i cell {cell.partition(':')[0]}; samma slags fel finns i {count} celler."
        return text(cell, found, LEDGER)

    part, other, whole = empty("H7:H20", "14"), empty("H21:H22", "2"), empty("H7:H2737", "2 731")
    (fault,) = faults_of({"DNHS": [part], "RS": [other], "REGION": [whole]})
    assert (fault.cells, fault.found, fault.reports) == ("H7:H2737", whole.found, ("DNHS", "RS", "REGION"))
    # Another text that stands in one of its cells is told.
    (fault,) = faults_of({"DNHS": [text("C7:C9", "Här står ”a”."), text("C8", "Här står ”b”.")]})
    assert fault.found == "C7:C9: Här står ”a”.\nC8: Här står ”b”."


def test_of_many_cells_the_first_ten_are_told() -> None:
    (fault,) = faults_of({"DNHS": [text(f"C{row}", f"Här står ”{row}”.") for row in range(1, 15)]})
    assert fault.found.splitlines()[-1] == "Samma slags fel finns i 4 celler till."
    assert len(fault.found.splitlines()) == 11


def test_what_several_reports_are_told_is_told_once_with_their_number() -> None:
    shared = Problem(LEDGER, found="Arbetsboken saknas.", expected="Den väntas.", remedy="Lägg dit den.")
    (fault,) = faults_of({"RS": [shared], "DNHS": [shared], "REGION": [shared]})
    assert fault.as_problem.message == (
        "Arbetsboken saknas. Den väntas. Lägg dit den. Stoppar 3 rapporter: RS, DNHS och REGION."
    )


def test_what_explains_most_comes_first() -> None:
    cell = text("C7")
    sheet = Problem(OWN, "Mål", found="Bladet saknas.")
    shared = Problem(LEDGER, "Huvudbok", "H7", "Här står en text.", "Ett tal väntas.", "Skriv talet.")
    warning = Problem(OWN, found="Gammal.", severity=Severity.WARNING)
    found = faults_of({"DNHS": [warning, cell, sheet, shared], "RS": [shared]})
    assert [one.first for one in found] == [shared, sheet, cell, warning]


def test_parts_are_by_who_can_mend_them() -> None:
    shared = Problem(LEDGER, "Huvudbok", "H7", "Här står en text.", "Ett tal väntas.", "Skriv talet.")
    parts = review_of({"DNHS": [text("C7"), shared], "RS": [shared]}, load_params())
    assert [(one.recipient.code, one.count, one.workbooks) for one in parts] == [
        ("ekonomi", "1 fel", (LEDGER,)),
        ("dnhs", "1 fel", (OWN,)),
    ]


def confirmable(severity: Severity = Severity.ERROR) -> Problem:
    remedy = (
        "Rätta talet. Är det rätt ändå: bekräfta det i params/confirmations.yml med regeln prognosens-storlek och "
        "värdet ”−100 mnkr”."
    )
    return replace(text("C7"), remedy=remedy, severity=severity, rule="prognosens-storlek", value="−100 mnkr")


def test_a_sender_is_not_told_to_write_in_params() -> None:
    (part,) = review_of({"DNHS": [confirmable()]}, load_params())
    (fault,) = part.faults
    assert fault.told_to(builds=False).remedy == "Rätta talet."
    told = mail_text(part, "Uppföljningsrapport 1 2024-04")
    assert "params" not in told
    assert told.endswith("\nÄr något av det rätt ändå: svara med skälet och vilken funktion som svarar för det.\n")
    # The analyst, on the screen, is.
    assert "params/confirmations.yml" in fault.as_problem.remedy
    assert marks_by_sheet([confirmable()])["Prognos"][7, 2].text == (
        "Fel: Här står en text. Ett tal väntas. Rätta talet."
    )


def test_what_only_the_analyst_can_write_is_said_to_be_so() -> None:
    told = "Det som ska skrivas i params skriver den som bygger rapporterna."
    remedy = "Skriv rubriken som synonym i params/layouts."
    (own,) = review_of({"DNHS": [replace(text("C7"), remedy=remedy)]}, load_params())
    assert told in mail_text(own, "Uppföljningsrapport 1 2024-04").splitlines()
    problem = Problem("params/rules.yml", found="Här är fel.", remedy="Rätta params/rules.yml.")
    (analysts,) = review_of({"DNHS": [problem]}, load_params())
    assert told not in mail_text(analysts, "Uppföljningsrapport 1 2024-04")


def test_the_analyst_is_told_of_both_ways() -> None:
    remedy = "Ta bort filen, eller lägg till koden i params/committees.yml."
    (part,) = review_of({"DNHS": [Problem("2024/2024-04/DNXX.xlsx", found="Okänd.", remedy=remedy)]}, load_params())
    assert part.recipient.builds
    assert f"   Gör så här: {remedy}" in mail_text(part, "Uppföljningsrapport 1 2024-04").splitlines()


def test_those_with_errors_come_first_each_in_the_order_of_the_senders() -> None:
    def of(workbook: str, severity: Severity) -> Problem:
        return Problem(workbook, "Blad", "A1", "Fel.", severity=severity)

    folder = "2024/2024-04"
    found = [
        of(f"{folder}/utfall.xlsx", Severity.NOTE),
        of(f"{folder}/personal.xlsx", Severity.WARNING),
        of(f"{folder}/RS.xlsx", Severity.WARNING),
        of("params/rules.yml", Severity.ERROR),
        of(f"{folder}/DNKS.xlsx", Severity.ERROR),
        of(f"{folder}/DNHS.xlsx", Severity.ERROR),
        of(f"{folder}/investeringar.xlsx", Severity.ERROR),
        of(f"{folder}/investeringar.xlsx", Severity.WARNING),
    ]
    place = f"{folder}/REGION.xlsx, blad Blad, cell A1"
    known = AppliedConfirmation(place, "Tal.", "5", "Rätt.", "controller", "2024-05-13", f"{folder}/REGION.xlsx")
    parts = review_of({"RS": found}, load_params(), [known])
    assert [(one.recipient.code, one.count) for one in parts] == [
        ("fastighet", "1 fel, 1 varning"),
        ("dnhs", "1 fel"),
        ("dnks", "1 fel"),
        ("analytiker", "1 fel"),
        ("hr", "1 varning"),
        ("rs", "1 varning"),
        ("ekonomi", "1 påpekande"),
        ("region", "inget att rätta"),
    ]


MISSING = Problem(OWN, found="Arbetsboken saknas. I mappen ”2024/2024-04” ligger inga filer.")


@pytest.mark.parametrize(
    ("problems", "asked_for"),
    [
        ([MISSING], "Skicka arbetsboken. Rapporten kan inte byggas utan den."),
        (
            [replace(MISSING, workbook=LEDGER), replace(MISSING, workbook="2024/budget.xlsx")],
            "Skicka arbetsböckerna. Rapporten kan inte byggas utan dem.",
        ),
        (
            [replace(MISSING, workbook=LEDGER), Problem("2024/budget.xlsx", "Blad", "A1", "Fel.")],
            "Rätta felen i arbetsboken och skicka den på nytt. Skicka också den som saknas. Rapporten kan inte byggas "
            "förrän de är rättade. Det som bygger på dem är inte kontrollerat, så fler fel kan visa sig då.",
        ),
        (
            [Problem(LEDGER, "Blad", "A1", "Fel."), Problem("2024/budget.xlsx", "Blad", "A1", "Fel.")],
            "Rätta felen i arbetsböckerna och skicka dem på nytt. Rapporten kan inte byggas förrän de är rättade. Det "
            "som bygger på dem är inte kontrollerat, så fler fel kan visa sig då.",
        ),
        (
            [Problem("params/rules.yml", found="Fel.")],
            "Det här rättar du själv. Rapporten kan inte byggas förrän felen är rättade.",
        ),
    ],
)
def test_each_is_asked_for_what_is_lacking(problems: list[Problem], asked_for: str) -> None:
    (part,) = review_of({"DNHS": problems}, load_params())
    assert asked(part) == asked_for


@pytest.mark.parametrize(
    ("remedy", "sender", "analyst"),
    [
        ("Rätta talet.", "Rätta talet.", ""),
        ("Rätta cellen eller lägg till nämnden i params.", "Rätta cellen.", ...),
        ("Ta bort raden, eller lägg till ”X” under words i params/totals.yml.", "Ta bort raden.", ...),
        (
            "Räkna om till mnkr. Följer enheten av bladet: skriv unit: stated i params/layouts.",
            "Räkna om till mnkr.",
            "Följer enheten av bladet: skriv unit: stated i params/layouts.",
        ),
        (
            'Ta ut en kolumn för var månad (header: "Utfall {month}" i params/layouts). Gör om uttaget.',
            "Ta ut en kolumn för var månad. Gör om uttaget.",
            'Ta ut en kolumn för var månad (header: "Utfall {month}" i params/layouts).',
        ),
        # Where there is no other way, the sender is told who does it.
        ("Rätta params/committees.yml.", "Rätta params/committees.yml.", ""),
        ("Rätta det. Är det rätt ändå: bekräfta det i params/confirmations.yml med regeln x.", "Rätta det.", ""),
    ],
)
def test_a_remedy_is_shared_out(remedy: str, sender: str, analyst: str) -> None:
    assert for_sender(remedy) == sender
    assert for_analyst(remedy) == (remedy if analyst is ... else analyst)
