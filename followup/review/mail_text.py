"""What is said to one sender as plain text, to paste into a mail."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from followup.ground.errors import Severity
from followup.ground.wording import listed
from followup.review.confirmation_lines import confirmation_lines
from followup.review.remedies import for_analyst
from followup.workbooks.missing_workbook import NO_FOLDER, NO_WORKBOOK

if TYPE_CHECKING:
    from followup.review.faults import Fault
    from followup.review.review import Part

HEADINGS = {
    Severity.ERROR: "Fel, som stoppar rapporten",
    Severity.WARNING: "Varningar, som står i rapporten om de är kvar",
    Severity.NOTE: "Påpekanden, som inte står i rapporten",
}

OF_PARAMS = "Det som ska skrivas i params skriver den som bygger rapporterna."
IF_RIGHT = "Är något av det rätt ändå: svara med skälet och vilken funktion som svarar för det."


def mail_text(part: Part, title: str, copies: Sequence[str] = ()) -> str:
    """The whole text, its first line the subject; ends in a line end.

    `title` is what the workbooks are for, and `copies` are the names of the marked copies that go with the mail.
    """
    return "\n".join(_lines(part, title, copies)) + "\n"


def _lines(part: Part, title: str, copies: Sequence[str]) -> Iterator[str]:
    one = part.recipient
    yield f"Ämne: {title}: {part.count} i underlaget"
    yield ""
    yield f"Till {one.function}" + (f" <{one.mail}>" if one.mail else "")
    yield ""
    yield asked(part)
    if speaks_of_params(part):
        yield OF_PARAMS
    if copies:
        yield ""
        yield _of_copies(copies)
    for severity, heading in HEADINGS.items():
        if faults := part.of(severity):
            yield ""
            yield heading.upper()
            for number, fault in enumerate(faults, 1):
                yield ""
                yield from _of(fault, number, one.builds)
    if may_be_right(part):
        yield ""
        yield IF_RIGHT


def _of_copies(copies: Sequence[str]) -> str:
    # Somebody who mends the copy, and sends that, has comments and colours in the workbook for good.
    own = "den egna arbetsboken, inte i kopian" if len(copies) == 1 else "de egna arbetsböckerna, inte i kopiorna"
    return (
        f"{'Bifogad' if len(copies) == 1 else 'Bifogade'}: {listed(copies)}, där cellerna är röda (fel) eller gula "
        f"(varning, påpekande) och har meddelandet som kommentar. Rätta i {own}."
    )


def may_be_right(part: Part) -> bool:
    """Whether a sender is told of something that the analyst may let through instead."""
    return not part.recipient.builds and any(
        confirmation_lines(fault) or for_analyst(fault.first.remedy) for fault in part.faults
    )


def speaks_of_params(part: Part) -> bool:
    """Whether a sender is told of something that only the analyst can change."""
    return not part.recipient.builds and any("params/" in fault.told_to(False).remedy for fault in part.faults)


def asked(part: Part) -> str:
    """What the sender is asked to do."""
    if errors := part.of(Severity.ERROR):
        return _to_mend(part, errors)
    if part.of(Severity.WARNING):
        return "Rapporten kan byggas. Rätta det som är fel, annars står varningarna i rapporten."
    return "Rapporten kan byggas. Det här är bara att se över."


def _to_mend(part: Part, errors: Sequence[Fault]) -> str:
    if part.recipient.builds:
        return "Det här rättar du själv. Rapporten kan inte byggas förrän felen är rättade."
    lacking = {one.first.workbook for one in errors if one.first.found.startswith((NO_WORKBOOK, NO_FOLDER))}
    faulty = {one.first.workbook for one in errors} - lacking
    if not faulty:
        what, it = ("arbetsboken", "den") if len(lacking) == 1 else ("arbetsböckerna", "dem")
        return f"Skicka {what}. Rapporten kan inte byggas utan {it}."
    what, it = ("arbetsboken", "den") if len(faulty) == 1 else ("arbetsböckerna", "dem")
    also = (
        "" if not lacking else " Skicka också den som saknas." if len(lacking) == 1 else " Skicka också dem som saknas."
    )
    return (
        f"Rätta felen i {what} och skicka {it} på nytt.{also} Rapporten kan inte byggas förrän de är rättade. Det som "
        "bygger på dem är inte kontrollerat, så fler fel kan visa sig då."
    )


def _of(fault: Fault, number: int, builds: bool) -> Iterator[str]:
    first = fault.told_to(builds)
    yield f"{number}. {first.place}"
    for label, text in (("Står", first.found), ("Väntas", first.expected), ("Gör så här", first.remedy)):
        if text:
            lines = text.split("\n")
            yield f"   {label}: {lines[0]}"
            yield from (f"   {' ' * len(label)}  {line}" for line in lines[1:])
