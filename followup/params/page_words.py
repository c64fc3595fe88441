"""What a page says beside its report (params/page.yml): the glossary, and who is told of what cannot be read."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import AfterValidator

from followup.ground.wording import quoted
from followup.params.filled_text import FixedText
from followup.params.params_problems import Entry, fault
from followup.params.senders import Code, Function, Mail


def _address(text: str) -> str:
    if not text or re.fullmatch(r"https?://[^\s\"<>]+", text):
        return text
    raise fault("Adressen är ingen webbadress.", "En adress som https://exempel.se/sida väntas.", "Rätta den.")


def _form(text: str) -> str:
    if re.fullmatch(r"\w+([ -]\w+)*", text):
        return text
    raise fault(
        f"Formen {quoted(text)} kan inte sökas.", "Ord med bokstäver, mellanslag och bindestreck väntas.", "Rätta den."
    )


WebAddress = Annotated[str, AfterValidator(_address)]
Form = Annotated[str, AfterValidator(_form)]


class Term(Entry):
    """A word of the glossary. `code` is the end of its address, `forms` its spellings in a running text.

    One that is `printed` stands on paper and in Word too, where the report uses it.
    """

    code: Code
    term: Function
    forms: tuple[Form, ...]
    text: FixedText
    printed: bool = False


class Accessibility(Entry):
    """Who mends what cannot be read or used: a function, perhaps a mail; and the statement's address on the web."""

    contact: Function
    mail: Mail = ""
    statement: WebAddress = ""


def _unlike(terms: tuple[Term, ...]) -> tuple[Term, ...]:
    for what, found in (
        ("Koden", [term.code for term in terms]),
        ("Formen", [form.lower() for term in terms for form in term.forms]),
    ):
        twice = next((one for one in found if found.count(one) > 1), None)
        if twice is not None:
            raise fault(
                f"{what} {quoted(twice)} står två gånger.", "Varje kod och form hör till ett ord.", "Ta bort den ena."
            )
    return terms


class PageWords(Entry):
    """The whole file."""

    accessibility: Accessibility
    glossary: Annotated[tuple[Term, ...], AfterValidator(_unlike)]
