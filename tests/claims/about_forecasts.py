"""Claims about forecasts, how they turned out, and what measures would leave; each takes the report's facts first."""

from __future__ import annotations

import re

from tests.claims.claims import Value, course, is_, is_word, listed, mean_size, named, number, rounded, same
from tests.claims.facts import Facts
from tests.reports.independent_sums import economy_comment, forecast_record

HISTORY = "diagram-prognoshistorik-siffror"
TURNED_OUT = "diagram-prognoser-mot-utfall-siffror"


def forecast_moved(facts: Facts, direction: str, month: str, start: str, end: str) -> bool:
    """The year's last forecast against the one just before it, as both are shown."""
    *_, (earlier, before), (_, now) = facts.months(HISTORY, "avvikelse").items()
    if before is None or now is None:
        return False
    change = rounded(now) - rounded(before)
    wanted = "oförändrad" if change == 0 else "förbättrats" if change > 0 else "försämrats"
    return earlier == month and direction == wanted and is_(end, now) and (not start or is_(start, before))


def years_told(facts: Facts, said: str, table: str, column: str) -> bool:
    """`2023: minus 2,0 mnkr i februari … 2024: …`: every year's forecasts."""
    parts = re.findall(r"(20\d\d): (.+?)(?=\. 20\d\d:|$)", said)
    keys = {row[:4] for row in facts.keyed(table, column)}
    return {year for year, _ in parts} == keys and all(
        course(text, facts.months(table, column, year)) for year, text in parts
    )


def interval_side(facts: Facts, direction: str) -> bool:
    """Whether the committee's forecast lies above the computed interval, below it, inside, or is seen at its end."""
    low, high = (rounded(facts.computed()[name]) for name in ("low", "high"))
    if facts.net("forecast_deviation") is None:
        return False
    forecast = rounded(facts.net("forecast_deviation") or 0.0)
    inside = "vid gränsen för" if forecast in (low, high) else "inom"
    wanted = "sämre" if forecast < low else "bättre" if forecast > high else inside
    return direction == wanted


def record_lacks(facts: Facts, years: str) -> bool:
    """Which of the two years before the sheet tells no forecast of the month or no outcome of."""
    told, month = forecast_record(facts.data, facts.period, facts.committee), facts.period[5:]
    before = [str(int(facts.year) - back) for back in (2, 1)]
    return years == listed(year for year in before if not {f"{year}-12", f"{year}-{month}"} <= told.keys())


def interval_told(facts: Facts, what: str, start: str, end: str, under: str, over: str) -> bool:
    """A deficit, or a surplus, of between the smaller and the larger end; or one of each, about zero."""
    low, high = (rounded(facts.computed()[name]) for name in ("low", "high"))
    if under:
        return low < 0 < high and [number(under), number(over)] == [-low, high]
    ends = [-high, -low] if what == "underskott" else [low, high]
    return min(ends) >= 0 and [number(start), number(end)] == ends


def last(facts: Facts, table: str, column: str) -> Value:
    """The last row's figure."""
    return list(facts.keyed(table, column).values())[-1]


def _errors(facts: Facts) -> dict[str, float]:
    outcomes, given = (facts.months(TURNED_OUT, column) for column in ("utfall", "prognos"))
    return {month: float(outcomes[month] or 0.0) - float(value or 0.0) for month, value in given.items()}


def nearest(facts: Facts, months: str, distance: str) -> bool:
    """Which forecasts came nearest to the outcome, and how near; without a distance they hit it."""
    sizes = {month: abs(rounded(error)) for month, error in _errors(facts).items()}
    least = min(sizes.values())
    return named(months, [m for m, size in sizes.items() if size == least]) and number(distance or "noll") == least


def mean_error(facts: Facts, year: str) -> Value:
    """The mean size of a year's errors; None where the year is not known."""
    # The last row is the mean of the others.
    known = list(facts.keyed("prognosfel", f"fel-{year}").values())[:-1]
    sizes = [value for value in known if value is not None]
    return mean_size(sizes) if sizes and len(sizes) == len(known) else None


def mean_of(facts: Facts, table: str, column: str) -> Value:
    """The mean size of a column."""
    return mean_size([value for value in facts.keyed(table, column).values() if value is not None])


def same_rate_mean(facts: Facts) -> Value:
    """The mean size of what the year's forecasts at the same rate would have missed, out of the ledger."""
    misses = facts.misses_at_same_rate([int(row[5:]) for row in facts.keyed("arets-prognoser", "run_rate")])
    return mean_size(misses)


