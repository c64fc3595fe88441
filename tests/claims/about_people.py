"""Claims about sick leave and turnover; each takes the report's facts first."""

from __future__ import annotations

import re
from decimal import Decimal

from tests.claims.claims import Value, is_, is_word, less, listed, number, rounded, same
from tests.claims.facts import Facts, Known
from tests.reports.independent_sums import turnover

SEXES = ("Kvinnor", "Män")
AGES = ("Högst 29 år", "30–49 år", "Minst 50 år")
_UP = ("har ökat", "ökat", "ökade")
_SLIGHT = Decimal("0.1")


def _shown(facts: Facts, group: str, column: str) -> Value:
    return facts.f("sjukfranvaro", group, column)


def sickness(facts: Facts, column: str) -> Value:
    """Sick leave of all, from the table that the report has: of groups, of measures, or of committees."""
    rows = {"sjukfranvaro": "Totalt", "medarbetare": "Sjukfrånvaro, alla", "sjukfranvaro-namnder": "REGION"}
    table = next(one for one in rows if facts.has(one) and "rows" in facts.blocks[one])
    return facts.f(table, rows[table], column)


def groups(facts: Facts, column: str) -> Known:
    """The groups by sex and age."""
    return {group: _shown(facts, group, column) for group in (*SEXES, *AGES)}


def ages(facts: Facts, column: str) -> Known:
    """The groups by age."""
    return {group: _shown(facts, group, column) for group in AGES}


def bare_groups(_: Facts, text: str) -> str:
    """A list of groups without the word before an age."""
    return re.sub("(?i)åldersgruppen ", "", text)


def changed(_: Facts, now: str, change: str, direction: str, value: Value, before: Value) -> bool:
    """`6,1 procent, 0,4 procentenheter högre`: the difference of the two as they are shown; unsaid where unknown."""
    if value is None or before is None:
        return not change and not direction
    difference = float(rounded(value) - rounded(before))
    if not change:
        return same(difference, 0.0)
    return is_(change.removesuffix(" procentenheter"), abs(difference)) and is_word(
        direction, difference, "högre", "lägre"
    )


def moved(_: Facts, change: str, direction: str, now: Value, before: Value, is_same: bool) -> bool:
    """`upp 0,4` or `mer 3,2`: how far two figures are from each other, and in which direction."""
    if now is None or before is None:
        return not change and not is_same
    if not change:
        return is_same and same(now - before, 0.0)
    up = ("upp", "mer", "högre")
    difference = less(now, before)
    return abs(number(change)) == abs(rounded(now - before)) and is_word(
        direction, difference, direction if direction in up else "", direction if direction not in up else ""
    )


def gap_changed(facts: Facts, direction: str, change: str, unchanged: str) -> bool:
    """Whether the difference between women and men, as shown, has grown since last year; by 0.1 it hardly has."""
    this_year, last_year = (
        rounded(_shown(facts, "Kvinnor", column) or 0.0) - rounded(_shown(facts, "Män", column) or 0.0)
        for column in ("this_year", "last_year")
    )
    grown = abs(this_year) - abs(last_year)
    if not change:
        return grown == 0 if unchanged == "oförändrad" else abs(grown) == _SLIGHT
    return number(change) == abs(grown) > _SLIGHT and (direction in _UP) == (grown > 0)


def _changes(facts: Facts) -> dict[str, Decimal]:
    return {
        group: rounded(now) - rounded(before)
        for group in (*SEXES, *AGES)
        if (now := _shown(facts, group, "this_year")) is not None
        and (before := _shown(facts, group, "last_year")) is not None
    }


def most_changed(facts: Facts, direction: str, where: str, size: str) -> bool:
    """`bland kvinnor och i åldersgruppen minst 50 år`: everybody whose rate has changed as much as the most."""
    changes = _changes(facts)
    sign = 1 if direction in _UP else -1
    most = max(sign * change for change in changes.values())
    alike = [group.lower() for group, change in changes.items() if sign * change == most]
    ages_named = [one for one in alike if one.title() not in SEXES and one not in ("kvinnor", "män")]
    sexes_named = [one for one in alike if one in ("kvinnor", "män")]
    words = [f"{word} {listed(sexes_named)}" for word in ("bland", "hos")] if sexes_named else [""]
    noun = "åldersgruppen" if len(ages_named) == 1 else "åldersgrupperna"
    told = [listed(filter(None, (first, f"i {noun} {listed(ages_named)}" if ages_named else ""))) for first in words]
    return most > _SLIGHT and where in told and number(size) == most


def none_changed(facts: Facts, limit: str) -> bool:
    """No group that is shown has changed by more than the limit, or at all."""
    return max(map(abs, _changes(facts).values())) == (number(limit) if limit else 0)


def some_missing(facts: Facts, table: str) -> bool:
    """Whether a table has a figure that is withheld; a table that is not there has none to show either."""
    return not facts.has(table) or bool(facts.note(table))


def turnover_told(facts: Facts, now: str, change: str, direction: str) -> bool:
    """Leavers of the months so far per permanent employee, this year and last, out of the staff's workbook."""
    value, before = (
        turnover(facts.data, facts.period, facts.committee, year) for year in (int(facts.year), int(facts.year) - 1)
    )
    return is_(now, value) and changed(facts, now, change, direction, value, before)


NAMES = (
    sickness,
    groups,
    ages,
    bare_groups,
    moved,
    gap_changed,
    most_changed,
    none_changed,
    some_missing,
    turnover_told,
)
