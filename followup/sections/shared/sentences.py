"""The sentences that the report writes by itself. Every number in them is a cell with its origin.

Wording follows Myndigheternas skrivregler: "minus 10,4 miljoner kronor" and "procent" in running text.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from followup.analysis.attention import Finding
from followup.analysis.economy import NET
from followup.document.cells import Cell, Sentence, cell_of
from followup.document.tense import PRESENT, Tense
from followup.ground import swedish
from followup.ground.figure import Figure
from followup.ground.period import Period

if TYPE_CHECKING:
    pass


def amount(figure: Figure) -> Cell:
    """A signed amount in running text: `minus 10,4 miljoner kronor`."""
    return cell_of(figure, signed=True, prose=True)


def without_unit(cell: Cell) -> Cell:
    """An amount of `amount` or `size` beside another that has the unit: `minus 10,4`."""
    return replace(cell, text=cell.text.split(f"{swedish.NBSP}milj")[0])


def sign_word(cell: Cell) -> str:
    """`minus` or `plus` of an amount of `amount`; nothing of 0,0, which has no sign."""
    word = cell.text.split(swedish.NBSP)[0]
    return word if word in ("minus", "plus") else ""


def unit_once(named: Sequence[tuple[str, *tuple[Cell, ...]]], is_told: bool = False) -> Sentence:
    """`A (41 miljoner kronor), B (28,5) och C (22)` of names with amounts in words: the first has the unit of all.

    None has it where the unit `is_told` before. Two amounts are so far and the forecast's:
    `A (plus 3,4 men minus 8 miljoner kronor)`, and `och` for `men` if both go the same way.
    """
    found: Sentence = []
    for place, (name, *cells) in enumerate(named):
        before = "" if place == 0 else " och " if place == len(named) - 1 else ", "
        found.append(f"{before}{name} (")
        *earlier, last = cells
        for cell in earlier:
            found += [without_unit(cell), " och " if sign_word(cell) == sign_word(last) else " men "]
        found += [without_unit(last) if place or is_told else last, ")"]
    return found


def size(figure: Figure) -> Cell:
    """The size of an amount or a change, without its sign: `10,4 miljoner kronor`."""
    bare = figure if figure.is_missing or figure.as_shown(1) >= 0 else -figure
    return cell_of(bare, prose=True)


def findings_sentences(findings: Sequence[Finding], tense: Tense = PRESENT, occasion: str = "") -> list[Sentence]:
    """What the figures ask the committee to explain: each thing that is not, then what is, in one sentence.

    `occasion` is that of the last forecast of a year that is over.
    """
    turns = [finding for finding in findings if finding.kind == "signs_differ"]
    found = [_signs_sentence(finding) for finding in turns if finding.item == NET or not finding.explained]
    large = [finding for finding in findings if finding.kind != "signs_differ"]
    found += [_unexplained_sentence(finding, tense, occasion) for finding in large if not finding.explained]
    explained = [
        (_subject(finding, occasion), finding.figures)
        for finding in findings
        if finding.explained and (finding in large or finding.item != NET)
    ]
    return [*found, *([explained_sentence(explained)] if explained else [])]


def explained_sentence(explained: Sequence[tuple[str, tuple[Figure, ...]]]) -> Sentence:
    """The large deviations that the committee has commented, each with its name and amount.

    Where there are two figures, one is so far and the other the forecast's, which the sentence then says.
    """
    which = "den här stora avvikelsen" if len(explained) == 1 else "de här stora avvikelserna"
    when = ", hittills och i prognosen" if any(len(figures) > 1 for _, figures in explained) else ""
    lead = f"Nämnden förklarar {which} i sin kommentar till ekonomin{when}: "
    return [lead, *unit_once([(name, *map(amount, figures)) for name, figures in explained]), "."]


def _name(finding: Finding) -> str:
    return "nämnden som helhet" if finding.item == NET else finding.item


def _subject(finding: Finding, occasion: str) -> str:
    if finding.kind == "missed_forecast":
        return f"utfallet jämfört med prognosen i {Period.parse(occasion).month_name}"
    forecast_alone = finding.kind == "large_forecast_deviation" and len(finding.figures) == 1
    return f"{_name(finding)} i prognosen" if forecast_alone else _name(finding)


def _signs_sentence(finding: Finding) -> Sentence:
    deviation, forecast = finding.figures
    asked = (
        "Nämnden förklarar det i sin kommentar till ekonomin."
        if finding.explained
        else "Nämnden behöver förklara vad som förändras under resten av året."
    )
    whose = "" if finding.item == NET else f" för {finding.item}"
    lead = f"Avvikelsen hittills och helårsprognosen{whose} pekar åt olika håll: "
    return [lead, amount(deviation), " hittills men ", amount(forecast), f" för helåret. {asked}"]


def _unexplained_sentence(finding: Finding, tense: Tense, occasion: str) -> Sentence:
    asked = "Kommentar saknas: nämnden behöver förklara orsaken."
    if finding.kind == "missed_forecast":
        lead = f"Utfallet skilde sig mycket från prognosen i {Period.parse(occasion).month_name} ("
    else:
        so_far = tense.told("Avvikelsen hittills", "Årets avvikelse")
        kind = so_far if finding.kind == "large_deviation" else "Prognosens avvikelse"
        lead = f"{kind} för {_name(finding)} {tense.is_} stor ("
    large = finding.figures[-1 if finding.kind == "large_forecast_deviation" else 0]
    return [lead, amount(large), f"). {asked}"]


def in_words(count: Figure) -> Cell:
    """A count in letters up to twelve; its value and its cells stay."""
    cell = cell_of(count, 0)
    return replace(cell, text=swedish.in_words(int(count.value or 0)))
