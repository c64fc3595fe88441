"""A year of a committee told in one file: what is said once there, and what each period's workbook makes of it.

handed_in_by: controller, Hallands sjukhus
summary: {2023-02: …, 2023-04: …}            second paragraph; the first is made of the story's amounts
decisions: {2023-08: [{decision, …}]}        see `asked_decisions`; periods that need none are left out
goals:                                       assessments of April, August and December, the trend, what was done
  "1.1": [Bedöms uppnås, Bedöms uppnås, Uppnått, Förbättras, "…"]
assignments: [{assignment, goal, responsible, due, status: [April's, August's, December's]}]
measures: [{measure, decision, status: [the same three], effect, full_year_effect}]
forecast_comments: {activity: {account class: …}}       not in December, when there is an outcome
economy:
  overall: {default: …, 2023-12: …}          what another period says instead
  causes: {activity: {worse: what a deficit comes from, better: what a surplus comes from}}
comments: [{section, item, comment, year_end: what December says instead}]      not in a monthly report
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from followup.example import story

# The closing sentence of a motivation. Several to choose from, so that a page of goals does not repeat itself.
_CLOSINGS: dict[str, tuple[str, ...]] = {
    "Bedöms uppnås": (
        "Arbetet följer planen.",
        "Inga hinder för resten av året är kända.",
        "Insatserna fortsätter enligt plan.",
        "Resultatet motsvarar det som var planerat.",
    ),
    "Osäkert": (
        "Takten behöver öka för att målet ska nås.",
        "Det är för tidigt att säga om insatserna räcker.",
        "Utvecklingen följs varje månad.",
        "Fler insatser planeras.",
    ),
    "Bedöms inte uppnås": (
        "Insatserna räcker inte för att nå målet under året.",
        "Målet bedöms inte kunna nås i år.",
    ),
    "Uppnått": (
        "Årets planerade insatser genomfördes.",
        "Resultatet blev det som var planerat.",
        "Målet nåddes under året.",
        "Resultatet motsvarade förväntningarna.",
    ),
    "Delvis uppnått": (
        "En del återstod vid årets slut.",
        "Resultatet nådde inte hela vägen.",
        "Arbetet fortsatte vid årets slut.",
    ),
    "Inte uppnått": (
        "Insatserna räckte inte för att nå målet.",
        "Målet nåddes inte.",
    ),
    "Bedömning saknas": ("Underlaget för en bedömning var inte klart när årsredovisningen lämnades.",),
}
_MONTHS = {2: "februari", 4: "april", 8: "augusti", 10: "oktober"}
# Reports that assess goals and assignments: month → which of the three assessments.
_ASSESSED = {4: 0, 8: 1, 12: 2}
# From these amounts, mnkr, an activity's deviation or forecast is explained.
_EXPLAINED_DEVIATION = 0.5
_EXPLAINED_FORECAST = 1.0


def texts_in_year(year: dict[str, Any], committee: str, period: str) -> dict[str, Any]:
    """The texts of one period in the form of a period's file, with placeholders. KeyError for what is not told."""
    month = int(period[-2:])
    return {
        "status": "Fastställd",
        "handed_in_by": year["handed_in_by"],
        "summary": f"{_opening(month)}\n\n{year['summary'][period].strip()}",
        "decisions": year.get("decisions", {}).get(period, []),
        "forecast_comments": {} if month == 12 else year.get("forecast_comments", {}),
        "goals": _goals(year.get("goals", {}), month),
        "assignments": _with_status(year.get("assignments", []), month) if month in _ASSESSED else [],
        "measures": _with_status(year.get("measures", []), month),
        "comments": [*_economy(year["economy"], committee, period, month), *_others(year, month)],
    }


def _opening(month: int) -> str:
    if month == 12:
        return "Årets avvikelse mot budget blev {deviation}, vilket är {change}."
    so_far = f"Avvikelsen mot budget till och med {_MONTHS[month]} är {{deviation}} och prognosen för helåret är"
    return f"{so_far} {{forecast}}." if month == 2 else f"{so_far} {{forecast}}, vilket är {{change}}."


def _goals(goals: dict[str, list[str]], month: int) -> dict[str, list[str]]:
    """No goal is assessed in a monthly report."""
    if month not in _ASSESSED:
        return {}
    found = {}
    for number, (code, (*assessments, trend, so_far, in_the_year)) in enumerate(goals.items()):
        assessment = assessments[_ASSESSED[month]]
        done = in_the_year if month == 12 else so_far
        closings = _CLOSINGS[assessment]
        closing = closings[(number + month // 4) % len(closings)]
        found[code] = [assessment, "Uppgift saknas" if assessment == "Bedömning saknas" else trend, f"{done} {closing}"]
    return found


def _with_status(entries: list[dict[str, Any]], month: int) -> list[dict[str, Any]]:
    """Entries with the status of the month; October repeats August's, and February has April's.

    A comment tells why an entry is late, and is said for as long as it is.
    """
    index = _ASSESSED.get(month, month // 10)
    found = []
    for each in entries:
        status = each["status"][index]
        is_late = status in ("Försenat", "Försenad")
        told = {name: value for name, value in each.items() if name != "comment" or is_late}
        found.append(told | {"status": status})
    return found


def _economy(economy: dict[str, Any], committee: str, period: str, month: int) -> Iterator[dict[str, str]]:
    overall = economy["overall"]
    yield {"section": "Ekonomi", "comment": overall.get(period) or overall["default"]}
    for activity, causes in economy["causes"].items():
        if said := " ".join(_explanations(causes, committee, activity, period, month)):
            yield {"section": "Ekonomi", "item": activity, "comment": said}


def _explanations(causes: dict[str, str], committee: str, activity: str, period: str, month: int) -> Iterator[str]:
    deviation = story.deviation_of(committee, activity, period)
    forecast = story.forecast_of(committee, activity, period)
    if abs(deviation) >= _EXPLAINED_DEVIATION:
        cause = causes["better" if deviation > 0 else "worse"]
        balance = "överskott" if deviation > 0 else "underskott"
        if month == 12:
            yield f"Årets {balance} blev {{size}} och berodde på {cause}."
            return
        yield f"{{Balance}} på {{size}} beror på {cause}."
    is_told = abs(deviation) >= _EXPLAINED_DEVIATION and (deviation > 0) == (forecast > 0)
    if month != 12 and abs(forecast) >= _EXPLAINED_FORECAST and not is_told:
        yield f"Prognosen för helåret, {{forecast}}, beror på {causes['better' if forecast > 0 else 'worse']}."


def _others(year: dict[str, Any], month: int) -> list[dict[str, str]]:
    if month not in _ASSESSED:
        return []
    said = "year_end" if month == 12 else "comment"
    return [
        {"section": each["section"], "item": each["item"], "comment": each[said]} for each in year.get("comments", [])
    ]
