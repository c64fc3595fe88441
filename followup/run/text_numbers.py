"""Numbers in the committees' own texts against the figures of the executed report: notes to the analyst.

An amount or a percentage that stands in no table, chart or sentence of the report may be last period's, or a slip of
the pen. It may also be a fact from somewhere else, so nothing stops. Where a text states the report's own headline, the
deviation or the forecast, with another number than the report, both are named. So they are where a comment's number is
that of its own row, but rounded from the ledger: a report shows a difference of the numbers that it shows, and the two
would stand a tenth apart beside each other.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from followup.checks.texts.own_texts import OwnText, own_texts, text_columns
from followup.formats.csv.figures import figures
from followup.ground.errors import Problem, Severity
from followup.ground.figure import KRONOR, PERCENTAGE_POINTS
from followup.ground.figure import PERCENT as PERCENT_UNIT
from followup.ground.swedish import in_millions, in_prose, joined
from followup.ground.wording import listed, quoted
from followup.workbooks.cells.text_amounts import MILLIONS, PERCENT, TextAmount, text_amounts

if TYPE_CHECKING:
    from followup.document.document import Document
    from followup.ground.figure import Figure

_UP_TO = r"(?:till och med|t\.?o\.?m\.?)\s+\w+"
_WHEN = rf"(?:\s+{_UP_TO}|\s+hittills|\s+(?:för|i|under)\s+(?:hela\s+)?(?:perioden|året|helåret))?"
_YEAR = r"(?:\s+(?:år\s+)?20\d\d)?"
_IS = r"(?:är|blev|blir|var|väntas bli|bedöms bli|beräknas bli|uppgår till|uppgick till|pekar på|visar|på)"
_KIND = r"(?:\s+(?:en avvikelse|ett underskott|ett överskott)\s+på)?"
# What a sentence states about the whole, up to where its amount begins: the figure of the report that it is.
_HEADLINES = (
    (
        "deviation",
        "avvikelsen mot budget",
        rf"(?:budget)?avvikelsen?(?:\s+(?:mot|från|jämfört med)\s+(?:den\s+)?budget\w*)?{_WHEN}{_YEAR}{_WHEN},?\s+"
        rf"{_IS}{_KIND}",
    ),
    (
        "deviation",
        "avvikelsen mot budget",
        rf"(?:årets|periodens)\s+(?:under|över)skott(?:et)?{_WHEN}{_YEAR},?\s+{_IS}",
    ),
    (
        "deviation",
        "avvikelsen mot budget",
        rf"(?:under|över)skottet\s+{_UP_TO}{_YEAR},?\s+{_IS}",
    ),
    (
        "forecast_deviation",
        "prognosens avvikelse mot budget",
        rf"(?:helårs)?prognosen?(?:\s+för\s+(?:hela\s+)?(?:helåret|året))?{_YEAR},?\s+{_IS}{_KIND}",
    ),
)
_PATTERNS = [(column, name, re.compile(rf"\b(?:{pattern})\s*$", re.IGNORECASE)) for column, name, pattern in _HEADLINES]
# What stands before the headline makes it another's: "Hallands sjukhus prognos är …", "Föregående prognos var …".
_OWN_BEFORE = re.compile(
    r"(?:^|[,;:–-]|\b(?:och|medan|men|nämndens|driftnämndens|regionens|nämndernas|regionstyrelsens|samlade|totala|årets"
    r"(?: första)?|den))\s*$",
    re.IGNORECASE,
)
_TABLES_OF_PERCENT = ("cover", "comments", "goals")
_DEVIATIONS = ("deviation", "forecast_deviation")
_SHORTFALL, _SURPLUS = re.compile(r"underskott", re.IGNORECASE), re.compile(r"överskott", re.IGNORECASE)


def text_notes(report: Any, document: Document) -> list[Problem]:
    """The notes about a follow-up's own texts. `report` is what `open_report` gives; a plan has no such texts."""
    if report.kind.reader not in ("committee", "region"):
        return []
    shown: dict[str, list[float]] = {MILLIONS: [], PERCENT: []}
    for value, unit in [((one["value"], one["unit"])) for one in figures(document)] + list(_unshown(report)):
        if value is None:
            continue
        if unit in (MILLIONS, KRONOR):
            shown[MILLIONS].append(in_millions(value) if unit == KRONOR else value)
        elif unit in (PERCENT_UNIT, PERCENTAGE_POINTS):
            shown[PERCENT].append(value)
    rows = _rows(report)
    for figure in (figure for row in rows.values() for figure in row if not figure.is_missing):
        shown[MILLIONS].append(float(figure.as_shown(1)))
    return [note for text in _texts(report) for note in _notes(text, report.net, shown, rows)]


def _rows(report: Any) -> dict[str, list[Figure]]:
    """The deviations of each row that a comment may be about: so far, and in the forecast."""
    tables = (getattr(report, name, None) for name in ("economy_by_class", "economy_by_activity"))
    return {
        str(name): [row.figures[column] for column in _DEVIATIONS if column in row.figures]
        for table in tables
        if table is not None
        for name, row in table.rows()
    }


