"""The sentences that the region's report writes by itself. Every number in them is a cell with its origin."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from followup.document.cells import Sentence, cell_of
from followup.document.tense import tense_of
from followup.ground import swedish
from followup.ground.figure import COUNT, Figure
from followup.sections.region.committees import handed_in_sentence
from followup.sections.shared import sentences
from followup.sections.shared.sentences import amount, in_words, size

if TYPE_CHECKING:
    from followup.reports.region import RegionReport

# The verb of each grade, in the course of the year and when it is over; of one goal and of several.
_GOALS = {
    "on_track": (("bedöms uppnås", "bedöms uppnås"), ("uppnåddes", "uppnåddes")),
    "uncertain": (("är osäkert", "är osäkra"), ("uppnåddes delvis", "uppnåddes delvis")),
    "off_track": (("bedöms inte uppnås", "bedöms inte uppnås"), ("uppnåddes inte", "uppnåddes inte")),
    "not_assessed": (("saknar bedömning", "saknar bedömning"), ("saknade bedömning", "saknade bedömning")),
}


def deviation_sentence(report: RegionReport) -> Sentence:
    """The holders' deviation together, with its share of the budget."""
    net, period = report.net, report.period
    start = tense_of(period).told(
        f"Regionens avvikelse mot budget till och med {period.month_name} är ",
        f"Regionens avvikelse mot budget för {period.year} blev ",
    )
    share = net["deviation"].per(-net["budget"])
    if share.is_missing or swedish.rounded(share.value or 0, 1) == 0:
        return [start, amount(net["deviation"]), "."]
    budget = tense_of(period).told("vilket motsvarar ", "vilket motsvarade ")
    return [start, amount(net["deviation"]), f", {budget}", size(share), " av budgeten."]


def forecast_sentence(report: RegionReport) -> Sentence | None:
    """The full-year forecast and how it moved; of a year that is over, how it came out against the last one."""
    if report.period.is_year_end:
        return sentences.miss_sentence(report)
    deviation = report.net["forecast_deviation"]
    if deviation.is_missing:
        return [f"Helårsprognosen kan inte summeras: {deviation.why}."]
    return sentences.forecast_sentence(report)


def deficits_sentence(report: RegionReport) -> Sentence:
    """How many holders have a deficit, and which has the largest."""
    found = report.deficits
    tense = tense_of(report.period)
    if not len(found):
        verb = tense.has
        if report.without_deviation:
            names = swedish.list_of(report.name_of(code) for code in report.without_deviation)
            return [f"Ingen av de nämnder och poster som har uppgifter {verb} underskott; för {names} saknas de."]
        return [f"Ingen av budgetens {len(report.holders)} nämnder och poster {verb} underskott."]
    code = str(found.names[0])
    other = found[code, "deviation"]
    figure = other if tense.is_past else found[code, "forecast_deviation"]
    where = tense.told(" i prognosen", "")
    if figure.value is None or (other.value is not None and other.value < figure.value):
        figure, where = other, tense.told(" hittills", "")
    holders = report.economy_by_holder
    lines = (*holders.figures("deviation"), *holders.figures("forecast_deviation"))
    count = Figure(float(len(found)), COUNT, Figure.sum(lines).origin)
    having = tense.told("har underskott hittills eller i prognosen", "hade underskott")
    largest = tense.told("störst är det hos", "störst var det hos")
    if len(found) == 1:
        largest = tense.told("det är", "det var")
    number = in_words(count)
    number = replace(number, text="En" if len(found) == 1 else number.text.capitalize())
    return [
        number,
        f" av budgetens {len(report.holders)} nämnder och poster {having}; {largest} {report.name_of(code)} (",
        amount(figure),
        f"{where}).",
    ]


def goals_sentence(report: RegionReport) -> Sentence | None:
    """How many of the plan's goals have each grade for the region; None where nobody has assessed any."""
    counts = report.goals_by_grade
    known = [code for code in _GOALS if counts[code].value]
    if not known or known == ["not_assessed"]:
        return None
    whole = Figure(float(len(report.goal_matrix)), COUNT, counts["on_track"].origin)
    sentence: Sentence = ["Av planens ", cell_of(whole, 0), " mål "]
    for place, code in enumerate(known):
        verb = _GOALS[code][report.period.is_year_end][counts[code].value != 1]
        if place == 0:
            # The verb comes before the number: "uppnåddes tio", "bedöms tio uppnås".
            first, _, rest = verb.partition(" ")
            sentence += [f"{first} ", in_words(counts[code]), f" {rest}" if rest else ""]
        else:
            sentence += [" och " if place == len(known) - 1 else ", ", in_words(counts[code]), f" {verb}"]
    return [*sentence, tense_of(report.period).told(", när nämndernas bedömningar vägs samman.", ".")]


def in_brief(report: RegionReport) -> list[Sentence]:
    """The first page's sentences, those that there is something to say in."""
    found = (
        deviation_sentence(report),
        forecast_sentence(report),
        deficits_sentence(report),
        goals_sentence(report),
        sentences.sickness_sentence(report),
        handed_in_sentence(report),
    )
    return [sentence for sentence in found if sentence]
