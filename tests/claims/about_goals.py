"""Claims about goals, promises and what a region's report weighs together; each takes the report's facts first."""

from __future__ import annotations

import re
from collections import Counter

from tests.claims.claims import listed, number
from tests.claims.facts import Facts
from tests.claims.grammar import MONTHS
from tests.reports.independent_sums import promises

# The words of a grade in the table, and how a sentence says it, during the year and when it is over.
GOOD = ("Bedöms uppnås", "Uppnått")
UNCERTAIN = ("Osäkert", "Delvis uppnått")
BAD = ("Bedöms inte uppnås", "Inte uppnått")
UNKNOWN = ("Bedömning saknas",)
GRADES = (GOOD, UNCERTAIN, BAD, UNKNOWN)
_SAID = {
    "inte bedöms uppnås": BAD,
    "är osäkra": UNCERTAIN,
    "saknar bedömning": UNKNOWN,
    "inte uppnåddes": BAD,
    "uppnåddes delvis": UNCERTAIN,
    "saknade bedömning": UNKNOWN,
}
AREAS = "diagram-mal-per-fokusomrade-siffror"
_COLUMNS = ("on_track", "uncertain", "off_track", "not_assessed")


def goals(facts: Facts) -> Counter[str]:
    """How many goals have which assessment: of the committee, or of the region."""
    if facts.committee == "REGION":
        place = 1 if facts.is_past else 0
        short = {"Ja": GOOD, "Osäkert": UNCERTAIN, "Delvis": UNCERTAIN, "Nej": BAD, "Saknas": (UNKNOWN[0], UNKNOWN[0])}
        counted = facts.counted("malmatris", "region")
        return Counter({short[word][place]: n for word, n in counted.items()})
    if not facts.has("mal") or "rows" not in facts.blocks["mal"]:
        return Counter()
    return facts.counted("mal", "assessment")


def by_grade(facts: Facts) -> list[int]:
    """The same in the order of GRADES."""
    counted = goals(facts)
    return [sum(counted[word] for word in words) for words in GRADES]


def goals_told(facts: Facts, count: str, whole: str, lines: str) -> bool:
    """A tile: how many of how many have the best grade, and a line for each other grade that some have."""
    found = {label: int(value) for label, value in (line.split(": ") for line in lines.split(" · ") if lines)}
    others = {word: n for word, n in goals(facts).items() if word not in GOOD}
    return [number(count), number(whole)] == [by_grade(facts)[0], sum(by_grade(facts))] and found == others


def goals_title(facts: Facts, count: str, whole: str, unknown: str) -> bool:
    """A title: how many of how many, and how many nobody has assessed, said only if there are any."""
    met, *_, missing = by_grade(facts)
    told = number(whole) if count == "Alla" else number(count)
    return [told, number(whole)] == [met, sum(by_grade(facts))] and number(unknown or "noll") == missing


def grades_told(facts: Facts, said: str) -> bool:
    """`bedöms uppnås 9, osäkert 6, bedöms inte uppnås 0 och bedömning saknas 0`."""
    counts = [int(one) for one in re.findall(r"(\d+)(?:,| och|$)", said)]
    return counts == by_grade(facts) == [int(facts.total(AREAS, column)) for column in _COLUMNS]


def _areas(facts: Facts) -> dict[str, list[int]]:
    columns = [facts.col(AREAS, column) for column in _COLUMNS]
    return {area: [int(column[area] or 0) for column in columns] for area in columns[0]}


def areas_told(facts: Facts, said: str) -> bool:
    """`Nära vård (1 osäkert och 1 bedöms inte uppnås)` of every area with another grade than the best."""
    words = [[word for word in grade if word in _words_of(facts)] for grade in GRADES]
    parts = []
    for area, (_, *others) in _areas(facts).items():
        named = [f"{n} {word[0].lower()}" for n, word in zip(others, words[1:], strict=True) if n]
        if named:
            parts.append(f"{area} ({listed(named)})")
    return said == listed(parts)


def _words_of(facts: Facts) -> list[str]:
    return [column["label"] for column in facts.blocks[AREAS]["columns"]]


def areas_of(facts: Facts, grade: str, said: str) -> bool:
    """`Nära vård (1) och Kultur (2)` of every area with goals of this grade."""
    place = GRADES.index(_SAID[grade])
    return said == listed(f"{area} ({counts[place]})" for area, counts in _areas(facts).items() if counts[place])


def areas_all_met(facts: Facts) -> list[str]:
    """The areas whose every goal has the best grade."""
    return [area for area, (met, *others) in _areas(facts).items() if met and not any(others)]


def _promises(facts: Facts) -> Counter[str]:
    """The promises by status: of a committee out of its workbook, of the region as its table has them."""
    if facts.committee == "REGION":
        return facts.counted("loften", "status")
    return Counter(_of_the_year(facts).values())


