"""Times in the committees' own texts that are not the report's: last year's season, or another month's outcome.

A text may compare with another year and look ahead, so only what cannot be either is told: a year before the report's
without a word of comparison where it is tied to a season, a month, a forecast, a budget or an outcome; and an outcome
"till och med" another month than the report's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from followup.checks.common.rule import Rule
from followup.checks.texts.own_texts import OwnText, own_texts, text_columns
from followup.ground.errors import Problem, Severity
from followup.ground.period import MONTHS, Period
from followup.ground.wording import quoted

if TYPE_CHECKING:
    from followup.checks.common.case import Case


_MONTH = "|".join(MONTHS)
# Words with which a sentence speaks of another time on purpose, or tells how old a value is.
_COMPARES = re.compile(
    r"\b(jämför\w*|än|sedan|sen|mellan|från|avser|avsåg|samma|motsvarande|föregående|förra|fjol\w*|fjär\w*|senaste"
    r"|senast|åren|publicer\w*|tidigare|redan|uppehåll\w*|nivå|genomför\w*|startade|började|påbörja\w*|besluta\w*"
    r"|slöts|tecknade\w*|infördes|bildades|efter|mot|respektive|och 20\d\d|till 20\d\d|var|hade|blev)\b",
    re.IGNORECASE,
)
_TIED = re.compile(
    rf"\b(?P<what>(?:vår|sommar|höst|vinter)(?:en|ens)?|{_MONTH}|helår(?:et|ets)?|delår(?:et)?"
    rf"|prognos\w*(?: för(?: helåret)?)?|budget\w*(?: för)?|utfall\w*(?: för)?|avvikels\w*(?: för)?|tertial \d"
    rf"|kvartal \d) (?:år )?(?P<year>20\d\d)\b",
    re.IGNORECASE,
)
_OF_A_PLAN = re.compile(r"budget|prognos", re.IGNORECASE)
# "Avvikelsen mot budget till och med april": the months belong to the outcome, not to something else in the sentence.
_OUTCOME_UP_TO = re.compile(
    r"(?:avvikelse|utfall|resultat|överskott|underskott|nettokostnad|perioden|sjukfrånvaro)\w*(?:\s+[^\s,.;:]+){0,5}?\s+"
    rf"(?P<span>(?:till och med|t\.?\s?o\.?\s?m\.?|januari\s?[–-]|januari till)\s*(?P<month>{_MONTH})\b"
    r"(?:\s+(?P<year>20\d\d))?)",
    re.IGNORECASE,
)


def check(case: Case) -> Iterator[Problem]:
    """A note for each text with a time that cannot be the report's."""
    for text in own_texts(case.tables, text_columns(case.layouts), case.period):
        found: list[str] = []
        for sentence in text.sentences:
            for word in _other_times(sentence, case.period):
                if not any(word in longer for longer in found):
                    found.append(word)
        if found:
            yield _note(text, case.period, found)


def _other_times(sentence: str, period: Period) -> Iterator[str]:
    for match in _OUTCOME_UP_TO.finditer(sentence):
        time = (int(match["year"] or period.year), MONTHS.index(match["month"].lower()) + 1)
        if time != (period.year, period.month) and not _COMPARES.search(_without(sentence, match)):
            yield match["span"]
    if _COMPARES.search(sentence):
        # "Mot budget 2023" compares with nothing: the budget is the report's own.
        matches = [one for one in _TIED.finditer(sentence) if _OF_A_PLAN.search(one["what"])]
        others = _COMPARES.sub(lambda one: "" if one[0].lower() in ("mot", "var", "hade", "blev") else one[0], sentence)
        if _COMPARES.search(others):
            return
    else:
        matches = list(_TIED.finditer(sentence))
    for match in matches:
        if int(match["year"]) < period.year:
            yield match[0]


def _without(sentence: str, match: re.Match[str]) -> str:
    """The sentence without "till och med …" itself and without "mot budget", which is no comparison in time."""
    rest = f"{sentence[: match.start()]} {sentence[match.end() :]}"
    return re.sub(r"\bmot (?:den )?(?:\w+ )?budget\w*|\b(?:var|blev|hade)\b", "", rest, flags=re.IGNORECASE)


def _note(text: OwnText, period: Period, words: list[str]) -> Problem:
    return Problem(
        text.workbook,
        text.sheet,
        text.cell,
        f"Texten nämner {', '.join(map(quoted, words))}.",
        f"Rapporten gäller {period.span}.",
        "Kontrollera att texten inte är kvar från en tidigare rapport.",
        Severity.NOTE,
    )


RULE = Rule(
    code="texternas-tid",
    title="Tider i de egna texterna",
    catches="Texter som är kvar från en tidigare rapport och nämner förra året eller en annan månad.",
    check=check,
    severities=(Severity.NOTE,),
    needs=(),
    readers=("committee", "region", "plan_follow_up"),
    example=(
        "Texten nämner ”hösten 2023”. Rapporten gäller januari–april 2024. Kontrollera att texten inte är kvar "
        "från en tidigare rapport."
    ),
)
