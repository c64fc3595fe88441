"""What the chart of an indicator's variation says in words: its title, its alternative text and its notes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from followup.analysis.process_behaviour import Behaviour
from followup.analysis.variation_signals import ONE_SIDE, OUTER_THIRD, OUTSIDE, TREND
from followup.charts.parts import amounts, measured
from followup.ground import swedish
from followup.ground.figure import Figure

if TYPE_CHECKING:
    from followup.params.params import Grade, Indicator

_SPECIAL = ("improvement", "concern", "change")
_TARGET_PLACE = {
    "passes": "Hela den normala variationen når målvärdet.",
    "fails": "Hela den normala variationen ligger på fel sida om målvärdet.",
}
# By rule, for a point that is low or falling and one that is high or rising.
_RULES = {
    OUTSIDE: ("under den undre gränsen", "över den övre gränsen"),
    TREND: ("sju värden i rad som sjunker", "sju värden i rad som stiger"),
    OUTER_THIRD: ("minst två av tre värden nära den undre gränsen", "minst två av tre värden nära den övre gränsen"),
    ONE_SIDE: ("minst sju värden i rad under medelvärdet", "minst sju värden i rad över medelvärdet"),
}


def signal_kind(code: str) -> str:
    """`improvement` of `improvement_low`: the code of the scale `variation` without the direction of the values."""
    return code.removesuffix("_high").removesuffix("_low")


def short(grade: Grade) -> str:
    """The word as it stands in a sentence: `förbättring`."""
    return (grade.short or grade.word).lower()


def _word(grades: Sequence[Grade], code: str) -> str:
    return next(short(grade) for grade in grades if grade.code == code)


def title(behaviour: Behaviour, target: Figure, indicator: Indicator, grades: Sequence[Grade]) -> str:
    """What is measured, its latest value with its kind of variation, and how often the target is reached."""
    kind = [_word(grades, behaviour.variation), *(["ett ensamt värde"] if behaviour.ends_with_lone else [])]
    said = measured.titled(indicator, measured.latest_text(behaviour.points, indicator), *kind)
    reached = _reached(behaviour, target, indicator)
    return f"{said}; {reached}" if reached else said


def _reached(behaviour: Behaviour, target: Figure, indicator: Indicator) -> str:
    """`målet 65 nås stadigt`, or in how many of the latest measurements it was reached; "" without a target."""
    if behaviour.assurance in ("", "no_target"):
        return ""
    aim = f"målet {measured.target_text(target, indicator)}"
    if behaviour.assurance == "passes":
        return f"{aim} nås stadigt"
    reached = int(behaviour.reached.known)
    if not reached:
        return f"{aim} nåddes ingen av de {behaviour.asked} senaste gångerna"
    if behaviour.assurance == "fails":
        return f"{aim} nås sällan"
    if reached == behaviour.asked:
        return f"{aim} nåddes alla de {behaviour.asked} senaste gångerna"
    return f"{aim} nåddes {reached} av de {behaviour.asked} senaste gångerna"


def alt(behaviour: Behaviour, target: Figure, indicator: Indicator, grades: Sequence[Grade]) -> str:
    """Kind of picture, the values' span, mean and limits, what the latest value and the earlier say, the target."""
    points, now = behaviour.points, behaviour.now
    mean, lower, upper = (measured.value_text(figure, indicator, more=1) for figure in (now.mean, now.lower, now.upper))
    since = f"Sedan {measured.when(now.first, indicator)} är medelvärdet" if len(behaviour.stretches) > 1 else ""
    sentences = [
        f"Litet styrdiagram över {amounts.in_sentence(indicator.name)}.",
        measured.span_sentence(points, indicator),
        f"{since or 'Medelvärdet är'} {mean}; normal variation ligger mellan {lower} och {upper}.",
        *notes(behaviour, indicator),
        _latest_sentence(behaviour, grades),
        *_earlier_sentences(behaviour, grades),
        *measured.gap_sentences(points, indicator),
    ]
    if target.value is None:
        sentences.append("Inget målvärde.")
    else:
        sentences.append(f"Målvärdet, en streckad linje, är {measured.target_text(target, indicator)}.")
        sentences += [_TARGET_PLACE[code] for code in (behaviour.assurance,) if code in _TARGET_PLACE]
        if behaviour.assurance not in ("", "no_target"):
            sentences.append(f"Det nåddes {behaviour.reached.known:.0f} av de {behaviour.asked} senaste gångerna.")
    return " ".join(sentences)


def notes(behaviour: Behaviour, indicator: Indicator) -> tuple[str, ...]:
    """Where the limits are made anew and why, and which values are not counted; nothing where neither is."""
    found = []
    shifts = [measured.when(one.first, indicator) for one in behaviour.stretches[1:] if not one.reason]
    if shifts:
        found.append(f"Gränserna räknas om från {swedish.list_of(shifts)}: en varaktig ändring.")
    for one in behaviour.stretches[1:]:
        if one.reason:
            found.append(f"Gränserna räknas om från {measured.when(one.first, indicator)}: {one.reason.rstrip('.')}.")
    if lone := [measured.when(month, indicator) for month in behaviour.lone]:
        found.append(f"Värdet för {swedish.list_of(lone)} sticker ut ensamt och räknas inte med i gränserna.")
    return tuple(found)


def _latest_sentence(behaviour: Behaviour, grades: Sequence[Grade]) -> str:
    """What the latest value shows, and by which rule."""
    latest = behaviour.points.row(measured.present(behaviour.points)[-1][0])
    word = _word(grades, latest.text("variation"))
    if not latest.text("rule"):
        return f"Det senaste värdet visar {word}."
    return f"Det senaste värdet visar en {word}: {_RULES[latest.text('rule')][int(latest.fact('side', int) > 0)]}."


def _earlier_sentences(behaviour: Behaviour, grades: Sequence[Grade]) -> list[str]:
    """How many of the points before the latest show what, or nothing where all are normal."""
    last = measured.present(behaviour.points)[-1][0]
    names = behaviour.points.names
    codes = behaviour.points.only(names[: names.index(last)]).texts("variation")
    words = {signal_kind(grade.code): short(grade) for grade in grades}
    kinds = [signal_kind(code) for code in codes]
    told = [f"{swedish.in_words(kinds.count(kind))} {words[kind]}" for kind in _SPECIAL if kind in kinds]
    return [f"Av de tidigare värdena visar {swedish.list_of(told)}."] if told else []
