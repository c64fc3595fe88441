"""Times in the committees' own texts that are not the report's: last year's season, or another month's outcome.

A text may compare with another year and look ahead, so only what cannot be either is told: a year before the report's
without a word of comparison where it is tied to a season, a month, a part of the year, a forecast, a budget or an
outcome; and an outcome "till och med" another month than the report's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from followup.checks.common.rule import Rule
from followup.checks.texts.own_texts import OwnText, own_texts, text_columns
from followup.checks.texts.time_words import MONTH, ONE_YEAR, SINCE_JANUARY, month_number, since_january, with_year
from followup.ground.errors import Problem, Severity
from followup.ground.period import Period
from followup.ground.wording import quoted

if TYPE_CHECKING:
    from followup.checks.common.case import Case


# Words with which a sentence speaks of another time on purpose, or tells how old a value is.
_COMPARES = re.compile(
    r"\b(jämför\w*|än|sedan|sen|mellan|från|avser|avsåg|samma|motsvarande|föregående|förra|fjol\w*|fjär\w*|senaste"
    r"|senast|åren|publicer\w*|tidigare|redan|uppehåll\w*|nivå|genomför\w*|startade|började|påbörja\w*|besluta\w*"
    r"|beslut(?:et)? (?:i|från|den|av|om|hösten|våren)|slöts|tecknade\w*|infördes|bildades|antog|fattade\w*|gav|gick"
    r"|löpte|gällde|pågick|kom|upphörde|lämnade\w*|\w{4,}(?:des|tes)|efter|mot|respektive|och 20\d\d|till 20\d\d)\b",
    re.IGNORECASE,
)
_PAST = re.compile(r"\b(?:var|hade|blev)\b", re.IGNORECASE)
# "Bättre än budget" compares no times, unless the budget is another year's.
_WITH_BUDGET = re.compile(
    r"\b(?:jämfört med|i jämförelse med|i förhållande till|gentemot|mot|än|från)(?: (?:den|det|en))?(?: \w+)?"
    rf" (?:budget\w*|planera\w*|beräkna\w*|förvänta\w*|prognos\w*|ramen|målet|målvärdet)\b(?! (?:för )?{ONE_YEAR})",
    re.IGNORECASE,
)
_TIED = re.compile(
    rf"\b(?P<what>(?:vår|sommar|höst|vinter)(?:en|ens|terminen)?|{MONTH}|helår(?:et|ets)?|delår(?:et)?"
    r"|prognos\w*(?: för(?: helåret)?)?|budget\w*(?: för)?|utfall\w*(?: för)?|avvikels\w*(?: för)?"
    rf"|hittills(?: i| under)?) (?:år )?(?P<year>{ONE_YEAR})",
    re.IGNORECASE,
)
_OF_A_PLAN = re.compile(r"budget|prognos", re.IGNORECASE)
_AGAINST = re.compile(r"\bmot (?:den )?(?:\w+ )?$", re.IGNORECASE)
_OUTCOMES = (
    r"(?:avvikelse|utfall|resultat|överskott|underskott|nettokostnad|perioden|sjukfrånvaro|kostnaderna|intäkterna)"
)
# A word between an outcome and its months, but none with which a cause begins, that may last longer.
_OWN_WORD = (
    r"(?!(?:förklaras|förklarar|beror|orsakas|beroende|eftersom|då|när|som|pågår|gäller|löper|väntas|bedöms)\b)"
    r"(?:\d+,\d+|[^\s,.;:]+)"
)
# "Avvikelsen mot budget till och med april": the months belong to the outcome, not to something else in the sentence.
_OUTCOME_UP_TO = re.compile(rf"{_OUTCOMES}\w{{0,20}}(?:\s+{_OWN_WORD}){{0,7}}?\s+{SINCE_JANUARY}", re.IGNORECASE)
# "Till och med april är avvikelsen": the sentence begins with them.
_UP_TO_OUTCOME = re.compile(rf"^{SINCE_JANUARY}\s+(?:[^\s,.;:]+\s+){{1,4}}?\w{{0,30}}{_OUTCOMES}", re.IGNORECASE)
# What is told of a month is known; "redovisar resultatet i november" is not.
_OUTCOME_IN = re.compile(
    rf"{_OUTCOMES}\w{{0,20}}\s+(?P<words>i (?P<month>{MONTH}))\s+"
    r"(?:är|var|blev|uppgår|uppgick|ligger|låg|visar|visade)\b",
    re.IGNORECASE,
)
# An outcome that is so many months old is still the latest somewhere.
_LATE = 3


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
    for pattern in (_OUTCOME_UP_TO, _UP_TO_OUTCOME):
        for match in pattern.finditer(sentence):
            named = since_january(match)
            time = (named.year or period.year, named.month)
            if time != (period.year, period.month) and not _compares(sentence, named.at, period, *time):
                yield named.words
    for named in [*with_year(sentence)]:
        # These are told with their year.
        assert named.year is not None
        if named.words.lower().startswith("per") and (named.year, named.month) == (period.year - 1, 12):
            # An opening balance.
            sentence = sentence.replace(named.words, "")
        elif named.year < period.year and not _compares(sentence, named.at, period, named.year, named.month):
            yield named.words
    for match in _OUTCOME_IN.finditer(sentence):
        since = (period.month - month_number(match["month"])) % 12
        ahead = month_number(match["month"]) > period.month
        if ahead and since > _LATE and not _COMPARES.search(sentence):
            yield match["words"]
    yield from _tied(sentence, period)


def _tied(sentence: str, period: Period) -> Iterator[str]:
    told = bool(_PAST.search(sentence))
    if _COMPARES.search(sentence):
        # "Mot budget 2023" compares with nothing: the budget is the report's own.
        if _COMPARES.search(re.sub(r"\bmot\b", "", sentence, flags=re.IGNORECASE)):
            return
        told = True
    for match in _TIED.finditer(sentence):
        is_deviation = _OF_A_PLAN.search(match["what"]) and _AGAINST.search(
            sentence, max(0, match.start() - 40), match.start()
        )
        if int(match["year"]) < period.year and (is_deviation or not told):
            yield match[0]


def _compares(sentence: str, at: tuple[int, int], period: Period, year: int, month: int) -> bool:
    """Whether the rest of the sentence compares times, or tells what the same months of an earlier year were."""
    rest = _WITH_BUDGET.sub("", f"{sentence[: at[0]]} {sentence[at[1] :]}")
    may_be_told = year < period.year and month in (period.month, 12)
    return bool(_COMPARES.search(rest) or (may_be_told and _PAST.search(rest)))


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
