"""What is said to one sender as plain text, to paste into a mail."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from followup.ground.errors import Severity
from followup.review.confirmation_lines import confirmation_lines

if TYPE_CHECKING:
    from followup.review.faults import Fault
    from followup.review.review import Part

HEADINGS = {
    Severity.ERROR: "Fel, som stoppar rapporten",
    Severity.WARNING: "Varningar, som står i rapporten om de är kvar",
    Severity.NOTE: "Påpekanden, som inte står i rapporten",
}

OF_PARAMS = "Det som ska skrivas i params skriver den som bygger rapporterna."


def mail_text(part: Part, title: str) -> str:
    """The whole text, its first line the subject; ends in a line end. `title` is what the workbooks are for."""
    return "\n".join(_lines(part, title)) + "\n"


def _lines(part: Part, title: str) -> Iterator[str]:
    one = part.recipient
    yield f"Ämne: {title}: {part.count} i underlaget"
    yield ""
    yield f"Till {one.function}" + (f" <{one.mail}>" if one.mail else "")
    yield ""
    yield asked(part)
    if speaks_of_params(part):
        yield OF_PARAMS
    for severity, heading in HEADINGS.items():
        if faults := part.of(severity):
            yield ""
            yield heading.upper()
            for number, fault in enumerate(faults, 1):
                yield ""
                yield from _of(fault, number)
    if any(confirmation_lines(fault) for fault in part.faults) and not one.builds:
        yield ""
        yield "Är något av det rätt ändå: svara med skälet och vilken funktion som svarar för det."


def speaks_of_params(part: Part) -> bool:
    """Whether a sender is told of something that only the analyst can change."""
    return not part.recipient.builds and any("params/" in fault.for_sender.remedy for fault in part.faults)


def asked(part: Part) -> str:
    """What the sender is asked to do."""
    if part.of(Severity.ERROR):
        return "Rätta felen i arbetsboken och skicka den på nytt. Rapporten kan inte byggas förrän de är rättade."
    if part.of(Severity.WARNING):
        return "Rapporten kan byggas. Rätta det som är fel, annars står varningarna i rapporten."
    return "Rapporten kan byggas. Det här är bara att se över."


def _of(fault: Fault, number: int) -> Iterator[str]:
    first = fault.for_sender
    yield f"{number}. {first.place}"
    for label, text in (("Står", first.found), ("Väntas", first.expected), ("Gör så här", first.remedy)):
        if text:
            lines = text.split("\n")
            yield f"   {label}: {lines[0]}"
            yield from (f"   {' ' * len(label)}  {line}" for line in lines[1:])