def nearer(_: Facts, words: str, own: Value, other: Value, near: str, far: str) -> bool:
    """Which of two means is the smaller, as a reader sees their difference; neither within a tenth of the larger."""
    if own is None or other is None:
        return False
    difference, larger = float(rounded(own) - rounded(other)), float(max(rounded(own), rounded(other)))
    is_alike = same(difference, 0.0) or 10 * abs(difference) < larger
    return words not in (near, far) if is_alike else is_word(words, difference, far, near)


def intervals_held(facts: Facts, hits: str, count: str, place: str) -> bool:
    """At how many of the year's forecasts with an interval the outcome came to lie in it, out of the ledger."""
    months = [int(row[5:]) for row in facts.keyed("arets-prognoser", "run_rate")]
    outcome = rounded(facts.net("deviation") or 0.0)
    ends = [facts.computed(month) for month in months if month >= 3]
    held = [rounded(one["low"]) <= outcome <= rounded(one["high"]) for one in ends]
    if place:
        return held == [place == "i"]
    return number(count) == len(held) > 1 and (number(hits) if hits != "inget" else 0) == sum(held)


def economy_commented(facts: Facts) -> bool:
    """Whether the committee has commented its economy as a whole."""
    return bool(economy_comment(facts.data, facts.period, facts.committee))


def accuracy(facts: Facts, count: str, distance: str, directions: str) -> bool:
    """How far the forecasts were from the outcome, and how many it was better than, worse than, and the same as."""
    errors = [rounded(error) for error in _errors(facts).values()]
    better, worse = sum(error > 0 for error in errors), sum(error < 0 for error in errors)
    if number(count or "ett") != len(errors) or not is_(distance, mean_of(facts, TURNED_OUT, "skillnad")):
        return False
    if len(errors) == 1:
        words = ("Prognosen träffade utfallet", "Året slutade bättre än prognosen", "Året slutade sämre än prognosen")
        return directions == words[1 if better else 2 if worse else 0]
    told = {"bättre": 0, "sämre": 0, "träff": 0}
    for word in ("bättre", "sämre"):
        if f"{word} än alla prognoserna" in directions:
            told[word] = len(errors)
        elif found := re.search(rf"{word} än (\w+)(?: av prognoserna)?(?=;| och|$)", directions):
            told[word] = int(number(found[1]))
    if directions == "Alla prognoserna träffade utfallet":
        told["träff"] = len(errors)
    elif found := re.search(r"; (\w+) träffade utfallet", directions):
        told["träff"] = int(number(found[1]))
    return list(told.values()) == [better, worse, len(errors) - better - worse]


def _effects(facts: Facts, decision: str, column: str = "effect") -> list[Value]:
    if not facts.has("atgarder") or "rows" not in facts.blocks["atgarder"]:
        return []
    told = zip(facts.words("atgarder", "decision"), facts.keyed("atgarder", column).items(), strict=False)
    return [value for word, (key, value) in told if word == decision and key.startswith("atgard-")]


def proposed(facts: Facts) -> float:
    """The effect in the year of the measures that are proposed."""
    return sum(value or 0.0 for value in _effects(facts, "Föreslagen"))


def proposed_of_full_year(facts: Facts) -> float:
    """The effect in a whole year of the measures that are proposed."""
    return sum(value or 0.0 for value in _effects(facts, "Föreslagen", "full_year_effect"))


def decided(facts: Facts) -> float:
    """The effect in the year of the measures that are decided."""
    return sum(value or 0.0 for value in _effects(facts, "Beslutad"))


def has_proposed(facts: Facts) -> bool:
    """Whether a measure is proposed."""
    return bool(_effects(facts, "Föreslagen"))


def measures_told(facts: Facts, what: str, start: str, end: str) -> bool:
    """What the proposed measures would do to the deficit."""
    before = facts.net("forecast_deviation") or 0.0
    after = before + proposed(facts)
    if what == "inte ändra":
        return same(before, after) and is_(end, before)
    return rounded(before) < rounded(after) < 0 and is_(start, -before) and is_(end, -after)


def has_decided(facts: Facts) -> bool:
    """Whether a measure is decided."""
    return bool(_effects(facts, "Beslutad"))


NAMES = (
    forecast_moved, years_told, interval_side, interval_told, record_lacks, last, nearest, mean_error, nearer, accuracy,
    proposed,
    decided, has_proposed, has_decided, measures_told, same_rate_mean,
    proposed_of_full_year, intervals_held, economy_commented,
)  # fmt: skip
