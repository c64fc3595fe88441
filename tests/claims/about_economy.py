"""Claims about deviations, account classes, months, investments and what the committee is to explain."""

from __future__ import annotations

import re

from tests.claims.claims import Value, among, is_, is_word, listed, number, rounded, same, size
from tests.claims.facts import Facts, Known
from tests.reports.independent_sums import planned_investments

_REST = re.compile(r" \(bland övriga\)")
CHART = "diagram-avvikelse-per-verksamhet-siffror"


def activities(facts: Facts) -> Known:
    """The deviation so far of every activity, also of those that the report sums into one row."""
    return facts.activities()


def bare_activities(facts: Facts, text: str) -> str:
    """The names without the note that a row sums them; a count of them as their names."""
    found = re.fullmatch(r"(\w+) verksamheter", text)
    if found is None:
        return _REST.sub("", text)
    known = {name: rounded(value or 0.0) for name, value in activities(facts).items()}
    alike = [name for name, value in known.items() if value == min(known.values())]
    return listed(alike) if len(alike) == number(found[1]) else text


def _large(facts: Facts, deviation: Value, budget: Value) -> bool:
    """At least 1,0 mnkr and at least 1,0 per cent of the budget, as params/rules.yml has it."""
    if deviation is None or abs(deviation) < 1.0:
        return False
    return not budget or abs(100 * deviation / budget) >= 1.0


def large(facts: Facts, figures: Known) -> list[str]:
    """The activities with a large deviation so far."""
    budgets = facts.activity_budgets()
    return [name for name, value in figures.items() if _large(facts, value, budgets[name])]


def explained_told(facts: Facts, said: str, is_one: bool = False) -> bool:
    """`nämnden som helhet (minus 2,2 mnkr), Radiologi (minus 0,4 och minus 1,1)`: each its own, so far and forecast.

    Both figures where a reader sees that they differ, unless it `is_one` that is told.
    """
    known = activities(facts)
    for name, amount in re.findall(r"(?:^|, | och )(.+?) \(([^()]*\d[^()]*)\)(?=, | och |$)", said):
        if both_ways := re.fullmatch(r"(.+) (men|och) (.+)", amount):
            so_far, word, then = both_ways.groups()
            if not _both_told(facts, name, so_far, then, word):
                return False
            continue
        if not is_one and not facts.is_past and not name.startswith("utfallet"):
            now, ahead = _pair(facts, name.removesuffix(" i prognosen"))
            if now is not None and ahead is not None and not same(float(rounded(now)), float(rounded(ahead))):
                return False
        if name.startswith("utfallet jämfört med prognosen"):
            value = facts.net("miss")
        elif name.removesuffix(" i prognosen") == "nämnden som helhet":
            value = facts.net("forecast_deviation" if name.endswith(" i prognosen") else "deviation")
        elif name.endswith(" i prognosen"):
            value = facts.activity_forecasts()[name.removesuffix(" i prognosen")]
        else:
            value = known[name]
        if not is_(amount, value):
            return False
    return bool(said)


def has_two_figures(_: Facts, said: str) -> bool:
    """Whether any is told with what it is so far and what it is expected to be."""
    return re.search(r"\([^()]*\d (?:men|och) [^()]*\d", said) is not None


def _pair(facts: Facts, name: str) -> tuple[Value, Value]:
    if name == "nämnden som helhet":
        return facts.net("deviation"), facts.net("forecast_deviation")
    return activities(facts)[name], facts.activity_forecasts()[name]


def _both_told(facts: Facts, name: str, so_far: str, forecast: str, word: str) -> bool:
    """`men` between two of unlike signs, or where one is zero; `och` between two that go the same way."""
    now, ahead = _pair(facts, name)
    if now is None or ahead is None:
        return False
    goes_on = rounded(now) * rounded(ahead) > 0
    return is_(so_far, now) and is_(forecast, ahead) and goes_on == (word == "och")


def _turns(so_far: Value, forecast: Value) -> bool:
    """One is a surplus and the other a deficit."""
    return so_far is not None and forecast is not None and rounded(so_far) * rounded(forecast) < 0


def turns_told(facts: Facts, who: str, so_far: str, forecast: str) -> bool:
    """The deviation so far and the forecast's of an activity, or of the committee; one is above 0, the other below."""
    known, ahead = (
        (activities(facts)[who], facts.activity_forecasts()[who])
        if who
        else (facts.net("deviation"), facts.net("forecast_deviation"))
    )
    return _turns(known, ahead) and is_(so_far, known) and is_(forecast, ahead)


