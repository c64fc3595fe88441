"""Texts that are almost the same as in the report before."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from followup.checks.common.rule import Rule
from followup.checks.texts.own_texts import OwnText, own_texts
from followup.ground.errors import Problem, Severity
from followup.ground.period import Period
from followup.ground.wording import listed, normalised

if TYPE_CHECKING:
    from followup.checks.common.case import Case
    from followup.workbooks.source_table import SourceTable


CODE = "kopierade-texter"
# What is written anew for each report. An assignment's or a measure's comment may stand for as long as it does.
_COLUMNS = {
    "cover": ("summary", "decision_needed"),
    "goals": ("motivation",),
    "comments": ("comment",),
    "forecast": ("comment",),
}
_WORD = re.compile(r"\w+(?:,\d+)?")
_LONG = 1_500


def check(case: Case) -> Iterator[Problem]:
    """One note for each sheet with the texts that are almost the same as in an earlier workbook, and where."""
    for name in [table for table in _COLUMNS if table in case.tables]:
        earlier = _latest(case, name)
        if earlier is None:
            continue
        then = list(own_texts({name: earlier}, _COLUMNS))
        same = [
            (text, other)
            for text in own_texts({name: case[name]}, _COLUMNS)
            if (other := _alike(text, then, case.limit(CODE, "percent"), case.limit(CODE, "least_words")))
        ]
        if same:
            yield _note(same, len(list(own_texts({name: case[name]}, _COLUMNS))))


def _latest(case: Case, name: str) -> SourceTable | None:
    """The table of the latest report of this year or the last that has rows in it: a monthly report has no goals."""
    known = sorted((Period.parse(one.period) for one in case.params.calendar.periods), reverse=True)
    for period in known:
        if not period.is_plan and period < case.period and period.year >= case.period.year - 1:
            table = case.others(period, name)
            if table is not None and len(table):
                return table
    return None


def _alike(text: OwnText, then: list[OwnText], percent: float, least: float) -> OwnText | None:
    """The earlier text that this one is almost the same as."""
    words = _words(text.text)
    if len(words) < least:
        return None
    for other in then:
        others = _words(other.text)
        # The cheap bounds first: a ratio is never above twice the shorter's share of both.
        if 200 * min(len(words), len(others)) < percent * (len(words) + len(others)):
            continue
        if words == others:
            return other
        # In a very long text the same word again and again would be compared with itself, place by place.
        matcher = SequenceMatcher(None, others, words, autojunk=len(words) > _LONG)
        if 100 * matcher.quick_ratio() >= percent and 100 * matcher.ratio() >= percent:
            return other
    return None


def _words(text: str) -> list[str]:
    return _WORD.findall(normalised(text))


def _note(same: list[tuple[OwnText, OwnText]], everything: int) -> Problem:
    first, other = same[0]
    places = listed(f"{text.cell} (då {was.cell})" for text, was in same)
    every = len(same) == everything and len(same) > 1
    return Problem(
        first.workbook,
        first.sheet,
        ",".join(text.cell for text, _ in same),
        f"{'Alla texter' if every else 'Texten' if len(same) == 1 else f'{len(same)} texter'} i bladet är nästan "
        f"desamma som i {other.workbook}, blad {other.sheet}: {places}.",
        "En text beskriver rapportens egen period.",
        "Kontrollera att texterna fortfarande stämmer.",
        Severity.NOTE,
    )


RULE = Rule(
    code=CODE,
    title="Texter som är kvar från förra rapporten",
    catches="Egna texter som är nästan desamma som i förra rapportens arbetsbok.",
    check=check,
    severities=(Severity.NOTE,),
    needs=(),
    readers=("committee", "region"),
    limits=("percent", "least_words"),
    example=(
        "Texten i bladet är nästan desamma som i 2024/2024-02/DNHS.xlsx, blad Kommentarer: C6 (då C5). En text "
        "beskriver rapportens egen period. Kontrollera att texterna fortfarande stämmer."
    ),
)
