"""What a plan's file is written in: codes, days, years and Markdown, each with what is wrong about one that is not."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import AfterValidator, Field

from followup.params.params_problems import fault


def _code(text: str) -> str:
    # A code becomes a row's key in the figures, an anchor in the page and a word in a workbook.
    if re.fullmatch(r"[A-Za-zÅÄÖåäö0-9][\wÅÄÖåäö.-]*", text):
        return text
    raise fault("Koden kan inte användas.", "En kod har bara bokstäver, siffror, punkt, _ och -.", "Ändra koden.")


def _day(text: str) -> str:
    if re.fullmatch(r"20\d\d(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?", text):
        return text
    raise fault(
        "Datumet kan inte tolkas.",
        "Ett datum skrivs som 2017-12-06; där underlaget bara har månad eller år räcker 2017-12 eller 2017.",
        "Skriv datumet så, inom citattecken.",
    )


def _unwrapped(text: str) -> str:
    # The file's lines are as long as the file's lines are; in the text a paragraph is one line. An item of a list
    # begins its own.
    lines: list[str] = []
    for line in text.strip().split("\n"):
        line = line.strip()
        if lines and line and lines[-1] and not re.match(r"[-*] |\d+\. ", line):
            lines[-1] += f" {line}"
        else:
            lines.append(line)
    return "\n".join(lines)


Day = Annotated[str, AfterValidator(_day)]
Code = Annotated[str, AfterValidator(_code)]
Markdown = Annotated[str, AfterValidator(_unwrapped)]
Year = Annotated[str, Field(pattern=r"20\d\d")]
