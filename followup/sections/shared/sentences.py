"""The sentences that the report writes by itself. Every number in them is a cell with its origin.

Wording follows Myndigheternas skrivregler: "minus 10,4 mnkr" and "procent" in running text.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from followup.analysis.attention import Finding
from followup.analysis.economy import NET, nets_to_zero
from followup.analysis.people.staff import PROTECTED
from followup.document.cells import Cell, Sentence, cell_of
from followup.ground import swedish
from followup.ground.figure import Figure
from followup.ground.period import Period

if TYPE_CHECKING:
    from followup.reports.committee import Report


def amount(figure: Figure) -> Cell:
    """A signed amount in running text: `minus 10,4 mnkr`."""
    return cell_of(figure, signed=True, prose=True)


def size(figure: Figure) -> Cell:
    """The size of an amount or a change, without its sign: `10,4 mnkr`."""
    value = figure.value
    bare = figure if value is None else replace(figure, value=abs(value))
    return cell_of(bare, prose=True)


def deviation_sentence(report: Report) -> Sentence:
    """How the outcome stands against the budget so far, with its share of the budget where there is one."""
    net = report.net
    start = f"{report.committee.name} redovisar till och med {report.period.month_name} en avvikelse mot budget på "
    share = net["deviation"].per(-net["budget"])
    if share.is_missing or nets_to_zero(net["year_budget"]) or swedish.rounded(share.value or 0, 1) == 0:
        return [start, amount(net["deviation"]), "."]
    return [start, amount(net["deviation"]), ", vilket motsvarar ", size(share), " av periodens budget."]


def forecast_sentence(report: Report) -> Sentence:
    """The full-year forecast, and how it moved since the previous one."""
    deviation, change = report.net["forecast_deviation"], report.net["forecast_change"]
    start: Sentence = ["Helårsprognosen är en avvikelse på ", amount(deviation)]
    if change.is_missing or not report.previous_occasion:
        return [*start, "."]
    earlier = Period.parse(report.previous_occasion).month_name
    if swedish.rounded(swedish.in_millions(change.value or 0), 1) == 0:
        return [*start, f", oförändrat mot prognosen i {earlier}."]
    word = "bättre" if (change.value or 0) > 0 else "sämre"
    return [*start, ", ", size(change), f" {word} än prognosen i {earlier}."]


def extremes_sentence(report: Report) -> Sentence | None:
    """The activities with the largest deficit and surplus so far; None if there is only one activity."""
    return extremes(report, "hittills har", "Ingen verksamhet avviker från budget.")


def extremes(report: Report, had: str, nothing: str) -> Sentence | None:
    """`Störst underskott` + `had` + the activity, and the same of a surplus; `nothing` where none deviates."""
    parts = report.economy_by_activity.without(NET).column("deviation")
    known = {name: figure for name, figure in parts.items() if figure.value is not None}
    if len(known) < 2:
        return None
    worst = min(known, key=lambda name: known[name].value or 0.0)
    best = max(known, key=lambda name: known[name].value or 0.0)
    below = swedish.rounded(swedish.in_millions(known[worst].value or 0.0), 1) < 0
    above = swedish.rounded(swedish.in_millions(known[best].value or 0.0), 1) > 0
    if below and above:
        lead = f"Störst underskott {had} {worst} ("
        return [lead, amount(known[worst]), f") och störst överskott {best} (", amount(known[best]), ")."]
    if below:
        return [f"Störst underskott {had} {worst} (", amount(known[worst]), ")."]
    if above:
        return [f"Störst överskott {had} {best} (", amount(known[best]), ")."]
    # Of what is missing nobody knows whether it deviates.
    return [nothing] if len(known) == len(parts) else None


def goals_sentence(report: Report) -> Sentence:
    """How the goals are assessed: the number in each grade, the ones without assessment said outright."""
    goals, counts = report.goals, report.goals_by_grade
    if not len(goals):
        return ["Nämnden har inga mål i årets plan."]
    phrases = {
        # The verb comes before the number in the first part of the sentence and after it in the others.
        "on_track": ("bedöms ", " uppnås", " bedöms uppnås", " bedöms uppnås"),
        "uncertain": ("är ", " osäkra", " är osäkert", " är osäkra"),
        "off_track": ("bedöms ", " inte uppnås", " bedöms inte uppnås", " bedöms inte uppnås"),
    }
    known = [code for code in phrases if counts[code].value]
    sentence: Sentence = ["Av nämndens ", in_words(report.goal_count), " mål "]
    for place, code in enumerate(known):
        before, after, one, many = phrases[code]
        if place == 0:
            single = counts[code].value == 1 and code == "uncertain"
            sentence += [before, in_words(counts[code]), " osäkert" if single else after]
        else:
            sentence += [" och " if place == len(known) - 1 else ", ", in_words(counts[code])]
            sentence.append(one if counts[code].value == 1 else many)
    missing = counts["not_assessed"]
    if missing.value and known:
        return [*sentence, "; för ", in_words(missing), " saknas bedömning."]
    if missing.value:
        return [*sentence, "saknar ", in_words(missing), " bedömning."]
    return [*sentence, "."]


def sickness_sentence(report: Report) -> Sentence:
    """Sick leave so far against the same months last year, in percentage points."""
    total = report.sickness.row("Totalt")
    if total["this_year"].is_missing:
        if total["this_year"].why == PROTECTED:
            return [f"Sjukfrånvaron visas inte, {swedish.OR_REVEALED}."]
        return [f"Sjukfrånvaron kan inte beräknas: {total['this_year'].why}."]
    start: Sentence = ["Sjukfrånvaron är ", cell_of(total["this_year"], prose=True)]
    change = total["change"]
    if change.is_missing:
        return [*start, "."]
    if swedish.rounded(change.value or 0, 1) == 0:
        return [*start, ", oförändrat mot samma månader i fjol."]
    word = "högre" if (change.value or 0) > 0 else "lägre"
    return [*start, ", ", size(change), f" {word} än samma månader i fjol."]


def findings_sentences(findings: Sequence[Finding]) -> list[Sentence]:
    """What the figures ask the committee to explain: each thing that is not, then what is, in one sentence."""
    found = [_signs_sentence(finding) for finding in findings if finding.kind == "signs_differ"]
    large = [finding for finding in findings if finding.kind != "signs_differ"]
    found += [_unexplained_sentence(finding) for finding in large if not finding.explained]
    explained = [finding for finding in large if finding.explained]
    if explained:
        found.append(explained_sentence([(_subject(finding), finding.figures[0]) for finding in explained]))
    return found


def explained_sentence(explained: Sequence[tuple[str, Figure]]) -> Sentence:
    """The large deviations that the committee has commented, each with its name and amount."""
    sentence: Sentence = ["Stora avvikelser som nämnden förklarar i sin kommentar till ekonomin: "]
    for place, (name, figure) in enumerate(explained):
        sentence += [*([", "] if place else []), f"{name} (", amount(figure), ")"]
    return [*sentence, "."]


def _subject(finding: Finding) -> str:
    name = "nämnden som helhet" if finding.item == NET else finding.item
    return name if finding.kind == "large_deviation" else f"{name} i prognosen"


def _signs_sentence(finding: Finding) -> Sentence:
    deviation, forecast = finding.figures
    asked = (
        "Nämnden förklarar det i sin kommentar till ekonomin."
        if finding.explained
        else "Nämnden behöver förklara vad som förändras under resten av året."
    )
    lead = "Avvikelsen hittills och helårsprognosen pekar åt olika håll: "
    return [lead, amount(deviation), " hittills men ", amount(forecast), f" för helåret. {asked}"]


def _unexplained_sentence(finding: Finding) -> Sentence:
    kind = "Avvikelsen hittills" if finding.kind == "large_deviation" else "Prognosens avvikelse"
    name = "nämnden som helhet" if finding.item == NET else finding.item
    asked = "Kommentar saknas: nämnden behöver förklara orsaken."
    return [f"{kind} för {name} är stor (", amount(finding.figures[0]), f"). {asked}"]


def in_words(count: Figure) -> Cell:
    """A count in letters up to twelve; its value and its cells stay."""
    cell = cell_of(count, 0)
    return replace(cell, text=swedish.in_words(int(count.value or 0)))
