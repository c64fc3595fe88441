"""Who can mend what (params/senders.yml): functions that workbooks come from, never persons."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import AfterValidator

from followup.params.params_problems import Entry, fault


def _code(text: str) -> str:
    if re.fullmatch(r"[a-z][a-z0-9-]*", text):
        return text
    raise fault(
        "Koden kan inte vara en adress på sidan.", "Små bokstäver a–z, siffror och bindestreck väntas.", "Rätta."
    )


def _function(text: str) -> str:
    if text.strip():
        return text
    raise fault("Funktionen är tom.", "Här står vem som kan rätta, som funktion.", "Skriv en funktion.")


def _mail(text: str) -> str:
    if not text or re.fullmatch(r"[A-Za-z0-9._+-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+", text):
        return text
    raise fault("Adressen är ingen e-postadress.", "En adress som namn@exempel.se väntas.", "Rätta eller ta bort den.")


Code = Annotated[str, AfterValidator(_code)]
Function = Annotated[str, AfterValidator(_function)]
Mail = Annotated[str, AfterValidator(_mail)]


class Analyst(Entry):
    """Who builds the reports, and mends params and what is nobody else's."""

    code: Code
    name: Function
    function: Function
    mail: Mail = ""


class SharedSender(Analyst):
    """Who sends the workbooks of these layouts, which hold rows of many committees."""

    layouts: tuple[str, ...]


class OwnSender(Entry):
    """How a committee is spoken to about its own workbook, where it is not as all the others."""

    function: Function
    mail: Mail = ""


class Senders(Entry):
    """All senders. `committees` are by code, and `committee_function` is that of the others: {committee} its name."""

    shared: tuple[SharedSender, ...]
    committee_function: Function
    committees: dict[str, OwnSender]
    analyst: Analyst
