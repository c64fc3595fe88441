"""What is said to one sender as plain text, to paste into a mail."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from followup.ground.errors import Severity

if TYPE_CHECKING:
    from followup.review.faults import Fault
    from followup.review.review import Part

HEADINGS = {
    Severity.ERROR: "Fel, som stoppar rapporten",
    Severity.WARNING: "Varningar, som står i rapporten om de är kvar",
    Severity.NOTE: "Påpekanden, som inte står i rapporten",
}


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
    for severity, heading in HEADINGS.items():
        if faults := part.of(severity):
            yield ""
            yield heading.upper()
            for number, fault in enumerate(faults, 1):
                yield ""
                yield from _of(fault, number)


def asked(part: Part) -> str:
    """What the sender is asked to do."""
    if part.of(Severity.ERROR):
        return "Rätta felen i arbetsboken och skicka den på nytt. Rapporten kan inte byggas förrän de är rättade."
    if part.of(Severity.WARNING):
        return "Rapporten kan byggas. Rätta det som är fel, annars står varningarna i rapporten."
    return "Rapporten kan byggas. Det här är bara att se över."


def _of(fault: Fault, number: int) -> Iterator[str]:
    first = fault.as_problem
    yield f"{number}. {first.place}"
    for label, text in (("Står", first.found), ("Väntas", first.expected), ("Gör så här", first.remedy)):
        if text:
            lines = text.split("\n")
            yield f"   {label}: {lines[0]}"
            yield from (f"   {' ' * len(label)}  {line}" for line in lines[1:])