def _unshown(report: Any) -> Iterator[tuple[float | None, str]]:
    """The activities that the report sums as others: a comment on one of them has its own, right number."""
    activities = getattr(report, "economy_by_activity", None)
    for _, row in () if activities is None else activities.rows():
        yield from ((figure.value, figure.unit) for figure in row.figures.values())


def _texts(report: Any) -> Iterator[OwnText]:
    sources = report.sources
    tables = {
        name: table
        for layout in sources.params.layouts.values()
        if report.kind.reader in layout.readers
        for name, table in layout.tables.items()
    }
    # The region's tables hold every committee's rows: those texts are held against the committee's own report.
    own = sources.cover.workbook
    for text in own_texts(sources.tables, text_columns(tables), report.period):
        if text.workbook == own or not sources.committee.is_region:
            yield text


def _notes(text: OwnText, net: Any, shown: dict[str, list[float]], rows: dict[str, list[Figure]]) -> Iterator[Problem]:
    absent, turned, headlines, rounded = [], [], [], []
    for sentence in text.sentences:
        for amount in text_amounts(sentence):
            # Percentages in a comment to a line or a measure are what it rests on: an index, a rise in prices.
            if amount.unit == PERCENT and text.table not in _TABLES_OF_PERCENT:
                continue
            headline = _headline(text, sentence, amount, net)
            own = [net[column] for column in _DEVIATIONS] if _is_about_all(text) else rows.get(text.item, [])
            if not headline and (otherwise := _rounded_otherwise(amount, own)):
                rounded.append(otherwise)
                continue
            near = [value for value in shown[amount.unit] if amount.is_near(value)]
            if headline:
                headlines.append(headline)
            elif not near:
                absent.append(amount)
            elif amount.sign and not any(value * amount.sign >= 0 for value in near):
                turned.append(amount)
    for found in headlines:
        yield _note(text, found, "Texten och rapporten ska säga samma sak.", "Rätta texten, eller underlaget.")
    for found in dict.fromkeys(rounded):
        yield _note(
            text,
            found,
            "Rapporten räknar en avvikelse på de tal som den visar, och texten står bredvid den.",
            "Skriv talet som rapporten visar det.",
        )
    if absent:
        yield _note(
            text,
            f"{_the(absent)} i texten står inte i någon tabell i rapporten.",
            "Tal i de egna texterna väntas vara rapportens.",
            "Kontrollera att talen inte är kvar från en tidigare rapport.",
        )
    if turned:
        yield _note(
            text,
            f"{_the(turned)} i texten står i rapporten bara med ett annat tecken.",
            "Plus är bättre än budget och minus är sämre.",
            "Kontrollera tecknet.",
        )


def _headline(text: OwnText, sentence: str, amount: TextAmount, net: Any) -> str:
    """What is wrong with an amount that states the report's own deviation or forecast; empty where nothing is."""
    if not _is_about_all(text) or amount.unit != MILLIONS:
        return ""
    before, after = sentence[: amount.start], sentence[amount.start + len(amount.written) :]
    if re.match(r"\s*(?:bättre|sämre|högre|lägre|mer|mindre)\b", after):
        # A comparison, and no headline of its own.
        return ""
    for column, name, pattern in _PATTERNS:
        match = pattern.search(before)
        if not match or not _OWN_BEFORE.search(before[: match.start()]) or net[column].value is None:
            continue
        told = net[column]
        value, shown = in_millions(told.known), float(told.as_shown(1))
        sign = amount.sign or (-1 if _SHORTFALL.search(match[0]) else 1 if _SURPLUS.search(match[0]) else 0)
        if (amount.is_near(value) or amount.is_near(shown)) and (not sign or sign * value >= 0 or not amount.size):
            return ""
        told_as = joined(in_prose(shown), MILLIONS)
        return f"Texten anger {quoted(amount.written)} där rapporten visar {name} {told_as}."
    return ""


def _is_about_all(text: OwnText) -> bool:
    return text.table == "cover" or (text.table == "comments" and text.item == "")


def _rounded_otherwise(amount: TextAmount, figures: Iterable[Figure]) -> str:
    """What is said of a figure's amount that is rounded from all its digits, and shown as another; else empty."""
    known = [figure for figure in figures if not figure.is_missing]
    # "1,36 mnkr" says more than the report, and "1 mnkr" less: neither is another number.
    if amount.unit != MILLIONS or amount.hedged or not math.isclose(amount.step, 0.1):
        return ""
    if any(amount.is_near(float(figure.as_shown(1))) for figure in known):
        return ""
    for figure in known:
        if amount.is_near(in_millions(figure.known)):
            told_as = joined(in_prose(float(figure.as_shown(1))), MILLIONS)
            return f"Texten anger {quoted(amount.written)} där rapporten visar {told_as}. Skillnaden är en avrundning."
    return ""


def _the(amounts: Iterable[TextAmount]) -> str:
    words = list(dict.fromkeys(quoted(amount.written) for amount in amounts))
    return f"{'Talet' if len(words) == 1 else 'Talen'} {listed(words)}"


def _note(text: OwnText, found: str, expected: str, remedy: str) -> Problem:
    return Problem(text.workbook, text.sheet, text.cell, found, expected, remedy, Severity.NOTE)
