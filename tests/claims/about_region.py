"""Claims about the region's committees, its result and its financial goals; each takes the report's facts first."""

from __future__ import annotations

import re

from tests.claims.claims import Value, below, is_, number, rounded, size
from tests.claims.facts import Facts
from tests.claims.statements import bare

_RESULTS = ("Årets resultat", "Periodens resultat")


def result(facts: Facts, column: str) -> Value:
    """The last line of the income statement."""
    found = facts.keyed("resultatrakning", column)
    return next(found[name] for name in _RESULTS if name in found)


def _in_deficit(facts: Facts) -> dict[str, float]:
    """Every holder with a deficit in the forecast, of a year that is over in the outcome, and how large."""
    figures = facts.col("namnder", "deviation" if facts.is_past else "forecast_deviation")
    return {name: figures[name] or 0.0 for name in below(figures)}


def deficits_in_order(facts: Facts) -> bool:
    """The table has them all, the largest first."""
    found = _in_deficit(facts)
    return list(facts.col("underskott", "deviation")) == sorted(found, key=lambda name: found[name])


def deficits_summed(facts: Facts) -> bool:
    """The last row sums those who leave a report: the forecasts, and what is left where it is a deficit."""
    rows = {code: row for code, row in facts.keyed("underskott", "forecast_deviation").items() if code != "summa"}
    own = [code for code in rows if code in facts.reporting()]
    if len(own) < 2:
        return "summa" not in facts.keyed("underskott", "forecast_deviation")
    wanted = {"forecast_deviation": sum(rows[code] or 0.0 for code in own)}
    if gaps := facts.keyed("underskott", "gap"):
        wanted["gap"] = sum(min(gaps[code] or 0.0, 0.0) for code in own)
    return all(
        rounded(facts.f("underskott", "summa", column) or 0.0) == rounded(value) for column, value in wanted.items()
    )


def drafts(facts: Facts) -> list[str]:
    """Whose report is a draft."""
    rows = {row["key"]: row["cells"][0]["text"] for row in facts.blocks["namnder"]["rows"]}
    return [rows[code] for code, status in facts.reporting().items() if status == "Utkast"]


def forecast_of_reporting(facts: Facts) -> float:
    """The forecast of those who leave a report: everybody who has handed in a workbook."""
    return sum(facts.f("namnder", code, "forecast_deviation") or 0.0 for code in facts.reporting())


def result_parts(facts: Facts, net: str, taxes: str, finances: str) -> bool:
    """What the lines of the income statement differ from the year's budget by, which sum to what the result does."""
    now, budget = (
        facts.keyed("resultatrakning", column) for column in ("outcome" if facts.is_past else "forecast", "year_budget")
    )
    lines = (
        ("Verksamhetens nettokostnad",),
        ("Skatteintäkter", "Generella statsbidrag och utjämning"),
        ("Finansiella intäkter", "Finansiella kostnader"),
    )
    wanted = [sum(rounded(now[name] or 0.0) - rounded(budget[name] or 0.0) for name in names) for names in lines]
    whole = rounded(result(facts, "outcome" if facts.is_past else "forecast") or 0.0)
    told = [number(net), number(taxes), number(finances)]
    return told == wanted and sum(told) == whole - rounded(result(facts, "year_budget") or 0.0)


def region_words(facts: Facts, block: str, said: str) -> bool:
    """The beginning of what the region has written itself, as it stands in a block of its own."""
    written = " ".join(" ".join(bare(facts.blocks[block]["prose"])).split())
    return written.startswith(said)


def parts_moved(facts: Facts, own: str, size_own: str, other: str, size_other: str) -> bool:
    """Two changes with their directions that together make up the change of the first page's tile."""
    signed = {"förbättrats": 1, "försämrats": -1, "inte ändrats": 0}
    changes = [signed[word] * number(size or "noll") for word, size in ((own, size_own), (other, size_other))]
    if any(bool(change) != (word != "inte ändrats") for change, word in zip(changes, (own, other), strict=True)):
        return False
    before, now = previous_forecast(facts), facts.net("forecast_deviation")
    return before is not None and now is not None and sum(changes) == rounded(now) - rounded(before)


def previous_forecast(facts: Facts) -> Value:
    """The forecast before this one, of all holders: the income statement's, less the year's budget."""
    before, budget = (
        facts.f("resultatrakning", "Verksamhetens nettokostnad", column)
        for column in ("previous_forecast", "year_budget")
    )
    return None if before is None or budget is None else float(rounded(before) - rounded(budget))


def balance_told(facts: Facts, balance: str, reasons: str, left: str) -> bool:
    """What the balance requirement comes to, what is excused, and what is left, by the statement's own lines."""
    found = facts.keyed("balanskrav", "amount" if facts.is_past else "forecast")
    total, excused = found["Balanskravsresultat"], found["Synnerliga skäl att inte återställa"]
    rest = (total or 0.0) + (excused or 0.0) + (found["Underskott från tidigare år att återställa"] or 0.0)
    told = is_(balance, total) and (not reasons or size(reasons, excused))
    return told and (size(left, rest) if left else rounded(min(rest, 0.0)) == 0)


def financial_goal(facts: Facts, block: str, now: str, mean: str, earlier: str) -> bool:
    """The year's value; the mean of five years with this one, or the value four years before."""
    used = [value for value in facts.keyed(f"{block}-siffror", "used").values() if value is not None]
    if not is_(now, used[-1]):
        return False
    if earlier:
        return is_(earlier, used[-5])
    goal = {"diagram-resultatandel": "result_share", "diagram-sjalvfinansiering": "self_financing"}[block]
    shown = facts.f("finansiella-mal", goal, "over_time")
    of_shown = sum(rounded(one) for one in used[-5:]) / 5
    return is_(mean, shown) and is_(mean, float(of_shown))


def used_told(facts: Facts, block: str, said: str) -> bool:
    """`1,0 (2018) och minus 3,3 (2024, prognos)`: every value that the goal is assessed on."""
    told = re.findall(r"((?:minus )?\d[\d ]*,\d) \((20\d\d)", said)
    used = {row[:4]: value for row, value in facts.keyed(f"{block}-siffror", "used").items() if value is not None}
    return [year for _, year in told] == list(used) and all(is_(text, used[year]) for text, year in told)


NAMES = (
    result, deficits_in_order, deficits_summed, drafts, forecast_of_reporting, region_words, parts_moved, result_parts,
    previous_forecast, balance_told, financial_goal, used_told,
)  # fmt: skip
