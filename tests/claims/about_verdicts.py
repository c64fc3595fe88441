"""Claims about a first page: the verdict, its causes, what is asked to be decided; each takes the facts first."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from typing import Any

import yaml

from tests.claims.about_region import result
from tests.claims.claims import (
    Value,
    below,
    is_,
    is_better,
    is_word,
    less,
    listed,
    mean_size,
    number,
    rounded,
    same,
    size,
)
from tests.claims.facts import NET, Facts, Known
from tests.claims.grammar import MONTHS, PROJECT
from tests.reports.independent_sums import (
    asked_decisions,
    economy_comment,
    forecast_record,
    indicator_targets,
    indicator_values,
    proposed_effect,
)

_NAMED = re.compile(r"(.+?) \((\d[\d ]*(?:,\d+)?)( miljoner kronor| miljon kronor)?\)(?:, | och |$)")
_AGES = {"month": 2, "tertial": 5, "year": 15, "biennial": 27}
_GRADES = {
    "meets": ("Når målvärdet", "Nådde målvärdet"),
    "near": ("Nära målvärdet",) * 2,
    "misses": ("Når inte målvärdet", "Nådde inte målvärdet"),
    "stale": ("Inte aktuellt",) * 2,
    "no_target": ("Inget målvärde",) * 2,
    "no_value": ("Värde saknas", "Värde saknades"),
}


def year_balance(facts: Facts) -> Value:
    """What the year is expected to end with, or ended with."""
    return facts.net("deviation" if facts.is_past else "forecast_deviation")


def balance_said(facts: Facts, what: str, amount: str) -> bool:
    """`underskott`, `överskott`, or nothing where it is none."""
    balance = year_balance(facts)
    if not what:
        return same(balance, 0.0)
    return is_word(what, balance, "överskott", "underskott") and size(amount, balance)


def moved_since(facts: Facts, amount: str, direction: str, month: str) -> bool:
    """How far the forecast is from the one before, or the outcome from the last one; unsaid where neither is known."""
    if not month:
        return not facts.previous_month() or facts.net("miss" if facts.is_past else "forecast_change") is None
    change = facts.net("miss" if facts.is_past else "forecast_change")
    told = size(amount, change) and is_better(direction, change) if amount else same(change, 0.0)
    return told and month == facts.previous_month()


def _largest(said: str, figures: Known, sign: int) -> bool:
    """`A (42), B (27) och C (24)`: the three with most of the sign, or as many as there are, the most first."""
    told = [(name, amount) for name, amount, _ in _NAMED.findall(said)]
    units = [unit for *_, unit in _NAMED.findall(said)]
    known = {name: sign * rounded(value) for name, value in figures.items() if value is not None}
    most = sorted((value for value in known.values() if value > 0), reverse=True)[:3]
    return (
        said == listed(f"{name} ({amount}{unit})" for (name, amount), unit in zip(told, units, strict=True))
        and units == [" miljon kronor" if told[0][1] == "1" else " miljoner kronor", *[""] * (len(told) - 1)]
        and [number(amount) for _, amount in told] == most
        and all(known[name] == number(amount) for name, amount in told)
    )


def causes_told(facts: Facts, what: str, said: str, of_classes: bool) -> bool:
    """Where most of the balance arises: by activity out of ledger and forecasts, or by account class."""
    sign = 1 if what == "överskott" else -1
    balance = year_balance(facts)
    if rounded(balance or 0.0) * sign < 0:
        return False
    if not of_classes:
        return _largest(said, facts.activities() if facts.is_past else facts.activity_forecasts(), sign)
    place = ("utfall-kontoklass", "deviation") if facts.is_past else ("prognos-kontoklass", "forecast_deviation")
    figures = facts.keyed(*place)
    return _largest(said, {name: value for name, value in figures.items() if name != NET}, sign)


def against_told(facts: Facts, what: str, kind: str, said: str) -> bool:
    """The two activities with most of the other sign: beside a surplus, and beside deficits larger than the whole."""
    figures = facts.activities() if facts.is_past else facts.activity_forecasts()
    return _against(figures, year_balance(facts), 1 if what == "överskott" else -1, kind, said)


def _against(figures: Known, whole: Value, sign: int, kind: str, said: str, most_told: int = 2) -> bool:
    known = {name: sign * rounded(value) for name, value in figures.items() if value is not None}
    most, least = sorted(known.values(), reverse=True)[:3], sorted(value for value in known.values() if value < 0)
    is_more = sum(value for value in most if value > 0) > abs(rounded(whole or 0.0))
    if not least or not (sign > 0 or is_more):
        return not said
    told = _NAMED.findall(said)
    return (
        kind == ("underskott" if sign > 0 else "överskott")
        and [number(amount) for _, amount, _ in told] == [-value for value in least[:most_told]]
        and all(known[name] == -number(amount) for name, amount, _ in told)
        and said == listed(f"{name} ({amount})" for name, amount, _ in told)
    )


def own_words(facts: Facts, said: str) -> bool:
    """The comment on the economy as a whole begins with these words, to the end of a sentence."""
    plain = economy_comment(facts.data, facts.period, facts.committee)
    return len(said) <= 200 and plain.startswith(said) and said[-1] in ".!?"


def own_words_given(facts: Facts) -> bool:
    """Whether there is such a comment, and its first sentence is short enough for the page."""
    plain = economy_comment(facts.data, facts.period, facts.committee)
    return bool(plain) and len(re.split(r"\. (?=[A-ZÅÄÖ])", plain)[0]) < 200


def record_told(facts: Facts, month: str, years: str, amount: str, direction: str) -> bool:
    """How far earlier years' forecasts of the same month were from the outcome, out of the sheet's own rows."""
    told = forecast_record(facts.data, facts.period, facts.committee)
    before = sorted({period[:4] for period in told if period[:4] < facts.year and period[5:] == "12"})
    errors = {
        year: float(rounded(told[f"{year}-12"]) - rounded(told[f"{year}-{facts.period[5:]}"]))
        for year in before
        if f"{year}-{facts.period[5:]}" in told
    }
    shown = [rounded(error) for error in errors.values()]
    ended = "bättre" if all(error > 0 for error in shown) else "sämre" if all(error < 0 for error in shown) else ""
    mean = mean_size([*errors.values()])
    return (
        month == facts.month
        and years == listed(errors)
        and (is_(amount, mean) if amount else same(mean, 0.0))
        and direction == (ended if amount else "")
    )


@cache
def _indicators() -> dict[str, dict[str, Any]]:
    content = yaml.safe_load((PROJECT / "params" / "indicators.yml").read_text("utf-8"))
    return {one["code"]: one for one in content["indicators"]}


def direction_of(code: str) -> str:
    """Which way is good: `higher`, `lower` or `neutral`."""
    return str(_indicators()[code]["direction"])


def reached(value: float, target: float, direction: str) -> bool:
    """Whether a value is at the target or on its good side."""
    return value <= target if direction == "lower" else value >= target


def _grade(facts: Facts, code: str, target: float | None, values: dict[str, float]) -> str:
    if not values:
        return "no_value"
    last = max(values)
    months = 12 * (int(facts.year) - int(last[:4])) + int(facts.period[5:]) - int(last[5:])
    indicator = _indicators()[code]
    if months > _AGES[indicator["frequency"]]:
        return "stale"
    if target is None or indicator["direction"] == "neutral":
        return "no_target"
    value = float(rounded(values[last], indicator["decimals"]))
    if reached(value, target, indicator["direction"]):
        return "meets"
    return "near" if abs(value - target) <= 0.05 * abs(target) + 1e-9 else "misses"


def quality_told(facts: Facts, count: str, whole: str, lines: str, monthly: bool) -> bool:
    """A tile: how many quality indicators reach the target, and a line for each other grade, out of the workbooks.

    `monthly` are those that are measured every month. Those that are not judged are not among the whole, and the last
    line tells of which years the others' values are that are not of the report's own.
    """
    values = indicator_values(facts.data, facts.period, facts.committee)
    targets = indicator_targets(facts.data, facts.year, facts.committee)
    known = _indicators()
    targets = {code: one for code, one in targets.items() if not monthly or known[code]["frequency"] == "month"}
    graded = {code: _grade(facts, code, one, values.get(code, {})) for code, one in targets.items()}
    grades = Counter(graded.values())
    judged = {code for code, grade in graded.items() if grade in ("meets", "near", "misses")}
    told = dict(line.split(": ") for line in lines.split(" · ") if lines)
    wanted = {_GRADES[grade][facts.is_past]: str(n) for grade, n in grades.items() if grade != "meets"}
    years = [max(values[code])[:4] for code in judged]
    if old := sorted(year for year in years if year < facts.year):
        *first, last = dict.fromkeys(old)
        wanted[f"Bedömda på värden från {' och '.join([*([', '.join(first)] if first else []), last])}"] = str(len(old))
    if not count:
        return not judged and told == wanted
    return [number(count), number(whole)] == [grades["meets"], len(judged)] and told == wanted


def decision_told(facts: Facts, what: str, amount: str, who: str, day: str, otherwise: str) -> bool:
    """A row of the sheet Beslut: its amount, who decides and when, and what happens otherwise."""
    rows = asked_decisions(facts.data, facts.period, facts.committee)
    row = next(row for row in rows if " ".join(str(row["Förslag till beslut"]).replace("*", "").split()) == what)
    due: Any = row["Senast"]
    decider = str(row["Beslutas av"])
    return (
        (is_(amount, float(str(row["Belopp"]))) if row["Belopp"] is not None else not amount)
        and day == f"den {due.day} {MONTHS[due.month - 1]} {due.year}"
        and who.lower() == decider.lower()
        and otherwise == row["Konsekvens om beslutet inte fattas"]
    )


def more_told(facts: Facts, own: str, others: str) -> bool:
    """How many more decisions there are than the four of the list, and how many the committees ask for."""
    rows = len(asked_decisions(facts.data, facts.period, facts.committee))
    if number(own or "noll") != max(rows - 4, 0):
        return False
    if facts.committee != "REGION":
        return not others
    asked = sum(_asked_by(facts, code) for code in facts.reporting())
    return number(others or "noll") == asked


def _asked_by(facts: Facts, code: str) -> int:
    if rows := asked_decisions(facts.data, facts.period, code):
        return len(rows)
    names = [row["cells"][0]["text"] for row in facts.blocks["begarda-beslut"]["rows"] if row["key"] == code]
    return len(names)


def earliest_first(facts: Facts, table: str) -> bool:
    """The rows by deadline; those without one last."""
    dates = facts.words(table, "due")
    return dates == sorted(dates, key=lambda date: (date == "–", date))


def year_result_told(facts: Facts, what: str, amount: str, apart: str, direction: str) -> bool:
    """The result of the year, and how far it is from its budget."""
    year = result(facts, "outcome" if facts.is_past else "forecast")
    difference = less(year, result(facts, "year_budget"))
    if year is None or difference is None:
        return False
    shown = float(rounded(year) - rounded(result(facts, "year_budget") or 0.0))
    told = is_word(what, year, "överskott", "underskott") and size(amount, year) if what else same(year, 0.0)
    return told and (size(apart, shown) and is_better(direction, shown) if apart else same(shown, 0.0))


def year_result_moved(facts: Facts, amount: str, direction: str, month: str) -> bool:
    """How far the year's result is from what the forecast before said; unsaid where none is known."""
    year, before = (result(facts, one) for one in ("outcome" if facts.is_past else "forecast", "previous_forecast"))
    if not month:
        return not facts.previous_month() or year is None or before is None
    if year is None or before is None:
        return False
    moved = float(rounded(year) - rounded(before))
    told = size(amount, moved) and is_better(direction, moved) if amount else same(moved, 0.0)
    return told and month == facts.previous_month()


