"""The sentences that the report writes by itself. Every number in them is a cell with its origin.

Wording follows Myndigheternas skrivregler: "minus 10,4 mnkr" and "procent" in running text.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from followup.analysis.attention import Finding
from followup.analysis.economy import NET, nets_to_zero
from followup.analysis.people.staff import PROTECTED
from followup.document.cells import Cell, Sentence, cell_of
from followup.document.tense import PRESENT, Tense, tense_of
from followup.ground import swedish
from followup.ground.figure import Figure
from followup.ground.period import Period

if TYPE_CHECKING:
    from followup.reports.committee import Report
    from followup.reports.head import FollowUp
    from followup.sections.shared.needs import WithSickLeave


def amount(figure: Figure) -> Cell:
    """A signed amount in running text: `minus 10,4 mnkr`."""
    return cell_of(figure, signed=True, prose=True)


def size(figure: Figure) -> Cell:
    """The size of an amount or a change, without its sign: `10,4 mnkr`."""
    return cell_of(figure if figure.is_missing or figure.as_shown(1) >= 0 else -figure, prose=True)


def deviation_sentence(report: Report) -> Sentence:
    """How the outcome stands against the budget so far, with its share of the budget where there is one."""
    net, tense = report.net, tense_of(report.period)
    verb = tense.told(
        f"redovisar till och med {report.period.month_name}",
        f"redovisade för {report.period.year}",
    )
    start = f"{report.committee.name} {verb} en avvikelse mot budget på "
    share = net["deviation"].per(-net["budget"])
    if share.is_missing or nets_to_zero(net["year_budget"]) or swedish.rounded(share.value or 0, 1) == 0:
        return [start, amount(net["deviation"]), "."]
    is_worth = f", vilket {tense.told('motsvarar', 'motsvarade')} "
    return [start, amount(net["deviation"]), is_worth, size(share), f" av {tense.told('periodens', 'årets')} budget."]


def forecast_sentence(report: FollowUp) -> Sentence:
    """The full-year forecast, and how it moved since the previous one."""
    deviation, change = report.net["forecast_deviation"], report.net["forecast_change"]
    start: Sentence = ["Helårsprognosen är en avvikelse på ", amount(deviation)]
    if change.is_missing or not report.previous_occasion:
        return [*start, "."]
    earlier = Period.parse(report.previous_occasion).month_name
    if change.as_shown(1) == 0:
        return [*start, f", oförändrat mot prognosen i {earlier}."]
    word = "bättre" if change.as_shown(1) > 0 else "sämre"
    return [*start, ", ", size(change), f" {word} än prognosen i {earlier}."]


def miss_sentence(report: FollowUp) -> Sentence | None:
    """How the outcome of a year that is over came out against the last forecast; None where there was none."""
    miss = report.forecast_miss
    if not report.forecast_occasion or miss.is_missing:
        return None
    month = Period.parse(report.forecast_occasion).month_name
    forecast = amount(report.net["forecast_deviation"])
    if miss.as_shown(1) == 0:
        return [f"Utfallet blev detsamma som prognosen i {month}, en avvikelse på ", forecast, "."]
    word = "bättre" if miss.as_shown(1) > 0 else "sämre"
    return ["Utfallet blev ", size(miss), f" {word} än prognosen i {month}, som var en avvikelse på ", forecast, "."]


def extremes_sentence(report: Report) -> Sentence | None:
    """The activities with the largest deficit and surplus so far; None if there is only one activity."""
    tense = tense_of(report.period)
    had = tense.told("hittills har", "hade")
    parts = report.economy_by_activity.without(NET).column("deviation")
    known = {name: figure for name, figure in parts.items() if figure.value is not None}
    if len(known) < 2:
        return None
    worst = min(known, key=lambda name: known[name].value or 0.0)
    best = max(known, key=lambda name: known[name].value or 0.0)
    below = known[worst].as_shown(1) < 0
    above = known[best].as_shown(1) > 0
    if below and above:
        lead = f"Störst underskott {had} {worst} ("
        return [lead, amount(known[worst]), f") och störst överskott {best} (", amount(known[best]), ")."]
    if below:
        return [f"Störst underskott {had} {worst} (", amount(known[worst]), ")."]
    if above:
        return [f"Störst överskott {had} {best} (", amount(known[best]), ")."]
    # Of what is missing nobody knows whether it deviates.
    none = f"Ingen verksamhet {tense.told('avviker', 'avvek')} från budget."
    return [none] if len(known) == len(parts) else None


def goals_sentence(report: Report) -> Sentence:
    """How many goals have each grade, the ones without assessment said outright."""
    counts, tense = report.goals_by_grade, tense_of(report.period)
    if not len(report.goals):
        return [f"Nämnden {tense.has} inga mål i årets plan."]
    known = [code for code in ("on_track", "uncertain", "off_track") if counts[code].value]
    missing = counts["not_assessed"]
    start: Sentence = ["Av nämndens ", in_words(report.goal_count), " mål "]
    if not known:
        return [*start, tense.told("saknar ", "saknade "), in_words(missing), " bedömning."]
    graded = _attained(known, counts) if tense.is_past else _assessed(known, counts)
    if not missing.value:
        return [*start, *graded, "."]
    return [*start, *graded, "; för ", in_words(missing), f" {tense.told('saknas', 'saknades')} bedömning."]


def _assessed(known: Sequence[str], counts: Mapping[str, Figure]) -> Sentence:
    """`bedöms tio uppnås, är två osäkra och bedöms ett inte uppnås`"""
    phrases = {
        # The verb comes before the number in the first part of the sentence and after it in the others.
        "on_track": ("bedöms ", " uppnås", " bedöms uppnås", " bedöms uppnås"),
        "uncertain": ("är ", " osäkra", " är osäkert", " är osäkra"),
        "off_track": ("bedöms ", " inte uppnås", " bedöms inte uppnås", " bedöms inte uppnås"),
    }
    found: Sentence = []
    for place, code in enumerate(known):
        before, after, one, many = phrases[code]
        if place == 0:
            single = counts[code].value == 1 and code == "uncertain"
            found += [before, in_words(counts[code]), " osäkert" if single else after]
        else:
            found += [" och " if place == len(known) - 1 else ", ", in_words(counts[code])]
            found.append(one if counts[code].value == 1 else many)
    return found


def _attained(known: Sequence[str], counts: Mapping[str, Figure]) -> Sentence:
    """`uppnåddes tio helt, två delvis och ett inte`"""
    if known == ["off_track"]:
        return ["uppnåddes inget"]
    if known == ["on_track"]:
        return ["uppnåddes ", in_words(counts["on_track"])]
    words = {"on_track": "helt", "uncertain": "delvis", "off_track": "inte"}
    found: Sentence = []
    for place, code in enumerate(known):
        joint = "uppnåddes " if place == 0 else " och " if place == len(known) - 1 else ", "
        found += [joint, in_words(counts[code]), f" {words[code]}"]
    return found


def sickness_sentence(report: WithSickLeave) -> Sentence:
    """Sick leave so far against the same months last year, in percentage points."""
    total, tense = report.sickness.row("Totalt"), tense_of(report.period)
    if total["this_year"].is_missing:
        if total["this_year"].why == PROTECTED:
            return [f"Sjukfrånvaron visas inte, {swedish.OR_REVEALED}."]
        unknown = tense.told("kan inte beräknas", "gick inte att beräkna")
        return [f"Sjukfrånvaron {unknown}: {total['this_year'].why}."]
    start: Sentence = [f"Sjukfrånvaron {tense.is_} ", cell_of(total["this_year"], prose=True)]
    change = total["change"]
    if change.is_missing:
        return [*start, "."]
    before = tense.told("samma månader i fjol", str(report.period.year - 1))
    if swedish.rounded(change.value or 0, 1) == 0:
        return [*start, f", oförändrat mot {before}."]
    word = "högre" if (change.value or 0) > 0 else "lägre"
    return [*start, ", ", size(change), f" {word} än {before}."]


def findings_sentences(findings: Sequence[Finding], tense: Tense = PRESENT, occasion: str = "") -> list[Sentence]:
    """What the figures ask the committee to explain: each thing that is not, then what is, in one sentence.

    `occasion` is that of the last forecast of a year that is over.
    """
    found = [_signs_sentence(finding) for finding in findings if finding.kind == "signs_differ"]
    large = [finding for finding in findings if finding.kind != "signs_differ"]
    found += [_unexplained_sentence(finding, tense, occasion) for finding in large if not finding.explained]
    explained = [(_subject(finding, occasion), finding.figures[0]) for finding in large if finding.explained]
    return [*found, *([explained_sentence(explained)] if explained else [])]


def explained_sentence(explained: Sequence[tuple[str, Figure]]) -> Sentence:
    """The large deviations that the committee has commented, each with its name and amount."""
    sentence: Sentence = ["Stora avvikelser som nämnden förklarar i sin kommentar till ekonomin: "]
    for place, (name, figure) in enumerate(explained):
        sentence += [*([", "] if place else []), f"{name} (", amount(figure), ")"]
    return [*sentence, "."]


def _name(finding: Finding) -> str:
    return "nämnden som helhet" if finding.item == NET else finding.item


def _subject(finding: Finding, occasion: str) -> str:
    if finding.kind == "missed_forecast":
        return f"utfallet jämfört med prognosen i {Period.parse(occasion).month_name}"
    return f"{_name(finding)} i prognosen" if finding.kind == "large_forecast_deviation" else _name(finding)


def _signs_sentence(finding: Finding) -> Sentence:
    deviation, forecast = finding.figures
    asked = (
        "Nämnden förklarar det i sin kommentar till ekonomin."
        if finding.explained
        else "Nämnden behöver förklara vad som förändras under resten av året."
    )
    lead = "Avvikelsen hittills och helårsprognosen pekar åt olika håll: "
    return [lead, amount(deviation), " hittills men ", amount(forecast), f" för helåret. {asked}"]


def _unexplained_sentence(finding: Finding, tense: Tense, occasion: str) -> Sentence:
    asked = "Kommentar saknas: nämnden behöver förklara orsaken."
    if finding.kind == "missed_forecast":
        lead = f"Utfallet skilde sig mycket från prognosen i {Period.parse(occasion).month_name} ("
    else:
        so_far = tense.told("Avvikelsen hittills", "Årets avvikelse")
        kind = so_far if finding.kind == "large_deviation" else "Prognosens avvikelse"
        lead = f"{kind} för {_name(finding)} {tense.is_} stor ("
    return [lead, amount(finding.figures[0]), f"). {asked}"]


def in_words(count: Figure) -> Cell:
    """A count in letters up to twelve; its value and its cells stay."""
    cell = cell_of(count, 0)
    return replace(cell, text=swedish.in_words(int(count.value or 0)))