def one_told(facts: Facts, which: str, who: str, amount: str) -> bool:
    """`Avvikelsen hittills för Medicin är stor (minus 3,0 mnkr)`."""
    suffix = " i prognosen" if which.startswith("Prognosens") else ""
    return explained_told(facts, f"{who}{suffix} ({amount})", is_one=True)


def ascending(facts: Facts, table: str, column: str) -> bool:
    """The rows from the least to the most; those without a figure last."""
    values = [value for value in facts.col(table, column).values() if value is not None]
    return values == sorted(values)


def largest_first(facts: Facts, table: str) -> bool:
    """The activities by the size of their deviation so far or in the forecast, the summed row last."""
    names = [one for one in facts.col(table, "deviation") if not one.startswith("Övriga verksamheter")]
    known = {name: abs(rounded(value or 0.0)) for name, value in activities(facts).items()}
    forecasts = facts.activity_forecasts()
    sizes = [max(known[name], abs(rounded(forecasts.get(name) or 0.0)) if not facts.is_past else 0) for name in names]
    return sizes == sorted(sizes, reverse=True) or [known[name] for name in names] == sorted(
        (known[name] for name in names), reverse=True
    )


def months_told(facts: Facts, where: str, count: str, whole: str) -> bool:
    """In how many months the net cost was above the budget; `inom` where none was, and some were as the budget."""
    signs = list(facts.months_over_budget().values())
    over = signs.count(1)
    if whole and number(whole) != len(signs):
        return False
    if count:
        return where == "över" and number(count) == over < len(signs)
    wanted = {
        "över": over == len(signs),
        "under": signs.count(-1) == len(signs),
        "enligt": signs.count(0) == len(signs),
    }
    return wanted.get(where, over == 0)


def spans(_: Facts, low: str, high: str, months: Known) -> bool:
    """The least and the most of the months."""
    known = [value for value in months.values() if value is not None]
    return is_(low, min(known)) and is_(high, max(known))


def so_far(facts: Facts, months: Known) -> Known:
    """The months up to the period's."""
    return dict(list(months.items())[: int(facts.period[-2:])])


def class_told(facts: Facts, block: str, who: str, does: str, amount: str) -> bool:
    """Which account class moves the whole most in the direction in which it goes."""
    figures = facts.col(f"{block}-siffror", "avvikelse")
    whole = facts.net("deviation" if facts.is_past else "forecast_deviation")
    figures.pop("Prognosavvikelse", None)
    figures.pop("Årets avvikelse", None)
    down = does in ("drar ned", "drog ned")
    if not is_word(does, whole, does if not down else "", does if down else ""):
        return False
    return among(who, "min" if down else "max", figures, amount) and is_(
        amount, (min if down else max)(v for v in figures.values() if v is not None)
    )


def both(facts: Facts, table: str, *columns: str) -> dict[str, tuple[Value, ...]]:
    """Several columns of a table, by the rows' labels."""
    found = [facts.col(table, column) for column in columns]
    return {name: tuple(one[name] for one in found) for name in found[0]}


def single(facts: Facts, table: str, column: str) -> dict[str, tuple[Value, ...]]:
    """One column of a table, by the rows' labels."""
    return both(facts, table, column)


def invested(facts: Facts, how: str, amount: str) -> bool:
    """How far the forecast of all investments is from their budget."""
    difference = facts.total("investeringar", "forecast") - facts.total("investeringar", "year_budget")
    if how == "följa":
        return same(difference, 0.0)
    return size(amount, difference) and is_word(how, difference, "över", "under")


def investment_plan(facts: Facts) -> float:
    """The year's part of the region's decided plan of investments."""
    return planned_investments(facts.data, facts.year)


def del_part(_: Facts, text: str) -> str:
    """The committee's part of the region's plan of investments; empty where it has none."""
    found = re.search(r"nämnden för (.+)\.$", text)
    return found[1] if found else ""


NAMES = (
    activities, bare_activities, large, explained_told, has_two_figures, one_told, turns_told, ascending,
    largest_first, months_told,
    spans, so_far, class_told, both, single, invested, del_part, investment_plan,
)  # fmt: skip