def holders(facts: Facts) -> Known:
    """The balance of each of the budget's holders: forecast, or of a year that is over."""
    return facts.col("namnder", "deviation" if facts.is_past else "forecast_deviation")


def holders_told(facts: Facts, count: str, whole: str) -> bool:
    """How many of how many have a deficit."""
    return [number(count), number(whole)] == [len(below(holders(facts))), len(holders(facts))]


def largest_holders(facts: Facts, said: str) -> bool:
    """The three with the largest deficits."""
    return _largest(said, holders(facts), -1)


def holders_against(facts: Facts, said: str) -> bool:
    """Who has the largest surplus, where the deficits named are larger than what all come to."""
    figures = holders(facts)
    whole = sum(value or 0.0 for value in figures.values())
    return _against(figures, whole, -1, "överskott", said, most_told=1)


def uncovered_told(facts: Facts, whole: str, left: str) -> bool:
    """The reporting committees' forecast deficits, and what their proposed measures leave; nothing if none proposes."""
    forecasts = {code: facts.f("namnder", code, "forecast_deviation") or 0.0 for code in facts.reporting()}
    short = {code: value for code, value in forecasts.items() if rounded(value) < 0}
    effects = {code: proposed_effect(facts.data, facts.period, code) for code in short}
    gap = sum(min(value + effects[code], 0.0) for code, value in short.items())
    told = size(whole, sum(short.values())) if whole else rounded(gap) == 0
    return told and (size(left, gap) if left else not whole or not any(effects.values()))


