"""The sentences of the annual report: what the year became, in the past tense. The other reports have `sentences`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from followup.analysis.attention import Finding
from followup.analysis.economy import NET, nets_to_zero
from followup.analysis.people.staff import PROTECTED
from followup.document.cells import Sentence, cell_of
from followup.ground import swedish
from followup.ground.period import Period
from followup.sections.shared import sentences
from followup.sections.shared.sentences import amount, in_words, size

if TYPE_CHECKING:
    from followup.reports.committee import Report


def deviation_sentence(report: Report) -> Sentence:
    """How the outcome stood against the year's budget, with its share of the budget where there is one."""
    net = report.net
    start = f"{report.committee.name} redovisade för {report.period.year} en avvikelse mot budget på "
    share = net["deviation"].per(-net["budget"])
    if share.is_missing or nets_to_zero(net["year_budget"]) or swedish.rounded(share.value or 0, 1) == 0:
        return [start, amount(net["deviation"]), "."]
    return [start, amount(net["deviation"]), ", vilket motsvarade ", size(share), " av årets budget."]


def miss_sentence(report: Report) -> Sentence | None:
    """How the outcome came out against the last forecast; None where there was none."""
    miss = report.forecast_miss
    if not report.forecast_occasion or miss.is_missing:
        return None
    month = Period.parse(report.forecast_occasion).month_name
    forecast = amount(report.net["forecast_deviation"])
    if swedish.rounded(swedish.in_millions(miss.value or 0), 1) == 0:
        return [f"Utfallet blev detsamma som prognosen i {month}, en avvikelse på ", forecast, "."]
    word = "bättre" if (miss.value or 0) > 0 else "sämre"
    return ["Utfallet blev ", size(miss), f" {word} än prognosen i {month}, som var en avvikelse på ", forecast, "."]


def extremes_sentence(report: Report) -> Sentence | None:
    """The activities with the year's largest deficit and surplus; None if there is only one activity."""
    return sentences.extremes(report, "hade", "Ingen verksamhet avvek från budget.")


def goals_sentence(report: Report) -> Sentence:
    """How many goals were attained, in part or not; those without assessment are said outright."""
    counts = report.goals_by_grade
    if not len(report.goals):
        return ["Nämnden hade inga mål i årets plan."]
    words = {"on_track": "helt", "uncertain": "delvis", "off_track": "inte"}
    known = [code for code in words if counts[code].value]
    missing = counts["not_assessed"]
    sentence: Sentence = ["Av nämndens ", in_words(report.goal_count), " mål "]
    if not known:
        return [*sentence, "saknade ", in_words(missing), " bedömning."]
    if known == ["off_track"]:
        sentence.append("uppnåddes inget")
    elif known == ["on_track"]:
        sentence += ["uppnåddes ", in_words(counts["on_track"])]
    else:
        for place, code in enumerate(known):
            joint = "uppnåddes " if place == 0 else " och " if place == len(known) - 1 else ", "
            sentence += [joint, in_words(counts[code]), f" {words[code]}"]
    return [*sentence, "; för ", in_words(missing), " saknades bedömning."] if missing.value else [*sentence, "."]


def sickness_sentence(report: Report) -> Sentence:
    """The year's sick leave against the year before, in percentage points."""
    total = report.sickness.row("Totalt")
    if total["this_year"].is_missing:
        if total["this_year"].why == PROTECTED:
            return [f"Sjukfrånvaron visas inte, {swedish.OR_REVEALED}."]
        return [f"Sjukfrånvaron gick inte att beräkna: {total['this_year'].why}."]
    start: Sentence = ["Sjukfrånvaron var ", cell_of(total["this_year"], prose=True)]
    change, before = total["change"], report.period.year - 1
    if change.is_missing:
        return [*start, "."]
    if swedish.rounded(change.value or 0, 1) == 0:
        return [*start, f", oförändrat mot {before}."]
    word = "högre" if (change.value or 0) > 0 else "lägre"
    return [*start, ", ", size(change), f" {word} än {before}."]


def findings_sentences(findings: Sequence[Finding], forecast_occasion: str) -> list[Sentence]:
    """What the year's figures ask the committee to explain: each thing that is not, then what is, in one sentence."""
    found = [_unexplained(finding, forecast_occasion) for finding in findings if not finding.explained]
    explained = [
        (_subject(finding, forecast_occasion), finding.figures[0]) for finding in findings if finding.explained
    ]
    return [*found, *([sentences.explained_sentence(explained)] if explained else [])]


def _unexplained(finding: Finding, forecast_occasion: str) -> Sentence:
    asked = "Kommentar saknas: nämnden behöver förklara orsaken."
    if finding.kind == "missed_forecast":
        month = Period.parse(forecast_occasion).month_name
        lead = f"Utfallet skilde sig mycket från prognosen i {month} ("
    else:
        lead = f"Årets avvikelse för {_subject(finding, forecast_occasion)} var stor ("
    return [lead, amount(finding.figures[0]), f"). {asked}"]


def _subject(finding: Finding, forecast_occasion: str) -> str:
    if finding.kind == "missed_forecast":
        return f"utfallet jämfört med prognosen i {Period.parse(forecast_occasion).month_name}"
    return "nämnden som helhet" if finding.item == NET else finding.item