def _of_the_year(facts: Facts) -> dict[str, str]:
    """The latest status of each promise: what was done in an earlier report of the year need not be told again."""
    found: dict[str, str] = {}
    for folder in sorted((facts.data / facts.year).glob(f"{facts.year}-*")):
        if folder.name <= facts.period and (folder / f"{facts.committee}.xlsx").exists():
            found |= promises(facts.data, folder.name, facts.committee)
    return found


def items(facts: Facts, block: str) -> list[str]:
    """The sentences of a block."""
    return facts.said(block)


def promises_told(facts: Facts, done: str, whole: str, only: str) -> bool:
    """How many promises are done of how many, or whether the only one is."""
    found = _promises(facts)
    if only:
        return sum(found.values()) == 1 and (only == "klart") == (found["Klart"] == 1)
    told = number(whole) if done == "Alla" else number(done)
    return [told, number(whole)] == [found["Klart"], sum(found.values())] and (done == "Alla") == (
        told == number(whole)
    )


def late_promises(facts: Facts, said: str) -> bool:
    """`Försenat: L6 Specialiserad enhet för smärtbehandling.`: all that is cancelled, late or without a status.

    By the words of the sheet Uppdrag, or by the code alone where they are more than three.
    """
    known = promises(facts.data, facts.period, facts.committee)
    told = []
    for status in ("Avfört", "Försenat", "Status saknas"):
        late = [name for name, word in known.items() if word == status]
        if late:
            told.append(f"{status}: {listed(late if len(late) < 4 else [name.split()[0] for name in late])}.")
    return said == " ".join(told)


def promise_statuses(facts: Facts, said: str) -> bool:
    """`försenat 1 och enligt plan 3`: every other status than done."""
    found = {word: n for word, n in _promises(facts).items() if word != "Klart"}
    told = {name[:1].upper() + name[1:]: int(n) for name, n in re.findall(r"(\D+?) (\d+)(?:, | och |$)", said)}
    return told == found


def promises_worst_first(facts: Facts) -> bool:
    """The table's rows from the worst status to the best."""
    order = ["Avfört", "Försenat", "Status saknas", "Ej påbörjat", "Enligt plan", "Klart"]
    places = [order.index(word) for word in facts.words("loften", "status")]
    return places == sorted(places)


def decided_area(facts: Facts, area: str, grade: str, proposal: str, who: str, when: str) -> bool:
    """The decided grade of a focus area, and the computed one beside it."""
    rows = {
        row["cells"][0]["text"]: [cell["text"] for cell in row["cells"]] for row in facts.blocks["fokusomraden"]["rows"]
    }
    day = re.fullmatch(rf"(\d+) ({'|'.join(MONTHS)}) (\d{{4}})", when)
    iso = f"{day[3]}-{MONTHS.index(day[2]) + 1:02d}-{int(day[1]):02d}" if day else ""
    _, _, computed, decided, why = rows[area]
    return [proposal, grade] == [computed, decided] and grade != proposal and why.endswith(f"Beslutat av {who}, {iso}.")


def _stewardship(facts: Facts, row: str) -> str:
    rows = {
        one["key"]: one["cells"][1]["text"]
        for one in facts.blocks["god-ekonomisk-hushallning"]["rows"]
        if len(one["cells"]) > 1
    }
    return rows[row]


def halves_told(facts: Facts, said: str) -> bool:
    """What the table's total rows say of the financial goals and of the operations', together where it is the same."""
    words = {
        "Bedöms uppnås": "{} bedöms uppnås", "Osäkert": "det är osäkert om {} uppnås",
        "Bedöms inte uppnås": "{} bedöms inte uppnås", "Uppnått": "{} har uppnåtts",
        "Delvis uppnått": "{} har delvis uppnåtts", "Inte uppnått": "{} har inte uppnåtts",
        "Bedömning saknas": "{} saknar en samlad bedömning",
    }  # fmt: skip
    first, second = (words[_stewardship(facts, row)] for row in ("finansiella", "verksamhet"))
    wanted = f"{first.format('de finansiella målen')}, och {second.format('verksamhetens mål')}"
    if first == second:
        wanted = first.format("de finansiella målen och verksamhetens mål")
    return said.lower() == wanted and said[0].isupper()


def whole_told(facts: Facts, said: str) -> bool:
    """The whole, which is the worse of the halves."""
    halves = [
        next(place for place, grade in enumerate(GRADES) if _stewardship(facts, row) in grade)
        for row in ("finansiella", "verksamhet")
    ]
    words = (
        {"uppnås", "uppnåddes"},
        {"osäkert", "delvis"},
        {"inte uppnås", "inte"},
    )
    return said in words[max(halves)]


def proposal_told(facts: Facts, said: str) -> bool:
    """The whole by the scale's word, as the table has it."""
    return said == _stewardship(facts, "helheten").lower()


NAMES = (
    proposal_told, goals, goals_told, goals_title, grades_told, areas_told, areas_of, areas_all_met, items,
    promises_told, late_promises, promise_statuses, promises_worst_first, decided_area, halves_told, whole_told,
)  # fmt: skip