def financial_goals_told(facts: Facts, said: str) -> bool:
    """Each of the three financial goals with its grade, as the table has them."""
    short = {"result_share": "resultatet", "self_financing": "självfinansieringen", "solidity": "soliditeten"}
    grades = {
        "Bedöms uppnås": "{} bedöms uppnås",
        "Nås bara över tid": "{} nås inte i år, men över tid",
        "Bedöms inte uppnås": "{} bedöms inte uppnås",
        "Uppnått": "{} uppnåddes",
        "Nåddes bara över tid": f"{{}} nåddes inte {facts.year}, men över tid",
        "Inte uppnått": "{} uppnåddes inte",
        "Bedömning saknas": "{} kan inte bedömas",
    }
    by_words: dict[str, list[str]] = {}
    keys = [row["key"] for row in facts.blocks["finansiella-mal"]["rows"]]
    for key, grade in zip(keys, facts.words("finansiella-mal", "assessment"), strict=True):
        by_words.setdefault(grades[grade], []).append(short[key])
    parts = [
        words.format(f"{'målen' if len(names) > 1 else 'målet'} för {listed(names)}")
        for words, names in by_words.items()
    ]
    wanted = listed(parts) if len(parts) < 3 and "," not in "".join(by_words) else "; ".join(parts)
    return said == f"{wanted[0].upper()}{wanted[1:]}"


NAMES = (
    balance_said, moved_since, causes_told, against_told, own_words, own_words_given, record_told, quality_told,
    decision_told, more_told, earliest_first, year_result_told, year_result_moved, holders, holders_told,
    largest_holders, holders_against, uncovered_told, financial_goals_told,
)  # fmt: skip
