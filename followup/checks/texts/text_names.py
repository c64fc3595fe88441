"""Other committees' names and other reports' names where a text can only mean its own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from followup.checks.common.rule import Rule
from followup.checks.texts.own_texts import OwnText, own_texts, text_columns
from followup.ground.errors import Problem, Severity
from followup.ground.wording import quoted

if TYPE_CHECKING:
    from followup.checks.common.case import Case


# What is decided about a report, or said of it, in the report itself.
_THIS = r"(?:denna|den här|föreliggande|godkänn\w*|fastställ\w*|anta\w*|överlämna\w*|lägg\w* till handlingarna)"
_KINDS = {
    "manadsrapport": r"månadsrapport\w*",
    "uppfoljningsrapport_1": r"uppföljningsrapport(?:en)? 1|tertialrapport(?:en)? 1",
    "uppfoljningsrapport_2": r"uppföljningsrapport(?:en)? 2|tertialrapport(?:en)? 2|delårs(?:rapport|bokslut)\w*",
    "arsredovisning": r"årsredovisning\w*|årsbokslut\w*",
}


def check(case: Case) -> Iterator[Problem]:
    """A note for each text about another committee's outcome or another kind of report."""
    kind = case.params.calendar.entry_of(case.period).kind
    others = re.compile(
        rf"\b{_THIS}\s+(?:[\wåäö]+\s+){{0,3}}?(?P<name>{'|'.join(p for k, p in _KINDS.items() if k != kind)})\b",
        re.IGNORECASE,
    )
    names = _names_of_others(case)
    for text in own_texts(case.tables, text_columns(case.layouts), case.period):
        for sentence in text.sentences:
            if kind in _KINDS and (match := others.search(sentence)):
                yield _note(
                    text,
                    match["name"],
                    f"Rapporten är en {case.subject.kind.name.lower()}.",
                )
            if names and (match := names.search(sentence)):
                yield _note(text, match["name"] or match["other"], f"Rapporten är {case.committee.short_name}s.")


def _names_of_others(case: Case) -> re.Pattern[str] | None:
    """Another committee's full name or code as the subject of a deviation, forecast or result."""
    if case.committee.is_region:
        return None
    others = [
        word
        for one in case.params.committees.values()
        if one.code != case.committee.code and not one.is_region
        for word in (one.name, one.short_name, one.code)
        if word.lower() not in case.committee.name.lower()
    ]
    words = "|".join(re.escape(word) for word in sorted(set(others), key=lambda word: (-len(word), word)))
    about = r"(?i:avvikelse|prognos|underskott|överskott|resultat|nettokostnad|utfall|sjukfrånvaro)"
    return re.compile(
        rf"(?:^|(?<=\s))(?:driftnämnd(?:en)?\s+)?(?P<name>{words})s?:?s?\s+{about}|{about}\w*\s+(?:för|hos|i)\s+"
        rf"(?:driftnämnd(?:en)?\s+)?(?P<other>{words})\b"
    )


def _note(text: OwnText, name: str, expected: str) -> Problem:
    return Problem(
        text.workbook,
        text.sheet,
        text.cell,
        f"Texten nämner {quoted(name)}.",
        expected,
        "Kontrollera att texten inte är kopierad från en annan rapport.",
        Severity.NOTE,
    )


RULE = Rule(
    code="texternas-namn",
    title="Namn i de egna texterna",
    catches="Texter som är kopierade från en annan nämnd eller en annan sorts rapport.",
    check=check,
    severities=(Severity.NOTE,),
    needs=(),
    example=(
        "Texten nämner ”delårsrapporten”. Rapporten är en månadsrapport. Kontrollera att texten inte är kopierad "
        "från en annan rapport."
    ),
    readers=("committee", "region"),
)
